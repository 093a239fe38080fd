"""How the votes on a question came out, for one horizon: beside the statements, and in sentences."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from assessment.charts.theme import palette
from assessment.charts.votes import dots_svg, earlier_svg
from assessment.domain.answered.entries import Answer
from assessment.domain.authored.framework import Horizon, Item
from assessment.services.room_state import RoomState
from assessment.ui.components.figure import screen_theme
from assessment.ui.components.text import escaped, plain
from assessment.ui.pages.workshop.place import Cockpit
from assessment.views.wording.conflicts import labelled
from assessment.views.wording.workshop import cockpit as said
from assessment.views.wording.workshop import reveal as words
from assessment.views.workshop.cockpit import Choice
from assessment.views.workshop.reveal import Spread, StatementVotes, reveal_view

_DOT_PIXELS = 24
_LEAST_DOTS = 8


def spreads_of(
    cockpit: Cockpit, item: Item, state: RoomState, agreed: Mapping[Horizon, Answer]
) -> Mapping[Horizon, Spread]:
    """The spread of each horizon that was voted on."""
    view = reveal_view(item, state.revealed, cockpit.header.anonymity_floor, agreed)
    return {Horizon(spread.horizon): spread for spread in view.spreads}


def draw_statement(choice: Choice, spread: Spread | None) -> None:
    """Draw a statement and, under it, its votes: dots that all begin at one edge, then words."""
    st.markdown(escaped(choice.statement))
    votes = _votes_of(choice, spread)
    if votes is None or not votes.count:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        width = _DOT_PIXELS * max(_most(spread), _LEAST_DOTS)
        st.image(str(dots_svg(votes, _most(spread), palette(screen_theme()))), width=width, alt=votes.spoken)
        plain(said.with_marks(votes.text, words.marks(votes.marks)), "small", width="content")


def draw_finding(spread: Spread | None) -> None:
    """Draw what the votes come to, how far people agree, who is invited to speak, and the rounds before."""
    if spread is None:
        plain(words.NOBODY, "quiet")
        return
    plain(spread.round_name, "small")
    plain(spread.finding, "strong")
    if spread.invited:
        plain(spread.invited)
    told = [labelled(fact.label, fact.text) for fact in spread.facts if fact.id != "value"]
    for note in (*told, *spread.beside, *spread.notes):
        plain(note, "small")
    for earlier in spread.earlier:
        plain(earlier.name, "small")
        st.image(str(earlier_svg(earlier, palette(screen_theme()))), width=110, alt=earlier.spoken)


def _votes_of(choice: Choice, spread: Spread | None) -> StatementVotes | None:
    found = () if spread is None else spread.statements
    return next((one for one in found if one.letter == choice.letter), None)


def _most(spread: Spread | None) -> int:
    return max((one.dot_count for one in spread.statements), default=0) if spread is not None else 0
