"""One question, and one attribute with its questions: what was answered, what counts and why, what people said.

| column | value | range |
|---|---|---|
| answer | code of the statement | 0 to 5 |
| people | how many chose it; none where that is not told | 0 up |
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assessment.domain.authored.framework import Framework, Item
from assessment.domain.computed import Computed
from assessment.domain.rating.results import (
    AttributeResult,
    ItemResult,
    Outcome,
    ProcessResult,
)
from assessment.domain.rating.scale import LETTERS
from assessment.domain.rating.warnings import WarningKind
from assessment.views.answers import attribute_notes, attribute_value
from assessment.views.evidence import files_table
from assessment.views.items import CODE_COLUMNS, COUNTED_COLUMNS, items_table, letter_cell
from assessment.views.model import Cell, Column, Fact, Kind, Row, Table, View
from assessment.views.names import attribute_name, item_name
from assessment.views.quotes import quotes_of
from assessment.views.warnings import warning_text
from assessment.views.wording import question as words
from assessment.views.wording.answers import reason_kept
from assessment.views.wording.terms import CERTAINTIES


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What somebody said to a question, or what the room agreed on and why; `source` says who, by role."""

    source: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView(View):
    """One question in full: its statements with who stands where, what counts and why, and what people said."""

    voices: tuple[Voice, ...]
    files: Table
    good: Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeView(View):
    """One attribute of a process: what its answers come to, short (`labels`) and in sentences, and its questions.

    `first_item_id`: the question that somebody said something about, else the first; None without a question.
    """

    name: str
    value: str
    labels: tuple[str, ...]
    holds_level: bool
    item_ids: tuple[str, ...]
    first_item_id: str | None


def attribute_view(computed: Computed, process: ProcessResult, attribute: AttributeResult) -> AttributeView:
    """An attribute of a process with the answers to its questions."""
    framework = computed.framework
    item_ids = tuple(item.item_id for item in attribute.items)
    noted = {note.item_id for note in computed.assessment.notes}
    return AttributeView(
        id=attribute.attribute_id,
        question=attribute_name(framework, attribute.attribute_id),
        finding=framework.attribute_by_id[attribute.attribute_id].meaning,
        tables=(items_table(computed, (attribute,)).only(*COUNTED_COLUMNS),),
        notes=tuple(_attribute_sentences(framework, process, attribute)),
        name=attribute_name(framework, attribute.attribute_id),
        value=attribute_value(process, attribute),
        labels=tuple(attribute_notes(computed, process, attribute)),
        holds_level=attribute.attribute_id in process.level.held_by,
        item_ids=item_ids,
        first_item_id=next((item_id for item_id in item_ids if item_id in noted), item_ids[0] if item_ids else None),
    )


def _attribute_sentences(framework: Framework, process: ProcessResult, attribute: AttributeResult) -> Iterator[str]:
    if attribute.is_capped:
        yield words.held_by_weakness([item_name(framework, item_id) for item_id in attribute.capped_by])
    for warning in process.warnings:
        if warning.kind is WarningKind.CARRIED_NOT_DONE and attribute.attribute_id in warning.attribute_ids:
            yield warning_text(framework, warning)
        own = tuple(item.item_id for item in attribute.items if item.item_id in warning.item_ids)
        if warning.kind is WarningKind.EVIDENCE_AGAINST and own:
            yield warning_text(framework, replace(warning, item_ids=own))


def question_view(computed: Computed, item: ItemResult) -> QuestionView:
    """A question with the answers given to it."""
    entry = computed.framework.item_by_id[item.item_id]
    return QuestionView(
        id=item.item_id,
        question=entry.question,
        finding=_answers_given(item, computed.assessment.header.anonymity_floor),
        tables=(_statements_table(entry, item),),
        notes=tuple(_what_counts(item)),
        voices=tuple(_voices(computed, item)),
        files=_files_table(computed, item.item_id),
        good=Fact(id="good", label=words.GOOD_LABEL, text=entry.good),
    )


def _files_table(computed: Computed, item_id: str) -> Table:
    own = [file for file in computed.assessment.evidence_files if file.item_id == item_id]
    return files_table(computed.framework, own).only("file", "kind", "size", "speaks", "hash")


def _answers_given(item: ItemResult, floor: int) -> str:
    if item.code_counts is None or item.dont_know_count is None or item.not_applicable_count is None:
        return words.answers_kept(floor)
    return words.answers_given(sum(item.code_counts), item.dont_know_count, item.not_applicable_count)


def _statements_table(entry: Item, item: ItemResult) -> Table:
    counts = item.code_counts or (None,) * len(CODE_COLUMNS)
    return Table(
        id="statements",
        title=words.STATEMENTS_TITLE,
        columns=(
            Column(id="answer", name=words.ANSWER_COLUMN, kind=Kind.MARK),
            Column(id="people", name=words.PEOPLE_COLUMN),
            Column(id="counts", name=words.COUNTS_COLUMN),
            Column(id="statement", name=words.STATEMENT_COLUMN),
        ),
        rows=tuple(
            Row(
                id=f"code-{code}",
                cells=(
                    letter_cell(code),
                    Cell() if count is None else Cell(text=words.dots(count), value=count),
                    Cell(text=words.COUNTS if code == item.code else words.UPPER if code == item.upper_code else ""),
                    Cell(text=statement),
                ),
            )
            for code, (count, statement) in enumerate(zip(counts, entry.statements, strict=True))
        ),
        empty="",
    )


def _what_counts(item: ItemResult) -> Iterator[str]:
    if item.outcome is Outcome.UNRATED:
        yield words.no_value_yet()
    elif item.outcome is Outcome.NOT_APPLICABLE:
        yield words.counts_as_not_applicable()
    else:
        yield _which_answer(item)
    if item.within_one_share is not None:
        yield words.within_one_step(item.within_one_share)


def _which_answer(item: ItemResult) -> str:
    if item.is_agreed:
        return words.agreed()
    if item.code_counts is None:
        return words.value_alone()
    count = sum(item.code_counts)
    if item.is_split and item.code is not None and item.upper_code is not None:
        return words.split(LETTERS[item.code].value, LETTERS[item.upper_code].value)
    if count == 1:
        return words.only_answer()
    return words.middle_answer() if count % 2 else words.lower_of_middle()


def _voices(computed: Computed, item: ItemResult) -> Iterator[Voice]:
    assessment = computed.assessment
    agreed = assessment.agreed_by_item.get((item.item_id, item.horizon))
    if agreed is not None:
        kept = "" if agreed.note is None else reason_kept(assessment.header.anonymity_floor)
        yield Voice(source=words.agreed_how_sure(CERTAINTIES[agreed.certainty]), text=agreed.note or kept)
    for flag in assessment.flags:
        if flag.item_id == item.item_id:
            yield Voice(source=words.MARKED, text=flag.reason or "")
    for quote in quotes_of(computed, item.item_id):
        yield Voice(source=quote.who, text=quote.text)
