"""The sentences on decisions by hand: what each costs, and why a wish cannot be."""

from __future__ import annotations

from assessment.views.wording.numbers import counted, decimal_text, plural, unbroken
from assessment.views.wording.steps import points_text

QUESTION = "What does each decision by hand cost, and which cannot be kept?"
TABLE_TITLE = "What each decision by hand costs"
TABLE_MEASURE = (
    "The plan as it is against the best one without that decision, the others staying. Worth: the value of each step, "
    "times the number of waves from its own to the last, in points. Value: points of priority earned. At target: "
    "processes in the end."
)
CHOICE_COLUMN = "Decided by hand"
WORTH_COLUMN = "Worth"
VALUE_COLUMN = "Value"
AT_TARGET_COLUMN = "At target"
EMPTY = "Nothing is decided by hand."
WISHES_TITLE = "What cannot be, and why"
WISH_COLUMN = "Wish"
CAUSE_COLUMN = "Why it cannot be"
NO_WISHES = "Every wish can be kept."


def pinned(step: str, wave: int) -> str:
    """A step put into a wave."""
    return f"{step}: in wave {wave}"


def excluded(step: str) -> str:
    """A step left out."""
    return f"{step}: left out"


def bound(supplier_name: str, receiver_name: str) -> str:
    """A linkage that was made to bind."""
    return f"{supplier_name} before {receiver_name}: made to bind"


def freed(supplier_name: str, receiver_name: str) -> str:
    """A linkage that was let go."""
    return f"{supplier_name} before {receiver_name}: let go"


def effort(step: str, point_count: int, usual_count: int) -> str:
    """An effort set by hand, beside the framework's."""
    return f"{step}: {points_text(point_count)} in place of {points_text(usual_count)}"


def points_cost(points: float) -> str:
    """What a decision takes from the points of a plan, or adds to them."""
    text = decimal_text(abs(points))
    if text == decimal_text(0.0):
        return "nothing"
    amount = unbroken(f"{text} points")
    return f"costs {amount}" if points > 0 else f"brings {amount}"


def processes_cost(count: int) -> str:
    """How many processes fewer, or more, a decision leaves at target."""
    if not count:
        return "as many"
    return f"{unbroken(counted(abs(count), 'process', 'processes'))} {'fewer' if count > 0 else 'more'}"


def costs_most(decision: str, worth: float) -> str:
    """The decision that costs most."""
    return f"Of what is decided by hand, this costs most: {decision}; {points_cost(worth)} of the worth of the plan."


def costs_nothing(count: int) -> str:
    """No decision costs anything."""
    return plural(
        count,
        {
            "one": "The one decision by hand costs the plan nothing.",
            "other": "None of the {count} decisions by hand costs the plan anything.",
        },
    )


def cannot_be(count: int) -> str:
    """How many wishes cannot be."""
    return plural(count, {"one": "{count} wish cannot be kept.", "other": "{count} wishes cannot be kept."})


def step_wished(process_name: str, level: int) -> str:
    """A step by where it lands."""
    return f"{process_name} to level {level}"


def wish(step: str, wave: int | None) -> str:
    """A wish: a step in a wave, left out, or in any."""
    if wave is None:
        return f"{step}, in any wave"
    return f"{step}, in wave {wave}" if wave else f"{step}, left out"


def wish_line(wish_text: str, cause: str) -> str:
    """A wish with what rules it out."""
    return f"{wish_text}: {cause}"


def needs_excluded(step: str, supplier_name: str, level: int) -> str:
    """It needs one supplier, which was left out."""
    return f"{step} needs {supplier_name} at level {level}, which you left out."


def needs_pinned(step: str, supplier_name: str, level: int, wave: int) -> str:
    """It needs one supplier, which was put into another wave."""
    return f"{step} needs {supplier_name} at level {level} by then, which you put into wave {wave}."


def follows_excluded(step: str, level: int) -> str:
    """It follows its own earlier step, which was left out."""
    return f"{step} follows its own step to level {level}, which you left out."


def follows_pinned(step: str, level: int, wave: int) -> str:
    """It follows its own earlier step, which was put into a wave."""
    return f"{step} follows its own step to level {level}, which you put into wave {wave}."


def needs(step: str, supplier_name: str, level: int) -> str:
    """One link of a chain: what it needs."""
    return f"{step} needs {supplier_name} at level {level}."


def you_left_out(step: str) -> str:
    """What was left out by hand."""
    return f"You left out {step}."


def you_put(step: str, wave: int) -> str:
    """What was put into a wave by hand."""
    return f"You put {step} into wave {wave}."


def no_room(count: int, limit_count: int, wave: int | None) -> str:
    """There is no room."""
    where = "the largest wave holds" if wave is None else f"wave {wave} holds"
    return f"It takes {points_text(count)} with what must share its wave; {where} {points_text(limit_count)} in all."


def earliest(wave: int) -> str:
    """The earliest wave that order allows."""
    return f"The earliest that its order allows is wave {wave}."


def no_order() -> str:
    """No wave suits it."""
    return "These need each other first, and no order or number of waves holds all of them."
