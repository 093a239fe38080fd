"""The sentences of saved plans: which there are, what differs between two, and how far the chosen one has drifted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from assessment.domain.planning.drift import DriftKind, NotNeeded
from assessment.domain.planning.saved import PRESENT_ID, StepMove
from assessment.views.wording.directions import isolated
from assessment.views.wording.numbers import MINUS, decimal_text, listed, long_date, plural, whole_text
from assessment.views.wording.steps import points_text

QUESTION = "Which plans are kept"
COMPARED_QUESTION = "What differs between two plans"
DRIFT_QUESTION = "Does the plan still hold"
PRESENT = "The present plan"
THE_PLAN = "the plan"
NONE_SAVED = "No plan is saved yet."
HOW_TO_SAVE = (
    "Save the present plan under a name on the page Roadmap, under Plans; answers given later do not change it."
)
NONE_CHOSEN = "No saved plan is chosen as the plan."
HOW_TO_CHOOSE = "Choose a saved plan as the plan on the page Roadmap, under Plans."
LIST_TITLE = "The saved plans"
LIST_MEASURE = (
    "As each was when it was saved. Effort in points; value in points of priority, as its steps were worth then; "
    "at target: processes at target after its last wave, of those with a level then."
)
NAME_COLUMN = "Plan"
SAVED_COLUMN = "Saved"
STEPS_COLUMN = "Steps"
VALUE_COLUMN = "Value"
AT_TARGET_COLUMN = "At target after"
SUMS_TITLE = "What each plan takes and leads to"
SUMS_MEASURE = "Effort in points; value in points of priority, as the steps were worth when each plan was saved."
REACHED_TITLE = "Processes at target after each wave"
REACHED_MEASURE = "How many processes are at target once the wave is over."
STEPS_TITLE = "What moves from one plan to the other"
STEPS_MEASURE = (
    "The wave of each step that is not in the same month in both; earlier and later go by when its wave is over."
)
STEPS_SAME = "No step moves: both plans fund the same steps at the same time."
STEP_COLUMN = "Step"
MOVE_COLUMN = "What it does"
MEASURE_COLUMN = "What"
DIFFERENCE_COLUMN = "Difference"
WAVE_COLUMN = "Wave"
NOW = "Now"
NO_STEP = "no such step"
NOT_FUNDED = "not funded"
FUNDED_ROW = "Steps funded"
MOVING_ROW = "Processes that move"
LENGTH_ROW = "Months to the end of the last wave"
AT_TARGET_ROW = "Processes at target after the last wave"
MOVES: Mapping[StepMove, str] = {
    StepMove.SAME: "stays",
    StepMove.EARLIER: "comes earlier",
    StepMove.LATER: "comes later",
    StepMove.IN: "comes in",
    StepMove.OUT: "goes out",
    StepMove.NEITHER: "stays out",
}
DRIFT_TITLE = "What became of the steps of the plan"
DRIFT_MEASURE = (
    "The plan as it was saved beside the plan that would be best now. If kept: the present wave the step would be in, "
    "no sooner than the plan has it and once what must come first is done."
)
DRIFT_SAME = "Every step of the plan is still needed, and best where the plan has it."
PLAN_COLUMN = "In the plan"
BEST_COLUMN = "Best now"
KEPT_COLUMN = "If kept"
BECAME_COLUMN = "What became of it"
DRIFT_REACHED_TITLE = "Processes at target if the plan is kept, and in the plan that is best now"
LOST_FACT = "Value lost by keeping it"
DRIFTED_FACT = "Steps that drifted"
LOST_MEANING = (
    "Worth of the plan that is best now, less that of the chosen plan carried out as it stands: the value of each step "
    "today, times the number of waves from its own to the last."
)
KINDS: Mapping[DriftKind, str] = {
    DriftKind.REACHED: "Reached",
    DriftKind.NOT_NEEDED: "Not needed any more",
    DriftKind.NEW: "New",
    DriftKind.EARLIER: "Better earlier",
    DriftKind.LATER: "Better later",
    DriftKind.ENTERS: "Would be funded now",
    DriftKind.LEAVES: "Would not be funded now",
    DriftKind.KEPT: "As planned",
    DriftKind.LEFT_OUT: "Left out then and now",
}
WHY: Mapping[NotNeeded, str] = {
    NotNeeded.OUT_OF_SCOPE: "The process left the scope",
    NotNeeded.NO_LEVEL: "The process has no level now",
    NotNeeded.TARGET_LOWERED: "Its target was lowered",
    NotNeeded.LANDS_OTHERWISE: "Another step passes this level now",
}
OVERDUE = "Its wave was over when the present plan begins"
OTHER_VALUES = (
    "The steps were not worth the same when the two were saved: answers, targets or weights differ. Compare steps and "
    "processes at target, and values with care."
)
OTHER_STEPS = "The two do not know the same steps: answers, targets or scope changed between them."


A_PLAN = "Plan"
TWO_NEEDED = "two plans are compared"
WHICH_IS_THE_PLAN = "Which plan is the plan"
NO_PLAN = "(no plan chosen)"
NOTHING_PLANNED = "there is no step to plan"
ANSWER_FIRST = "Answer questions or raise targets first."
OTHER_NAME = "Choose another name."
IS_THE_PLAN = "it is chosen as the plan"
CHOOSE_ANOTHER = "Choose another one, or none, first."


def called(name: str) -> str:
    """A plan by its name, inside a sentence."""
    return f"“{isolated(name)}”"


def saved_when(day: date, who: str | None) -> str:
    """When a plan was saved, and by whom where that is known."""
    return long_date(day) if who is None else f"{long_date(day)}, {isolated(who)}"


def on_state(revision: int) -> str:
    """After how many changes of the assessment a plan was saved: its entry in the journal."""
    return f"after change {whole_text(revision)}"


def list_finding(count: int, chosen_name: str | None) -> str:
    """How many plans there are and which is the plan."""
    plans = plural(count, {"one": "{count} plan is saved", "other": "{count} plans are saved"})
    return (
        f"{plans}; none is chosen as the plan."
        if chosen_name is None
        else f"{plans}; the plan is {called(chosen_name)}."
    )


def change_text(difference: float, shown: Callable[[float], str]) -> str:
    """A difference with its sign, as the numbers beside it are shown.

    >>> change_text(3.0, whole_text), change_text(-0.04, decimal_text)
    ('+3', '0.0')
    """
    text = shown(abs(difference))
    if text == shown(0.0):
        return text
    return f"+{text}" if difference > 0 else f"{MINUS}{text}"


def reached_of(count: int, process_count: int) -> str:
    """How many of the processes with a level."""
    return f"{whole_text(count)} of {whole_text(process_count)}"


def wave_place(wave: int | None) -> str:
    """In which wave a step is."""
    if wave is None:
        return NO_STEP
    return f"wave {wave}" if wave else NOT_FUNDED


def wave_row(wave: int) -> str:
    """A row of what is reached: now, or after a wave."""
    return f"After wave {wave}" if wave else NOW


def over_in_months(count: int) -> str:
    """When a wave is over, counted from the beginning of its plan."""
    return f"month {whole_text(count)}"


def compared(
    first: str, second: str, counts: Mapping[StepMove, int], first_reached: int | None, second_reached: int | None
) -> str:
    """What differs between two plans, in one sentence."""
    said = [f"{whole_text(counts[move])} {text}" for move, text in _MOVED.items() if counts.get(move)]
    if not said:
        return f"From {called(first)} to {called(second)} no step moves."
    if first_reached is None or second_reached is None:
        return f"From {called(first)} to {called(second)}, steps: {listed(said)}."
    return (
        f"From {called(first)} to {called(second)}, steps: {listed(said)}. At target after the last wave: "
        f"{whole_text(second_reached)} processes, with the first {whole_text(first_reached)}."
    )


_MOVED: Mapping[StepMove, str] = {
    StepMove.EARLIER: "earlier",
    StepMove.LATER: "later",
    StepMove.IN: "in",
    StepMove.OUT: "out",
}


def stay(count: int) -> str:
    """How many steps are not in the table as nothing becomes of them."""
    return plural(
        count,
        {
            "one": "{count} more step is at the same time in both, or in neither.",
            "other": "{count} more steps are at the same time in both, or in neither.",
        },
    )


def set_otherwise(labels: Sequence[str]) -> str:
    """What two plans were planned with differently."""
    return f"Planned with other settings: {listed(labels)}."


def holds(name: str, saved_on: date) -> str:
    """The plan is what would be best now."""
    return f"The plan {called(name)} of {long_date(saved_on)} is still what would be best now."


def drifted(name: str, saved_on: date, counts: Mapping[DriftKind, int], lost: float, best: float) -> str:
    """How far the plan is from what would be best now, in one sentence."""
    said = [f"{whole_text(counts[kind])} {text}" for kind, text in _DRIFTED.items() if counts.get(kind)]
    return f"The plan {called(name)} of {long_date(saved_on)} has drifted: {listed(said)}; {lost_text(lost, best)}."


_DRIFTED: Mapping[DriftKind, str] = {
    DriftKind.REACHED: "reached",
    DriftKind.NOT_NEEDED: "not needed any more",
    DriftKind.NEW: "new",
    DriftKind.EARLIER: "better earlier",
    DriftKind.LATER: "better later",
    DriftKind.ENTERS: "to be funded now",
    DriftKind.LEAVES: "not to be funded now",
}


def lost_text(lost: float, best: float) -> str:
    """What keeping the plan takes from the worth of the best one."""
    if decimal_text(lost) == decimal_text(0.0):
        return "keeping it loses nothing"
    if lost < 0:
        return f"keeping it would be worth {decimal_text(-lost)} points more than the present plan"
    return f"keeping it loses {decimal_text(lost)} of {decimal_text(best)} points of worth"


def overfull(wave: int, effort_count: int, capacity_count: int) -> str:
    """A wave that would hold too much if the plan were kept."""
    return (
        f"Kept as it stands, wave {wave} would take {points_text(effort_count)} and has room for "
        f"{whole_text(capacity_count)}."
    )


def stuck(steps: Sequence[str]) -> str:
    """Steps of the plan that could not be done if it were kept, as something must come first that it does not have."""
    return f"Kept as it stands, what must come first is missing for {listed(steps)}."


def printed_beside(drift_sentence: str) -> str:
    """Which plan a document prints, where another one is chosen."""
    return f"Printed here is the plan that is best now. {drift_sentence}"


def of_worth(best: float) -> str:
    """What the value lost is part of."""
    return f"of {decimal_text(best)} points of worth"


def name_taken(name: str) -> str:
    """Why a plan cannot have a name, inside a sentence."""
    return f"another plan is called {called(name)}"


def none_called(name: str) -> str:
    """Why a plan cannot be found, inside a sentence."""
    return f"none is called {called(name)}"


def which_there_are(names: Mapping[str, str]) -> str:
    """The plans there are, by what they can be named by; the present one goes by its id."""
    saved = [called(name) for plan_id, name in names.items() if plan_id != PRESENT_ID]
    return f"Name two of: {listed([PRESENT_ID, *saved])}."


def spoken_move(move: StepMove, first_wave: int | None, second_wave: int | None) -> str:
    """Where a step is in both plans, for tooltips and those who listen."""
    return f"It {MOVES[move]}: {wave_place(first_wave)}, then {wave_place(second_wave)}"


def spoken_reached(name: str, count: int, process_count: int) -> str:
    """How many processes are at target in a plan, for tooltips and those who listen."""
    return f"{isolated(name)}: {reached_of(count, process_count)}"
