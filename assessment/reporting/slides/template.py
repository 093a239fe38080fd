"""The template: a file one can replace. Its layouts and what stands on them are known by their names."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.exc import PythonPptxError
from pptx.opc.constants import RELATIONSHIP_TYPE

from assessment.errors import TemplateRefused
from assessment.views.deck.model import SlideKind

LAYOUT_NAMES = {SlideKind.COVER: "Cover", SlideKind.MESSAGE: "Message"}
TITLE, SECTION, CONTENT, CAPTION = "Title", "Section", "Content", "Caption"
CLIENT_LOGO, CONSULTANT_LOGO = "Client-logo", "Consultant-logo"
ORGANISATION, DATE, CONFIDENTIALITY, SNAPSHOT, NUMBER = "Organisation", "Date", "Confidentiality", "Snapshot", "Number"
NEEDED = (TITLE, CONTENT)
MOST_BYTES = 100 * 2**20
LEAST_CONTENT_SHARE = 0.25
"""The room for content is at least so much of the slide; below that no table can be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A place on a slide, in points."""

    left: float
    top: float
    width: float
    height: float


def open_template(content: bytes, file: str) -> Any:
    """The template as a presentation without slides; `file` is what it is called.

    Raises TemplateRefused where it cannot be read, lacks a layout or a placeholder, or has no room for content.
    """
    presentation = _read(content, file)
    for name in LAYOUT_NAMES.values():
        layout = presentation.slide_layouts.get_by_name(name)
        if layout is None:
            raise TemplateRefused(file, f"it has no layout named '{name}'")
        found = {shape.name: shape for shape in layout.placeholders}
        for needed in NEEDED:
            if needed not in found:
                raise TemplateRefused(file, f"its layout '{name}' has no placeholder named '{needed}'")
        room = found[CONTENT]
        least = LEAST_CONTENT_SHARE * presentation.slide_width * presentation.slide_height
        if name == LAYOUT_NAMES[SlideKind.MESSAGE] and room.width * room.height < least:
            raise TemplateRefused(file, f"the placeholder '{CONTENT}' of its layout '{name}' is too small")
    _without_slides(presentation)
    return presentation


def _read(content: bytes, file: str) -> Any:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
        if size > MOST_BYTES:
            raise TemplateRefused(file, "unpacked it is larger than 100 MB")
        return Presentation(io.BytesIO(content))
    except (OSError, PythonPptxError, zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise TemplateRefused(file, "it is no PowerPoint presentation (.pptx)") from error


def _without_slides(presentation: Any) -> None:
    """A template saved with slides in it: they are dropped, the deck has its own."""
    listed = presentation.slides._sldIdLst
    for entry in list(listed):
        presentation.part.drop_rel(entry.rId)
        listed.remove(entry)


def box_of(shape: Any) -> Box:
    """Where a shape stands."""
    return Box(left=shape.left.pt, top=shape.top.pt, width=shape.width.pt, height=shape.height.pt)


def set_theme(presentation: Any, *, accent: str | None, second: str | None, font: str | None) -> None:
    """Colours and typeface of the theme, where a brand has its own."""
    part = presentation.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    if accent is None and second is None and font is None:
        return
    theme = etree.fromstring(part.blob)
    space = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
    for name, colour in (("accent1", accent), ("accent2", second)):
        if colour is not None:
            for entry in theme.iterfind(f".//a:clrScheme/a:{name}", space):
                for old in list(entry):
                    entry.remove(old)
                etree.SubElement(entry, f"{{{space['a']}}}srgbClr").set("val", colour.removeprefix("#").upper())
    if font is not None:
        for entry in theme.iterfind(".//a:fontScheme//a:latin", space):
            entry.set("typeface", font)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)
