"""The questions of a process, one row each: who answered what, the value that counts, and how far people agree.

| column | value | range |
|---|---|---|
| code-0 to code-5, dont-know, not-applicable | people who answered so; none where that is not told | 0 up |
| answers | all of them; none where that is not told | 0 up |
| value | code that counts | 0 to 5 |
| agreement | Tastle-Wierman consensus, share; none where that is not told | 0 to 1 |
| weight | weight of the question in its attribute | 0 up |

What a reader is told of the answers of few people, `domain.disclosure` decides before any view is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assessment.domain.authored.content import Origin
from assessment.domain.authored.framework import Item
from assessment.domain.computed import Computed
from assessment.domain.rating.results import AttributeResult, ItemResult, Outcome
from assessment.domain.rating.scale import LETTERS
from assessment.views.heatmap_scale import BLANK
from assessment.views.model import Cell, Column, Kind, Mark, Row, Table
from assessment.views.names import attribute_name
from assessment.views.wording import answers as words
from assessment.views.wording.numbers import NO_DATA, NO_VALUE, number_text, share_text
from assessment.views.wording.question import dots
from assessment.views.wording.terms import CERTAINTIES

CODE_COLUMNS = tuple(f"code-{code}" for code in range(len(LETTERS)))
COUNTED_COLUMNS = ("question", *CODE_COLUMNS, "dont-know", "not-applicable", "value", "agreement")


def items_table(computed: Computed, attributes: Iterable[AttributeResult]) -> Table:
    """Everything about the questions of some attributes of a process, in their order."""
    return Table(
        id="items",
        title=words.ITEMS_TITLE,
        columns=_columns(),
        rows=tuple(_row(computed, attribute, item) for attribute in attributes for item in attribute.items),
        empty=words.NOTHING_ASKED,
    )


def _columns() -> tuple[Column, ...]:
    number, mark = Kind.NUMBER, Kind.MARK
    return (
        Column(id="question", name=words.QUESTION_COLUMN, width=47),
        Column(id="attribute", name=words.ATTRIBUTE_COLUMN),
        Column(id="weight", name=words.WEIGHT_COLUMN, kind=number, meaning=words.WEIGHT_MEANING),
        *(
            Column(id=column_id, name=letter.value, meaning=words.LETTER_MEANING)
            for column_id, letter in zip(CODE_COLUMNS, LETTERS, strict=True)
        ),
        Column(id="dont-know", name=words.DONT_KNOW_COLUMN, meaning=words.LETTER_MEANING),
        Column(id="not-applicable", name=words.NOT_APPLICABLE_COLUMN, meaning=words.LETTER_MEANING),
        Column(id="answers", name=words.ANSWERS_COLUMN, width=34, meaning=words.ANSWERS_MEANING),
        Column(id="value", name=words.VALUE_COLUMN, kind=mark, width=7, meaning=words.VALUE_MEANING),
        Column(id="certainty", name=words.CERTAINTY_COLUMN),
        Column(id="agreement", name=words.AGREEMENT_COLUMN, kind=number, width=12, meaning=words.AGREEMENT_MEANING),
    )


def _row(computed: Computed, attribute: AttributeResult, item: ItemResult) -> Row:
    entry = computed.framework.item_by_id[item.item_id]
    agreed = computed.assessment.agreed_by_item.get((item.item_id, item.horizon))
    floor = computed.assessment.header.anonymity_floor
    counts = (*(item.code_counts or (None,) * len(LETTERS)), item.dont_know_count, item.not_applicable_count)
    return Row(
        id=item.item_id,
        cells=(
            Cell(text=entry.name, value=item.item_id, note="; ".join(item_notes(computed, entry, item))),
            Cell(text=attribute_name(computed.framework, attribute.attribute_id), value=attribute.attribute_id),
            Cell(text=number_text(entry.weight), value=entry.weight),
            *(Cell() if count is None else Cell(text=dots(count), value=count) for count in counts),
            Cell(text=answer_words(item, floor), value=item.answer_count),
            value_cell(item),
            Cell() if agreed is None else Cell(text=CERTAINTIES[agreed.certainty], value=agreed.certainty.value),
            agreement_cell(item),
        ),
    )


def answer_words(item: ItemResult, floor: int) -> str:
    """The answers to an item counted by letter, or that they are too few to be told; the floor is 1 person up."""
    if item.code_counts is None:
        return words.too_few(floor)
    parts = [
        words.letter_count(count, letter.value)
        for letter, count in zip(LETTERS, item.code_counts, strict=True)
        if count
    ]
    if item.not_applicable_count:
        parts.append(words.not_applicable_count(item.not_applicable_count))
    if item.dont_know_count:
        parts.append(words.dont_know_count(item.dont_know_count))
    return words.counts(parts)


def value_cell(item: ItemResult) -> Cell:
    """The letter that counts for an item; a dash where it does not apply, a dot where nothing is rated."""
    if item.outcome is Outcome.NOT_APPLICABLE:
        return Cell(text=NO_VALUE, style=BLANK, spoken=words.NOT_APPLICABLE)
    if item.code is None:
        return Cell(text=NO_DATA, style=BLANK, spoken=words.NO_VALUE)
    return letter_cell(item.code)


def letter_cell(code: int) -> Cell:
    """The letter of a code, 0 to 5, on its step of the scale."""
    return Cell(text=LETTERS[code].value, value=code, style=f"rating-{code}", marks=frozenset({Mark.CHIP}))


def agreement_cell(item: ItemResult) -> Cell:
    """How far people agree on an item, and whether the room agreed on its value."""
    note = words.AGREED if item.is_agreed else words.SPLIT if item.is_split else ""
    if item.consensus_share is None:
        return Cell(text="" if note else NO_VALUE, note=note)
    return Cell(text=share_text(item.consensus_share), value=item.consensus_share, note=note)


def item_notes(computed: Computed, item: Item, result: ItemResult) -> Iterator[str]:
    """What has to be said beside a question: not of the paper, not counted or weighed otherwise, marked."""
    process = computed.framework.process_by_id[item.process_id]
    if item.origin is Origin.EXTENSION and process.origin is Origin.PAPER:
        yield words.EXTENSION
    if item.weight == 0:
        yield words.NOT_COUNTED
    elif item.weight != 1:
        yield words.weight(item.weight)
    flag = next((flag for flag in computed.assessment.flags if flag.item_id == result.item_id), None)
    if flag is not None:
        yield words.marked_because(flag.reason) if flag.reason else words.MARKED
