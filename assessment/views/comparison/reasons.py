"""Why a process moved: a row a reason, with its part of the change."""

from __future__ import annotations

from assessment.domain.comparing.results import Comparison, ItemFate, Movement, MoveReason, MoveReasonKind, ProcessMove
from assessment.views.comparison.naming import Naming
from assessment.views.model import Cell, Column, Kind, Row, Table
from assessment.views.wording.comparison import reasons as words
from assessment.views.wording.comparison import since as since_words
from assessment.views.wording.numbers import NO_VALUE, listed, signed_text

TABLE_ID = "since-reasons"
_DECIMALS = 2


def reasons_table(comparison: Comparison, naming: Naming) -> Table:
    """The reasons of every process that has any, in the order of the assessment."""
    rows = tuple(
        _row(comparison, naming, move, reason, place)
        for move in comparison.processes
        for place, reason in enumerate(move.reasons)
    )
    return Table(
        id=TABLE_ID,
        title=words.TITLE,
        measure=words.MEASURE,
        columns=(
            Column(id="process", name=since_words.PROCESS_COLUMN, width=22),
            Column(id="why", name=since_words.WHY_COLUMN, width=69),
            Column(id="part", name=words.PART_COLUMN, kind=Kind.NUMBER, width=9, meaning=words.PART_MEANING),
        ),
        rows=rows,
        empty=words.NONE,
    )


def reasons_in_short(move: ProcessMove) -> str:
    """The reasons of a process in a few words each; a dash where it has none."""
    return listed([_short(reason) for reason in move.reasons]) or NO_VALUE


def _short(reason: MoveReason) -> str:
    is_either = not reason.is_told_apart and reason.kind in (
        MoveReasonKind.ANSWERS_CHANGED,
        MoveReasonKind.PEOPLE_CHANGED,
    )
    return words.NOT_TOLD_APART if is_either else words.SHORT[reason.kind]


def _row(comparison: Comparison, naming: Naming, move: ProcessMove, reason: MoveReason, place: int) -> Row:
    change = reason.score_change
    return Row(
        id=f"{move.process_id}:{place}",
        cells=(
            Cell(text=naming.process(move.process_id), value=move.process_id),
            Cell(text=reason_text(comparison, naming, move, reason), value=reason.kind.value),
            Cell(text=signed_text(change, _DECIMALS), value=change),
        ),
    )


def reason_text(comparison: Comparison, naming: Naming, move: ProcessMove, reason: MoveReason) -> str:
    """One reason as a sentence or two."""
    names = naming.items(reason.item_ids)
    match reason.kind:
        case MoveReasonKind.ANSWERS_CHANGED if reason.is_told_apart:
            return words.answers_changed(names)
        case MoveReasonKind.ANSWERS_CHANGED:
            return words.answers_or_people(move.people_after, names)
        case MoveReasonKind.PEOPLE_CHANGED if reason.is_told_apart:
            return words.people_changed(move.people_before, move.people_after, move.people_shared, names)
        case MoveReasonKind.PEOPLE_CHANGED:
            return words.people_or_answers(move.people_before, move.people_after, names)
        case MoveReasonKind.ODD_EVEN:
            return words.odd_even(move.people_before, move.people_after, upper_explains=reason.upper_explains)
        case MoveReasonKind.AGREED_REPLACED:
            return words.agreed_replaced(names)
        case MoveReasonKind.CONTENT_CHANGED:
            return words.content_changed(_content(comparison, move.process_id))
        case MoveReasonKind.BOUND_CHANGED:
            return words.bound_changed(comparison.before.carry_percent, comparison.after.carry_percent)
        case MoveReasonKind.SCOPE_CHANGED:
            return words.left_scope() if move.movement is Movement.LEFT else words.came_into_scope()


def _content(comparison: Comparison, process_id: str) -> list[str]:
    """What is asked otherwise of a process."""
    items = comparison.items
    return [
        sentence(names)
        for sentence, fates in (
            (since_words.questions_new, items.new),
            (since_words.questions_gone, items.gone),
            (since_words.questions_moved, items.moved),
        )
        if (names := _named(fates, process_id))
    ]


def _named(fates: tuple[ItemFate, ...], process_id: str) -> list[str]:
    return [one.name for one in fates if one.process_id == process_id]
