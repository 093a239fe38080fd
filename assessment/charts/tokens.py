"""The one place for colours, scales and type: the theme, the charts, the PDF and the slides read them here.

| style of a cell | steps | read as |
|---|---|---|
| `rating-0` to `rating-5` | N, P-, P+, L-, L+, F | not done to fully; one hue |
| `gap-0` to `gap-5` | 0, 20, 40, 60, 80, 100 | no gap to all of it, in percent points of to-be minus as-is |
| `above-0` to `above-2` | 20, 40, more | a little to far above target |
| `band-n` to `band-f` | N, P, L, F | the four bands |

A step carries the ink its text takes, so that the letter in a cell is readable at AA. In the dark the scales run the
other way, so that "none" recedes and "much" glows; paper takes the light ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

INK_ON_LIGHT = "#16202B"
INK_ON_DARK = "#FFFFFF"


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Colours of one theme. `line` separates, `edge` bounds a control (3:1 on ground and panel)."""

    ground: str
    panel: str
    ink: str
    quiet_ink: str
    accent: str
    trouble: str
    good: str
    care: str
    line: str
    edge: str


LIGHT = Palette(
    ground="#FFFFFF",
    panel="#F7F8FA",
    ink="#16202B",
    quiet_ink="#5B6773",
    accent="#0F5C8C",
    trouble="#8A1C1C",
    good="#1F6B45",
    care="#9A5B00",
    line="#DDE2E7",
    edge="#7F8B97",
)
DARK = Palette(
    ground="#10161D",
    panel="#18212B",
    ink="#E8EDF2",
    quiet_ink="#AEB9C4",
    accent="#7FB7E0",
    trouble="#F0A3A3",
    good="#8FD1AE",
    care="#F2C572",
    line="#2B3641",
    edge="#748290",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleStep:
    """One step of a scale: its fill and the ink of text on it."""

    fill: str
    ink: str


def _steps(name: str, inks: str, *fills: str) -> dict[str, ScaleStep]:
    """Steps `name-0` and on; `inks` says for each fill whether its text is dark (d) or light (l)."""
    return {
        f"{name}-{number}": ScaleStep(fill=fill, ink=INK_ON_LIGHT if ink == "d" else INK_ON_DARK)
        for number, (ink, fill) in enumerate(zip(inks, fills, strict=True))
    }


def _with_bands(steps: dict[str, ScaleStep]) -> Mapping[str, ScaleStep]:
    """The four bands N, P, L and F beside the six letters: their own end or the upper half of the refined scale."""
    bands = {"n": 0, "p": 2, "l": 4, "f": 5}
    return {**steps, **{f"band-{band}": steps[f"rating-{number}"] for band, number in bands.items()}}


LIGHT_STEPS = _with_bands(
    {
        **_steps("rating", "ddddll", "#F3F6FA", "#D3E1F0", "#A6C4E2", "#6A9CCB", "#3A73AB", "#16457A"),
        **_steps("gap", "ddddll", "#F7F5F2", "#FDE3C4", "#FBC283", "#EC953B", "#B05A0A", "#7F3B08"),
        **_steps("above", "ddl", "#E4E1EF", "#B5ACD2", "#7C6BAF"),
    }
)
DARK_STEPS = _with_bands(
    {
        **_steps("rating", "lllddd", "#1B2733", "#23405B", "#2E5F87", "#5C94C4", "#8FBDE3", "#C4E0F7"),
        **_steps("gap", "lllddd", "#211D19", "#4A3116", "#70430F", "#C27A22", "#E8A654", "#FCD3A0"),
        **_steps("above", "lld", "#2A2638", "#4A4270", "#A195D6"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFace:
    """One file of the family, in `assets/fonts/`.

    On screen all files are one family, told apart by their range; WeasyPrint takes the letters of one file for those of
    another where two have the same family and weight, so that on paper each subset is a family of its own.
    """

    file: str
    weight: int
    unicode_range: str
    print_family: str


FONT_FAMILY = "Source Sans 3"
PRINT_FAMILIES = (FONT_FAMILY, "Source Sans 3 Extended")
"""On paper: the letters of the first, then what it lacks."""
FONT_NAMES: Mapping[str, str] = {
    "source-sans-3": FONT_FAMILY,
    "source-serif-4": "Source Serif 4",
    "ibm-plex-sans": "IBM Plex Sans",
}
"""What the families that come with the product are called."""
FONT_FALLBACK = "sans-serif"
FONT_FOLDER = "fonts"
REGULAR_WEIGHT = 400
SEMIBOLD_WEIGHT = 600
TYPE_SIZES = (12, 14, 16, 20, 28)
"""Pixels on screen: note, small, body, heading, title. Nothing is smaller than the first."""
PRINT_SIZES = (8, 9, 10, 13, 20)
"""Points on paper, in the same order. Nothing is smaller than the first."""
PAPER_MARGIN_MM = 20
BASELINE_MM = 4

_LATIN = (
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,"
    "U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD"
)
_LATIN_EXTENDED = (
    "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,"
    "U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C4,U+2113,U+2C60-2C7F,U+A720-A7FF"
)
_PRINT_FOLDER = "print"


def _faces(stem: str, families: tuple[str, str], folder: str = "") -> tuple[FontFace, ...]:
    """The four files of a family: two ranges of letters in two weights."""
    return tuple(
        FontFace(
            file=f"{folder}{stem}-{subset}-{weight}-normal.woff2",
            weight=weight,
            unicode_range=unicode_range,
            print_family=family,
        )
        for weight in (REGULAR_WEIGHT, SEMIBOLD_WEIGHT)
        for subset, unicode_range, family in (
            ("latin-ext", _LATIN_EXTENDED, families[1]),
            ("latin", _LATIN, families[0]),
        )
    )


FONT_FACES = _faces("source-sans-3", PRINT_FAMILIES)


def print_families(choice: str) -> tuple[str, str]:
    """The two family names on paper of one of `FONT_NAMES`: its usual letters, then what these lack."""
    name = FONT_NAMES[choice]
    return name, f"{name} Extended"


PRINT_FACES: Mapping[str, tuple[FontFace, ...]] = {
    choice: FONT_FACES if name == FONT_FAMILY else _faces(choice, print_families(choice), f"{_PRINT_FOLDER}/")
    for choice, name in FONT_NAMES.items()
}
"""The files of each family that paper can be printed with; the first is the house's, which the screen has too."""
