"""A row a process of the framework: what it comes to, how sure that is, what it should be, and why it comes when."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TypeVar

from assessment.domain.answered.assessment import Target
from assessment.domain.answered.organisation import Owner
from assessment.domain.authored.content import Process
from assessment.domain.computed import Computed
from assessment.domain.planning.results import FirmnessWord, RankFirmness
from assessment.domain.planning.weak_spots import weak_spots
from assessment.domain.rating.results import PriorityResult, ProcessResult, ProcessStatus
from assessment.views.confidence import confidence_reason, confidence_text
from assessment.views.levels import processes_view
from assessment.views.map.chosen import blocked_processes
from assessment.views.model import Cell, Row
from assessment.views.names import level_name, process_names
from assessment.views.sheets.fields import Field, mark, number, number_of, of, share, sheet_of, text, yes_no
from assessment.views.sheets.model import Scale, Sheet
from assessment.views.wording.sheets import processes as words
from assessment.views.wording.sheets import units
from assessment.views.wording.terms import AGREEMENTS, AUTHORITIES, PROCESS_STATUSES

SHEET_ID = "processes"

PartT = TypeVar("PartT")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Whole:
    """A process with everything known of it; None for what there is not. `cells` are those of its row by column."""

    process: Process
    group: str
    level_name: str
    result: ProcessResult | None
    cells: dict[str, Cell]
    priority: PriorityResult | None
    firmness: RankFirmness | None
    owner: Owner | None
    target: Target | None
    is_weak_spot: bool | None
    blocked_names: str

    @property
    def told(self) -> ProcessResult | None:
        """The result of a process that is in the model."""
        if self.result is None or self.result.status is ProcessStatus.NOT_APPLICABLE:
            return None
        return self.result

    @property
    def assessed(self) -> ProcessResult | None:
        """The result of a process that has a level."""
        return self.result if self.result is not None and self.result.is_assessed else None

    def exact(self, column_id: str) -> float | None:
        """The number behind a cell of its row in numbers."""
        return number_of(self.cells[column_id]) if column_id in self.cells else None

    def shown(self, column_id: str) -> str:
        """The text of a cell of its row in numbers."""
        return self.cells[column_id].text if column_id in self.cells else ""


def processes_sheet(computed: Computed) -> Sheet:
    """Every process of the framework in its order, those out of scope with their name alone."""
    return sheet_of(SHEET_ID, words.NAME, words.COLUMNS, _fields(), _wholes(computed))


def _wholes(computed: Computed) -> list[_Whole]:
    framework, assessment, firmness = computed.framework, computed.assessment, computed.firmness
    results = {result.process_id: result for result in computed.result.processes}
    table = processes_view(computed).table("processes")
    rows: dict[str, Row] = {row.id: row for row in table.rows}
    priorities = {entry.process_id: entry for entry in computed.result.priorities}
    is_measured = firmness.word is not FirmnessWord.NOT_MEASURED
    ranks = {entry.process_id: entry for entry in firmness.processes} if is_measured else {}
    weak = weak_spots(computed.result)
    found = []
    for process in framework.processes:
        result = results.get(process.id)
        cells = rows[process.id].cells if process.id in rows else ()
        found.append(
            _Whole(
                process=process,
                group=framework.group_by_process[process.id].name,
                level_name="" if result is None else level_name(framework, result.level.level),
                result=result,
                cells={column.id: cell for column, cell in zip(table.columns, cells, strict=False)},
                priority=priorities.get(process.id),
                firmness=ranks.get(process.id),
                owner=None if result is None else assessment.owner_by_process.get(process.id),
                target=None if result is None else assessment.target_by_process.get(process.id),
                is_weak_spot=_is_in(priorities.get(process.id), weak),
                blocked_names=process_names(framework, blocked_processes(computed, process.id)),
            )
        )
    return found


def _is_in(entry: PriorityResult | None, weak: Collection[str]) -> bool | None:
    """Whether a process matters and is weak; None without a level, or where nobody knows how much it matters."""
    return None if entry is None or entry.importance is None else entry.process_id in weak


def _fields() -> tuple[Field[_Whole], ...]:
    return (*_names(), *_level(), *_bounds(), *_target(), *_sureness(), *_people(), *_order(), *_decision())


def _names() -> tuple[Field[_Whole], ...]:
    return (
        text("process-id", lambda one: one.process.id, 22),
        text("process", lambda one: one.process.name, 28),
        text("group", lambda one: one.group, 30),
        yes_no("in-scope", lambda one: one.result is not None),
        text("state", _state, 14),
    )


def _state(one: _Whole) -> str:
    return words.OUT_OF_SCOPE if one.result is None else PROCESS_STATUSES[one.result.status]


def _level() -> tuple[Field[_Whole], ...]:
    return (
        mark("level", lambda one: one.exact("level"), units.LEVEL, Scale.LEVEL),
        text("level-name", lambda one: one.level_name, 14),
        number("score", lambda one: one.exact("score"), units.SCORE, 4),
        number("score-shown", lambda one: of(one.result, lambda own: own.level.shown_score), units.SHOWN_SCORE, 1),
        number("practice", lambda one: of(one.assessed, lambda own: own.practice_percent), units.PERCENT, 2),
    )


def _bounds() -> tuple[Field[_Whole], ...]:
    return (
        number("low-level", lambda one: of(one.assessed, lambda own: own.basis.low_level), units.LEVEL, 0),
        number("high-level", lambda one: of(one.assessed, lambda own: own.basis.high_level), units.LEVEL, 0),
        number("upper-level", lambda one: of(one.assessed, lambda own: own.basis.upper_level), units.LEVEL, 0),
        number("low-score", lambda one: of(one.assessed, lambda own: own.basis.low_score), units.SCORE, 4),
        number("high-score", lambda one: of(one.assessed, lambda own: own.basis.high_score), units.SCORE, 4),
        number("upper-score", lambda one: of(one.assessed, lambda own: own.basis.upper_score), units.SCORE, 4),
    )


def _target() -> tuple[Field[_Whole], ...]:
    return (
        number("target", lambda one: of(one.told, lambda own: own.target.chosen_level), units.LEVEL, 0),
        mark("effective-target", lambda one: one.exact("target"), units.LEVEL, Scale.LEVEL),
        yes_no("is-default", lambda one: of(one.told, lambda own: own.target.is_default)),
        number("level-gap", lambda one: of(one.result, lambda own: own.target.level_gap), units.GAP, 0),
        number("score-gap", lambda one: of(one.result, lambda own: own.target.score_gap), units.GAP, 4),
        number("gap-shown", lambda one: one.exact("gap"), units.GAP, 1),
        share("need", lambda one: of(one.assessed, lambda own: own.target.need_share), units.SHARE),
        text("target-state", lambda one: one.shown("status"), 14),
        number("bound-33020", lambda one: one.exact("bound-33020"), units.LEVEL, 0),
    )


def _sureness() -> tuple[Field[_Whole], ...]:
    return (
        share("coverage", lambda one: one.exact("coverage"), units.SHARE),
        text("confidence", lambda one: of(one.assessed, confidence_text), 12),
        text("confidence-reason", lambda one: of(one.assessed, confidence_reason), 50),
        number("alpha", lambda one: of(one.assessed, lambda own: own.basis.alpha), units.COEFFICIENT, 3),
        text("agreement", lambda one: of(one.assessed, lambda own: AGREEMENTS[own.basis.agreement]), 20),
        share("evidence", lambda one: of(one.assessed, lambda own: own.basis.evidence_share), units.SHARE),
        yes_no("provisional", lambda one: of(one.assessed, lambda own: own.basis.is_provisional)),
        text("held-by", lambda one: one.shown("held-by"), 34),
    )


def _authority(owner: Owner) -> str | None:
    return None if owner.authority is None else AUTHORITIES[owner.authority]


def _people() -> tuple[Field[_Whole], ...]:
    return (
        text("owner", lambda one: of(one.owner, lambda own: own.name), 22),
        text("authority", lambda one: of(one.owner, _authority)),
        text("sponsor", lambda one: of(one.owner, lambda own: own.sponsor), 22),
    )


def _order() -> tuple[Field[_Whole], ...]:
    return (
        number("pain", lambda one: of(one.priority, lambda own: own.pain), units.STAKE, 0),
        text("pain-basis", _pain_basis, 18),
        number("importance", lambda one: of(one.priority, lambda own: own.importance), units.STAKE, 0),
        text("importance-basis", _importance_basis, 24),
        share("leverage", lambda one: of(one.priority, lambda own: own.leverage_share), units.SHARE),
        text("blocks", lambda one: one.blocked_names or None, 28),
        yes_no("weak-spot", lambda one: one.is_weak_spot),
        number("priority", lambda one: of(one.priority, lambda own: own.priority), units.PRIORITY, 2),
        yes_no("priority-provisional", lambda one: of(one.priority, lambda own: own.is_provisional)),
        number("rank", lambda one: of(one.priority, lambda own: own.rank), units.RANK, 0),
        share("top-three", lambda one: of(one.firmness, lambda own: own.top_three_share), units.SHARE),
        number("low-rank", lambda one: of(one.firmness, lambda own: own.low_rank), units.RANK),
        number("high-rank", lambda one: of(one.firmness, lambda own: own.high_rank), units.RANK),
    )


def _pain_basis(one: _Whole) -> str | None:
    if one.priority is None or one.priority.pain is None:
        return None
    if one.priority.pain_is_assumed:
        return words.ASSUMED
    return words.FROM_SCENARIO if one.priority.pain_is_proposed else words.SAID


def _importance_basis(one: _Whole) -> str | None:
    if one.priority is None or one.priority.importance is None:
        return None
    if one.priority.importance_is_assumed:
        return words.ASSUMED
    return words.PROPOSED if one.priority.importance_is_proposed else words.SAID


def _decision() -> tuple[Field[_Whole], ...]:
    return (
        text("approver", lambda one: of(one.target, lambda own: own.approver), 22),
        text("rationale", lambda one: of(one.target, lambda own: own.rationale), 60),
    )
