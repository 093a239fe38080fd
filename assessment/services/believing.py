"""A checked upload as what it is here: with its names in their places, and signed off only where that is believed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from assessment.domain.answered.assessment import Assessment, AssessmentState
from assessment.domain.answered.claim import ClaimDoubt, SignOffClaim
from assessment.domain.authored.framework import Framework
from assessment.errors import ImportRefused
from assessment.services.carrying import signed_by
from assessment.services.export_format import CARRIED_NAMES, assessment_hash, document_of, to_document
from assessment.services.naming import named, names_in
from assessment.services.repository import Repository
from assessment.services.signing import CarriedSignOff
from assessment.services.upload import Upload


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """A checked assessment and the framework it is stored with, whose content may differ from what was answered.

    `document` is what was exported, without anything it carries; None once the assessment is another than it says.
    `doubt` says why a sign-off it claims is not to be believed.
    """

    assessment: Assessment
    framework: Framework
    document: str | None
    document_hash: str
    sign_off: CarriedSignOff | None = None
    doubt: ClaimDoubt | None = None

    @property
    def is_signed_off(self) -> bool:
        """Whether it calls itself signed off."""
        return self.assessment.header.state is AssessmentState.SIGNED_OFF

    def with_header(self, **changes: Any) -> Imported:
        """The same with some fields of the header replaced."""
        header = self.assessment.header.model_copy(update=changes)
        return replace(self, assessment=self.assessment.model_copy(update={"header": header}), document=None)

    def as_draft(self) -> Imported:
        """The same as a draft that says what it claimed."""
        draft = self.with_header(state=AssessmentState.DRAFT)
        said = self.sign_off
        claim = SignOffClaim(
            doubt=self.doubt,
            approver=None if said is None else said.approver,
            signed_on=None if said is None else said.signed_at.date(),
        )
        return replace(draft, assessment=draft.assessment.model_copy(update={"claim": claim}))


def believed_or_not(
    repository: Repository, filled: Assessment, framework: Framework, upload: Upload, file_name: str
) -> Imported:
    """The import with the names it carries, and what is doubtful about a sign-off that it claims.

    Raises ImportRefused for a name of a place where nobody is named, and for a sign-off that is none.
    """
    assessment = _with_names(filled, upload.outline.get(CARRIED_NAMES, {}), file_name)
    content = document_of(upload.content)
    document = None if content is None else content.decode()
    document_hash = assessment_hash(assessment) if content is None else hashlib.sha256(content).hexdigest()
    imported = Imported(assessment=assessment, framework=framework, document=document, document_hash=document_hash)
    return _judged(repository, imported, signed_by(upload, file_name)) if imported.is_signed_off else imported


def _with_names(filled: Assessment, names: Mapping[str, str], file_name: str) -> Assessment:
    assessment = named(filled, {label: name.strip() for label, name in names.items()})
    stray = min(set(names) - set(names_in(assessment)), default=None)
    if stray is not None:
        raise ImportRefused(file_name, CARRIED_NAMES, f"it names somebody at '{stray[:200]}', where nobody is named")
    return assessment


def _judged(repository: Repository, imported: Imported, sign_off: CarriedSignOff | None) -> Imported:
    """The import with what is doubtful about its sign-off; laid out anew, its document is that of its content."""
    if sign_off is None:
        return replace(imported, doubt=ClaimDoubt.UNSIGNED)
    with repository.store.reading() as reader:
        secret = reader.signing_secret()
    names, own = names_in(imported.assessment), imported.document_hash
    doubt = sign_off.doubt(secret, own, names)
    if doubt is ClaimDoubt.CHANGED and imported.document is not None:  # perhaps it was only laid out anew
        own = assessment_hash(imported.assessment)
        doubt = sign_off.doubt(secret, own, names)
    if own != imported.document_hash or imported.document is None:
        imported = replace(imported, document=to_document(imported.assessment))
    return replace(imported, sign_off=sign_off, doubt=doubt, document_hash=own)
