"""The process map and maturity against importance on slides: native shapes where their views have them."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from itertools import combinations
from typing import Any

import pytest
from pptx import Presentation

from assessment.charts.process_map.names import box_lines
from assessment.charts.tokens import LIGHT_STEPS
from assessment.domain.computed import Computed
from assessment.reporting.slides import deck_bytes
from assessment.reporting.slides.scatters import SUBSTITUTE
from assessment.views.deck.deck import deck_view
from assessment.views.importance import importance_view
from assessment.views.map.process_map import map_view
from assessment.views.model import Mark
from tests.computing import mixed, nothing_answered, the_sample

DAY = date(2026, 11, 30)
WHOLES: dict[str, Callable[[], Computed]] = {"sample": the_sample, "mixed": mixed}


def slides_of(whole: Computed) -> dict[str, Any]:
    """Every printed slide by the id of what it prints."""
    printed = Presentation(io.BytesIO(deck_bytes(whole.told, printed_on=DAY, product_version="1.2.3"))).slides
    deck = deck_view(whole.told, printed_on=DAY, product_version="1.2.3")
    return {slide.id: one for slide, one in zip(deck.slides, printed, strict=True)}


def grouped(slide: Any) -> Any:
    """The one group of shapes on a slide."""
    (group,) = (shape for shape in slide.shapes if shape.shape_type == 6)
    return group


def ink(shape: Any) -> tuple[float, float]:
    """From where to where the letters of a label reach: its box has room for a wider face."""
    width = shape.width / SUBSTITUTE
    is_right = shape.text_frame.paragraphs[0]._p.pPr.get("algn") == "r"
    return (
        (shape.left + shape.width - width, shape.left + shape.width) if is_right else (shape.left, shape.left + width)
    )


@pytest.fixture(scope="module", params=list(WHOLES))
def made(request: pytest.FixtureRequest) -> tuple[Computed, dict[str, Any]]:
    whole = WHOLES[request.param]()
    return whole, slides_of(whole)


def test_each_box_of_the_map_has_its_letter_its_name_and_the_colour_of_its_step(
    made: tuple[Computed, dict[str, Any]],
) -> None:
    whole, slides = made
    group = grouped(slides["map"])
    boxes = {shape._element.xpath(".//p:cNvPr")[0].get("descr"): shape for shape in group.shapes}
    view = map_view(whole.told)
    for box in view.boxes:
        shape = boxes[box.spoken]
        said = shape.text_frame.text.replace("\x0b", "\n").split("\n")
        assert [line for line in said if line] == [line for line in (box.cell.text, *box_lines(box)) if line]
        if box.cell.style in LIGHT_STEPS:
            assert f"#{shape.fill.fore_color.rgb}" == LIGHT_STEPS[box.cell.style].fill
        is_dashed = shape.line.dash_style is not None
        assert is_dashed == (Mark.DASHED in box.cell.marks or box.is_out)
    spoken = group._element.xpath(".//p:cNvPr")[0].get("descr")
    assert view.finding in spoken


def test_no_label_of_importance_covers_another_and_all_stand_on_the_slide(
    made: tuple[Computed, dict[str, Any]],
) -> None:
    whole, slides = made
    view = importance_view(whole.told)
    shapes = list(grouped(slides["importance"]).shapes)
    labels = [shape for shape in shapes if shape.has_text_frame and shape.name in {dot.label for dot in view.dots}]
    texts = [shape for shape in labels if shape.text_frame.text]
    assert sorted(shape.text_frame.text for shape in texts) == sorted(dot.label for dot in view.dots)
    for one, other in combinations(texts, 2):
        (low, high), (other_low, other_high) = ink(one), ink(other)
        is_apart = one.top + one.height <= other.top or other.top + other.height <= one.top
        assert is_apart or high <= other_low or other_high <= low
    dots = [shape for shape in labels if not shape.text_frame.text]
    assert len(dots) == len(view.dots)


def test_without_a_level_there_is_neither_slide() -> None:
    assert not {"map", "importance"} & set(slides_of(nothing_answered()))
