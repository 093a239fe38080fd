"""The sentences of a sheet that is read back: what it would change, and why a cell is refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessment.domain.answered.read_back import Fate
from assessment.views.wording.numbers import counted, either, listed, whole_text

QUESTION = "What does the file change?"
FATES: Mapping[Fate, str] = {
    Fate.NEW: "New",
    Fate.CHANGED: "Changed",
    Fate.UNCHANGED: "Unchanged",
    Fate.CONFLICTING: "Changed on both sides",
    Fate.REFUSED: "Refused",
}
CHANGES_TITLE = "What it changes"
CHANGES_MEASURE = "Each cell that brings something new, with what is stored now."
CONFLICTS_TITLE = "Changed on both sides"
CONFLICTS_MEASURE = "Somebody changed the same in the app after the file was written."
REFUSED_TITLE = "Refused"
REFUSED_MEASURE = "Correct these cells and read the file again; until then nothing of it is stored."
SHEET_COLUMN = "Sheet"
CELL_COLUMN = "Cell"
FATE_COLUMN = "Change"
WHAT_COLUMN = "What"
STORED_COLUMN = "Stored now"
WANTED_COLUMN = "In the file"
REASON_COLUMN = "Why"
NO_CHANGE = "The file changes nothing."
NO_CONFLICT = "Nothing was changed on both sides."
NONE_REFUSED = "Nothing is refused."
NOTHING = "nothing"
NO_SHEET = "it has neither a sheet of actions nor one of answers"
THE_ASSESSMENT = "The assessment"
CHOOSE = "Keep what is stored, or take what the file says."
READ_ANEW = "The assessment was changed since the file was looked at"
SEE_AGAIN = "Look at the file again before it is stored"
SAVE_AGAIN = "Save it as a workbook (.xlsx) or as CSV (UTF-8) in the spreadsheet, and read that file."
RIGHT_FILE = "Export the sheet again from this assessment, and fill in that one."
WRONG_ASSESSMENT = "it was written from another assessment"
NEWER_SHEET = "it is of a later layout than this Plumbline reads"
UNKNOWN_PERSON = "nobody of this id answers in this assessment"
UNKNOWN_QUESTION = "the framework of this assessment has no question of this id"
UNKNOWN_STATE = "a state is as-is or to-be"
NOT_ASKED = "this question is not asked in this assessment"
NOT_THIS_PERSON = "this person is not asked this question"
REASON_NEEDED = "not applicable needs a reason in the column beside it"
REASON_WITHOUT_ANSWER = "there is a reason and no answer"
TWO_NOTES = "another row of the same person and question has another note"
UNKNOWN_ACTION = "the register of this assessment has no action of this id"
UNKNOWN_STEP = "neither the plan of this assessment nor an entry has a step of this id"
UNKNOWN_PROCESS = "this assessment has no process of this name in its plan"
ACTION_NEEDED = "an action of one's own needs its text"
DUE_FIRST = "it is due before it starts"
NO_STEP = "the plan has no step of this process that it could belong to"
APPLIED_NOTHING = "Nothing was changed: the file says what is stored."


def finding(counts: Mapping[Fate, int]) -> str:
    """How many entries of each fate a file has."""
    said = {
        Fate.NEW: "new",
        Fate.CHANGED: "changed",
        Fate.CONFLICTING: "changed on both sides",
        Fate.REFUSED: "refused",
        Fate.UNCHANGED: "unchanged",
    }
    parts = [f"{whole_text(counts[fate])} {text}" for fate, text in said.items() if counts.get(fate)]
    return f"The file holds {listed(parts)}." if any(counts.values()) else NO_CHANGE


def action(process_name: str, text: str) -> str:
    """An action by its process and what is to be done."""
    return f"{process_name}: {text}" if text else process_name


def refused_first(count: int, where: str, reason: str) -> str:
    """Why nothing of a file is stored: how much is refused, and the first of it."""
    return f"{counted(count, 'cell')} cannot be stored; the first is {where}: {reason}"


def conflicts_first(count: int) -> str:
    """Why nothing of a file is stored: what was changed on both sides waits for a decision."""
    return f"{counted(count, 'entry', 'entries')} changed on both sides: say which value stays"


def applied(count: int) -> str:
    """That it is done."""
    if not count:
        return APPLIED_NOTHING
    return f"{counted(count, 'entry', 'entries')} stored."


def heading_twice(heading: str) -> str:
    """A column that stands twice."""
    return f"the column '{heading}' stands twice"


def headings_missing(headings: Sequence[str]) -> str:
    """Columns without which no row can be told."""
    return f"its first rows have no line with the headings {listed(headings)}"


def no_number(text: str) -> str:
    """A text where a number should be."""
    return f"'{_short(text)}' is no number"


def no_day(text: str) -> str:
    """A text where a day should be."""
    return f"'{_short(text)}' is no date; write it as 2026-12-31"


def no_percent(text: str) -> str:
    """A text that is no whole percent."""
    return f"'{_short(text)}' is no whole number from 0 to 100"


def unknown_answer(text: str) -> str:
    """A text that is none of the answers of its question."""
    return f"'{_short(text)}' is none of this question's statements, letters or codes"


def unknown_status(text: str, names: Sequence[str]) -> str:
    """A text that is no status."""
    return f"'{_short(text)}' is no status; choose {either(names)}"


def row_twice(number: int) -> str:
    """A row that another row speaks of already."""
    return f"row {number} is about the same"


def how_to_apply(assessment_id: str, path: str) -> str:
    """What to type to store what was shown."""
    return f"Store it with: python -m assessment read-back {assessment_id} {path} --apply"


def _short(text: str) -> str:
    """The beginning of a text in one line."""
    line = " ".join(text.split())
    return f"{line[:60]}…" if len(line) > 60 else line
