"""The attributes of a process, against cases worked by hand and the sample's own results."""

from __future__ import annotations

import pytest

from assessment.domain.answered.assessment import Target, TargetCell
from assessment.domain.computed import Computed
from assessment.domain.rating.results import Outcome
from assessment.views.model import Mark, Table, View
from assessment.views.profile import profile_view, rated_percent, target_table
from tests.builders import NA, an_assessment, rated, rated_process, respondents, tiny_framework
from tests.computing import EVERYBODY, computed, mixed, the_sample


def profile_of(whole: Computed, process_id: str) -> View:
    return profile_view(whole, whole.result.process(process_id), "The finding.")


def attributes_of(whole: Computed, process_id: str) -> Table:
    return profile_of(whole, process_id).table("attributes")


def texts(table: Table, row_id: str, *column_ids: str) -> tuple[str, ...]:
    return tuple(table.cell(row_id, column_id).text for column_id in column_ids)


def values(table: Table, row_id: str, *column_ids: str) -> tuple[object, ...]:
    return tuple(table.cell(row_id, column_id).value for column_id in column_ids)


def test_each_attribute_stands_with_its_level_letter_percent_target_and_gap() -> None:
    table = attributes_of(mixed(), "planning")
    assert texts(
        table, "definition", "attribute", "for-level", "as-is", "percent", "to-be", "to-be-percent", "gap"
    ) == (
        "Definition",
        "3",
        "P+",
        "40 %",
        "L+",
        "80 %",
        "+40",
    )
    assert values(table, "definition", "for-level", "as-is", "percent", "to-be", "to-be-percent", "gap") == (
        3,
        "P+",
        40.0,
        "L+",
        80.0,
        40.0,
    )
    assert [row.id for row in table.rows] == [attribute.id for attribute in mixed().framework.attributes]


def test_the_letter_stands_on_its_step_of_the_scale() -> None:
    cell = attributes_of(mixed(), "planning").cell("measurement", "as-is")
    assert (cell.style, cell.marks) == ("rating-1", frozenset({Mark.CHIP}))


def test_what_holds_the_level_stands_out_and_nothing_else() -> None:
    table = attributes_of(mixed(), "planning")
    strong = [row.id for row in table.rows if Mark.STRONG in row.cells[0].marks]
    assert strong == ["definition"]
    squares = [row.id for row in table.rows if (track := table.cell(row.id, "track").track) and track.is_square]
    assert squares == ["definition"]


def test_a_row_is_drawn_from_as_is_to_to_be_between_the_bounds() -> None:
    track = attributes_of(mixed(), "planning").cell("definition", "track").track
    assert track is not None
    assert track.ticks == (50.0, 67.5)
    assert (track.dot, track.diamond, track.line, track.bar) == (40.0, 80.0, (40.0, 80.0), None)


def test_the_carry_bound_of_the_assessment_is_the_second_line() -> None:
    view = profile_of(mixed(carry_percent=85.0), "planning")
    track = view.table("profile").cell("definition", "track").track
    assert track is not None
    assert track.ticks == (50.0, 85.0)
    assert view.table("profile").measure.endswith("lines at 50 and 85.")


def test_unanswered_questions_leave_a_bar_from_their_lowest_to_their_highest() -> None:
    framework = tiny_framework()
    ratings = (rated("planning.deliver-1", 3), rated("planning.deliver-2", 3))  # a third question is open
    table = attributes_of(computed(framework, an_assessment(framework, ratings=ratings)), "planning")
    cell = table.cell("delivery", "track")
    assert cell.track is not None
    assert cell.track.bar is not None
    assert cell.track.bar == pytest.approx((40.0, 100 * 11 / 15))  # 6 and 11 of 15 points
    assert cell.spoken == "as-is L- (60 %), could be 40 % to 73 %, to-be L+ (80 %)"
    assert texts(table, "delivery", "answered", "low", "high") == ("66 %", "40 %", "73 %")
    assert table.cell("delivery", "answered").value == pytest.approx(2 / 3)


def test_nothing_rated_and_not_applicable_are_two_signs_and_neither_is_zero() -> None:
    table = attributes_of(mixed(), "process-4")
    assert texts(table, "delivery", "as-is", "percent", "to-be", "gap") == ("–", "–", "–", "–")
    assert texts(table, "ownership", "as-is", "percent", "gap") == ("•", "–", "•")
    assert values(table, "ownership", "as-is", "percent", "gap", "upper") == (None, None, None, None)
    assert [(entry.sign, entry.text) for entry in table.legend] == [("•", "nothing rated"), ("–", "not applicable")]
    assert attributes_of(mixed(), "planning").legend == ()
    track = table.cell("ownership", "track").track
    assert track is not None
    assert (track.dot, track.bar, track.line) == (None, (0.0, 100.0), None)


