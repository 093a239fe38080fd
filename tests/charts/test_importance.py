"""Maturity against importance as it is drawn, on a page and on paper: dots, rings, labels, the named corner."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
import vl_convert

from assessment.charts.importance.paper import importance_svg
from assessment.charts.importance.screen import importance
from assessment.charts.theme import Theme
from assessment.views.importance import importance_view
from assessment.views.lanes import SPACE
from tests.computing import mixed, the_sample

SVG = "{http://www.w3.org/2000/svg}"
LETTERS = 12


def test_every_dot_is_drawn_at_its_score_and_row_with_its_label_beside_it() -> None:
    view = importance_view(the_sample().told)
    data = {row["process_id"]: row for row in importance(view).to_dict()["datasets"]["dots"]}
    assert set(data) == {dot.process_id for dot in view.dots}
    for dot in view.dots:
        own = data[dot.process_id]
        assert (own["across"], own["row"], own["label"]) == (dot.across, dot.row + 0.5, dot.label)
        beside = (dot.radius + dot.ring + SPACE) * LETTERS
        assert own["label_offset"] == pytest.approx(-beside if dot.is_left else beside)
        assert own["area"] == pytest.approx((2 * dot.radius * LETTERS) ** 2)
        assert own["ring"] == pytest.approx(dot.ring * LETTERS)
        assert own["spoken"] == dot.spoken


def test_the_corner_is_drawn_where_the_view_has_it_and_named() -> None:
    view = importance_view(the_sample().told)
    spec = importance(view).to_dict()
    (corner,) = spec["datasets"]["corner"]
    assert (corner["left"], corner["right"], corner["bottom"]) == (0, 40, 1 + view.corner_row_count)
    assert corner["name"] == view.corner == "Matters and is weak"
    assert {row["name"] for row in spec["datasets"]["bands"]} == {"5 vital", "4 high", "3 medium"}


def test_the_chart_can_be_drawn_in_every_theme_with_the_names_of_bands_and_scores() -> None:
    for theme in Theme:
        spec = importance(importance_view(the_sample().told), theme).to_dict()
        drawn = vl_convert.vegalite_to_svg(spec | {"width": 700})
        assert all(f">{name}<" in drawn for name in ("5 vital", "3 medium", "0", "5", "Score", "Build and Test"))


@pytest.mark.parametrize("whole", [the_sample(), mixed()], ids=["sample", "mixed"])
def test_on_paper_every_label_stands_once_and_inside_the_drawing(whole: object) -> None:
    view = importance_view(whole.told)  # type: ignore[attr-defined]
    drawing = ElementTree.fromstring(importance_svg(view, 170))
    texts = list(drawing.iter(f"{SVG}text"))
    said = [element.text for element in texts]
    assert [said.count(dot.label) for dot in view.dots] == [1] * len(view.dots)
    assert view.corner in said
    bold = {element.text for element in texts if element.get("font-weight")}
    assert bold == {view.corner, *(dot.label for dot in view.dots if dot.is_weak)}
    rings = [own for own in drawing.iter(f"{SVG}circle") if own.get("fill") == "none"]
    assert len(rings) == sum(dot.ring > 0 for dot in view.dots)
    title = drawing.find(f"{SVG}title")
    assert title is not None
    assert title.text == f"{view.finding} {view.measure}"
    height = float(drawing.get("viewBox", "").split()[3])
    assert all(0 < float(own.get("cx", 0)) < 170 and 0 < float(own.get("cy", 0)) < height for own in rings)
