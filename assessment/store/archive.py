"""What is kept byte for byte: frameworks as they were answered, signed-off assessments, files of evidence."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, select

from assessment.errors import StoreUnavailable
from assessment.store.canonical import digest
from assessment.store.dialects import insert_if_absent
from assessment.store.entry_tables import EvidenceFileRow
from assessment.store.headers import ASSESSMENT
from assessment.store.sections import table_of
from assessment.store.tables import EvidenceContentRow, FrameworkRow, InstallationKeyRow, PersonRow, SnapshotRow

FRAMEWORK = table_of(FrameworkRow)
SNAPSHOT = table_of(SnapshotRow)
PERSON = table_of(PersonRow)
CONTENT = table_of(EvidenceContentRow)
EVIDENCE_FILE = table_of(EvidenceFileRow)
KEY = table_of(InstallationKeyRow)
SIGNING = "signing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A signed-off assessment: its document without names, the SHA-256 of those bytes, who signed and when.

    `former_hashes` are those it had before, the latest last: what was printed under them was printed of this snapshot.
    """

    hash: str
    content: str
    approver: str | None
    signed_at: datetime
    former_hashes: tuple[str, ...] = ()


def archived_framework(connection: Connection, content_hash: str) -> str | None:
    """The canonical JSON of an archived framework."""
    return connection.scalar(select(FRAMEWORK.c.content).where(FRAMEWORK.c.content_hash == content_hash))


def archive_framework(
    connection: Connection, *, content_hash: str, framework_id: str, version: str, content: str, at: datetime
) -> None:
    """Keep a framework; one that is kept already stays as it is."""
    row = {"content_hash": content_hash, "framework_id": framework_id, "version": version}
    insert_if_absent(connection, FRAMEWORK, {**row, "content": content, "archived_at": at})


def evidence_content(connection: Connection, content_hash: str) -> bytes | None:
    """The bytes of an evidence file; None where they were never handed in here."""
    return connection.scalar(select(CONTENT.c.content).where(CONTENT.c.content_hash == content_hash))


def kept_contents(connection: Connection, content_hashes: Collection[str]) -> frozenset[str]:
    """Those of some hashes whose bytes are here."""
    if not content_hashes:
        return frozenset()
    query = select(CONTENT.c.content_hash).where(CONTENT.c.content_hash.in_(sorted(content_hashes)))
    return frozenset(connection.scalars(query))


def content_places(connection: Connection, content_hashes: Collection[str]) -> tuple[tuple[str, str, str], ...]:
    """Where files of some contents are: the hash, the organisation and the assessment of each."""
    if not content_hashes:
        return ()
    query = (
        select(EVIDENCE_FILE.c.content_hash, ASSESSMENT.c.organisation_id, ASSESSMENT.c.id)
        .join_from(EVIDENCE_FILE, ASSESSMENT, ASSESSMENT.c.id == EVIDENCE_FILE.c.assessment_id)
        .where(EVIDENCE_FILE.c.content_hash.in_(sorted(content_hashes)))
        .distinct()
    )
    return tuple((row[0], row[1], row[2]) for row in connection.execute(query))


def keep_content(connection: Connection, content_hash: str, content: bytes) -> None:
    """Keep the bytes of an evidence file; those that are kept already stay as they are."""
    insert_if_absent(connection, CONTENT, {"content_hash": content_hash, "content": content})


def forget_contents(connection: Connection) -> None:
    """Remove the bytes that no evidence file names any more, of whichever assessment, in the bin or not."""
    named = select(EVIDENCE_FILE.c.content_hash)
    connection.execute(delete(CONTENT).where(CONTENT.c.content_hash.not_in(named)))


def signing_secret(connection: Connection) -> str:
    """The secret that this installation signs with, which the migrations made; StoreUnavailable where it is gone."""
    secret: str | None = connection.scalar(select(KEY.c.secret).where(KEY.c.name == SIGNING))
    if secret is None:
        raise StoreUnavailable("the key of this installation is gone", "Restore the newest backup.")
    return secret


def read_snapshot(connection: Connection, assessment_id: str) -> Snapshot | None:
    """The snapshot of a signed-off assessment; StoreUnavailable when its bytes no longer fit its hash."""
    person = (PERSON.c.assessment_id == SNAPSHOT.c.assessment_id) & (PERSON.c.id == SNAPSHOT.c.approver)
    query = (
        select(
            SNAPSHOT.c.hash,
            SNAPSHOT.c.content,
            PERSON.c.name.label("approver"),
            SNAPSHOT.c.signed_at,
            SNAPSHOT.c.former_hashes,
        )
        .join_from(SNAPSHOT, PERSON, person, isouter=True)
        .where(SNAPSHOT.c.assessment_id == assessment_id)
    )
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        return None
    snapshot = Snapshot(**{**row, "former_hashes": tuple(row["former_hashes"])})
    if digest(snapshot.content) != snapshot.hash:
        raise StoreUnavailable(
            "the snapshot of a signed-off assessment was changed after it was signed",
            "Restore the newest backup that still has it, and find out who could write to the database.",
        )
    return snapshot
