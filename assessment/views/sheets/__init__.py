"""The sheets of the workbook and its CSV files: typed values, every column described.

| module | sheet |
|---|---|
| `model` | what sheets are made of |
| `actions` | the register of actions, read back |
| `answers` | the answers to type in, the facilitator's own, read back |
| `source` | what a workbook was written from, hidden |
"""
