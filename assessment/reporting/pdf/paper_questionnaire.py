"""The questionnaire on paper as a tagged PDF, with the report's own renderer, font and tokens."""

from __future__ import annotations

from assessment.reporting.pdf.cleaning import cleaned_throughout
from assessment.reporting.pdf.render import html_to_pdf
from assessment.reporting.stages import OnStage, Stage, unheard
from assessment.reporting.templates import templates
from assessment.views.paper import Paper
from assessment.views.paper_questionnaire import PaperQuestionnaire
from assessment.views.wording import paper_questionnaire as words

NAME = "paper_questionnaire"


def render_html(questionnaire: PaperQuestionnaire) -> str:
    """The questionnaire as one HTML page, fonts and style sheet left out."""
    return templates().get_template(f"{NAME}.html").render(questionnaire=cleaned_throughout(questionnaire), words=words)


def render_paper_questionnaire(
    questionnaire: PaperQuestionnaire, paper: Paper = Paper.A4, on_stage: OnStage = unheard
) -> bytes:
    """The questionnaire as a PDF/UA-1 with bookmarks."""
    on_stage(0.05, Stage.WRITING)
    html = render_html(questionnaire)
    return html_to_pdf(html, f"{NAME}.css", paper, questionnaire.content_hash, on_stage)
