"""Every chart draws, says its finding, and shows only numbers that its table holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import vl_convert

from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.answered.organisation import LinkageRating
from assessment.domain.authored.framework import Horizon
from assessment.domain.planning.results import Firmness
from assessment.reporting import charts
from assessment.reporting.charts import AnyChart, ChartTable, HeatmapView, Theme
from assessment.reporting.charts.cells import gap_bin
from tests.builders import an_assessment, rated, tiny_framework
from tests.reporting.conftest import Whole, computed

Pair = tuple[Callable[[Whole, Theme], AnyChart], Callable[[Whole], ChartTable], tuple[str, ...]]


def _firm(whole: Whole) -> Firmness:
    assert whole.firmness is not None
    return whole.firmness


CHARTS: dict[str, Pair] = {
    "heatmap as-is": (
        lambda w, theme: charts.heatmap(w.framework, w.result, HeatmapView.AS_IS, theme),
        lambda w: charts.heatmap_table(w.framework, w.result, HeatmapView.AS_IS),
        ("label", "level"),
    ),
    "heatmap to-be": (
        lambda w, theme: charts.heatmap(w.framework, w.result, HeatmapView.TO_BE, theme),
        lambda w: charts.heatmap_table(w.framework, w.result, HeatmapView.TO_BE),
        ("label", "level"),
    ),
    "heatmap gap": (
        lambda w, theme: charts.heatmap(w.framework, w.result, HeatmapView.GAP, theme, is_selectable=True),
        lambda w: charts.heatmap_table(w.framework, w.result, HeatmapView.GAP),
        ("label", "level"),
    ),
    "projected heatmap": (
        lambda w, theme: charts.projected_heatmap(w.framework, w.result, w.roadmap, 2, theme),
        lambda w: charts.projected_heatmap_table(w.framework, w.result, w.roadmap, 2),
        ("label", "level"),
    ),
    "levels": (
        lambda w, theme: charts.levels(w.framework, w.result, theme),
        lambda w: charts.levels_table(w.framework, w.result),
        ("level", "count", "target_count"),
    ),
    "movement": (
        lambda w, theme: charts.movement(w.framework, w.result, theme),
        lambda w: charts.movement_table(w.framework, w.result),
        ("process", "shown_score", "target_level"),
    ),
    "profile": (
        lambda w, theme: charts.profile(w.framework, w.result.processes[0], theme),
        lambda w: charts.profile_table(w.framework, w.result.processes[0]),
        ("attribute", "label", "range", "to_be_shown"),
    ),
    "characteristics": (
        lambda w, theme: charts.characteristics(w.framework, w.result, theme),
        lambda w: charts.characteristics_table(w.framework, w.result),
        ("attribute", "count", "mean"),
    ),
    "priorities": (
        lambda w, theme: charts.priorities(w.framework, w.result, theme),
        lambda w: charts.priorities_table(w.framework, w.result),
        ("process", "shown", "need", "pain", "importance", "leverage"),
    ),
    "ranks": (
        lambda w, theme: charts.ranks(w.framework, _firm(w), theme),
        lambda w: charts.ranks_table(w.framework, _firm(w)),
        ("process", "median_rank", "low_rank", "high_rank", "top_three"),
    ),
    "handoffs": (
        lambda w, theme: charts.handoffs(w.framework, w.assessment, w.result, theme),
        lambda w: charts.handoffs_table(w.framework, w.assessment, w.result),
        ("from", "to", "label", "state"),
    ),
    "answers": (
        lambda w, theme: charts.answers(w.result.processes[0].attributes[0].items[0], theme),
        lambda w: charts.answers_table(w.result.processes[0].attributes[0].items[0]),
        ("letter",),
    ),
    "perception": (
        lambda w, theme: charts.perception(w.framework, w.result.processes[0], theme),
        lambda w: charts.perception_table(w.framework, w.result.processes[0]),
        ("attribute", "gap"),
    ),
}


def _rows(chart: AnyChart) -> list[dict[str, Any]]:
    return [row for rows in chart.to_dict()["datasets"].values() for row in rows]


def _said(table: ChartTable) -> set[str]:
    words = set()
    for row in table.rows:
        for cell in row:
            words.add(str(cell))
            words.add(str(cell).split(" (", 1)[0])
    return words


def _shown(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


@pytest.mark.parametrize("name", CHARTS)
def test_every_number_of_a_chart_stands_in_its_table(whole: Whole, name: str) -> None:
    draw, tabulate, fields = CHARTS[name]
    said = _said(tabulate(whole))
    rows = _rows(draw(whole, Theme.LIGHT))
    assert rows or name == "perception"
    assert {_shown(row[field]) for row in rows for field in fields if row.get(field) is not None} <= said


def test_steps_of_the_wave_chart_stand_in_its_table(whole: Whole) -> None:
    table = charts.waves_table(whole.framework, whole.roadmap)
    moves = {(row[1], row[2]) for row in table.rows} | {(row[1], row[3]) for row in table.rows}
    for row in _rows(charts.waves(whole.framework, whole.result, whole.roadmap)):
        first, last = row["levels"].split(" to ")
        assert {(row["process"], int(first)), (row["process"], int(last))} <= moves


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_draws_and_is_valid_in_every_theme(whole: Whole, name: str) -> None:
    specs = {theme: CHARTS[name][0](whole, theme).to_dict() for theme in Theme}
    specs[Theme.DARK]["width"] = 700
    assert "<svg" in vl_convert.vegalite_to_svg(specs[Theme.DARK])
    assert specs[Theme.DARK]["config"]["axis"] != specs[Theme.LIGHT]["config"]["axis"]
    assert specs[Theme.PRINT]["width"] != "container"


def test_a_chart_on_screen_has_its_finding_as_title_and_none_on_paper(whole: Whole) -> None:
    on_screen = charts.levels(whole.framework, whole.result, Theme.DARK).to_dict()
    assert " ".join(on_screen["title"]["text"]) == charts.levels_finding(whole.result)
    assert "title" not in charts.levels(whole.framework, whole.result, Theme.PRINT).to_dict()


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_gives_its_words_to_a_page_and_stays_whole_itself(whole: Whole, name: str) -> None:
    chart = CHARTS[name][0](whole, Theme.LIGHT)
    before = chart.to_dict()
    title, subtitle, bare = charts.untitled(chart)
    assert title == " ".join(before["title"]["text"])
    assert subtitle == " ".join(before["title"]["subtitle"])
    assert bare.to_dict() == {key: value for key, value in before.items() if key != "title"}
    assert chart.to_dict() == before
    assert charts.untitled(CHARTS[name][0](whole, Theme.PRINT))[:2] == ("", "")


def test_the_same_result_gives_the_same_drawing(whole: Whole) -> None:
    first, second = (charts.movement(whole.framework, whole.result, Theme.PRINT).to_dict() for _ in range(2))
    assert vl_convert.vegalite_to_svg(first) == vl_convert.vegalite_to_svg(second)


def test_the_to_be_heatmap_shows_the_target_cells(whole: Whole) -> None:
    rows = charts.heatmap_rows(whole.framework, whole.result, HeatmapView.TO_BE)
    for row, process in zip(rows, whole.result.processes, strict=True):
        wanted = {cell.attribute_id: cell.to_be_percent for cell in process.target.cells}
        assert {cell.attribute_id: cell.value for cell in row.cells if cell.value is not None} == {
            key: value for key, value in wanted.items() if value is not None
        }


def test_the_projection_of_wave_0_is_today(whole: Whole) -> None:
    today = charts.heatmap_rows(whole.framework, whole.result, HeatmapView.AS_IS)
    assert charts.projected_rows(whole.framework, whole.result, whole.roadmap, 0) == today


def test_the_matrix_of_hand_offs_holds_each_linkage_in_scope_with_its_letter_and_marks_the_broken_ones() -> None:
    framework = tiny_framework()
    first, second, third = framework.linkages
    ratings = (
        LinkageRating(linkage_id=first.id, answer=Answer(kind=AnswerKind.RATED, code=1)),
        LinkageRating(linkage_id=second.id, answer=Answer(kind=AnswerKind.RATED, code=4)),
        LinkageRating(linkage_id=third.id, answer=Answer(kind=AnswerKind.NOT_APPLICABLE, reason="Nothing flows.")),
    )
    whole = computed(framework, an_assessment(framework, linkage_ratings=ratings))
    found = charts.hand_offs(framework, whole.assessment, whole.result)
    assert [(one.linkage_id, one.label, one.is_broken) for one in found] == [
        (first.id, "P-", True),
        (second.id, "L+", False),
        (third.id, "–", False),
    ]
    sentence = charts.handoffs_finding(framework, whole.assessment, whole.result)
    assert sentence == "1 of 2 rated hand-offs is broken; there are 3 in scope"
    without = an_assessment(framework, scope=(first.from_process, first.to_process), linkage_ratings=ratings[:1])
    narrow = computed(framework, without)
    inside = charts.hand_offs(framework, without, narrow.result)
    assert {(one.from_process, one.to_process) for one in inside} == {(first.from_process, first.to_process)}


def test_a_gap_bin_never_hides_a_gap() -> None:
    assert gap_bin(0.1) == "up to 20"
    assert gap_bin(100.0) == "up to 100"
    assert gap_bin(-0.1) == "above by up to 20"


def test_charts_of_an_assessment_without_answers_say_so() -> None:
    framework = tiny_framework()
    empty = computed(framework, an_assessment(framework))
    cells = [cell for row in charts.heatmap_rows(framework, empty.result, HeatmapView.AS_IS) for cell in row.cells]
    assert {cell.label for cell in cells} == {"•"}
    for name, (draw, _, _) in CHARTS.items():
        assert draw(empty, Theme.LIGHT).to_dict(), name


def test_text_that_looks_like_an_expression_stays_text() -> None:
    framework = tiny_framework()
    hostile = framework.processes[0].model_copy(update={"name": "{{7*7}} ' + alert(1) + datum.label"})
    changed = framework.model_copy(update={"processes": (hostile, *framework.processes[1:])})
    item = framework.items("planning", an_assessment(framework).header.depth, Horizon.AS_IS)[0]
    assessed = computed(changed, an_assessment(changed, ratings=(rated(item.id, 3),)))
    spec = charts.heatmap(changed, assessed.result, HeatmapView.AS_IS).to_dict()
    spec["width"] = 700
    assert "{{7*7}}" in vl_convert.vegalite_to_svg(spec)
