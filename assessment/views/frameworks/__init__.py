"""A framework to read: what the Frameworks page and the check of a folder show.

| module | shows |
|---|---|
| `places` | the topics of a framework and the parts of a process: where something is shown |
| `listing` | texts under a label |
| `overview` | every process by group, and the framework in one line |
| `process` | the head of a process, what it is about, the facilitator's guide |
| `questions` | its questions by attribute, with answers and guidance |
| `actions` | what to do, step by step |
| `linkages` | what it hands over and receives |
| `terms` | glossary, transitions, scenarios |
| `scales` | answers, levels, attributes, tools, sourcing, readiness, the owner's checklist |
| `feedback` | what people said of its questions |
| `search` | what a search found, the found words marked |
| `check` | what is wrong with a framework of one's own, and what could be better |
| `figures` | the parts of every process, counted |
"""
