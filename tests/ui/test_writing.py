"""The mark of a field tells the browser what is stored, and nothing that people wrote becomes markup in it."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any
from urllib.parse import unquote
from zlib import crc32

import pytest

from assessment.errors import InvalidInput
from assessment.ui import session
from assessment.ui.components import writing
from assessment.ui.components.script import CONSTANTS, load_script, script_text, script_texts
from assessment.ui.components.writing import Kept, Unfolded, draw_mark, draw_unsaved, settle
from assessment.views.wording.pages import shell

HOSTILE = "\"><script>alert(1)</script> & 'Łódź'\nline"
KEY = "questionnaire:note:a1:r1:planning.deliver-1"


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The HTML that was drawn."""
    bodies: list[str] = []
    monkeypatch.setattr("streamlit.session_state", {})
    monkeypatch.setattr("streamlit.html", lambda body, **_: bodies.append(body))
    return bodies


def facts(body: str) -> dict[str, Any]:
    found = dict(re.findall(r' data-([a-z-]+)="([^"]*)"', body))
    assert re.sub(r' data-[a-z-]+="[^"<>]*"', "", body) in (
        '<div class="writing"></div>',
        '<div class="writing-unsaved"></div>',
    )
    return {name: unquote(value) for name, value in found.items()}


def test_a_mark_holds_what_is_stored_letter_by_letter(drawn: list[str]) -> None:
    draw_mark(KEY, 10_000, Kept.TYPING, stored=HOSTILE, sign=KEY)

    assert facts(drawn[0]) == {
        "place": "st-key-questionnaire-note-a1-r1-planning-deliver-1",
        "stored": HOSTILE,
        "limit": "10000",
        "keeps": "typing",
        "sign": "st-key-questionnaire-note-a1-r1-planning-deliver-1-sign",
        "key": KEY,
    }


def test_a_draft_is_offered_to_whoever_typed_it_and_to_nobody_else(drawn: list[str]) -> None:
    at = Unfolded(key=KEY, stored="", name="Note", at="place")
    for whose in ("u-anna", "u-ben"):
        session.put(session.WHOSE, whose)
        draw_mark(KEY, 10, Kept.TYPING)
        draw_unsaved([at])
    keys = [facts(drawn[0])["key"], facts(drawn[2])["key"]]
    folded = [json.loads(facts(drawn[place])["texts"])[0][0] for place in (1, 3)]
    assert keys == folded == [f"u-anna/{KEY}", f"u-ben/{KEY}"]


def test_a_mark_says_when_the_save_failed_and_when_nothing_can_be_saved(drawn: list[str]) -> None:
    with session.saving(KEY):
        raise InvalidInput("The note", "it is too long", "Shorten it.")
    draw_mark(KEY, 10, Kept.TYPING, sign=KEY, is_locked=True)

    assert {name: facts(drawn[0]).get(name) for name in ("is-trouble", "is-locked")} == {
        "is-trouble": "yes",
        "is-locked": "yes",
    }


def test_each_text_that_was_dealt_with_is_told_with_a_number_of_its_own(drawn: list[str]) -> None:
    for text in (HOSTILE, "Ines", "Ines"):
        settle(KEY, text)
        settle("another", text)
        draw_mark(KEY, 10, Kept.PRESSING)

    told = [(facts(body)["settled"], facts(body)["settled-count"]) for body in drawn]
    assert [text for text, _ in told] == [HOSTILE, "Ines", "Ines"]
    assert len({count for _, count in told}) == 3


def test_texts_that_are_folded_away_are_named_with_a_checksum_and_without_their_words(drawn: list[str]) -> None:
    draw_unsaved([Unfolded(key=KEY, stored=" Secret words ", name="1. <b>Planning</b>", at="question-planning")])

    ((key, checksum, name, place),) = json.loads(facts(drawn[0])["texts"])
    assert (key, checksum) == (KEY, crc32(b"Secret words"))
    assert (name, place) == ("1. <b>Planning</b>", "st-key-question-planning")
    assert "Secret" not in unquote(drawn[0])


@pytest.mark.parametrize("name", sorted(CONSTANTS))
def test_a_script_that_is_loaded_holds_nothing_that_the_sanitizer_would_take_for_markup(
    name: str, drawn: list[str]
) -> None:
    load_script(name, {"0": 0})

    script = drawn[0].partition(">")[2].removesuffix("</script>")
    assert not re.search(r"<[/!\w]", script)
    assert f"const {CONSTANTS[name]} = JSON.parse(document.currentScript.dataset.told);" in script
    assert script in script_texts()


@pytest.mark.parametrize("told", [{"a": '"><script>'}, "it's & so", dict(shell.IN_THE_BROWSER)])
def test_what_a_script_is_told_stays_in_its_attribute(told: object, drawn: list[str]) -> None:
    load_script("shell", told)

    before, _, behind = drawn[0].removeprefix('<script data-told="').partition('"')
    assert json.loads(unescape(before)) == told
    assert behind.startswith(">")


def test_a_script_is_told_nothing_under_a_name_that_it_has_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(CONSTANTS, "writing", "PLACES")
    script_text.cache_clear()
    with pytest.raises(ValueError, match="no constant PLACES"):
        script_text("writing")


def test_the_words_of_the_mark_go_with_its_script(drawn: list[str]) -> None:
    writing.attend()

    assert any("Kept in this browser, not saved yet" in html for html in drawn)