def test_the_upper_reading_caps_and_what_is_not_done_stand_in_numbers() -> None:
    framework = tiny_framework(delivery_count=5)
    codes = {"deliver-1": 0, "deliver-2": 5, "deliver-3": 5, "deliver-4": 5, "deliver-5": 5}
    ratings = tuple(rated(f"planning.{slug}", code) for slug, code in codes.items())
    table = attributes_of(computed(framework, an_assessment(framework, ratings=ratings)), "planning")
    assert texts(table, "delivery", "percent", "not-done", "capped-by") == ("80 %", "Deliver 1", "")
    assert table.cell("delivery", "not-done").value == "planning.deliver-1"
    ratings = tuple(rated(f"planning.{slug}", 2 if code == 0 else code) for slug, code in codes.items())
    table = attributes_of(computed(framework, an_assessment(framework, ratings=ratings)), "planning")
    assert texts(table, "delivery", "percent", "not-done", "capped-by") == ("85 %", "", "Deliver 1")


def test_the_upper_reading_takes_the_upper_of_the_two_middle_answers() -> None:
    framework = tiny_framework()
    ratings = tuple(
        rating
        for respondent_id, code in (("r1", 2), ("r2", 4))
        for rating in rated_process(framework, "planning", {"delivery": code}, (respondent_id,))
    )
    table = attributes_of(computed(framework, an_assessment(framework, ratings=ratings)), "planning")
    assert values(table, "delivery", "percent", "upper") == (40.0, 80.0)


def test_cells_set_by_hand_say_so() -> None:
    target = Target(process_id="planning", level=3, cells=(TargetCell(attribute_id="control", code=5),))
    table = attributes_of(mixed(targets=(target,)), "planning")
    by_hand = {row.id: table.cell(row.id, "by-hand").text for row in table.rows}
    assert {key for key, text in by_hand.items() if text} == {"control"}
    assert by_hand["control"] == "set by hand"
    assert texts(table, "control", "to-be", "gap") == ("F", "+80")


def test_as_is_and_to_be_are_drawn_and_the_numbers_of_both_stand_beside_each_other() -> None:
    view = profile_of(mixed(), "planning")
    drawn = [column.id for column in view.table("profile").columns]
    assert drawn == ["attribute", "for-level", "as-is", "percent", "track", "to-be", "gap"]
    target = target_table(view.table("attributes"))
    assert target.id == "target"
    assert texts(target, "definition", "as-is", "percent", "to-be", "to-be-percent", "gap") == (
        "P+",
        "40 %",
        "L+",
        "80 %",
        "+40",
    )
    assert view.finding == "The finding."


def test_widths_on_paper_fill_the_page_with_and_without_perception() -> None:
    for whole, process_id in ((mixed(), "planning"), (the_sample(), "change-management")):
        assert sum(column.width for column in profile_of(whole, process_id).table("profile").columns) == 100


def test_perception_stands_beside_the_attributes_only_above_the_floor() -> None:
    framework = tiny_framework()
    people = respondents(6)
    ratings = tuple(
        rating
        for person in people
        for rating in rated_process(framework, "planning", 4 if person.role.value == "leadership" else 2, (person.id,))
    )
    shown = computed(framework, an_assessment(framework, respondents=people, ratings=ratings))
    cell = profile_of(shown, "planning").table("profile").cell("delivery", "perception")
    assert (cell.text, cell.value) == ("+40", 40.0)
    hidden = computed(framework, an_assessment(framework, respondents=people, ratings=ratings, anonymity_floor=4))
    with pytest.raises(KeyError):
        profile_of(hidden, "planning").table("profile").place("perception")


def test_every_number_of_the_sample_is_the_one_computed() -> None:
    whole = the_sample()
    for process in whole.result.processes:
        table = attributes_of(whole, process.process_id)
        for attribute, cell in zip(process.attributes, process.target.cells, strict=True):
            is_rated = attribute.outcome is Outcome.RATED
            assert values(table, attribute.attribute_id, "percent", "low", "high", "to-be-percent", "gap") == (
                attribute.percent if is_rated else None,
                attribute.low_percent,
                attribute.high_percent,
                cell.to_be_percent,
                None if attribute.outcome is Outcome.UNRATED else cell.gap_percent,
            )


def test_the_percent_of_an_attribute_is_known_only_where_something_is_rated() -> None:
    framework = tiny_framework()
    ratings = rated_process(framework, "planning", {"delivery": 0, "ownership": NA}, EVERYBODY)
    process = computed(framework, an_assessment(framework, ratings=ratings)).result.process("planning")
    known = [rated_percent(process.attribute(name)) for name in ("delivery", "ownership", "definition")]
    assert known == [0.0, None, None]
