"""One process, all of it: profile, what holds it, target, how sure, what people said, and what to compare it with."""

from __future__ import annotations

from assessment.domain.answered.assessment import AssessmentState
from assessment.domain.authored.content import Origin
from assessment.domain.rating.next_level import find_next_level
from assessment.domain.rating.results import ProcessResult
from assessment.domain.rating.scale import LETTERS
from assessment.reporting.charts.profile import profile_finding
from assessment.reporting.charts.voices import perception_finding
from assessment.reporting.document.answers import answers_table, overlaps, quotes, reasons_table
from assessment.reporting.document.model import Fact, ProcessPage
from assessment.reporting.document.parts import Parts, facts
from assessment.reporting.document.profile import build_profile
from assessment.reporting.wording import (
    DIRECTION_WORDS,
    NO_VALUE,
    counted,
    hundredth_text,
    level_text,
    listed,
    number_text,
    percent_text,
    score_text,
    share_text,
    signed_text,
)

_MATCH_MARKS = {"full": "all", "partial": "part"}


def build_process_page(parts: Parts, process: ProcessResult) -> ProcessPage:
    """The page of one process."""
    entry = parts.framework.process_by_id[process.process_id]
    return ProcessPage(
        anchor=f"process-{process.process_id}",
        name=entry.name,
        group=parts.framework.group_by_process[process.process_id].name,
        extension_mark="Not one of the paper's sixteen: an extension." if entry.origin is Origin.EXTENSION else "",
        purpose=entry.purpose,
        finding=f"{profile_finding(parts.framework, process)}.",
        facts=_headline_facts(parts, process),
        profile=build_profile(parts, process),
        held=_held(parts, process),
        target=_target_facts(parts, process),
        target_notes=_target_notes(parts, process),
        sureness=_sureness(parts, process),
        answers=answers_table(parts, process),
        reasons=reasons_table(parts, process),
        flags=tuple(warning.sentence for warning in process.warnings),
        perception=f"{perception_finding(parts.framework, process)}.",
        quotes=quotes(parts, process),
        metrics=_metrics(parts, process),
        crosswalk=_crosswalk(parts, process),
        overlaps=overlaps(parts, process),
    )


def _headline_facts(parts: Parts, process: ProcessResult) -> tuple[Fact, ...]:
    level = process.level.level
    sureness = process.sureness
    could_be = ""
    if sureness.low_level != sureness.high_level:
        could_be = f"could be {level_text(sureness.low_level)} to {level_text(sureness.high_level)}"
    indicative = "indicative" if process.is_indicative else ""
    confidence_note = "provisional" if sureness.is_provisional else f"{share_text(sureness.coverage_share)} answered"
    return (
        Fact(label="Level", value=level_text(level), note=indicative or could_be or parts.level_name(level)),
        Fact(label="Score", value=score_text(process.level.score), note="of 5"),
        Fact(
            label="Target",
            value=level_text(process.target.target_level),
            note=process.target.status.value if process.target.status else NO_VALUE,
        ),
        Fact(label="33020 bound", value=f"level {level_text(process.bound_33020_level)}", note="carried at 85 %"),
        Fact(label="Confidence", value=sureness.confidence.value, note=confidence_note),
    )


def _held(parts: Parts, process: ProcessResult) -> tuple[str, ...]:
    if process.level.level is None:
        return ("Its delivery work does not apply, so it has no level and is out of the count.",)
    needed = find_next_level(parts.framework, process, parts.assessment.header.carry_percent)
    if needed is None:
        return ("Nothing holds it: it stands at the highest level that applies.",)
    said = [f"Level {needed.level} is held by {listed(_names(parts, process.level.held_by))}."]
    for need in needed.needs:
        words = [
            f"'{parts.framework.item_by_id[change.item_id].name}' from {_letter(change.from_code)} to "
            f"{_letter(change.to_code)}"
            for change in need.raises
        ]
        name = parts.attribute_name(need.attribute_id)
        bound = f"{name} is at {percent_text(need.percent)} and has to pass {number_text(need.bound_percent)} %"
        if words:
            said.append(f"{bound}: raise {listed(words, limit=3)}.")
        elif need.unanswered_count:
            said.append(f"{bound}: {counted(need.unanswered_count, 'question')} without an answer.")
        else:
            said.append(f"{bound}.")
    return tuple(said)


