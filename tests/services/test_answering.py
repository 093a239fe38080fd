"""Answering: kept at once, once, and only where it is asked."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from assessment.domain.answered.assessment import (
    AgreedValue,
    Assignment,
    Flag,
    Note,
    NoteKind,
    Rating,
    Respondent,
    Role,
)
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.authored.framework import Depth, Framework, Horizon
from assessment.errors import AssessmentLocked, Conflict, InvalidInput, NotAvailable
from assessment.services.assessments import HeaderChange
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from assessment.services.validation import checked
from tests.builders import agreed, an_answer, rated
from tests.services.conftest import begun, remove_for_good
from tests.store.databases import sqlite_url

ITEM = "planning.deliver-1"


def test_an_answer_is_there_for_everybody_when_the_call_returns(
    new_plumbline: Callable[[str], Plumbline], database_url: str
) -> None:
    plumbline = new_plumbline(database_url)
    assessment_id = begun(plumbline)
    saved = plumbline.answering.save(ME, assessment_id, rated(ITEM, 3))
    assert saved.answered_at.tzinfo is not None
    assert plumbline.assessments.load(ME, assessment_id).ratings == (rated(ITEM, 3),)
    entry = plumbline.answering.question(ME, assessment_id, "r1", ITEM)
    assert entry.as_is == an_answer(3)
    other = plumbline.answering.question(ME, assessment_id, "r2", ITEM)
    assert other.as_is is None


def test_repeating_an_answer_changes_neither_its_version_nor_its_time(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    first = plumbline.answering.save(ME, assessment_id, rated(ITEM, 3))
    assert plumbline.answering.save(ME, assessment_id, rated(ITEM, 3)) == first
    assert plumbline.answering.save(ME, assessment_id, rated(ITEM, 4)).version > first.version


def test_an_answer_survives_closing_and_opening(new_plumbline: Callable[[str], Plumbline], database_url: str) -> None:
    first = new_plumbline(database_url)
    assessment_id = begun(first)
    first.answering.save(ME, assessment_id, rated(ITEM, 3))
    before = first.assessments.load(ME, assessment_id)
    first.close()
    assert new_plumbline(database_url).assessments.load(ME, assessment_id) == before


Write = Callable[[Plumbline, str], Any]
WRITES: tuple[Write, ...] = (
    lambda p, a: p.answering.save(ME, a, rated(ITEM, 3)),
    lambda p, a: p.answering.save(ME, a, rated(ITEM, 5, "r2")),
    lambda p, a: p.answering.save(ME, a, rated("building.control", "NA")),
    lambda p, a: p.answering.save_note(ME, a, a_note("said")),
    lambda p, a: p.answering.flag(ME, a, Flag(item_id=ITEM)),
    lambda p, a: p.answering.agree(ME, a, agreed(ITEM, 4)),
    lambda p, a: p.answering.clear(ME, a, "r2", "planning.control", Horizon.AS_IS),
    lambda p, a: p.answering.unflag(ME, a, "planning.control"),
    lambda p, a: p.setup.set_scope(ME, a, ("planning", "building")),
)


def a_note(text: str, item_id: str = ITEM) -> Note:
    return Note(respondent_id="r1", item_id=item_id, kind=NoteKind.NOTE, text=text)


@given(order=st.permutations(range(len(WRITES))), counts=st.lists(st.integers(1, 5), min_size=9, max_size=9))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_each_write_one_to_five_times_in_any_order_gives_the_same_state(
    plumbline: Plumbline, order: list[int], counts: list[int]
) -> None:
    once, often = begun(plumbline), begun(plumbline)
    for write in WRITES:
        write(plumbline, once)
    for index in itertools.chain.from_iterable([index] * count for index, count in zip(order, counts, strict=True)):
        WRITES[index](plumbline, often)
    expected = plumbline.assessments.load(ME, once)
    found = plumbline.assessments.load(ME, often)
    assert found.model_copy(update={"header": expected.header}) == expected


@pytest.mark.parametrize(
    ("rating", "words"),
    [
        (rated("planning.nothing", 3), "'planning.nothing' is no item of Tiny framework"),
        (rated("planning.delivery", 3), "is not asked for the as-is at full depth"),
        (rated(ITEM, 3, horizon=Horizon.TO_BE), "does not ask for the to-be"),
        (rated("releasing.deliver-1", 3), "Releasing: it is not in the scope"),
    ],
)
def test_an_answer_that_is_not_asked_is_refused_and_changes_nothing(
    plumbline: Plumbline, rating: Rating, words: str
) -> None:
    assessment_id = begun(plumbline)
    plumbline.setup.set_scope(ME, assessment_id, ("planning", "building"))
    before = plumbline.assessments.journal(ME, assessment_id)
    with pytest.raises(InvalidInput, match=r"Nothing was changed\.") as refused:
        plumbline.answering.save(ME, assessment_id, rating)
    assert words in str(refused.value)
    assert plumbline.assessments.journal(ME, assessment_id) == before


def test_an_unknown_person_or_assessment_is_not_available(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    with pytest.raises(NotAvailable, match="This person"):
        plumbline.answering.save(ME, assessment_id, rated(ITEM, 3, "nobody"))
    with pytest.raises(NotAvailable, match="This person"):
        plumbline.answering.questions(ME, assessment_id, "nobody", "planning")
    with pytest.raises(NotAvailable, match="This assessment"):
        plumbline.answering.save(ME, "elsewhere", rated(ITEM, 3))
    with pytest.raises(NotAvailable, match="This process"):
        plumbline.answering.questions(ME, assessment_id, "r1", "nothing")


def test_values_that_no_form_offers_are_refused_in_words() -> None:
    with pytest.raises(InvalidInput, match=r"Answer code: '6' is above 5\. Choose 5 or less\."):
        checked(Answer, kind=AnswerKind.RATED, code=6)
    with pytest.raises(InvalidInput, match="not applicable needs a reason"):
        checked(Answer, kind=AnswerKind.NOT_APPLICABLE)
    with pytest.raises(InvalidInput, match=r"Respondent name: it is empty\. Write something\."):
        checked(Respondent, id="r1", role=Role.OTHER, name="  ")
    with pytest.raises(InvalidInput, match="Note text: it has 100,000 characters, at most 10,000 are allowed"):
        checked(Note, respondent_id="r1", item_id=ITEM, kind=NoteKind.NOTE, text="x" * 100_000)


def test_values_made_past_the_models_are_refused_by_the_service(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    worst = rated(ITEM, 3).model_copy(update={"answer": Answer.model_construct(kind=AnswerKind.RATED, code=6)})
    with pytest.raises(InvalidInput, match="'6' is above 5"):
        plumbline.answering.save(ME, assessment_id, worst)
    for text in ("x" * 100_000, "", "NUL \x00 inside", "half a \ud800 character"):
        with pytest.raises(InvalidInput):
            plumbline.answering.save_note(ME, assessment_id, a_note("x").model_copy(update={"text": text}))
    assert plumbline.assessments.load(ME, assessment_id).notes == ()


def test_a_note_saved_from_a_stale_form_is_a_conflict(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    version = plumbline.answering.save_note(ME, assessment_id, a_note("As it was"), expected_version=0)
    plumbline.answering.save_note(ME, assessment_id, a_note("Theirs"), expected_version=version)
    with pytest.raises(Conflict) as refused:
        plumbline.answering.save_note(ME, assessment_id, a_note("Yours"), expected_version=version)
    assert (refused.value.theirs, refused.value.yours) == ("Theirs", "Yours")
    assert plumbline.answering.question(ME, assessment_id, "r1", ITEM).note == a_note("Theirs")


def test_questions_show_everything_recorded_in_the_order_of_asking(plumbline: Plumbline, framework: Framework) -> None:
    assessment_id = begun(plumbline)
    evidence = a_note("Seen").model_copy(update={"kind": NoteKind.EVIDENCE})
    plumbline.answering.save(ME, assessment_id, rated(ITEM, 2))
    note_version = plumbline.answering.save_note(ME, assessment_id, a_note("Said"))
    plumbline.answering.save_note(ME, assessment_id, evidence)
    plumbline.answering.flag(ME, assessment_id, Flag(item_id=ITEM, reason="Ask again"))
    agreed_version = plumbline.answering.agree(ME, assessment_id, agreed(ITEM, 4))
    questions = plumbline.answering.questions(ME, assessment_id, "r1", "planning")
    asked = framework.items("planning", Depth.FULL, Horizon.AS_IS)
    assert {entry.item.id for entry in questions} == {item.id for item in asked}
    entry = questions[0]
    assert entry.item.id == ITEM
    assert (entry.as_is, entry.to_be) == (an_answer(2), None)
    assert (entry.asks_as_is, entry.asks_to_be) == (True, False)
    assert (entry.note, entry.note_version) == (a_note("Said"), note_version)
    assert entry.evidence == evidence
    assert entry.flag == Flag(item_id=ITEM, reason="Ask again")
    assert (entry.agreed, entry.agreed_version) == (agreed(ITEM, 4), agreed_version)
    assert plumbline.answering.question(ME, assessment_id, "r1", ITEM) == entry


def test_what_was_cleared_is_gone(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.answering.save(ME, assessment_id, rated(ITEM, 2))
    plumbline.answering.save_note(ME, assessment_id, a_note("Said"))
    plumbline.answering.flag(ME, assessment_id, Flag(item_id=ITEM))
    plumbline.answering.agree(ME, assessment_id, agreed(ITEM, 4))
    plumbline.answering.clear(ME, assessment_id, "r1", ITEM, Horizon.AS_IS)
    plumbline.answering.clear_note(ME, assessment_id, "r1", ITEM, NoteKind.NOTE)
    plumbline.answering.unflag(ME, assessment_id, ITEM)
    plumbline.answering.clear_agreed(ME, assessment_id, ITEM, Horizon.AS_IS)
    entry = plumbline.answering.question(ME, assessment_id, "r1", ITEM)
    assert (entry.as_is, entry.note, entry.flag, entry.agreed) == (None, None, None, None)


def test_the_to_be_is_asked_where_the_assessment_asks_for_it(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.assessments.update_header(ME, assessment_id, HeaderChange(asks_to_be=True))
    rating = rated("planning.delivery", 4, horizon=Horizon.TO_BE)
    plumbline.answering.save(ME, assessment_id, rating)
    entries = plumbline.answering.questions(ME, assessment_id, "r1", "planning")
    by_id = {entry.item.id: entry for entry in entries}
    assert (by_id[ITEM].asks_as_is, by_id[ITEM].asks_to_be) == (True, False)
    assert (by_id["planning.delivery"].asks_as_is, by_id["planning.delivery"].asks_to_be) == (False, True)
    assert by_id["planning.delivery"].to_be == an_answer(4)
    assert (by_id["planning.control"].asks_as_is, by_id["planning.control"].asks_to_be) == (True, True)


def test_who_is_asked_what(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.setup.save(ME, assessment_id, Respondent(id="c1", role=Role.CUSTOMER))
    assignment = Assignment(respondent_id="r2", process_id="building", attribute_ids=("control", "ownership"))
    plumbline.setup.save(ME, assessment_id, assignment)

    def attributes(respondent_id: str, process_id: str) -> set[str]:
        questions = plumbline.answering.questions(ME, assessment_id, respondent_id, process_id)
        return {entry.item.attribute_id for entry in questions}

    assert len(attributes("r1", "planning")) == 8
    assert attributes("c1", "planning") == {"delivery", "measurement"}
    assert attributes("r2", "building") == {"control", "ownership"}
    assert attributes("r2", "planning") == set()
    progress = plumbline.answering.progress(ME, assessment_id, "r2")
    assert [(one.process_id, one.asked_count) for one in progress.processes] == [("building", 2)]


def test_progress_leads_to_the_next_open_item_after_the_last_answer(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)

    def progress() -> Any:
        return plumbline.answering.progress(ME, assessment_id, "r1")

    assert progress().resume == ("planning", ITEM)
    questions = plumbline.answering.questions(ME, assessment_id, "r1", "building")
    first, second, third = (entry.item.id for entry in questions[:3])
    plumbline.answering.save(ME, assessment_id, rated(second, 1))
    assert progress().resume == ("building", third)
    building = next(one for one in progress().processes if one.process_id == "building")
    assert (building.answered_count, building.asked_count, building.next_item_id) == (1, len(questions), first)
    for process_id in ("planning", "building", "releasing"):
        for entry in plumbline.answering.questions(ME, assessment_id, "r1", process_id):
            plumbline.answering.save(ME, assessment_id, rated(entry.item.id, "DK"))
    assert progress().resume is None
    assert all(one.next_item_id is None for one in progress().processes)


def test_resuming_wraps_around_to_what_was_left_out(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline, respondent_ids=("r1",))
    plumbline.setup.set_scope(ME, assessment_id, ("planning",))
    entries = plumbline.answering.questions(ME, assessment_id, "r1", "planning")
    for entry in entries[1:]:
        plumbline.answering.save(ME, assessment_id, rated(entry.item.id, 1))
    assert plumbline.answering.progress(ME, assessment_id, "r1").resume == ("planning", entries[0].item.id)


WHILE_LOCKED: tuple[Write, ...] = (
    *WRITES,
    lambda p, a: p.answering.clear_note(ME, a, "r1", ITEM, NoteKind.NOTE),
    lambda p, a: p.answering.clear_agreed(ME, a, ITEM, Horizon.AS_IS),
    lambda p, a: p.setup.save(ME, a, Respondent(id="r9", role=Role.OTHER)),
    lambda p, a: p.setup.remove(ME, a, Respondent, "r1"),
    lambda p, a: p.assessments.update_header(ME, a, HeaderChange(name="Other")),
)


@pytest.mark.parametrize("state", ["validated", "signed off"])
def test_a_validated_or_signed_off_assessment_cannot_be_changed(plumbline: Plumbline, state: str) -> None:
    assessment_id = begun(plumbline)
    plumbline.answering.save(ME, assessment_id, rated(ITEM, 3))
    plumbline.assessments.validate(ME, assessment_id)
    if state == "signed off":
        plumbline.assessments.sign_off(ME, assessment_id, "Ann Example")
    before = plumbline.exchange.export_json(ME, assessment_id)
    for write in WHILE_LOCKED:
        with pytest.raises(AssessmentLocked, match=f"is {state} and cannot be changed"):
            write(plumbline, assessment_id)
    assert plumbline.exchange.export_json(ME, assessment_id) == before


def test_an_answer_and_the_questions_of_a_process_cost_a_fixed_number_of_statements(
    new_plumbline: Callable[[str], Plumbline], tmp_path: Any
) -> None:
    plumbline = new_plumbline(sqlite_url(tmp_path))
    assessment_id = begun(plumbline, respondent_ids=tuple(f"r{number}" for number in range(1, 15)))
    plumbline.answering.questions(ME, assessment_id, "r1", "planning")
    statements: list[str] = []

    @event.listens_for(plumbline._store._engine, "before_cursor_execute")
    def count(connection: Any, cursor: Any, statement: str, *others: Any) -> None:
        statements.append(statement)

    plumbline.answering.save(ME, assessment_id, rated(ITEM, 3))
    assert len(statements) <= 9, statements
    statements.clear()
    plumbline.answering.questions(ME, assessment_id, "r1", "planning")
    assert len(statements) <= 11, statements


def test_an_agreed_value_needs_a_value() -> None:
    with pytest.raises(InvalidInput, match="an agreed value is a code or not applicable"):
        checked(
            AgreedValue,
            item_id=ITEM,
            horizon=Horizon.AS_IS,
            answer=Answer(kind=AnswerKind.DONT_KNOW),
            note="We do not know",
        )


def test_those_present_are_people_of_the_assessment_and_one_who_is_removed_was_not_there(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline, respondent_ids=("r1", "r2"))
    with pytest.raises(InvalidInput, match=r"present ids\[1\]: there is no respondent 'r9'"):
        plumbline.answering.agree(ME, assessment_id, agreed(ITEM, 3, present_ids=("r1", "r9")))
    plumbline.answering.agree(ME, assessment_id, agreed(ITEM, 3, present_ids=("r2", "r1")))
    assert [value.present_ids for value in plumbline.assessments.load(ME, assessment_id).agreed] == [("r1", "r2")]
    plumbline.setup.remove(ME, assessment_id, Respondent, "r1")
    assert [value.present_ids for value in plumbline.assessments.load(ME, assessment_id).agreed] == [("r2",)]
    content = plumbline.exchange.export_json(ME, assessment_id)
    remove_for_good(plumbline, assessment_id)
    assert plumbline.exchange.import_json(ME, content, "export.json") == assessment_id


def test_what_the_room_agreed_on_for_an_item_is_read_with_its_versions_and_nobodys_answer(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    assert plumbline.answering.agreed(ME, assessment_id, ITEM) == ()
    version = plumbline.answering.agree(ME, assessment_id, agreed(ITEM, 3))
    plumbline.answering.agree(ME, assessment_id, agreed("planning.deliver-2", 1))

    (stored,) = plumbline.answering.agreed(ME, assessment_id, ITEM)
    assert (stored.value, stored.version) == (agreed(ITEM, 3), version)
    with pytest.raises(NotAvailable):
        plumbline.answering.agreed(ME, "nowhere", ITEM)
