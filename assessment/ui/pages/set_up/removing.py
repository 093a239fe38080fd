"""Removing a person or a service: what was seen goes, and nothing that somebody added since."""

from __future__ import annotations

import streamlit as st

from assessment.services.setup import SetupEntry
from assessment.ui import session
from assessment.ui.components.saved import conflict_choice, saved_sign
from assessment.ui.pages.set_up.frame import Frame


def draw_removal(frame: Frame, label: str, kind: type[SetupEntry], entry_id: str | None, version: int) -> None:
    """Draw the button for the chosen entry, shown at `version`; where it was changed since the click, the choice."""
    if entry_id is None:
        return
    key = frame.key(f"remove-{kind.__name__.lower()}:{entry_id}")
    st.button(label, key=f"{key}:go", on_click=_remove, args=(frame, kind, entry_id, key, version))
    outcome = session.save_outcome(key)
    if outcome is None:
        return
    saved_sign(key)
    conflict_choice(
        key,
        keep_theirs=lambda: session.forget_outcome(key),
        save_mine=lambda: _remove(frame, kind, entry_id, key, outcome.version),
    )


def _remove(frame: Frame, kind: type[SetupEntry], entry_id: str, key: str, version: int) -> None:
    """Callback: remove it as it was seen."""
    with session.saving(key):
        frame.remove(kind, entry_id, version=version)
