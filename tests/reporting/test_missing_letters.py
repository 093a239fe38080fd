"""What no font of the machine has is named before it is printed, with the package that brings it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from typing import Any

import pytest

from assessment.errors import ReportFailed
from assessment.reporting import letters
from assessment.reporting.letters import MissingLetters, missing_letters


@pytest.fixture
def fonts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine with Latin, Greek and Cyrillic letters alone."""
    listed = ":charset=20-24f 2c7\n:charset=370-3ff 400-4ff\n"
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: subprocess.CompletedProcess((), 0, listed))
    letters._covered.cache_clear()
    yield
    letters._covered.cache_clear()


@pytest.mark.usefixtures("fonts")
def test_letters_of_a_script_without_a_font_are_named_with_their_package() -> None:
    assert missing_letters(["Zakład Usług Łódź", "Привет", "Ελλάδα ✓ → 5 €"]) == ()
    assert missing_letters(["日本語の評価 東京", "한국"]) == (
        MissingLetters(letters="の京価日本", package="fonts-noto-cjk"),
    )
    assert missing_letters(["हि", "本 x"]) == (
        MissingLetters(letters="本", package="fonts-noto-cjk"),
        MissingLetters(letters="ह", package="fonts-noto-core"),
    )


def test_the_machines_own_fonts_have_what_the_product_promises() -> None:
    letters._covered.cache_clear()
    assert missing_letters(["Zakład Usług Łódź", "Привет", "Ελλάδα", "مرحبا"]) == ()


def test_a_machine_that_cannot_list_its_fonts_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise FileNotFoundError("fc-list")

    letters._covered.cache_clear()
    monkeypatch.setattr(subprocess, "run", refuse)
    with pytest.raises(ReportFailed, match="fonts of this machine cannot be listed"):
        missing_letters(["日"])
    letters._covered.cache_clear()
