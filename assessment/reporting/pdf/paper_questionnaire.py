"""From the questionnaire document to a tagged PDF, with the report's own renderer, font and tokens."""

from __future__ import annotations

from assessment.reporting.progress import Progress
from assessment.reporting.questionnaire_sheet import QuestionnaireSheet
from assessment.reporting.render import Paper, html_to_pdf, templates


def render_sheet_html(sheet: QuestionnaireSheet) -> str:
    """The questionnaire as one HTML page, fonts and style sheet left out."""
    return templates().get_template("questionnaire_sheet.html").render(sheet=sheet)


def render_sheet(sheet: QuestionnaireSheet, paper: Paper, progress: Progress) -> bytes:
    """The questionnaire as a PDF/UA-1 with bookmarks. `progress` hears shares from 0 to 1 and what is being done."""
    progress(0.05, "Writing the pages")
    return html_to_pdf(render_sheet_html(sheet), "questionnaire_sheet.css", paper, sheet.content_hash, progress)
