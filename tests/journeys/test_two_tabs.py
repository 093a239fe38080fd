"""Two tabs on one assessment: what one saves the other neither overwrites nor calls saved; and whose click it was."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from benchmarks.clicking import browser_page
from benchmarks.serving import served

pytestmark = pytest.mark.browser
SAMPLE = "sample-tamarind-mutual"
WHO, OTHER = "respondent-02", "respondent-03"
PROCESS = "incident-management"
SCREENS = [{"width": 1440, "height": 900}, {"width": 390, "height": 844}]
TIMED = re.compile(r"Saved.*\d\d:\d\d:\d\d")


class App:
    """A running app on a database of its own, with two tabs of one browser."""

    def __init__(self, folder: Path, address: str, first: Page) -> None:
        self.address = address
        self.first = first
        self.second = first.context.new_page()
        self.second.set_default_timeout(20_000)
        self._file = folder / "plumbline.db"

    def stored(self, query: str, *values: str) -> list[tuple[object, ...]]:
        """Rows of the database, read beside the app that has it open."""
        with closing(sqlite3.connect(f"file:{self._file}?mode=ro", uri=True)) as connection:
            return [tuple(row) for row in connection.execute(query, values)]

    def note_of(self, item_id: str) -> list[tuple[object, ...]]:
        return self.stored(
            "select text from note where assessment_id = ? and respondent_id = ? and item_id = ? and kind = 'note'",
            SAMPLE,
            WHO,
            item_id,
        )

    def answer_of(self, respondent_id: str, item_id: str) -> list[tuple[object, ...]]:
        return self.stored(
            "select answer_kind, answer_code from rating where assessment_id = ? and respondent_id = ? and item_id = ? "
            "and horizon = 'as-is'",
            SAMPLE,
            respondent_id,
            item_id,
        )

    def open(self, page: Page, respondent_id: str = WHO) -> None:
        where = f"assessment={SAMPLE}&respondent={respondent_id}&process={PROCESS}"
        page.goto(f"{self.address}/questionnaire?{where}")
        page.locator("[class*='st-key-question-']").nth(19).wait_for()


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    folder = tmp_path_factory.mktemp("two-tabs")
    with served(folder) as address, browser_page() as page:
        page.set_default_timeout(20_000)
        yield App(folder, address, page)


def question(page: Page, number: int) -> Locator:
    return page.locator("[class*='st-key-question-']").nth(number)


def item_id_of(page: Page, number: int) -> str:
    classes = str(question(page, number).get_attribute("class"))
    return classes.split("st-key-question-")[1].split()[0].replace("--", ".")


def note_field(page: Page, number: int) -> Locator:
    """The note of a question, unfolded."""
    asked = question(page, number)
    asked.get_by_text("Note and evidence").click()
    field = asked.get_by_label("Note: what was said")
    expect(field).to_be_visible()
    return field


def written(field: Locator, text: str) -> None:
    """Type it at human speed in place of what is there, and leave the field."""
    field.click()
    field.press("Control+a")
    field.press_sequentially(text, delay=40)
    field.press("Tab")


def two_who_write(app: App, number: int) -> Locator:
    """The note of the second tab, written after the first tab saved and the question was drawn again; conflicting."""
    for page in (app.first, app.second):
        app.open(page)
    theirs, mine = note_field(app.first, number), note_field(app.second, number)
    written(theirs, "Written first.")
    expect(question(app.first, number).get_by_text(TIMED).first).to_be_visible()

    options = question(app.second, number).get_by_test_id("stRadioOption")
    chosen = options.nth(1) if options.nth(2).locator("input").is_checked() else options.nth(2)
    chosen.click()
    expect(question(app.second, number).get_by_text("Somebody else saved").first).to_be_visible()
    written(mine, "Written second.")
    expect(question(app.second, number).get_by_text("Not saved.").first).to_be_visible()
    return mine


def test_a_note_over_a_text_that_was_saved_meanwhile_is_refused_and_both_stand_there(app: App) -> None:
    mine = two_who_write(app, 0)

    asked, item_id = question(app.second, 0), item_id_of(app.second, 0)
    assert app.note_of(item_id) == [("Written first.",)]
    expect(asked.get_by_text("Written first.")).to_be_visible()
    expect(asked.get_by_test_id("stText").get_by_text("Written second.")).to_be_visible()
    expect(mine).to_have_value("Written second.")
    expect(asked.locator("[class*='st-key-conflict']")).to_be_visible()
    asked.get_by_role("button", name="Keep theirs").click()
    expect(mine).to_have_value("Written first.")
    assert app.note_of(item_id) == [("Written first.",)]


def test_typing_on_after_the_conflict_overwrites_nothing_until_the_reader_chose(app: App) -> None:
    mine = two_who_write(app, 1)
    asked, item_id = question(app.second, 1), item_id_of(app.second, 1)

    written(mine, "Written second, and more.")
    expect(asked.get_by_test_id("stText").get_by_text("Written second, and more.")).to_be_visible()
    assert app.note_of(item_id) == [("Written first.",)]
    asked.get_by_role("button", name="Save mine").click()
    expect(asked.get_by_text(TIMED).first).to_be_visible()

    assert app.note_of(item_id) == [("Written second, and more.",)]
    expect(asked.locator("[class*='st-key-conflict']")).to_have_count(0)


@pytest.mark.parametrize("delay", [0, 40, 80, 150])
def test_a_click_within_an_instant_of_changing_the_person_is_never_kept_for_another(app: App, delay: int) -> None:
    page = app.first
    app.open(page)
    item_id = item_id_of(page, 3)
    before = {one: app.answer_of(one, item_id) for one in (WHO, OTHER)}
    name = page.locator(".st-key-in-sight").inner_text().split(" · ")[1]
    names = {
        str(row[0]): str(row[1]) for row in app.stored("select id, name from person where assessment_id = ?", SAMPLE)
    }
    (person,) = app.stored("select name from respondent where assessment_id = ? and id = ?", SAMPLE, OTHER)
    box = page.get_by_role("combobox", name="Who answers")
    box.click()
    option = page.get_by_role("option", name=re.compile(names[str(person[0])]))
    free = next(code for code in range(6) if all(("rated", code) not in answers for answers in before.values()))

    option.click(no_wait_after=True)
    page.wait_for_timeout(delay)
    seen = page.evaluate(
        """(choice) => {
          const seen = document.querySelector('.st-key-in-sight').innerText;
          const box = document.querySelectorAll("[class*='st-key-question-']")[3];
          box.querySelectorAll('[data-testid=stRadioOption] input')[choice].click();
          return seen;
        }""",
        free,
    )
    expect(page.locator(".st-key-in-sight")).not_to_contain_text(name)
    page.wait_for_timeout(1500)

    assert app.answer_of(WHO, item_id) == before[WHO]
    if name in seen:  # the questions of the person before stood there
        assert app.answer_of(OTHER, item_id) == before[OTHER]
        expect(page.get_by_text("A click came while the person was being changed.")).to_be_visible()
    else:
        assert app.answer_of(OTHER, item_id) == [("rated", free)]


@pytest.mark.parametrize(
    "screen", [{"width": 1440, "height": 900}, {"width": 390, "height": 844}], ids=["wide", "phone"]
)
def test_person_and_process_stay_in_sight_while_one_scrolls(app: App, screen: dict[str, int]) -> None:
    page = app.first
    page.set_viewport_size(screen)  # type: ignore[arg-type]  # a ViewportSize
    app.open(page)
    question(page, 19).scroll_into_view_if_needed()
    line = page.locator(".st-key-in-sight")

    expect(line).to_contain_text("Incident Management")
    expect(line).to_be_in_viewport(ratio=1)
    header = page.get_by_test_id("stHeader").bounding_box()
    place = line.bounding_box()
    assert header is not None
    assert place is not None
    assert abs(place["y"] - header["height"]) <= 1
    assert place["height"] <= 48
