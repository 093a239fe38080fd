"""To-be: the profile a target asks for, and how far a process is from it (METHOD.md section 9).

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| chosen | target level, chosen by a person, never derived | ordinal | 0 to 5 | |
| T | effective target: the highest level up to the chosen one that can be | ordinal | 0 to 5 | |
| level gap | T - level | levels | -5 to 5 | above 0: below target |
| score gap | T - score | none | -5 to 5 | above 0: below target |
| shown gap | T - shown score, as it is printed | one decimal | -5.0 to 5.0 | above 0: below target |
| need | max(0, T - score) / 5 | share | 0 (at or above target) to 1 | higher needs more |
| attribute gap | to-be percent - as-is percent | percent points | -100 to 100 | above 0: to be raised |

Every rule goes by the effective target; only the rationale is asked of the chosen one. Own rule: an attribute that has
the letter a target asks for already (70 % is L+) is left as it is; otherwise it becomes the percent of that letter's
code. So a cell without work to do shows no gap.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessment.domain.answered.assessment import Assessment, Target
from assessment.domain.authored.content import RatingLetter
from assessment.domain.rating.capability import Ladder, rate_level
from assessment.domain.rating.results import (
    AttributeGap,
    GapStatus,
    LevelResult,
    TargetResult,
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
from assessment.domain.rating.warnings import MethodWarning, WarningKind

GAP_DIGITS = 1
TARGET_CODE = CODE_BY_LETTER[RatingLetter.L_PLUS]
FULL_CODE = CODE_BY_LETTER[RatingLetter.F]
RATIONALE_ABOVE_LEVEL = 3


def required_code(attribute_level: int, target_level: int, carry_percent: float) -> int:
    """The code an attribute of a level up to the target must have: 4 (L+), or 5 (F) below it under the 33020 bound.

    >>> required_code(2, 3, 67.5), required_code(2, 3, 85.0), required_code(3, 3, 85.0)
    (4, 5, 4)
    """
    return FULL_CODE if attribute_level < target_level and carry_percent > CARRY_BOUND else TARGET_CODE


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


def proposed_level(ladder: Ladder, to_be: Sequence[float | None]) -> int:
    """The target that to-be percents propose: the largest n with every attribute up to n above 67.5 % (L+).

    None in `to_be` is not applicable; a level with nothing else is never proposed.

    >>> proposed_level(Ladder(attribute_ids=("a", "b"), levels=(1, 2)), (80.0, 60.0))
    1
    """
    best = 0
    for level in sorted(set(ladder.levels)):
        members = [percent for own, percent in zip(ladder.levels, to_be, strict=True) if own == level]
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


def is_possible(ladder: Ladder, percents: Sequence[float | None], level: int) -> bool:
    """Whether a process can be at a level: 0 always, another only with an applicable attribute of that level.

    >>> is_possible(Ladder(attribute_ids=("a", "b"), levels=(1, 2)), (50.0, None), 2)
    False
    """
    own = (percent for own_level, percent in zip(ladder.levels, percents, strict=True) if own_level == level)
    return level == 0 or any(percent is not None for percent in own)


def effective_level(ladder: Ladder, percents: Sequence[float | None], chosen_level: int) -> int:
    """The effective target: the highest level up to the chosen one that can be; 0 always can.

    >>> effective_level(Ladder(attribute_ids=("a", "b"), levels=(1, 2)), (50.0, None), 2)
    1
    """
    return next(level for level in range(chosen_level, -1, -1) if is_possible(ladder, percents, level))


def gap_status(target_level: int, level: int | None) -> GapStatus | None:
    """Where a level stands against the effective target; None without a level.

    >>> gap_status(3, 1).value, gap_status(3, 3).value, gap_status(3, 4).value
    ('below', 'on', 'above')
    """
    if level is None:
        return None
    if level == target_level:
        return GapStatus.ON
    return GapStatus.BELOW if level < target_level else GapStatus.ABOVE


def shown_gap(target_level: int, shown_score: float | None) -> float | None:
    """The gap as it is printed: from the score as it is printed, so that the three numbers of a row add up.

    >>> shown_gap(2, 3.7), shown_gap(3, 1.2), shown_gap(3, None)
    (-1.7, 1.8, None)
    """
    return None if shown_score is None else round(target_level - shown_score, GAP_DIGITS)


def lacks_rationale(chosen_level: int, rationale: str | None) -> bool:
    """Whether a chosen target is so high, above 3, that it needs a rationale and has none.

    >>> lacks_rationale(4, None), lacks_rationale(4, "The regulator wants it."), lacks_rationale(3, None)
    (True, False, False)
    """
    return chosen_level > RATIONALE_ABOVE_LEVEL and rationale is None


def lacking_rationale(assessment: Assessment) -> tuple[str, ...]:
    """Ids of the processes in scope whose chosen target, the default where nobody chose one, lacks a rationale."""
    return tuple(process_id for process_id in assessment.scope if lacks_rationale(*_choice(assessment, process_id)))


def _choice(assessment: Assessment, process_id: str) -> tuple[int, str | None]:
    target = assessment.target_by_process.get(process_id)
    return (assessment.header.default_target_level, None) if target is None else (target.level, target.rationale)


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
    """The to-be of one process: profile, its level, the gaps, and the cells that fall short of the effective target.

    `target` None takes `default_level`. Cells set by hand replace what the target asks for; one that is not
    applicable as-is stays so. `proposal` is what respondents propose, passed through.
    """
    chosen_level = default_level if target is None else target.level
    target_level = effective_level(ladder, percents, chosen_level)
    profile = list(raised_percents(ladder, percents, target_level, carry_percent))
    by_hand = {} if target is None else {cell.attribute_id: cell.code for cell in target.cells}
    for index, attribute_id in enumerate(ladder.attribute_ids):
        if attribute_id in by_hand and percents[index] is not None:
            profile[index] = percent_of_code(by_hand[attribute_id])
    return TargetResult(
        chosen_level=chosen_level,
        target_level=target_level,
        is_default=target is None,
        to_be=rate_level(ladder, profile, carry_percent),
        level_gap=None if level.level is None else target_level - level.level,
        score_gap=None if level.score is None else target_level - level.score,
        shown_gap=shown_gap(target_level, level.shown_score),
        need_share=need_share(target_level, level.score),
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


def target_warnings(process_id: str, target: Target | None, result: TargetResult) -> tuple[MethodWarning, ...]:
    """What a person should hear about a target: impossible, not reached by its cells, or ambitious without a reason."""
    found: list[MethodWarning] = []
    if result.target_level != result.chosen_level:
        found.append(
            MethodWarning(
                kind=WarningKind.TARGET_IMPOSSIBLE,
                process_id=process_id,
                level=result.chosen_level,
                other_level=result.target_level,
            )
        )
    if result.short_cells:
        found.append(
            MethodWarning(
                kind=WarningKind.TARGET_NOT_REACHED_BY_CELLS,
                process_id=process_id,
                level=result.target_level,
                attribute_ids=result.short_cells,
            )
        )
    if lacks_rationale(result.chosen_level, None if target is None else target.rationale):
        found.append(
            MethodWarning(kind=WarningKind.TARGET_WITHOUT_RATIONALE, process_id=process_id, level=result.chosen_level)
        )
    return tuple(found)
