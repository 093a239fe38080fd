"""The head of the set-up: what the assessment is called, of whom and of when it is."""

from __future__ import annotations

NAME = "Name of the assessment"
ORGANISATION = "Organisation"
UNIT = "Unit (optional)"
DATE = "Date"
