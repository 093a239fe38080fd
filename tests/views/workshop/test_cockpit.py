"""What the facilitator has before them: the question in its process, its answers by letter, what comes next."""

from __future__ import annotations

from assessment.domain.authored.framework import Horizon
from assessment.views.workshop.cockpit import asked_view, choice_id
from tests.builders import NA, agreed, an_answer, an_assessment, tiny_framework

FRAMEWORK = tiny_framework()
ITEM = FRAMEWORK.item_by_id["planning.ownership"]


def test_the_six_statements_go_by_letters_from_the_lowest_and_not_applicable_has_none() -> None:
    view = asked_view(FRAMEWORK, an_assessment(FRAMEWORK), ITEM)

    assert [(one.id, one.letter, one.statement) for one in view.statements] == [
        (str(code), letter, ITEM.statements[code]) for code, letter in enumerate("ABCDEF")
    ]
    assert [one.label for one in view.choices] == [
        *(f"{letter}. Point {code}" for code, letter in enumerate("ABCDEF")),
        "Not applicable here",
    ]
    assert view.choice("not-applicable").statement == "Not applicable here"


def test_it_says_where_the_question_stands_in_its_process_and_how_many_are_agreed() -> None:
    values = (agreed("planning.deliver-1", 2), agreed("planning.deliver-2", 2))
    view = asked_view(FRAMEWORK, an_assessment(FRAMEWORK, agreed=values), ITEM)

    assert (view.process, view.finding, view.question) == ("Planning", ITEM.name, ITEM.question)
    assert view.place == "Question 4 of 12, 2 agreed"
    assert view.next_id == "planning.check-1"


def test_the_to_be_is_asked_where_the_assessment_asks_it_and_the_item_is_anchored() -> None:
    activity = FRAMEWORK.item_by_id["planning.deliver-1"]
    both = an_assessment(FRAMEWORK, asks_to_be=True)

    assert asked_view(FRAMEWORK, an_assessment(FRAMEWORK), ITEM).horizons == (Horizon.AS_IS,)
    assert asked_view(FRAMEWORK, both, ITEM).horizons == (Horizon.AS_IS, Horizon.TO_BE)
    assert asked_view(FRAMEWORK, both, activity).horizons == (Horizon.AS_IS,)


def test_an_agreed_answer_is_one_of_the_choices() -> None:
    assert (choice_id(an_answer(0)), choice_id(an_answer(NA))) == ("0", "not-applicable")
