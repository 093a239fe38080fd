"""Letters to copy: the first one with a link, and those that remind."""

from __future__ import annotations

from datetime import datetime

from assessment.views.wording.numbers import moment_text, plural

LINK_ONCE = (
    "The link is shown this once: Plumbline keeps only a print of it, from which it cannot be made again. Copy it now. "
    "If it gets lost, make a new one; the old one then ends."
)
NO_LINK_IN_IT = (
    "The letter has no link in it: Plumbline keeps only a print of the link it gave before. Who has lost theirs needs "
    "a new one; making it ends the old one."
)
TO_MANY = "Send it to those of the table who were given a link, so that none of them sees the others (blind copy)."
OPEN_LINK = "Everybody may answer by this link or code. Send it to those who shall answer, and to nobody else."


def greeting(name: str | None) -> str:
    """How a letter begins."""
    return "Hello," if name is None else f"Hello {name},"


def asked(assessment: str, organisation: str) -> str:
    """What somebody is asked for."""
    return f"You are asked to answer questions for “{assessment}” of {organisation}."


def left(count: int) -> str:
    """What is left."""
    forms = {"one": "{count} question is still without an answer.", "other": "{count} questions still have no answer."}
    return plural(count, forms)


def by_link(address: str) -> str:
    """The link with its warning."""
    return f"Your own link, which is yours alone: {address}"


def by_former_link() -> str:
    """Without a link in the letter."""
    return "Open the link you were given before: it leads to where you stopped. If you lost it, ask me for a new one."


def until(moment: datetime) -> str:
    """The deadline in a letter."""
    return f"You can answer, and change your answers, until {moment_text(moment)}."


def takes(minutes: int) -> str:
    """How long it takes."""
    return plural(minutes, {"one": "It takes about a minute.", "other": "It takes about {count} minutes."})


KEPT = "Every answer is kept as you give it; you can stop at any time and go on later."
