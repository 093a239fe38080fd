"""The sheets of the workbook and its CSV files: typed values, every column described.

| module | sheet |
|---|---|
| `model` | what sheets are made of |
| `fields`, `table_rows` | a column and what it takes of each row; the rows of a view's table |
| `scales` | which values take which colour |
| `workbook` | all sheets for readers, in their order |
| `read_me` | what the workbook is of, and the dictionary of every column |
| `processes`, `heatmap` | a row a process |
| `attributes`, `items`, `quotes` | a row an attribute, a question, a quote |
| `roadmap` | steps, waves, and where each wave leads |
| `capacity` | what one more unit of capacity buys |
| `choices` | what each decision by hand costs, and what cannot be |
| `plans` | the steps of every saved plan |
| `order` | risks; how firm the order is |
| `around` | hand-offs, organisation, services |
| `since` | what moved since an earlier assessment |
| `actions` | the register of actions, read back |
| `answers` | the answers to type in, the facilitator's own, read back |
| `source` | what a workbook was written from, hidden |
"""
