"""A drawing as a logo: nothing in it runs, moves, or points out of the file, and it does not grow when it is drawn.

| refused | why |
|---|---|
| script, foreignObject, pages, sound, film, animation | they act |
| attributes that begin with `on`, `javascript:`, `xml:base` | they act, or move where links lead |
| `href`, `src` and `url()` to anything but `#name`; `@import`; a style sheet beside it | they fetch |
| entities, other encodings, a backslash in a style | they hide one of the above |
| more elements than the limit, counted as they are drawn: `use` and `url(#name)` repeat what they name | they grow |
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

import defusedxml.ElementTree
from defusedxml.common import DefusedXmlException

from assessment.reporting.branding.refusing import Refused
from assessment.views.wording import layout_files as words

SIZE_LIMIT = 300_000
ELEMENT_LIMIT = 5_000
DRAWN_LIMIT = 20_000
DEPTH_LIMIT = 32
USE_DEPTH_LIMIT = 8
LENGTH_LIMIT = 100_000.0
SVG = "http://www.w3.org/2000/svg"
XHTML = "http://www.w3.org/1999/xhtml"
XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_ACTING = frozenset(
    (
        *("script", "foreignobject", "iframe", "embed", "object", "audio", "video", "canvas", "handler", "listener"),
        *(
            "animate",
            "animatecolor",
            "animatemotion",
            "animatetransform",
            "set",
            "discard",
            "mpath",
            "image",
            "feimage",
        ),
    )
)
_ADDRESSES = frozenset(("href", "src"))
_SCHEMES = ("javascript:", "vbscript:", "data:", "expression(")
_URL = re.compile(r"url\(\s*(['\"]?)\s*([^)'\"]*)")
_LENGTH = re.compile(r"\s*([0-9.eE+-]+)\s*(?:px|pt|pc|mm|cm|in|em|ex)?\s*")
_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([^\"']*)", re.IGNORECASE)


def svg_size(content: bytes) -> tuple[float, float]:
    """Width and height of the drawing, in its own unit. Raises Refused."""
    if len(content) > SIZE_LIMIT:
        raise Refused(words.too_large(len(content), SIZE_LIMIT), "Simplify it or save it as PNG.")
    root = _parsed(content)
    elements = tuple(_walked(root))
    for element in elements:
        _require_still(element)
    _require_small(root, elements)
    return _size(root)


def _parsed(content: bytes) -> Element:
    declared = _ENCODING.search(content[:200])
    if declared is not None and declared.group(1).lower() not in (b"utf-8", b"us-ascii"):
        raise Refused("it is not written in UTF-8", "Save it as plain SVG in UTF-8.")
    if b"<?xml-stylesheet" in content:
        raise Refused("it takes its style from a file beside it", words.PLAIN_DRAWING)
    try:
        content.decode("utf-8")
        root: Element = defusedxml.ElementTree.fromstring(content, forbid_dtd=False, forbid_entities=True)
    except DefusedXmlException as error:
        raise Refused("it declares entities, which can hide anything", words.PLAIN_DRAWING) from error
    except (ParseError, UnicodeDecodeError, ValueError, LookupError) as error:
        raise Refused("it is damaged: it cannot be read as SVG", "Export it again.") from error
    if root.tag != f"{{{SVG}}}svg":
        raise Refused("it is not an SVG drawing", "Choose an SVG or a PNG.")
    return root


def _walked(root: Element) -> Iterator[Element]:
    """Every element, as far as depth and number allow."""
    waiting = [(root, 1)]
    count = 0
    while waiting:
        element, depth = waiting.pop()
        count += 1
        if count > ELEMENT_LIMIT:
            raise Refused(f"it has more than {ELEMENT_LIMIT:,} elements", "Simplify it or save it as PNG.")
        if depth > DEPTH_LIMIT:
            raise Refused(f"its groups are nested deeper than {DEPTH_LIMIT}", "Ungroup it or save it as PNG.")
        yield element
        waiting.extend((child, depth + 1) for child in element)


def _require_still(element: Element) -> None:
    """Raise Refused for an element that acts or fetches."""
    namespace, _, name = element.tag.removeprefix("{").rpartition("}")
    if name.lower() in _ACTING:
        raise Refused(f"it holds a <{name[:40]}>, which may act or fetch", words.PLAIN_DRAWING)
    if namespace == XHTML:
        raise Refused("it holds parts of a web page", words.PLAIN_DRAWING)
    if name.lower() == "style":
        _require_still_style("".join(element.itertext()), words.ITS_STYLE)
    for attribute, value in element.attrib.items():
        _require_still_attribute(attribute, value)


def _require_still_attribute(attribute: str, value: str) -> None:
    local = attribute.rpartition("}")[2].lower()
    where = words.attribute(local)
    if local.startswith("on"):
        raise Refused(f"it holds an attribute that runs a script ({local[:40]})", words.PLAIN_DRAWING)
    if attribute == XML_BASE:
        raise Refused("it moves where its links lead (xml:base)", words.PLAIN_DRAWING)
    if local in _ADDRESSES:
        if not value.strip().startswith("#"):
            raise Refused(f"{where} points out of the file", words.PLAIN_DRAWING)
    elif not attribute.startswith("{"):
        _require_still_style(value, where)


def _require_still_style(text: str, where: str) -> None:
    plain = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL).lower()
    if "\\" in plain:
        raise Refused(f"{where} holds a backslash, which can hide anything", words.PLAIN_DRAWING)
    if "@import" in plain or any(not target.startswith("#") for _, target in _URL.findall(plain)):
        raise Refused(f"{where} points out of the file", words.PLAIN_DRAWING)
    if any(scheme in re.sub(r"\s", "", plain) for scheme in _SCHEMES):
        raise Refused(f"{where} holds a script or a file of its own", words.PLAIN_DRAWING)


def _require_small(root: Element, elements: tuple[Element, ...]) -> None:
    """Raise Refused where what is drawn, with all that is named again, grows too large or names itself."""
    named = {element.get("id", ""): element for element in elements}
    drawn: dict[Element, int] = {}

    def count(element: Element, using: tuple[Element, ...]) -> int:
        if element in drawn:
            return drawn[element]
        if element in using or len(using) > USE_DEPTH_LIMIT:
            raise Refused("parts of it name each other in a circle, or too deep", words.PLAIN_DRAWING)
        total = 1 + sum(count(child, using) for child in element)
        for name in _names(element):
            if name in named:
                total += count(named[name], (*using, element))
        if total > DRAWN_LIMIT:
            raise Refused(f"more than {DRAWN_LIMIT:,} elements are drawn of it", "Simplify it or save it as PNG.")
        drawn[element] = total
        return total

    count(root, ())


def _names(element: Element) -> Iterator[str]:
    for attribute, value in element.attrib.items():
        if attribute.rpartition("}")[2].lower() == "href":
            yield value.strip().removeprefix("#")
        else:
            yield from (target.strip().removeprefix("#") for _, target in _URL.findall(value))


def _size(root: Element) -> tuple[float, float]:
    box = root.get("viewBox", "").replace(",", " ").split()
    texts = box[2:] if len(box) == 4 else (root.get("width", ""), root.get("height", ""))
    found = [_LENGTH.fullmatch(text) for text in texts]
    try:
        width, height = (float(one.group(1)) if one else math.nan for one in found)
    except ValueError:
        width = height = math.nan
    if not (0 < width <= LENGTH_LIMIT and 0 < height <= LENGTH_LIMIT):
        raise Refused("it does not say how wide and high it is", "Save it with a viewBox.")
    return width, height
