"""The sentences of a step: what it is, why it is where it is, what is done first, and what may hinder it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessment.domain.answered.organisation import Authority
from assessment.domain.authored.content import Effort
from assessment.views.wording.numbers import (
    counted,
    decimal_text,
    listed,
    money_text,
    number_text,
    score_text,
    unbroken,
)

NO_OWNER = "not named yet"
PREPARATIONS_TITLE = "Before it begins"
ACTIONS_TITLE = "First actions"
EVIDENCE_TITLE = "Done when"
UNBLOCKS_TITLE = "Opens the way"
RISKS_TITLE = "Risks"
EFFORTS: Mapping[Effort, str] = {
    Effort.SMALL: "up to 5 days",
    Effort.MEDIUM: "up to 20 days",
    Effort.LARGE: "up to 60 days",
}
PROCESS_COLUMN = "Process"
LEVEL_COLUMN = "Level"
VALUE_COLUMN = "Value"
EFFORT_COLUMN = "Effort"
DAYS_COLUMN = "Person-days"
COST_COLUMN = "Cost"
OWNER_COLUMN = "Owner"
REASON_COLUMN = "Why"
DO_COLUMN = "Do"
DELIVERABLE_COLUMN = "What exists then"
ROLE_COLUMN = "Who"
WORK_COLUMN = "Work"
ELAPSED_COLUMN = "On the calendar"
SEEN_COLUMN = "How one sees it"
BEFORE_COLUMN = "Before that"
RAISES_FACT = "Raises"
SCORE_FACT = "Score"
MARKED_FACT = "Marked"
QUICK_WIN = "quick win"
PINNED = "wave set by hand"
EFFORT_BY_HAND = "effort set by hand"
PREPARATIONS_OF_ALL = "Before the steps begin"
PREPARATIONS_MEASURE = "What has to be there before the first step of a process; the earliest wave first."
NO_PREPARATION = "Nothing has to be there before the steps begin."
RISKS_OF_ALL = "What may hinder the steps"
RISKS_MEASURE = (
    "Open questions of readiness and authority, as many steps as they threaten first. Points: value of these steps."
)
NO_RISK = "No risk is known."
CODE_COLUMN = "No."
FOR_COLUMN = "Processes"
RISK_COLUMN = "Risk"
THREATENED_COLUMN = "Steps"
AT_STAKE_COLUMN = "Points"
APPOINT_ANY_OWNER = "Appoint the owner: one person, accountable from end to end, with authority to match."
APPOINT_DELIVERABLE = "Signed appointment that names the owner, the mandate and the sponsor"
APPOINT_ROLE = "Head of IT"
APPOINT_EFFORT = EFFORTS[Effort.SMALL]
APPOINT_WEEKS = 4
APPOINT_EVIDENCE = "The owner's name and mandate are published to every unit the process touches"


def move_text(from_level: int, to_level: int) -> str:
    """From which level to which, in one piece.

    >>> move_text(1, 3)
    '1\\xa0to\\xa03'
    """
    return unbroken(f"{from_level} to {to_level}")


def step_title(process_name: str, from_level: int, to_level: int) -> str:
    """The name of a step: the process and where it goes."""
    return f"{process_name}: level {move_text(from_level, to_level)}"


def points_text(count: int) -> str:
    """Points of effort, in one piece."""
    return unbroken(counted(count, "point"))


def value_text(value: float) -> str:
    """Points of priority that a step earns, one decimal."""
    return decimal_text(value)


def elapsed_text(weeks: int | None) -> str:
    """How long an action takes on the calendar, in one piece; nothing where its author did not say.

    >>> elapsed_text(1), elapsed_text(13), elapsed_text(None)
    ('1\\xa0week', '13\\xa0weeks', '')
    """
    return "" if weeks is None else unbroken(counted(weeks, "week"))


def days_text(days: float) -> str:
    """Person-days as a bare number."""
    return number_text(days)


def cost_text(cost: float | None, currency: str) -> str | None:
    """Money where the plan has any."""
    return None if cost is None else money_text(cost, currency)


def score_move(before: float, after: float) -> str:
    """The score before a step and once it is done."""
    return unbroken(f"{score_text(before)} to {score_text(after)}")


def pinned(wave: int) -> str:
    """Put into its wave by hand, and no earlier one would do."""
    return f"Put into wave {wave} by hand."


def pinned_later(wave: int, earliest_wave: int) -> str:
    """Put by hand into a later wave than it needs."""
    return (
        f"Put into wave {wave} by hand; wave {earliest_wave} is the earliest that its order and the capacities allow."
    )


def pinned_out() -> str:
    """Left out by hand."""
    return "Left out by hand."


def nothing_first() -> str:
    """In the first wave, with nothing before it."""
    return "Nothing has to come before it."


def after_own_step(level: int, wave: int) -> str:
    """It follows the process's own step."""
    return f"It follows its own step to level {level} in wave {wave}; it could not be earlier."


