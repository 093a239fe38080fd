"""The workshop: a room that people join by phone, their sealed votes, and what comes of them.

| module | what |
|---|---|
| `room` | a room, who is in it, and a vote before it is taken in |
| `place` | what a participant's phone is told, and a vote as it sends it |
| `sequence` | in which order a room goes through the questions of a process |
"""
