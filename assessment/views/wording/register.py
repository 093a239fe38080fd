"""The sentences of the register of actions."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.answered.actions import ActionKind, ActionStatus
from assessment.views.wording.numbers import counted, plural, whole_text

QUESTION = "What is done first, by whom and until when?"
TITLE = "Register of actions"
MEASURE = "What the framework advises for each planned step, as the team has it."
STRUCK_TITLE = "Struck"
STRUCK_MEASURE = "Advised by the framework or added once, and left out by the team."
STRAY_TITLE = "No longer planned"
STRAY_MEASURE = "What the team noted of actions whose step the plan does not have now."
EMPTY = "Nothing is planned, so there is nothing to do first."
NONE_STRUCK = "Nothing is struck."
NONE_STRAY = "Every noted action belongs to a planned step."
KIND_COLUMN = "Kind"
OWNER_COLUMN = "Owner"
START_COLUMN = "Start"
DUE_COLUMN = "Due"
STATUS_COLUMN = "Status"
DONE_COLUMN = "Done"
NOTE_COLUMN = "Note"
DONE_ON_COLUMN = "Done on"
STEP_COLUMN = "Step"
ACTIONS_FACT = "Actions"
OWNED_FACT = "With an owner"
DUE_FACT = "With a date"
DONE_FACT = "Done"
STRUCK_FACT = "Struck"
STRAY_FACT = "No longer planned"
ADDED = "added by the team"
KINDS: Mapping[ActionKind, str] = {
    ActionKind.BEFORE: "Before it begins",
    ActionKind.FIRST: "First action",
    ActionKind.EVIDENCE: "Done when",
}
STATUSES: Mapping[ActionStatus, str] = {
    ActionStatus.PLANNED: "Planned",
    ActionStatus.STARTED: "Started",
    ActionStatus.WAITING: "Waiting",
    ActionStatus.DONE: "Done",
}


def reworded(original: str) -> str:
    """What the framework says, under other words."""
    return f"The framework says: {original}"


def finding(action_count: int, step_count: int, done_count: int) -> str:
    """How much there is to do and how much is done."""
    steps = counted(step_count, "step")
    return plural(
        action_count,
        {
            "one": f"{{count}} action leads into {steps}; {whole_text(done_count)} of it is done.",
            "other": f"{{count}} actions lead into {steps}; {whole_text(done_count)} of them are done.",
        },
    )


def level_step(to_level: int) -> str:
    """A step that the plan no longer has, by the level it led to."""
    return f"to level {to_level}"
