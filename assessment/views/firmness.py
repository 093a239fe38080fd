"""How firm the order of the priorities is, and how far each score moves with the people who answered.

| column | value | range |
|---|---|---|
| top-three | share of draws among the first three | 0 to 1 |
| median-rank, low-rank, high-rank | ranks over the draws: median, percentiles 5 and 95 | 1 up |
| low-score, high-score | percentiles 5 and 95 of the score | 0.00 to 5.00 |

With fewer than three processes below target the order is not measured and has no ranks (METHOD.md section 14).
"""

from __future__ import annotations

from dataclasses import replace

from assessment.domain.computed import Computed
from assessment.domain.planning.results import Firmness, FirmnessWord, RankFirmness, SensitivityRange
from assessment.domain.rating.scale import HIGHEST_CODE
from assessment.views.model import Cell, Column, Fact, Kind, Mark, Row, Table, Track, View
from assessment.views.names import process_name
from assessment.views.wording import firmness as words
from assessment.views.wording.numbers import number_text, score_text, share_text, whole_text
from assessment.views.wording.terms import FIRMNESS_WORDS

SAFE_SHARE = 0.8
"""From this share of draws on a process is called safe among the first three. Own rule."""


def firmness_view(computed: Computed) -> View:
    """How firm the order is, each place in it, and the sensitivity range of each score."""
    firmness = computed.firmness
    ranks, ranges = _ranks(computed, firmness), _ranges(computed, firmness)
    return View(
        id="firmness",
        question=words.QUESTION,
        finding=_finding(computed, firmness),
        facts=_facts(firmness),
        tables=(ranks, ranges),
        notes=(words.how_drawn(),),
        empty="" if ranks.rows or ranges.rows else words.not_measured(),
    )


def order_view(computed: Computed) -> View:
    """How firm the order is, without the ranges of the scores, which have a view of their own on paper."""
    whole = firmness_view(computed)
    ranks = whole.table("firmness")
    return replace(whole, tables=(ranks,), empty="" if ranks.rows else words.not_measured())


def ranges_view(computed: Computed) -> View:
    """How far each score moves when the people who answered are drawn again."""
    table = _ranges(computed, computed.firmness)
    return View(
        id="ranges",
        question=words.RANGES_TITLE,
        finding=words.ranges_finding(len(table.rows)),
        tables=(table,),
        empty="" if table.rows else words.RANGES_EMPTY,
    )


def _finding(computed: Computed, firmness: Firmness) -> str:
    if firmness.word is FirmnessWord.NOT_MEASURED:
        return words.not_measured()
    safe = [
        process_name(computed.framework, entry.process_id)
        for entry in firmness.processes
        if entry.top_three_share >= SAFE_SHARE
    ]
    return words.safe(firmness.word, safe, SAFE_SHARE) if safe else words.none_safe(firmness.word, SAFE_SHARE)


def _facts(firmness: Firmness) -> tuple[Fact, ...]:
    return (
        Fact(
            id="word",
            label=words.WORD_FACT,
            text=FIRMNESS_WORDS[firmness.word],
            value=firmness.word.value,
            note=words.MEANINGS[firmness.word],
        ),
        Fact(
            id="tau",
            label=words.TAU_FACT,
            text=words.tau_text(firmness.mean_tau),
            value=firmness.mean_tau,
            meaning=words.TAU_MEANING,
        ),
        Fact(
            id="draws",
            label=words.DRAWS_FACT,
            text=whole_text(firmness.draw_count),
            value=firmness.draw_count,
            note=words.seed_note(firmness.seed),
        ),
    )


def _ranks(computed: Computed, firmness: Firmness) -> Table:
    is_measured = firmness.word is not FirmnessWord.NOT_MEASURED
    entries = firmness.processes if is_measured else ()
    last = max((entry.high_rank for entry in entries), default=1.0)
    return Table(
        id="firmness",
        title=words.RANKS_TITLE,
        measure=words.ranks_measure(firmness.draw_count),
        columns=(
            Column(id="rank", name=words.RANK_COLUMN, kind=Kind.NUMBER, width=6),
            Column(id="process", name=words.PROCESS_COLUMN, width=36),
            Column(id="top-three", name=words.TOP_COLUMN, kind=Kind.NUMBER, width=11),
            Column(id="median-rank", name=words.MEDIAN_COLUMN, kind=Kind.NUMBER, width=9),
            Column(id="low-rank", name=words.LOW_RANK_COLUMN, kind=Kind.NUMBER, width=7),
            Column(id="high-rank", name=words.HIGH_RANK_COLUMN, kind=Kind.NUMBER, width=7),
            Column(id="ranks", name=words.RANK_TRACK_COLUMN, kind=Kind.TRACK, width=24),
        ),
        rows=tuple(_rank_row(computed, entry, rank, last) for rank, entry in enumerate(entries, start=1)),
        empty=words.RANKS_EMPTY,
    )


