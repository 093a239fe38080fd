"""What the script of a question sends: one answer at a time, acknowledged once it is kept."""

from __future__ import annotations

from asyncio import wrap_future
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from assessment.errors import AssessmentError, NoPlace
from assessment.services.door import Cast
from assessment.services.plumbline import current
from assessment.services.survey_sheets import SURVEY_ROUND
from assessment.views.wording.workshop import survey_page as words
from assessment.web.phone.answering import LARGEST_VOTE_BYTES, door, status_of, token_of, told, too_large

Text = Annotated[str, Field(max_length=100_000)]


class _Sent(BaseModel):
    """An answer as a phone sends it; `place` is whose it is."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    place: Text
    item: Text
    horizon: Text
    choice: Text
    reason: Text
    comment: Text
    sequence: Annotated[int, Field(ge=0, le=2**53)]


async def answer(request: Request) -> Response:
    """Keep one answer, and say so."""
    try:
        token = token_of(request)
        sent = await _read(request)
        if await run_in_threadpool(current().survey_sheets.participant_id, token) != sent.place:
            raise NoPlace  # it waited on a phone that somebody else answers on by now
        await wrap_future(door().voting(token, _cast(sent)))
    except AssessmentError as error:
        return JSONResponse({"text": told(error)}, status_of(error))
    return JSONResponse({"text": words.SAVED})


async def _read(request: Request) -> _Sent:
    content = bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > LARGEST_VOTE_BYTES:
            raise too_large()
    try:
        return _Sent.model_validate_json(bytes(content))
    except ValidationError as error:
        raise too_large() from error


def _cast(sent: _Sent) -> Cast:
    return Cast(
        item_id=sent.item,
        horizon=sent.horizon,
        round_number=SURVEY_ROUND,
        choice=sent.choice,
        sequence=sent.sequence,
        reason=sent.reason,
        comment=sent.comment,
    )
