"""What a user sees when something goes wrong: a sentence, never a traceback."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import structlog

from assessment.errors import AssessmentError
from assessment.ui.components.text import trouble
from assessment.views.wording.pages.shared import PAGE_FAILED

P = ParamSpec("P")
_log = structlog.get_logger(__name__)


def guarded(draw: Callable[P, None]) -> Callable[P, None]:
    """A page or fragment that shows an AssessmentError as plain text in place of what it could not draw."""

    @wraps(draw)
    def guarded_draw(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            draw(*args, **kwargs)
        except AssessmentError as error:
            trouble(str(error))

    return guarded_draw


def show_script_error(error: Exception) -> bool:
    """Show and log what no page caught; True tells Streamlit to show nothing of its own."""
    if isinstance(error, AssessmentError):
        trouble(str(error))
        return True
    _log.error("page_failed", error_type=type(error).__name__, exc_info=error)
    trouble(PAGE_FAILED)
    return True
