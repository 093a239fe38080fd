"""What is folded under a question of the Questionnaire page: note and evidence, flag, and the room's agreement."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.answered.assessment import NoteKind
from assessment.domain.authored.framework import Horizon

MORE = "More on this question"
GUIDANCE = "What good looks like"
NOTES = "Note and evidence"
FLAG = "Flag or clear"
AGREE = "Agree in the room"

NOTE_LABELS: Mapping[NoteKind, str] = {
    NoteKind.NOTE: "Note: what was said",
    NoteKind.EVIDENCE: "Evidence: what was seen, where",
}
RELEASE = "May be printed as a quote"
RELEASE_HINT = "The report prints it under the person's role, never under a name; without this it prints nothing of it."

COME_BACK = "Come back to this question"
FLAG_REASON = "Why (optional)"
NOT_FLAGGED = "Not flagged"
CLEAR: Mapping[Horizon, str] = {Horizon.AS_IS: "Clear the answer", Horizon.TO_BE: "Clear the to-be"}

AGREED_VALUE = "The room agrees on"
CHOOSE_STATEMENT = "Choose a statement"
HOW_SURE = "How sure"
AGREED_REASON = "Reason, in the room's words"
PRESENT = "Who was present"
PRESENT_HINT = "Everybody who was there stands behind the value: the more they are, the surer is its level."
CHOOSE_PEOPLE = "Choose people"
RECORD = "Record the agreement"
WITHDRAW = "Withdraw it"
NOTHING_AGREED = "Nothing agreed: the median of the answers counts."

AGREEMENT = "The agreement"
AGREEMENT_INCOMPLETE = "it needs a statement and a reason"
AGREEMENT_ADVICE = "Choose a statement and write the reason."
