"""The board: the steps of each wave in a column for each status, what is late or blocked first in each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assessment.domain.answered.actions import ActionStatus
from assessment.domain.computed import Computed
from assessment.domain.planning.running import run_of
from assessment.views.board.lines import Line, by_urgency, step_lines
from assessment.views.wording import board as words
from assessment.views.wording import register as register_words

BESIDE = 0
"""The number of what is not funded and was begun all the same, in place of a wave's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardColumn:
    """The steps of one status; `empty` is said where there is none."""

    status: ActionStatus
    title: str
    lines: tuple[Line, ...]
    empty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardWave:
    """A wave with a column for each status."""

    number: int
    title: str
    columns: tuple[BoardColumn, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every step of it."""
        return tuple(line for column in self.columns for line in column.lines)

    @property
    def trouble_count(self) -> int:
        """How many of its steps are late or blocked."""
        return sum(line.is_urgent for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardView:
    """The waves that have a step; `current` is the number of the one to begin with. `empty` as in any view."""

    waves: tuple[BoardWave, ...]
    current: int
    empty: str


def board_view(computed: Computed, day: date) -> BoardView:
    """The board of a plan on a day."""
    run = run_of(computed, day)
    lines = step_lines(computed, run)
    titles = {wave.number: words.wave_title(wave.number, wave.dates.first, wave.dates.last) for wave in run.waves}
    titles[BESIDE] = words.BESIDE
    waves = tuple(
        BoardWave(number=number, title=title, columns=_columns(tuple(line for line in lines if line.wave == number)))
        for number, title in titles.items()
        if any(line.wave == number for line in lines)
    )
    numbers = [wave.number for wave in waves]
    current = run.current_wave
    return BoardView(
        waves=waves,
        current=current if current in numbers else next(iter(numbers), BESIDE),
        empty="" if waves else words.NOTHING_FUNDED if computed.roadmap.steps else words.EMPTY,
    )


def _columns(lines: tuple[Line, ...]) -> tuple[BoardColumn, ...]:
    return tuple(
        BoardColumn(
            status=status,
            title=title,
            lines=by_urgency(line for line in lines if line.status is status),
            empty=words.EMPTY_COLUMNS[status],
        )
        for status, title in register_words.STATUSES.items()
    )
