"""Two assessments side by side, or several in a row: what moved, why, what became of the plan (METHOD.md section 17).

| module | what |
|---|---|
| `results` | everything that is found, as frozen values |
| `pairing` | which two can be set side by side, and whether their people are the same by id |
| `comparison` | `compare` and `trend` |
| `sides`, `process_sides` | what an assessment is as one side; one process on both sides, question by question |
| `moves` | how one process moved |
| `people` | who answered it on both sides, and whether that may be told |
| `attribution` | why it moved: what differs, applied kind by kind |
| `item_map` | the questions of two versions of a framework |
| `reached` | the former plan against what was reached |
| `compared` | a comparison beside what is computed of its later side |
"""
