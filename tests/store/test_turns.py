"""Who comes first is served first, at most so many at once, and who waits too long is told."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from assessment.store.turns import TooLongError, Turns


def waiting(turns: Turns, what: str = "one") -> int:
    line = turns._lines.get(what)
    return 0 if line is None else len(line.waiting)


def until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.001)


def test_turns_come_in_the_order_they_were_asked_for() -> None:
    turns, served = Turns(), []

    def take(number: int) -> None:
        with turns.taking("one", 10):
            served.append(number)

    threads = [threading.Thread(target=take, args=(number,)) for number in range(20)]
    with turns.taking("one", 10):
        for place, thread in enumerate(threads):
            thread.start()
            until(lambda place=place: waiting(turns) == place + 1)  # type: ignore[misc]
    for thread in threads:
        thread.join()
    assert served == list(range(20))
    assert turns._lines == {}


def test_so_many_are_served_at_once_and_other_things_have_other_lines() -> None:
    turns = Turns(2)
    with turns.taking("one", 0), turns.taking("one", 0), turns.taking("other", 0), turns.taking("other", 0):
        with pytest.raises(TooLongError), turns.taking("one", 0.01):
            raise AssertionError("a third was served")
        assert waiting(turns) == 0
    with turns.taking("one", 0):
        pass


def test_a_turn_that_ends_in_an_error_is_over() -> None:
    turns = Turns()
    for _ in range(2):
        with pytest.raises(ValueError, match="mine"), turns.taking("one", 0):
            raise ValueError("mine")


def test_whoever_gave_up_waiting_holds_up_nobody() -> None:
    turns = Turns()
    with turns.taking("one", 0):
        with pytest.raises(TooLongError), turns.taking("one", 0.01):
            pass
        later = threading.Thread(target=lambda: turns.taking("one", 10).__enter__())
        later.start()
        until(lambda: waiting(turns) == 1)
    later.join(5)
    assert not later.is_alive()
