"""The one open Plumbline of this process, for pages and routes: opened before serving, closed after."""

from __future__ import annotations

import threading

from assessment.errors import StoreUnavailable
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.settings import read_settings

_LOCK = threading.Lock()
_OPEN: list[Plumbline] = []


def open_current() -> Plumbline:
    """Open the database of this process's settings, once; later calls give the same."""
    with _LOCK:
        if not _OPEN:
            _OPEN.append(open_plumbline(read_settings()))
        return _OPEN[0]


def current() -> Plumbline:
    """The open Plumbline; StoreUnavailable when none is open."""
    try:
        return _OPEN[0]
    except IndexError:
        raise StoreUnavailable("it is not open", "Start Plumbline again with 'make run'.") from None


def close_current() -> None:
    """Close what `open_current` opened; nothing happens when nothing is open."""
    with _LOCK:
        while _OPEN:
            _OPEN.pop().close()
