"""The deck's template: the one in the repository is the one its script makes, and a replaced one is checked."""

from __future__ import annotations

import importlib.util
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Inches

from assessment.domain.layout.brand import HOUSE_BRAND, Brand, BrandFile, stamped_layout
from assessment.domain.layout.layout import FileKind, FilePlace, FontChoice, Layout, LayoutFile
from assessment.errors import TemplateRefused
from assessment.reporting.slides import DeckStyle, deck_bytes
from assessment.reporting.slides.branding import style_of
from assessment.reporting.slides.style import TEMPLATE
from assessment.reporting.slides.template import MOST_BYTES, open_template
from assessment.views.stamp import read_stamp
from tests.computing import nothing_answered
from tests.reporting.test_slides import DAY

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "deck_template.py"


def changed(change: Any) -> bytes:
    """The product's template with something done to it."""
    presentation = Presentation(str(TEMPLATE))
    change(presentation)
    buffer = io.BytesIO()
    presentation.save(buffer)
    return buffer.getvalue()


def message(presentation: Any) -> dict[str, Any]:
    layout = presentation.slide_layouts.get_by_name("Message")
    return {shape.name: shape for shape in layout.placeholders}


def test_the_template_is_what_its_script_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.spec_from_file_location("deck_template", SCRIPT)
    assert found is not None
    assert found.loader is not None
    script = importlib.util.module_from_spec(found)
    found.loader.exec_module(script)
    monkeypatch.setattr(script, "OUTPUT", tmp_path / "deck.pptx")
    script.main()
    with zipfile.ZipFile(tmp_path / "deck.pptx") as made, zipfile.ZipFile(TEMPLATE) as kept:
        assert made.namelist() == kept.namelist()
        assert {name: made.read(name) for name in made.namelist()} == {
            name: kept.read(name) for name in kept.namelist()
        }


def rename_layout(presentation: Any) -> None:
    presentation.slide_layouts.get_by_name("Message").name = "Other"


def rename_content(presentation: Any) -> None:
    message(presentation)["Content"].name = "Body"


def shrink_content(presentation: Any) -> None:
    message(presentation)["Content"].height = Inches(0.5)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (rename_layout, "it has no layout named 'Message'"),
        (rename_content, "its layout 'Message' has no placeholder named 'Content'"),
        (shrink_content, "the placeholder 'Content' of its layout 'Message' is too small"),
    ],
)
def test_a_template_that_lacks_something_is_refused_in_words(change: Any, reason: str) -> None:
    with pytest.raises(TemplateRefused, match=reason) as refused:
        open_template(changed(change), "own.pptx")
    assert str(refused.value).startswith("The template own.pptx cannot be used: ")
    assert refused.value.reason == reason


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04 cut off"])
def test_what_is_no_presentation_is_refused(content: bytes) -> None:
    with pytest.raises(TemplateRefused, match="it is no PowerPoint presentation"):
        open_template(content, "own.pptx")


def test_a_file_that_would_unpack_without_end_is_not_unpacked() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ppt/presentation.xml", bytes(MOST_BYTES + 1))
    with pytest.raises(TemplateRefused, match="larger than 100 MB"):
        open_template(buffer.getvalue(), "own.pptx")


def test_another_template_decides_where_things_stand_and_its_own_slides_go() -> None:
    def change(presentation: Any) -> None:
        message(presentation)["Content"].left = Inches(1.5)
        message(presentation)["Content"].width = Inches(11)
        presentation.slides.add_slide(presentation.slide_layouts.get_by_name("Cover")).shapes.title.text = "Old"
        layout = presentation.slide_layouts.get_by_name("Message")
        for name in ("Caption", "Snapshot", "Client-logo", "Section"):
            layout.placeholders._element.remove(message(presentation)[name]._element)

    style = DeckStyle(template=changed(change), template_name="own.pptx", confidentiality="For the board only")
    content = deck_bytes(nothing_answered().told, printed_on=DAY, product_version="1.2.3", style=style)
    slides = Presentation(io.BytesIO(content)).slides
    assert [slide.shapes.title.text_frame.text for slide in slides] == [
        "Invented Ltd",
        "No process has a level yet. Collect answers in the Questionnaire.",
        "A level counts only when what lies below it is firmly in place",
    ]
    assert all("For the board only" in [own.text_frame.text for own in slide.placeholders] for slide in slides)
    tables = [shape for shape in slides[2].shapes if shape.has_table]
    assert {table.left for table in tables} == {Inches(1.5)}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert sum(name.startswith("ppt/slides/slide") for name in archive.namelist()) == 3
        assert len(archive.namelist()) == len(set(archive.namelist()))


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10"/></svg>'


def file_at(place: FilePlace, kind: FileKind, content: bytes, **more: Any) -> BrandFile:
    file = LayoutFile(kind=kind, name="own file", size_count=len(content), content_hash="0" * 64, **more)
    return BrandFile(place=place, file=file, content=content)


def test_a_layout_sets_logos_colours_font_template_and_the_line_at_the_foot() -> None:
    files = (
        file_at(FilePlace.CLIENT_LOGO, FileKind.SVG, SVG),
        file_at(FilePlace.OWN_LOGO, FileKind.PNG, b"png"),
        file_at(FilePlace.FONT, FileKind.TTF, b"font", family="Acme Sans"),
        file_at(FilePlace.DECK_TEMPLATE, FileKind.PPTX, b"deck"),
    )
    layout = Layout(id="own", name="Own", accent="#AA5500", second="#005500", language="de")
    for one in files:
        layout = layout.with_file(one.place, one.file)
    brand = Brand(layout=layout, files=files)
    assert style_of(brand) == DeckStyle(
        template=b"deck",
        template_name="own file",
        client_logo=SVG,
        consultant_logo=b"png",
        accent="#AA5500",
        second="#005500",
        font="Acme Sans",
        look_hash=stamped_layout(brand),
    )
    assert style_of(HOUSE_BRAND) == DeckStyle()
    assert (
        style_of(Brand(layout=Layout(id="own", name="Own", font_choice=FontChoice.IBM_PLEX_SANS))).font
        == "IBM Plex Sans"
    )


def test_an_svg_stays_one_and_the_stamp_names_the_layout() -> None:
    brand = Brand(
        layout=Layout(id="own", name="Own", accent="#AA5500", confidentiality="For two", language="de"),
        files=(file_at(FilePlace.CLIENT_LOGO, FileKind.SVG, SVG),),
    )
    content = deck_bytes(nothing_answered().told, printed_on=DAY, product_version="1.2.3", brand=brand)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert [archive.read(name) for name in archive.namelist() if name.endswith(".svg")] == [SVG]
        slide = archive.read("ppt/slides/slide2.xml").decode()
    assert "svgBlip" in slide
    presentation = Presentation(io.BytesIO(content))
    (picture,) = (shape for shape in presentation.slides[1].shapes if shape.shape_type == 13)
    assert picture.width / picture.height == pytest.approx(4, rel=0.01)
    stamp = read_stamp(presentation.core_properties.keywords)
    assert stamp is not None
    assert stamp.layout == stamped_layout(brand) != ""
    texts = [shape.text_frame.text for shape in presentation.slides[1].placeholders if shape.has_text_frame]
    assert "For two. Draft" in texts
    assert "1. März 2024" in texts
