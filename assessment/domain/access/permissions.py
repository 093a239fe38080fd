"""What each access role permits on what it was given for.

| access role | may |
|---|---|
| administrator | everything, accounts and frameworks included |
| facilitator | everything of an assessment |
| analyst | everything of an assessment but signing it off, its people, and removing it |
| reader | results, roadmap and reports, without names beside answers |
| respondent | answer what is theirs, and see only that |

An access role is not the role of a respondent (METHOD.md section 8), which says from where in the organisation somebody
speaks.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class AccessRole(StrEnum):
    """What an account is, for everything, for an organisation or for one assessment."""

    ADMINISTRATOR = "administrator"
    FACILITATOR = "facilitator"
    ANALYST = "analyst"
    READER = "reader"
    RESPONDENT = "respondent"


class Permission(StrEnum):
    """What an operation needs."""

    RESULTS = "results"  # what an assessment comes to, told without names beside answers
    READ = "read"  # all of an assessment, names included
    ANSWER = "answer"
    EDIT = "edit"
    PEOPLE = "people"  # who is asked, who is named, and how few may be told apart
    ORGANISE = "organise"  # begin assessments, and say whom they are of
    SIGN_OFF = "sign-off"
    REMOVE = "remove"
    ADMINISTER = "administer"


_ANALYST = frozenset({Permission.RESULTS, Permission.READ, Permission.ANSWER, Permission.EDIT})
_PERMISSIONS: Mapping[AccessRole, frozenset[Permission]] = MappingProxyType(
    {
        AccessRole.ADMINISTRATOR: frozenset(Permission),
        AccessRole.FACILITATOR: frozenset(Permission) - {Permission.ADMINISTER},
        AccessRole.ANALYST: _ANALYST,
        AccessRole.READER: frozenset({Permission.RESULTS}),
        AccessRole.RESPONDENT: frozenset({Permission.ANSWER}),
    }
)


def permissions_of(role: AccessRole) -> frozenset[Permission]:
    """What an access role permits.

    >>> sorted(permissions_of(AccessRole.READER))
    [<Permission.RESULTS: 'results'>]
    """
    return _PERMISSIONS[role]
