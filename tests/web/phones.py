"""A workshop that is open, and phones in front of it, which work as a browser without a script does."""

from __future__ import annotations

import html
import re
from typing import Any

import httpx

from assessment.domain.authored.framework import Depth
from assessment.domain.workshop.room import Room, Vote
from assessment.services.assessments import HeaderChange
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.identity import room_key
from assessment.services.plumbline import Plumbline
from tests.services import rooms
from tests.services.conftest import begun
from tests.web.browsing import Browser

FIRST, SECOND = "planning.delivery", "planning.ownership"


class Workshop:
    """An open room of a new assessment, moved on as its facilitator does."""

    def __init__(self, plumbline: Plumbline, **values: Any) -> None:
        self.plumbline = plumbline
        self.assessment_id = begun(plumbline, depth=Depth.QUICK)
        self.room: Room = rooms.opened_room(plumbline, self.assessment_id, **values)
        self.key = room_key(self.room.id)

    def ask(self, item_id: str = FIRST, round_number: int = 1) -> None:
        self.room = rooms.asked(self.plumbline, self.room, item_id, round_number)

    def ask_to_be(self) -> None:
        """Switch the to-be on."""
        change = HeaderChange(asks_to_be=True)
        self.plumbline.assessments.update_header(LOCAL_ACTOR, self.assessment_id, change)
        self.plumbline.door.pulse.forget_room(self.room.id)

    def reveal(self) -> None:
        self.room = rooms.revealed(self.plumbline, self.room)

    def change(self, **values: Any) -> None:
        self.room = rooms.changed(self.plumbline, self.room, **values)

    def votes(self) -> tuple[Vote, ...]:
        return rooms.votes(self.plumbline, self.room)


class Phone:
    """A phone that keeps cookies and follows where it is sent."""

    def __init__(self, workshop: Workshop, **values: Any) -> None:
        self.workshop = workshop
        self.browser = Browser(workshop.plumbline, has_accounts=True, **values)
        self.seen: httpx.Response

    def open(self, path: str = "/room") -> str:
        """The text of a page."""
        return self._follow(self.browser.get(path))

    def send(self, path: str, **fields: str) -> str:
        """Send a form, and look at the page that comes of it."""
        return self._follow(self.browser.post(path, data=fields))

    def join(self, name: str = "", role: str = "practitioner") -> str:
        """Come in by the link; without a name anonymously."""
        path = f"/join/k/{self.workshop.key}"
        self.open(path)
        once = self.value("once")
        return self.send(path, role=role, name=name, once=once, **{"as": "name" if name else "anonymous"})

    def vote(self, **fields: str) -> str:
        """Fill in the form of the page, and save."""
        self.open()
        return self.send("/room/vote", **self.hidden(), **fields)

    def hidden(self) -> dict[str, str]:
        """What the form of the page holds unseen."""
        return {name: self.value(name) for name in ("item", "round", "sequence", "mark")}

    def value(self, name: str) -> str:
        """The value of a field of the page."""
        found = re.search(rf'name="{name}" value="([^"]*)"', self.seen.text)
        assert found, f"no field {name} on the page"
        return html.unescape(found.group(1))

    def fact(self, name: str) -> str:
        """What the page tells its script."""
        found = re.search(rf' data-{name}="([^"]*)"', self.seen.text)
        assert found, f"no fact {name} on the page"
        return html.unescape(found.group(1))

    def chosen(self) -> list[str]:
        """What is chosen on the page, horizon by horizon."""
        return re.findall(r'type="radio" name="[\w-]+" value="([\w-]+)" checked', self.seen.text)

    def cast(
        self, choice: str, sequence: int, item_id: str = FIRST, round_number: int = 1, **more: str
    ) -> httpx.Response:
        """Send a vote as the script does."""
        fields = {"item": item_id, "horizon": "as-is", "round": str(round_number), "choice": choice}
        return self.browser.post(
            "/room/vote",
            data={"mark": self.fact("mark"), **fields, "sequence": str(sequence), **more},
            headers={"Accept": "application/json"},
        )

    def state(self, **asked: str) -> dict[str, Any]:
        """What the script is told."""
        known = {"mark": self.fact("mark"), "moment": self.fact("moment"), "step": self.fact("step")}
        found: dict[str, Any] = self.browser.get("/room/state", params={**known, **asked}).json()
        return found

    def _follow(self, answer: httpx.Response) -> str:
        while answer.status_code == 303:
            answer = self.browser.get(answer.headers["location"])
        self.seen = answer
        return html.unescape(re.sub(r"</?bdi>", "", answer.text))
