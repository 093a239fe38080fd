"""The value the room agrees on: every field of the form is kept, and what is not touched stays as it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.answered.assessment import AgreedValue, Certainty, Respondent, Role
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.authored.framework import Horizon
from assessment.errors import InvalidInput
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from tests.builders import an_answer
from tests.ui.assessed import HOSTILE, opened, words
from tests.ui.set_up import loaded, with_entries, without
from tests.ui.talked_over import (
    ACTIVITY,
    AGREED_NOW,
    AGREED_TO_BE,
    ANCHORED,
    NAMES,
    PICKER,
    a_talked_over_one,
    agreed_key,
    an_answer_of,
    changed,
    choose,
    key_of,
    questions,
    unfolded,
)

NOW, TO_BE, FIRST = agreed_key(), agreed_key(horizon="to-be"), agreed_key(ACTIVITY)
BOTH = pytest.mark.parametrize(("form", "before"), [(NOW, AGREED_NOW), (TO_BE, AGREED_TO_BE)], ids=["as-is", "to-be"])


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def agreement(assessment_id: str, item_id: str = ANCHORED) -> AppTest:
    return unfolded(questions(assessment_id), "agree", item_id)


def shown(test: AppTest, form: str) -> dict[str, Any]:
    """The fields of a form as they are filled in."""
    value = test.radio(key=f"{form}:value").value
    if value is None:
        return {"value": None}
    return {
        "value": value,
        "certainty": test.button_group(key=f"{form}:certainty").value,
        "note": test.text_area(key=f"{form}:note").value,
        "present": test.multiselect(key=f"{form}:present").value,
    }


def test_what_the_room_agreed_on_is_there_field_by_field(plumbline: Plumbline) -> None:
    test = agreement(a_talked_over_one(plumbline))

    reason = "The room agreed."
    assert shown(test, NOW) == {
        "value": "3",
        "certainty": Certainty.EVIDENCE_SEEN,
        "note": reason,
        "present": ["r2", "r5"],
    }
    assert shown(test, TO_BE) == {"value": "5", "certainty": Certainty.VERIFIED, "note": reason, "present": ["r1"]}


def test_the_room_sees_the_votes_beside_the_statements_of_each_horizon_and_nobody_by_name(plumbline: Plumbline) -> None:
    test = agreement(a_talked_over_one(plumbline))

    assert [list(one.proto.captions) for one in (test.radio(key=f"{form}:value") for form in (NOW, TO_BE))] == [
        ["", "1 vote", "", "1 vote", "", "", ""],
        ["", "", "", "", "1 vote", "", "1 vote"],
    ]
    said = words(test)
    assert "3 people answered, 1 of them doesn't know. The room is split between “Point 1” and “Point 3”" in said
    assert "2 people answered. As long as nothing is agreed, “Point 4” counts." in said
    assert "Ben" not in said


def test_one_click_takes_a_statement_and_what_is_said_of_it_later_is_kept_as_well(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    everything = loaded(plumbline, assessment_id)
    test = agreement(assessment_id, ACTIVITY)
    assert "Nothing agreed yet: one click on a statement takes it." in words(test)
    assert shown(test, FIRST) == {"value": None}

    choose(test, FIRST, "2")
    wanted = AgreedValue(item_id=ACTIVITY, horizon=Horizon.AS_IS, answer=an_answer(2), present_ids=("r1", "r2"))
    assert loaded(plumbline, assessment_id) == with_entries(everything, "agreed", wanted)
    assert "The room agreed on: point 2." in words(test)
    assert test.text_area(key=f"{FIRST}:note").label == "Reason, in the room's words (optional)"

    test.button_group(key=f"{FIRST}:certainty").set_value(Certainty.VERIFIED).run()
    test.text_area(key=f"{FIRST}:note").input(f" {HOSTILE} ").run()
    test.multiselect(key=f"{FIRST}:present").set_value(["r5", "r1", "r3"]).run()

    said = {"note": HOSTILE, "certainty": Certainty.VERIFIED, "present_ids": ("r1", "r3", "r5")}
    assert loaded(plumbline, assessment_id) == with_entries(everything, "agreed", changed(wanted, **said))


@pytest.mark.parametrize(("value", "is_asked"), [("1", False), ("2", False), ("3", False), ("0", True), ("4", True)])
def test_a_reason_is_asked_where_the_value_differs_from_the_answers_by_two_or_more(
    plumbline: Plumbline, value: str, is_asked: bool
) -> None:
    ratings = (an_answer_of("r1", ACTIVITY, 2), an_answer_of("r2", ACTIVITY, 2))
    assessment_id = a_talked_over_one(plumbline, ratings=ratings, agreed=())
    test = choose(agreement(assessment_id, ACTIVITY), FIRST, value)

    said = "Not saved yet: give the reason, as it is two steps or more from what people answered."
    assert (said in words(test)) is is_asked
    assert bool(loaded(plumbline, assessment_id).agreed) is not is_asked
    if is_asked:
        test.text_area(key=f"{FIRST}:note").input("We saw the records.").run()
        (kept,) = loaded(plumbline, assessment_id).agreed
        assert (kept.answer, kept.note) == (an_answer(int(value)), "We saw the records.")
        assert said not in words(test)


def test_a_far_value_without_a_reason_is_refused_whoever_asks_for_it(plumbline: Plumbline) -> None:
    ratings = (an_answer_of("r1", ACTIVITY, 2),)
    assessment_id = a_talked_over_one(plumbline, ratings=ratings, agreed=())
    far = AgreedValue(item_id=ACTIVITY, horizon=Horizon.AS_IS, answer=an_answer(5))

    with pytest.raises(InvalidInput, match="has no reason"):
        plumbline.answering.agree(LOCAL_ACTOR, assessment_id, far)
    plumbline.answering.agree(LOCAL_ACTOR, assessment_id, changed(far, note="The auditor saw it."))
    assert [one.note for one in loaded(plumbline, assessment_id).agreed] == ["The auditor saw it."]


def test_those_who_answered_are_taken_to_be_present_and_are_kept_so(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline, agreed=())
    test = choose(choose(agreement(assessment_id), NOW, "2"), TO_BE, "3")

    assert test.multiselect(key=f"{NOW}:present").value == ["r1", "r2", "r5"]
    assert test.multiselect(key=f"{TO_BE}:present").value == ["r1", "r2"]
    assert [(one.horizon, one.present_ids) for one in loaded(plumbline, assessment_id).agreed] == [
        (Horizon.AS_IS, ("r1", "r2", "r5")),
        (Horizon.TO_BE, ("r1", "r2")),
    ]


def test_nobody_is_taken_to_be_present_where_nobody_answered(plumbline: Plumbline) -> None:
    test = agreement(a_talked_over_one(plumbline, ratings=(), agreed=()))
    assert words(test).count("Nobody has answered yet.") == 2

    assert choose(test, NOW, "5").multiselect(key=f"{NOW}:present").value == []


@BOTH
def test_another_statement_leaves_reason_certainty_and_people_alone(
    plumbline: Plumbline, form: str, before: AgreedValue
) -> None:
    assessment_id = a_talked_over_one(plumbline)
    everything = loaded(plumbline, assessment_id)
    test = agreement(assessment_id)

    choose(test, form, "0")

    wanted = changed(before, answer=an_answer(0))
    assert loaded(plumbline, assessment_id) == with_entries(everything, "agreed", wanted)


@BOTH
def test_another_certainty_leaves_value_reason_and_people_alone(
    plumbline: Plumbline, form: str, before: AgreedValue
) -> None:
    assessment_id = a_talked_over_one(plumbline)
    everything = loaded(plumbline, assessment_id)
    test = agreement(assessment_id)
    assert test.button_group(key=f"{form}:certainty").options == [
        "Asserted",
        "Evidence seen",
        "Verified by a second person",
    ]

    test.button_group(key=f"{form}:certainty").set_value(Certainty.ASSERTED).run()

    wanted = changed(before, certainty=Certainty.ASSERTED)
    assert loaded(plumbline, assessment_id) == with_entries(everything, "agreed", wanted)


@BOTH
def test_another_reason_leaves_value_certainty_and_people_alone(
    plumbline: Plumbline, form: str, before: AgreedValue
) -> None:
    assessment_id = a_talked_over_one(plumbline)
    everything = loaded(plumbline, assessment_id)
    test = agreement(assessment_id)

    test.text_area(key=f"{form}:note").input("We looked again.").run()

    wanted = changed(before, note="We looked again.")
    assert loaded(plumbline, assessment_id) == with_entries(everything, "agreed", wanted)


@BOTH
@pytest.mark.parametrize("present", [["r4", "r2"], []], ids=["two", "nobody"])
def test_other_people_leave_value_reason_and_certainty_alone(
    plumbline: Plumbline, form: str, before: AgreedValue, present: list[str]
) -> None:
    assessment_id = a_talked_over_one(plumbline)
    everything = loaded(plumbline, assessment_id)
    test = agreement(assessment_id)

    test.multiselect(key=f"{form}:present").set_value(present).run()

    wanted = changed(before, present_ids=tuple(sorted(present)))
    assert loaded(plumbline, assessment_id) == with_entries(everything, "agreed", wanted)


def test_who_answered_anonymously_stays_counted_as_present_and_cannot_be_chosen(plumbline: Plumbline) -> None:
    unnamed = "a0123456789abcdef"
    assessment_id = a_talked_over_one(
        plumbline,
        respondents=(
            *(Respondent(id=f"r{n}", role=Role.OTHER) for n in range(1, 8)),
            Respondent(id=unnamed, role=Role.OTHER),
        ),
        agreed=(changed(AGREED_NOW, present_ids=(unnamed, "r2")),),
    )
    test = agreement(assessment_id)

    assert not [one for one in test.multiselect(key=f"{NOW}:present").options if "cdef" in one]
    test.multiselect(key=f"{NOW}:present").set_value(["r3"]).run()

    assert [one.present_ids for one in loaded(plumbline, assessment_id).agreed] == [(unnamed, "r3")]


def test_everybody_of_the_assessment_can_be_chosen_and_no_two_are_called_alike(plumbline: Plumbline) -> None:
    test = agreement(a_talked_over_one(plumbline))

    assert test.multiselect(key=f"{NOW}:present").options == list(NAMES.values())
    assert "Everybody who was there stands behind the value" in words(test)


def test_people_of_one_name_role_and_unit_are_not_taken_for_each_other(plumbline: Plumbline) -> None:
    twins = tuple(Respondent(id=f"r{number}", role=Role.OTHER, name="Sam", unit="Desk") for number in range(1, 6))
    assessment_id = a_talked_over_one(plumbline, respondents=twins, agreed=())
    test = agreement(assessment_id)

    choose(test, NOW, "2")
    test.multiselect(key=f"{NOW}:present").set_value(["r3", "r5"]).run()

    assert [one.present_ids for one in loaded(plumbline, assessment_id).agreed] == [("r3", "r5")]
    picker = questions(assessment_id, respondent_id="r4").selectbox(key=PICKER)
    assert picker.value == "r4"
    assert len(set(picker.options)) == 5


def test_those_present_stand_behind_the_value(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)

    def people_count() -> int:
        process = plumbline.results.compute(LOCAL_ACTOR, assessment_id).result.process("planning")
        (item,) = [one for attribute in process.attributes for one in attribute.items if one.item_id == ANCHORED]
        return item.people_count

    assert people_count() == 2
    test = agreement(assessment_id)
    test.multiselect(key=f"{NOW}:present").set_value(["r1", "r2", "r3", "r4"]).run()

    assert people_count() == 4


def test_somebody_who_was_removed_is_no_longer_present_and_the_rest_is(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    test = agreement(assessment_id)
    plumbline.setup.remove(LOCAL_ACTOR, assessment_id, Respondent, "r5")

    test.run()

    assert test.multiselect(key=f"{NOW}:present").value == ["r2"]
    test.button_group(key=f"{NOW}:certainty").set_value(Certainty.VERIFIED).run()
    assert loaded(plumbline, assessment_id).agreed[0] == changed(
        AGREED_NOW, certainty=Certainty.VERIFIED, present_ids=("r2",)
    )


@BOTH
def test_the_room_may_agree_that_it_does_not_apply(plumbline: Plumbline, form: str, before: AgreedValue) -> None:
    assessment_id = a_talked_over_one(plumbline)
    everything = loaded(plumbline, assessment_id)
    test, reason = agreement(assessment_id), "Done elsewhere. " * 30

    test.text_area(key=f"{form}:note").input("").run()
    choose(test, form, "not-applicable")
    assert "Not saved yet: give the reason" in words(test)
    test.text_area(key=f"{form}:note").input(reason).run()

    answer = Answer(kind=AnswerKind.NOT_APPLICABLE, reason=reason[:300])
    wanted = changed(before, answer=answer, note=reason.strip())
    assert loaded(plumbline, assessment_id) == with_entries(everything, "agreed", wanted)
    assert "The room agreed on: not applicable." in words(test)


def test_the_room_chooses_among_the_statements_of_the_question(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    statements = plumbline.assessments.framework(LOCAL_ACTOR, assessment_id).item_by_id[ANCHORED].statements

    options = agreement(assessment_id).radio(key=f"{NOW}:value").options

    assert [one.replace("\\", "") for one in options] == [*statements, ":gray[Not applicable here]"]


@BOTH
def test_what_was_agreed_is_withdrawn_for_one_horizon(plumbline: Plumbline, form: str, before: AgreedValue) -> None:
    assessment_id = a_talked_over_one(plumbline)
    everything = loaded(plumbline, assessment_id)
    test = agreement(assessment_id)

    test.button(key=f"{form}:clear").click().run()
    test.run()

    assert loaded(plumbline, assessment_id) == without(everything, "agreed", ANCHORED, before.horizon)
    assert shown(test, form) == {"value": None}


def two_who_record(assessment_id: str) -> AppTest:
    """The page of the second of two people who changed the same value."""
    mine, theirs = agreement(assessment_id), agreement(assessment_id)
    theirs.text_area(key=f"{NOW}:note").input("Theirs.").run()
    theirs.multiselect(key=f"{NOW}:present").set_value(["r3"]).run()
    mine.text_area(key=f"{NOW}:note").input("Mine.").run()
    return mine.multiselect(key=f"{NOW}:present").set_value(["r4"]).run()


def test_a_value_that_somebody_else_changed_is_not_overwritten_unasked(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)

    mine = two_who_record(assessment_id)
    assert loaded(plumbline, assessment_id).agreed[0] == changed(AGREED_NOW, note="Theirs.", present_ids=("r3",))
    mine.button(key=f"conflict:mine:{NOW}").click().run()

    assert loaded(plumbline, assessment_id).agreed[0] == changed(AGREED_NOW, note="Mine.", present_ids=("r4",))


def test_a_value_that_somebody_else_changed_can_be_kept(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)

    mine = two_who_record(assessment_id)
    mine.button(key=f"conflict:theirs:{NOW}").click().run()

    assert loaded(plumbline, assessment_id).agreed[0] == changed(AGREED_NOW, note="Theirs.", present_ids=("r3",))
    assert shown(mine, NOW)["note"] == "Theirs."
    assert shown(mine, NOW)["present"] == ["r3"]


def test_a_validated_assessment_takes_no_value_of_the_room(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    plumbline.assessments.validate(LOCAL_ACTOR, assessment_id)

    test = agreement(assessment_id)

    assert all(test.radio(key=f"{form}:value").disabled for form in (NOW, TO_BE))
    assert all(test.text_area(key=f"{form}:note").disabled for form in (NOW, TO_BE))
    assert all(test.button(key=f"{form}:clear").disabled for form in (NOW, TO_BE))


def test_a_form_stays_bound_to_the_value_it_was_drawn_with_while_the_question_is_drawn_again(
    plumbline: Plumbline,
) -> None:
    assessment_id = a_talked_over_one(plumbline)
    mine, theirs = agreement(assessment_id), agreement(assessment_id)
    choose(theirs, NOW, "4")

    mine.radio(key=key_of(ANCHORED)).set_value("0").run()
    assert "Somebody else saved another value meanwhile." in words(mine)
    mine.text_area(key=f"{NOW}:note").input("Mine.").run()

    assert loaded(plumbline, assessment_id).agreed[0] == changed(AGREED_NOW, answer=an_answer(4))
    told = {text.value for text in mine.text}
    assert {"Answer: Point 4\nNote: The room agreed.", "Answer: Point 3\nNote: Mine."} <= told


def test_a_value_that_somebody_else_changed_is_not_withdrawn_unasked(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    everything = loaded(plumbline, assessment_id)
    mine, theirs = agreement(assessment_id), agreement(assessment_id)
    theirs.text_area(key=f"{NOW}:note").input("Theirs.").run()

    mine.button(key=f"{NOW}:clear").click().run()

    assert loaded(plumbline, assessment_id).agreed[0] == changed(AGREED_NOW, note="Theirs.")
    assert "Not saved" in words(mine)
    mine.button(key=f"conflict:mine:{NOW}").click().run()
    assert loaded(plumbline, assessment_id) == without(everything, "agreed", ANCHORED, Horizon.AS_IS)
