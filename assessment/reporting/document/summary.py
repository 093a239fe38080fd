"""The cover and the one page that a board reads."""

from __future__ import annotations

from assessment.domain.answered.assessment import AssessmentState, Certainty
from assessment.domain.authored.framework import Horizon
from assessment.domain.rating.results import Outcome
from assessment.reporting.charts.levels import levels_finding
from assessment.reporting.charts.priorities import ranked
from assessment.reporting.charts.waves import waves_finding
from assessment.reporting.document.model import Cell, Chapter, Column, Cover, Fact, Headline, Row, Table, Track
from assessment.reporting.document.order import TOP_COUNT, priority_table
from assessment.reporting.document.parts import Parts, long_date
from assessment.reporting.wording import counted, level_text, listed, score_text, share_text

STATE_WORDS = {
    AssessmentState.DRAFT: "Draft",
    AssessmentState.VALIDATED: "Validated",
    AssessmentState.SIGNED_OFF: "Signed off",
}


def build_cover(parts: Parts) -> Cover:
    """Who, when, and how far the assessment has come."""
    header = parts.assessment.header
    return Cover(
        organisation=header.organisation,
        unit=header.unit or "",
        title=header.name,
        assessed_on=long_date(header.assessed_on),
        state=STATE_WORDS[header.state],
        basis=basis_sentence(parts),
        framework=f"{parts.framework.name}, version {parts.framework.version}",
        printed_on=long_date(parts.printed_on),
        fictional="A fictional organisation: every person, answer and number in this report is invented."
        if header.is_fictional
        else "",
        independence=parts.framework.independence,
    )


def basis_sentence(parts: Parts) -> str:
    """Whether the answers were verified, in one sentence."""
    rated = {
        item.item_id
        for process in parts.result.processes
        for attribute in process.attributes
        for item in attribute.items
        if item.outcome is Outcome.RATED
    }
    verified = {
        value.item_id
        for value in parts.assessment.agreed
        if value.horizon is Horizon.AS_IS and value.certainty is Certainty.VERIFIED and value.item_id in rated
    }
    if rated and verified == rated:
        return "Verified: a second person confirmed every value."
    if not verified:
        return "Self-assessed: no value has been verified by a second person."
    return f"Self-assessed: {len(verified)} of {counted(len(rated), 'value')} verified by a second person."


def build_headline(parts: Parts) -> Headline:
    """The one page a board reads."""
    provisional = [
        process.process_id
        for process in parts.result.processes
        if process.is_in_model and process.sureness.is_provisional
    ]
    notes = [basis_sentence(parts)]
    if provisional:
        names = listed(parts.process_names(tuple(provisional)))
        notes.append(
            f"Left off the priorities on this page, because fewer than half of their questions are answered: {names}."
        )
    return Headline(
        chapter=Chapter(
            anchor="headline",
            title="In one page",
            lead=(f"{_headline_sentence(parts)} {waves_finding(parts.result, parts.roadmap)}.",),
        ),
        facts=_headline_facts(parts),
        levels=_levels_table(parts),
        top=priority_table(
            parts,
            [entry for entry in ranked(parts.result, None) if entry.process_id not in provisional][:TOP_COUNT],
            name="top-five",
            caption="What to raise first",
            is_brief=True,
        ),
        waves=_waves_table(parts),
        notes=tuple(notes),
    )


def _headline_sentence(parts: Parts) -> str:
    whole = parts.result.whole
    if not whole.process_count:
        return "No process has a level yet."
    return f"{whole.at_target_count} of {counted(whole.process_count, 'process', 'processes')} stand at their target."


def _headline_facts(parts: Parts) -> tuple[Fact, ...]:
    whole = parts.result.whole
    result = parts.result
    floor_names = listed(parts.process_names(whole.floor_process_ids), limit=1)
    planned = sum(len(wave.steps) for wave in parts.roadmap.waves)
    confidence = result.confidence.value if result.confidence else "none"
    return (
        Fact(label="At target", value=f"{whole.at_target_count} of {whole.process_count}", note="processes"),
        Fact(label="Mean", value=score_text(whole.mean_score), note="of 5, weighted by importance"),
        Fact(label="Floor", value=level_text(whole.floor_level), note=floor_names),
        Fact(
            label="Confidence", value=confidence, note=f"{share_text(result.coverage_share)} of the questions answered"
        ),
        Fact(label="People", value=str(len(parts.assessment.respondents)), note="were asked"),
        Fact(
            label="Steps planned",
            value=str(planned),
            note=f"in {counted(len(parts.roadmap.waves), 'wave')}, {len(parts.roadmap.not_funded)} not funded",
        ),
    )


def _levels_table(parts: Parts) -> Table:
    counts = parts.result.whole.level_counts
    top = max((*counts, 1))
    targets = [process.target.target_level for process in parts.result.processes if process.level.level is not None]
    rows = tuple(
        Row(
            cells=(
                Cell(text=str(entry.level)),
                Cell(text=entry.name),
                Cell(track=Track(fill=100 * counts[entry.level] / top)),
                Cell(text=str(counts[entry.level]), style="strong"),
                Cell(text=str(targets.count(entry.level))),
            )
        )
        for entry in sorted(parts.framework.levels, key=lambda entry: entry.level)
    )
    return Table(
        name="levels",
        caption=levels_finding(parts.result),
        columns=(
            Column(name="Level", style="mark", width=9),
            Column(name="Name", width=18),
            Column(name="Processes", style="track", width=45),
            Column(name="Now", style="number", width=13),
            Column(name="As targeted", style="number", width=15),
        ),
        rows=rows if any(counts) else (),
        empty="No process has a level yet.",
    )


def _waves_table(parts: Parts) -> Table:
    rows = []
    for wave in parts.roadmap.waves:
        names = dict.fromkeys(parts.process_name(step.process_id) for step in wave.steps)
        rows.append(
            Row(
                cells=(
                    Cell(text=wave.label, style="strong"),
                    Cell(text=str(len(wave.steps))),
                    Cell(text=f"{wave.effort_count} of {wave.capacity_count}"),
                    Cell(text=listed(list(names), limit=4) or "nothing"),
                )
            )
        )
    return Table(
        name="waves-brief",
        caption="When, in waves",
        columns=(
            Column(name="Wave", width=29),
            Column(name="Steps", style="number", width=8),
            Column(name="Effort", style="number", width=12),
            Column(name="What moves", width=51),
        ),
        rows=tuple(rows) if parts.roadmap.steps else (),
        empty="No step is needed: every process is at its target.",
    )