def _rank_row(computed: Computed, entry: RankFirmness, rank: int, last: float) -> Row:
    median, low, high = (number_text(value) for value in (entry.median_rank, entry.low_rank, entry.high_rank))
    has_need = computed.result.process(entry.process_id).target.need_share > 0
    return Row(
        id=entry.process_id,
        cells=(
            Cell(text=str(rank), value=rank),
            Cell(
                text=process_name(computed.framework, entry.process_id),
                value=entry.process_id,
                note="" if has_need else words.AT_TARGET,
            ),
            Cell(
                text=share_text(entry.top_three_share),
                value=entry.top_three_share,
                marks=frozenset({Mark.STRONG}),
            ),
            Cell(text=median, value=entry.median_rank),
            Cell(text=low, value=entry.low_rank),
            Cell(text=high, value=entry.high_rank),
            Cell(track=_rank_track(entry, last), spoken=words.spoken_rank(median, low, high)),
        ),
    )


def _rank_track(entry: RankFirmness, last: float) -> Track:
    """Ranks from the first to the last that any interval reaches, with a tick at the third."""

    def place(rank: float) -> float:
        return 100 * (rank - 1) / max(1.0, last - 1)

    return Track(
        ticks=(0.0, place(3), 100.0) if last > 3 else (0.0, 100.0),
        line=(place(entry.low_rank), place(entry.high_rank)),
        dot=place(entry.median_rank),
    )


def _ranges(computed: Computed, firmness: Firmness) -> Table:
    ranged = {entry.process_id for entry in firmness.sensitivity_ranges}
    without = [
        process_name(computed.framework, process.process_id)
        for process in computed.result.processes
        if process.is_assessed and process.process_id not in ranged
    ]
    return Table(
        id="sensitivity",
        title=words.RANGES_TITLE,
        measure=words.RANGES_MEASURE,
        columns=(
            Column(id="process", name=words.PROCESS_COLUMN, width=32),
            Column(id="score", name=words.SCORE_COLUMN, kind=Kind.NUMBER, width=10),
            Column(id="low-score", name=words.LOW_SCORE_COLUMN, kind=Kind.NUMBER, width=10),
            Column(id="high-score", name=words.HIGH_SCORE_COLUMN, kind=Kind.NUMBER, width=10),
            Column(id="scores", name=words.SCORE_TRACK_COLUMN, kind=Kind.TRACK, width=38),
        ),
        rows=tuple(_range_row(computed, entry) for entry in firmness.sensitivity_ranges),
        empty=words.RANGES_EMPTY,
        notes=(words.without_range(without),) if without and ranged else (),
    )


def _range_row(computed: Computed, entry: SensitivityRange) -> Row:
    score = computed.result.process(entry.process_id).level.score
    shown, low, high = (score_text(value) for value in (score, entry.low_score, entry.high_score))
    return Row(
        id=entry.process_id,
        cells=(
            Cell(text=process_name(computed.framework, entry.process_id), value=entry.process_id),
            Cell(text=shown, value=score),
            Cell(text=low, value=entry.low_score),
            Cell(text=high, value=entry.high_score),
            Cell(track=_score_track(entry, score), spoken=words.spoken_range(shown, low, high)),
        ),
    )


def _score_track(entry: SensitivityRange, score: float | None) -> Track:
    def place(value: float) -> float:
        return 100 * value / HIGHEST_CODE

    return Track(
        ticks=tuple(place(level) for level in range(HIGHEST_CODE + 1)),
        line=(place(entry.low_score), place(entry.high_score)),
        dot=None if score is None else place(score),
    )
