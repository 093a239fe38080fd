"""Two tabs on one assessment: what one saves the other neither overwrites nor calls saved; and whose click it was.

`make test` goes the two ways in which a text or an answer was lost; `make soak` goes the others too.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from assessment.domain.answered.assessment import Assessment
from assessment.services.authority import LOCAL_ACTOR
from tests.far import far
from tests.journeys.written import PROCESS, App, note_field, question_of, unfold

pytestmark = pytest.mark.browser
OTHER_PROCESS = "change-management"
TIMED = re.compile(r"Saved.*\d\d:\d\d:\d\d")
SOMEBODY_ELSE = "Somebody else saved"
REFUSED = "A click came while the questions were being changed."


@pytest.fixture
def tabs(app: App, context: BrowserContext) -> tuple[Page, Page]:
    """Two tabs with the questions of one person and process."""
    first, second = context.new_page(), context.new_page()
    for page in (first, second):
        page.goto(address(app, app.path()))
        question_of(page, app.item_ids[0]).wait_for()
    return first, second


def address(app: App, path: str) -> str:
    return f"http://127.0.0.1:{app.port}{path}"


def write(field: Locator, text: str) -> None:
    """Put a text in place of what is there by keys, and leave the field."""
    field.click()
    field.press("Control+a")
    field.press("Delete")
    if text:
        field.press_sequentially(text, delay=20)
    field.press("Tab")


def choose(page: Page, item_id: str, code: int) -> None:
    question_of(page, item_id).get_by_test_id("stRadioOption").nth(code).click()


def stored(app: App) -> Assessment:
    with app.opened() as plumbline:
        return plumbline.assessments.load(LOCAL_ACTOR, app.assessment_id)


def text_of(app: App, item_id: str) -> str | None:
    note = app.note(item_id)
    return None if note is None else note.text


def two_who_write(app: App, tabs: tuple[Page, Page], item_id: str) -> tuple[Locator, Locator]:
    """The question and the note's field of the second tab, drawn again after the first tab saved."""
    theirs, mine = (note_field(page, item_id) for page in tabs)
    write(theirs, "Written first.")
    expect(question_of(tabs[0], item_id).get_by_text(TIMED).first).to_be_visible()
    choose(tabs[1], item_id, 2)
    asked = question_of(tabs[1], item_id)
    expect(asked.get_by_text(SOMEBODY_ELSE).first).to_be_visible()
    return asked, mine


def test_a_note_over_a_text_that_was_saved_meanwhile_is_refused_until_the_reader_chose(
    app: App, tabs: tuple[Page, Page]
) -> None:
    item_id = app.item_ids[0]
    asked, mine = two_who_write(app, tabs, item_id)

    write(mine, "Written second.")

    expect(asked.get_by_text("Not saved.").first).to_be_visible()
    expect(asked.get_by_test_id("stText").get_by_text("Written first.")).to_be_visible()
    expect(asked.get_by_test_id("stText").get_by_text("Written second.")).to_be_visible()
    expect(mine).to_have_value("Written second.")
    assert text_of(app, item_id) == "Written first."

    write(mine, "Written second, and more.")
    expect(asked.get_by_test_id("stText").get_by_text("Written second, and more.")).to_be_visible()
    assert text_of(app, item_id) == "Written first."
    asked.get_by_role("button", name="Save mine").click()
    expect(asked.locator("[class*='st-key-conflict']")).to_have_count(0)
    expect(asked.get_by_text(TIMED).first).to_be_visible()
    assert text_of(app, item_id) == "Written second, and more."


@far
def test_emptying_a_note_that_was_saved_meanwhile_removes_nothing(app: App, tabs: tuple[Page, Page]) -> None:
    item_id = app.item_ids[1]
    asked, mine = two_who_write(app, tabs, item_id)
    write(mine, "x")
    write(mine, "")
    expect(asked.get_by_text("Written first.").first).to_be_visible()
    assert text_of(app, item_id) == "Written first."
    asked.get_by_role("button", name=re.compile("Keep theirs|Show it here")).click()
    expect(mine).to_have_value("Written first.")
    assert text_of(app, item_id) == "Written first."


@far
def test_an_agreed_value_is_neither_overwritten_nor_withdrawn_unseen(app: App, tabs: tuple[Page, Page]) -> None:
    item_id = app.item_ids[2]
    first, second = (unfold(page, item_id, "Agree in the room") for page in tabs)
    for asked in (first, second):
        votes_of(asked).first.wait_for()
    votes_of(first).nth(4).click()
    expect(first.get_by_text(TIMED).first).to_be_visible()

    votes_of(second).nth(3).click()
    expect(second.get_by_text("Not saved.").first).to_be_visible()
    assert agreed_code(app, item_id) == 4
    second.get_by_role("button", name="Save mine").click()
    expect(second.get_by_text("Not saved.")).to_have_count(0)
    assert agreed_code(app, item_id) == 3

    first.get_by_role("button", name="Withdraw it").click()
    expect(first.get_by_text("Not saved.").first).to_be_visible()
    assert agreed_code(app, item_id) == 3


