"""Organisations and their units: which there are, renaming one, and merging two spellings of one."""

from __future__ import annotations

from assessment.domain.answered.entries import AssessmentModel, ShortText
from assessment.errors import InvalidInput
from assessment.services.authority import SIGNED_IN, Permission, Permit, Place, Subject, operation, organisation_thing
from assessment.services.conflicts import name_conflicts_told
from assessment.services.repository import Repository
from assessment.services.validation import checked
from assessment.store import StoredOrganisation, StoredUnit

__all__ = ["OrganisationService", "StoredOrganisation", "StoredUnit"]


class Organisation(AssessmentModel):
    """What an organisation is to be called."""

    name: ShortText


class Unit(AssessmentModel):
    """What a unit is to be called."""

    name: ShortText


class OrganisationService:
    """Whom the assessments are of.

    What is renamed or merged shows in every assessment of it at once, each with an entry in its journal; a signed-off
    one is listed under the new name, and its snapshot, with all that is made of it, keeps the name that was signed.
    """

    def __init__(self, repository: Repository) -> None:
        self.rights = repository.rights
        self._repository = repository

    @operation("organisations.list", SIGNED_IN, on=Subject.INSTALLATION)
    def list_organisations(self, permit: Permit) -> tuple[StoredOrganisation, ...]:
        """The organisations of which the actor sees everything, with units, by name; how many assessments of each."""
        held = self.rights.held(permit.actor)
        with self._repository.store.reading() as reader:
            organisations = reader.organisations()
        return tuple(
            one
            for one in organisations
            if held is not None and held.may(Permission.RESULTS, Place(organisation_id=one.id))
        )

    @operation("organisations.rename", Permission.ORGANISE, on=Subject.ORGANISATION)
    def rename(self, permit: Permit, organisation_id: str, name: str, *, expected_version: int | None = None) -> None:
        """Call an organisation otherwise; InvalidInput when another one has the name, in whatever spelling.

        Conflict when it was called otherwise since `expected_version`, as it was listed; so for units and merges.
        """
        named = checked(Organisation, name=name)
        with self._repository.writing(permit) as writer, name_conflicts_told():
            writer.organisation_writer.rename(organisation_id, named.name, expected_version)

    @operation("organisations.merge", Permission.ORGANISE, on=Subject.ORGANISATION)
    def merge(
        self,
        permit: Permit,
        organisation_id: str,
        into_id: str,
        *,
        expected_versions: tuple[int, int] | None = None,
    ) -> None:
        """Move every assessment of an organisation into another, whose spelling is kept; units of one name meet.

        It changes what another organisation has, and so needs the same right there.
        `expected_versions` are those of the two, in the order of their ids here.
        """
        permit.require_on(Permission.ORGANISE, organisation_thing(into_id))
        _require_two("Organisation", organisation_id, into_id)
        with self._repository.writing(permit) as writer, name_conflicts_told():
            writer.organisation_writer.merge(organisation_id, into_id, expected_versions)

    @operation("organisations.rename-unit", Permission.ORGANISE, on=Subject.ORGANISATION)
    def rename_unit(
        self,
        permit: Permit,
        organisation_id: str,
        unit_id: str,
        name: str,
        *,
        expected_version: int | None = None,
    ) -> None:
        """Call a unit otherwise; InvalidInput when another one of the organisation has the name."""
        named = checked(Unit, name=name)
        with self._repository.writing(permit) as writer, name_conflicts_told():
            writer.organisation_writer.rename_unit(organisation_id, unit_id, named.name, expected_version)

    @operation("organisations.merge-units", Permission.ORGANISE, on=Subject.ORGANISATION)
    def merge_units(
        self,
        permit: Permit,
        organisation_id: str,
        unit_id: str,
        into_id: str,
        *,
        expected_versions: tuple[int, int] | None = None,
    ) -> None:
        """Move every assessment of a unit into another of the same organisation, whose spelling is kept."""
        _require_two("Unit", unit_id, into_id)
        with self._repository.writing(permit) as writer, name_conflicts_told():
            writer.organisation_writer.merge_units(organisation_id, unit_id, into_id, expected_versions)


def _require_two(where: str, from_id: str, into_id: str) -> None:
    if from_id == into_id:
        raise InvalidInput(where, "it cannot be merged with itself", "Choose two.")
