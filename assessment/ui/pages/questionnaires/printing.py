"""The questionnaire of a process on paper."""

from __future__ import annotations

from assessment.domain.questionnaire import Process
from assessment.ui.pages.questionnaires.browser import Browser


def draw_print(browser: Browser, process: Process) -> None:
    """Offer the PDF."""
    del browser, process
