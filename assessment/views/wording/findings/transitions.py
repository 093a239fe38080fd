"""The sentences of what follows from the transitions."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.views.wording.numbers import counted, level_text, listed, plural, whole_text

NO_CARRIER = "The framework names no process in scope that carries it."


def way(ends: str, distance: int, *, is_furthest: bool) -> str:
    """How far a transition has to go."""
    places = counted(distance, "place")
    furthest = ", further than any other" if is_furthest else ""
    return f"From {ends}: {places} of 5 to go{furthest}."


def carried_by(carriers: Sequence[str]) -> str:
    """The processes that carry it, each with its level and target."""
    return f"Carried by {listed(carriers)}."


def carrier(process_name: str, level: int | None, target_level: int | None) -> str:
    """A process that carries it, with its level and target, in the middle of a sentence."""
    if level is None:
        return f"{process_name} (no level)"
    return f"{process_name} ({level_text(level)}, target {level_text(target_level)})"


def begin_with(process_names: Sequence[str], to_name: str) -> str:
    """What to do about it: where the processes that carry it stand below their target."""
    return plural(
        len(process_names),
        {
            "one": f"Raise {listed(process_names)}, and agree there how people will see '{to_name}'.",
            "other": f"Raise {listed(process_names)}, and agree there how people will see '{to_name}'.",
        },
    )


def agree_signs(to_name: str) -> str:
    """What to do about it where no carrier is known to be below its target."""
    return f"Agree how people will see '{to_name}' in their work, and who shows it first."


def levels_below(count: int, carrier_count: int) -> str:
    """How many of those that carry it are below their target."""
    return f"{whole_text(count)} of {whole_text(carrier_count)} below target."
