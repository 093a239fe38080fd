"""How firm the order is and what a pin costs, what may hinder, and what begins in the next thirty days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assessment.domain.answered.actions import ActionKind, ActionStatus
from assessment.domain.computed import Computed
from assessment.domain.planning.register import RegisterAction, actions_of
from assessment.domain.planning.results import Wave
from assessment.views.advice import advice_cells
from assessment.views.deck.model import Area, Point, Points, Slide, SlideKind
from assessment.views.deck.tables import limited, with_columns
from assessment.views.executive import executive_view
from assessment.views.firmness import firmness_view
from assessment.views.model import Cell, Column, Row, Table
from assessment.views.names import process_names
from assessment.views.pins import pins_table
from assessment.views.register import action_cells, action_line
from assessment.views.shared_advice import preparation_id, shared_advice
from assessment.views.wording import deck as words
from assessment.views.wording import plan as plan_words
from assessment.views.wording import steps as step_words
from assessment.views.wording.numbers import whole_text

RANKS = {"rank": 9, "process": 40, "top-three": 17, "median-rank": 12, "low-rank": 11, "high-rank": 11}
PINS = {"pin": 50, "wave": 20, "cost": 30}
RANK_LIMIT = 10
PIN_LIMIT = 8
RISK_LIMIT = 8
NEXT_LIMIT = 9
NEXT_WEEKS = 4
"""What takes longer on the calendar stands behind what does not."""


def firm_slides(computed: Computed) -> Iterator[Slide]:
    """How firm the order is, how sure the levels are, and what was set by hand."""
    view, page = firmness_view(computed), executive_view(computed)
    ranks = limited(with_columns(view.table("firmness"), RANKS), RANK_LIMIT)
    pins = limited(with_columns(pins_table(computed), PINS), PIN_LIMIT)
    sure = Points(id="sureness", title=page.sureness_title, points=tuple(Point(text=one) for one in page.sureness))
    areas = (
        ((ranks,) if ranks.table.rows else ()),
        ((sure,) if sure.points else ()) + ((pins,) if pins.table.rows else ()),
    )
    yield Slide(
        id="firmness",
        kind=SlideKind.MESSAGE,
        section=words.SECTION_CLOSE,
        title=view.finding,
        areas=tuple(Area(width=width, blocks=blocks) for width, blocks in zip((56, 44), areas, strict=True) if blocks),
        caption=" ".join((*view.notes, *((pins.table.measure,) if pins.table.rows else ()))),
        notes=(words.source(view.question, view.table("firmness").title),),
    )


def decision_slides(computed: Computed) -> Iterator[Slide]:
    """What is asked of the board; nothing where nothing is."""
    view = executive_view(computed)
    if not view.decisions:
        return
    points = tuple(Point(lead=whole_text(number), text=one) for number, one in enumerate(view.decisions, start=1))
    yield Slide(
        id="decisions",
        kind=SlideKind.MESSAGE,
        section=words.SECTION_CLOSE,
        title=words.decisions(len(points)),
        areas=(Area(width=100, blocks=(Points(id="decisions", title="", points=points),)),),
        notes=(words.source(view.question, view.decisions_title),),
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
    actions = [action for step in wave.steps for action in actions_of(computed.assessment, step) if _is_open(action)]
    shared: dict[str, list[RegisterAction]] = {}
    for action in (action for action in actions if action.kind is ActionKind.BEFORE):
        shared.setdefault(_shared_by(action), []).append(action)
    before = sorted(shared.values(), key=lambda own: -len(own))
    first: dict[str, RegisterAction] = {}
    for action in (action for action in actions if action.kind is ActionKind.FIRST):
        first.setdefault(f"{action.process_id}:{action.to_level}", action)
    rows = [_next_row(computed, own) for own in (*before, *([action] for action in first.values()))]
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


def _is_open(action: RegisterAction) -> bool:
    """Whether the team has neither struck nor done it."""
    return not action.is_struck and (action.entry is None or action.entry.status is not ActionStatus.DONE)


def _shared_by(action: RegisterAction) -> str:
    """What several processes need alike is one line, unless the team made something of it for one of them."""
    if action.entry is None and action.advised is not None:
        return preparation_id(action.advised.advice)
    return action.id


def _next_row(computed: Computed, actions: Sequence[RegisterAction]) -> Row:
    """One action, or one that several processes need alike; who has it, else the role that the framework names."""
    one = actions[0]
    what, _, role, work, elapsed, *_ = action_cells(computed, one)
    if len(actions) > 1 and one.advised is not None:
        what = advice_cells(computed.framework, one.advised.advice)[0]
    owner = action_line(computed, one).owner
    chosen = tuple(dict.fromkeys(action.process_id for action in actions))
    return Row(
        id=one.id,
        cells=(
            Cell(text=what.text),
            Cell(text=owner, value=owner) if owner else role,
            work,
            elapsed,
            Cell(text=process_names(computed.framework, chosen, 3), value=" ".join(chosen)),
        ),
    )
