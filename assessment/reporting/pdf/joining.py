"""Drawn chapters joined to one tagged PDF: numbers moved, heads and feet laid under, fonts and bookmarks of the whole.

What a file has once (who made it, its metadata, the root of its tags) WeasyPrint writes, as a document without pages.
"""

from __future__ import annotations

import copy
import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pydyf
from weasyprint import DEFAULT_OPTIONS
from weasyprint.anchors import make_page_bookmark_tree
from weasyprint.document import Document
from weasyprint.matrix import Matrix
from weasyprint.pdf import generate_pdf
from weasyprint.pdf.anchors import add_outlines
from weasyprint.pdf.fonts import Font, build_fonts_dictionary

from assessment.reporting.pdf.drawn import FONT_OPTIONS, OWN_FIRST, Drawn, DrawnPage, Link, family_fonts
from assessment.reporting.pdf.packing import packed

_NUMBER = re.compile(rb"\x00(\d+)")
_BETWEEN = b"\x01"
_OPTIONS = DEFAULT_OPTIONS | {"pdf_variant": "pdf/ua-1", "pdf_version": "1.7"}
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Underlay:
    """Drawn heads or feet, and which of their pages lies under each page of the whole."""

    drawn: Drawn
    numbers: tuple[int, ...]


def joined(front: Document, chapters: Sequence[Drawn], underlays: Sequence[Underlay], identifier: bytes) -> bytes:
    """The chapters in their order as one file.

    `front` is a document without pages that has the metadata of the whole; `identifier` is the first part of the
    file's id, whose second is made of its contents.
    """
    file = _File(front)
    placed = [file.place(chapter) for chapter in chapters]
    forms = [file.forms(underlay) for underlay in underlays]
    pages = [(place, page) for place in placed for page in place.chapter.pages]
    for number, (place, page) in enumerate(pages):
        file.add_page(place, page, [form[number] for form in forms])
    file.add_names(pages)
    file.add_links(pages)
    file.add_bookmarks(pages)
    file.add_fonts([*chapters, *(underlay.drawn for underlay in underlays)])
    return file.written(identifier)


@dataclass(slots=True, kw_only=True)
class _Place:
    """A chapter in the file: `first` is the number of its first page; `objects` are as they will be written."""

    chapter: Drawn
    first: int
    objects: list[bytes]
    page_count: int = 0


