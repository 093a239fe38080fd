"""The organisation's own profile: bands counted over the processes that have a level, and over no other."""

from __future__ import annotations

import pytest

from assessment.domain.rating.results import Outcome
from assessment.views.characteristics import characteristics_view
from assessment.views.wording.characteristics import weakest, which_are_characteristics
from tests.computing import mixed, nothing_answered, the_sample


def test_processes_with_a_level_are_counted_at_each_band() -> None:
    table = characteristics_view(mixed()).tables[0]
    counts = {row.id: tuple(table.cell(row.id, band).value for band in "NPLF") for row in table.rows}
    assert counts["delivery"] == (0, 0, 3, 0)
    assert counts["ownership"] == (1, 0, 2, 0)  # nothing rated counts as N
    assert counts["definition"] == (1, 1, 1, 0)
    assert {sum(int(count or 0) for count in own) for own in counts.values()} == {3}
    assert [table.cell("definition", band).text for band in "NPLF"] == ["1", "1", "1", "0"]


def test_the_mean_and_the_weakest_three_stand_beside_the_counts() -> None:
    table = characteristics_view(mixed()).tables[0]
    assert table.cell("delivery", "mean").value == pytest.approx((80 + 60 + 80) / 3)
    assert table.cell("delivery", "mean").text == "73 %"
    assert table.cell("definition", "mean").value == pytest.approx((40 + 60 + 0) / 3)
    assert table.cell("definition", "weakest").text == "Process 5, Planning and Building"
    assert table.cell("definition", "weakest").value == "process-5 planning building"


def test_the_bar_has_a_piece_for_each_band_that_occurs() -> None:
    track = characteristics_view(mixed()).tables[0].cell("definition", "bar").track
    assert track is not None
    assert [(piece.text, piece.style) for piece in track.segments] == [
        ("N", "band-n"),
        ("P", "band-p"),
        ("L", "band-l"),
    ]
    assert [piece.start for piece in track.segments] == pytest.approx([0, 100 / 3, 200 / 3])
    assert [piece.width for piece in track.segments] == pytest.approx([100 / 3] * 3)


def test_every_letter_is_explained_in_words() -> None:
    assert [(entry.style, entry.text) for entry in characteristics_view(mixed()).tables[0].legend] == [
        ("band-n", "N, not done"),
        ("band-p", "P, partly"),
        ("band-l", "L, largely"),
        ("band-f", "F, fully"),
    ]


def test_the_attribute_with_the_lowest_mean_is_the_finding() -> None:
    assert characteristics_view(mixed()).finding == "Measurement is weakest: 2 of 3 processes are not half way."
    assert weakest("Control", 1, 4) == "Control is weakest: 1 of 4 processes is not half way."


def test_the_notes_say_which_are_characteristics_and_who_is_not_counted() -> None:
    assert characteristics_view(mixed()).notes == (
        "6 of these are the reference model's process-management characteristics; the others are the work each "
        "process names for itself.",
        "1 of 5 not assessed.",
        "1 of 5 not applicable.",
    )
    assert which_are_characteristics(1).startswith("1 of these is one of the reference model's")


def test_the_sample_profile_is_that_of_its_attributes() -> None:
    sample = the_sample()
    table = characteristics_view(sample).tables[0]
    assert [row.id for row in table.rows] == [attribute.id for attribute in sample.framework.attributes]
    for row in table.rows:
        own = [process.attribute(row.id) for process in sample.result.processes if process.is_assessed]
        percents = [one.percent for one in own if one.outcome is not Outcome.NOT_APPLICABLE and one.percent is not None]
        low = [percent for percent in percents if percent <= 15]
        partly = [percent for percent in percents if 15 < percent <= 50]
        assert table.cell(row.id, "N").value == len(low)
        assert table.cell(row.id, "P").value == len(partly)
        assert table.cell(row.id, "mean").value == pytest.approx(sum(percents) / len(percents))


def test_nothing_answered_shows_no_band() -> None:
    view = characteristics_view(nothing_answered())
    assert view.empty == "No process has a level yet."
    assert not view.tables[0].rows
