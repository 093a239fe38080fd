"""The only module that touches `st.session_state` and the URL.

Session state holds ids, versions, widget values and what became of the last save; the database is the truth.
The URL holds validated ids only, so that a reload or a link comes back to the same place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from assessment.errors import AssessmentError
from assessment.services.authority import LOCAL_ACTOR, Actor
from assessment.services.plumbline import Plumbline, current
from assessment.services.signed_in import ALONE, USER_FIELD
from assessment.ui.components.leaving import leave

ASSESSMENT = "assessment"
WHOSE = "whose"
"""The id of whoever is signed in, for what the browser keeps for them; none for who stands alone."""
_OUTCOME = "outcome:"
_VERSION = "version:"
_ADDRESS = "address"
_KEPT_ON_BACK = frozenset({ASSESSMENT, "respondent"})
without_gate = ""
"""Who asks where no gate says so: nobody. Tests that draw a page without a server set it."""


def plumbline() -> Plumbline:
    """The services, opened once by the app's lifespan."""
    return current()


def actor() -> Actor:
    """Who is acting, read anew at every call: the local user where nobody signs in, else whoever is signed in.

    Nobody is, any more or at all: the run ends here, and the browser goes to the sign-in page.
    """
    found = _signed_in()
    if found is None:
        leave()
    return found


def is_team() -> bool:
    """Whether whoever uses the pages is signed in."""
    return _token() != ALONE


def _signed_in() -> Actor | None:
    accounts, token = plumbline().accounts, _token()
    if token == ALONE:
        return None if accounts.has_accounts() else LOCAL_ACTOR
    return accounts.actor_of(token) if token else None


def _token() -> str:
    """What the gate wrote about this browser, which Streamlit keeps with its session."""
    return str(st.user.get(USER_FIELD) or without_gate)


def assessment_id() -> str | None:
    """The assessment this session works on: from the URL, else from before; None if none was opened."""
    return url_id(ASSESSMENT)


def open_assessment(wanted_id: str) -> None:
    """Work on another assessment; what was chosen in the one before, and what became of its saves, is forgotten."""
    drop_all("url:")
    drop_all(_OUTCOME)
    drop_all(_VERSION)
    st.query_params.pop(ASSESSMENT, None)
    st.session_state[f"url:{ASSESSMENT}"] = wanted_id


def close_assessment() -> None:
    """Forget the assessment, for one that is gone."""
    st.session_state.pop(f"url:{ASSESSMENT}", None)
    st.query_params.pop(ASSESSMENT, None)


def url_id(name: str) -> str | None:
    """An id of the URL, else the one chosen earlier in this session. It is not validated: the caller does."""
    value = st.query_params.get(name) or st.session_state.get(f"url:{name}")
    return str(value) if value else None


def follow_address(page: str) -> None:
    """At the start of a run: notice that the reader went back, and forget the ids that are gone from the URL.

    An id that is missing after a change of page is remembered for it. On the same page it is missing because the
    browser's Back left it behind; whose assessment it is, and who answers, stays all the same.
    """
    before = st.session_state.get(_ADDRESS)
    if before is not None and before["page"] == page:
        for name in before["names"]:
            if name not in st.query_params and name not in _KEPT_ON_BACK:
                st.session_state.pop(f"url:{name}", None)
    st.session_state[_ADDRESS] = {"page": page, "names": sorted(st.query_params)}


def keep_in_url(name: str, value: str | None) -> None:
    """Put a validated id into the URL and remember it for the other pages; None takes it out."""
    if value is None:
        st.session_state.pop(f"url:{name}", None)
        st.query_params.pop(name, None)
        return
    st.session_state[f"url:{name}"] = value
    address = st.session_state.get(_ADDRESS)
    if address is not None and name not in address["names"]:
        st.session_state[_ADDRESS] = {**address, "names": [*address["names"], name]}
    if st.query_params.get(name) != value:
        st.query_params[name] = value


def own_address() -> str:
    """The address by which the reader's browser calls the app, such as https://maturity.example."""
    parts = urlsplit(st.context.url or "")
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def seed(key: str, stored: Any) -> None:
    """Give a widget its stored value before it is drawn for the first time."""
    st.session_state.setdefault(key, stored)


def of_assessment(name: str) -> str:
    """The key of a widget of the open assessment: the page's name, the assessment, and the rest of its own name."""
    page, _, rest = name.partition(":")
    return f"{page}:{assessment_id()}:{rest}"


