"""What several pages say, and what stands around them: navigation, saved signs, conflicts, empty pages, failures."""

from __future__ import annotations

from datetime import date

from assessment.views.wording.assessments import FICTIONAL, SEPARATOR
from assessment.views.wording.directions import isolated
from assessment.views.wording.numbers import long_date

TABLE_LABEL = "The same as a table"
PROCESS_COLUMN = "Process"

PRODUCT = "Plumbline"
ASSESSMENTS, SET_UP, QUESTIONNAIRE, MISSING, QUOTES, RESULTS, ROADMAP, COMMENTARY, REPORT, LAYOUTS, FRAMEWORKS = (
    "Assessments",
    "Set-up",
    "Questionnaire",
    "Missing",
    "Quotes",
    "Results",
    "Roadmap",
    "Commentary",
    "Report",
    "Layouts",
    "Frameworks",
)

WORKSHOP = "Workshop"
JOURNAL = "Journal"
BOARD = "Board"
PORTFOLIO = "Across units"
ACCOUNTS = "Accounts"

NO_ASSESSMENT = "Which assessment?"
NO_ASSESSMENT_NEXT = "The one changed last comes first."
NO_ASSESSMENT_YET = "There is none yet. Start one on the page Assessments, or open the sample there."
TO_ASSESSMENTS = "Go to Assessments"

ASSESSMENT_GONE = "This assessment is not here any more"
ASSESSMENT_GONE_NEXT = "The address leads to an assessment that was removed, or that never was here."
PROCESS_GONE = "The address leads to a process that is not in the scope of this assessment."
CHOOSE_PROCESS = "Choose a process"

SAVED = "Saved"
SAVED_AS_YOU_GO = "Saved as you go"
NOT_ANSWERED = "Not answered"
CONFLICT = "Somebody else saved this meanwhile. Which one stays?"
CHANGED_MEANWHILE = "Somebody else saved another value meanwhile. What stands here is the one before."
THEIRS = "Theirs, in the store"
YOURS = "Yours, not saved yet"
NO_TEXT = "(empty)"
KEEP_THEIRS = "Keep theirs"
SHOW_THEIRS = "Show it here"
SAVE_MINE = "Save mine"
SAVE_AGAIN = "Save it again"

PRESENT = "Present"
PRESENTED_LABEL = "What is presented"
LEAVE_WALL = "Leave"

NAME = "Name (optional)"
ROLE = "Role"
UNIT = "Unit (optional)"
PAGE_FAILED = (
    "This page could not be shown. What you saved is safe. "
    "Reload the page; if it happens again, tell whoever runs Plumbline."
)


def which_one(of_whom: str, changed: str) -> str:
    """Whom an assessment to choose is of, and when it was changed."""
    return f"{of_whom}{SEPARATOR}changed {changed}"


def not_saved(reason: str) -> str:
    """Why something was not saved."""
    return f"Not saved. {reason}"


def tab_title(title: str, assessment: str) -> str:
    """What the browser's tab is called: the page, whose it is, and the product."""
    return SEPARATOR.join(part for part in (title, assessment, PRODUCT) if part)


def assessment_line(
    name: str, organisation: str, unit: str | None, assessed_on: date, depth: str, state: str, *, is_fictional: bool
) -> str:
    """Which assessment a page speaks of."""
    place = isolated(organisation) if unit is None else f"{isolated(organisation)}, {isolated(unit)}"
    parts = [isolated(name), place, long_date(assessed_on), depth, state]
    return SEPARATOR.join([*parts, FICTIONAL] if is_fictional else parts)


def cannot_be_changed(state: str) -> str:
    """What a state that is no draft means for the page."""
    return f"This assessment is {state} and cannot be changed. Copy it on the Assessments page to go on from here."
