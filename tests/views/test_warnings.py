"""Every kind of warning is one sentence that names the facts it stands on."""

from __future__ import annotations

import pytest

from assessment.domain.authored.content import RatingLetter
from assessment.domain.rating.warnings import MethodWarning, PinRefusal, WarningKind
from assessment.views.warnings import warning_text, warning_texts
from tests.builders import tiny_framework
from tests.computing import the_sample

FRAMEWORK = tiny_framework()
ITEMS = ("planning.deliver-1", "planning.check-2")
SAID: dict[WarningKind, tuple[MethodWarning, str]] = {
    WarningKind.ON_PAPER_ONLY: (
        MethodWarning(
            kind=WarningKind.ON_PAPER_ONLY,
            process_id="planning",
            letter=RatingLetter.L_PLUS,
            other_letter=RatingLetter.P_MINUS,
        ),
        "Planning may exist on paper only: it is documented (L+) but hardly done (P-).",
    ),
    WarningKind.CARRIED_NOT_DONE: (
        MethodWarning(
            kind=WarningKind.CARRIED_NOT_DONE,
            process_id="planning",
            attribute_ids=("quality-control",),
            item_ids=ITEMS,
        ),
        "Planning: quality control is carried, though “Deliver 1” and “Check 2” are not done at all.",
    ),
    WarningKind.CHECK_ANSWER: (
        MethodWarning(
            kind=WarningKind.CHECK_ANSWER,
            process_id="planning",
            item_ids=("planning.improve-process",),
            attribute_ids=("continuous-improvement",),
        ),
        "Check this answer of Planning: “Improve process” is two steps or more away from continuous improvement, "
        "which asks about the same.",
    ),
    WarningKind.NO_OWNER: (
        MethodWarning(kind=WarningKind.NO_OWNER, process_id="planning"),
        "Planning has no owner: nobody answers for it from end to end.",
    ),
    WarningKind.SPLIT: (
        MethodWarning(kind=WarningKind.SPLIT, process_id="planning", item_ids=ITEMS),
        "Planning: the room is split on “Deliver 1” and “Check 2”.",
    ),
    WarningKind.EVIDENCE_AGAINST: (
        MethodWarning(kind=WarningKind.EVIDENCE_AGAINST, process_id="planning", item_ids=ITEMS),
        "Planning: evidence speaks against the value of “Deliver 1” and “Check 2”.",
    ),
    WarningKind.TARGET_NOT_REACHED_BY_CELLS: (
        MethodWarning(
            kind=WarningKind.TARGET_NOT_REACHED_BY_CELLS,
            process_id="planning",
            level=3,
            attribute_ids=("ownership", "definition"),
        ),
        "The to-be profile of Planning does not reach its target, level 3; it falls short at ownership and definition.",
    ),
    WarningKind.TARGET_WITHOUT_RATIONALE: (
        MethodWarning(kind=WarningKind.TARGET_WITHOUT_RATIONALE, process_id="planning", level=4),
        "The target of Planning is level 4 without a rationale. Say why it is worth the effort.",
    ),
    WarningKind.TARGET_IMPOSSIBLE: (
        MethodWarning(kind=WarningKind.TARGET_IMPOSSIBLE, process_id="planning", level=3, other_level=2),
        "Planning cannot be at level 3: nothing of that level applies to it. Its target counts as level 2.",
    ),
    WarningKind.PRIORITY_PROVISIONAL: (
        MethodWarning(kind=WarningKind.PRIORITY_PROVISIONAL, process_id="planning"),
        "The priority of Planning is provisional: nobody said how much it hurts or matters.",
    ),
    WarningKind.NO_WEIGHTS: (
        MethodWarning(kind=WarningKind.NO_WEIGHTS),
        "No weight above 0 is left, so every process has the same impact and need alone decides. Give a weight.",
    ),
    WarningKind.RAISE_SUPPLIER_TARGET: (
        MethodWarning(
            kind=WarningKind.RAISE_SUPPLIER_TARGET,
            process_id="planning",
            level=3,
            other_process_id="building",
            other_level=4,
        ),
        "Raise the target of Planning to level 3: Building is to reach level 4 and leans on it. "
        "Until then it is planned to its own target first.",
    ),
    WarningKind.STEP_TOO_LARGE: (
        MethodWarning(kind=WarningKind.STEP_TOO_LARGE, process_id="planning", level=3, count=9, limit_count=8),
        "The step of Planning to level 3 takes 9 points and no wave has more than 8: split it or raise capacity.",
    ),
    WarningKind.CIRCLE_TOO_LARGE: (
        MethodWarning(kind=WarningKind.CIRCLE_TOO_LARGE, process_ids=("planning", "building"), count=12, limit_count=8),
        "Steps of Planning and Building need each other and must share a wave; together they take 12 points and no "
        "wave has more than 8: split them or raise capacity.",
    ),
    WarningKind.CIRCLE_WITHOUT_ORDER: (
        MethodWarning(kind=WarningKind.CIRCLE_WITHOUT_ORDER, process_ids=("planning", "building", "releasing")),
        "Steps of Planning, Building and Releasing need each other in a circle that allows no order; none is funded.",
    ),
    WarningKind.PIN_IMPOSSIBLE: (
        MethodWarning(
            kind=WarningKind.PIN_IMPOSSIBLE,
            process_id="planning",
            level=3,
            wave=2,
            pin_refusal=PinRefusal.TOO_LARGE,
            count=9,
            limit_count=8,
        ),
        "The step of Planning to level 3 cannot be in wave 2: it takes 9 points and the wave has 8. "
        "Split it, lower its effort or raise the capacity.",
    ),
    WarningKind.CELLS_BEYOND_TARGET: (
        MethodWarning(kind=WarningKind.CELLS_BEYOND_TARGET, process_id="planning", attribute_ids=("control",)),
        "Planning: control is raised by hand beyond the target; that work is not planned.",
    ),
    WarningKind.NODE_LIMIT: (
        MethodWarning(kind=WarningKind.NODE_LIMIT, share=0.0121),
        "The plan is the best found within the node limit; a better one could bring at most 1.3 % more.",
    ),
    WarningKind.GREEDY: (
        MethodWarning(kind=WarningKind.GREEDY),
        "The plan takes the best value for effort step by step: the solver found none within its node limit.",
    ),
}
REFUSED = {
    PinRefusal.NO_SUCH_STEP: "is no longer a step of the roadmap; take the pin off.",
    PinRefusal.NO_SUCH_WAVE: "cannot be in wave 6: there are 4 waves.",
    PinRefusal.TOO_LARGE: "cannot be in wave 6: it takes 2 points and the wave has 4. "
    "Split it, lower its effort or raise the capacity.",
    PinRefusal.STEPS_BEFORE: "cannot be in wave 6: 2 steps of the same process come first, one a wave at most.",
    PinRefusal.OTHER_PINS: "cannot be in wave 6 together with the other pinned steps; move one of them.",
    PinRefusal.ORDER: "cannot be in wave 6: what has to come first does not fit the capacity up to then.",
}


