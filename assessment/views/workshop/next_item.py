"""The question to talk about next and why, with the ones that follow it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.domain.authored.framework import Framework
from assessment.domain.workshop.next_item import NextItem, NextReason
from assessment.views.model import Cell, Column, Row, Table, View
from assessment.views.names import item_name, level_name, process_name
from assessment.views.wording.workshop import next_item as words

SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class NextView(View):
    """`best` is the next best question with `why` it is; None and "" where all is agreed."""

    best: NextItem | None
    why: str


def next_view(framework: Framework, items: Sequence[NextItem], limit: int = SHOWN) -> NextView:
    """The next best questions, the best first; the rows of the table are the ids of questions."""
    best = items[0] if items else None
    return NextView(
        id="next-item",
        question=words.QUESTION,
        finding=words.ALL_AGREED
        if best is None
        else words.best(item_name(framework, best.item_id), process_name(framework, best.process_id)),
        tables=(_table(framework, items[:limit]),),
        empty="" if items else words.ALL_AGREED,
        best=best,
        why="" if best is None else why_text(framework, best),
    )


def _table(framework: Framework, items: Sequence[NextItem]) -> Table:
    return Table(
        id="next",
        title=words.TABLE_TITLE,
        columns=(
            Column(id="item", name=words.ITEM_COLUMN),
            Column(id="process", name=words.PROCESS_COLUMN),
            Column(id="why", name=words.WHY_COLUMN),
        ),
        rows=tuple(
            Row(
                id=one.item_id,
                cells=(
                    Cell(text=item_name(framework, one.item_id), value=one.item_id),
                    Cell(text=process_name(framework, one.process_id), value=one.process_id),
                    Cell(text=why_text(framework, one), value=one.reason.value),
                ),
            )
            for one in items
        ),
        empty=words.ALL_AGREED,
    )


def why_text(framework: Framework, one: NextItem) -> str:
    """Why a question comes when it comes."""
    why = _why(framework, one)
    return words.put_off(why) if one.is_put_off else why


def _why(framework: Framework, one: NextItem) -> str:
    if one.other_level is not None and one.present_level is not None:
        name = process_name(framework, one.process_id)
        sentence = words.raises if one.other_level > one.present_level else words.lowers
        return sentence(name, one.other_level, level_name(framework, one.other_level))
    if one.reason is NextReason.SPREAD:
        return words.SPLIT if one.is_split else words.spread(one.consensus_share)
    return words.UNANSWERED if one.reason is NextReason.UNANSWERED else words.TO_AGREE
