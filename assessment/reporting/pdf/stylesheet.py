"""The part of the print style sheet that comes from tokens and a layout: colours, scales and fonts; no user text."""

from __future__ import annotations

import re

from assessment.charts.tokens import LIGHT, LIGHT_STEPS
from assessment.domain.layout.brand import HOUSE_BRAND, Brand
from assessment.domain.layout.layout import HOUSE_LAYOUT, Layout
from assessment.reporting.pdf.brand import family_list, font_rules

_VARIABLE = re.compile(r"var\(--([a-z-]+)\)")
_MARGIN_BOX = re.compile(r"@((?:top|bottom|left|right)-[a-z-]+)\s*\{[^{}]*\}")
_PAGE_RULE = re.compile(r"@page[^{}]*\{(?:[^{}]|\{[^{}]*\})*\}")
_BODY_RULE = re.compile(r"^(?:body|\.empty-page) *\{[^{}]*\}", re.MULTILINE)
_TOKENS = {
    "ground": LIGHT.ground,
    "panel": LIGHT.panel,
    "ink": LIGHT.ink,
    "quiet-ink": LIGHT.quiet_ink,
    "care": LIGHT.care,
    "line": LIGHT.line,
    "edge": LIGHT.edge,
}


def token_rules(font_address: str, paper: str, brand: Brand = HOUSE_BRAND) -> str:
    """Font faces, the paper's size and a class for each step of a scale.

    `font_address` is the prefix of the font files' addresses, `paper` a page size that CSS knows.
    """
    return "\n".join((font_rules(brand, font_address), f"@page {{ size: {paper}; }}", _scales()))


def with_tokens(style_sheet: str, layout: Layout = HOUSE_LAYOUT) -> str:
    """The style sheet with each `var(--name)` replaced by its token; WeasyPrint would do it for every element.

    Raises KeyError for a name that is no token.
    """
    own = {"accent": layout.accent, "second": layout.second, "family": family_list(layout)}
    tokens = {**_TOKENS, **own}
    return _VARIABLE.sub(lambda found: tokens[found.group(1)], style_sheet)


def _scales() -> str:
    return "\n".join(
        f".{style} {{ background-color: {step.fill}; color: {step.ink}; }}" for style, step in LIGHT_STEPS.items()
    )


def page_rules(style_sheet: str) -> str:
    """The rules that heads and feet are laid out by: of pages, of the strings they repeat, of empty pages."""
    return "\n".join((*_PAGE_RULE.findall(style_sheet), *_BODY_RULE.findall(style_sheet)))


def without_heads(style_sheet: str) -> str:
    """The style sheet without heads and feet."""
    return _MARGIN_BOX.sub("", style_sheet)


def with_numbers_alone(style_sheet: str, page_count: int) -> str:
    """The style sheet with those heads and feet alone that count pages, of which there are so many.

    WeasyPrint would count them by laying everything out again.
    """
    counting = _counting(style_sheet)
    kept = _MARGIN_BOX.sub(lambda found: found.group() if found.group(1) in counting else "", style_sheet)
    return kept.replace("counter(pages)", f'"{page_count}"')


def without_numbers(style_sheet: str) -> str:
    """The style sheet with those heads and feet alone that are the same on every page of a kind."""
    counting = _counting(style_sheet)
    return _MARGIN_BOX.sub(lambda found: "" if found.group(1) in counting else found.group(), style_sheet)


def _counting(style_sheet: str) -> frozenset[str]:
    """Names of the places of heads and feet that count pages on any kind of page."""
    return frozenset(found.group(1) for found in _MARGIN_BOX.finditer(style_sheet) if "counter(" in found.group())
