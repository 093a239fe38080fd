"""An assessment with every part of its set-up filled in, no two fields alike, and the tabs that edit it."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from streamlit.testing.v1 import AppTest

from assessment.domain.answered.assessment import (
    Assessment,
    Assignment,
    CriticalService,
    Opinion,
    Respondent,
    Role,
    Target,
    TargetCell,
)
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.answered.organisation import (
    Authority,
    LinkageRating,
    Owner,
    Readiness,
    ReadinessState,
    Sourcing,
    SourcingCandidate,
    SourcingNature,
    Technology,
    TransitionPlace,
)
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from assessment.store import section_of
from tests.builders import an_answer
from tests.ui.assessed import an_answered_one, page

ADA = Respondent(id="r1", role=Role.LEADERSHIP, name="Ada", unit="Board")
BEN = Respondent(id="r2", role=Role.PRACTITIONER, name="Ben", unit="Desk")
CUSTOMER = Respondent(id="r3", role=Role.CUSTOMER)
PAYMENTS = CriticalService(id="s1", name="Payments", importance=5, process_ids=("planning", "building"))
MAIL = CriticalService(id="s2", name="Mail", importance=2)
HIGH_TARGET = Target(
    process_id="planning",
    level=4,
    rationale="The board wants it.",
    approver="Ada",
    cells=(TargetCell(attribute_id="delivery", code=3), TargetCell(attribute_id="control", code=5)),
)
PLAIN_TARGET = Target(process_id="building", level=2)
OWNED = Owner(process_id="planning", name="Olga", authority=Authority.PARTLY, sponsor="Sam")
SPONSORED = Owner(process_id="building", sponsor="Sue")
ROLES_READY = Readiness(process_id="planning", question_id="roles", state=ReadinessState.YES, note="Agreed in May.")
NO_SPONSOR = Readiness(process_id="planning", question_id="sponsor", state=ReadinessState.NO, note="Nobody yet.")
TOOL = Technology(process_id="planning", tool="Desk tool", as_is=1, to_be=4)
SHARED_WORK = Sourcing(
    process_id="planning",
    mode_id="mixed",
    nature=SourcingNature.CORE,
    candidate=SourcingCandidate.INSOURCE,
    interface="A weekly call.",
)
LATE = LinkageRating(linkage_id="planning-to-building", answer=an_answer(2), note="Late.")
ELSEWHERE = LinkageRating(
    linkage_id="building-to-releasing",
    answer=Answer(kind=AnswerKind.NOT_APPLICABLE, reason="Done elsewhere."),
    note="Ask again in June.",
)
PLACE = TransitionPlace(transition_id="craft-to-system", as_is=1, to_be=4, note="Slowly.")
FULL: dict[str, Any] = {
    "respondents": (ADA, BEN, CUSTOMER),
    "assignments": (
        Assignment(respondent_id="r2", process_id="building", attribute_ids=("delivery",)),
        Assignment(respondent_id="r2", process_id="planning", attribute_ids=("delivery", "control")),
    ),
    "opinions": (
        Opinion(respondent_id="r1", process_id="building", pain=1),
        Opinion(respondent_id="r1", process_id="planning", pain=4, importance=2),
        Opinion(respondent_id="r2", process_id="planning", pain=0, importance=5),
    ),
    "critical_services": (PAYMENTS, MAIL),
    "targets": (PLAIN_TARGET, HIGH_TARGET),
    "owners": (SPONSORED, OWNED),
    "readiness": (ROLES_READY, NO_SPONSOR),
    "technology": (TOOL,),
    "sourcing": (SHARED_WORK,),
    "linkage_ratings": (ELSEWHERE, LATE),
    "transitions": (PLACE,),
}


def a_full_one(plumbline: Plumbline, **changes: Any) -> str:
    """An answered assessment with all of that; returns its id."""
    return an_answered_one(plumbline, **{**FULL, **changes})


def tab(assessment_id: str, name: str) -> AppTest:
    """The page with one of its tabs open."""
    return page("set_up", assessment=assessment_id, section=name)


def loaded(plumbline: Plumbline, assessment_id: str) -> Assessment:
    """Everything the store holds of an assessment."""
    return plumbline.assessments.load(LOCAL_ACTOR, assessment_id)


def with_entries(assessment: Assessment, part: str, *entries: BaseModel) -> Assessment:
    """The assessment with these entries in place of those with their ids, all else as it was."""
    own = {_key(entry): entry for entry in (*getattr(assessment, part), *entries)}
    return assessment.model_copy(update={part: tuple(own[key] for key in sorted(own))})


def without(assessment: Assessment, part: str, *key: str) -> Assessment:
    """The assessment without one entry, all else as it was."""
    kept = tuple(entry for entry in getattr(assessment, part) if _key(entry) != key)
    assert len(kept) == len(getattr(assessment, part)) - 1
    return assessment.model_copy(update={part: kept})


def _key(entry: Any) -> tuple[str, ...]:
    return tuple(str(getattr(entry, name)) for name in section_of(type(entry)).key)
