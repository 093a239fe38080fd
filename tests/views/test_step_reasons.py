"""Why a step is where it is: a sentence for each kind of reason, made from its facts and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from assessment.domain.planning.results import ReasonKind, StepReason
from assessment.views.step_reasons import reason_text
from tests.views.plans import FRAMEWORK, a_step, the_sample

SUPPLIER = {"process_id": "planning", "level": 2, "wave": 1}


def told(kind: ReasonKind, wave: int, /, **facts: Any) -> str:
    step_changes = {name: facts.pop(name) for name in ("earliest_wave", "effort_count") if name in facts}
    return reason_text(FRAMEWORK, a_step("building", 1, 3, wave, reason=StepReason(kind=kind, **facts), **step_changes))


@pytest.mark.parametrize(
    ("kind", "wave", "facts", "sentence"),
    [
        (
            ReasonKind.NOTHING_FIRST,
            1,
            {},
            "Nothing has to come before it.",
        ),
        (ReasonKind.PINNED, 2, {"earliest_wave": 2}, "Put into wave 2 by hand."),
        (ReasonKind.PINNED, 2, {"earliest_wave": None}, "Put into wave 2 by hand."),
        (
            ReasonKind.PINNED,
            3,
            {"earliest_wave": 1},
            "Put into wave 3 by hand; wave 1 is the earliest that its order and the capacities allow.",
        ),
        (
            ReasonKind.AFTER_OWN_STEP,
            3,
            {"level": 1, "wave": 2},
            "It follows its own step to level 1 in wave 2; it could not be earlier.",
        ),
        (
            ReasonKind.WITH_SUPPLIER,
            1,
            SUPPLIER,
            "It shares wave 1 with Planning, which lands on level 2 there; it could not be earlier.",
        ),
        (ReasonKind.WAVES_FULL, 2, {"wave": 1}, "Its order allows wave 1, which has no room left for it."),
        (
            ReasonKind.WAVES_FULL,
            4,
            {"wave": 1, "effort_count": 1},
            "Its order allows wave 1, but waves 1 to 3 have no room left for it.",
        ),
        (
            ReasonKind.WAVES_FULL,
            3,
            {"wave": 1, "count": 5},
            "Its order allows wave 1; up to wave 2 there is no room left for the 5 points of all steps that have to "
            "share its wave.",
        ),
        (ReasonKind.PINNED_OUT, 0, {}, "Left out by hand."),
        (ReasonKind.NO_CAPACITY, 0, {}, "Not funded: no wave has any capacity."),
        (
            ReasonKind.TOO_LARGE,
            0,
            {"count": 12, "limit_count": 8},
            "Not funded: it takes 12 points and the largest wave has 8. Split it or raise the capacity.",
        ),
        (
            ReasonKind.OWN_STEP_NOT_FUNDED,
            0,
            {"level": 1},
            "Not funded: the step before it, to level 1, is not funded either.",
        ),
        (
            ReasonKind.SUPPLIER_NOT_FUNDED,
            0,
            {"process_id": "planning", "level": 2},
            "Not funded: it needs Planning at level 2, and no wave brings it there.",
        ),
        (
            ReasonKind.NO_WAVE_LEFT,
            0,
            {"wave": 4},
            "Not funded: what has to come first is in wave 4, and no wave is left after that.",
        ),
        (
            ReasonKind.WAVES_FULL,
            0,
            {"wave": 2},
            "Not funded: its order allows wave 2, and no wave from there on has room left for it.",
        ),
        (
            ReasonKind.WAVES_FULL,
            0,
            {"wave": 2, "count": 5},
            "Not funded: its order allows wave 2, and no wave from there on has room left for the 5 points of all "
            "steps that have to share its wave.",
        ),
        (
            ReasonKind.CIRCLE,
            0,
            {"process_id": "planning"},
            "Not funded: it and Planning need each other first, and no order or wave holds both.",
        ),
        (
            ReasonKind.OTHERS_BRING_MORE,
            0,
            {},
            "Not funded: whatever it would take the place of brings as much or more.",
        ),
    ],
)
def test_each_reason_has_its_sentence(kind: ReasonKind, wave: int, facts: dict[str, Any], sentence: str) -> None:
    assert told(kind, wave, **facts) == sentence


@pytest.mark.parametrize("kind", [ReasonKind.AFTER_OWN_STEP, ReasonKind.WAVES_FULL])
def test_a_reason_without_its_facts_is_an_error_and_no_guess(kind: ReasonKind) -> None:
    with pytest.raises(ValueError, match="without its facts"):
        told(kind, 2)


@pytest.mark.parametrize(("kind", "wave"), [(ReasonKind.NO_CAPACITY, 1), (ReasonKind.NOTHING_FIRST, 0)])
def test_a_reason_of_the_other_half_is_an_error(kind: ReasonKind, wave: int) -> None:
    with pytest.raises(ValueError, match=kind.value):
        told(kind, wave)


def test_every_reason_of_the_sample_holds_against_the_plan_it_explains() -> None:
    plan = the_sample().roadmap
    targets = {process.process_id: process.target.target_level for process in the_sample().result.processes}
    for step in plan.steps:
        reason = step.reason
        assert reason_text(the_sample().framework, step)
        if reason.kind is ReasonKind.WAVES_FULL:
            assert reason.wave is not None
            last = step.wave - 1 if step.wave else len(plan.waves)
            for wave in plan.waves[reason.wave - 1 : last]:
                assert wave.effort_count + (reason.count or step.effort_count) > wave.capacity_count
        if reason.kind in (ReasonKind.AFTER_OWN_STEP, ReasonKind.WITH_SUPPLIER):
            named = reason.process_id or step.process_id
            before = [own for own in plan.steps if (own.process_id, own.to_level) == (named, reason.level)]
            assert [own.wave for own in before] == [reason.wave]
            assert 0 < before[0].wave <= step.wave
        if reason.kind is ReasonKind.OWN_STEP_NOT_FUNDED:
            assert (step.process_id, reason.level) in {(own.process_id, own.to_level) for own in plan.not_funded}
        assert step.from_level < targets[step.process_id]
