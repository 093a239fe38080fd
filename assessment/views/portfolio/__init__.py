"""A portfolio in words and tables: each view is of a `Portfolio`, and says nothing of a unit that it does not hold.

| module | view |
|---|---|
| `across` | all of it: the finding, the facts, and every table |
| `units` | a row a unit; what units are called |
| `heatmap` | units by processes |
| `processes` | a row a process: median, quartiles, what others have |
| `sharing` | who could lend practice, common gaps, first threes |
| `paging` | many units a page at a time |
| `benchmarks` | a benchmark in a sentence |
| `sheets` | the sheets of its workbook |
| `slides` | the slides of its deck |
| `paper` | its imprint |
"""
