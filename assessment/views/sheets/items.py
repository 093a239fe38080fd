"""A row a question: the value that counts, and how many people said what, where enough of them answered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.domain.authored.framework import Item
from assessment.domain.computed import Computed
from assessment.domain.rating.results import ItemResult
from assessment.domain.rating.scale import LETTERS
from assessment.views.items import agreement_cell, item_notes
from assessment.views.names import attribute_name, process_name
from assessment.views.sheets.attributes import OUTCOMES
from assessment.views.sheets.fields import Field, mark, number, share, sheet_of, text, yes_no
from assessment.views.sheets.model import Sheet
from assessment.views.wording.sheets import ratings as words
from assessment.views.wording.sheets import units
from assessment.views.wording.terms import CERTAINTIES, HORIZONS

SHEET_ID = "items"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A question with its result; `notes` are what views say beside it."""

    process: str
    attribute: str
    item: Item
    result: ItemResult
    certainty: str
    notes: str

    @property
    def is_told(self) -> bool:
        return self.result.code_counts is not None


def items_sheet(computed: Computed) -> Sheet:
    """Every question asked of the processes in scope, as it is and, where that is asked, as it should be."""
    column_words = {**words.ITEM_COLUMNS, **{_code_id(code): words.people_at(LETTERS[code].value) for code in _CODES}}
    return sheet_of(SHEET_ID, words.ITEMS_NAME, column_words, _fields(), tuple(_asked(computed)))


_CODES = range(len(LETTERS))


def _code_id(code: int) -> str:
    return f"code-{code}"


def _asked(computed: Computed) -> Iterator[_Asked]:
    framework = computed.framework
    for process in computed.result.processes:
        name = process_name(framework, process.process_id)
        for attribute in (*process.attributes, *process.to_be_attributes):
            attribute_text = attribute_name(framework, attribute.attribute_id)
            for result in attribute.items:
                item = framework.item_by_id[result.item_id]
                agreed = computed.assessment.agreed_by_item.get((result.item_id, result.horizon))
                notes = (*item_notes(computed, item, result), agreement_cell(result).note)
                yield _Asked(
                    process=name,
                    attribute=attribute_text,
                    item=item,
                    result=result,
                    certainty="" if agreed is None else CERTAINTIES[agreed.certainty],
                    notes="; ".join(note for note in notes if note),
                )


def _fields() -> tuple[Field[_Asked], ...]:
    return (
        text("process-id", lambda one: one.item.process_id, 22),
        text("process", lambda one: one.process, 26),
        text("attribute-id", lambda one: one.item.attribute_id, 20),
        text("attribute", lambda one: one.attribute, 34),
        text("item-id", lambda one: one.item.id, 30),
        text("item", lambda one: one.item.name, 30),
        text("question", lambda one: one.item.question, 60),
        text("horizon", lambda one: HORIZONS[one.result.horizon], 9),
        number("weight", lambda one: one.item.weight, units.COUNT, None, 8),
        text("state", lambda one: OUTCOMES[one.result.outcome], 15),
        number("value", lambda one: one.result.code, units.LEVEL, 0, 8),
        mark("letter", _letter, units.LETTER),
        yes_no("agreed", lambda one: one.result.is_agreed),
        text("certainty", lambda one: one.certainty, 22),
        *_counts(),
        share("agreement", lambda one: one.result.consensus_share, units.SHARE),
        share("within-one", lambda one: one.result.within_one_share, units.SHARE),
        yes_no("split", lambda one: one.result.is_split if one.is_told else None),
        text("flags", lambda one: one.notes, 30),
    )


def _letter(one: _Asked) -> str | None:
    return None if one.result.code is None else LETTERS[one.result.code].value


def _counts() -> tuple[Field[_Asked], ...]:
    return (
        number("answers", lambda one: one.result.answer_count, units.PEOPLE, 0, 9),
        *(_count_of(code) for code in _CODES),
        number("dont-know", lambda one: one.result.dont_know_count, units.PEOPLE, 0, 11),
        number("not-applicable", lambda one: one.result.not_applicable_count, units.PEOPLE, 0, 12),
    )


def _count_of(code: int) -> Field[_Asked]:
    return number(
        _code_id(code),
        lambda one: None if one.result.code_counts is None else one.result.code_counts[code],
        units.PEOPLE,
        0,
        10,
    )
