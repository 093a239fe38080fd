"""Texts under a label."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Texts of one kind under what they are; without one there is nothing to show."""

    label: str
    texts: tuple[str, ...]
