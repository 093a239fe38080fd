"""To-be: the profile a target asks for, and how far a process is from it (METHOD.md section 9).

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| T | target level, chosen by a person | ordinal | 0 to 5 | |
| level gap | T - level | levels | -5 to 5 | above 0: below target |
| score gap | T - score | none | -5 to 5 | above 0: below target |
| need | max(0, T - score) / 5 | share | 0 (at or above target) to 1 | higher needs more |
| attribute gap | to-be percent - as-is percent | percent points | -100 to 100 | above 0: to be raised |

Own rule: an attribute that has the letter a target asks for already (70 % is L+) is left as it is; otherwise it becomes
the percent of that letter's code. So a cell without work to do shows no gap.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessment.domain.answered.assessment import Target
from assessment.domain.authored.content import RatingLetter
from assessment.domain.authored.framework import Framework
from assessment.domain.rating.capability import Ladder, rate_level
from assessment.domain.rating.results import (
    AttributeGap,
    GapStatus,
    LevelResult,
    MethodWarning,
    TargetResult,
    WarningKind,
)
from assessment.domain.rating.scale import (
    ACHIEVED_BOUND,
    CARRY_BOUND,
    CODE_BY_LETTER,
    HIGHEST_CODE,
    code_of_percent,
    is_above,
    letter_of_percent,
    percent_of_code,
)

WANTED_CODE = CODE_BY_LETTER[RatingLetter.L_PLUS]
FULL_CODE = CODE_BY_LETTER[RatingLetter.F]
RATIONALE_ABOVE_LEVEL = 3


def required_code(attribute_level: int, target_level: int, carry_percent: float) -> int:
    """The code an attribute of a level up to the target must have: 4 (L+), or 5 (F) below it under the 33020 bound.

    >>> required_code(2, 3, 67.5), required_code(2, 3, 85.0), required_code(3, 3, 85.0)
    (4, 5, 4)
    """
    return FULL_CODE if attribute_level < target_level and carry_percent > CARRY_BOUND else WANTED_CODE


def raised_percents(
    ladder: Ladder, percents: Sequence[float | None], level: int, carry_percent: float
) -> tuple[float | None, ...]:
    """The profile with every attribute of the levels up to `level` at least at the code it requires.

    No attribute is ever lowered, and one that is not applicable stays so.

    >>> raised_percents(Ladder(attribute_ids=("a", "b", "c"), levels=(1, 1, 2)), (70.0, 40.0, 0.0), 1, 67.5)
    (70.0, 80.0, 0.0)
    """
    raised: list[float | None] = []
    for own_level, percent in zip(ladder.levels, percents, strict=True):
        code = required_code(own_level, level, carry_percent)
        if percent is None or own_level > level or code_of_percent(percent) >= code:
            raised.append(percent)
        else:
            raised.append(percent_of_code(code))
    return tuple(raised)


def proposed_level(ladder: Ladder, wanted: Sequence[float | None]) -> int:
    """The target that wanted percents propose: the largest n with every attribute up to n above 67.5 % (L+).

    None in `wanted` is not applicable; a level with nothing else is never proposed.

    >>> proposed_level(Ladder(attribute_ids=("a", "b"), levels=(1, 2)), (80.0, 60.0))
    1
    """
    best = 0
    for level in sorted(set(ladder.levels)):
        members = [percent for own, percent in zip(ladder.levels, wanted, strict=True) if own == level]
        known = [percent for percent in members if percent is not None]
        if not all(is_above(percent, CARRY_BOUND) for percent in known):
            break
        if known:
            best = level
    return best


def need_share(target_level: int, score: float | None) -> float:
    """The unmet part of a target as a share of 5: 0 at or above target or without a score, 1 from 0 to 5.

    >>> need_share(3, 1.5), need_share(3, 3.4), need_share(3, None)
    (0.3, 0.0, 0.0)
    """
    return 0.0 if score is None else max(0.0, target_level - score) / HIGHEST_CODE


def gap_status(target_level: int, level: int | None) -> GapStatus | None:
    """Where a level stands against its target; None without a level.

    >>> gap_status(3, 1).value, gap_status(3, 3).value, gap_status(3, 4).value
    ('below target', 'on target', 'above target')
    """
    if level is None:
        return None
    if level == target_level:
        return GapStatus.ON
    return GapStatus.BELOW if level < target_level else GapStatus.ABOVE


def set_target(
    *,
    ladder: Ladder,
    percents: Sequence[float | None],
    level: LevelResult,
    target: Target | None,
    default_level: int,
    carry_percent: float,
    proposal: int | None,
) -> TargetResult:
    """The to-be of one process: profile, its level, the gaps, and the cells that fall short of the target.

    `target` None takes `default_level`. Cells set by hand replace what the target asks for; one that is not
    applicable as-is stays so. `proposal` is what respondents propose, passed through.
    """
    target_level = default_level if target is None else target.level
    profile = list(raised_percents(ladder, percents, target_level, carry_percent))
    by_hand = {} if target is None else {cell.attribute_id: cell.code for cell in target.cells}
    for index, attribute_id in enumerate(ladder.attribute_ids):
        if attribute_id in by_hand and percents[index] is not None:
            profile[index] = percent_of_code(by_hand[attribute_id])
    score = level.score
    return TargetResult(
        target_level=target_level,
        is_default=target is None,
        to_be=rate_level(ladder, profile, carry_percent),
        level_gap=None if level.level is None else target_level - level.level,
        score_gap=None if score is None else target_level - score,
        need_share=need_share(target_level, score),
        status=gap_status(target_level, level.level),
        cells=_cells(ladder, percents, profile, by_hand),
        short_cells=_short_cells(ladder, profile, target_level, carry_percent),
        proposed_level=proposal,
    )


def _cells(
    ladder: Ladder, percents: Sequence[float | None], profile: Sequence[float | None], by_hand: Mapping[str, int]
) -> tuple[AttributeGap, ...]:
    return tuple(
        AttributeGap(
            attribute_id=attribute_id,
            as_is_percent=as_is,
            to_be_percent=to_be,
            to_be_letter=None if to_be is None else letter_of_percent(to_be),
            gap_percent=None if as_is is None or to_be is None else to_be - as_is,
            is_set_by_hand=as_is is not None and attribute_id in by_hand,
        )
        for attribute_id, as_is, to_be in zip(ladder.attribute_ids, percents, profile, strict=True)
    )


def _short_cells(
    ladder: Ladder, profile: Sequence[float | None], target_level: int, carry_percent: float
) -> tuple[str, ...]:
    short: list[str] = []
    for attribute_id, own_level, percent in zip(ladder.attribute_ids, ladder.levels, profile, strict=True):
        bound = carry_percent if own_level < target_level else ACHIEVED_BOUND
        if percent is not None and own_level <= target_level and not is_above(percent, bound):
            short.append(attribute_id)
    return tuple(short)


def target_warnings(
    framework: Framework, process_id: str, ladder: Ladder, target: Target | None, result: TargetResult
) -> tuple[MethodWarning, ...]:
    """What a person should hear about a target: impossible, not reached by its cells, or ambitious without a reason."""
    name = framework.process_by_id[process_id].name
    wanted = result.target_level
    found: list[tuple[WarningKind, str]] = []
    if not is_possible(ladder, [cell.as_is_percent for cell in result.cells], wanted):
        sentence = f"{name} cannot be at level {wanted}: nothing of that level applies to it. Choose another target."
        found.append((WarningKind.TARGET_IMPOSSIBLE, sentence))
    if result.short_cells:
        names = ", ".join(framework.attribute_by_id[attribute_id].name for attribute_id in result.short_cells)
        sentence = f"The to-be profile of {name} does not reach its target, level {wanted}; it falls short at: {names}."
        found.append((WarningKind.TARGET_NOT_REACHED_BY_CELLS, sentence))
    if wanted > RATIONALE_ABOVE_LEVEL and (target is None or target.rationale is None):
        sentence = f"The target of {name} is level {wanted} without a rationale. Say why it is worth the effort."
        found.append((WarningKind.TARGET_WITHOUT_RATIONALE, sentence))
    return tuple(MethodWarning(kind=kind, sentence=sentence, process_id=process_id) for kind, sentence in found)


def is_possible(ladder: Ladder, percents: Sequence[float | None], target_level: int) -> bool:
    """Whether a process can be at a level: 0 always, another only with an applicable attribute of that level.

    >>> is_possible(Ladder(attribute_ids=("a", "b"), levels=(1, 2)), (50.0, None), 2)
    False
    """
    own = (percent for level, percent in zip(ladder.levels, percents, strict=True) if level == target_level)
    return target_level == 0 or any(percent is not None for percent in own)
