"""The sentences on what more capacity would buy."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.views.wording.numbers import counted, decimal_text, listed, signed_text, unbroken, whole_text

QUESTION = "What would one more unit buy?"
TABLE_TITLE = "The best plan for each capacity"
TABLE_MEASURE = (
    "Each row is a plan made anew with so many points more, or fewer, in every wave; the other settings as they are. "
    "Value: points of priority earned. Worth: the same, counted once for each wave from its own to the last."
)
CHANGE_COLUMN = "Points more in every wave"
CAPACITY_COLUMN = "Capacity"
EFFORT_COLUMN = "Effort"
VALUE_COLUMN = "Value"
WORTH_COLUMN = "Worth"
AT_TARGET_COLUMN = "At target"
LEFT_COLUMN = "Steps not funded"
AS_IT_IS = "As it is"
NOTHING = "No step is needed, so more capacity buys nothing."
MORE_BUYS_NOTHING = "More capacity buys nothing: every step is as early as its order allows."
NOT_BY_THEN = "Within eight points more in every wave, no process more reaches its target and no value more is earned."
WORTH_NEVER_FALLS = (
    "The worth never falls with more capacity. Value and processes at target mostly follow it; a plan that brings much "
    "early may leave out what another one brings late."
)


def change_text(change_count: int) -> str:
    """By how many points every wave is changed."""
    return signed_text(change_count)


def capacities_text(capacities: Sequence[int]) -> str:
    """What the waves hold, said once where all hold the same."""
    if len(set(capacities)) == 1:
        return f"{counted(capacities[0], 'point')} each"
    return f"{listed([whole_text(one) for one in capacities])} points"


def buys(change_count: int, at_target_count: int, now_count: int, value: float, present_value: float) -> str:
    """What the nearest plan that brings more has over the present one."""
    points = counted(change_count, "point")
    earned = f"{decimal_text(value)} points of priority are earned in place of {decimal_text(present_value)}"
    if at_target_count == now_count:
        return f"With {points} more in every wave, {earned}; as many processes are at target, {whole_text(now_count)}."
    reached = f"{whole_text(at_target_count)} in place of {whole_text(now_count)}"
    return f"With {points} more in every wave, {reached} processes are at target, and {earned}."


def takes(effort_count: int, days: float | None, cost: str | None) -> str:
    """What that takes beside the present plan: points, and person-days and money where a point stands for them."""
    person_days = None if days is None else f"{whole_text(days)} person-days"
    more = [counted(effort_count, "point"), *(one for one in (person_days, cost) if one is not None)]
    return f"It takes {listed([unbroken(one) for one in more])} more."


def reckoned(done_share: float) -> str:
    """How far the curve is."""
    return f"{whole_text(100 * done_share)} % of the plans are made"
