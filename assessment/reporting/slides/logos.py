"""A logo in the place its layout has for it: whole, in its own proportions."""

from __future__ import annotations

import io
from typing import Any

from pptx.util import Pt

from assessment.reporting.slides.canvas import describe
from assessment.reporting.slides.template import Box


def place_logo(shapes: Any, content: bytes, box: Box, spoken: str) -> None:
    """The picture as large as its box allows, to the left of a box in the left half, else to the right."""
    picture = shapes.add_picture(io.BytesIO(content), Pt(box.left), Pt(box.top))
    share = min(box.width / picture.width.pt, box.height / picture.height.pt)
    width, height = picture.width.pt * share, picture.height.pt * share
    picture.width, picture.height = Pt(width), Pt(height)
    is_left = box.left < box.width
    picture.left = Pt(box.left if is_left else box.left + box.width - width)
    picture.top = Pt(box.top + (box.height - height) / 2)
    describe(picture, spoken, spoken)
