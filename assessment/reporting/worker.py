"""One warm process that prints: imports done, memory and time limited, restarted when it dies.

Layout holds Python's interpreter lock for seconds and a hostile text could hold it longer; in its own process it stops
nobody, and it can be ended. Only frozen documents go in and bytes come out. The process is started as a command of its
own and not by `multiprocessing`, which would import the server's main module into it.
"""

from __future__ import annotations

import gc
import logging
import os
import resource
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from assessment.errors import ReportFailed
from assessment.reporting.stages import OnStage, Stage, unheard
from assessment.views.paper import Paper

ROOT_FOLDER = Path(__file__).resolve().parents[2]
MEMORY_LIMIT_BYTES = 3 * 2**29
TIME_LIMIT_SECONDS = 60.0
CANCELLED = "it was cancelled"
POLL_SECONDS = 0.2
"""How soon an order that was stopped is let go."""


class Printable(StrEnum):
    """What the process can do; decides which renderer takes the document.

    A file of a layout is looked at, and what was found comes back.
    """

    REPORT = "report"
    QUESTIONNAIRE = "questionnaire"
    LAYOUT_FILE = "layout-file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to print: the document is frozen data of a kind that the renderer knows.

    `time_limit_seconds` takes the place of the process's own limit, for a document known to be long.
    """

    printable: Printable
    document: Any
    paper: Paper
    time_limit_seconds: float | None = None


class PrintingWorker:
    """The process, seen from the server. Prints one document at a time; safe to use from many threads."""

    def __init__(
        self, *, memory_limit_bytes: int = MEMORY_LIMIT_BYTES, time_limit_seconds: float = TIME_LIMIT_SECONDS
    ) -> None:
        self._memory_limit_bytes = memory_limit_bytes
        self._time_limit_seconds = time_limit_seconds
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: Connection | None = None
        self._is_closed = False

    @property
    def process_id(self) -> int | None:
        """The id of the process; None while none is running."""
        process = self._process
        return process.pid if process is not None and process.poll() is None else None

    def warm_up(self) -> None:
        """Start the process if it is not running; returns at once, while it imports or prints. Nothing once closed."""
        if self._lock.acquire(blocking=False):
            try:
                if not self._is_closed:
                    self._running()
            finally:
                self._lock.release()

    def render(self, order: Order, on_stage: OnStage, stopped: threading.Event | None = None) -> bytes:
        """The printed document. `on_stage` hears of each stage; once `stopped` is set the process is ended.

        Raises
        ------
        ReportFailed
            The process died, took longer than its limit, could not print the document, was stopped, or is closed for
            good.
        """
        stopped = stopped or threading.Event()
        with self._lock:
            if stopped.is_set():
                raise ReportFailed(CANCELLED)
            if self._is_closed:  # a job that was still computing when the app went down
                raise ReportFailed("Plumbline is shutting down")
            connection = self._running()
            try:
                connection.send(order)
                limit_seconds = order.time_limit_seconds or self._time_limit_seconds
                return self._answer(connection, limit_seconds, on_stage, stopped)
            except (EOFError, OSError) as error:
                self._end()
                raise ReportFailed("the process that prints ended early, most likely for want of memory") from error

    def close(self) -> None:
        """End the process for good, in the middle of a page if need be. Closing twice is harmless."""
        self._is_closed = True
        process = self._process
        if process is not None:
            _kill(process)
        with self._lock:
            self._end()

    def _answer(
        self, connection: Connection, time_limit_seconds: float, on_stage: OnStage, stopped: threading.Event
    ) -> bytes:
        deadline = time.monotonic() + time_limit_seconds
        while True:
            if stopped.is_set():
                self._end()
                self._running()  # warm again for the next order
                raise ReportFailed(CANCELLED)
            left = deadline - time.monotonic()
            if left <= 0:
                self._end()
                raise ReportFailed(f"it took longer than {time_limit_seconds:.0f} seconds")
            if not connection.poll(min(left, POLL_SECONDS)):
                continue
            kind, *values = connection.recv()
            if kind == "done":
                content: bytes = values[0]
                return content
            if kind == "failed":
                raise ReportFailed(str(values[0]))
            on_stage(*values)

    def _running(self) -> Connection:
        if self._process is not None and self._process.poll() is None and self._connection is not None:
            return self._connection
        self._end()
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 (our own module, no shell, no input of a user)
                [
                    sys.executable,
                    "-m",
                    "assessment.reporting.worker",
                    str(theirs.fileno()),
                    str(self._memory_limit_bytes),
                ],
                cwd=ROOT_FOLDER,
                stdin=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
                start_new_session=True,
            )
        self._connection = Connection(ours.detach())
        return self._connection

    def _end(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if self._process is not None:
            _kill(self._process)
            self._process.wait()
            self._process = None


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the process and what it has begun beside itself: it leads a group of its own."""
    if process.poll() is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def serve(connection: Connection) -> None:
    """Print what comes until the other end closes. The loop of the process itself."""
    renderers = _renderers()
    gc.disable()  # while printing it costs a fifth of the time and finds nothing before the end
    while True:
        try:
            order: Order = connection.recv()
        except EOFError:
            return

        def tell(share: float, stage: Stage, page: int | None = None) -> None:
            connection.send(("stage", share, stage, page))

        try:
            connection.send(("done", renderers[order.printable](order.document, order.paper, on_stage=tell)))
        except MemoryError:
            connection.send(("failed", "it needs more memory than it may take"))
        except OSError:
            raise
        except Exception as error:  # whatever a renderer raises on this input becomes a sentence; the process goes on
            logging.getLogger(__name__).exception("printing failed")
            connection.send(("failed", f"the pages could not be laid out ({type(error).__name__})"))
        del order
        gc.collect()


def _renderers() -> dict[Printable, Callable[..., bytes]]:
    from assessment.reporting.branding.checking import check_in_worker
    from assessment.reporting.pdf.paper_questionnaire import render_paper_questionnaire
    from assessment.reporting.pdf.printing import WARM_PAGE, Printer
    from assessment.reporting.pdf.render import SHEET, render_pdf

    printer = Printer(may_fork=len(os.sched_getaffinity(0)) > 1)
    printer.printed(WARM_PAGE, SHEET, Paper.A4, "warm", unheard)
    printer.warm_up(Paper.A4)
    gc.collect()
    gc.freeze()
    return {
        Printable.REPORT: partial(render_pdf, printer=printer),
        Printable.QUESTIONNAIRE: render_paper_questionnaire,
        Printable.LAYOUT_FILE: check_in_worker,
    }


def main(arguments: list[str]) -> None:
    """Be the process: `python -m assessment.reporting.worker <descriptor> <memory limit>`."""
    descriptor, memory_limit_bytes = int(arguments[0]), int(arguments[1])
    resource.setrlimit(resource.RLIMIT_AS, (memory_limit_bytes, memory_limit_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    os.nice(5)
    serve(Connection(descriptor))


if __name__ == "__main__":
    from assessment.reporting.worker import main as imported_main  # so that what is unpickled is the same module

    imported_main(sys.argv[1:])
