"""The door: what phones may ask. Whoever holds a token of a place in a room may see that place, and vote from it.

Nothing here asks for a right; a token, a room's key or its code is the authority, and each opens one room and nothing
else.
"""

from __future__ import annotations

from concurrent.futures import Future

from assessment.domain.workshop.place import (
    Acknowledged,
    AskedNow,
    Beat,
    Cast,
    Joined,
    Moment,
    OpenQuestion,
    OpenRoom,
    OwnVote,
    Place,
    VoteOutcome,
)
from assessment.services.attempts import Place as NetworkPlace
from assessment.services.repository import Repository

__all__ = [
    "Acknowledged",
    "AskedNow",
    "Beat",
    "Cast",
    "DoorService",
    "Joined",
    "Moment",
    "OpenQuestion",
    "OpenRoom",
    "OwnVote",
    "Place",
    "VoteOutcome",
]


class DoorService:
    """What phones ask. Safe to use from many threads."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository

    def room_by_code(self, code: str, network: NetworkPlace) -> OpenRoom:
        """The open room of a typed code, in whatever case and with whatever gaps.

        CodeRefused where no open room has it, TooManyCodes where too many wrong ones came from there.
        """
        raise NotImplementedError

    def room_by_link(self, key: str) -> OpenRoom:
        """The open room of a link's key, the one of the QR code. CodeRefused where no open room has it."""
        raise NotImplementedError

    def join(self, key: str, *, name: str | None, role: str) -> Joined:
        """Come in, by the key of the room's link; without a name: anonymous, where the room takes it.

        CodeRefused where no open room has the key, InvalidInput for a name or role that cannot be.
        """
        raise NotImplementedError

    def join_by_personal_link(self, link: str) -> Joined:
        """Come in as the person a link was made for; a second time it is another device of theirs.

        CodeRefused where it opens nothing.
        """
        raise NotImplementedError

    def join_by_device_link(self, link: str) -> Joined:
        """Come in on a second device, by what `another_device` gave out in the last ten minutes. CodeRefused."""
        raise NotImplementedError

    def beat(self, token: str, step: int | None = None) -> Beat:
        """Whether the room moved on since a step. Cheap: at most 250 ms old. NoPlace for a token that opens nothing."""
        raise NotImplementedError

    def place(self, token: str, item_id: str | None = None) -> Place:
        """All that the participant's page shows, with one of the questions that are open to them if named.

        NoPlace for a token that opens nothing, NotAvailable for a question that is not open to them.
        """
        raise NotImplementedError

    def vote(self, token: str, cast: Cast) -> Acknowledged:
        """Keep a vote; it is on the disk when this returns. Repeating it is harmless.

        Raises NoPlace, PutOut, RoomClosed, NotAvailable for a question that is not theirs to answer now, InvalidInput.
        """
        return self.voting(token, cast).result()

    def voting(self, token: str, cast: Cast) -> Future[Acknowledged]:
        """The same for who must not wait: what comes of it, or the error, is in the future."""
        raise NotImplementedError

    def another_device(self, token: str) -> str:
        """What lets a second device of the same participant in, for ten minutes: /join/d/<it>. NoPlace."""
        raise NotImplementedError

    def next_person(self, token: str) -> OpenRoom:
        """The room of a place, for another person to join on the same phone. NoPlace, RoomClosed."""
        raise NotImplementedError

    def leave(self, token: str) -> None:
        """Forget a token; what was voted stays. A token that opens nothing is left alone."""
        raise NotImplementedError
