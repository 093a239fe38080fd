"""A text that somebody wrote, as the permanent journal has it: its hash and length stand in place of its words.

The words stay where they can be changed and erased. The hash tells whether a text at hand is the one that was meant; a
very short text can be guessed from it, its author cannot.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assessment.domain.answered.prints import on_paper

_HASH, _LENGTH = "sha256", "characters"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptOut:
    """`sha256` is that of the text as a file can hold it (`on_paper`), `length` the characters of the text itself."""

    sha256: str
    length: int

    def is_of(self, text: str | None) -> bool:
        """Whether these are hash and length of a text.

        >>> kept_out("Twice a year").is_of("Twice a year"), kept_out("Twice a year").is_of("Once a year")
        (True, False)
        """
        return text is not None and kept_out(text) == self

    def as_content(self) -> Mapping[str, Any]:
        """As the content of an entry holds it."""
        return {_HASH: self.sha256, _LENGTH: self.length}


def kept_out(text: str) -> KeptOut:
    """What is kept of a text."""
    return KeptOut(sha256=hashlib.sha256(on_paper(text).encode()).hexdigest(), length=len(text))


def read_kept_out(value: object) -> KeptOut | None:
    """What the content of an entry holds of a text; None for any other value.

    >>> read_kept_out(kept_out("Twice a year").as_content()) == kept_out("Twice a year"), read_kept_out("rated")
    (True, None)
    """
    if not isinstance(value, Mapping) or set(value) != {_HASH, _LENGTH}:
        return None
    return KeptOut(sha256=value[_HASH], length=value[_LENGTH])
