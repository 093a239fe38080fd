"""How a long task says how far it is."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[float, str], None]
"""Hears the share done, 0 to 1, and what is being done."""


def silent(share: float, message: str) -> None:
    """Progress that nobody watches."""
    del share, message
