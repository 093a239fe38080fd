"""The organisation's own profile: how many processes stand at N, P, L and F on each attribute (METHOD.md section 10).

| column | value | range |
|---|---|---|
| N, P, L, F | processes with a level at that band; nothing rated counts as N | 0 up |
| mean | mean percent of these processes | 0 to 100 |
| weakest | ids of up to three processes, lowest percent first | |
"""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.computed import Computed
from assessment.domain.rating.results import AssessmentResult, CharacteristicProfile
from assessment.domain.rating.rollup import BANDS
from assessment.views.model import Cell, Column, Kind, LegendEntry, Row, Segment, Table, Track, View
from assessment.views.names import attribute_name, counted_apart, process_names
from assessment.views.wording import characteristics as words
from assessment.views.wording import levels as level_words
from assessment.views.wording.numbers import percent_text, whole_text

LOW_BANDS = ("N", "P")
BAND_STYLES: Mapping[str, str] = {band: f"band-{band.lower()}" for band in BANDS}


def characteristics_view(computed: Computed) -> View:
    """A row an attribute: how many processes stand at each band, the mean, and the weakest processes."""
    framework, result = computed.framework, computed.result
    table = Table(
        id="characteristics",
        title=words.QUESTION,
        measure=words.MEASURE,
        columns=(
            Column(id="attribute", name="Attribute", width=19),
            Column(id="bar", name="Processes", kind=Kind.TRACK, width=22.5),
            *(
                Column(id=band, name=band, kind=Kind.NUMBER, width=4, meaning=words.COUNT_MEANINGS[band])
                for band in BANDS
            ),
            Column(id="mean", name="Mean", kind=Kind.NUMBER, width=6.5, meaning=words.MEAN_MEANING),
            Column(id="weakest", name="Weakest", width=36, meaning=words.WEAKEST_MEANING),
        ),
        rows=tuple(_row(computed, entry) for entry in result.characteristics) if result.whole.process_count else (),
        empty=level_words.NO_LEVEL,
        legend=tuple(LegendEntry(style=BAND_STYLES[band], text=words.LEGEND[band]) for band in BANDS),
    )
    count = sum(attribute.characteristic is not None for attribute in framework.attributes)
    return View(
        id="characteristics",
        question=words.QUESTION,
        finding=_finding(computed, result),
        tables=(table,),
        notes=(
            *((words.which_are_characteristics(count),) if 0 < count < len(framework.attributes) else ()),
            *counted_apart(result.whole),
        ),
        empty="" if table.rows else level_words.NO_LEVEL,
    )


def _row(computed: Computed, entry: CharacteristicProfile) -> Row:
    weakest = entry.weakest_process_ids
    return Row(
        id=entry.attribute_id,
        cells=(
            Cell(text=attribute_name(computed.framework, entry.attribute_id), value=entry.attribute_id),
            Cell(track=Track(segments=_segments(entry.band_counts)), spoken=words.spoken_bands(entry.band_counts)),
            *(Cell(text=whole_text(entry.band_counts[band]), value=entry.band_counts[band]) for band in BANDS),
            Cell(text=percent_text(entry.mean_percent), value=entry.mean_percent),
            Cell(text=process_names(computed.framework, weakest), value=" ".join(weakest) or None),
        ),
    )


def _segments(band_counts: Mapping[str, int]) -> tuple[Segment, ...]:
    total = sum(band_counts.values())
    segments: list[Segment] = []
    start = 0.0
    for band in BANDS:
        if band_counts[band]:
            width = 100 * band_counts[band] / total
            segments.append(Segment(start=start, width=width, style=BAND_STYLES[band], text=band))
            start += width
    return tuple(segments)


def _finding(computed: Computed, result: AssessmentResult) -> str:
    measured = [entry for entry in result.characteristics if entry.mean_percent is not None]
    if not measured:
        return words.NOT_RATED
    weakest = min(measured, key=lambda entry: entry.mean_percent or 0.0)
    return words.weakest(
        attribute_name(computed.framework, weakest.attribute_id),
        sum(weakest.band_counts[band] for band in LOW_BANDS),
        sum(weakest.band_counts.values()),
    )
