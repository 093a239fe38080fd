"""A workshop in real browsers: the facilitator, the wall, three phones; and everything again after whatever happens.

They join, vote, change, see how it came out, vote once more, agree, park, go on. Each side is loaded again midway, the
server is killed midway, one phone has no network for a while. `make soak` keeps that phone off for a minute.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from assessment.domain.answered.assessment import Assessment
from assessment.domain.workshop.room import Room
from assessment.domain.workshop.sealing import is_anonymous_id
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.identity import room_key
from benchmarks.clicking import CHROMIUM, CHROMIUM_FLAGS
from benchmarks.serving import free_port
from tests.far import far
from tests.journeys.test_every_screen import FITS, broken_rules
from tests.journeys.written import App, begun_app

pytestmark = pytest.mark.browser
WAIT = 30_000
REASON = "The auditor saw last week that nobody does it."


@dataclass
class Stage:
    """The facilitator at 1440 pixels, the wall at 1920, three phones at 390, each with cookies of its own."""

    app: App
    browser: Browser
    facilitator: Page
    phones_port: int

    def context(self, width: int, height: int, *, is_phone: bool = False) -> BrowserContext:
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, bypass_csp=True, has_touch=is_phone, is_mobile=is_phone
        )
        context.set_default_timeout(WAIT)
        return context

    @property
    def room(self) -> Room:
        with self.app.opened() as plumbline:
            return plumbline.rooms.rooms(LOCAL_ACTOR, self.app.assessment_id)[0]

    @property
    def stored(self) -> Assessment:
        with self.app.opened() as plumbline:
            return plumbline.assessments.load(LOCAL_ACTOR, self.app.assessment_id)

    def step(self, name: str | re.Pattern[str]) -> None:
        """Press a step of the facilitator's bar."""
        self.facilitator.locator(".st-key-room-steps").get_by_role("button", name=name).click()

    def count(self, text: str) -> None:
        """The facilitator's bar comes to say so."""
        expect(self.facilitator.locator(".st-key-live-count")).to_have_text(text, timeout=WAIT)


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    phones_port = free_port()
    monkeypatch.setenv("PLUMBLINE_PHONES_PORT", str(phones_port))
    app = begun_app(tmp_path)
    app.start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(CHROMIUM_FLAGS))
            stage = Stage(app=app, browser=browser, facilitator=None, phones_port=phones_port)  # type: ignore[arg-type]
            stage.facilitator = stage.context(1440, 900).new_page()
            yield stage
            browser.close()
    finally:
        app.kill()


def opened(stage: Stage) -> None:
    """The facilitator opens the room and lets phones in."""
    page = stage.facilitator
    page.goto(f"http://127.0.0.1:{stage.app.port}/workshop?assessment={stage.app.assessment_id}")
    page.get_by_role("button", name="Open the room").click()
    page.get_by_role("button", name="Let phones in on this network").click()
    expect(page.get_by_role("button", name="Shut phones out again")).to_be_visible()


def wall(stage: Stage) -> Page:
    page = stage.context(1920, 1080).new_page()
    page.goto(f"http://127.0.0.1:{stage.app.port}/projector/{stage.room.id}")
    return page


def joined(stage: Stage, name: str | None, *, by_code: bool = False) -> Page:
    """A phone comes in: by the QR code's link, or by the typed code."""
    page = stage.context(390, 844, is_phone=True).new_page()
    origin = f"http://127.0.0.1:{stage.phones_port}"
    if by_code:
        page.goto(f"{origin}/join")
        code = stage.room.code
        page.get_by_label("Code").fill(f"{code[:4].lower()} {code[4:]}")
        page.locator("form button").first.click()
    else:
        page.goto(f"{origin}/join/k/{room_key(stage.room.id)}")
    page.locator("input[name=role][value=practitioner]").check()
    if name is not None:
        page.locator("#name").fill(name)
    page.locator(f"button[value={'name' if name else 'anonymous'}]").click()
    at_moment(page, "lobby")
    return page


def at_moment(page: Page, moment: str) -> None:
    expect(page.locator("body")).to_have_attribute("data-moment", moment, timeout=WAIT)


def vote(page: Page, letter: str) -> None:
    at_moment(page, "asked")
    page.locator("label.choice").filter(has=page.locator("b", has_text=re.compile(f"^{letter}$"))).click()


def chosen(page: Page) -> str:
    """The letter that a phone shows as its own."""
    return page.locator("label.choice:has(input:checked) b").inner_text()


def voted(page: Page, letter: str) -> None:
    vote(page, letter)
    expect(page.locator("#line")).to_contain_text("Saved", timeout=WAIT)


