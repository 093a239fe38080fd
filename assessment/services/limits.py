"""How much one assessment may hold. What may be added is what an import takes, so every export can be imported.

Own rules. They follow from what is computed, printed and sent as one document: 500 people who answer everything of 17
processes at full depth, as it is and as it should be, and write 10,000 characters each.
"""

from __future__ import annotations

from assessment.domain.answered.actions import PlannedAction
from assessment.domain.answered.assessment import CriticalService, Respondent
from assessment.domain.answered.evidence import EvidenceFile
from assessment.domain.answered.plans import SavedPlan
from assessment.domain.answered.texts import OwnText
from assessment.domain.answered.workshop import Decision, HeldSession, ParkedPoint
from assessment.domain.authored.framework import Depth, Framework, Horizon

RESPONDENT_LIMIT = 500
ANSWER_LIMIT = 250_000
CRITICAL_SERVICE_LIMIT = 200
ACTION_LIMIT = 2_000
EVIDENCE_FILE_LIMIT = 500
EVIDENCE_TOTAL_LIMIT = 100 * 2**20
"""Bytes of all files of an assessment that are here, so that a backup stays small enough to be made often."""
OWN_TEXT_LIMIT = 200
PARKED_POINT_LIMIT = DECISION_LIMIT = 1_000
HELD_SESSION_LIMIT = 200
SAVED_PLAN_LIMIT = 50
PLAIN_ENTRY_LIMIT = 8_000  # an export with no more of both and its framework has less than the 10 MB a page takes
PLAIN_TEXT_LIMIT = 300_000
TEXT_LIMIT = 5_000_000
COUNTED_KINDS = (
    Respondent,
    CriticalService,
    PlannedAction,
    EvidenceFile,
    OwnText,
    ParkedPoint,
    Decision,
    HeldSession,
    SavedPlan,
)
"""Of any other kind there is at most one entry for each of its ids."""


def respondent_limit(framework: Framework, depth: Depth) -> int:
    """How many people an assessment takes: 500, fewer where one can give more than 500 answers. At least 1.

    min(RESPONDENT_LIMIT, ANSWER_LIMIT / answers), an answer being to one item of any process for one horizon.
    """
    places = sum(len(framework.items(one.id, depth, horizon)) for one in framework.processes for horizon in Horizon)
    return max(1, min(RESPONDENT_LIMIT, ANSWER_LIMIT // max(1, places)))


def excess(kind: type, count: int, framework: Framework, depth: Depth) -> str | None:
    """Why an assessment cannot hold so many entries of a kind; None where it can."""
    if kind is Respondent and count > (limit := respondent_limit(framework, depth)):
        return f"an assessment with {framework.name} at {depth} depth holds at most {limit:,} people"
    limits: dict[type, tuple[int, str]] = {
        CriticalService: (CRITICAL_SERVICE_LIMIT, "critical services"),
        PlannedAction: (ACTION_LIMIT, "actions of the team"),
        EvidenceFile: (EVIDENCE_FILE_LIMIT, "files of evidence"),
        OwnText: (OWN_TEXT_LIMIT, "texts of one's own"),
        ParkedPoint: (PARKED_POINT_LIMIT, "parked points"),
        Decision: (DECISION_LIMIT, "decisions"),
        HeldSession: (HELD_SESSION_LIMIT, "sessions that were held"),
        SavedPlan: (SAVED_PLAN_LIMIT, "saved plans"),
    }
    most, noun = limits.get(kind, (count, ""))
    if count > most:
        return f"an assessment holds at most {most:,} {noun}"
    return None


def text_excess(length: int) -> str | None:
    """Why an assessment cannot hold so many characters of notes, reasons and other texts; None where it can."""
    if length > TEXT_LIMIT:
        return f"its notes, reasons and other texts have more than {TEXT_LIMIT:,} characters together"
    return None


def is_plain(entry_count: int, length: int) -> bool:
    """Whether an export with so many entries and characters is small enough to be sent as it is."""
    return entry_count <= PLAIN_ENTRY_LIMIT and length <= PLAIN_TEXT_LIMIT
