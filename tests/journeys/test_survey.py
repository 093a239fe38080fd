"""A survey in real browsers, from a link of one's own to its deadline; and an interview, with whom in sight."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from assessment.domain.answered.workshop import RoomKind
from assessment.domain.workshop.room import Room
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.rooms import RoomChange
from benchmarks.clicking import CHROMIUM, CHROMIUM_FLAGS
from tests.far import far
from tests.journeys.test_every_screen import broken_rules
from tests.journeys.written import TYPIST, App
from tests.journeys.written import choose as pick

pytestmark = pytest.mark.usefixtures("app")


@pytest.fixture
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(CHROMIUM_FLAGS))
        yield browser
        browser.close()


def on_a_phone(browser: Browser) -> BrowserContext:
    return browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)


def survey_tab(app: App, browser: Browser) -> Page:
    """The facilitator at the survey's tab."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.set_default_timeout(30_000)
    page.goto(f"http://127.0.0.1:{app.port}/workshop?assessment={app.assessment_id}&tab=Survey")
    return page


def choose(phone: Page, letter: str) -> None:
    phone.locator(".choice", has=phone.locator(f"b:text-is('{letter}')")).first.tap()


def sign(phone: Page, text: str) -> None:
    expect(phone.locator("#sign")).to_contain_text(text)


def survey_room(app: App) -> Room:
    with app.opened() as plumbline:
        rooms = plumbline.rooms.rooms(LOCAL_ACTOR, app.assessment_id)
        return next(one for one in rooms if one.kind is RoomKind.SURVEY)


def end(app: App, seconds: int) -> None:
    """Let the deadline be that many seconds ago."""
    room = survey_room(app)
    with app.opened() as plumbline:
        change = RoomChange(deadline=datetime.now(UTC) - timedelta(seconds=seconds))
        plumbline.rooms.change(LOCAL_ACTOR, app.assessment_id, room.id, room.step, change)


def test_a_survey_from_its_opening_to_the_answers_that_count(app: App, chromium: Browser) -> None:
    lead = survey_tab(app, chromium)
    lead.get_by_role("button", name="Open the survey").click()
    lead.get_by_text("0 of 2 people are done").wait_for()
    pick(lead, lead.get_by_test_id("stSelectbox").filter(has_text="For whom"), 0)
    lead.get_by_role("button", name="Make a link").click()
    letter = lead.get_by_test_id("stCode").filter(has_text="/join/p/").first.inner_text()
    token = re.findall(r"/join/p/([\w-]+)", letter)[0]

    context = on_a_phone(chromium)
    phone = context.new_page()
    phone.goto(f"http://127.0.0.1:{app.port}/join/p/{token}")
    phone.get_by_role("button", name="Go on").tap()
    expect(phone.get_by_text("You answer under your name")).to_be_visible()
    phone.get_by_role("link", name="Begin").tap()
    phone.wait_for_url("**/survey/question/*")
    first = phone.url
    choose(phone, "C")
    sign(phone, "Saved")
    phone.reload()
    expect(phone.locator("input[value='2']:checked")).to_have_count(1)

    context.set_offline(True)
    choose(phone, "D")
    sign(phone, "Kept on this device")
    context.set_offline(False)
    sign(phone, "Saved")

    app.kill()
    choose(phone, "E")
    sign(phone, "Kept on this device")
    app.start()
    sign(phone, "Saved")
    phone.get_by_label("Comment").fill("Since March")
    phone.get_by_role("button", name="Save and go on").tap()
    phone.wait_for_url(re.compile("/survey/question/(?!" + re.escape(first.rsplit("/", 1)[1]) + "$)"))
    phone.get_by_role("link", name="I am done").tap()
    expect(phone.get_by_role("heading", name="Thank you")).to_be_visible()
    phone.goto(first)
    choose(phone, "F")
    sign(phone, "Saved")

    lead = survey_tab(app, chromium)
    lead.get_by_text("1 answer can be taken in now.").wait_for()
    item_id = first.rsplit("/", 1)[1]
    assert app.question(item_id).as_is is None
    lead.get_by_role("button", name="Take in what may be taken in").click()
    lead.get_by_test_id("stTabs").get_by_text("1 answer was taken in").wait_for()
    taken = app.question(item_id)
    assert taken.as_is is not None
    assert (taken.as_is.code, taken.note and taken.note.text) == (5, "Since March")

    lead.get_by_role("button", name="Close the survey").click()
    lead.get_by_role("button", name="Reopen the survey").wait_for()
    phone.reload()
    expect(phone.get_by_text("This survey is closed")).to_be_visible()
    expect(phone.locator("input[value='5']:checked")).to_have_count(1)
    lead.get_by_role("button", name="Reopen the survey").click()
    lead.get_by_role("button", name="Close the survey").wait_for()
    phone.reload()
    end(app, seconds=1)
    choose(phone, "A")
    sign(phone, "after the deadline")
    end(app, seconds=-3600)
    phone.reload()
    sign(phone, "Saved")
    with app.opened() as plumbline:
        assert plumbline.surveys.state(LOCAL_ACTOR, app.assessment_id).waiting.count == 1
    assert app.question(item_id).as_is == taken.as_is


def test_an_interviewer_on_a_phone_sees_whom_the_answers_are_of_scrolled_down_and_after_a_reload(
    app: App, chromium: Browser
) -> None:
    page = on_a_phone(chromium).new_page()
    page.set_default_timeout(30_000)
    page.goto(f"http://127.0.0.1:{app.port}{app.path()}")
    line = page.locator(".st-key-in-sight")
    for _ in range(2):
        page.locator("[class*=st-key-question-]").last.scroll_into_view_if_needed()
        expect(line).to_be_in_viewport()
        expect(line).to_contain_text("(Practitioner)")
        expect(line).to_contain_text("Incident Management")
        page.reload()
        page.locator("[class*=st-key-question-]").last.wait_for()


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=far)])
def test_every_page_of_a_survey_fits_a_phone_and_axe_finds_nothing_that_matters(
    app: App, chromium: Browser, scheme: Literal["light", "dark"]
) -> None:
    with app.opened() as plumbline:
        rooms = plumbline.rooms.rooms(LOCAL_ACTOR, app.assessment_id)
        if not any(one.is_open for one in rooms):
            plumbline.rooms.open_room(LOCAL_ACTOR, app.assessment_id, RoomKind.SURVEY)
        link = plumbline.rooms.personal_link(LOCAL_ACTOR, app.assessment_id, TYPIST)
    context = chromium.new_context(viewport={"width": 390, "height": 844}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{app.port}/join/p/{link}")
    page.get_by_role("button", name="Go on").click()
    found: list[str] = []
    for path in ("", "/left", "/done", f"/question/{app.item_ids[2 if scheme == 'dark' else 1]}"):
        page.goto(f"http://127.0.0.1:{app.port}/survey{path}")
        for width in (390, 1440):
            page.set_viewport_size({"width": width, "height": 844})
            found += [f"{path} {width}: {one}" for one in broken_rules(page)]
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                found.append(f"{path} {width}: wider than its window")
    page.get_by_label("Not applicable here").check()
    expect(page.get_by_label("Why does it not apply here?")).to_be_focused()
    page.keyboard.type("We buy it.")
    page.keyboard.press("Tab")
    sign(page, "Saved")
    assert found + broken_rules(page) == []
