"""A workshop on a running app, moved on beside its server as its facilitator does, and phones that are in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, expect

from assessment.domain.answered.workshop import RoomKind
from assessment.domain.workshop.room import Vote
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.identity import room_key
from assessment.services.rooms import RoomChange
from tests.journeys.written import App

PHONE = {"width": 390, "height": 844}


@dataclass
class OpenRoom:
    """A room of the app's assessment."""

    app: App
    id: str
    code: str

    @property
    def address(self) -> str:
        """Where the app is."""
        return f"http://127.0.0.1:{self.app.port}"

    @property
    def link(self) -> str:
        """What the QR code holds."""
        return f"{self.address}/join/k/{room_key(self.id)}"

    def ask(self, place: int = 0) -> str:
        """Put a question to the room; its id."""
        item_id = self.app.item_ids[place]
        with self.app.opened() as plumbline:
            step = plumbline.voting.state(ME, self.app.assessment_id, self.id).room.step
            plumbline.voting.ask(ME, self.app.assessment_id, self.id, item_id, step)
        return item_id

    def reveal(self) -> None:
        with self.app.opened() as plumbline:
            step = plumbline.voting.state(ME, self.app.assessment_id, self.id).room.step
            plumbline.voting.reveal(ME, self.app.assessment_id, self.id, step)

    def again(self) -> None:
        with self.app.opened() as plumbline:
            step = plumbline.voting.state(ME, self.app.assessment_id, self.id).room.step
            plumbline.voting.again(ME, self.app.assessment_id, self.id, step)

    def move_on(self) -> None:
        """Change something of the room that is not its question: its step grows."""
        with self.app.opened() as plumbline:
            step = plumbline.voting.state(ME, self.app.assessment_id, self.id).room.step
            change = RoomChange(address=f"http://192.0.2.{step}:8601")
            plumbline.rooms.change(ME, self.app.assessment_id, self.id, step, change)

    def close(self) -> None:
        with self.app.opened() as plumbline:
            step = plumbline.voting.state(ME, self.app.assessment_id, self.id).room.step
            plumbline.rooms.close_room(ME, self.app.assessment_id, self.id, step)

    def votes(self, item_id: str) -> list[Vote]:
        """What is kept of a question."""
        with self.app.opened() as plumbline, plumbline._store.reading() as reader:
            return list(reader.rooms.votes(self.id, item_id))


def opened_room(app: App) -> OpenRoom:
    """A new room; the one before is closed."""
    with app.opened() as plumbline:
        for former in plumbline.rooms.rooms(ME, app.assessment_id):
            if former.is_open:
                plumbline.rooms.close_room(ME, app.assessment_id, former.id, former.step)
        room = plumbline.rooms.open_room(ME, app.assessment_id, RoomKind.WORKSHOP)
    return OpenRoom(app=app, id=room.id, code=room.code)


def phone(chromium: Browser, **values: Any) -> BrowserContext:
    """A phone that nobody used before."""
    context = chromium.new_context(**{"viewport": PHONE, "has_touch": True, "is_mobile": True, **values})
    context.set_default_timeout(30_000)
    return context


def join(context: BrowserContext, room: OpenRoom, name: str = "", role: str = "Practitioner") -> Page:
    """Come in by the link; without a name anonymously."""
    page = context.new_page()
    page.goto(room.link)
    page.get_by_role("radio", name=role).check()
    if name:
        page.get_by_label("Your name").fill(name)
    page.get_by_role("button", name="Join with this name" if name else "Stay anonymous and join").click()
    expect(page).to_have_url(f"{room.address}/room")
    return page


def choose(page: Page, letter: str) -> None:
    """Touch a statement."""
    page.locator("label.choice", has=page.locator(f"b:text-is('{letter}')")).first.click()


def line(page: Page) -> Any:
    """The line that says what became of an answer."""
    return page.locator("#line")
