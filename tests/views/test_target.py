"""The target of a process: what it is, who decided it why, and how far it is."""

from __future__ import annotations

import math

import pytest

from assessment.domain.answered.assessment import Target, TargetCell
from assessment.domain.authored.framework import Horizon
from assessment.domain.computed import Computed
from assessment.views.model import Table
from assessment.views.target import TargetView, target_view
from tests.builders import NA, an_assessment, rated_process, tiny_framework
from tests.computing import EVERYBODY, computed, mixed, the_sample

CELLS = Table(id="target", title="Cells", columns=(), rows=(), empty="None.")


def target_of(whole: Computed, process_id: str) -> TargetView:
    return target_view(whole, whole.result.process(process_id), CELLS)


def shown(view: TargetView) -> dict[str, tuple[str, object, str]]:
    return {fact.id: (fact.text, fact.value, fact.note) for fact in (*view.facts, *view.decision)}


def test_a_default_target_says_that_nobody_set_it() -> None:
    view = target_of(mixed(), "planning")
    assert view.finding == "The target is level 3, established: 1 level to go."
    facts = shown(view)
    assert list(facts) == ["target", "gap", "need", "choice"]
    assert facts["target"] == ("Level 3", 3, "")
    assert facts["gap"] == ("+0.1", 0.1, "")  # 3 minus the shown 2.9, not minus 2.93
    assert facts["need"][:2] == ("1 %", pytest.approx((3 - 44 / 15) / 5))
    assert facts["choice"] == ("the default; nobody set one for it", 3, "")
    assert view.notes == ()


def test_a_target_that_was_set_stands_with_its_reason_and_who_approved_it() -> None:
    target = Target(process_id="building", level=4, rationale="The board wants it.", approver="Grace")
    view = target_of(mixed(targets=(target,)), "building")
    assert view.finding == "The target is level 4, controlled: 3 levels to go."
    facts = shown(view)
    assert facts["rationale"][0] == "The board wants it."
    assert facts["approver"][0] == "Grace"
    assert facts["gap"] == ("+2.2", 2.2, "")
    assert "choice" not in facts


def test_what_nobody_wrote_is_said_to_be_missing() -> None:
    facts = shown(target_of(mixed(), "process-5"))
    assert (facts["rationale"][0], facts["approver"][0]) == ("not given", "nobody yet")


def test_on_and_above_target_go_by_the_level_and_the_gap_keeps_its_sign() -> None:
    on = target_of(mixed(), "process-5")
    assert on.finding == "The target is level 1, performed: it is reached."
    assert shown(on)["gap"] == ("−0.3", -0.3, "")
    assert shown(on)["need"][:2] == ("0 %", 0.0)
    above = target_of(mixed(targets=(Target(process_id="planning", level=1),)), "planning")
    assert above.finding == "The target is level 1, performed: it stands 1 level above."
    assert shown(above)["gap"] == ("−1.9", -1.9, "")


def test_without_a_level_there_is_no_distance_and_no_need() -> None:
    for process_id in ("releasing", "process-4"):
        view = target_of(mixed(), process_id)
        facts = shown(view)
        assert facts["gap"] == ("–", None, "")
        assert "need" not in facts


def test_a_target_is_said_of_what_nobody_assessed_and_none_of_what_does_not_apply() -> None:
    alone, out = target_of(mixed(), "releasing"), target_of(mixed(), "process-4")
    assert alone.finding == "The target is level 3, established; there is no level to compare with it."
    assert shown(alone)["target"] == ("Level 3", 3, "")
    assert out.finding == "The process is not applicable, so it has no target."
    assert shown(out)["target"] == ("–", None, "")


def test_a_target_that_cannot_be_stands_beside_the_one_that_counts() -> None:
    framework = tiny_framework()
    values: dict[str, int | str] = {"delivery": 4, "ownership": 4, "quality-control": 4, "definition": NA}
    assessment = an_assessment(
        framework,
        ratings=rated_process(framework, "planning", values, EVERYBODY),
        targets=(Target(process_id="planning", level=3),),
    )
    view = target_of(computed(framework, assessment), "planning")
    assert shown(view)["target"] == (
        "Level 2",
        2,
        "level 3 was chosen, which cannot be: nothing of it applies",
    )


def test_cells_set_by_hand_are_named() -> None:
    cells = (TargetCell(attribute_id="control", code=5), TargetCell(attribute_id="measurement", code=3))
    view = target_of(mixed(targets=(Target(process_id="planning", level=3, cells=cells),)), "planning")
    assert view.notes == ("Set by hand: measurement and control.",)


def test_what_respondents_propose_is_shown_where_they_were_asked() -> None:
    framework = tiny_framework()
    wanted = {"delivery": 5, "ownership": 4, "quality-control": 4, "definition": 3}
    ratings = (
        *rated_process(framework, "planning", 3, EVERYBODY),
        *rated_process(framework, "planning", wanted, EVERYBODY, horizon=Horizon.TO_BE),
    )
    asked = computed(framework, an_assessment(framework, asks_to_be=True, ratings=ratings))
    assert shown(target_of(asked, "planning"))["proposed"] == ("level 2", 2, "")
    assert "proposed" not in shown(target_of(mixed(), "planning"))


def test_the_gap_of_every_process_of_the_sample_is_target_minus_the_score_as_shown() -> None:
    whole = the_sample()
    for process in whole.result.processes:
        assert process.level.score is not None
        gap = target_of(whole, process.process_id).fact("gap").value
        expected = process.target.target_level - math.floor(process.level.score * 10 + 1e-9) / 10
        assert isinstance(gap, float)
        assert math.isclose(gap, expected, abs_tol=1e-9)
