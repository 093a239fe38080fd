"""The workshop: a room that people join by phone, their sealed votes, and what comes of them.

| module | what |
|---|---|
| `room` | a room, who is in it, and a vote before it is taken in |
| `casting` | what becomes of a vote that arrives |
| `place` | what a participant's phone is told, and a vote as it sends it |
| `sequence` | in which order a room goes through the questions of a process |
| `survey` | a survey as its facilitator may see it, and as the one sees it who answers |
| `deadline` | until when a survey takes answers |
| `response` | how many have begun and are done, by role |
| `waiting` | which sealed answers of a survey may be taken in |
| `reaching` | by which address phones may find the app |
| `planner` | how many processes fit into a workshop, in what order, and how long each takes |
| `clock` | the time of the workshop against its agenda |
| `next_item` | which question to talk about next, and why |
| `accepting` | questions on which the votes agree, so that the room can take their values at once |
| `hands` | a show of hands, and letters read from paper, as counts |
| `sealing` | which votes may be taken in, and what may be told of those who stay anonymous |
| `record` | what is on record of each question: rounds, the agreed value, who still saw it otherwise |
| `reveal` | what a room is shown when a round is revealed |
"""
