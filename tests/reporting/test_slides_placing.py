"""Where the blocks of a slide stand: what is left of an area is shared, so that a wider typeface finds room."""

from __future__ import annotations

import io
from typing import Any

from pptx import Presentation

from assessment.reporting.slides import deck_bytes
from assessment.reporting.slides.grids import PAD
from assessment.reporting.slides.measuring import line_height
from tests.computing import the_sample
from tests.reporting.generated import DAY


def test_tables_one_above_the_other_share_the_room_that_is_left() -> None:
    deck = Presentation(io.BytesIO(deck_bytes(the_sample().told, printed_on=DAY, product_version="1.0.0")))
    upper, lower = (shape.table for shape in list(deck.slides)[-1].shapes if shape.has_table)
    assert spare_of(upper) > 1
    assert spare_of(lower) > 1


def spare_of(table: Any) -> float:
    """The room that the lowest row leaves free above and below its words."""
    lowest = min(list(table.rows)[1:], key=lambda row: int(row.height))
    size = lowest.cells[0].text_frame.paragraphs[0].runs[0].font.size.pt
    return float(lowest.height.pt - line_height(size) - 2 * PAD * size)
