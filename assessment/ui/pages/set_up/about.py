"""What the assessment is called, of whom and of when it is: at the head of the set-up, whatever tab is open."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.entries import SHORT_TEXT_LIMIT
from assessment.ui import session
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.writing import Kept, draw_mark
from assessment.ui.pages.set_up.frame import Frame
from assessment.ui.pages.set_up.header_fields import header_field
from assessment.views.wording.pages.set_up import about as words

_SIGN = "about"


def draw_about(frame: Frame) -> None:
    """Draw the names and the date in a row; each is saved when it is left."""
    header = frame.assessment.header
    *places, date_place = st.columns([3, 3, 2, 2], gap="small")
    fields = (
        ("name", words.NAME, header.name, Kept.TYPING),
        ("organisation", words.ORGANISATION, header.organisation, Kept.LEAVING),  # half a name would be an organisation
        ("unit", words.UNIT, header.unit or "", Kept.LEAVING),
    )
    for place, (field, label, stored, kept) in zip(places, fields, strict=True):
        with place, header_field(frame, field, f"header:{field}", stored, sign=_SIGN) as tied, st.container(gap=None):
            st.text_input(label, max_chars=SHORT_TEXT_LIMIT, **tied)
            draw_mark(tied["key"], SHORT_TEXT_LIMIT, kept, stored=stored, is_locked=frame.is_locked)
    with date_place, header_field(frame, "assessed_on", "header:assessed_on", header.assessed_on, sign=_SIGN) as tied:
        st.date_input(words.DATE, **tied)
    if session.save_outcome(frame.key(_SIGN)):
        saved_sign(frame.key(_SIGN))
