"""The page a board reads: the answer, one chart, the first five, what it takes, what to decide, how sure it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assessment.domain.answered.assessment import Opinion
from assessment.domain.answered.organisation import Owner
from assessment.domain.answered.roadmap_settings import Pin
from assessment.domain.answered.texts import OwnText
from assessment.domain.planning.results import PinCost, Roadmap
from assessment.domain.rating.warnings import MethodWarning, WarningKind
from assessment.views.executive import CHART_LIMIT, ExecutiveView, executive_view
from assessment.views.model import Table
from assessment.views.wording import executive as words
from assessment.views.wording.numbers import score_text
from tests.builders import an_assessment, answered, tiny_framework
from tests.computing import EVERYBODY, computed, mixed, nothing_answered, the_sample
from tests.views.plans import Given, a_plan, a_step, given

FRAMEWORK = tiny_framework(process_count=5)


def planned(plan: Roadmap, **changes: Any) -> Given:
    return given(mixed(**changes).assessment, FRAMEWORK, plan)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def shown(table: Table, *columns: str) -> dict[str, tuple[str, ...]]:
    return {row.id: tuple(plain(table.cell(row.id, column).text) for column in columns) for row in table.rows}


@pytest.fixture(scope="module")
def sample() -> ExecutiveView:
    return executive_view(the_sample().told)


def spent_plan() -> Roadmap:
    """Wave 1 takes 5 points, wave 2 takes 4, wave 3 nothing; 1 point is not funded."""
    return a_plan(
        a_step("planning", 2, 3, 1, person_day_count=15.0, cost=6000.0),
        a_step("building", 1, 2, 1, effort_count=2, person_day_count=10.0, cost=4000.0),
        a_step("building", 2, 4, 2, effort_count=4, person_day_count=20.0, cost=8000.0),
        a_step("process-5", 1, 2, 0, effort_count=1, person_day_count=5.0, cost=2000.0),
        wave_count=3,
    )


def without(plan: Roadmap, *names: str) -> Roadmap:
    """The same plan, its steps without person-days or cost."""
    left_out: dict[str, Any] = dict.fromkeys(names)
    waves = tuple(replace(wave, steps=tuple(replace(step, **left_out) for step in wave.steps)) for wave in plan.waves)
    return replace(plan, waves=waves, not_funded=tuple(replace(step, **left_out) for step in plan.not_funded))


@pytest.mark.parametrize(
    ("left_out", "takes"),
    [
        ((), "EUR 18,000"),
        (("cost",), "45 person-days"),
        (("cost", "person_day_count"), "9 points of effort"),
    ],
)
def test_the_answer_is_how_many_are_there_what_it_takes_and_how_many_it_brings(
    left_out: tuple[str, ...], takes: str
) -> None:
    view = executive_view(planned(without(spent_plan(), *left_out)))
    # of a plan made by hand, n processes are at target after wave n; the last wave with a step ends with month 6
    said = f"1 of 3 processes is where it should be. {takes} over two quarters brings 3 there."
    assert plain(view.finding) == said


def test_a_plan_that_brings_nobody_to_the_target_says_what_it_raises() -> None:
    view = executive_view(planned(a_plan(a_step("building", 1, 2, 1), wave_count=1)))
    assert plain(view.finding).endswith(
        "3 points of effort over one quarter raises 1 process; none more is there by then."
    )


def test_without_a_step_or_without_room_the_answer_says_so() -> None:
    nothing = executive_view(planned(a_plan(), scope=("process-5",)))
    assert nothing.finding == "The one process with a level is where it should be. No step is needed."
    assert not nothing.table("executive-waves").rows
    no_room = executive_view(planned(a_plan(a_step("planning", 2, 3, 0), a_step("building", 1, 2, 0))))
    assert no_room.finding == "1 of 3 processes is where it should be. None of the 2 steps is funded."
    assert no_room.decisions[0] == "Give the waves capacity: of 2 steps none is funded."


def test_months_are_quarters_where_they_are_whole_ones() -> None:
    said = [plain(words.span(count)) for count in (1, 3, 4, 12, 36, 40)]
    assert said == ["one month", "one quarter", "four months", "four quarters", "twelve quarters", "40 months"]


def test_the_chart_has_now_after_and_target_of_every_process_with_a_level_the_largest_gap_first(
    sample: ExecutiveView,
) -> None:
    result, plan = the_sample().told.result, the_sample().told.roadmap
    moving = {step.process_id for wave in plan.waves for step in wave.steps}
    chart = sample.table("chart")
    gaps = [result.process(row.id).target.level_gap or 0 for row in chart.rows]
    assert gaps == sorted(gaps, reverse=True)
    assert {row.id for row in chart.rows} == {process.process_id for process in result.processes if process.is_assessed}
    for row in chart.rows:
        process = result.process(row.id)
        after = plan.waves[-1].scores_after[row.id] if row.id in moving else None
        track = chart.cell(row.id, "track").track
        assert track is not None
        assert chart.cell(row.id, "now").value == process.level.score
        assert chart.cell(row.id, "after").value == after
        assert chart.cell(row.id, "target").value == process.target.target_level
        assert track.dot == pytest.approx(20 * (process.level.score or 0))
        assert track.ring == (None if after is None else pytest.approx(20 * after))
        assert track.diamond == 20 * process.target.target_level
        assert track.is_dashed is process.basis.is_provisional
        assert score_text(process.level.score) in chart.cell(row.id, "track").spoken


def test_a_long_list_shows_the_largest_gaps_and_counts_the_others() -> None:
    framework = tiny_framework(process_count=CHART_LIMIT + 4)
    view = executive_view(computed(framework, answered(framework, an_assessment(framework), gap_share=0)))
    assert len(view.table("chart").rows) == CHART_LIMIT
    assert view.table("chart").notes == ("4 more have smaller gaps.",)
    assert words.more_rows(1) == "1 more has a smaller gap."


def test_processes_without_a_level_are_named_under_the_chart_and_counted_beside() -> None:
    view = executive_view(planned(a_plan()))
    assert view.table("chart").notes == ("1 of 5 not assessed: Releasing.", "1 of 5 not applicable: Process 4.")
    assert view.sureness[-1] == (
        "Provisional, so not among the first: Process 5. 2 processes have no level, see the chart."
    )


def test_the_first_five_are_the_first_by_rank_with_the_business_sentence_and_two_facts(sample: ExecutiveView) -> None:
    told = the_sample().told
    table = sample.table("first-five")
    off = {process.process_id for process in told.result.processes if process.basis.is_provisional}
    by_rank = sorted(told.result.priorities, key=lambda entry: entry.rank)
    expected = [entry for entry in by_rank if entry.need_share > 0 and entry.process_id not in off][:5]
    assert [row.id for row in table.rows] == [entry.process_id for entry in expected]
    for entry in expected:
        process = told.result.process(entry.process_id)
        cells = shown(table, "rank", "level", "business")[entry.process_id]
        level = f"{process.level.level} to {process.target.target_level}"
        assert cells == (str(entry.rank), level, told.framework.process_by_id[entry.process_id].why)
    facts = shown(table, "facts")
    assert facts["change-management"] == (
        "On paper only. Leadership rates process control 60 points higher than the teams.",
    )
    assert facts["problem-management"] == ("No owner.",)


def test_an_owner_takes_the_fact_away() -> None:
    before = executive_view(planned(a_plan()))
    after = executive_view(planned(a_plan(), owners=(Owner(process_id="building", name="Olga"),)))
    assert shown(before.table("first-five"), "facts")["building"][0].startswith("No owner.")
    assert "No owner." not in shown(after.table("first-five"), "facts")["building"][0]


def test_no_provisional_process_is_among_the_first() -> None:
    hurts = tuple(
        Opinion(respondent_id=person, process_id=process_id, pain=pain, importance=pain)
        for person in EVERYBODY
        for process_id, pain in (("planning", 1), ("process-5", 5))
    )
    whole = planned(a_plan(), targets=(), opinions=hurts)
    assert min(whole.result.priorities, key=lambda entry: entry.rank).process_id == "process-5"
    assert "process-5" not in [row.id for row in executive_view(whole).table("first-five").rows]
    assert "process-5" in [row.id for row in executive_view(whole).table("chart").rows]


def test_each_wave_says_when_what_it_takes_what_moves_and_where_that_leads() -> None:
    table = executive_view(planned(spent_plan())).table("executive-waves")
    columns = ("wave", "time", "points", "days", "cost", "moves", "at-target")
    assert shown(table, *columns) == {
        "wave-1": ("Wave 1", "months 1 to 3", "5", "25", "EUR 10,000", "Planning and Building", "1 of 3"),
        "wave-2": ("Wave 2", "months 4 to 6", "4", "20", "EUR 8,000", "Building", "2 of 3"),
        "total": ("Total", "", "9", "45", "EUR 18,000", "2 processes", "3 of 3"),
        "not-funded": ("Not funded", "", "1", "5", "EUR 2,000", "Process 5", "\u2013"),
    }
    assert [cell.value for cell in table.column("cost")] == [10_000, 8_000, 18_000, 2_000]
    assert [cell.value for cell in table.column("days")] == [25, 20, 45, 5]
    assert [cell.value for cell in table.column("at-target")] == [1, 2, 3, None]


def test_a_plan_without_money_has_no_column_for_it() -> None:
    table = executive_view(planned(without(spent_plan(), "cost", "person_day_count"))).table("executive-waves")
    assert [column.id for column in table.columns] == ["wave", "time", "points", "moves", "at-target"]


def test_of_many_that_move_three_are_named_and_the_others_counted(sample: ExecutiveView) -> None:
    moves = shown(sample.table("executive-waves"), "moves")["wave-1"][0]
    assert moves == "Problem Management, Business Assessment, Configuration Management and 2 more"
    dated = words.wave_time(1, 3, date(2027, 1, 1), date(2027, 3, 31))
    assert shown(sample.table("executive-waves"), "time")["wave-1"][0] == plain(dated) == "Jan 2027 to Mar 2027"


def decided() -> Given:
    """A plan with a pin that costs 12.5 points and a target that blocks another."""
    pin = Pin(process_id="building", to_level=2, wave=1)
    plan = replace(
        spent_plan(),
        pin_costs=(PinCost(pin=pin, objective_with=30.0, objective_without=42.5),),
        warnings=(
            MethodWarning(
                kind=WarningKind.RAISE_SUPPLIER_TARGET,
                process_id="planning",
                level=4,
                other_process_id="building",
                other_level=5,
            ),
        ),
    )
    return planned(plan)


def test_five_decisions_are_proposed_from_the_facts() -> None:
    assert tuple(plain(one) for one in executive_view(decided()).decisions) == (
        "Fund wave 1 (months 1 to 3): 5 points, 25 person-days and EUR 10,000.",
        "Name the owners of Planning and Building: they move and nobody answers for them.",
        "Confirm or lift what was set by hand: Building, level 1 to 2, in wave 1. It costs the plan 12.5 points.",
        "Raise the target of Planning to level 4, or lower that of Building, which leans on it to reach level 5.",
        "Have a second person verify the answers on Building and Planning: the order rests on them.",
    )


def test_what_the_facilitator_wrote_takes_the_place_of_the_proposals() -> None:
    own = OwnText(place_id="decisions", text="- Fund it.\n\n2. Name Olga.\nThird\nFourth\nFifth\nSixth")
    view = executive_view(planned(spent_plan(), texts=(own,)))
    assert view.decisions == ("Fund it.", "Name Olga.", "Third", "Fourth", "Fifth")


def test_how_sure_it_is_takes_five_lines(sample: ExecutiveView) -> None:
    told = the_sample().told
    stricter = [
        process
        for process in told.result.processes
        if process.is_assessed and (process.bound_33020_level or 0) < (process.level.level or 0)
    ]
    shares = [entry.top_three_share for entry in told.firmness.processes[:4]]
    assert len(sample.sureness) == 5
    assert sample.sureness[0].startswith("14 people answered; 96 % of the questions have a value; 6 of 341 values")
    assert sample.sureness[1].startswith("People should talk first about Service Level Management, ")
    assert [f"{int(100 * share + 1e-9)} %" in plain(sample.sureness[2]) for share in shares] == [True] * 4
    assert f"{len(stricter)} of 17 stand lower." in sample.sureness[3]
    assert sample.sureness[4] == "Provisional, so not among the first: Business Assessment."
    assert sample.notes == (*sample.decisions, *sample.sureness)


def test_nothing_answered_has_the_page_say_what_to_do() -> None:
    view = executive_view(given(nothing_answered().assessment, tiny_framework(), a_plan()))
    assert view.finding == view.empty == "No process has a level yet. Collect answers in the Questionnaire."
    assert not any(table.rows for table in view.tables)
    assert view.decisions == ()
    assert view.sureness == (
        "0 people answered; 0 % of the questions have a value; 0 of 0 values verified by a second person.",
    )
    assert view.table("chart").notes == ("3 of 3 not assessed: Planning, Building and Releasing.",)
