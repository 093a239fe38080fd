"""Votes without phones: six counts by hand, or a line of letters from paper; the value they come to, and one click."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assessment.domain.answered.assessment import AgreedValue
from assessment.domain.answered.workshop import MOST_PEOPLE, MOST_ROUNDS, RoundSource
from assessment.domain.authored.framework import Horizon, Item
from assessment.domain.workshop.hands import LETTERS, Tally, answer_of, read_paper
from assessment.services.hands import StoredRound
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.figure import draw_table
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import care, plain
from assessment.ui.components.writing import ask, settle
from assessment.ui.pages.workshop.place import Cockpit
from assessment.views.wording.terms import HORIZON_QUESTIONS
from assessment.views.wording.workshop import hands as words
from assessment.views.workshop.cockpit import asked_horizons
from assessment.views.workshop.hands import HandsView, hands_view, paper_findings, tally_findings

LINE_LIMIT = 4000
_WIDTH = 122
_FIELDS = (*LETTERS, words.DONT_KNOW_LABEL, words.NOT_APPLICABLE_LABEL)


def draw(cockpit: Cockpit, item: Item) -> None:
    """Draw counting for a question, for each horizon that is asked."""
    stored = session.plumbline().hands.rounds(session.actor(), cockpit.assessment_id, item.id)
    horizons = asked_horizons(cockpit.framework, cockpit.assessment, item)
    for horizon in horizons:
        if len(horizons) > 1:
            plain(HORIZON_QUESTIONS[horizon], "strong")
        _draw_horizon(cockpit, item, horizon, [one for one in stored if one.round.horizon is horizon])


def _draw_horizon(cockpit: Cockpit, item: Item, horizon: Horizon, stored: list[StoredRound]) -> None:
    key, rounds = cockpit.item_key(item, f"hands:{horizon}"), [one.round for one in stored]
    view = hands_view(cockpit.framework, rounds, cockpit.open_round(item))
    if not cockpit.is_locked and view.next_number <= MOST_ROUNDS:
        session.seed(f"{key}:way", RoundSource.HANDS)
        source = st.segmented_control(
            words.WAY_LABEL, tuple(words.WAYS), required=True, format_func=labels(words.WAYS), key=f"{key}:way"
        )
        tally = _ask_paper(key) if source is RoundSource.PAPER else _ask_counts(key)
        if tally.people_count:
            plain(" ".join(tally_findings(tally)), "small")
        st.button(
            words.KEEP_AGAIN if stored else words.KEEP,
            key=f"{key}:keep",
            disabled=not tally.people_count,
            on_click=partial(_keep, cockpit, item, horizon, tally, source or RoundSource.HANDS, view.next_number),
        )
        if session.save_outcome(key) is not None:
            saved_sign(key)
    if view.empty:
        return
    draw_table(view.table("rounds"), key)
    plain(view.finding)
    _draw_agreeing(cockpit, item, horizon, view)


def _ask_counts(key: str) -> Tally:
    """Six counts, and two beside them; Tab goes from one to the next."""
    counts: list[int] = []
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        for place, label in enumerate(_FIELDS):
            session.seed(f"{key}:{place}", 0)
            counts.append(int(st.number_input(label, 0, MOST_PEOPLE, key=f"{key}:{place}", width=_WIDTH)))
    none, started, partly, largely, mostly, fully, dont_know, not_applicable = counts
    codes = (none, started, partly, largely, mostly, fully)
    return Tally(code_counts=codes, dont_know_count=dont_know, not_applicable_count=not_applicable)


def _ask_paper(key: str) -> Tally:
    """A line of letters, and what it was read as."""
    line = read_paper(ask(words.LINE_LABEL, f"{key}:line", LINE_LIMIT, usual=words.LINE_EXAMPLE))
    plain(words.LINE_HELP, "small")
    read = list(paper_findings(line))
    if line.unread:
        care(read.pop())
    for sentence in read:
        plain(sentence, "small")
    return line.tally


def _keep(cockpit: Cockpit, item: Item, horizon: Horizon, tally: Tally, source: RoundSource, number: int) -> None:
    """Callback: keep the count as the next round."""
    key = cockpit.item_key(item, f"hands:{horizon}")
    with session.saving(key):
        session.plumbline().hands.count(
            session.actor(), cockpit.assessment_id, item.id, horizon, tally, number=number, source=source
        )
        settle(f"{key}:line", str(session.value(f"{key}:line") or ""))
        session.drop(*(f"{key}:{place}" for place in range(len(_FIELDS))), f"{key}:line")


def _draw_agreeing(cockpit: Cockpit, item: Item, horizon: Horizon, view: HandsView) -> None:
    """One click takes the value that the newest count comes to, where nothing is agreed yet."""
    is_agreed = (item.id, horizon) in cockpit.assessment.agreed_by_item
    if view.proposal is None or view.proposal.code is None or cockpit.is_locked or is_agreed:
        return
    key = cockpit.item_key(item, f"hands:{horizon}:agree")
    st.button(view.take, key=key, on_click=_agree, args=(cockpit, item, horizon, view.proposal.code, key))
    if session.has_trouble(key):
        saved_sign(key)


def _agree(cockpit: Cockpit, item: Item, horizon: Horizon, code: int, key: str) -> None:
    """Callback: agree on the proposed value; those who were counted stand behind it."""
    value = AgreedValue(item_id=item.id, horizon=horizon, answer=answer_of(code))
    with session.saving(key):
        session.plumbline().answering.agree(session.actor(), cockpit.assessment_id, value, expected_version=0)
