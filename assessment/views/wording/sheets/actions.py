"""The words of the register of actions."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.answered.actions import ActionStatus

NAME = "Actions"

ID = "Id"
WAVE = "Wave"
PROCESS = "Process"
STEP = "Step"
KIND = "Kind"
ACTION = "Action"
DELIVERABLE = "Deliverable"
EVIDENCE = "Evidence"
ROLE = "Role"
OWNER = "OWNER"
START = "START"
DUE = "DUE"
EFFORT = "Effort"
PREREQUISITE = "Prerequisite"
STATUS = "STATUS"
DONE = "DONE %"
NOTE = "NOTE"
PROCESS_ID = "Process id"
TO_LEVEL = "To level"
WRITTEN = "As written"

ID_MEANING = "Names the action when the sheet is read back; leave it as it is."
WAVE_MEANING = "Wave of the step, from 1; empty where the step is not funded."
PROCESS_MEANING = "Process that the step raises."
STEP_MEANING = "From which level to which."
KIND_MEANING = "Before: what has to be there first; first: a first action; evidence: how one sees it is done."
ACTION_MEANING = "What to do."
DELIVERABLE_MEANING = "What exists then."
EVIDENCE_MEANING = "How anybody can see that it is done."
ROLE_MEANING = "Who typically does it."
OWNER_MEANING = "Who does it; fill in."
START_MEANING = "Day it begins; fill in."
DUE_MEANING = "Day it has to be done; fill in."
EFFORT_MEANING = "Days of work, of everybody together."
PREREQUISITE_MEANING = "What must be there before."
STATUS_MEANING = "Where it stands; choose from the list."
DONE_MEANING = "How much of it is done; fill in."
NOTE_MEANING = "Anything worth knowing; fill in."
PROCESS_ID_MEANING = "Id of the process, for reading back."
TO_LEVEL_MEANING = "Level that the step lands on, for reading back."
WRITTEN_MEANING = "What the cells to fill in held when the sheet was written, as a print, for reading back."

PERCENT_UNIT = "%"

BEFORE_KIND = "Before"
FIRST_KIND = "First"
EVIDENCE_KIND = "Evidence"
STATUSES: Mapping[ActionStatus, str] = {
    ActionStatus.PLANNED: "Planned",
    ActionStatus.STARTED: "Started",
    ActionStatus.WAITING: "Waiting",
    ActionStatus.DONE: "Done",
}
