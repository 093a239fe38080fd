"""Numbers, dates, lists and plurals are written one way everywhere."""

from __future__ import annotations

from datetime import date

import pytest

from assessment.views.wording.numbers import (
    level_text,
    listed,
    long_date,
    money_text,
    month_text,
    nearest,
    number_text,
    percent_text,
    plural,
    score_text,
    share_text,
    signed_text,
)


@pytest.mark.parametrize(("score", "shown"), [(2.99, "2.9"), (3.0, "3.0"), (0.3 - 1e-12, "0.3"), (None, "–")])
def test_a_score_is_rounded_down(score: float | None, shown: str) -> None:
    assert score_text(score) == shown


def test_a_share_is_never_shown_above_what_it_is() -> None:
    assert share_text(0.8999) == "89 %"
    assert share_text(0.29) == "29 %"


def test_halves_are_rounded_away_from_zero() -> None:
    assert (nearest(2.5), nearest(-2.5), signed_text(-0.4)) == (3, -3, "0")


def test_a_long_list_is_counted() -> None:
    assert listed(["a", "b", "c"], limit=1) == "a and 2 more"
    assert listed([]) == ""


def test_plurals_follow_the_count_and_the_number_stands_in_its_place() -> None:
    forms = {"one": "{count} step is funded", "other": "{count} steps are funded"}
    assert [plural(count, forms) for count in (0, 1, 2, 1200)] == [
        "0 steps are funded",
        "1 step is funded",
        "2 steps are funded",
        "1,200 steps are funded",
    ]


def test_money_has_no_cents_and_stays_on_one_line() -> None:
    assert money_text(117_000.4, "EUR") == "EUR\u00a0117,000"


def test_dates_and_months_are_written_out() -> None:
    assert (long_date(date(2026, 12, 1)), month_text(date(2027, 5, 31))) == ("1 December 2026", "May 2027")


def test_what_has_no_value_is_a_dash_and_never_a_nought() -> None:
    assert {percent_text(None), share_text(None), score_text(None), number_text(None), signed_text(None)} == {"–"}
    assert level_text(None) == "–"
