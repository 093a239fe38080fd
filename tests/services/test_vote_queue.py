"""What phones send goes to the disk together, and nobody is told before; what one sends spoils nobody else's."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

import pytest

from assessment.errors import AssessmentError, NotAvailable, StoreUnavailable
from assessment.services.vote_queue import GroupCommit


class Disk:
    """Commits that a test holds back, and what they wrote."""

    def __init__(self) -> None:
        self.is_free = threading.Event()
        self.began = threading.Event()
        self.batches: list[tuple[int, ...]] = []
        self.refuse: Callable[[Sequence[int]], None] = lambda jobs: None

    def commit(self, jobs: Sequence[int]) -> tuple[int | AssessmentError, ...]:
        self.began.set()
        assert self.is_free.wait(10)
        self.refuse(jobs)
        self.batches.append(tuple(jobs))
        return tuple(NotAvailable("It") if job < 0 else job * 10 for job in jobs)


@pytest.fixture
def disk() -> Disk:
    return Disk()


def test_nobody_is_told_before_the_commit_and_what_waits_goes_together(disk: Disk) -> None:
    queue = GroupCommit("test", disk.commit)
    first = queue.put(1)
    assert disk.began.wait(10)
    others = [queue.put(job) for job in (2, 3, -4, 5)]
    assert not any(one.done() for one in (first, *others))
    disk.is_free.set()
    assert first.result(10) == 10
    assert [others[place].result(10) for place in (0, 1, 3)] == [20, 30, 50]
    assert isinstance(others[2].exception(10), NotAvailable)
    assert disk.batches == [(1,), (2, 3, -4, 5)]


def test_one_that_spoils_a_transaction_is_refused_alone(disk: Disk) -> None:
    def refuse(jobs: Sequence[int]) -> None:
        if 3 in jobs:
            raise RuntimeError("no such text")

    disk.refuse = refuse
    queue = GroupCommit("test", disk.commit)
    first = queue.put(1)
    assert disk.began.wait(10)
    others = [queue.put(job) for job in (2, 3, 4)]
    disk.is_free.set()
    assert [one.result(10) for one in (first, others[0], others[2])] == [10, 20, 40]
    told = others[1].exception(10)
    assert isinstance(told, StoreUnavailable)
    assert "no such text" not in str(told)
    assert disk.batches == [(1,), (2,), (4,)]


def test_a_database_that_cannot_be_used_is_not_asked_again_for_each(disk: Disk) -> None:
    asked: list[int] = []

    def refuse(jobs: Sequence[int]) -> None:
        asked.append(len(jobs))
        raise StoreUnavailable("it is full", "Make room.")

    disk.refuse = refuse
    queue = GroupCommit("test", disk.commit)
    first = queue.put(1)
    assert disk.began.wait(10)
    others = [queue.put(job) for job in range(2, 9)]
    disk.is_free.set()
    assert {str(one.exception(10)) for one in (first, *others)} == {
        "The database cannot be used: it is full. Make room."
    }
    assert asked == [1, 7]


def test_closing_keeps_what_waits_and_takes_nothing_more(disk: Disk) -> None:
    queue = GroupCommit("test", disk.commit)
    kept = [queue.put(job) for job in (1, 2, 3)]
    disk.is_free.set()
    queue.close()
    queue.close()
    assert [one.result(0) for one in kept] == [10, 20, 30]
    assert isinstance(queue.put(4).exception(0), StoreUnavailable)
