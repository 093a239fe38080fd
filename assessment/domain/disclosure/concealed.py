"""Results without what few people said: no numbers of a question that fewer people than the floor answered.

| of a question | floor or more answered | fewer, but somebody | nobody |
|---|---|---|---|
| the value that counts | told | told: it is the result | |
| how many said what, spread, upper reading, split | told | not told | nothing to tell |

What is made of these numbers further up, such as agreement, upper reading and confidence of a process, is made anew
from the questions whose numbers are told. So it can be worked out from what is told, and nothing else can.
Leadership beside practitioners is told where those on neither side, too, are as many as the floor or nobody: from all
answers and those of two sides the rest could be worked out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assessment.domain.agreement.confidence import (
    People,
    bounds_of,
    counting_items,
    evidenced_items,
    judge_confidence,
    level_basis,
    whole_basis,
)
from assessment.domain.answered.assessment import Assessment, Role
from assessment.domain.answered.entries import AnswerKind
from assessment.domain.authored.framework import Framework, Horizon
from assessment.domain.disclosure.people import told_roles
from assessment.domain.rating.capability import Ladder, ladder_of, rate_attribute
from assessment.domain.rating.results import (
    AgreementState,
    AssessmentResult,
    AttributeResult,
    ItemResult,
    LevelBasis,
    ProcessResult,
    ProcessStatus,
)
from assessment.domain.rating.warnings import MethodWarning, WarningKind

_SIDES = (Role.LEADERSHIP, Role.PRACTITIONER)


def is_concealed(item: ItemResult, floor: int) -> bool:
    """Whether somebody answered an item, but fewer people than the floor."""
    return item.answer_count is None or 0 < item.answer_count < floor


def conceal_item(item: ItemResult, floor: int) -> ItemResult:
    """The item as a reader may see it."""
    if not is_concealed(item, floor):
        return item
    return replace(
        item,
        upper_code=item.code,
        is_split=False,
        code_counts=None,
        not_applicable_count=None,
        dont_know_count=None,
        consensus_share=None,
        within_one_share=None,
    )


def conceal_result(framework: Framework, assessment: Assessment, result: AssessmentResult) -> AssessmentResult:
    """The result as a reader may see it: levels, targets, order and plan are the same."""
    setting = _Setting(
        framework=framework,
        ladder=ladder_of(framework),
        floor=assessment.header.anonymity_floor,
        carry_percent=assessment.header.carry_percent,
        weightless_ids=frozenset(item.id for item in framework.item_by_id.values() if item.weight == 0),
        evidenced_ids=evidenced_items(assessment),
        told_roles=told_roles((one.role for one in assessment.respondents), assessment.header.anonymity_floor),
        beside_sides=_beside_sides(framework, assessment),
    )
    processes = tuple(setting.process(process) for process in result.processes)
    roles = (
        role
        for process in result.processes
        if process.status is not ProcessStatus.NOT_APPLICABLE
        for role in process.basis.roles
    )
    basis = whole_basis(processes, roles, setting.weightless_ids, setting.evidenced_ids)
    confidence = None if result.confidence is None else judge_confidence(basis)[0]
    return replace(result, processes=processes, confidence=confidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Setting:
    """What is the same for every process of an assessment."""

    framework: Framework
    ladder: Ladder
    floor: int
    carry_percent: float
    weightless_ids: frozenset[str]
    evidenced_ids: frozenset[str]
    told_roles: frozenset[Role]
    beside_sides: Mapping[tuple[str, str], int]

    def process(self, process: ProcessResult) -> ProcessResult:
        attributes = tuple(map(self.attribute, process.attributes))
        basis = process.basis if attributes == process.attributes else self.basis(process, attributes)
        roles = tuple(role for role in basis.roles if role in self.told_roles)
        return replace(
            process,
            attributes=attributes,
            to_be_attributes=tuple(map(self.attribute, process.to_be_attributes)),
            basis=replace(basis, roles=roles, unnamed_role_count=basis.role_count - len(roles)),
            perception_gaps=tuple(
                gap
                for gap in process.perception_gaps
                if not 0 < self.beside_sides.get((process.process_id, gap.attribute_id), 0) < self.floor
            ),
            warnings=_told_warnings(process.warnings, basis),
        )

    def attribute(self, attribute: AttributeResult) -> AttributeResult:
        if not any(is_concealed(item, self.floor) for item in attribute.items):
            return attribute
        items = tuple(conceal_item(item, self.floor) for item in attribute.items)
        weights = [self.framework.item_by_id[item.item_id].weight for item in items]
        return rate_attribute(attribute.attribute_id, items, weights, self.carry_percent)

    def basis(self, process: ProcessResult, attributes: tuple[AttributeResult, ...]) -> LevelBasis:
        """What the level rests on, from the questions that are told; how many people there were is told."""
        counting = counting_items(attributes, self.weightless_ids)
        told = level_basis(
            bounds_of(self.ladder, attributes, process.level, self.carry_percent),
            attributes,
            counting,
            People(respondent_count=process.basis.respondent_count, roles=process.basis.roles),
            self.evidenced_ids,
        )
        is_measured = told.agreement is not AgreementState.NOT_MEASURED
        return told if is_measured else replace(told, agreement=AgreementState.NOT_TOLD)


def _told_warnings(warnings: tuple[MethodWarning, ...], basis: LevelBasis) -> tuple[MethodWarning, ...]:
    """The warnings of a process; of the questions it is split on those alone that a reader is told."""
    told = (
        replace(warning, item_ids=basis.split_item_ids) if warning.kind is WarningKind.SPLIT else warning
        for warning in warnings
    )
    return tuple(warning for warning in told if warning.kind is not WarningKind.SPLIT or warning.item_ids)


def _beside_sides(framework: Framework, assessment: Assessment) -> Mapping[tuple[str, str], int]:
    """How many people of neither side gave a number, by process and attribute: items with a weight, as it is."""
    beside = {person.id for person in assessment.respondents if person.role not in _SIDES}
    people: dict[tuple[str, str], set[str]] = {}
    for rating in assessment.ratings:
        if rating.respondent_id in beside and rating.horizon is Horizon.AS_IS:
            item = framework.item_by_id.get(rating.item_id)
            if item is not None and item.weight > 0 and rating.answer.kind is AnswerKind.RATED:
                people.setdefault((item.process_id, item.attribute_id), set()).add(rating.respondent_id)
    return {place: len(own) for place, own in people.items()}
