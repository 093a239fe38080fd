"""Scoring again what a change touches is scoring everything again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.domain.answered.assessment import (
    Assessment,
    Certainty,
    CriticalService,
    Flag,
    Note,
    NoteKind,
    Opinion,
    Target,
    TargetCell,
)
from assessment.domain.answered.claim import SignOffClaim
from assessment.domain.answered.organisation import LinkageRating, Owner, Readiness, ReadinessState
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.authored.framework import Depth, Horizon
from assessment.domain.rating.changes import changed_process_ids, has_same_plan
from assessment.domain.rating.scoring import rescore_processes, score_assessment
from assessment.domain.refusal import MethodRefusal
from tests.builders import DK, NA, agreed, an_answer, an_assessment, answered, rated, respondents, tiny_framework

FRAMEWORK = tiny_framework(4)
PROCESS_IDS = tuple(process.id for process in FRAMEWORK.processes)
ITEM_IDS = tuple(
    item.id for process_id in PROCESS_IDS for item in FRAMEWORK.items(process_id, Depth.QUICK, Horizon.AS_IS)
)
BASE = answered(
    FRAMEWORK,
    an_assessment(
        FRAMEWORK,
        depth=Depth.QUICK,
        asks_to_be=True,
        scope=PROCESS_IDS[:3],
        respondents=respondents(4),
        agreed=(agreed("planning.control", 4, certainty=Certainty.VERIFIED, present_ids=("r1", "r2")),),
        targets=(Target(process_id="planning", level=2),),
        opinions=(Opinion(respondent_id="r1", process_id="building", pain=4, importance=2),),
    ),
)
BEFORE = score_assessment(FRAMEWORK, BASE)

Edit = Callable[[st.DataObject, Assessment], dict[str, Any]]
ANY_ITEM, ANY_PROCESS = st.sampled_from(ITEM_IDS), st.sampled_from(PROCESS_IDS)
ANY_VALUE: st.SearchStrategy[int | str] = st.sampled_from([0, 1, 2, 3, 4, 5, NA, DK])
ANY_AGREED: st.SearchStrategy[int | str] = st.sampled_from([0, 2, 4, 5, NA])


def answer(data: st.DataObject, before: Assessment) -> dict[str, Any]:
    rating = rated(
        data.draw(ANY_ITEM),
        data.draw(ANY_VALUE),
        data.draw(st.sampled_from(["r1", "r2", "r3", "r4"])),
        data.draw(st.sampled_from(list(Horizon))),
    )
    key = (rating.respondent_id, rating.item_id, rating.horizon)
    others = tuple(own for own in before.ratings if (own.respondent_id, own.item_id, own.horizon) != key)
    place = data.draw(st.integers(0, len(others)))
    return {"ratings": (*others[:place], rating, *others[place:])}


def withdraw(data: st.DataObject, before: Assessment) -> dict[str, Any]:
    place = data.draw(st.integers(0, len(before.ratings)))
    return {"ratings": before.ratings[:place] + before.ratings[place + 1 :]}


def agree(data: st.DataObject, _before: Assessment) -> dict[str, Any]:
    present: tuple[str, ...] = data.draw(st.sampled_from([(), ("r1",), ("r1", "r2", "r3", "r4")]))
    certainty = data.draw(st.sampled_from(list(Certainty)))
    value = agreed(data.draw(ANY_ITEM), data.draw(ANY_AGREED), present_ids=present, certainty=certainty)
    return {"agreed": (value,)}


def note(data: st.DataObject, _before: Assessment) -> dict[str, Any]:
    kind = data.draw(st.sampled_from(list(NoteKind)))
    return {"notes": (Note(respondent_id="r1", item_id=data.draw(ANY_ITEM), kind=kind, text="Seen."),)}


def set_target(data: st.DataObject, _before: Assessment) -> dict[str, Any]:
    cells = data.draw(st.sampled_from([(), (TargetCell(attribute_id="control", code=5),)]))
    return {"targets": (Target(process_id=data.draw(ANY_PROCESS), level=data.draw(st.integers(0, 5)), cells=cells),)}


def name_owner(data: st.DataObject, _before: Assessment) -> dict[str, Any]:
    return {"owners": (Owner(process_id=data.draw(ANY_PROCESS), name="Ada"),)}


def weigh(data: st.DataObject, _before: Assessment) -> dict[str, Any]:
    process_id, pain = data.draw(ANY_PROCESS), data.draw(st.integers(0, 5))
    importance = data.draw(st.integers(1, 5))
    return {
        "opinions": (Opinion(respondent_id="r2", process_id=process_id, pain=pain),),
        "critical_services": (
            CriticalService(id="shop", name="Shop", importance=importance, process_ids=(process_id,)),
        ),
        "linkage_ratings": (LinkageRating(linkage_id="planning-to-building", answer=an_answer(pain)),),
        "roadmap": RoadmapSettings(pain_weight=float(pain)),
    }


def remark(data: st.DataObject, _before: Assessment) -> dict[str, Any]:
    readiness = Readiness(process_id=data.draw(ANY_PROCESS), question_id="roles", state=ReadinessState.NO)
    return {"flags": (Flag(item_id=data.draw(ANY_ITEM)),), "readiness": (readiness,)}


EDITS: tuple[Edit, ...] = (answer, withdraw, agree, note, set_target, name_owner, weigh, remark)


@given(st.data(), st.lists(st.sampled_from(EDITS), min_size=1, max_size=3))
@settings(max_examples=150)
def test_scoring_again_what_changed_is_scoring_everything_again(data: st.DataObject, edits: list[Edit]) -> None:
    after = BASE
    for edit in edits:
        after = after.model_copy(update=edit(data, after))
    changed = changed_process_ids(BASE, after)
    assert changed is not None
    assert changed <= set(BASE.scope)
    assert rescore_processes(FRAMEWORK, after, BEFORE, changed) == score_assessment(FRAMEWORK, after)


def changed_by(**changes: Any) -> set[str] | None:
    changed = changed_process_ids(BASE, BASE.model_copy(update=changes))
    return None if changed is None else set(changed)


def test_nothing_changed_where_nothing_changed() -> None:
    assert changed_process_ids(BASE, BASE) == frozenset()
    assert changed_by() == set()


def process_of(place: int) -> str:
    return BASE.ratings[place].item_id.split(".")[0]


@pytest.mark.parametrize("place", [0, 7, len(BASE.ratings)])
def test_an_answer_that_comes_in_changes_its_own_process_alone(place: int) -> None:
    new = rated("building.control", 5, "r4", Horizon.TO_BE)
    assert changed_by(ratings=(*BASE.ratings[:place], new, *BASE.ratings[place:])) == {"building"}


@pytest.mark.parametrize("place", [0, 7, len(BASE.ratings) - 1])
def test_an_answer_replaced_or_withdrawn_changes_its_process(place: int) -> None:
    old = BASE.ratings[place]
    before, behind = BASE.ratings[:place], BASE.ratings[place + 1 :]
    assert changed_by(ratings=before + behind) == {process_of(place)}
    assert changed_by(ratings=(*before, rated(old.item_id, NA, old.respondent_id), *behind)) == {process_of(place)}


def test_answers_far_apart_change_both_their_processes_and_nothing_between() -> None:
    last = len(BASE.ratings) - 1
    assert process_of(0) != process_of(last)
    assert changed_by(ratings=BASE.ratings[1:last]) == {process_of(0), process_of(last)}
    assert changed_by(ratings=()) == set(BASE.scope)


def test_ratings_read_anew_count_as_changed_although_they_are_equal() -> None:
    anew = tuple(rating.model_copy() for rating in BASE.ratings)
    assert anew == BASE.ratings
    assert changed_by(ratings=anew) == set(BASE.scope)


def test_the_same_ratings_in_another_order_are_the_same() -> None:
    assert changed_by(ratings=BASE.ratings[::-1]) == set()


A_NOTE = Note(respondent_id="r1", item_id="building.control", kind=NoteKind.NOTE, text="Seen.")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"agreed": ()}, {"planning"}),
        ({"notes": (A_NOTE,)}, {"building"}),
        ({"targets": ()}, {"planning"}),
        ({"owners": (Owner(process_id="releasing", name="Ada"),)}, {"releasing"}),
        ({"owners": (Owner(process_id="process-4", name="Ada"),)}, set()),
        ({"opinions": ()}, set()),
        ({"roadmap": RoadmapSettings(wave_count=2)}, set()),
        ({"header": BASE.header.model_copy(update={"carry_percent": 85.0})}, None),
        ({"scope": PROCESS_IDS}, None),
        ({"respondents": respondents(3)}, None),
    ],
)
def test_what_each_part_of_an_assessment_touches(changes: dict[str, Any], expected: set[str] | None) -> None:
    assert changed_by(**changes) == expected


def test_an_equal_header_read_anew_is_no_change() -> None:
    assert changed_by(header=BASE.header.model_copy(), respondents=respondents(4)) == set()


def test_rescoring_looks_at_no_rating_of_another_process() -> None:
    after = BASE.model_copy(update={"ratings": (*BASE.ratings, rated("building.control", 5, "r4"))})
    own_ratings = tuple(rating for rating in after.ratings if rating.item_id.startswith("building."))
    alone = after.model_copy(update={"ratings": own_ratings})
    assert rescore_processes(FRAMEWORK, alone, BEFORE, {"building"}) == score_assessment(FRAMEWORK, after)


def test_only_processes_in_scope_can_be_scored_again() -> None:
    with pytest.raises(MethodRefusal, match="process-4: it is not in scope"):
        rescore_processes(FRAMEWORK, BASE, BEFORE, {"planning", "process-4"})


def test_every_part_of_an_assessment_is_held_against_the_state_before_it() -> None:
    same = BASE.model_copy(update={"claim": SignOffClaim(), "flags": (Flag(item_id=ITEM_IDS[0]),)})
    assert has_same_plan(BASE, same)
    assert not has_same_plan(BASE, BASE.model_copy(update={"targets": (Target(process_id="planning", level=3),)}))
