"""Why two assessments cannot be set side by side, in words."""

from __future__ import annotations

from assessment.domain.authored.framework import Depth
from assessment.views.wording.numbers import bound_text
from assessment.views.wording.terms import DEPTHS

ITSELF = "It is this assessment itself."


def other_organisation(before: str, now: str) -> str:
    """They are of two organisations."""
    return f"It is of another organisation: {before}, and this one of {now}."


def other_framework(before: str, now: str) -> str:
    """They answer two frameworks."""
    return f"It answers another framework: {before}, and this one {now}."


def other_major_version(before: str, now: str) -> str:
    """They answer versions too far apart."""
    return f"It answers version {before} of the framework and this one {now}: too far apart to compare."


def other_depth(before: Depth, now: Depth) -> str:
    """One asks more than the other."""
    return f"It was asked at {DEPTHS[before].lower()}, this one at {DEPTHS[now].lower()}."


def other_bound(before: float, now: float) -> str:
    """Their levels carry at different bounds."""
    return f"Its carry bound is {bound_text(before)}, that of this one {bound_text(now)}."
