"""Maturity against importance: a named dot for each process with a level, and the corner that matters and is weak.

| column | value | range |
|---|---|---|
| score | level plus progress | 0.00 to 5.00 |
| importance | as the priorities use it | 0 to 5, None: no process has one |
| leverage | others' unmet need downstream | 0 to 1 |
| pain | as used | 0 to 5, None: no process has one |
| corner | `weak` or None | |

Importance is a whole number, so its axis is made of bands: within one, dots stand on lanes that only keep their names
apart (`lanes`). Rows are counted from the top; the first one is for the name of the corner.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.domain.computed import Computed
from assessment.domain.planning.weak_spots import MATTERS_FROM, WEAK_BELOW_LEVEL, weak_spots
from assessment.domain.rating.results import PriorityResult
from assessment.domain.rating.scale import HIGHEST_CODE
from assessment.views.heatmap import process_marks
from assessment.views.lanes import Dot, Laid, laid_out
from assessment.views.model import Cell, Column, Kind, Mark, Row, Table, View
from assessment.views.names import named_apart, process_name
from assessment.views.priorities import importance_cell, pain_cell, stake_legend
from assessment.views.wording import importance as words
from assessment.views.wording import priorities as priority_words
from assessment.views.wording.numbers import decimal_text, score_text
from assessment.views.wording.terms import IMPORTANCE_POINTS

HIGHEST_SCORE = 5.0
SMALLEST, LARGEST = 0.28, 0.65
"""Radius in ems of a dot without leverage and of the one with most of it."""
RING_EM = 0.07
"""Width of the ring for each step of pain, in ems."""
WEAK = "weak"


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A step of importance, from row `first` on, so many rows high."""

    importance: int
    name: str
    first: int
    row_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDot:
    """A process: `across` from 0 to 100, its row from the top, radius and ring in ems, its label and on which side."""

    process_id: str
    across: float
    row: int
    radius: float
    ring: float
    label: str
    is_left: bool
    is_weak: bool
    is_hollow: bool
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportanceView(View):
    """The dots in their bands. The corner runs from the left to `corner_across`, from row 1 to `corner_row_count`."""

    measure: str
    score_axis: str
    score_ticks: tuple[int, ...]
    bands: tuple[Band, ...]
    dots: tuple[NamedDot, ...]
    row_count: int
    corner: str
    corner_across: float
    corner_row_count: int


def importance_view(computed: Computed) -> ImportanceView:
    """Each process with a level and an importance, and which of them matter and are weak."""
    entries = tuple(entry for entry in computed.result.priorities if entry.importance is not None)
    weak = weak_spots(computed.result)
    laid = _laid(computed, entries)
    bands = _bands(laid)
    return ImportanceView(
        id="importance",
        question=words.QUESTION,
        finding=_finding(computed, entries, weak),
        tables=(_table(computed, entries, weak),),
        notes=_notes(computed, entries),
        empty=_empty(computed, entries),
        measure=words.MEASURE,
        score_axis=words.SCORE_AXIS,
        score_ticks=tuple(range(int(HIGHEST_SCORE) + 1)),
        bands=bands,
        dots=tuple(
            _dot(computed, entry, placed, bands, is_weak=entry.process_id in weak)
            for importance, members in laid.items()
            for entry, placed in members
        ),
        row_count=1 + sum(band.row_count for band in bands),
        corner=words.CORNER,
        corner_across=100 * WEAK_BELOW_LEVEL / HIGHEST_SCORE,
        corner_row_count=sum(band.row_count for band in bands if band.importance >= MATTERS_FROM),
    )


def _score(computed: Computed, entry: PriorityResult) -> float:
    return computed.result.process(entry.process_id).level.score or 0.0


def _radius(computed: Computed, entry: PriorityResult) -> float:
    """By its part of the highest leverage: the leverages of one shop lie close together."""
    share = entry.leverage_share / _most(computed) if entry.leverage_share else 0.0
    return SMALLEST + (LARGEST - SMALLEST) * share


def _most(computed: Computed) -> float:
    return max((entry.leverage_share for entry in computed.result.priorities), default=0.0)


_Laid = dict[int, list[tuple[PriorityResult, Laid]]]


def _laid(computed: Computed, entries: Sequence[PriorityResult]) -> _Laid:
    """The dots of each importance on their lanes, the highest importance first."""
    found: _Laid = {}
    for importance in sorted({entry.importance or 0 for entry in entries}, reverse=True):
        members = [entry for entry in entries if entry.importance == importance]
        dots = [
            Dot(
                id=entry.process_id,
                across=100 * _score(computed, entry) / HIGHEST_SCORE,
                radius=_radius(computed, entry) + RING_EM * (entry.pain or 0),
                label=process_name(computed.framework, entry.process_id),
            )
            for entry in members
        ]
        found[importance] = list(zip(members, laid_out(dots), strict=True))
    return found


