"""What the set-up tells of what was entered so far: the heads of its tabs, and the target in force of each process.

Everything but the targets in force is told of the assessment alone: no result is needed to prepare one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.domain.answered.asking import default_attributes
from assessment.domain.answered.assessment import Assessment, Role
from assessment.domain.authored.content import Origin, Process
from assessment.domain.authored.framework import Framework
from assessment.domain.planning.priority import scenario_pain
from assessment.domain.rating.hand_offs import linkage_codes, linkages_in_scope
from assessment.domain.rating.results import ProcessResult, ProcessStatus
from assessment.domain.rating.targets import lacking_rationale
from assessment.views.names import known_people, level_name, people_names, process_name
from assessment.views.wording.hand_offs import none_in_scope
from assessment.views.wording.numbers import NO_VALUE
from assessment.views.wording.pages import set_up as words
from assessment.views.wording.pages.set_up import hand_offs as hand_off_words
from assessment.views.wording.pages.set_up import opinions as opinion_words
from assessment.views.wording.pages.set_up import people as people_words
from assessment.views.wording.pages.set_up import scope as scope_words
from assessment.views.wording.pages.set_up import targets as target_words
from assessment.views.wording.terms import ROLES


def row_name(process: Process) -> str:
    """What a process is called in a row; one of an extension is marked as such."""
    return words.extension(process.name) if process.origin is Origin.EXTENSION else process.name


def scope_finding(assessment: Assessment) -> str:
    """How many processes are assessed."""
    return scope_words.in_scope(len(assessment.scope))


def left_out(framework: Framework, assessment: Assessment, process_id: str) -> str:
    """That a process is out of scope now, and what becomes of the answers to it."""
    items = framework.item_by_id
    count = sum(items[one.item_id].process_id == process_id for one in assessment.ratings if one.item_id in items)
    return scope_words.left_out(process_name(framework, process_id), count)


def unasked_lines(
    framework: Framework, assessment: Assessment, unasked: Mapping[str, Sequence[str]]
) -> tuple[str, ...]:
    """Of each process that came into scope later, who is asked nothing of it, and why."""
    names = people_names(known_people(assessment.respondents))
    named = {process_id: [names[one] for one in ids if one in names] for process_id, ids in unasked.items()}
    return tuple(scope_words.unasked(process_name(framework, one), people) for one, people in named.items() if people)


def people_finding(assessment: Assessment) -> str:
    """How many people answer."""
    count = len(assessment.respondents)
    return people_words.answer(count) if count else people_words.NOBODY_YET


@dataclass(frozen=True, slots=True, kw_only=True)
class RespondentGroup:
    """People who can be asked the same in one move."""

    id: str
    name: str
    respondent_ids: tuple[str, ...]


def respondent_groups(assessment: Assessment) -> tuple[RespondentGroup, ...]:
    """Everybody, then each role and each unit that somebody has."""
    people = assessment.respondents
    found = [("everybody", people_words.EVERYBODY, [one.id for one in people])]
    for role, name in ROLES.items():
        found.append((f"role:{role.value}", name, [one.id for one in people if one.role is role]))
    for unit in dict.fromkeys(one.unit for one in people if one.unit):
        found.append((f"unit:{unit}", unit, [one.id for one in people if one.unit == unit]))
    return tuple(
        RespondentGroup(id=group_id, name=people_words.group(name, len(ids)), respondent_ids=tuple(ids))
        for group_id, name, ids in found
        if ids
    )


def answer_counts(assessment: Assessment) -> Mapping[str, int]:
    """How many answers each respondent gave, as-is and to-be, don't-know and not applicable too; by the id."""
    return Counter(rating.respondent_id for rating in assessment.ratings)


def customer_attribute_names(framework: Framework) -> tuple[str, ...]:
    """The names of what customers are asked, in the middle of a sentence."""
    asked = default_attributes(framework, Role.CUSTOMER)
    return tuple(attribute.name.lower() for attribute in framework.attributes if attribute.id in asked)


def opinions_finding(assessment: Assessment) -> str:
    """How many people said how much a process hurts or matters."""
    speakers = {one.respondent_id for one in assessment.opinions if (one.pain, one.importance) != (None, None)}
    return opinion_words.said(len(speakers))


def scenario_pain_told(framework: Framework, assessment: Assessment) -> str:
    """How much each process hurts in the scenario, and whether that stands; empty without one."""
    pains = scenario_pain(framework, assessment.header, assessment.scope)
    if not pains:
        return ""
    parts = [opinion_words.pain_of(process_name(framework, process_id), pain) for process_id, pain in pains.items()]
    title = next(one.title for one in framework.scenarios if one.id == assessment.header.scenario_id)
    return opinion_words.scenario_pain(title, parts, is_taken=assessment.header.takes_scenario_pain)


def default_target(framework: Framework, assessment: Assessment) -> str:
    """The target of a process without one of its own."""
    level = assessment.header.default_target_level
    return target_words.default_lead(level, level_name(framework, level))


def missing_rationale(framework: Framework, assessment: Assessment) -> str:
    """The targets that lack a rationale they need; empty for none."""
    names = [process_name(framework, process_id) for process_id in lacking_rationale(assessment)]
    return target_words.without_rationale(names) if names else ""


def target_in_force(framework: Framework, process: ProcessResult) -> str:
    """The target that counts for a process, and why it is not the chosen one; a dash out of the model."""
    target = process.target
    name = level_name(framework, target.target_level)
    if process.status is ProcessStatus.NOT_APPLICABLE:
        return NO_VALUE
    if target.target_level != target.chosen_level:
        return target_words.in_force_instead(target.target_level, name, target.chosen_level)
    if target.is_default:
        return target_words.in_force_by_default(target.target_level, name)
    return words.point(target.target_level, name)


def hand_offs_finding(framework: Framework, assessment: Assessment) -> str:
    """How many of the hand-offs in scope have a rating."""
    scope_count = len(linkages_in_scope(framework, assessment))
    if not scope_count:
        return none_in_scope()
    return hand_off_words.rated(len(linkage_codes(framework, assessment)), scope_count)
