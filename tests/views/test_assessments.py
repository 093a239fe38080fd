"""The list of assessments: a row each, every number as it was counted."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from assessment.domain.answered.assessment import Assessment, AssessmentState
from assessment.domain.authored.framework import Depth
from assessment.domain.summary import AssessmentSummary, summarise
from assessment.views.assessments import assessments_view
from assessment.views.model import Table
from tests.builders import an_assessment, tiny_framework
from tests.computing import computed, mixed

MOMENT = datetime(2026, 3, 1, 22, 5, tzinfo=UTC)


def summary(assessment: Assessment, *, counts: bool = True) -> AssessmentSummary:
    return AssessmentSummary(
        header=assessment.header,
        process_count=len(assessment.scope),
        updated_at=MOMENT,
        figures=summarise(computed(tiny_framework(process_count=5), assessment)) if counts else None,
    )


def listed(*summaries: AssessmentSummary) -> Table:
    return assessments_view(summaries, lambda moment: moment).tables[0]


def in_words(table: Table, row_id: str = "test-assessment") -> dict[str, str]:
    row = table.row(row_id)
    return {column.id: cell.text for column, cell in zip(table.columns, row.cells, strict=True)}


def test_a_row_says_what_of_whom_when_how_far_and_where_it_stands() -> None:
    table = listed(summary(mixed().assessment))
    # 3 people, 11 items of weight 1 and one of weight 0 in each of five processes: 180 answers are asked;
    # planning and building are answered by all (72), delivery of two more processes (18);
    # missing: three processes of each person (9), evidence for the two that are largely done (22), targets (1)
    assert in_words(table) == {
        "assessment": "Test assessment",
        "date": "1 March 2024",
        "state": "Draft",
        "answered": "90 of 180",
        "at-target": "1 of 3",
        "missing": "32",
        "changed": "1 Mar, 22:05",
        "id": "test-assessment",
    }
    assert table.cell("test-assessment", "assessment").note == "Invented Ltd · 5 processes · 3 people"
    assert table.cell("test-assessment", "state").note == "Full depth"


def test_beside_each_text_stands_its_exact_value() -> None:
    table = listed(summary(mixed().assessment))
    values = {column.id: cell.value for column, cell in zip(table.columns, table.rows[0].cells, strict=True)}
    assert values == {
        "assessment": "Test assessment",
        "date": "2024-03-01",
        "state": "draft",
        "answered": pytest.approx(0.5),
        "at-target": 1,
        "missing": 32,
        "changed": "2026-03-01T22:05:00+00:00",
        "id": "test-assessment",
    }
    track = table.cell("test-assessment", "answered").track
    assert track is not None
    assert track.fill == pytest.approx(50)


@pytest.mark.parametrize(
    ("changes", "column_id", "text", "note"),
    [
        ({"state": AssessmentState.SIGNED_OFF}, "state", "Signed off", "Full depth"),
        ({"depth": Depth.QUICK}, "state", "Draft", "Quick depth"),
        (
            {"unit": "Branch", "is_fictional": True},
            "assessment",
            "Test assessment",
            "Invented Ltd, Branch · 5 processes · 3 people · sample, invented",
        ),
        ({"assessed_on": date(2025, 12, 31)}, "date", "31 December 2025", ""),
    ],
)
def test_what_is_entered_is_what_is_shown(changes: dict[str, Any], column_id: str, text: str, note: str) -> None:
    cell = listed(summary(an_assessment(tiny_framework(process_count=5), **changes))).cell("test-assessment", column_id)
    assert (cell.text, cell.note) == (text, note)


def test_a_moment_is_shown_in_the_readers_own_time() -> None:
    east = timezone(timedelta(hours=3))
    view = assessments_view([summary(mixed().assessment)], lambda moment: moment.astimezone(east))
    assert view.tables[0].cell("test-assessment", "changed").text == "2 Mar, 01:05"


def test_without_a_level_nothing_is_at_target_and_without_an_answer_the_share_is_0() -> None:
    table = listed(summary(an_assessment(tiny_framework(process_count=5))))
    assert (table.cell("test-assessment", "at-target").text, table.cell("test-assessment", "at-target").value) == (
        "–",
        None,
    )
    assert table.cell("test-assessment", "answered").text == "0 of 180"
    assert table.cell("test-assessment", "answered").value == 0


def test_what_cannot_be_counted_says_so() -> None:
    table = listed(summary(mixed().assessment, counts=False))
    assert in_words(table)["answered"] == "Cannot be counted: open it to see why"
    assert in_words(table)["at-target"] == "–"
    assert table.cell("test-assessment", "answered").value is None
    assert table.cell("test-assessment", "assessment").note == "Invented Ltd · 5 processes"


def test_the_list_is_counted_and_keeps_its_order() -> None:
    first, second = (
        summary(an_assessment(tiny_framework(process_count=5), id=own_id)) for own_id in ("second", "first")
    )
    view = assessments_view([first, second], lambda moment: moment)
    assert [row.id for row in view.tables[0].rows] == ["second", "first"]
    assert view.finding == "There are 2 assessments."
    assert assessments_view([first], lambda moment: moment).finding == "There is 1 assessment."


def test_an_empty_list_says_what_to_do() -> None:
    said = "Nothing is assessed yet. Start a new assessment, or open the sample."
    assert assessments_view([], lambda moment: moment).empty == said
