"""The consultant's own words: where they stand, what is proposed there, and how they read.

| module | what |
|---|---|
| `marked` | a text with headings, lists and emphasis as frozen blocks, which every printer places |
| `places` | the places that have a text, in the order of the report |
| `own` | what was written, as it is printed |
| `proposals` | the text that is proposed at each place, made of sentences of the views |
| `view` | each place with its state: proposal, own words, own words overtaken by new answers |
"""
