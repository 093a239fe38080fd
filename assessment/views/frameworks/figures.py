"""The parts of every process of a framework, counted; what could be added; how its statements read.

| column | value |
|---|---|
| paper, own | activities that the paper names, and others |
| anchored, actions | questions with statements of its own, actions of its own |
| metrics, crosswalk, linkages, probes | how many there are |
"""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.authored.framework import Framework
from assessment.domain.authored.parts import MeasuredFramework, MissingPart, ProcessCounts, ProseFigures
from assessment.views.model import Cell, Column, Kind, Row, Table, View
from assessment.views.names import process_name
from assessment.views.wording import framework_check as words
from assessment.views.wording.numbers import whole_text


def figures_view(measured: MeasuredFramework) -> View:
    """The figures of a framework that can be used."""
    framework, missing = measured.framework, measured.missing
    return View(
        id="framework-figures",
        question=words.FIGURES_QUESTION,
        finding=words.missing_parts(len(missing)) if missing else words.NOTHING_MISSING,
        tables=(_counts_table(framework, measured.counts), *((missing_table(framework, missing),) if missing else ())),
        notes=prose_notes(measured.prose),
    )


def prose_notes(figures: ProseFigures | None) -> tuple[str, ...]:
    """How the statements of a framework read; nothing where it has none of its own or they were not measured."""
    if figures is None or not figures.statement_count:
        return ()
    return (words.prose(figures.statement_count, figures.mean_reading_ease, figures.most_alike_share),)


def missing_table(framework: Framework, missing: Sequence[MissingPart]) -> Table:
    """What the processes lack of a whole questionnaire, by process."""
    return Table(
        id="missing",
        title=words.missing_title(len(missing)),
        columns=(Column(id="missing", name=words.MISSING_COLUMN),),
        rows=tuple(
            Row(
                id=f"{part.process_id}:{part.part.value}{f':{part.publication}' if part.publication else ''}",
                cells=(Cell(text=words.missing(part), value=part.part.value),),
                group=process_name(framework, part.process_id),
            )
            for part in missing
        ),
        empty=words.NOTHING_MISSING,
    )


def _counts_table(framework: Framework, counts: Sequence[ProcessCounts]) -> Table:
    return Table(
        id="parts",
        title=words.FIGURES_TITLE,
        measure=words.FIGURES_MEASURE,
        columns=(
            Column(id="process", name=words.PROCESS_COLUMN),
            *(
                Column(id=column_id, name=name, kind=Kind.NUMBER, meaning=words.COUNT_MEANINGS[column_id])
                for column_id, name in words.COUNTS.items()
            ),
        ),
        rows=tuple(_counts_row(framework, own) for own in counts),
        empty="",
    )


def _counts_row(framework: Framework, own: ProcessCounts) -> Row:
    values = {
        "paper": own.paper_activity_count,
        "own": own.extension_activity_count,
        "anchored": own.anchored_item_count,
        "actions": own.action_count,
        "metrics": own.metric_count,
        "crosswalk": own.crosswalk_count,
        "linkages": own.linkage_count,
        "probes": own.probe_count,
    }
    return Row(
        id=own.process_id,
        cells=(
            Cell(text=process_name(framework, own.process_id), value=own.process_id),
            *(Cell(text=whole_text(values[column_id]), value=values[column_id]) for column_id in words.COUNTS),
        ),
    )
