"""Saved plans: the list, two side by side, and how far the chosen one has drifted.

| module | what |
|---|---|
| `listing` | every saved plan with what it takes and leads to |
| `comparing` | two plans: sums, processes at target wave by wave, and the steps that move |
| `drifting` | the chosen plan beside what would be best now, and the line that documents print of it |
"""
