"""The whole method at once: from an assessment to everything computed of it, and again after one answer.

| symbol | name | unit | range |
|---|---|---|---|
| framework | what is asked and how attributes make levels | | |
| assessment | what people said and decided | | |
| result | everything computed, with the reasons behind it | | |

The rules are in the modules named after them; this one only carries results from one to the next. The draws of
sections 7 (b) and 14 take longer and are computed apart, in `planning.firmness`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from assessment.domain.agreement.confidence import (
    bounds_of,
    contradicted_items,
    counting_items,
    evidenced_items,
    judge_confidence,
    level_basis,
    people_of,
    whole_basis,
)
from assessment.domain.agreement.perception import Sides, perceive, sides_of
from assessment.domain.agreement.verified import verification_of
from assessment.domain.answered.assessment import Assessment, Role
from assessment.domain.authored.content import Process
from assessment.domain.authored.framework import Depth, Framework, Horizon
from assessment.domain.planning.ranking import rank_processes
from assessment.domain.rating.answer_table import AnswerTable, tabulate
from assessment.domain.rating.capability import (
    Ladder,
    ladder_of,
    mean_percent,
    rate_attribute,
    rate_process,
    status_of,
)
from assessment.domain.rating.consensus import rate_items
from assessment.domain.rating.flags import raise_flags
from assessment.domain.rating.hand_offs import broken_hand_offs, linkage_codes
from assessment.domain.rating.results import (
    AssessmentResult,
    AttributeResult,
    ItemResult,
    LevelBasis,
    LevelResult,
    Outcome,
    ProcessResult,
    ProcessStatus,
    TargetResult,
)
from assessment.domain.rating.rollup import profile_characteristics, roll_up, roll_up_groups
from assessment.domain.rating.scale import FULLY_BOUND
from assessment.domain.rating.targets import proposed_level, set_target, target_warnings
from assessment.domain.refusal import MethodRefusal


@dataclass(frozen=True, slots=True, kw_only=True)
class _Setting:
    """What is the same for every process of an assessment."""

    framework: Framework
    assessment: Assessment
    ladder: Ladder
    sides: Sides
    role_by_respondent: Mapping[str, Role]
    weightless_ids: frozenset[str]
    evidenced_ids: frozenset[str]
    contradicted_ids: frozenset[str]


def score_assessment(framework: Framework, assessment: Assessment) -> AssessmentResult:
    """Everything sections 3 to 12 compute of an assessment, for the processes in scope, in the model's order.

    Raises
    ------
    MethodRefusal
        A rating is of a respondent who is not in the assessment, or a process in scope is not in the framework.
    """
    setting = _setting(framework, assessment)
    scope = _processes_in_scope(framework, assessment)
    processes = _score_processes(setting, scope)
    return _roll_everything_up(setting, processes)


def rescore_processes(
    framework: Framework, assessment: Assessment, result: AssessmentResult, process_ids: Collection[str]
) -> AssessmentResult:
    """The result after a change: equal to scoring everything again, in a fraction of the time.

    `assessment` is the changed one, `result` the result before; `changed_process_ids` says of which processes
    something changed. Without any, as after an opinion, everything above them is rolled up anew.

    Raises
    ------
    MethodRefusal
        One of the processes is not in the scope of the result.
    """
    known_ids = {process.process_id for process in result.processes}
    for process_id in process_ids:
        if process_id not in known_ids:
            raise MethodRefusal(
                f"the process {process_id}", "it is not in scope", "Put it in scope and score everything."
            )
    setting = _setting(framework, assessment)
    changed_ids = [process.process_id for process in result.processes if process.process_id in process_ids]
    changed = _score_processes(setting, [framework.process_by_id[process_id] for process_id in changed_ids])
    scored = dict(zip(changed_ids, changed, strict=True))
    return _roll_everything_up(setting, tuple(scored.get(process.process_id, process) for process in result.processes))


def _processes_in_scope(framework: Framework, assessment: Assessment) -> tuple[Process, ...]:
    scope = frozenset(assessment.scope)
    for process_id in assessment.scope:
        if process_id not in framework.process_by_id:
            raise MethodRefusal("the scope", f"the framework has no process {process_id}", "Take it out of the scope.")
    return tuple(process for process in framework.processes if process.id in scope)


def _setting(framework: Framework, assessment: Assessment) -> _Setting:
    return _Setting(
        framework=framework,
        assessment=assessment,
        ladder=ladder_of(framework),
        sides=sides_of(assessment.respondents, assessment.header.anonymity_floor),
        role_by_respondent={respondent.id: respondent.role for respondent in assessment.respondents},
        weightless_ids=frozenset(item.id for item in framework.item_by_id.values() if item.weight == 0),
        evidenced_ids=evidenced_items(assessment),
        contradicted_ids=contradicted_items(assessment),
    )


def _score_processes(setting: _Setting, processes: Sequence[Process]) -> tuple[ProcessResult, ...]:
    process_ids = [process.id for process in processes]
    tables = tabulate(setting.framework, setting.assessment, process_ids, Horizon.AS_IS)
    to_be_tables: Mapping[str, AnswerTable] = {}
    if setting.assessment.header.asks_to_be:
        to_be_tables = tabulate(setting.framework, setting.assessment, process_ids, Horizon.TO_BE)
    return tuple(
        _score_process(setting, process, tables[process.id], to_be_tables.get(process.id)) for process in processes
    )


def _score_process(
    setting: _Setting, process: Process, table: AnswerTable, to_be_table: AnswerTable | None
) -> ProcessResult:
    assessment, ladder = setting.assessment, setting.ladder
    attributes = _rate_attributes(setting, table)
    to_be_attributes = _rate_to_be(setting, to_be_table)
    level = rate_process(ladder, attributes, assessment.header.carry_percent)
    is_assessed = level.level is not None
    target = _set_target(setting, process.id, attributes, to_be_attributes, level)
    owner = assessment.owner_by_process.get(process.id)
    flags = raise_flags(setting.framework, process, attributes, owner, setting.contradicted_ids)
    chosen = assessment.target_by_process.get(process.id)
    return ProcessResult(
        process_id=process.id,
        status=status_of(ladder, attributes),
        attributes=attributes,
        to_be_attributes=to_be_attributes,
        level=level,
        bound_33020_level=rate_process(ladder, attributes, FULLY_BOUND).level,
        practice_percent=mean_percent([attribute.percent for attribute in attributes]) if is_assessed else None,
        basis=_level_basis(setting, table, attributes, level),
        target=target,
        perception_gaps=perceive(table, ladder.attribute_ids, setting.sides),
        warnings=flags + (target_warnings(process.id, chosen, target) if is_assessed else ()),
        is_indicative=assessment.header.depth is Depth.QUICK,
    )


def _set_target(
    setting: _Setting,
    process_id: str,
    attributes: Sequence[AttributeResult],
    to_be_attributes: Sequence[AttributeResult],
    level: LevelResult,
) -> TargetResult:
    header, ladder = setting.assessment.header, setting.ladder
    to_be_percents = [attribute.percent for attribute in to_be_attributes]
    return set_target(
        ladder=ladder,
        percents=[attribute.percent for attribute in attributes],
        level=level,
        target=setting.assessment.target_by_process.get(process_id),
        default_level=header.default_target_level,
        carry_percent=header.carry_percent,
        proposal=proposed_level(ladder, to_be_percents) if to_be_percents else None,
    )


def _level_basis(
    setting: _Setting, table: AnswerTable, attributes: Sequence[AttributeResult], level: LevelResult
) -> LevelBasis:
    agreed_by_item = setting.assessment.agreed_by_item
    counting = counting_items(attributes, setting.weightless_ids)
    return level_basis(
        bounds_of(setting.ladder, attributes, level, setting.assessment.header.carry_percent),
        attributes,
        counting,
        people_of(table, counting, agreed_by_item, setting.role_by_respondent),
        setting.evidenced_ids,
    )


def _rate_attributes(setting: _Setting, table: AnswerTable) -> tuple[AttributeResult, ...]:
    results = rate_items(table, setting.assessment.agreed_by_item, setting.assessment.counted_by_item)
    by_attribute: dict[str, list[tuple[ItemResult, float]]] = {own: [] for own in setting.ladder.attribute_ids}
    for item, result in zip(table.items, results, strict=True):
        by_attribute[item.attribute_id].append((result, item.weight))
    return tuple(
        rate_attribute(
            attribute_id,
            tuple(result for result, _ in own),
            [weight for _, weight in own],
            setting.assessment.header.carry_percent,
        )
        for attribute_id, own in by_attribute.items()
    )


def _rate_to_be(setting: _Setting, table: AnswerTable | None) -> tuple[AttributeResult, ...]:
    """What respondents want of each attribute; empty where they were not asked or nobody answered."""
    if table is None:
        return ()
    attributes = _rate_attributes(setting, table)
    return attributes if any(attribute.outcome is not Outcome.UNRATED for attribute in attributes) else ()


def _roll_everything_up(setting: _Setting, processes: tuple[ProcessResult, ...]) -> AssessmentResult:
    framework, assessment = setting.framework, setting.assessment
    ranking = rank_processes(framework, assessment, processes)
    importances = {priority.process_id: priority.importance for priority in ranking.priorities}
    roles = (
        role
        for process in processes
        if process.status is not ProcessStatus.NOT_APPLICABLE
        for role in process.basis.roles
    )
    basis = whole_basis(processes, roles, setting.weightless_ids, setting.evidenced_ids)
    codes = linkage_codes(framework, assessment)
    return AssessmentResult(
        processes=processes,
        priorities=ranking.priorities,
        whole=roll_up(processes, importances),
        groups=roll_up_groups(framework, processes, importances),
        characteristics=profile_characteristics(framework, processes),
        rated_linkage_ids=tuple(codes),
        broken_hand_offs=broken_hand_offs(framework, codes, processes),
        verification=verification_of(processes, assessment.agreed),
        confidence=judge_confidence(basis)[0] if any(process.is_assessed for process in processes) else None,
        coverage_share=basis.coverage_share,
        warnings=ranking.warnings,
    )
