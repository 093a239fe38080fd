"""A field of text: its sign, its draft, its limit, and the keys that are its own."""

from __future__ import annotations

import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from assessment.domain.answered.entries import NOTE_LIMIT, PERSON_NAME_LIMIT
from assessment.services.authority import LOCAL_ACTOR
from tests.far import far
from tests.journeys.written import PROCESS, TYPIST, App, note_field, offered, question_of, type_slowly, unfold

pytestmark = pytest.mark.browser
KEPT_HERE = "Kept in this browser, not saved yet"
SAVED = re.compile(r"Saved.*\d\d:\d\d:\d\d")
DAY_MILLISECONDS = 24 * 3600 * 1000
ALT = 1


@pytest.fixture
def page(app: App, context: BrowserContext) -> Page:
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{app.port}{app.path()}")
    return page


def saved_sign(page: Page, item_id: str) -> Locator:
    """The sign beside the note: the first that a field can hide."""
    return question_of(page, item_id).locator("[class*='-sign']").get_by_text(SAVED).first


def leave_a_draft(page: Page, app: App, item_id: str, text: str, days_ago: float = 0.1) -> None:
    """What a tab that was closed, or that broke, leaves behind; then the page anew."""
    key = f"plumbline:draft:questionnaire:{app.assessment_id}:{TYPIST}:{item_id}:note"
    drafts = [{"visit": "another", "text": text, "at": page.evaluate("Date.now()") - days_ago * DAY_MILLISECONDS}]
    page.evaluate("([key, drafts]) => localStorage.setItem(key, drafts)", [key, json.dumps(drafts)])
    page.reload()


def drafts_left(page: Page) -> list[str]:
    found: list[str] = page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('plumbline:draft:'))")
    return found


