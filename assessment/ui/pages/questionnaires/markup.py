"""Labelled texts, lists and tables as Markdown. An author's texts pass through `escaped`, so none of them acts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assessment.domain.authored.content import ScalePoint
from assessment.ui.components.text import escaped


def labelled(label: str, text: str) -> str:
    """A paragraph: its label in quiet ink, the text under it."""
    return f":small[:gray[{label}]]  \n{escaped(text)}"


def listed(label: str, texts: Iterable[str]) -> str:
    """A list under a label; nothing for an empty list."""
    entries = "\n".join(f"- {escaped(text)}" for text in texts)
    return f":small[:gray[{label}]]\n{entries}" if entries else ""


def answers(label: str, pairs: Iterable[tuple[ScalePoint, str]]) -> str:
    """The six answers of a question under a label, each with the name of its place on the scale."""
    entries = "\n".join(f"- **{escaped(point.name)}.** {escaped(text)}" for point, text in pairs)
    return f":small[:gray[{label}]]\n{entries}"


def named(name: str, text: str) -> str:
    """A paragraph that begins with its name."""
    return f"**{escaped(name)}**  \n{escaped(text)}"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; heads are ours, cells are an author's."""
    lines = [_row(heads), _row(["---"] * len(heads)), *(_row([escaped(cell) for cell in row]) for row in rows)]
    return "\n".join(lines)


def paragraphs(*parts: str) -> str:
    """Parts one under the other; empty ones leave no gap."""
    return "\n\n".join(part for part in parts if part)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
