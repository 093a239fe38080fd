"""The pages of a survey: who holds a place in one answers in their own time, on a phone or a laptop.

| module | what |
|---|---|
| `routes` | the routes, all of them open: the place is the authority |
| `pages` | what is kept, all processes, what is left, the end |
| `question` | one question, and the form that answers it where no script runs |
| `answer` | what the script sends, one answer at a time |
| `place` | what the pages have in common |
"""
