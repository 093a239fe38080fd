"""Where in the questionnaire one is, and what every question of the page needs to know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.domain.answered.assessment import Assessment, AssessmentHeader, AssessmentState, NoteKind, Respondent
from assessment.domain.authored.framework import Framework, Horizon, Item
from assessment.ui import session
from assessment.ui.components.scrolling import PAGE_HEAD, scroll_to
from assessment.views.progress import ProgressView, progress_view

PROCESS, RESPONDENT, QUESTION, FOLD = "process", "respondent", "question", "fold"
PROGRESS_FRAGMENT = "questionnaire-progress"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The assessment, its framework and the one who answers; with `is_own` for themselves, and seeing nobody else."""

    header: AssessmentHeader
    framework: Framework
    scope: tuple[str, ...]
    respondent: Respondent
    respondents: tuple[Respondent, ...]
    is_own: bool = False

    @classmethod
    def read(cls, assessment: Assessment, framework: Framework, respondent: Respondent, is_own: bool = False) -> Place:
        """The place of one respondent in an assessment."""
        return cls(
            header=assessment.header,
            framework=framework,
            scope=assessment.scope,
            respondent=respondent,
            respondents=assessment.respondents,
            is_own=is_own,
        )

    @property
    def assessment_id(self) -> str:
        """Id of the assessment."""
        return self.header.id

    @property
    def is_locked(self) -> bool:
        """True once the assessment is no draft any more."""
        return self.header.state is not AssessmentState.DRAFT

    def key(self, name: str) -> str:
        """The key of a widget of this assessment and this person."""
        return f"questionnaire:{self.assessment_id}:{self.respondent.id}:{name}"

    def item_key(self, item: Item, name: str) -> str:
        """The key of a widget, and of what became of a save, of one question for this person."""
        return self.key(f"{item.id}:{name}")


def is_open(process_id: str) -> bool:
    """Whether the questions of a process are what is shown."""
    return session.url_id(PROCESS) == process_id


def read_progress(place: Place) -> ProgressView:
    """How far the one who answers is."""
    progress = session.plumbline().answering.progress(session.actor(), place.assessment_id, place.respondent.id)
    return progress_view(place.framework, progress)


def question_key(item: Item) -> str:
    """Key of a question's container and of the fragment at its foot; it is a CSS class as well."""
    return question_class(item.id)


def question_class(item_id: str) -> str:
    """The same from the item's id."""
    return "question-" + item_id.replace(".", "--")


def answer_key(place: Place, item: Item, horizon: Horizon) -> str:
    """Key of the widget with one respondent's answer."""
    return place.item_key(item, horizon)


def note_key(place: Place, item: Item, kind: NoteKind) -> str:
    """Key of the field with one respondent's note or evidence."""
    return place.item_key(item, kind)


def flag_key(place: Place, item: Item) -> str:
    """Key of the mark on a question."""
    return place.item_key(item, "flag")


def agreement_key(place: Place, item: Item, horizon: Horizon) -> str:
    """Key of the form with the room's value."""
    return place.item_key(item, f"agreed-{horizon}")


def go_to_process(process_id: str, item_id: str | None = None) -> None:
    """Callback: show a process at its first question, or at one of its items."""
    session.keep_in_url(PROCESS, process_id)
    scroll_to(PAGE_HEAD if item_id is None else question_class(item_id))


def go_to_overview() -> None:
    """Callback: show all processes."""
    session.keep_in_url(PROCESS, None)
    scroll_to(PAGE_HEAD)


def neighbour(ids: Sequence[str], present: str, distance: int) -> str | None:
    """The id before (-1) or after (+1) another one, None at either end.

    >>> neighbour(("a", "b"), "a", 1), neighbour(("a", "b"), "a", -1)
    ('b', None)
    """
    wanted = ids.index(present) + distance
    return ids[wanted] if 0 <= wanted < len(ids) else None
