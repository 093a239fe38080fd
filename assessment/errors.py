"""What a person can do wrong, or what can go wrong for them, in one tree.

    AssessmentError                     says what, where, and what to do
    ├── NotAvailable                    no such thing, or not yours: both look alike
    ├── SignInRefused                   no account of this address, another password, or disabled: all look alike
    ├── TooManyAttempts                 to sign in; says how long to wait
    ├── FormRefused                     a form that did not come from a page of ours, or long ago
    ├── LinkRefused                     a one-time link that was used, is over or was withdrawn: all look alike
    ├── CodeRefused                     a code or link of a room that opens none: wrong, closed and over look alike
    ├── TooManyCodes                    wrong codes from one address, or in all; says how long to wait
    ├── NoPlace                         a phone that is in no room, or no more
    ├── PutOut                          somebody whom the facilitator put out, or found to be in the room already
    ├── RoomClosed                      a room that takes no votes any more
    │   └── SurveyOver                  its deadline passed before the answer came; says by how much
    ├── InvalidInput                    a value that the method or a form refuses
    ├── FrameworkInvalid                a framework folder with findings: file, line, reason, all at once
    ├── ImportRefused                   a file that is not a readable, complete assessment
    ├── Conflict                        somebody else saved first; carries both values
    │   └── AlreadyThere                something of the same name is there by now
    ├── AssessmentLocked                signed off (or validated): cannot be changed
    ├── StoreUnavailable                database locked, full, read-only, damaged, newer, or in use
    ├── ProviderFailed                  a company's own sign-in did not say who somebody is
    ├── NotAdmitted                     it did, but nobody let them in here, or no more: all look alike
    ├── PhonesShut                      phones cannot be let in on this network: the port is taken, or not allowed
    ├── TemplateRefused                 a template for slides that lacks what the deck needs
    └── ReportFailed                    the report could not be built

Constructors take facts and build the sentence; facts stay as attributes. Adapters translate the errors of pydantic,
YAML and SQL with `from`. A page catches `AssessmentError` once and shows `str(error)` as plain text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_UNITS = ((86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second"))


class AssessmentError(Exception):
    """Root of every error a user may see; its text is one or two plain sentences."""


class NotAvailable(AssessmentError):
    """The thing is not there or not for this actor; the two are not told apart."""

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(f"{what} is not available. It may have been removed; go back to the list of assessments.")


class SignInRefused(AssessmentError):
    """Somebody is not let in; nothing says whether there is an account, whose it is, or what was wrong."""

    def __init__(self) -> None:
        super().__init__("This e-mail address and password do not belong together. Check both and try again.")


class TooManyAttempts(AssessmentError):
    """Signing in was tried too often of late; `seconds` is how long it takes until the next try counts."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        minutes = max(1, -(-seconds // 60))
        wait = "a minute" if minutes == 1 else f"{minutes} minutes"
        super().__init__(
            f"There were too many attempts to sign in. Wait {wait} and try again, or ask an administrator for a link "
            "to a new password."
        )


class FormRefused(AssessmentError):
    """A form is not taken: it has no mark of a page that this browser was given, or it was open for too long."""

    def __init__(self) -> None:
        super().__init__("This page was open for too long, or was opened again elsewhere. Fill it in once more.")


class LinkRefused(AssessmentError):
    """A one-time link opens nothing; nothing says whether it ever did."""

    def __init__(self) -> None:
        super().__init__("This link was used already, is over, or was withdrawn. Ask an administrator for a new one.")


class CodeRefused(AssessmentError):
    """A code or link opens no room; nothing says whether it ever did."""

    def __init__(self) -> None:
        super().__init__("No open room has this code or link. Compare it with the screen, or ask the facilitator.")


