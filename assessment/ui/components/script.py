"""Scripts of our own in the browser: files of assets/, whose text never changes while the app runs.

What a script needs to be told travels beside it, in an attribute, so that the headers can name each script by its hash
and the browser runs nothing else.
"""

from __future__ import annotations

import json
from functools import cache
from html import escape
from pathlib import Path

import streamlit as st

_FOLDER = Path(__file__).resolve().parents[3] / "assets"
CONSTANTS = {
    "answering": "PLACES",
    "leaving": "ADDRESS",
    "scrolling": "PLACE",
    "shell": "WORDS",
    "switching": "WORDS",
    "workshop": "CHOICES",
    "writing": "WORDS",
}
"""Each script, and which constant of it holds what it is told."""


def load_script(name: str, value: object) -> None:
    """Load `assets/<name>.js` with its constant set to a value that JSON can hold.

    A script looks after being loaded once a page itself.
    """
    told = escape(json.dumps(value), quote=True)
    st.html(f'<script data-told="{told}">{script_text(name)}</script>', unsafe_allow_javascript=True)


@cache
def script_text(name: str) -> str:
    """The script as a page holds it: its constant is read from the attribute beside it."""
    written = (_FOLDER / f"{name}.js").read_text("utf-8")
    before, assigned, behind = written.partition(f"const {CONSTANTS[name]} = ")
    _, end, rest = behind.partition(";")
    if not assigned or not end:
        raise ValueError(f"assets/{name}.js has no constant {CONSTANTS[name]}")
    return f"{before}{assigned}JSON.parse(document.currentScript.dataset.told);{rest}"


def script_texts() -> tuple[str, ...]:
    """The text of each script that a page may hold."""
    return tuple(script_text(name) for name in CONSTANTS)
