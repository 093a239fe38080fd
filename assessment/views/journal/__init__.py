"""The journal in the words of the product.

| module | what |
|---|---|
| `view` | the entries as a table: when, who, what, before, after |
| `named` | what the ids of an entry are called |
| `values` | what an entry was before and after |
| `checks` | whether chains are whole, and what is left of those of removed assessments |
"""
