"""The steps that lead a process to its target: what each raises, brings and takes (METHOD.md section 13).

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| value | 100 * impact * (n - max(n - 1, score)) / 5 of a step to level n | points | 0 up | higher is worth more |
| effort | work of a step | points | 1 up | higher costs more |
| part | n - max(n - 1, score): how much of the step is still to go | share | above 0 to 1 | |

Values of a process's steps add up to its priority. Effort is an own rule: over the attributes the step raises, the sum
of the largest effort (S, M, L count 1, 2, 3) among their actions still ahead, times the part still to go, rounded up.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.domain.authored.content import Action
from assessment.domain.authored.framework import Framework
from assessment.domain.rating.capability import Ladder, rate_level
from assessment.domain.rating.results import ProcessResult
from assessment.domain.rating.scale import CODE_BY_LETTER, HIGHEST_CODE, TOLERANCE, code_of_percent
from assessment.domain.rating.targets import is_possible, raised_percents, required_code

StepKey = tuple[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftStep:
    """A step before it is planned. `to_level` is what it is named by, `reached_level` what the process has after it.

    `actions` are those still ahead for each attribute it raises, lowest letter first.
    """

    process_id: str
    from_level: int
    to_level: int
    reached_level: int
    value: float
    effort_count: int
    is_effort_set_by_hand: bool
    actions: Mapping[str, tuple[Action, ...]]
    score_after: float
    percents_after: tuple[float | None, ...]

    @property
    def key(self) -> StepKey:
        """What pins and efforts name a step by: process id and level."""
        return self.process_id, self.to_level


def step_value(impact: float, score: float, level: int) -> float:
    """What the step to `level` earns, in points of priority; 0 when the score is there already.

    >>> round(step_value(0.8, 1.4, 2), 6), round(step_value(0.8, 1.4, 3), 6)
    (9.6, 16.0)
    """
    return 100 * impact * max(0.0, level - max(level - 1, score)) / HIGHEST_CODE


def draft_steps(
    framework: Framework,
    ladder: Ladder,
    process: ProcessResult,
    impact: float,
    carry_percent: float,
    efforts: Mapping[StepKey, int],
) -> tuple[DraftStep, ...]:
    """The steps of one process from its level to its target, lowest first; none at or above target.

    A step that raises nothing beyond the one before is part of that one, and a level nothing of which applies is
    passed over with its value: nothing can stand on it. `efforts` are set by hand, by step.
    """
    level, score = process.level.level, process.level.score
    if level is None or score is None:
        return ()
    profile = tuple(attribute.percent for attribute in process.attributes)
    drafts: list[DraftStep] = []
    from_level, value = level, 0.0
    for next_level in range(level + 1, process.target.target_level + 1):
        value += step_value(impact, score, next_level)
        if not is_possible(ladder, profile, next_level):
            continue
        after = raised_percents(ladder, profile, next_level, carry_percent)
        actions = _actions_ahead(framework, ladder, process.process_id, profile, after, next_level, carry_percent)
        if not actions and drafts:
            drafts[-1] = _extended(drafts[-1], next_level, value, efforts)
            value = 0.0
            continue
        if not actions:
            continue
        reached = rate_level(ladder, after, carry_percent)
        part = next_level - max(next_level - 1, score)
        own_effort = efforts.get((process.process_id, next_level))
        drafts.append(
            DraftStep(
                process_id=process.process_id,
                from_level=from_level,
                to_level=next_level,
                reached_level=max(next_level, reached.level or 0),
                value=value,
                effort_count=own_effort or _effort(actions, part),
                is_effort_set_by_hand=own_effort is not None,
                actions=actions,
                score_after=reached.score or 0.0,
                percents_after=after,
            )
        )
        profile, from_level, value = after, next_level, 0.0
    return tuple(drafts)


def _extended(draft: DraftStep, level: int, value: float, efforts: Mapping[StepKey, int]) -> DraftStep:
    """A step with the next one in it, which raises nothing more; an effort set by hand for either stands."""
    own_effort = efforts.get((draft.process_id, level))
    return DraftStep(
        process_id=draft.process_id,
        from_level=draft.from_level,
        to_level=level,
        reached_level=max(level, draft.reached_level),
        value=draft.value + value,
        effort_count=own_effort or draft.effort_count,
        is_effort_set_by_hand=own_effort is not None or draft.is_effort_set_by_hand,
        actions=draft.actions,
        score_after=draft.score_after,
        percents_after=draft.percents_after,
    )


def _actions_ahead(
    framework: Framework,
    ladder: Ladder,
    process_id: str,
    before: Sequence[float | None],
    after: Sequence[float | None],
    level: int,
    carry_percent: float,
) -> dict[str, tuple[Action, ...]]:
    """For each attribute the step raises: its actions above the letter it has, up to the letter it must reach."""
    ahead: dict[str, tuple[Action, ...]] = {}
    for attribute_id, own_level, old, new in zip(ladder.attribute_ids, ladder.levels, before, after, strict=True):
        if old is None or new is None or new <= old + TOLERANCE:
            continue
        present, wanted = code_of_percent(old), required_code(own_level, level, carry_percent)
        ahead[attribute_id] = tuple(
            action
            for action in framework.actions(process_id, attribute_id)
            if present < CODE_BY_LETTER[action.to] <= wanted
        )
    return ahead


def _effort(actions: Mapping[str, tuple[Action, ...]], part: float) -> int:
    points = sum(max((action.effort.point_count for action in own), default=1) for own in actions.values())
    return max(1, math.ceil(points * part - TOLERANCE))
