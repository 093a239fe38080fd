"""Long tasks and what they made, for every process that serves this database. No journal tells of them.

Nothing here waits for an assessment, and nobody who answers waits for it: a job has no chain.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Select, and_, delete, insert, or_, select, update

from assessment.store.sections import table_of
from assessment.store.tables import JobRow

JOB = table_of(JobRow)
OF_ASSESSMENT = "assessment"
"""What `subject` is of a job that was begun on an assessment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredJob:
    """A job without what it made.

    `runner_id` names the process that does it and `beat_at` is its last sign of life; `subject` and `thing_id` say what
    it was begun on, `facts` what it makes, as JSON. `order_key` is what it was prepared for, None where it was asked
    for; `is_taken` once somebody asked. `ended_at` is None until it has ended, in whatever way.
    """

    id: str
    kind: str
    runner_id: str
    actor_id: str
    subject: str
    thing_id: str
    facts: str
    order_key: str | None
    is_taken: bool
    state: str
    stage: str
    page: int | None
    done_share: float
    trouble: str
    created_at: datetime
    beat_at: datetime
    ended_at: datetime | None = None


_COLUMNS = tuple(column for column in JOB.c if column.name != "content")  # which has megabytes


class JobReader:
    """Reads jobs within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, job_id: str) -> StoredJob | None:
        """One job; None if there is none of that id."""
        return next(iter(self._jobs(JOB.c.id == job_id)), None)

    def content(self, job_id: str) -> bytes | None:
        """What a job made; None where it has made nothing, or there is none of that id."""
        content: bytes | None = self._connection.scalar(select(JOB.c.content).where(JOB.c.id == job_id))
        return content

    def unended(self, kind: str, *, beating_since: datetime) -> tuple[StoredJob, ...]:
        """The jobs of a kind that wait or run and whose process lives, the oldest first."""
        return self._jobs(JOB.c.kind == kind, JOB.c.ended_at.is_(None), JOB.c.beat_at >= beating_since)

    def ordered(self, kind: str, order_key: str) -> tuple[StoredJob, ...]:
        """The jobs of a kind that were prepared for an order, the oldest first."""
        return self._jobs(JOB.c.kind == kind, JOB.c.order_key == order_key)

    def any_over(self, since: datetime) -> bool:
        """Whether there are jobs to forget that ended, or whose process died, before a moment."""
        return self._connection.execute(select(JOB.c.id).where(_over(since)).limit(1)).first() is not None

    def _jobs(self, *where: ColumnElement[bool]) -> tuple[StoredJob, ...]:
        query: Select[*tuple[object, ...]] = select(*_COLUMNS).where(*where).order_by(JOB.c.created_at, JOB.c.id)
        return tuple(StoredJob(**row) for row in self._connection.execute(query).mappings())


class JobWriter(JobReader):
    """Writes jobs within one transaction."""

    def add(self, job: StoredJob) -> None:
        """Store a job that was begun."""
        self._connection.execute(insert(JOB), {**asdict(job), "content": None})

    def tell(self, job_id: str, *, state: str, stage: str, page: int | None, done_share: float, at: datetime) -> None:
        """Store how far a job is; nothing where it has ended."""
        values = {"state": state, "stage": stage, "page": page, "done_share": done_share, "beat_at": at}
        self._connection.execute(update(JOB).where(_going(job_id)).values(**values))

    def beat(self, runner_id: str, at: datetime) -> None:
        """Store that the process of a runner lives, with all that it has to do."""
        own = and_(JOB.c.runner_id == runner_id, JOB.c.ended_at.is_(None))
        self._connection.execute(update(JOB).where(own).values(beat_at=at))

    def end(
        self,
        job_id: str,
        *,
        state: str,
        stage: str,
        at: datetime,
        trouble: str = "",
        content: bytes | None = None,
    ) -> bool:
        """End a job, with what it made; False, and nothing is kept, where it has ended or is not there."""
        ended = (
            update(JOB).where(_going(job_id)).values(state=state, stage=stage, page=None, trouble=trouble, ended_at=at)
        )
        if content is not None:
            ended = ended.values(content=content, done_share=1.0)
        done = self._connection.execute(ended)
        return done.rowcount > 0

    def take(self, job_id: str) -> None:
        """Remember that somebody asked for what was prepared."""
        self._connection.execute(update(JOB).where(JOB.c.id == job_id).values(is_taken=True))

    def forget_over(self, since: datetime) -> None:
        """Remove the jobs that ended, or whose process died, before a moment, with what they made."""
        self._connection.execute(delete(JOB).where(_over(since)))

    def forget_begun_on(self, subject: str, thing_id: str) -> None:
        """Remove every job that was begun on a thing, with what it made: it holds what the thing held."""
        self._connection.execute(delete(JOB).where(JOB.c.subject == subject, JOB.c.thing_id == thing_id))


def _going(job_id: str) -> ColumnElement[bool]:
    return and_(JOB.c.id == job_id, JOB.c.ended_at.is_(None))


def _over(since: datetime) -> ColumnElement[bool]:
    return or_(JOB.c.ended_at < since, and_(JOB.c.ended_at.is_(None), JOB.c.beat_at < since))
