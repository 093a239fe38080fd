"""What a person should look at again; flags never change a score (METHOD.md section 2)."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from assessment.domain.answered.assessment import Rating
from assessment.domain.answered.organisation import Authority, Owner
from assessment.domain.authored.framework import Horizon
from assessment.domain.rating.results import MethodWarning, WarningKind
from assessment.domain.rating.scoring import score_assessment
from tests.builders import NA, an_assessment, rated, tiny_framework
from tests.domain.altered import with_activities
from tests.domain.scored import process_at

FRAMEWORK = tiny_framework(1)
OWNED = (Owner(process_id="planning", name="Ada", authority=Authority.YES),)


def flags_of(values: Mapping[str, int | str]) -> list[MethodWarning]:
    """The flags of an owned process with one answer for each attribute named; everything else has none."""
    process = process_at(FRAMEWORK, "planning", values, owners=OWNED)
    return [warning for warning in process.warnings if "target" not in warning.kind.value]


@pytest.mark.parametrize(("definition", "delivery"), [(3, 0), (3, 2), (5, 1), (4, 2)])
def test_documented_but_hardly_done_is_on_paper_only(definition: int, delivery: int) -> None:
    (flag,) = flags_of({"definition": definition, "delivery": delivery})
    assert (flag.kind, flag.process_id) == (WarningKind.ON_PAPER_ONLY, "planning")
    assert "paper only" in flag.sentence


@pytest.mark.parametrize(("definition", "delivery"), [(2, 2), (3, 3), (5, 4), (NA, 0)])
def test_nothing_is_on_paper_only_when_it_is_done_or_not_documented(definition: int | str, delivery: int) -> None:
    assert flags_of({"definition": definition, "delivery": delivery}) == []


def test_what_was_not_rated_is_not_flagged() -> None:
    assert flags_of({"definition": 5}) == []
    assert flags_of({"delivery": 0}) == []


def improvement_flags(weightless: int, characteristic: int) -> list[MethodWarning]:
    process = process_at(
        FRAMEWORK, "planning", {"quality-control": weightless, "continuous-improvement": characteristic}, owners=OWNED
    )
    return [warning for warning in process.warnings if warning.kind is WarningKind.CHECK_ANSWER]


@pytest.mark.parametrize(("weightless", "characteristic"), [(0, 2), (2, 0), (5, 3), (1, 5)])
def test_an_item_of_weight_0_two_codes_from_its_characteristic_is_to_be_checked(
    weightless: int, characteristic: int
) -> None:
    (flag,) = improvement_flags(weightless, characteristic)
    assert (flag.process_id, flag.item_id) == ("planning", "planning.improve-process")


@pytest.mark.parametrize(("weightless", "characteristic"), [(3, 3), (2, 3), (5, 4), (0, 1)])
def test_one_code_apart_is_fine(weightless: int, characteristic: int) -> None:
    assert improvement_flags(weightless, characteristic) == []


def test_an_item_of_weight_0_about_reports_is_held_against_measurement() -> None:
    framework = with_activities(FRAMEWORK, {"improve-process": {"id": "management-reports"}})

    def to_check(ratings: tuple[Rating, ...]) -> list[str | None]:
        result = score_assessment(framework, an_assessment(framework, ratings=ratings))
        return [w.item_id for w in result.process("planning").warnings if w.kind is WarningKind.CHECK_ANSWER]

    report = rated("planning.management-reports", 4)
    assert to_check((report, rated("planning.measurement", 1))) == ["planning.management-reports"]
    assert to_check((report, rated("planning.measurement", 3))) == []
    assert to_check((report, rated("planning.continuous-improvement", 0))) == []


def test_a_process_without_a_named_owner_is_flagged() -> None:
    for owners in ((), (Owner(process_id="planning", sponsor="Grace"),)):
        kinds = [warning.kind for warning in process_at(FRAMEWORK, "planning", 3, owners=owners).warnings]
        assert WarningKind.NO_OWNER in kinds
    kinds = [warning.kind for warning in process_at(FRAMEWORK, "planning", 3, owners=OWNED).warnings]
    assert WarningKind.NO_OWNER not in kinds


def test_a_flag_changes_no_number() -> None:
    flagged = process_at(FRAMEWORK, "planning", {"definition": 5, "delivery": 1}, owners=())
    same = process_at(FRAMEWORK, "planning", {"definition": 5, "delivery": 1}, owners=OWNED)
    assert (flagged.level, flagged.attributes) == (same.level, same.attributes)


def test_the_to_be_raises_no_flag() -> None:
    wanted = (
        rated("planning.definition", 5, horizon=Horizon.TO_BE),
        rated("planning.delivery", 0, horizon=Horizon.TO_BE),
    )
    result = score_assessment(FRAMEWORK, an_assessment(FRAMEWORK, ratings=wanted, owners=OWNED, asks_to_be=True))
    assert [warning.kind for warning in result.process("planning").warnings] == []