def with_supplier(process_name: str, level: int, wave: int) -> str:
    """It shares the wave with a step of a supplier."""
    return f"It shares wave {wave} with {process_name}, which lands on level {level} there; it could not be earlier."


def wave_full(wave: int) -> str:
    """The one wave before its own that its order allows has no room."""
    return f"Its order allows wave {wave}, which has no room left for it."


def waves_full(first_wave: int, last_wave: int) -> str:
    """Several waves that its order allows have no room."""
    return f"Its order allows wave {first_wave}, but waves {first_wave} to {last_wave} have no room left for it."


def waves_full_for_all(first_wave: int, last_wave: int, effort_count: int) -> str:
    """It has to share its wave with other steps, and there is no room for all of them earlier."""
    return (
        f"Its order allows wave {first_wave}; up to wave {last_wave} there is no room left for the "
        f"{counted(effort_count, 'point')} of all steps that have to share its wave."
    )


def no_capacity() -> str:
    """No wave can hold anything."""
    return "Not funded: no wave has any capacity."


def too_large(effort_count: int, limit_count: int) -> str:
    """No wave can hold the step."""
    return (
        f"Not funded: it takes {counted(effort_count, 'point')} and the largest wave has {limit_count}. "
        "Split it or raise the capacity."
    )


def own_step_not_funded(level: int) -> str:
    """Its own step before it is left out."""
    return f"Not funded: the step before it, to level {level}, is not funded either."


def supplier_not_funded(process_name: str, level: int) -> str:
    """A supplier that it needs never gets there."""
    return f"Not funded: it needs {process_name} at level {level}, and no wave brings it there."


def no_wave_left(wave: int) -> str:
    """What comes before it takes the last wave."""
    return f"Not funded: what has to come first is in wave {wave}, and no wave is left after that."


def circle(process_name: str) -> str:
    """It and another need each other."""
    return f"Not funded: it and {process_name} need each other first, and no order or wave holds both."


def no_room(first_wave: int) -> str:
    """No wave that its order allows has room."""
    return f"Not funded: its order allows wave {first_wave}, and no wave from there on has room left for it."


def no_room_for_all(first_wave: int, effort_count: int) -> str:
    """No wave that its order allows has room for it and the steps it has to share the wave with."""
    return (
        f"Not funded: its order allows wave {first_wave}, and no wave from there on has room left for the "
        f"{counted(effort_count, 'point')} of all steps that have to share its wave."
    )


def others_bring_more() -> str:
    """Whatever it would take the place of brings as much or more."""
    return "Not funded: whatever it would take the place of brings as much or more."


def pinned_at_cost(points: float) -> str:
    """Put into its wave by hand, and what that takes from the worth of the plan."""
    return f"{PINNED}, costs {counted_points(points)}" if points > 0 else f"{PINNED}, costs nothing"


def counted_points(points: float) -> str:
    """Points of priority or of a plan's worth, to one decimal."""
    return f"{decimal_text(points)} points"


def appoint_owner(process_name: str) -> str:
    """The first action of a process that nobody owns."""
    return f"Appoint the owner of {process_name}: one person, accountable from end to end, with authority to match."


def unblocks(process_names: Sequence[str]) -> str:
    """Which processes have a step that needs this one."""
    return f"Steps of {listed(process_names)} need it first."


def preparation_code(number: int) -> str:
    """What steps call a preparation."""
    return f"B{number}"


def risk_code(number: int) -> str:
    """What steps call a risk."""
    return f"R{number}"


def code_order(code: str) -> tuple[str, int]:
    """Sorts codes as they are counted.

    >>> sorted(["R10", "R2"], key=code_order)
    ['R2', 'R10']
    """
    return code[:1], int(code[1:] or 0)


def coded(code: str, sentence: str) -> str:
    """A sentence behind the code it has in the list of all."""
    return f"{code}: {sentence}"


def references(codes: Sequence[str]) -> str:
    """Which entries of the list of all concern a step."""
    return f"{listed(codes)}."


def authority_risk(authority: Authority) -> str:
    """The owner cannot decide everything that the process needs."""
    if authority is Authority.NO:
        return "The owner's authority does not reach from end to end."
    return "The owner's authority only partly reaches from end to end."


def full_stop(text: str) -> str:
    """A text of the framework as a sentence.

    >>> full_stop("A signed page"), full_stop("It is signed.")
    ('A signed page.', 'It is signed.')
    """
    return text if text.endswith((".", "!", "?")) else f"{text}."
