"""The base of everything a person enters, and the texts and codes it is made of."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator


def _without_nul(text: str) -> str:
    """The text; a database may be unable to store the character NUL, and nobody sees it."""
    if "\x00" in text:
        raise ValueError("it holds an invisible character (NUL)")
    return text


def _in_lines(text: str) -> str:
    """The text with one sign for a new line: what is pasted brings others along, which screen and paper do not show.

    >>> _in_lines("first\\x0bsecond\\r\\nthird")
    'first\\nsecond\\nthird'
    """
    return _LINE_ENDS.sub("\n", text)


_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
PERSON_NAME_LIMIT = 120
SHORT_TEXT_LIMIT = 300
NOTE_LIMIT = 10_000
RowId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,64}$")]
PersonName = Annotated[
    str,
    StringConstraints(min_length=1, max_length=PERSON_NAME_LIMIT, strip_whitespace=True),
    AfterValidator(_without_nul),
    AfterValidator(_in_lines),
]
ShortText = Annotated[
    str,
    StringConstraints(min_length=1, max_length=SHORT_TEXT_LIMIT, strip_whitespace=True),
    AfterValidator(_without_nul),
    AfterValidator(_in_lines),
]
LongText = Annotated[
    str,
    StringConstraints(min_length=1, max_length=NOTE_LIMIT, strip_whitespace=True),
    AfterValidator(_without_nul),
    AfterValidator(_in_lines),
]
Code = Annotated[int, Field(ge=0, le=5)]


class AssessmentModel(BaseModel):
    """Base of everything a person enters: strict, frozen, no unknown keys."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class AnswerKind(StrEnum):
    """What kind of answer a rating is."""

    RATED = "rated"
    NOT_APPLICABLE = "not-applicable"
    DONT_KNOW = "dont-know"


class Answer(AssessmentModel):
    """The value of a rating or an agreed value: a code, not applicable with its reason, or don't know."""

    kind: AnswerKind
    code: Code | None = None
    reason: ShortText | None = None

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        if (self.kind is AnswerKind.RATED) != (self.code is not None):
            raise ValueError("a rated answer needs a code from 0 to 5, and no other answer may have one")
        if self.kind is AnswerKind.NOT_APPLICABLE and self.reason is None:
            raise ValueError("not applicable needs a reason")
        return self