class TooManyCodes(AssessmentError):
    """Wrong codes were typed too often of late; `seconds` is how long it takes until the next try counts."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        minutes = max(1, -(-seconds // 60))
        wait = "a minute" if minutes == 1 else f"{minutes} minutes"
        super().__init__(
            "Too many wrong codes were typed here. Scan the QR code or open the link instead: both work now. "
            f"Codes may be typed again in {wait}."
        )


class NoPlace(AssessmentError):
    """A phone holds nothing that opens a place in a room; nothing says whether it ever did."""

    def __init__(self) -> None:
        super().__init__("This phone is in no room. Join with the code or the link that the facilitator shows.")


class PutOut(AssessmentError):
    """A place was ended by the facilitator; `is_merged` where the person is in the room a second time."""

    def __init__(self, *, is_merged: bool) -> None:
        self.is_merged = is_merged
        super().__init__(
            "The facilitator joined this place with your other one. Go on there, or ask for your personal link."
            if is_merged
            else "The facilitator took this phone out of the room. If that was a mistake, tell them and join again."
        )


class RoomClosed(AssessmentError):
    """A room takes no votes any more."""

    def __init__(self) -> None:
        super().__init__("This room is closed and takes no answers any more. What was saved before is kept.")


class SurveyOver(RoomClosed):
    """An answer came after the deadline of its survey; `late` is by how much, from a clock second up."""

    def __init__(self, deadline: datetime, late: timedelta) -> None:
        self.deadline = deadline
        self.late = late
        super().__init__()
        seconds = max(1, -(-late // timedelta(seconds=1)))
        size, unit = next((size, unit) for size, unit in _UNITS if seconds >= size)
        count = seconds // size
        self.args = (
            f"This answer came {count} {unit}{'' if count == 1 else 's'} after the deadline "
            f"({deadline.astimezone(UTC):%d %B %Y, %H:%M} UTC) and was not taken. What was saved before is kept. Ask "
            "whoever invited you to extend the deadline.",
        )


class InvalidInput(AssessmentError):
    """A value is refused; nothing was changed."""

    def __init__(self, where: str, reason: str, remedy: str) -> None:
        self.where = where
        self.reason = reason
        self.remedy = remedy
        super().__init__(f"{where}: {reason}. {remedy} Nothing was changed.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing wrong with a framework: where and why. `line` counts from 1; None where no line can be named."""

    file: str
    line: int | None
    reason: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.reason}"


class FrameworkInvalid(AssessmentError):
    """A framework cannot be used; `findings` lists everything that is wrong with it."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        count = len(findings)
        noun = "finding" if count == 1 else "findings"
        super().__init__(
            "\n".join([f"The framework has {count} {noun}; correct them and check again.", *map(str, findings)])
        )


class ImportRefused(AssessmentError):
    """A file was not imported; nothing was changed."""

    def __init__(
        self, file: str, where: str, reason: str, remedy: str = "Correct the file or export it again."
    ) -> None:
        self.file = file
        self.where = where
        self.reason = reason
        self.remedy = remedy
        place = f" at {where}" if where else ""
        super().__init__(f"{file} was not imported: {reason}{place}. {remedy} Nothing was changed.")


class Conflict(AssessmentError):
    """Somebody saved another value since this one was opened; `theirs` and `yours` are the two, in words.

    `version` is that of theirs: who has seen it and still wants theirs gone saves on top of it.
    """

    def __init__(self, what: str, theirs: str, yours: str, version: int = 0) -> None:
        self.what = what
        self.theirs = theirs
        self.yours = yours
        self.version = version
        super().__init__(
            f"{what} was changed by somebody else meanwhile. Compare both and choose which one stays; "
            "yours is not saved."
        )


class AlreadyThere(Conflict):
    """Something is to be put back, and another thing of its name was added since; nothing was changed."""

    def __init__(self, name: str, theirs: str, yours: str) -> None:
        super().__init__(name, theirs, yours)
        self.args = (f"Another '{name}' was added meanwhile: {theirs}. To be put back: {yours}. Nothing was changed.",)


class AssessmentLocked(AssessmentError):
    """The assessment is in a state that allows no change."""

    def __init__(self, name: str, state: str) -> None:
        self.name = name
        self.state = state
        super().__init__(f"'{name}' is {state} and cannot be changed. Copy it to go on from here. Nothing was changed.")


class StoreUnavailable(AssessmentError):
    """The database cannot be used now."""

    def __init__(self, reason: str, remedy: str) -> None:
        self.reason = reason
        self.remedy = remedy
        super().__init__(f"The database cannot be used: {reason}. {remedy}")


class ReportFailed(AssessmentError):
    """A report or questionnaire could not be printed."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"The PDF was not built: {reason}. Your answers are safe; try again.")


class TemplateRefused(AssessmentError):
    """A template for slides cannot be used."""

    def __init__(self, file: str, reason: str) -> None:
        self.file = file
        self.reason = reason
        super().__init__(
            f"The template {file} cannot be used: {reason}. Start from the one that comes with Plumbline and keep the "
            "names of its layouts and placeholders."
        )


class ProviderFailed(AssessmentError):
    """Signing in through a company's own provider came to nothing; nobody was signed in."""

    def __init__(self, name: str, reason: str) -> None:
        self.name = name
        self.reason = reason
        super().__init__(
            f"You were not signed in through {name}: {reason}. Try again; if it stays so, tell the administrator of "
            "Plumbline."
        )


class NotAdmitted(AssessmentError):
    """Somebody whom a company's own provider knows is not let in; nothing says why."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(
            f"You are signed in at {name}, but that does not let you into Plumbline. Ask an administrator of Plumbline "
            "to invite you."
        )


class PhonesShut(AssessmentError):
    """Phones cannot be let in: nothing listens for them."""

    def __init__(self, port: int, reason: str, remedy: str) -> None:
        self.port = port
        self.reason = reason
        super().__init__(f"Phones cannot be let in at port {port}: {reason}. {remedy}")
