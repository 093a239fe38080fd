"""The steps of a process as METHOD.md section 13 says them, a second time and slowly: the oracle of `planning.steps`.

Nothing here calls the package: levels are tried from 1 to 5 by their definition, and a step goes to the least level
whose to-be profile lands on that level.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

Percents = tuple[float | None, ...]

LEVELS = (1, 2, 2, 3, 4, 4, 5, 5)
EDGES = (15.0, 32.5, 50.0, 67.5, 85.0)
POINTS = (1, 1, 2, 2, 3)  # of the actions of the tiny framework: S, S, M, M, L to P-, P+, L-, L+, F


@dataclass(frozen=True, kw_only=True)
class SlowStep:
    """One step: where from and to, worth, work, and the profile and score after it."""

    from_level: int
    to_level: int
    value: float
    effort_count: int
    percents_after: Percents
    score_after: float


def code_of(percent: float) -> int:
    """The code of a percent: an edge belongs to the lower band."""
    return sum(percent > edge + 1e-9 for edge in EDGES)


def of_level(percents: Sequence[float | None], levels: Sequence[int]) -> list[float]:
    """The applicable percents of some levels."""
    return [percent for own, percent in zip(LEVELS, percents, strict=True) if own in levels and percent is not None]


def can_be(percents: Sequence[float | None], level: int) -> bool:
    """Whether a process can be at a level."""
    return level == 0 or bool(of_level(percents, [level]))


def level_of(percents: Sequence[float | None], carry: float) -> int | None:
    """The largest level with its own attributes achieved and everything below carried."""
    if percents[0] is None:
        return None
    earned = [
        level
        for level in range(1, 6)
        if can_be(percents, level)
        and all(code_of(percent) >= 3 for percent in of_level(percents, [level]))
        and all(percent > carry for percent in of_level(percents, range(1, level)))
    ]
    return max(earned, default=0)


def score_of(percents: Sequence[float | None], carry: float) -> float:
    """Level plus progress."""
    level = level_of(percents, carry) or 0
    above = [own for own in range(level + 1, 6) if can_be(percents, own)]
    if not above:
        return float(level)
    parts = [min(1.0, max(0.0, (percent - 50) / (carry - 50))) for percent in of_level(percents, [level])]
    parts += [min(1.0, percent / 50) for percent in of_level(percents, above[:1])]
    return level + min(0.99, sum(parts) / len(parts))


def to_be(percents: Percents, level: int, carry: float) -> Percents:
    """The to-be profile of a target: L+ up to it, F below it under the 33020 bound, what has the letter kept."""
    raised: list[float | None] = []
    for own, percent in zip(LEVELS, percents, strict=True):
        asked = 0 if own > level else 5 if carry > 67.5 and own < level else 4
        is_short = percent is not None and code_of(percent) < asked
        raised.append(20.0 * asked if is_short else percent)
    return tuple(raised)


def effective(percents: Percents, target: int) -> int:
    """The highest level up to the target that can be."""
    return max(level for level in range(target + 1) if can_be(percents, level))


def slow_steps(percents: Percents, target: int, carry: float, impact: float) -> list[SlowStep]:
    """The steps of a process from its profile to its chosen target."""
    level, score, target_level = level_of(percents, carry), score_of(percents, carry), effective(percents, target)
    steps: list[SlowStep] = []
    while level is not None and level < target_level:
        choices = [own for own in range(level + 1, target_level + 1) if can_be(percents, own)]
        after = next(
            profile
            for own in choices
            if min(level_of(profile := to_be(percents, own, carry), carry) or 0, target_level) <= own
        )
        landed = level_of(after, carry)
        assert landed is not None
        begun = max(level, score)
        points = sum(_largest_ahead(old, new) for old, new in zip(percents, after, strict=True))
        steps.append(
            SlowStep(
                from_level=level,
                to_level=landed,
                value=100 * impact * (min(target_level, landed) - begun) / 5,
                effort_count=max(1, math.ceil(round(points * (landed - begun) / (landed - level), 9))),
                percents_after=after,
                score_after=score_of(after, carry),
            )
        )
        percents, level = after, landed
    return steps


def _largest_ahead(before: float | None, after: float | None) -> int:
    """Points of the largest action above the letter there is, up to the one there will be; 0 for what stays."""
    if before is None or after is None or before == after:
        return 0
    return max(POINTS[code_of(before) : code_of(after)], default=1)


@dataclass(frozen=True, kw_only=True)
class SlowCase:
    """A process to plan: a code for each attribute, None for N/A, its chosen target and the carry bound."""

    codes: tuple[int | None, ...]
    target: int
    carry: float

    @property
    def percents(self) -> Percents:
        """What the codes come to."""
        return tuple(None if code is None else 20.0 * code for code in self.codes)

    @property
    def steps(self) -> list[SlowStep]:
        """Its steps at an impact of 0.8."""
        return slow_steps(self.percents, self.target, self.carry, 0.8)


def draw_case(seed: int) -> SlowCase:
    """A process with attributes that often are ahead of its level, so that steps land higher than their next level."""
    draw = random.Random(seed)
    codes = [draw.choice((0, 1, 2, 3, 3, 4, 5, None)) for _ in LEVELS]
    codes[0] = draw.choice((0, 2, 3, 3, 4, 5, None if draw.random() < 0.2 else 3))
    return SlowCase(codes=tuple(codes), target=draw.randint(0, 5), carry=draw.choice((67.5, 67.5, 85.0)))
