"""What the journal keeps of an entry: its values, ids in place of people, hashes in place of what people wrote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from assessment.domain.answered.entries import AssessmentModel
from assessment.domain.answered.kept_out import kept_out
from assessment.domain.layout.layout import FilePlace, Layout
from assessment.store.rows import Row, to_row
from assessment.store.sections import SECTIONS, Section, section_of

BOOKKEEPING = ("assessment_id", "version", "updated_at")
Content = Mapping[str, Any]
_SECTIONS = {section.field: section for section in SECTIONS}


def content_of(section: Section, row: Row | None) -> Content | None:
    """The content of a row: dates as text, texts that people wrote as hash and length; None for no row."""
    if row is None:
        return None
    return {name: _kept(section, name, value) for name, value in row.items() if name not in BOOKKEEPING}


def content_of_entry(entry: AssessmentModel | None) -> Content | None:
    """The same of an entry of a kind without people."""
    return None if entry is None else content_of(section_of(type(entry)), to_row(entry))


def together(section: Section, rows: Mapping[str, Sequence[Row]]) -> Content | None:
    """The content of an entry and of what goes or comes with it: a person is told with everything theirs."""
    contents = {field: [content_of(_SECTIONS[field], row) for row in found] for field, found in rows.items() if found}
    return contents if section.field == "respondents" else contents[section.field][0]


def content_of_layout(layout: Layout) -> Content:
    """A layout without the line that somebody wrote for its foot, and without what its files were called."""
    content = layout.model_dump(mode="json")
    content["confidentiality"] = _text(content["confidentiality"])
    for place in FilePlace:
        if content[place.field] is not None:
            content[place.field]["name"] = _text(content[place.field]["name"])
    return content


def _kept(section: Section, name: str, value: Any) -> Any:
    if name in section.texts:
        return _text(value)
    return value.isoformat() if isinstance(value, date) else value


def _text(text: str | None) -> Content | None:
    return None if text is None else kept_out(text).as_content()
