"""The deck: the views as slides, each with a message for its title and its source in its notes.

| module | makes |
|---|---|
| `model` | what slides are made of |
| `tables` | a view's table as a slide has room for it |
| `standing` | where every process stands: answer, levels, heatmap, gap, attributes, two sides of the house |
| `whole` | the process map, and what matters against how well it is done |
| `first` | what to raise first: the first five, and a slide each |
| `plan` | the way there: hand-offs, waves, money, the first wave, what is not funded |
| `steering` | what one more unit of capacity buys, what decisions by hand cost |
| `progress` | how far the plan is, once anything of it is under way |
| `close` | how firm, risks, decisions, the next thirty days |
| `written` | what the consultant wrote, as slides |
| `appendix` | groups, owners and readiness, technology, services, method |
| `since` | what moved since an earlier assessment, and why |
| `deck` | all of it, in order |
"""
