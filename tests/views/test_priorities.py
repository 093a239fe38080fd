"""The priorities say what stands behind each place, and only what the numbers say."""

from __future__ import annotations

from typing import Any

import pytest

from assessment.domain.answered.assessment import CriticalService, Opinion, Target
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.authored.framework import Framework
from assessment.domain.computed import Computed
from assessment.views.model import Mark
from assessment.views.priorities import PrioritiesView, priorities_view, reason_text, wanting
from tests.builders import fields_of
from tests.views.plans import FRAMEWORK, HARD_SPACE, given, standing, the_sample

ONE = {"planning": 1, "building": 1, "releasing": 1}


def said(pains: dict[str, int | None], importances: dict[str, int | None]) -> tuple[Opinion, ...]:
    """What r1 said of pain and importance."""
    return tuple(
        Opinion(
            respondent_id="r1",
            process_id=process_id,
            pain=pains.get(process_id),
            importance=importances.get(process_id),
        )
        for process_id in ("building", "planning", "releasing")
        if pains.get(process_id) is not None or importances.get(process_id) is not None
    )


def computed_of(levels: dict[str, int] | None = None, **changes: Any) -> Computed:
    return given(standing(levels or ONE, **changes))


def view_of(levels: dict[str, int] | None = None, **changes: Any) -> PrioritiesView:
    return priorities_view(computed_of(levels, **changes))


def why(computed: Computed, process_id: str) -> str:
    return next(reason_text(computed, entry) for entry in wanting(computed) if entry.process_id == process_id)


EVERYTHING = said({"planning": 5, "building": 2, "releasing": 1}, {"planning": 1, "building": 4, "releasing": 3})


def test_rows_stand_by_rank_with_priority_and_its_parts_worked_out_anew() -> None:
    computed = computed_of(opinions=EVERYTHING, roadmap=RoadmapSettings(pain_weight=2, importance_weight=1))
    table = priorities_view(computed).table("priorities")
    priorities = [float(cell.value or 0) for cell in table.column("priority")]
    assert priorities == sorted(priorities, reverse=True)
    assert [cell.text for cell in table.column("rank")] == ["1", "2", "3"]
    for row in table.rows:
        pain = {"planning": 5, "building": 2, "releasing": 1}[row.id]
        importance = {"planning": 1, "building": 4, "releasing": 3}[row.id]
        assert (table.cell(row.id, "pain").value, table.cell(row.id, "pain").text) == (pain, str(pain))
        assert (table.cell(row.id, "importance").value, table.cell(row.id, "importance").text) == (
            importance,
            str(importance),
        )
        score = computed.result.process(row.id).level.score
        need = (3 - (score or 0)) / 5
        leverage = table.cell(row.id, "leverage").value
        assert isinstance(leverage, float)
        impact = (2 * pain / 5 + 1 * importance / 5 + 0.3 * leverage) / 3.3
        assert table.cell(row.id, "need").value == pytest.approx(need)
        assert table.cell(row.id, "priority").value == pytest.approx(100 * need * impact)
        assert table.cell(row.id, "priority").text == f"{100 * need * impact:.1f}"
        bar = table.cell(row.id, "bar").track
        assert bar is not None
        assert bar.fill == pytest.approx(100 * (100 * need * impact) / max(priorities))


def test_the_first_three_are_named_in_their_order() -> None:
    assert view_of(opinions=EVERYTHING).finding == "Planning, Building and Releasing come first."
    two = view_of({"planning": 3, "building": 1, "releasing": 3}, opinions=EVERYTHING)
    assert two.finding == "Building comes first."


def test_a_process_without_need_has_no_row_and_is_named() -> None:
    view = view_of({"planning": 3, "building": 1, "releasing": 3}, opinions=EVERYTHING)
    assert [row.id for row in view.table("priorities").rows] == ["building"]
    assert "At or above target, so without a priority: Planning and Releasing." in view.remarks


def test_a_process_that_nobody_rated_is_named_apart_and_has_no_rank() -> None:
    view = view_of({"planning": 1, "building": 1}, opinions=EVERYTHING)
    assert {row.id for row in view.table("priorities").rows} == {"planning", "building"}
    assert any("not assessed" in note.lower() and "Releasing" in note for note in view.notes)


