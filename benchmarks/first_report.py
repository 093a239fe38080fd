"""From nothing to a PDF: what somebody does who has not seen the product, in a real Chromium, with clicks and seconds.

A quick assessment of three processes: two people pasted as a list, every question answered with the number keys, the
values agreed with one click each, the report built and downloaded. Seconds are those of the machine, without thinking.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from benchmarks.measuring import Measurement

PROCESSES = ("Incident Management", "Problem Management", "Change Management")
PEOPLE = "Ines Kramer, Leadership, Service desk\nTomas Vik, Practitioner, Service desk"
NAMES = ("Ines Kramer", "Tomas Vik")
QUESTION_COUNT = 8
WAIT_MILLISECONDS = 60_000
PRINTING_MILLISECONDS = 240_000
READING_MILLISECONDS = 700
SAVED = re.compile(r"Saved.*\d\d:\d\d:\d\d")


@dataclass(slots=True, kw_only=True)
class Newcomer:
    """Somebody at a browser whose clicks and keys are counted; a text that is typed counts as one."""

    page: Page
    clicks: int = 0
    keys: int = 0
    texts: int = 0
    seconds: dict[str, float] = field(default_factory=dict)

    def click(self, target: Locator) -> None:
        """Click once."""
        target.click(timeout=WAIT_MILLISECONDS)
        self.clicks += 1

    def press(self, key: str) -> None:
        """Press a key once."""
        self.page.keyboard.press(key)
        self.keys += 1

    def write(self, target: Locator, text: str) -> None:
        """Write or paste a text into a field and leave it."""
        target.fill(text, timeout=WAIT_MILLISECONDS)
        target.press("Tab")
        self.texts += 1

    def button(self, name: str | re.Pattern[str]) -> Locator:
        """A button by its words."""
        return self.page.get_by_role("button", name=name).first

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure a part of the way."""
        start = time.monotonic()
        yield
        self.seconds[name] = time.monotonic() - start


def walk(page: Page, address: str, folder: Path, *, agreed_processes: int = len(PROCESSES)) -> tuple[Newcomer, Path]:
    """Go the whole way; who went it, and the PDF. The values of the first `agreed_processes` are agreed."""
    who = Newcomer(page=page)
    page.set_default_timeout(WAIT_MILLISECONDS)
    page.goto(address)
    with who.stage("begin"):
        _begin(who)
    with who.stage("people"):
        _add_people(who)
    with who.stage("answer"):
        for place in range(len(NAMES)):
            _answer_everything(who, place)
    with who.stage("agree"):
        _agree(who, agreed_processes)
    with who.stage("report"):
        pdf = _download(who, folder)
    return who, pdf


def measure_first_report(page: Page, address: str, folder: Path) -> tuple[Measurement, ...]:
    """Clicks, keys and seconds of the whole way."""
    who, _ = walk(page, address, folder)
    what = f"From nothing to the PDF ({len(PROCESSES)} processes, {len(NAMES)} people, every value agreed)"
    seconds = sum(who.seconds.values())
    stages = ", ".join(f"{name} {taken:.0f}" for name, taken in who.seconds.items())
    return (
        _row(f"{what}: clicks, beside {who.keys} keys and {who.texts} texts", "clicks", who.clicks),
        _row(f"{what}: waiting, without thinking ({stages})", "s", seconds),
    )


def _row(what: str, unit: str, value: float) -> Measurement:
    return Measurement(what=what, unit=unit, p50=value, p95=value, count=1, bar=None)


def _begin(who: Newcomer) -> None:
    page = who.page
    who.click(who.button("New assessment"))
    who.write(page.get_by_label("Organisation", exact=True), "Ostermann Energy")
    who.click(page.get_by_text(re.compile(r"^All \d+ processes$")))
    who.click(page.get_by_label("Processes in scope"))
    for name in PROCESSES:
        page.keyboard.type(name)
        who.texts += 1
        expect(page.get_by_role("option", name=name)).to_be_visible()
        who.press("Enter")
        expect(page.locator("[data-tag]").filter(has_text=name)).to_be_visible()
    who.press("Escape")
    who.click(page.get_by_role("dialog").get_by_text("Quick depth", exact=True))
    who.click(who.button(re.compile("^Start$")))
    expect(page.get_by_role("heading", name="Set-up")).to_be_visible(timeout=WAIT_MILLISECONDS)


