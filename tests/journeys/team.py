"""A running app of a team: two people signed in before it starts, and sockets that behave unlike a browser's."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.typing import Subprotocol

from assessment.domain.access.account import Scope
from assessment.domain.access.permissions import AccessRole
from assessment.services.attempts import Place
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.services.signed_in import COOKIE
from benchmarks.serving import served
from tests.durability.setting import settings_in

SECONDS = 20
PASSWORD = "four words nobody guesses"


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """The app's address, and the tokens of Ann and Bob, who may both do everything."""

    url: str
    ann: str
    bob: str

    @property
    def host(self) -> str:
        return self.url.removeprefix("http://")


@contextmanager
def team_served(folder: Path) -> Iterator[Team]:
    """An app in which Ann and Bob are signed in; their accounts make it one of a team."""
    ann, bob = signed_in(folder, "ann@example.org", "bob@example.org")
    with served(folder) as url:
        yield Team(url=url, ann=ann, bob=bob)


def signed_in(folder: Path, *emails: str) -> tuple[str, ...]:
    """Tokens of sign-ins of new administrators."""
    plumbline = open_plumbline(settings_in(folder))
    try:
        return signed_in_on(plumbline, *emails)
    finally:
        plumbline.close()


def signed_in_on(plumbline: Plumbline, *emails: str) -> tuple[str, ...]:
    """The same on an open database."""
    first = plumbline.accounts.first_link()
    scopes = (Scope(role=AccessRole.ADMINISTRATOR),)
    return tuple(
        plumbline.accounts.accept(
            link, email.split("@")[0].title(), PASSWORD, Place(address="127.0.0.1"), email=email
        ).token
        for email in emails
        for link in (first if email == emails[0] else plumbline.accounts.invite(LOCAL_ACTOR, email, scopes),)
        if link is not None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a socket got: Streamlit's session, and everything that was drawn, as one text."""

    session_id: str
    drawn: str


def run(team: Team, token: str, session_id: str = "", origin: str = "", query: str = "") -> Run | int:
    """Open a socket, ask for a run, and read to its end; the status where the socket was refused."""
    headers = {"Cookie": f"{COOKIE}={token}"} if token else {}
    protocols = ("streamlit", "token", session_id) if session_id else ("streamlit",)
    return asyncio.run(_run(team, {**headers, **({"Origin": origin} if origin else {})}, protocols, query))


async def _run(team: Team, headers: Mapping[str, str], protocols: Sequence[str], query: str) -> Run | int:
    wanted = BackMsg()
    wanted.rerun_script.query_string = query
    drawn, session = [], ""
    try:
        async with asyncio.timeout(SECONDS), _socket(team, headers, protocols) as socket:
            await socket.send(wanted.SerializeToString())
            async for frame in socket:
                message = ForwardMsg.FromString(frame if isinstance(frame, bytes) else frame.encode())
                session = message.new_session.initialize.session_id or session
                drawn.append(str(message))
                if message.HasField("script_finished"):
                    break
    except InvalidStatus as refused:
        return refused.response.status_code
    except ConnectionClosed as closed:
        return closed.code
    return Run(session_id=session, drawn="\n".join(drawn))


def _socket(team: Team, headers: Mapping[str, str], protocols: Sequence[str]) -> connect:
    return connect(
        f"ws://{team.host}/_stcore/stream",
        additional_headers=headers,
        subprotocols=[Subprotocol(one) for one in protocols],
        max_size=None,
    )
