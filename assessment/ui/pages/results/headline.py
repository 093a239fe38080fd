"""The answer in at most six numbers: at target, levels, mean, floor, how sure, and who vouches for it."""

from __future__ import annotations

from assessment.domain.agreement.verified import standing_of
from assessment.domain.rating.results import AssessmentResult
from assessment.services.results import Computed
from assessment.ui.components.facts import Fact, facts
from assessment.ui.components.format import (
    confidence_word,
    level_text,
    process_names,
    score_text,
    share_text,
)
from assessment.ui.components.text import care


def draw_headline(computed: Computed) -> None:
    """Draw the six numbers and what has to be said beside them."""
    result, framework = computed.result, computed.framework
    whole = result.whole
    facts(
        (
            Fact(
                label="At target",
                value=f"{whole.at_target_count} of {whole.process_count}",
                note="processes",
                width=150,
            ),
            Fact(
                label="Processes at level 0 to 5",
                value="\u2009·\u2009".join(str(count) for count in whole.level_counts),
                note=_common_level(result),
            ),
            Fact(label="Mean score", value=score_text(whole.mean_score), note="of 5, by importance", width=134),
            Fact(
                label="Floor",
                value=f"Level {level_text(whole.floor_level)}",
                note=process_names(framework, whole.floor_process_ids, limit=1),
                width=208,
            ),
            Fact(
                label="How sure",
                value=confidence_word(result.confidence),
                note=f"{share_text(result.coverage_share)} answered{_provisional(result)}",
                width=172,
            ),
            _standing(computed),
        )
    )


def draw_warnings(computed: Computed) -> None:
    """Draw what the method says about the whole."""
    if computed.result.warnings:
        care("\n".join(warning.sentence for warning in computed.result.warnings))


def _common_level(result: AssessmentResult) -> str:
    counts = result.whole.level_counts
    common = max(range(len(counts)), key=lambda level: (counts[level], -level))
    return f"most at level {common}" if any(counts) else "none has a level"


def _provisional(result: AssessmentResult) -> str:
    count = sum(process.sureness.is_provisional for process in result.processes)
    return f", {count} provisional" if count else ""


def _standing(computed: Computed) -> Fact:
    standing = standing_of(computed.assessment, computed.result)
    if standing.is_verified:
        return Fact(label="Standing", value="Verified", note="by a second person", width=168)
    note = "by the people who do the work"
    if standing.verified_count:
        note = f"{standing.verified_count} of {standing.rated_count} answers verified"
    return Fact(label="Standing", value="Self-assessed", note=note, width=168)
