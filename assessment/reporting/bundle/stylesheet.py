"""The style sheet of a bundle: the tokens of both schemes as variables, the fonts within it, then the layout.

Drawings carry the colours of the light scheme in their attributes; in the dark a rule turns each into its counterpart.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from functools import cache

from assessment.charts.tokens import (
    DARK,
    DARK_STEPS,
    FONT_FACES,
    FONT_FALLBACK,
    FONT_FAMILY,
    LIGHT,
    LIGHT_STEPS,
    Palette,
    ScaleStep,
)
from assessment.reporting.templates import FONTS_FOLDER, TEMPLATE_FOLDER

ON_DARK_SCREENS = "@media screen and (prefers-color-scheme: dark)"


@cache
def style_sheet() -> str:
    """All of it; no text of a user is in it."""
    layout = (TEMPLATE_FOLDER / "bundle.css").read_text(encoding="utf-8")
    return "\n".join((*_fonts(), *_schemes(), *_steps(), *_dark_drawings(), layout))


def _fonts() -> Iterator[str]:
    for face in FONT_FACES:
        content = base64.b64encode((FONTS_FOLDER / face.file).read_bytes()).decode("ascii")
        yield (
            f'@font-face {{ font-family: "{FONT_FAMILY}"; font-weight: {face.weight}; font-display: swap; '
            f"unicode-range: {face.unicode_range}; "
            f'src: url("data:font/woff2;base64,{content}") format("woff2"); }}'
        )


def _schemes() -> Iterator[str]:
    family = f'--family: "{FONT_FAMILY}", {FONT_FALLBACK};'
    yield f":root {{ {family} {_variables(LIGHT, LIGHT_STEPS)} }}"
    yield f"{ON_DARK_SCREENS} {{ :root {{ {_variables(DARK, DARK_STEPS)} }} }}"


def _variables(palette: Palette, steps: Mapping[str, ScaleStep]) -> str:
    colours = (f"--{name.replace('_', '-')}: {colour};" for name, colour in asdict(palette).items())
    fills = (f"--{name}: {step.fill}; --on-{name}: {step.ink};" for name, step in steps.items())
    return " ".join((*colours, *fills))


def _steps() -> Iterator[str]:
    """A class for each step of a scale; `--chip` is for what stands within the cell instead."""
    for name in LIGHT_STEPS:
        chip = f"--chip: var(--{name}); --on-chip: var(--on-{name});"
        yield f".{name} {{ {chip} background-color: var(--chip); color: var(--on-chip); }}"


def _dark_drawings() -> Iterator[str]:
    dark = asdict(DARK)
    for name, colour in asdict(LIGHT).items():
        for attribute in ("fill", "stroke"):
            yield f'{ON_DARK_SCREENS} {{ svg [{attribute}="{colour}"] {{ {attribute}: {dark[name]}; }} }}'
