"""Who is asked what, read without loading the answers."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.domain.answered.asking import asked_items
from assessment.domain.answered.assessment import Assessment, Assignment, Respondent
from assessment.domain.authored.framework import Framework, Horizon, Item
from assessment.errors import NotAvailable
from assessment.store import Reader, StoredHeader


def asked_part(reader: Reader, stored: StoredHeader, respondent_id: str) -> Assessment:
    """The part of an assessment that decides what one respondent is asked: header, scope, the person, assignments."""
    assessment_id = stored.header.id
    respondent = reader.find(assessment_id, Respondent, respondent_id)
    if respondent is None:
        raise NotAvailable("This person")
    assignments = reader.entries(assessment_id, Assignment, respondent_id=respondent_id)
    return Assessment(
        header=stored.header,
        scope=stored.scope,
        respondents=(respondent.entry,),
        assignments=tuple(one.entry for one in assignments),
    )


def asked_parts(reader: Reader, stored: StoredHeader) -> Iterator[Assessment]:
    """The same part for each respondent in turn."""
    assignments: dict[str, list[Assignment]] = {}
    for one in reader.entries(stored.header.id, Assignment):
        assignments.setdefault(one.entry.respondent_id, []).append(one.entry)
    for respondent in reader.entries(stored.header.id, Respondent):
        yield Assessment(
            header=stored.header,
            scope=stored.scope,
            respondents=(respondent.entry,),
            assignments=tuple(assignments.get(respondent.entry.id, ())),
        )


def asked_of(framework: Framework, part: Assessment) -> Iterator[tuple[str, tuple[tuple[Item, Horizon], ...]]]:
    """What the one respondent of a part is asked, process by process."""
    for process_id in part.scope:
        yield process_id, asked_items(framework, part, part.respondents[0].id, process_id)
