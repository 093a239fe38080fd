"""The map on the Results page: what is drawn is what its view holds, a box or a name leads to the process."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow.ipc
import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.computed import Computed
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from assessment.views.importance import importance_view
from assessment.views.map.colouring import Colour
from assessment.views.map.process_map import map_view
from tests.ui.assessed import an_answered_one, opened, page, stored, words

KEY = "results:test-assessment:"
CLICK = """
from assessment.ui.pages.results import process_map
process_map._remember({clicked})
"""


@pytest.fixture(scope="module")
def plumbline(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plumbline]:
    with pytest.MonkeyPatch.context() as patched, opened(tmp_path_factory.mktemp("map"), patched) as plumbline:
        an_answered_one(plumbline)
        yield plumbline


def computed_of(plumbline: Plumbline) -> Computed:
    return plumbline.results.read(LOCAL_ACTOR, "test-assessment")


def the_page(**ids: str) -> AppTest:
    return page("results", {}, assessment="test-assessment", part="map", **ids)


def datasets(test: AppTest) -> list[dict[str, list[dict[str, Any]]]]:
    """The rows of each chart on the page, by their names."""
    return [
        {
            dataset.name: pyarrow.ipc.open_stream(dataset.data.data).read_all().to_pylist()
            for dataset in element.proto.datasets
        }
        for element in test.get("vega_lite_chart")
    ]


def test_the_map_is_drawn_as_its_view_has_it_in_the_colouring_that_is_chosen(plumbline: Plumbline) -> None:
    test = the_page()
    assert not test.exception
    for colour in (Colour.LEVEL, Colour.PAIN):
        test.segmented_control(key=f"{KEY}map-colour").set_value(colour).run()
        view = map_view(computed_of(plumbline), colour)
        drawn = datasets(test)[0]["boxes"]
        assert [(own["process_id"], own["text"], own["style"]) for own in drawn] == [
            (box.id, box.cell.text, box.cell.style) for box in view.boxes
        ]
        assert view.finding in words(test)


def test_the_chosen_process_has_its_lines_and_what_is_said_of_it_beside_the_map(plumbline: Plumbline) -> None:
    test = the_page()
    test.selectbox(key=f"{KEY}map-process").set_value("building").run()
    view = map_view(computed_of(plumbline), Colour.LEVEL, "building")
    assert view.chosen is not None
    lines = {(own["from_process"], own["to_process"]) for own in datasets(test)[0]["lines"]}
    assert lines == {(line.from_process, line.to_process) for line in view.chosen.lines}
    said = words(test)
    assert all(sentence in said for sentence in view.chosen.sentences[1:])
    assert view.chosen.lines_legend in said.replace("\u2060", "").replace("\\", "")


def test_from_the_map_one_goes_to_the_process(plumbline: Plumbline) -> None:
    test = the_page()
    test.selectbox(key=f"{KEY}map-process").set_value("building").run()
    test.button(key=f"{KEY}map-open").click().run()
    assert (test.query_params["part"], test.query_params["process"]) == ("process", "building")


@pytest.mark.parametrize(("clicked", "kept"), [({"process_id": "building"}, True), ({"process_id": None}, False)])
def test_a_click_on_a_box_chooses_its_process_and_one_beside_it_none(
    plumbline: Plumbline, clicked: dict[str, str | None], kept: bool
) -> None:
    test = AppTest.from_string(CLICK.format(clicked=clicked), default_timeout=30)
    test.query_params["assessment"] = "test-assessment"
    test.run()
    assert not test.exception
    assert (f"{KEY}map-process" in test.session_state) == kept


def test_what_matters_stands_under_the_map_or_what_to_do_for_it(plumbline: Plumbline) -> None:
    view = importance_view(computed_of(plumbline))
    test = the_page()
    dots = datasets(test)[1]["dots"]
    assert {own["process_id"]: own["label"] for own in dots} == {dot.process_id: dot.label for dot in view.dots}
    assert view.finding in words(test)
    assessment = plumbline.assessments.load(LOCAL_ACTOR, "test-assessment")
    other_id = stored(plumbline, assessment.model_copy(update={"opinions": ()}))
    silent = importance_view(plumbline.results.read(LOCAL_ACTOR, other_id))
    assert silent.empty in words(page("results", {}, assessment=other_id, part="map"))
