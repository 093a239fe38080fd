"""How far each process has to go, and the organisation by characteristic and by group."""

from __future__ import annotations

from assessment.domain.rating.results import Rollup
from assessment.reporting.bands import BAND_STEPS
from assessment.reporting.charts.characteristics import characteristics_finding
from assessment.reporting.charts.levels import movement_finding, movement_order
from assessment.reporting.document.model import (
    Cell,
    Chapter,
    Column,
    LegendEntry,
    Row,
    Segment,
    Table,
    TableChapter,
    Track,
)
from assessment.reporting.document.parts import Parts
from assessment.reporting.wording import level_text, listed, percent_text, score_text, signed_text

LEVEL_TICKS = tuple(level * 20.0 for level in range(6))


def build_movement(parts: Parts) -> TableChapter:
    """From as-is to target, process by process."""
    rows = tuple(
        Row(
            cells=(
                Cell(text=parts.process_name(process.process_id)),
                Cell(text=level_text(process.level.level), style="strong"),
                Cell(text=score_text(process.level.score)),
                Cell(
                    track=Track(
                        ticks=LEVEL_TICKS,
                        line=(20 * (process.level.score or 0), 20.0 * process.target.target_level),
                        dot=20 * (process.level.score or 0),
                        diamond=20.0 * process.target.target_level,
                    )
                ),
                Cell(text=str(process.target.target_level)),
                Cell(text=signed_text(process.target.level_gap)),
                Cell(text=process.target.status.value if process.target.status else ""),
            )
        )
        for process in movement_order(parts.result)
    )
    table = Table(
        name="movement",
        caption="Score as it is (dot) and target (diamond) on the scale of levels, 0 to 5",
        columns=(
            Column(name="Process", width=27),
            Column(name="Level", style="mark", width=7),
            Column(name="Score", style="number", width=8),
            Column(name="0 to 5", style="track", width=29),
            Column(name="Target", style="number", width=8),
            Column(name="To go", style="number", width=8),
            Column(name="Status", width=13),
        ),
        rows=rows,
        empty="No process has a level yet.",
    )
    chapter = Chapter(
        anchor="movement",
        title="How far each process has to go",
        lead=(f"{movement_finding(parts.framework, parts.result)}.",),
    )
    return TableChapter(chapter=chapter, tables=(table,))


def build_characteristics(parts: Parts) -> TableChapter:
    """The organisation's own profile on the attributes, and its groups."""
    rows = []
    for entry in parts.result.characteristics:
        total = sum(entry.band_counts.values()) or 1
        segments, start = [], 0.0
        for band in BAND_STEPS:
            count = entry.band_counts.get(band, 0)
            if count:
                width = 100 * count / total
                segments.append(Segment(start=start, width=width, style=band, text=str(count)))
                start += width
        rows.append(
            Row(
                cells=(
                    Cell(text=parts.attribute_name(entry.attribute_id)),
                    Cell(
                        track=Track(segments=tuple(segments)),
                        spoken=", ".join(f"{band} {entry.band_counts.get(band, 0)}" for band in BAND_STEPS),
                    ),
                    Cell(text=percent_text(entry.mean_percent)),
                    Cell(text=listed(parts.process_names(entry.weakest_process_ids))),
                )
            )
        )
    table = Table(
        name="characteristics",
        caption="Processes in scope at N, P, L and F on each attribute",
        columns=(
            Column(name="Attribute", width=23),
            Column(name="Processes", style="track", width=34),
            Column(name="Mean", style="number", width=9),
            Column(name="Weakest", width=34),
        ),
        rows=tuple(rows) if parts.result.processes else (),
        empty="No process is in scope yet.",
        style="tall",
        legend=tuple(LegendEntry(style=f"band-{band.lower()}", text=band) for band in BAND_STEPS),
    )
    chapter = Chapter(
        anchor="characteristics",
        title="The organisation by characteristic and by group",
        lead=(f"{characteristics_finding(parts.framework, parts.result)}.",),
    )
    return TableChapter(chapter=chapter, tables=(table, _groups_table(parts)))


def _groups_table(parts: Parts) -> Table:
    rows = [
        _rollup_row(group.name, parts.result.groups[group.id])
        for group in parts.framework.groups
        if group.id in parts.result.groups and parts.result.groups[group.id].process_count
    ]
    if rows:
        rows.append(_rollup_row("All", parts.result.whole))
    return Table(
        name="groups",
        caption="By group: at target, processes at each level, mean and lowest level",
        columns=(
            Column(name="Group", width=34),
            Column(name="At target", style="number", width=12),
            *(Column(name=f"Level {level}", style="number", width=7) for level in range(6)),
            Column(name="Mean", style="number", width=6),
            Column(name="Floor", style="number", width=6),
        ),
        rows=tuple(rows),
        empty="No process is in scope yet.",
    )


def _rollup_row(name: str, rollup: Rollup) -> Row:
    style = "strong" if name == "All" else ""
    return Row(
        cells=(
            Cell(text=name, style=style),
            Cell(text=f"{rollup.at_target_count} of {rollup.process_count}", style="strong"),
            *(Cell(text=str(count) if count else "") for count in rollup.level_counts),
            Cell(text=score_text(rollup.mean_score)),
            Cell(text=level_text(rollup.floor_level)),
        )
    )
