"""Long tasks that end in a PDF: begun on request, watched while they run, kept for an hour for whoever began them.

A kind of job is one service's; the paper it may be printed on is the same for all.
"""

from __future__ import annotations

import tempfile
import threading
import time
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Generic, TypeVar

import structlog

from assessment.errors import AssessmentError, InvalidInput, NotAvailable, ReportFailed
from assessment.reporting.stages import OnStage, Stage
from assessment.services.authority import Actor, Permit, Thing
from assessment.views.paper import Paper

__all__ = ["Job", "JobState", "Jobs", "Stage", "known_paper", "new_job_id"]
LIFE_SECONDS = 3600.0
WAITING_LIMIT = 8


class JobState(StrEnum):
    """How far a job is."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Something being printed: `done_share` from 0 to 1, what is done and at which page, and `trouble` if it failed."""

    id: str
    file_name: str
    state: JobState = JobState.QUEUED
    done_share: float = 0.0
    stage: Stage = Stage.WAITING
    page: int | None = None
    trouble: str = ""

    @property
    def is_ended(self) -> bool:
        """True once it is done, has failed or was cancelled."""
        return self.state in (JobState.DONE, JobState.FAILED, JobState.CANCELLED)


JobT = TypeVar("JobT", bound=Job)
Make = Callable[[OnStage, threading.Event], bytes]
"""Makes the document: tells its stages, and stops soon after the event is set."""
_log = structlog.get_logger(__name__)


@dataclass(slots=True, kw_only=True)
class _Entry(Generic[JobT]):
    """A job with whom it is for, what it was begun on, when it ended, and whether it is to stop."""

    job: JobT
    actor_id: str
    thing: Thing
    ended_at: float | None = None
    stopped: threading.Event = field(default_factory=threading.Event)


