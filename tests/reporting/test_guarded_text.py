"""Texts of a CSV file come back as they were, and none acts as a formula."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.answered.prints import print_of
from assessment.reporting.guarded_text import guarded, unguarded

HOSTILE = st.text("'=+-@\t\r a1", max_size=6) | st.text(max_size=6)


@given(text=HOSTILE)
def test_a_text_comes_back_as_it_was_and_never_acts_as_a_formula(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_print_tells_nothing_from_zero_and_one_place_from_another() -> None:
    prints = [print_of(values) for values in ((0,), (None,), ("0",), ("a", None), (None, "a"), (False,))]
    assert len(set(prints)) == len(prints)
    assert print_of(("",)) == print_of((None,))
