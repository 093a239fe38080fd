"""The sentences of what follows from the tools."""

from __future__ import annotations

from assessment.views.wording.numbers import counted, level_text, number_text, percent_text, plural, share_text

PAIRS_TITLE = "Where connecting tools pays most"
PAIRS_MEASURE = (
    "Strength of the linkages between two processes times the need of both, twice where a hand-off is broken; 0 up."
)
PAIRS_EMPTY = "No two processes in need supply each other without exchanging data, as far as tools are recorded."
PAIR_COLUMN, WORTH_COLUMN, BAR_COLUMN, BROKEN_COLUMN, WAITING_COLUMN = (
    "Pair",
    "Worth",
    "0 to most",
    "Broken",
    "Others waiting",
)
WORTH_MEANING = "Strength times need of both ends, twice where broken; 0 up, higher pays more"
BROKEN_MEANING = "Hand-offs between the two that are rated below L"
WAITING_MEANING = "Other processes in need that either of the two supplies"


def pair(first_name: str, second_name: str) -> str:
    """Two processes."""
    return f"{first_name} and {second_name}"


def connect(first_name: str, second_name: str, waiting_count: int, *, is_first: bool) -> str:
    """Two processes whose tools should exchange data, and how many others wait for them."""
    first = " first" if is_first else ""
    waiting = plural(waiting_count, {"one": "{count} other waits.", "other": "{count} others wait."})
    return f"Connect {first_name} with {second_name}{first}: {waiting}"


def connect_basis(linkage_count: int, broken_count: int, strength: float, need_share: float) -> str:
    """What the place of a pair rests on: `need_share` of both ends together, 0 to 2."""
    hand_offs = counted(linkage_count, "hand-off")
    return (
        f"{hand_offs}, {level_text(broken_count)} broken; strength {number_text(strength)}, "
        f"need {share_text(need_share / 2)} on average of the two."
    )


def tools_at(first_code: int | None, second_code: int | None) -> str:
    """How far both tools are integrated."""
    return f"Tools at {level_text(first_code)} and {level_text(second_code)} of 5; data is exchanged from 4."


def exchange(first_name: str, second_name: str) -> str:
    """What to do about it."""
    return f"Let the tools of {first_name} and {second_name} exchange records, and agree which go over and when."


def no_process_to_run_it(process_name: str, to_be_code: int) -> str:
    """A tool that is wanted before the process is defined."""
    return f"{process_name} is to have its tool at {level_text(to_be_code)} of 5, and the process is not defined to L."


def undefined_basis(percent: float, as_is_code: int | None) -> str:
    """What that rests on."""
    return f"Definition {percent_text(percent)}; tool now at {level_text(as_is_code)} of 5."


def define_first(process_name: str) -> str:
    """What to do about it."""
    return f"Define {process_name} before its tool is bought or raised."
