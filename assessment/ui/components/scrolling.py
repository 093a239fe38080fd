"""Bringing a place of the page into view: what a click opened is looked at from its beginning."""

from __future__ import annotations

import streamlit as st

from assessment.ui import session

PAGE_HEAD = "page-head"
_WANTED = "scroll:to"
_COUNT = "scroll:count"


def scroll_to(key: str) -> None:
    """Callback: bring the container of that key into view with the next run. The key is a CSS class: a-z, 0-9, -."""
    session.put(_WANTED, key)


def scroll() -> None:
    """Scroll, if something is wanted. The script holds a key of ours, made of ids of a framework or fixed words."""
    wanted = session.value(_WANTED)
    if not wanted:
        return
    session.drop(_WANTED)
    count = int(session.value(_COUNT, 0)) + 1
    session.put(_COUNT, count)
    st.html(_SCRIPT.replace("NAME", str(wanted)).replace("COUNT", str(count)), unsafe_allow_javascript=True)


_SCRIPT = """<script data-count="COUNT">
(() => {
  const find = (left) => {
    const found = document.querySelector(".st-key-NAME");
    if (!found) { if (left > 0) setTimeout(() => find(left - 1), 50); return; }
    found.closest("[data-testid=stLayoutWrapper]").scrollIntoView({block: "start"});
    const group = ".st-key-questions [data-testid=stRadioGroup]";
    const choices = found.querySelector(group) || document.querySelector(group);
    const first = choices?.querySelector("input:checked") || choices?.querySelector("input");
    if (first) first.focus({preventScroll: true});
  };
  find(40);
})();
</script>"""
