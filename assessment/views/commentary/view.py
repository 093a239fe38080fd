"""The places with their texts: what stands at each, whether new answers overtook it, and what is proposed.

| column | value |
|---|---|
| place | id of the place |
| state | `proposal`, `own` or `overtaken` |
| begins | the whole text, None where nobody wrote one |

A place needs its proposal only to tell whether a text was overtaken, or where it is asked for: some need the plan.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.answered.texts import OwnText
from assessment.domain.computed import Computed
from assessment.views.commentary.marked import Block, blocks_of, text_of
from assessment.views.commentary.own import own_text
from assessment.views.commentary.places import Place, PlaceKind, places
from assessment.views.commentary.proposals import Proposal, proposal
from assessment.views.model import Cell, Column, Row, Table, View
from assessment.views.wording import commentary as words

BEGINS_LIMIT = 60


class TextState(StrEnum):
    """What stands at a place: nobody's words yet, somebody's, or somebody's begun from facts that changed since."""

    PROPOSAL = "proposal"
    OWN = "own"
    OVERTAKEN = "overtaken"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceState:
    """A place with the text that somebody wrote there, None for none; `label` names both for who chooses one."""

    place: Place
    own: OwnText | None
    state: TextState
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceText(View):
    """A place with what stands there and what is proposed, each as text and as blocks; `finding` says its state."""

    place: Place
    state: TextState
    own: OwnText | None
    own_blocks: tuple[Block, ...]
    proposal: Proposal
    proposal_blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentaryView(View):
    """Every place with its state, in the order in which one writes them."""

    states: tuple[PlaceState, ...]


def commentary_view(computed: Computed) -> CommentaryView:
    """All places of an assessment."""
    states = states_of(computed)
    own_count = sum(one.own is not None for one in states)
    overtaken_count = sum(one.state is TextState.OVERTAKEN for one in states)
    return CommentaryView(
        id="commentary",
        question=words.QUESTION,
        finding=words.how_many(own_count, len(states), overtaken_count),
        tables=(_table(states),),
        states=states,
    )


def states_of(computed: Computed, kind: PlaceKind | None = None) -> tuple[PlaceState, ...]:
    """The places of a kind, or all of them, with their states."""
    found = places(computed.framework, computed.assessment.scope)
    return tuple(_state_of(computed, place) for place in found if kind in (None, place.kind))


def place_view(computed: Computed, place: Place, own: OwnText | None) -> PlaceText:
    """What stands at one place, where `own` is what somebody wrote, and what is proposed there."""
    proposed = proposal(computed, place)
    state = _state(own, proposed)
    return PlaceText(
        id=f"text-{place.id}",
        question=place.name,
        finding=words.STATE_SENTENCES[state.value],
        notes=(
            place.hint,
            *(() if own is None else (words.labelled(words.OWN_LABEL, own.text),)),
            words.labelled(words.PROPOSED_LABEL, proposed.text),
        ),
        place=place,
        state=state,
        own=own,
        own_blocks=() if own is None else blocks_of(own.text),
        proposal=proposed,
        proposal_blocks=blocks_of(proposed.text),
    )


def _state_of(computed: Computed, place: Place) -> PlaceState:
    own = own_text(computed, place.id)
    state = TextState.PROPOSAL if own is None else _state(own, proposal(computed, place))
    return PlaceState(
        place=place, own=own, state=state, label=words.place_label(place.name, words.STATE_WORDS[state.value])
    )


def _state(own: OwnText | None, proposed: Proposal) -> TextState:
    if own is None:
        return TextState.PROPOSAL
    return TextState.OWN if own.facts_hash == proposed.facts_hash else TextState.OVERTAKEN


def _table(states: tuple[PlaceState, ...]) -> Table:
    return Table(
        id="texts",
        title=words.TITLE,
        columns=(
            Column(id="place", name=words.PLACE_COLUMN, width=40),
            Column(id="id", name=words.PLACE_ID_COLUMN, width=30, meaning=words.PLACE_ID_MEANING),
            Column(id="state", name=words.STATE_COLUMN, width=30),
            Column(id="begins", name=words.BEGINS_COLUMN, meaning=words.BEGINS_MEANING),
        ),
        rows=tuple(
            Row(
                id=one.place.id,
                cells=(
                    Cell(text=one.place.name, value=one.place.id),
                    Cell(text=one.place.id, value=one.place.id),
                    Cell(text=words.STATE_WORDS[one.state.value], value=one.state.value),
                    Cell(
                        text="" if one.own is None else words.beginning(text_of(blocks_of(one.own.text)), BEGINS_LIMIT),
                        value=None if one.own is None else one.own.text,
                    ),
                ),
            )
            for one in states
        ),
        empty="",
    )
