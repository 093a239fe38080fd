"""Which two can be set side by side, whose people are the same, and several in a row."""

from __future__ import annotations

from datetime import date

import pytest

from assessment.domain.answered.assessment import AssessmentHeader
from assessment.domain.authored.framework import Depth
from assessment.domain.comparing.comparison import compare, trend
from assessment.domain.comparing.pairing import are_copies, obstacle
from assessment.domain.comparing.results import Obstacle, ObstacleKind
from assessment.domain.computed import Computed
from assessment.domain.refusal import MethodRefusal
from tests.builders import an_assessment, rated_process, respondents, tiny_framework
from tests.computing import computed

FRAMEWORK = tiny_framework(process_count=2)
BEFORE = an_assessment(FRAMEWORK).header


def other(version: str = "1.0.0", framework_id: str = "tiny", **changes: object) -> AssessmentHeader:
    pin = BEFORE.framework.model_copy(update={"version": version, "id": framework_id})
    return BEFORE.model_copy(update={"id": "later", "framework": pin, **changes})


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (other(), None),
        (other(version="1.4.2"), None),
        (other(unit="Desk", assessed_on=date(2020, 1, 1)), None),
        (other(carry_percent=85.0), None),
        (BEFORE, (ObstacleKind.ITSELF, "test-assessment", "test-assessment")),
        (other(organisation="Third Ltd"), (ObstacleKind.ORGANISATION, "Invented Ltd", "Third Ltd")),
        (other(framework_id="other"), (ObstacleKind.FRAMEWORK, "tiny", "other")),
        (other(version="10.0.0"), (ObstacleKind.MAJOR_VERSION, "1.0.0", "10.0.0")),
        (other(depth=Depth.QUICK), (ObstacleKind.DEPTH, "full", "quick")),
    ],
)
def test_what_cannot_be_set_side_by_side_says_why(
    after: AssessmentHeader, found: tuple[ObstacleKind, str, str] | None
) -> None:
    wanted = None if found is None else Obstacle(kind=found[0], before=found[1], after=found[2])
    assert obstacle(BEFORE, after) == wanted


def test_between_units_another_bound_is_an_obstacle() -> None:
    found = obstacle(BEFORE, other(carry_percent=85.0), is_across_units=True)
    assert found == Obstacle(kind=ObstacleKind.BOUND, before="67.5", after="85")
    assert obstacle(BEFORE, other(unit="Desk"), is_across_units=True) is None


def test_numbers_that_mean_other_things_are_refused_and_another_organisation_is_for_the_caller() -> None:
    def side(**changes: object) -> Computed:
        return computed(FRAMEWORK, an_assessment(FRAMEWORK, **changes))

    with pytest.raises(MethodRefusal, match="depth"):
        compare(side(), side(id="later", depth=Depth.QUICK))
    assert compare(side(), side(id="later", organisation="Renamed Ltd")).after.organisation == "Renamed Ltd"


@pytest.mark.parametrize(
    ("before", "after", "are"),
    [
        (None, "test-assessment", True),
        ("later", None, True),
        ("both", "both", True),
        (None, None, False),
        ("one", "two", False),
        (None, "elsewhere", False),
    ],
)
def test_people_are_the_same_where_one_is_a_copy_of_the_other(before: str | None, after: str | None, are: bool) -> None:
    first = BEFORE.model_copy(update={"copied_from": before})
    assert are_copies(first, other(copied_from=after)) is are


def a_year(year: int, code: int, **changes: object) -> Computed:
    own = {"id": f"y{year}", "assessed_on": date(year, 3, 1), "depth": Depth.QUICK, "respondents": respondents(1)}
    depth = changes.get("depth", Depth.QUICK)
    ratings = rated_process(FRAMEWORK, "planning", code, depth=depth)  # type: ignore[arg-type]
    return computed(FRAMEWORK, an_assessment(FRAMEWORK, **{**own, "ratings": ratings, **changes}))


def test_a_trend_has_a_point_of_each_process_for_each_year() -> None:
    found = trend([a_year(2022, 2), a_year(2023, 3, scope=("planning",)), a_year(2024, 4, default_target_level=4)])
    assert [one.assessed_on.year for one in found.sides] == [2022, 2023, 2024]
    planning, building = found.processes
    assert [(one.level, one.target) for one in planning.points] == [(0, 3), (1, 3), (5, 4)]
    assert [one.shown_score for one in planning.points] == [0.8, 1.8, 5.0]
    assert [one.status is None for one in building.points] == [False, True, False]
    assert [(one.level, one.score, one.target) for one in building.points] == [(None, None, None)] * 3


def test_a_trend_leaves_out_what_means_other_things_and_names_it() -> None:
    found = trend([a_year(2022, 2, depth=Depth.FULL), a_year(2023, 3), a_year(2024, 4)])
    assert [one.assessment_id for one in found.sides] == ["y2023", "y2024"]
    (left,) = found.left_out
    assert (left.side.assessment_id, left.obstacle.kind) == ("y2022", ObstacleKind.DEPTH)
    with pytest.raises(ValueError, match="one assessment at least"):
        trend([])
