"""What the assessment is called, and the few settings of the method."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import streamlit as st

from assessment.domain.answered.assessment import LARGEST_FLOOR, SMALLEST_FLOOR
from assessment.domain.answered.entries import SHORT_TEXT_LIMIT
from assessment.services.assessments import HeaderChange
from assessment.services.validation import checked
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.heading import section_head
from assessment.ui.components.saved import draw_outdated
from assessment.ui.components.text import plain
from assessment.ui.components.writing import Kept, draw_mark
from assessment.ui.pages.set_up.frame import Frame
from assessment.views.conflicts import Teller
from assessment.views.wording.pages.set_up import method as words
from assessment.views.wording.pages.set_up import point
from assessment.views.wording.terms import DEPTHS


def draw(frame: Frame) -> None:
    """Draw names and settings; each is saved when it is left."""
    section_head(words.TITLE, words.fixed_depth(DEPTHS[frame.assessment.header.depth]), sign=frame.key("header"))
    rated, called = st.columns(2, gap="large")
    with rated:
        _draw_rules(frame)
    with called:
        _draw_names(frame)


def _draw_rules(frame: Frame) -> None:
    header = frame.assessment.header
    with _field(frame, "carry_percent", "carry", header.carry_percent) as tied:
        st.radio(
            words.CARRY,
            tuple(words.BOUNDS),
            format_func=labels(words.BOUNDS),
            captions=tuple(words.BOUND_MEANINGS[bound] for bound in words.BOUNDS),
            **tied,
        )
    levels = {level.level: point(level.level, level.name) for level in frame.framework.levels if level.level > 0}
    with _field(frame, "default_target_level", "level", header.default_target_level) as tied:
        st.selectbox(words.DEFAULT_TARGET, tuple(levels), format_func=labels(levels), **tied)
    with _field(frame, "asks_to_be", "asks-to-be", header.asks_to_be) as tied:
        st.toggle(words.ASKS_TO_BE, **tied)
    plain(words.ASKS_TO_BE_HINT, "small")
    with _field(frame, "anonymity_floor", "floor", header.anonymity_floor) as tied:
        st.number_input(words.FLOOR, min_value=SMALLEST_FLOOR, max_value=LARGEST_FLOOR, step=1, **tied)
    plain(words.FLOOR_HINT, "small")


def _draw_names(frame: Frame) -> None:
    header = frame.assessment.header
    for field, label, stored, kept in (
        ("name", words.NAME, header.name, Kept.TYPING),
        ("organisation", words.ORGANISATION, header.organisation, Kept.LEAVING),  # half a name would be an organisation
        ("unit", words.UNIT, header.unit or "", Kept.LEAVING),
    ):
        with _field(frame, field, f"header:{field}", stored) as tied:
            st.text_input(label, max_chars=SHORT_TEXT_LIMIT, **tied)
            draw_mark(tied["key"], SHORT_TEXT_LIMIT, kept, stored=stored, is_locked=frame.is_locked)
    with _field(frame, "assessed_on", "header:assessed_on", header.assessed_on) as tied:
        st.date_input(words.DATE, **tied)


@contextmanager
def _field(frame: Frame, field: str, name: str, stored: Any) -> Iterator[dict[str, Any]]:
    """What ties a widget to a field of the header: it begins with what is stored and saves what is chosen.

    It is bound to the revision it was drawn with while others change other fields. What was chosen and is as it was
    follows the store; a text does not, which may be half typed: then the reader chooses under the field.
    """
    key = frame.key(name)
    session.bind(key, frame.revision, {key: stored})
    if session.value(key) == stored:
        session.rebind(key, frame.revision)
    elif not (isinstance(stored, str) or session.has_trouble(key)):
        session.unbind(key, key)
        session.bind(key, frame.revision, {key: stored})
    yield {"key": key, "on_change": _save, "args": (frame, field, key), "disabled": frame.is_locked}
    outcome = session.save_outcome(key)
    if session.value(key) == stored or (outcome is not None and outcome.trouble and not outcome.conflict):
        return
    told = Teller(framework=frame.framework, respondents=())
    draw_outdated(
        key,
        *told.fields({field: stored or None}, {field: _chosen(field, key)}),
        keep_theirs=lambda: _keep_theirs(frame, key),
        save_mine=lambda: _save(frame, field, key, frame.revision),
    )


def _chosen(field: str, key: str) -> Any:
    new = session.value(key)
    return str(new).strip() or None if field == "unit" else new


def _save(frame: Frame, field: str, key: str, version: int | None = None) -> None:
    """Callback: change one field of the header, if it is what it was at `version`, else when it was drawn."""
    expected = session.drawn_version(key) if version is None else version
    with session.saving(key):
        change = checked(HeaderChange, **{field: _chosen(field, key)})
        saved = session.plumbline().assessments.update_header(
            session.actor(), frame.id, change, expected_version=expected
        )
        session.rebind(key, saved)
    session.repeat_outcome(key, frame.key("header"))


def _keep_theirs(frame: Frame, key: str) -> None:
    """Callback: show what is stored."""
    session.unbind(key, key)
    session.forget_outcome(frame.key("header"))
