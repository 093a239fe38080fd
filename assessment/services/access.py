"""What the actor may do where, for whoever shows or hides a way to do it. It guards nothing: each operation does."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.access.held import Held, Place
from assessment.domain.access.permissions import Permission
from assessment.services.authority import SIGNED_IN, Permit, Subject, assessment_thing, operation
from assessment.services.repository import Repository, stored_header


@dataclass(frozen=True, slots=True, kw_only=True)
class Mine:
    """What the actor may do: with everything, somewhere or other, and with one assessment.

    `organises` are the organisations for which assessments may be begun by what was given for them; `may_copy`, whether
    one may be begun beside the one assessment.
    """

    everywhere: frozenset[Permission]
    anywhere: frozenset[Permission]
    here: frozenset[Permission]
    organises: frozenset[str]
    may_copy: bool

    @property
    def may_begin(self) -> bool:
        """Whether the actor may begin an assessment in some organisation or other."""
        return self.may_everywhere(Permission.ORGANISE) or bool(self.organises)

    def may(self, permission: Permission) -> bool:
        """Whether the actor may do something with the one assessment."""
        return permission in self.here

    def may_anywhere(self, permission: Permission) -> bool:
        """Whether the actor may do something with some assessment or other."""
        return permission in self.anywhere

    def may_everywhere(self, permission: Permission) -> bool:
        """Whether the actor may do something with everything there is."""
        return permission in self.everywhere


class AccessService:
    """What the actor may do."""

    def __init__(self, repository: Repository) -> None:
        self.rights = repository.rights
        self._repository = repository

    @operation("access.mine", SIGNED_IN, on=Subject.INSTALLATION)
    def mine(self, permit: Permit, assessment_id: str | None = None) -> Mine:
        """What the actor may do; with an assessment that is not there as little as with one that is not theirs.

        Nothing at all for a respondent of it: see `AskedService`.
        """
        held = self.rights.held(permit.actor) or Held(scopes=())
        here = None if assessment_id is None else self.rights.on(permit.actor, assessment_thing(assessment_id))
        organises = held.organisations(Permission.ORGANISE)
        return Mine(
            everywhere=held.on(Place()),
            anywhere=held.anywhere,
            here=here or frozenset(),
            organises=organises,
            may_copy=bool(here) and self._may_copy(held, organises, assessment_id or ""),
        )

    def _may_copy(self, held: Held, organises: frozenset[str], assessment_id: str) -> bool:
        if held.may(Permission.ORGANISE, Place()):
            return True
        if not organises:
            return False
        with self._repository.store.reading() as reader:
            return stored_header(reader, assessment_id).organisation_id in organises
