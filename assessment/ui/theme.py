"""Writes what Streamlit and the style sheet need of the tokens: `python -m assessment.ui.theme`.

`.streamlit/config.toml`: everything above the marker is written by hand and kept, everything below is generated.
`assets/plumbline.css`: the custom properties between the two marks are generated. Both are compared in a test.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from assessment.charts import tokens
from assessment.charts.tokens import DARK, LIGHT, Palette
from assessment.domain.rating.scale import CODE_COUNT

CONFIG_FILE = Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml"
MARKER = "# ---- generated from assessment/charts/tokens.py by `python -m assessment.ui.theme`; do not edit below ----"
STYLE_SHEET = Path(__file__).resolve().parents[2] / "assets" / "plumbline.css"
STYLE_BEGIN, STYLE_END = "/* tokens: begin */", "/* tokens: end */"
_SEQUENTIAL_COUNT = 10

Toml = str | int | bool | list[str] | list[int]


def with_theme(config: str) -> str:
    """The text of a config.toml with its theme sections replaced by those of the tokens."""
    by_hand = config.split(MARKER)[0].rstrip()
    return f"{by_hand}\n\n{MARKER}\n\n{theme_toml()}"


def with_properties(style_sheet: str) -> str:
    """The text of the style sheet with its custom properties replaced by those of the tokens."""
    before, rest = style_sheet.split(STYLE_BEGIN, 1)
    after = rest.split(STYLE_END, 1)[1]
    return f"{before}{STYLE_BEGIN}\n{_properties()}{STYLE_END}{after}"


def _properties() -> str:
    pairs = {
        "ground": (LIGHT.ground, DARK.ground),
        "panel": (LIGHT.panel, DARK.panel),
        "ink": (LIGHT.ink, DARK.ink),
        "quiet": (LIGHT.quiet_ink, DARK.quiet_ink),
        "accent": (LIGHT.accent, DARK.accent),
        "on-accent": (LIGHT.ground, DARK.ground),
        "line": (LIGHT.line, DARK.line),
        "edge": (LIGHT.edge, DARK.edge),
        "trouble": (LIGHT.trouble, DARK.trouble),
        "good": (LIGHT.good, DARK.good),
        "care": (LIGHT.care, DARK.care),
    }
    lines = (f"  --{name}: light-dark({light}, {dark});\n" for name, (light, dark) in pairs.items())
    return ":root {\n" + "".join(lines) + "}\n" + "".join(_step(name) for name in tokens.LIGHT_STEPS)


def _step(name: str) -> str:
    light, dark = tokens.LIGHT_STEPS[name], tokens.DARK_STEPS[name]
    return (
        f'[data-step="{name}"] {{ background: light-dark({light.fill}, {dark.fill}); '
        f"color: light-dark({light.ink}, {dark.ink}); }}\n"
    )


def theme_toml() -> str:
    """Theme sections: shared type and shape, then the colours of light and dark."""
    sections = [_section("theme", _shared_options())]
    for name, palette, steps in (("light", LIGHT, tokens.LIGHT_STEPS), ("dark", DARK, tokens.DARK_STEPS)):
        sections.append(_section(f"theme.{name}", _colours(palette, steps)))
        sections.append(_section(f"theme.{name}.sidebar", _sidebar_colours(palette)))
    sections.extend(_section("[theme.fontFaces]", _font_face(face)) for face in tokens.FONT_FACES)
    return "\n".join(sections)


def _shared_options() -> dict[str, Toml]:
    _, small, body, heading, title = tokens.TYPE_SIZES
    font = f"'{tokens.FONT_FAMILY}', {tokens.FONT_FALLBACK}"
    return {
        "font": font,
        "headingFont": font,
        "baseFontSize": body,
        "baseFontWeight": tokens.REGULAR_WEIGHT,
        "headingFontSizes": [f"{size / body:g}rem" for size in (title, heading, body, body, small, small)],
        "headingFontWeights": [tokens.SEMIBOLD_WEIGHT] * 6,
        "metricValueFontSize": f"{title / body:g}rem",
        "metricValueFontWeight": tokens.SEMIBOLD_WEIGHT,
        "baseRadius": "0.125rem",
        "buttonRadius": "0.125rem",
        "linkUnderline": True,
        "showWidgetBorder": True,
        "showSidebarBorder": True,
        "paddingTop": "0.5rem",
        "paddingBottom": "4rem",
    }


def _colours(palette: Palette, steps: Mapping[str, tokens.ScaleStep]) -> dict[str, Toml]:
    rating = [steps[f"rating-{code}"].fill for code in range(CODE_COUNT)]
    return {
        "primaryColor": palette.accent,
        "backgroundColor": palette.ground,
        "secondaryBackgroundColor": palette.panel,
        "textColor": palette.ink,
        "linkColor": palette.accent,
        "borderColor": palette.line,
        "dataframeBorderColor": palette.line,
        "dataframeHeaderBackgroundColor": palette.panel,
        "dataframeHeaderTextColor": palette.quiet_ink,
        "codeTextColor": palette.ink,
        "codeBackgroundColor": palette.panel,
        **_named(palette, "red", palette.trouble),
        **_named(palette, "orange", palette.care),
        **_named(palette, "yellow", palette.care),
        **_named(palette, "blue", palette.accent),
        **_named(palette, "green", palette.good),
        **_named(palette, "violet", palette.accent),
        **_named(palette, "gray", palette.quiet_ink),
        "chartCategoricalColors": [palette.accent, rating[3], palette.quiet_ink, rating[2], palette.ink],
        "chartSequentialColors": _interpolated(rating, _SEQUENTIAL_COUNT),
    }


def _named(palette: Palette, name: str, colour: str) -> dict[str, Toml]:
    return {
        f"{name}Color": colour,
        f"{name}TextColor": colour,
        f"{name}BackgroundColor": palette.panel,
    }


def _sidebar_colours(palette: Palette) -> dict[str, Toml]:
    return {"backgroundColor": palette.panel, "secondaryBackgroundColor": palette.ground, "borderColor": palette.line}


def _font_face(face: tokens.FontFace) -> dict[str, Toml]:
    return {
        "family": f"'{tokens.FONT_FAMILY}'",  # goes into CSS as it stands: a name with a digit needs its quotes
        "url": f"app/static/{tokens.FONT_FOLDER}/{face.file}",
        "weight": str(face.weight),
        "style": "normal",
        "unicodeRange": face.unicode_range,
    }


def _interpolated(colours: list[str], count: int) -> list[str]:
    """`count` colours evenly spaced along a scale, its ends included."""
    spread = []
    for index in range(count):
        place = index * (len(colours) - 1) / (count - 1)
        low = min(int(place), len(colours) - 2)
        spread.append(_mixed(colours[low], colours[low + 1], place - low))
    return spread


def _mixed(first: str, second: str, share: float) -> str:
    channels = (
        round(int(first[place : place + 2], 16) * (1 - share) + int(second[place : place + 2], 16) * share)
        for place in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02X}" for channel in channels)


def _section(name: str, options: dict[str, Toml]) -> str:
    lines = [f"[{name}]", *(f"{key} = {json.dumps(value)}" for key, value in options.items())]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    CONFIG_FILE.write_text(with_theme(CONFIG_FILE.read_text("utf-8")), "utf-8")
    STYLE_SHEET.write_text(with_properties(STYLE_SHEET.read_text("utf-8")), "utf-8")