def bind(key: str, version: int, fields: Mapping[str, Any]) -> None:
    """Give the widgets of one value what is stored before they are drawn for the first time, and keep its version.

    From then on what they hold is bound to that version: a later run, which reads a newer value, changes neither.
    `rebind` does after a save of one's own, `unbind` where the reader wants the stored value.
    """
    if _VERSION + key in st.session_state and all(name in st.session_state for name in fields):
        return
    for name, stored in fields.items():
        st.session_state[name] = stored
    st.session_state[_VERSION + key] = version


def is_bound(key: str, version: int) -> bool:
    """Whether the widgets of a key were drawn with the value of that version."""
    return bool(st.session_state.get(_VERSION + key) == version)


def drawn_version(key: str) -> int:
    """The version of the value that the widgets of a key were drawn with, 0 for nothing stored."""
    return int(st.session_state.get(_VERSION + key, 0))


def rebind(key: str, version: int) -> None:
    """What the widgets of a key hold is stored now, at this version."""
    st.session_state[_VERSION + key] = version


def unbind(key: str, *fields: str) -> None:
    """Let the widgets of a key begin anew from the store, and forget what became of a save."""
    drop(_VERSION + key, *fields)
    forget_outcome(key)


def value(key: str, default: Any = None) -> Any:
    """The value of a widget, or what `put` left."""
    return st.session_state.get(key, default)


def put(key: str, new: Any) -> None:
    """Leave an id, a version or a widget's next value."""
    st.session_state[key] = new


def drop(*keys: str) -> None:
    """Forget widget values, so that the next run seeds them from the store."""
    for key in keys:
        st.session_state.pop(key, None)


def drop_all(prefix: str) -> None:
    """Forget everything whose key begins with the prefix."""
    drop(*[name for name in st.session_state if isinstance(name, str) and name.startswith(prefix)])


def generation(key: str) -> int:
    """How often `renew` was called for a widget; part of its key."""
    return int(st.session_state.get(f"{key}#", 0))


def renew(key: str) -> None:
    """Let a widget begin anew from the store: its next key is another one."""
    st.session_state[f"{key}#"] = generation(key) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveOutcome:
    """What became of the last save of a widget: when, or why not. `conflict` holds theirs and yours, `version` is that
    of theirs.
    """

    at: datetime | None = None
    words: str = ""
    trouble: str | None = None
    conflict: Mapping[str, str] | None = None
    version: int = 0


@contextmanager
def saving(key: str, words: str = "") -> Iterator[None]:
    """Run a save in a callback; `saved_sign` shows what became of it. A failed save leaves the widget as it is."""
    try:
        yield
    except AssessmentError as error:
        theirs, yours = getattr(error, "theirs", None), getattr(error, "yours", None)
        conflict = {"theirs": theirs, "yours": yours} if theirs is not None and yours is not None else None
        version = getattr(error, "version", 0)
        st.session_state[_OUTCOME + key] = SaveOutcome(trouble=str(error), conflict=conflict, version=version)
    else:
        st.session_state[_OUTCOME + key] = SaveOutcome(at=datetime.now(UTC), words=words)


def has_trouble(key: str) -> bool:
    """Whether the last save of a key failed, so that its widgets hold what is not stored."""
    outcome = save_outcome(key)
    return outcome is not None and outcome.trouble is not None


def save_outcome(key: str) -> SaveOutcome | None:
    """What became of the last save under this key in this session."""
    outcome = st.session_state.get(_OUTCOME + key)
    return outcome if isinstance(outcome, SaveOutcome) else None


def repeat_outcome(key: str, sign: str) -> None:
    """Show at another sign too what became of the last save of a key."""
    outcome = save_outcome(key)
    if outcome is not None:
        st.session_state[_OUTCOME + sign] = outcome


def forget_outcome(key: str) -> None:
    """Stop showing what became of a save."""
    st.session_state.pop(_OUTCOME + key, None)


def local_time(moment: datetime) -> datetime:
    """A moment in the reader's own time zone, as the browser names it."""
    return moment.astimezone(_zone())


def clock() -> Callable[[datetime], datetime]:
    """`local_time` as it is in this run, for what is made outside of one."""
    zone = _zone()
    return lambda moment: moment.astimezone(zone)


def today() -> date:
    """Which day it is where the reader is."""
    return datetime.now(_zone()).date()


def beginning_of(day: date) -> datetime:
    """The first moment of a day where the reader is, in UTC."""
    return datetime.combine(day, time.min, tzinfo=_zone()).astimezone(UTC)


def moment_at(day: date, hour: time) -> datetime:
    """A time of a day where the reader is, in UTC."""
    return datetime.combine(day, hour, tzinfo=_zone()).astimezone(UTC)


def _zone() -> tzinfo:
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