def test_what_was_assumed_and_proposed_carries_a_sign_and_the_legend_says_it() -> None:
    opinions = said({"planning": 5, "building": 3}, {"planning": 4})
    services = (CriticalService(id="shop", name="Shop", importance=5, process_ids=("building",)),)
    table = view_of(opinions=opinions, critical_services=services).table("priorities")
    assert {row.id: table.cell(row.id, "pain").text for row in table.rows} == {
        "planning": "5",
        "building": "3",
        "releasing": "3**",
    }
    assert {row.id: table.cell(row.id, "importance").text for row in table.rows} == {
        "planning": "4",
        "building": "5*",
        "releasing": "4**",
    }
    assert {entry.sign: entry.text for entry in table.legend if entry.sign} == {
        "*": "proposed by the critical services that lean on the process",
        "**": "assumed: the lower median of the other processes, because nobody said",
    }


def test_the_pain_of_the_scenario_carries_a_sign_and_is_said_to_be_its() -> None:
    view = view_of(opinions=said({"planning": 1}, {}), scenario_id="late-releases", takes_scenario_pain=True)
    table = view.table("priorities")
    assert table.cell("planning", "pain").text == "1"
    assert table.cell("building", "pain").text == "4***"
    assert "how much it hurts, as the scenario has it" in table.cell("building", "why").text
    assert [entry.text for entry in table.legend if entry.sign == "***"] == [
        "as the scenario has it, because nobody said"
    ]


def test_without_anything_assumed_there_is_no_legend() -> None:
    assert view_of(opinions=EVERYTHING).table("priorities").legend == ()


def test_a_process_of_which_nobody_said_anything_is_provisional_and_dashed() -> None:
    view = view_of(opinions=said({"planning": 5, "building": 3}, {}))
    table = view.table("priorities")
    dashed = [row.id for row in table.rows if Mark.DASHED in table.cell(row.id, "priority").marks]
    assert dashed == ["releasing"]
    assert [row.id for row in table.rows if table.cell(row.id, "process").note == "provisional"] == ["releasing"]
    bars = {row.id: table.cell(row.id, "bar").track for row in table.rows}
    assert [process_id for process_id, bar in bars.items() if bar is not None and bar.is_dashed] == ["releasing"]
    assert any(Mark.DASHED in entry.marks for entry in table.legend)
    assert any("Releasing" in warning for warning in view.warnings)
    assert view.notes[: len(view.warnings)] == view.warnings


def test_a_criterion_that_no_process_has_is_a_dash_and_said_to_have_no_weight() -> None:
    view = view_of()
    assert {cell.text for cell in view.table("priorities").column("pain")} == {"–"}
    assert "Nobody said how much any process hurts, so pain has no weight." in view.remarks
    assert "Nobody said how much any process matters, so importance has no weight." in view.remarks
    known = view_of(opinions=EVERYTHING)
    assert not [remark for remark in known.remarks if remark.startswith("Nobody said")]


def test_the_reason_names_what_adds_most_to_the_impact() -> None:
    computed = computed_of(opinions=EVERYTHING)
    business = computed.framework.process_by_id["planning"].why
    assert why(computed, "planning") == f"{business} It rests most on how much it hurts, as people say."
    assert "It rests most on how much it matters, as people say." in why(computed, "building")


def test_each_row_says_from_which_level_to_which_target() -> None:
    targets = (Target(process_id="building", level=2),)
    table = view_of({"planning": 0, "building": 1, "releasing": 1}, targets=targets).table("priorities")
    moves = {row.id: (table.cell(row.id, "level").text, table.cell(row.id, "level").value) for row in table.rows}
    assert {name: (text.replace(HARD_SPACE, " "), value) for name, (text, value) in moves.items()} == {
        "planning": ("0 to 3", 3),
        "building": ("1 to 2", 2),
        "releasing": ("1 to 3", 3),
    }


def test_what_counts_most_follows_the_weights() -> None:
    leverage_only = RoadmapSettings(pain_weight=0, importance_weight=0, leverage_weight=1)
    computed = computed_of(opinions=EVERYTHING, roadmap=leverage_only)
    assert "It rests most on what waits for it in other processes." in why(computed, "planning")


def test_criteria_that_add_alike_are_named_together() -> None:
    even = RoadmapSettings(pain_weight=1, importance_weight=1, leverage_weight=0)
    computed = computed_of(opinions=said({"planning": 4}, {"planning": 4}), roadmap=even)
    alike = "how much it hurts, as people say, and as much on how much it matters, as people say."
    assert alike in why(computed, "planning")


def test_an_assumed_and_a_proposed_criterion_is_called_so() -> None:
    pain_only = RoadmapSettings(pain_weight=1, importance_weight=0, leverage_weight=0)
    computed = computed_of(opinions=said({"planning": 4}, {}), roadmap=pain_only)
    assert "how much it hurts, assumed from the others" in why(computed, "building")
    importance_only = RoadmapSettings(pain_weight=0, importance_weight=1, leverage_weight=0)
    services = (CriticalService(id="shop", name="Shop", importance=5, process_ids=("building",)),)
    computed = computed_of(critical_services=services, roadmap=importance_only)
    assert "how much it matters, as critical services have it" in why(computed, "building")
    assert "how much it matters, assumed from the others" in why(computed, "planning")


