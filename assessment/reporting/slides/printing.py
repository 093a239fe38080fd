"""The deck as a file: slides from the template's layouts, their foot, notes, sections and properties."""

from __future__ import annotations

import copy
import io
import uuid
from datetime import UTC, date, datetime
from typing import Any

from lxml import etree
from pptx.oxml.ns import qn

from assessment.domain.computed import Computed
from assessment.domain.layout.brand import HOUSE_BRAND, Brand
from assessment.domain.portfolio.portfolio import Portfolio
from assessment.reporting.pdf.cleaning import cleaned_throughout
from assessment.reporting.slides import template as names
from assessment.reporting.slides.branding import style_of
from assessment.reporting.slides.canvas import Canvas
from assessment.reporting.slides.logos import place_logo
from assessment.reporting.slides.measuring import line_height, shortened
from assessment.reporting.slides.package import without_clock
from assessment.reporting.slides.placing import place_areas
from assessment.reporting.slides.style import TEMPLATE, DeckStyle
from assessment.reporting.slides.template import LAYOUT_NAMES, box_of, open_template, set_theme
from assessment.reporting.slides.writing import Align, Ink, Paragraph, Run, write
from assessment.views.deck.deck import deck_view
from assessment.views.deck.model import Deck, Slide, SlideKind
from assessment.views.portfolio.slides import portfolio_deck
from assessment.views.stamp import Stamp, stamp_text
from assessment.views.wording import deck as words
from assessment.views.wording.numbers import written_in

TITLE_SIZES = {SlideKind.COVER: (40.0, 34.0, 28.0, 24.0), SlideKind.MESSAGE: (24.0, 22.0, 20.0, 18.0)}
TITLE_LINES = 2
SECTION_SIZES = {SlideKind.COVER: 14.0, SlideKind.MESSAGE: 11.0}
CAPTION_SIZES = (10.0, 9.0)
CAPTION_LINES = 3
FOOT_SIZE = 9.0
SECTIONS = "http://schemas.microsoft.com/office/powerpoint/2010/main"
SECTIONS_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
KIND = "deck"
PROPERTY_LENGTH = 255
"""What a property of the file has room for; a longer stamp goes on in the comments."""
DEFAULT = DeckStyle()


def deck_bytes(
    computed: Computed,
    *,
    printed_on: date,
    product_version: str,
    style: DeckStyle = DEFAULT,
    brand: Brand = HOUSE_BRAND,
) -> bytes:
    """The deck of what may be told of an assessment (`computed.told`), by a layout. The same parts give the same bytes.

    A `style` takes the place of the layout's.

    Raises TemplateRefused for a template that the deck cannot use.
    """
    style = style_of(brand) if style == DEFAULT else style
    with written_in(brand.layout.language):
        view = deck_view(computed, printed_on=printed_on, product_version=product_version, layout=brand.layout)
    stamp = Stamp(
        kind=KIND,
        snapshot_hash=computed.snapshot_hash,
        printed_on=printed_on,
        product_version=product_version,
        anchor=computed.anchor,
        layout=style.look_hash,
        before_hash=computed.before_hash,
    )
    return presentation_bytes(view, style, printed_on, stamp_text(stamp))


def portfolio_deck_bytes(portfolio: Portfolio, *, printed_on: date, brand: Brand = HOUSE_BRAND) -> bytes:
    """The slides of a portfolio, by a layout. Raises what `deck_bytes` raises."""
    with written_in(brand.layout.language):
        view = portfolio_deck(portfolio, printed_on=printed_on, layout=brand.layout)
    return presentation_bytes(view, style_of(brand), printed_on, "")


def presentation_bytes(view: Deck, style: DeckStyle, printed_on: date, keywords: str) -> bytes:
    """Slides as a file; `keywords` are its stamp. Raises TemplateRefused for a template that they cannot use."""
    deck = cleaned_throughout(view)
    presentation = open_template(style.template or TEMPLATE.read_bytes(), style.template_name)
    set_theme(presentation, accent=style.accent, second=style.second, font=style.font)
    for slide in deck.slides:
        _print_slide(presentation, slide, deck, style)
    _set_sections(presentation, deck)
    _set_properties(presentation, deck, printed_on, keywords)
    buffer = io.BytesIO()
    presentation.save(buffer)
    return without_clock(buffer.getvalue(), deck.imprint.created)


def _print_slide(presentation: Any, slide: Slide, deck: Deck, style: DeckStyle) -> None:
    layout = presentation.slide_layouts.get_by_name(LAYOUT_NAMES[slide.kind])
    printed = presentation.slides.add_slide(layout)
    own = {shape.name: shape for shape in layout.placeholders}
    by_index = {shape.placeholder_format.idx: shape for shape in printed.placeholders}
    shapes = {name: by_index.get(shape.placeholder_format.idx) for name, shape in own.items()}
    canvas = Canvas(shapes=printed.shapes, language=style.language)
    _write_title(shapes[names.TITLE], slide, style.language)
    _write_line(shapes.get(names.SECTION), slide.section, SECTION_SIZES[slide.kind], Ink.ACCENT, style.language)
    room = box_of(own[names.CONTENT])
    _drop(shapes[names.CONTENT])
    place_areas(canvas, slide, room)
    _write_caption(shapes.get(names.CAPTION), slide.caption, style.language)
    for name, logo, spoken in (
        (names.CLIENT_LOGO, style.client_logo, words.CLIENT_LOGO),
        (names.CONSULTANT_LOGO, style.consultant_logo, words.CONSULTANT_LOGO),
    ):
        if name in own:
            _drop(shapes[name])
            if logo is not None:
                place_logo(printed.shapes, logo, box_of(own[name]), spoken)
    _write_foot(printed, own, shapes, deck, style)
    printed.notes_slide.notes_text_frame.text = "\n".join(slide.notes)


