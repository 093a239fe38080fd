"""What the part Plans of the Roadmap page says beside the facts it shows."""

from __future__ import annotations

from assessment.views.wording.plans import called

SAVE_TITLE = "Keep the present plan"
SAVE_LEAD = "Settings, steps and waves are kept as they are now. Answers given later do not change a saved plan."
SAVE_TRIED = "What is kept is the plan that is shown, under the settings that are tried."
NAME_LABEL = "Name of the plan"
SAVE = "Save the plan"
SAVING = "Saving the plan"
LIST_TITLE = "Saved plans"
ONE_LABEL = "What to do with"
CHOOSE = "Choose as the plan"
CHOOSE_NONE = "No longer the plan"
TRY = "Try its settings"
RESTORE = "Plan with its settings again"
RENAME_LABEL = "Another name"
RENAME = "Rename"
REMOVE = "Remove"
CONFIRM_REMOVE = "Remove it for good"
RESTORE_HINT = "Trying shows the roadmap under its settings and saves nothing. Planning again saves them for everybody."
COMPARE_TITLE = "Two plans side by side"
FIRST_LABEL, SECOND_LABEL = "First plan", "Second plan"
SAME_TWICE = "Choose two different plans."
DRIFT_TITLE = "How far the plan has drifted"
BACK = "Back to the saved settings"
CHOSEN_HINT = "Of all plans, one can be the plan: it is what later answers are held against."
SAVED_AS, CHOSEN_NOW, RENAMED, REMOVED = "Plan kept", "Chosen as the plan", "Renamed", "Removed"


def tried(name: str) -> str:
    """That the roadmap is shown under a plan's settings."""
    return f"Shown with the settings of {called(name)}, which are not in force."


def remove_question(name: str) -> str:
    """What is asked before a plan is removed."""
    return f"{called(name)} cannot be brought back. The journal keeps that it was there."
