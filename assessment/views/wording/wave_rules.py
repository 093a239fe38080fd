"""Rules of steps and waves (METHOD.md section 13).

Every number in them is the constant that the rule is computed with.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessment.domain.authored.content import Effort
from assessment.domain.findings.owners import HIGH_TARGET_LEVEL, MOST_OWNED
from assessment.domain.findings.technology import BROKEN_FACTOR, EXCHANGES_CODE, OWN_TOOL_CODE
from assessment.domain.planning.budgets import LOWEST_CAPACITY
from assessment.domain.planning.capacity_curve import MOST_FEWER, MOST_MORE
from assessment.domain.planning.roadmap import QUICK_WIN_EFFORT, QUICK_WIN_QUANTILE
from assessment.domain.planning.waves import NODE_LIMIT
from assessment.domain.rating.scale import HIGHEST_CODE
from assessment.views.wording.numbers import counted, listed, plural, share_text, whole_text

THEME = "In which order"
TITLES: Mapping[str, str] = {
    "step": "Step",
    "landing": "Landing",
    "value": "Value of a step",
    "effort": "Effort of a step",
    "capacity": "Waves and capacity",
    "waves": "Best plan",
    "hard-linkage": "Hard linkages",
    "relaxed": "Supplier with a low target",
    "pins": "Pins",
    "choices": "What a decision by hand costs",
    "wishes": "A wish that cannot be",
    "curve": "What more capacity buys",
    "search": "Search",
    "quick-win": "Quick win",
    "saved-plan": "Saved plans",
    "drift": "Drift of the plan",
    "run": "A plan that is run",
    "preparation": "Before a step",
    "beside": "Beside the processes",
    "findings": "What follows from owners, transitions, tools and sourcing",
}


def step() -> str:
    """The work item of the plan."""
    return (
        "A step takes a process from the level where it stands, or its last step landed, to the next level up that can "
        "be; its profile becomes the to-be profile of that level. Cells raised by hand beyond the target are named, "
        "not planned."
    )


def landing() -> str:
    """What a step is named by."""
    return (
        "Where that profile earns a higher level than the step went for, up to the target, the step goes there and the "
        "profile is made again, until nothing changes. A step is named, pinned and bound by the level it lands on, "
        "also above the target."
    )


def value() -> str:
    """What a step earns."""
    return (
        f"100 times impact times the distance it covers, as a share of {HIGHEST_CODE}: from the score as it is, or the "
        "level where the step begins if that is higher, to the level where it lands, or the target if that is lower. "
        "The steps of a process add up to its priority."
    )


def effort() -> str:
    """What a step takes."""
    sizes = [f"{size.value} {whole_text(size.point_count)}" for size in Effort]
    return (
        f"Over the attributes it raises, the largest of the actions still ahead ({listed(sizes)} points, without an "
        "action 1), for the part still to go, rounded up, at least 1. It can be set by hand, and a price for a point "
        "turns it into days and money."
    )


def capacity() -> str:
    """How much a wave holds."""
    return (
        f"Unless set, a wave holds as many points as there are processes in scope, at least "
        f"{whole_text(LOWEST_CAPACITY)}. A step larger than every wave is named, and so are steps that must share a "
        "wave and are larger together. A budget in person-days or money holds the whole points that it buys. Waves may "
        "differ in length and capacity; what a wave is worth goes by its number, not by its months."
    )


def waves() -> str:
    """What makes a plan the best."""
    return (
        "The plan with the largest sum of values, each times the number of waves from its own to the last: value "
        "earned earlier counts more. A process takes one step a wave, in order. Of plans worth the same, the one that "
        "moves the first processes of the model earlier."
    )


def hard_linkage() -> str:
    """What binds the order."""
    return (
        "A process lands on level 2 or higher only when each supplier over a hard linkage is at most one level lower, "
        "today or by the same wave. The other linkages inform and bind nothing. Steps that need each other share a "
        "wave; a circle that allows no order is named and not funded."
    )


def relaxed() -> str:
    """A supplier that is not to get there."""
    return (
        "A supplier out of scope or without a level binds nobody. One whose target is too low comes first up to its "
        "own target, and a warning asks to raise it."
    )


def pins() -> str:
    """What a person decides in place of the plan."""
    return (
        "A step put in a wave, or left out, by hand stays there; a pin that cannot be kept is explained, not dropped. "
        "Beside each pin stands what the plan is worth with it and without it."
    )


def choices() -> str:
    """What a decision by hand costs."""
    return (
        "Beside each pin, step left out, linkage bound or let go and effort set by hand stands what the best plan "
        "without it would have more, the others staying: worth, value, processes at target. Below 0 is a gain."
    )


def wishes() -> str:
    """Why a wish cannot be."""
    return (
        "A step that cannot be where it is wished, or in any wave beside what was decided, names the decisions, "
        "linkages and room that rule it out together. None is named that it would be impossible without."
    )


def curve() -> str:
    """What more capacity buys."""
    return (
        f"The best plan is made anew with up to {whole_text(MOST_FEWER)} points less and {whole_text(MOST_MORE)} more "
        "in every wave, everything else as it is, until each step is as early as its order allows. Its worth never "
        "falls with more capacity."
    )


def search() -> str:
    """How the plan is found."""
    return (
        "An exact search: a table of what each wave has left where waves are few and small, else a solver (HiGHS) "
        f"with a limit of {whole_text(NODE_LIMIT)} nodes. There is no clock, so that the same "
        "answers give the same plan. At the limit the best plan found stands, with how much better one could be; where "
        "there is none, steps go by value for effort, and that is said."
    )


def quick_win() -> str:
    """What pays at once."""
    return (
        f"A step of effort {whole_text(QUICK_WIN_EFFORT)} with a value, without a supplier over a hard linkage that is "
        "too low today, and with a value for its effort among the highest "
        f"{share_text(1 - QUICK_WIN_QUANTILE)} of all steps."
    )


def preparation() -> str:
    """What comes before the first step of a process, and what may hinder its steps."""
    return (
        "Where nobody owns a process, its first step begins by appointing the owner. A readiness question answered "
        "with no gives a first action; one answered with no or partly gives a risk, as does authority of the owner "
        "that does not reach from end to end."
    )


def beside() -> str:
    """What moves no level."""
    return "Transitions, technology, sourcing and hand-offs are recorded and shown, and move no level."


def here_waves(lengths: Sequence[int], capacities: Sequence[int]) -> str:
    """The waves of this assessment, their months and what they hold; both have one for each."""
    waves, months = counted(len(lengths), "wave"), length_of_waves(lengths)
    if len(set(capacities)) == 1:
        return f"Here: {waves} of {months}, with {counted(capacities[0], 'point')} each."
    return f"Here: {waves} of {months}, with {listed([whole_text(one) for one in capacities])} points."


def length_of_waves(lengths: Sequence[int]) -> str:
    """The months of each wave, said once where all are alike.

    >>> length_of_waves((3, 3)), length_of_waves((1, 6))
    ('3 months', '1 and 6 months')
    """
    if len(set(lengths)) == 1:
        return counted(lengths[0], "month")
    return f"{listed([whole_text(one) for one in lengths])} months"


def here_pins(pin_count: int) -> str:
    """How many pins there are."""
    return plural(pin_count, {"one": "Here: {count} pin.", "other": "Here: {count} pins."})


def saved_plan() -> str:
    """How two plans are set side by side."""
    return (
        "A saved plan keeps settings, steps and waves as they were, and never changes by itself. Two plans are matched "
        "by where their steps land. A step comes earlier or later by the month in which its wave is over: by the "
        "calendar where both plans have a start, else counted from the beginning of each."
    )


def drift() -> str:
    """What keeping the chosen plan loses."""
    return (
        "What keeping the chosen plan loses is the worth of the plan that is best now, less that of the chosen one "
        "carried out as it stands: each step in the first present wave that is not over sooner, later only where what "
        "must come first comes later, not at all where that is missing. Values and waves are those of now; a wave that "
        "would hold too much is named."
    )


def run() -> str:
    """What late, blocked and done are, and what progress is."""
    return (
        "A step is late from the day after it is due while it is not done. It is blocked while it waits, or while it "
        "should be under way and a supplier over a hard linkage is below the level it lands on minus one and has not "
        "done the step that leads there. Days that nobody set are those of the wave. Progress is the effort of the "
        "steps that are done, over that of all that are funded; a step counts once it is done, with a word on what was "
        "seen."
    )


def findings() -> str:
    """When something follows from what was recorded around the processes."""
    most, high = whole_text(MOST_OWNED), whole_text(HIGH_TARGET_LEVEL)
    exchanges, own_tool = whole_text(EXCHANGES_CODE), whole_text(OWN_TOOL_CODE)
    return (
        f"More than {most} processes are too many for one person. Authority is missing below a target of {high} or "
        f"higher. Tools exchange data from {exchanges} on, or where both are one tool at {own_tool} or better. "
        f"Connecting two pays strength times the need of both, {whole_text(BROKEN_FACTOR)} times as much where a "
        "hand-off is rated below L. Work of others is in hand with measurement, control and hand-offs at L and an "
        "interface that is written down. What nobody rated makes no finding."
    )
