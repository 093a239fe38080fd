"""A plan that is run, on a day: how far it is, what is late or blocked, who has what, what is due when.

| module | what |
|---|---|
| `lines` | a step or an action as a line: who, when, how it stands; which comes first |
| `progress` | how far the plan is, on one page |
| `columns` | the steps of each wave by their status |
| `owners` | everything by who has it |
| `calendar` | what is due, for calendars |
"""
