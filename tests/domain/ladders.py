"""The attributes of METHOD.md section 2 by their letters, for hand-worked profiles."""

from __future__ import annotations

from assessment.domain.rating.capability import Ladder, rate_level
from assessment.domain.rating.results import LevelResult

LADDER = Ladder(attribute_ids=("D", "C1", "Q", "C6", "C2", "C3", "C4", "C5"), levels=(1, 2, 2, 3, 4, 4, 5, 5))


def profile(default: float | None = 0.0, **percents: float | None) -> tuple[float | None, ...]:
    """The percents of the eight attributes in the order of the table; those not named are at the default."""
    assert percents.keys() <= set(LADDER.attribute_ids)
    return tuple(percents.get(attribute_id, default) for attribute_id in LADDER.attribute_ids)


def level_of(default: float | None = 0.0, carry: float = 67.5, **percents: float | None) -> LevelResult:
    """Level and score of such a profile."""
    return rate_level(LADDER, profile(default, **percents), carry)
