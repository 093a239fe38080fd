"""What an account was given, and what it may do with a thing."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from assessment.domain.access.account import Scope
from assessment.domain.access.permissions import AccessRole, Permission, permissions_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a thing belongs: to an organisation, to an assessment of one, to one person in it; else to everybody."""

    organisation_id: str | None = None
    assessment_id: str | None = None
    respondent_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Everything an account was given.

    >>> held = Held(scopes=(Scope(role=AccessRole.READER, organisation_id="o1"),))
    >>> [held.may(Permission.RESULTS, Place(organisation_id=one, assessment_id="a1")) for one in ("o1", "o2")]
    [True, False]
    """

    scopes: tuple[Scope, ...]

    def on(self, place: Place) -> frozenset[Permission]:
        """What is permitted at a place."""
        covering = (permissions_of(scope.role) for scope in self.scopes if covers(scope, place))
        return frozenset(chain.from_iterable(covering))

    def may(self, permission: Permission, place: Place) -> bool:
        """Whether something is permitted at a place."""
        return permission in self.on(place)

    @property
    def anywhere(self) -> frozenset[Permission]:
        """What is permitted at some place or other."""
        return frozenset(chain.from_iterable(permissions_of(scope.role) for scope in self.scopes))

    def organisations(self, permission: Permission) -> frozenset[str]:
        """The organisations for which something was given that permits it."""
        found = (scope for scope in self.scopes if permission in permissions_of(scope.role))
        return frozenset(one.organisation_id for one in found if one.organisation_id is not None)


def covers(scope: Scope, place: Place) -> bool:
    """Whether what was given for a scope holds at a place.

    | given for | holds at |
    |---|---|
    | everything | every place |
    | an organisation | it, its assessments and everybody in them |
    | an assessment | it and everybody in it |
    | a respondent | that one person's own answers in that one assessment |
    """
    if scope.respondent_id is not None:
        return (scope.assessment_id, scope.respondent_id) == (place.assessment_id, place.respondent_id)
    if scope.assessment_id is not None:
        return scope.assessment_id == place.assessment_id
    return scope.organisation_id in (None, place.organisation_id)


EVERYTHING = Held(scopes=(Scope(role=AccessRole.ADMINISTRATOR),))
"""What whoever is at the machine itself has."""
