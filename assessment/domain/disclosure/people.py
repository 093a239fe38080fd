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


def voices(framework: Framework, assessment: Assessment, process_id: str | None = None) -> tuple[Voice, ...]:
    """The notes that may be quoted, of one process or of all, in the order in which they are kept."""
    items = framework.item_by_id
    released = [
        note
        for note in assessment.notes
        if note.is_released and note.item_id in items and process_id in (None, items[note.item_id].process_id)
    ]
    crowds = _crowds(framework, assessment, {items[note.item_id].process_id for note in released})
    return tuple(
        Voice(note=note, role=_role(assessment, note, crowd))
        for note in released
        if len(crowd := crowds[items[note.item_id].process_id][items[note.item_id].attribute_id])
        >= assessment.header.anonymity_floor
    )


def is_quotable(framework: Framework, assessment: Assessment, item_id: str) -> bool:
    """Whether enough people are asked a question for what one of them says to be quoted once it is released."""
    item = framework.item_by_id[item_id]
    crowd = people_asked(framework, assessment, item.process_id)[item.attribute_id]
    return len(crowd) >= assessment.header.anonymity_floor


def role_of(framework: Framework, assessment: Assessment, note: Note) -> Role | None:
    """The role that a note would be quoted under; None where the role is not told."""
    item = framework.item_by_id[note.item_id]
    return _role(assessment, note, people_asked(framework, assessment, item.process_id)[item.attribute_id])


def _crowds(
    framework: Framework, assessment: Assessment, process_ids: Iterable[str]
) -> Mapping[str, Mapping[str, tuple[Respondent, ...]]]:
    return {process_id: people_asked(framework, assessment, process_id) for process_id in process_ids}


def _role(assessment: Assessment, note: Note, crowd: tuple[Respondent, ...]) -> Role | None:
    speaker = assessment.respondent_by_id.get(note.respondent_id)
    told = told_roles((one.role for one in crowd), assessment.header.anonymity_floor, QUOTED_ROLES)
    return speaker.role if speaker is not None and speaker.role in told else None
