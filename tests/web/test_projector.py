"""The wall behind the gate: who may open it, what it holds at each stage, and what it never holds."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from assessment.domain.access.account import Scope
from assessment.domain.access.permissions import AccessRole
from assessment.domain.authored.content import Process
from assessment.errors import StoreUnavailable
from assessment.services.plumbline import Plumbline
from tests.builders import tiny_framework
from tests.services.accounts import ADMINISTRATOR, made
from tests.services.folders import distinct
from tests.web.browsing import Browser
from tests.web.rooms import ITEM, Begun, opened_with_framework

NAMES = ("Ada Vothknell", "Bram Quillfeather", None, None, None)
HOSTILE = '<script>alert("wall")</script> \u0627\u0644 <img src=x onerror=alert(1)>'


@pytest.fixture
def team(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plumbline]:
    """Another one, for which people sign in."""
    with opened_with_framework(tmp_path_factory.mktemp("team")) as opened:
        made(opened, "leads@example.org")
        yield opened


@pytest.fixture
def begun(with_framework: Plumbline) -> Begun:
    begun = Begun(with_framework)
    begun.join(*NAMES)
    return begun


@pytest.fixture
def alone(with_framework: Plumbline) -> Browser:
    return Browser(with_framework, has_accounts=False)


def wall(browser: Browser, begun: Begun) -> str:
    answer = browser.get(f"/projector/{begun.room.id}")
    assert answer.status_code == 200, answer.text
    return answer.text


def state(browser: Browser, begun: Begun, key: str = "") -> dict[str, Any]:
    answer = browser.get(f"/projector/{begun.room.id}/state", params={"key": key})
    assert answer.status_code == 200
    told: dict[str, Any] = answer.json()
    return told


def words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<title>.*?</title>|<[^>]+>", " ", page)).split())


def test_the_wall_goes_through_a_workshop_and_holds_no_vote_before_the_reveal(alone: Browser, begun: Begun) -> None:
    assert "5 people in" in words(wall(alone, begun))
    assert begun.room.code[:4] in wall(alone, begun)
    begun.ask()
    begun.vote((2, 2))
    before = state(alone, begun)
    assert "2 of 5 are in" in words(before["html"])
    begun.vote((5, 0))  # the same people think again: nothing of it shows
    assert state(alone, begun, before["key"]) == {"key": before["key"], "wait_ms": 500}
    begun.vote((2, 2, 2, 2, 5))
    assert "All 5 votes are in" in words(state(alone, begun)["html"])
    begun.reveal()
    shown = state(alone, begun)
    assert shown["stage"] == "revealed"
    assert shown["html"].count('<circle class="dot-value"') == 4
    assert shown["html"].count('<circle class="dot-far"') == 1
    assert "If you chose F, you are invited to say what you see." in words(shown["html"])
    assert shown["said"].endswith("The middle of the votes is C; they reach from C to F.")


def test_a_second_round_stands_beside_the_first(alone: Browser, begun: Begun) -> None:
    begun.ask()
    begun.vote((0, 1, 2, 3, 4))
    begun.reveal()
    begun.again()
    assert "Round 2" in words(wall(alone, begun))
    begun.vote((2, 2, 2, 2, 2))
    begun.reveal()
    shown = wall(alone, begun)
    assert "All 5 chose C." in words(shown)
    assert 'aria-label="Round 1: A 1, B 1, C 1, D 1 and E 1."' in shown


def test_fewer_than_the_floor_are_not_shown(alone: Browser, begun: Begun) -> None:
    begun.ask()
    begun.vote((0, 5))
    begun.reveal()
    shown = state(alone, begun)
    assert "Fewer than 3 answered: not shown." in words(shown["html"])
    assert "<circle" not in shown["html"]


def test_nobodys_name_is_ever_on_it(alone: Browser, begun: Begun) -> None:
    seen = [wall(alone, begun)]
    begun.ask()
    begun.vote((0, 1, 2, 3), comment="Said by Ada Vothknell")
    seen += [wall(alone, begun), json.dumps(state(alone, begun))]
    begun.reveal()
    seen += [wall(alone, begun), json.dumps(state(alone, begun))]
    secrets = [name for name in NAMES if name] + [one.token for one in begun.people]
    assert not [secret for secret in secrets for page in seen if secret in page]


def test_whoever_is_not_signed_in_or_may_not_see_the_assessment_sees_no_wall(team: Plumbline) -> None:
    begun, other = Begun(team), Begun(team)
    path = f"/projector/{begun.room.id}"
    stranger = Browser(team)
    assert stranger.get(path, headers={"accept": "text/html"}).status_code == 303
    assert stranger.get(f"{path}/state").status_code == 401
    for name, scope, status in (
        ("reads", Scope(role=AccessRole.READER, assessment_id=begun.id), 404),
        ("elsewhere", Scope(role=AccessRole.FACILITATOR, assessment_id=other.id), 404),
        ("analyses", Scope(role=AccessRole.ANALYST, assessment_id=begun.id), 200),
        ("helps", ADMINISTRATOR, 200),
    ):
        made(team, f"{name}@example.org", scope)
        browser = Browser(team)
        browser.sign_in(f"{name}@example.org")
        for answer in (browser.get(path), browser.get(f"{path}/state")):
            assert answer.status_code == status, name
            assert (begun.room.code[:4] in answer.text) == (status == 200)


def test_a_room_that_is_not_there_looks_like_one_that_is_not_yours(team: Plumbline) -> None:
    other = Begun(team)
    made(team, "looks@example.org", Scope(role=AccessRole.READER, assessment_id=other.id))
    browser = Browser(team)
    browser.sign_in("looks@example.org")
    nowhere, not_mine = (browser.get(f"/projector/{room_id}") for room_id in ("nothing", other.room.id))
    assert (nowhere.status_code, nowhere.text) == (not_mine.status_code, not_mine.text)
    assert nowhere.status_code == 404


def test_a_database_that_cannot_be_asked_is_said_in_words(
    alone: Browser, begun: Begun, with_framework: Plumbline, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(actor: object, room_id: str) -> None:
        raise StoreUnavailable("it is closed", "Start again.")

    monkeypatch.setattr(with_framework.projector, "look", fails)
    path = f"/projector/{begun.room.id}"
    assert alone.get(path).status_code == alone.get(f"{path}/state").status_code == 503
    assert "The database cannot be used: it is closed." in alone.get(path).text


def test_its_files_are_two_and_small_and_nothing_else_of_the_folder(alone: Browser) -> None:
    script, style = (alone.get(f"/projector/files/projector.{kind}") for kind in ("js", "css"))
    assert (script.status_code, style.status_code) == (200, 200)
    assert len(script.content) + len(style.content) < 25_000
    for name in ("projector.html", "..%2fapp.py", "phone.js"):
        assert alone.get(f"/projector/files/{name}").status_code == 404


def test_hostile_texts_of_a_framework_are_shown_as_texts(tmp_path_factory: pytest.TempPathFactory) -> None:
    framework = distinct(tiny_framework())
    hostile = framework.model_copy(update={"processes": tuple(map(_hostile, framework.processes))})
    with opened_with_framework(tmp_path_factory.mktemp("hostile"), hostile) as plumbline:
        begun, browser = Begun(plumbline), Browser(plumbline, has_accounts=False)
        begun.join(HOSTILE, "Bram", None, "Cyd")
        begun.ask()
        begun.vote((2, 2, 2), comment=f"\u202e{{{{7*7}}}}{HOSTILE}" * 10)
        pages = [wall(browser, begun), state(browser, begun)["html"]]
        begun.reveal()
        pages += [wall(browser, begun), state(browser, begun)["html"]]
    for page in pages:
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "&lt;script&gt;" in page


def _hostile(process: Process) -> Process:
    return process.model_copy(update={"activities": tuple(map(_asked, process.activities))})


def _asked(activity: Any) -> Any:
    return activity.model_copy(update={"question": f"{activity.question} {HOSTILE}"})


def test_the_item_that_the_tests_ask_is_one_of_the_framework() -> None:
    assert ITEM in tiny_framework().item_by_id
