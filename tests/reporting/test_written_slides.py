"""The consultant's own words in the deck as it is read back: on the slide, in the notes, nothing shortened."""

from __future__ import annotations

import io

from pptx import Presentation

from assessment.reporting.slides import deck_bytes
from tests.reporting.generated import DAY
from tests.views.test_deck_written import TEXTS, with_texts


def test_every_word_of_a_long_text_is_on_a_slide_and_of_a_process_in_its_notes() -> None:
    deck = Presentation(io.BytesIO(deck_bytes(with_texts(), printed_on=DAY, product_version="1.0.0")))
    shapes = [[shape for shape in slide.shapes if shape.has_text_frame] for slide in deck.slides]
    slides = [" ".join(shape.text_frame.text for shape in own) for own in shapes]
    words = " ".join(slides).split()
    assert words.count("word") == TEXTS["recommendations"].split().count("word")
    assert " ".join(slides).count("x") >= 2_500
    assert any("Name owners." in text and "It is early." in text for text in slides)
    notes = [slide.notes_slide.notes_text_frame.text for slide in deck.slides if slide.has_notes_slide]
    assert any("Seen from outside." in text for text in notes)
