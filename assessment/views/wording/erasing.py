"""What is said where a person is erased."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessment.domain.erasing import AnswersBecome, MentionKind
from assessment.views.wording.numbers import counted, listed, plural

QUESTION = "Where is this person named?"
MENTIONS, TEXTS, ACCOUNTS = "Named as", "Texts with the name", "Accounts of the name"
KIND_COLUMN, OF_COLUMN, ASSESSMENT_COLUMN = "As", "Of", "Assessment"
ANSWERS_COLUMN, PRESENT_COLUMN, ID_COLUMN = "Answers", "Present at agreements", "Id"
TEXT_KIND_COLUMN, TEXT_COLUMN, BY_HAND_COLUMN = "Kind", "Text", "What happens"
NAME_COLUMN, EMAIL_COLUMN = "Name", "Address"
KINDS: Mapping[MentionKind, str] = {
    MentionKind.RESPONDENT: "Respondent",
    MentionKind.REMOVED: "Respondent in the bin",
    MentionKind.OWNER: "Owner",
    MentionKind.SPONSOR: "Sponsor",
    MentionKind.TARGET_APPROVER: "Approver of a target",
    MentionKind.ACTION_OWNER: "Owner of an action",
    MentionKind.STEP_OWNER: "Owner of a step of the plan",
    MentionKind.PLAN_SAVER: "Saved a plan",
    MentionKind.DECISION_OWNER: "Owner of a decision or action of a workshop",
    MentionKind.SIGN_OFF_APPROVER: "Approver of the sign-off",
    MentionKind.CLAIM_APPROVER: "Said to have signed off",
    MentionKind.UNPLACED: "No longer used",
}
BECOME: Mapping[AnswersBecome, str] = {
    AnswersBecome.STAY: "Answers and notes stay, with role and unit, without the name",
    AnswersBecome.ANONYMOUS: "Only the values stay: unit, notes and reasons go",
    AnswersBecome.GO: "Answers, notes and everything else of theirs go",
}
TAKEN_OUT, BY_HAND = "The name is put out of it", "Change it by hand"
NOBODY = "Nobody of this name is named here."
NAMESAKES = (
    "Two or more people of one assessment have this name. Choose by the ids whom you mean. In texts nobody can tell "
    "them apart: there the name goes for all of them."
)
SIGNED_OFF = "In signed-off assessments answers stay always, so that their numbers hold; the name goes."
FOR_GOOD = "This cannot be taken back."


def finding(mention_count: int, text_count: int) -> str:
    """Where somebody is named, counted."""
    if not mention_count and not text_count:
        return NOBODY
    if not text_count:
        return f"Named in {counted(mention_count, 'place')}."
    return f"Named in {counted(mention_count, 'place')}, and in {counted(text_count, 'text')}."


def place(kind: str, of: str) -> str:
    """What somebody is, and of what."""
    return f"{kind}: {of}" if of else kind


def respondent(role: str, unit: str | None, answer_count: int) -> str:
    """A respondent, told apart from others of the name."""
    of = role if unit is None else f"{role}, {unit}"
    return f"{KINDS[MentionKind.RESPONDENT]}: {of}; {counted(answer_count, 'answer')}"


def of_whom(assessment: str, *, is_in_bin: bool, is_signed_off: bool) -> str:
    """An assessment, and what is special about it."""
    if is_in_bin:
        return f"{assessment} (in the bin)"
    return f"{assessment} (signed off)" if is_signed_off else assessment


def backups(names: Sequence[str]) -> str:
    """The backups that hold the name, or may hold it."""
    if not names:
        return "No backup in the data folder holds the name."
    return plural(
        len(names),
        {
            "one": f"One backup still holds the name, or cannot be looked into: {listed(tuple(names))}. {_RESTORED}",
            "other": f"{{count}} backups hold the name, or cannot be looked into: {listed(tuple(names))}. {_RESTORED}",
        },
    )


_RESTORED = "Remove what you no longer need: restoring one brings the name back."


def others(names: Sequence[str]) -> str:
    """Files beside the backups that still hold the name."""
    return (
        f"The name still stands in {listed(tuple(names))}: somebody else has it, a text has to be changed by hand, or "
        "an assessment, organisation or unit is called by it, which the journal keeps."
    )


def erased(mention_count: int, text_count: int) -> str:
    """What was erased."""
    if not text_count:
        return f"Erased from {counted(mention_count, 'place')}."
    return f"Erased from {counted(mention_count, 'place')} and {counted(text_count, 'text')}."


def how_to_apply(name: str) -> str:
    """How the command line does what it has shown."""
    return (
        f'Nothing was erased. To erase all of these: the same command for "{name}" with --apply; some: with --only ID.'
    )
