"""The bin: what was removed, what went with it, and until when it can be put back.

| column | value | range |
|---|---|---|
| removed | what it is called | |
| on, kept until | moments, as an ISO date and time | |
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from assessment.domain.answered.assessment import (
    Assessment,
    AssessmentHeader,
    AssessmentState,
    CriticalService,
    Respondent,
)
from assessment.domain.answered.binned import Binned, Removable, goes_with
from assessment.views.model import Cell, Column, Mark, Row, Table, View
from assessment.views.names import assessment_line, look_alike, person_name
from assessment.views.wording import bin as words
from assessment.views.wording.numbers import long_date, moment_text
from assessment.views.wording.people import person_of_unit


def bin_view(binned: Sequence[Binned], local_time: Callable[[datetime], datetime]) -> View:
    """A row for each thing in the bin, in the order given; `local_time` puts a moment into the reader's time zone."""
    return View(
        id="bin",
        question=words.QUESTION,
        finding=words.how_many(len(binned)),
        tables=(
            Table(
                id="bin",
                title=words.QUESTION,
                columns=(
                    Column(id="removed", name=words.NAME_COLUMN),
                    Column(id="on", name=words.REMOVED_COLUMN),
                    Column(id="until", name=words.UNTIL_COLUMN),
                    Column(id="id", name=words.ID_COLUMN),
                ),
                rows=tuple(_row(one, local_time) for one in binned),
                empty=words.EMPTY,
            ),
        ),
        empty="" if binned else words.EMPTY,
    )


def entry_name(entry: Removable) -> str:
    """What something is called that was removed."""
    return person_name(entry) if isinstance(entry, Respondent) else entry.name


def entry_line(entry: Removable) -> str:
    """What tells it from another one of its name: whom it is of and when, the unit, how many processes."""
    match entry:
        case AssessmentHeader():
            return assessment_line(entry)
        case Respondent():
            return person_of_unit(person_name(entry), entry.unit) if entry.unit else person_name(entry)
        case CriticalService():
            return words.service(entry.name, len(entry.process_ids))


def looks_like(entry: Removable, other: Removable) -> bool:
    """Whether two things would stand beside each other under one name; people without a name never do."""
    if isinstance(entry, AssessmentHeader) and isinstance(other, AssessmentHeader):
        return entry.assessed_on == other.assessed_on and all(
            look_alike(a or "", b or "")
            for a, b in (
                (entry.name, other.name),
                (entry.organisation, other.organisation),
                (entry.unit, other.unit),
            )
        )
    return bool(entry.name and other.name and look_alike(entry.name, other.name))


def person_removal(assessment: Assessment, respondent_id: str) -> str:
    """What removing a person means, before it is done."""
    person = assessment.respondent_by_id[respondent_id]
    return words.removes(person_name(person), goes_with(assessment, respondent_id))


def service_removal(assessment: Assessment, service_id: str) -> str:
    """What removing a service means, before it is done."""
    service = next(one for one in assessment.critical_services if one.id == service_id)
    return words.removes_service(service.name, len(service.process_ids))


def assessment_removal(assessment: Assessment) -> str:
    """What removing an assessment means, before it is done."""
    parts = {field: getattr(assessment, field) for field in Assessment.model_fields}
    counts = {field: len(entries) for field, entries in parts.items() if isinstance(entries, tuple)}
    return words.removes(assessment.header.name, counts)


def removal_for_good(binned: Binned) -> str:
    """What removing something in the bin for good takes with it, before it is done."""
    state = binned.entry.state if isinstance(binned.entry, AssessmentHeader) else None
    return words.forgets(
        entry_name(binned.entry),
        binned.counts,
        binned.journal_count,
        is_signed_off=state is AssessmentState.SIGNED_OFF,
    )


def _row(binned: Binned, local_time: Callable[[datetime], datetime]) -> Row:
    removed_at, kept_until = local_time(binned.removed_at), local_time(binned.kept_until)
    return Row(
        id=binned.id,
        cells=(
            Cell(
                text=entry_line(binned.entry),
                value=entry_line(binned.entry),
                note=words.what_goes(binned.counts),
                marks=frozenset({Mark.STRONG}),
            ),
            Cell(text=moment_text(removed_at), value=removed_at.isoformat()),
            Cell(text=long_date(kept_until), value=kept_until.isoformat()),
            Cell(text=binned.id, value=binned.id),
        ),
    )
