"""Small assessments on which an earlier version contradicted itself: imported, computed and shown as the method says.

tests/data/faults/README.md says what each shows; its numbers are worked out here by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assessment.domain.computed import Computed
from assessment.domain.planning.results import PlanMethod, ReasonKind, StepReason
from assessment.domain.rating.results import (
    GapStatus,
)
from assessment.domain.rating.warnings import MethodWarning, WarningKind
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import open_plumbline
from assessment.settings import Settings
from assessment.views.headline import overview_view
from assessment.views.heatmap import projected_view
from assessment.views.model import Table
from assessment.views.priorities import priorities_view
from assessment.views.process import process_view
from assessment.views.warnings import warning_text
from assessment.views.waves import roadmap_view
from tests.questionnaires.shipped import FOLDER

FAULTS = Path(__file__).parent / "data" / "faults"
PLANNING, BUILDING = "service-planning", "build-and-test"
Import = Callable[[str], Computed]


@pytest.fixture
def imported(tmp_path: Path) -> Iterator[Import]:
    """Imports a file of the folder through the services into an empty database and computes it."""
    settings = Settings(
        database_url=f"sqlite:///{tmp_path / 'plumbline.db'}",
        data_folder=tmp_path,
        questionnaires_folder=FOLDER.parent,
        sample_file=tmp_path / "sample.json",
    )
    plumbline = open_plumbline(settings)

    def import_file(name: str) -> Computed:
        assert plumbline.assessments.count(LOCAL_ACTOR) == 0
        file = FAULTS / f"{name}.json"
        assessment_id = plumbline.exchange.import_json(LOCAL_ACTOR, file.read_bytes(), file.name)
        return plumbline.results.read(LOCAL_ACTOR, assessment_id)

    yield import_file
    plumbline.close()


def plain(text: str) -> str:
    """A text with ordinary spaces and minus signs."""
    return text.replace("\u00a0", " ").replace("\u2212", "-")


def texts(table: Table, *column_ids: str) -> dict[str, tuple[str, ...]]:
    """What stands in some columns of each row."""
    return {row.id: tuple(plain(table.cell(row.id, column).text) for column in column_ids) for row in table.rows}


def test_each_file_of_the_folder_is_tried() -> None:
    assert sorted(file.stem for file in FAULTS.glob("*.json")) == [
        "f1-step-lands-higher",
        "f2-zero-weights-left",
        "f5-impossible-target",
    ]


def test_a_step_that_lands_on_3_is_one_step_to_3_and_waits_for_its_supplier_at_2(imported: Import) -> None:
    computed = imported("f1-step-lands-higher")
    plan = computed.roadmap
    building = [step for step in plan.steps if step.process_id == BUILDING]
    (step,) = building
    # delivery M and definition M are 4, of which (3 - 1.857) / 2 is to go: 2.3; service planning takes L and M, 5
    assert (step.from_level, step.to_level, step.wave, step.effort_count) == (1, 3, 2, 3)
    assert step.reason == StepReason(kind=ReasonKind.WITH_SUPPLIER, process_id=PLANNING, level=2, wave=2)
    assert [(step.to_level, step.wave) for step in plan.steps if step.process_id == PLANNING] == [
        (1, 1),
        (2, 2),
        (3, 3),
    ]
    assert [(wave.levels_after[PLANNING], wave.levels_after[BUILDING]) for wave in plan.waves] == [
        (1, 1),
        (2, 3),
        (3, 3),
        (3, 3),
    ]
    assert [wave.at_target_count for wave in plan.waves] == [0, 1, 2, 2]
    assert (plan.method, plan.warnings) == (PlanMethod.PROVEN, ())


def test_the_roadmap_shows_that_step_once_and_says_whom_it_waits_for(imported: Import) -> None:
    computed = imported("f1-step-lands-higher")
    view = roadmap_view(computed)
    waves = [f"wave-{number}" for number in range(1, 5)]
    assert texts(view.table("waves"), *waves) == {
        PLANNING: ("0 to 1", "1 to 2", "2 to 3", ""),
        BUILDING: ("", "1 to 3", "", ""),
        "effort": ("3 of 8", "8 of 8", "2 of 8", "0 of 8"),
    }
    steps = view.table("steps")
    assert [row.id for row in steps.rows] == [f"{PLANNING}:1", f"{PLANNING}:2", f"{BUILDING}:3", f"{PLANNING}:3"]
    assert steps.row(f"{BUILDING}:3").group == "Wave 2 (months 4 to 6)"
    assert steps.cell(f"{BUILDING}:3", "why").text.endswith(
        " It shares wave 2 with Service Planning, which lands on level 2 there; it could not be earlier."
    )
    assert view.finding == "After 4 steps in 4 waves, 2 of 2 processes are at target; today it is 0."
    assert view.notes == ("No other plan within these capacities is worth more.",)


def test_no_wave_shows_the_receiver_at_3_before_its_supplier_is_at_2(imported: Import) -> None:
    computed = imported("f1-step-lands-higher")
    shown = [texts(projected_view(computed, number).table("heatmap"), "level") for number in range(5)]
    assert [(levels[PLANNING], levels[BUILDING]) for levels in shown] == [
        (("0",), ("1",)),
        (("1",), ("1",)),
        (("2",), ("3",)),
        (("3",), ("3",)),
        (("3",), ("3",)),
    ]


def test_pain_that_nobody_gave_is_assumed_and_neither_beats_nor_loses_to_what_is_known(imported: Import) -> None:
    first, second = imported("f2-zero-weights-left").result.priorities
    assert [(own.process_id, own.rank) for own in (first, second)] == [(PLANNING, 1), (BUILDING, 2)]
    # both: delivery at 40 % is score .8, need (3 - .8) / 5 = .44, and pain 4 of 5 alone has a weight
    for own in (first, second):
        assert own.need_share == pytest.approx(0.44)
        assert own.impact_share == pytest.approx(0.8)
        assert own.priority == pytest.approx(35.2)
        assert not own.is_provisional
    assert (first.pain, first.pain_is_assumed) == (4, False)
    assert (second.pain, second.pain_is_assumed) == (4, True)


def test_the_order_shows_both_at_35_2_and_which_pain_is_assumed(imported: Import) -> None:
    computed = imported("f2-zero-weights-left")
    view = priorities_view(computed)
    table = view.table("priorities")
    assert list(texts(table, "rank", "need", "pain", "priority").items()) == [
        (PLANNING, ("1", "44 %", "4", "35.2")),
        (BUILDING, ("2", "44 %", "4**", "35.2")),
    ]
    assert table.cell(BUILDING, "why").text.endswith(
        " It rests most on how much it hurts, assumed from the others. Blocked until Service Planning reaches level 2."
    )
    assert any(entry.sign == "**" for entry in table.legend)
    assert view.finding == "Service Planning and Build and Test come first."
    assert view.warnings == ()


def test_the_roadmap_brings_both_to_their_target_the_supplier_first(imported: Import) -> None:
    computed = imported("f2-zero-weights-left")
    assert roadmap_view(computed).warnings == ()
    values = [(step.process_id, step.to_level, round(step.value, 9)) for step in computed.roadmap.steps]
    assert sorted(values) == [
        *((BUILDING, level, value) for level, value in ((1, 3.2), (2, 16.0), (3, 16.0))),
        *((PLANNING, level, value) for level, value in ((1, 3.2), (2, 16.0), (3, 16.0))),
    ]
    waves = {(step.process_id, step.to_level): step.wave for step in computed.roadmap.steps}
    assert [waves[PLANNING, level] for level in (1, 2, 3)] == [1, 2, 3]
    assert [waves[BUILDING, level] for level in (1, 2, 3)] == [1, 3, 4], "5 points of each to level 2, and 8 a wave"


def test_a_target_that_cannot_be_counts_as_the_highest_level_below_it(imported: Import) -> None:
    computed = imported("f5-impossible-target")
    result = computed.result
    process, priority = result.process(PLANNING), result.priorities[0]
    assert (process.target.chosen_level, process.target.target_level) == (3, 2)
    assert (process.level.level, process.level.shown_score) == (2, 2.7)
    assert (process.target.status, process.target.need_share) == (GapStatus.ON, 0.0)
    assert (priority.process_id, priority.priority) == (PLANNING, 0.0)
    assert (result.whole.at_target_count, result.whole.process_count) == (1, 1)
    assert (computed.roadmap.steps, computed.roadmap.method) == ((), PlanMethod.NOTHING)
    assert [wave.at_target_count for wave in computed.roadmap.waves] == [1, 1, 1, 1]


def test_its_warning_names_the_level_chosen_and_the_one_it_counts_as(imported: Import) -> None:
    computed = imported("f5-impossible-target")
    (warning,) = (
        own for own in computed.result.process(PLANNING).warnings if own.kind is WarningKind.TARGET_IMPOSSIBLE
    )
    assert warning == MethodWarning(kind=WarningKind.TARGET_IMPOSSIBLE, process_id=PLANNING, level=3, other_level=2)
    sentence = (
        "Service Planning cannot be at level 3: nothing of that level applies to it. Its target counts as level 2."
    )
    assert warning_text(computed.framework, warning) == sentence
    assert sentence in process_view(computed, PLANNING, with_range=False).flags


def test_every_view_shows_it_on_target(imported: Import) -> None:
    computed = imported("f5-impossible-target")
    overview = overview_view(computed)
    assert overview.finding == "The one process with a level is at its target."
    assert (overview.fact("at-target").text, overview.fact("at-target").value) == ("1 of 1", 1)
    process = process_view(computed, PLANNING, with_range=False)
    assert (process.fact("target").text, process.fact("target").note) == ("Level 2", "on target")
    target = process.target
    assert target.finding == "The target is level 2, managed: it is reached."
    assert target.fact("target").note == "level 3 was chosen, which cannot be: nothing of it applies"
    assert [plain(target.fact(own).text) for own in ("gap", "need")] == ["-0.7", "0 %"]
    roadmap = roadmap_view(computed)
    assert roadmap.finding == "No step is needed: the 1 process with a level is at or above its target."
    assert roadmap.table("steps").rows == ()
    priorities = priorities_view(computed)
    assert (priorities.finding, priorities.table("priorities").rows) == (
        "No process is below its target, so none comes first.",
        (),
    )
