"""The values on which people agree already, as a list to be seen before they are taken, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessment.domain.authored.framework import Framework, Horizon
from assessment.domain.workshop.accepting import Acceptable, Accepted, LeftOutReason
from assessment.views.model import Cell, Column, Kind, Row, Table, View
from assessment.views.names import item_name, process_name
from assessment.views.wording.numbers import share_text
from assessment.views.wording.workshop import accepting as words
from assessment.views.wording.workshop.reveal import HORIZON_NAMES, letter


def accepting_view(framework: Framework, items: Sequence[Acceptable], *, bound: float, floor: int) -> View:
    """What can be taken; a row's id is that of the question and its horizon, parted by "@"."""
    return View(
        id="accepting",
        question=words.QUESTION,
        finding=words.can_be_taken(len(items), bound, floor) if items else words.NONE,
        tables=(_table(framework, items),),
        notes=(words.UNCHANGED,) if items else (),
        empty="" if items else words.NONE,
    )


def _table(framework: Framework, items: Sequence[Acceptable]) -> Table:
    asks_both = any(one.horizon is Horizon.TO_BE for one in items)
    return Table(
        id="acceptable",
        title=words.TABLE_TITLE,
        columns=(
            Column(id="item", name=words.ITEM_COLUMN),
            Column(id="process", name=words.PROCESS_COLUMN),
            Column(id="value", name=words.VALUE_COLUMN),
            Column(id="people", name=words.PEOPLE_COLUMN),
            Column(id="agreement", name=words.AGREEMENT_COLUMN, kind=Kind.NUMBER),
        ),
        rows=tuple(_row(framework, one, asks_both=asks_both) for one in items),
        empty=words.NONE,
    )


def _row(framework: Framework, one: Acceptable, *, asks_both: bool) -> Row:
    item = framework.item_by_id[one.item_id]
    return Row(
        id=f"{one.item_id}@{one.horizon}",
        cells=(
            Cell(text=_name(framework, one.item_id, one.horizon, asks_both=asks_both), value=one.item_id),
            Cell(text=process_name(framework, item.process_id), value=item.process_id),
            Cell(text=words.lettered(letter(one.code), framework.scale[one.code].name), value=one.code),
            Cell(text=words.chose(one.same_count, one.answer_count), value=one.answer_count),
            Cell(text=share_text(one.consensus_share), value=one.consensus_share),
        ),
    )


def _name(framework: Framework, item_id: str, horizon: Horizon, *, asks_both: bool) -> str:
    name = item_name(framework, item_id)
    return words.of_horizon(name, HORIZON_NAMES[horizon]) if asks_both else name


_REASONS: Mapping[LeftOutReason, str] = {
    LeftOutReason.AGREED: words.AGREED_MEANWHILE,
    LeftOutReason.VOTES: words.VOTES_MEANWHILE,
    LeftOutReason.SCOPE: words.OUT_OF_SCOPE,
}


def accepted_text(framework: Framework, accepted: Accepted) -> str:
    """What became of it: how many were taken, and each that was left out with why."""
    told = words.taken(len(accepted.taken))
    if not accepted.left_out:
        return told
    horizons = {one.horizon for one in accepted.taken} | {one.horizon for one in accepted.left_out}
    asks_both = Horizon.TO_BE in horizons
    named = [
        (_name(framework, one.item_id, one.horizon, asks_both=asks_both), _REASONS[one.reason])
        for one in accepted.left_out
    ]
    return f"{told} {words.left_out(named)}"


def bound_names(bounds: Sequence[float]) -> Mapping[float, str]:
    """The bounds to choose from, in words."""
    return {bound: share_text(bound) for bound in bounds}
