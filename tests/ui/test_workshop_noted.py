"""What is written down on the Workshop page is in the store as it is typed; the minutes show what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.answered.workshop import (
    AgendaSlot,
    Decision,
    DecisionKind,
    HeldSession,
    ParkedPoint,
    RoomKind,
    RoundSource,
    VoteRound,
)
from assessment.domain.authored.framework import Horizon
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from assessment.views.wording.pages import workshop as page_words
from assessment.views.wording.workshop import noted as noted_words
from tests.ui.assessed import HOSTILE, an_answered_one, opened, page, words
from tests.ui.grids import grid

ITEM = "planning.deliver-1"


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def kept(plumbline: Plumbline, assessment_id: str) -> tuple[tuple[ParkedPoint, ...], tuple[Decision, ...]]:
    loaded = plumbline.assessments.load(ME, assessment_id)
    return loaded.parked, loaded.decisions


def noted(assessment_id: str) -> AppTest:
    return page("workshop", {"tab": page_words.NOTED_TAB}, assessment=assessment_id)


def field(test: AppTest, assessment_id: str) -> Any:
    return test.text_area(key=f"workshop:{assessment_id}:noted")


def test_a_point_is_in_the_store_as_it_is_typed_and_the_next_one_is_another(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = noted(assessment_id)
    field(test, assessment_id).input("Who may stop").run()
    field(test, assessment_id).input("Who may stop a change?").run()
    ((point,), _) = kept(plumbline, assessment_id)
    assert (point.text, point.process_id, point.is_done) == ("Who may stop a change?", None, False)
    assert noted_words.PARKED_NONE in words(test)
    test.button(key=f"workshop:{assessment_id}:noted:next").click().run()
    assert field(test, assessment_id).value == ""
    assert grid(test, noted_words.PARKED_TABLE).column(noted_words.TEXT_COLUMN) == ["Who may stop a change?"]
    field(test, assessment_id).input(HOSTILE).run()
    assert [one.text for one in kept(plumbline, assessment_id)[0]] == ["Who may stop a change?", HOSTILE]


def test_a_reload_loses_nothing_that_was_typed(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    field(noted(assessment_id), assessment_id).input("Half a sentence").run()
    again = noted(assessment_id)
    assert field(again, assessment_id).value == ""
    assert grid(again, noted_words.PARKED_TABLE).column(noted_words.TEXT_COLUMN) == ["Half a sentence"]


def test_taking_the_words_away_keeps_nothing(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = noted(assessment_id)
    field(test, assessment_id).input("Not so").run()
    field(test, assessment_id).input("  ").run()
    assert kept(plumbline, assessment_id) == ((), ())
    field(test, assessment_id).input("So it is").run()
    assert [one.text for one in kept(plumbline, assessment_id)[0]] == ["So it is"]


def test_a_point_becomes_an_action_with_owner_and_day(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test, key = noted(assessment_id), f"workshop:{assessment_id}:noted"
    field(test, assessment_id).input("Ask the auditor").run()
    test.segmented_control(key=f"{key}:kind").set_value(DecisionKind.ACTION).run()
    test.text_input(key=f"{key}:owner").input("Ada Example").run()
    test.date_input(key=f"{key}:due").set_value(date(2026, 5, 1)).run()
    parked, (action,) = kept(plumbline, assessment_id)
    assert parked == ()
    assert action == Decision(
        id=action.id,
        kind=DecisionKind.ACTION,
        text="Ask the auditor",
        owner="Ada Example",
        due=date(2026, 5, 1),
    )
    test.button(key=f"{key}:next").click().run()
    assert test.text_input(key=f"{key}:owner").value == ""
    table = grid(test, noted_words.DECISIONS_TABLE)
    table.edit("Ask the auditor", {"Due": "soon"})
    assert "this is no date" in " ".join(grid(test, noted_words.DECISIONS_TABLE).troubles().values())
    grid(test, noted_words.DECISIONS_TABLE).edit(
        "Ask the auditor", {"Due": "2026-06-01", "Owner": "Ben", "Process": "Building", "Done": True}
    )
    (changed,) = kept(plumbline, assessment_id)[1]
    assert (changed.due, changed.owner, changed.process_id, changed.is_done) == (
        date(2026, 6, 1),
        "Ben",
        "building",
        True,
    )


def test_who_comes_back_to_an_action_writes_on_at_the_same_one(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test, key = noted(assessment_id), f"workshop:{assessment_id}:noted"
    field(test, assessment_id).input("Ask the auditor").run()
    test.segmented_control(key=f"{key}:kind").set_value(DecisionKind.ACTION).run()
    test.text_input(key=f"{key}:owner").input("Ada Example").run()
    test.date_input(key=f"{key}:due").set_value(date(2026, 5, 1)).run()
    test.query_params["view"] = "presenter"
    test.run()
    del test.query_params["view"]
    test.session_state["tab"] = page_words.NOTED_TAB
    test.run()
    field(test, assessment_id).input("Ask the auditor soon").run()

    parked, (action,) = kept(plumbline, assessment_id)
    assert parked == ()
    assert (action.kind, action.text) == (DecisionKind.ACTION, "Ask the auditor soon")
    assert (action.owner, action.due) == ("Ada Example", date(2026, 5, 1))


def test_a_list_ticks_changes_and_removes(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    plumbline.noted.put(ME, assessment_id, ParkedPoint(id="n1", text="Later", process_id="planning", item_id=ITEM))
    test = noted(assessment_id)
    table = grid(test, noted_words.PARKED_TABLE)
    assert table.column(noted_words.ABOUT_COLUMN) == ["Deliver 1"]
    table.edit("Later", {"Done": True})
    assert kept(plumbline, assessment_id)[0] == (
        ParkedPoint(id="n1", text="Later", process_id="planning", item_id=ITEM, is_done=True),
    )
    other = ParkedPoint(id="n2", text="Another")
    plumbline.noted.put(ME, assessment_id, other)
    test.run()
    grid(test, noted_words.PARKED_TABLE).edit("Later", {noted_words.TEXT_COLUMN: " "})
    assert kept(plumbline, assessment_id) == ((other,), ())


def test_somebody_elses_change_of_what_i_write_is_shown_beside_mine(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = noted(assessment_id)
    field(test, assessment_id).input("Mine").run()
    ((point,), _) = kept(plumbline, assessment_id)
    plumbline.noted.put(ME, assessment_id, point.model_copy(update={"text": "Theirs"}))
    field(test, assessment_id).input("Mine, longer").run()
    assert [one.text for one in kept(plumbline, assessment_id)[0]] == ["Theirs"]
    assert {"Theirs", "Mine, longer"} <= set(words(test).splitlines())
    test.button(key=f"conflict:mine:workshop:{assessment_id}:noted").click().run()
    assert [one.text for one in kept(plumbline, assessment_id)[0]] == ["Mine, longer"]


def test_a_closed_assessment_shows_what_was_written_down_and_takes_nothing(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    plumbline.noted.put(ME, assessment_id, ParkedPoint(id="n1", text="Later"))
    plumbline.assessments.validate(ME, assessment_id)
    test = noted(assessment_id)
    assert not test.text_area
    assert grid(test, noted_words.PARKED_TABLE).is_locked


def test_the_minutes_show_agenda_votes_and_who_was_there_by_name(plumbline: Plumbline) -> None:
    votes = VoteRound(
        item_id=ITEM, horizon=Horizon.AS_IS, number=1, source=RoundSource.HANDS, code_counts=(0, 5, 2, 0, 0, 0)
    )
    held = HeldSession(
        id="s1",
        kind=RoomKind.WORKSHOP,
        held_on=date(2026, 3, 2),
        minutes=90,
        respondent_ids=("r1", "r2"),
        anonymous_count=4,
    )
    assessment_id = an_answered_one(
        plumbline,
        rounds=(votes,),
        sessions=(held,),
        agenda=(AgendaSlot(process_id="planning", place=0, minutes=20, spent_seconds=1500),),
        parked=(ParkedPoint(id="n1", text=HOSTILE),),
    )
    test = page("workshop", {"tab": page_words.MINUTES_TAB}, assessment=assessment_id)
    said = words(test)
    people = [one.name for one in plumbline.assessments.load(ME, assessment_id).respondents[:2]]
    for text in ("1 question voted on", "5 × P-, 2 × P+", "1, by show of hands", "2 March 2026", *filter(None, people)):
        assert text in said
    assert not test.exception


def test_the_minutes_say_what_to_do_where_nothing_was_held(plumbline: Plumbline) -> None:
    test = page("workshop", {"tab": page_words.MINUTES_TAB}, assessment=an_answered_one(plumbline))
    assert "No workshop is on record." in words(test)
