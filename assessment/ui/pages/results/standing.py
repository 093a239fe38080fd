"""Where one process stands: level and score with what holds them, target, practice, and how sure that is."""

from __future__ import annotations

from assessment.domain.answered.assessment import AssessmentState
from assessment.domain.rating.results import ProcessResult
from assessment.services.results import Computed
from assessment.ui.components.facts import Fact, facts
from assessment.ui.components.format import (
    attribute_names,
    bounded_level,
    confidence_word,
    distance_words,
    level_name,
    level_text,
    percent_text,
    score_text,
)
from assessment.ui.components.text import plain


def draw_standing(computed: Computed, process: ProcessResult) -> None:
    """Draw the numbers of a process and the sentence that reconciles level and practice."""
    if process.level.level is None:
        plain("This process has no level: its delivery work does not apply here.", "strong")
        return
    facts(
        (
            Fact(
                label="Level",
                value=bounded_level(process),
                note=_level_note(computed, process),
                meaning="In brackets what the level could be once every question has an answer.",
            ),
            Fact(
                label="Score",
                value=score_text(process.level.score),
                note=_held_note(computed, process),
            ),
            Fact(label="Target", value=f"Level {process.target.target_level}", note=distance_words(process)),
            Fact(label="Practice covered", value=percent_text(process.practice_percent), note="not a level"),
            Fact(
                label="How sure",
                value=confidence_word(process.sureness.confidence),
                note=process.sureness.confidence_reason.partition(": ")[2],
            ),
            Fact(
                label="ISO/IEC 33020 bound",
                value=f"Level {level_text(process.bound_33020_level)}",
                note="if lower levels had to be above 85 %",
            ),
        )
    )
    plain(_why_they_differ(computed, process), "small")


def _held_note(computed: Computed, process: ProcessResult) -> str:
    if not process.level.held_by:
        return "nothing holds it"
    return f"held by {attribute_names(computed.framework, process.level.held_by, limit=1).lower()}"


def _level_note(computed: Computed, process: ProcessResult) -> str:
    marks = [level_name(computed.framework, process.level.level).lower()]
    if process.is_indicative:
        marks.append("indicative, quick depth")
    if computed.assessment.header.state is AssessmentState.SIGNED_OFF:
        marks.append(f"signed off as {level_text(process.sureness.low_level)}, the low bound")
    if process.sureness.is_provisional:
        marks.append("provisional: fewer than half answered")
    return "; ".join(marks)


def _why_they_differ(computed: Computed, process: ProcessResult) -> str:
    start = (
        f"Practice covered is the plain mean of the attributes, {percent_text(process.practice_percent)}. "
        "A level counts only when what lies below it is firmly in place"
    )
    if not process.level.held_by:
        return f"{start}, as it is here."
    held = attribute_names(computed.framework, process.level.held_by).lower()
    return f"{start}; here it is held at level {process.level.level} by {held}, whatever stands above."
