"""What the Frameworks page says beside what a framework says."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.views.frameworks.places import ProcessPart, Topic
from assessment.views.wording.framework_terms import GLOSSARY_TITLE, SCENARIOS_TITLE, TRANSITIONS_TITLE
from assessment.views.wording.printing import QUESTIONNAIRE_LEAD

TITLE = "What does a framework ask?"
SIDE_LABEL = "Whose framework"
SIDES: Mapping[str, str] = {"installed": "Read and search", "own": "Check your own"}
NOT_INSTALLED = "No framework is installed"
NOT_INSTALLED_NEXT = "Put a framework folder under questionnaires/ and reload this page."
FRAMEWORK_LABEL = "Framework"
FRAMEWORK_GONE = "The address leads to a framework that is not installed here."
CHOOSE_FRAMEWORK = "Choose a framework"
PROCESS_GONE = "The address leads to a process that this framework does not have."

SEARCH_LABEL = "Search every text"
SEARCH_PLACEHOLDER = "Search names, questions, statements, actions, terms"
TOPIC_LABEL = "View"
TOPICS: Mapping[Topic, str] = {
    Topic.PROCESSES: "Processes",
    Topic.GLOSSARY: GLOSSARY_TITLE,
    Topic.TRANSITIONS: TRANSITIONS_TITLE,
    Topic.SCENARIOS: SCENARIOS_TITLE,
    Topic.SCALES: "Scales",
    Topic.PAPER: "On paper",
    Topic.FEEDBACK: "Feedback",
}
PART_LABEL = "Part"
PARTS: Mapping[ProcessPart, str] = {
    ProcessPart.ABOUT: "About",
    ProcessPart.QUESTIONS: "Questions",
    ProcessPart.ACTIONS: "Actions",
    ProcessPart.LINKAGES: "Linkages",
    ProcessPart.GUIDE: "Facilitator's guide",
}
PAPER_TITLE = "Questionnaires on paper"
PAPER_LEAD = f"For interviews without a laptop. {QUESTIONNAIRE_LEAD}"
DOWNLOAD_FEEDBACK = "Download as a table (CSV)"
ALL_PROCESSES = "All processes"
PROCESS_LABEL = "Process"
PRINT = "Print"

OWN_TITLE = "Check and preview a framework"
OWN_LEAD = "Zip the folder that holds framework.yaml. All there is to correct is listed at once. Nothing is kept."
UPLOAD = "Framework folder as a .zip"
CHECKING = "Reading and checking the folder"
NO_FOLDER_YET = "No folder yet? Begin from a copy; AUTHORING.md in it says how to go on."
PREVIEW_LEAD = "This is how it reads. Correct the files, zip and drop them again to see the change."


def download(file_name: str) -> str:
    """The copy of a framework to begin from."""
    return f"Download {file_name}"


def preview(framework_name: str) -> str:
    """The head of the preview of somebody's own framework."""
    return f"Preview: {framework_name}"
