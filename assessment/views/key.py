"""The key to the results: the letters with their statements, and the words, each with what it means."""

from __future__ import annotations

from assessment.domain.authored.framework import Framework
from assessment.views.model import Cell, Column, Kind, Row, Table, View
from assessment.views.wording import key as words


def key_view(framework: Framework) -> View:
    """Letters from not done to fully, then the words in the order in which a reader meets them."""
    return View(id="key", question=words.TITLE, finding=words.TITLE, tables=(_letters(framework), _words()))


def _letters(framework: Framework) -> Table:
    return Table(
        id="letters",
        title=words.LETTERS_TITLE,
        columns=(
            Column(id="letter", name=words.LETTER_COLUMN, kind=Kind.MARK),
            Column(id="name", name=words.NAME_COLUMN),
            Column(id="statement", name=words.STATEMENT_COLUMN),
        ),
        rows=tuple(
            Row(
                id=str(point.code),
                cells=(
                    Cell(text=point.letter.value, value=point.code, style=f"rating-{point.code}"),
                    Cell(text=point.name),
                    Cell(text=point.statement),
                ),
            )
            for point in framework.scale
        ),
        empty="",
    )


def _words() -> Table:
    return Table(
        id="words",
        title=words.WORDS_TITLE,
        columns=(Column(id="word", name=words.WORD_COLUMN), Column(id="meaning", name=words.MEANING_COLUMN)),
        rows=tuple(
            Row(id=name, cells=(Cell(text=name), Cell(text=meaning))) for name, meaning in words.MEANINGS.items()
        ),
        empty="",
    )
