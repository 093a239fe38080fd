"""Evidence: which way it speaks, and the files that were handed in with a question."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from assessment.domain.answered.entries import AssessmentModel, RowId, ShortText
from assessment.domain.authored.content import ItemId

FILE_SIZE_LIMIT = 10 * 2**20
"""Bytes of one file."""


class Speaks(StrEnum):
    """Which way evidence speaks: for the value that was given, or against it."""

    FOR = "for"
    AGAINST = "against"


class EvidenceFile(AssessmentModel):
    """A file that was seen with a question. Its content is kept beside the assessment and is not part of its export."""

    id: RowId
    item_id: ItemId
    name: ShortText
    kind: Annotated[str, StringConstraints(pattern=r"^[a-z0-9.+-]+/[a-z0-9.+-]+$", max_length=120)] = Field(
        description="What it is, as a media type found out from its content: 'application/pdf'."
    )
    size_count: Annotated[int, Field(ge=1, le=FILE_SIZE_LIMIT, description="Its bytes.")]
    content_hash: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] = Field(description="Its SHA-256.")
    speaks: Speaks | None = None
    caption: ShortText | None = None
