"""The process map: every process of the framework in its group, the groups around the hub, in six colourings.

| module | makes |
|---|---|
| `places` | where groups and processes stand, from the framework alone |
| `colouring` | the cell of a process in a colouring: letter or digit, step of a scale, marks; and the legends |
| `lines` | the linkages of one process as lines between its box and others |
| `chosen` | what is said of one process beside the map: leverage, what it blocks, its hand-offs |
| `legends`, `findings` | what a colouring means and what it finds |
| `process_map` | all of it as a view |
| `page` | the map with maturity against importance under it, for paper |
"""
