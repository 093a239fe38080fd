"""What somebody typed for an answer: a statement, its letter or code, not applicable, don't know."""

from __future__ import annotations

from assessment.domain.answered.entries import AnswerKind
from assessment.domain.answered.prints import on_paper
from assessment.domain.authored.framework import Item
from assessment.domain.rating.scale import LETTERS
from assessment.views.sheets.answers import answer_choices
from assessment.views.wording.terms import ANSWERS_WITHOUT_CODE

_ALIKE = str.maketrans("\u2019\u2212\u2013", "'--")  # an apostrophe and two dashes that spreadsheets put in
_SHORT = {"n/a": AnswerKind.NOT_APPLICABLE, "na": AnswerKind.NOT_APPLICABLE, "dk": AnswerKind.DONT_KNOW}


def typed_answer(item: Item, said: str) -> tuple[AnswerKind, int | None] | None:
    """The kind of answer and its code, 0 to 5; None for what is none of this question's.

    Letter case, spaces and the kind of apostrophe are no difference. Two statements that read alike are told by their
    letters alone.
    """
    text = _plain(said)
    for kind, name in ANSWERS_WITHOUT_CODE.items():
        if text == _plain(name) or _SHORT.get(text) is kind:
            return kind, None
    found = {code for code, forms in enumerate(_forms(item)) if text in forms}
    return (AnswerKind.RATED, found.pop()) if len(found) == 1 else None


def _forms(item: Item) -> tuple[frozenset[str], ...]:
    """Everything that stands for each code: its choice, its statement alone, its letter, the code itself."""
    choices = answer_choices(item)
    return tuple(
        frozenset((_plain(choices[code]), _plain(statement), _plain(letter.value), str(code)))
        for code, (letter, statement) in enumerate(zip(LETTERS, item.statements, strict=True))
    )


def _plain(text: str) -> str:
    return " ".join(on_paper(text).translate(_ALIKE).casefold().split()).removesuffix(".")
