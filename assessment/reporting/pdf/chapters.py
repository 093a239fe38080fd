"""A report cut where a page begins anyway: each chapter laid out apart, kept, and laid out again only when it changed.

Heads, feet and the numbers in the contents are what a chapter cannot know: the first two are laid out on empty pages
that lie under the others, the numbers are written into the contents once every other chapter has its pages.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from weasyprint.document import Page

from assessment.domain.layout.brand import HOUSE_BRAND, Brand
from assessment.reporting.pdf.drawn import Drawn, drawn
from assessment.reporting.pdf.engine import laid_out
from assessment.views.paper import Paper

KEPT_BYTES = 64 * 2**20
ELEMENT_WEIGHT = 40
"""An element takes as long as so many letters."""
NUMBER = "data-page"
_ALONE = frozenset(("cover", "contents", "executive"))
_BEGINNING = frozenset(("chapter", "process"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A chapter before it is laid out: its page in HTML, the paper, the rules, and the layout they are made by."""

    root: Element
    paper: Paper
    rules: str
    brand: Brand = HOUSE_BRAND

    @property
    def text(self) -> bytes:
        """The page as written."""
        return tostring(self.root)

    @property
    def key(self) -> str:
        """Two sources with one key are laid out alike."""
        content = hashlib.sha256(self.text)
        content.update(f"\0{self.paper}\0{self.brand.layout.look_hash}\0{self.rules}".encode())
        return content.hexdigest()

    @property
    def weight(self) -> int:
        """How long it takes, in a unit of its own: drawings are light, elements and letters count."""
        return sum(
            ELEMENT_WEIGHT + len(element.text or "") for element in self.root.iter() if not element.tag.startswith("{")
        )

    def drawn(self, *, is_tagged: bool = True) -> Drawn:
        """Lay out and draw this chapter alone."""
        return drawn(laid_out(self.root, self.paper, self.rules, self.brand), is_tagged=is_tagged)


def drawn_together(sources: Sequence[Source]) -> list[Drawn]:
    """Chapters of one report laid out in one piece, which shares what styles are computed, and drawn one by one.

    Each begins a page, and what stands on a page depends on nothing before it.
    """
    page = Element("html", sources[0].root.attrib)
    body = SubElement(page, "body", sources[0].root[0].attrib)
    chapter_of: dict[int, int] = {}
    for number, source in enumerate(sources):
        body.extend(source.root[0])
        chapter_of |= {id(section): number for section in source.root[0]}
    document = laid_out(page, sources[0].paper, sources[0].rules, sources[0].brand)
    shares: list[list[Page]] = [[] for _ in sources]
    for printed in document.pages:
        shares[chapter_of[id(_first_section(printed))]].append(printed)
    return [drawn(document.copy(share)) for share in shares]


def _first_section(page: Page) -> Element:
    """The section of the body that a page begins with."""
    whole = next(box for box in page._page_box.children if box.element_tag == "html")
    section: Element = whole.children[0].children[0].element
    return section


class Kept:
    """Chapters that were drawn, those used last; `limit_bytes` bounds what they take."""

    def __init__(self, limit_bytes: int = KEPT_BYTES) -> None:
        self._limit_bytes = limit_bytes
        self._chapters: OrderedDict[str, Drawn] = OrderedDict()
        self._size = 0

    def get(self, key: str) -> Drawn | None:
        """A chapter by its key; None where it is not kept."""
        if key in self._chapters:
            self._chapters.move_to_end(key)
        return self._chapters.get(key)

    def put(self, key: str, chapter: Drawn) -> None:
        """Keep a chapter, and forget the ones not used for longest."""
        if key not in self._chapters:
            self._size += chapter.size
        self._chapters[key] = chapter
        while self._size > self._limit_bytes and len(self._chapters) > 1:
            _, forgotten = self._chapters.popitem(last=False)
            self._size -= forgotten.size

    def clear(self) -> None:
        """Forget every chapter."""
        self._chapters.clear()
        self._size = 0


def cut(root: Element) -> list[Element]:
    """The page as pages of its chapters, each beginning where a new sheet of paper does."""
    body = root.find("body")
    assert body is not None
    chapters: list[Element] = []
    is_alone = True
    for section in body:
        classes = frozenset(section.get("class", "").split())
        if is_alone or _begins_page(classes):
            chapters.append(Element("html", root.attrib))
            SubElement(chapters[-1], "body", {"class": body.get("class", "")})  # the rest is for heads and feet
        chapters[-1][0].append(section)
        is_alone = bool(classes & _ALONE)
    return chapters


def _begins_page(classes: frozenset[str]) -> bool:
    """Whether the style sheet lets a section begin a page."""
    return bool(classes & _ALONE) or (bool(classes & _BEGINNING) and "flows" not in classes)


def contents_entries(chapter: Element) -> list[Element]:
    """The links of a table of contents."""
    lists = (entry for entry in chapter.iter("ul") if "toc" in entry.get("class", "").split())
    return [link for entry in lists for link in entry.iter("a")]


def with_page_numbers(entries: Sequence[Element], page_of: dict[str, int]) -> None:
    """Write the page each entry leads to into it; an entry that leads nowhere has none."""
    for entry in entries:
        number = page_of.get(entry.get("href", "").removeprefix("#"))
        entry.set(NUMBER, "" if number is None else str(number))


def pages_of_anchors(chapters: Sequence[Drawn | None]) -> dict[str, int]:
    """The page, from 1, that each anchor stands on; of two with one name the first counts.

    A chapter that is not drawn yet is taken to have one page.
    """
    found: dict[str, int] = {}
    first = 1
    for chapter in chapters:
        pages = () if chapter is None else chapter.pages
        for number, page in enumerate(pages, start=first):
            for name, _, _ in page.anchors:
                found.setdefault(name, number)
        first += len(pages) or 1
    return found
