"""The page that says whether a phone gets through, and who is told."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.applications import Starlette

from assessment.errors import StoreUnavailable
from assessment.services.identity import room_key
from assessment.services.plumbline import Plumbline
from assessment.views.wording.workshop import joining as words
from assessment.web.routes import PHONE_ROUTES
from tests.services.rooms import opened_room
from tests.web.asking import Answer, ask, scope_of
from tests.web.rooms import Begun

PHONE = {"client": ("192.168.1.77", 50000), "server": ("192.168.1.20", 8601), "host": "192.168.1.20:8601"}


@pytest.fixture
def begun(with_framework: Plumbline) -> Begun:
    return Begun(with_framework)


def seen(path: str, **more: Any) -> Answer:
    return ask(Starlette(routes=PHONE_ROUTES), scope_of(path, **{**PHONE, **more}))


def test_a_phone_is_told_that_it_gets_through_and_by_the_rooms_link_whoever_leads_is_told_too(begun: Begun) -> None:
    key = room_key(begun.room.id)
    answer = seen(f"/see/{key}")
    assert (answer.status, words.SEE_YES in answer.text, words.SEE_TOLD in answer.text) == (200, True, True)
    assert f'href="/join/k/{key}"' in answer.text
    first = begun.reached_at
    assert first is not None
    seen(f"/see/{key}")
    assert begun.reached_at == first
    assert begun.read().step == begun.room.step


@pytest.mark.parametrize("key", ["wrong", "x" * 500, "<script>alert(1)</script>", "%00"])
def test_a_wrong_key_tells_nobody_and_acts_nowhere(begun: Begun, key: str) -> None:
    answer = seen(f"/see/{key.replace('/', '')}")
    assert answer.status == 200
    assert words.SEE_TOLD not in answer.text
    assert "<script" not in answer.text
    assert begun.reached_at is None


def test_the_computer_itself_proves_nothing(begun: Begun) -> None:
    key = room_key(begun.room.id)
    for client in (("127.0.0.1", 5), ("192.168.1.20", 5), ("::1", 5)):
        answer = seen(f"/see/{key}", client=client)
        assert words.SEE_THIS_MACHINE in answer.text
    assert begun.reached_at is None


def test_by_the_bare_address_it_counts_for_rooms_whose_phones_come_that_way(
    begun: Begun, with_framework: Plumbline
) -> None:
    elsewhere = opened_room(with_framework, begun.room.assessment_id, code="ABCDEFGH", address="https://plumbline.test")
    seen("/see")
    assert begun.reached_at is not None
    assert begun.read(elsewhere.id).reached_at is None


def test_a_database_that_cannot_be_asked_keeps_no_phone_from_its_answer(
    begun: Begun, with_framework: Plumbline, monkeypatch: pytest.MonkeyPatch
) -> None:

    def fails(key: str | None) -> bool:
        raise StoreUnavailable("it is closed", "Start again.")

    monkeypatch.setattr(with_framework.reach, "seen", fails)
    answer = seen("/see")
    assert (answer.status, words.SEE_YES in answer.text, words.SEE_TOLD in answer.text) == (200, True, False)
