"""An assessment that was talked over, no two entries alike, and the questions of one process as a person sees them.

Two questions of Planning carry everything that can be entered: `ACTIVITY`, asked as it is, and `ANCHORED`, asked as it
is and as it should be. Three people are called Ada, two of them in one unit.
"""

from __future__ import annotations

from typing import Any

from streamlit.testing.v1 import AppTest

from assessment.domain.answered.assessment import AgreedValue, Certainty, Flag, Note, NoteKind, Rating, Respondent, Role
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.authored.framework import Horizon
from assessment.services.plumbline import Plumbline
from tests.builders import DK, NA, agreed, an_answer, an_assessment, rated
from tests.ui.assessed import framework_of, page, pinned, stored

ACTIVITY, ANCHORED, ANOTHER = "planning.deliver-1", "planning.ownership", "planning.deliver-2"
PEOPLE = (
    Respondent(id="r1", role=Role.LEADERSHIP, name="Ada", unit="Board"),
    Respondent(id="r2", role=Role.PRACTITIONER, name="Ben", unit="Desk"),
    Respondent(id="r3", role=Role.CUSTOMER),
    Respondent(id="r4", role=Role.LEADERSHIP, name="Ada", unit="Desk"),
    Respondent(id="r5", role=Role.LEADERSHIP, name="Ada", unit="Desk"),
)
NAMES = {
    "r1": "Ada (Leadership), Board",
    "r2": "Ben (Practitioner)",
    "r3": "Customer, anonymous r3",
    "r4": "Ada (Leadership), Desk, no. 1",
    "r5": "Ada (Leadership), Desk, no. 2",
}
SAID = Note(respondent_id="r1", item_id=ACTIVITY, kind=NoteKind.NOTE, text="Only the loud ones.", is_released=True)
SEEN = Note(respondent_id="r1", item_id=ACTIVITY, kind=NoteKind.EVIDENCE, text="Log of March.")
FLAGGED = Flag(item_id=ACTIVITY, reason="Ask the board.")
AGREED_NOW = agreed(ANCHORED, 3, certainty=Certainty.EVIDENCE_SEEN, present_ids=("r2", "r5"))
AGREED_TO_BE = agreed(ANCHORED, 5, Horizon.TO_BE, certainty=Certainty.VERIFIED, present_ids=("r1",))
CONTENT: dict[str, Any] = {
    "asks_to_be": True,
    "respondents": PEOPLE,
    "ratings": (
        rated(ACTIVITY, 2, "r1"),
        rated(ANCHORED, 1, "r1"),
        rated(ANCHORED, 4, "r1", Horizon.TO_BE),
        rated(ACTIVITY, 4, "r2"),
        rated(ANCHORED, 3, "r2"),
        rated(ANCHORED, NA, "r2", Horizon.TO_BE),
        rated(ANCHORED, DK, "r5"),
    ),
    "notes": (
        SEEN,
        SAID,
        Note(respondent_id="r1", item_id=ANOTHER, kind=NoteKind.NOTE, text="Elsewhere."),
        Note(respondent_id="r2", item_id=ACTIVITY, kind=NoteKind.NOTE, text="Not at night.", is_released=True),
    ),
    "flags": (FLAGGED, Flag(item_id=ANOTHER)),
    "agreed": (AGREED_NOW, AGREED_TO_BE),
}


def a_talked_over_one(plumbline: Plumbline, **changes: Any) -> str:
    """An assessment with all of that; returns its id."""
    framework = framework_of(plumbline)
    return stored(plumbline, pinned(framework, an_assessment(framework, **{**CONTENT, **changes})))


def questions(assessment_id: str, process_id: str = "planning", respondent_id: str = "r1") -> AppTest:
    """The questions of one process for one person."""
    return page("questionnaire", assessment=assessment_id, process=process_id, respondent=respondent_id)


def item_key(item_id: str, name: str, respondent_id: str = "r1") -> str:
    """Key of a widget of a question, in the one assessment of a test."""
    return page_key(f"{item_id}:{name}", respondent_id)


def page_key(name: str, respondent_id: str = "r1", assessment_id: str = "test-assessment") -> str:
    """Key of a widget of the page."""
    return f"questionnaire:{assessment_id}:{respondent_id}:{name}"


PICKER = "questionnaire:test-assessment:respondent"


def key_of(item_id: str, horizon: str = "as-is", respondent_id: str = "r1") -> str:
    """Key of the widget with an answer."""
    return item_key(item_id, horizon, respondent_id)


def unfolded(test: AppTest, name: str, item_id: str = ACTIVITY, respondent_id: str = "r1") -> AppTest:
    """The page with one fold of a question open."""
    return test.button_group(key=item_key(item_id, "fold", respondent_id)).set_value(name).run()


def agreed_key(item_id: str = ANCHORED, horizon: str = "as-is") -> str:
    """Key of the form with the room's value."""
    return item_key(item_id, f"agreed-{horizon}")


def choose(test: AppTest, form: str, choice: object) -> AppTest:
    """Take a statement as the room's value."""
    return test.radio(key=f"{form}:value").set_value(str(choice)).run()


def an_answer_of(respondent_id: str, item_id: str, value: int | str, horizon: Horizon = Horizon.AS_IS) -> Rating:
    """A rating; a text that is neither NA nor DK is the reason why the question does not apply."""
    if isinstance(value, int) or value in (NA, DK):
        answer = an_answer(value)
    else:
        answer = Answer(kind=AnswerKind.NOT_APPLICABLE, reason=value)
    return Rating(respondent_id=respondent_id, item_id=item_id, horizon=horizon, answer=answer)


def changed(value: AgreedValue, **fields: Any) -> AgreedValue:
    """The agreed value with some fields changed, all others as they were."""
    return value.model_copy(update=fields)
