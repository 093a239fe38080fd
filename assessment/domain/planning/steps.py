"""The steps that lead a process to its target: where each lands, what it brings and takes (METHOD.md section 13).

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| T | effective target of the process | ordinal | 0 to 5 | |
| a | level the step begins at: where the process stands, or where its last step landed | ordinal | 0 to 4 | |
| n | level whose to-be profile the step makes | ordinal | a + 1 to T | |
| b | where it lands: the level of that profile | ordinal | n to 5 | |
| value | 100 * impact * (min(T, b) - max(a, as-is score)) / 5 | points | 0 up | higher is worth more |
| effort | sum of sizes * (b - max(a, as-is score)) / (b - a), rounded up | points | 1 up | higher costs more |

A step is named by a and b, also where b is above T; it is worth, and works on, nothing above T. Values of a process's
steps add up to its priority. S, M and L count as 1, 2 and 3 points. Own rules.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assessment.domain.authored.content import Action, Effort
from assessment.domain.authored.framework import Framework
from assessment.domain.rating.capability import Ladder, rate_level
from assessment.domain.rating.results import ProcessResult
from assessment.domain.rating.scale import CODE_BY_LETTER, HIGHEST_CODE, TOLERANCE, code_of_percent
from assessment.domain.rating.targets import is_possible, raised_percents

StepKey = tuple[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Landing:
    """One step up a ladder: the profile before and after it, percents by attribute, and where it lands."""

    from_level: int
    to_level: int
    score_before: float
    score_after: float
    percents_before: tuple[float | None, ...]
    percents_after: tuple[float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftStep:
    """A step before it is planned. `actions`: those still ahead for each attribute it raises, lowest letter first."""

    process_id: str
    from_level: int
    to_level: int
    value: float
    effort_count: int
    is_effort_set_by_hand: bool
    actions: Mapping[str, tuple[Action, ...]]
    score_before: float
    score_after: float
    percents_after: tuple[float | None, ...]

    @property
    def key(self) -> StepKey:
        """What pins and efforts name a step by: process id and the level it lands on."""
        return self.process_id, self.to_level


def land_steps(
    ladder: Ladder, percents: Sequence[float | None], target_level: int, carry_percent: float
) -> tuple[Landing, ...]:
    """The steps from a profile to an effective target, lowest first; none without a level or once it is reached.

    Each goes to the next level up that can be: the profile becomes the to-be profile of that level n. Where its own
    level b, or the target if lower, is above n, it becomes n and the profile is made again, until nothing changes.

    >>> ladder = Ladder(attribute_ids=("delivery", "ownership", "definition"), levels=(1, 2, 3))
    >>> [(step.from_level, step.to_level) for step in land_steps(ladder, (60.0, 100.0, 60.0), 3, 67.5)]
    [(1, 3)]
    >>> [(step.from_level, step.to_level) for step in land_steps(ladder, (60.0, 0.0, 0.0), 3, 67.5)]
    [(1, 2), (2, 3)]
    """
    profile = tuple(percents)
    present = rate_level(ladder, profile, carry_percent)
    landings: list[Landing] = []
    while present.level is not None and present.level < target_level:
        level, after = _next_possible(ladder, profile, present.level), profile
        while True:
            after = raised_percents(ladder, profile, level, carry_percent)
            landed = rate_level(ladder, after, carry_percent)
            if min(landed.level or 0, target_level) <= level:
                break
            level = min(landed.level or 0, target_level)
        landings.append(
            Landing(
                from_level=present.level,
                to_level=landed.level or 0,
                score_before=present.score or 0.0,
                score_after=landed.score or 0.0,
                percents_before=profile,
                percents_after=after,
            )
        )
        profile, present = after, landed
    return tuple(landings)


def _next_possible(ladder: Ladder, percents: Sequence[float | None], level: int) -> int:
    return next(above for above in sorted(set(ladder.levels)) if above > level and is_possible(ladder, percents, above))


def step_value(impact: float, score: float, from_level: int, to_level: int, target_level: int) -> float:
    """What a step earns, in points of priority; `score` is the process's as-is score, 0 to 5.

    >>> round(step_value(0.8, 1.4, 1, 2, 3), 6), round(step_value(0.8, 1.4, 2, 3, 3), 6)
    (9.6, 16.0)
    >>> round(step_value(0.5, 1.8, 1, 3, 2), 6)
    2.0
    """
    return 100 * impact * (min(target_level, to_level) - max(from_level, score)) / HIGHEST_CODE


def step_effort(ahead: Iterable[Sequence[Effort]], score: float, from_level: int, to_level: int) -> int:
    """Points of work: the largest size ahead of each attribute it raises, 1 for one with no action, for the part to go.

    >>> step_effort([[Effort.MEDIUM], [Effort.SMALL, Effort.MEDIUM], []], 1.4, 1, 2)
    3
    """
    points = sum(max((size.point_count for size in sizes), default=1) for sizes in ahead)
    part = (to_level - max(from_level, score)) / (to_level - from_level)
    return max(1, math.ceil(points * part - TOLERANCE))


def draft_steps(
    framework: Framework,
    ladder: Ladder,
    process: ProcessResult,
    impact: float,
    carry_percent: float,
    efforts: Mapping[StepKey, int],
) -> tuple[DraftStep, ...]:
    """The steps of one process from its level to its target, priced; none at or above target or without a level.

    `efforts` are set by hand, by the level a step lands on; one for a level that no step lands on (any more) is not
    applied: what it was given for is no longer a piece of work.
    """
    score, target_level = process.level.score, process.target.target_level
    if not process.is_assessed or score is None:
        return ()
    percents = tuple(attribute.percent for attribute in process.attributes)
    drafts: list[DraftStep] = []
    for landing in land_steps(ladder, percents, target_level, carry_percent):
        actions = _actions_ahead(framework, ladder, process.process_id, landing)
        sizes = [[action.effort for action in ahead] for ahead in actions.values()]
        own_effort = efforts.get((process.process_id, landing.to_level))
        drafts.append(
            DraftStep(
                process_id=process.process_id,
                from_level=landing.from_level,
                to_level=landing.to_level,
                value=step_value(impact, score, landing.from_level, landing.to_level, target_level),
                effort_count=own_effort or step_effort(sizes, score, landing.from_level, landing.to_level),
                is_effort_set_by_hand=own_effort is not None,
                actions=actions,
                score_before=landing.score_before,
                score_after=landing.score_after,
                percents_after=landing.percents_after,
            )
        )
    return tuple(drafts)


def _actions_ahead(
    framework: Framework, ladder: Ladder, process_id: str, landing: Landing
) -> dict[str, tuple[Action, ...]]:
    """For each attribute the step raises: its actions above the letter it has, up to the letter it gets."""
    ahead: dict[str, tuple[Action, ...]] = {}
    profiles = zip(ladder.attribute_ids, landing.percents_before, landing.percents_after, strict=True)
    for attribute_id, before, after in profiles:
        if before is None or after is None or after <= before + TOLERANCE:
            continue
        ahead[attribute_id] = tuple(
            action
            for action in framework.actions(process_id, attribute_id)
            if code_of_percent(before) < CODE_BY_LETTER[action.to] <= code_of_percent(after)
        )
    return ahead


def cells_beyond_target(ladder: Ladder, process: ProcessResult, carry_percent: float) -> tuple[str, ...]:
    """Attributes a person raised in the to-be beyond the letter that the target asks for: named, not planned."""
    percents = tuple(attribute.percent for attribute in process.attributes)
    asked = raised_percents(ladder, percents, process.target.target_level, carry_percent)
    planned = dict(zip(ladder.attribute_ids, asked, strict=True))
    beyond: list[str] = []
    for cell in process.target.cells:
        without_hand = planned[cell.attribute_id]
        if not cell.is_set_by_hand or cell.to_be_percent is None or without_hand is None:
            continue
        if code_of_percent(cell.to_be_percent) > code_of_percent(without_hand):
            beyond.append(cell.attribute_id)
    return tuple(beyond)
