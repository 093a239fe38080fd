"""Heads and feet: laid out on empty pages, once for each kind of page and once more for the numbers of the pages.

A string that they repeat is set once, by the section of the page that carries it as `data-`; all pages show the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from assessment.reporting.pdf.chapters import Source
from assessment.reporting.pdf.drawn import Drawn
from assessment.reporting.pdf.stylesheet import page_rules, with_numbers_alone, without_numbers
from assessment.views.paper import Paper

_EMPTY = "\n.empty-page { break-before: page; }\n.empty-page.first { break-before: auto; }"


def heads(root: Element, kinds: Sequence[str], paper: Paper, rules: str) -> tuple[Source, Source]:
    """What is the same on each kind of page, and the numbers of all pages; `kinds` are those of the pages in order."""
    bearer = next((section for section in root[-1] if any(name.startswith("data-") for name in section.attrib)), None)
    once = tuple(dict.fromkeys(kinds))
    sheet = page_rules(rules) + _EMPTY
    return (
        Source(root=_empty_pages(root, once, bearer), paper=paper, rules=without_numbers(sheet)),
        Source(root=_empty_pages(root, kinds, None), paper=paper, rules=with_numbers_alone(sheet, len(kinds))),
    )


def same_kind(drawn: Drawn, kinds: Sequence[str]) -> tuple[int, ...]:
    """Of each page, the drawn page of its kind."""
    places = {page.kind: place for place, page in reversed(list(enumerate(drawn.pages)))}
    return tuple(places[kind] for kind in kinds)


def _empty_pages(root: Element, kinds: Sequence[str], bearer: Element | None) -> Element:
    page = Element("html", root.attrib)
    body = SubElement(page, "body", root[-1].attrib)
    for number, kind in enumerate(kinds):
        section = SubElement(body, "section", {"class": "empty-page" if number else "empty-page first"})
        if kind:
            section.set("style", f"page: {kind}")
        if bearer is not None and number == 0:
            SubElement(section, bearer.tag, bearer.attrib)
    return page
