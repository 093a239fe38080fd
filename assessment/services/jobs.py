"""Long tasks that end in a PDF: begun on request, watched while they run, kept for an hour for whoever began them.

A job and what it made are in the database: whichever process is asked finds it, cancels it and hands it out. The
process that it was begun in does it, and gives a sign of life meanwhile; when it has given none for a while, the job is
told as failed. A kind of job is one service's; the paper it may be printed on is the same for all.
"""

from __future__ import annotations

import re
import uuid
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import TypeAdapter

from assessment.errors import InvalidInput, NotAvailable, ReportFailed
from assessment.reporting.stages import Stage
from assessment.services.authority import Actor, Permit, Subject, Thing
from assessment.services.job_runner import OPERATION, JobRunner, Make, forget_over
from assessment.services.job_states import LIFE, SILENCE, JobState
from assessment.store import Reader, Store, StoredJob
from assessment.views.paper import Paper

__all__ = ["Job", "JobState", "Jobs", "Stage", "known_paper", "new_job_id"]
WAITING_LIMIT = 8
LOST = "the part of Plumbline that was making it has stopped; begin it again"


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


class Jobs(Generic[JobT]):
    """Jobs of one kind, run one at a time in each process; `noun` says what they make. Safe to use from many threads.

    `is_busy` and `prepared` are about all processes, `take` lets go what this one has prepared.
    """

    def __init__(self, store: Store, job_type: type[JobT], noun: str) -> None:
        self._store = store
        self._noun = noun
        self._facts = TypeAdapter(job_type)
        self._runner = JobRunner(store, noun)
        forget_over(store)

    def begin(self, permit: Permit, job: JobT, make: Make, *, order_key: str | None = None) -> str:
        """Queue a job, prepared for an order or asked for; returns its id. InvalidInput when too many wait already."""
        now = self._store.now()
        with self._store.writing(actor_id=permit.actor.id, operation=permit.operation) as writer:
            waiting = len(writer.jobs.unended(self._noun, beating_since=now - SILENCE))
            if waiting >= WAITING_LIMIT:
                raise InvalidInput(
                    self._noun.capitalize(), f"{waiting} {self._noun}s are being built already", "Wait for one of them."
                )
            writer.job_writer.forget_over(now - LIFE)
            writer.job_writer.add(
                StoredJob(
                    id=job.id,
                    kind=self._noun,
                    runner_id=self._runner.id,
                    actor_id=permit.actor.id,
                    subject=permit.thing.subject,
                    thing_id=permit.thing.ids[0] if permit.thing.ids else "",
                    facts=self._facts.dump_json(job).decode(),
                    order_key=order_key,
                    is_taken=order_key is None,
                    state=job.state,
                    stage=job.stage,
                    page=None,
                    done_share=0.0,
                    trouble="",
                    created_at=now,
                    beat_at=now,
                )
            )
        self._runner.run(job.id, make)
        return job.id

    def cancel(self, actor: Actor, job_id: str) -> None:
        """End a job that waits or runs, in whatever process; nothing where it has ended. Raises what `find` raises."""
        self.find(actor, job_id)
        self._stop(job_id)

    @property
    def is_busy(self) -> bool:
        """Whether a job waits or runs, in whatever process."""
        with self._store.reading() as reader:
            return bool(reader.jobs.unended(self._noun, beating_since=self._store.now() - SILENCE))

    def prepared(self, order_key: str) -> str | None:
        """The id of the job that makes, or has made, what an order asks for; None for none."""
        with self._store.reading() as reader:
            return self._prepared(reader, order_key)

    def take(self, order_key: str) -> str | None:
        """The same, and remember that it was asked for. What else this process has prepared is let go."""
        with self._store.writing(actor_id=self._runner.id, operation=OPERATION) as writer:
            found = self._prepared(writer, order_key)
            if found is not None:
                writer.job_writer.take(found)
            going = writer.jobs.unended(self._noun, beating_since=self._store.now() - SILENCE)
        for one in going:
            if one.runner_id == self._runner.id and not one.is_taken and one.id != found:
                self._stop(one.id)
        return found

    def begun_on(self, job_id: str) -> Thing:
        """What a job was begun on. Raises NotAvailable when there is no such job, or it is too long ago."""
        stored = self._stored(job_id)
        ids = (stored.thing_id,) if stored.thing_id else ()
        return Thing(subject=Subject(stored.subject), ids=ids)

    def find(self, actor: Actor, job_id: str) -> JobT:
        """How far a job is. Raises NotAvailable when it is not this actor's, or too long ago."""
        stored = self._stored(job_id)
        if stored.actor_id != actor.id:
            raise NotAvailable("This document")
        job = replace(
            self._facts.validate_json(stored.facts),
            state=JobState(stored.state),
            done_share=stored.done_share,
            stage=Stage(stored.stage),
            page=stored.page,
            trouble=stored.trouble,
        )
        return replace(job, state=JobState.FAILED, trouble=str(ReportFailed(LOST))) if self._is_lost(stored) else job

    def content(self, actor: Actor, job_id: str) -> bytes:
        """What a finished job made. Raises NotAvailable while it runs, when it failed, or when it has expired."""
        if self.find(actor, job_id).state is not JobState.DONE:
            raise NotAvailable("This document")
        with self._store.reading() as reader:
            content = reader.jobs.content(job_id)
        if content is None:
            raise NotAvailable("This document")
        return content

    def close(self) -> None:
        """Begin no more, and say of what is not finished that it was stopped. Closing twice is harmless."""
        self._runner.close()

    def _stop(self, job_id: str) -> None:
        with self._store.writing(actor_id=self._runner.id, operation=OPERATION) as writer:
            writer.job_writer.end(job_id, state=JobState.CANCELLED, stage=Stage.WAITING, at=self._store.now())
        self._runner.stop(job_id)  # another process finds out where it next tells how far it is

    def _prepared(self, reader: Reader, order_key: str) -> str | None:
        dropped = (JobState.FAILED, JobState.CANCELLED)
        found = (
            one.id
            for one in reader.jobs.ordered(self._noun, order_key)
            if one.state not in dropped and not self._is_lost(one) and not self._is_over(one)
        )
        return next(found, None)

    def _stored(self, job_id: str) -> StoredJob:
        is_id = isinstance(job_id, str) and job_id.isalnum()
        with self._store.reading() as reader:
            stored = reader.jobs.find(job_id) if is_id else None
        if stored is None or stored.kind != self._noun or self._is_over(stored):
            raise NotAvailable("This document")
        return stored

    def _is_lost(self, stored: StoredJob) -> bool:
        return stored.ended_at is None and self._store.now() - stored.beat_at > SILENCE

    def _is_over(self, stored: StoredJob) -> bool:
        return stored.ended_at is not None and self._store.now() - stored.ended_at > LIFE


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


_FOLDERS_OF_BEFORE = ("reports", "sheets")
_JOB_FILE = re.compile(r"[0-9a-f]{32}\.pdf|tmp\w{8}")


def remove_printed_before(data_folder: Path) -> None:
    """Remove what earlier versions printed into files, with names in them, and kept until their next start."""
    for folder in (data_folder / name for name in _FOLDERS_OF_BEFORE):
        with suppress(OSError):
            for printed in folder.iterdir():
                if _JOB_FILE.fullmatch(printed.name):
                    printed.unlink(missing_ok=True)
            folder.rmdir()  # where nothing of somebody else is in it
