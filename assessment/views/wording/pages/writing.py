"""What stands beside a field of text: whether it is saved, what was left out of it, a draft that is offered again.

What stands in braces is filled in by the browser, which alone knows it.
"""

from __future__ import annotations

from collections.abc import Mapping

from assessment.views.wording.pages.shared import NO_TEXT

SAVED_AS_YOU_TYPE = "Saved as you type"

IN_THE_BROWSER: Mapping[str, str] = {
    "KEPT_HERE": "Kept in this browser, not saved yet",
    "NOT_KEPT": "Not saved yet, and this browser keeps nothing: leave the page only when it is saved",
    "STORED_DIFFERS": "Not what is stored: somebody changed it meanwhile. Reload the page to see theirs.",
    "CUT": (
        "The field takes {limit} characters: of the {given} you added the first {kept} were kept, up to “{end}”. "
        "The rest was left out."
    ),
    "FULL": "The field takes {limit} characters and is full: nothing of the {given} you added was kept.",
    "FULL_KEY": "The field takes {limit} characters and is full: what you typed last was left out.",
    "OFFER_NAME": "A text that was not saved",
    "OFFER": "You wrote this here on {time}, and it was not saved:",
    "TAKE": "Take this text",
    "DROP": "Drop it",
    "WAITS": "You wrote texts here that were not saved. They wait at:",
    "NO_TEXT": NO_TEXT,
}
