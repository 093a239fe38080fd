"""An open workshop with people in it, for tests of its pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from assessment.domain.authored.framework import Framework
from assessment.domain.workshop.place import Joined
from assessment.domain.workshop.room import Room
from assessment.services import plumbline as plumbline_module
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.services.room_state import RoomState
from tests.builders import tiny_framework
from tests.services.accounts import FAST
from tests.services.conftest import begun
from tests.services.folders import distinct, settings_in, write_framework
from tests.services.rooms import cast, joined, opened_room

ADDRESS = "http://192.168.1.20:8601"
ITEM = "planning.deliver-1"


@contextmanager
def opened_with_framework(folder: Path, framework: Framework | None = None) -> Iterator[Plumbline]:
    """An open Plumbline with a framework, the one of this process meanwhile."""
    write_framework(framework or distinct(tiny_framework()), folder / "questionnaires")
    opened = open_plumbline(settings_in(folder), passwords=FAST)
    plumbline_module._OPEN.insert(0, opened)
    try:
        yield opened
    finally:
        plumbline_module._OPEN.remove(opened)
        opened.close()


class Begun:
    """An open workshop, led by whoever sits at the machine."""

    def __init__(self, plumbline: Plumbline) -> None:
        self.plumbline = plumbline
        self.id = self.begin()
        self.room = opened_room(plumbline, self.id, address=ADDRESS)
        self.people: tuple[Joined, ...] = ()
        self._sequence = 0

    def begin(self) -> str:
        """A new assessment."""
        return begun(self.plumbline)

    def read(self, room_id: str | None = None) -> Room:
        """A room as it is stored, by default this one."""
        with self.plumbline._store.reading() as reader:
            room = reader.rooms.room(room_id or self.room.id)
        assert room is not None
        return room

    @property
    def reached_at(self) -> datetime | None:
        return self.read().reached_at

    def join(self, *names: str | None) -> None:
        """Let people in."""
        self.people += tuple(joined(self.plumbline, self.room, name) for name in names)

    def ask(self, item_id: str = ITEM) -> Room:
        return self.plumbline.voting.ask(ME, self.id, self.room.id, item_id, self.read().step)

    def vote(self, choices: Sequence[int | str], item_id: str = ITEM, **values: str) -> None:
        """Let the first people vote, each what stands at their place."""
        number, place = self.read().round_number, iter(self.people)
        self._sequence += 1
        for choice in choices:
            self.plumbline.door.vote(next(place).token, cast(item_id, str(choice), self._sequence, number, **values))
        self.plumbline.door.pulse.forget_room(self.room.id)  # the wall counts anew four times a second

    def reveal(self) -> RoomState:
        return self.plumbline.voting.reveal(ME, self.id, self.room.id, self.read().step)

    def back(self) -> Room:
        return self.plumbline.voting.lobby_phase(ME, self.id, self.room.id, self.read().step)

    def again(self) -> Room:
        return self.plumbline.voting.again(ME, self.id, self.room.id, self.read().step)
