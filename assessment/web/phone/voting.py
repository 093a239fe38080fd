"""An answer arrives: from the script, one for one horizon and with its sequence, or from the form as the page gave it.

To the script nothing is said to be saved before it is on the disk; whatever else happens tells it whether to keep the
answer on the phone and send it again. A form is answered with the page, and with what went wrong above it.
"""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from assessment.errors import AssessmentError, InvalidInput, NoPlace, NotAvailable, PutOut
from assessment.services.door import Acknowledged, Cast, VoteOutcome
from assessment.views.wording.workshop import phone as words
from assessment.web.forms import Form
from assessment.web.phone.answering import (
    LARGEST_VOTE_BYTES,
    ROOM,
    door,
    mark_of,
    next_sequence,
    sent_fields,
    status_of,
    token_of,
    told,
    trouble_page,
)
from assessment.web.phone.room import SAID, number_in, room_page

HORIZONS = ("as-is", "to-be")


async def vote(request: Request) -> Response:
    """Keep an answer."""
    if "application/json" in request.headers.get("accept", ""):
        return await _for_script(request)
    return await _for_form(request)


async def _for_script(request: Request) -> Response:
    try:
        token = token_of(request)
        form = await sent_fields(request, LARGEST_VOTE_BYTES)
        if form.text("mark") != mark_of(token):
            return JSONResponse({"is_gone": True})
        kept = await _cast(token, _sent(form))
    except (NoPlace, PutOut):
        return JSONResponse({"is_gone": True})
    except (InvalidInput, NotAvailable) as error:  # it will not be taken the next time either
        return JSONResponse({"is_refused": True, "say": told(error)}, status_of(error))
    except AssessmentError as error:
        return JSONResponse({"say": told(error, words.UNAVAILABLE)}, status_of(error))
    said = {"say": SAID[kept.outcome], "stays": kept.outcome in (VoteOutcome.LATE, VoteOutcome.REVEALED)}
    return JSONResponse({"is_kept": True, "sequence": kept.vote.sequence, **said})


async def _for_form(request: Request) -> Response:
    item_id = request.query_params.get("item") or None
    try:
        token = token_of(request)
        form = await sent_fields(request, LARGEST_VOTE_BYTES)
        if form.text("mark") != mark_of(token):  # the phone went to another person meanwhile
            return RedirectResponse(ROOM, 303)
        outcomes = [(await _cast(token, cast)).outcome for cast in _filled_in(form)]
    except InvalidInput as error:
        return await room_page(request, item_id, trouble=error)
    except AssessmentError as error:
        return trouble_page(error, ROOM, words.BACK_TO_ROOM)
    said = VoteOutcome.REVEALED if VoteOutcome.REVEALED in outcomes else outcomes[-1]
    return RedirectResponse(f"{ROOM}?said={said.value}", 303)


async def _cast(token: str, cast: Cast) -> Acknowledged:
    return await asyncio.wrap_future(door().voting(token, cast))


def _comment(form: Form) -> str:
    """The comment; a browser ends lines of a form with two letters."""
    return form.text("comment").replace("\r\n", "\n").strip()


def _sent(form: Form) -> Cast:
    """What the script sends: one answer."""
    return Cast(
        item_id=form.text("item"),
        horizon=form.text("horizon"),
        round_number=_number(form.text("round")),
        choice=form.text("choice"),
        sequence=_number(form.text("sequence")),
        reason=form.text("reason").strip(),
        comment=_comment(form),
    )


def _filled_in(form: Form) -> tuple[Cast, ...]:
    """What a form without the script holds: an answer for each horizon; the comment goes with the first.

    The page gave the highest sequence that is kept.
    """
    sequence = next_sequence(_number(form.text("sequence")))
    answered = [horizon for horizon in HORIZONS if form.text(horizon)]
    if not answered:
        raise InvalidInput(words.CHOICE_FIELD, words.NO_CHOICE, words.NO_CHOICE_NEXT)
    return tuple(
        Cast(
            item_id=form.text("item"),
            horizon=horizon,
            round_number=_number(form.text("round")),
            choice=form.text(horizon),
            sequence=sequence,
            reason=form.text(f"reason-{horizon}").strip(),
            comment=_comment(form) if horizon == answered[0] else "",
        )
        for horizon in answered
    )


def _number(text: str) -> int:
    """A number that a page of ours sent. InvalidInput for anything else."""
    number = number_in(text)
    if number is None:
        raise InvalidInput(words.TOO_MUCH_FIELD, words.NO_NUMBER, words.NO_NUMBER_NEXT)
    return number
