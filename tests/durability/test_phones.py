"""Phones over HTTP against the running app: every acknowledged vote is one row, soon, and the wall shows the reveal.

`PLUMBLINE_PHONES` and `PLUMBLINE_PHONE_ITEMS` are how many phones answer how many questions; `PLUMBLINE_SURVEY_PHONES`
how many a survey at once. The full counts are held against the bars; a few phones on a busy machine against none.
"""

from __future__ import annotations

import os

import pytest

from assessment.domain.answered.workshop import RoomKind
from benchmarks.measuring import percentile
from benchmarks.rooms import Measured, Wanted, measure_fresh
from tests.far import IS_FAR, far

PHONES = int(os.environ.get("PLUMBLINE_PHONES", "5"))
ITEMS = int(os.environ.get("PLUMBLINE_PHONE_ITEMS", "2"))
SURVEY_PHONES = int(os.environ.get("PLUMBLINE_SURVEY_PHONES", "200"))
VOTE_BAR_MS, REVEAL_BAR_MS, SURVEY_BAR_MS = 150, 1_000, 400
THINK_SECONDS = 2.0 if IS_FAR else 0.3


def wanted(process_count: int = 1) -> Wanted:
    return Wanted(
        kind=RoomKind.WORKSHOP,
        phone_count=PHONES,
        item_count=ITEMS,
        think_seconds=THINK_SECONDS,
        process_count=process_count,
        join_seconds=5.0 if IS_FAR else 0.2,
    )


def require_whole(measured: Measured, vote_count: int) -> None:
    print(measured.told())
    assert (measured.wrong, measured.refused, measured.vote_count) == ((), (), vote_count)


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_each_vote_of_a_room_is_one_row_and_the_wall_shows_each_reveal() -> None:
    measured = measure_fresh(wanted())
    require_whole(measured, PHONES * ITEMS)
    assert len(measured.reveal_ms) == ITEMS
    assert max(measured.reveal_ms) < 30_000
    if IS_FAR:
        assert percentile(measured.vote_ms, 95) <= VOTE_BAR_MS
        assert percentile(measured.reveal_ms, 95) <= REVEAL_BAR_MS


@far
@pytest.mark.timeout(7200)
def test_two_processes_on_one_postgresql_keep_each_vote_once_too() -> None:
    measured = measure_fresh(wanted(2))
    require_whole(measured, PHONES * ITEMS)
    assert percentile(measured.vote_ms, 95) <= VOTE_BAR_MS
    assert percentile(measured.reveal_ms, 95) <= REVEAL_BAR_MS


@far
@pytest.mark.timeout(7200)
def test_a_survey_of_many_at_once_is_acknowledged_soon() -> None:
    count = 20
    measured = measure_fresh(Wanted(kind=RoomKind.SURVEY, phone_count=SURVEY_PHONES, item_count=count))
    require_whole(measured, SURVEY_PHONES * count)
    assert percentile(measured.vote_ms, 95) <= SURVEY_BAR_MS
