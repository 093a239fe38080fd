"""Keys that answer: the question that has the focus takes them, the next one follows, and no text is taken for one."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from assessment.domain.answered.entries import AnswerKind
from benchmarks.clicking import browser_page
from tests.journeys.written import App, note_field, question_of

pytestmark = pytest.mark.browser
SAVED = re.compile(r"Saved.*\d\d:\d\d:\d\d")
QUICK = "3014d5"
"""Ten keys a second, for the first questions."""


def choice(page: Page, item_id: str, place: int = 0) -> Locator:
    return question_of(page, item_id).locator("input[type=radio]").nth(place)


@pytest.fixture
def page() -> Iterator[Page]:
    """A window without a touch screen, so that the page tells the keys."""
    with browser_page() as page:
        page.set_default_timeout(60_000)
        yield page


def test_keys_answer_one_question_after_the_other_and_the_focus_is_never_lost(app: App, page: Page) -> None:
    count = len(QUICK)
    page.goto(f"http://127.0.0.1:{app.port}{app.path()}")
    expect(page.get_by_text("0 to 5 the statements from first to last")).to_be_visible()
    page.wait_for_function(  # keys pressed before their script is there are nobody's
        "() => window.plumblineAnswering"
        " && document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'"
    )
    choice(page, app.item_ids[0]).focus()
    page.keyboard.type(QUICK, delay=100)
    for item_id in app.item_ids[:count]:
        expect(question_of(page, item_id).get_by_text(SAVED)).to_be_visible()

    answers = [app.question(item_id).as_is for item_id in app.item_ids[:count]]
    assert [one and one.code for one in answers] == [None if key == "d" else int(key) for key in QUICK]
    assert [one and one.kind for one in answers].count(AnswerKind.DONT_KNOW) == 1
    expect(choice(page, app.item_ids[count])).to_be_focused()
    expect(question_of(page, app.item_ids[count])).to_be_in_viewport()

    asked = question_of(page, app.item_ids[count])
    page.keyboard.press("n")
    why = asked.get_by_label("Why does it not apply here?")
    expect(why).to_be_focused()
    page.keyboard.type("No desk: 3 nights, Dublin", delay=30)
    page.keyboard.press("Enter")
    expect(asked.get_by_text(SAVED)).to_be_visible()
    expect(choice(page, app.item_ids[count + 1])).to_be_focused()
    given = app.question(app.item_ids[count]).as_is
    assert given is not None
    assert given.reason == "No desk: 3 nights, Dublin"

    written = note_field(page, app.item_ids[0])
    written.focus()
    page.keyboard.type("5 of 2 nights", delay=30)
    expect(question_of(page, app.item_ids[0]).get_by_text("Kept in this browser, not saved yet")).to_be_hidden()
    expect(written).to_be_focused()
    page.keyboard.press("Control+4")
    choice(page, app.item_ids[0], 3).focus()
    page.keyboard.press("Control+4")
    kept = app.question(app.item_ids[0])
    assert kept.note is not None
    assert (kept.note.text, kept.as_is and kept.as_is.code) == ("5 of 2 nights", 3)

    choice(page, app.item_ids[count + 1]).focus()
    page.keyboard.down("2")
    page.keyboard.down("2")  # it is held: the browser repeats it
    page.keyboard.up("2")
    expect(question_of(page, app.item_ids[count + 1]).get_by_text(SAVED)).to_be_visible()
    expect(choice(page, app.item_ids[count + 2])).to_be_focused()
    assert app.question(app.item_ids[count + 2]).as_is is None

    page.keyboard.press("Alt+j")
    expect(page.locator(".st-key-questions input[type=radio]").first).to_be_focused()
