"""What whoever is here may do, for showing and hiding, read anew at each call. What is refused the services refuse."""

from __future__ import annotations

from assessment.domain.access.permissions import Permission
from assessment.services.access import Mine
from assessment.ui import session


def mine(assessment_id: str | None = None) -> Mine:
    """What one may do with an assessment, by default the open one, and beside it."""
    wanted = session.assessment_id() if assessment_id is None else assessment_id
    return session.plumbline().access.mine(session.actor(), wanted)


def may(permission: Permission, assessment_id: str | None = None) -> bool:
    """Whether one may do something with an assessment, by default the open one."""
    return mine(assessment_id).may(permission)
