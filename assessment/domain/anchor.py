"""What ties a file that left the house to the journal: one entry of it, by number and hash."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The newest entry of an assessment's journal when a file was made of it; of a signed-off one that of the sign-off.

    `head` is the entry's hash, 64 hexadecimal digits, over everything up to it.
    """

    seq: int
    head: str


class AnchorState(StrEnum):
    """Whether the entry that a file names is still part of the journal here."""

    HELD = "held"
    MISSING = "missing"  # altered since, or the file was made of another database
    UNKNOWN = "unknown"  # held against an export, which has no journal
    NONE = "none"  # the file names none
