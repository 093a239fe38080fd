"""The drawings of a comparison: data of the view, labels that cover nothing, the way told by more than a colour."""

from __future__ import annotations

import itertools
import random

import pytest

from assessment.charts.comparison.since import STROKES, delta_heatmap, since_slopes, trend_lines
from assessment.charts.comparison.slopes import HIGH, LABEL_GAP, LOW
from assessment.charts.comparison.spreading import spread
from assessment.charts.theme import Theme
from assessment.views.comparison.since import since_view
from assessment.views.comparison.trend import trend_view
from assessment.views.model import View
from tests.last_year import FELL, IMPROVED, NEW, OTHERS, beside_last_year


@pytest.fixture(scope="module")
def view() -> View:
    return since_view(beside_last_year())


def test_a_line_runs_from_the_score_before_to_the_one_now(view: View) -> None:
    table, points = view.table("since-movement"), since_slopes(view).datasets["points"]
    by_line = {(one["line"], one["place"]): one["value"] for one in points}
    drawn = [row.id for row in table.rows if row.id != NEW]
    assert set(by_line) == {(row_id, place) for row_id in drawn for place in (0, 1)}
    for row_id in drawn:
        assert by_line[row_id, 0] == table.cell(row_id, "score-before").value
        assert by_line[row_id, 1] == table.cell(row_id, "score").value


def test_the_way_of_a_line_is_told_by_its_stroke_as_well_as_its_colour(view: View) -> None:
    kinds = {one["line"]: one["kind"] for one in since_slopes(view).datasets["points"]}
    assert (kinds[IMPROVED], kinds[FELL], kinds[OTHERS]) == ("improved", "fell", "noise")
    assert set(kinds.values()) == {"improved", "fell", "noise", "same"}
    strokes = {(one.width, one.dash) for one in STROKES.values()}
    assert len(strokes) == len(STROKES)


def test_both_ends_are_named_with_score_and_target(view: View) -> None:
    labels = {(one["line"], one["side"]): one["text"] for one in since_slopes(view).datasets["labels"]}
    assert labels[IMPROVED, "start"] == "Incident Management  1.8"
    assert labels[IMPROVED, "end"] == "Incident Management  3.9, target 4"
    assert labels["change-management", "end"] == "Change Management  0.8, target 3, was 2"


@pytest.mark.parametrize("theme", list(Theme))
def test_no_label_covers_another(view: View, theme: Theme) -> None:
    for chart in (since_slopes(view, theme), trend_lines(trend_view(beside_last_year()), theme)):
        for side in ("start", "end"):
            stands = sorted(one["label_value"] for one in chart.datasets["labels"] if one["side"] == side)
            assert all(later - before > LABEL_GAP - 1e-6 for before, later in itertools.pairwise(stands))
            assert stands[0] >= LOW - 1e-9
            assert stands[-1] <= HIGH + 1e-9


def test_the_places_are_named_by_the_days(view: View) -> None:
    encoded = since_slopes(view).to_dict()["layer"][0]["encoding"]["x"]["axis"]["labelExpr"]
    assert encoded == "['15 September 2025', '14 September 2026'][datum.value]"


def test_a_trend_has_a_line_a_process_and_none_for_the_mean() -> None:
    view = trend_view(beside_last_year())
    points = trend_lines(view).datasets["points"]
    assert "mean" not in {one["line"] for one in points}
    own = [one["value"] for one in points if one["line"] == IMPROVED]
    assert own == [cell.value for cell in view.table("trend").row(IMPROVED).cells[1:]]
    assert [one["place"] for one in points if one["line"] == NEW] == [2]


def test_the_changes_are_drawn_as_the_heatmap_draws_its_cells(view: View) -> None:
    table = view.table("since-deltas")
    cells = {(one["row_id"], one["column_id"]): one for one in delta_heatmap(view).datasets["cells"]}
    assert len(cells) == len(table.rows) * (len(table.columns) - 1)
    cell = cells[FELL, "delivery"]
    assert (cell["text"], cell["style"], cell["is_hatched"]) == ("−40", "gap-2", False)
    assert cells[OTHERS, "delivery"]["is_hatched"]


def test_labels_keep_their_order_and_stand_as_near_as_they_can() -> None:
    draw = random.Random(5)
    for _ in range(200):
        places = [draw.uniform(0, 5) for _ in range(draw.randint(1, 30))]
        stands = spread(places, 0.15, 0.0, 5.0)
        by_place = [stand for _, stand in sorted(zip(places, stands, strict=True))]
        assert all(later - before > 0.15 - 1e-6 for before, later in itertools.pairwise(by_place))
        assert min(stands) >= -1e-9
        assert max(stands) <= 5 + 1e-9
    assert spread((1.0, 3.0), 0.5, 0.0, 5.0) == [1.0, 3.0]
    assert spread((2.0, 2.0, 2.0), 0.5, 0.0, 5.0) == [1.5, 2.0, 2.5]
    assert spread((2.0, 2.0, 2.6), 0.5, 0.0, 5.0) == pytest.approx([1.7, 2.2, 2.7])


def test_labels_without_room_stand_evenly_and_none_are_none() -> None:
    assert spread([2.0] * 11, 1.0, 0.0, 5.0) == pytest.approx([number / 2 for number in range(11)])
    assert spread((), 1.0, 0.0, 5.0) == []
