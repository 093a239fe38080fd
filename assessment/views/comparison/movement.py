"""Where each process went: level, score and target before and now.

| column | value | range |
|---|---|---|
| level-before, level | level | 0 to 5 |
| score-before, score, change | score, exact; now minus before | 0.0 to 5.0, -5.0 to 5.0 |
| target-before, target | effective target | 0 to 5 |
| moved | `improved`, `same`, `fell`, `new`, `left`, `not-comparable` | |

A change is shown as the difference of the scores as they are shown, so that a reader can check it.
"""

from __future__ import annotations

from dataclasses import replace

from assessment.domain.comparing.results import Comparison, Movement, ProcessMove
from assessment.views.comparison.naming import Naming
from assessment.views.comparison.reasons import reasons_in_short
from assessment.views.levels import LEVEL_TICKS, PLACES_A_LEVEL
from assessment.views.model import Cell, Column, Kind, Mark, Row, Table, Track
from assessment.views.wording import levels as level_words
from assessment.views.wording.comparison import since as words
from assessment.views.wording.numbers import NO_VALUE, level_text, score_text, signed_text

TABLE_ID = "since-movement"
PAPER_WIDTHS = {
    "process": 25,
    "level-before": 8,
    "level": 7,
    "score-before": 8,
    "score": 7,
    "change": 8,
    "track": 14,
    "target": 9,
    "moved": 14,
}
"""What a page has room for; the former target stands beside the other one, and reasons have a table of their own."""
_ORDER = tuple(Movement)


def movement_table(comparison: Comparison, naming: Naming) -> Table:
    """A row a process of either side: those that moved most first, then those that did not."""
    moves = sorted(comparison.processes, key=_place)
    return Table(
        id=TABLE_ID,
        title=words.MOVEMENT_TITLE,
        measure=words.MOVEMENT_MEASURE,
        columns=_columns(),
        rows=tuple(_row(move, naming) for move in moves),
        empty=words.NO_PROCESS,
    )


def on_paper(table: Table) -> Table:
    """The columns of the table that a page has room for."""
    chosen = table.only(*PAPER_WIDTHS)
    return replace(chosen, columns=tuple(replace(one, width=PAPER_WIDTHS[one.id]) for one in chosen.columns))


def _place(move: ProcessMove) -> tuple[int, float]:
    """Improved, fell, came, left and without a level, then those that stand where they stood."""
    last = len(_ORDER) if move.movement is Movement.SAME else _ORDER.index(move.movement)
    return last, -abs(move.score_change or 0.0)


def _columns() -> tuple[Column, ...]:
    number = Kind.NUMBER
    return (
        Column(id="process", name=words.PROCESS_COLUMN, width=18),
        Column(id="level-before", name=words.LEVEL_BEFORE_COLUMN, kind=number, width=6),
        Column(id="level", name=words.LEVEL_COLUMN, kind=number, width=6, meaning=level_words.LEVEL_MEANING),
        Column(id="score-before", name=words.SCORE_BEFORE_COLUMN, kind=number, width=6),
        Column(id="score", name=words.SCORE_COLUMN, kind=number, width=6, meaning=level_words.SCORE_MEANING),
        Column(id="change", name=words.CHANGE_COLUMN, kind=number, width=7, meaning=words.CHANGE_MEANING),
        Column(id="track", name=words.TRACK_COLUMN, kind=Kind.TRACK, width=16),
        Column(id="target-before", name=words.TARGET_BEFORE_COLUMN, kind=number, width=7),
        Column(id="target", name=words.TARGET_COLUMN, kind=number, width=8, meaning=words.TARGET_MEANING),
        Column(id="moved", name=words.MOVED_COLUMN, width=10, meaning=words.MOVED_MEANING),
        Column(id="why", name=words.WHY_COLUMN, width=10),
    )


def _row(move: ProcessMove, naming: Naming) -> Row:
    return Row(
        id=move.process_id,
        cells=(
            Cell(text=naming.process(move.process_id), value=move.process_id),
            Cell(text=level_text(move.before_level), value=move.before_level),
            Cell(text=level_text(move.after_level), value=move.after_level, marks=frozenset({Mark.STRONG})),
            Cell(text=score_text(move.before_score), value=move.before_score),
            Cell(text=score_text(move.after_score), value=move.after_score, spoken=_end(move)),
            Cell(text=signed_text(shown_change(move), 1), value=move.score_change),
            _track_cell(move),
            Cell(text=level_text(move.before_target), value=move.before_target),
            _target_cell(move),
            _moved_cell(move),
            Cell(text=reasons_in_short(move)),
        ),
    )


def shown_change(move: ProcessMove) -> float | None:
    """The difference of the two scores as they are shown; None where there is none on one side."""
    if move.before_shown_score is None or move.after_shown_score is None:
        return None
    return move.after_shown_score - move.before_shown_score


def is_in_noise(move: ProcessMove) -> bool:
    """Whether a process that moved did so no further than chance would carry it."""
    return move.movement in (Movement.IMPROVED, Movement.FELL) and move.is_beyond_noise is False


def _target_cell(move: ProcessMove) -> Cell:
    target = move.after_target
    changed = words.other_target(level_text(target), level_text(move.before_target))
    return Cell(text=changed if move.target_changed else level_text(target), value=target)


def _moved_cell(move: ProcessMove) -> Cell:
    is_noise = is_in_noise(move)
    return Cell(
        text=words.moved_in_noise(move.movement) if is_noise else words.MOVEMENTS[move.movement],
        value=move.movement.value,
        marks=frozenset({Mark.QUIET}) if is_noise else frozenset(),
    )


def _end(move: ProcessMove) -> str:
    """What stands at the end of its line in a chart: the score now and the target, also the former one."""
    return words.now_and_target(score_text(move.after_score), _target_cell(move).text)


def _track_cell(move: ProcessMove) -> Cell:
    before, now, target = (_on_track(value) for value in (move.before_score, move.after_score, move.after_target))
    if before is None and now is None:
        return Cell(text=NO_VALUE)
    line = None if before is None or now is None else (before, now)
    track = Track(ticks=LEVEL_TICKS, line=line, dot=now, ring=before, diamond=target)
    spoken = words.spoken_move(
        score_text(move.before_score), score_text(move.after_score), level_text(move.after_target)
    )
    return Cell(track=track, spoken=spoken)


def _on_track(value: float | None) -> float | None:
    return None if value is None else PLACES_A_LEVEL * value
