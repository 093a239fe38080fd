"""The letters on paper are those of the text: each glyph that is drawn has the outline of its letter in our font files.

The text layer of a PDF reads right also where the wrong glyphs are drawn, so it is not asked here.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from assessment.charts.tokens import FONT_FACES, REGULAR_WEIGHT, SEMIBOLD_WEIGHT
from assessment.reporting.pdf.render import html_to_pdf
from assessment.reporting.stages import unheard
from assessment.reporting.templates import FONTS_FOLDER
from assessment.views.paper import Paper

WORDS = "Zakład Usług Łódź żółć Őrült Ďáblovo Ğğİı Şišli Þórður Žemaičių “Größe” 5 € –"
NO_LETTER = "\uffff"
_MAPPED = re.compile(r"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]{4,})>")
Outline = list[tuple[str, Any]]


def printed(text: str) -> PdfReader:
    page = (
        f'<html lang="en"><head><title>T</title></head><body><p>{text}</p><p><strong>{text}</strong></p></body></html>'
    )
    return PdfReader(io.BytesIO(html_to_pdf(page, "report.css", Paper.A4, "letters", unheard)))


def drawn_letters(pdf: PdfReader) -> Iterator[tuple[str, int, Outline]]:
    """Letter, weight and outline of each glyph of our own fonts that a page draws as one letter."""
    fonts = {str(font.get_object()["/BaseFont"]): font.get_object() for font in fonts_of(pdf)}
    for name, font in fonts.items():
        if "Source-Sans-3" not in name:
            continue
        weight = SEMIBOLD_WEIGHT if "Bold" in name else REGULAR_WEIGHT
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        file = next(descriptor[key] for key in ("/FontFile2", "/FontFile3") if key in descriptor)
        embedded = TTFont(io.BytesIO(file.get_object().get_data()))
        for code, letters in _MAPPED.findall(font["/ToUnicode"].get_object().get_data().decode()):
            text = bytes.fromhex(letters).decode("utf-16-be")
            if len(text) == 1 and text != NO_LETTER:
                yield text, weight, outline(embedded, embedded.getGlyphOrder()[int(code, 16)])


def fonts_of(pdf: PdfReader) -> Iterator[Any]:
    for page in pdf.pages:
        resources: Any = page["/Resources"]
        yield from resources["/Font"].values()


def outline(font: TTFont, glyph_name: str) -> Outline:
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[glyph_name].draw(pen)
    value: Outline = pen.value
    return value


@cache
def source(file: str) -> TTFont:
    return TTFont(FONTS_FOLDER / file)


def letter_outlines(letter: str, weight: int) -> list[Outline]:
    """The outlines of a letter in the font files of a weight that have it."""
    fonts = [source(face.file) for face in FONT_FACES if face.weight == weight]
    names = [(font, font.getBestCmap().get(ord(letter))) for font in fonts]
    return [outline(font, name) for font, name in names if name is not None]


def test_every_letter_is_drawn_as_itself_in_both_weights() -> None:
    drawn = list(drawn_letters(printed(WORDS)))
    for weight in (REGULAR_WEIGHT, SEMIBOLD_WEIGHT):
        assert {letter for letter, own, _ in drawn if own == weight} >= set(WORDS) - {" "}
    for letter, weight, found in drawn:
        assert found in letter_outlines(letter, weight), letter


def test_of_two_files_with_one_letter_no_other_letters_outline_is_taken() -> None:
    assert letter_outlines("ł", REGULAR_WEIGHT) != letter_outlines("l", REGULAR_WEIGHT)
    assert letter_outlines("ł", REGULAR_WEIGHT) != letter_outlines("ł", SEMIBOLD_WEIGHT)


@pytest.mark.parametrize("text", ["Ελλάδα", "Привет", "عربية"])
def test_letters_that_our_fonts_lack_come_from_another_font(text: str) -> None:
    names = {str(font.get_object()["/BaseFont"]) for font in fonts_of(printed(text))}
    assert any("DejaVu" in name for name in names)
