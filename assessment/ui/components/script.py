"""Scripts of our own in the browser: a file of assets/, told what it needs in the place of one of its constants."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import streamlit as st

_FOLDER = Path(__file__).resolve().parents[3] / "assets"


def load_script(name: str, constant: str, value: object) -> None:
    """Load `assets/<name>.js` with a constant of it, such as `WORDS`, set to a value that JSON can hold.

    A script looks after being loaded once a page itself.
    """
    text = script_text(name, constant, json.dumps(value))
    st.html(f"<script>{text}</script>", unsafe_allow_javascript=True)


@cache
def script_text(name: str, constant: str, value: str) -> str:
    """The script with its constant set to a value written as JSON; ValueError where it has no such constant."""
    written = (_FOLDER / f"{name}.js").read_text("utf-8")
    before, assigned, behind = written.partition(f"{constant} = ")
    _, end, rest = behind.partition(";")
    if not assigned or not end:
        raise ValueError(f"assets/{name}.js has no constant {constant}")
    return f"{before}{assigned}{value};{rest}"
