"""A file offered for a layout is taken for what it is by content; what acts, fetches, hides or grows is refused."""

from __future__ import annotations

import gzip
import hashlib
import struct
from typing import Any

import pytest

from assessment.domain.layout.layout import FileKind, FilePlace
from assessment.reporting.branding import checking, font
from assessment.reporting.branding.offering import Offered, read_answer
from assessment.reporting.branding.refusing import Refused
from assessment.reporting.slides.style import TEMPLATE
from assessment.views.paper import Paper
from tests.reporting.branding import offered as made
from tests.reporting.branding.offered import drawing

LOGO, FONT, DECK = FilePlace.CLIENT_LOGO, FilePlace.FONT, FilePlace.DECK_TEMPLATE
NESTED = "".join('<g id="a{}">{}</g>'.format(n, f'<use href="#a{n + 1}"/>' * 10) for n in range(6)) + '<g id="a6"/>'


def look(place: FilePlace, content: bytes, name: str = "a.file") -> Any:
    return checking.checked_file(Offered(place=place, name=name, content=content))


def why(place: FilePlace, content: bytes) -> str:
    with pytest.raises(Refused) as refused:
        look(place, content)
    assert refused.value.remedy.endswith(".")
    return refused.value.reason


@pytest.mark.parametrize(
    ("place", "content", "kind"),
    [
        (LOGO, made.A_LOGO.encode(), FileKind.SVG),
        (LOGO, b'\xef\xbb\xbf<?xml version="1.0" encoding="UTF-8"?>\n<!-- a -->' + made.A_LOGO.encode(), FileKind.SVG),
        (LOGO, made.picture(), FileKind.PNG),
        (FONT, made.font(), FileKind.TTF),
        (FilePlace.BOLD_FONT, made.WOFF2_FILE.read_bytes(), FileKind.WOFF2),
        (DECK, made.deck(), FileKind.PPTX),
    ],
    ids=["svg", "svg with a head", "png", "ttf", "woff2", "pptx"],
)
def test_a_file_is_what_its_content_says_whatever_it_is_called(
    place: FilePlace, content: bytes, kind: FileKind
) -> None:
    file = look(place, content, "C:\\pictures\\logo\n .exe")
    assert (file.kind, file.size_count, file.name) == (kind, len(content), "logo .exe")
    assert file.content_hash == hashlib.sha256(content).hexdigest()


def test_a_logo_has_the_size_of_its_drawing_or_its_pixels() -> None:
    assert [(one.width, one.height) for one in (look(LOGO, made.A_LOGO.encode()), look(LOGO, made.picture()))] == [
        (200.0, 60.0),
        (120.0, 40.0),
    ]
    by_sides = drawing("", '<svg xmlns="http://www.w3.org/2000/svg" width="30mm" height="1.5e1">')
    assert (look(LOGO, by_sides).width, look(LOGO, by_sides).height) == (30.0, 15.0)


