"""How many processes stand at each level, how far each is from its target, and all of it in numbers.

| view | a row | value of its cells |
|---|---|---|
| levels | a level | level 0 to 5; processes now and as targeted |
| movement | a process with a level | level, score, target level, gap (target minus shown score), levels to go |
| processes | a process in scope | the same, with coverage as a share, confidence, and the level under the 33020 bound |

A process without a level has no value in any of them and is named apart.
"""

from __future__ import annotations

from assessment.domain.authored.framework import Framework
from assessment.domain.computed import Computed
from assessment.domain.rating.results import AssessmentResult, GapStatus, ProcessResult, ProcessStatus
from assessment.views.model import Cell, Column, Kind, LegendEntry, Mark, Row, Table, Track, View
from assessment.views.names import attribute_names, level_name, named_apart, process_name
from assessment.views.wording import levels as words
from assessment.views.wording.numbers import NO_VALUE, level_text, score_text, share_text, signed_text, whole_text
from assessment.views.wording.terms import CONFIDENCES, GAP_STATUSES

LEVELS = range(6)
PLACES_A_LEVEL = 20.0
LEVEL_TICKS = tuple(PLACES_A_LEVEL * level for level in LEVELS)
_STATUS_NOTES = {
    ProcessStatus.ASSESSED: "",
    ProcessStatus.NOT_ASSESSED: words.NOT_ASSESSED_NOTE,
    ProcessStatus.NOT_APPLICABLE: words.NOT_APPLICABLE_NOTE,
}


def level_with_bounds(process: ProcessResult) -> str:
    """The level of a process with the others it could be: '1 (could be 2)'; a dash where it has none."""
    level, low, high = process.level.level, process.basis.shown_low_level, process.basis.shown_high_level
    if level is None or low is None or high is None:
        return level_text(level)
    return words.could_be(level, low, high)


def other_levels(process: ProcessResult) -> str:
    """What else the level of a process could be: 'could be 2'; empty for nothing else."""
    level, low, high = process.level.level, process.basis.shown_low_level, process.basis.shown_high_level
    return "" if level is None or low is None or high is None else words.other_levels(level, low, high)


def status_note(process: ProcessResult) -> str:
    """Why a process has no level, to stand under its name; empty where it has one."""
    return _STATUS_NOTES[process.status]


def levels_view(computed: Computed) -> View:
    """How many processes stand at each level, and how many are to."""
    result = computed.result
    return View(
        id="levels",
        question=words.LEVELS_QUESTION,
        finding=_levels_finding(result),
        tables=(levels_table(computed),),
        notes=named_apart(computed.framework, result.whole),
        empty="" if result.whole.process_count else words.NO_LEVEL,
    )


def levels_table(computed: Computed) -> Table:
    """A row a level: how many processes stand there, and of how many it is the target."""
    whole = computed.result.whole
    most = max((*whole.level_counts, 1))
    targets = [process.target.target_level for process in computed.result.processes if process.is_assessed]
    rows = tuple(
        Row(
            id=f"level-{level}",
            cells=(
                Cell(text=level_text(level), value=level),
                Cell(text=level_name(computed.framework, level), value=level),
                Cell(
                    track=Track(fill=100 * whole.level_counts[level] / most),
                    spoken=words.spoken_count(whole.level_counts[level]),
                ),
                Cell(
                    text=whole_text(whole.level_counts[level]),
                    value=whole.level_counts[level],
                    marks=frozenset({Mark.STRONG}),
                ),
                Cell(text=whole_text(targets.count(level)), value=targets.count(level)),
            ),
        )
        for level in LEVELS
    )
    return Table(
        id="levels",
        title=words.LEVELS_QUESTION,
        measure=words.LEVELS_MEASURE,
        columns=(
            Column(id="level", name="Level", kind=Kind.MARK, width=9, meaning=words.LEVEL_MEANING),
            Column(id="name", name="Name", width=18),
            Column(id="bar", name="Processes", kind=Kind.TRACK, width=45),
            Column(id="now", name="Now", kind=Kind.NUMBER, width=13),
            Column(id="target", name="As targeted", kind=Kind.NUMBER, width=15),
        ),
        rows=rows if whole.process_count else (),
        empty=words.NO_LEVEL,
    )


