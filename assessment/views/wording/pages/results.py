"""What the Results page says that is not of the facts it shows."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.views.wording.headline import OVERVIEW_QUESTION

TITLE = OVERVIEW_QUESTION
PART_NAMES: Mapping[str, str] = {
    "overview": "Overview",
    "map": "Map",
    "process": "Process",
    "characteristics": "By characteristic",
    "hand-offs": "Hand-offs",
    "organisation": "Organisation",
    "since": "Since last time",
}
SHOW = "Show"
MOVEMENT_ON_WALL = "How far to go"
PROCESS = "Process"
ATTRIBUTE = "Attribute"
OPEN_PROCESS = "Open this process"
BY_GROUP = "By group"
NOTHING_IN_SCOPE = "No process is in scope"
NOTHING_IN_SCOPE_NEXT = "Choose the processes to assess in Set-up; then there is something to rate."
TO_SET_UP = "Go to Set-up"
NOTHING_ANSWERED = "Nothing is answered yet"
NOTHING_ANSWERED_NEXT = "Results appear with the first answer and sharpen with each one after it."
TO_QUESTIONNAIRE = "Go to the Questionnaire"
