"""What the consultant wrote on slides: where it belongs, every word of it, and nothing where nobody wrote."""

from __future__ import annotations

from assessment.domain.answered.texts import OwnText
from assessment.domain.computed import Computed
from assessment.views.deck.deck import deck_view
from assessment.views.deck.model import Points, Slide
from tests.computing import mixed
from tests.reporting.generated import DAY

TEXTS = {
    "whole": "# What we saw\nIt is **early**.\n\n1. **Name owners.** At once.\n   - all\n2. **Measure**",
    "recommendations": "\n\n".join(f"Point {number}: " + "word " * 60 for number in range(22)) + "\n\n" + "x" * 2_500,
    "next-steps": "Begin.",
    "process:planning": "Seen from *outside*.",
}


def with_texts() -> Computed:
    return mixed(texts=tuple(OwnText(place_id=place_id, text=text) for place_id, text in TEXTS.items()))


def slides_of(computed: Computed) -> list[Slide]:
    return list(deck_view(computed, printed_on=DAY, product_version="1.0.0").slides)


def said(slide: Slide) -> list[tuple[str, str]]:
    return [(point.lead, point.text) for block in slide.blocks if isinstance(block, Points) for point in block.points]


def test_the_whole_stands_behind_the_answer_and_next_steps_near_the_end() -> None:
    slides = slides_of(with_texts())
    ids = [slide.id for slide in slides]
    assert ids[1:3] == ["answer", "text-whole-1"]
    assert ids.index("risks" if "risks" in ids else "text-whole-1") < ids.index("text-recommendations-1")
    assert ids.index("text-recommendations-1") < ids.index("text-next-steps-1")
    whole = slides[2]
    assert whole.title == "What we saw"
    assert said(whole) == [
        ("", "It is early."),
        ("1. Name owners.", "At once."),
        ("", "\u2003\u2022 all"),
        ("2. Measure", ""),
    ]


def test_a_long_text_goes_over_several_slides_and_loses_nothing() -> None:
    slides = [slide for slide in slides_of(with_texts()) if slide.id.startswith("text-recommendations")]
    assert len(slides) > 4
    assert slides[0].title == f"Recommendations (1 of {len(slides)})"
    text = "".join(lead + own for slide in slides for lead, own in said(slide))
    assert "".join(text.split()) == "".join(TEXTS["recommendations"].split())
    assert all(sum(len(lead) + len(own) for lead, own in said(slide)) <= 1_900 for slide in slides)


def test_a_title_stays_with_what_it_leads_to() -> None:
    text = "\n\n".join(["word " * 90] * 3 + ["## How", "word " * 90])
    computed = mixed(texts=(OwnText(place_id="whole", text=text),))
    first, second = (slide for slide in slides_of(computed) if slide.id.startswith("text-whole"))
    assert said(second)[0] == ("How", "")
    assert ("How", "") not in said(first)


def test_words_on_a_process_are_in_the_notes_of_its_slide() -> None:
    (slide,) = (slide for slide in slides_of(with_texts()) if slide.id == "process-planning")
    assert slide.notes[0] == "Seen from outside."


def test_a_proposal_is_on_no_slide() -> None:
    assert not [slide.id for slide in slides_of(mixed()) if slide.id.startswith("text-")]