def test_without_a_weight_need_alone_decides_and_that_is_said() -> None:
    none = RoadmapSettings(pain_weight=0, importance_weight=0, leverage_weight=0)
    view = view_of(opinions=EVERYTHING, roadmap=none)
    assert "No weight counts: its need alone decides." in view.table("priorities").cell("planning", "why").text
    assert view.warnings


def test_where_everything_that_counts_is_0_the_reason_says_so() -> None:
    pain_only = RoadmapSettings(pain_weight=1, importance_weight=0, leverage_weight=0)
    computed = computed_of(opinions=said({"planning": 0, "building": 0, "releasing": 0}, {}), roadmap=pain_only)
    assert "Nothing that has a weight is above 0 for it." in why(computed, "planning")


def test_what_blocks_a_process_is_named_with_the_level_it_waits_for() -> None:
    levels = {"planning": 0, "building": 1, "releasing": 1}
    targets = (Target(process_id="building", level=3, rationale="Needed."),)
    computed = computed_of(levels, opinions=EVERYTHING, targets=targets)
    assert why(computed, "building").endswith("Blocked until Planning reaches level 2.")
    assert "Blocked" not in why(computed, "planning")


def test_the_weights_in_force_are_printed() -> None:
    weights = RoadmapSettings(pain_weight=0.55, importance_weight=0.25, leverage_weight=0.2)
    assert (
        "Weights: pain 0.55, importance 0.25, leverage 0.20." in view_of(opinions=EVERYTHING, roadmap=weights).remarks
    )


def test_each_row_says_what_the_process_means_to_the_business_and_repeats_no_number_of_its_row() -> None:
    table = priorities_view(the_sample()).table("priorities")
    for row in table.rows:
        said = table.cell(row.id, "why").text
        business = the_sample().framework.process_by_id[row.id].why
        assert said.startswith(f"{business} It rests most on ")
        assert " of 5" not in said
        assert table.cell(row.id, "leverage").text not in said


@pytest.mark.parametrize(("floor", "told"), [(3, "as 3 people say"), (4, "as people say")])
def test_how_many_people_said_so_is_told_from_the_anonymity_floor_up(floor: int, told: str) -> None:
    voices = tuple(Opinion(respondent_id=one, process_id="planning", pain=4) for one in ("r1", "r2", "r3"))
    pain_only = RoadmapSettings(pain_weight=1, importance_weight=0, leverage_weight=0)
    computed = computed_of(opinions=voices, roadmap=pain_only, anonymity_floor=floor)
    assert f"how much it hurts, {told}." in why(computed, "planning")


def test_nothing_below_target_says_what_to_do() -> None:
    view = view_of({"planning": 3, "building": 3, "releasing": 3})
    assert view.empty == "No process is below its target. Raise a target in Set-up to plan further."
    assert view.finding == "No process is below its target, so none comes first."


def test_nothing_assessed_asks_for_answers() -> None:
    assert "Collect answers" in view_of({"planning": 1}, scope=("building",), ratings=()).empty


def test_every_number_of_the_sample_is_the_results() -> None:
    computed = the_sample()
    table = priorities_view(computed).table("priorities")
    wanted = sorted((own for own in computed.result.priorities if own.need_share > 0), key=lambda own: own.rank)
    assert [row.id for row in table.rows] == [entry.process_id for entry in wanted]
    for entry in wanted:
        shown = [
            table.cell(entry.process_id, name).value for name in ("rank", "priority", "need", "pain", "importance")
        ]
        assert shown == [entry.rank, entry.priority, entry.need_share, entry.pain, entry.importance]
        assert table.cell(entry.process_id, "leverage").value == entry.leverage_share


def test_several_that_block_a_process_are_named_together() -> None:
    framework = Framework(
        **{
            **fields_of(FRAMEWORK),
            "linkages": tuple(
                linkage.model_copy(update={"to_process": "releasing", "is_hard": True})
                for linkage in FRAMEWORK.linkages
                if linkage.from_process != "releasing"
            ),
        }
    )
    computed = given(standing({"planning": 0, "building": 0, "releasing": 1}, opinions=EVERYTHING), framework)
    assert why(computed, "releasing").endswith("Blocked until Planning and Building reach level 2.")
