"""The words of the first sheet: what the workbook is of, how it is read, and what every column holds."""

from __future__ import annotations

from collections.abc import Mapping

NAME = "Read me"
ABOUT = "About"
SETTINGS = "Settings"
VERSIONS = "Versions"
READING = "How to read"

ORGANISATION = "Organisation"
UNIT = "Unit"
ASSESSMENT = "Assessment"
DATE = "Assessed on"
STATE = "State"
BASIS = "Basis"
FICTIONAL = "Fictional"
CONFIDENTIAL = "Handling"

COLUMNS: Mapping[str, tuple[str, str]] = {
    "part": ("Part", "What the line belongs to."),
    "label": ("What", "What is told."),
    "text": ("As shown", "What is told of it, in words."),
    "value": ("Value", "The exact number behind it, where it is one."),
    "note": ("Note", "What has to be said beside it."),
}

DICTIONARY_COLUMNS: Mapping[str, tuple[str, str]] = {
    "sheet": ("Sheet", "Sheet that the column stands in."),
    "file": ("CSV file", "Name of the file that holds the same rows."),
    "column": ("Column", "Heading of the column."),
    "id": ("Column id", "Heading of the column in the CSV files; stable."),
    "kind": ("Kind", "Text, number, share, date or mark."),
    "unit": ("Unit", "Unit and range of its numbers, or its letters."),
    "meaning": ("Meaning", "What it holds, and what an empty cell means."),
    "entered": ("To fill in", "Whether it is filled in and read back."),
}

KINDS: Mapping[str, str] = {
    "text": "Text",
    "number": "Number",
    "share": "Share",
    "date": "Date",
    "mark": "Mark",
}

EMPTY_LABEL = "Empty cells"
EMPTY = "Nothing is known or told there; it is not 0. The columns named State say why."
NUMBERS_LABEL = "Numbers"
NUMBERS = "Exact; where a reader is shown a rounded one, it stands in a column of its own."
CAPITALS_LABEL = "Columns in capitals"
CAPITALS = "Fill them in and hand the file in again; leave the ids as they are."
LETTERS_LABEL = "Letters"
FLOOR_LABEL = "Few people"
INDEPENDENCE_LABEL = "Independence"
LEVEL_LABEL = "Level"
LEVEL = "A level counts only when what lies below it is firmly in place."

FILLING = "How to fill it in"
WRITTEN = "Written on"
ANSWER_HOW = "Choose one of the six statements, not applicable or don't know. Leave it empty where nobody answered."
REASON_HOW = "Say why, wherever the answer is not applicable."
NOTE_HOW = "What the person said, if it is worth keeping."
BACK_LABEL = "Handing it in"
BACK = "Hand the file in again; what was answered elsewhere meanwhile is shown to you first."
NAMES_PEOPLE = "It names people and holds what each of them said: keep it to yourself."


def floor(people_count: int) -> str:
    """What is not told."""
    return f"What fewer than {people_count} people said is in no count; nobody who answered is named."
