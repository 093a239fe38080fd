"""Fields of text that lose nothing: each has a mark beside it, which assets/writing.js reads and writes into.

The mark tells the browser what the store holds, so that it knows which text is saved, which it has to keep as a draft,
and which to offer again. Texts travel percent-encoded in attributes: nothing that people wrote becomes markup.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote
from zlib import crc32

import streamlit as st

from assessment.ui import session
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.script import load_script
from assessment.views.wording.pages import writing as words

_SETTLED = "writing:settled"


class Kept(StrEnum):
    """When a text is committed; until the store holds it the browser keeps it."""

    TYPING = "typing"
    LEAVING = "leaving"
    PRESSING = "pressing"
    NOTHING = "nothing"


def attend() -> None:
    """Load the script, once a page, and tell it which drafts were dealt with."""
    dealt_with = session.value(_SETTLED) or {}
    load_script("writing", dict(words.IN_THE_BROWSER))
    if dealt_with:
        st.html("".join(_element("writing-settled", _settled_facts(key)) for key in dealt_with))


def ask(label: str, key: str, limit: int, *, stored: str = "", usual: str = "") -> str:
    """Draw a text input whose text a button will save, with its mark; the text."""
    with st.container(gap=None):
        typed = st.text_input(label, max_chars=limit, key=key, placeholder=usual)
        draw_mark(key, limit, Kept.PRESSING, stored=stored)
    return typed


def draw_mark(key: str, limit: int, kept: Kept, *, stored: str = "", sign: str = "", is_locked: bool = False) -> None:
    """Draw the mark of the field with that key; `stored` is its text in the store, `sign` the key of its saved sign."""
    outcome = session.save_outcome(sign) if sign else None
    facts = {
        "place": _class_of(key),
        "stored": quote(stored, safe=""),
        "limit": str(limit),
        "keeps": kept.value,
        "sign": _class_of(_sign_key(sign)) if sign else "",
        "is-trouble": "yes" if outcome is not None and outcome.trouble is not None else "",
        "is-locked": "yes" if is_locked else "",
    }
    st.html(_element("writing", {**facts, **_settled_facts(key)}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfolded:
    """A text that may be folded away: the key of its field, what is stored, its name, the container it is in."""

    key: str
    stored: str
    name: str
    at: str


def draw_unsaved(texts: Sequence[Unfolded]) -> None:
    """Draw where drafts wait whose fields are not on the page; of what is stored the browser gets a checksum only."""
    found = [
        [_draft_key(text.key), crc32(text.stored.strip().encode()), text.name, _class_of(text.at)] for text in texts
    ]
    st.html(_element("writing-unsaved", {"texts": quote(json.dumps(found), safe="")}))


def draw_sign(key: str, *, is_stored: bool = False, said: str = "") -> None:
    """Draw a saved sign that the marks of its fields can hide while they hold another text."""
    with sign_place(key):
        saved_sign(key, is_stored=is_stored, words=said)


def sign_place(key: str) -> AbstractContextManager[object]:
    """Where a saved sign is drawn that the marks of its fields can hide."""
    return st.container(key=_sign_key(key), width="content")


def settle(key: str, text: str) -> None:
    """Let the browser forget a draft of that text: a button took it over, or somebody decided against it."""
    dealt_with = session.value(_SETTLED) or {}
    count = sum(count for count, _ in dealt_with.values()) + 1
    session.put(_SETTLED, {**dealt_with, key: (count, text)})


def _settled_facts(key: str) -> dict[str, str]:
    count, text = (session.value(_SETTLED) or {}).get(key, (0, ""))
    facts = {"key": quote(_draft_key(key), safe="")}
    return {**facts, "settled": quote(text, safe=""), "settled-count": str(count)} if count else facts


def _draft_key(key: str) -> str:
    """By what the browser keeps the draft of a field: whoever signs in there next is not offered somebody else's."""
    whose = session.value(session.WHOSE)
    return f"{whose}/{key}" if whose else key


def _element(name: str, facts: dict[str, str]) -> str:
    attributes = "".join(f' data-{fact}="{value}"' for fact, value in facts.items() if value)
    return f'<div class="{name}"{attributes}></div>'


def _sign_key(key: str) -> str:
    return f"{key}:sign"


def _class_of(key: str) -> str:
    """The class that Streamlit gives to what has this key."""
    return "st-key-" + re.sub(r"[^a-zA-Z0-9_-]", "-", key.strip())
