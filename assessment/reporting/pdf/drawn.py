"""A chapter that WeasyPrint has laid out, drawn to the last byte: kept, sent between processes, joined with others.

WeasyPrint writes one document at a time. A drawn chapter is what it would write of this one, with its objects numbered
from the chapter's own beginning: `joining` moves the numbers and adds what belongs to the whole. It is made of the
parts that WeasyPrint's own `generate_pdf` is made of; the pinned version makes that safe, and tests compare with it.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Any

import pydyf
from weasyprint import DEFAULT_OPTIONS
from weasyprint.document import Document, Page
from weasyprint.matrix import Matrix
from weasyprint.pdf import _use_references
from weasyprint.pdf.anchors import add_links
from weasyprint.pdf.fonts import Font, build_fonts_dictionary
from weasyprint.pdf.stream import Stream
from weasyprint.pdf.tags import add_tags

from assessment.charts.tokens import FONT_NAMES, print_families

MARK = "\x00"
"""Stands before every number of an object of the chapter: no text that is printed has it."""
TREE, FONTS, COLOURS = range(3)
"""Numbers that stand for an object of the whole document: the root of its tags, its fonts, its colour spaces."""
OWN_FIRST = 3
POINTS_PER_PIXEL = 0.75
LEVEL = 6
"""How hard to compress: the highest level takes twice the time and saves a hundredth."""
FAMILIES = frozenset(name for choice in FONT_NAMES for name in print_families(choice))
"""The families that come with the product."""
FONT_OPTIONS = DEFAULT_OPTIONS | {"pdf_version": "1.7"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """An entry of the outline, and its place in points from the lower left corner of its page."""

    level: int
    label: str
    x: float
    y: float
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link: the number of its object, which lacks its end, the anchor it leads to, and its tag.

    `target` is "" for an address outside, which the object has; `tag` is a reference.
    """

    number: int
    target: str
    tag: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnPage:
    """One page: `kind` is the name its style sheet knows it by, `width` and `height` are points.

    `resources` and `drawings` (what it calls by name to draw) are the inside of a dictionary as it is written; `tags`
    refers to the tags of its contents in their order.
    """

    kind: str
    width: float
    height: float
    content: bytes
    resources: bytes
    drawings: bytes
    tags: bytes = b""
    anchors: tuple[tuple[str, float, float], ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedFont:
    """The glyphs that a chapter uses of a font of the family: what each says, and its width."""

    key: int
    to_unicode: dict[int, str]
    widths: dict[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A chapter. `objects` are in the order of their numbers, the first of which stands for the first page.

    The places of pages are empty: `joining` writes them. `streams` has the contents of objects that are streams.
    """

    pages: tuple[DrawnPage, ...]
    objects: tuple[bytes, ...]
    streams: dict[int, bytes]
    tag: bytes
    fonts: tuple[UsedFont, ...]

    @property
    def size(self) -> int:
        """Bytes it takes, about."""
        parts = (*self.objects, *self.streams.values(), *(page.content for page in self.pages))
        return sum(len(part) + 40 for part in parts)


class Chapter(pydyf.PDF):  # type: ignore[misc] # pydyf ships no type information
    """Counts objects from the chapter's beginning, with the mark before each number; the first are its pages."""

    def __init__(self, page_count: int) -> None:
        self.objects: list[Any] = [None] * OWN_FIRST
        self.pages = pydyf.Dictionary({"Kids": [], "Count": 0})
        self.catalog = pydyf.Dictionary({"Lang": pydyf.String()})  # the whole has it: no chapter lacks it
        self.page_dictionaries = [pydyf.Dictionary() for _ in range(page_count)]
        for page in self.page_dictionaries:
            self.add_object(page)
        self._references = tuple(page.reference for page in self.page_dictionaries)

    def add_object(self, object_: Any) -> None:
        """Add an object and give it its number."""
        object_.number = f"{MARK}{len(self.objects)}"
        self.objects.append(object_)

    @property
    def page_references(self) -> tuple[bytes, ...]:
        """References to the pages; pydyf makes them anew for each tag."""
        return self._references


family_fonts: dict[int, Font] = {}
"""Fonts of the family that this process has met, by key: `joining` embeds what the chapters use of them."""


def drawn(document: Document, *, is_tagged: bool = True) -> Drawn:
    """The pages of a document, with their tags unless they are an ornament of other pages."""
    chapter = Chapter(len(document.pages))
    resources, images = _resources(), {}  # type: ignore[var-annotated] # filled by WeasyPrint
    streams = [
        _painted(document, number, chapter, resources, images, {} if is_tagged else None)
        for number in range(len(document.pages))
    ]
    fonts = _shared_fonts(document.fonts)
    resources["Font"] = _reference(FONTS) if fonts is not None else _own_fonts(chapter, document.fonts)
    _use_references(chapter, resources, images, {})
    tag, tags = _tagged(chapter, document, streams) if is_tagged else (b"", {})
    drawings = resources.pop("XObject").data[2:-2]
    pages = tuple(
        _page(document.pages[number], stream, resources.data[2:-2], drawings, tags, number)
        for number, stream in enumerate(streams)
    )
    objects, contents = _written(chapter)
    return Drawn(pages=pages, objects=objects, streams=contents, tag=tag, fonts=fonts or ())


def _reference(number: int) -> bytes:
    return f"{MARK}{number} 0 R".encode()


def _resources() -> Any:
    names = ("ExtGState", "XObject", "Pattern", "Shading")
    return pydyf.Dictionary({name: pydyf.Dictionary() for name in names} | {"ColorSpace": _reference(COLOURS)})


def _painted(
    document: Document, number: int, chapter: Chapter, resources: Any, images: Any, tags: dict[Any, Any] | None
) -> Stream:
    page = document.pages[number]
    stream = Stream(
        document.fonts,
        (0, 0, page.width, page.height),
        resources,
        images,
        tags,
        document.color_profiles,
        None,
        compress=True,
    )
    stream.transform(d=-1, f=page.height * POINTS_PER_PIXEL)
    links = [link for link in page.links if link[0] in ("internal", "external")]
    add_links((links, ()), _matrix(page), chapter, chapter.page_dictionaries[number], [], tags)
    page.paint(stream, POINTS_PER_PIXEL)
    return stream


def _matrix(page: Page) -> Matrix:
    """From pixels from the upper left corner to points from the lower left."""
    return Matrix(POINTS_PER_PIXEL, 0, 0, -POINTS_PER_PIXEL, 0, page.height * POINTS_PER_PIXEL)


def _shared_fonts(fonts: dict[int, Font]) -> tuple[UsedFont, ...] | None:
    """What is used of each font; None where one is not of our families or lacks a glyph: the chapter embeds its own."""
    if any(font.family not in FAMILIES or font.missing for font in fonts.values()):
        return None
    for key, font in fonts.items():
        family_fonts.setdefault(key, font)
    return tuple(UsedFont(key=key, to_unicode=font.to_unicode, widths=font.widths) for key, font in fonts.items())


def _own_fonts(chapter: Chapter, fonts: dict[int, Font]) -> bytes:
    written = build_fonts_dictionary(chapter, fonts, True, True, FONT_OPTIONS)
    chapter.add_object(written)
    reference: bytes = written.reference
    return reference


def _tagged(chapter: Chapter, document: Document, streams: list[Stream]) -> tuple[bytes, dict[int, bytes]]:
    """The tag of the chapter, and by number of a page or link the references to its tags."""
    first = len(chapter.objects)
    add_tags(chapter, document, "1.7", streams)
    mapping, root, part = chapter.objects[first : first + 3]
    part["S"], part["P"] = "/Part", _reference(TREE)
    tags: dict[int, bytes] = {}
    for number, entry in zip(mapping["Nums"][::2], mapping["Nums"][1::2], strict=True):
        if number < len(streams):
            chapter.add_object(entry)
            tags[number] = entry.reference
        else:
            tags[number] = entry
    mapping.clear()
    root.clear()
    return part.reference, tags


def _page(
    page: Page, stream: Stream, resources: bytes, drawings: bytes, tags: dict[int, bytes], number: int
) -> DrawnPage:
    matrix = _matrix(page)
    return DrawnPage(
        kind=page._page_box.page_type.name,
        width=page.width * POINTS_PER_PIXEL,
        height=page.height * POINTS_PER_PIXEL,
        content=zlib.compress(b"\n".join(pydyf._to_bytes(item) for item in stream.stream), LEVEL),
        resources=resources,
        drawings=drawings,
        tags=tags.get(number, b""),
        anchors=tuple((name, *matrix.transform_point(x, y)) for name, (x, y, *_) in page.anchors.items()),
        bookmarks=tuple(_bookmark(matrix, *bookmark) for bookmark in page.bookmarks),
        links=tuple(_links(page, tags)),
    )


def _bookmark(matrix: Matrix, level: int, label: str, place: tuple[float, float], state: str) -> Bookmark:
    x, y = matrix.transform_point(*place)
    return Bookmark(level=level, label=label, x=x, y=y, state=state)


def _links(page: Page, tags: dict[int, bytes]) -> list[Link]:
    """The links of a page. Their objects lose what only the whole document knows."""
    found = []
    for kind, target, _, box in page.links:
        annotation = box.link_annotation
        if annotation is None or "Subtype" not in annotation:
            continue
        annotation.pop("Dest", None)
        place = annotation.pop("StructParent", None)
        found.append(
            Link(
                number=int(annotation.number[len(MARK) :]),
                target=target if kind == "internal" else "",
                tag=tags[place] if place is not None else b"",
            )
        )
    return found


def _written(chapter: Chapter) -> tuple[tuple[bytes, ...], dict[int, bytes]]:
    """The objects as written, and what is between `stream` and `endstream` of those that have it."""
    contents: dict[int, bytes] = {}
    written = []
    for number, object_ in enumerate(chapter.objects[OWN_FIRST:], start=OWN_FIRST):
        if isinstance(object_, pydyf.Stream):
            joined = b"\n".join(pydyf._to_bytes(item) for item in object_.stream)
            contents[number] = zlib.compress(joined, LEVEL) if object_.compress else joined
            filtered = {"Filter": "/FlateDecode"} if object_.compress else {}
            extra = dict(object_.extra) | filtered | {"Length": len(contents[number])}
            written.append(pydyf.Dictionary(extra).data)
        else:
            written.append(object_.data)
    return tuple(written), contents
