"""What a person should look at again; flags never change a score (METHOD.md section 2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from assessment.domain.answered.assessment import AgreedValue, Note, NoteKind, Rating
from assessment.domain.answered.evidence import Speaks
from assessment.domain.answered.organisation import Authority, Owner
from assessment.domain.authored.framework import Horizon
from assessment.domain.rating.scoring import score_assessment
from assessment.domain.rating.warnings import MethodWarning, WarningKind
from tests.builders import LETTERS, NA, agreed, an_assessment, an_evidence_file, rated, tiny_framework
from tests.domain.altered import with_activities
from tests.domain.scored import process_at

FRAMEWORK = tiny_framework(1)
OWNED = (Owner(process_id="planning", name="Ada", authority=Authority.YES),)


def flags_of(values: Mapping[str, int | str]) -> list[MethodWarning]:
    """The flags of an owned process with one answer for each attribute named; everything else has none."""
    process = process_at(FRAMEWORK, "planning", values, owners=OWNED)
    return [warning for warning in process.warnings if "target" not in warning.kind.value]


def of_kind(kind: WarningKind, values: Mapping[str, int | str]) -> list[MethodWarning]:
    return [flag for flag in flags_of(values) if flag.kind is kind]


@pytest.mark.parametrize(("definition", "delivery"), [(3, 0), (3, 2), (5, 1), (4, 2)])
def test_documented_but_hardly_done_is_on_paper_only(definition: int, delivery: int) -> None:
    (flag,) = of_kind(WarningKind.ON_PAPER_ONLY, {"definition": definition, "delivery": delivery})
    assert flag == MethodWarning(
        kind=WarningKind.ON_PAPER_ONLY,
        process_id="planning",
        letter=LETTERS[definition],
        other_letter=LETTERS[delivery],
    )


@pytest.mark.parametrize(("definition", "delivery"), [(2, 2), (3, 3), (5, 4), (NA, 0)])
def test_nothing_is_on_paper_only_when_it_is_done_or_not_documented(definition: int | str, delivery: int) -> None:
    assert of_kind(WarningKind.ON_PAPER_ONLY, {"definition": definition, "delivery": delivery}) == []


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
    assert improvement_flags(weightless, characteristic) == [
        MethodWarning(
            kind=WarningKind.CHECK_ANSWER,
            process_id="planning",
            item_ids=("planning.improve-process",),
            attribute_ids=("continuous-improvement",),
        )
    ]


@pytest.mark.parametrize(("weightless", "characteristic"), [(3, 3), (2, 3), (5, 4), (0, 1)])
def test_one_code_apart_is_fine(weightless: int, characteristic: int) -> None:
    assert improvement_flags(weightless, characteristic) == []


def test_an_item_of_weight_0_about_reports_is_held_against_measurement() -> None:
    framework = with_activities(FRAMEWORK, {"improve-process": {"id": "management-reports"}})

    def to_check(ratings: tuple[Rating, ...]) -> list[tuple[str, ...]]:
        result = score_assessment(framework, an_assessment(framework, ratings=ratings))
        return [
            warning.item_ids + warning.attribute_ids
            for warning in result.process("planning").warnings
            if warning.kind is WarningKind.CHECK_ANSWER
        ]

    report = rated("planning.management-reports", 4)
    assert to_check((report, rated("planning.measurement", 1))) == [("planning.management-reports", "measurement")]
    assert to_check((report, rated("planning.measurement", 3))) == []
    assert to_check((report, rated("planning.continuous-improvement", 0))) == []


def not_done_flags(*codes: int, carry: float = 67.5) -> list[MethodWarning]:
    """The flag of a process with these codes on its delivery activities and L+ on ownership."""
    framework = tiny_framework(1, delivery_count=len(codes))
    ratings = tuple(rated(f"planning.deliver-{number}", code) for number, code in enumerate(codes, start=1))
    assessment = an_assessment(
        framework, ratings=(*ratings, rated("planning.ownership", 4)), owners=OWNED, carry_percent=carry
    )
    process = score_assessment(framework, assessment).process("planning")
    return [warning for warning in process.warnings if warning.kind is WarningKind.CARRIED_NOT_DONE]


def test_an_attribute_carried_although_an_item_of_it_is_not_done_is_flagged_with_the_item() -> None:
    assert not_done_flags(5, 0, 5, 5) == [
        MethodWarning(
            kind=WarningKind.CARRIED_NOT_DONE,
            process_id="planning",
            attribute_ids=("delivery",),
            item_ids=("planning.deliver-2",),
        )
    ]


def test_an_attribute_above_the_level_is_carried_as_well() -> None:
    framework = tiny_framework(1, quality_count=4)
    ratings = tuple(rated(f"planning.check-{number}", code) for number, code in enumerate((5, 5, 5, 0), start=1))
    process = score_assessment(framework, an_assessment(framework, ratings=ratings)).process("planning")
    assert process.level.level == 0
    flagged = [warning.attribute_ids for warning in process.warnings if warning.kind is WarningKind.CARRIED_NOT_DONE]
    assert flagged == [("quality-control",)]


def test_nothing_is_flagged_as_carried_that_is_not_or_where_nothing_is_at_n() -> None:
    assert not_done_flags(5, 5, 5, 5, 0, carry=85.0) == []
    assert not_done_flags(5, 0, 0) == []
    assert not_done_flags(5, 5, 1) == []


def test_the_process_says_what_the_room_is_split_on_in_one_warning() -> None:
    ratings = (
        *(rated("planning.deliver-1", code, person) for code, person in ((0, "r1"), (3, "r2"))),
        *(rated("planning.control", code, person) for code, person in ((2, "r1"), (5, "r2"))),
        *(rated("planning.ownership", code, person) for code, person in ((2, "r1"), (3, "r2"))),
    )

    def split(*values: AgreedValue) -> list[MethodWarning]:
        assessment = an_assessment(FRAMEWORK, ratings=ratings, agreed=values, owners=OWNED)
        warnings = score_assessment(FRAMEWORK, assessment).process("planning").warnings
        return [warning for warning in warnings if warning.kind is WarningKind.SPLIT]

    assert split() == [
        MethodWarning(
            kind=WarningKind.SPLIT, process_id="planning", item_ids=("planning.deliver-1", "planning.control")
        )
    ]
    assert [warning.item_ids for warning in split(agreed("planning.control", 3))] == [("planning.deliver-1",)]
    assert split(agreed("planning.control", 3), agreed("planning.deliver-1", 1)) == []


def test_the_process_says_which_values_evidence_speaks_against() -> None:
    def against(*items: str, **kinds: Any) -> list[MethodWarning]:
        notes = tuple(
            Note(respondent_id="r1", item_id=item, kind=NoteKind.EVIDENCE, text="Seen", speaks=Speaks.AGAINST)
            for item in items
        )
        warnings = process_at(FRAMEWORK, "planning", 3, owners=OWNED, notes=notes, **kinds).warnings
        return [warning for warning in warnings if warning.kind is WarningKind.EVIDENCE_AGAINST]

    assert against() == []
    assert against("planning.control", "planning.deliver-1") == [
        MethodWarning(
            kind=WarningKind.EVIDENCE_AGAINST,
            process_id="planning",
            item_ids=("planning.deliver-1", "planning.control"),
        )
    ]
    file = an_evidence_file("planning.ownership", speaks=Speaks.AGAINST)
    assert [one.item_ids for one in against(evidence_files=(file,))] == [("planning.ownership",)]
    assert against(evidence_files=(an_evidence_file("planning.ownership", speaks=Speaks.FOR),)) == []
    assert against("building.control") == []


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
