"""Names behind ids, as every view shows them."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import TypeVar

from assessment.domain.answered.assessment import AssessmentHeader, Respondent
from assessment.domain.answered.entries import AnswerKind
from assessment.domain.authored.content import Origin, Process
from assessment.domain.authored.framework import Framework
from assessment.domain.rating.results import Rollup
from assessment.domain.workshop.sealing import is_anonymous_id
from assessment.views.wording import levels as words
from assessment.views.wording.frameworks import EXTENSION
from assessment.views.wording.numbers import listed
from assessment.views.wording.pages import shared as page_words
from assessment.views.wording.people import (
    anonymous_people,
    anonymous_person,
    named_person,
    numbered_name,
    person_of_unit,
)
from assessment.views.wording.terms import ANSWERS_WITHOUT_CODE, DEPTHS, ROLES, STATES

KeyT = TypeVar("KeyT", bound=Hashable)


def process_name(framework: Framework, process_id: str) -> str:
    """The name of a process."""
    return framework.process_by_id[process_id].name


def process_names(framework: Framework, process_ids: Iterable[str], limit: int | None = None) -> str:
    """Names of processes as a list in words; past `limit` the rest is counted."""
    return listed([process_name(framework, process_id) for process_id in process_ids], limit)


def extension_mark(framework: Framework, process: Process) -> str:
    """What is said of a process that the paper does not have; nothing where the framework follows no paper."""
    follows_paper = any(other.origin is Origin.PAPER for other in framework.processes)
    return EXTENSION if follows_paper and process.origin is Origin.EXTENSION else ""


def attribute_name(framework: Framework, attribute_id: str) -> str:
    """The name of an attribute, as a heading has it."""
    return framework.attribute_by_id[attribute_id].name


def attribute_names(framework: Framework, attribute_ids: Iterable[str], limit: int | None = None) -> str:
    """Names of attributes as a list in the middle of a sentence; past `limit` the rest is counted."""
    return listed([attribute_name(framework, attribute_id).lower() for attribute_id in attribute_ids], limit)


def item_name(framework: Framework, item_id: str) -> str:
    """The name of an item."""
    return framework.item_by_id[item_id].name


def level_name(framework: Framework, level: int | None) -> str:
    """The name of a level, such as Managed; empty for none."""
    return next((entry.name for entry in framework.levels if entry.level == level), "")


def named_apart(framework: Framework, rollup: Rollup) -> tuple[str, ...]:
    """The processes of a roll-up that have no level, in sentences: they are in none of its counts and means."""
    scope_count = rollup.process_count + len(rollup.not_assessed_ids) + len(rollup.not_applicable_ids)
    return tuple(
        sentence([process_name(framework, process_id) for process_id in process_ids], scope_count)
        for sentence, process_ids in (
            (words.not_assessed, rollup.not_assessed_ids),
            (words.not_applicable, rollup.not_applicable_ids),
        )
        if process_ids
    )


def counted_apart(rollup: Rollup) -> tuple[str, ...]:
    """How many processes of a roll-up have no level, where they stand by name in the rows or in another chapter."""
    not_assessed, not_applicable = len(rollup.not_assessed_ids), len(rollup.not_applicable_ids)
    scope_count = rollup.process_count + not_assessed + not_applicable
    return tuple(
        sentence(count, scope_count)
        for sentence, count in (
            (words.not_assessed_count, not_assessed),
            (words.not_applicable_count, not_applicable),
        )
        if count
    )


def person_name(respondent: Respondent) -> str:
    """What a person is called: name and role; an anonymous one by role and the last letters of the id."""
    role = ROLES[respondent.role]
    return named_person(respondent.name, role) if respondent.name else anonymous_person(role, respondent.id)


def known_people(respondents: Iterable[Respondent]) -> tuple[Respondent, ...]:
    """Those who may be chosen one by one: not those who came to a room anonymously, whom nobody may look up."""
    return tuple(one for one in respondents if not is_anonymous_id(one.id))


def people_listed(respondent_ids: Iterable[str], name: Callable[[str], str]) -> str:
    """People in a sentence, by what each is called; those who came to a room anonymously only as their number."""
    ids = tuple(respondent_ids)
    named = [name(one) for one in ids if not is_anonymous_id(one)]
    unnamed_count = len(ids) - len(named)
    return listed([*named, anonymous_people(unnamed_count)] if unnamed_count else named)


def people_names(respondents: Iterable[Respondent]) -> Mapping[str, str]:
    """What each person is called, by id, in the order given; no two alike.

    Who shares name and role with somebody else is told apart by the unit, and by a number where that is not enough.
    """
    people = tuple(respondents)
    names = {one.id: person_name(one) for one in people}
    shared = _shared(names)
    for one in people:
        if one.id in shared and one.unit:
            names[one.id] = person_of_unit(names[one.id], one.unit)
    return told_apart(names)


def told_apart(names: Mapping[KeyT, str]) -> Mapping[KeyT, str]:
    """The names with a number behind those that look like another one; in the order given, no two alike.

    Two names look alike where only letter case, spaces or marks without a width tell them apart.

    >>> told_apart({"a": "Payroll", "b": "payroll ", "c": "Mail"})
    {'a': 'Payroll, no. 1', 'b': 'payroll , no. 2', 'c': 'Mail'}
    """
    apart = dict(names)
    shared = _shared(names)
    taken, numbers = {_look(name) for name in names.values()}, Counter[str]()
    for key in shared:
        look = _look(names[key])
        while _look(apart[key]) in taken:
            numbers[look] += 1
            apart[key] = numbered_name(names[key], numbers[look])
        taken.add(_look(apart[key]))
    return apart


def look_alike(one: str, another: str) -> bool:
    """Whether a reader cannot tell two names apart.

    >>> look_alike("Payroll", "payroll "), look_alike("Payroll", "Mail")
    (True, False)
    """
    return _look(one) == _look(another)


def _shared(names: Mapping[KeyT, str]) -> tuple[KeyT, ...]:
    """The keys whose name looks like that of another one."""
    counts = Counter(_look(name) for name in names.values())
    return tuple(key for key, name in names.items() if counts[_look(name)] > 1)


def _look(name: str) -> str:
    """What one sees of a name, letter case aside."""
    seen = "".join(letter for letter in unicodedata.normalize("NFKC", name) if unicodedata.category(letter) != "Cf")
    return " ".join(seen.split()).casefold()


def answer_name(framework: Framework, kind: AnswerKind, code: int | None) -> str:
    """An answer in a few words: the point of the scale for a code from 0 to 5, else why there is none."""
    return ANSWERS_WITHOUT_CODE[kind] if code is None else framework.scale[code].name


def assessment_line(header: AssessmentHeader) -> str:
    """Which assessment a page speaks of: name, whom it is of, date, depth and state."""
    return page_words.assessment_line(
        header.name,
        header.organisation,
        header.unit,
        header.assessed_on,
        DEPTHS[header.depth],
        STATES[header.state],
        is_fictional=header.is_fictional,
    )
