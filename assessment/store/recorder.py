"""The journal of one transaction: every entry in the name of one actor and operation, every chain locked once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from assessment.store import journal
from assessment.store.canonical import canonical
from assessment.store.dialects import insert_if_absent, wait_in_line
from assessment.store.journal import CHAIN, JOURNAL, START, STORE_CHAIN, Chain, JournalEntry

ROWS_AT_ONCE = 5_000


class Recorder:
    """Locks chains and adds to them. Whoever has the lock of an assessment's chain may change the assessment."""

    def __init__(self, connection: Connection, *, actor_id: str, operation: str, now: datetime) -> None:
        self.now = now
        self._connection = connection
        self._actor_id = actor_id
        self._operation = operation
        self._chains: dict[str, Chain] = {}

    def lock(self, chain_id: str) -> Chain | None:
        """Keep other writers off a chain until the transaction ends; None if there is none of that id."""
        if chain_id not in self._chains:
            wait_in_line(self._connection, chain_id)
            query = select(CHAIN).where(CHAIN.c.id == chain_id).with_for_update()
            row = self._connection.execute(query).mappings().one_or_none()
            if row is None:
                return None
            self._chains[chain_id] = Chain(**row)
        return self._chains[chain_id]

    def open(self, chain_id: str) -> Chain:
        """A locked chain, begun where there is none."""
        wait_in_line(self._connection, chain_id)
        new = Chain(id=chain_id, revision=0, head=START, updated_at=self.now)
        insert_if_absent(self._connection, CHAIN, asdict(new))
        return self.lock(chain_id) or new

    def continue_from(self, chain_id: str, entries: Sequence[JournalEntry]) -> None:
        """Begin a locked chain that is still empty with entries as they were, oldest first."""
        rows = [{**asdict(entry), "chain_id": chain_id} for entry in entries]
        for start in range(0, len(rows), ROWS_AT_ONCE):
            self._connection.execute(insert(JOURNAL), rows[start : start + ROWS_AT_ONCE])
        last = entries[-1]
        end = update(CHAIN).where(CHAIN.c.id == chain_id).values(revision=last.seq, head=last.hash)
        self._connection.execute(end)
        self._chains[chain_id] = replace(self._chains[chain_id], revision=last.seq, head=last.hash)

    def next_version(self, assessment_id: str) -> int:
        """The version of an entry that is stored now in a locked assessment: the revision it leads to."""
        return self._chains[assessment_id].revision + 1

    def record(
        self, assessment_id: str | None, what: str, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
    ) -> None:
        """Add an entry to the journal of a locked assessment, or to the store's own."""
        chain_id = assessment_id or STORE_CHAIN
        self._chains[chain_id] = journal.append(
            self._connection,
            self.lock(chain_id) or self.open(chain_id),
            at=self.now,
            actor_id=self._actor_id,
            operation=self._operation,
            what=what,
            before=None if before is None else canonical(before),
            after=None if after is None else canonical(after),
        )
