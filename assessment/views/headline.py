"""The answer in six facts (METHOD.md section 10): they need no plan and are there at once."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.computed import Computed
from assessment.domain.rating.results import AssessmentResult, ProcessResult, Verification
from assessment.views.levels import common_level
from assessment.views.model import Fact, View
from assessment.views.names import named_apart, process_names
from assessment.views.warnings import warning_texts
from assessment.views.wording import headline as words
from assessment.views.wording import levels as level_words
from assessment.views.wording.groups import at_target
from assessment.views.wording.heatmap import at_target as at_target_finding
from assessment.views.wording.numbers import NO_VALUE, score_text
from assessment.views.wording.terms import CONFIDENCES


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewView(View):
    """The six facts; `warnings` are the first of its notes, `remarks` the others, for a page that sets them apart."""

    warnings: tuple[str, ...]
    remarks: tuple[str, ...]


def overview_view(computed: Computed) -> OverviewView:
    """At target, processes at each level, mean, floor, how sure, verification: in this order, never the mean alone."""
    result = computed.result
    warnings = warning_texts(computed.framework, result.warnings)
    remarks = named_apart(computed.framework, result.whole)
    return OverviewView(
        id="overview",
        question=words.OVERVIEW_QUESTION,
        finding=at_target_finding(result.whole.at_target_count, result.whole.process_count),
        facts=_facts(computed),
        notes=(*warnings, *remarks),
        empty="" if result.processes else level_words.NONE_IN_SCOPE,
        warnings=warnings,
        remarks=remarks,
    )


def _facts(computed: Computed) -> tuple[Fact, ...]:
    framework, result = computed.framework, computed.result
    whole = result.whole
    has_level = whole.process_count > 0
    common = common_level(whole.level_counts) if has_level else None
    return (
        Fact(
            id="at-target",
            label=words.AT_TARGET,
            text=at_target(whole.at_target_count, whole.process_count),
            value=whole.at_target_count,
            note=words.AT_TARGET_NOTE,
            meaning=words.AT_TARGET_MEANING,
        ),
        Fact(
            id="levels",
            label=words.LEVELS,
            text=NO_VALUE if common is None else words.at_level(common),
            value=common,
            note=words.none_has_a_level() if common is None else words.levels_text(whole.level_counts),
            meaning=words.LEVELS_MEANING,
        ),
        Fact(
            id="mean",
            label=words.MEAN,
            text=score_text(whole.mean_score),
            value=whole.mean_score,
            note=words.MEAN_NOTE,
            meaning=words.MEAN_MEANING,
        ),
        Fact(
            id="floor",
            label=words.FLOOR,
            text=NO_VALUE if whole.floor_level is None else words.at_level(whole.floor_level),
            value=whole.floor_level,
            note=process_names(framework, whole.floor_process_ids, 1),
            meaning=words.FLOOR_MEANING,
        ),
        _confidence_fact(result),
        _verification_fact(result.verification),
    )


def _confidence_fact(result: AssessmentResult) -> Fact:
    confidence = result.confidence
    return Fact(
        id="confidence",
        label=words.CONFIDENCE,
        text=NO_VALUE if confidence is None else CONFIDENCES[confidence],
        value=None if confidence is None else confidence.value,
        note=words.answered(result.coverage_share, len(_provisional(result))),
        meaning=words.CONFIDENCE_MEANING,
    )


def _verification_fact(verification: Verification) -> Fact:
    note = words.BY_THEMSELVES
    if verification.is_verified:
        note = words.BY_A_SECOND_PERSON
    elif verification.verified_count:
        note = words.partly_verified(verification.verified_count, verification.rated_count)
    return Fact(
        id="verification",
        label=words.VERIFICATION,
        text=words.VERIFIED if verification.is_verified else words.SELF_ASSESSED,
        value=verification.verified_count,
        note=note,
        meaning=words.VERIFICATION_MEANING,
    )


def _provisional(result: AssessmentResult) -> list[ProcessResult]:
    """The processes with a level that rests on fewer than half of their questions."""
    return [process for process in result.processes if process.is_assessed and process.basis.is_provisional]
