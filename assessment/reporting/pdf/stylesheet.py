"""The part of the print style sheet that comes from the tokens: colours, scales and the font; no user text."""

from __future__ import annotations

import re

from assessment.charts.tokens import FONT_FACES, FONT_FALLBACK, LIGHT, LIGHT_STEPS, PRINT_FAMILIES

_VARIABLE = re.compile(r"var\(--([a-z-]+)\)")
_TOKENS = {
    "ground": LIGHT.ground,
    "panel": LIGHT.panel,
    "ink": LIGHT.ink,
    "quiet-ink": LIGHT.quiet_ink,
    "accent": LIGHT.accent,
    "care": LIGHT.care,
    "line": LIGHT.line,
    "edge": LIGHT.edge,
    "family": ", ".join((*(f'"{family}"' for family in PRINT_FAMILIES), FONT_FALLBACK)),
}


def token_rules(font_address: str, paper: str) -> str:
    """Font faces, the paper's size and a class for each step of a scale.

    `font_address` is the prefix of the font files' addresses, `paper` a page size that CSS knows.
    """
    return "\n".join((_fonts(font_address), f"@page {{ size: {paper}; }}", _scales()))


def _fonts(address: str) -> str:
    return "\n".join(
        f'@font-face {{ font-family: "{face.print_family}"; font-weight: {face.weight}; '
        f'src: url("{address}{face.file}"); }}'
        for face in FONT_FACES
    )


def with_tokens(style_sheet: str) -> str:
    """The style sheet with each `var(--name)` replaced by its token; WeasyPrint would do it for every element.

    Raises KeyError for a name that is no token.
    """
    return _VARIABLE.sub(lambda found: _TOKENS[found.group(1)], style_sheet)


def _scales() -> str:
    return "\n".join(
        f".{style} {{ background-color: {step.fill}; color: {step.ink}; }}" for style, step in LIGHT_STEPS.items()
    )