def paste(page: Page, context: BrowserContext, text: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
    page.keyboard.press("Control+v")


def process_of(page: Page) -> str:
    return parse_qs(urlsplit(page.url).query)["process"][0]


def test_the_sign_says_saved_only_of_what_is_stored_and_typing_goes_on_where_it_was(app: App, page: Page) -> None:
    item_id = app.item_ids[0]
    written = note_field(page, item_id)
    written.focus()
    type_slowly(page, "Twoof three")
    expect(question_of(page, item_id).get_by_text(KEPT_HERE)).to_be_visible()
    expect(saved_sign(page, item_id)).to_be_hidden()
    expect(saved_sign(page, item_id)).to_be_visible()
    expect(question_of(page, item_id).get_by_text(KEPT_HERE)).to_be_hidden()
    note = app.note(item_id)
    assert note is not None
    assert note.text == "Twoof three"

    written.evaluate("(field) => field.setSelectionRange(3, 3)")
    type_slowly(page, " ")
    expect(question_of(page, item_id).get_by_text(KEPT_HERE)).to_be_visible()
    expect(question_of(page, item_id).get_by_text(KEPT_HERE)).to_be_hidden()
    expect(written).to_be_focused()
    assert written.evaluate("(field) => field.selectionStart") == 4
    type_slowly(page, "out ")
    expect(question_of(page, item_id).get_by_text(KEPT_HERE)).to_be_hidden()

    note = app.note(item_id)
    assert note is not None
    assert note.text == "Two out of three"
    assert drafts_left(page) == []


def test_a_draft_is_offered_again_and_taken_only_when_somebody_says_so(app: App, page: Page) -> None:
    item_id = app.item_ids[1]
    leave_a_draft(page, app, item_id, "Not saved, <b>never</b>.")
    expect(page.get_by_role("button", name=re.compile("Note and evidence$")).first).to_be_visible()
    written = note_field(page, item_id)
    assert offered(question_of(page, item_id)) == ["Not saved, <b>never</b>."]
    assert app.note(item_id) is None

    written.focus()
    type_slowly(page, "Something else.")
    expect(saved_sign(page, item_id)).to_be_visible()
    note = app.note(item_id)
    assert note is not None
    assert note.text == "Something else."
    assert offered(question_of(page, item_id)) == ["Not saved, <b>never</b>."]

    page.get_by_role("button", name="Take this text").click()
    expect(written).to_have_value("Not saved, <b>never</b>.")
    expect(page.locator(".writing-offer")).to_have_count(0)
    expect(question_of(page, item_id).get_by_text(KEPT_HERE)).to_be_hidden()

    note = app.note(item_id)
    assert note is not None
    assert note.text == "Not saved, <b>never</b>."
    assert drafts_left(page) == []


@far
def test_a_draft_that_is_dropped_changes_nothing_and_an_old_one_goes_by_itself(app: App, page: Page) -> None:
    item_id = app.item_ids[2]
    leave_a_draft(page, app, item_id, "Twenty-nine days.", days_ago=29)
    note_field(page, item_id)
    expect(page.locator(".writing-offer")).to_have_count(1)
    page.get_by_role("button", name="Drop it").click()
    expect(page.locator(".writing-offer")).to_have_count(0)
    assert drafts_left(page) == []

    leave_a_draft(page, app, item_id, "Thirty-one days.", days_ago=31)
    note_field(page, item_id)
    page.wait_for_timeout(1000)

    assert offered(question_of(page, item_id)) == []
    assert drafts_left(page) == []
    assert app.note(item_id) is None


@far
def test_no_shortcut_fires_in_a_field_and_option_n_types_its_letter(app: App, page: Page) -> None:
    item_id = app.item_ids[3]
    written = note_field(page, item_id)
    written.focus()
    type_slowly(page, "Se")
    console = page.context.new_cdp_session(page)
    option_n = {"modifiers": ALT, "key": "ñ", "code": "KeyN", "windowsVirtualKeyCode": 78}
    console.send("Input.dispatchKeyEvent", {**option_n, "type": "keyDown", "text": "ñ"})
    console.send("Input.dispatchKeyEvent", {**option_n, "type": "keyUp"})
    type_slowly(page, "or")
    for shortcut in ("Alt+n", "Alt+j", "Alt+k"):
        page.keyboard.press(shortcut)
    page.wait_for_timeout(2000)

    assert process_of(page) == PROCESS
    expect(written).to_be_focused()
    expect(written).to_have_value("Señor")
    expect(question_of(page, item_id).get_by_text(KEPT_HERE)).to_be_hidden()
    note = app.note(item_id)
    assert note is not None
    assert note.text == "Señor"

    page.get_by_test_id("stSelectbox").nth(1).locator("input").focus()
    page.keyboard.press("Alt+j")
    page.wait_for_timeout(1500)
    assert process_of(page) == PROCESS

    page.get_by_role("heading", level=1).click()
    page.keyboard.press("Alt+j")
    page.keyboard.press("Alt+k")
    page.wait_for_timeout(2000)
    assert process_of(page) != PROCESS


def test_a_paste_over_the_limit_says_what_was_kept(app: App, page: Page, context: BrowserContext) -> None:
    item_id = app.item_ids[4]
    written = note_field(page, item_id)
    written.focus()
    type_slowly(page, "So: ")
    paste(page, context, "x" * (NOTE_LIMIT - 9) + "kept! and 🌙 gone")
    told = question_of(page, item_id).locator(".writing-told")
    expect(told).to_contain_text("The field takes 10,000 characters")
    expect(told).to_contain_text("of the 10,008 you added the first 9,996 were kept")
    expect(told).to_contain_text("kept!”")
    expect(question_of(page, item_id).get_by_text(KEPT_HERE)).to_be_hidden()

    note = app.note(item_id)
    assert note is not None
    assert note.text == "So: " + "x" * (NOTE_LIMIT - 9) + "kept!"
    page.keyboard.type("y")
    expect(told).to_contain_text("what you typed last was left out")


@far
def test_a_name_that_is_too_long_is_cut_in_words_and_an_added_person_leaves_no_draft(
    app: App, page: Page, context: BrowserContext
) -> None:
    page.goto(f"http://127.0.0.1:{app.port}/set-up?assessment={app.assessment_id}")
    page.get_by_role("tab", name="People").click()
    name = page.get_by_label("Name (optional)")
    name.focus()
    paste(page, context, "N" * (PERSON_NAME_LIMIT + 30))
    expect(page.locator(".writing-told")).to_contain_text("of the 150 you added the first 120 were kept")
    expect(page.get_by_text(KEPT_HERE)).to_be_visible()
    page.get_by_role("button", name="Add").first.click()
    expect(name).to_have_value("")
    page.wait_for_timeout(2000)

    assert page.locator(".writing-offer").count() == 0
    assert drafts_left(page) == []
    with app.opened() as plumbline:
        people = plumbline.assessments.load(LOCAL_ACTOR, app.assessment_id).respondents
    assert "N" * PERSON_NAME_LIMIT in [person.name for person in people]


def test_a_statement_is_taken_with_one_click_and_its_reason_is_kept_as_it_is_typed(app: App, page: Page) -> None:
    item_id = app.item_ids[5]
    asked = unfold(page, item_id, "Agree in the room")
    asked.get_by_role("radiogroup", name="The room agrees on").get_by_test_id("stRadioOption").nth(3).click()
    expect(asked.get_by_text(SAVED).last).to_be_visible()
    reason = asked.get_by_label("Reason, in the room's words")
    reason.focus()
    type_slowly(page, "All 5 saw it.")
    expect(asked.get_by_text(KEPT_HERE)).to_be_visible()
    expect(asked.get_by_text(KEPT_HERE)).to_be_hidden()
    expect(reason).to_be_focused()

    kept = app.question(item_id)
    assert kept.agreed is not None
    assert (kept.agreed.note, kept.agreed.answer.code, kept.as_is) == ("All 5 saw it.", 3, None)
    assert drafts_left(page) == []


def test_a_commentary_is_kept_as_it_is_typed_and_when_one_leaves_at_once(app: App, page: Page) -> None:
    address = f"http://127.0.0.1:{app.port}/commentary?assessment={app.assessment_id}&place=introduction"
    page.goto(address)
    written = page.get_by_label("Your text")
    written.focus()
    type_slowly(page, "# Why we came\nTo *see*.")
    expect(page.get_by_text(KEPT_HERE)).to_be_hidden()
    expect(page.get_by_role("heading", name="Why we came")).to_be_visible()  # how it prints
    expect(written).to_be_focused()
    type_slowly(page, " And")
    page.get_by_role("link", name="Results").first.click()
    page.get_by_role("heading", level=1, name="Where do we stand?").wait_for()
    assert own_text(app) == "# Why we came\nTo *see*. And"

    page.goto(address)
    expect(written).to_have_value("# Why we came\nTo *see*. And")
    written.press("Control+End")
    type_slowly(page, " more")
    page.reload()
    written.wait_for()
    left = page.locator(".writing-offer blockquote").all_text_contents()
    assert own_text(app) == "# Why we came\nTo *see*. And more" or left == ["# Why we came\nTo *see*. And more"]


def own_text(app: App) -> str:
    with app.opened() as plumbline:
        (text,) = plumbline.assessments.load(LOCAL_ACTOR, app.assessment_id).texts
    return text.text
