"""Which words may be quoted: a note is released by the facilitator, word by word (own rule).

A released note stays released while its words stay: letter case, punctuation, spaces and line breaks may change. With
other words it waits: nothing of it is quoted until somebody releases the new words or holds them back.
"""

from __future__ import annotations

import re
import unicodedata

from assessment.domain.answered.assessment import Note

_NO_WORD = re.compile(r"[\W_]+")


def has_same_words(before: str, after: str) -> bool:
    """Whether two texts say the same, word for word.

    >>> has_same_words("it was late", "It was late."), has_same_words("It was late.", "It was not late.")
    (True, False)
    """
    return _words(before) == _words(after)


def reworded(stored: Note, text: str) -> Note:
    """The note with another text, and what becomes of its release."""
    keeps = has_same_words(stored.text, text)
    return stored.model_copy(
        update={
            "text": text,
            "is_released": stored.is_released and keeps,
            "is_reworded": stored.is_reworded or (stored.is_released and not keeps),
        }
    )


def released(note: Note, *, is_released: bool) -> Note:
    """The note released as it stands, or held back."""
    return note.model_copy(update={"is_released": is_released, "is_reworded": False})


def _words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return [word for word in _NO_WORD.split(folded) if word]
