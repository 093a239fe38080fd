"""Cover, the one page, movement, characteristics, priorities and how firm their order is."""

from __future__ import annotations

from assessment.domain.framework import Horizon
from assessment.domain.ratings import AssessmentState, Certainty
from assessment.domain.results import Outcome, PriorityResult
from assessment.reporting.charts.characteristics import BAND_STEPS, characteristics_finding
from assessment.reporting.charts.levels import levels_finding, movement_finding, movement_order
from assessment.reporting.charts.priorities import by_median_rank, priorities_finding, ranked, ranks_finding
from assessment.reporting.charts.waves import waves_finding
from assessment.reporting.document.model import (
    Cell,
    Chapter,
    Column,
    Cover,
    Fact,
    Headline,
    LegendEntry,
    Row,
    Segment,
    Table,
    TableChapter,
    Track,
)
from assessment.reporting.document.parts import Parts, long_date
from assessment.reporting.wording import (
    counted,
    level_text,
    listed,
    number_text,
    percent_text,
    score_text,
    share_text,
    signed_text,
)

LEVEL_TICKS = tuple(level * 20.0 for level in range(6))
STATE_WORDS = {
    AssessmentState.DRAFT: "Draft",
    AssessmentState.VALIDATED: "Validated",
    AssessmentState.SIGNED_OFF: "Signed off",
}
TOP_COUNT = 5


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
    whole = parts.result.whole
    provisional = [
        process.process_id
        for process in parts.result.processes
        if process.is_in_model and process.sureness.is_provisional
    ]
    notes = [
        f"{levels_finding(parts.result)}.",
        basis_sentence(parts),
        f"{waves_finding(parts.result, parts.roadmap)}.",
    ]
    if provisional:
        names = listed(parts.process_names(tuple(provisional)))
        notes.append(
            f"Left off the priorities on this page, because fewer than half of their questions are answered: {names}."
        )
    return Headline(
        chapter=Chapter(anchor="headline", title="In one page", lead=(_headline_sentence(parts),)),
        facts=_headline_facts(parts),
        levels=_levels_table(parts),
        top=_priority_table(
            parts,
            [entry for entry in ranked(parts.result, None) if entry.process_id not in provisional][:TOP_COUNT],
            name="top-five",
            caption="What to raise first, and why",
        ),
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
    floor_names = listed(parts.process_names(whole.floor_process_ids), limit=2)
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
        caption="How many processes stand at each level",
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


def build_movement(parts: Parts) -> TableChapter:
    """From as-is to target, process by process."""
    rows = tuple(
        Row(
            cells=(
                Cell(text=parts.process_name(process.process_id)),
                Cell(text=level_text(process.level.level), style="strong"),
                Cell(text=score_text(process.level.score)),
                Cell(
                    track=Track(
                        ticks=LEVEL_TICKS,
                        line=(20 * (process.level.score or 0), 20.0 * process.target.target_level),
                        dot=20 * (process.level.score or 0),
                        diamond=20.0 * process.target.target_level,
                    )
                ),
                Cell(text=str(process.target.target_level)),
                Cell(text=signed_text(process.target.level_gap)),
                Cell(text=process.target.status.value if process.target.status else ""),
            )
        )
        for process in movement_order(parts.result)
    )
    table = Table(
        name="movement",
        caption="Score as it is (dot) and target (diamond) on the scale of levels, 0 to 5",
        columns=(
            Column(name="Process", width=27),
            Column(name="Level", style="mark", width=7),
            Column(name="Score", style="number", width=8),
            Column(name="0 to 5", style="track", width=29),
            Column(name="Target", style="number", width=8),
            Column(name="To go", style="number", width=8),
            Column(name="Status", width=13),
        ),
        rows=rows,
        empty="No process has a level yet.",
    )
    chapter = Chapter(
        anchor="movement",
        title="How far each process has to go",
        lead=(f"{movement_finding(parts.framework, parts.result)}.",),
    )
    return TableChapter(chapter=chapter, tables=(table,))


def build_characteristics(parts: Parts) -> TableChapter:
    """The organisation's own profile on the attributes."""
    rows = []
    for entry in parts.result.characteristics:
        total = sum(entry.band_counts.values()) or 1
        segments, start = [], 0.0
        for band in BAND_STEPS:
            count = entry.band_counts.get(band, 0)
            if count:
                width = 100 * count / total
                segments.append(Segment(start=start, width=width, style=f"band-{band.lower()}", text=str(count)))
                start += width
        rows.append(
            Row(
                cells=(
                    Cell(text=parts.attribute_name(entry.attribute_id)),
                    Cell(
                        track=Track(segments=tuple(segments)),
                        spoken=", ".join(f"{band} {entry.band_counts.get(band, 0)}" for band in BAND_STEPS),
                    ),
                    Cell(text=percent_text(entry.mean_percent)),
                    Cell(text=listed(parts.process_names(entry.weakest_process_ids))),
                )
            )
        )
    table = Table(
        name="characteristics",
        caption="Processes in scope at N, P, L and F on each attribute",
        columns=(
            Column(name="Attribute", width=23),
            Column(name="Processes", style="track", width=34),
            Column(name="Mean", style="number", width=9),
            Column(name="Weakest", width=34),
        ),
        rows=tuple(rows) if parts.result.processes else (),
        empty="No process is in scope yet.",
        style="tall",
        legend=tuple(LegendEntry(style=f"band-{band.lower()}", text=band) for band in BAND_STEPS),
    )
    chapter = Chapter(
        anchor="characteristics",
        title="The organisation by characteristic",
        lead=(f"{characteristics_finding(parts.framework, parts.result)}.",),
    )
    return TableChapter(chapter=chapter, tables=(table,))


def build_priorities(parts: Parts) -> TableChapter:
    """The top five with their reasons and the whole order with its parts."""
    order = ranked(parts.result, None)
    top = _priority_table(parts, order[:TOP_COUNT], name="priorities-top", caption="The first five, and why")
    highest = max([entry.priority for entry in order], default=1.0) or 1.0
    rows = tuple(
        Row(
            cells=(
                Cell(text=str(entry.rank)),
                Cell(text=parts.process_name(entry.process_id), note="provisional" if entry.is_provisional else ""),
                Cell(track=Track(fill=100 * entry.priority / highest, is_dashed=entry.is_provisional)),
                Cell(text=number_text(entry.priority), style="strong"),
                Cell(text=share_text(entry.need_share)),
                Cell(text=number_text(entry.pain)),
                Cell(text=number_text(entry.importance) + ("*" if entry.importance_is_proposed else "")),
                Cell(text=number_text(entry.leverage_share, 2)),
                Cell(text=listed(parts.process_names(entry.blocked_by))),
            )
        )
        for entry in order
    )
    whole = Table(
        name="priorities",
        caption="Every process with a need, by priority",
        columns=(
            Column(name="Rank", style="number", width=6),
            Column(name="Process", width=22),
            Column(name="0 to highest", style="track", width=15),
            Column(name="Priority", style="number", width=9),
            Column(name="Need", style="number", width=8),
            Column(name="Pain", style="number", width=6),
            Column(name="Import.", style="number", width=8),
            Column(name="Leverage", style="number", width=9),
            Column(name="Waits for", width=17),
        ),
        rows=rows,
        empty="Nothing to prioritise: no process is below its target.",
    )
    notes = ["Priority, 0 to 100, is need times impact; impact weighs pain, importance and leverage."]
    if any(entry.importance_is_proposed for entry in order):
        notes.append("* Importance proposed by the critical services that lean on the process.")
    chapter = Chapter(
        anchor="priorities",
        title="What to raise first, and why",
        lead=(f"{priorities_finding(parts.framework, parts.result)}.",),
    )
    return TableChapter(chapter=chapter, tables=(top, whole), notes=tuple(notes))


def _priority_table(parts: Parts, entries: list[PriorityResult], *, name: str, caption: str) -> Table:
    rows = []
    for entry in entries:
        process = parts.result.process(entry.process_id)
        rows.append(
            Row(
                cells=(
                    Cell(text=str(entry.rank), style="strong"),
                    Cell(text=parts.process_name(entry.process_id), style="strong"),
                    Cell(text=f"{level_text(process.level.level)} to {process.target.target_level}"),
                    Cell(text=number_text(entry.priority)),
                    Cell(text=entry.reason, note=parts.framework.process_by_id[entry.process_id].why),
                )
            )
        )
    return Table(
        name=name,
        caption=caption,
        columns=(
            Column(name="Rank", style="number", width=6),
            Column(name="Process", width=22),
            Column(name="Level", width=9),
            Column(name="Priority", style="number", width=9),
            Column(name="Why", width=54),
        ),
        rows=tuple(rows),
        empty="Nothing to prioritise: no process is below its target.",
        style="tall",
    )


def build_firmness(parts: Parts) -> TableChapter:
    """How firm the order of the priorities is."""
    firmness = parts.firmness
    if firmness is None or not firmness.processes:
        chapter = Chapter(
            anchor="firmness", title="How firm the order is", lead=("How firm the order is has not been measured.",)
        )
        return TableChapter(chapter=chapter, tables=())
    order = by_median_rank(firmness)
    last = max(1.0, *(entry.high_rank for entry in order))

    def place(rank: float) -> float:
        return 100 * (rank - 1) / max(1.0, last - 1)

    rows = tuple(
        Row(
            cells=(
                Cell(text=parts.process_name(entry.process_id)),
                Cell(text=share_text(entry.top_three_share), style="strong"),
                Cell(text=number_text(entry.median_rank)),
                Cell(text=f"{number_text(entry.low_rank)} to {number_text(entry.high_rank)}"),
                Cell(
                    track=Track(
                        ticks=(0.0, place(3), 100.0) if last > 3 else (0.0, 100.0),
                        line=(place(entry.low_rank), place(entry.high_rank)),
                        dot=place(entry.median_rank),
                    )
                ),
            )
        )
        for entry in order
    )
    table = Table(
        name="firmness",
        caption=f"Median rank (dot) and 90 % interval (line) in {firmness.draw_count} seeded draws",
        columns=(
            Column(name="Process", width=28),
            Column(name="In the first three", style="number", width=14),
            Column(name="Median rank", style="number", width=11),
            Column(name="90 % interval", style="number", width=13),
            Column(name=f"Rank 1 to {number_text(last)}", style="track", width=34),
        ),
        rows=rows,
        empty="No process has a rank.",
    )
    tau = "" if firmness.mean_tau is None else f" (mean Kendall tau-b {number_text(firmness.mean_tau, 2)})"
    lead = f"{ranks_finding(parts.framework, firmness)}{tau}."
    chapter = Chapter(anchor="firmness", title="How firm the order is", lead=(lead,))
    note = "Each draw varies the weights, resamples the respondents and varies how strong implied linkages are."
    return TableChapter(chapter=chapter, tables=(table,), notes=(note,))
