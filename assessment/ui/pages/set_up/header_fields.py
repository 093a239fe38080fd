"""A field of the header: a widget that begins with what is stored and saves what is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from assessment.domain.access.permissions import Permission
from assessment.services.assessments import HeaderChange
from assessment.services.validation import checked
from assessment.ui import access, session
from assessment.ui.components.saved import draw_outdated
from assessment.ui.pages.set_up.frame import Frame
from assessment.views.conflicts import Teller


@contextmanager
def header_field(frame: Frame, field: str, name: str, stored: Any, *, sign: str = "header") -> Iterator[dict[str, Any]]:
    """What ties a widget to a field of the header: it begins with what is stored and saves what is chosen.

    It is bound to the revision it was drawn with while others change other fields. What was chosen and is as it was
    follows the store; a text does not, which may be half typed: then the reader chooses under the field. `sign` is the
    saved sign that tells what became of it.
    """
    key = frame.key(name)
    session.bind(key, frame.revision, {key: stored})
    if session.value(key) == stored:
        session.rebind(key, frame.revision)
    elif not (isinstance(stored, str) or session.has_trouble(key)):
        session.unbind(key, key)
        session.bind(key, frame.revision, {key: stored})
    yield {"key": key, "on_change": _save, "args": (frame, field, key, sign), "disabled": _is_locked(frame, field)}
    outcome = session.save_outcome(key)
    if session.value(key) == stored or (outcome is not None and outcome.trouble and not outcome.conflict):
        return
    told = Teller(framework=frame.framework, respondents=())
    draw_outdated(
        key,
        *told.fields({field: stored or None}, {field: _chosen(field, key)}),
        keep_theirs=lambda: _keep_theirs(frame, key, sign),
        save_mine=lambda: _save(frame, field, key, sign, frame.revision),
    )


def _is_locked(frame: Frame, field: str) -> bool:
    if field == "organisation":
        return frame.is_locked or not access.mine(frame.id).may_copy
    needs = Permission.PEOPLE if field == "anonymity_floor" else Permission.EDIT
    return frame.is_locked or needs not in frame.permissions


def _chosen(field: str, key: str) -> Any:
    new = session.value(key)
    return str(new).strip() or None if field == "unit" else new


def _save(frame: Frame, field: str, key: str, sign: str, version: int | None = None) -> None:
    """Callback: change one field of the header, if it is what it was at `version`, else when it was drawn."""
    expected = session.drawn_version(key) if version is None else version
    with session.saving(key):
        change = checked(HeaderChange, **{field: _chosen(field, key)})
        saved = session.plumbline().assessments.update_header(
            session.actor(), frame.id, change, expected_version=expected
        )
        session.rebind(key, saved)
    session.repeat_outcome(key, frame.key(sign))


def _keep_theirs(frame: Frame, key: str, sign: str) -> None:
    """Callback: show what is stored."""
    session.unbind(key, key)
    session.forget_outcome(frame.key(sign))
