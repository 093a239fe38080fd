"""Group commit: what phones send waits in one line, and all that waits goes to the disk in one transaction.

Who sent it is told when that transaction is over, and never before. So a room of hundreds costs as many commits as the
disk can make, and not as many as there are phones.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Generic, TypeVar

import structlog

from assessment.errors import AssessmentError, StoreUnavailable

JobT = TypeVar("JobT")
ResultT = TypeVar("ResultT")
MOST_AT_ONCE = 250
SECONDS_TO_CLOSE = 30.0
_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class _Waiting(Generic[JobT, ResultT]):
    """A job, and who waits for what comes of it."""

    job: JobT
    future: Future[ResultT]


class GroupCommit(Generic[JobT, ResultT]):
    """One thread that commits what waits together. Safe to use from many threads; it begins with the first job.

    `commit` does some jobs in one transaction and returns, in their order, what came of each: a result, or the error
    that this one alone is refused with. What it raises meets each job alone once more, so that none spoils another's.
    """

    def __init__(self, name: str, commit: Callable[[Sequence[JobT]], Sequence[ResultT | AssessmentError]]) -> None:
        self._name = name
        self._commit = commit
        self._waiting: deque[_Waiting[JobT, ResultT]] = deque()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._is_closed = False

    def put(self, job: JobT) -> Future[ResultT]:
        """Stand in line; the future has the result once it is on the disk, or the error."""
        future: Future[ResultT] = Future()
        with self._changed:
            if self._is_closed:
                future.set_exception(StoreUnavailable("it is closed", "Start Plumbline again with 'make run'."))
                return future
            self._waiting.append(_Waiting(job, future))
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
                self._thread.start()
            self._changed.notify()
        return future

    def close(self) -> None:
        """Commit what waits and take nothing more. Closing twice is harmless."""
        with self._changed:
            self._is_closed = True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join(SECONDS_TO_CLOSE)

    def _run(self) -> None:
        while True:
            with self._changed:
                while not self._waiting and not self._is_closed:
                    self._changed.wait()
                if not self._waiting:
                    return
                some = [self._waiting.popleft() for _ in range(min(MOST_AT_ONCE, len(self._waiting)))]
            self._do(some)

    def _do(self, some: Sequence[_Waiting[JobT, ResultT]]) -> None:
        try:
            results = self._commit([one.job for one in some])
        except Exception as error:
            if len(some) > 1 and not isinstance(error, StoreUnavailable):
                for one in some:
                    self._do([one])
                return
            told = error
            if not isinstance(error, AssessmentError):
                _log.exception("what phones sent was not kept", queue=self._name)
                told = StoreUnavailable("something unexpected happened", "Try again; what was saved before is safe.")
            for one in some:
                one.future.set_exception(told)
            return
        for one, result in zip(some, results, strict=True):
            if isinstance(result, AssessmentError):
                one.future.set_exception(result)
            else:
                one.future.set_result(result)
