"""What whoever is here may do, for showing and hiding, read anew at each call. What is refused the services refuse."""

from __future__ import annotations

from assessment.domain.access.permissions import Permission
from assessment.services.access import Mine
from assessment.services.organisations import StoredOrganisation
from assessment.ui import session


def mine(assessment_id: str | None = None) -> Mine:
    """What one may do with an assessment, by default the open one, and beside it."""
    wanted = session.assessment_id() if assessment_id is None else assessment_id
    return session.plumbline().access.mine(session.actor(), wanted)


def may(permission: Permission, assessment_id: str | None = None) -> bool:
    """Whether one may do something with an assessment, by default the open one."""
    return mine(assessment_id).may(permission)


def organised() -> tuple[StoredOrganisation, ...]:
    """The organisations in which one may begin assessments, and that one may call otherwise."""
    found, here = session.plumbline().organisations.list_organisations(session.actor()), mine()
    return tuple(one for one in found if here.may_everywhere(Permission.ORGANISE) or one.id in here.organises)
