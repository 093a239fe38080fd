"""Letters that no font on this machine has: on paper they would be empty boxes.

Asked is fontconfig, which WeasyPrint asks as well.
"""

from __future__ import annotations

import subprocess
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from assessment.errors import ReportFailed

ALWAYS_THERE = 0x024F
"""The last letter of Latin Extended-B; everything up to it is in the fonts that come with the product."""
SHOWN_COUNT = 5
COMMAND = ("fc-list", ":", "charset")
USUAL_PACKAGE = "fonts-noto-core"
PACKAGES = {
    "CJK": "fonts-noto-cjk",
    "HIRAGANA": "fonts-noto-cjk",
    "KATAKANA": "fonts-noto-cjk",
    "HANGUL": "fonts-noto-cjk",
    "BOPOMOFO": "fonts-noto-cjk",
}
"""Debian's packages by the first word of a letter's Unicode name, where it is not the usual one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingLetters:
    """Letters without a font, a few of them, and the Debian package that brings one."""

    letters: str
    package: str


def missing_letters(texts: Iterable[str]) -> tuple[MissingLetters, ...]:
    """What of some texts cannot be printed here, a package each; empty where every letter has a font.

    Raises ReportFailed when fontconfig cannot be asked.
    """
    found: dict[str, str] = {}
    for letter in sorted({letter for text in texts for letter in text if ord(letter) > ALWAYS_THERE}):
        if letter.isalnum() and not any(ord(letter) in covered for covered in _covered()):
            package = PACKAGES.get(unicodedata.name(letter, "").partition(" ")[0], USUAL_PACKAGE)
            found[package] = found.get(package, "") + letter
    return tuple(
        MissingLetters(letters=letters[:SHOWN_COUNT], package=package) for package, letters in sorted(found.items())
    )


@cache
def _covered() -> tuple[range, ...]:
    """The letters of all fonts; remembered, for fonts are installed before the product starts."""
    try:
        listed = subprocess.run(COMMAND, check=True, capture_output=True, text=True, timeout=10)  # noqa: S603 (constant)
    except (OSError, subprocess.SubprocessError) as error:
        raise ReportFailed("the fonts of this machine cannot be listed: fc-list does not answer") from error
    ends = (part.split("-") for line in set(listed.stdout.splitlines()) for part in line.partition("=")[2].split())
    return tuple({range(int(both[0], 16), int(both[-1], 16) + 1) for both in ends})
