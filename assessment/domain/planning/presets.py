"""Sets of weights to begin with: what somebody means who says "start where it hurts".

| preset | pain | importance | leverage |
|---|---|---|---|
| balanced | 0.40 | 0.30 | 0.30 |
| pain first | 0.70 | 0.15 | 0.15 |
| business first | 0.15 | 0.70 | 0.15 |
| foundations first | 0.15 | 0.15 | 0.70 |

Own rule: balanced is what a roadmap begins with; each of the others gives 0.70 to one criterion and the rest to the
other two alike. Only proportions matter, so weights are compared by their shares.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from enum import StrEnum

from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.planning.priority import Weights
from assessment.domain.rating.scale import TOLERANCE


class Preset(StrEnum):
    """A set of weights with a name."""

    BALANCED = "balanced"
    PAIN_FIRST = "pain-first"
    BUSINESS_FIRST = "business-first"
    FOUNDATIONS_FIRST = "foundations-first"


MOST, REST = 0.70, 0.15
PRESETS: Mapping[Preset, Weights] = {
    Preset.BALANCED: Weights.of(RoadmapSettings()),
    Preset.PAIN_FIRST: Weights(pain=MOST, importance=REST, leverage=REST),
    Preset.BUSINESS_FIRST: Weights(pain=REST, importance=MOST, leverage=REST),
    Preset.FOUNDATIONS_FIRST: Weights(pain=REST, importance=REST, leverage=MOST),
}
"""The weights of each preset."""


def preset_of(weights: Weights) -> Preset | None:
    """The preset that weights are in the proportions of; None for weights of nobody's but the user's.

    >>> preset_of(Weights(pain=40, importance=30, leverage=30)).value
    'balanced'
    >>> preset_of(Weights(pain=1, importance=0, leverage=0)) is None
    True
    """
    own = shares(weights)
    found = (preset for preset, known in PRESETS.items() if _are_close(own, shares(known)))
    return next(found, None)


def shares(weights: Weights) -> tuple[float, float, float]:
    """What each weight is of their sum, 0 to 1: pain, importance, leverage; all 0 where no weight is above 0.

    >>> shares(Weights(pain=2, importance=1, leverage=1))
    (0.5, 0.25, 0.25)
    """
    whole = weights.whole
    if whole <= 0:
        return 0.0, 0.0, 0.0
    return weights.pain / whole, weights.importance / whole, weights.leverage / whole


def _are_close(first: tuple[float, ...], second: tuple[float, ...]) -> bool:
    return all(math.isclose(one, other, abs_tol=TOLERANCE) for one, other in zip(first, second, strict=True))
