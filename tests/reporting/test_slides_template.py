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

from assessment.errors import TemplateRefused
from assessment.reporting.slides import DeckStyle, deck_bytes
from assessment.reporting.slides.style import TEMPLATE
from assessment.reporting.slides.template import MOST_BYTES, open_template
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
