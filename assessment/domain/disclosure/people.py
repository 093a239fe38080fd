"""Who may be told by role, and whose words may be quoted (RELIABILITY: own rules).

| symbol | name | unit | range |
|---|---|---|---|
| floor | the anonymity floor of the assessment | people | 1 to 50 |
| crowd | the people who could have said something, as far as a reader can tell | people | 1 up |

A role is named where at least as many people as the floor share it, and where those left without a name of their role
are together as many, or nobody: else one role less is named, so that nobody is found by subtraction. Words are quoted
where the facilitator released them and at least as many people as the floor were asked the question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assessment.domain.answered.asking import people_asked
from assessment.domain.answered.assessment import Assessment, Note, Respondent, Role
from assessment.domain.authored.framework import Framework

QUOTED_ROLES = frozenset({Role.LEADERSHIP, Role.PRACTITIONER, Role.CUSTOMER})
_ORDER = tuple(Role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A note that may be quoted, with the role of the one who said it; None where the role is not told."""

    note: Note
    role: Role | None


def told_roles(roles: Iterable[Role], floor: int, nameable: frozenset[Role] = frozenset(Role)) -> frozenset[Role]:
    """The roles that may be named among people of these roles, one entry a person.

    >>> leader, maker = Role.LEADERSHIP, Role.PRACTITIONER
    >>> sorted(told_roles([leader] * 3 + [maker] * 4, floor=3))
    [<Role.LEADERSHIP: 'leadership'>, <Role.PRACTITIONER: 'practitioner'>]
    >>> told_roles([leader] + [maker] * 4, floor=3)  # who is no practitioner would be the leader
    frozenset()
    """
    counts = Counter(roles)
    told = [role for role in _ORDER if role in nameable and counts[role] >= floor]
    told.sort(key=lambda role: -counts[role])
    left_count = sum(counts.values()) - sum(counts[role] for role in told)
    while told and 0 < left_count < floor:
        left_count += counts[told.pop()]
    return frozenset(told)


class Crowds:
    """The people asked each question, and the roles told of them; looked up once for all questions of a process."""

    def __init__(self, framework: Framework, assessment: Assessment) -> None:
        self._framework = framework
        self._assessment = assessment
        self._asked: dict[str, Mapping[str, tuple[Respondent, ...]]] = {}
        self._told: dict[tuple[str, str], frozenset[Role]] = {}

    def asked(self, item_id: str) -> tuple[Respondent, ...]:
        """Who is asked a question of the framework."""
        item = self._framework.item_by_id[item_id]
        if item.process_id not in self._asked:
            self._asked[item.process_id] = people_asked(self._framework, self._assessment, item.process_id)
        return self._asked[item.process_id][item.attribute_id]

    def are_quotable(self, item_id: str) -> bool:
        """Whether enough people are asked a question for what one of them says to be quoted once it is released."""
        return len(self.asked(item_id)) >= self._assessment.header.anonymity_floor

    def role_of(self, note: Note) -> Role | None:
        """The role that a note would be quoted under; None where the role is not told."""
        item = self._framework.item_by_id[note.item_id]
        place = item.process_id, item.attribute_id
        if place not in self._told:
            roles = (one.role for one in self.asked(note.item_id))
            self._told[place] = told_roles(roles, self._assessment.header.anonymity_floor, QUOTED_ROLES)
        speaker = self._assessment.respondent_by_id.get(note.respondent_id)
        return speaker.role if speaker is not None and speaker.role in self._told[place] else None


def voices(framework: Framework, assessment: Assessment, process_id: str | None = None) -> tuple[Voice, ...]:
    """The notes that may be quoted, of one process or of all, in the order in which they are kept."""
    items = framework.item_by_id
    crowds = Crowds(framework, assessment)
    return tuple(
        Voice(note=note, role=crowds.role_of(note))
        for note in assessment.notes
        if note.is_released
        and note.item_id in items
        and process_id in (None, items[note.item_id].process_id)
        and crowds.are_quotable(note.item_id)
    )
