"""From nothing to an answered process: begin, add a person, answer, reload, and find everything still there."""

from __future__ import annotations

import re
import urllib.request

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from assessment.domain.authored.framework import Horizon
from assessment.services.export_format import from_export
from tests.far import far

pytestmark = pytest.mark.browser
HOSTILE = "<img src=x onerror=alert(1)> **Acme** :red[x] :smile: $x$ www.acme.example"
PHONE_SCREEN = {"width": 390, "height": 844}


def question(page: Page, number: int) -> Locator:
    """The block of one question, counted from 0."""
    return page.locator("[class*='st-key-question-']").nth(number)


def answer(page: Page, number: int, choice: int) -> str:
    """Choose a statement and wait for its saved sign; returns the sign."""
    asked = question(page, number)
    option = asked.get_by_test_id("stRadioOption").nth(choice)
    name = option.locator("strong").inner_text().rstrip(".")
    option.click()
    sign = asked.get_by_text(re.compile(r"Saved.*\d\d:\d\d:\d\d"))
    expect(sign).to_contain_text(name)
    return str(sign.inner_text())


def begin(page: Page, organisation: str) -> None:
    """A new assessment of incident management's scenario at full depth; ends on its set-up."""
    page.get_by_role("button", name="New assessment").click()
    page.get_by_text("My service desk is broken").click()
    expect(page.get_by_text("In scope:")).to_be_visible()
    page.get_by_label("Organisation").fill(organisation)
    page.get_by_label("Organisation").press("Tab")
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_role("heading", name="Set-up")).to_be_visible()


def to_the_first_question(page: Page) -> None:
    """Add a person and open the first process."""
    page.get_by_role("link", name="Questionnaire", exact=True).click()
    page.get_by_label("Name (optional)").fill("Ines Kramer")
    page.get_by_role("button", name="Start answering").click()
    page.get_by_role("button", name=re.compile("^Begin with")).click()
    expect(question(page, 0)).to_be_visible()


def test_the_first_visitor_may_come_by_a_link(address: str, browser: Page) -> None:
    browser.goto(f"{address}/questionnaire")

    expect(browser.get_by_text("Which assessment?")).to_be_visible()
    expect(browser.get_by_role("dialog")).to_have_count(0)


def test_answers_stand_after_a_reload_and_the_place_is_kept(browser: Page) -> None:
    begin(browser, "Ostermann Energy")
    to_the_first_question(browser)
    answer(browser, 0, 3)
    answer(browser, 1, 1)
    expect(browser.get_by_text(re.compile(r"^2 of \d+ answered$"))).to_be_visible()

    browser.reload()

    for number, choice in ((0, 3), (1, 1)):
        expect(question(browser, number).get_by_test_id("stRadioOption").nth(choice).locator("input")).to_be_checked()
        expect(question(browser, number).get_by_text("Saved")).to_be_visible()
    expect(browser.get_by_text(re.compile(r"^2 of \d+ answered$"))).to_be_visible()


def test_the_export_holds_what_the_screen_showed_as_saved(browser: Page) -> None:
    begin(browser, "Export House")
    to_the_first_question(browser)
    answer(browser, 2, 4)
    browser.get_by_role("link", name="Assessments").click()
    row = browser.locator("[class*='st-key-assessment-row-']").filter(has_text="Export House")
    row.get_by_role("button", name="More").click()
    browser.get_by_role("menuitem", name="Download").click()
    with browser.expect_download() as downloading:
        browser.get_by_role("button", name="Download the JSON file").click()

    exported = from_export(downloading.value.path().read_text("utf-8"))
    assert [(rating.answer.code, rating.horizon) for rating in exported.ratings] == [(4, Horizon.AS_IS)]
    assert [person.name for person in exported.respondents if person.name] == ["Ines Kramer"]


def test_the_next_unanswered_question_is_one_key_away_and_arrows_answer(browser: Page) -> None:
    begin(browser, "Keyboard Ltd")
    to_the_first_question(browser)
    browser.keyboard.press("Alt+n")
    first = question(browser, 0).get_by_test_id("stRadioOption")
    expect(first.nth(0).locator("input")).to_be_focused()

    browser.keyboard.press("ArrowDown")
    expect(question(browser, 0).get_by_text("Saved")).to_be_visible()
    expect(first.nth(1).locator("input")).to_be_checked()
    browser.keyboard.press("Alt+n")

    expect(question(browser, 1).get_by_test_id("stRadioOption").nth(0).locator("input")).to_be_focused()
    expect(question(browser, 1)).to_be_in_viewport()


def test_a_fold_stays_open_when_its_note_is_saved(browser: Page) -> None:
    begin(browser, "Notes Ltd")
    to_the_first_question(browser)
    asked = question(browser, 0)
    asked.get_by_role("radio", name="Note and evidence").or_(
        asked.get_by_role("button", name="Note and evidence")
    ).click()
    note = asked.get_by_label("Note: what was said")
    note.fill("We only log the loud ones.")
    note.press("Tab")

    expect(asked.get_by_text(re.compile(r"Saved.*\d\d:\d\d:\d\d"))).to_be_visible()
    expect(note).to_have_value("We only log the loud ones.")
    expect(asked.get_by_text("with note")).to_be_visible()


