"""A search shows what the view found, its words in bold, and each result leads to its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assessment.services.plumbline import Plumbline
from assessment.views.frameworks.places import ProcessPart, Topic
from assessment.views.frameworks.search import search_view
from tests.ui.assessed import framework_of, opened, page, words


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def test_every_result_of_the_view_is_shown_in_its_order_with_its_words_in_bold(plumbline: Plumbline) -> None:
    query = "nobody sponsor"
    view = search_view(framework_of(plumbline), query)
    test = page("frameworks").text_input(key="browse:query").set_value(query).run()
    assert view.finding in words(test)
    titles = [button.label for button in test.button if button.key and button.key.startswith("browse:hit:")]
    assert titles == [entry.title for entry in view.found] == ["Is there a sponsor?"]
    assert ":small[:gray[Readiness \u00b7 The risk of a no]]  \n**Nobody** pays for it." in [
        element.value for element in test.markdown
    ]


def test_a_long_list_is_cut_and_says_so(plumbline: Plumbline) -> None:
    test = page("frameworks").text_input(key="browse:query").set_value("planning").run()
    hits = [button for button in test.button if button.key and button.key.startswith("browse:hit:")]
    assert len(hits) == 30
    assert "results, the first 30 shown; add a word to narrow it" in words(test)


@pytest.mark.parametrize(
    ("query", "part", "unfolded"),
    [
        ("How is measurement of Building?", ProcessPart.QUESTIONS, "How is measurement of Building?"),
        ("Raise measurement of Building", ProcessPart.ACTIONS, "Measurement"),
        ("It arrives", ProcessPart.LINKAGES, None),
    ],
)
def test_a_result_of_a_process_opens_its_part_unfolded(
    plumbline: Plumbline, query: str, part: ProcessPart, unfolded: str | None
) -> None:
    test = page("frameworks").text_input(key="browse:query").set_value(query).run()
    test = test.button(key="browse:hit:0").click().run()
    assert test.session_state["browse:part"] == part
    opened_folds = [fold.label.replace("\\", "") for fold in test.expander if fold.proto.expanded]
    assert opened_folds == ([] if unfolded is None else [unfolded])


def test_a_query_of_one_letter_says_what_is_missing(plumbline: Plumbline) -> None:
    said = words(page("frameworks").text_input(key="browse:query").set_value("p").run())
    assert "Type at least two letters" in said
    assert "Nothing has all of these words" not in said


def test_a_result_of_a_process_names_it_in_its_title(plumbline: Plumbline) -> None:
    test = page("frameworks").text_input(key="browse:query").set_value("ownership building at").run()
    assert "Building: ownership" in {button.label for button in test.button}


def test_a_name_is_not_shown_a_second_time(plumbline: Plumbline) -> None:
    test = page("frameworks").text_input(key="browse:query").set_value("peers").run()
    assert [element.value for element in test.markdown if "peers" in element.value] == []
    assert test.button(key="browse:hit:0").label == "Respected by peers."


@pytest.mark.parametrize("query", ["One sees point 4.", "established", "what ownership means"])
def test_the_scale_a_level_and_an_attribute_lead_to_the_scales(plumbline: Plumbline, query: str) -> None:
    test = page("frameworks").text_input(key="browse:query").set_value(query).run()
    test = test.button(key="browse:hit:0").click().run()
    assert not test.exception
    assert test.session_state["browse:view"] == Topic.SCALES
