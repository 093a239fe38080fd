"""The jobs that were begun in this process: run one at a time, told to the database as they go.

What decides is in the database. In memory is only what this process has at hand: whom to stop, and what is not told
yet. Stages are told at most every `TELLING_SECONDS`, by a thread of its own, so that printing waits for no database.
"""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field

import structlog

from assessment.errors import AssessmentError, ReportFailed, StoreUnavailable
from assessment.reporting.stages import OnStage, Stage
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.job_states import LIFE, JobState
from assessment.store import Store

Make = Callable[[OnStage, threading.Event], bytes]
"""Makes the document: tells its stages, and stops soon after the event is set."""
TELLING_SECONDS = 0.5
LOOK_SECONDS = 1.0
"""How soon a job is stopped that somebody cancelled in another process."""
BEAT_SECONDS = 5.0
TRIES_TO_KEEP = 3
JOIN_SECONDS = 3.0
OPERATION = "jobs.run"
STOPPED = "Plumbline was stopped while it was being made; begin it again"
_log = structlog.get_logger(__name__)


@dataclass(slots=True)
class _Task:
    """A job at hand: whether it is to stop, and how far it is where that is not told yet."""

    stopped: threading.Event = field(default_factory=threading.Event)
    news: tuple[float, Stage, int | None] | None = None


class JobRunner:
    """Runs jobs of one kind; `noun` says what they make. Safe to use from many threads."""

    def __init__(self, store: Store, noun: str) -> None:
        self.id = uuid.uuid4().hex
        self._store = store
        self._noun = noun
        self._threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix=noun)
        self._tasks: dict[str, _Task] = {}
        self._last: Future[None] | None = None
        self._lock = threading.Lock()
        self._woken = threading.Event()
        self._closing = threading.Event()
        self._teller: threading.Thread | None = None

    def run(self, job_id: str, make: Make) -> None:
        """Queue a job that is in the database."""
        with self._lock:
            self._tasks[job_id] = _Task()
            if self._teller is None:
                self._teller = threading.Thread(target=self._tell_on, name=f"{self._noun}-telling", daemon=True)
                self._teller.start()
        self._woken.set()
        self._last = self._threads.submit(self._run, job_id, make)

    def stop(self, job_id: str) -> None:
        """Stop a job if it is one of this process."""
        with self._lock:
            task = self._tasks.get(job_id)
        if task is not None:
            task.stopped.set()

    def close(self) -> None:
        """Stop everything and say so of each in the database. Closing twice is harmless."""
        if self._closing.is_set():
            return
        self._closing.set()
        self._woken.set()
        with self._lock:
            left = dict(self._tasks)
        for job_id in left:  # told before they are stopped, or they would say themselves that they were cancelled
            self._end(job_id, JobState.FAILED, trouble=str(ReportFailed(STOPPED)))
        for task in left.values():
            task.stopped.set()
        self._threads.shutdown(wait=False)
        if self._last is not None:
            wait((self._last,), JOIN_SECONDS)  # so that the database is not closed under it
        if self._teller is not None:
            self._teller.join(JOIN_SECONDS)

    def _run(self, job_id: str, make: Make) -> None:
        task = self._tasks.get(job_id)
        if task is None or task.stopped.is_set():
            self._drop(job_id)
            return

        def on_stage(share: float, stage: Stage, page: int | None = None) -> None:
            task.news = (min(1.0, max(0.0, share)), stage, page)
            self._woken.set()

        try:
            content = make(on_stage, task.stopped)
        except AssessmentError as error:
            if not self._closing.is_set():  # else it is told already, and the database may be closed by now
                self._end(job_id, JobState.FAILED, trouble=str(error))
        except Exception as error:  # the thread has nobody to raise to: the job says it in words, the log says why
            _log.error("printing failed", what=self._noun, error_type=type(error).__name__, exc_info=error)
            self._end(job_id, JobState.FAILED, trouble=str(ReportFailed("something unexpected went wrong")))
        else:
            self._end(job_id, JobState.DONE, content=content)

    def _end(self, job_id: str, state: JobState, *, trouble: str = "", content: bytes | None = None) -> None:
        """Say how a job ended. Where the database cannot be told, its silence says in a while that it failed."""
        stage = Stage.READY if state is JobState.DONE else Stage.WAITING
        for _ in range(TRIES_TO_KEEP):
            try:
                with self._store.writing(actor_id=LOCAL_ACTOR.id, operation=OPERATION) as writer:
                    at = self._store.now()
                    writer.job_writer.end(job_id, state=state, stage=stage, at=at, trouble=trouble, content=content)
                break
            except StoreUnavailable as error:
                _log.warning("the end of a job could not be stored", what=self._noun, reason=str(error))
                if self._closing.wait(TELLING_SECONDS):
                    break
        self._drop(job_id)

    def _drop(self, job_id: str) -> None:
        with self._lock:
            self._tasks.pop(job_id, None)

    def _tell_on(self) -> None:
        """The thread that tells: often while there is something to do, once more when what was made is over."""
        beat_at = 0.0
        while not self._closing.is_set():
            with self._lock:
                tasks = dict(self._tasks)
            self._woken.wait(LOOK_SECONDS if tasks else LIFE.total_seconds() + 1)
            self._woken.clear()
            if self._closing.is_set():
                return
            if not tasks:
                self._forget()
            elif self._tell(tasks, is_beat=time.monotonic() - beat_at >= BEAT_SECONDS):
                beat_at = time.monotonic()
            self._closing.wait(TELLING_SECONDS)

    def _tell(self, tasks: dict[str, _Task], *, is_beat: bool) -> bool:
        """Stop what somebody cancelled; store stages and, if due, that this process lives: True if it did."""
        news = {job_id: task.news for job_id, task in tasks.items() if task.news is not None}
        try:
            with self._store.reading() as reader:
                ended = [one for one in tasks if (found := reader.jobs.find(one)) is None or found.ended_at is not None]
            for job_id in ended:
                self.stop(job_id)
            if not news and not is_beat:
                return False
            with self._store.writing(actor_id=LOCAL_ACTOR.id, operation=OPERATION) as writer:
                at, state = self._store.now(), JobState.RUNNING
                writer.job_writer.beat(self.id, at)
                for job_id, (share, stage, page) in news.items():
                    writer.job_writer.tell(job_id, state=state, stage=stage, page=page, done_share=share, at=at)
        except StoreUnavailable as error:  # told again in a moment
            _log.warning("how far a job is could not be stored", what=self._noun, reason=str(error))
            return False
        for job_id, told in news.items():
            if tasks[job_id].news is told:
                tasks[job_id].news = None
        return True

    def _forget(self) -> None:
        try:
            forget_over(self._store)
        except StoreUnavailable as error:  # nothing hands out what is over
            _log.warning("what was printed was not removed", what=self._noun, reason=str(error))


def forget_over(store: Store) -> None:
    """Remove from the database what was made more than its life ago, whichever process made it."""
    since = store.now() - LIFE
    with store.reading() as reader:
        if not reader.jobs.any_over(since):
            return
    with store.writing(actor_id=LOCAL_ACTOR.id, operation=OPERATION) as writer:
        writer.job_writer.forget_over(since)
