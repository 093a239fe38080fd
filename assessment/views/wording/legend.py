"""The words of legends: signs and marks, and what they mean."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.views.model import Mark

SEPARATOR = " · "
MARKS: Mapping[Mark, str] = {Mark.HATCHED: "Hatched", Mark.DASHED: "Dashed edge"}


def explained(sign: str, meaning: str) -> str:
    """A sign or a mark with its meaning."""
    return f"{sign}: {meaning}"
