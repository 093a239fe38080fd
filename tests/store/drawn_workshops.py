"""What workshops leave behind, drawn by Hypothesis."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from assessment.domain.answered.workshop import (
    AgendaSlot,
    Decision,
    DecisionKind,
    HeldSession,
    ParkedPoint,
    RoomKind,
    RoundSource,
    SlotState,
    VoteRound,
)
from assessment.domain.authored.framework import Framework
from tests.store.strategies import (
    RESPONDENT_IDS,
    ROW_IDS,
    TEXTS,
    WORDS,
    Strategy,
    maybe,
)


def entries_of_workshops(framework: Framework, items: Strategy) -> dict[str, Strategy]:
    """The strategies of agenda, rounds, parked points, decisions and sessions; `items` are places of questions."""
    process_ids = st.sampled_from([process.id for process in framework.processes])
    counts = st.integers(0, 40)
    return {
        "agenda": st.builds(
            AgendaSlot,
            process_id=process_ids,
            place=st.integers(0, 999),
            minutes=st.integers(1, 480),
            state=st.sampled_from(SlotState),
            spent_seconds=st.integers(0, 10_000),
            note=maybe(TEXTS),
        ),
        "rounds": st.builds(
            lambda place, **values: VoteRound(item_id=place[0], horizon=place[1], **values),
            items,
            number=st.integers(1, 9),
            source=st.sampled_from(RoundSource),
            code_counts=st.lists(counts, min_size=6, max_size=6).map(tuple),
            dont_know_count=counts,
            not_applicable_count=counts,
        ),
        "parked": st.builds(
            ParkedPoint,
            id=ROW_IDS,
            text=TEXTS,
            process_id=maybe(process_ids),
            item_id=maybe(items.map(lambda place: place[0])),
            is_done=st.booleans(),
        ),
        "decisions": st.builds(
            Decision,
            id=ROW_IDS,
            kind=st.sampled_from(DecisionKind),
            text=TEXTS,
            owner=maybe(WORDS),
            due=maybe(st.dates(date(1990, 1, 1), date(2100, 1, 1))),
            process_id=maybe(process_ids),
            is_done=st.booleans(),
        ),
        "sessions": st.builds(
            HeldSession,
            id=ROW_IDS,
            kind=st.sampled_from(RoomKind),
            held_on=st.dates(date(1990, 1, 1), date(2100, 1, 1)),
            minutes=maybe(st.integers(0, 1_000)),
            respondent_ids=st.sets(st.sampled_from(RESPONDENT_IDS)).map(tuple),
            anonymous_count=st.integers(0, 40),
        ),
    }
