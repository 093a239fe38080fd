"""Ratings as a table: every answer in its row and column, and nothing that does not belong there."""

from __future__ import annotations

import numpy as np
import pytest

from assessment.domain.authored.framework import Depth, Horizon
from assessment.domain.rating.answer_table import (
    BLANK_CHOICE,
    DONT_KNOW_CHOICE,
    NOT_APPLICABLE_CHOICE,
    answering_ids,
    count_choices,
    tabulate,
)
from assessment.domain.refusal import MethodRefusal
from tests.builders import DK, NA, an_assessment, rated, respondents, tiny_framework

FRAMEWORK = tiny_framework(2)


def test_every_answer_stands_in_its_row_and_column() -> None:
    assessment = an_assessment(
        FRAMEWORK,
        ratings=(
            rated("planning.deliver-2", 4, "r1"),
            rated("planning.deliver-2", NA, "r2"),
            rated("planning.ownership", DK, "r2"),
            rated("planning.deliver-1", 0, "r3"),
        ),
    )
    table = tabulate(FRAMEWORK, assessment, ("planning", "building"), Horizon.AS_IS)["planning"]
    columns = [item.id for item in table.items]
    expected = np.full((3, len(columns)), BLANK_CHOICE)
    expected[0, columns.index("planning.deliver-2")] = 4
    expected[1, columns.index("planning.deliver-2")] = NOT_APPLICABLE_CHOICE
    expected[1, columns.index("planning.ownership")] = DONT_KNOW_CHOICE
    expected[2, columns.index("planning.deliver-1")] = 0
    assert table.respondent_ids == ("r1", "r2", "r3")
    assert table.choices.tolist() == expected.tolist()


def test_other_processes_horizons_and_depths_are_passed_over() -> None:
    assessment = an_assessment(
        FRAMEWORK,
        ratings=(
            rated("building.deliver-1", 4),
            rated("planning.ownership", 4, horizon=Horizon.TO_BE),
            rated("planning.delivery", 4),
        ),
    )
    table = tabulate(FRAMEWORK, assessment, ("planning",), Horizon.AS_IS)["planning"]
    assert set(table.choices.ravel().tolist()) == {BLANK_CHOICE}


def test_quick_depth_has_one_column_for_each_attribute() -> None:
    assessment = an_assessment(FRAMEWORK, depth=Depth.QUICK, ratings=(rated("planning.delivery", 2),))
    table = tabulate(FRAMEWORK, assessment, ("planning",), Horizon.AS_IS)["planning"]
    assert [item.attribute_id for item in table.items] == [attribute.id for attribute in FRAMEWORK.attributes]
    assert table.choices[0, 0] == 2


def test_one_process_at_a_time_is_the_same_as_all_at_once() -> None:
    assessment = an_assessment(FRAMEWORK, ratings=(rated("building.deliver-1", 4), rated("planning.deliver-1", 1)))
    both = tabulate(FRAMEWORK, assessment, ("planning", "building"), Horizon.AS_IS)
    for process_id, table in both.items():
        alone = tabulate(FRAMEWORK, assessment, (process_id,), Horizon.AS_IS)[process_id]
        assert alone.items == table.items
        assert alone.choices.tolist() == table.choices.tolist()


def test_a_rating_of_nobody_is_refused_by_name() -> None:
    assessment = an_assessment(FRAMEWORK, ratings=(rated("planning.deliver-1", 3, "stranger"),))
    with pytest.raises(MethodRefusal, match="stranger is not in the assessment"):
        tabulate(FRAMEWORK, assessment, ("planning",), Horizon.AS_IS)


def test_without_respondents_every_count_is_zero() -> None:
    assessment = an_assessment(FRAMEWORK, respondents=())
    table = tabulate(FRAMEWORK, assessment, ("planning",), Horizon.AS_IS)["planning"]
    assert table.counts().shape == (len(table.items), 8)
    assert not table.counts().any()


def test_blanks_are_not_counted_and_every_other_choice_is() -> None:
    choices = np.array([[0, 5, 6], [0, 7, 8], [3, 8, 8]], dtype=np.int8)
    assert count_choices(choices).tolist() == [
        [2, 0, 0, 1, 0, 0, 0, 0],
        [0, 0, 0, 0, 0, 1, 0, 1],
        [0, 0, 0, 0, 0, 0, 1, 0],
    ]


def test_who_gave_a_number_to_an_item_that_weighs_something_answered_the_process() -> None:
    assessment = an_assessment(
        FRAMEWORK,
        respondents=respondents(6),
        ratings=(
            rated("planning.deliver-1", 0, "r1"),
            rated("planning.deliver-1", DK, "r2"),
            rated("planning.ownership", NA, "r3"),
            rated("planning.improve-process", 5, "r4"),
            rated("building.deliver-1", 5, "r5"),
        ),
    )
    table = tabulate(FRAMEWORK, assessment, ("planning",), Horizon.AS_IS)["planning"]
    assert table.has_answered().tolist() == [True, False, False, False, False, False]
    assert table.has_number([True] * len(table.items)).tolist() == [True, False, False, True, False, False]
    assert not table.has_number([False] * len(table.items)).any()


def test_some_respondents_are_their_rows() -> None:
    assessment = an_assessment(FRAMEWORK, ratings=(rated("planning.deliver-1", 1, "r1"),))
    table = tabulate(FRAMEWORK, assessment, ("planning",), Horizon.AS_IS)["planning"]
    assert table.only(frozenset({"r1"}))[:, 0].tolist() == [1]
    assert table.only(frozenset({"r2", "r3", "stranger"}))[:, 0].tolist() == [BLANK_CHOICE, BLANK_CHOICE]


def test_who_answered_gave_a_number_to_an_item_with_a_weight_of_one_of_the_processes() -> None:
    assessment = an_assessment(
        FRAMEWORK,
        respondents=respondents(5),
        ratings=(
            rated("planning.deliver-1", 0, "r1"),
            rated("planning.deliver-1", DK, "r2"),
            rated("planning.deliver-1", NA, "r3"),
            rated("planning.improve-process", 5, "r4"),
            rated("building.ownership", 3, "r5"),
        ),
    )
    tables = tabulate(FRAMEWORK, assessment, ("planning", "building"), Horizon.AS_IS)
    assert answering_ids(tables.values()) == {"r1", "r5"}
    assert answering_ids([tables["planning"]]) == {"r1"}
