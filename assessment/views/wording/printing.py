"""The sentences of printing: how far a PDF is, and what is asked before one is made."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.views.wording.numbers import counted, share_text

STAGES: Mapping[str, str] = {
    "waiting": "Waiting for its turn",
    "planning": "Planning the waves",
    "measuring": "Measuring how firm the order is",
    "writing": "Writing the pages",
    "laying-out": "Laying out the pages",
    "saving": "Saving",
    "ready": "Ready",
}
"""What is being done, by the value of `reporting.stages.Stage`."""
PAPER = "Paper"
DOWNLOAD = "Download the PDF"
CANCELLED = "Cancelled: nothing of it is kept."

REPORT_WAITS = "You may leave this page: the report is built meanwhile and waits here."
QUESTIONNAIRE_WAITS = "You may leave this page: the questionnaire is made meanwhile and waits here."

QUESTIONNAIRE_LEAD = "A guide to asking, then each question with boxes and room for notes."
QUESTIONNAIRE_GONE = "The questionnaire that was made before is no longer kept. Make it again."
MAKE = "Make the PDF"
MAKE_AGAIN = "Make it again"
PROCESSES = "Processes"
CHOOSE_PROCESSES = "Choose one or more"
DEPTH = "Depth"
ASKS_TO_BE = "Ask for the to-be as well"


def progress(done_share: float, stage: str, page: int | None) -> str:
    """How far it is, and what is being done at which page.

    >>> progress(0.425, "laying-out", 17), progress(0.0, "waiting", None)
    ('42 % Laying out the pages, page 17', '0 % Waiting for its turn')
    """
    doing = f"{share_text(done_share)} {STAGES[stage]}"
    return doing if page is None else f"{doing}, page {page}"


def questionnaire_made(file_name: str, process_count: int, depth: str, *, asks_to_be: bool) -> str:
    """What a questionnaire that was made holds."""
    processes = counted(process_count, "process", "processes")
    if asks_to_be:
        return f"{file_name}: {processes}, {depth.lower()}, as-is and to-be."
    return f"{file_name}: {processes}, {depth.lower()}, as-is alone."


def choice_differs() -> str:
    """The questionnaire that was made is not what is chosen now."""
    return "What is chosen above differs: make the PDF to have that."
