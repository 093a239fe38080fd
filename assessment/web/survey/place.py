"""What the pages of a survey have in common: a page in the frame of a phone's, and one that says what went wrong."""

from __future__ import annotations

from starlette.responses import HTMLResponse, Response

from assessment.errors import AssessmentError, NoPlace
from assessment.views.wording.workshop import phone as phone_words
from assessment.views.wording.workshop import survey_page as words
from assessment.web.phone.answering import status_of, told
from assessment.web.phone.files import files
from assessment.web.rendering import templates


def survey_page(template: str, status_code: int = 200, trouble: str | None = None, **values: object) -> Response:
    """A page of a survey; `trouble` is said at its head."""
    named = {"words": phone_words, "survey": words, "files": files(), "trouble": trouble}
    content = templates().get_template(f"survey/{template}").render({**named, **values})
    return HTMLResponse(content, status_code)


def trouble_page(error: AssessmentError) -> Response:
    """A page that says why nothing is shown, and what to do."""
    is_lost = isinstance(error, NoPlace)
    title, text = (words.NO_PLACE_TITLE, words.NO_PLACE) if is_lost else (words.TITLE, told(error))
    return survey_page("trouble.html", status_of(error), title=title, text=text)
