"""Plans are kept by name and one is the plan; answers change none, and nobody's choice is overwritten unseen."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from assessment.domain.answered.assessment import Target
from assessment.domain.answered.plans import SavedPlan
from assessment.domain.answered.roadmap_settings import Pin, RoadmapSettings
from assessment.domain.planning.drift import DriftKind, drift_of
from assessment.domain.planning.saved import chosen_plan
from assessment.errors import AssessmentLocked, Conflict, InvalidInput, NotAvailable
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.authority import Actor
from assessment.services.plumbline import Plumbline
from tests.builders import rated
from tests.services.access import somebody
from tests.services.accounts import ADMINISTRATOR
from tests.services.conftest import at_once, begun

TIGHT = RoadmapSettings(wave_count=2, capacity=(3, 3))


@pytest.fixture
def planned(plumbline: Plumbline) -> str:
    """An assessment with a step to plan."""
    assessment_id = begun(plumbline)
    for number in (1, 2, 3):
        plumbline.answering.save(ME, assessment_id, rated(f"planning.deliver-{number}", 1))
    return assessment_id


@pytest.fixture
def other(plumbline: Plumbline) -> Actor:
    """Somebody else who may do everything."""
    return somebody(plumbline, ADMINISTRATOR, name="Beate Example")


def plans(plumbline: Plumbline, assessment_id: str) -> dict[str, SavedPlan]:
    return {plan.name: plan for plan in plumbline.assessments.load(ME, assessment_id).plans}


def the_plan(plumbline: Plumbline, assessment_id: str) -> str | None:
    chosen = chosen_plan(plumbline.assessments.load(ME, assessment_id).plans)
    return None if chosen is None else chosen.name


def test_a_plan_is_kept_with_what_it_was_planned_from(plumbline: Plumbline, planned: str) -> None:
    computed = plumbline.results.compute(ME, planned)
    revision = plumbline.assessments.revision(ME, planned)
    plan_id = plumbline.plans.save(ME, planned, " In autumn ")
    kept = plans(plumbline, planned)["In autumn"]
    assert (kept.id, kept.saved_by, kept.revision, kept.is_chosen) == (plan_id, None, revision, False)
    assert kept.state_hash == computed.snapshot_hash
    assert kept.saved_at <= plumbline.plans._repository.store.now()
    assert [(one.process_id, one.to_level, one.wave) for one in kept.steps] == [
        (step.process_id, step.to_level, step.wave) for step in computed.roadmap.steps
    ]
    assert plumbline.plans.versions(ME, planned) == {plan_id: plumbline.assessments.revision(ME, planned)}
    entry = plumbline.assessments.journal(ME, planned)[0]
    assert (entry.operation, entry.what) == ("plans.save", f"saved plan {plan_id}")


def test_answers_targets_and_settings_that_come_later_change_no_plan(plumbline: Plumbline, planned: str) -> None:
    plan_id = plumbline.plans.save(ME, planned, "Kept")
    plumbline.plans.choose(ME, planned, plan_id, seen_id=None)
    before = plans(plumbline, planned)["Kept"]
    versions = plumbline.plans.versions(ME, planned)
    for number in (1, 2, 3):
        plumbline.answering.save(ME, planned, rated(f"planning.deliver-{number}", 5))
    plumbline.setup.save(ME, planned, Target(process_id="planning", level=2, rationale="Enough"))
    plumbline.setup.save(ME, planned, TIGHT)
    assert plans(plumbline, planned) == {"Kept": before}
    assert plumbline.plans.versions(ME, planned) == versions
    drift = drift_of(plumbline.results.read(ME, planned), before)
    assert drift.count(DriftKind.REACHED) == 1
    assert {"wave_count", "capacity"} == drift.settings_changed


def test_a_plan_can_be_kept_under_settings_that_are_not_saved(plumbline: Plumbline, planned: str) -> None:
    plumbline.plans.save(ME, planned, "Tight", settings=TIGHT)
    kept = plans(plumbline, planned)["Tight"]
    assert kept.settings == TIGHT
    assert kept.revision == plumbline.assessments.revision(ME, planned) - 1
    assert plumbline.assessments.load(ME, planned).roadmap == RoadmapSettings()
    with pytest.raises(InvalidInput, match="'nothing' is no process"):
        plumbline.plans.save(
            ME, planned, "Odd", settings=RoadmapSettings(pins=(Pin(process_id="nothing", to_level=1, wave=1),))
        )


def test_who_kept_a_plan_is_named_where_somebody_signs_in(plumbline: Plumbline, planned: str, other: Actor) -> None:
    plumbline.plans.save(other, planned, "Theirs")
    assert plans(plumbline, planned)["Theirs"].saved_by == other.name


def test_no_two_plans_have_one_name_and_an_empty_one_is_refused(plumbline: Plumbline, planned: str) -> None:
    first = plumbline.plans.save(ME, planned, "Balanced")
    second = plumbline.plans.save(ME, planned, "Pain first")
    with pytest.raises(InvalidInput, match="another plan is called"):
        plumbline.plans.save(ME, planned, "balanced")
    with pytest.raises(InvalidInput, match="another plan is called"):
        plumbline.plans.rename(ME, planned, second, "BALANCED")
    with pytest.raises(InvalidInput, match="it is empty"):
        plumbline.plans.save(ME, planned, "  ")
    plumbline.plans.rename(ME, planned, first, "BALANCED")
    assert sorted(plans(plumbline, planned)) == ["BALANCED", "Pain first"]


def test_an_assessment_with_nothing_to_plan_keeps_no_plan(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    with pytest.raises(InvalidInput, match="there is no step to plan"):
        plumbline.plans.save(ME, assessment_id, "Empty")


def test_one_plan_is_the_plan(plumbline: Plumbline, planned: str) -> None:
    first, second = (plumbline.plans.save(ME, planned, name) for name in ("First", "Second"))
    plumbline.plans.choose(ME, planned, first, seen_id=None)
    assert the_plan(plumbline, planned) == "First"
    plumbline.plans.choose(ME, planned, second, seen_id=first)
    assert [plan.name for plan in plans(plumbline, planned).values() if plan.is_chosen] == ["Second"]
    plumbline.plans.choose(ME, planned, None, seen_id=second)
    assert the_plan(plumbline, planned) is None
    with pytest.raises(NotAvailable):
        plumbline.plans.choose(ME, planned, "gone", seen_id=None)


def test_who_chooses_over_a_choice_they_did_not_see_is_told_both(
    plumbline: Plumbline, planned: str, other: Actor
) -> None:
    first, second = (plumbline.plans.save(ME, planned, name) for name in ("First", "Second"))
    plumbline.plans.choose(other, planned, second, seen_id=None)
    with pytest.raises(Conflict) as found:
        plumbline.plans.choose(ME, planned, first, seen_id=None)
    assert (found.value.what, found.value.theirs, found.value.yours) == ("Which plan is the plan", "Second", "First")
    assert the_plan(plumbline, planned) == "Second"
    with pytest.raises(Conflict) as found:
        plumbline.plans.choose(ME, planned, None, seen_id=first)
    assert (found.value.theirs, found.value.yours) == ("Second", "(no plan chosen)")
    plumbline.plans.choose(ME, planned, first, seen_id=second)
    assert the_plan(plumbline, planned) == "First"


def test_of_many_who_choose_at_once_one_wins_and_the_others_are_told(plumbline: Plumbline, planned: str) -> None:
    ids = [plumbline.plans.save(ME, planned, f"Plan {number}") for number in range(4)]
    wrong = at_once(*(partial(plumbline.plans.choose, ME, planned, plan_id, seen_id=None) for plan_id in ids))
    assert [type(error) for error in wrong] == [Conflict] * 3
    assert sum(plan.is_chosen for plan in plans(plumbline, planned).values()) == 1


def test_a_rename_over_one_that_was_not_seen_is_a_conflict(plumbline: Plumbline, planned: str, other: Actor) -> None:
    plan_id = plumbline.plans.save(ME, planned, "Before")
    seen = plumbline.plans.versions(ME, planned)[plan_id]
    theirs = plumbline.plans.rename(other, planned, plan_id, "Theirs", expected_version=seen)
    with pytest.raises(Conflict) as found:
        plumbline.plans.rename(ME, planned, plan_id, "Mine", expected_version=seen)
    assert (found.value.theirs, found.value.yours) == ("Name: Theirs", "Name: Mine")
    assert "saved plan" in found.value.what
    with pytest.raises(Conflict):
        plumbline.plans.remove(ME, planned, plan_id, expected_version=seen)
    assert plumbline.plans.rename(ME, planned, plan_id, "Mine", expected_version=theirs) > theirs
    assert list(plans(plumbline, planned)) == ["Mine"]
    with pytest.raises(NotAvailable):
        plumbline.plans.rename(ME, planned, "gone", "Other")


def test_a_plan_is_removed_unless_it_is_the_plan(plumbline: Plumbline, planned: str) -> None:
    plan_id = plumbline.plans.save(ME, planned, "Once")
    plumbline.plans.choose(ME, planned, plan_id, seen_id=None)
    with pytest.raises(InvalidInput, match="it is chosen as the plan"):
        plumbline.plans.remove(ME, planned, plan_id)
    plumbline.plans.choose(ME, planned, None, seen_id=plan_id)
    plumbline.plans.remove(ME, planned, plan_id)
    plumbline.plans.remove(ME, planned, plan_id)
    assert plans(plumbline, planned) == {}


def test_a_validated_assessment_keeps_its_plans_as_they_are(plumbline: Plumbline, planned: str) -> None:
    plan_id = plumbline.plans.save(ME, planned, "Kept")
    plumbline.assessments.validate(ME, planned)
    for change in (
        lambda: plumbline.plans.save(ME, planned, "More"),
        lambda: plumbline.plans.choose(ME, planned, plan_id, seen_id=None),
        lambda: plumbline.plans.rename(ME, planned, plan_id, "Other"),
        lambda: plumbline.plans.remove(ME, planned, plan_id),
    ):
        with pytest.raises(AssessmentLocked):
            change()
    assert list(plans(plumbline, planned)) == ["Kept"]


def test_a_copy_for_another_year_begins_without_plans_and_one_with_answers_keeps_them(
    plumbline: Plumbline, planned: str
) -> None:
    plan_id = plumbline.plans.save(ME, planned, "This year")
    plumbline.plans.choose(ME, planned, plan_id, seen_id=None)
    emptied, whole = (
        plumbline.assessments.copy(ME, planned, "Copy", date(2027, 3, 1), keeps) for keeps in (False, True)
    )
    assert plans(plumbline, emptied) == {}
    assert the_plan(plumbline, whole) == "This year"
    assert the_plan(plumbline, planned) == "This year"


def test_a_plan_is_made_anew_where_answers_come_in_while_it_is_planned(
    plumbline: Plumbline, planned: str, other: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    compute, codes = plumbline.plans._computing.compute_state, [2, 3]

    def answered_meanwhile(assessment_id: str) -> object:
        found = compute(assessment_id)
        if codes:
            plumbline.answering.save(other, planned, rated("planning.deliver-1", codes.pop()))
        return found

    monkeypatch.setattr(plumbline.plans._computing, "compute_state", answered_meanwhile)
    plumbline.plans.save(ME, planned, "Settled")
    revision = plans(plumbline, planned)["Settled"].revision
    assert revision == plumbline.assessments.revision(ME, planned) - 1
    codes += [5, 4, 3]
    with pytest.raises(Conflict, match="was changed by somebody else"):
        plumbline.plans.save(ME, planned, "Never settled")
    assert list(plans(plumbline, planned)) == ["Settled"]
