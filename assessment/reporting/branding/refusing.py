"""How a check says no: why, and what to do about it."""

from __future__ import annotations


class Refused(Exception):
    """A file is not taken; `reason` and `remedy` are what a user reads."""

    def __init__(self, reason: str, remedy: str) -> None:
        self.reason = reason
        self.remedy = remedy
        super().__init__(reason)
