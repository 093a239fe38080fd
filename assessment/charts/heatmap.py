"""The heatmap: every process in scope by every attribute, as it is, as it should be, and the gap between."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.authored.framework import Framework
from assessment.domain.planning.results import Roadmap
from assessment.domain.rating.results import AssessmentResult
from assessment.reporting.charts.cells import (
    HeatmapRow,
    HeatmapView,
    heatmap_rows,
    projected_rows,
)
from assessment.reporting.charts.heatmap_drawing import LEVEL_COLUMN, drawn_heatmap
from assessment.reporting.charts.theme import (
    AnyChart,
    ChartTable,
    Theme,
)
from assessment.reporting.wording import counted, number_text

SUBTITLES = {
    HeatmapView.AS_IS: "Rating of each attribute as it is, N (not done) to F (fully). Level: capability level, 0 to 5.",
    HeatmapView.TO_BE: "Rating of each attribute as it should be, N to F. Level: target level.",
    HeatmapView.GAP: "To-be minus as-is in percent points. Level: target level minus level.",
}


def heatmap(
    framework: Framework,
    result: AssessmentResult,
    view: HeatmapView,
    theme: Theme = Theme.LIGHT,
    *,
    is_selectable: bool = False,
) -> AnyChart:
    """The heatmap of a view.

    With `is_selectable` a click on a cell selects it: the event `CELL_SELECTION` carries its `process_id` and
    `attribute_id`.
    """
    rows = heatmap_rows(framework, result, view)
    return drawn_heatmap(
        framework, rows, view, theme, heatmap_finding(framework, result, view), SUBTITLES[view], is_selectable
    )


def heatmap_table(framework: Framework, result: AssessmentResult, view: HeatmapView) -> ChartTable:
    """The numbers of the heatmap: group, process, level, and what each cell says with its percentage."""
    return _table(framework, heatmap_rows(framework, result, view), heatmap_finding(framework, result, view))


def heatmap_finding(framework: Framework, result: AssessmentResult, view: HeatmapView) -> str:
    """What the heatmap shows, in one sentence."""
    whole = result.whole
    if not result.processes:
        return "No process is in scope"
    if view is HeatmapView.AS_IS:
        return f"{whole.at_target_count} of {counted(whole.process_count, 'process', 'processes')} are at their target"
    if view is HeatmapView.TO_BE:
        levels = [process.target.target_level for process in result.processes if process.is_in_model]
        if not levels:
            return "No process has a target"
        common = max(sorted(set(levels)), key=levels.count)
        count = levels.count(common)
        verb = "is" if count == 1 else "are"
        return f"{count} of {counted(len(levels), 'process', 'processes')} {verb} to reach level {common}"
    return _largest_gap(framework, result)


def projected_heatmap(
    framework: Framework, result: AssessmentResult, roadmap: Roadmap, wave_number: int, theme: Theme = Theme.LIGHT
) -> AnyChart:
    """The heatmap as it would be after a wave; wave 0 is today."""
    rows = projected_rows(framework, result, roadmap, wave_number)
    finding = projected_finding(result, roadmap, wave_number)
    subtitle = "Ratings if every step up to this wave is done, N (not done) to F (fully)."
    return drawn_heatmap(framework, rows, HeatmapView.AS_IS, theme, finding, subtitle, False)


def projected_heatmap_table(
    framework: Framework, result: AssessmentResult, roadmap: Roadmap, wave_number: int
) -> ChartTable:
    """The numbers of the projected heatmap."""
    rows = projected_rows(framework, result, roadmap, wave_number)
    return _table(framework, rows, projected_finding(result, roadmap, wave_number))


def projected_finding(result: AssessmentResult, roadmap: Roadmap, wave_number: int) -> str:
    """How many processes are at target after the wave, in one sentence."""
    targets = {process.process_id: process.target.target_level for process in result.processes if process.is_in_model}
    levels: dict[str, int | None] = {process.process_id: process.level.level for process in result.processes}
    for wave in roadmap.waves[:wave_number]:
        levels |= dict(wave.levels_after)
    count = sum((levels.get(process_id) or 0) >= target for process_id, target in targets.items())
    when = roadmap.waves[wave_number - 1].label if 0 < wave_number <= len(roadmap.waves) else "today"
    moment = when if when == "today" else f"after {when}"
    return f"{count} of {counted(len(targets), 'process', 'processes')} at target {moment}"


def _largest_gap(framework: Framework, result: AssessmentResult) -> str:
    sums: dict[str, list[float]] = {}
    for process in result.processes:
        for cell in process.target.cells:
            if cell.gap_percent is not None:
                sums.setdefault(cell.attribute_id, []).append(max(0.0, cell.gap_percent))
    means = {attribute_id: sum(gaps) / len(gaps) for attribute_id, gaps in sums.items()}
    if not means or max(means.values()) <= 0:
        return "No gap is left"
    widest = max(means, key=lambda attribute_id: means[attribute_id])
    name = framework.attribute_by_id[widest].name
    return f"The widest gap is in {name.lower()}: {number_text(means[widest], 0)} points on average"


def _table(framework: Framework, rows: Sequence[HeatmapRow], caption: str) -> ChartTable:
    names = [attribute.name for attribute in framework.attributes]
    return ChartTable(
        caption=caption,
        columns=("Group", "Process", LEVEL_COLUMN, *names),
        rows=tuple(
            (
                row.group_name,
                row.process_name,
                row.level_label,
                *(
                    cell.label if cell.value is None else f"{cell.label} ({number_text(cell.value, 0)})"
                    for cell in row.cells
                ),
            )
            for row in rows
        ),
    )
