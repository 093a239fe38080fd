"""What one more unit of capacity buys, and what each decision by hand costs; left out where there is nothing of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assessment.domain.computed import Computed
from assessment.views.capacity import curve_sentences, curve_view
from assessment.views.choices import choice_sentences, choices_view
from assessment.views.deck.model import Area, Grid, Slide, SlideKind
from assessment.views.deck.tables import parted, with_columns
from assessment.views.model import Table, View
from assessment.views.wording import deck as words

CAPACITY_WIDTHS = {
    "change": 13,
    "capacity": 22,
    "effort": 8,
    "value": 8,
    "worth": 8,
    "at-target": 8,
    "left": 9,
    "days": 9,
    "cost": 15,
}
CHOICE_WIDTHS = {"choice": 46, "worth": 18, "value": 18, "at-target": 18}
WISH_WIDTHS = {"wish": 32, "cause": 68}


def steering_slides(computed: Computed) -> Iterator[Slide]:
    """The curve of capacity, then decisions by hand and the wishes that cannot be."""
    curve, choices = curve_view(computed), choices_view(computed)
    if not curve.empty:
        table = with_columns(curve.table("capacity"), CAPACITY_WIDTHS)
        yield from _slides(curve, curve_sentences(computed, computed.curve), table)
    if not choices.empty:
        said, (decided, impossible) = choice_sentences(computed), choices.tables
        yield from _slides(choices, said, with_columns(decided, CHOICE_WIDTHS)) if decided.rows else ()
        yield from _slides(choices, said, with_columns(impossible, WISH_WIDTHS)) if impossible.rows else ()


def _slides(view: View, sentences: Sequence[str], table: Table) -> Iterator[Slide]:
    """The first sentence is the message, the others stand under the table."""
    parts, (message, *others) = parted(table), sentences
    for number, part in enumerate(parts, start=1):
        yield Slide(
            id=f"{table.id}-{number}",
            kind=SlideKind.MESSAGE,
            section=words.SECTION_PLAN,
            title=words.part_of(message, number, len(parts)) if len(parts) > 1 else message,
            areas=(Area(width=100, blocks=(Grid(id=table.id, table=part),)),),
            caption=" ".join((*others, table.measure)),
            notes=(words.source(view.question, table.title),),
        )
