"""Saving a layout: each change at once, and only from the version that the page was drawn with."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from assessment.domain.layout.layout import Layout
from assessment.services.layouts import StoredLayout
from assessment.services.validation import checked
from assessment.ui import session
from assessment.ui.components.saved import conflict_choice, saved_sign

CHOSEN = "layouts:chosen"
_FIELDS = ("name", "accent", "second", "font_choice", "language", "paper", "confidentiality")


def form_key(layout_id: str) -> str:
    """What the versions and the saved sign of a layout's fields are kept under."""
    return f"layouts:{layout_id}"


def field_key(layout_id: str, field: str) -> str:
    """The key of a field's widget."""
    return f"layouts:{layout_id}:{field}"


def bind(stored: StoredLayout) -> None:
    """Give the widgets what is stored before they are drawn for the first time."""
    layout = stored.layout
    values = {field_key(layout.id, field): getattr(layout, field) for field in _FIELDS}
    values[field_key(layout.id, "confidentiality")] = layout.confidentiality or ""
    session.bind(form_key(layout.id), stored.version, values)


def keep(layout_id: str, fields: Mapping[str, object]) -> None:
    """Callback: store fields of a layout, from the version that was seen; the others stay as they are stored."""
    services, actor, key = session.plumbline().layouts, session.actor(), form_key(layout_id)
    with session.saving(key):
        stored = services.read(actor, layout_id)
        changed = checked(Layout, **(dict(stored.layout) | dict(fields)))
        session.rebind(key, services.save(actor, changed, expected_version=session.drawn_version(key)))


def kept_at(layout_id: str, version: int) -> None:
    """What the page shows is stored at this version."""
    session.rebind(form_key(layout_id), version)


def draw_conflict(stored: StoredLayout) -> None:
    """Draw what became of the last save and, where somebody else saved meanwhile, the choice between the two."""
    layout_id = stored.layout.id
    key = form_key(layout_id)
    bind(stored)
    if session.save_outcome(key) is not None:
        saved_sign(key)
    conflict_choice(key, partial(_take_theirs, layout_id), partial(_save_mine, layout_id))


def _take_theirs(layout_id: str) -> None:
    session.unbind(form_key(layout_id), *(field_key(layout_id, field) for field in _FIELDS))


def _save_mine(layout_id: str) -> None:
    """Callback: what was typed, on top of what is stored, which has been seen by now."""
    key = form_key(layout_id)
    outcome = session.save_outcome(key)
    if outcome is not None:
        session.rebind(key, outcome.version)
    typed = {field: session.value(field_key(layout_id, field)) for field in _FIELDS}
    typed["confidentiality"] = typed["confidentiality"] or None
    typed |= {name: str(typed[name]).upper() for name in ("accent", "second")}
    keep(layout_id, typed)
