"""Ids that say nothing about what they name."""

from __future__ import annotations

import secrets


def new_id() -> str:
    """A random id for an assessment, a respondent or a critical service: 16 hexadecimal characters."""
    return secrets.token_hex(8)
