"""Keys that answer the question which has the focus: assets/answering.js hears them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assessment.ui.components.script import load_script
from assessment.ui.components.text import plain


def attend_keys(keys: Sequence[str], hint: str) -> None:
    """Load the script, once a page, and say which keys there are, where there is a keyboard.

    `keys`: the key of each choice of a question, in their order, in lower case.
    """
    with st.container(key="keys-hint", gap=None):
        plain(hint, "small")
    with st.container(key="answering-script"):
        load_script("answering", {key: place for place, key in enumerate(keys)})
