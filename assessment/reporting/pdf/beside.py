"""A share of the chapters drawn beside: by a fork of the process that prints, which has everything imported already.

It ends with its share. What it drew comes back through a file; through a pipe it says that a page is laid out.
"""

from __future__ import annotations

import gc
import os
import pickle
import tempfile
from collections.abc import Callable, Iterator, Sequence
from typing import IO

from assessment.reporting.pdf.drawn import Drawn, family_fonts

_SAID = b"."
Draw = Callable[[Sequence[int], Callable[[], None]], Iterator[tuple[int, Drawn]]]
"""Draws chapters by their numbers, and says when a page is laid out."""


class Beside:
    """The fork, seen from the process that prints. Only a process of one thread may begin one."""

    def __init__(self, draw: Draw, numbers: Sequence[int]) -> None:
        self._file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 (lives as long as the fork)
        self._hearing, saying = os.pipe()
        self._process_id = os.fork()
        if self._process_id == 0:
            _draw_share(draw, numbers, self._file, saying)
        os.close(saying)
        os.set_blocking(self._hearing, False)

    def pages_said(self) -> int:
        """How many pages it laid out since it was last asked."""
        try:
            return len(os.read(self._hearing, 4096))
        except BlockingIOError:
            return 0

    def result(self, on_page: Callable[[], None]) -> dict[int, Drawn]:
        """What it drew, by number, once it has ended. Without those it could not draw."""
        os.set_blocking(self._hearing, True)
        while said := os.read(self._hearing, 4096):
            for _ in said:
                on_page()
        self._end()
        self._file.seek(0)
        found: dict[int, Drawn] = {}
        with self._file as file:
            try:
                while True:
                    number, chapter = pickle.load(file)  # noqa: S301 (our own fork wrote it)
                    found[number] = chapter
            except (EOFError, pickle.UnpicklingError):  # it ended early: the rest is drawn here
                return found

    def _end(self) -> None:
        os.close(self._hearing)
        os.waitpid(self._process_id, 0)


def _draw_share(draw: Draw, numbers: Sequence[int], file: IO[bytes], saying: int) -> None:
    """Be the fork: draw, write, end. Nothing of the process it came from is cleaned up here."""
    known = frozenset(family_fonts)
    try:
        _close_all_but(file.fileno(), saying)
        for number, chapter in draw(numbers, lambda: _say(saying)):
            if known.issuperset(font.key for font in chapter.fonts):
                pickle.dump((number, chapter), file, protocol=pickle.HIGHEST_PROTOCOL)
        file.flush()
    finally:
        os._exit(0)


def _say(saying: int) -> None:
    os.write(saying, _SAID)


def _close_all_but(*kept: int) -> None:
    """Let go of the connection to the server above all: it must not seem alive when the process that prints is not."""
    begin = 3
    for descriptor in sorted(kept):
        os.closerange(begin, descriptor)
        begin = descriptor + 1
    os.closerange(begin, begin + 1024)
    gc.disable()
