"""Since last time on Results: which earlier one is chosen, what the URL keeps, and what is said where none fits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.authored.framework import Depth
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from assessment.views.comparison.since import since_view
from tests.ui.assessed import an_answered_one, id_in_url, opened, page, words


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def an_earlier_one(plumbline: Plumbline, year: int, **changes: object) -> str:
    own = {"id": f"year-{year}", "name": f"Year {year}", "assessed_on": date(year, 3, 1), **changes}
    return an_answered_one(plumbline, **own)


def since(assessment_id: str, **ids: str) -> AppTest:
    test = page("results", assessment=assessment_id, part="since", **ids)
    assert not test.exception
    return test


def test_without_an_earlier_one_the_page_says_what_to_do(plumbline: Plumbline) -> None:
    test = since(an_answered_one(plumbline))
    said = words(test)
    assert "There is nothing to compare with yet" in said
    assert "copy this assessment for the new date on the page Assessments" in said
    assert [button.label for button in test.button if button.key and "to-assessments" in button.key] == [
        "Go to Assessments"
    ]
    assert not test.selectbox


def test_the_last_one_before_is_proposed_and_the_url_keeps_the_choice(plumbline: Plumbline) -> None:
    an_earlier_one(plumbline, 2022)
    an_earlier_one(plumbline, 2023, targets=())
    now = an_answered_one(plumbline)
    test = since(now)
    assert test.selectbox[0].value == "year-2023"
    assert id_in_url(test, "beside") == "year-2023"
    assert since_view(plumbline.results.beside(LOCAL_ACTOR, now, "year-2023")).finding in words(test)
    test.selectbox[0].set_value("year-2022").run()
    assert not test.exception
    assert id_in_url(test, "beside") == "year-2022"
    assert "1 March 2022" in words(test)


def test_what_the_url_names_is_compared_with_and_what_it_names_wrongly_is_not(plumbline: Plumbline) -> None:
    an_earlier_one(plumbline, 2022)
    an_earlier_one(plumbline, 2023)
    now = an_answered_one(plumbline)
    assert since(now, beside="year-2022").selectbox[0].value == "year-2022"
    assert since(now, beside="somebody-elses").selectbox[0].value == "year-2023"


def test_a_copy_is_compared_with_what_it_was_copied_from(plumbline: Plumbline) -> None:
    source = an_earlier_one(plumbline, 2022)
    an_earlier_one(plumbline, 2023)
    copy = plumbline.assessments.copy(LOCAL_ACTOR, source, "Year 2024", date(2024, 3, 1), keep_answers=True)
    test = since(copy)
    assert test.selectbox[0].value == source
    assert "One is a copy of the other" in words(test)
    assert "All 3 processes stand where they stood on 1 March 2022." in words(test)


def test_one_that_cannot_be_compared_stands_under_the_others_with_the_reason(plumbline: Plumbline) -> None:
    an_earlier_one(plumbline, 2022)
    an_earlier_one(plumbline, 2023, depth=Depth.QUICK, ratings=(), opinions=(), targets=())
    test = since(an_answered_one(plumbline))
    assert test.selectbox[0].value == "year-2022"
    assert "Year 2023, 1 March 2023: cannot be compared, because one was asked at quick depth" in words(test)


def test_where_none_can_be_compared_each_says_why(plumbline: Plumbline) -> None:
    an_earlier_one(plumbline, 2023, depth=Depth.QUICK)
    said = words(since(an_answered_one(plumbline)))
    assert "None of the earlier ones can be compared" in said
    assert "one was asked at quick depth, the other at full depth" in said


def test_three_in_a_row_are_a_trend_and_two_are_none(plumbline: Plumbline) -> None:
    an_earlier_one(plumbline, 2022)
    now = an_answered_one(plumbline)
    assert "Over the years" not in words(since(now))
    an_earlier_one(plumbline, 2023)
    assert "3 assessments from 1 March 2022 to 1 March 2024" in words(since(now))
