"""What two people are told who changed one thing: what it is, and what each of the two would make of it."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.answered.assessment import NoteKind
from assessment.domain.answered.workshop import DecisionKind
from assessment.domain.workshop.room import Phase
from assessment.views.wording.numbers import counted

REMOVED = "(removed)"
TO_BE_REMOVED = "(to be removed)"
TO_BE_MERGED = "(to be merged)"
NOTHING = "(nothing)"
HEADER = "The set-up of the assessment"
AS_SEEN = "The assessment as you saw it"
ROOM = "The room"
ROOM_AS_SEEN = "The room as you saw it"
CLOSED_ROOM = "closed"
YES, NO = "yes", "no"
KINDS: Mapping[str, str] = {
    "Respondent": "The person",
    "Assignment": "What is asked",
    "Rating": "The answer",
    "AgreedValue": "The room's value",
    "EvidenceFile": "The file",
    "Flag": "The flag",
    "Feedback": "The feedback",
    "Opinion": "The view",
    "CriticalService": "The service",
    "Target": "The target",
    "Owner": "The owner",
    "Readiness": "The readiness",
    "Technology": "The tool",
    "Sourcing": "The sourcing",
    "LinkageRating": "The hand-off",
    "TransitionPlace": "The transition",
    "OwnText": "The text",
    "RoadmapSettings": "What the roadmap is planned with",
    "PlannedAction": "The action",
    "RunningStep": "The step",
    "AgendaSlot": "The place on the agenda",
    "VoteRound": "The round of votes",
    "ParkedPoint": "The parked point",
    "Decision": "The decision",
    "HeldSession": "The session",
    "SavedPlan": "The saved plan",
}
NOTED: Mapping[str, str] = {DecisionKind.DECISION: "The decision", DecisionKind.ACTION: "The action"}
TEXTS: Mapping[str, str] = {NoteKind.NOTE: "The note", NoteKind.EVIDENCE: "The evidence"}
LABELS: Mapping[str, str] = {
    "name": "Name",
    "role": "Role",
    "unit": "Unit",
    "organisation": "Organisation",
    "assessed_on": "Date",
    "state": "State",
    "carry_percent": "What carries the next level",
    "default_target_level": "Default target level",
    "asks_to_be": "People are asked for the to-be",
    "anonymity_floor": "Anonymity floor",
    "takes_scenario_pain": "Pain of the scenario",
    "scope": "Scope",
    "attribute_ids": "Asked",
    "answer": "Answer",
    "note": "Note",
    "certainty": "How sure",
    "present_ids": "Who was present",
    "text": "Text",
    "kind": "What",
    "is_released": "Released",
    "is_reworded": "Changed since it was released",
    "reason": "Reason",
    "speaks": "Speaks",
    "caption": "What it shows",
    "item_id": "Question",
    "size_count": "Bytes",
    "content_hash": "SHA-256",
    "pain": "Pain",
    "importance": "Importance",
    "process_ids": "Leans on",
    "level": "Target level",
    "rationale": "Rationale",
    "approver": "Approved by",
    "cells": "Set by hand",
    "authority": "Authority",
    "sponsor": "Sponsor",
    "tool": "Tool",
    "as_is": "Now",
    "to_be": "To be",
    "mode_id": "Done",
    "nature": "Work",
    "candidate": "Worth a look",
    "interface": "Interface to keep",
    "pain_weight": "Weight of pain",
    "importance_weight": "Weight of importance",
    "leverage_weight": "Weight of leverage",
    "wave_count": "Number of waves",
    "capacity": "Capacity of the waves",
    "wave_months": "Months in a wave",
    "budget_unit": "Unit of the budgets",
    "budgets": "Budgets of the waves",
    "wave_lengths": "Months of each wave",
    "start": "First wave starts",
    "person_days_per_point": "Person-days of a point",
    "cost_per_point": "Cost of a point",
    "currency": "Currency",
    "pins": "Waves set by hand",
    "efforts": "Efforts set by hand",
    "linkages": "Linkages set by hand",
    "minutes": "Minutes",
    "spent_seconds": "Seconds taken",
    "number": "Round",
    "source": "How people voted",
    "code_counts": "Votes, A to F",
    "dont_know_count": "Don't know",
    "not_applicable_count": "Not applicable",
    "owner": "Owner",
    "due": "Due",
    "done_on": "Done on",
    "process_id": "Process",
    "is_done": "Done",
    "held_on": "Held on",
    "respondent_ids": "Who took part",
    "anonymous_count": "Anonymous people",
    "is_chosen": "Chosen as the plan",
}
"""By the name of a field; what each is called where it is entered."""
_OWN_LABELS: Mapping[tuple[str, str], str] = {
    ("AgendaSlot", "place"): "Place on the agenda",
    ("PlannedAction", "start"): "Start",
    ("PlannedAction", "to_level"): "Leads to level",
    ("PlannedAction", "is_struck"): "Struck",
    ("PlannedAction", "status"): "Status",
    ("PlannedAction", "done_percent"): "Done, in percent",
    ("RunningStep", "start"): "Start",
    ("RunningStep", "status"): "Status",
    ("RunningStep", "evidence"): "What was seen",
}
"""Of fields that only one kind of entry has, or that mean another thing in it."""


def label(field: str, model: str = "") -> str:
    """What a field of a kind of entry is called."""
    return _OWN_LABELS.get((model, field)) or LABELS[field]


def of_item(kind: str, item_name: str) -> str:
    """Something said or decided of a question."""
    return f"{kind} to '{item_name}'"


def of_process(kind: str, process_name: str) -> str:
    """Something said or decided of a process."""
    return f"{kind} for {process_name}"


def of_person(kind: str, name: str) -> str:
    """Something that belongs to a person."""
    return f"{kind} of {name}"


def called(kind: str, name: str) -> str:
    """A thing by its kind and its name."""
    return f"{kind} '{name}'"


def called_assessment(name: str) -> str:
    """The assessment as a whole."""
    return f"The assessment '{name}'"


def labelled(label: str, text: str) -> str:
    """One field as a person compares it."""
    return f"{label}: {text}"


def with_answers(text: str, answer_count: int) -> str:
    """A person, with what would go with them."""
    return f"{text}\n{counted(answer_count, 'answer')} given" if answer_count else text


def pin(process_name: str, to_level: int, place: str) -> str:
    """The wave of a step."""
    return f"{process_name} to level {to_level}: {place}"


def effort(process_name: str, to_level: int, points: str) -> str:
    """The effort of a step."""
    return f"{process_name} to level {to_level}: {points}"


def linkage(ends: str, strength: str | None, is_hard: bool | None) -> str:
    """What is set of a linkage."""
    said = [
        *([] if strength is None else [f"weighs {strength}"]),
        *([] if is_hard is None else ["binds" if is_hard else "does not bind"]),
    ]
    return f"{ends}: {', '.join(said)}"


def cell(attribute_name: str, point_name: str) -> str:
    """A cell of a to-be that was set by hand."""
    return f"{attribute_name} {point_name}"


def changes_since(change_count: int) -> str:
    """What became of an assessment since it was looked at."""
    return f"{counted(change_count, 'change')} since you looked at it"


def name_of(kind: str, name: str) -> str:
    """What an organisation or unit is called."""
    return f"The name of the {kind} '{name}'"


def room_at(phase: Phase, question: str) -> str:
    """Where a room stands by now."""
    return {
        Phase.LOBBY: "in the lobby, nothing is asked",
        Phase.VOTING: f"voting on '{question}'",
        Phase.REVEALED: f"'{question}' is revealed",
    }[phase]
