"""What the Roadmap page says beside the facts it shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessment.domain.answered.roadmap_settings import BudgetUnit
from assessment.views.wording.numbers import counted, listed, whole_text

TITLE = "What comes first?"
PARTS: Mapping[str, str] = {
    "priorities": "Priorities",
    "waves": "Waves",
    "projection": "After each wave",
    "curve": "What more buys",
    "plans": "Plans",
    "settings": "Settings",
}
EMPTY_TITLE = "There is nothing to plan yet"
EMPTY = "A roadmap needs answers: they show where the gaps are."
TO_QUESTIONNAIRE = "Go to the Questionnaire"
PLANNING = "Planning the waves"
WEIGHING = "Planning without each of them"
TRIED = "Shown with weights that are not saved."
TRIED_WAVES = "Shown with weights that are not saved; save them under Priorities."

WEIGHTS_TITLE = "What counts how much"
WEIGHTS: Mapping[str, str] = {
    "pain_weight": "Pain: how much it hurts",
    "importance_weight": "Importance: how much it matters",
    "leverage_weight": "Leverage: what else waits",
}
WEIGHTS_HINT = "Move a weight to see the order change; nothing is saved until you say so."
SAVE_WEIGHTS = "Save these weights"
RESET_WEIGHTS = "Back to the saved"

FIRMNESS_TITLE = "How firm is this order?"
FIRMNESS_HINT = "It is measured by 2,000 draws of weights, people and linkages."
MEASURE = "Measure it"
MEASURING = "Drawing 2,000 times"
SHOW_RANKS = "See the ranks"
RANKS_DIALOG = "How firm each place is"

WAVE_LABEL = "Wave"
NOT_FUNDED = "Not funded"
NOT_FUNDED_LEAD = "Steps that the capacity of the waves, or what has to come before them, leaves out."

PIN_LABEL = "Wave"
PIN_AUTOMATIC = "Let the plan decide"
PIN_LEFT_OUT = "Leave it out"
EFFORT_LABEL = "Effort in points"
EFFORT_FROM_FRAMEWORK = "Effort from the framework"
BY_HAND_TITLE = "Set by hand"
BY_HAND_EMPTY = "Nothing. A step's wave and effort are set where the step is, under Waves."
FORGET_BY_HAND = "Forget all of these"

PROJECTION_LABEL = "After which wave"
TODAY = "Today"
PROJECTION_NOTE = "What each step is planned to reach, not a promise: answers of the next assessment will tell."

SETTINGS_HINT = "Saved as you go; the plan follows at once."
WAVES_TITLE = "Waves"
WAVE_COUNT_LABEL = "Number of waves"
WAVE_MONTHS_LABEL = "Months in a wave"
START_LABEL = "First wave starts"
LENGTHS_SWITCH = "Waves of different length"
UNIT_LABEL = "Waves are given"
UNITS: Mapping[BudgetUnit, str] = {
    BudgetUnit.POINTS: "Points",
    BudgetUnit.DAYS: "Person-days",
    BudgetUnit.MONEY: "Money",
}
UNITS_HINT = "Say what a point stands for, and waves can be given person-days or money."
CAPACITY_SWITCH = "Set the capacity of each wave"
PRICE_TITLE = "What a point of effort stands for"
PRICE_LEAD = "Leave empty what you do not want to see in the plan."
DAYS_LABEL = "Person-days"
COST_LABEL = "Cost"
CURRENCY_LABEL = "Currency"
NO_PRICE = "none"

BINDING_TITLE = "Linkages that bind"
BINDING_LEAD = (
    "The receiver can reach a level only when the supplier is at most one level behind. The others inform the order "
    "and bind nothing."
)
BIND_ANOTHER = "Let another one bind"
STRENGTH_TITLE = "How much a linkage weighs"
STRENGTH_LEAD = (
    "Leverage follows the linkages: 1 counts in full, 0 not at all. Left empty, what is stated counts 1 and what is "
    "only implied 0.5."
)
WEIGH_ANOTHER = "Weigh another one"
CHOOSE_LINKAGE = "Choose a linkage"
NO_STRENGTH = "as its kind says"


def wave(number: int) -> str:
    """A wave to choose."""
    return f"Wave {number}"


def after_wave(number: int) -> str:
    """The state after a wave, to choose."""
    return f"After wave {number}"


def step_fold(title: str) -> str:
    """What opens to the whole of a step."""
    return f"{title}. First actions, when it is done, risks"


def each_wave_takes(capacity_count: int) -> str:
    """The capacity of a wave while nobody set one."""
    return f"Each wave takes {counted(capacity_count, 'point')} of effort."


def linkage(supplier_name: str, receiver_name: str) -> str:
    """A linkage by its two ends."""
    return f"{supplier_name} before {receiver_name}"


def months_of_wave(number: int) -> str:
    """The months of one wave, to set."""
    return f"Months of wave {number}"


def budgets_hold(capacities: Sequence[int]) -> str:
    """What the budgets hold in points, wave by wave."""
    return f"Whole points that these hold, wave by wave: {listed([whole_text(one) for one in capacities])}."
