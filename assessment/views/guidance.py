"""What helps to answer a question: what good looks like, what to ask to see, and what is to know of the question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.domain.authored.content import Origin
from assessment.domain.authored.framework import Framework, Item
from assessment.views.model import Fact, View
from assessment.views.names import item_name, process_name
from assessment.views.wording import guidance as words
from assessment.views.wording.question import GOOD_LABEL


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceView(View):
    """The guidance of one question; its notes are what is to know of it. `pitfall` is empty where none is named."""

    good: Fact
    ask_label: str
    ask_for: tuple[str, ...]
    pitfall: str


def guidance_view(framework: Framework, item: Item, *, for_authors: bool = False) -> GuidanceView:
    """The guidance of a question; where its words come from is said to authors alone."""
    return GuidanceView(
        id=item.id,
        question=item.question,
        finding=item.name,
        notes=tuple(_remarks(framework, item, for_authors=for_authors)),
        good=Fact(id="good", label=GOOD_LABEL, text=item.good),
        ask_label=words.ASK_TO_SEE,
        ask_for=item.ask_for,
        pitfall=words.easily_fooled_by(item.pitfall) if item.pitfall else "",
    )


def _remarks(framework: Framework, item: Item, *, for_authors: bool) -> Iterator[str]:
    """Where a question comes from, what else asks about the same work, and whether it counts."""
    if for_authors and item.origin is Origin.EXTENSION:
        yield words.extension()
    elif for_authors and item.line is not None:
        yield words.paper_line(item.line)
    for other_id in item.overlaps:
        other = framework.item_by_id[other_id]
        yield words.touches(item_name(framework, other_id), process_name(framework, other.process_id))
    if item.weight == 0:
        yield words.counts_in_no_level()
    elif item.weight != 1:
        yield words.counts_times(item.weight)
