"""The consultant's own words: what stands at each place of an assessment, saved, and given back to the proposal."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.answered.texts import OwnText
from assessment.errors import NotAvailable
from assessment.services.authority import Permission, Permit, Subject, operation
from assessment.services.computing import Computing
from assessment.services.repository import stored_header
from assessment.views.commentary.places import Place, places
from assessment.views.commentary.view import CommentaryView, PlaceText, commentary_view, place_view


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredText:
    """What stands at a place, with the version of its text; 0 where nobody wrote one."""

    view: PlaceText
    version: int


class TextService:
    """Texts of an assessment, each at its place; they move no number."""

    def __init__(self, computing: Computing) -> None:
        self.rights = computing.repository.rights
        self._computing = computing

    @operation("texts.all", Permission.RESULTS, on=Subject.ASSESSMENT)
    def all(self, permit: Permit, assessment_id: str) -> CommentaryView:
        """Every place with its state."""
        del permit
        return commentary_view(self._computing.compute(assessment_id).told)

    @operation("texts.read", Permission.RESULTS, on=Subject.ASSESSMENT)
    def read(self, permit: Permit, assessment_id: str, place_id: str) -> StoredText:
        """One place with its text and what is proposed there; NotAvailable for a place that is not there."""
        del permit
        computed = self._computing.compute(assessment_id).told
        place = _place(places(computed.framework, computed.assessment.scope), place_id)
        with self._computing.repository.store.reading() as reader:
            stored_header(reader, assessment_id)
            found = reader.find(assessment_id, OwnText, place_id)
        own, version = (None, 0) if found is None else (found.entry, found.version)
        return StoredText(view=place_view(computed, place, own), version=version)

    @operation("texts.save", Permission.EDIT, on=Subject.ASSESSMENT)
    def save(self, permit: Permit, assessment_id: str, text: OwnText, *, expected_version: int | None = None) -> int:
        """Keep a text at its place in place of the one before; returns its version.

        Conflict when another was saved since `expected_version`, 0 for none; NotAvailable for a place out of scope.
        """
        with self._computing.repository.changing(permit, assessment_id) as draft:
            _place(places(draft.framework, draft.stored.scope), text.place_id)
            version, _ = draft.put(text, expected_version)
        return version

    @operation("texts.remove", Permission.EDIT, on=Subject.ASSESSMENT)
    def remove(self, permit: Permit, assessment_id: str, place_id: str, *, expected_version: int | None = None) -> None:
        """Give a place back to its proposal; where nobody wrote anything nothing changes. Conflict as for `save`."""
        with self._computing.repository.changing(permit, assessment_id) as draft:
            draft.remove(OwnText, place_id, expected_version=expected_version)


def _place(found: tuple[Place, ...], place_id: str) -> Place:
    for place in found:
        if place.id == place_id:
            return place
    raise NotAvailable("This place")
