"""What is folded under a question of the Questionnaire page: note and evidence, flag, and the room's agreement."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.answered.assessment import NoteKind
from assessment.domain.authored.framework import Horizon

MORE = "More on this question"
GUIDANCE = "What good looks like"
NOTES = "Note and evidence"
FLAG = "Flag or clear"
FEEDBACK = "Comment on the question"
AGREE = "Agree in the room"

NOTE_LABELS: Mapping[NoteKind, str] = {
    NoteKind.NOTE: "Note: what was said",
    NoteKind.EVIDENCE: "Evidence: what was seen, where",
}
RELEASED = "Released: may be quoted"
NOT_RELEASED = "Not released: nothing of it is quoted."
RELEASE_HINT = (
    "Results and report quote what is released, under the person's role and never under a name; of anything else they "
    "show nothing. The page Quotes lists it all."
)
REWORDED = "The words changed since they were released. They are not quoted until you release them again."
RELEASE_AGAIN = "Release the new words"
HOLD_BACK = "Hold them back"
HISTORY = "History"

SPEAKS = "The evidence speaks"
FILES = "Files seen as evidence"
FILES_HINT = (
    "PDF, PNG, JPEG, plain text, CSV, Word, Excel or PowerPoint without macros; up to 10 MB each. They are kept in the "
    "database and its backups; the export and the report name them and hold nothing of them."
)
HAND_IN = "Hand in a file"
FILE_SPEAKS = "It speaks"
DOWNLOAD = "Download"
REMOVE_FILE = "Remove"
REMOVE_FILE_FOR_GOOD = "The file goes for good; only a backup brings it back."
REMOVE_FILE_GO = "Remove it"
FILE_KEPT = "the file"

COME_BACK = "Come back to this question"
FLAG_REASON = "Why (optional)"
NOT_FLAGGED = "Not flagged"
CLEAR: Mapping[Horizon, str] = {Horizon.AS_IS: "Clear the answer", Horizon.TO_BE: "Clear the to-be"}

FEEDBACK_KIND = "This question is"
FEEDBACK_TEXT = "In a word (optional)"
FEEDBACK_HINT = "Whoever writes the questions reads it, without your name. It changes no answer and no number."
NOTHING_SAID = "Nothing said of the question"

AGREED_VALUE = "The room agrees on"
HOW_SURE = "How sure"
AGREED_REASON = "Reason, in the room's words"
AGREED_REASON_OPTIONAL = "Reason, in the room's words (optional)"
REASON_ASKED = "Not saved yet: give the reason, as it is two steps or more from what people answered."
PRESENT = "Who was present"
PRESENT_HINT = "Everybody who was there stands behind the value: the more they are, the surer is its level."
CHOOSE_PEOPLE = "Choose people"
WITHDRAW = "Withdraw it"
NOTHING_AGREED = "Nothing agreed yet: one click on a statement takes it."
