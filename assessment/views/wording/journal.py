"""The words of the journal: who, what, before, after, and whether it is whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from assessment.domain.access.account import InvitationKind
from assessment.domain.access.permissions import AccessRole
from assessment.domain.answered.assessment import NoteKind
from assessment.views.wording.numbers import counted, listed, long_date, plural, time_text, whole_text

QUESTION = "Who changed what, and when?"
WHEN_COLUMN, WHO_COLUMN, ASSESSMENT_COLUMN, WHAT_COLUMN, BEFORE_COLUMN, AFTER_COLUMN = (
    "When",
    "Who",
    "Assessment",
    "What",
    "Before",
    "After",
)
NUMBER_COLUMN = "No."
EMPTY = "No entry is like that. Take a filter off."
TEXTS_NOTE = (
    "Of what people wrote the journal keeps how long it was and its hash, never the words: those can be erased, "
    "the journal cannot."
)
LOCAL_USER = "Local user"
ITSELF = "Plumbline itself"
ACCOUNT_GONE = "Somebody whose account is gone"
PERSON_GONE = "somebody who was removed"
NAME_GONE = "a name that is no longer kept"
INSTALLATION = "The installation"
NOTHING = "(nothing)"
GONE = "(removed)"
BEGUN = "begun"
YES, NO = "yes", "no"
KINDS: Mapping[str, str] = {
    "answer": "Answer",
    "agreed value": "The room's value",
    "note": "Note",
    "evidence file": "File of evidence",
    "flag": "Mark for review",
    "feedback": "Feedback on a question",
    "opinion": "Pain and importance",
    "respondent": "Person",
    "assignment": "What is asked",
    "critical service": "Service",
    "target": "Target",
    "owner": "Owner",
    "readiness": "Readiness",
    "technology": "Tool",
    "sourcing": "Sourcing",
    "linkage rating": "Hand-off",
    "transition": "Transition",
    "roadmap settings": "Settings of the roadmap",
    "action": "Action",
    "step": "Step of the plan",
    "saved plan": "Saved plan",
    "own text": "Text of the report",
    "agenda slot": "Place on the agenda",
    "round of votes": "Round of votes",
    "parked point": "Parked point",
    "decision": "Decision or action of a workshop",
    "session": "Workshop or survey held",
    "header": "Set-up of the assessment",
    "assessment": "Assessment",
    "snapshot": "Sign-off",
    "erasure": "Person erased",
    "sign-off claim": "Sign-off that an import claims",
    "bin": "Bin",
    "journal": "Journal",
    "framework of the import": "Framework of the import",
    "organisation": "Organisation",
    "unit": "Unit",
    "benchmark": "Benchmark of an organisation",
    "layout": "Layout",
    "account": "Account",
    "access": "Access role",
    "sign-in": "Sign-in",
    "link": "One-time link",
}
OF_NOTE: Mapping[str, str] = {NoteKind.NOTE: "Note", NoteKind.EVIDENCE: "Evidence"}
OTHER_KIND = "Something else"
ACCESS_ROLES: Mapping[str, str] = {
    AccessRole.ADMINISTRATOR: "Administrator",
    AccessRole.FACILITATOR: "Facilitator",
    AccessRole.ANALYST: "Analyst",
    AccessRole.READER: "Reader",
    AccessRole.RESPONDENT: "Respondent",
}
EVERYTHING = "everything"
LINK_KINDS: Mapping[str, str] = {
    InvitationKind.FIRST: "Makes the first administrator",
    InvitationKind.INVITE: "Invites somebody",
    InvitationKind.PASSWORD: "Lets somebody choose a new password",
}
LABELS: Mapping[str, str] = {
    "account": "Account",
    "at_target_counts": "At target, now and after each wave",
    "process_count": "Processes with a level",
    "is_chosen": "Is the plan",
    "revision": "Changes",
    "saved_at": "Saved",
    "saved_by": "Saved by",
    "settings": "Settings",
    "state_hash": "Saved on state",
    "steps": "Steps",
    "approver": "Signed by",
    "assessment_id": "Assessment",
    "copied_from": "Copied from",
    "counts": "With",
    "answers": "Answers",
    "depth": "Depth",
    "doubt": "Not confirmed",
    "ends_at": "Until",
    "file": "Name of the file",
    "framework": "Framework",
    "goes": "With",
    "has_password": "Has a password",
    "hash": "Snapshot",
    "head": "Last hash",
    "in_bin": "In the bin",
    "is_disabled": "Disabled",
    "is_fictional": "Fictional",
    "issuer": "Signs in by",
    "line_count": "Processes",
    "merged_into": "Merged into",
    "organisation_id": "Organisation",
    "removed": "Removed for good",
    "respondent_id": "Person",
    "rewritten": "Entries whose words became hashes",
    "place": "Where",
    "role": "Role",
    "scopes": "Gives",
    "signed_on": "Signed on",
    "texts": "Texts that had the name",
    "scope_in": "Put into scope",
    "scope_out": "Taken out of scope",
    "scenario_id": "Scenario",
}
"""Of fields that are entered nowhere."""
HASH_GROUP = 16
VERIFY_QUESTION = "Is the journal whole?"
CHAIN_COLUMN, COUNT_COLUMN, STATE_COLUMN, HEAD_COLUMN = "Journal of", "Changes", "State", "Last hash"
WHOLE, REMOVED = "whole", "removed for good"
VERIFY_EMPTY = "There is no journal yet."
HEAD_NOTE = (
    "A full report prints the hash of the journal's newest entry. Whoever keeps the paper can tell later that nothing "
    "before it was altered: 'verify-report' looks for it."
)
REMOVED_NOTE = "Of an assessment that was removed for good this line is what is left."


def how_many(count: int, wanted_count: int) -> str:
    """How many entries are shown of those that are wanted."""
    if count == wanted_count:
        return f"{counted(count, 'change')}, the newest first."
    return f"{whole_text(count)} of {counted(wanted_count, 'change')}, the newest first."


def moment(at: datetime) -> str:
    """When something was changed, to the second."""
    return f"{long_date(at.date())}, {time_text(at)}"


def thing(kind: str, parts: Iterable[str]) -> str:
    """What was changed: its kind, and what tells it from others of its kind."""
    named = ", ".join(part for part in parts if part)
    return f"{kind}: {named}" if named else kind


def quoted(name: str) -> str:
    """A question, as a sentence names it."""
    return f"'{name}'"


def labelled(label: str, text: str) -> str:
    """One value under its label."""
    return f"{label}: {text}"


def together(lines: Iterable[str]) -> str:
    """Several values in one cell."""
    return "; ".join(lines)


def in_groups(digest: str) -> str:
    """A whole hash in groups, so that a narrow column can break it."""
    return " ".join(digest[start : start + HASH_GROUP] for start in range(0, len(digest), HASH_GROUP))


def text_of(length: int) -> str:
    """A text whose words are not kept."""
    return f"a text of {counted(length, 'character')}"


def with_text(answer: str, length: int) -> str:
    """An answer with a reason whose words are not kept."""
    return f"{answer}, with a reason of {counted(length, 'character')}"


def begun_with(process_count: int, entries: str) -> str:
    """What an assessment holds when it is stored as a whole."""
    return listed([one for one in (counted(process_count, "process", "processes"), entries) if one])


def framework(framework_id: str, version: str) -> str:
    """A framework that an assessment answers."""
    return f"{framework_id} {version}"


def role_for(role: str, place: str) -> str:
    """An access role and what it is for."""
    return f"{role} for {place}"


def file_of(kind: str) -> str:
    """A file of a layout."""
    return f"a file ({kind})"


def broken(seq: int) -> str:
    """Where a chain is broken."""
    return f"altered, cut or incomplete from entry {whole_text(seq)} on"


def all_whole(count: int, entry_count: int) -> str:
    """Every chain is whole."""
    entries = counted(entry_count, "entry", "entries")
    return plural(
        count,
        {"one": f"The journal is whole: {entries}.", "other": f"All {{count}} journals are whole: {entries} in all."},
    )


def some_broken(names: str) -> str:
    """Some chains are not whole."""
    return f"Not whole: {names}. Keep the database as it is, and compare it with a backup from before."
