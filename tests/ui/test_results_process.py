"""The page of one process: what is shown is what its view holds, down to the words of one person."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.ipc
import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.answered.assessment import Flag, Note, NoteKind
from assessment.domain.authored.framework import Horizon
from assessment.domain.computed import Computed
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from assessment.views.model import Kind, Row, Table
from assessment.views.process import ProcessView, process_view
from assessment.views.question import attribute_view, question_view
from assessment.views.wording.pages import process as page_words
from tests.builders import NA, agreed, rated_process
from tests.ui.assessed import HOSTILE, an_answered_one, an_empty_one, framework_of, opened, page, stored


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def computed_of(plumbline: Plumbline, assessment_id: str) -> Computed:
    return plumbline.results.read(LOCAL_ACTOR, assessment_id)


def view_of(plumbline: Plumbline, assessment_id: str, process_id: str, *, with_range: bool = False) -> ProcessView:
    computed = computed_of(plumbline, assessment_id)
    return process_view(computed, process_id, with_range=with_range)


def a_partly_answered_one(plumbline: Plumbline) -> str:
    """Planning answered by three people, delivery of building not applicable, releasing by nobody; returns its id."""
    framework = framework_of(plumbline)
    assessment = plumbline.assessments.load(LOCAL_ACTOR, an_empty_one(plumbline))
    everybody = tuple(person.id for person in assessment.respondents)
    ratings = (
        *rated_process(framework, "planning", {"delivery": 4}, everybody),
        *rated_process(framework, "building", {"delivery": NA}, everybody),
    )
    ordered = tuple(sorted(ratings, key=lambda rating: (rating.respondent_id, rating.item_id)))
    return stored(plumbline, assessment.model_copy(update={"ratings": ordered}))


def opened_on(assessment_id: str, process_id: str) -> AppTest:
    return page("results", assessment=assessment_id, part="process", process=process_id)


def unfolded(test: AppTest, process_id: str, attribute_id: str) -> AppTest:
    test.session_state[f"results:test-assessment:reason-{process_id}-{attribute_id}"] = True
    return test.run()


def shown(text: str) -> str:
    """A text as a reader sees it: what disarms marks and the words for tone left out."""
    bare = text.replace("\\", "").replace("\u2060", "").replace("\u200b", "")
    return bare.removeprefix(":small[:gray[").removeprefix(":gray[").removesuffix("]").removesuffix("]").strip("*")


def said(test: AppTest) -> list[str]:
    kinds = ("markdown", "text", "header", "subheader")
    return [shown(str(element.value)) for kind in kinds for element in getattr(test, kind)]


def metrics_on(test: AppTest) -> list[tuple[str, str]]:
    return [(shown(metric.label), metric.value) for metric in test.metric]


def tables_on(test: AppTest) -> list[list[list[str]]]:
    """Heads and rows of every table on the page."""
    return [
        [[shown(str(name)) for name in table.value.columns], *([shown(str(cell)) for cell in row] for row in rows)]
        for table in test.table
        for rows in (table.value.values.tolist(),)
    ]


def told(table: Table) -> list[list[str]]:
    """Heads and rows of a table of a view, as a page shows them: without its drawings."""
    places = [place for place, column in enumerate(table.columns) if column.kind is not Kind.TRACK]
    return [
        [table.columns[place].name for place in places],
        *([_cell(row, place) for place in places] for row in table.rows),
    ]


def _cell(row: Row, place: int) -> str:
    cell = row.cells[place]
    text = cell.text or cell.spoken
    return f"{text} ({cell.note})" if cell.note and text else text or cell.note


def charts_on(test: AppTest) -> list[dict[str, list[dict[str, Any]]]]:
    """The data of every chart on the page, by the names of its datasets, as the browser gets it."""
    return [
        {one.name: pyarrow.ipc.open_stream(one.data.data).read_all().to_pylist() for one in chart.proto.datasets}
        for chart in test.get("vega_lite_chart")
    ]


def test_the_page_shows_the_facts_of_the_process_that_was_chosen(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    for process_id in ("building", "planning"):
        view = view_of(plumbline, assessment_id, process_id)
        test = opened_on(assessment_id, process_id)

        parts = (view, view.target, view.confidence, view.agreement)
        facts = [fact for part in parts for fact in part.facts]
        assert metrics_on(test) == [(fact.label, fact.text) for fact in facts]
        assert {fact.note for fact in facts if fact.note} <= set(said(test))
        assert view.practice in said(test)
        assert view.purpose in said(test)


def test_another_process_is_opened_from_the_box_and_kept_in_the_address(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = opened_on(assessment_id, "building")
    assert [option.split(",")[0] for option in test.selectbox(key="results:test-assessment:process").options] == [
        "Planning",
        "Building",
        "Releasing",
    ]

    test.selectbox(key="results:test-assessment:process").set_value("releasing").run()

    assert view_of(plumbline, assessment_id, "releasing").profile.finding in said(test)
    assert "releasing" in test.query_params["process"]


def test_the_flags_of_the_process_are_shown_and_no_other_ones(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    view = view_of(plumbline, assessment_id, "planning")
    assert view.flags

    test = opened_on(assessment_id, "planning")

    assert [shown(line.strip()) for line in test.warning[0].value.splitlines()] == list(view.flags)


def test_the_profile_is_drawn_with_its_finding_and_unfolds_as_a_table(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    view = view_of(plumbline, assessment_id, "building")
    test = opened_on(assessment_id, "building")

    profile = charts_on(test)[0]["rows"]
    table = view.profile.table("attributes")
    assert [row["attribute"] for row in profile] == [cell.text for cell in table.column("attribute")]
    assert [row["percent"] for row in profile] == [cell.value for cell in table.column("percent")]
    assert [row["to_be_percent"] for row in profile] == [cell.value for cell in table.column("to-be-percent")]
    assert view.profile.finding in said(test)
    assert view.profile.table("profile").measure in said(test)

    test.session_state["results:test-assessment:profile-building-table"] = True
    assert told(table) in tables_on(test.run())


def test_the_shortest_way_to_the_next_level_is_listed(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    view = view_of(plumbline, assessment_id, "building").next_level
    assert view.needs

    words = said(opened_on(assessment_id, "building"))

    assert {view.question, view.finding} <= set(words)
    for need in view.needs:
        assert {need.name, need.text, *(change.text for change in need.raises)} <= set(words)


def test_the_target_shows_who_decided_it_why_and_every_cell(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    view = view_of(plumbline, assessment_id, "building").target

    test = opened_on(assessment_id, "building")

    assert view.finding.startswith("The target is level 4, controlled")
    assert {view.finding, "Rationale", "The board wants it.", "Approved by", "Grace"} <= set(said(test))
    assert told(view.table("target")) in tables_on(test)
    default = said(opened_on(assessment_id, "planning"))
    assert "the default; nobody set one for it" in default
    assert "Rationale" not in default


def test_the_agreement_and_what_to_talk_about_first_are_shown(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    view = view_of(plumbline, assessment_id, "planning").agreement
    assert view.table("talk").rows

    test = opened_on(assessment_id, "planning")

    assert {view.finding, "Agreement never changes a score."} <= set(said(test))
    assert told(view.table("talk")) in tables_on(test)


def test_both_sides_are_drawn_above_the_floor_and_only_explained_below_it(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)  # four leaders, four practitioners, floor of three
    view = view_of(plumbline, assessment_id, "planning").perception
    charts = charts_on(opened_on(assessment_id, "planning"))
    assert [row["leadership"] for row in charts[1]["rows"]] == [
        cell.value for cell in view.table("perception").column("leadership")
    ]
    few = a_partly_answered_one(plumbline)
    test = opened_on(few, "planning")
    assert len(charts_on(test)) == 1
    assert view_of(plumbline, few, "planning").perception.finding in said(test)


def test_the_sensitivity_range_is_worked_out_only_when_it_is_asked_for(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = opened_on(assessment_id, "planning")
    assert "Sensitivity range" not in [row[0] for table in tables_on(test) for row in table]

    test.toggle(key="results:test-assessment:range-planning").set_value(True).run()

    readings = view_of(plumbline, assessment_id, "planning", with_range=True).confidence.table("readings")
    assert readings.row("sensitivity-range")
    assert told(readings) in tables_on(test)
    assert test.toggle(key="results:test-assessment:range-planning").label == page_words.ASK_RANGE


def test_why_this_number_opens_down_to_the_answers(plumbline: Plumbline) -> None:
    value = agreed("planning.deliver-1", 3).model_copy(update={"note": "We looked at ten records."})
    assessment_id = an_answered_one(plumbline, agreed=(value,))
    test = opened_on(assessment_id, "planning")
    assert "We looked at ten records." not in said(test)

    words = said(unfolded(test, "planning", "delivery"))

    computed = computed_of(plumbline, assessment_id)
    process = computed.result.process("planning")
    attribute = process.attribute("delivery")
    view = attribute_view(computed, process, attribute)
    question = question_view(computed, attribute.items[0])
    assert (attribute.items[0].item_id, attribute.items[0].horizon) == ("planning.deliver-1", Horizon.AS_IS)
    assert told(view.table("items")) in tables_on(test)
    assert told(question.table("statements")) in tables_on(test)
    assert {question.question, question.finding, *question.notes} <= set(words)
    assert {"Agreed, asserted", "We looked at ten records.", question.good.text} <= set(words)


def test_a_fold_says_what_its_attribute_comes_to(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    computed = computed_of(plumbline, assessment_id)
    process = computed.result.process("planning")
    labels = [shown(fold.label) for fold in opened_on(assessment_id, "planning").expander]
    for attribute in process.attributes:
        view = attribute_view(computed, process, attribute)
        assert f"{view.name}** · **{view.value}** · {' · '.join(view.labels)}" in labels


def test_another_question_is_shown_when_it_is_chosen(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = unfolded(opened_on(assessment_id, "planning"), "planning", "delivery")

    test.selectbox(key="results:test-assessment:question-planning-delivery").set_value("planning.deliver-3")
    unfolded(test, "planning", "delivery")  # AppTest does not send what is unfolded along

    items = framework_of(plumbline).item_by_id
    assert items["planning.deliver-3"].question in said(test)
    assert items["planning.deliver-1"].question not in said(test)


def test_what_people_wrote_is_never_markup(plumbline: Plumbline) -> None:
    released = Note(
        respondent_id="r1", item_id="planning.deliver-2", kind=NoteKind.NOTE, text=HOSTILE, is_released=True
    )
    assessment_id = an_answered_one(plumbline, notes=(released,))
    test = unfolded(opened_on(assessment_id, "planning"), "planning", "delivery")

    assert HOSTILE in [text.value for text in test.text]
    assert not [element for element in test.markdown if "<script>" in element.value]


def test_what_was_released_stands_under_a_role_and_nothing_else_of_what_people_wrote(plumbline: Plumbline) -> None:
    item_id = "planning.deliver-2"
    notes = (
        Note(respondent_id="r2", item_id=item_id, kind=NoteKind.EVIDENCE, text="Minutes of May.", is_released=True),
        Note(respondent_id="r2", item_id=item_id, kind=NoteKind.NOTE, text="It is slow."),
    )
    flags = (Flag(item_id=item_id, reason="Ask Operations."),)
    assessment_id = an_answered_one(plumbline, notes=notes, flags=flags)

    words = said(unfolded(opened_on(assessment_id, "planning"), "planning", "delivery"))

    places = [
        words.index(text) for text in ("Marked for review", "Evidence shown by a practitioner", "Minutes of May.")
    ]
    assert places == sorted(places)
    everything = "\n".join(words)
    assert not [text for text in ("Ask Operations.", "It is slow.", "Person 2") if text in everything]


def test_not_assessed_and_not_applicable_are_said_and_have_no_number(plumbline: Plumbline) -> None:
    assessment_id = a_partly_answered_one(plumbline)
    for process_id, finding in (
        ("releasing", "Releasing is not assessed: none of its questions has a value yet."),
        ("building", "Building is not applicable: its delivery work does not apply, so it has no level."),
    ):
        test = opened_on(assessment_id, process_id)
        assert finding in said(test)
        assert dict(metrics_on(test))["Level"] == "–"
        assert not test.exception
        assert "Without a level there is nothing to be sure of." in said(test)


def test_the_background_of_the_framework_unfolds(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    view = view_of(plumbline, assessment_id, "planning").background
    assert set(view.boundaries) <= set(said(opened_on(assessment_id, "planning")))


def test_one_more_answer_changes_what_is_shown(plumbline: Plumbline) -> None:
    assessment_id = a_partly_answered_one(plumbline)
    assert dict(metrics_on(opened_on(assessment_id, "planning")))["Level"] == "1"

    assessment = plumbline.assessments.load(LOCAL_ACTOR, assessment_id)
    everybody = tuple(person.id for person in assessment.respondents)
    more = rated_process(framework_of(plumbline), "planning", {"ownership": 3, "quality-control": 3}, everybody)
    ordered = tuple(sorted((*assessment.ratings, *more), key=lambda rating: (rating.respondent_id, rating.item_id)))
    changed = stored(plumbline, assessment.model_copy(update={"ratings": ordered}))

    assert dict(metrics_on(opened_on(changed, "planning")))["Level"] == "2"
