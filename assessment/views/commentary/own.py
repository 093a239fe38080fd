"""What the consultant wrote, as it is printed: a proposal that nobody took is printed nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.domain.answered.texts import OwnText
from assessment.domain.computed import Computed
from assessment.views.commentary.marked import Block, blocks_of
from assessment.views.commentary.places import Place, PlaceKind, places
from assessment.views.model import View
from assessment.views.wording import commentary as words


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The text of a place, under its title where several stand together."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextView(View):
    """Texts of one's own under a title; none where nobody wrote there."""

    passages: tuple[Passage, ...]


def own_text(computed: Computed, place_id: str) -> OwnText | None:
    """The text that somebody wrote at a place, None for none."""
    return next((text for text in computed.assessment.texts if text.place_id == place_id), None)


def own_blocks(computed: Computed, place_id: str) -> tuple[Block, ...]:
    """How the text that somebody wrote at a place is printed; none where nobody did."""
    own = own_text(computed, place_id)
    return () if own is None else blocks_of(own.text)


def text_view(computed: Computed, kind: PlaceKind) -> TextView:
    """The text of a place that speaks of the whole."""
    (place,) = (one for one in places(computed.framework, computed.assessment.scope) if one.kind is kind)
    return TextView(
        id=f"text-{kind.value}",
        question=place.title,
        finding="",
        passages=tuple(_passages(computed, (place,), is_titled=False)),
    )


def group_texts_view(computed: Computed) -> TextView:
    """The texts of the groups, each under the name of its group."""
    groups = [one for one in places(computed.framework, computed.assessment.scope) if one.kind is PlaceKind.GROUP]
    return TextView(
        id="text-groups",
        question=words.GROUPS_IN_WORDS,
        finding="",
        passages=tuple(_passages(computed, groups, is_titled=True)),
    )


def _passages(computed: Computed, of: Iterable[Place], *, is_titled: bool) -> Iterable[Passage]:
    for place in of:
        if blocks := own_blocks(computed, place.id):
            yield Passage(id=place.id, title=place.title if is_titled else "", blocks=blocks)
