"""Why a process has its level: what people answered, what it comes to, and what the room agreed on.

Who saw an agreed value otherwise stays on record, with the votes before the last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assessment.domain.answered.assessment import AgreedValue
from assessment.domain.authored.framework import Framework, Horizon, ItemKind
from assessment.domain.computed import Computed
from assessment.domain.rating.results import AttributeResult, Outcome, ProcessResult
from assessment.domain.workshop.record import QuestionOnRecord, agreed_on_record
from assessment.views.heatmap_scale import BLANK
from assessment.views.items import items_table, letter_cell
from assessment.views.model import Cell, Column, Kind, Mark, Row, Table, View
from assessment.views.names import attribute_name, item_name
from assessment.views.profile import rating_text
from assessment.views.wording import answers as words
from assessment.views.wording.numbers import NO_VALUE
from assessment.views.wording.terms import CERTAINTIES, HORIZONS
from assessment.views.wording.workshop import minutes as minutes_words
from assessment.views.workshop.minutes_votes import apart_cell

PRINTED_COLUMNS = ("question", "answers", "value", "agreement")


def answers_view(computed: Computed, process: ProcessResult) -> View:
    """The answers as they are printed (`answers`), all about each question (`items`), and what was `agreed`."""
    items = items_table(computed, process.attributes)
    return View(
        id="answers",
        question=words.QUESTION,
        finding=words.ANSWERS_TITLE,
        tables=(_printed(computed, process, items), items, _agreed_table(computed, process)),
        empty="" if any(count != 0 for count in _answer_counts(process)) else words.NO_ANSWER_YET,
    )


def _answer_counts(process: ProcessResult) -> Iterator[int | None]:
    return (item.answer_count for attribute in process.attributes for item in attribute.items)


def _printed(computed: Computed, process: ProcessResult, items: Table) -> Table:
    """The answers under the attribute they rate; an attribute of one question of its own is one row with it."""
    narrow = items.only(*PRINTED_COLUMNS)
    rows: list[Row] = []
    for attribute in process.attributes:
        own = [narrow.row(item.item_id) for item in attribute.items]
        notes = tuple(attribute_notes(computed, process, attribute))
        value = attribute_value(process, attribute)
        if _is_one_question(computed.framework, attribute):
            rows.append(_lone_row(own[0], (value, *notes)))
            continue
        heading = words.attribute_value(attribute_name(computed.framework, attribute.attribute_id), value)
        rows += (Row(id=row.id, cells=row.cells, group=heading, group_note="; ".join(notes)) for row in own)
    return replace(narrow, id="answers", title=words.ANSWERS_TITLE, rows=tuple(rows))


def _is_one_question(framework: Framework, attribute: AttributeResult) -> bool:
    """Whether an attribute is asked by its one anchored item, which has its name."""
    return [framework.item_by_id[item.item_id].kind for item in attribute.items] == [ItemKind.ANCHORED]


def _lone_row(row: Row, notes: Sequence[str]) -> Row:
    question = row.cells[0]
    joined = "; ".join(note for note in (*notes, question.note) if note)
    first = Cell(text=question.text, value=question.value, note=joined, marks=frozenset({Mark.STRONG}))
    return Row(id=row.id, cells=(first, *row.cells[1:]))


def attribute_value(process: ProcessResult, attribute: AttributeResult) -> str:
    """What the answers to an attribute come to, in words."""
    if attribute.outcome is Outcome.UNRATED and process.is_assessed:
        return words.NO_EVIDENCE
    return rating_text(attribute.outcome, attribute.letter, attribute.percent)


def attribute_notes(computed: Computed, process: ProcessResult, attribute: AttributeResult) -> Iterator[str]:
    """What stands beside the value of an attribute: its level, coverage, bounds, what caps it, what is not done."""
    if attribute.outcome is Outcome.NOT_APPLICABLE:
        return
    framework = computed.framework
    yield words.for_level(framework.attribute_by_id[attribute.attribute_id].level)
    if attribute.attribute_id in process.level.held_by:
        yield words.HOLDS
    if attribute.coverage_share is not None and attribute.coverage_share < 1:
        yield words.answered(attribute.coverage_share)
    if attribute.outcome is Outcome.RATED and attribute.low_percent != attribute.high_percent:
        yield words.could_be(attribute.low_percent, attribute.high_percent)
    if attribute.is_capped:
        yield words.capped([item_name(framework, item_id) for item_id in attribute.capped_by])
    if attribute.not_done:
        yield words.carried_not_done([item_name(framework, item_id) for item_id in attribute.not_done])


def _agreed_table(computed: Computed, process: ProcessResult) -> Table:
    """What the room agreed on, why, and how sure it is."""
    framework = computed.framework
    return Table(
        id="agreed",
        title=words.AGREED_TITLE,
        columns=(
            Column(id="question", name=words.QUESTION_COLUMN, width=22),
            Column(id="value", name=words.VALUE_COLUMN, kind=Kind.MARK, width=6),
            Column(id="reason", name=words.REASON_COLUMN, width=37),
            Column(id="apart", name=minutes_words.APART_COLUMN, width=22, meaning=minutes_words.APART_MEANING),
            Column(id="certainty", name=words.CERTAINTY_COLUMN, width=13),
        ),
        rows=tuple(
            _agreed_row(framework, one.agreed, one, computed.assessment.header.anonymity_floor)
            for one in agreed_on_record(framework, computed.assessment, process)
            if one.agreed is not None
        ),
        empty=words.AGREED_EMPTY,
    )


def _reason_cell(value: AgreedValue, floor: int) -> Cell:
    """The room's reason; a dash where none was given, and a word where it is kept ("")."""
    if value.note is None:
        return Cell(text=NO_VALUE)
    return Cell(text=value.note) if value.note else Cell(note=words.reason_kept(floor))


def _agreed_row(framework: Framework, value: AgreedValue, record: QuestionOnRecord, floor: int) -> Row:
    code = value.answer.code
    return Row(
        id=f"{value.item_id}:{value.horizon.value}",
        cells=(
            Cell(
                text=item_name(framework, value.item_id),
                value=value.item_id,
                note=HORIZONS[value.horizon] if value.horizon is Horizon.TO_BE else "",
            ),
            Cell(text=NO_VALUE, style=BLANK, spoken=words.NOT_APPLICABLE) if code is None else letter_cell(code),
            _reason_cell(value, floor),
            apart_cell(record, floor),
            Cell(text=CERTAINTIES[value.certainty], value=value.certainty.value),
        ),
    )
