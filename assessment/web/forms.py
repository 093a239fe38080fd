"""Our own forms: read within a limit, and only where they come from a page that we gave to this very browser.

A form carries a mark that is signed with what the browser's cookie holds: the token of its sign-in, or, before there is
one, a random one given with the page. Who cannot read the cookie cannot make the mark, and no secret of the server is
needed, so that every process knows the marks of every other. The gate has refused pages of other origins by then.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

from itsdangerous import BadData, URLSafeTimedSerializer
from starlette.requests import Request

from assessment.errors import FormRefused

LARGEST_BYTES = 16_384
MOST_FIELDS = 12
MARK = "form"
HOLDS_SECONDS = 12 * 3600
_KIND = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What was sent: names and values."""

    fields: tuple[tuple[str, str], ...]

    def text(self, name: str) -> str:
        """The first value of a field; "" without one."""
        return next((value for field, value in self.fields if field == name), "")


def marked(purpose: str, secret: str) -> str:
    """The mark of a form for one purpose, for the browser whose cookie holds the secret."""
    return _signer(purpose, secret).dumps("")


async def read_form(request: Request, purpose: str, secret: str | None) -> Form:
    """What a form of ours holds. FormRefused for one that is too large, of another kind, or without its mark."""
    form = await read_fields(request, LARGEST_BYTES)
    if form is None or not secret:
        raise FormRefused
    try:
        _signer(purpose, secret).loads(form.text(MARK), max_age=HOLDS_SECONDS)
    except BadData as error:
        raise FormRefused from error
    return form


async def read_fields(request: Request, largest: int) -> Form | None:
    """The fields that were sent, wherever they come from; None for what is too large or of another kind."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _KIND:
        return None
    content = bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > largest:
            return None
    try:
        pairs = parse_qsl(bytes(content).decode("ascii"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        return None
    return Form(fields=tuple(pairs))


def _signer(purpose: str, secret: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(secret, salt=f"plumbline.form.{purpose}")
