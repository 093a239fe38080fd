"""What the part of the Results page on the organisation says that is not of the facts it shows."""

from __future__ import annotations

EMPTY_TITLE = "Nothing is recorded here yet"
EMPTY = "Owners, readiness, transitions, technology, sourcing and critical services are entered in Set-up."
