"""Summaries of assessments, kept beside them: derived, never journaled, replaced when state or method are newer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, delete, insert, select

from assessment.store.journal import CHAIN
from assessment.store.sections import table_of
from assessment.store.tables import SummaryRow

SUMMARY = table_of(SummaryRow)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSummary:
    """What a version of the method made of the state that `head` names; `content` is JSON."""

    assessment_id: str
    head: str
    method_version: int
    content: str


def read_summaries(connection: Connection, method_version: int) -> Mapping[str, str]:
    """The content by assessment id, of the assessments that are still in the state it was made of."""
    is_present = (CHAIN.c.id == SUMMARY.c.assessment_id) & (CHAIN.c.head == SUMMARY.c.head)
    query = select(SUMMARY.c.assessment_id, SUMMARY.c.content).join_from(SUMMARY, CHAIN, is_present)
    rows = connection.execute(query.where(SUMMARY.c.method_version == method_version))
    return {row[0]: row[1] for row in rows}


def keep_summary(connection: Connection, summary: StoredSummary) -> None:
    """Keep a summary in place of the one before; nothing happens once the assessment has moved on or is gone."""
    query = select(CHAIN.c.head).where(CHAIN.c.id == summary.assessment_id).with_for_update()
    if connection.scalar(query) != summary.head:
        return
    connection.execute(delete(SUMMARY).where(SUMMARY.c.assessment_id == summary.assessment_id))
    connection.execute(insert(SUMMARY), asdict(summary))
