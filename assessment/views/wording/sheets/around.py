"""The words of the sheets of what stands around the processes: hand-offs, organisation, services."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.views.wording.hand_offs import KIND_MEANING, PLAN_MEANING, STATE_MEANING
from assessment.views.wording.sheets import shared

HAND_OFFS_NAME = "Hand-offs"
ORGANISATION_NAME = "Organisation"
SERVICES_NAME = "Services"
FINDINGS_NAME = "Findings"

HAND_OFF_COLUMNS: Mapping[str, tuple[str, str]] = {
    "id": ("Hand-off id", "Stable id of the hand-off."),
    "from-id": ("From id", "Stable id of the process that supplies."),
    "from": ("From", "Process that supplies."),
    "to-id": ("To id", "Stable id of the process that receives."),
    "to": ("To", "Process that receives."),
    "flow": ("What is handed over", "What the one process hands to the other."),
    "kind": ("Known as", f"{KIND_MEANING}."),
    "state": ("State", "Rated, or why it has no letter: not rated, not applicable, don't know."),
    "value": ("Value", "How well it is defined and works, as a code."),
    "letter": ("Letter", "The value on the scale of six."),
    "broken": ("Broken", f"{STATE_MEANING}."),
    "binds": ("Plan", f"{PLAN_MEANING}."),
    "note": ("Note", "What was noted on it."),
}

OWNER_COLUMNS: Mapping[str, tuple[str, str]] = {
    "process-id": shared.PROCESS_ID,
    "process": shared.PROCESS,
    "owner": ("Owner", "Who is accountable from end to end; empty: nobody is named."),
    "authority": ("Authority", "Whether it reaches from end to end; empty: not said."),
    "sponsor": ("Sponsor", "Who stands behind the owner; empty: nobody is named."),
    "ready": ("Ready", "Readiness questions answered with yes; empty: none is answered."),
    "partly": ("Partly", "Readiness questions answered with partly; empty: none is answered."),
    "not-ready": ("Not ready", "Readiness questions answered with no; empty: none is answered."),
    "tool": ("Tool", "Tool of the process; empty: none is recorded."),
    "tool-as-is": ("Integration, as it is", "How far the tool is integrated; empty: not recorded."),
    "tool-to-be": ("Integration, to be", "How far it should be; empty: not recorded."),
    "mode": ("Work done by", "Who does the work; empty: not recorded."),
    "nature": ("Nature", "Core or commodity; empty: not said."),
    "candidate": ("Move", "A move worth looking at; empty: sourcing is not recorded."),
    "interface": ("Interface", "Interface to keep if another does the work; empty: none is recorded."),
}

READINESS_COLUMNS: Mapping[str, tuple[str, str]] = {
    "question-id": ("Question id", "Stable id of the readiness question."),
    "question": ("Readiness question", "What is asked of each process."),
    "ready": ("Ready", "Processes of which it was answered with yes."),
    "partly": ("Partly", "Processes of which it was answered with partly."),
    "not-ready": ("Not ready", "Processes of which it was answered with no."),
    "not-ready-in": ("Not ready in", "These processes, by name."),
    "partly-in": ("Partly in", "Processes answered with partly, by name."),
}

TRANSITION_COLUMNS: Mapping[str, tuple[str, str]] = {
    "transition-id": ("Transition id", "Stable id of the transition."),
    "from": ("From", "Name of the old end."),
    "to": ("To", "Name of the new end."),
    "as-is": ("As it is", "Place now: 0 at the old end, 5 at the new one; empty: not placed."),
    "to-be": ("To be", "Place as it should be; empty: not placed."),
    "note": ("Note", "What was noted on it."),
}

SERVICE_COLUMNS: Mapping[str, tuple[str, str]] = {
    "id": ("Service id", "Stable id of the service."),
    "service": ("Service", "Business service that matters."),
    "importance": ("Importance", "How much it matters to the business."),
    "leans-on": ("Leans on", "Processes that it leans on."),
    "leans-on-ids": ("Leans on ids", "Their stable ids."),
    "lowest": ("Lowest level", "Lowest level among them; empty: none has one."),
    "weakest": ("Weakest", "The processes at that level."),
    "note": ("Note", "Which of them have no level."),
}

FINDING_COLUMNS: Mapping[str, tuple[str, str]] = {
    "finding-id": ("Finding id", "Stable id of the finding: its kind and what it is about."),
    "area": ("About", "Owners and readiness, transitions, technology or sourcing."),
    "finding": ("Finding", "What follows from what was recorded."),
    "basis": ("Rests on", "The numbers and entries behind it."),
    "action": ("What to do", "The action that it becomes in the plan."),
    "processes": ("Processes", "Processes that it names."),
    "process-ids": ("Process ids", "Their stable ids."),
    "in-plan": ("In the plan", "Whether it was made an action of the plan."),
}
