"""Where every process stands: the answer, levels now, after and wanted, heatmap, gap, attributes, both sides' view.

| chart | a dot or a bar | range |
|---|---|---|
| movement | score now and after the last wave, target level | 0 to 5 |
| characteristics | processes at a band | 0 up |
| perception | percent as leadership and as practitioners rate it | 0 to 100 |
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assessment.domain.computed import Computed
from assessment.domain.rating.results import PerceptionGap, ProcessResult
from assessment.domain.rating.rollup import BANDS
from assessment.views.characteristics import BAND_STYLES, characteristics_view
from assessment.views.commentary.places import PlaceKind
from assessment.views.deck.model import (
    Area,
    Bars,
    BarSeries,
    DotMark,
    Dots,
    DotSeries,
    Figures,
    Grid,
    Slide,
    SlideKind,
)
from assessment.views.deck.tables import parted, with_columns
from assessment.views.deck.whole import whole_slides
from assessment.views.deck.written import written_slides
from assessment.views.executive import executive_view
from assessment.views.headline import overview_view
from assessment.views.heatmap import HeatmapState, heatmap_view
from assessment.views.levels import levels_view, movement_view
from assessment.views.model import Cell, Column, Kind, Row, Table, View
from assessment.views.names import attribute_name, process_name
from assessment.views.wording import agreement as agreement_words
from assessment.views.wording import characteristics as characteristic_words
from assessment.views.wording import deck as words
from assessment.views.wording.numbers import nearest, percent_text, score_text, signed_text

DIFFERENCE_LIMIT = 10
NARROW_NAMES, WIDE_NAMES, LONG_NAME = 20.0, 32.0, 32
"""Shares of the width for the names of the heatmap, in percent, and from how many letters on a name is long."""


def standing_slides(computed: Computed) -> Iterator[Slide]:
    """The slides about where it stands; those without content are left out."""
    yield answer_slide(computed)
    yield from written_slides(computed, PlaceKind.WHOLE, words.SECTION_ANSWER)
    if not computed.result.whole.process_count:
        return
    yield from whole_slides(computed)
    yield from _movement_slides(computed)
    yield from _heatmap_slides(computed, HeatmapState.AS_IS)
    yield from _heatmap_slides(computed, HeatmapState.GAP)
    yield from _characteristics_slides(computed)
    yield from _perception_slides(computed)


def answer_slide(computed: Computed) -> Slide:
    """The answer with its figures, and what each wave takes."""
    view = executive_view(computed)
    waves = view.table("executive-waves")
    widths = {"wave": 11, "time": 19, "points": 8, "days": 8, "cost": 13, "moves": 31, "at-target": 10}
    grid = Grid(id=waves.id, table=with_columns(waves, widths))
    return Slide(
        id="answer",
        kind=SlideKind.MESSAGE,
        section=words.SECTION_ANSWER,
        title=view.finding,
        areas=(
            Area(
                width=100,
                blocks=(Figures(id="overview", facts=overview_view(computed).facts), *((grid,) if waves.rows else ())),
            ),
        ),
        caption=" ".join((view.sureness[0], *view.table("chart").notes)),
        notes=(words.source(view.question, view.question),),
    )


def _movement_slides(computed: Computed) -> Iterator[Slide]:
    view = movement_view(computed)
    after = _scores_after(computed)
    table = view.table("movement")
    parts = parted(with_columns(table, {"process": 60, "score": 13, "target": 14}))
    for number, part in enumerate(parts, start=1):
        shown = [after[row.id] for row in part.rows]
        yield Slide(
            id=f"movement-{number}",
            kind=SlideKind.MESSAGE,
            section=words.SECTION_STANDING,
            title=_numbered(view.finding, number, len(parts)),
            areas=(Area(width=100, blocks=(_movement_dots(view, part, shown),)),),
            caption=" ".join((words.MOVEMENT_CAPTION, *view.notes)),
            notes=(words.source(view.question, table.title),),
        )


def _movement_dots(view: View, part: Table, after: list[Cell]) -> Dots:
    """A process that no step moves has no dot for later: it stays where it is."""
    columns = (
        part.columns[0],
        replace(part.columns[1], name=words.NOW_COLUMN),
        Column(id="after", name=words.AFTER_COLUMN, kind=Kind.NUMBER, width=13),
        part.columns[2],
    )
    rows = tuple(
        replace(row, cells=(row.cells[0], row.cells[1], own, row.cells[2]))
        for row, own in zip(part.rows, after, strict=True)
    )
    table = replace(part, columns=columns, rows=rows)
    later = tuple(Cell() if row.cells[1].value == row.cells[2].value else row.cells[2] for row in rows)
    series = (
        DotSeries(id="after", name=words.AFTER_SERIES, mark=DotMark.RING, cells=later),
        DotSeries(id="score", name=words.NOW_SERIES, mark=DotMark.DOT, cells=tuple(table.column("score"))),
        DotSeries(id="target", name=words.TARGET_SERIES, mark=DotMark.DIAMOND, cells=tuple(table.column("target"))),
    )
    return Dots(
        id="movement",
        table=table,
        series=series,
        low=0,
        high=5,
        step=1,
        axis=words.LEVEL_AXIS,
        spoken=words.spoken(view.finding, words.MOVEMENT_CAPTION),
    )


def _scores_after(computed: Computed) -> dict[str, Cell]:
    """The score of each process once every funded step is done: as it is where none moves it."""
    scores = {process.process_id: process.level.score for process in computed.result.processes}
    for wave in computed.roadmap.waves:
        for step in sorted(wave.steps, key=lambda step: step.to_level):
            scores[step.process_id] = step.score_after
    return {process_id: Cell(text=score_text(score), value=score) for process_id, score in scores.items()}


def _heatmap_slides(computed: Computed, state: HeatmapState) -> Iterator[Slide]:
    view = heatmap_view(computed, state)
    finding = levels_view(computed).finding if state is HeatmapState.AS_IS else view.finding
    table = view.table("heatmap")
    parts = parted(with_columns(table, _heatmap_widths(table)))
    for number, part in enumerate(parts, start=1):
        yield Slide(
            id=f"{view.id}-{number}",
            kind=SlideKind.MESSAGE,
            section=words.SECTION_STANDING,
            title=_numbered(finding, number, len(parts)),
            areas=(Area(width=100, blocks=(Grid(id=view.id, table=part),)),),
            caption=" ".join((table.measure, *view.notes)),
            notes=(words.source(view.question, table.title),),
        )


def _heatmap_widths(table: Table) -> dict[str, float]:
    """Long names get more room, the letters less."""
    name, level = max((len(cell.text) for cell in table.column("process")), default=0), 4.5
    first = WIDE_NAMES if name > LONG_NAME else NARROW_NAMES
    other = (100 - first - level) / max(1, len(table.columns) - 2)
    own = {"process": first, "level": level}
    return {column.id: own.get(column.id, other) for column in table.columns}


def _characteristics_slides(computed: Computed) -> Iterator[Slide]:
    view = characteristics_view(computed)
    table = view.table("characteristics")
    if not table.rows:
        return
    series = tuple(
        BarSeries(
            id=band,
            name=characteristic_words.LEGEND[band],
            style=BAND_STYLES[band],
            cells=tuple(table.column(band)),
        )
        for band in BANDS
    )
    bars = Bars(
        id="characteristics",
        title="",
        categories=tuple(cell.text for cell in table.column("attribute")),
        series=series,
        high=computed.result.whole.process_count,
        is_lying=True,
        is_stacked=True,
        spoken=words.spoken(view.finding, table.measure),
    )
    weakest = Grid(id="characteristics", table=with_columns(table, {"attribute": 34, "mean": 14, "weakest": 52}))
    yield Slide(
        id="characteristics",
        kind=SlideKind.MESSAGE,
        section=words.SECTION_STANDING,
        title=view.finding,
        areas=(Area(width=52, blocks=(bars,)), Area(width=48, blocks=(weakest,))),
        caption=" ".join((table.measure, *view.notes)),
        notes=(words.source(view.question, table.title),),
    )


def _perception_slides(computed: Computed) -> Iterator[Slide]:
    """The widest differences of all processes; nothing where no process has both sides above the floor."""
    found = [(process, gap) for process in computed.result.processes for gap in process.perception_gaps]
    widest = sorted(found, key=lambda pair: -abs(pair[1].gap_percent))[:DIFFERENCE_LIMIT]
    if not widest:
        return
    table = _perception_table(computed, widest)
    process, gap = widest[0]
    finding = (
        words.perception_same()
        if nearest(gap.gap_percent) == 0
        else words.perception(
            process_name(computed.framework, process.process_id),
            attribute_name(computed.framework, gap.attribute_id),
            gap.gap_percent,
        )
    )
    series = tuple(
        DotSeries(id=column_id, name=name, mark=mark, cells=tuple(table.column(column_id)))
        for column_id, name, mark in (
            ("practitioners", agreement_words.PRACTITIONERS_COLUMN, DotMark.RING),
            ("leadership", agreement_words.LEADERSHIP_COLUMN, DotMark.DOT),
        )
    )
    dots = Dots(
        id="perception",
        table=table,
        series=series,
        low=0,
        high=100,
        step=20,
        axis=words.PERCENT_AXIS,
        spoken=words.spoken(finding, words.PERCEPTION_CAPTION),
    )
    yield Slide(
        id="perception",
        kind=SlideKind.MESSAGE,
        section=words.SECTION_STANDING,
        title=finding,
        areas=(Area(width=100, blocks=(dots,)),),
        caption=words.PERCEPTION_CAPTION,
        notes=(words.source(agreement_words.PERCEPTION_QUESTION, agreement_words.PERCEPTION_QUESTION),),
    )


def _perception_table(computed: Computed, found: list[tuple[ProcessResult, PerceptionGap]]) -> Table:
    framework, number = computed.framework, Kind.NUMBER
    return Table(
        id="perception",
        title=agreement_words.PERCEPTION_QUESTION,
        columns=(
            Column(id="process", name=words.PROCESS_COLUMN, width=30),
            Column(id="attribute", name=agreement_words.ATTRIBUTE_COLUMN, width=32),
            Column(id="leadership", name=agreement_words.LEADERSHIP_COLUMN, kind=number, width=15),
            Column(id="practitioners", name=agreement_words.PRACTITIONERS_COLUMN, kind=number, width=17),
            Column(id="difference", name=agreement_words.DIFFERENCE_COLUMN, kind=number, width=13),
        ),
        rows=tuple(
            Row(
                id=f"{process.process_id}:{gap.attribute_id}",
                cells=(
                    Cell(text=process_name(framework, process.process_id), value=process.process_id),
                    Cell(text=attribute_name(framework, gap.attribute_id), value=gap.attribute_id),
                    Cell(text=percent_text(gap.leadership_percent), value=gap.leadership_percent),
                    Cell(text=percent_text(gap.practitioner_percent), value=gap.practitioner_percent),
                    Cell(text=signed_text(gap.gap_percent), value=gap.gap_percent),
                ),
            )
            for process, gap in found
        ),
        empty="",
    )


def _numbered(title: str, number: int, count: int) -> str:
    return words.part_of(title, number, count) if count > 1 else title
