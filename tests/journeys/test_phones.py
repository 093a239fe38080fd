"""Phones in a room, in a real Chromium at 390 px: nothing chosen or typed is lost, whatever happens to the network."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from assessment.views.wording.workshop import phone as words
from benchmarks.clicking import CHROMIUM, CHROMIUM_FLAGS
from tests.far import far
from tests.journeys.rooms import OpenRoom, choose, join, line, opened_room, phone
from tests.journeys.test_every_screen import AXE, AXE_SCRIPT, THEMES
from tests.journeys.written import App, type_slowly

SAVED = words.SAVED


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(CHROMIUM_FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def room(app: App) -> OpenRoom:
    return opened_room(app)


def codes(room: OpenRoom, item_id: str) -> list[int | None]:
    """What is kept of a question, by code."""
    return sorted((vote.answer.code for vote in room.votes(item_id)), key=str)


def test_three_phones_vote_change_see_the_reveal_and_vote_again_over_a_restart(
    app: App, room: OpenRoom, chromium: Browser
) -> None:
    contexts = [phone(chromium) for _ in range(3)]
    ann, ben, cem = (join(one, room, name) for one, name in zip(contexts, ("Ann", "Ben", "Cem"), strict=True))
    expect(ann.get_by_role("heading", name=words.LOBBY_TITLE)).to_be_visible()
    item_id = room.ask()
    for page, letter in ((ann, "B"), (ben, "B"), (cem, "F")):
        choose(page, letter)
        expect(line(page)).to_have_text(SAVED)
    choose(ann, "C")
    expect(line(ann)).to_have_text(SAVED)
    expect(ben.locator("#count")).to_have_text("3 of 3 are in")

    ann.reload()
    expect(ann.get_by_role("radio", checked=True)).to_have_value("2")
    app.kill()
    choose(ben, "A")  # while there is no server
    expect(line(ben)).to_have_text(words.KEPT)
    app.start()
    expect(line(ben)).to_have_text(SAVED)
    assert codes(room, item_id) == [0, 2, 5]

    room.reveal()
    expect(cem.get_by_text("You chose: F.")).to_be_visible()
    expect(cem.get_by_text(words.SAY_WHY)).to_be_visible()
    expect(ann.get_by_text("You chose: C.")).to_be_visible()
    expect(ann.locator("tr.own th")).to_have_text("C")
    room.again()
    expect(cem.get_by_text(words.former("F"))).to_be_visible()
    expect(cem.get_by_role("radio", checked=True)).to_have_count(0)
    choose(cem, "D")
    expect(line(cem)).to_have_text(SAVED)
    room.reveal()
    expect(cem.get_by_text("You chose: D.")).to_be_visible()
    room.close()
    expect(ann.get_by_role("heading", name=words.CLOSED_TITLE)).to_be_visible()
    for context in contexts:
        context.close()


def test_what_was_chosen_and_typed_offline_survives_a_reload_and_is_sent_once(
    room: OpenRoom, chromium: Browser
) -> None:
    context = phone(chromium)
    page = join(context, room, "Ann")
    item_id = room.ask()
    expect(page.locator("form.vote")).to_be_visible()
    sent: list[str] = []
    context.set_offline(True)
    choose(page, "D")
    page.get_by_label(words.COMMENT).fill("only at night")
    expect(line(page)).to_have_text(words.KEPT)
    page.wait_for_timeout(6_000)  # it goes on trying meanwhile
    other = context.new_page()  # the tab was thrown out of memory, as phones do under a lock screen
    page.close()
    context.set_offline(False)
    other.on("request", lambda request: sent.append(request.post_data or "") if "/vote" in request.url else None)
    other.goto(f"{room.address}/room")
    expect(line(other)).to_have_text(SAVED)
    (vote,) = room.votes(item_id)
    assert (vote.answer.code, vote.comment) == (3, "only at night")
    assert len(sent) == 1
    other.reload()
    expect(other.get_by_role("radio", checked=True)).to_have_value("3")
    expect(other.get_by_label(words.COMMENT)).to_have_value("only at night")
    other.wait_for_timeout(1_000)
    assert len(sent) == 1
    context.close()


def test_a_vote_cast_offline_while_the_room_was_revealed_is_kept_as_a_late_one(
    room: OpenRoom, chromium: Browser
) -> None:
    contexts = [phone(chromium) for _ in range(2)]
    ann, ben = (join(one, room, name) for one, name in zip(contexts, ("Ann", "Ben"), strict=True))
    item_id = room.ask()
    choose(ann, "B")
    expect(line(ann)).to_have_text(SAVED)
    expect(ben.locator("form.vote")).to_be_visible()
    contexts[1].set_offline(True)
    choose(ben, "E")
    expect(line(ben)).to_have_text(words.KEPT)
    room.reveal()
    contexts[1].set_offline(False)
    expect(line(ben)).to_have_text(words.SAVED_LATE)
    assert 4 in codes(room, item_id)
    for context in contexts:
        context.close()


@far
def test_ten_keys_a_second_in_the_comment_are_all_there_and_the_focus_stays(room: OpenRoom, chromium: Browser) -> None:
    contexts = [phone(chromium) for _ in range(2)]
    ann, ben = (join(one, room, name) for one, name in zip(contexts, ("Ann", "Ben"), strict=True))
    item_id = room.ask()
    choose(ann, "B")
    comment = ann.get_by_label(words.COMMENT)
    comment.focus()
    text = "Handovers at night are late, and nobody writes down why."
    type_slowly(ann, text[:28])
    choose(ben, "C")  # the count moves meanwhile,
    room.move_on()  # and the room, not its question
    type_slowly(ann, text[28:])
    expect(comment).to_be_focused()
    expect(comment).to_have_value(text)
    expect(line(ann)).to_have_text(SAVED)
    ann.wait_for_timeout(1_500)
    assert text in [vote.comment for vote in room.votes(item_id)]
    for context in contexts:
        context.close()


def test_a_shared_phone_is_not_handed_on_before_the_answer_is_stored(room: OpenRoom, chromium: Browser) -> None:
    context = phone(chromium)
    join(context, room, "Ann").close()
    page = join(context, room, "Ben")
    item_id = room.ask()
    choose(page, "B")
    expect(line(page)).to_have_text(SAVED)
    context.set_offline(True)
    choose(page, "C")
    expect(line(page)).to_have_text(words.KEPT)
    page.get_by_role("button", name=words.NEXT_PERSON).click()
    expect(line(page)).to_have_text(words.UNSENT)
    context.set_offline(False)
    expect(line(page)).to_have_text(SAVED)
    page.get_by_role("button", name=words.NEXT_PERSON).click()
    expect(page.get_by_text("Ann · Practitioner")).to_be_visible()
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    choose(page, "E")
    expect(line(page)).to_have_text(SAVED)
    assert codes(room, item_id) == [2, 4]
    context.close()


def test_without_a_script_everything_works_by_forms(room: OpenRoom, chromium: Browser) -> None:
    context = phone(chromium, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{room.address}/join")
    page.get_by_label(words.CODE, exact=True).fill(room.code.lower())
    page.get_by_role("button", name=words.GO_ON).click()
    page.get_by_role("radio", name="Customer").check()
    page.get_by_role("button", name=words.ANONYMOUSLY).click()
    page.get_by_text(words.LOBBY_TITLE).wait_for()
    item_id = room.ask()
    page.get_by_role("link", name=words.LOOK_AGAIN).click()
    page.get_by_role("radio", name=words.NOT_APPLICABLE).first.check()
    page.get_by_label(words.WHY_NOT_APPLICABLE).first.fill("Bought in")
    page.get_by_role("button", name=words.SAVE).click()
    expect(line(page)).to_have_text(SAVED)
    choose(page, "B")
    page.get_by_role("button", name=words.SAVE).click()
    expect(line(page)).to_have_text(SAVED)
    assert codes(room, item_id) == [1]
    room.reveal()
    page.get_by_role("link", name=words.LOOK_AGAIN).click()
    expect(page.get_by_text("You chose: B.")).to_be_visible()
    context.close()


@pytest.mark.parametrize("theme", THEMES)
def test_each_state_is_readable_for_everybody(room: OpenRoom, chromium: Browser, theme: str) -> None:
    context = phone(chromium, color_scheme=theme, reduced_motion="reduce", bypass_csp=True)
    found: list[str] = []
    page = context.new_page()

    def look(state: str) -> None:
        page.evaluate(AXE_SCRIPT)
        found.extend(f"{state}: {one}" for one in page.evaluate(AXE))
        for width in (390, 195):  # the second is the first at twice the size
            page.set_viewport_size({"width": width, "height": 844})
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                found.append(f"{state}: wider than {width} px")
        page.set_viewport_size({"width": 390, "height": 844})
        small = page.evaluate(
            "[...document.querySelectorAll('label.choice, button, a.button, summary, input:not([type=radio])')]"
            ".map((box) => box.getBoundingClientRect()).filter((box) => box.height > 2 && box.height < 44).length"
        )
        assert small == 0, state

    page.goto(f"{room.address}/join")
    look("code")
    page.goto(room.link)
    look("join")
    page.close()
    page = join(context, room, "Ann")
    look("lobby")
    page.locator("summary").click()
    look("this phone")
    room.ask()
    choose(page, "B")
    expect(line(page)).to_have_text(SAVED)
    look("asked")
    page.get_by_role("radio", name=words.NOT_APPLICABLE).first.check()
    expect(line(page)).to_have_text(words.SAY_REASON)
    look("not applicable")
    room.reveal()
    expect(page.locator("form.vote")).to_have_count(0)
    look("revealed")
    page.get_by_role("button", name=words.DEVICE).click()
    look("device")
    page.goto(f"{room.address}/room")
    room.close()
    expect(page.get_by_role("heading", name=words.CLOSED_TITLE)).to_be_visible()
    look("closed")
    context.close()
    assert found == []


def test_everything_is_done_by_keyboard(room: OpenRoom, chromium: Browser) -> None:
    context = phone(chromium, is_mobile=False, has_touch=False)
    page = context.new_page()
    page.goto(f"{room.address}/join")
    expect(page.get_by_role("textbox")).to_be_focused()
    page.keyboard.type(room.code)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=words.WITH_NAME)).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("Ann")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Ann · Practitioner")).to_be_visible()
    item_id = room.ask()
    expect(page.locator("form.vote")).to_be_visible()
    for _ in range(3):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "radio":
            break
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(line(page)).to_have_text(SAVED)
    expect(page.get_by_role("radio", checked=True)).to_be_focused()
    page.wait_for_timeout(700)
    assert codes(room, item_id) == [2]
    page.get_by_label(words.COMMENT).focus()
    room.reveal()
    expect(page.get_by_role("heading", level=1)).to_be_focused()  # what had the focus is gone: on to what came
    context.close()
