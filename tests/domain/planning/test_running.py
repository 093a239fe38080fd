"""A plan on a day: late, blocked and done worked out by hand, and progress in share of effort.

The plan of most tests: wave 1 (January to March 2026) planning 1 to 2 with 4 points and building 1 to 2 with 2, wave 2
(April to June 2026) building 2 to 3 with 6 points; a hard linkage leads from planning to building. Everything is on
level 1.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from assessment.domain.answered.actions import ActionKind, ActionStatus, PlannedAction
from assessment.domain.answered.organisation import Authority, Owner
from assessment.domain.answered.plans import SavedPlan, SavedStep
from assessment.domain.answered.roadmap_settings import LinkStrength, RoadmapSettings
from assessment.domain.answered.running import RunningStep
from assessment.domain.planning.planned import wave_dates
from assessment.domain.planning.results import ActionKind as Advice
from assessment.domain.planning.results import FirstAction
from assessment.domain.planning.running import Run, RunStep, is_closed_unseen, run_of, says_nothing
from tests.views.plans import FRAMEWORK, Given, a_plan, a_step, given, standing

LINKAGE = next(one for one in FRAMEWORK.linkages if (one.from_process, one.to_process) == ("planning", "building"))
SETTINGS = RoadmapSettings(
    start=date(2026, 1, 1), wave_count=2, linkages=(LinkStrength(linkage_id=LINKAGE.id, is_hard=True),)
)
OWNERSHIP = FRAMEWORK.actions("planning", "ownership")
PLANNING = a_step(
    "planning",
    1,
    2,
    1,
    effort_count=4,
    first_actions=(
        FirstAction(kind=Advice.APPOINT_OWNER),
        FirstAction(kind=Advice.STEP, attribute_id="ownership", action=OWNERSHIP[0]),
    ),
)
PLAN = a_plan(PLANNING, a_step("building", 1, 2, 1, effort_count=2), a_step("building", 2, 3, 2, effort_count=6))
BEFORE, FIRST = "planning.before.owner", "planning.first.ownership.1"


def entry(process_id: str, to_level: int, **changes: Any) -> RunningStep:
    return RunningStep(process_id=process_id, to_level=to_level, **changes)


def the_plan(*running: RunningStep, settings: RoadmapSettings = SETTINGS, **changes: Any) -> Given:
    content: dict[str, Any] = {"running": tuple(running), "roadmap": settings, **changes}
    return given(standing({"planning": 1, "building": 1}, **content), plan=PLAN)


def on(day: date, *running: RunningStep, **changes: Any) -> Run:
    return run_of(the_plan(*running, **changes), day)


def step(run: Run, process_id: str, to_level: int) -> RunStep:
    return next(one for one in run.steps if one.key == (process_id, to_level))


def done(process_id: str, to_level: int) -> RunningStep:
    return entry(process_id, to_level, status=ActionStatus.DONE, done_on=date(2026, 2, 1), evidence="Seen")


# --- days -------------------------------------------------------------------------------------------------------------


def test_where_nobody_set_a_day_it_is_the_first_and_the_last_of_the_wave_and_says_so() -> None:
    span = step(on(date(2026, 2, 1)), "building", 3).span
    assert (span.start, span.due, span.is_start_derived, span.is_due_derived) == (
        date(2026, 4, 1),
        date(2026, 6, 30),
        True,
        True,
    )


def test_a_day_that_somebody_set_stands_and_the_other_still_follows_from_the_wave() -> None:
    span = step(on(date(2026, 2, 1), entry("planning", 2, due=date(2026, 2, 14))), "planning", 2).span
    assert (span.start, span.due) == (date(2026, 1, 1), date(2026, 2, 14))
    assert (span.is_start_derived, span.is_due_derived) == (True, False)


@pytest.mark.parametrize(
    ("set_days", "wanted"),
    [
        ({"due": date(2025, 12, 1)}, (None, date(2025, 12, 1))),
        ({"start": date(2026, 5, 1)}, (date(2026, 5, 1), None)),
    ],
)
def test_no_day_follows_that_would_end_a_step_before_it_starts(set_days: dict[str, date], wanted: object) -> None:
    span = step(on(date(2026, 2, 1), entry("planning", 2, **set_days)), "planning", 2).span
    assert (span.start, span.due) == wanted
    assert (span.is_start_derived, span.is_due_derived) == (False, False)


def test_without_a_start_of_the_plan_no_step_has_a_day() -> None:
    run = on(date(2026, 2, 1), settings=SETTINGS.model_copy(update={"start": None}))
    assert {(one.span.start, one.span.due) for one in run.steps} == {(None, None)}
    assert (run.due_share, run.planned_at_target_count) == (None, None)


def test_waves_of_different_length_follow_each_other() -> None:
    settings = RoadmapSettings(start=date(2026, 11, 15), wave_count=3, wave_lengths=(1, 2, 6))
    found = [wave_dates(settings, number) for number in (1, 2, 3)]
    assert [(one.first, one.last) for one in found] == [
        (date(2026, 11, 1), date(2026, 11, 30)),
        (date(2026, 12, 1), date(2027, 1, 31)),
        (date(2027, 2, 1), date(2027, 7, 31)),
    ]
    assert found[1].holds(date(2027, 1, 31))
    assert not found[1].holds(date(2027, 2, 1))


# --- late, blocked, done ----------------------------------------------------------------------------------------------


def test_a_step_is_late_from_the_day_after_it_was_due() -> None:
    assert not step(on(date(2026, 3, 31)), "planning", 2).is_late
    assert step(on(date(2026, 4, 1)), "planning", 2).is_late


def test_what_is_done_is_never_late_or_blocked() -> None:
    found = step(on(date(2026, 8, 1), entry("building", 3, status=ActionStatus.DONE)), "building", 3)
    assert (found.is_done, found.is_late, found.is_blocked, found.status) == (True, False, False, ActionStatus.DONE)


def test_a_step_is_blocked_while_it_waits() -> None:
    found = step(on(date(2026, 2, 1), entry("planning", 2, status=ActionStatus.WAITING)), "planning", 2)
    assert (found.is_blocked, found.waits_for) == (True, ())
    assert not step(on(date(2026, 2, 1), entry("planning", 2, status=ActionStatus.STARTED)), "planning", 2).is_blocked


def test_a_step_is_blocked_by_the_supplier_s_step_that_is_not_done_once_it_should_be_under_way() -> None:
    """Building to 3 needs planning at 2, where its step of wave 1 brings it; to 2 it needs it at 1."""
    march, april = on(date(2026, 3, 31)), on(date(2026, 4, 1))
    assert step(march, "building", 2).waits_for == ()
    assert step(march, "building", 3).waits_for == (("planning", 2),)
    assert not step(march, "building", 3).is_blocked
    assert step(april, "building", 3).is_blocked
    begun = on(date(2026, 3, 31), entry("building", 3, status=ActionStatus.STARTED))
    assert step(begun, "building", 3).is_blocked


def test_a_supplier_s_step_that_is_done_blocks_nobody() -> None:
    found = step(on(date(2026, 4, 1), done("planning", 2)), "building", 3)
    assert (found.waits_for, found.is_blocked) == ((), False)


def test_where_nobody_knows_the_first_day_a_supplier_that_is_not_done_blocks() -> None:
    run = on(date(2026, 3, 1), settings=SETTINGS.model_copy(update={"start": None}))
    assert step(run, "building", 3).is_blocked


def test_a_linkage_that_does_not_bind_blocks_nobody() -> None:
    loose = SETTINGS.model_copy(update={"linkages": (LinkStrength(linkage_id=LINKAGE.id, is_hard=False),)})
    assert step(on(date(2026, 4, 1), settings=loose), "building", 3).waits_for == ()


def test_a_supplier_that_is_there_by_the_answers_blocks_nobody() -> None:
    whole = given(standing({"planning": 2, "building": 1}, roadmap=SETTINGS), plan=PLAN)
    assert step(run_of(whole, date(2026, 4, 1)), "building", 3).waits_for == ()


def test_where_the_supplier_s_plan_does_not_lead_far_enough_its_last_step_is_waited_for() -> None:
    plan = a_plan(PLANNING, a_step("building", 1, 4, 2))
    whole = given(standing({"planning": 1, "building": 1}, roadmap=SETTINGS), plan=plan)
    assert step(run_of(whole, date(2026, 4, 1)), "building", 4).waits_for == (("planning", 2),)


# --- owners and actions -----------------------------------------------------------------------------------------------


def test_a_step_is_whoevers_was_named_else_the_owners_of_its_process() -> None:
    owners = (Owner(process_id="planning", name="Grace", authority=Authority.YES),)
    derived = step(on(date(2026, 2, 1), owners=owners), "planning", 2)
    named = step(on(date(2026, 2, 1), entry("planning", 2, owner="Ada"), owners=owners), "planning", 2)
    assert (derived.owner, derived.is_owner_derived) == ("Grace", True)
    assert (named.owner, named.is_owner_derived) == ("Ada", False)
    assert step(on(date(2026, 2, 1)), "building", 2).owner is None


def test_what_prepares_is_due_when_its_step_starts_and_any_other_action_when_it_is_due() -> None:
    run = on(date(2026, 1, 2), entry("planning", 2, owner="Ada", due=date(2026, 2, 14)))
    before, first = step(run, "planning", 2).actions
    assert (before.id, before.span.due, before.is_late) == (BEFORE, date(2026, 1, 1), True)
    assert (first.id, first.span.start, first.span.due, first.is_late) == (
        FIRST,
        date(2026, 1, 1),
        date(2026, 2, 14),
        False,
    )
    assert (first.owner, first.is_owner_derived) == ("Ada", True)


def test_an_action_has_its_own_owner_day_and_status() -> None:
    own = PlannedAction(
        id=FIRST,
        process_id="planning",
        to_level=2,
        kind=ActionKind.FIRST,
        owner="Ben",
        due=date(2026, 1, 10),
        status=ActionStatus.WAITING,
    )
    found = step(on(date(2026, 1, 11), actions=(own,)), "planning", 2).actions[1]
    assert (found.owner, found.is_owner_derived, found.span.due) == ("Ben", False, date(2026, 1, 10))
    assert (found.is_late, found.is_blocked, found.is_done) == (True, True, False)
    over = own.model_copy(update={"done_on": date(2026, 1, 9)})
    found = step(on(date(2026, 1, 11), actions=(over,)), "planning", 2).actions[1]
    assert (found.is_late, found.is_blocked, found.is_done) == (False, False, True)


def test_a_struck_action_is_nobodys() -> None:
    own = PlannedAction(id=FIRST, process_id="planning", to_level=2, kind=ActionKind.FIRST, is_struck=True)
    assert [one.id for one in step(on(date(2026, 1, 11), actions=(own,)), "planning", 2).actions] == [BEFORE]


# --- progress ---------------------------------------------------------------------------------------------------------


def test_progress_is_in_share_of_effort_beside_what_was_due() -> None:
    """12 points: planning 4, building 2 and 6. By 31 March the first two are due; planning alone is done."""
    run = on(date(2026, 3, 31), done("planning", 2))
    assert (run.done_share, run.due_share) == (4 / 12, 6 / 12)
    first, second = run.waves
    assert (first.effort_count, first.done_effort_count, first.done_share) == (6, 4, 4 / 6)
    assert (second.effort_count, second.done_share) == (6, 0.0)
    assert on(date(2026, 3, 30)).due_share == 0.0


def test_what_is_not_funded_counts_in_nothing_and_is_told_once_it_was_begun() -> None:
    plan = a_plan(PLANNING, a_step("releasing", 1, 2, 0, effort_count=9))
    begun = entry("releasing", 2, status=ActionStatus.DONE, evidence="Seen")
    levels = {"planning": 1, "releasing": 1}
    untouched = run_of(given(standing(levels, roadmap=SETTINGS), plan=plan), date(2026, 2, 1))
    run = run_of(given(standing(levels, roadmap=SETTINGS, running=(begun,)), plan=plan), date(2026, 2, 1))
    assert (untouched.beside, [one.key for one in run.beside]) == ((), [("releasing", 2)])
    assert run.done_share == 0.0


def test_the_plan_is_held_against_the_answers_of_the_day() -> None:
    run = on(date(2026, 4, 1), done("planning", 2))
    assert (step(run, "planning", 2).level_now, step(run, "planning", 2).is_reached) == (1, False)
    reached = run_of(
        given(standing({"planning": 2, "building": 1}, roadmap=SETTINGS, running=(done("planning", 2),)), plan=PLAN),
        date(2026, 4, 1),
    )
    assert step(reached, "planning", 2).is_reached


def test_what_the_plan_wanted_at_target_counts_the_waves_that_are_over() -> None:
    """The plan by hand has as many at target after a wave as its number."""
    days = (date(2026, 3, 31), date(2026, 4, 1), date(2026, 7, 1))
    assert [on(day).planned_at_target_count for day in days] == [0, 1, 2]


@pytest.mark.parametrize(
    ("day", "wave"), [(date(2025, 1, 1), 1), (date(2026, 3, 31), 1), (date(2026, 4, 1), 2), (date(2027, 1, 1), 1)]
)
def test_the_wave_of_the_day_else_the_first_that_is_not_done(day: date, wave: int) -> None:
    assert on(day).current_wave == wave


def test_a_plan_that_is_done_has_no_wave_before_it() -> None:
    everything = (done("planning", 2), done("building", 2), done("building", 3))
    assert on(date(2027, 1, 1), *everything).current_wave is None
    assert on(date(2027, 1, 1), *everything).done_share == 1.0


# --- which plan -------------------------------------------------------------------------------------------------------


def saved(**changes: Any) -> SavedPlan:
    values: dict[str, Any] = {
        "id": "plan-a",
        "name": "The board's",
        "saved_at": datetime(2026, 1, 1, tzinfo=UTC),
        "revision": 7,
        "state_hash": "0" * 64,
        "settings": SETTINGS.model_copy(update={"start": date(2026, 7, 1)}),
        "steps": (
            SavedStep(process_id="building", from_level=1, to_level=3, wave=2, effort_count=5, value=2.0),
            SavedStep(process_id="planning", from_level=1, to_level=2, wave=1, effort_count=4, value=8.0),
            SavedStep(process_id="releasing", from_level=1, to_level=2, wave=0, effort_count=4, value=8.0),
        ),
        "at_target_counts": (0, 1, 3),
        "process_count": 3,
        "is_chosen": True,
        **changes,
    }
    return SavedPlan(**values)


def test_the_plan_that_was_chosen_is_run_with_its_own_steps_days_and_waves() -> None:
    run = on(date(2026, 10, 1), plans=(saved(),))
    assert run.plan_name == "The board's"
    assert [(one.key, one.planned.wave, one.planned.effort_count) for one in run.steps] == [
        (("planning", 2), 1, 4),
        (("building", 3), 2, 5),
    ]
    assert run.waves[1].dates.first == date(2026, 10, 1)
    assert run.planned_at_target_count == 1
    assert [one.id for one in step(run, "planning", 2).actions] == [BEFORE, FIRST]


@pytest.mark.parametrize("counts", [(), (0, 1)])
def test_a_plan_from_elsewhere_that_does_not_say_who_is_at_target_when_wants_nothing(counts: tuple[int, ...]) -> None:
    assert on(date(2026, 10, 1), plans=(saved(at_target_counts=counts),)).planned_at_target_count is None


def test_a_plan_that_is_only_saved_is_not_run() -> None:
    run = on(date(2026, 2, 1), plans=(saved(is_chosen=False),))
    assert (run.plan_name, len(run.steps)) == (None, 3)


def test_a_process_out_of_scope_is_in_no_plan_that_is_run() -> None:
    run = on(date(2026, 10, 1), plans=(saved(),), scope=("building",))
    assert [one.key for one in run.steps] == [("building", 3)]


def test_what_was_entered_of_a_step_that_the_plan_does_not_have_is_kept_apart() -> None:
    stray = entry("planning", 5, owner="Ada")
    run = on(date(2026, 2, 1), stray, entry("planning", 2, owner="Ben"))
    assert run.strays == (stray,)


# --- entries ----------------------------------------------------------------------------------------------------------


def test_an_entry_that_names_its_step_alone_says_nothing() -> None:
    assert says_nothing(entry("planning", 2))
    assert not says_nothing(entry("planning", 2, note="Half way"))


def test_a_step_that_is_done_needs_a_word_on_what_was_seen() -> None:
    assert is_closed_unseen(entry("planning", 2, status=ActionStatus.DONE))
    assert not is_closed_unseen(entry("planning", 2, status=ActionStatus.DONE, evidence="Seen"))
    assert not is_closed_unseen(entry("planning", 2, status=ActionStatus.STARTED))
