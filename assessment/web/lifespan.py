"""Opens the database once before serving and closes it after: pages find it through `assessment.services`."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Timer
from typing import Any

import structlog

from assessment.errors import AssessmentError
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline, close_current, open_current

WARM_UP_DELAY_SECONDS = 8.0
_log = structlog.get_logger(__name__)


@asynccontextmanager
async def lifespan(app: object) -> AsyncIterator[dict[str, Any]]:
    """Migrate, load the sample once, serve, close."""
    del app
    plumbline = open_current()
    try:
        plumbline.assessments.ensure_sample(LOCAL_ACTOR)
    except AssessmentError as error:  # a faulty sample or framework must not keep people from their own assessments
        _log.error("the sample was not loaded", reason=str(error))
    warming = Timer(WARM_UP_DELAY_SECONDS, prepare, (plumbline,))  # later, so that the app itself comes up first
    warming.daemon = True
    warming.start()
    try:
        yield {}
    finally:
        warming.cancel()
        close_current()


def prepare(plumbline: Plumbline) -> None:
    """Start what prints, and make the lines of the list that are missing, as after an upgrade of the method."""
    plumbline.warm_up()
    try:
        plumbline.assessments.list_assessments(LOCAL_ACTOR)
    except AssessmentError as error:  # closing, or a database that cannot be used: whoever asks next is told
        _log.warning("the list was not prepared", reason=str(error))
