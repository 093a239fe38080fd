"""What to raise first, why, and how firm that order is."""

from __future__ import annotations

from assessment.domain.rating.results import PriorityResult
from assessment.reporting.charts.priorities import by_median_rank, priorities_finding, ranked, ranks_finding
from assessment.reporting.document.model import Cell, Chapter, Column, Row, Table, TableChapter, Track
from assessment.reporting.document.parts import Parts
from assessment.reporting.wording import hundredth_text, level_text, listed, number_text, share_text, tenth_text

TOP_COUNT = 5


def build_priorities(parts: Parts) -> TableChapter:
    """The top five with their reasons and the whole order with its parts."""
    order = ranked(parts.result, None)
    top = priority_table(parts, order[:TOP_COUNT], name="priorities-top", caption="The first five, and why")
    highest = max([entry.priority for entry in order], default=1.0) or 1.0
    rows = tuple(
        Row(
            cells=(
                Cell(text=str(entry.rank)),
                Cell(text=parts.process_name(entry.process_id), note="provisional" if entry.is_provisional else ""),
                Cell(track=Track(fill=100 * entry.priority / highest, is_dashed=entry.is_provisional)),
                Cell(text=tenth_text(entry.priority), style="strong"),
                Cell(text=share_text(entry.need_share)),
                Cell(text=number_text(entry.pain)),
                Cell(text=number_text(entry.importance) + ("*" if entry.importance_is_proposed else "")),
                Cell(text=hundredth_text(entry.leverage_share)),
                Cell(text=listed(parts.process_names(entry.blocked_by))),
            )
        )
        for entry in order
    )
    whole = Table(
        name="priorities",
        caption="Priority, 0 to 100, is need times impact; impact weighs pain, importance and leverage",
        columns=(
            Column(name="Rank", style="number", width=6),
            Column(name="Process", width=25),
            Column(name="0 to highest", style="track", width=14),
            Column(name="Priority", style="number", width=9),
            Column(name="Need", style="number", width=8),
            Column(name="Pain", style="number", width=6),
            Column(name="Import.", style="number", width=8),
            Column(name="Leverage", style="number", width=9),
            Column(name="Waits for", width=15),
        ),
        rows=rows,
        empty="Nothing to prioritise: no process is below its target.",
    )
    notes = []
    if any(entry.importance_is_proposed for entry in order):
        notes.append("* Importance proposed by the critical services that lean on the process.")
    chapter = Chapter(
        anchor="priorities",
        title="What to raise first, and why",
        lead=(f"{priorities_finding(parts.framework, parts.result)}.",),
    )
    return TableChapter(chapter=chapter, tables=(top, whole), notes=tuple(notes))


def priority_table(
    parts: Parts, entries: list[PriorityResult], *, name: str, caption: str, is_brief: bool = False
) -> Table:
    """Processes with the levels to move through and the reason; not brief: and what each means to the business."""
    rows = []
    for entry in entries:
        process = parts.result.process(entry.process_id)
        rows.append(
            Row(
                cells=(
                    Cell(text=str(entry.rank), style="strong"),
                    Cell(text=parts.process_name(entry.process_id), style="strong"),
                    Cell(text=f"{level_text(process.level.level)} to {process.target.target_level}"),
                    Cell(text=tenth_text(entry.priority)),
                    Cell(
                        text=entry.reason, note="" if is_brief else parts.framework.process_by_id[entry.process_id].why
                    ),
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
        style="",
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
    tau = "" if firmness.mean_tau is None else f" (mean Kendall tau-b {hundredth_text(firmness.mean_tau)})"
    lead = f"{ranks_finding(parts.framework, firmness)}{tau}."
    chapter = Chapter(anchor="firmness", title="How firm the order is", lead=(lead,))
    note = "Each draw varies the weights, resamples the respondents and varies how strong implied linkages are."
    return TableChapter(chapter=chapter, tables=(table,), notes=(note,))