def _letter(code: int) -> str:
    return LETTERS[code].value


def _names(parts: Parts, attribute_ids: tuple[str, ...]) -> list[str]:
    return [parts.attribute_name(attribute_id).lower() for attribute_id in attribute_ids]


def _target_facts(parts: Parts, process: ProcessResult) -> tuple[Fact, ...]:
    decided = parts.assessment.target_by_process.get(process.process_id)
    target = process.target
    default = "the assessment's default" if target.is_default else ""
    return facts(
        ("Target level", f"{target.target_level} {parts.level_name(target.target_level)}"),
        ("Chosen as", default),
        ("Distance", f"{signed_text(target.level_gap)} levels, {number_text(target.score_gap)} in score"),
        ("Rationale", decided.rationale or "not given" if decided else ""),
        ("Approved by", decided.approver or "nobody yet" if decided else ""),
        ("Proposed by respondents", "" if target.proposed_level is None else f"level {target.proposed_level}"),
    )


def _target_notes(parts: Parts, process: ProcessResult) -> tuple[str, ...]:
    target = process.target
    notes = []
    by_hand = [cell.attribute_id for cell in target.cells if cell.is_set_by_hand]
    if by_hand:
        notes.append(f"Set by hand: {listed(_names(parts, tuple(by_hand)))}.")
    if target.short_cells:
        names = listed(_names(parts, target.short_cells))
        notes.append(f"The cells do not reach the target; these fall short: {names}.")
    return tuple(notes)


def _sureness(parts: Parts, process: ProcessResult) -> tuple[Fact, ...]:
    sureness = process.sureness
    interval = next(
        (
            entry
            for entry in (parts.firmness.score_intervals if parts.firmness else ())
            if entry.process_id == process.process_id
        ),
        None,
    )
    alpha = "" if sureness.alpha is None else f" (alpha {hundredth_text(sureness.alpha)})"
    bounds = f"{score_text(sureness.low_score)} to {score_text(sureness.high_score)}"
    signed = parts.assessment.header.state is AssessmentState.SIGNED_OFF
    return facts(
        ("Confidence", sureness.confidence_reason),
        ("Agreement", f"{sureness.agreement.value}{alpha}"),
        ("Unanswered at 0 and at 5", "" if sureness.low_score == sureness.high_score else f"score {bounds}"),
        (
            "Other people asked",
            "" if interval is None else f"score {score_text(interval.low_score)} to {score_text(interval.high_score)}",
        ),
        (
            "Evidence",
            "" if sureness.evidence_share is None else f"recorded for {share_text(sureness.evidence_share)} of L and F",
        ),
        (
            "Coverage of practice",
            f"{percent_text(process.practice_percent)}, mean of the attributes, not a level",
        ),
        ("Signed off as", f"level {level_text(sureness.low_level)}, the low bound" if signed else ""),
    )


def _metrics(parts: Parts, process: ProcessResult) -> tuple[Fact, ...]:
    return tuple(
        Fact(label=metric.name, value=f"{metric.unit}, {DIRECTION_WORDS[metric.direction]}", note=metric.meaning)
        for metric in parts.framework.process_by_id[process.process_id].metrics
    )


def _crosswalk(parts: Parts, process: ProcessResult) -> tuple[Fact, ...]:
    found: dict[str, list[str]] = {}
    for entry in parts.framework.process_by_id[process.process_id].crosswalk:
        found.setdefault(entry.publication, []).append(f"{entry.reference} ({_MATCH_MARKS[entry.match]})")
    return tuple(Fact(label=publication, value="; ".join(references)) for publication, references in found.items())