def _levels_finding(result: AssessmentResult) -> str:
    whole = result.whole
    if not whole.process_count:
        return words.NO_LEVEL
    common = common_level(whole.level_counts)
    return words.levels_finding(whole.level_counts[common], whole.process_count, common)


def common_level(level_counts: tuple[int, ...]) -> int:
    """The level most processes stand at, the lower one of a tie.

    >>> common_level((1, 4, 4, 0, 0, 0))
    1
    """
    return max(LEVELS, key=lambda level: (level_counts[level], -level))


def movement_view(computed: Computed) -> View:
    """From as-is to target for each process with a level, the most levels to go first."""
    framework, result = computed.framework, computed.result
    ordered = by_distance(result)
    provisional = [process_name(framework, process.process_id) for process in ordered if process.basis.is_provisional]
    return View(
        id="movement",
        question=words.MOVEMENT_QUESTION,
        finding=_movement_finding(framework, ordered),
        tables=(_movement_table(framework, ordered, has_provisional=bool(provisional)),),
        notes=(
            *((words.provisional(provisional),) if provisional else ()),
            *named_apart(framework, result.whole),
        ),
        empty="" if ordered else words.NO_LEVEL,
    )


def by_distance(result: AssessmentResult) -> list[ProcessResult]:
    """The processes with a level, the most levels to go first."""
    with_level = [process for process in result.processes if process.is_assessed]
    return sorted(with_level, key=lambda process: (-(process.target.level_gap or 0), -(process.target.score_gap or 0)))


def _movement_finding(framework: Framework, ordered: list[ProcessResult]) -> str:
    below = [process for process in ordered if process.target.status is GapStatus.BELOW]
    if not below:
        return words.none_below() if ordered else words.NO_LEVEL
    most = below[0].target.level_gap or 0
    names = [process_name(framework, process.process_id) for process in below if process.target.level_gap == most]
    return words.furthest(names, most)


def _movement_table(framework: Framework, ordered: list[ProcessResult], *, has_provisional: bool) -> Table:
    legend = LegendEntry(style="", marks=frozenset({Mark.DASHED}), text=words.LEGEND_PROVISIONAL)
    return Table(
        id="movement",
        title=words.MOVEMENT_QUESTION,
        measure=words.MOVEMENT_MEASURE,
        columns=(
            Column(id="process", name="Process", width=25),
            Column(id="level", name="Level", kind=Kind.MARK, width=7, meaning=words.LEVEL_MEANING),
            Column(id="score", name="Score", kind=Kind.NUMBER, width=8, meaning=words.SCORE_MEANING),
            Column(id="track", name="0 to 5", kind=Kind.TRACK, width=25),
            Column(id="target", name="Target", kind=Kind.NUMBER, width=7, meaning=words.TARGET_MEANING),
            Column(id="gap", name="Gap", kind=Kind.NUMBER, width=7, meaning=words.GAP_MEANING),
            Column(id="to-go", name="Levels to go", kind=Kind.NUMBER, width=8, meaning=words.LEVELS_TO_GO_MEANING),
            Column(id="status", name="Status", width=13),
        ),
        rows=tuple(_movement_row(framework, process) for process in ordered),
        empty=words.NO_LEVEL,
        legend=(legend,) if has_provisional else (),
    )


def _movement_row(framework: Framework, process: ProcessResult) -> Row:
    is_provisional = process.basis.is_provisional
    score, target = PLACES_A_LEVEL * (process.level.score or 0.0), PLACES_A_LEVEL * process.target.target_level
    track = Track(ticks=LEVEL_TICKS, line=(score, target), dot=score, diamond=target, is_dashed=is_provisional)
    return Row(
        id=process.process_id,
        cells=(
            Cell(
                text=process_name(framework, process.process_id),
                value=process.process_id,
                note=words.PROVISIONAL_NOTE if is_provisional else "",
            ),
            Cell(text=level_text(process.level.level), value=process.level.level, marks=frozenset({Mark.STRONG})),
            _score_cell(process),
            Cell(
                track=track, spoken=words.spoken_movement(score_text(process.level.score), process.target.target_level)
            ),
            target_cell(process),
            _gap_cell(process),
            Cell(text=signed_text(process.target.level_gap), value=process.target.level_gap),
            _status_cell(process),
        ),
    )


