"""Of many assessments, those an actor may see; what they were given is read once for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assessment.services.authority import Permission, Permit, Place, Rights
from assessment.store import StoredHeader


def seen(
    rights: Rights, permit: Permit, headers: Iterable[StoredHeader], permission: Permission
) -> Iterator[StoredHeader]:
    """The headers of the assessments on which the actor has a permission, in their order."""
    held = rights.held(permit.actor)
    for stored in headers:
        place = Place(organisation_id=stored.organisation_id, assessment_id=stored.header.id)
        if held is not None and held.may(permission, place):
            yield stored
