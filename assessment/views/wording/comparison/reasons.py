"""Why a process moved, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessment.domain.comparing.results import MoveReasonKind
from assessment.views.wording.numbers import bound_text, counted, listed, plural, whole_text

TITLE = "Why it moved"
MEASURE = "What of each change is due to what, in points of the score; the parts of a process add up to its change."
PART_COLUMN = "Part"
PART_MEANING = "What of the change of the score is due to it; no number where it has no part of its own"
NONE = "Nothing that moves a process is other than before."

SHORT: Mapping[MoveReasonKind, str] = {
    MoveReasonKind.ANSWERS_CHANGED: "other answers",
    MoveReasonKind.PEOPLE_CHANGED: "other people",
    MoveReasonKind.ODD_EVEN: "odd and even",
    MoveReasonKind.AGREED_REPLACED: "agreed values",
    MoveReasonKind.CONTENT_CHANGED: "other questions",
    MoveReasonKind.BOUND_CHANGED: "other carry bound",
    MoveReasonKind.SCOPE_CHANGED: "other scope",
}
NOT_TOLD_APART = "other answers or other people"


def answers_changed(item_names: Sequence[str]) -> str:
    """The same people answer otherwise."""
    if not item_names:
        return "The same people answer otherwise."
    return f"The same people answer otherwise: {_questions(item_names)}."


def answers_or_people(people_count: int, item_names: Sequence[str]) -> str:
    """Answers changed, of as many people as before, and who they are is not told."""
    people = counted(people_count, "person answers", "people answer")
    changed = f": {_questions(item_names)}" if item_names else ""
    return f"Answers are others{changed}. {people} now as before; whether they are the same is not told."


def people_changed(before: int, now: int, shared: int | None, item_names: Sequence[str]) -> str:
    """Others answer, or more, or fewer."""
    came = f"Other people answer: {whole_text(now)} now, {whole_text(before)} before"
    same = "" if shared is None else f", {whole_text(shared)} of them both times"
    changed = f"; {_questions(item_names)}" if item_names else ""
    return f"{came}{same}{changed}."


def people_or_answers(before: int, now: int, item_names: Sequence[str]) -> str:
    """Another number of people answered, and what is due to them is not told apart."""
    changed = f": {_questions(item_names)}" if item_names else ""
    return (
        f"Other people or other answers{changed}. {whole_text(now)} answered now and {whole_text(before)} before; "
        "which of the two it was is not told."
    )


def odd_even(before: int, now: int, *, upper_explains: bool) -> str:
    """The number of people went from odd to even or back."""
    counts = f"{whole_text(before)} answered before and {whole_text(now)} now"
    rule = "of an even number the lower of the two middle answers counts"
    if upper_explains:
        return f"{counts}: {rule}. With the upper one it would not have moved so."
    return f"{counts}: {rule}. With the upper one it would have moved all the same."


def agreed_replaced(item_names: Sequence[str]) -> str:
    """Agreed values stand where medians stood, or otherwise."""
    if not item_names:
        return "What was agreed in the room is another than before."
    return f"What was agreed in the room, in place of a median or of another value: {_questions(item_names)}."


def content_changed(sentences: Sequence[str]) -> str:
    """The questions are others."""
    return " ".join(sentences) if sentences else "The questions are others than before."


def bound_changed(before: float, now: float) -> str:
    """The carry bound is another."""
    return f"What a level needs before the next one counts was {bound_text(before)} and is {bound_text(now)}."


def came_into_scope() -> str:
    """It was not assessed before."""
    return "It came into scope."


def left_scope() -> str:
    """It is not assessed any more."""
    return "It left the scope."


def _questions(item_names: Sequence[str]) -> str:
    forms = {"one": "{count} question has another value", "other": "{count} questions have another value"}
    return f"{plural(len(item_names), forms)} ({listed(item_names, 3)})"
