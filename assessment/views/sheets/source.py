"""What a workbook was written from, in a hidden sheet, so that it can be read back into the right assessment only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.answered.assessment import AssessmentHeader
from assessment.views.sheets.model import Sheet, SheetColumn
from assessment.views.wording.sheets import source as words

SHEET_ID = "source"
SHEET_FORMAT = 1
"""Rises when the sheets that are read back mean something else than before."""


class SourceKey(StrEnum):
    """The rows of the sheet; `revision` stands only in the workbook of answers."""

    FORMAT = "format"
    ASSESSMENT_ID = "assessment-id"
    FRAMEWORK_ID = "framework-id"
    FRAMEWORK_VERSION = "framework-version"
    FRAMEWORK_HASH = "framework-hash"
    SNAPSHOT_HASH = "snapshot-hash"
    REVISION = "revision"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What was written: an assessment, and the state of it that the hash or the revision names."""

    header: AssessmentHeader
    snapshot_hash: str = ""
    revision: int | None = None


def source_sheet(source: Source) -> Sheet:
    """A row a fact."""
    framework = source.header.framework
    facts: dict[SourceKey, str | int | None] = {
        SourceKey.FORMAT: SHEET_FORMAT,
        SourceKey.ASSESSMENT_ID: source.header.id,
        SourceKey.FRAMEWORK_ID: framework.id,
        SourceKey.FRAMEWORK_VERSION: framework.version,
        SourceKey.FRAMEWORK_HASH: framework.content_hash,
        SourceKey.SNAPSHOT_HASH: source.snapshot_hash or None,
        SourceKey.REVISION: source.revision,
    }
    return Sheet(
        id=SHEET_ID,
        name=words.NAME,
        columns=(
            SheetColumn(id="key", heading=words.KEY, meaning=words.KEY_MEANING),
            SheetColumn(id="value", heading=words.VALUE, meaning=words.VALUE_MEANING),
        ),
        rows=tuple((key.value, value) for key, value in facts.items() if value is not None),
        is_hidden=True,
    )
