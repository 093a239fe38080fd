"""What every page does in the browser beside Streamlit: assets/shell.js, loaded once a page."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import streamlit as st

from assessment.views.wording.pages.shell import IN_THE_BROWSER

_SCRIPT = Path(__file__).resolve().parents[3] / "assets" / "shell.js"


def load_shell() -> None:
    """Load the script; a page that has it already leaves it alone."""
    st.html(f"<script>{_script()}</script>", unsafe_allow_javascript=True)


@cache
def _script() -> str:
    return _SCRIPT.read_text("utf-8").replace("WORDS = {}", f"WORDS = {json.dumps(dict(IN_THE_BROWSER))}", 1)
