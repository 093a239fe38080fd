"""Report, reading a filled-in sheet back."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.answered.read_back import ConflictChoice

TITLE = "Read a filled-in sheet back"
LEAD = "The register of actions or the answer sheet, as a workbook or CSV. You see what it changes before it is stored."
FILE = "Filled-in sheet"
READING = "The file is held against what is stored …"
STORE = "Store it"
NOTHING_STORED = "Nothing is stored until these cells are right."
CONFLICTS = "Where both were changed"
CHOICES: Mapping[ConflictChoice, str] = {
    ConflictChoice.KEEP: "Keep what is stored",
    ConflictChoice.TAKE: "Take what the file says",
}
