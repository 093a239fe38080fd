"""What recomputing worked cases found: a line for each value that differs, and how many cases do."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.cases import NOTHING, Difference
from assessment.domain.cases.reading import shortened
from assessment.views.wording import verification as words

SHOWN_DECIMALS = 6


def difference_text(difference: Difference) -> str:
    """One value that the method computes otherwise than a case expects, short enough for a line."""
    expected, computed = _shown(difference.expected), _shown(difference.computed)
    return words.difference(difference.case_id, difference.area, difference.path, expected, computed)


def verification_summary(case_count: int, differences: Sequence[Difference]) -> str:
    """How many cases there were and how many of them differ, in however many values."""
    return words.summary(case_count, len({difference.case_id for difference in differences}))


def _shown(value: object) -> str:
    if value is NOTHING:
        return words.NOTHING
    return shortened(round(value, SHOWN_DECIMALS) if isinstance(value, float) else value)
