"""The signature under an exported sign-off: with it, an import stays signed off by whom and when it was signed here.

Signed with a key of this installation: the hash of the document, the names beside it, who approved it when, and every
line of the journal. Whoever changes one of them, or signs with another key, is not believed (`doubt`).
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from assessment.domain.answered.claim import ClaimDoubt
from assessment.domain.answered.entries import AssessmentModel, PersonName
from assessment.store import JournalEntry, Snapshot

JOURNAL_BYTES_LIMIT = 100_000_000
"""A longer journal is left out of an export, so that the file can still be imported."""
_KEY_ID_LENGTH = 16
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class JournalLine(AssessmentModel):
    """One change as the journal has it; `before` and `after` are canonical JSON."""

    seq: Annotated[int, Field(ge=1)]
    at: str
    actor_id: str
    operation: str
    what: str
    before: str | None
    after: str | None
    hash: Digest


class CarriedSignOff(AssessmentModel):
    """Who signed an exported assessment off and when, with its journal; `signature` covers all of it."""

    approver: PersonName | None = Field(description="The name under the sign-off; null: erased, or never given.")
    signed_at: datetime
    former_hashes: tuple[Digest, ...] = Field(description="Hashes the snapshot had before, the latest last.")
    key_id: str = Field(max_length=64, description="Tells the key apart that signed; says nothing about it.")
    signature: Digest = Field(description="HMAC-SHA-256 with the key of the installation that wrote the file.")
    journal: tuple[JournalLine, ...] = Field(description="Every change of the assessment, oldest first.")

    def doubt(self, secret: str, document_hash: str, names: Mapping[str, str]) -> ClaimDoubt | None:
        """Why this is not to be believed here; None where document, names and sign-off are what was signed here."""
        if self.key_id != _key_id(secret):
            return ClaimDoubt.FOREIGN
        wanted = _signature(secret, document_hash, names, self)
        return None if hmac.compare_digest(wanted, self.signature) else ClaimDoubt.CHANGED


def signed_line(secret: str, snapshot: Snapshot, names: Mapping[str, str], journal: Sequence[JournalEntry]) -> str:
    """What an export carries of a sign-off, as JSON on one line; `journal` oldest first."""
    lines = tuple(JournalLine(**{field: getattr(one, field) for field in JournalLine.model_fields}) for one in journal)
    if sum(len(one.before or "") + len(one.after or "") for one in lines) > JOURNAL_BYTES_LIMIT:
        lines = ()
    unsigned = CarriedSignOff(
        approver=snapshot.approver,
        signed_at=snapshot.signed_at,
        former_hashes=snapshot.former_hashes,
        key_id=_key_id(secret),
        signature="0" * 64,
        journal=lines,
    )
    signed = unsigned.model_copy(update={"signature": _signature(secret, snapshot.hash, names, unsigned)})
    return _canonical(signed.model_dump(mode="json"))


def journal_of(sign_off: CarriedSignOff) -> tuple[JournalEntry, ...]:
    """The journal that an export carried, oldest first."""
    return tuple(JournalEntry(**line.model_dump()) for line in sign_off.journal)


def _signature(secret: str, document_hash: str, names: Mapping[str, str], sign_off: CarriedSignOff) -> str:
    made = hmac.new(secret.encode(), digestmod=hashlib.sha256)
    facts = (sign_off.approver, sign_off.signed_at.isoformat(), sign_off.former_hashes)
    made.update(_canonical(["plumbline sign-off", 1, document_hash, names, *facts]).encode())
    for line in sign_off.journal:
        made.update(f"\n{_canonical(line.model_dump(mode='json'))}".encode())
    return made.hexdigest()


def _key_id(secret: str) -> str:
    return hashlib.sha256(f"plumbline key {secret}".encode()).hexdigest()[:_KEY_ID_LENGTH]


def _canonical(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
