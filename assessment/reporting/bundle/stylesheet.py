"""The style sheet of a bundle: the tokens of both schemes as variables, the fonts within it, then the layout.

Drawings carry the colours of the light scheme in their attributes; in the dark a rule turns each into its counterpart.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from functools import lru_cache

from assessment.charts.tokens import (
    DARK,
    DARK_STEPS,
    FONT_FALLBACK,
    FONT_FAMILY,
    LIGHT,
    LIGHT_STEPS,
    PRINT_FACES,
    REGULAR_WEIGHT,
    SEMIBOLD_WEIGHT,
    Palette,
    ScaleStep,
)
from assessment.domain.layout.brand import HOUSE_BRAND, Brand
from assessment.domain.layout.layout import HOUSE_LAYOUT, FilePlace
from assessment.reporting.pdf.brand import OWN_FAMILY, content_type
from assessment.reporting.templates import FONTS_FOLDER, TEMPLATE_FOLDER

ON_DARK_SCREENS = "@media screen and (prefers-color-scheme: dark)"


@lru_cache(maxsize=4)
def style_sheet(brand: Brand = HOUSE_BRAND) -> str:
    """All of it, by a layout; no text of a user is in it. On dark screens the house's own colours stay."""
    placing = (TEMPLATE_FOLDER / "bundle.css").read_text(encoding="utf-8")
    light = replace(LIGHT, accent=brand.layout.accent)
    return "\n".join((*_fonts(brand), *_schemes(light, brand), *_steps(), *_dark_drawings(light), placing))


def _fonts(brand: Brand) -> Iterator[str]:
    own = brand.at(FilePlace.FONT)
    if own is not None:
        bold = brand.at(FilePlace.BOLD_FONT) or own
        for file, weight in ((own, REGULAR_WEIGHT), (bold, SEMIBOLD_WEIGHT)):
            content = base64.b64encode(file.content).decode("ascii")
            address = f"data:{content_type(file)};base64,{content}"
            yield f'@font-face {{ font-family: "{OWN_FAMILY}"; font-weight: {weight}; src: url("{address}"); }}'
    for face in PRINT_FACES[brand.layout.font_choice.value]:
        content = base64.b64encode((FONTS_FOLDER / face.file).read_bytes()).decode("ascii")
        yield (
            f'@font-face {{ font-family: "{FONT_FAMILY}"; font-weight: {face.weight}; font-display: swap; '
            f"unicode-range: {face.unicode_range}; "
            f'src: url("data:font/woff2;base64,{content}") format("woff2"); }}'
        )


def _schemes(light: Palette, brand: Brand) -> Iterator[str]:
    own = f'"{OWN_FAMILY}", ' if brand.layout.font is not None else ""
    family = f'--family: {own}"{FONT_FAMILY}", {FONT_FALLBACK};'
    yield f":root {{ {family} --second: {_second(brand)}; {_variables(light, LIGHT_STEPS)} }}"
    yield f"{ON_DARK_SCREENS} {{ :root {{ --second: var(--accent); {_variables(DARK, DARK_STEPS)} }} }}"


def _second(brand: Brand) -> str:
    """The colour of the line over the head: the second one, where a layout has its own."""
    layout = brand.layout
    return "var(--accent)" if layout.second == HOUSE_LAYOUT.second else layout.second


def _variables(palette: Palette, steps: Mapping[str, ScaleStep]) -> str:
    colours = (f"--{name.replace('_', '-')}: {colour};" for name, colour in asdict(palette).items())
    fills = (f"--{name}: {step.fill}; --on-{name}: {step.ink};" for name, step in steps.items())
    return " ".join((*colours, *fills))


def _steps() -> Iterator[str]:
    """A class for each step of a scale; `--chip` is for what stands within the cell instead."""
    for name in LIGHT_STEPS:
        chip = f"--chip: var(--{name}); --on-chip: var(--on-{name});"
        yield f".{name} {{ {chip} background-color: var(--chip); color: var(--on-chip); }}"


def _dark_drawings(light: Palette) -> Iterator[str]:
    dark = asdict(DARK)
    for name, colour in asdict(light).items():
        for attribute in ("fill", "stroke"):
            yield f'{ON_DARK_SCREENS} {{ svg [{attribute}="{colour}"] {{ {attribute}: {dark[name]}; }} }}'
