"""How firm the order is and what a pin costs, what may hinder, and what begins in the next thirty days."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.domain.computed import Computed
from assessment.domain.planning.results import FirmnessWord, FirstAction, Wave
from assessment.views.advice import advice_cells
from assessment.views.deck.model import Area, Slide, SlideKind
from assessment.views.deck.tables import limited, with_columns
from assessment.views.firmness import firmness_view
from assessment.views.model import Cell, Column, Row, Table
from assessment.views.names import process_name, process_names
from assessment.views.pins import pins_table
from assessment.views.shared_advice import preparation_id, shared_advice
from assessment.views.wording import deck as words
from assessment.views.wording import plan as plan_words
from assessment.views.wording import steps as step_words

RANK_LIMIT = 10
PIN_LIMIT = 8
RISK_LIMIT = 8
NEXT_LIMIT = 9
NEXT_WEEKS = 4
"""What takes longer on the calendar stands behind what does not."""


def firm_slides(computed: Computed) -> Iterator[Slide]:
    """How firm the order is; nothing where it is not measured and nothing is pinned."""
    view = firmness_view(computed)
    ranks = limited(
        with_columns(
            view.table("firmness"),
            {"rank": 9, "process": 40, "top-three": 17, "median-rank": 12, "low-rank": 11, "high-rank": 11},
        ),
        RANK_LIMIT,
    )
    pins = limited(with_columns(pins_table(computed), {"pin": 50, "wave": 20, "cost": 30}), PIN_LIMIT)
    grids = [grid for grid in (ranks, pins) if grid.table.rows]
    if computed.firmness.word is FirmnessWord.NOT_MEASURED and not pins.table.rows:
        return
    widths = (58, 42) if len(grids) == 2 else (100,)
    yield Slide(
        id="firmness",
        kind=SlideKind.MESSAGE,
        section=words.SECTION_CLOSE,
        title=view.finding,
        areas=tuple(Area(width=width, blocks=(grid,)) for width, grid in zip(widths, grids, strict=True)),
        caption=" ".join((*view.notes, *((pins.table.measure,) if pins.table.rows else ()))),
        notes=(words.source(view.question, view.table("firmness").title),),
    )


def risk_slides(computed: Computed) -> Iterator[Slide]:
    """What may hinder the steps of the plan, the widest first."""
    table = shared_advice(computed).risks
    if not table.rows:
        return
    step_count = sum(len(wave.steps) for wave in computed.roadmap.waves)
    widest = max(int(cell.value or 0) for cell in table.column("steps"))
    widths = {"code": 6, "risk": 44, "steps": 8, "points": 9, "processes": 36}
    yield Slide(
        id="risks",
        kind=SlideKind.MESSAGE,
        section=words.SECTION_CLOSE,
        title=words.risks(len(table.rows), widest, step_count),
        areas=(Area(width=100, blocks=(limited(with_columns(table, widths), RISK_LIMIT),)),),
        caption=table.measure,
        notes=(words.source(plan_words.QUESTION, table.title),),
    )


def next_slides(computed: Computed) -> Iterator[Slide]:
    """What begins at once: the preparations of the first wave, then the first action of each of its steps."""
    wave = next((wave for wave in computed.roadmap.waves if wave.steps), None)
    if wave is None:
        return
    table = _next_table(computed, wave)
    if not table.rows:
        return
    yield Slide(
        id="next",
        kind=SlideKind.MESSAGE,
        section=words.SECTION_CLOSE,
        title=words.next_days(len(table.rows), plan_words.wave_label(wave)),
        areas=(Area(width=100, blocks=(limited(table, NEXT_LIMIT),)),),
        caption=words.NEXT_CAPTION,
        notes=(words.source(plan_words.QUESTION, step_words.ACTIONS_TITLE),),
    )


def _next_table(computed: Computed, wave: Wave) -> Table:
    prepared: dict[str, tuple[FirstAction, list[str]]] = {}
    raising: list[tuple[FirstAction, list[str]]] = []
    for step in wave.steps:
        for action in (own for own in step.first_actions if own.prepares):
            prepared.setdefault(preparation_id(action), (action, []))[1].append(step.process_id)
        raising += [(own, [step.process_id]) for own in step.first_actions if not own.prepares][:1]
    before = sorted(prepared.values(), key=lambda pair: -len(pair[1]))
    rows = [_next_row(computed, action, process_ids) for action, process_ids in (*before, *raising)]
    rows.sort(key=lambda row: int(row.cells[3].value or 0) > NEXT_WEEKS)
    return Table(
        id="next",
        title=step_words.ACTIONS_TITLE,
        columns=(
            Column(id="what", name=words.WHAT_COLUMN, width=40),
            Column(id="who", name=words.WHO_COLUMN, width=16),
            Column(id="work", name=step_words.WORK_COLUMN, width=11),
            Column(id="elapsed", name=step_words.ELAPSED_COLUMN, width=11),
            Column(id="for", name=words.FOR_COLUMN, width=24),
        ),
        rows=tuple(rows),
        empty="",
    )


def _next_row(computed: Computed, action: FirstAction, process_ids: list[str]) -> Row:
    framework = computed.framework
    name = process_name(framework, process_ids[0]) if len(process_ids) == 1 else None
    what, _, who, work, elapsed, *_ = advice_cells(framework, action, name)
    chosen = tuple(dict.fromkeys(process_ids))
    for_cell = Cell(text=process_names(framework, chosen, 3), value=" ".join(chosen))
    return Row(
        id=f"{preparation_id(action)}:{action.attribute_id}:{chosen[0]}", cells=(what, who, work, elapsed, for_cell)
    )
