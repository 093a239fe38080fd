"""The sentences of what the processes work with: their tools, and who does the work."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.views.wording.numbers import counted, listed, plural

TECHNOLOGY_QUESTION = "Which tools carry the work"
TECHNOLOGY_TITLE = "The tool of each process and how far it is integrated"
TECHNOLOGY_MEASURE = (
    "How far a tool is integrated with the others, 0 (none) to 5 (one system): now and as it should be."
)
TECHNOLOGY_EMPTY = "No tool is recorded. Enter the tools in Set-up, Technology."
SOURCING_QUESTION = "Who does the work"
SOURCING_TITLE = "Who does the work of each process, and the interface it must keep"
SOURCING_MEASURE = "By whom the work is done, whether it sets the organisation apart, and the move worth a look."
SOURCING_EMPTY = "No sourcing is recorded. Enter it in Set-up, Technology."

PROCESS_COLUMN, TOOL_COLUMN, NOW_COLUMN, TO_BE_COLUMN = "Process", "Tool", "Now", "To be"
MODE_COLUMN, NATURE_COLUMN, CANDIDATE_COLUMN, INTERFACE_COLUMN = "Done", "Work", "Worth a look", "Interface to keep"
INTEGRATION_MEANING = "Integration of the tool, 0 to 5; a dash where it is not recorded"
NATURE_MEANING = "Core: it sets the organisation apart; commodity: it does not"
CANDIDATE_MEANING = "Insource: take the work in; outsource: give it to a supplier"


def integration(code: int, name: str) -> str:
    """A point of the scale of integration."""
    return f"{code} {name}"


def nothing_recorded() -> str:
    """No tool is recorded."""
    return "No tool is recorded yet."


def to_be_integrated(count: int, process_count: int) -> str:
    """How many tools are to be integrated further than they are, of those with both recorded."""
    processes = counted(process_count, "process", "processes")
    return plural(
        count,
        {
            "one": f"{{count}} of {processes} is to have its tool integrated further than today.",
            "other": f"{{count}} of {processes} are to have their tools integrated further than today.",
        },
    )


def furthest(process_names: Sequence[str], count: int) -> str:
    """The processes whose tools have furthest to go."""
    points = counted(count, "point")
    return plural(
        len(process_names),
        {
            "one": f"Furthest to go: {listed(process_names)}, {points} of 5.",
            "other": f"Furthest to go: {listed(process_names)}, {points} of 5 each.",
        },
    )


def technology_missing(process_names: Sequence[str]) -> str:
    """The processes without an entry."""
    return f"No tool is recorded for {listed(process_names)}."


def no_sourcing() -> str:
    """No sourcing is recorded."""
    return "Who does the work is not recorded yet."


def no_move(process_count: int) -> str:
    """Nothing is worth a move."""
    return plural(
        process_count,
        {
            "one": "No move is worth a look: the {count} process recorded stays where it is done.",
            "other": "No move is worth a look: the {count} processes recorded stay where they are done.",
        },
    )


def insource(process_names: Sequence[str]) -> str:
    """What to take in."""
    return f"Worth a look: insource {listed(process_names)}."


def outsource(process_names: Sequence[str]) -> str:
    """What to give to a supplier."""
    return f"Worth a look: outsource {listed(process_names)}."


def insource_and_outsource(insourced: Sequence[str], outsourced: Sequence[str]) -> str:
    """What to take in, and what to give to a supplier."""
    return f"Worth a look: insource {listed(insourced)}; outsource {listed(outsourced)}."


def no_interface(process_names: Sequence[str]) -> str:
    """Work that moves and has no interface recorded that it must keep."""
    return plural(
        len(process_names),
        {
            "one": f"{listed(process_names)} is worth a move, and no interface is recorded that it must keep.",
            "other": f"{listed(process_names)} are worth a move, and no interface is recorded that they must keep.",
        },
    )


def sourcing_missing(process_names: Sequence[str]) -> str:
    """The processes without an entry."""
    return f"Who does the work is not recorded for {listed(process_names)}."