def test_a_cell_of_a_table_is_saved_when_it_is_left(browser: Page) -> None:
    begin(browser, "Tables Ltd")
    browser.get_by_role("tab", name="Owners").click()
    owner = browser.get_by_role("table", name="Owner of each process").get_by_label("Owner, Incident Management")
    owner.fill("Nadia Owner")
    owner.press("Enter")

    expect(browser.get_by_test_id("stMain").get_by_text(re.compile(r"Saved.*\d\d:\d\d:\d\d"))).to_be_visible()
    expect(browser.get_by_role("heading", name="4 of 5 processes have no owner")).to_be_visible()


def test_hostile_names_are_words_and_nothing_else(browser: Page) -> None:
    begin(browser, HOSTILE)

    shown = browser.get_by_test_id("stMainBlockContainer").inner_text().replace("\u2060", "")
    assert HOSTILE in shown
    assert browser.locator("[data-testid=stMainBlockContainer] img").count() == 0
    assert browser.locator("[data-testid=stMainBlockContainer] a[href*=acme]").count() == 0


def test_a_questionnaire_is_printed_and_downloaded_for_an_interview(address: str, browser: Page) -> None:
    browser.goto(f"{address}/frameworks?browse-process=supplier-management")
    browser.get_by_role("button", name="Print").click()
    browser.get_by_role("button", name="Make the PDF").click()
    download = browser.get_by_role("button", name="Download the PDF")
    expect(download).to_be_visible(timeout=60_000)
    with browser.expect_download() as downloading:
        download.click()

    assert downloading.value.suggested_filename == "itsm-reference-supplier-management-quick-a4.pdf"
    first = PdfReader(downloading.value.path()).pages[0].extract_text()
    assert "Supplier Management" in first
    assert "For the interviewer" in first


def test_back_leads_to_what_was_there_before(address: str, browser: Page) -> None:
    browser.goto(f"{address}/frameworks")
    browser.get_by_role("button", name="Change Management").click()
    name = browser.get_by_role("heading", name="Change Management", level=2)
    expect(name).to_be_visible()
    expect(name).to_be_in_viewport()
    browser.go_back()
    expect(name).to_have_count(0)
    browser.go_forward()
    expect(name).to_be_visible()

    browser.goto(f"{address}/results?assessment=sample-tamarind-mutual")
    browser.get_by_role("tab", name="Process", exact=True).click()
    expect(browser).to_have_url(re.compile("part=process"))
    browser.go_back()
    expect(browser.get_by_role("tab", name="Overview")).to_have_attribute("aria-selected", "true")

    browser.goto(f"{address}/questionnaire?assessment=sample-tamarind-mutual&respondent=respondent-02")
    browser.get_by_role("button", name="Incident Management").click()
    expect(browser.get_by_role("heading", name="Incident Management", level=1)).to_be_visible()
    browser.go_back()
    expect(browser.get_by_role("heading", name=re.compile("left to answer|Everything is answered"))).to_be_visible()
    expect(browser).to_have_url(re.compile("respondent=respondent-02"))


@far
def test_the_facilitators_guide_opens_beside_the_questions(address: str, browser: Page) -> None:
    browser.goto(
        f"{address}/questionnaire?assessment=sample-tamarind-mutual&respondent=respondent-02&process=incident-management"
    )
    browser.get_by_role("button", name="About and guide").click()
    browser.get_by_role("tab", name="Facilitator's guide").click()
    expect(browser.get_by_text("What goes wrong in the room")).to_be_visible()
    expect(browser.get_by_text("How to open")).to_be_visible()


@far
@pytest.mark.parametrize("screen", [{"width": 1440, "height": 900}, PHONE_SCREEN], ids=["wide", "phone"])
def test_a_question_and_its_answers_fit_one_screen(address: str, browser: Page, screen: dict[str, int]) -> None:
    browser.set_viewport_size(screen)  # type: ignore[arg-type]  # a ViewportSize
    who = "assessment=sample-tamarind-mutual&respondent=respondent-02"
    browser.goto(f"{address}/questionnaire?{who}&process=build-and-test")
    browser.get_by_test_id("stRadioOption").nth(8 * 20).wait_for()
    bar = browser.get_by_test_id("stBottom").bounding_box()
    browser.get_by_test_id("stRadioOption").nth(8 * 20).scroll_into_view_if_needed()
    top = browser.locator(".st-key-in-sight").bounding_box()  # who answers, and what, stays under the header
    assert bar is not None
    assert top is not None
    room = bar["y"] - (top["y"] + top["height"])

    needed = browser.evaluate(
        """() => [...document.querySelectorAll("[class*='st-key-question-']")].map((box) => {
          const options = [...box.querySelectorAll("[data-testid=stRadioOption]")];
          return options.at(-1).getBoundingClientRect().bottom - box.getBoundingClientRect().top;
        })"""
    )

    assert max(needed) <= room


def test_nothing_is_fetched_from_outside_and_the_fonts_are_our_own(address: str, browser: Page) -> None:
    asked: list[str] = []
    browser.on("request", lambda request: asked.append(request.url))
    browser.goto(f"{address}/set-up?assessment=sample-tamarind-mutual")
    expect(browser.get_by_role("tab", name="Scope")).to_be_visible()
    is_ours = "face.status === 'loaded' && face.family.includes('Source Sans 3')"
    browser.wait_for_function(f"() => [...document.fonts].some((face) => {is_ours})")  # the style sheet comes late

    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    with urllib.request.urlopen(f"{address}/app/static/fonts/source-sans-3-latin-400-normal.woff2") as font:
        assert font.status == 200
