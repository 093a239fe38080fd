"""The address of a place where something is mended: its page, and the ids that the page reads from its URL."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.ui import navigation
from assessment.ui.pages.questionnaire.place import FOLD, PROCESS, QUESTION, RESPONDENT
from assessment.ui.pages.set_up.steps import SECTION
from assessment.views.missing import Opening


def address(opening: Opening) -> tuple[str, Mapping[str, str]]:
    """The page and its ids."""
    if opening.tab:
        return navigation.SET_UP, {SECTION: opening.tab}
    if opening.is_quotes:
        return navigation.QUOTES, {PROCESS: opening.process_id}
    ids = {
        RESPONDENT: opening.respondent_id,
        PROCESS: opening.process_id,
        QUESTION: opening.item_id,
        FOLD: opening.fold,
    }
    return navigation.QUESTIONNAIRE, {name: value for name, value in ids.items() if value}
