"""What is said of a file with a benchmark."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.views.wording.numbers import counted, listed, whole_text

CORRECT_LINES = "Correct these lines and hand the file in again."
HOW_TO_WRITE = (
    "Write a CSV file, its columns separated by commas, with the heads: process, median, lower quartile, upper "
    "quartile, n, source, year."
)
SAVE_AS_UTF8 = "Save it as CSV in UTF-8 and hand it in again."
NO_LINE = "it has no line below its heads"
NOT_TEXT = "it is no text in UTF-8"
NOT_CSV = "a quotation mark is opened and not closed"
NOT_IN_ORDER = "the median must not lie outside its quartiles"
NO_SOURCE = "it names no source"
SOURCE_TOO_LONG = "the source is too long"
_SHOWN = 40


def too_large(byte_limit: int) -> str:
    """A file larger than may be."""
    return f"it has more than {whole_text(byte_limit)} bytes"


def wrong_columns(heads: Sequence[str], wanted: Sequence[str]) -> str:
    """Heads that are missing, or that nobody knows."""
    missing = [head for head in wanted if head not in heads]
    if missing:
        return f"line 1: {listed(missing)} {'is' if len(missing) == 1 else 'are'} missing among the heads"
    more = [head[:_SHOWN] or "an empty head" for head in heads if head not in wanted or heads.count(head) > 1]
    return f"line 1: {listed(more)} {'does' if len(more) == 1 else 'do'} not belong there"


def at_line(number: int, fault: str) -> str:
    """A fault and where it is."""
    return f"line {number}: {fault}"


def faults(lines: Sequence[str], limit: int) -> str:
    """The first faults of a file, and how many more there are."""
    more = len(lines) - limit
    rest = [] if more <= 0 else [f"and {counted(more, 'more line', 'more lines')} with faults"]
    return "; ".join([*lines[:limit], *rest])


def value_count(wanted: int) -> str:
    """A line that has more or fewer values than there are heads."""
    return f"it must have {counted(wanted, 'value')}, one for each head"


def unknown_process(name: str) -> str:
    """A process that no unit has in scope."""
    return f"no unit has a process '{name[:_SHOWN]}' in scope" if name else "it names no process"


def twice(name: str, first: int) -> str:
    """A process that has a line already."""
    return f"{name} stands in line {first} already"


def not_a_level(column: str, text: str) -> str:
    """Something else in place of a level."""
    return f"{column} '{text[:_SHOWN]}' is no level from 0 to 5, such as 2.5" if text else f"{column} is empty"


def not_a_number(column: str, text: str, lowest: int) -> str:
    """Something else in place of a whole number."""
    return f"{column} '{text[:_SHOWN]}' is no whole number from {lowest}" if text else f"{column} is empty"