def sound(page: Page, name: str) -> list[str]:
    """What does not fit, or what axe finds, on the facilitator's page as it stands."""
    found: list[str] = []
    for width, height in ((390, 844), (1440, 900)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(400)
        found += [f"{name}, {width} px: {what}" for what in (*page.evaluate(FITS), *broken_rules(page))]
    return found


def codes(assessment: Assessment, item_id: str) -> list[int | None]:
    return sorted(one.answer.code for one in assessment.ratings if one.item_id == item_id)  # type: ignore[type-var]


@pytest.mark.parametrize("seconds_off", [3, pytest.param(60, marks=far)])
def test_a_workshop_from_the_code_to_the_agreed_value_whatever_happens_on_the_way(
    stage: Stage, seconds_off: int
) -> None:
    opened(stage)
    broken_on_the_way = sound(stage.facilitator, "lobby")
    projector = wall(stage)
    ann, bob, cid = joined(stage, "Ann", by_code=True), joined(stage, "Bob"), joined(stage, "Cid")
    stage.count("3 people in")
    expect(projector.locator("#wall")).to_contain_text("3 people in", timeout=WAIT)

    # a question, three votes, one of them changed, one kept on a phone that lost its network
    stage.step(re.compile("^Ask:"))
    stage.count("0 of 3 are in")
    voted(ann, "B")
    voted(bob, "D")
    stage.count("2 of 3 are in")
    voted(ann, "C")
    cid_network = cid.context
    at_moment(cid, "asked")
    cid_network.set_offline(True)
    vote(cid, "D")
    cid.wait_for_timeout(seconds_off * 1000)
    stage.count("2 of 3 are in")
    cid_network.set_offline(False)
    stage.count("3 of 3 are in")
    expect(projector.locator("#wall")).to_contain_text("All 3 votes are in", timeout=WAIT)
    first = stage.room.item_id
    assert first is not None
    assert not stage.stored.ratings

    broken_on_the_way += sound(stage.facilitator, "voting")

    # everybody loads their page again
    for page in (ann, bob, cid, projector, stage.facilitator):
        page.reload()
    assert [chosen(page) for page in (ann, bob, cid)] == ["C", "D", "D"]
    stage.count("3 of 3 are in")

    # how they voted
    stage.step("Show how they voted")
    for phone in (ann, bob, cid):
        at_moment(phone, "revealed")
    expect(projector.locator("body")).to_have_attribute("data-stage", "revealed", timeout=WAIT)
    expect(stage.facilitator.get_by_text("You are close").first).to_be_visible()
    assert codes(stage.stored, first) == [2, 3, 3]
    broken_on_the_way += sound(stage.facilitator, "revealed")

    # once more, and the server dies while they vote
    stage.step("Vote once more")
    for phone in (ann, bob, cid):
        at_moment(phone, "asked")
    expect(ann.locator("fieldset").first).to_contain_text("Last time you chose: C")
    voted(ann, "E")
    stage.count("1 of 3 is in")
    stage.app.kill()
    vote(bob, "E")
    stage.app.start()
    stage.count("2 of 3 are in")
    voted(cid, "E")
    stage.count("3 of 3 are in")
    assert (stage.room.item_id, stage.room.round_number) == (first, 2)
    stage.step("Show how they voted")
    expect(stage.facilitator.get_by_text("Round 1").first).to_be_visible()
    expect(projector.locator("#wall")).to_contain_text("All 3 chose E", timeout=WAIT)

    # agree and go on
    stage.step(re.compile("^Agree on E and ask the next"))
    stage.count("0 of 3 are in")
    assert [(one.item_id, one.answer.code) for one in stage.stored.agreed] == [(first, 4)]

    # the next one by the keyboard alone: shown, a far statement taken, its reason typed while the page looks again
    second = stage.room.item_id
    assert second is not None
    for phone in (ann, bob, cid):
        expect(phone.locator("form.vote")).to_have_attribute("data-item", second, timeout=WAIT)
        voted(phone, "D")
    stage.count("3 of 3 are in")
    keyboard = stage.facilitator.keyboard
    keyboard.press("Alt+n")
    for phone in (ann, bob, cid):
        at_moment(phone, "revealed")
    expect(stage.facilitator.get_by_role("button", name="D. Largely done, many weaknesses (proposed)")).to_be_visible()
    keyboard.press("a")
    reason = stage.facilitator.get_by_label("Reason, in the room's words")
    reason.focus()
    keyboard.type(REASON, delay=80)
    expect(reason).to_have_value(REASON)
    stage.facilitator.locator("h1").first.click()
    expect(stage.facilitator.locator(".st-key-room-steps").get_by_text("Ask the next")).to_be_visible()
    for _ in range(20):
        if [one.note for one in stage.stored.agreed if one.item_id == second] == [REASON]:
            break
        stage.facilitator.wait_for_timeout(500)
    assert [one.note for one in stage.stored.agreed if one.item_id == second] == [REASON]
    keyboard.press("Alt+n")
    stage.count("0 of 3 are in")

    # park, pause
    stage.step("Park it")
    expect(stage.facilitator.get_by_text("Parked, see Noted").first).to_be_visible()
    stage.step("Pause")
    stage.count("3 people in")
    for phone in (ann, bob, cid):
        at_moment(phone, "lobby")

    assessment = stage.stored
    assert codes(assessment, first) == [4, 4, 4]
    assert [(one.number, one.code_counts) for one in assessment.rounds if one.item_id == first] == [
        (1, (0, 0, 1, 2, 0, 0)),
        (2, (0, 0, 0, 0, 3, 0)),
    ]
    assert len(assessment.parked) == 1
    assert broken_on_the_way == []
    assert {one.name for one in assessment.respondents if not is_anonymous_id(one.id)} >= {"Ann", "Bob", "Cid"}
