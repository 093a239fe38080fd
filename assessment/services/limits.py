"""How much one assessment may hold. What may be added is what an import takes, so every export can be imported.

Own rules. They follow from what is computed, printed and sent as one document: 500 people who answer everything of 17
processes at full depth, as it is and as it should be, and write 10,000 characters each.
"""

from __future__ import annotations

from assessment.domain.answered.assessment import CriticalService, Respondent
from assessment.domain.authored.framework import Depth, Framework, Horizon

RESPONDENT_LIMIT = 500
ANSWER_LIMIT = 250_000
CRITICAL_SERVICE_LIMIT = 200
PLAIN_ENTRY_LIMIT = 8_000  # an export with no more of both and its framework has less than the 10 MB a page takes
PLAIN_TEXT_LIMIT = 300_000
TEXT_LIMIT = 5_000_000
COUNTED_KINDS = (Respondent, CriticalService)  # of any other kind there is at most one entry for each of its ids


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
    if kind is CriticalService and count > CRITICAL_SERVICE_LIMIT:
        return f"an assessment holds at most {CRITICAL_SERVICE_LIMIT:,} critical services"
    return None


def text_excess(length: int) -> str | None:
    """Why an assessment cannot hold so many characters of notes, reasons and other texts; None where it can."""
    if length > TEXT_LIMIT:
        return f"its notes, reasons and other texts have more than {TEXT_LIMIT:,} characters together"
    return None


def is_plain(entry_count: int, length: int) -> bool:
    """Whether an export with so many entries and characters is small enough to be sent as it is."""
    return entry_count <= PLAIN_ENTRY_LIMIT and length <= PLAIN_TEXT_LIMIT
