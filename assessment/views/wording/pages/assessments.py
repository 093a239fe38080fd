"""What the Assessments page and its dialogs say that is not of the facts they show."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from assessment.views.wording.numbers import counted, listed

TITLE = "Assessments"
WHAT_IT_IS = (
    "Plumbline finds out how well IT services are run, process by process, and turns what is missing into a plan."
)
PICTURE = "Six statements, one of them chosen; how far processes are from their targets; steps in three waves."
STEPS: Mapping[str, str] = {
    "1. Ask": "People choose, question by question, the statement that comes closest to what one sees.",
    "2. See": "Each process gets a level from 0 to 5, and how far it is from where it should be.",
    "3. Plan": "What hurts and matters most comes first, in waves that fit the people you have. It prints as a PDF.",
}
SAMPLE = (
    "The sample is an organisation that does not exist, with everything filled in. Open it to look around and change "
    "what you like: it is nobody's data, and it can be removed and brought back."
)
NEW = "New assessment"
OPEN_SAMPLE = "Open the sample"
IMPORT = "Import"
MORE = "More"
ACTIONS: Mapping[str, str] = {
    "copy": "Copy",
    "download": "Download",
    "version": "Framework version",
    "remove": "Remove",
}

COPY_TITLE = "Copy an assessment"
COPY_NAME = "Name of the copy"
COPY_DATE = "Date of the new assessment"
KEEP_ANSWERS = "Keep the answers as well"
KEEP_ANSWERS_HELP = "For a correction. Leave it off to ask everybody again."
COPIED = "Scope, people, targets, owners and the rest of the set-up are copied. The original stays as it is."
COPY = "Copy"

DOWNLOAD_TITLE = "Download an assessment"
DOWNLOADED = (
    "One JSON file with everything of this assessment: answers, notes, targets, the plan. "
    "It can be imported again, here or elsewhere."
)
DOWNLOAD = "Download the JSON file"
DOWNLOAD_CARE = "The file holds people's answers. Keep it as carefully as the assessment itself."

REMOVE_TITLE = "Remove an assessment"
REMOVE_NAME = "Type its name to remove it"
REMOVE = "Remove it"
NAME_DIFFERS = "The name differs."

IMPORT_TITLE = "Import an assessment"
IMPORTED = "A JSON file that Plumbline exported. It is checked as a whole first; one error and nothing is imported."
IMPORT_FILE = "JSON file"
IMPORT_IT = "Import it"

NO_FRAMEWORK = "No framework is installed. Put one under questionnaires/ and start Plumbline again."
FRAMEWORK = "Framework"
BROUGHT_BY = "What brings you here?"
OWN_SCOPE = "A scope of our own"
SCOPE = "Processes in scope"
ORGANISATION = "Organisation"
UNIT = "Unit (optional)"
NAME = "Name of the assessment"
DATE = "Date"
DEPTH = "Depth"
DEPTH_CAPTIONS = (
    "One question for each of the eight attributes: about a quarter of an hour a process. Levels are indicative.",
    "Every named activity and the six characteristics: about an hour a process. Levels that hold.",
)
TARGET_LEVEL = "Default target level"
START = "Start"
SCOPE_FIELD = "Scope"
EMPTY_REASON = "the field is empty"
ORGANISATION_ADVICE = "Say which organisation is assessed."
NO_PROCESS_REASON = "no process is chosen"
NO_PROCESS_ADVICE = "Choose at least one process."


def whole_scope(process_count: int) -> str:
    """The whole framework as scope."""
    return f"All {counted(process_count, 'process', 'processes')}"


def scenario_scope(process_names: list[str]) -> str:
    """What a scenario fills in."""
    return f"In scope: {listed(process_names)}. How much each hurts is proposed in Set-up, to take or leave."


def usual_name(day: date) -> str:
    """The name of an assessment that nobody named."""
    return f"Service management {day.year}"


def framework(name: str, version: str) -> str:
    """A framework to choose."""
    return f"{name} {version}"


def target_level(level: int, name: str) -> str:
    """A target level to choose."""
    return f"{level} {name}"
