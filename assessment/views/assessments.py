"""The list of assessments: what there is, of whom, how far it has come, and where it stands.

| column | value | range |
|---|---|---|
| date | day it speaks of, as an ISO date | |
| answered | answers given of those asked, as a share; None where nothing is asked or it cannot be counted | 0 to 1 |
| at target | processes at their target or above | 0 up |
| missing | things that are missing: the lines of the page Missing | 0 up |
| changed | moment of the last change, as an ISO date and time | |
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from assessment.domain.summary import AssessmentSummary, Figures
from assessment.views.model import Cell, Column, Kind, Mark, Row, Table, Track, View
from assessment.views.wording import assessments as words
from assessment.views.wording.claims import short_of
from assessment.views.wording.groups import at_target
from assessment.views.wording.numbers import NO_VALUE, long_date, moment_text
from assessment.views.wording.terms import DEPTHS, STATES


def assessments_view(summaries: Sequence[AssessmentSummary], local_time: Callable[[datetime], datetime]) -> View:
    """A row an assessment, in the order given; `local_time` puts a moment into the reader's time zone."""
    return View(
        id="assessments",
        question=words.QUESTION,
        finding=words.how_many(len(summaries)),
        tables=(
            Table(
                id="assessments",
                title=words.QUESTION,
                columns=(
                    Column(id="assessment", name=words.NAME_COLUMN),
                    Column(id="date", name=words.DATE_COLUMN),
                    Column(id="state", name=words.STATE_COLUMN),
                    Column(id="answered", name=words.ANSWERED_COLUMN, meaning=words.ANSWERED_MEANING),
                    Column(
                        id="at-target", name=words.AT_TARGET_COLUMN, kind=Kind.NUMBER, meaning=words.AT_TARGET_MEANING
                    ),
                    Column(id="missing", name=words.MISSING_COLUMN, kind=Kind.NUMBER, meaning=words.MISSING_MEANING),
                    Column(id="changed", name=words.CHANGED_COLUMN),
                    Column(id="id", name=words.ID_COLUMN),
                ),
                rows=tuple(_row(summary, local_time(summary.updated_at)) for summary in summaries),
                empty=words.EMPTY,
            ),
        ),
        empty="" if summaries else words.EMPTY,
    )


def _row(summary: AssessmentSummary, changed_at: datetime) -> Row:
    header, figures = summary.header, summary.figures
    of_whom = words.of_whom(
        header.organisation,
        header.unit,
        summary.process_count,
        None if figures is None else figures.respondent_count,
        is_fictional=header.is_fictional,
    )
    return Row(
        id=header.id,
        cells=(
            Cell(text=header.name, value=header.name, note=of_whom, marks=frozenset({Mark.STRONG})),
            Cell(text=long_date(header.assessed_on), value=header.assessed_on.isoformat()),
            Cell(text=STATES[header.state], value=header.state.value, note=_state_note(summary)),
            _answered_cell(figures),
            _at_target_cell(figures),
            Cell(text=NO_VALUE) if figures is None else _missing_cell(figures.missing_count),
            Cell(text=moment_text(changed_at), value=changed_at.isoformat()),
            Cell(text=header.id, value=header.id),
        ),
    )


def _state_note(summary: AssessmentSummary) -> str:
    depth = DEPTHS[summary.header.depth]
    return depth if summary.claim.doubt is None else short_of(depth)


def _answered_cell(figures: Figures | None) -> Cell:
    if figures is None:
        return Cell(text=words.CANNOT_BE_COUNTED)
    text = words.answered(figures.answered_count, figures.asked_count)
    if not figures.asked_count:
        return Cell(text=text, track=Track(fill=0.0))
    share = figures.answered_count / figures.asked_count
    return Cell(text=text, value=share, track=Track(fill=100 * share))


def _missing_cell(count: int) -> Cell:
    return Cell(text=words.missing(count), value=count)


def _at_target_cell(figures: Figures | None) -> Cell:
    if figures is None or not figures.whole.process_count:
        return Cell(text=NO_VALUE)
    return Cell(
        text=at_target(figures.whole.at_target_count, figures.whole.process_count),
        value=figures.whole.at_target_count,
    )
