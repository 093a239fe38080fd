"""What the report says of itself: cover, heads and feet, contents."""

from __future__ import annotations

from datetime import date

from assessment.views.wording.numbers import long_date

LANGUAGE = "en"
BRAND = "Plumbline"
KIND = "IT service management: where it stands, where it should stand, and the way there"
CONTENTS = "Contents"
SHORTENED = " … (shortened; the data export has the whole text)"
FICTIONAL = "A fictional organisation: every person, answer and number in this report is invented."
PROCESSES = "Process by process"
STATE_LABEL, BASIS_LABEL, FRAMEWORK_LABEL, SNAPSHOT_LABEL, PRINTED_LABEL = (
    "State",
    "Basis",
    "Framework",
    "Snapshot",
    "Printed",
)
RUNNING_HEAD_LIMIT = 70


def title(name: str, organisation: str) -> str:
    """The title of the file."""
    return f"{name}: {organisation}"


SAMPLE = "Fictional sample"


def running_head(organisation: str) -> str:
    """The organisation at the head of each page, shortened where it would not fit."""
    return organisation if len(organisation) <= RUNNING_HEAD_LIMIT else f"{organisation[:RUNNING_HEAD_LIMIT].rstrip()}…"


def standing(state: str, *, is_fictional: bool) -> str:
    """What is printed, at the head of what has no cover: a line of one's own stands at the foot alone."""
    return f"{state}, {SAMPLE}" if is_fictional else state


def confidentiality(*, is_fictional: bool, is_draft: bool, own: str | None = None) -> str:
    """The line at the foot of each page; a line of one's own says no less of what is printed."""
    if is_fictional:
        return f"{own.removesuffix('.')}. {SAMPLE}" if own else SAMPLE
    line = own or "Confidential"
    return f"{line.removesuffix('.')}. Draft" if is_draft else line


def snapshot(short_hash: str) -> str:
    """The hash at the foot of each page."""
    return f"Snapshot {short_hash}"


def framework(name: str, version: str) -> str:
    """The framework that was answered."""
    return f"{name}, version {version}"


def description(name: str, assessed_on: date) -> str:
    """What the file's properties say."""
    return f"{name}, {long_date(assessed_on)}"


def verified() -> str:
    """Every value was confirmed."""
    return "Verified: a second person confirmed every value."


def self_assessed() -> str:
    """No value was confirmed."""
    return "Self-assessed: no value has been verified by a second person."


def partly_verified(verified_count: int, rated_count: int) -> str:
    """Some values were confirmed."""
    return f"Self-assessed: {verified_count} of {rated_count} values verified by a second person."
