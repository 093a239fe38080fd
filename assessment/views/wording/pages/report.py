"""What the Report page says that is not of the facts it shows."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.answered.assessment import AssessmentState
from assessment.views.wording.numbers import counted, share_text, whole_text

TITLE = "What goes on paper?"
NOTHING_ANSWERED = "Nothing is answered yet: the report would hold questions and no results."

BUILDING = "A report as a PDF"
BUILDING_LEAD = "From the answers as they are now."
KIND = "Which report"
KINDS: Mapping[str, str] = {
    "executive": "One page",
    "main": "Main part",
    "full": "Full report",
    "processes": "Process pages",
    "roadmap": "Roadmap",
    "progress": "Progress",
    "minutes": "Minutes",
    "minutes-with-names": "Minutes with names",
}
"""By the value of `report_kinds.ReportKind`."""
CANCEL = "Cancel"
HOLDS: Mapping[str, str] = {
    "executive": "One page that decides: the answer with its cost, one chart, what first, waves, decisions, how sure.",
    "main": "Up to 20 pages: that page, heatmaps, movement, what first and why, roadmap with days and cost, how firm.",
    "full": "The main part and an appendix: steps in detail, process pages, answers, method, respondents, versions.",
    "processes": "Each process on a page or two: profile, next level, target, answers, released quotes.",
    "roadmap": "Waves, steps with owner, days and cost, preparations, risks, and each step in detail.",
    "progress": "One page for a sponsor: how far the plan is today, what is late or blocked, what is done.",
    "minutes": "What the workshop came to: agenda, votes as spread, agreed values and why, decisions, parking lot.",
    "minutes-with-names": "The same with the names of those who took part: not for readers who may not see names.",
}
BUILD = "Build the report"
BUILD_AGAIN = "Build it again"
GONE = "The report that was built before is no longer kept. Build it again."
CHANGED_SINCE = "The assessment has changed since this report was built. Build it again to have the newest state."

MISSING_HEAD = "No font on this machine has some letters of this assessment; on paper they would be empty boxes."

CONTENTS = "What is in it"
MADE_FROM = "What it is made from"
QUOTES = "Quotes are printed only where they were released: the page Quotes lists what is and what is not yet."
HASH = "Snapshot hash: page, report and data that carry the same hash show the same numbers."
FILES = "For other programs"
FILES_LEAD = "Everything that a reader may see, from the same snapshot: nobody is named who answered."
FILE_NAMES: Mapping[str, str] = {
    "pptx": "Slides",
    "xlsx": "Workbook",
    "zip": "CSV files",
    "html": "Web page",
}
FILE_LINES: Mapping[str, str] = {
    "pptx": "PowerPoint: a slide a message, to present and to change.",
    "xlsx": "Excel: every number in full, the register of actions to fill in, a dictionary of all columns.",
    "zip": "The same tables as text files, for programs.",
    "html": "One file that opens offline in any browser: heatmap, movement and roadmap.",
}
EXPORT = "Your own files"
EXPORT_LEAD = "With names and with what each person said, released or not. Do not hand them to readers."
EXPORT_GO = "Download as JSON"
EXPORT_LINE = "Complete: another Plumbline imports it and shows the same."
ANSWERS_GO = "Answer sheet"
ANSWERS_LINE = "Excel: a line for each question to each person, for interviews without the app; it is read back below."

SIGNING = "Sign-off"
MEANINGS: Mapping[AssessmentState, str] = {
    AssessmentState.DRAFT: "Draft: answers, targets and settings can still change, and every result changes with them.",
    AssessmentState.VALIDATED: "Validated: somebody went through it. Nothing changes until it is reopened or signed.",
    AssessmentState.SIGNED_OFF: "Signed off: an immutable snapshot. It cannot be reopened; copy it to go on from here.",
}
VALIDATE = "Validate"
REOPEN = "Reopen"
SIGN_OFF = "Sign off"
TWO_WAYS = "Validate closes it for changes; it can be reopened. Sign off freezes it for good."
CONFIRM = "Sign off for good"
CONSEQUENCE = (
    "The assessment becomes an immutable snapshot: no answer, target or setting can change any more. What is not "
    "answered counts as not done: a signed-off level is the low bound."
)
APPROVER = "Name of the person who approves"
AS_SIGNED_OFF = "as signed off"
AS_VALIDATED = "as validated"
AS_DRAFT = "as a draft again"


def missing_letters(letters: str, package: str) -> str:
    """Some letters without a font, and what an administrator installs for them."""
    return f"{' '.join(letters)}: install the package {package}, then start Plumbline again."


def made_from(
    process_count: int, answering_count: int, respondent_count: int, answer_count: int, coverage_share: float
) -> str:
    """How much stands behind a report."""
    people = (
        counted(answering_count, "respondent")
        if answering_count == respondent_count
        else f"{whole_text(answering_count)} of {counted(respondent_count, 'respondent')}"
    )
    return (
        f"{counted(process_count, 'process', 'processes')}, {people}, "
        f"{counted(answer_count, 'answer')}; {share_text(coverage_share)} of the questions have a value."
    )