def _bands(laid: _Laid) -> tuple[Band, ...]:
    """From vital down to the lowest importance there is; the steps of the corner always, empty or not."""
    bands: list[Band] = []
    first = 1
    for importance in range(HIGHEST_CODE, min((*laid, MATTERS_FROM)) - 1, -1):
        count = max((placed.lane + 1 for _, placed in laid.get(importance, [])), default=1)
        bands.append(Band(importance=importance, name=IMPORTANCE_POINTS[importance], first=first, row_count=count))
        first += count
    return tuple(bands)


def _dot(computed: Computed, entry: PriorityResult, placed: Laid, bands: Sequence[Band], *, is_weak: bool) -> NamedDot:
    band = next(band for band in bands if band.importance == entry.importance)
    score = _score(computed, entry)
    return NamedDot(
        process_id=entry.process_id,
        across=100 * score / HIGHEST_SCORE,
        row=band.first + band.row_count - 1 - placed.lane,
        radius=_radius(computed, entry),
        ring=RING_EM * (entry.pain or 0),
        label=placed.label,
        is_left=placed.is_left,
        is_weak=is_weak,
        is_hollow=Mark.DASHED in process_marks(computed.result.process(entry.process_id)),
        spoken=words.spoken(
            process_name(computed.framework, entry.process_id),
            score_text(score),
            importance_cell(entry).text,
            decimal_text(entry.leverage_share, 2),
            pain_cell(entry).text,
        ),
    )


def _finding(computed: Computed, entries: Sequence[PriorityResult], weak: Sequence[str]) -> str:
    if not entries:
        return _empty(computed, entries)
    if not weak:
        return words.none_weak(MATTERS_FROM)
    return words.weak([process_name(computed.framework, process_id) for process_id in weak])


def _empty(computed: Computed, entries: Sequence[PriorityResult]) -> str:
    if entries:
        return ""
    return words.EMPTY if computed.result.whole.process_count else words.NO_LEVEL


def _notes(computed: Computed, entries: Sequence[PriorityResult]) -> tuple[str, ...]:
    no_pain = (words.no_pain(),) if entries and all(not entry.pain for entry in entries) else ()
    most = (words.largest(decimal_text(_most(computed), 2)),) if entries and _most(computed) else ()
    is_hollow = any(Mark.DASHED in process_marks(computed.result.process(entry.process_id)) for entry in entries)
    hollow = (words.hollow(),) if is_hollow else ()
    return (*most, *no_pain, *hollow, *named_apart(computed.framework, computed.result.whole))


def _table(computed: Computed, entries: Sequence[PriorityResult], weak: Sequence[str]) -> Table:
    number = Kind.NUMBER
    ordered = sorted(entries, key=lambda entry: (-(entry.importance or 0), _score(computed, entry)))
    return Table(
        id="importance",
        title=words.TITLE,
        measure=words.MEASURE,
        columns=(
            Column(id="process", name=words.PROCESS_COLUMN, width=34),
            Column(id="score", name=words.SCORE_COLUMN, kind=number, width=10, meaning=words.SCORE_MEANING),
            Column(
                id="importance",
                name=words.IMPORTANCE_COLUMN,
                kind=number,
                width=13,
                meaning=priority_words.IMPORTANCE_MEANING,
            ),
            Column(
                id="leverage",
                name=words.LEVERAGE_COLUMN,
                kind=number,
                width=11,
                meaning=priority_words.LEVERAGE_MEANING,
            ),
            Column(id="pain", name=words.PAIN_COLUMN, kind=number, width=9, meaning=priority_words.PAIN_MEANING),
            Column(id="corner", name=words.CORNER_COLUMN, width=23, meaning=words.CORNER_MEANING),
        ),
        rows=tuple(_row(computed, entry, is_weak=entry.process_id in weak) for entry in ordered),
        empty=_empty(computed, entries),
        legend=tuple(entry for entry in stake_legend(entries) if entry.sign),
    )


def _row(computed: Computed, entry: PriorityResult, *, is_weak: bool) -> Row:
    score = _score(computed, entry)
    return Row(
        id=entry.process_id,
        cells=(
            Cell(text=process_name(computed.framework, entry.process_id), value=entry.process_id),
            Cell(text=score_text(score), value=score),
            importance_cell(entry),
            Cell(text=decimal_text(entry.leverage_share, 2), value=entry.leverage_share),
            pain_cell(entry),
            Cell(text=words.CORNER, value=WEAK, marks=frozenset({Mark.STRONG})) if is_weak else Cell(),
        ),
    )
