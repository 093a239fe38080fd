"""Two assessments side by side, and several in a row: what moved, why, and what became of the plan.

| module | shows |
|---|---|
| `since` | all of it: who is compared, what moved, in numbers and why |
| `movement` | a row a process: level, score and target before and now |
| `deltas` | a row a process, a column an attribute: now minus before |
| `reasons` | why a process moved, part by part |
| `planned` | the former plan against what was reached |
| `sides` | what each of the two is |
| `trend` | the scores of three and more |
| `candidates` | what can be compared with, and why others cannot be |
| `naming` | names of what only the earlier one has |
"""
