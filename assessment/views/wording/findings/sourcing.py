"""The sentences of what follows from who does the work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessment.domain.findings.results import Condition
from assessment.views.wording.numbers import counted, listed

HELD_TITLE = "Work that others do, and what of it is in hand"
HELD_MEASURE = "Letters of measurement and control, hand-offs rated below L, and whether an interface is written down."
HELD_EMPTY = "No process in scope has work that others do."
PROCESS_COLUMN, MODE_COLUMN, BROKEN_COLUMN, INTERFACE_COLUMN = "Process", "Done", "Hand-offs below L", "Interface"
WRITTEN, NOT_WRITTEN = "Written", "None"
NO_INTERFACE = "the interface, which is not written down"
CORE = "It sets the organisation apart."
COMMODITY = "It is a commodity."
CONDITIONS: Mapping[Condition, str] = {
    Condition.OWNER: "an owner",
    Condition.INTERFACE: "an interface that is written down",
    Condition.DEFINITION: "a definition at L",
    Condition.HAND_OFFS: "hand-offs at L",
    Condition.MEASUREMENT: "measurement at L",
    Condition.CONTROL: "control at L",
}


def not_in_hand(process_name: str, gaps: Sequence[str]) -> str:
    """Work of others that nobody holds, and what is missing."""
    return f"Others do work of {process_name}. Not in hand: {listed(gaps)}."


def attribute_gap(attribute_name: str, letter: str) -> str:
    """An attribute below L, in the middle of a sentence."""
    return f"{attribute_name} ({letter})"


def broken_gap(count: int) -> str:
    """Hand-offs below L, in the middle of a sentence."""
    return f"{counted(count, 'hand-off')} rated below L"


def work_done(mode_name: str) -> str:
    """Who does the work."""
    return f"Work done: {mode_name}."


def take_in_hand(process_name: str) -> str:
    """What to do about it."""
    return f"Agree with those who do work of {process_name} how it is measured, controlled and handed over."


def may_be_given_out(process_name: str, missing: Sequence[str]) -> str:
    """Work that could go to a supplier, and what must hold before."""
    if not missing:
        return f"{process_name} can be given to a supplier: all that must hold before holds."
    return f"Before {process_name} is given to a supplier it needs {listed(missing)}."


def may_be_taken_in(process_name: str, missing: Sequence[str]) -> str:
    """Work that could be taken in, and what must hold before."""
    if not missing:
        return f"{process_name} can be taken in: all that must hold before holds."
    return f"Before {process_name} is taken in it needs {listed(missing)}."


def not_known(names: Sequence[str]) -> str:
    """What nobody rated."""
    return f"Not known: {listed(names)}."


def settle_first(process_name: str) -> str:
    """What to do where something is missing."""
    return f"Bring about what is missing before the work of {process_name} moves."


def decide_move(process_name: str) -> str:
    """What to do where nothing is missing."""
    return f"Decide whether the work of {process_name} moves, and when."
