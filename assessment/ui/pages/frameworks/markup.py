"""Labelled texts, lists and marked words as Markdown. Every text passes through `escaped`, so none of them acts."""

from __future__ import annotations

from collections.abc import Iterable

from assessment.ui.components.text import escaped
from assessment.views.frameworks.actions import ActionText
from assessment.views.frameworks.listing import Listing
from assessment.views.frameworks.search import Piece
from assessment.views.model import Fact


def labelled(fact: Fact) -> str:
    """A paragraph: its label in quiet ink, the text under it."""
    return lines(quiet(fact.label), escaped(fact.text))


def listed(listing: Listing) -> str:
    """A list under its label; nothing for an empty list."""
    return f"{quiet(listing.label)}\n{bullets(listing.texts)}" if listing.texts else ""


def bullets(texts: Iterable[str]) -> str:
    """A list."""
    return "\n".join(f"- {escaped(text)}" for text in texts)


def answers(label: str, statements: Iterable[Fact]) -> str:
    """The answers of a question under a label, each behind the name of its place on the scale."""
    entries = "\n".join(f"- **{escaped(answer.label)}.** {escaped(answer.text)}" for answer in statements)
    return f"{quiet(label)}\n{entries}"


def named(fact: Fact) -> str:
    """A paragraph that begins with its name."""
    return lines(f"**{escaped(fact.label)}**", escaped(fact.text))


def marked(pieces: Iterable[Piece]) -> str:
    """A text with its found words in bold; the spaces between its pieces stay."""
    return "".join(f"**{escaped(piece.text)}**" if piece.is_found else _spaced(piece.text) for piece in pieces)


def action(step: ActionText) -> str:
    """What to do, led by where from and where to, its facts under it."""
    facts = "\n".join(f"- {escaped(fact.label)}: {escaped(fact.text)}" for fact in step.facts)
    head = lines(quiet(step.way), f"**{escaped(step.text)}**")
    return f"{head}\n{facts}"


def lines(*parts: str) -> str:
    """Lines of one paragraph; empty ones leave no gap."""
    return "  \n".join(part for part in parts if part)


def paragraphs(*parts: str) -> str:
    """Parts one under the other; empty ones leave no gap."""
    return "\n\n".join(part for part in parts if part)


def quiet(text: str) -> str:
    """A text in small, quiet letters."""
    return f":small[:gray[{escaped(text)}]]"


def _spaced(text: str) -> str:
    """An escaped piece of a text that keeps the spaces at its ends."""
    inner = escaped(text)
    if not inner:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{inner}{' ' if text[-1].isspace() else ''}"
