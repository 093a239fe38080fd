"""One process, all of it: level and what holds it, profile, answers, target, confidence, agreement, background.

| fact | value | range |
|---|---|---|
| level | level as it is | 0 to 5 |
| score | level plus progress | 0.00 to 5.00 |
| target | effective target level | 0 to 5 |
| practice | coverage of practice, percent; not a level | 0 to 100 |
| confidence | high, medium or low | |
| bound-33020 | level under the bound of ISO/IEC 33020 | 0 to 5 |

Without a level, not assessed or not applicable, these have no value.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.domain.answered.assessment import AssessmentState
from assessment.domain.authored.content import Origin
from assessment.domain.authored.framework import Framework
from assessment.domain.computed import Computed
from assessment.domain.rating.results import ProcessResult, ProcessStatus
from assessment.domain.rating.scale import FULLY_BOUND
from assessment.views.agreement import agreement_view, perception_view
from assessment.views.answers import answers_view
from assessment.views.background import BackgroundView, background_view
from assessment.views.commentary.marked import Block
from assessment.views.commentary.own import own_blocks
from assessment.views.commentary.places import process_place_id
from assessment.views.confidence import confidence_reason, confidence_text, confidence_view
from assessment.views.evidence import evidence_view
from assessment.views.levels import level_with_bounds, other_levels, status_note
from assessment.views.model import Fact, Quote, View
from assessment.views.names import attribute_name, level_name, process_name
from assessment.views.next_level import NextLevelView, next_level_view
from assessment.views.profile import profile_view, target_table
from assessment.views.quotes import released_quotes
from assessment.views.target import TargetView, target_view
from assessment.views.warnings import warning_texts
from assessment.views.wording import answers as answer_words
from assessment.views.wording import process as words
from assessment.views.wording.commentary import COMMENTARY
from assessment.views.wording.numbers import NO_VALUE, level_text, percent_text, score_text


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessView(View):
    """One process; each part is a view of its own, and `tables` holds the tables of all of them.

    `extension` says that the process is not of the published model, `practice` why level and practice differ; both
    are empty where there is nothing to say. `commentary` is what the consultant wrote of it. `flags` are what a person
    should look at again.
    """

    process_id: str
    group: str
    extension: str
    purpose: str
    practice: str
    flags: tuple[str, ...]
    profile: View
    next_level: NextLevelView
    answers: View
    target: TargetView
    confidence: View
    agreement: View
    perception: View
    quotes_title: str
    quotes: tuple[Quote, ...]
    evidence: View
    commentary_title: str
    commentary: tuple[Block, ...]
    background: BackgroundView


def process_view(computed: Computed, process_id: str, *, with_range: bool = True) -> ProcessView:
    """Everything there is to one process in scope; KeyError for one that is not.

    The sensitivity range asks for thousands of draws, made once for the assessment: a page that was not asked for it
    goes without (`with_range`).
    """
    framework, process = computed.framework, computed.result.process(process_id)
    entry = framework.process_by_id[process_id]
    finding = process_finding(framework, process)
    profile = profile_view(computed, process, finding)
    practice, flags = _practice(process), warning_texts(framework, process.warnings)
    next_level = next_level_view(computed, process)
    answers = answers_view(computed, process)
    target = target_view(computed, process, target_table(profile.table("attributes")))
    confidence = confidence_view(computed, process, with_range=with_range)
    agreement = agreement_view(computed, process)
    perception = perception_view(computed, process)
    evidence, background = evidence_view(computed, process_id), background_view(framework, process_id)
    seen = () if evidence.empty else (evidence,)
    parts: tuple[View, ...] = (next_level, target, confidence, answers, agreement, perception, *seen, background)
    return ProcessView(
        id=f"process-{process_id}",
        question=entry.name,
        finding=finding,
        facts=tuple(_facts(computed, process)),
        tables=tuple(table for part in (profile, *parts) for table in part.tables),
        notes=_notes(practice, flags, parts),
        process_id=process_id,
        group=framework.group_by_process[process_id].name,
        extension=words.EXTENSION if entry.origin is Origin.EXTENSION else "",
        purpose=entry.purpose,
        practice=practice,
        flags=flags,
        profile=profile,
        next_level=next_level,
        answers=answers,
        target=target,
        confidence=confidence,
        agreement=agreement,
        perception=perception,
        quotes_title=answer_words.QUOTES_TITLE,
        quotes=released_quotes(computed, process_id),
        evidence=evidence,
        commentary_title=COMMENTARY,
        commentary=own_blocks(computed, process_place_id(process_id)),
        background=background,
    )


def process_finding(framework: Framework, process: ProcessResult) -> str:
    """Where a process stands and what holds it, in one sentence."""
    name = process_name(framework, process.process_id)
    if process.status is ProcessStatus.NOT_ASSESSED:
        return words.not_assessed(name)
    if process.status is ProcessStatus.NOT_APPLICABLE:
        return words.not_applicable(name)
    level, score, held = level_with_bounds(process), score_text(process.level.score), _held_by(framework, process)
    return words.held_at_level(name, level, score, held) if held else words.at_level(name, level, score)


def process_label(framework: Framework, process: ProcessResult) -> str:
    """A process with its level, or why it has none, for those who choose one."""
    name = process_name(framework, process.process_id)
    if process.level.level is None:
        return words.process_without_level(name, status_note(process))
    return words.process_label(name, process.level.level)


def _held_by(framework: Framework, process: ProcessResult) -> list[str]:
    return [attribute_name(framework, attribute_id).lower() for attribute_id in process.level.held_by]


def _practice(process: ProcessResult) -> str:
    if process.level.level is None:
        return ""
    if not process.level.held_by:
        return words.practice_free(process.practice_percent)
    return words.practice_held(process.practice_percent, process.level.level)


def _notes(practice: str, flags: tuple[str, ...], parts: tuple[View, ...]) -> tuple[str, ...]:
    """Everything that is said in sentences, for printers that know nothing of the parts."""
    said = (sentence for part in parts for sentence in (part.finding, *part.notes))
    return tuple(sentence for sentence in (practice, *flags, *said) if sentence)


def _facts(computed: Computed, process: ProcessResult) -> Iterator[Fact]:
    framework, level, target = computed.framework, process.level, process.target
    held = _held_by(framework, process)
    has_target = process.status is not ProcessStatus.NOT_APPLICABLE
    yield Fact(
        id="level",
        label=words.LEVEL_LABEL,
        text=level_text(level.level),
        value=level.level,
        note="; ".join(_level_notes(computed, process)),
        meaning=words.LEVEL_MEANING,
    )
    yield Fact(
        id="score",
        label=words.SCORE_LABEL,
        text=score_text(level.score),
        value=level.score,
        note="" if level.level is None else words.held_by(held) if held else words.NOTHING_HOLDS,
    )
    yield Fact(
        id="target",
        label=words.TARGET_LABEL,
        text=words.level(target.target_level) if has_target else NO_VALUE,
        value=target.target_level if has_target else None,
        note=words.distance(target.level_gap),
    )
    yield Fact(
        id="practice",
        label=words.PRACTICE_LABEL,
        text=percent_text(process.practice_percent),
        value=process.practice_percent,
        note=words.NOT_A_LEVEL,
        meaning=words.PRACTICE_MEANING,
    )
    yield Fact(
        id="confidence",
        label=words.CONFIDENCE_LABEL,
        text=confidence_text(process),
        value=process.basis.confidence.value if process.is_assessed else None,
        note=confidence_reason(process),
        meaning=words.CONFIDENCE_MEANING,
    )
    yield Fact(
        id="bound-33020",
        label=words.BOUND_LABEL,
        text=level_text(process.bound_33020_level)
        if process.bound_33020_level is None
        else words.level(process.bound_33020_level),
        value=process.bound_33020_level,
        note=words.above_bound(FULLY_BOUND)
        if computed.assessment.header.carry_percent < FULLY_BOUND
        else words.OWN_BOUND,
        meaning=words.BOUND_MEANING,
    )


def _level_notes(computed: Computed, process: ProcessResult) -> Iterator[str]:
    if process.level.level is None or process.basis.low_level is None:
        yield status_note(process)
        return
    if others := other_levels(process):
        yield others
    yield level_name(computed.framework, process.level.level).lower()
    if process.is_indicative:
        yield words.INDICATIVE
    if computed.assessment.header.state is AssessmentState.SIGNED_OFF:
        yield words.signed_off_as(process.basis.low_level)
    if process.basis.is_provisional:
        yield words.PROVISIONAL
