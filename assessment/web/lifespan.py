"""Opens the database once before serving and closes it after: pages find it through `assessment.services`. Meanwhile
the bin is emptied daily of what has been in it for its time, and the database is copied.
"""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, date, datetime
from threading import Timer
from typing import Any

import structlog

from assessment.errors import AssessmentError
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline, close_current, current, open_current
from assessment.views.wording.pages import gate as words
from assessment.web.access import Access

WARM_UP_DELAY_SECONDS = 8.0
INVITATION = "/invitation/"
HOUR_SECONDS = 3600
RETRY_SECONDS = 10.0
REQUESTS = "uvicorn.access"
_log = structlog.get_logger(__name__)


@asynccontextmanager
async def lifespan(app: object, access: Access | None = None) -> AsyncIterator[dict[str, Any]]:
    """Migrate, load the sample once, say what has to be said once, serve, close."""
    del app
    logging.getLogger(REQUESTS).addFilter(keep_out)
    try:
        plumbline = open_current()
    except AssessmentError as error:  # every page says why; it is tried again meanwhile
        _log.error("the database is not open", reason=str(error))
        keeping = asyncio.create_task(_begin_later(access))
    else:
        begin(plumbline, access)
        keeping = asyncio.create_task(_keep_house(plumbline))
    try:
        yield {}
    finally:
        keeping.cancel()
        await asyncio.wait((keeping,))
        close_current()


def keep_out(record: logging.LogRecord) -> bool:
    """Nothing of this is written: a one-time link is its own secret, and the server logs addresses.

    Streamlit turns that log off at start, and on again when its settings file changes under the running app.
    """
    del record
    return False


async def _begin_later(access: Access | None) -> None:
    """Try again until the database can be used, and begin then as at any other start."""
    plumbline = None
    while plumbline is None:
        await asyncio.sleep(RETRY_SECONDS)
        with suppress(AssessmentError):
            plumbline = await asyncio.to_thread(current)
    await asyncio.to_thread(begin, plumbline, access)
    await _keep_house(plumbline)


def begin(plumbline: Plumbline, access: Access | None) -> None:
    """What a database that was opened needs first: the sample, once, and words for whoever started it."""
    _log.info("the database is open", database=plumbline.database)
    try:
        plumbline.assessments.ensure_sample(LOCAL_ACTOR)
    except AssessmentError as error:  # a faulty sample or framework must not keep people from their own assessments
        _log.error("the sample was not loaded", reason=str(error))
    if access is not None:
        announce(plumbline, access)


def announce(plumbline: Plumbline, access: Access) -> None:
    """Tell whoever started it for others: that others can listen, and how the first of them gets in."""
    if access.lets_others_listen():
        _say(words.without_https(has_base_url=bool(access.base_url)))
    if access.is_for_people():
        token = plumbline.accounts.first_link()
        if token is not None:
            _say(words.first_link(f"{access.address()}{INVITATION}{token}"))


def _say(text: str) -> None:
    sys.stdout.write(f"\n{text}\n")
    sys.stdout.flush()


async def _keep_house(plumbline: Plumbline) -> None:
    """Empty the bin and copy the database, each once a day; looked at every hour, as a laptop may have slept."""
    days: set[date] = set()
    warming = Timer(WARM_UP_DELAY_SECONDS, prepare, (plumbline,))  # later, so that the app itself comes up first
    warming.daemon = True
    warming.start()
    try:
        while True:
            today = datetime.now(UTC).date()
            if today not in days:
                days = {today}
                await asyncio.to_thread(empty_the_bin, plumbline)
                await asyncio.to_thread(copy_database, plumbline)
            await asyncio.sleep(HOUR_SECONDS)
    finally:
        warming.cancel()


def copy_database(plumbline: Plumbline) -> None:
    """Make the copy of today."""
    try:
        copy = plumbline.copies.daily(LOCAL_ACTOR)
    except AssessmentError as error:  # people go on; the administrator reads the log
        _log.error("the database was not copied", reason=str(error))
        return
    if copy is not None:
        _log.info("the database was copied", file=str(copy))


def empty_the_bin(plumbline: Plumbline) -> None:
    """Forget what has been in the bin for its time, and sign-ins and links that are over."""
    try:
        plumbline.bin.forget_over(LOCAL_ACTOR)
        plumbline.accounts.forget_over(LOCAL_ACTOR)
    except AssessmentError as error:  # nothing shows what is over, so tomorrow is soon enough
        _log.warning("the bin was not emptied", reason=str(error))


def prepare(plumbline: Plumbline) -> None:
    """Start what prints, and make the lines of the list that are missing, as after an upgrade of the method."""
    plumbline.warm_up()
    try:
        plumbline.assessments.list_assessments(LOCAL_ACTOR)
    except AssessmentError as error:  # closing, or a database that cannot be used: whoever asks next is told
        _log.warning("the list was not prepared", reason=str(error))
