"""Paper sizes, for everything that is printed."""

from __future__ import annotations

from enum import StrEnum

MARGIN_MM = 20.0


class Paper(StrEnum):
    """The two sizes there are; the value is what a user and a file name call it."""

    A4 = "A4"
    LETTER = "Letter"

    @property
    def width_mm(self) -> float:
        """Width of the sheet."""
        return {"A4": 210.0, "Letter": 215.9}[self.value]

    @property
    def text_width_mm(self) -> float:
        """Width between the margins."""
        return self.width_mm - 2 * MARGIN_MM

    @property
    def css_size(self) -> str:
        """The name CSS knows it by."""
        return self.value if self is Paper.A4 else "letter"
