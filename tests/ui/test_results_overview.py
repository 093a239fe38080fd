"""The overview of the Results page and the organisation by characteristic: what is shown is what the views hold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.ipc
import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.authored.framework import Depth, Horizon
from assessment.domain.computed import Computed
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from assessment.views.cell import cell_view
from assessment.views.characteristics import characteristics_view
from assessment.views.groups import groups_view
from assessment.views.headline import overview_view
from assessment.views.heatmap import HeatmapState, heatmap_view
from assessment.views.legend import legend_text
from assessment.views.levels import levels_view, movement_view
from assessment.views.model import Row, Table
from assessment.views.wording.pages import results as page_words
from tests.builders import NA, rated_process
from tests.ui.assessed import an_answered_one, an_empty_one, framework_of, opened, page, stored, words

CLICK = """
from assessment.ui.pages.results import cells
cells._remember_cell({"row_id": "releasing", "column_id": "control"})
"""


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def computed_of(plumbline: Plumbline, assessment_id: str) -> Computed:
    return plumbline.results.read(LOCAL_ACTOR, assessment_id)


def a_partly_answered_one(plumbline: Plumbline) -> str:
    """Planning answered by three people, of building only the delivery, releasing by nobody; returns its id."""
    framework = framework_of(plumbline)
    assessment = plumbline.assessments.load(LOCAL_ACTOR, an_empty_one(plumbline))
    everybody = tuple(person.id for person in assessment.respondents)
    ratings = (
        *rated_process(framework, "planning", 3, everybody),
        *rated_process(framework, "building", {"delivery": 4, "optimization": NA}, everybody),
    )
    ordered = tuple(sorted(ratings, key=lambda rating: (rating.respondent_id, rating.item_id)))
    return stored(plumbline, assessment.model_copy(update={"ratings": ordered}))


def shown(text: str) -> str:
    """A text as a reader sees it: what disarms marks and the words for tone left out."""
    bare = text.replace("\\", "").replace("\u2060", "")
    return bare.removeprefix(":small[:gray[").removeprefix(":gray[").removesuffix("]").removesuffix("]").strip("*")


def said(test: AppTest) -> list[str]:
    return [shown(str(element.value)) for kind in ("markdown", "text") for element in getattr(test, kind)]


def rows_of(table: Table, *column_ids: str) -> list[list[str]]:
    places = [table.place(column_id) for column_id in column_ids]
    return [[_said(row, place) for place in places] for row in table.rows]


def _said(row: Row, place: int) -> str:
    cell = row.cells[place]
    return f"{cell.text} ({cell.note})" if cell.note and cell.text else cell.text or cell.note


def tables_on(test: AppTest) -> list[tuple[list[str], list[list[str]]]]:
    """Names of the columns and rows of every table on the page."""
    return [
        (
            [shown(str(name)).replace("\u200b", "") for name in table.value.columns],
            [[shown(str(cell)) for cell in row] for row in table.value.values.tolist()],
        )
        for table in test.table
    ]


def charts_on(test: AppTest) -> list[dict[str, list[dict[str, Any]]]]:
    """The data of every chart on the page, by the names of its datasets, as the browser gets it."""
    return [
        {one.name: pyarrow.ipc.open_stream(one.data.data).read_all().to_pylist() for one in chart.proto.datasets}
        for chart in test.get("vega_lite_chart")
    ]


def test_the_headline_is_the_facts_of_the_view_in_their_order(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    facts = overview_view(computed_of(plumbline, assessment_id)).facts

    test = page("results", assessment=assessment_id)

    assert [(metric.label, metric.value) for metric in test.metric] == [(fact.label, fact.text) for fact in facts]
    assert {fact.note for fact in facts} <= set(said(test))
    assert (test.metric[0].label, test.metric[5].value) == ("At target", "Self-assessed")


def test_a_process_that_nobody_rated_is_named_apart_and_in_no_number(plumbline: Plumbline) -> None:
    test = page("results", assessment=a_partly_answered_one(plumbline))

    assert "1 of 3 not assessed: Releasing." in said(test)
    assert test.metric[0].value.endswith("of 2")


def test_what_the_method_warns_of_is_shown(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline, opinions=())
    warnings = overview_view(computed_of(plumbline, assessment_id)).warnings
    assert warnings

    test = page("results", assessment=assessment_id)

    assert all(sentence in shown(test.warning[0].value) for sentence in warnings)


@pytest.mark.parametrize("state", HeatmapState)
def test_the_heatmap_drawn_is_that_of_the_state_that_was_chosen(plumbline: Plumbline, state: HeatmapState) -> None:
    assessment_id = an_answered_one(plumbline)
    view = heatmap_view(computed_of(plumbline, assessment_id), state)
    test = page("results", assessment=assessment_id)
    if state is not HeatmapState.AS_IS:
        test.segmented_control(key="results:test-assessment:view").set_value(state).run()

    _, data = charts_on(test)
    cells = {(cell["row_id"], cell["column_id"]): cell["text"] for cell in data["cells"]}
    table = view.tables[0]
    assert cells == {
        (row.id, column.id): cell.text
        for row in table.rows
        for column, cell in zip(table.columns[1:], row.cells[1:], strict=True)
    }
    assert view.finding in said(test)
    assert table.measure in said(test)
    assert set(view.notes) <= set(said(test))


def test_the_three_states_of_the_heatmap_are_not_the_same(plumbline: Plumbline) -> None:
    test = page("results", assessment=an_answered_one(plumbline))
    drawn = []
    for state in HeatmapState:
        test.segmented_control(key="results:test-assessment:view").set_value(state).run()
        drawn.append([cell["text"] for cell in charts_on(test)[1]["cells"]])
    assert drawn[0] != drawn[1] != drawn[2] != drawn[0]


def test_hatches_dashes_and_signs_are_drawn_and_explained_under_the_heatmap(plumbline: Plumbline) -> None:
    assessment_id = a_partly_answered_one(plumbline)
    table = heatmap_view(computed_of(plumbline, assessment_id), HeatmapState.AS_IS).tables[0]
    legend = legend_text(table)
    assert legend.startswith("Hatched: low confidence · Dashed edge: provisional")

    test = page("results", assessment=assessment_id)

    assert legend in said(test)
    cells = charts_on(test)[1]["cells"]
    assert [cell["column_id"] for cell in cells if cell["row_id"] == "building" and cell["is_dashed"]] == ["delivery"]
    assert {cell["text"] for cell in cells if cell["row_id"] == "releasing"} == {"–", "•"}


def test_the_same_heatmap_unfolds_as_a_table(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    table = heatmap_view(computed_of(plumbline, assessment_id), HeatmapState.AS_IS).tables[0]
    test = page("results", assessment=assessment_id)
    test.session_state["results:test-assessment:heatmap-as-is-table"] = True
    test.run()

    columns = [column.id for column in table.columns]
    names, rows = next(one for one in tables_on(test) if "Delivery" in one[0])
    assert names == ["", *(column.name for column in table.columns)]
    assert [row[1:] for row in rows] == rows_of(table, *columns)


def test_a_cell_chosen_in_the_boxes_shows_what_stands_behind_it(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("results", assessment=assessment_id)
    test.selectbox(key="results:test-assessment:cell-process").set_value("releasing")
    test.selectbox(key="results:test-assessment:cell-attribute").set_value("quality-control").run()

    view = cell_view(computed_of(plumbline, assessment_id), "releasing", "quality-control")
    assert view.finding in said(test)
    assert set(view.notes) <= set(said(test))
    table = view.tables[0]
    names = [column.name for column in table.columns]
    shown_rows = next(rows for columns, rows in tables_on(test) if columns == names)
    assert shown_rows == rows_of(table, "value", "question")


def test_a_click_on_a_cell_chooses_its_process_and_attribute(plumbline: Plumbline) -> None:
    test = AppTest.from_string(CLICK, default_timeout=30)
    test.query_params["assessment"] = "test-assessment"
    test.run()

    assert not test.exception
    assert test.session_state["results:test-assessment:cell-process"] == "releasing"
    assert test.session_state["results:test-assessment:cell-attribute"] == "control"


def test_the_groups_are_the_rows_of_the_view(plumbline: Plumbline) -> None:
    assessment_id = a_partly_answered_one(plumbline)
    view = groups_view(computed_of(plumbline, assessment_id))

    test = page("results", assessment=assessment_id)

    table = view.tables[0]
    names, rows = next(one for one in tables_on(test) if "Lowest level" in one[0])
    assert names == [column.name for column in table.columns]
    assert rows == rows_of(table, *(column.id for column in table.columns))
    assert view.finding in said(test)


def test_the_levels_unfold_as_a_chart_with_its_finding(plumbline: Plumbline) -> None:
    assessment_id = a_partly_answered_one(plumbline)
    view = levels_view(computed_of(plumbline, assessment_id))
    test = page("results", assessment=assessment_id)
    assert len(charts_on(test)) == 2
    test.session_state[f"results:{assessment_id}:levels-fold"] = True
    test.run()

    *_, data = charts_on(test)
    assert view.finding in said(test)
    assert [row["now"] for row in data["rows"]] == [cell.value for cell in view.tables[0].column("now")]
    assert [row["target"] for row in data["rows"]] == [cell.value for cell in view.tables[0].column("target")]


def test_how_far_each_process_has_to_go_is_the_first_chart_and_open(plumbline: Plumbline) -> None:
    assessment_id = a_partly_answered_one(plumbline)
    view = movement_view(computed_of(plumbline, assessment_id))

    test = page("results", assessment=assessment_id)

    assert [(row["process_id"], row["target"]) for row in charts_on(test)[0]["rows"]] == [
        (row.id, view.tables[0].cell(row.id, "target").value) for row in view.tables[0].rows
    ]
    assert view.finding in said(test)
    assert legend_text(view.tables[0]) in said(test)
    assert set(view.notes) <= set(said(test))


def test_the_characteristics_are_drawn_and_stand_in_numbers_below(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    view = characteristics_view(computed_of(plumbline, assessment_id))

    test = page("results", assessment=assessment_id, part="characteristics")

    table = view.tables[0]
    columns = [column for column in table.columns if column.id != "bar"]
    ((names, rows),) = tables_on(test)
    assert names == [column.name for column in columns]
    assert rows == rows_of(table, *(column.id for column in columns))
    (data,) = charts_on(test)
    counts = {(row["attribute_id"], row["band"]): row["count"] for row in data["counts"]}
    assert counts == {
        (row.id, band): value for row in table.rows for band in "NPLF" if (value := table.cell(row.id, band).value)
    }
    assert set(view.notes) <= set(said(test))
    assert view.finding in said(test)


def test_one_more_answer_changes_what_is_shown(plumbline: Plumbline) -> None:
    assessment_id = a_partly_answered_one(plumbline)
    before = [metric.value for metric in page("results", assessment=assessment_id).metric]
    assessment = plumbline.assessments.load(LOCAL_ACTOR, assessment_id)
    framework = framework_of(plumbline)
    ids = {item.id for item in framework.items("releasing", Depth.FULL, Horizon.AS_IS)}
    assert not ids & {rating.item_id for rating in assessment.ratings}
    more = rated_process(framework, "releasing", 5, [person.id for person in assessment.respondents])
    ordered = tuple(sorted((*assessment.ratings, *more), key=lambda rating: (rating.respondent_id, rating.item_id)))
    header = assessment.header.model_copy(update={"id": "another-one"})
    other_id = stored(plumbline, assessment.model_copy(update={"ratings": ordered, "header": header}))

    after = page("results", assessment=other_id)

    assert before[0].endswith("of 2")
    assert after.metric[0].value.endswith("of 3")
    assert not any("not assessed" in text for text in said(after))


def test_without_an_open_assessment_the_page_says_what_to_do(plumbline: Plumbline) -> None:
    assert "Which assessment?" in words(page("results"))


def test_an_unanswered_assessment_shows_no_number_and_leads_to_the_questions(plumbline: Plumbline) -> None:
    test = page("results", assessment=an_empty_one(plumbline))

    assert page_words.NOTHING_ANSWERED in words(test)
    assert page_words.NOTHING_ANSWERED_NEXT in words(test)
    assert [button.label for button in test.button] == [page_words.TO_QUESTIONNAIRE]
    assert not test.metric


def test_an_assessment_without_a_process_leads_to_the_set_up(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    empty = plumbline.assessments.load(LOCAL_ACTOR, assessment_id).model_copy(update={"scope": ()})
    test = page("results", assessment=stored(plumbline, empty))

    assert page_words.NOTHING_IN_SCOPE in words(test)
    assert [button.label for button in test.button] == [page_words.TO_SET_UP]


def test_an_id_that_does_not_exist_is_answered_in_words(plumbline: Plumbline) -> None:
    test = page("results", assessment="of-somebody-else")

    assert not test.exception
    assert "is not available" in test.error[0].value
