"""What a person enters is refused unless it means something, and is never changed afterwards."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from assessment.domain.answered.assessment import AgreedValue, Note, NoteKind, Opinion, Rating, Respondent, Role, Target
from assessment.domain.answered.entries import NOTE_LIMIT, Answer, AnswerKind
from assessment.domain.answered.roadmap_settings import LinkStrength, Pin, RoadmapSettings
from assessment.domain.authored.framework import Horizon
from tests.builders import DK, agreed, an_answer, an_assessment, rated, tiny_framework

FRAMEWORK = tiny_framework(1)


@pytest.mark.parametrize("code", [0, 3, 5])
def test_a_rated_answer_has_a_code_from_0_to_5(code: int) -> None:
    assert Answer(kind=AnswerKind.RATED, code=code).code == code


@pytest.mark.parametrize(
    "values",
    [
        {"kind": AnswerKind.RATED},
        {"kind": AnswerKind.RATED, "code": 6},
        {"kind": AnswerKind.RATED, "code": -1},
        {"kind": AnswerKind.RATED, "code": 2.0},
        {"kind": AnswerKind.RATED, "code": True},
        {"kind": AnswerKind.RATED, "code": "3"},
        {"kind": AnswerKind.DONT_KNOW, "code": 0},
        {"kind": AnswerKind.NOT_APPLICABLE, "reason": "Done elsewhere.", "code": 0},
        {"kind": AnswerKind.NOT_APPLICABLE},
        {"kind": AnswerKind.NOT_APPLICABLE, "reason": "  "},
        {"kind": AnswerKind.RATED, "code": 3, "mood": "good"},
    ],
)
def test_an_answer_that_means_nothing_is_refused(values: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Answer(**values)


def test_not_answered_dont_know_not_applicable_and_0_are_four_different_things() -> None:
    zero, dont_know = an_answer(0), an_answer(DK)
    not_applicable = Answer(kind=AnswerKind.NOT_APPLICABLE, reason="Done elsewhere.")
    assert len({zero, dont_know, not_applicable}) == 3
    unanswered = an_assessment(FRAMEWORK)
    assert ("planning.deliver-1", Horizon.AS_IS) not in unanswered.ratings_by_item


def test_nobody_can_agree_on_dont_know() -> None:
    with pytest.raises(ValidationError, match="a code or not applicable"):
        agreed("planning.deliver-1", DK)


def test_who_was_present_is_a_set_so_equal_sessions_are_equal() -> None:
    assert agreed("planning.deliver-1", 3).present_ids == ()
    first = agreed("planning.deliver-1", 3, present_ids=("r2", "r10", "r1"))
    assert first.present_ids == ("r1", "r10", "r2")
    assert first == agreed("planning.deliver-1", 3, present_ids=("r1", "r2", "r10"))


@pytest.mark.parametrize("present_ids", [("r1", "r1"), ("R 1",), ("",), ["r1"]])
def test_nobody_is_present_twice_or_without_an_id(present_ids: Any) -> None:
    with pytest.raises(ValidationError):
        agreed("planning.deliver-1", 3, present_ids=present_ids)


def test_an_agreed_value_has_its_reason() -> None:
    with pytest.raises(ValidationError):
        AgreedValue(item_id="planning.deliver-1", horizon=Horizon.AS_IS, answer=an_answer(3), note=" ")


@pytest.mark.parametrize("item_id", ["planning", "Planning.deliver", "planning.deliver.1", "", "planning/deliver"])
def test_an_item_id_is_a_process_and_a_slug(item_id: str) -> None:
    with pytest.raises(ValidationError):
        Rating(respondent_id="r1", item_id=item_id, horizon=Horizon.AS_IS, answer=an_answer(3))


def test_a_note_ends_at_ten_thousand_characters() -> None:
    def note(length: int) -> Note:
        return Note(respondent_id="r1", item_id="planning.deliver-1", kind=NoteKind.NOTE, text="x" * length)

    assert len(note(NOTE_LIMIT).text) == 10_000
    with pytest.raises(ValidationError):
        note(NOTE_LIMIT + 1)
    with pytest.raises(ValidationError):
        note(0)


def test_texts_lose_the_blanks_around_them_and_an_empty_name_is_refused() -> None:
    assert Respondent(id="r1", role=Role.OTHER, name="  Ada ").name == "Ada"
    with pytest.raises(ValidationError):
        Respondent(id="r1", role=Role.OTHER, name="   ")


@pytest.mark.parametrize("changes", [{"carry_percent": 70.0}, {"carry_percent": 50.0}, {"default_target_level": 0}])
def test_a_header_knows_two_carry_bounds_and_targets_from_1(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        an_assessment(FRAMEWORK, **changes)


@pytest.mark.parametrize("level", [-1, 6])
def test_a_target_is_a_level_from_0_to_5(level: int) -> None:
    with pytest.raises(ValidationError):
        Target(process_id="planning", level=level)


def test_an_opinion_may_be_of_pain_alone() -> None:
    opinion = Opinion(respondent_id="r1", process_id="planning", pain=0)
    assert (opinion.pain, opinion.importance) == (0, None)


@pytest.mark.parametrize(
    "changes",
    [
        {"pain_weight": -0.1},
        {"leverage_weight": float("nan")},
        {"importance_weight": float("inf")},
        {"wave_count": 0},
        {"wave_count": 13},
        {"capacity": (8, 8, 8)},
        {"wave_count": 2, "capacity": (8, -1)},
        {"cost_per_point": 0.0},
        {"currency": "euro"},
    ],
)
def test_a_roadmap_setting_that_plans_nothing_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        RoadmapSettings(**changes)


def test_a_capacity_for_each_wave_is_taken_zero_too() -> None:
    assert RoadmapSettings(wave_count=2, capacity=(0, 8)).capacity == (0, 8)


def test_a_pin_may_say_not_funded_and_a_strength_is_a_share() -> None:
    assert Pin(process_id="planning", to_level=1, wave=0).wave == 0
    with pytest.raises(ValidationError):
        Pin(process_id="planning", to_level=0, wave=1)
    with pytest.raises(ValidationError):
        LinkStrength(linkage_id="a-to-b", strength=1.1)


def test_what_was_entered_does_not_change() -> None:
    rating = rated("planning.deliver-1", 3)
    with pytest.raises(ValidationError):
        rating.item_id = "planning.deliver-2"  # type: ignore[misc]  # that it is refused is the point


def test_an_assessment_finds_what_belongs_to_an_item_a_process_a_person() -> None:
    ratings = (rated("planning.deliver-1", 3, "r1"), rated("planning.deliver-1", 4, "r2"), rated("planning.control", 1))
    target = Target(process_id="planning", level=2)
    value = agreed("planning.control", 2)
    assessment = an_assessment(FRAMEWORK, ratings=ratings, targets=(target,), agreed=(value,))
    assert assessment.ratings_by_item["planning.deliver-1", Horizon.AS_IS] == ratings[:2]
    assert assessment.agreed_by_item == {("planning.control", Horizon.AS_IS): value}
    assert assessment.target_by_process == {"planning": target}
    assert assessment.owner_by_process == {}
    assert list(assessment.respondent_by_id) == ["r1", "r2", "r3"]


def test_a_changed_copy_does_not_remember_what_the_first_one_looked_up() -> None:
    before = an_assessment(FRAMEWORK, ratings=(rated("planning.control", 1),))
    assert len(before.ratings_by_item) == 1
    assert before.model_copy(update={"ratings": ()}).ratings_by_item == {}
    assert before.model_copy() == before
