"""Nothing typed is lost: a note typed at ten keys a second is stored whole or offered again, however it is left."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.far import IS_FAR
from tests.journeys.slow_line import slow_line
from tests.journeys.written import PROCESS, App, choose, note_field, offered, question_of, type_slowly

pytestmark = pytest.mark.browser
TEXT = "12 of “Łódź” at night 🌙 END"
DELAY_SECONDS = 0.3
DISTANCES = ("near", "300 ms away") if IS_FAR else ("near",)


@pytest.fixture(scope="module", params=DISTANCES)
def address(app: App, request: pytest.FixtureRequest) -> Iterator[str]:
    if request.param == "near":
        yield f"http://127.0.0.1:{app.port}"
        return
    with slow_line(f"http://127.0.0.1:{app.port}", delay=DELAY_SECONDS) as line:
        yield line


def by_a_click_on_the_page(page: Page, app: App) -> None:
    page.get_by_role("heading", level=1).click()


def by_tab(page: Page, app: App) -> None:
    page.keyboard.press("Tab")


def by_a_link_at_the_top(page: Page, app: App) -> None:
    page.get_by_role("link", name="Results").click()


def by_a_tap_on_a_link(page: Page, app: App) -> None:
    page.get_by_role("link", name="Results").tap()


def by_another_answer(page: Page, app: App) -> None:
    question_of(page, app.item_ids[-1]).get_by_test_id("stRadioOption").nth(2).click()


def by_alt_j(page: Page, app: App) -> None:
    page.keyboard.press("Alt+j")


def by_alt_k(page: Page, app: App) -> None:
    page.keyboard.press("Alt+k")


def by_going_back(page: Page, app: App) -> None:
    page.go_back()


def by_a_reload(page: Page, app: App) -> None:
    page.reload()


def by_closing_the_tab(page: Page, app: App) -> None:
    page.close()


def by_another_person(page: Page, app: App) -> None:
    choose(page, page.get_by_test_id("stSelectbox").first, 1)


def by_a_server_that_died(page: Page, app: App) -> None:
    """Half of the text is typed with nobody there."""
    app.start()


WAYS: tuple[Callable[[Page, App], None], ...] = (
    by_a_click_on_the_page,
    by_tab,
    by_a_link_at_the_top,
    by_a_tap_on_a_link,
    by_another_answer,
    by_alt_j,
    by_alt_k,
    by_going_back,
    by_a_reload,
    by_closing_the_tab,
    by_another_person,
    by_a_server_that_died,
)


@pytest.mark.parametrize("leave", WAYS if IS_FAR else WAYS[:1], ids=lambda way: way.__name__)
def test_a_note_that_is_left_is_stored_whole_or_offered_again(
    app: App, address: str, context: BrowserContext, leave: Callable[[Page, App], None], request: pytest.FixtureRequest
) -> None:
    is_far = "300" in request.node.name
    item_id = app.item_ids[WAYS.index(leave)]
    text = f"{TEXT} {'far' if is_far else 'near'}"
    page = context.new_page()
    if leave is by_going_back:  # to another place of the app, not out of it
        page.goto(address + app.overview_path())
        page.locator(f"[class*='-open-{PROCESS}'] button").click()
    else:
        page.goto(address + app.path())
    written = note_field(page, item_id)
    written.fill("")
    written.focus()

    if leave is by_a_server_that_died:
        type_slowly(page, text[: len(text) // 2])
        app.kill()
        type_slowly(page, text[len(text) // 2 :])
    else:
        type_slowly(page, text)
    leave(page, app)

    page = page if not page.is_closed() else context.new_page()
    page.wait_for_timeout(1500)
    page.goto(address + app.path())
    note_field(page, item_id)
    page.wait_for_timeout(1500)
    note = app.note(item_id)
    found = ([note.text] if note is not None else []) + offered(question_of(page, item_id))
    request.node.user_properties.append(("found", "stored" if note is not None and note.text == text else "offered"))
    assert text in found
