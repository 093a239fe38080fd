"""A process for the tests of several processes: it does what it is told, a line at a time, and says what came of it.

Started as `python -m tests.durability.racer DATABASE_FOLDER ASSESSMENT_ID`, on the database of
`PLUMBLINE_DATABASE_URL`. `save TEXT VERSION` saves a note drawn at a version, `read` reads it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from assessment.domain.answered.assessment import Note, NoteKind
from assessment.errors import AssessmentError, Conflict
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline, open_plumbline
from benchmarks.writers import items_of
from tests.durability.setting import settings_in


def done(plumbline: Plumbline, assessment_id: str, item_id: str, words: list[str]) -> str:
    """What came of a line."""
    if words[0] == "read":
        question = plumbline.answering.question(LOCAL_ACTOR, assessment_id, "r1", item_id)
        note, version = question.note, question.note_version
        return f"{'-' if note is None else note.text} {version}"
    text, version = words[1], int(words[2])
    note = Note(respondent_id="r1", item_id=item_id, kind=NoteKind.NOTE, text=text)
    try:
        saved = plumbline.answering.save_note(LOCAL_ACTOR, assessment_id, note, expected_version=version)
    except Conflict as conflict:
        return f"conflict {conflict.theirs} {conflict.yours}"
    except AssessmentError as error:
        return f"refused {error}"
    return f"saved {saved}"


def main(folder: Path, assessment_id: str) -> None:
    """Do line after line until there are no more."""
    plumbline = open_plumbline(settings_in(folder, os.environ["PLUMBLINE_DATABASE_URL"]))
    item_id = items_of(plumbline, assessment_id)[0]
    print("ready", flush=True)
    for line in sys.stdin:
        print(done(plumbline, assessment_id, item_id, line.split()), flush=True)
    plumbline.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
