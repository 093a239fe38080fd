"""Many units of one organisation side by side: what may be compared, how far they lie apart, what they have in common.

| module | what |
|---|---|
| `figures` | the few facts of an assessment that a portfolio is made of, kept beside it |
| `comparable` | which units may stand side by side, and why another may not |
| `spread` | median and quartiles of a few levels |
| `benchmark` | levels of others, as somebody outside published them |
| `sharing` | who could lend practice, and which gap many have |
| `portfolio` | all of it: `make_portfolio` |
| `letters` | letters in place of names |
"""
