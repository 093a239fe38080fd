"""The two sheets there are."""

from __future__ import annotations

import pytest

from assessment.views.paper import Paper


@pytest.mark.parametrize(("paper", "width", "text_width"), [(Paper.A4, 210.0, 170.0), (Paper.LETTER, 215.9, 175.9)])
def test_text_stands_between_two_margins_of_twenty_millimetres(paper: Paper, width: float, text_width: float) -> None:
    assert paper.width_mm == width
    assert paper.text_width_mm == pytest.approx(text_width)
