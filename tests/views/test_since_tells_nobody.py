"""What is shown of a comparison reads the same whoever of the room said what the one who came, or went, did."""

from __future__ import annotations

import os
import random
from dataclasses import replace

import pytest

from assessment.domain.comparing.compared import Compared
from assessment.domain.comparing.comparison import compare, trend
from assessment.views.comparison.since import since_view
from assessment.views.comparison.trend import trend_view
from assessment.views.model import View
from tests.domain.comparing.pairs import State, a_copy, a_room, made, people_added
from tests.domain.comparing.test_nobody_told import places_changed, without

ROOM_COUNT = int(os.environ.get("PLUMBLINE_ROOMS", "4"))


def shown(before: State, after: State) -> tuple[View, View]:
    """Everything that is shown; without the noise, which each side's own ranges tell."""
    first, second = before.computed(), after.computed()
    found = compare(first, second)
    found = replace(found, processes=tuple(replace(one, is_beyond_noise=None) for one in found.processes))
    compared = Compared(comparison=found, before_framework=first.framework, trend=trend([first, first, second]))
    beside = second.beside(compared)
    return since_view(beside), trend_view(beside)


@pytest.mark.parametrize("number", range(ROOM_COUNT))
def test_all_that_is_shown_is_the_same_whatever_one_who_came_or_went_said(number: int) -> None:
    draw = random.Random(number)
    room = a_room(number, draw.randrange(3, 7))
    ids = [one.id for one in room.assessment.respondents]
    joined = made(a_copy(room), [people_added(draw, room)])
    plain = shown(room, joined)
    assert plain[0].tables
    assert plain[1].tables
    assert all(shown(room, places_changed(joined, "s0", one)) == plain for one in ids)
    left = without(a_copy(room), ids[0])
    assert all(shown(places_changed(room, ids[0], one), left) == shown(room, left) for one in ids[1:])