class _File:
    """The file while it is put together: objects of the whole, with gaps where chapters stand."""

    def __init__(self, front: Document) -> None:
        self._whole = generate_pdf(front, None, 1, **_OPTIONS)
        root = self._object(self._whole.catalog["StructTreeRoot"])
        self._tree, self._parents = self._object(root["K"][0]), self._object(root["ParentTree"])
        resources = next(entry for entry in self._whole.objects if isinstance(entry, dict) and "ExtGState" in entry)
        self._fonts = self._object(resources["Font"])
        self._shared = (self._tree.reference, self._fonts.reference, resources["ColorSpace"])
        self._places: list[_Place] = []
        self._under: bytes | None = None
        self._anchors: set[str] = set()

    def place(self, chapter: Drawn) -> _Place:
        """Give a chapter its numbers and hang its tags into the tree."""
        first = len(self._whole.objects)
        self._whole.objects.extend([None] * len(chapter.objects))
        objects = self._moved(_BETWEEN.join(chapter.objects), first).split(_BETWEEN)
        place = _Place(chapter=chapter, first=first, objects=objects)
        self._places.append(place)
        if chapter.tag:
            self._tree["K"].append(self._moved(chapter.tag, first))
        return place

    def forms(self, underlay: Underlay) -> list[bytes]:
        """References to the drawing that lies under each page of the whole."""
        place = self.place(underlay.drawn)
        references = []
        for page in underlay.drawn.pages:
            form = _stream(
                page.content,
                Type="/XObject",
                Subtype="/Form",
                BBox=pydyf.Array((0, 0, page.width, page.height)),
                Resources=self._moved(_resources(page, ()), place.first),
            )
            self._whole.add_object(form)
            references.append(form.reference)
        return [references[number] for number in underlay.numbers]

    def add_page(self, place: _Place, page: DrawnPage, forms: Sequence[bytes]) -> None:
        """Write a page of a chapter: what lies under it, and what stands on it."""
        content = _stream(page.content)
        self._whole.add_object(content)
        contents = (self._underlay(len(forms)), content.reference) if forms else (content.reference,)
        number = place.first + place.page_count
        box = pydyf.Array((0, 0, page.width, page.height))
        written = pydyf.Dictionary(
            {
                "Type": "/Page",
                "Parent": self._whole.pages.reference,
                "MediaBox": box,
                "TrimBox": box,
                "BleedBox": box,
                "Contents": pydyf.Array(contents),
                "Resources": self._moved(_resources(page, forms), place.first),
                "Tabs": "/S",
                "StructParents": self._whole.pages["Count"],
            }
        )
        if page.links:
            written["Annots"] = pydyf.Array(f"{self._number(place, link)} 0 R" for link in page.links)
        place.objects[place.page_count] = written.data
        place.page_count += 1
        self._parents["Nums"] += [self._whole.pages["Count"], self._moved(page.tags, place.first)]
        self._whole.pages["Count"] += 1
        self._whole.pages["Kids"].extend([number, 0, "R"])

    def add_names(self, pages: Sequence[tuple[_Place, DrawnPage]]) -> None:
        """Name the places that links lead to; of two with one name the first counts."""
        names: dict[str, Any] = {}
        for reference, (_, page) in zip(self._whole.page_references, pages, strict=True):
            for name, x, y in page.anchors:
                names.setdefault(name, pydyf.Array((reference, "/XYZ", x, y, 0)))
        self._anchors = set(names)
        flat = (part for name in sorted(names) for part in (pydyf.String(name), names[name]))
        self._whole.catalog["Names"] = pydyf.Dictionary({"Dests": pydyf.Dictionary({"Names": pydyf.Array(flat)})})

    def add_links(self, pages: Sequence[tuple[_Place, DrawnPage]]) -> None:
        """End the links: where they lead to, and where their tag is to be found."""
        parent = len(pages)
        for place, page in pages:
            for link in page.links:
                end = b""
                if link.target in self._anchors:
                    end += b"/Dest " + pydyf.String(link.target).data
                elif link.target:
                    _log.error("a link leads nowhere: #%s", link.target)
                if link.tag:
                    end += b"/StructParent %d" % parent
                    self._parents["Nums"] += [parent, self._moved(link.tag, place.first)]
                    parent += 1
                where = link.number - OWN_FIRST
                place.objects[where] = place.objects[where].removesuffix(b">>") + end + b">>"

    def add_bookmarks(self, pages: Sequence[tuple[_Place, DrawnPage]]) -> None:
        """Write the outline."""
        tree: list[Any] = []
        skipped: list[int] = []
        last_by_depth, level = [tree], 0
        for number, (_, page) in enumerate(pages):
            told = SimpleNamespace(
                bookmarks=[(one.level, one.label, (one.x, one.y), one.state) for one in page.bookmarks]
            )
            level = make_page_bookmark_tree(told, skipped, last_by_depth, level, number, Matrix())
        add_outlines(self._whole, tree)

    def add_fonts(self, drawn: Sequence[Drawn]) -> None:
        """Embed of each font of the family what any chapter uses of it."""
        merged: dict[int, Font] = {}
        for used in (font for one in drawn for font in one.fonts):
            if used.key not in merged:
                merged[used.key] = copy.copy(family_fonts[used.key])
                merged[used.key].to_unicode, merged[used.key].widths = {}, {}
            merged[used.key].to_unicode = used.to_unicode | merged[used.key].to_unicode
            merged[used.key].widths = used.widths | merged[used.key].widths
        self._fonts.update(build_fonts_dictionary(self._whole, merged, True, True, FONT_OPTIONS))

    def written(self, identifier: bytes) -> bytes:
        """The bytes of the file."""
        packs = [[(number, entry.data) for number, entry in self._own() if not isinstance(entry, pydyf.Stream)]]
        streams = [(number, entry.data) for number, entry in self._own() if isinstance(entry, pydyf.Stream)]
        for place in self._places:
            pack = []
            for number, data in enumerate(place.objects, start=OWN_FIRST):
                at, content = place.first + number - OWN_FIRST, place.chapter.streams.get(number)
                if content is None:
                    pack.append((at, data or b"null"))
                else:
                    streams.append((at, b"\n".join((data, b"stream", content, b"endstream"))))
            packs.append(pack)
        trailer = {"Root": self._whole.catalog.reference, "Info": self._whole.info.reference}
        return packed(packs, streams, trailer, identifier)

    def _own(self) -> Iterator[tuple[int, Any]]:
        if self._whole.info.number is None:
            self._whole.add_object(self._whole.info)
        objects = enumerate(self._whole.objects)
        return ((number, entry) for number, entry in objects if entry is not None and entry.free != "f")

    def _underlay(self, count: int) -> bytes:
        """Draws heads and feet: an artifact, which a screen reader does not read on each page."""
        if self._under is None:
            calls = "".join(f"q /under-{which} Do Q " for which in range(count))
            drawing = pydyf.Stream([f"/Artifact <</Type /Pagination>> BDC {calls}EMC"])
            self._whole.add_object(drawing)
            self._under = drawing.reference
        return self._under

    def _object(self, reference: bytes) -> Any:
        return self._whole.objects[int(reference.split()[0])]

    @staticmethod
    def _number(place: _Place, link: Link) -> int:
        return place.first + link.number - OWN_FIRST

    def _moved(self, data: bytes, first: int) -> bytes:
        """The numbers of a chapter moved to where it stands in the file."""
        shared = [reference.split()[0] for reference in self._shared]

        def moved(found: re.Match[bytes]) -> bytes:
            number = int(found[1])
            return shared[number] if number < OWN_FIRST else b"%d" % (first + number - OWN_FIRST)

        return _NUMBER.sub(moved, data)


def _stream(compressed: bytes, **extra: Any) -> Any:
    return pydyf.Stream([compressed], {**extra, "Filter": "/FlateDecode"})


def _resources(page: DrawnPage, forms: Sequence[bytes]) -> bytes:
    calls = b"".join(b"/under-%d %s" % (which, reference) for which, reference in enumerate(forms))
    return b"<<" + page.resources + b"/XObject <<" + page.drawings + calls + b">>>>"