@pytest.mark.parametrize("kind", WarningKind)
def test_every_kind_has_its_sentence_with_its_facts_by_name(kind: WarningKind) -> None:
    warning, sentence = SAID[kind]
    assert warning_text(FRAMEWORK, warning) == sentence


@pytest.mark.parametrize("refusal", PinRefusal)
def test_every_reason_against_a_pin_has_its_sentence(refusal: PinRefusal) -> None:
    warning = MethodWarning(
        kind=WarningKind.PIN_IMPOSSIBLE,
        process_id="building",
        level=2,
        wave=6,
        pin_refusal=refusal,
        count=2,
        limit_count=4,
    )
    assert warning_text(FRAMEWORK, warning) == f"The step of Building to level 2 {REFUSED[refusal]}"


def test_a_pin_that_leaves_a_step_out_against_other_pins_says_so() -> None:
    warning = MethodWarning(
        kind=WarningKind.PIN_IMPOSSIBLE, process_id="building", level=2, wave=0, pin_refusal=PinRefusal.OTHER_PINS
    )
    assert warning_text(FRAMEWORK, warning) == (
        "The step of Building to level 2 cannot be left out together with the other pinned steps; change one of them."
    )


def test_one_is_not_many() -> None:
    carried = MethodWarning(
        kind=WarningKind.CARRIED_NOT_DONE,
        process_id="planning",
        attribute_ids=("delivery",),
        item_ids=("planning.deliver-1",),
    )
    beyond = MethodWarning(
        kind=WarningKind.CELLS_BEYOND_TARGET, process_id="planning", attribute_ids=("control", "measurement")
    )
    one_wave = MethodWarning(
        kind=WarningKind.PIN_IMPOSSIBLE,
        process_id="planning",
        level=1,
        wave=2,
        pin_refusal=PinRefusal.NO_SUCH_WAVE,
        limit_count=1,
    )
    assert "“Deliver 1” is not done at all" in warning_text(FRAMEWORK, carried)
    assert "control and measurement are raised by hand" in warning_text(FRAMEWORK, beyond)
    assert warning_text(FRAMEWORK, one_wave).endswith("there is 1 wave.")


@pytest.mark.parametrize("kind", sorted(set(WarningKind) - {WarningKind.NO_WEIGHTS, WarningKind.GREEDY}))
def test_a_missing_fact_is_an_error_and_not_half_a_sentence(kind: WarningKind) -> None:
    with pytest.raises(ValueError, match="a fact of the warning is missing"):
        warning_text(FRAMEWORK, MethodWarning(kind=kind))


def test_every_warning_of_the_sample_is_said_in_its_place() -> None:
    sample = the_sample()
    for process in sample.result.processes:
        name = sample.framework.process_by_id[process.process_id].name
        said = warning_texts(sample.framework, process.warnings)
        assert len(said) == len(process.warnings)
        assert all(name in sentence and sentence.endswith(".") for sentence in said)
