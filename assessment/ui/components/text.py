"""Text on the screen. What people wrote is shown as it stands: never as Markdown, never as HTML.

`plain` draws a text; a text that goes into a label, which is Markdown to Streamlit, passes through `escaped` first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

import streamlit as st

Tone = Literal["body", "quiet", "strong", "small"]
_MARKS = re.compile(r"([\\`*_\[\]<>$~|])|(&)(?=[#A-Za-z])|^([#>+=-])|^(\d+)(?=[.)])")
_REPLACED_AFTER_PARSING = re.compile(
    r":(?=\S)|[-<=>](?=[-<=>])|(?<=[A-Za-z0-9])@(?=\S)|(?i:\b(?:https?|ftp|mailto|xmpp))(?=:)|(?i:\bwww)(?=\.)"
)
_WORD_JOINER = "\u2060"


def plain(text: str, tone: Tone = "body", *, width: Literal["stretch", "content"] = "stretch") -> None:
    """Draw a text as it stands, line breaks kept."""
    if tone == "body":
        st.text("\n".join(text.splitlines()), width=width)
        return
    shown = _lines(text)
    marked = {"quiet": f":gray[{shown}]", "small": f":small[:gray[{shown}]]", "strong": f"**{shown}**"}
    st.markdown(marked[tone] if shown else "", width=width)


def escaped(text: str) -> str:
    """A text for a label: each mark that Markdown, or Streamlit's directives and short codes, would act on is disarmed.

    Only marks are touched, because screen readers hear a label as it was written. What is replaced after parsing
    (`:name:`, `->`, addresses) is parted by a word joiner, which has no width.

    >>> escaped("a *b*, c")
    'a \\\\*b\\\\*, c'
    """
    one_line = " ".join(text.split())
    parted = _REPLACED_AFTER_PARSING.sub(lambda found: found.group() + _WORD_JOINER, one_line)
    return _MARKS.sub(_disarmed, parted)


def _disarmed(found: re.Match[str]) -> str:
    return found.group() + "\\" if found.group(4) else "\\" + found.group()


def with_icon(icon: str, shown: str) -> str:
    """Markdown of a Material symbol before a text that is Markdown already."""
    return f":material/{icon}: {shown}"


def lines(*shown: str) -> str:
    """Markdown of texts that are Markdown already, one under the other."""
    return "  \n".join(shown)


def bullets(texts: Iterable[str]) -> str:
    """Markdown of a list of texts."""
    return "\n".join(f"- {escaped(text)}" for text in texts)


def trouble(sentence: str) -> None:
    """Something is wrong; the sentence says what to do."""
    st.error(_lines(sentence), icon=":material/error:")


def care(sentence: str) -> None:
    """Something deserves a look; nothing is wrong."""
    st.warning(_lines(sentence), icon=":material/warning:")


def remark(sentence: str) -> None:
    """Something worth knowing."""
    st.info(_lines(sentence), icon=":material/info:")


def _lines(sentence: str) -> str:
    return lines(*(escaped(line) for line in sentence.splitlines()))
