"""A logo in the place its layout has for it: whole, in its own proportions.

A drawing stays a drawing: the file holds it beside an empty picture of its size, which programs that know no SVG show.
"""

from __future__ import annotations

import hashlib
import io
from typing import Any

from lxml import etree
from PIL import Image
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn
from pptx.util import Pt

from assessment.reporting.branding.svg import svg_size
from assessment.reporting.slides.canvas import describe
from assessment.reporting.slides.template import Box

SVG_TYPE = "image/svg+xml"
SVG_SPACE = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_LONGER_SIDE = 200


def place_logo(shapes: Any, content: bytes, box: Box, spoken: str) -> None:
    """The picture as large as its box allows, to the left of a box in the left half, else to the right."""
    is_drawing = content.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")
    shown = _empty_picture(*svg_size(content)) if is_drawing else content
    picture = shapes.add_picture(io.BytesIO(shown), Pt(box.left), Pt(box.top))
    share = min(box.width / picture.width.pt, box.height / picture.height.pt)
    width, height = picture.width.pt * share, picture.height.pt * share
    picture.width, picture.height = Pt(width), Pt(height)
    is_left = box.left < box.width
    picture.left = Pt(box.left if is_left else box.left + box.width - width)
    picture.top = Pt(box.top + (box.height - height) / 2)
    describe(picture, spoken, spoken)
    if is_drawing:
        _draw(shapes.part, picture, content)


def _empty_picture(width: float, height: float) -> bytes:
    share = _LONGER_SIDE / max(width, height)
    content = io.BytesIO()
    size = (max(1, round(width * share)), max(1, round(height * share)))
    Image.new("LA", size, (255, 0)).save(content, "PNG")
    return content.getvalue()


def _draw(slide: Any, picture: Any, content: bytes) -> None:
    """Put the drawing into the file, once, and say at the picture that it is drawn by it."""
    number = slide.relate_to(_part(slide.package, content), RELATIONSHIP_TYPE.IMAGE)
    blip = picture._element.find(f".//{qn('a:blip')}")
    extensions = etree.SubElement(blip, qn("a:extLst"))
    extension = etree.SubElement(extensions, qn("a:ext"), uri=SVG_EXTENSION)
    drawn = etree.SubElement(extension, f"{{{SVG_SPACE}}}svgBlip", nsmap={"asvg": SVG_SPACE})
    drawn.set(qn("r:embed"), number)


def _part(package: Any, content: bytes) -> Any:
    name = PackURI(f"/ppt/media/drawing-{hashlib.sha256(content).hexdigest()[:12]}.svg")
    found = next((part for part in package.iter_parts() if part.partname == name), None)
    return found or Part(name, SVG_TYPE, package, content)
