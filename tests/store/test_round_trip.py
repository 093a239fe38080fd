"""What is stored is what is read."""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.catalogue import content_hash, framework_to_json
from assessment.domain.answered.assessment import Assessment, Rating, Respondent
from assessment.store import SECTIONS, Known, Store, Writer, open_store, section_of
from assessment.store.rows import from_row, to_row
from assessment.store.sections import entries_of
from tests.builders import an_assessment, answered, rated, tiny_framework
from tests.store.drawn import assessments

FRAMEWORK = tiny_framework()
FEW = max(10, int(os.environ.get("PLUMBLINE_SOAK", "50")) // 5)
QUIET = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


def keep_framework(writer: Writer) -> None:
    writer.archive_framework(
        content_hash=content_hash(FRAMEWORK),
        framework_id=FRAMEWORK.id,
        version=FRAMEWORK.version,
        content=framework_to_json(FRAMEWORK),
    )


def replace(store: Store, assessment: Assessment) -> None:
    with store.writing(actor_id="local", operation="test") as writer:
        keep_framework(writer)
        stored = writer.lock(assessment.header.id)
        if stored is not None:
            writer.delete(stored)
    with store.writing(actor_id="local", operation="test") as writer:
        writer.create(assessment)


@given(assessment=assessments(FRAMEWORK))
@settings(max_examples=FEW, deadline=None, suppress_health_check=QUIET)
def test_a_stored_assessment_is_read_back_equal(store: Store, assessment: Assessment) -> None:
    replace(store, assessment)
    with store.reading() as reader:
        assert reader.load(assessment.header.id) == assessment
        assert reader.broken_link(assessment.header.id) is None


@given(first=assessments(FRAMEWORK), second=assessments(FRAMEWORK), data=st.data())
@settings(max_examples=FEW, deadline=None, suppress_health_check=QUIET)
def test_reading_only_what_changed_gives_the_same_document(
    store: Store, first: Assessment, second: Assessment, data: st.DataObject
) -> None:
    replace(store, first)
    assessment_id = first.header.id
    with store.reading() as reader:
        stored = reader.header(assessment_id)
        assert stored is not None
        known = Known(assessment=first, revision=stored.revision, head=stored.head)
    people = {respondent.id for respondent in first.respondents}
    with store.writing(actor_id="local", operation="test") as writer:
        writer.lock(assessment_id)
        for section in SECTIONS:
            for entry in entries_of(first, section):
                if data.draw(st.integers(0, 3)) == 0:
                    writer.remove(assessment_id, section.model, *section.key_of(entry))
                    people -= {entry.id} if isinstance(entry, Respondent) else set()
            for entry in entries_of(second, section):
                people |= {entry.id} if isinstance(entry, Respondent) else set()
                if not section.is_of_respondent or getattr(entry, "respondent_id", "") in people:
                    writer.put(assessment_id, entry)
    with store.reading() as reader:
        assert reader.load(assessment_id, known) == reader.load(assessment_id)


def test_what_was_known_of_a_removed_assessment_is_not_mixed_into_one_stored_under_its_id(store: Store) -> None:
    first = answered(FRAMEWORK, an_assessment(FRAMEWORK, ratings=(), carry_percent=85.0))
    pin = first.header.framework.model_copy(update={"content_hash": content_hash(FRAMEWORK)})
    first = first.model_copy(update={"header": first.header.model_copy(update={"framework": pin})})
    second = first.model_copy(update={"ratings": (rated("planning.deliver-1", 0),)})
    replace(store, first)
    with store.reading() as reader:
        stored = reader.header(first.header.id)
        assert stored is not None
    replace(store, second)
    known = Known(assessment=first, revision=stored.revision, head=stored.head)
    with store.reading() as reader:
        assert reader.load(first.header.id, known) == second


@given(assessment=assessments(FRAMEWORK))
@settings(max_examples=FEW, deadline=None)
def test_a_row_holds_the_whole_entry(assessment: Assessment) -> None:
    for section in SECTIONS:
        columns = {column.name for column in section.table.c}
        for entry in entries_of(assessment, section):
            row = to_row(entry)
            assert set(row) | {"assessment_id", "version", "updated_at"} == columns
            assert from_row(section.model, row) == entry


def test_every_part_of_an_assessment_has_a_section() -> None:
    assert {section.field for section in SECTIONS} == set(Assessment.model_fields) - {"header", "scope"}
    assert section_of(Rating).key == ("respondent_id", "item_id", "horizon")


def test_no_key_column_may_be_null() -> None:
    for section in SECTIONS:
        key = [section.table.c[name] for name in ("assessment_id", *section.key)]
        assert all(column.primary_key and not column.nullable for column in key), section.field


def test_the_database_file_lies_where_the_settings_say(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'deep' / 'x.db'}", tmp_path)
    store.close()
    assert (tmp_path / "deep" / "x.db").is_file()
