"""What is said of removing and of the bin: what goes, for how long it can be put back, and what stands in the way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from assessment.domain.answered.binned import TIME_IN_BIN
from assessment.views.wording.numbers import counted, listed, long_date

QUESTION = "Bin"
NAME_COLUMN, REMOVED_COLUMN, UNTIL_COLUMN, ID_COLUMN = "Removed", "On", "Kept until", "Id"
EMPTY = "The bin is empty."
NOUNS: Mapping[str, tuple[str, str]] = {
    "respondents": ("person", "people"),
    "ratings": ("answer", "answers"),
    "notes": ("note", "notes"),
    "evidence_files": ("file", "files"),
    "feedback": ("comment on a question", "comments on questions"),
    "agreed": ("agreed value", "agreed values"),
    "opinions": ("view", "views"),
    "critical_services": ("service", "services"),
}
"""What is counted of what goes, by field, in the order it is told; the rest is set-up that comes and goes with it."""
NOTHING_ANSWERED = "nothing answered"
_DAYS = TIME_IN_BIN // timedelta(days=1)
LEAD = f"What was removed in the last {_DAYS} days. It is counted, shown and exported nowhere until it is put back."
PUT_BACK = "Put back"
BESIDE = "Put back beside the other one"
FORGET = "Remove for good"
FORGET_IT = "Remove it for good"
CAN_BE_PUT_BACK = f"It can be put back for {_DAYS} days."


def how_many(count: int) -> str:
    """How much the bin holds."""
    return f"{counted(count, 'removed thing')} can be put back for {_DAYS} days" if count else EMPTY


def fold(count: int) -> str:
    """The name of the fold with the bin."""
    return f"{QUESTION}: {counted(count, 'thing')} removed"


def what_goes(counts: Mapping[str, int]) -> str:
    """What goes with something that is removed; empty where nothing does."""
    return listed([counted(counts[field], *nouns) for field, nouns in NOUNS.items() if counts.get(field)])


def removes(name: str, counts: Mapping[str, int]) -> str:
    """What removing it means, before it is done."""
    goes = what_goes(counts)
    return f"{name} goes, with {goes or NOTHING_ANSWERED}. {CAN_BE_PUT_BACK}"


def removes_service(name: str, process_count: int) -> str:
    """What removing a service means, before it is done."""
    counts = counted(process_count, "process", "processes")
    return f"{name} goes, and proposes no importance of {counts} any more; no answer goes with it. {CAN_BE_PUT_BACK}"


def is_removed(name: str) -> str:
    """That something went to the bin."""
    return f"{name} is removed. {CAN_BE_PUT_BACK}"


def is_back(name: str, left_out_count: int) -> str:
    """That something is back, and how much of it could not come back."""
    if not left_out_count:
        return f"{name} is back"
    left_out = counted(left_out_count, "entry", "entries")
    return f"{name} is back, without {left_out} to what the questionnaire no longer asks"


def is_forgotten(name: str) -> str:
    """That something was removed for good."""
    return f"{name} is removed for good"


def forgets(name: str, counts: Mapping[str, int], journal_count: int, *, is_signed_off: bool) -> str:
    """What removing for good means, before it is done: what goes with it, and what stays of an assessment."""
    goes = what_goes(counts)
    if not journal_count:
        return f"{name} goes for good, with {goes or NOTHING_ANSWERED}. Only a backup brings it back."
    signed = (
        " What was signed off goes too, and no report of it can be verified here any more." if is_signed_off else ""
    )
    journal = counted(journal_count, "entry", "entries")
    return (
        f"{name} goes for good, with {goes or NOTHING_ANSWERED}, and {journal} of its journal.{signed} "
        "Its name and its journal's last hash stay in the journal of everything. Only a backup brings it back."
    )


def kept(what_went: str, removed_on: str, kept_until: str) -> str:
    """What went with something in the bin, and when."""
    when = f"removed {removed_on}, kept until {kept_until}"
    return f"{what_went} · {when}" if what_went else when


def until(kept_until: datetime) -> str:
    """Where an assessment is that somebody looks for, and until when."""
    return f"It was removed, and can be put back on the Assessments page until {long_date(kept_until)}."


def service(name: str, process_count: int) -> str:
    """A service that was removed, with how much leans on it."""
    return f"{name}, {counted(process_count, 'process', 'processes')}"