def votes_of(asked: Locator) -> Locator:
    """The statements that the room takes one of."""
    return asked.locator("[class*='agreed-as-is-votes']").get_by_test_id("stRadioOption")


def agreed_code(app: App, item_id: str) -> int | None:
    agreed = app.question(item_id).agreed
    return None if agreed is None else agreed.answer.code


@far
def test_two_people_take_different_processes_out_of_the_scope_and_both_win(app: App, context: BrowserContext) -> None:
    with app.opened() as plumbline:
        framework = plumbline.assessments.framework(LOCAL_ACTOR, app.assessment_id)
    names = {one: framework.process_by_id[one].name for one in (PROCESS, OTHER_PROCESS)}
    added = [one for one in framework.processes if one.id not in names][:2]
    pages = [context.new_page() for _ in added]
    for page in pages:
        page.goto(address(app, f"/set-up?assessment={app.assessment_id}&section=Scope"))
        page.get_by_role("checkbox", name=added[0].name).wait_for()
    for page, process in zip(pages, added, strict=True):
        page.get_by_text(process.name, exact=True).first.click()
    for page in pages:
        expect(page.get_by_text(TIMED).first).to_be_visible()
    assert {one.id for one in added} | set(names) == set(stored(app).scope)
    for page, process in zip(pages, added, strict=True):
        page.get_by_text(process.name, exact=True).first.click()
    for page, process in zip(pages, added, strict=True):
        expect(page.get_by_role("checkbox", name=process.name)).not_to_be_checked()
        page.wait_for_timeout(1000)
    assert set(names) == set(stored(app).scope)


def is_rated(app: App, respondent_id: str, item_id: str) -> bool:
    with app.opened() as plumbline:
        answer = plumbline.answering.question(LOCAL_ACTOR, app.assessment_id, respondent_id, item_id).as_is
    return answer is not None


CLICK = """
([box, choice]) => {
  const seen = document.querySelector('.st-key-in-sight').innerText;
  const question = document.querySelector(`.st-key-question-${box}`);
  if (!question) return [null, false];
  question.querySelectorAll('[data-testid=stRadioOption] input')[choice].click();
  return [seen, Boolean(document.querySelector('.switching-notice'))];
}
"""
"""Clicks an answer at once, without the checks of the browser's driver; who and what was in sight, null where the
question was gone, and whether the click was refused in the browser.
"""


def click_after_switching(
    app: App, page: Page, box: str, option: str, delay: int, item_id: str
) -> tuple[str | None, bool]:
    """Choose in a box, and `delay` milliseconds later click an answer of a question of before; what was in sight, and
    whether the click was said to be refused.
    """
    page.goto(address(app, app.path()))
    question_of(page, item_id).wait_for()
    page.wait_for_timeout(1500)
    page.get_by_role("combobox", name=box).click()
    page.get_by_role("option", name=option).click(no_wait_after=True)
    page.wait_for_timeout(delay)
    seen, is_refused = page.evaluate(CLICK, [item_id.replace(".", "--"), 3])
    expect(page.locator(".st-key-in-sight")).to_contain_text(option)
    page.wait_for_timeout(1500)
    return seen, is_refused or page.get_by_text(REFUSED).is_visible()


@pytest.mark.parametrize("delay", [60, *(pytest.param(one, marks=far) for one in (0, 30, 100, 150))])
def test_a_click_within_an_instant_of_changing_the_person_is_never_kept_for_the_one_before(
    app: App, context: BrowserContext, delay: int
) -> None:
    page, item_id = context.new_page(), app.item_ids[5 + delay // 30]
    seen, is_refused = click_after_switching(app, page, "Who answers", "Person 2", delay, item_id)
    assert not is_rated(app, "r1", item_id)
    if seen is not None and "Person 1" in seen:
        assert not is_rated(app, "r2", item_id)
    assert is_rated(app, "r2", item_id) != is_refused


@far
@pytest.mark.parametrize("delay", [0, 60, 150])
def test_a_click_within_an_instant_of_changing_the_process_is_kept_for_it_or_refused_and_the_change_holds(
    app: App, context: BrowserContext, delay: int
) -> None:
    page, item_id = context.new_page(), app.item_ids[12 + delay // 30]
    seen, is_refused = click_after_switching(app, page, "Process", "Change Management", delay, item_id)
    if seen is not None:  # the questions of the process before stood there
        assert is_rated(app, "r1", item_id) != is_refused
    expect(page).to_have_url(re.compile("process=change-management"))
