"""Files for layouts, good and bad, made here: no binary is kept for them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from PIL import Image, ImageDraw
from pptx import Presentation

SVG_OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 200 60">'
A_LOGO = SVG_OPEN + (
    '<defs><linearGradient id="g"><stop offset="0" stop-color="#c00"/></linearGradient></defs>'
    '<rect id="r" width="60" height="60" style="fill:url(#g)"/><use xlink:href="#r" x="70"/></svg>'
)
WOFF2_FILE = Path(__file__).resolve().parents[3] / "assets" / "fonts" / "source-sans-3-latin-400-normal.woff2"
DECK_PARTS: Mapping[str, str] = {
    "[Content_Types].xml": "<Types/>",
    "ppt/presentation.xml": "<p/>",
    "ppt/slideLayouts/slideLayout1.xml": '<s:l xmlns:s="p"><s:cSld name="Title"/></s:l>',
    "ppt/slideLayouts/_rels/slideLayout1.xml.rels": '<R><Relationship Type="x/slideMaster" Target="../m.xml"/></R>',
}


def drawing(inside: str, opening: str = SVG_OPEN) -> bytes:
    """An SVG with something in it."""
    return f"{opening}{inside}</svg>".encode()


def picture(width: int = 120, height: int = 40, kind: str = "PNG") -> bytes:
    """A picture of a size."""
    image = Image.new("RGB", (width, height), "#1F6B45")
    ImageDraw.Draw(image).ellipse((2, 2, min(width, height) - 2, min(width, height) - 2), fill="#FFFFFF")
    content = io.BytesIO()
    image.save(content, kind)
    return content.getvalue()


def font(*, fs_type: int = 0, family: str = "Invented Grotesk", letters: str = "AB") -> bytes:
    """A TrueType font of square letters."""
    names = [".notdef", *(f"letter{ord(letter)}" for letter in letters)]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(letter): f"letter{ord(letter)}" for letter in letters})
    pen = TTGlyphPen(None)
    for number, point in enumerate(((50, 0), (50, 700), (550, 700), (550, 0))):
        (pen.lineTo if number else pen.moveTo)(point)
    pen.closePath()
    builder.setupGlyf(dict.fromkeys(names, pen.glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, fsType=fs_type)
    builder.setupPost()
    content = io.BytesIO()
    builder.save(content)
    return content.getvalue()


def deck(more: Mapping[str, str | bytes] = MappingProxyType({}), parts: Mapping[str, str] = DECK_PARTS) -> bytes:
    """An archive like a presentation."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in {**parts, **more}.items():
            archive.writestr(name, part)
    return content.getvalue()


def blank_deck() -> bytes:
    """A presentation with layouts of other names."""
    content = io.BytesIO()
    Presentation().save(content)
    return content.getvalue()
