"""The words of states, roles and kinds, the same on every page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from assessment.domain.answered.assessment import AssessmentState, Certainty, Role
from assessment.domain.answered.organisation import Authority, ReadinessState, SourcingCandidate, SourcingNature
from assessment.domain.authored.framework import Depth, Horizon

STATE_NAMES: Mapping[AssessmentState, str] = {
    AssessmentState.DRAFT: "Draft",
    AssessmentState.VALIDATED: "Validated",
    AssessmentState.SIGNED_OFF: "Signed off",
}
DEPTH_NAMES: Mapping[Depth, str] = {Depth.QUICK: "Quick depth", Depth.FULL: "Full depth"}
PAPER_NAMES: Mapping[str, str] = {"A4": "A4", "Letter": "US Letter"}
HORIZON_QUESTIONS: Mapping[Horizon, str] = {
    Horizon.AS_IS: "How is it now?",
    Horizon.TO_BE: "How should it be?",
}
ROLE_NAMES: Mapping[Role, str] = {
    Role.LEADERSHIP: "Leadership",
    Role.PRACTITIONER: "Practitioner",
    Role.CUSTOMER: "Customer",
    Role.OTHER: "Other",
}
CERTAINTY_NAMES: Mapping[Certainty, str] = {
    Certainty.ASSERTED: "Asserted",
    Certainty.EVIDENCE_SEEN: "Evidence seen",
    Certainty.VERIFIED: "Verified by a second person",
}
AUTHORITY_NAMES: Mapping[Authority, str] = {Authority.YES: "Yes", Authority.PARTLY: "Partly", Authority.NO: "No"}
READINESS_NAMES: Mapping[ReadinessState, str] = {
    ReadinessState.YES: "Yes",
    ReadinessState.PARTLY: "Partly",
    ReadinessState.NO: "No",
}
NATURE_NAMES: Mapping[SourcingNature, str] = {
    SourcingNature.CORE: "Core",
    SourcingNature.COMMODITY: "Commodity",
}
CANDIDATE_NAMES: Mapping[SourcingCandidate, str] = {
    SourcingCandidate.NONE: "No move",
    SourcingCandidate.INSOURCE: "Bring in",
    SourcingCandidate.OUTSOURCE: "Give out",
}
PAIN_NAMES: Mapping[int, str] = {
    0: "0 none",
    1: "1 slight",
    2: "2 some",
    3: "3 marked",
    4: "4 strong",
    5: "5 severe",
}
IMPORTANCE_NAMES: Mapping[int, str] = {
    0: "0 none",
    1: "1 low",
    2: "2 some",
    3: "3 medium",
    4: "4 high",
    5: "5 vital",
}
EXTENSION_MARK = "not one of the paper's sixteen"


def long_date(day: date) -> str:
    """A date in words: 3 March 2026.

    >>> long_date(date(2026, 3, 3))
    '3 March 2026'
    """
    return f"{day.day} {day:%B %Y}"


def counted(count: int, one: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "process", "processes"), counted(2, "question")
    ('1 process', '2 questions')
    """
    return f"{count} {one if count == 1 else many or one + 's'}"
