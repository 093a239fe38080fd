"""An assessment without the names of people, and with them again: names stand beside it, by the labels of their places.

Where somebody is named stands `MARK`. A label is made of the ids of the entry and the name of the field
(`Section.label`), so that two people of one name have two labels, and one of them can be erased.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from assessment.domain.answered.assessment import Assessment
from assessment.domain.answered.entries import AssessmentModel
from assessment.store import SECTIONS, Section

MARK = "(name)"
"""Stands in a document wherever somebody is named."""
_OF_PEOPLE = tuple(section for section in SECTIONS if section.people)


def names_in(assessment: Assessment) -> Mapping[str, str]:
    """The names of people in an assessment, by the label of their place."""
    return {
        section.label(section.key_of(entry), field): name
        for section in _OF_PEOPLE
        for entry in _entries(assessment, section)
        for field in section.people
        if (name := getattr(entry, field)) is not None
    }


def nameless(assessment: Assessment) -> Assessment:
    """The assessment with the mark for every name."""
    return _with_each(assessment, lambda *_: MARK)


def named(assessment: Assessment, names: Mapping[str, str]) -> Assessment:
    """The assessment with the names for the marks, None where there is none; a name that stands in its place stays."""
    return _with_each(assessment, lambda label, found: names.get(label) if found == MARK else found)


def _with_each(assessment: Assessment, become: Callable[[str, str], str | None]) -> Assessment:
    """The assessment with another name at each place that has one, as its label and the name make it."""
    parts: dict[str, object] = {}
    for section in _OF_PEOPLE:
        entries = tuple(_become(section, entry, become) for entry in _entries(assessment, section))
        parts[section.field] = entries if section.key else entries[0]
    return assessment.model_copy(update=parts)


def _become(section: Section, entry: AssessmentModel, become: Callable[[str, str], str | None]) -> AssessmentModel:
    changes = {
        field: become(section.label(section.key_of(entry), field), name)
        for field in section.people
        if (name := getattr(entry, field)) is not None
    }
    return entry.model_copy(update=changes) if changes else entry


def _entries(assessment: Assessment, section: Section) -> Iterator[AssessmentModel]:
    value = getattr(assessment, section.field)
    yield from value if isinstance(value, tuple) else (value,)
