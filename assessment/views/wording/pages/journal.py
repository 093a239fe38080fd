"""What the Journal page says beside the facts it shows."""

from __future__ import annotations

from collections.abc import Mapping

TITLE = "Who changed what, and when?"
WHICH = "Journal of"
THIS, EVERYTHING = "this", "everything"
WHOSE: Mapping[str, str] = {THIS: "This assessment", EVERYTHING: "Everything"}
PERSON, KIND, SINCE, UNTIL = "Who", "What", "From", "Until"
ANYBODY, ANYTHING = "Everybody", "Everything"
DOWNLOAD = "Download as CSV"
PAGE = "Page"
VERIFY = "Verify now"
VERIFY_TITLE = "Is it whole?"
VERIFY_LEAD = "Each entry carries a hash over all before it: an entry that was altered, taken out or cut off is found."
FILE_STEM = "journal"