def _write_title(shape: Any, slide: Slide, language: str) -> None:
    """The message in at most two lines: smaller letters first, then an ellipsis."""
    width = box_of(shape).width
    sizes = TITLE_SIZES[slide.kind]
    size = next(
        (own for own in sizes if shortened(slide.title, own, width, TITLE_LINES, is_bold=True) == slide.title),
        sizes[-1],
    )
    text = shortened(slide.title, size, width, TITLE_LINES, is_bold=True)
    write(shape._element.txBody, (Paragraph(runs=(Run(text=text, is_bold=True),), size=size),), language)


def _write_line(shape: Any, text: str, size: float, ink: Ink, language: str, align: Align = Align.LEFT) -> None:
    """One line in a placeholder; a placeholder without words is dropped."""
    if shape is None:
        return
    if not text:
        _drop(shape)
        return
    said = shortened(text, size, box_of(shape).width, 1)
    write(shape._element.txBody, (Paragraph(runs=(Run(text=said, ink=ink),), size=size, align=align),), language)


def _write_caption(shape: Any, text: str, language: str) -> None:
    if shape is None:
        return
    if not text:
        _drop(shape)
        return
    box = box_of(shape)
    for size in CAPTION_SIZES:
        said = shortened(text, size, box.width, max(1, int(box.height // line_height(size))))
        if said == text:
            break
    write(shape._element.txBody, (Paragraph(runs=(Run(text=said, ink=Ink.QUIET),), size=size),), language)
    _to_end(shape)


def _write_foot(printed: Any, own: dict[str, Any], shapes: dict[str, Any], deck: Deck, style: DeckStyle) -> None:
    """Organisation, date, confidentiality and hash; python-pptx leaves the placeholders of a foot on the layout."""
    imprint = deck.imprint
    for name, text in (
        (names.ORGANISATION, imprint.running_head),
        (names.DATE, imprint.date),
        (names.CONFIDENTIALITY, style.confidentiality or imprint.foot),
        (names.SNAPSHOT, imprint.hash_line),
    ):
        if name in own:
            shape = shapes.get(name) or _copied(printed, own[name])
            _write_line(shape, text, FOOT_SIZE, Ink.QUIET, style.language)
            _to_end(shape)
    if names.NUMBER in own and shapes.get(names.NUMBER) is None:
        _copied(printed, own[names.NUMBER])


def _copied(printed: Any, placeholder: Any) -> Any:
    """A placeholder of the layout on the slide; place and look stay those of the layout."""
    element = copy.deepcopy(placeholder._element)
    properties = element.spPr
    for child in list(properties):
        properties.remove(child)
    element.nvSpPr.cNvPr.set("id", str(printed.shapes._next_shape_id))
    printed.shapes._spTree.append(element)
    return printed.shapes[-1]


def _to_end(shape: Any) -> None:
    """Last in the order of reading."""
    parent = shape._element.getparent()
    if parent is not None:
        parent.append(shape._element)


def _drop(shape: Any) -> None:
    if shape is not None and shape._element.getparent() is not None:
        shape._element.getparent().remove(shape._element)


def _set_sections(presentation: Any, deck: Deck) -> None:
    """The sections of the deck, as PowerPoint lists them beside its slides."""
    root = presentation.part._element
    listed = etree.SubElement(etree.Element("root"), f"{{{SECTIONS}}}sectionLst", nsmap={"p14": SECTIONS})
    current: etree._Element | None = None
    entries = presentation.slides._sldIdLst.sldId_lst
    for place, (slide, entry) in enumerate(zip(deck.slides, entries, strict=True)):
        title = slide.title if slide.kind is SlideKind.COVER else slide.section
        if current is None or current.get("name") != title:
            section = etree.SubElement(listed, f"{{{SECTIONS}}}section")
            section.set("name", title)
            section.set("id", f"{{{str(uuid.uuid5(uuid.NAMESPACE_URL, f'{place} {title}')).upper()}}}")
            current = section
            etree.SubElement(section, f"{{{SECTIONS}}}sldIdLst")
        etree.SubElement(current[0], f"{{{SECTIONS}}}sldId").set("id", str(entry.id))
    ends = root.find(qn("p:extLst"))
    ends = etree.SubElement(root, qn("p:extLst")) if ends is None else ends
    extension = etree.SubElement(ends, qn("p:ext"))
    extension.set("uri", SECTIONS_URI)
    extension.append(listed)


def _set_properties(presentation: Any, deck: Deck, printed_on: date, keywords: str) -> None:
    own, moment = deck.imprint, datetime(printed_on.year, printed_on.month, printed_on.day, tzinfo=UTC)
    properties = presentation.core_properties
    properties.title, properties.subject, properties.author = (
        text[:PROPERTY_LENGTH] for text in (own.title, own.description, own.author)
    )
    properties.keywords, properties.comments = keywords[:PROPERTY_LENGTH], keywords[PROPERTY_LENGTH:]
    properties.language = own.language
    properties.last_modified_by, properties.revision, properties.category = own.brand, 1, own.kind[:PROPERTY_LENGTH]
    properties.created = properties.modified = moment.replace(tzinfo=None)
