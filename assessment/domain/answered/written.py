"""What people wrote in an assessment: every text that is not an id or a code of ours."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from pydantic import BaseModel

from assessment.domain.answered.assessment import Assessment

OURS = frozenset({"id", "framework"})
"""Fields that hold our own words; so does every field that ends in `_id` or `_ids`."""


def written_texts(assessment: Assessment) -> Iterator[str]:
    """Every text of the assessment in the order of its fields: names, notes, reasons, quotes, services."""
    yield from _texts(assessment)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if not isinstance(value, Enum):
            yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in OURS and not name.endswith(("_id", "_ids")):
                yield from _texts(getattr(value, name))
    elif isinstance(value, tuple):
        for own in value:
            yield from _texts(own)
