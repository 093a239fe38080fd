"""The answer in six facts, and what has to be said beside it."""

from __future__ import annotations

from assessment.ui.components.facts import facts
from assessment.ui.components.text import care, plain
from assessment.views.headline import OverviewView

_WIDTHS = {"at-target": 150, "levels": 170, "mean": 134, "floor": 208, "confidence": 172, "verification": 168}


def draw_headline(view: OverviewView) -> None:
    """Draw the six facts and, under them, the processes without a level."""
    facts(view.facts, _WIDTHS)
    for remark in view.remarks:
        plain(remark, "small")


def draw_warnings(view: OverviewView) -> None:
    """Draw what the method says about the whole."""
    if view.warnings:
        care("\n".join(view.warnings))