def test_a_font_has_the_name_it_gives_itself() -> None:
    assert look(FONT, made.font(family="Invented  Grotesk\x07")).family == "Invented Grotesk"


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ("<script>1</script>", "<script>"),
        ("<SCRIPT>1</SCRIPT>", "<SCRIPT>"),
        ("<foreignObject/>", "<foreignObject>"),
        ('<image href="#r"/>', "<image>"),
        ('<animate attributeName="href" to="javascript:1"/>', "<animate>"),
        ('<set attributeName="onload" to="1"/>', "<set>"),
        ('<g onload="1"/>', "onload"),
        ('<g OnClick="1"/>', "onclick"),
        ('<a href="https://example.org/"/>', "out of the file"),
        ('<use xlink:href="other.svg#a"/>', "out of the file"),
        ('<use href="data:image/svg+xml,x"/>', "out of the file"),
        ('<use href=" javascript:1"/>', "out of the file"),
        ('<g style="fill:url(https://example.org/a)"/>', "out of the file"),
        ("<g fill=\"url( '//example.org/a' )\"/>", "out of the file"),
        ('<g style="fill:u\\72l(https://example.org)"/>', "backslash"),
        ('<g style="fill:u/**/rl(https://example.org)"/>', "out of the file"),
        ("<style>@import 'https://example.org/a.css';</style>", "out of the file"),
        ("<style>g{fill:url(https://example.org/a)}</style>", "out of the file"),
        ("<style><![CDATA[g{background:URL(//example.org)}]]></style>", "out of the file"),
        ('<g fill="expression (1)"/>', "script"),
        ('<g xml:base="https://example.org/"/>', "xml:base"),
        ('<div xmlns="http://www.w3.org/1999/xhtml"/>', "web page"),
        (NESTED, "are drawn of it"),
        ('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>', "circle"),
        ('<pattern id="p"><rect fill="url(#p)"/></pattern>', "circle"),
        ("<g>" * 40 + "</g>" * 40, "nested deeper"),
        ("<g/>" * 5_001, "5,000 elements"),
        ("<g>", "damaged"),
    ],
)
def test_a_drawing_that_acts_fetches_hides_or_grows_is_refused(inside: str, reason: str) -> None:
    assert reason in why(LOGO, drawing(inside))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + drawing("&a;"), "entities"),
        (b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + drawing("&a;"), "entities"),
        (b'<?xml-stylesheet href="https://example.org/a.css"?>' + drawing(""), "a file beside it"),
        (b'<?xml version="1.0" encoding="utf-7"?>' + drawing(""), "UTF-8"),
        (b"<html xmlns='http://www.w3.org/1999/xhtml'/>", "not an SVG"),
        (b"<svg/>", "not an SVG"),
        (b"<\xff", "damaged"),
        (drawing("", '<svg xmlns="http://www.w3.org/2000/svg">'), "how wide and high"),
        (drawing("", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e9 1e9">'), "how wide and high"),
        (drawing("", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 nan -1">'), "how wide and high"),
        (drawing("", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 10">'), "20 times"),
        (drawing(f"<!--{'x' * 300_001}-->"), "300,000"),
        (gzip.compress(made.A_LOGO.encode()), "gzip"),
        (b"", "empty"),
        (b"nothing", "no kind"),
        (b"%PDF-1.7", "a PDF"),
        (made.picture(kind="JPEG"), "a JPEG"),
        (made.picture(kind="GIF"), "a GIF"),
        (made.picture().replace(b"IDATx", b"IDATy"), "damaged"),
        (made.picture()[:-20], "damaged"),
        (made.picture() + b"PK\x03\x04", "follows its end"),
        (made.picture(8, 8), "too few"),
        (made.picture(4_001, 1_000), "4,000,000"),
        (made.font(), "of the kind TTF"),
        (made.deck(), "of the kind PPTX"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_logo_is_refused(content: bytes, reason: str) -> None:
    assert reason in why(LOGO, content)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (made.font(fs_type=0x0002), "embedded in documents"),
        (made.font(fs_type=0x0100), "a part of it"),
        (made.font(fs_type=0x0200), "pictures of its letters"),
        (made.font()[:400], "damaged"),
        (made.font()[:12], "damaged"),
        (made.font(family=" "), "what it is called"),
        (b"ttcf" + bytes(40), "a collection"),
        (b"wOFF" + bytes(40), "WOFF of the first"),
        (made.WOFF2_FILE.read_bytes()[:-900], "damaged"),
        (made.picture(), "of the kind PNG"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_font_that_is_none_or_may_not_be_embedded_is_refused(content: bytes, reason: str) -> None:
    assert reason in why(FONT, content)


@pytest.mark.parametrize("allowed", [0x0000, 0x0004, 0x0008, 0x000C])
def test_a_font_that_may_be_embedded_for_print_is_taken(allowed: int) -> None:
    assert look(FONT, made.font(fs_type=allowed)).kind is FileKind.TTF


def test_a_font_whose_names_would_fill_the_memory_is_refused_unread() -> None:
    content = bytearray(made.font())
    place = content.index(b"name", 12)
    (start,) = struct.unpack_from(">I", content, place + 8)
    struct.pack_into(">H", content, start + 2, font.NAME_RECORD_LIMIT + 1)
    assert "too large" in why(FONT, bytes(content))


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"ppt/vbaProject.bin": b"x"}, "macros"),
        ({"ppt/activeX/activeX1.xml": "<a/>"}, "macros"),
        ({"ppt/embeddings/oleObject1.bin": b"x"}, "macros"),
        ({"[Content_Types].xml": '<T t="application/vnd.ms-powerpoint.template.macroEnabled.main+xml"/>'}, "macros"),
        ({"ppt/_rels/a.xml.rels": '<R><A Type="x/image" TargetMode="External" Target="//a"/></R>'}, "from outside"),
        ({"ppt/a.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, "entities"),
        ({"ppt/a.xml": "<a>"}, "damaged"),
        ({"ppt/a.bin": bytes(21_000_000)}, "too large"),
        ({f"ppt/{number}": "" for number in range(2_001)}, "parts"),
        ({"PPT/presentation.xml": "<p/>"}, "two parts"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_template_with_macros_foreign_parts_or_no_measure_is_refused(
    parts: dict[str, str | bytes], reason: str
) -> None:
    assert reason in why(DECK, made.deck(parts))


def test_a_template_may_link_and_must_have_what_slides_are_made_of() -> None:
    link = '<R><A Type="x/hyperlink" TargetMode="External" Target="https://example.org"/></R>'
    assert look(DECK, made.deck({"ppt/_rels/a.xml.rels": link})).kind is FileKind.PPTX
    assert "no presentation" in why(DECK, made.deck(parts={"[Content_Types].xml": "<a/>"}))
    assert "damaged" in why(DECK, made.deck()[:200])
    for content, reason in (
        (made.deck(), "cannot be printed"),
        (made.blank_deck(), "no layout named 'Cover'"),
    ):
        with pytest.raises(Refused, match=reason):
            read_answer(checking.check_in_worker(Offered(place=DECK, name="a", content=content), Paper.A4))
    own = Offered(place=DECK, name="a", content=TEMPLATE.read_bytes())
    assert read_answer(checking.check_in_worker(own, Paper.A4)).kind is FileKind.PPTX


def test_a_good_file_is_printed_once_and_comes_back_as_what_it_is() -> None:
    for place, content in ((LOGO, made.A_LOGO.encode()), (FilePlace.BOLD_FONT, made.font(letters="Ham"))):
        wanted = Offered(place=place, name="a", content=content)
        assert read_answer(checking.check_in_worker(wanted, Paper.A4)) == look(place, content, "a")


def test_a_file_that_no_printer_can_take_is_refused_before_it_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(brand: object) -> bytes:
        raise ZeroDivisionError

    monkeypatch.setattr("assessment.reporting.pdf.trial.trial_page", fails)
    wanted = Offered(place=LOGO, name="a", content=made.A_LOGO.encode())
    with pytest.raises(Refused, match="cannot be printed"):
        read_answer(checking.check_in_worker(wanted, Paper.A4))