class Jobs(Generic[JobT]):
    """Jobs of one kind, run one at a time; `noun` says what they make. Safe to use from many threads."""

    def __init__(self, folder: Path, noun: str, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._folder = folder
        self._noun = noun
        self._clock = clock
        self._threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix=noun)
        self._entries: dict[str, _Entry[JobT]] = {}
        self._lock = threading.Lock()
        for left_over in folder.glob("*.pdf"):
            left_over.unlink(missing_ok=True)

    def begin(self, permit: Permit, job: JobT, make: Make) -> str:
        """Queue a job; returns its id. Raises InvalidInput when too many wait already."""
        with self._lock:
            self._forget_expired()
            waiting = sum(entry.ended_at is None for entry in self._entries.values())
            if waiting >= WAITING_LIMIT:
                raise InvalidInput(
                    self._noun.capitalize(), f"{waiting} {self._noun}s are being built already", "Wait for one of them."
                )
            self._entries[job.id] = _Entry(job=job, actor_id=permit.actor.id, thing=permit.thing)
        self._threads.submit(self._run, job.id, make)
        return job.id

    def cancel(self, actor: Actor, job_id: str) -> None:
        """End a job that waits or runs; nothing where it has ended. Raises what `find` raises."""
        self.find(actor, job_id)
        self.stop(job_id)

    def stop(self, job_id: str) -> None:
        """End a job of anybody's; nothing where it has ended or is not known."""
        self._update(job_id, state=JobState.CANCELLED, stage=Stage.WAITING, page=None)
        with self._lock:
            entry = self._entries.get(job_id)
        if entry is not None:
            entry.stopped.set()

    def is_kept(self, job_id: str) -> bool:
        """Whether a job is on its way or has made its document."""
        with self._lock:
            self._forget_expired()
            entry = self._entries.get(job_id)
            return entry is not None and entry.job.state not in (JobState.FAILED, JobState.CANCELLED)

    @property
    def unended(self) -> tuple[JobT, ...]:
        """The jobs that wait or run."""
        with self._lock:
            return tuple(entry.job for entry in self._entries.values() if not entry.job.is_ended)

    def begun_on(self, job_id: str) -> Thing:
        """What a job was begun on. Raises NotAvailable when there is no such job, or it is too long ago."""
        with self._lock:
            return self._entry(job_id).thing

    def find(self, actor: Actor, job_id: str) -> JobT:
        """How far a job is. Raises NotAvailable when it is not this actor's, or too long ago."""
        with self._lock:
            entry = self._entry(job_id)
            if entry.actor_id != actor.id:
                raise NotAvailable("This document")
            return entry.job

    def content(self, actor: Actor, job_id: str) -> bytes:
        """What a finished job made. Raises NotAvailable while it runs, when it failed, or when it has expired."""
        if self.find(actor, job_id).state is not JobState.DONE:
            raise NotAvailable("This document")
        try:
            return self._path(job_id).read_bytes()
        except OSError as error:
            raise NotAvailable("This document") from error

    def close(self) -> None:
        """Begin no more and remove what was made. Closing twice is harmless."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        with self._lock:
            for job_id in self._entries:
                self._path(job_id).unlink(missing_ok=True)
            self._entries.clear()

    def _entry(self, job_id: str) -> _Entry[JobT]:
        self._forget_expired()
        entry = self._entries.get(job_id)
        if entry is None:
            raise NotAvailable("This document")
        return entry

    def _run(self, job_id: str, make: Make) -> None:
        with self._lock:
            entry = self._entries.get(job_id)
        if entry is None or entry.job.is_ended:
            return

        def on_stage(share: float, stage: Stage, page: int | None = None) -> None:
            done_share = min(1.0, max(0.0, share))
            self._update(job_id, state=JobState.RUNNING, done_share=done_share, stage=stage, page=page)

        try:
            self._keep(job_id, make(on_stage, entry.stopped))
        except AssessmentError as error:
            self._update(job_id, state=JobState.FAILED, trouble=str(error))
        except Exception as error:  # the thread has nobody to raise to: the job says it in words, the log says why
            _log.error("printing failed", what=self._noun, error_type=type(error).__name__, exc_info=error)
            self._update(job_id, state=JobState.FAILED, trouble=str(ReportFailed("something unexpected went wrong")))
        else:
            self._update(job_id, state=JobState.DONE, done_share=1.0, stage=Stage.READY, page=None)

    def _keep(self, job_id: str, content: bytes) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as written:
                written.write(content)
            with self._lock:
                entry = self._entries.get(job_id)
                if entry is not None and not entry.job.is_ended:
                    Path(written.name).replace(self._path(job_id))
                else:  # closed or cancelled meanwhile
                    Path(written.name).unlink()
        except OSError as error:
            raise ReportFailed(f"it could not be stored ({error.strerror})") from error

    def _update(self, job_id: str, **changes: Any) -> None:
        with self._lock:
            entry = self._entries.get(job_id)
            if entry is None or entry.job.is_ended:
                return
            entry.job = replace(entry.job, **changes)
            if entry.job.is_ended:
                entry.ended_at = self._clock()

    def _forget_expired(self) -> None:
        now = self._clock()
        for job_id, entry in list(self._entries.items()):
            if entry.ended_at is not None and now - entry.ended_at > LIFE_SECONDS:
                del self._entries[job_id]
                self._path(job_id).unlink(missing_ok=True)

    def _path(self, job_id: str) -> Path:
        return self._folder / f"{job_id}.pdf"


def known_paper(what: str, paper: str) -> Paper:
    """The paper of a name; raises InvalidInput, on behalf of `what`, for a name that is not known."""
    try:
        return Paper(paper)
    except ValueError:
        known = ", ".join(Paper)
        raise InvalidInput(what, f"there is no paper called '{paper[:80]}'", f"Choose one of: {known}.") from None


def new_job_id() -> str:
    """An id that nobody guesses."""
    return uuid.uuid4().hex
