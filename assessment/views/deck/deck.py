"""All slides in their order: the answer first, the way there, what is asked, and what stands behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from assessment.domain.computed import Computed
from assessment.domain.layout.layout import HOUSE_LAYOUT, Layout
from assessment.views.commentary.places import PlaceKind
from assessment.views.deck.appendix import appendix_slides
from assessment.views.deck.close import decision_slides, firm_slides, next_slides, risk_slides
from assessment.views.deck.first import first_slides
from assessment.views.deck.model import Area, Deck, Point, Points, Slide, SlideKind
from assessment.views.deck.plan import plan_slides
from assessment.views.deck.progress import progress_slides
from assessment.views.deck.standing import standing_slides
from assessment.views.deck.steering import steering_slides
from assessment.views.deck.written import written_slides
from assessment.views.report import Imprint, imprint
from assessment.views.wording import deck as words
from assessment.views.wording.report import framework as framework_text


def deck_view(computed: Computed, *, printed_on: date, product_version: str, layout: Layout = HOUSE_LAYOUT) -> Deck:
    """The deck of an assessment as a reader may see it, by a layout; slides without content are left out."""
    own = imprint(computed, printed_on, layout)
    framework = framework_text(computed.framework.name, computed.framework.version)
    end = words.made_from(computed.snapshot_hash, framework, product_version)
    slides = _slides(computed, own, printed_on, product_version)
    return Deck(
        imprint=own,
        slides=tuple(replace(slide, notes=(*(note for note in slide.notes if note), *end)) for slide in slides),
    )


def _slides(computed: Computed, own: Imprint, printed_on: date, product_version: str) -> Iterator[Slide]:
    yield _cover(own)
    yield from standing_slides(computed)
    if computed.result.whole.process_count:
        yield from first_slides(computed)
        yield from plan_slides(computed)
        yield from steering_slides(computed)
        yield from progress_slides(computed, printed_on)
        yield from firm_slides(computed)
        yield from risk_slides(computed)
        yield from written_slides(computed, PlaceKind.RECOMMENDATIONS, words.SECTION_CLOSE)
        yield from decision_slides(computed)
        yield from next_slides(computed)
    yield from written_slides(computed, PlaceKind.NEXT_STEPS, words.SECTION_CLOSE)
    yield from appendix_slides(computed, printed_on, product_version)


def _cover(own: Imprint) -> Slide:
    """The title slide: who, what, when, and on what it rests."""
    lines = (own.name, own.unit if own.unit not in own.name else "", own.date)
    facts = tuple(Point(lead=fact.label, text=fact.text) for fact in own.facts)
    return Slide(
        id="cover",
        kind=SlideKind.COVER,
        section=own.kind,
        title=own.organisation,
        areas=(
            Area(
                width=100,
                blocks=(
                    Points(id="what", title="", points=tuple(Point(text=line) for line in lines if line)),
                    Points(id="facts", title="", points=facts),
                ),
            ),
        ),
        caption=own.fictional,
        notes=(own.independence,),
    )
