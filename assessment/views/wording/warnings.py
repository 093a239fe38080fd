"""The sentences of warnings, one for each kind and for each reason why a pin cannot be kept."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.views.wording.numbers import at_most_text, counted, listed, plural, whole_text


def on_paper_only(process_name: str, definition_letter: str, delivery_letter: str) -> str:
    """Defined, but not done."""
    return (
        f"{process_name} may exist on paper only: it is documented ({definition_letter}) but hardly done "
        f"({delivery_letter})."
    )


def carried_not_done(process_name: str, attribute_name: str, item_names: Sequence[str]) -> str:
    """Good enough to build on, though something of it is missing altogether."""
    items = _quoted(item_names)
    return plural(
        len(item_names),
        {
            "one": f"{process_name}: {attribute_name} is carried, though {items} is not done at all.",
            "other": f"{process_name}: {attribute_name} is carried, though {items} are not done at all.",
        },
    )


def check_answer(process_name: str, item_name: str, attribute_name: str) -> str:
    """Two answers about the same do not fit."""
    return (
        f"Check this answer of {process_name}: {_quoted([item_name])} is two steps or more away from "
        f"{attribute_name}, which asks about the same."
    )


def no_owner(process_name: str) -> str:
    """Nobody answers for it."""
    return f"{process_name} has no owner: nobody answers for it from end to end."


def split(process_name: str, item_names: Sequence[str]) -> str:
    """Half of the room says one thing, half another."""
    return f"{process_name}: the room is split on {_quoted(item_names)}."


def evidence_against(process_name: str, item_names: Sequence[str]) -> str:
    """Something was seen that does not fit the value."""
    return f"{process_name}: evidence speaks against the value of {_quoted(item_names)}."


def target_not_reached_by_cells(process_name: str, level: int, attribute_names: Sequence[str]) -> str:
    """Cells set by hand keep the to-be profile from its target."""
    return (
        f"The to-be profile of {process_name} does not reach its target, level {level}; it falls short at "
        f"{listed(attribute_names)}."
    )


def target_without_rationale(process_name: str, level: int) -> str:
    """An ambitious target that nobody gave a reason for."""
    return f"The target of {process_name} is level {level} without a rationale. Say why it is worth the effort."


def target_impossible(process_name: str, chosen_level: int, effective_level: int) -> str:
    """The chosen level cannot be."""
    return (
        f"{process_name} cannot be at level {chosen_level}: nothing of that level applies to it. "
        f"Its target counts as level {effective_level}."
    )


def priority_provisional(process_name: str) -> str:
    """Its priority rests on what others said."""
    return f"The priority of {process_name} is provisional: nobody said how much it hurts or matters."


def no_weights() -> str:
    """Nothing but need decides the order."""
    return "No weight above 0 is left, so every process has the same impact and need alone decides. Give a weight."


def raise_supplier_target(supplier_name: str, level: int, receiver_name: str, receiver_level: int) -> str:
    """A supplier's target keeps another process from its own."""
    return (
        f"Raise the target of {supplier_name} to level {level}: {receiver_name} is to reach level {receiver_level} "
        "and leans on it. Until then it is planned to its own target first."
    )


def step_too_large(process_name: str, level: int, count: int, limit_count: int) -> str:
    """No wave can hold the step."""
    return (
        f"The step of {process_name} to level {level} takes {counted(count, 'point')} and no wave has more than "
        f"{whole_text(limit_count)}: split it or raise capacity."
    )


def circle_too_large(process_names: Sequence[str], count: int, limit_count: int) -> str:
    """No wave can hold the steps that must share one."""
    return (
        f"Steps of {listed(process_names)} need each other and must share a wave; together they take "
        f"{counted(count, 'point')} and no wave has more than {whole_text(limit_count)}: split them or raise capacity."
    )


def circle_without_order(process_names: Sequence[str]) -> str:
    """Steps that need each other and cannot be put in an order."""
    return f"Steps of {listed(process_names)} need each other in a circle that allows no order; none is funded."


def cells_beyond_target(process_name: str, attribute_names: Sequence[str]) -> str:
    """Raised by hand beyond what the target needs."""
    names = listed(attribute_names)
    return plural(
        len(attribute_names),
        {
            "one": f"{process_name}: {names} is raised by hand beyond the target; that work is not planned.",
            "other": f"{process_name}: {names} are raised by hand beyond the target; that work is not planned.",
        },
    )


def node_limit(share: float) -> str:
    """The search ended before the plan was proven best."""
    return (
        "The plan is the best found within the node limit; a better one could bring at most "
        f"{at_most_text(share)} more."
    )


def greedy() -> str:
    """The search found nothing."""
    return "The plan takes the best value for effort step by step: the solver found none within its node limit."


def pin_without_step(process_name: str, level: int) -> str:
    """The pinned step is gone."""
    return f"The step of {process_name} to level {level} is no longer a step of the roadmap; take the pin off."


def pin_without_wave(process_name: str, level: int, wave: int, wave_count: int) -> str:
    """The pinned wave is gone."""
    return plural(
        wave_count,
        {
            "one": f"The step of {process_name} to level {level} cannot be in wave {wave}: there is {{count}} wave.",
            "other": f"The step of {process_name} to level {level} cannot be in wave {wave}: "
            "there are {count} waves.",
        },
    )


def pin_too_large(process_name: str, level: int, wave: int, count: int, limit_count: int) -> str:
    """The step is larger than its wave."""
    return (
        f"The step of {process_name} to level {level} cannot be in wave {wave}: it takes {counted(count, 'point')} "
        f"and the wave has {whole_text(limit_count)}. Split it, lower its effort or raise the capacity."
    )


def pin_after_own_steps(process_name: str, level: int, wave: int, count: int) -> str:
    """Steps of the same process come first."""
    return plural(
        count,
        {
            "one": f"The step of {process_name} to level {level} cannot be in wave {wave}: {{count}} step of the same "
            "process comes first, one a wave at most.",
            "other": f"The step of {process_name} to level {level} cannot be in wave {wave}: {{count}} steps of the "
            "same process come first, one a wave at most.",
        },
    )


def pin_against_pins(process_name: str, level: int, wave: int) -> str:
    """It could stand alone, not beside the other pins."""
    if not wave:
        return (
            f"The step of {process_name} to level {level} cannot be left out together with the other pinned steps; "
            "change one of them."
        )
    return (
        f"The step of {process_name} to level {level} cannot be in wave {wave} together with the other pinned steps; "
        "move one of them."
    )


def pin_against_order(process_name: str, level: int, wave: int) -> str:
    """What it needs cannot be done by then."""
    return (
        f"The step of {process_name} to level {level} cannot be in wave {wave}: what has to come first does not fit "
        "the capacity up to then."
    )


def _quoted(names: Sequence[str]) -> str:
    return listed([f"\u201c{name}\u201d" for name in names])
