"""The question to talk about next: cases worked by hand, and laws checked by scoring everything again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assessment.domain.answered.assessment import Assessment
from assessment.domain.authored.framework import Depth, Horizon
from assessment.domain.rating.scoring import score_assessment
from assessment.domain.workshop.next_item import NextItem, NextReason, differs, next_items
from tests.builders import agreed, an_assessment, answered, rated, rated_process, respondents, tiny_framework

FRAMEWORK = tiny_framework()
LEVEL, SPREAD, UNANSWERED, TO_AGREE = NextReason


def quick(**changes: object) -> Assessment:
    return an_assessment(FRAMEWORK, depth=Depth.QUICK, scope=("planning",), **changes)


def votes(item: str, *codes: int) -> tuple[object, ...]:
    return tuple(rated(f"planning.{item}", code, f"r{number}") for number, code in enumerate(codes, start=1))


def found(assessment: Assessment, **changes: object) -> tuple[NextItem, ...]:
    return next_items(FRAMEWORK, assessment, score_assessment(FRAMEWORK, assessment), **changes)  # type: ignore[arg-type]


def told(assessment: Assessment, count: int = 3) -> list[tuple[str, NextReason]]:
    return [(one.item_id.partition(".")[2], one.reason) for one in found(assessment)][:count]


def test_with_no_answer_at_all_the_questions_come_in_the_models_order() -> None:
    items = found(quick())

    assert [one.item_id.partition(".")[2] for one in items] == [attribute.id for attribute in FRAMEWORK.attributes]
    assert {one.reason for one in items} == {UNANSWERED}
    assert {one.present_level for one in items} == {None}


def test_the_one_answer_that_is_missing_for_a_level_comes_first() -> None:
    # delivery L+ and ownership L+: quality control alone keeps the process on level 1
    ratings = (*votes("delivery", 4, 4, 4), *votes("ownership", 4, 4, 4), *votes("measurement", 0, 5, 0))
    first = found(quick(ratings=ratings))[0]

    assert (first.item_id, first.reason) == ("planning.quality-control", LEVEL)
    assert (first.present_level, first.other_level) == (1, 2)


def test_an_answer_that_is_missing_with_another_moves_no_level_alone() -> None:
    items = {one.item_id: one for one in found(quick(ratings=votes("delivery", 4, 4, 4)))}

    assert items["planning.ownership"].reason is UNANSWERED
    assert items["planning.ownership"].other_level is None


def test_a_value_that_somebody_gave_moves_a_level_and_one_that_nobody_gave_does_not() -> None:
    all_low = quick(ratings=(*votes("delivery", 2, 2, 2), *votes("ownership", 3, 3, 3)))
    one_high = quick(ratings=(*votes("delivery", 2, 2, 3), *votes("ownership", 3, 3, 3)))

    delivery = {one.item_id: one for one in found(all_low)}["planning.delivery"]
    assert (delivery.reason, delivery.other_level) == (TO_AGREE, None)
    # delivery at L- makes level 1; it carries nothing above, so level 2 stays out of reach
    first = found(one_high)[0]
    assert (first.item_id, first.reason, first.present_level, first.other_level) == ("planning.delivery", LEVEL, 0, 1)


def test_a_level_can_fall_by_a_value_that_somebody_gave() -> None:
    first = found(quick(ratings=votes("delivery", 3, 3, 2)))[0]

    assert (first.item_id, first.reason, first.present_level, first.other_level) == ("planning.delivery", LEVEL, 1, 0)


def test_the_wider_move_comes_first_whatever_the_models_order() -> None:
    # in building, delivery at L- lets nothing above count: at F it stands at 3; in planning one level can be won
    above = ("ownership", "quality-control", "definition")
    ratings = (
        *votes("delivery", 2, 2, 3),
        *(rated("building.delivery", code, f"r{number}") for number, code in enumerate((3, 3, 5), start=1)),
        *(rated(f"building.{one}", 5, f"r{number}") for one in above for number in (1, 2, 3)),
    )
    items = found(an_assessment(FRAMEWORK, depth=Depth.QUICK, scope=("planning", "building"), ratings=ratings))

    assert [(one.item_id, one.present_level, one.other_level) for one in items][:2] == [
        ("building.delivery", 1, 3),
        ("planning.delivery", 0, 1),
    ]


def test_split_questions_come_before_the_lowest_agreement_and_both_before_what_is_open() -> None:
    ratings = (
        *votes("delivery", 5, 5, 5, 5),
        *votes("control", 1, 1, 3, 3),  # split, Cns 0.66
        *votes("measurement", 0, 0, 0, 5),  # Cns 0.23, not split
    )
    assessment = quick(ratings=ratings, respondents=respondents(4))

    assert told(assessment) == [("control", SPREAD), ("measurement", SPREAD), ("ownership", UNANSWERED)]


def test_what_people_agree_on_waits_behind_what_nobody_answered() -> None:
    items = found(quick(ratings=(*votes("delivery", 4, 4, 4), *votes("control", 3, 3, 4))))

    assert [one.reason for one in items] == [UNANSWERED] * 6 + [TO_AGREE] * 2
    assert [one.item_id for one in items][-2:] == ["planning.delivery", "planning.control"]


def test_an_agreed_question_is_done() -> None:
    values = tuple(agreed(f"planning.{attribute.id}", 3) for attribute in FRAMEWORK.attributes)

    assert found(quick(agreed=values)) == ()
    assert [one.item_id for one in found(quick(agreed=values[1:]))] == ["planning.delivery"]


def test_what_was_put_off_comes_last_and_is_not_lost() -> None:
    assessment = quick()
    put_off = frozenset({"planning.delivery", "planning.control"})
    items = found(assessment, put_off_ids=put_off)

    assert [one.item_id for one in items][-2:] == ["planning.delivery", "planning.control"]
    assert [one.is_put_off for one in items] == [False] * 6 + [True] * 2
    assert {one.item_id for one in items} == {one.item_id for one in found(assessment)}


def test_only_the_processes_asked_about_are_looked_at() -> None:
    assessment = an_assessment(FRAMEWORK, depth=Depth.QUICK)

    assert {one.process_id for one in found(assessment, process_ids=frozenset({"building"}))} == {"building"}
    assert len(found(assessment)) == 24


def test_a_question_that_counts_in_no_level_moves_none() -> None:
    ratings = rated_process(FRAMEWORK, "planning", 4, respondent_ids=("r1",))
    low = tuple(rated(one.item_id, 0, "r2") for one in ratings if one.item_id.endswith("improve-process"))
    items = {one.item_id: one for one in found(an_assessment(FRAMEWORK, scope=("planning",), ratings=(*ratings, *low)))}

    assert items["planning.improve-process"].reason is SPREAD


@pytest.mark.parametrize("seed", range(6))
def test_a_question_that_moves_a_level_does_so_when_everything_is_scored_again(seed: int) -> None:
    assessment = answered(FRAMEWORK, an_assessment(FRAMEWORK), seed=seed, gap_share=0.3)
    result = score_assessment(FRAMEWORK, assessment)
    for one in next_items(FRAMEWORK, assessment, result):
        given = {rating.answer.code for rating in assessment.ratings_by_item.get((one.item_id, Horizon.AS_IS), ())}
        codes = sorted(code for code in given if code is not None) or [5]
        levels = set()
        for code in codes:
            changed = assessment.model_copy(update={"agreed": (agreed(one.item_id, code),)})
            levels.add(score_assessment(FRAMEWORK, changed).process(one.process_id).level.level)
        others = levels - {one.present_level}
        assert (one.reason is LEVEL) == (bool(others) and one.present_level is not None)
        if one.reason is LEVEL:
            assert one.other_level in others
            rises = (
                one.other_level is not None and one.present_level is not None and one.other_level > one.present_level
            )
            held_by = result.process(one.process_id).level.held_by
            assert not rises or FRAMEWORK.item_by_id[one.item_id].attribute_id in held_by


def test_one_answer_differs_from_nothing() -> None:
    result = score_assessment(FRAMEWORK, quick(ratings=votes("delivery", 4)))
    (item,) = result.process("planning").attribute("delivery").items

    assert not differs(item)
    assert not differs(replace(item, code_counts=None, consensus_share=0.1))
