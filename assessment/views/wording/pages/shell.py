"""What a page says in the browser, whatever stands on it: of saves, of what scrolls, of a lost line."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.views.wording.pages.shared import SAVED, not_saved

IN_THE_BROWSER: Mapping[str, str] = {
    "SAVED": SAVED,
    "NOT_SAVED": not_saved("").strip(),
    "SCROLLS": "Scrolls sideways",
    "LINE_LOST": (
        "The connection is lost. What you typed is kept in this browser until it is saved. "
        "Nothing else can be changed meanwhile; this page goes on by itself once the connection is back."
    ),
    "LINE_BACK": "Connected again.",
    "LINE_GONE": "The connection is lost. What you typed is kept in this browser. Reload the page to go on.",
}
