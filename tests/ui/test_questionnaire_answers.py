"""Answers on the Questionnaire page: what is chosen is what the store holds, and nothing else changes with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.answered.entries import AnswerKind
from assessment.domain.authored.framework import Horizon
from assessment.errors import StoreUnavailable
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from tests.builders import DK, rated
from tests.ui.assessed import HOSTILE, framework_of, opened, words
from tests.ui.set_up import loaded, with_entries, without
from tests.ui.talked_over import (
    ACTIVITY,
    ANCHORED,
    a_talked_over_one,
    an_answer_of,
    item_key,
    key_of,
    questions,
    unfolded,
)

NOW, TO_BE = key_of(ANCHORED), key_of(ANCHORED, "to-be")


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def test_an_activity_is_answered_by_the_points_of_the_scale_and_what_one_sees_at_each(plumbline: Plumbline) -> None:
    options = questions(a_talked_over_one(plumbline)).radio(key=key_of(ACTIVITY)).options

    assert options == [
        *(f"**Point {code}.** :gray[One sees point {code}.]" for code in range(6)),
        ":gray[Don't know]",
        ":gray[Not applicable here]",
    ]


def test_an_anchored_question_is_answered_by_its_own_statements(plumbline: Plumbline) -> None:
    test = questions(a_talked_over_one(plumbline))
    statements = list(framework_of(plumbline).item_by_id[ANCHORED].statements)

    for key in (NOW, TO_BE):
        assert [option.replace("\\", "") for option in test.radio(key=key).options[:6]] == statements
    assert [test.radio(key=key).label for key in (NOW, TO_BE)] == ["How is it now?", "How should it be?"]


@pytest.mark.parametrize("value", [0, 1, 3, 4, 5, DK])
def test_a_choice_is_kept_as_this_persons_answer_to_this_question(plumbline: Plumbline, value: int | str) -> None:
    assessment_id = a_talked_over_one(plumbline)
    before = loaded(plumbline, assessment_id)
    choice = AnswerKind.DONT_KNOW.value if value == DK else str(value)

    questions(assessment_id).radio(key=key_of(ACTIVITY)).set_value(choice).run()

    assert loaded(plumbline, assessment_id) == with_entries(before, "ratings", rated(ACTIVITY, value))


@pytest.mark.parametrize(("key", "horizon"), [(NOW, Horizon.AS_IS), (TO_BE, Horizon.TO_BE)])
def test_an_answer_of_one_horizon_leaves_the_other_alone(plumbline: Plumbline, key: str, horizon: Horizon) -> None:
    assessment_id = a_talked_over_one(plumbline)
    before = loaded(plumbline, assessment_id)

    questions(assessment_id).radio(key=key).set_value("0").run()

    assert loaded(plumbline, assessment_id) == with_entries(before, "ratings", rated(ANCHORED, 0, "r1", horizon))


def test_a_question_that_is_asked_as_it_should_be_alone_is_answered_so(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    before = loaded(plumbline, assessment_id)

    questions(assessment_id).radio(key=key_of("planning.delivery", "to-be")).set_value("2").run()

    wanted = rated("planning.delivery", 2, "r1", Horizon.TO_BE)
    assert loaded(plumbline, assessment_id) == with_entries(before, "ratings", wanted)


def test_what_was_answered_is_chosen_when_the_page_is_opened(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)

    leader, practitioner = questions(assessment_id), questions(assessment_id, respondent_id="r2")
    desk = questions(assessment_id, respondent_id="r5")

    assert [leader.radio(key=key).value for key in (key_of(ACTIVITY), NOW, TO_BE)] == ["2", "1", "4"]
    assert practitioner.radio(key=key_of(ANCHORED, "as-is", "r2")).value == "3"
    assert practitioner.radio(key=key_of(ANCHORED, "to-be", "r2")).value == "not-applicable"
    assert practitioner.text_input(key=f"{key_of(ANCHORED, 'to-be', 'r2')}:reason").value == "Done elsewhere."
    assert desk.radio(key=key_of(ANCHORED, "as-is", "r5")).value == "dont-know"
    assert desk.radio(key=key_of(ANCHORED, "to-be", "r5")).value is None


def test_not_applicable_waits_for_its_reason(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    before = loaded(plumbline, assessment_id)
    test = questions(assessment_id)

    test.radio(key=TO_BE).set_value("not-applicable").run()
    test.run()
    assert loaded(plumbline, assessment_id) == before
    assert "Not saved yet: give the reason." in words(test)
    test.text_input(key=f"{TO_BE}:reason").input("  ").run()
    assert loaded(plumbline, assessment_id) == before
    test.text_input(key=f"{TO_BE}:reason").input(f" {HOSTILE} ").run()

    wanted = an_answer_of("r1", ANCHORED, HOSTILE, Horizon.TO_BE)
    assert loaded(plumbline, assessment_id) == with_entries(before, "ratings", wanted)
    assert "Not saved yet" not in words(test)


def test_a_reason_can_be_written_anew_and_goes_with_its_answer(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    before = loaded(plumbline, assessment_id)
    test, key = questions(assessment_id, respondent_id="r2"), key_of(ANCHORED, "to-be", "r2")

    test.text_input(key=f"{key}:reason").input("The bank does it.").run()
    wanted = an_answer_of("r2", ANCHORED, "The bank does it.", Horizon.TO_BE)
    assert loaded(plumbline, assessment_id) == with_entries(before, "ratings", wanted)
    test.run().radio(key=key).set_value("5").run()

    wanted = an_answer_of("r2", ANCHORED, 5, Horizon.TO_BE)
    assert loaded(plumbline, assessment_id) == with_entries(before, "ratings", wanted)


@pytest.mark.parametrize(
    ("horizon", "label"), [(Horizon.AS_IS, "Clear the answer"), (Horizon.TO_BE, "Clear the to-be")]
)
def test_the_answer_of_one_horizon_can_be_taken_back(plumbline: Plumbline, horizon: Horizon, label: str) -> None:
    assessment_id = a_talked_over_one(plumbline)
    before = loaded(plumbline, assessment_id)
    test = unfolded(questions(assessment_id), "flag", ANCHORED)
    button = test.button(key=item_key(ANCHORED, f"clear-{horizon}"))
    assert button.label == label

    button.click().run()

    assert loaded(plumbline, assessment_id) == without(before, "ratings", "r1", ANCHORED, horizon)
    chosen = {Horizon.AS_IS: test.radio(key=NOW).value, Horizon.TO_BE: test.radio(key=TO_BE).value}
    assert chosen == {Horizon.AS_IS: "1", Horizon.TO_BE: "4"} | {horizon: None}


def test_a_reason_taken_back_does_not_come_again(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    test, key = questions(assessment_id, respondent_id="r2"), key_of(ANCHORED, "to-be", "r2")
    unfolded(test, "flag", ANCHORED, "r2").button(key=item_key(ANCHORED, "clear-to-be", "r2")).click().run()

    test.radio(key=key).set_value("not-applicable").run()
    test.run()

    assert test.text_input(key=f"{key}:reason").value == ""
    assert (ANCHORED, Horizon.TO_BE) not in {
        (one.item_id, one.horizon) for one in loaded(plumbline, assessment_id).ratings if one.respondent_id == "r2"
    }


def test_the_sign_says_what_is_kept_and_what_is_folded_away(plumbline: Plumbline) -> None:
    said = [element.value.replace("\\", "") for element in questions(a_talked_over_one(plumbline)).markdown]

    signs = [text for text in said if "Saved]" in text or "Not answered" in text]
    assert [text.split("Saved] ")[-1] for text in signs[:2]] == [
        ":gray[Point 2]] :small[:gray[with note, evidence and flag.]]",
        ":small[:gray[Not answered]] :small[:gray[with note and flag.]]",
    ]
    assert ":gray[Point 1]] :small[:gray[The room agreed on: point 3.]]" in "\n".join(signs)
    assert ":gray[Point 4]] :small[:gray[The room agreed on: point 5.]]" in "\n".join(signs)


def test_a_choice_is_said_to_be_saved_with_its_words_and_the_time(plumbline: Plumbline) -> None:
    test = questions(a_talked_over_one(plumbline))

    test.radio(key=NOW).set_value("dont-know").run()
    test.run()

    assert ":gray[Don't know · " in words(test)


def chosen_by_two(assessment_id: str, mine: str, theirs: str) -> AppTest:
    """The page of the second of two people who changed one answer of one person."""
    first, second = questions(assessment_id), questions(assessment_id)
    first.radio(key=key_of(ACTIVITY)).set_value(theirs).run()
    return second.radio(key=key_of(ACTIVITY)).set_value(mine).run()


def test_an_answer_that_somebody_else_changed_is_not_overwritten_unasked(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    before = loaded(plumbline, assessment_id)
    test = chosen_by_two(assessment_id, mine="0", theirs="5")

    test.run().radio(key=key_of(ACTIVITY)).set_value("1").run()

    assert loaded(plumbline, assessment_id) == with_entries(before, "ratings", rated(ACTIVITY, 5))
    assert {"Answer: Point 5", "Answer: Point 1"} <= {text.value for text in test.text}
    assert "Not saved. The answer of Ada (Leadership), Board to 'Deliver 1' was changed" in words(test)
    test.button(key=f"conflict:mine:{key_of(ACTIVITY)}").click().run()
    assert loaded(plumbline, assessment_id) == with_entries(before, "ratings", rated(ACTIVITY, 1))


def test_the_answer_of_somebody_else_can_be_kept_and_is_chosen_then(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    before = loaded(plumbline, assessment_id)
    test = chosen_by_two(assessment_id, mine="0", theirs="5")

    test.button(key=f"conflict:theirs:{key_of(ACTIVITY)}").click().run()

    assert test.radio(key=key_of(ACTIVITY)).value == "5"
    assert loaded(plumbline, assessment_id) == with_entries(before, "ratings", rated(ACTIVITY, 5))
    assert "Not saved" not in words(test)


def test_an_answer_that_was_left_as_it_was_follows_the_store(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    mine, theirs = questions(assessment_id), questions(assessment_id)
    theirs.radio(key=key_of(ACTIVITY)).set_value("5").run()

    mine.run()

    assert mine.radio(key=key_of(ACTIVITY)).value == "5"
    assert "Somebody else" not in words(mine)


def test_an_answer_that_somebody_else_changed_is_not_taken_back_unasked(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    before = loaded(plumbline, assessment_id)
    mine, theirs = unfolded(questions(assessment_id), "flag"), questions(assessment_id)
    theirs.radio(key=key_of(ACTIVITY)).set_value("5").run()

    mine.button(key=item_key(ACTIVITY, "clear-as-is")).click().run()

    assert loaded(plumbline, assessment_id) == with_entries(before, "ratings", rated(ACTIVITY, 5))
    assert {"Answer: Point 5", "(to be removed)"} <= {text.value for text in mine.text}
    mine.button(key=f"conflict:mine:{key_of(ACTIVITY)}").click().run()
    assert loaded(plumbline, assessment_id) == without(before, "ratings", "r1", ACTIVITY, Horizon.AS_IS)


def test_answers_given_one_after_the_other_are_no_conflict(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    test = unfolded(questions(assessment_id), "flag")
    for choice in ("0", "dont-know", "3"):
        test.radio(key=key_of(ACTIVITY)).set_value(choice).run()
        assert "Not saved" not in words(test.run())
    test.button(key=item_key(ACTIVITY, "clear-as-is")).click().run()
    test.radio(key=key_of(ACTIVITY)).set_value("4").run()

    assert "Not saved" not in words(test)
    assert rated(ACTIVITY, 4) in loaded(plumbline, assessment_id).ratings


@pytest.mark.parametrize("choice", ["4", "not-applicable"])
def test_an_answer_that_failed_to_save_is_given_again_without_choosing_another_first(
    plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch, choice: str
) -> None:
    assessment_id = a_talked_over_one(plumbline)
    before = plumbline.answering.question(LOCAL_ACTOR, assessment_id, "r1", ANCHORED).as_is
    test = questions(assessment_id)
    if choice == "not-applicable":
        test.radio(key=NOW).set_value(choice).run()
    with monkeypatch.context() as patch:
        patch.setattr(plumbline._store, "writing", busy)
        if choice == "not-applicable":
            test.text_input(key=f"{NOW}:reason").set_value("Bought in").run()
        else:
            test.radio(key=NOW).set_value(choice).run()
        assert "Not saved. The database cannot be used: it is busy." in words(test)
        assert test.session_state[NOW] == choice
        test.button(key=f"again:{NOW}").click().run()
        assert "Not saved" in words(test)
    assert plumbline.answering.question(LOCAL_ACTOR, assessment_id, "r1", ANCHORED).as_is == before

    test.button(key=f"again:{NOW}").click().run()

    assert "Not saved" not in words(test)
    assert not [button for button in test.button if str(button.key).startswith("again:")]
    answer = plumbline.answering.question(LOCAL_ACTOR, assessment_id, "r1", ANCHORED).as_is
    assert answer == an_answer_of("r1", ANCHORED, 4 if choice == "4" else "Bought in").answer


def busy(**_: object) -> NoReturn:
    """The store while another change keeps it."""
    raise StoreUnavailable("it is busy", "Wait a moment.")
