"""A server that may be killed, an assessment on it, and a note that is typed into one of its questions."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from assessment.domain.answered.assessment import Note
from assessment.services.answering import Question
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline, open_plumbline
from benchmarks.serving import free_port, start_server
from tests.durability.setting import new_assessment_in, settings_in

PROCESS = "incident-management"
TYPIST = "r1"
KEY_PAUSE_MILLISECONDS = 100
DATABASE = "plumbline.db"


@dataclass
class App:
    """The app on a folder of its own."""

    folder: Path
    assessment_id: str
    item_ids: tuple[str, ...]
    port: int = field(default_factory=free_port)
    server: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the server, and wait until it answers."""
        self.server = start_server(self.folder, self.port)

    def kill(self) -> None:
        """Kill -9."""
        assert self.server is not None
        self.server.kill()
        self.server.wait(timeout=20)

    def path(self) -> str:
        """Path of the questions that the typist is asked."""
        return f"{self.overview_path()}&process={PROCESS}"

    def overview_path(self) -> str:
        """Path of the processes that the typist is asked of."""
        return f"/questionnaire?assessment={self.assessment_id}&respondent={TYPIST}"

    def note(self, item_id: str) -> Note | None:
        """The typist's note as the store holds it."""
        return self.question(item_id).note

    def question(self, item_id: str) -> Question:
        """A question with everything the typist entered, read through the services beside the server."""
        with self.opened() as plumbline:
            return plumbline.answering.question(LOCAL_ACTOR, self.assessment_id, TYPIST, item_id)

    @contextmanager
    def opened(self) -> Iterator[Plumbline]:
        """The services on the database that the server has open."""
        plumbline = open_plumbline(settings_in(self.folder))
        try:
            yield plumbline
        finally:
            plumbline.close()


def begun_app(folder: Path) -> App:
    """The app with an assessment of two people, not started yet."""
    assessment_id = new_assessment_in(folder, 2)
    plumbline = open_plumbline(settings_in(folder))
    try:
        questions = plumbline.answering.questions(LOCAL_ACTOR, assessment_id, TYPIST, PROCESS)
    finally:
        plumbline.close()
    return App(folder=folder, assessment_id=assessment_id, item_ids=tuple(one.item.id for one in questions))


def question_of(page: Page, item_id: str) -> Locator:
    """The block of one question."""
    return page.locator(f".st-key-question-{item_id.replace('.', '--')}")


def unfold(page: Page, item_id: str, fold: str = "Note and evidence") -> Locator:
    """Open a fold of a question, if it is not; the question."""
    asked = question_of(page, item_id)
    asked.wait_for()
    field = asked.get_by_label("Note: what was said")
    page.wait_for_timeout(500)
    if not (fold == "Note and evidence" and field.count()):
        asked.get_by_role("radio", name=fold).or_(asked.get_by_role("button", name=fold)).click()
    return asked


def note_field(page: Page, item_id: str) -> Locator:
    """The field of the note, its fold opened."""
    asked = unfold(page, item_id)
    written = asked.get_by_label("Note: what was said")
    expect(written).to_be_visible()
    return written


def type_slowly(page: Page, text: str) -> None:
    """Ten keys a second, into what has the focus."""
    page.keyboard.type(text, delay=KEY_PAUSE_MILLISECONDS)


def offered(asked: Locator) -> list[str]:
    """The drafts that a question offers again."""
    return [str(text) for text in asked.locator(".writing-offer blockquote").all_text_contents()]


def choose(page: Page, box: Locator, place: int) -> None:
    """Choose an option of a select box by its place; a box that was drawn a moment ago may not hear the first key."""
    option = page.get_by_role("option").nth(place)
    for _ in range(10):
        box.locator("input").focus()
        page.keyboard.press("ArrowDown")
        page.wait_for_timeout(500)
        if option.count():
            break
    option.click()