def _add_people(who: Newcomer) -> None:
    page = who.page
    who.write(page.get_by_label(re.compile("^One person a line")), PEOPLE)
    who.click(who.button(re.compile("^Add 2 people$")))
    expect(page.get_by_text("2 people answer")).to_be_visible(timeout=WAIT_MILLISECONDS)
    who.click(who.button("Go to the Questionnaire"))


def _answer_everything(who: Newcomer, place: int) -> None:
    """Every question of a person: a number answers it and the next one follows. The second one goes backwards."""
    page = who.page
    page.wait_for_timeout(READING_MILLISECONDS)
    who.click(page.get_by_label("Who answers").first)
    page.keyboard.type(NAMES[place])
    who.texts += 1
    expect(page.get_by_role("option", name=re.compile(NAMES[place]))).to_be_visible(timeout=WAIT_MILLISECONDS)
    who.press("Enter")
    if place == 0:
        who.click(who.button(re.compile("^Begin with")))
    expect(page.locator(".st-key-in-sight")).to_contain_text(NAMES[place], timeout=WAIT_MILLISECONDS)
    for number in range(len(PROCESSES)):
        expect(_questions(page)).to_have_count(QUESTION_COUNT, timeout=WAIT_MILLISECONDS)
        expect(_questions(page).first.get_by_text("Not answered")).to_be_visible(timeout=WAIT_MILLISECONDS)
        page.wait_for_timeout(READING_MILLISECONDS)
        who.click(who.button(re.compile("^Next unanswered")))  # a key would be heard by the picker, where the focus is
        expect(_questions(page).first.locator("input[type=radio]").first).to_be_focused(timeout=WAIT_MILLISECONDS)
        page.wait_for_timeout(READING_MILLISECONDS)
        for question in range(QUESTION_COUNT):
            asked = _questions(page).nth(question)
            expect(asked.locator("input[type=radio]").first).to_be_focused(timeout=WAIT_MILLISECONDS)
            who.press(str(2 + (question + place) % 3))
            expect(asked.get_by_text(SAVED).first).to_be_visible(timeout=WAIT_MILLISECONDS)
        if number + 1 < len(PROCESSES):
            _turn(who, "Alt+j" if place == 0 else "Alt+k")


def _agree(who: Newcomer, process_count: int) -> None:
    """The values of the first processes: open the fold, take a statement."""
    page = who.page
    for number in range(process_count):
        for question in range(QUESTION_COUNT):
            asked = _questions(page).nth(question)
            opener = asked.get_by_role("radio", name="Agree in the room")
            who.click(opener.or_(asked.get_by_role("button", name="Agree in the room")).first)
            votes = asked.locator("[class*='-votes']")
            who.click(votes.get_by_test_id("stRadioOption").nth(2))
            expect(votes.locator("input:checked")).to_have_count(1, timeout=WAIT_MILLISECONDS)
        if number + 1 < process_count:
            _turn(who, "Alt+j")


def _turn(who: Newcomer, key: str) -> None:
    """Go to the next process or the one before, and wait until its questions are there."""
    head = who.page.locator(".st-key-in-sight")
    before = head.inner_text()
    who.press(key)
    expect(head).not_to_have_text(before, timeout=WAIT_MILLISECONDS)
    expect(_questions(who.page)).to_have_count(QUESTION_COUNT, timeout=WAIT_MILLISECONDS)


def _download(who: Newcomer, folder: Path) -> Path:
    page = who.page
    who.click(page.get_by_role("link", name="Report", exact=True))
    who.click(who.button("Build the report"))
    download = who.button("Download the PDF")
    expect(download).to_be_visible(timeout=PRINTING_MILLISECONDS)
    with page.expect_download() as downloading:
        who.click(download)
    target = folder / "report.pdf"
    downloading.value.save_as(target)
    return target


def _questions(page: Page) -> Locator:
    return page.locator("[class*='st-key-question-']")
