"""The words of states, roles and kinds: one term an idea, the same on every page, on paper and on the command line."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.answered.assessment import AssessmentState, Certainty, FeedbackKind, Role
from assessment.domain.answered.entries import AnswerKind
from assessment.domain.answered.organisation import Authority, ReadinessState, SourcingCandidate, SourcingNature
from assessment.domain.answered.workshop import DecisionKind, RoomKind
from assessment.domain.authored.content import LinkageKind
from assessment.domain.authored.framework import Depth, Horizon
from assessment.domain.planning.results import FirmnessWord
from assessment.domain.rating.results import AgreementState, Confidence, GapStatus, ProcessStatus
from assessment.views.paper import Paper

STATES: Mapping[AssessmentState, str] = {
    AssessmentState.DRAFT: "Draft",
    AssessmentState.VALIDATED: "Validated",
    AssessmentState.SIGNED_OFF: "Signed off",
}
DEPTHS: Mapping[Depth, str] = {Depth.QUICK: "Quick depth", Depth.FULL: "Full depth"}
HORIZONS: Mapping[Horizon, str] = {Horizon.AS_IS: "as-is", Horizon.TO_BE: "to-be"}
HORIZON_QUESTIONS: Mapping[Horizon, str] = {Horizon.AS_IS: "How is it now?", Horizon.TO_BE: "How should it be?"}
FEEDBACK_KINDS: Mapping[FeedbackKind, str] = {
    FeedbackKind.UNCLEAR: "Unclear",
    FeedbackKind.TWO_IN_ONE: "Two questions in one",
    FeedbackKind.DOES_NOT_FIT: "Does not fit here",
}
ROLES: Mapping[Role, str] = {
    Role.LEADERSHIP: "Leadership",
    Role.PRACTITIONER: "Practitioner",
    Role.CUSTOMER: "Customer",
    Role.OTHER: "Other",
}
ANSWERS_WITHOUT_CODE: Mapping[AnswerKind, str] = {
    AnswerKind.NOT_APPLICABLE: "Not applicable",
    AnswerKind.DONT_KNOW: "Don't know",
}
CERTAINTIES: Mapping[Certainty, str] = {
    Certainty.ASSERTED: "Asserted",
    Certainty.EVIDENCE_SEEN: "Evidence seen",
    Certainty.VERIFIED: "Verified by a second person",
}
AUTHORITIES: Mapping[Authority, str] = {Authority.YES: "Yes", Authority.PARTLY: "Partly", Authority.NO: "No"}
READINESS_STATES: Mapping[ReadinessState, str] = {
    ReadinessState.YES: "Yes",
    ReadinessState.PARTLY: "Partly",
    ReadinessState.NO: "No",
}
NATURES: Mapping[SourcingNature, str] = {SourcingNature.CORE: "Core", SourcingNature.COMMODITY: "Commodity"}
CANDIDATES: Mapping[SourcingCandidate, str] = {
    SourcingCandidate.NONE: "No move",
    SourcingCandidate.INSOURCE: "Insource",
    SourcingCandidate.OUTSOURCE: "Outsource",
}
LINKAGE_KINDS: Mapping[LinkageKind, str] = {
    LinkageKind.STATED: "Stated",
    LinkageKind.INTERACTION: "Interaction",
    LinkageKind.IMPLIED: "Implied",
    LinkageKind.EXTENSION: "Extension",
}
CONFIDENCES: Mapping[Confidence, str] = {
    Confidence.HIGH: "High",
    Confidence.MEDIUM: "Medium",
    Confidence.LOW: "Low",
}
AGREEMENTS: Mapping[AgreementState, str] = {
    AgreementState.NOT_MEASURED: "Not measured",
    AgreementState.UNANIMOUS: "Unanimous",
    AgreementState.WITHIN_ONE_STEP: "Agree within one step",
    AgreementState.RELIABLE: "Reliable",
    AgreementState.TENTATIVE: "Tentative",
    AgreementState.TALK_FIRST: "Talk first",
    AgreementState.NOT_TOLD: "Not shown",
}
GAP_STATUSES: Mapping[GapStatus, str] = {
    GapStatus.BELOW: "Below target",
    GapStatus.ON: "On target",
    GapStatus.ABOVE: "Above target",
}
PROCESS_STATUSES: Mapping[ProcessStatus, str] = {
    ProcessStatus.ASSESSED: "Assessed",
    ProcessStatus.NOT_ASSESSED: "Not assessed",
    ProcessStatus.NOT_APPLICABLE: "Not applicable",
}
FIRMNESS_WORDS: Mapping[FirmnessWord, str] = {
    FirmnessWord.FIRM: "Firm",
    FirmnessWord.LIKELY: "Likely",
    FirmnessWord.OPEN: "Open",
    FirmnessWord.NOT_MEASURED: "Not measured",
}
PAIN_POINTS: Mapping[int, str] = {
    0: "0 none",
    1: "1 slight",
    2: "2 some",
    3: "3 marked",
    4: "4 strong",
    5: "5 severe",
}
IMPORTANCE_POINTS: Mapping[int, str] = {
    0: "0 none",
    1: "1 low",
    2: "2 some",
    3: "3 medium",
    4: "4 high",
    5: "5 vital",
}
NOTED_KINDS: Mapping[DecisionKind, str] = {DecisionKind.DECISION: "Decision", DecisionKind.ACTION: "Action"}
ROOM_KINDS: Mapping[RoomKind, str] = {RoomKind.WORKSHOP: "Workshop", RoomKind.SURVEY: "Survey"}
DIRECTIONS: Mapping[str, str] = {"up": "higher is better", "down": "lower is better", "range": "within a range"}
MATCHES: Mapping[str, str] = {"full": "all of this work", "partial": "part of this work"}
PAPERS: Mapping[Paper, str] = {Paper.A4: "A4", Paper.LETTER: "US Letter"}
EXTENSION_MARK = "not one of the paper's sixteen"
