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
from assessment.web.phones_server import PhonesServer

WARM_UP_DELAY_SECONDS = 8.0
INVITATION = "/invitation/"
HOUR_SECONDS = 3600
RETRY_SECONDS = 10.0
PHONES_SECONDS = 60
REQUESTS = "uvicorn.access"
_log = structlog.get_logger(__name__)


@asynccontextmanager
async def lifespan(
    app: object, access: Access | None = None, phones: PhonesServer | None = None
) -> AsyncIterator[dict[str, Any]]:
    """Migrate, load the sample once, say what has to be said once, serve, close."""
    del app
    logging.getLogger(REQUESTS).addFilter(keep_out)
    try:
        plumbline = open_current()
    except AssessmentError as error:  # every page says why; it is tried again meanwhile
        _log.error("the database is not open", reason=str(error))
        keeping = asyncio.create_task(_begin_later(access, phones))
    else:
        begin(plumbline, access, phones)
        keeping = asyncio.create_task(_keep_house(plumbline))
    try:
        yield {}
    finally:
        keeping.cancel()
        await asyncio.wait((keeping,))
        if phones is not None:
            await asyncio.to_thread(phones.end)
        close_current()


def keep_out(record: logging.LogRecord) -> bool:
    """Nothing of this is written: a one-time link is its own secret, and the server logs addresses.

    Streamlit turns that log off at start, and on again when its settings file changes under the running app.
    """
    del record
    return False


async def _begin_later(access: Access | None, phones: PhonesServer | None) -> None:
    """Try again until the database can be used, and begin then as at any other start."""
    plumbline = None
    while plumbline is None:
        await asyncio.sleep(RETRY_SECONDS)
        with suppress(AssessmentError):
            plumbline = await asyncio.to_thread(current)
    await asyncio.to_thread(begin, plumbline, access, phones)
    await _keep_house(plumbline)


def begin(plumbline: Plumbline, access: Access | None, phones: PhonesServer | None = None) -> None:
    """What a database that was opened needs first: the sample, once, and words for whoever started it."""
    _log.info("the database is open", database=plumbline.database)
    try:
        plumbline.assessments.ensure_sample(LOCAL_ACTOR)
    except AssessmentError as error:  # a faulty sample or framework must not keep people from their own assessments
        _log.error("the sample was not loaded", reason=str(error))
    if access is not None:
        plumbline.reach.own, plumbline.reach.phones = access, phones
        announce(plumbline, access)
        let_phones_in_again(plumbline)


def let_phones_in_again(plumbline: Plumbline) -> None:
    """After a restart amid a workshop: phones go on where they were."""
    try:
        plumbline.reach.resume()
    except AssessmentError as error:  # whoever leads the room sees it in the lobby, and is told why when they try
        _log.error("phones are not let in", reason=str(error))


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
            for _ in range(HOUR_SECONDS // PHONES_SECONDS):
                await asyncio.sleep(PHONES_SECONDS)
                await asyncio.to_thread(end_phones_unless_needed, plumbline)
    finally:
        warming.cancel()


def end_phones_unless_needed(plumbline: Plumbline) -> None:
    """Shut the door for phones once the last room is closed."""
    try:
        plumbline.reach.end_unless_needed()
    except AssessmentError as error:  # looked at again in a minute
        _log.warning("whether phones are still awaited is not known", reason=str(error))


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
