"""How much text an assessment holds: the characters of everything that people wrote into its entries."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter

from sqlalchemy import Connection, Text, func, select

from assessment.domain.answered.entries import AssessmentModel
from assessment.store.rows import fields_by_column
from assessment.store.sections import SECTIONS, Section, section_of


def stored_text_length(connection: Connection, assessment_id: str) -> int:
    """The characters of all texts of an assessment, names of people and organisations aside."""
    return sum(_stored_length(connection, section, assessment_id) for section in SECTIONS)


def text_length(entry: AssessmentModel) -> int:
    """The characters of the texts of one entry.

    >>> from assessment.domain.answered.assessment import Flag
    >>> text_length(Flag(item_id="change.assess", reason="Look again")), text_length(Flag(item_id="change.assess"))
    (10, 0)
    """
    return sum(len(read(entry) or "") for read in _texts(section_of(type(entry))))


def _stored_length(connection: Connection, section: Section, assessment_id: str) -> int:
    lengths = [func.coalesce(func.length(column), 0) for column in section.columns if isinstance(column.type, Text)]
    if not lengths:
        return 0
    total = func.coalesce(func.sum(sum(lengths[1:], lengths[0])), 0)
    return int(connection.scalar(select(total).where(section.table.c.assessment_id == assessment_id)) or 0)


@cache
def _texts(section: Section) -> tuple[Callable[[AssessmentModel], str | None], ...]:
    """What reads each text of an entry."""
    columns = {column.name for column in section.columns if isinstance(column.type, Text)}
    return tuple(attrgetter(field) for name, field in fields_by_column(section.model).items() if name in columns)
