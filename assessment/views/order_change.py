"""What would change the order of the processes: the smallest change of one weight that swaps the first two.

| column | value | range |
|---|---|---|
| criterion | the weight that moves, the others staying | pain, importance, leverage |
| present, wanted | the weight as it is, and the nearest one that swaps them | 0 up |
| leads | process that is first at the weight wanted | |

Rows are the weights that can swap the two, the smallest change first.
"""

from __future__ import annotations

from assessment.domain.computed import Computed
from assessment.domain.planning.priority import Weights
from assessment.domain.planning.swapping import Swap, Swapping, what_swaps
from assessment.views.model import Cell, Column, Kind, Row, Table, View
from assessment.views.names import process_name
from assessment.views.wording import order_change as words


def order_change_view(computed: Computed) -> View:
    """What would put the second process before the first, in words, and how far each weight is from it."""
    swapping = what_swaps(computed.result, Weights.of(computed.assessment.roadmap))
    if swapping is None:
        return View(id="order-change", question=words.QUESTION, finding=words.EMPTY, empty=words.EMPTY)
    return View(
        id="order-change",
        question=words.QUESTION,
        finding=_finding(computed, swapping),
        tables=(_table(computed, swapping),),
    )


def _finding(computed: Computed, swapping: Swapping) -> str:
    first, second = (process_name(computed.framework, one) for one in (swapping.first_id, swapping.second_id))
    if not swapping.swaps:
        return words.no_swap(second, first)
    nearest = swapping.swaps[0]
    said = words.swaps_at(second, first, nearest.criterion, nearest.present_weight, nearest.weight)
    if nearest.first_id == swapping.second_id:
        return said
    return f"{said} {words.third_leads(process_name(computed.framework, nearest.first_id))}"


def _table(computed: Computed, swapping: Swapping) -> Table:
    return Table(
        id="swaps",
        title=words.TABLE_TITLE,
        measure=words.TABLE_MEASURE,
        columns=(
            Column(id="criterion", name=words.CRITERION_COLUMN, width=20),
            Column(id="present", name=words.PRESENT_COLUMN, kind=Kind.NUMBER, width=15),
            Column(id="wanted", name=words.WANTED_COLUMN, kind=Kind.NUMBER, width=25),
            Column(id="leads", name=words.LEADS_COLUMN, width=40),
        ),
        rows=tuple(_row(computed, swap) for swap in swapping.swaps),
        empty=words.NO_SWAP_TABLE,
    )


def _row(computed: Computed, swap: Swap) -> Row:
    return Row(
        id=swap.criterion.value,
        cells=(
            Cell(text=words.CRITERIA[swap.criterion], value=swap.criterion.value),
            Cell(text=words.weight_text(swap.present_weight), value=swap.present_weight),
            Cell(text=words.weight_text(swap.weight), value=swap.weight),
            Cell(text=process_name(computed.framework, swap.first_id), value=swap.first_id),
        ),
    )
