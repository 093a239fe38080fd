"""What is said of a file that was held against its assessment."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.anchor import AnchorState
from assessment.views.wording.numbers import counted, plural, whole_text

QUESTION = "Does the file say what the assessment comes to?"
KIND, SNAPSHOT, PRINTED, VERSION = "Kind", "Snapshot", "Printed", "Made by version"
KINDS: Mapping[str, str] = {
    "executive": "Executive page",
    "main": "Main report",
    "full": "Full report",
    "processes": "Process pages",
    "roadmap": "Roadmap",
    "deck": "Deck",
    "workbook": "Workbook",
    "csv": "CSV files",
    "bundle": "Web page",
}
JOURNAL = "Journal"
ANCHORS: Mapping[AnchorState, str] = {
    AnchorState.HELD: "The entry it was made at is part of the journal here",
    AnchorState.MISSING: "The entry it was made at is not in the journal here",
    AnchorState.UNKNOWN: "An export has no journal to look in",
    AnchorState.NONE: "The file names no entry",
}
ANCHOR_MISSING = (
    "The journal here does not have the entry that the file was made at: it was made of another database, this one was "
    "put back from an older backup, or the journal was altered since. Verify the journal with 'verify-journal'."
)
TITLE = "What does not hold"
PLACE_COLUMN, FOUND_COLUMN, WANTED_COLUMN = "Where", "The file says", "Recomputed"
NOTHING = "(nothing)"
DAMAGED = "it is damaged, or not as Plumbline writes it"
REMEDY = "Give a PDF, deck, workbook, ZIP of CSV files or web page as Plumbline wrote it."
IDENTICAL = "The file is the same to the last byte."
NOT_IDENTICAL = (
    "Every value holds, but the file is not the same to the last byte: it was saved anew, or something was changed "
    "that is no value."
)

FORMER = (
    "The file carries a hash that this assessment had before: its content was written another way then, with the names "
    "of people in it, or a person was erased from it since."
)


def finding(value_count: int, difference_count: int) -> str:
    """How much was compared, and whether it holds."""
    if not difference_count:
        return f"All of it holds: {counted(value_count, 'value')} compared, none differs."
    return plural(
        difference_count,
        {
            "one": f"{{count}} place does not hold, of {whole_text(value_count)} values compared.",
            "other": f"{{count}} places do not hold, of {whole_text(value_count)} values compared.",
        },
    )


def other_version(made_by: str, version: str) -> str:
    """Another version made the file."""
    return (
        f"Version {made_by} made the file, and {version} made it again: what differs may be the versions' doing. "
        "The version that made it tells for sure."
    )


def page(number: str) -> str:
    """A page of a PDF."""
    return f"page {number}"


def cell(sheet: str, address: str) -> str:
    """A cell of a workbook."""
    return f"{sheet}!{address}"


def slide(number: str, *parts: str) -> str:
    """Something on a slide."""
    return ", ".join((f"slide {number}", *parts))


def row(file: str, row_number: str, column_number: str) -> str:
    """A cell of a CSV file."""
    return f"{file}, row {row_number}, column {column_number}"


def part(above: str, *cell_parts: str) -> str:
    """A part of a web page, and the cell in it."""
    return f"#{above}{': ' if cell_parts else ''}{', '.join(cell_parts)}"
