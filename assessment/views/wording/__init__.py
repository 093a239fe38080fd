"""Every word the product says of its facts: one function a sentence, no sentence glued from halves.

Numbers, units, dates, lists and plurals are in `numbers`, through Babel's locale; the words of states and kinds in
`terms`; the sentences of each view in the module named after it; the labels and hints of each page in `pages`. Another
language is another set of these functions.
"""