def processes_view(computed: Computed) -> View:
    """Every process in scope in numbers, in the order of the framework."""
    framework, result = computed.framework, computed.result
    scores = [process.level.score for process in result.processes if process.level.score is not None]
    return View(
        id="processes",
        question=words.PROCESSES_QUESTION,
        finding=words.processes_finding(len(scores), min(scores), max(scores)) if scores else words.NO_LEVEL,
        tables=(
            Table(
                id="processes",
                title=words.PROCESSES_QUESTION,
                measure=words.PROCESSES_MEASURE,
                columns=(
                    Column(id="process", name="Process"),
                    Column(id="level", name="Level", meaning=words.LEVEL_MEANING),
                    Column(id="score", name="Score", kind=Kind.NUMBER, meaning=words.SCORE_MEANING),
                    Column(id="target", name="Target", kind=Kind.NUMBER, meaning=words.TARGET_MEANING),
                    Column(id="gap", name="Gap", kind=Kind.NUMBER, meaning=words.GAP_MEANING),
                    Column(id="status", name="Status"),
                    Column(id="coverage", name="Coverage", kind=Kind.NUMBER, meaning=words.COVERAGE_MEANING),
                    Column(id="confidence", name="Confidence"),
                    Column(id="held-by", name="Held by"),
                    Column(id="bound-33020", name="33020 bound", kind=Kind.NUMBER, meaning=words.BOUND_33020_MEANING),
                ),
                rows=tuple(_process_row(framework, process) for process in result.processes),
                empty=words.NONE_IN_SCOPE,
            ),
        ),
        notes=named_apart(framework, result.whole),
        empty="" if result.processes else words.NONE_IN_SCOPE,
    )


def _process_row(framework: Framework, process: ProcessResult) -> Row:
    basis, is_assessed = process.basis, process.is_assessed
    coverage_share = None if process.status is ProcessStatus.NOT_APPLICABLE else basis.coverage_share
    name = Cell(text=process_name(framework, process.process_id), value=process.process_id, note=status_note(process))
    return Row(
        id=process.process_id,
        group=framework.group_by_process[process.process_id].name,
        cells=(
            name,
            Cell(text=level_with_bounds(process), value=process.level.level),
            _score_cell(process),
            target_cell(process),
            _gap_cell(process),
            _status_cell(process),
            Cell(text=share_text(coverage_share), value=coverage_share),
            Cell(text=CONFIDENCES[basis.confidence], value=basis.confidence.value)
            if is_assessed
            else Cell(text=NO_VALUE),
            Cell(
                text=attribute_names(framework, process.level.held_by),
                value=" ".join(process.level.held_by) or None,
            ),
            Cell(text=level_text(process.bound_33020_level), value=process.bound_33020_level),
        ),
    )


def _score_cell(process: ProcessResult) -> Cell:
    return Cell(text=score_text(process.level.score), value=process.level.score)


def target_cell(process: ProcessResult) -> Cell:
    """The effective target level; a dash where the process is out of the model."""
    if process.status is ProcessStatus.NOT_APPLICABLE:
        return Cell(text=NO_VALUE)
    return Cell(text=level_text(process.target.target_level), value=process.target.target_level)


def _gap_cell(process: ProcessResult) -> Cell:
    return Cell(text=signed_text(process.target.shown_gap, 1), value=process.target.shown_gap)


def _status_cell(process: ProcessResult) -> Cell:
    status = process.target.status
    return Cell(text=NO_VALUE) if status is None else Cell(text=GAP_STATUSES[status], value=status.value)
