"""What a workshop shows: on phones, on the wall, to the facilitator, and afterwards.

| module | shows |
|---|---|
| `phone` | a phone: coming in, the question and its answers, the reveal, what is left to answer |
| `reveal` | how a round of votes came out: dots by statement, what they come to, who is invited to speak |
| `projector` | the wall: how to join, what is asked, how many are in, the reveal, what comes next |
| `cockpit` | what the facilitator has before them: the question, its answers by letter, what comes next |
| `minutes` | what a workshop leaves: agenda, votes, agreed values, what was noted, who was there; `minutes_tables` |
| | and `minutes_votes` are its parts |
| `survey` | a survey to its facilitator: how many answered, by role, who of those named has not, what waits sealed |
| `survey_page` | a survey to the one who answers: what is kept, how far they are, each question, what is left |
| `reminders` | letters that the facilitator copies, to invite and to remind |
| `agenda`, `planner` | the clock against the agenda; how many processes fit, and when each begins |
| `next_item`, `accepting` | what to talk about next and why; values on which people agree, to be taken at once |
| `hands` | votes counted in the room, by hand or from paper |
"""
