"""Heads and feet: laid out on empty pages, once for each kind of page and once more for the numbers of the pages.

The strings that they repeat are set once, by the body: all pages of a kind show the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from assessment.domain.layout.brand import HOUSE_BRAND, Brand
from assessment.reporting.pdf.chapters import Source
from assessment.reporting.pdf.drawn import Drawn
from assessment.reporting.pdf.stylesheet import page_rules, with_numbers_alone, without_numbers
from assessment.views.paper import Paper


def heads(
    root: Element, kinds: Sequence[str], paper: Paper, rules: str, brand: Brand = HOUSE_BRAND
) -> tuple[Source, Source]:
    """What is the same on each kind of page, and the numbers of all pages; `kinds` are those of the pages in order."""
    once = tuple(dict.fromkeys(kinds))
    sheet = page_rules(rules)
    return (
        Source(root=_empty_pages(root, once), paper=paper, rules=without_numbers(sheet), brand=brand),
        Source(root=_empty_pages(root, kinds), paper=paper, rules=with_numbers_alone(sheet, len(kinds)), brand=brand),
    )


def same_kind(drawn: Drawn, kinds: Sequence[str]) -> tuple[int, ...]:
    """Of each page, the drawn page of its kind."""
    places = {page.kind: place for place, page in reversed(list(enumerate(drawn.pages)))}
    return tuple(places[kind] for kind in kinds)


def _empty_pages(root: Element, kinds: Sequence[str]) -> Element:
    page = Element("html", root.attrib)
    body = SubElement(page, "body", root[-1].attrib)
    for kind in kinds:
        section = SubElement(body, "section", {"class": "empty-page"})
        if kind:
            section.set("style", f"page:{kind}")
    return page
