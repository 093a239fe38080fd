"""What a respondent is asked (METHOD.md, words and sections 2 and 9).

| respondent | is asked, of each process in scope |
|---|---|
| with assignments | the assigned attributes of the assigned processes, nothing else |
| a customer with no assignment at all | delivery and measurement (**own rule**) |
| anyone else with no assignment at all | everything |
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from assessment.domain.answered.assessment import Assessment, AssessmentHeader, Assignment, Respondent, Role
from assessment.domain.authored.framework import Framework, Horizon, Item

CUSTOMER_ATTRIBUTE_IDS = frozenset({"delivery", "measurement"})


def asked_items(
    framework: Framework, assessment: Assessment, respondent_id: str, process_id: str
) -> tuple[tuple[Item, Horizon], ...]:
    """The items, each with its horizon, that a respondent is asked of one process.

    They follow the order of the attributes, an item's as-is before its to-be; the to-be is asked only where the
    assessment asks for it. Empty for a process out of scope and for a respondent who is not in the assessment.
    """
    if process_id not in assessment.scope:
        return ()
    return _items(
        framework, assessment.header, process_id, asked_attributes(framework, assessment, respondent_id, process_id)
    )


def process_items(framework: Framework, header: AssessmentHeader, process_id: str) -> tuple[tuple[Item, Horizon], ...]:
    """Every item of a process that is asked of anybody, each with its horizon, in the order of `asked_items`."""
    return _items(framework, header, process_id, frozenset(framework.attribute_by_id))


def _items(
    framework: Framework, header: AssessmentHeader, process_id: str, attribute_ids: Set[str]
) -> tuple[tuple[Item, Horizon], ...]:
    """The items of some attributes of a process that are asked, each with its horizon."""
    depth = header.depth
    as_is = framework.items(process_id, depth, Horizon.AS_IS)
    to_be = framework.items(process_id, depth, Horizon.TO_BE) if header.asks_to_be else ()
    asked: list[tuple[Item, Horizon]] = []
    for attribute in framework.attributes:
        if attribute.id not in attribute_ids:
            continue
        own_to_be = [item for item in to_be if item.attribute_id == attribute.id]
        for item in as_is:
            if item.attribute_id == attribute.id:
                asked.append((item, Horizon.AS_IS))
                if item in own_to_be:
                    own_to_be.remove(item)
                    asked.append((item, Horizon.TO_BE))
        asked.extend((item, Horizon.TO_BE) for item in own_to_be)
    return tuple(asked)


def asked_attributes(
    framework: Framework, assessment: Assessment, respondent_id: str, process_id: str
) -> frozenset[str]:
    """Ids of the attributes a respondent is asked of one process in scope."""
    respondent = assessment.respondent_by_id.get(respondent_id)
    if respondent is None:
        return frozenset()
    assignments = [entry for entry in assessment.assignments if entry.respondent_id == respondent_id]
    if assignments:
        return frozenset(
            attribute_id
            for entry in assignments
            if entry.process_id == process_id
            for attribute_id in entry.attribute_ids
        )
    return default_attributes(framework, respondent.role)


def unasked_since(
    assessment: Assessment, in_scope_since: Mapping[str, int], narrowed_at: Mapping[str, int]
) -> Mapping[str, tuple[str, ...]]:
    """Who is asked nothing of a process because it came into scope after their questions were narrowed.

    Ids of respondents by that of the process, both in the assessment's order. `in_scope_since` holds the revision of
    each process that came in later, `narrowed_at` that of the last change of what each narrowed person is asked.
    """
    asked = {(entry.respondent_id, entry.process_id) for entry in assessment.assignments}
    found = {
        process_id: tuple(
            one.id
            for one in assessment.respondents
            if narrowed_at.get(one.id, in_scope_since[process_id]) < in_scope_since[process_id]
            and (one.id, process_id) not in asked
        )
        for process_id in assessment.scope
        if process_id in in_scope_since
    }
    return {process_id: respondent_ids for process_id, respondent_ids in found.items() if respondent_ids}


def everybody_asked(
    framework: Framework, assessment: Assessment
) -> Iterator[tuple[str, str, tuple[tuple[Item, Horizon], ...]]]:
    """What everybody is asked: respondent, process in scope, and its items with their horizons, which may be none.

    It is what `asked_items` says of each, without looking through everybody's assignments for each.
    """
    attributes = _assigned(assessment)
    items: dict[tuple[str, frozenset[str]], tuple[tuple[Item, Horizon], ...]] = {}
    for respondent in assessment.respondents:
        assigned = attributes.get(respondent.id)
        usual = default_attributes(framework, respondent.role)
        for process_id in assessment.scope:
            asked = usual if assigned is None else assigned.get(process_id, frozenset())
            if (process_id, asked) not in items:
                items[process_id, asked] = _items(framework, assessment.header, process_id, asked)
            yield respondent.id, process_id, items[process_id, asked]


def default_attributes(framework: Framework, role: Role) -> frozenset[str]:
    """Ids of the attributes that somebody with no assignment at all is asked of each process in scope."""
    every = frozenset(framework.attribute_by_id)
    return every & CUSTOMER_ATTRIBUTE_IDS if role is Role.CUSTOMER else every


def needed_assignments(
    framework: Framework, respondent: Respondent, asked: Mapping[str, Set[str]]
) -> tuple[Assignment, ...]:
    """The assignments that ask a respondent for exactly these attributes of each process in scope, by process id.

    None where that is what the role is asked anyway, so that a process that comes into scope later is asked as well.
    Attributes stand in the framework's order.
    """
    if all(attribute_ids == default_attributes(framework, respondent.role) for attribute_ids in asked.values()):
        return ()
    return tuple(
        Assignment(
            respondent_id=respondent.id,
            process_id=process_id,
            attribute_ids=tuple(one.id for one in framework.attributes if one.id in attribute_ids),
        )
        for process_id, attribute_ids in asked.items()
        if attribute_ids
    )


def people_asked(framework: Framework, assessment: Assessment, process_id: str) -> Mapping[str, tuple[Respondent, ...]]:
    """Who is asked each attribute of one process, by the attribute's id, in the order of respondents."""
    assigned = _assigned(assessment)
    asked = {
        person.id: assigned[person.id].get(process_id, frozenset())
        if person.id in assigned
        else default_attributes(framework, person.role)
        for person in assessment.respondents
    }
    return {
        attribute.id: tuple(person for person in assessment.respondents if attribute.id in asked[person.id])
        for attribute in framework.attributes
    }


def _assigned(assessment: Assessment) -> Mapping[str, Mapping[str, frozenset[str]]]:
    """What each person whose questions were narrowed is asked: ids of attributes by those of person and process."""
    found: dict[str, dict[str, frozenset[str]]] = {}
    for entry in assessment.assignments:
        own = found.setdefault(entry.respondent_id, {})
        own[entry.process_id] = own.get(entry.process_id, frozenset()).union(entry.attribute_ids)
    return found
