"""Keys that answer the question which has the focus: assets/answering.js hears them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import streamlit as st

from assessment.ui.components.text import plain

_SCRIPT = Path(__file__).resolve().parents[3] / "assets" / "answering.js"


def attend_keys(keys: Sequence[str], hint: str) -> None:
    """Load the script, once a page, and say which keys there are, where there is a keyboard.

    `keys`: the key of each choice of a question, in their order, in lower case.
    """
    with st.container(key="keys-hint", gap=None):
        plain(hint, "small")
    with st.container(key="answering-script"):
        st.html(f"<script>{_script(tuple(keys))}</script>", unsafe_allow_javascript=True)


@cache
def _script(keys: tuple[str, ...]) -> str:
    places = {key: place for place, key in enumerate(keys)}
    return _SCRIPT.read_text("utf-8").replace("PLACES = {}", f"PLACES = {json.dumps(places)}", 1)
