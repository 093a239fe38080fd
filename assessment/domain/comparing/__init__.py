"""Two assessments side by side, or several in a row: what moved, why, what became of the plan (METHOD.md section 17).

| module | what |
|---|---|
| `results` | everything that is found, as frozen values |
"""
