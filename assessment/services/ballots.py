"""What a phone sends, checked before anybody waits for it: an answer, a comment, and the place it is for."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from assessment.domain.answered.entries import Answer, AnswerKind, AssessmentModel, LongText, ShortText
from assessment.domain.answered.workshop import MOST_ROUNDS
from assessment.domain.authored.content import ItemId
from assessment.domain.authored.framework import Horizon
from assessment.domain.workshop.place import COMMENT_LIMIT, Cast
from assessment.errors import InvalidInput
from assessment.services.validation import checked

LARGEST_SEQUENCE = 2**53 - 1
"""What a number of JavaScript holds exactly."""
_KINDS = {kind.value: kind for kind in (AnswerKind.DONT_KNOW, AnswerKind.NOT_APPLICABLE)}
_CODES = {str(code): code for code in range(6)}


class Ballot(AssessmentModel):
    """A vote that is valid by itself; whether it may be cast is for the room to say."""

    item_id: ItemId
    horizon: Horizon
    round_number: Annotated[int, Field(ge=0, le=MOST_ROUNDS)]
    answer: Answer
    comment: LongText | None
    sequence: Annotated[int, Field(ge=0, le=LARGEST_SEQUENCE)]


class Reason(AssessmentModel):
    """Why a question does not apply."""

    text: ShortText


def ballot_of(cast: Cast) -> Ballot:
    """A vote as a phone sends it, checked. InvalidInput where an answer, a reason, a comment or a place cannot be."""
    comment = cast.comment.strip()
    if len(comment) > COMMENT_LIMIT:
        reason = f"it has {len(comment):,} characters, at most {COMMENT_LIMIT:,} are allowed"
        raise InvalidInput("Your comment", reason, "Shorten it.")
    if cast.horizon not in tuple(Horizon):
        raise InvalidInput("Your answer", "it is neither for today nor for the future", "Reload the page.")
    return checked(
        Ballot,
        item_id=cast.item_id,
        horizon=Horizon(cast.horizon),
        round_number=cast.round_number,
        answer=_answer(cast),
        comment=comment or None,
        sequence=cast.sequence,
    )


def _answer(cast: Cast) -> Answer:
    if cast.choice in _CODES:
        return Answer(kind=AnswerKind.RATED, code=_CODES[cast.choice])
    kind = _KINDS.get(cast.choice)
    if kind is None:
        raise InvalidInput("Your answer", "it is none of those offered", "Choose one of them.")
    if kind is AnswerKind.DONT_KNOW:
        return Answer(kind=kind)
    if not cast.reason.strip():
        raise InvalidInput("Not applicable", "it needs a reason", "Write why this does not apply.")
    return Answer(kind=kind, reason=checked(Reason, text=cast.reason).text)
