"""The whole method at once: from an assessment to everything computed of it, and again after one answer.

| symbol | name | unit | range |
|---|---|---|---|
| framework | what is asked and how attributes make levels | | |
| assessment | what people said and decided | | |
| result | everything computed, with the reasons behind it | | |

The rules are in the modules named after them; this one only carries results from one to the next. The intervals of
section 7 (b) and section 14 take thousands of draws and are computed apart, in `robustness`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.domain.agreement.confidence import basis_of, counting_items, judge_confidence, judge_sureness
from assessment.domain.agreement.perception import Sides, perceive, sides_of
from assessment.domain.answered.assessment import Assessment, Certainty, NoteKind
from assessment.domain.answered.entries import AnswerKind
from assessment.domain.authored.content import Process
from assessment.domain.authored.framework import Depth, Framework, Horizon
from assessment.domain.planning.ranking import rank_processes
from assessment.domain.rating.answer_table import AnswerTable, tabulate
from assessment.domain.rating.capability import Ladder, ladder_of, mean_percent, rate_attribute, rate_level
from assessment.domain.rating.consensus import rate_items
from assessment.domain.rating.flags import raise_flags
from assessment.domain.rating.results import (
    AssessmentResult,
    AttributeResult,
    BrokenHandOff,
    Outcome,
    ProcessResult,
)
from assessment.domain.rating.rollup import profile_characteristics, roll_up, roll_up_groups
from assessment.domain.rating.scale import FULLY_BOUND, letter_of_code
from assessment.domain.rating.targets import proposed_level, set_target, target_warnings
from assessment.domain.refusal import MethodRefusal

BROKEN_BELOW_CODE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Setting:
    """What is the same for every process of an assessment."""

    framework: Framework
    assessment: Assessment
    ladder: Ladder
    sides: Sides
    weightless_ids: frozenset[str]
    evidenced_ids: frozenset[str]


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


def rescore_process(
    framework: Framework, assessment: Assessment, result: AssessmentResult, process_id: str
) -> AssessmentResult:
    """The result after answers of one process changed: equal to scoring everything again, in a fraction of the time.

    `assessment` is the changed one, `result` the result before; nothing but ratings, agreed values, notes and target of
    the process, opinions and roadmap settings may have changed between them.

    Raises
    ------
    MethodRefusal
        The process is not in the scope of the result.
    """
    if all(process.process_id != process_id for process in result.processes):
        raise MethodRefusal(f"the process {process_id}", "it is not in scope", "Put it in scope and score everything.")
    setting = _setting(framework, assessment)
    (changed,) = _score_processes(setting, (framework.process_by_id[process_id],))
    processes = tuple(changed if process.process_id == process_id else process for process in result.processes)
    return _roll_everything_up(setting, processes)


def _processes_in_scope(framework: Framework, assessment: Assessment) -> tuple[Process, ...]:
    scope = frozenset(assessment.scope)
    for process_id in assessment.scope:
        if process_id not in framework.process_by_id:
            raise MethodRefusal("the scope", f"the framework has no process {process_id}", "Take it out of the scope.")
    return tuple(process for process in framework.processes if process.id in scope)


def _setting(framework: Framework, assessment: Assessment) -> _Setting:
    evidenced = {note.item_id for note in assessment.notes if note.kind is NoteKind.EVIDENCE}
    evidenced.update(
        value.item_id
        for value in assessment.agreed
        if value.horizon is Horizon.AS_IS and value.certainty is not Certainty.ASSERTED
    )
    return _Setting(
        framework=framework,
        assessment=assessment,
        ladder=ladder_of(framework),
        sides=sides_of(assessment.respondents, assessment.header.anonymity_floor),
        weightless_ids=frozenset(item.id for item in framework.item_by_id.values() if item.weight == 0),
        evidenced_ids=frozenset(evidenced),
    )


def _score_processes(setting: _Setting, processes: Sequence[Process]) -> tuple[ProcessResult, ...]:
    process_ids = [process.id for process in processes]
    tables = tabulate(setting.framework, setting.assessment, process_ids, Horizon.AS_IS)
    wanted: Mapping[str, AnswerTable] = {}
    if setting.assessment.header.asks_to_be:
        wanted = tabulate(setting.framework, setting.assessment, process_ids, Horizon.TO_BE)
    return tuple(_score_process(setting, process, tables[process.id], wanted.get(process.id)) for process in processes)


def _score_process(
    setting: _Setting, process: Process, table: AnswerTable, wanted_table: AnswerTable | None
) -> ProcessResult:
    framework, assessment, ladder = setting.framework, setting.assessment, setting.ladder
    header = assessment.header
    attributes = _rate_attributes(setting, table)
    wanted = _rate_wanted(setting, wanted_table)
    percents = [attribute.percent for attribute in attributes]
    level = rate_level(ladder, percents, header.carry_percent)
    target = assessment.target_by_process.get(process.id)
    to_be = set_target(
        ladder=ladder,
        percents=percents,
        level=level,
        target=target,
        default_level=header.default_target_level,
        carry_percent=header.carry_percent,
        proposal=proposed_level(ladder, [attribute.percent for attribute in wanted]) if wanted else None,
    )
    flags = raise_flags(framework, process, attributes, assessment.owner_by_process.get(process.id))
    warnings = target_warnings(framework, process.id, ladder, target, to_be) if level.level is not None else ()
    return ProcessResult(
        process_id=process.id,
        is_in_model=level.level is not None,
        attributes=attributes,
        to_be_attributes=wanted,
        level=level,
        bound_33020_level=rate_level(ladder, percents, FULLY_BOUND).level,
        practice_percent=mean_percent(percents),
        sureness=judge_sureness(
            ladder, attributes, header.carry_percent, setting.weightless_ids, setting.evidenced_ids
        ),
        target=to_be,
        perception_gaps=perceive(table, ladder.attribute_ids, setting.sides),
        warnings=flags + warnings,
        is_indicative=header.depth is Depth.QUICK,
    )


def _rate_attributes(setting: _Setting, table: AnswerTable) -> tuple[AttributeResult, ...]:
    results = rate_items(table, setting.assessment.agreed_by_item)
    return tuple(
        rate_attribute(
            attribute_id,
            tuple(
                result for item, result in zip(table.items, results, strict=True) if item.attribute_id == attribute_id
            ),
            [item.weight for item in table.items if item.attribute_id == attribute_id],
        )
        for attribute_id in setting.ladder.attribute_ids
    )


def _rate_wanted(setting: _Setting, table: AnswerTable | None) -> tuple[AttributeResult, ...]:
    """What respondents want of each attribute; empty where they were not asked or nobody answered."""
    if table is None:
        return ()
    wanted = _rate_attributes(setting, table)
    return wanted if any(attribute.outcome is not Outcome.UNRATED for attribute in wanted) else ()


def _roll_everything_up(setting: _Setting, processes: tuple[ProcessResult, ...]) -> AssessmentResult:
    framework, assessment = setting.framework, setting.assessment
    ranking = rank_processes(framework, assessment, processes)
    importances = {priority.process_id: priority.importance for priority in ranking.priorities}
    in_model = [process for process in processes if process.is_in_model]
    items = [item for process in in_model for item in counting_items(process.attributes, setting.weightless_ids)]
    basis = basis_of(items)
    return AssessmentResult(
        processes=processes,
        priorities=ranking.priorities,
        whole=roll_up(processes, importances),
        groups=roll_up_groups(framework, processes, importances),
        characteristics=profile_characteristics(framework, processes),
        broken_hand_offs=_broken_hand_offs(framework, assessment, in_model),
        confidence=judge_confidence(basis)[0] if in_model else None,
        coverage_share=basis.coverage_share,
        warnings=ranking.warnings,
    )


def _broken_hand_offs(
    framework: Framework, assessment: Assessment, in_model: Sequence[ProcessResult]
) -> tuple[BrokenHandOff, ...]:
    """Linkages rated below L with a process in need at either end, in the framework's order."""
    in_need = {process.process_id for process in in_model if process.target.need_share > 0}
    codes = {
        rating.linkage_id: rating.answer.code
        for rating in assessment.linkage_ratings
        if rating.answer.kind is AnswerKind.RATED
    }
    return tuple(
        BrokenHandOff(linkage_id=linkage.id, letter=letter_of_code(code), code=code)
        for linkage in framework.linkages
        if (code := codes.get(linkage.id)) is not None
        and code < BROKEN_BELOW_CODE
        and (linkage.from_process in in_need or linkage.to_process in in_need)
    )
