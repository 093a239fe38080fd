"""What is printed by a layout: its letters, colours, logos, words at the foot, sections; the same bytes again."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from assessment.domain.layout.brand import HOUSE_BRAND, Brand, BrandFile
from assessment.domain.layout.layout import HOUSE_LAYOUT, FilePlace, FontChoice, Layout
from assessment.reporting.branding.checking import checked_file
from assessment.reporting.branding.offering import Offered
from assessment.reporting.branding.preview import preview_svg
from assessment.reporting.bundle import bundle_bytes
from assessment.reporting.pdf.engine import BundledFetcher
from assessment.reporting.pdf.printing import Printer
from assessment.reporting.pdf.render import render_html, render_pdf
from assessment.reporting.pdf.report import build_report
from assessment.reporting.pdf.stylesheet import with_tokens
from assessment.reporting.slides import deck_bytes
from assessment.views.layouts import layout_preview
from assessment.views.paper import Paper
from assessment.views.report_kinds import ReportKind, Section, sections_of
from assessment.views.stamp import read_stamp
from tests.computing import mixed, the_sample
from tests.reporting.branding import offered as made
from tests.reporting.test_slides import DAY

A4_HEIGHT = 297 * 72 / 25.4


def branded(*files: tuple[FilePlace, bytes], **fields: Any) -> Brand:
    """A brand of its own with these files."""
    layout, kept = Layout.model_validate(dict(HOUSE_LAYOUT) | {"id": "own", "name": "Own"} | fields), []
    for place, content in files:
        file = checked_file(Offered(place=place, name="a", content=content))
        layout = layout.with_file(place, file)
        kept.append(BrandFile(place=place, file=file, content=content))
    return Brand(layout=layout, files=tuple(kept))


LOGOS = ((FilePlace.CLIENT_LOGO, made.A_LOGO.encode()), (FilePlace.OWN_LOGO, made.picture()))
OWN = branded(*LOGOS, accent="#8A3B00", second="#C0562B", language="de", confidentiality="For the board")


def report(brand: Brand, kind: ReportKind = ReportKind.EXECUTIVE, **changes: Any) -> Any:
    sections = sections_of(kind, brand.layout.sections)
    arguments: dict[str, Any] = {"kind": kind, "sections": sections, "brand": brand} | changes
    return build_report(mixed().told, printed_on=DAY, product_version="1.2.3", **arguments)


@pytest.fixture(scope="module")
def printed() -> bytes:
    return render_pdf(report(OWN), Paper.LETTER)


def test_the_page_has_the_line_at_the_foot_the_numbers_and_the_stamp_of_its_layout(printed: bytes) -> None:
    reader = PdfReader(io.BytesIO(printed))
    text = "\n".join(page.extract_text() for page in reader.pages)
    assert "For the board. Draft" in text
    assert "1. März 2024" in text
    assert "1 March 2024" not in text
    stamp = read_stamp(str(reader.metadata and reader.metadata.keywords))
    assert stamp is not None
    assert stamp.layout == OWN.layout.look_hash
    assert float(reader.pages[0].mediabox.width) == pytest.approx(612)


def test_the_logos_are_in_the_page_within_their_boxes_and_are_named(printed: bytes) -> None:
    html = render_html(report(OWN)).replace("&#39;", "'")
    assert html.count('<img class="logo"') == 2
    assert 'src="plumbline:client-logo" alt="Client\'s logo" style="width:40.0mm;height:12.0mm"' in html.replace(
        "&#39;", "'"
    )
    assert (
        len([image for page in PdfReader(io.BytesIO(printed)).pages for image in page.images]) == 1
    )  # the SVG is drawn
    assert '<img class="logo"' not in render_html(report(HOUSE_BRAND))


def test_colours_and_letters_come_from_the_layout_and_from_nothing_else() -> None:
    sheet = "a { color: var(--accent); border-color: var(--second); font-family: var(--family); }"
    own = branded((FilePlace.FONT, made.font()), accent="#8A3B00", font_choice=FontChoice.IBM_PLEX_SANS)
    assert with_tokens(sheet, own.layout) == (
        'a { color: #8A3B00; border-color: #16202B; font-family: "LayoutFont", "IBM Plex Sans", '
        '"IBM Plex Sans Extended", "Source Sans 3", "Source Sans 3 Extended", sans-serif; }'
    )
    assert 'color: #0F5C8C; border-color: #16202B; font-family: "Source Sans 3", ' in with_tokens(sheet)
    html = render_html(report(own))
    assert "#8A3B00" in html
    assert "#0F5C8C" not in html


@pytest.mark.parametrize("choice", list(FontChoice))
def test_each_family_prints_in_its_own_letters(choice: FontChoice) -> None:
    reader = PdfReader(io.BytesIO(render_pdf(report(branded(font_choice=choice)))))
    fonts = {str(font.get_object()["/BaseFont"]) for font in reader.pages[0]["/Resources"]["/Font"].values()}  # type: ignore[index]
    wanted = choice.value.title().replace("Ibm", "IBM")
    assert any(wanted in name for name in fonts), fonts


def test_a_font_of_ones_own_is_embedded_and_what_it_lacks_is_printed_in_the_houses() -> None:
    own = branded((FilePlace.FONT, made.font(letters="ABCDEFGHIJKLMNOPQRSTUVWXYZ")))
    reader = PdfReader(io.BytesIO(render_pdf(report(own))))
    fonts = {str(font.get_object()["/BaseFont"]) for font in reader.pages[0]["/Resources"]["/Font"].values()}  # type: ignore[index]
    assert any("LayoutFont" in name for name in fonts)
    assert any("Source-Sans" in name for name in fonts)


def test_the_same_layout_gives_the_same_bytes_whatever_was_printed_between() -> None:
    printer = Printer()
    first = render_pdf(report(OWN), Paper.A4, printer=printer)
    other = render_pdf(report(branded(accent="#005533")), Paper.A4, printer=printer)
    assert render_pdf(report(OWN), Paper.A4, printer=printer) == first == render_pdf(report(OWN), Paper.A4)
    assert other != first


def test_nothing_but_the_files_of_the_layout_is_fetched() -> None:
    fetcher = BundledFetcher(OWN)
    assert fetcher.fetch("plumbline:client-logo").read() == made.A_LOGO.encode()
    for address in ("plumbline:font", "file:///etc/passwd", "https://example.org/a.png", "plumbline:../secret"):
        with pytest.raises(ValueError, match="fetches nothing but"):
            fetcher.fetch(address)
    with pytest.raises(ValueError, match="fetches nothing but"):
        BundledFetcher().fetch("plumbline:client-logo")


def test_sections_are_those_that_are_chosen_in_their_order() -> None:
    chosen = branded(sections=("method", "owners", "cover", "groups"))
    assert sections_of(ReportKind.FULL, chosen.layout.sections) == (
        *(Section.METHOD, Section.OWNERS, Section.COVER, Section.GROUPS),
    )
    found = report(chosen, ReportKind.FULL)
    in_order = list(dict.fromkeys(part.section for part in found.parts))
    assert in_order == [Section.METHOD, Section.OWNERS, Section.GROUPS]
    assert sections_of(ReportKind.EXECUTIVE, ("method",)) == (Section.EXECUTIVE,)
    assert sections_of(ReportKind.MAIN, ("method",)) == sections_of(ReportKind.MAIN, ())


def test_a_bundle_has_its_logos_as_images_that_it_may_show_and_carries_the_stamp() -> None:
    page = bundle_bytes(mixed().told, printed_on=DAY, product_version="1.2.3", brand=OWN).decode()
    assert page.count('<img src="data:image/') == 2
    assert "img-src data:" in page
    assert "<script" not in page
    assert "--accent: #8A3B00" in page
    stamp = read_stamp(page)
    assert stamp is not None
    assert stamp.layout == OWN.layout.look_hash
    plain = bundle_bytes(mixed().told, printed_on=DAY, product_version="1.2.3").decode()
    assert "img-src" not in plain
    assert "<img" not in plain


def test_a_deck_has_the_drawing_beside_an_empty_picture_and_carries_the_stamp() -> None:
    content = deck_bytes(mixed().told, printed_on=DAY, product_version="1.2.3", brand=OWN)
    assert deck_bytes(mixed().told, printed_on=DAY, product_version="1.2.3", brand=OWN) == content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        drawings = [name for name in archive.namelist() if name.endswith(".svg")]
        assert [archive.read(name) for name in drawings] == [made.A_LOGO.encode()]
        first = archive.read("ppt/slides/slide1.xml").decode()
        stamp = read_stamp(archive.read("docProps/core.xml").decode())
        theme = "".join(archive.read(one).decode() for one in archive.namelist() if "theme/theme" in one)
    assert "svgBlip" in first
    assert "8A3B00" in theme
    assert stamp is not None
    assert stamp.layout == OWN.layout.look_hash


def test_the_picture_of_a_layout_shows_its_colours_logos_and_numbers_and_escapes_its_words() -> None:
    own = replace(OWN, layout=Layout.model_validate(dict(OWN.layout) | {"confidentiality": "<script>1</script>"}))
    picture = preview_svg(own, layout_preview(own.layout))
    assert "&lt;script&gt;1&lt;/script&gt;" in picture
    assert "<script" not in picture
    assert picture.count("<image ") == 2
    assert 'fill="#C0562B"' in picture
    assert 'fill="#8A3B00"' in picture
    assert "2,0 of 5,0" in picture
    assert "1. März 2026" in picture


def test_a_long_line_of_ones_own_and_wide_letters_leave_the_executive_page_whole(tmp_path: Path) -> None:
    line = "For the board and nobody else, and not to be left lying about in rooms that have a door which does not lock"
    brand = branded(*LOGOS, font_choice=FontChoice.SOURCE_SERIF_4, language="de", confidentiality=line)
    whole = build_report(
        the_sample().told, printed_on=DAY, product_version="1.2.3", kind=ReportKind.EXECUTIVE, brand=brand
    )
    path = tmp_path / "report.pdf"
    path.write_bytes(render_pdf(whole, Paper.A4))
    said = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, check=True).stdout.decode()
    words = [(text, float(bottom)) for bottom, text in re.findall(r'yMax="([\d.]+)">([^<]*)<', said)]

    assert max(bottom for _, bottom in words) < A4_HEIGHT
    printed_words = [text for text, _ in words]
    assert printed_words.count("lock.") == 1
    assert "108.000" in printed_words
    assert "225.000" in printed_words
