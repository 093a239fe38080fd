"""What people said of the questions of a framework, as it leaves their assessments: nobody is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assessment.domain.answered.assessment import Feedback, FeedbackKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidOfQuestion:
    """One thing that somebody said of a question; `text` None where there is none, or it may not be told."""

    item_id: str
    kind: FeedbackKind
    text: str | None


def said_of_questions(entries: Iterable[Feedback], people_count: int, floor: int) -> Iterator[SaidOfQuestion]:
    """The feedback of one assessment without its people, and without its words where they are fewer than the floor.

    **Own rule.** The kinds alone tell nothing of an assessment: they are counted over all of them.

    >>> one = Feedback(respondent_id="r1", item_id="change.assess", kind=FeedbackKind.UNCLEAR, text="Which board?")
    >>> [next(said_of_questions([one], people_count, 3)).text for people_count in (2, 3)]
    [None, 'Which board?']
    """
    for entry in entries:
        text = entry.text if people_count >= floor else None
        yield SaidOfQuestion(item_id=entry.item_id, kind=entry.kind, text=text)


def in_order(said: Iterable[SaidOfQuestion]) -> tuple[SaidOfQuestion, ...]:
    """By question, kind and words: the order tells nothing of the assessments it comes from."""
    return tuple(sorted(said, key=lambda one: (one.item_id, one.kind.value, one.text or "")))
