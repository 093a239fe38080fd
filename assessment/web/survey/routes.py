"""The routes of a survey; whoever has no place in one is told how to come to it."""

from __future__ import annotations

from starlette.routing import Route

from assessment.web.survey.answer import answer
from assessment.web.survey.files import script, style
from assessment.web.survey.pages import HOME, done, left, overview
from assessment.web.survey.question import question

SURVEY_ROUTES: tuple[Route, ...] = (
    Route(HOME, overview),
    Route(f"{HOME}/left", left),
    Route(f"{HOME}/done", done),
    Route(f"{HOME}/question/{{item_id}}", question, methods=["GET", "POST"]),
    Route(f"{HOME}/answer", answer, methods=["POST"]),
    Route(f"{HOME}/files/survey.css", style),
    Route(f"{HOME}/files/survey.js", script),
)
"""Open to whoever is not signed in."""
