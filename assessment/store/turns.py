"""Waiting in the order one came: whoever was first is served first, and nobody waits holding a connection.

Neither a lock of Python nor a row lock of PostgreSQL promises that. Under a crowd somebody was passed over for half a
minute and then refused, though each change takes a few milliseconds.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class _Line:
    """Those who wait for one thing, and how many are served."""

    inside: int = 0
    waiting: deque[threading.Event] = field(default_factory=deque)


class TooLongError(Exception):
    """A turn did not come in time."""


class Turns:
    """Lines of one process, one for each thing; `places` are served at once. Safe to use from many threads."""

    def __init__(self, places: int = 1) -> None:
        self._places = places
        self._lines: dict[str, _Line] = {}
        self._lock = threading.Lock()

    @contextmanager
    def taking(self, what: str, seconds: float) -> Iterator[None]:
        """Wait for a turn and have it until this ends. Raises TooLongError after so many seconds without one."""
        self._enter(what, seconds)
        try:
            yield
        finally:
            with self._lock:
                self._leave(what)

    def _enter(self, what: str, seconds: float) -> None:
        with self._lock:
            line = self._lines.setdefault(what, _Line())
            if line.inside < self._places:  # then nobody waits: who leaves hands the place on
                line.inside += 1
                return
            called = threading.Event()
            line.waiting.append(called)
        if called.wait(seconds):
            return
        with self._lock:
            if called.is_set():  # just now
                self._leave(what)
            else:
                line.waiting.remove(called)
        raise TooLongError(what)

    def _leave(self, what: str) -> None:
        line = self._lines[what]
        if line.waiting:
            line.waiting.popleft().set()
            return
        line.inside -= 1
        if line.inside == 0:
            del self._lines[what]
