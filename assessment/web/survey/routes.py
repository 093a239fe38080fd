"""The routes of a survey; whoever has no place in one is told how to come to it."""

from __future__ import annotations

from starlette.routing import Route

from assessment.web.phone.answering import SURVEY
from assessment.web.survey.answer import answer
from assessment.web.survey.pages import done, left, overview
from assessment.web.survey.question import question

SURVEY_ROUTES: tuple[Route, ...] = (
    Route(SURVEY, overview),
    Route(f"{SURVEY}/left", left),
    Route(f"{SURVEY}/done", done),
    Route(f"{SURVEY}/question/{{item_id}}", question, methods=["GET", "POST"]),
    Route(f"{SURVEY}/answer", answer, methods=["POST"]),
)
"""Open to whoever is not signed in."""
