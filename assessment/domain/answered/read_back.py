"""What a sheet that comes back would change, cell by cell, before anybody lets it.

| fate | stored | in the sheet |
|---|---|---|
| new | nothing | something |
| changed | what the sheet was written from | something else |
| unchanged | anything | the same, or what the sheet was written from: nobody touched the cell |
| conflicting | another thing than the sheet was written from | a third |
| refused | anything | what no entry can hold, or what belongs to nothing here |
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.answered.entries import AssessmentModel


class Fate(StrEnum):
    """What becomes of a row, or of a part of it that is stored by itself."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    CONFLICTING = "conflicting"
    REFUSED = "refused"


CHANGING = (Fate.NEW, Fate.CHANGED)


class ConflictChoice(StrEnum):
    """Which value stays where both were changed: what is stored, or what the sheet says."""

    KEEP = "keep"
    TAKE = "take"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLine:
    """One entry that a sheet speaks of: where it stands, what is stored at `version` and what is wanted.

    `stored` None: nothing yet. `wanted` None: nothing from now on; of a refused line both are None and `reason` says
    why. `model` and `key` name the entry.
    """

    fate: Fate
    sheet: str
    cell: str
    model: type[AssessmentModel] | None = None
    key: tuple[str, ...] = ()
    stored: AssessmentModel | None = None
    wanted: AssessmentModel | None = None
    version: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DryRun:
    """Every line of a file; `token` names the file and the state of the assessment it was held against."""

    token: str
    lines: tuple[ReadLine, ...]

    def of(self, *fates: Fate) -> tuple[ReadLine, ...]:
        """The lines of some fates, in the order of the file."""
        return tuple(line for line in self.lines if line.fate in fates)

    def to_store(self, choice: ConflictChoice | None) -> Iterator[ReadLine]:
        """The lines that change something; conflicting ones too where the sheet is to win."""
        wanted = (*CHANGING, Fate.CONFLICTING) if choice is ConflictChoice.TAKE else CHANGING
        return iter(self.of(*wanted))


def fate_of(stored: object, wanted: object, written: object, *, is_written_known: bool) -> Fate:
    """The fate of a cell from what is stored, what it says, and what it was written from; None is nothing.

    >>> fate_of("b", "a", "a", is_written_known=True), fate_of("a", "b", "a", is_written_known=True)
    (<Fate.UNCHANGED: 'unchanged'>, <Fate.CHANGED: 'changed'>)
    >>> fate_of("c", "b", "a", is_written_known=True), fate_of(None, "b", None, is_written_known=False)
    (<Fate.CONFLICTING: 'conflicting'>, <Fate.NEW: 'new'>)
    """
    if wanted == stored or (is_written_known and wanted == written):
        return Fate.UNCHANGED
    if stored is None:
        return Fate.NEW if written is None or not is_written_known else Fate.CONFLICTING
    return Fate.CHANGED if is_written_known and written == stored else Fate.CONFLICTING
