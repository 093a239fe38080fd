"""The groups of processes in numbers, and the whole under them (METHOD.md section 10).

| column | value | range |
|---|---|---|
| at target | processes at their target or above | 0 to the processes with a level |
| level 0 to level 5 | processes at that level | 0 up |
| mean | mean score weighted by importance | 0.00 to 5.00 |
| floor | lowest level | 0 to 5 |
"""

from __future__ import annotations

from assessment.domain.computed import Computed
from assessment.domain.rating.results import Rollup
from assessment.views.levels import LEVELS
from assessment.views.model import Cell, Column, Kind, Mark, Row, Table, View
from assessment.views.names import counted_apart, named_apart, process_names
from assessment.views.wording import groups as words
from assessment.views.wording import levels as level_words
from assessment.views.wording.numbers import NO_VALUE, level_text, score_text, whole_text

WHOLE = "whole"
LOWEST_LIMIT = 3
STRONG = frozenset({Mark.STRONG})


def groups_view(computed: Computed) -> View:
    """Every group with a process in scope, in the order of the framework, and the whole.

    Processes without a level stand by name under their group. The finding names the group with the
    smallest share at target, of a tie the one with the lowest mean (own rule).
    """
    result = computed.result
    rows = [
        _row(computed, group.id, group.name, result.groups[group.id])
        for group in computed.framework.groups
        if group.id in result.groups
    ]
    if rows:
        rows.append(_row(computed, WHOLE, words.ALL, result.whole))
    return View(
        id="groups",
        question=words.QUESTION,
        finding=_finding(computed),
        tables=(
            Table(
                id="groups",
                title=words.QUESTION,
                measure=words.MEASURE,
                columns=_columns(),
                rows=tuple(rows),
                empty=level_words.NONE_IN_SCOPE,
            ),
        ),
        notes=counted_apart(result.whole),
        empty="" if rows else level_words.NONE_IN_SCOPE,
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column(id="group", name="Group", width=23),
        Column(id="at-target", name="At target", kind=Kind.NUMBER, width=8.5, meaning=words.AT_TARGET_MEANING),
        *(
            Column(
                id=f"level-{level}",
                name=f"Level {level}",
                kind=Kind.NUMBER,
                width=5,
                meaning=words.LEVEL_MEANING,
            )
            for level in LEVELS
        ),
        Column(id="mean", name="Mean", kind=Kind.NUMBER, width=5.7, meaning=words.MEAN_MEANING),
        Column(id="floor", name="Lowest level", kind=Kind.NUMBER, width=6.8, meaning=words.FLOOR_MEANING),
        Column(id="lowest", name="Which", width=26),
    )


def _row(computed: Computed, row_id: str, name: str, rollup: Rollup) -> Row:
    is_whole = row_id == WHOLE
    apart = "" if is_whole else " ".join(named_apart(computed.framework, rollup))
    group = Cell(text=name, value=row_id, note=apart, marks=STRONG if is_whole else frozenset())
    if not rollup.process_count:
        return Row(id=row_id, cells=(group, *(Cell(text=NO_VALUE) for _ in _columns()[1:])))
    return Row(
        id=row_id,
        cells=(
            group,
            Cell(
                text=words.at_target(rollup.at_target_count, rollup.process_count),
                value=rollup.at_target_count,
                marks=STRONG,
            ),
            *(Cell(text=whole_text(count) if count else "", value=count) for count in rollup.level_counts),
            Cell(text=score_text(rollup.mean_score), value=rollup.mean_score),
            Cell(text=level_text(rollup.floor_level), value=rollup.floor_level),
            Cell(
                text=process_names(computed.framework, rollup.floor_process_ids, LOWEST_LIMIT),
                value=" ".join(rollup.floor_process_ids),
            ),
        ),
    )


def _finding(computed: Computed) -> str:
    names = {group.id: group.name for group in computed.framework.groups}
    open_groups = {
        group_id: rollup
        for group_id, rollup in computed.result.groups.items()
        if rollup.at_target_count < rollup.process_count
    }
    if not open_groups:
        return words.all_at_target() if computed.result.whole.process_count else level_words.NO_LEVEL
    furthest = min(
        open_groups,
        key=lambda group_id: (
            open_groups[group_id].at_target_count / open_groups[group_id].process_count,
            open_groups[group_id].mean_score or 0.0,
        ),
    )
    rollup = open_groups[furthest]
    return words.furthest(names[furthest], rollup.at_target_count, rollup.process_count, rollup.mean_score)
