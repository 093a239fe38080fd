"""An assessment beside an earlier one, with what is needed to name what only the earlier one has."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.authored.framework import Framework
from assessment.domain.comparing.results import Comparison, Trend


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A comparison that stands beside what is computed of its later side.

    `before_framework` is what the earlier side answered: what it has alone is named there. `trend` is None where there
    are no more than the two.
    """

    comparison: Comparison
    before_framework: Framework
    trend: Trend | None = None
