"""The set-up as an order of steps: what is needed, what is optional, and how far each of them is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.domain.answered.assessment import Assessment
from assessment.domain.authored.framework import Framework
from assessment.domain.rating.hand_offs import linkage_codes, linkages_in_scope
from assessment.views.wording.pages import set_up as tabs
from assessment.views.wording.pages.set_up import steps as words


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUpStep:
    """One step, counted from 1; `name` is that of its tab, `told` how far it is in a few words."""

    number: int
    name: str
    is_needed: bool
    is_done: bool
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUpSteps:
    """Every step in order, and the first that is needed and not done, None where answering can begin."""

    steps: tuple[SetUpStep, ...]
    next_needed: SetUpStep | None
    finding: str


def set_up_steps(framework: Framework, assessment: Assessment) -> SetUpSteps:
    """The steps of the tabs, in their order; the method has a setting for everything and is no step."""
    steps = tuple(
        SetUpStep(number=number, name=name, is_needed=name in words.NEEDED, is_done=is_done, told=told)
        for number, (name, is_done, told) in enumerate(_found(framework, assessment), start=1)
    )
    missing = next((step for step in steps if step.is_needed and not step.is_done), None)
    return SetUpSteps(
        steps=steps,
        next_needed=missing,
        finding=words.READY if missing is None else words.needs(missing.name),
    )


def _found(framework: Framework, assessment: Assessment) -> Iterable[tuple[str, bool, str]]:
    scope = frozenset(assessment.scope)
    yield tabs.SCOPE_TAB, bool(scope), words.processes(len(scope))
    people_count = len(assessment.respondents)
    yield tabs.PEOPLE_TAB, bool(people_count), words.people(people_count)
    service_count = len(assessment.critical_services)
    yield tabs.SERVICES_TAB, bool(service_count), words.services(service_count)
    speakers = {one.respondent_id for one in assessment.opinions if (one.pain, one.importance) != (None, None)}
    takes_pain = bool(assessment.header.takes_scenario_pain)
    yield tabs.OPINIONS_TAB, bool(speakers) or takes_pain, words.opinions(len(speakers), takes_pain=takes_pain)
    chosen_count = sum(target.process_id in scope for target in assessment.targets)
    yield tabs.TARGETS_TAB, bool(chosen_count), words.targets(chosen_count, assessment.header.default_target_level)
    for name, process_ids in (
        (tabs.OWNERS_TAB, [one.process_id for one in assessment.owners if one.name]),
        (tabs.TECHNOLOGY_TAB, [one.process_id for one in assessment.technology]),
    ):
        count = len(scope.intersection(process_ids))
        yield name, bool(count), words.of_all(count, len(scope))
    placed_count = len(assessment.transitions)
    yield tabs.TRANSITIONS_TAB, bool(placed_count), words.of_all(placed_count, len(framework.transitions))
    rated_count = len(linkage_codes(framework, assessment))
    told = words.of_all(rated_count, len(linkages_in_scope(framework, assessment)))
    yield tabs.HAND_OFFS_TAB, bool(rated_count), told
    slot_count = len(assessment.agenda)
    yield tabs.AGENDA_TAB, bool(slot_count), words.processes(slot_count)
