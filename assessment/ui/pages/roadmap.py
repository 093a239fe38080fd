"""The Roadmap page."""

from __future__ import annotations

from assessment.ui.components.heading import page_head
from assessment.ui.components.empty import no_assessment_open


def show() -> None:
    """Draw the page."""
    page_head("Roadmap")
    no_assessment_open()
