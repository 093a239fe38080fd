"""What several steps share, said once: what has to be there before they begin, and what may hinder them.

| table | rows | columns |
|---|---|---|
| preparations | what to do before a step: the earliest wave first, then the most processes | code, advice, processes |
| risks | what may hinder: the most steps first, then the most points | code, risk, steps, points, processes |

Steps that are not funded count in neither: nobody waits for them yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assessment.domain.computed import Computed
from assessment.domain.planning.register import advised_actions
from assessment.domain.planning.results import FirstAction, Step, StepRisk
from assessment.views.advice import advice_cells, risk_text
from assessment.views.model import Cell, Column, Kind, Row, Table
from assessment.views.names import process_names
from assessment.views.wording import steps as words
from assessment.views.wording.numbers import decimal_text, whole_text

OWNER_ID = "owner"
SHOWN_COUNT = 4
"""So many processes are named in a row; each step says itself what concerns it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedAdvice:
    """Both tables, and the code of each of their rows by the row's id."""

    preparations: Table
    risks: Table

    @property
    def code_by_preparation(self) -> Mapping[str, str]:
        """The code of each preparation."""
        return _codes(self.preparations)

    @property
    def code_by_risk(self) -> Mapping[str, str]:
        """The code of each risk."""
        return _codes(self.risks)


def shared_advice(computed: Computed, shown_count: int | None = SHOWN_COUNT) -> SharedAdvice:
    """What the steps of all waves share; past `shown_count` the processes of a row are counted."""
    steps = tuple(step for wave in computed.roadmap.waves for step in wave.steps)
    return SharedAdvice(
        preparations=_preparations(computed, steps, shown_count), risks=_risks(computed, steps, shown_count)
    )


def kept_preparations(computed: Computed, step: Step) -> tuple[FirstAction, ...]:
    """What the framework asks for before a step, without what the team struck."""
    struck = {entry.id for entry in computed.assessment.actions if entry.is_struck}
    return tuple(one.advice for one in advised_actions(step) if one.advice.prepares and one.id not in struck)


def preparation_id(action: FirstAction) -> str:
    """What a preparation is told by: its readiness question, or that an owner is to be appointed."""
    return action.question_id or OWNER_ID


def risk_id(risk: StepRisk) -> str:
    """What a risk is told by: its readiness question, or how far the owner's authority reaches."""
    return risk.question_id or f"authority-{risk.authority}"


def _codes(table: Table) -> Mapping[str, str]:
    return {row.id: row.cells[0].text for row in table.rows}


def _preparations(computed: Computed, steps: tuple[Step, ...], shown_count: int | None) -> Table:
    found: dict[str, FirstAction] = {}
    waiting: dict[str, list[Step]] = {}
    for step in steps:
        for action in kept_preparations(computed, step):
            found.setdefault(preparation_id(action), action)
            waiting.setdefault(preparation_id(action), []).append(step)
    first_wave = {key: min(step.wave or 0 for step in own) for key, own in waiting.items()}
    order = sorted(found, key=lambda key: (first_wave[key], -len(waiting[key])))
    return Table(
        id="preparations",
        title=words.PREPARATIONS_OF_ALL,
        measure=words.PREPARATIONS_MEASURE,
        columns=(
            Column(id="code", name=words.CODE_COLUMN, width=4),
            Column(id="do", name=words.DO_COLUMN, width=20),
            Column(id="deliverable", name=words.DELIVERABLE_COLUMN, width=15),
            Column(id="role", name=words.ROLE_COLUMN, width=9),
            Column(id="work", name=words.WORK_COLUMN, width=6),
            Column(id="elapsed", name=words.ELAPSED_COLUMN, width=8),
            Column(id="seen", name=words.SEEN_COLUMN, width=15),
            Column(id="processes", name=words.FOR_COLUMN, width=23),
        ),
        rows=tuple(
            Row(
                id=key,
                cells=(
                    Cell(text=words.preparation_code(number), value=number),
                    *advice_cells(computed.framework, found[key])[:6],
                    _processes(computed, waiting[key], shown_count),
                ),
            )
            for number, key in enumerate(order, start=1)
        ),
        empty=words.NO_PREPARATION,
    )


def _risks(computed: Computed, steps: tuple[Step, ...], shown_count: int | None) -> Table:
    found: dict[str, StepRisk] = {}
    threatened: dict[str, list[Step]] = {}
    for step in steps:
        for risk in step.risks:
            found.setdefault(risk_id(risk), risk)
            threatened.setdefault(risk_id(risk), []).append(step)
    points = {key: sum(step.value for step in own) for key, own in threatened.items()}
    order = sorted(found, key=lambda key: (-len(threatened[key]), -points[key]))
    return Table(
        id="risks",
        title=words.RISKS_OF_ALL,
        measure=words.RISKS_MEASURE,
        columns=(
            Column(id="code", name=words.CODE_COLUMN, width=5),
            Column(id="risk", name=words.RISK_COLUMN, width=40),
            Column(id="steps", name=words.THREATENED_COLUMN, kind=Kind.NUMBER, width=8),
            Column(id="points", name=words.AT_STAKE_COLUMN, kind=Kind.NUMBER, width=9),
            Column(id="processes", name=words.FOR_COLUMN, width=38),
        ),
        rows=tuple(
            Row(
                id=key,
                cells=(
                    Cell(text=words.risk_code(number), value=number),
                    Cell(text=risk_text(computed.framework, found[key])),
                    Cell(text=whole_text(len(threatened[key])), value=len(threatened[key])),
                    Cell(text=decimal_text(points[key]), value=points[key]),
                    _processes(computed, threatened[key], shown_count),
                ),
            )
            for number, key in enumerate(order, start=1)
        ),
        empty=words.NO_RISK,
    )


def _processes(computed: Computed, steps: Iterable[Step], shown_count: int | None) -> Cell:
    moving = tuple(dict.fromkeys(step.process_id for step in steps))
    return Cell(text=process_names(computed.framework, moving, shown_count))
