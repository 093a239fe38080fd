"""Bringing a place of the page into view: what a click opened is looked at from its beginning."""

from __future__ import annotations

from assessment.ui import session
from assessment.ui.components.script import load_script

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
    load_script("scrolling", {"place": str(wanted), "count": count})  # another value, so that it runs once more
