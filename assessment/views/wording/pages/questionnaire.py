"""What the Questionnaire page says beside the questions themselves; `questionnaire_folds` what is folded under one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessment.domain.answered.assessment import NoteKind
from assessment.views.wording.assessments import SEPARATOR
from assessment.views.wording.numbers import counted, listed

NOBODY_YET = "Who answers?"
FIRST_PERSON = "Answers belong to a person, named or not. Add the first one to begin; more can follow in Set-up."
START = "Start answering"
WHO_ANSWERS = "Who answers"
CHOOSE_FIRST = "Answers belong to a person. Choose whose are given now; it can be changed at any time."
CHOOSE_PERSON = "Choose a person"
PERSON_GONE = "The person whose questions these were is not in this assessment any more."
CLICK_REFUSED = "A click came while the questions were being changed. It was kept for nobody: give the answer again."
ALL_PROCESSES = "All processes"
NOTHING_OF_PROCESS = (
    "Nothing of this process is asked of this person. Choose another process, or change who is asked what in Set-up."
)
KEYS = (
    "Keys for the question you are at: 0 to 5 the statements from first to last, D don't know, N not applicable; the "
    "next question follows. Alt+N next unanswered, Alt+J next process, Alt+K previous process."
)
NEXT_UNANSWERED = "Next unanswered"
ON_PAPER = "On paper, for an interview without a laptop"

ABOUT = "About and guide"
ABOUT_TAB = "About the process"
GUIDE_TAB = "Facilitator's guide"

DONT_KNOW = "Don't know"
NOT_APPLICABLE = "Not applicable here"
WHY_NOT_APPLICABLE = "Why does it not apply here?"
REASON_MISSING = "Not saved yet: give the reason."
KEPT: Mapping[NoteKind, str] = {NoteKind.NOTE: "note", NoteKind.EVIDENCE: "evidence"}
KEPT_FLAG = "flag"
KEPT_FEEDBACK = "feedback on the question"
_EN_SPACE = "\u2002"


def in_sight(person: str, process_name: str) -> str:
    """Who answers, and what, while one scrolls."""
    return SEPARATOR.join(part for part in (process_name, person) if part)


def begin_with(process_name: str) -> str:
    """The way to the first question."""
    return f"Begin with {process_name}"


def go_on_with(process_name: str) -> str:
    """The way to where one stopped."""
    return f"Go on with {process_name}"


def previous(process_name: str) -> str:
    """The way back."""
    return f"Previous: {process_name}"


def next_one(process_name: str) -> str:
    """The way on."""
    return f"Next: {process_name}"


def where_next(process_name: str) -> str:
    """The process of the next unanswered question, where it is another one."""
    return f"It is in {process_name}."


def numbered(number: int, name: str) -> str:
    """A question with its number on the page."""
    return f"{number}{_EN_SPACE}{name}"


def with_kept(kept: Sequence[str]) -> str:
    """What is folded under a question but there."""
    return f"with {listed(kept)}."


def kept_files(count: int) -> str:
    """Files of evidence that are folded under a question."""
    return counted(count, "file")


def room_agreed_on(answer: str) -> str:
    """The value that counts, whatever one person answered."""
    return f"The room agreed on: {answer.lower()}."


def waits_at(number: int, name: str, fold: str) -> str:
    """A question, and the fold of it where a text waits."""
    return f"{number}. {name}: {fold}"
