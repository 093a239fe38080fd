"""How many of those who are asked have begun and are done, by role; nobody's answers are in it (own rule).

| symbol | name | unit | range |
|---|---|---|---|
| asked | answers asked of one person; as-is and to-be of a question are two | answers | 0 up |
| answered | answers that one person gave, don't know and not applicable among them | answers | 0 to asked |
| floor | the anonymity floor of the assessment | people | 1 up |

Somebody has begun with the first answer and is done with the last. Who is asked nothing counts nowhere. People without
a name are counted under their role only where at least as many of them as the floor share it, and where those left
without a role are together as many, or nobody; else they are counted together, without a role.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.domain.answered.assessment import Role
from assessment.domain.disclosure.people import told_roles


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """How far one person is. `id` is the respondent's, or the participant's of somebody who has no name."""

    id: str
    role: Role
    is_anonymous: bool
    asked_count: int
    answered_count: int

    @property
    def is_begun(self) -> bool:
        """Whether anything is answered."""
        return self.answered_count > 0

    @property
    def is_done(self) -> bool:
        """Whether everything is."""
        return self.answered_count >= self.asked_count > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Responding:
    """People counted together: `role` is None for those without a name whose role is not told."""

    role: Role | None
    asked_count: int
    begun_count: int
    done_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """Everybody, and the same people by role in the order of roles, those whose role is not told last."""

    all: Responding
    by_role: tuple[Responding, ...]

    @property
    def done_share(self) -> float | None:
        """Who is done of who is asked, 0 to 1; None where nobody is asked anything."""
        return self.all.done_count / self.all.asked_count if self.all.asked_count else None


def response(people: Sequence[Answering], floor: int) -> Response:
    """The response of people who were asked.

    >>> someone = Answering(id="a", role=Role.CUSTOMER, is_anonymous=True, asked_count=2, answered_count=2)
    >>> response((someone,), floor=3).by_role
    (Responding(role=None, asked_count=1, begun_count=1, done_count=1),)
    """
    asked = [one for one in people if one.asked_count]
    told = told_roles((one.role for one in asked if one.is_anonymous), floor)
    groups: dict[Role | None, list[Answering]] = {role: [] for role in (*Role, None)}
    for one in asked:
        groups[None if one.is_anonymous and one.role not in told else one.role].append(one)
    return Response(
        all=_counted(None, asked),
        by_role=tuple(_counted(role, group) for role, group in groups.items() if group),
    )


def _counted(role: Role | None, people: Sequence[Answering]) -> Responding:
    return Responding(
        role=role,
        asked_count=len(people),
        begun_count=sum(one.is_begun for one in people),
        done_count=sum(one.is_done for one in people),
    )
