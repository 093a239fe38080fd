"""Where people are named: each row of `person` with the place that refers to it, and the texts a name occurs in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Text, or_, select

from assessment.domain.answered.assessment import AgreedValue, AssessmentState
from assessment.domain.erasing import Mention, MentionKind, TextWithName
from assessment.store.archive import CONTENT, EVIDENCE_FILE, PERSON, SNAPSHOT
from assessment.store.bin import BIN
from assessment.store.entry_tables import RatingRow
from assessment.store.headers import ASSESSMENT, ORGANISATION, UNIT
from assessment.store.layouts import LAYOUT
from assessment.store.naming_text import holds, pattern_of, texts_in
from assessment.store.organisations import folded
from assessment.store.sections import SECTIONS, Section, section_of, table_of

RATING = table_of(RatingRow)
_KINDS: Mapping[tuple[str, str], MentionKind] = {
    ("respondents", "name"): MentionKind.RESPONDENT,
    ("owners", "name"): MentionKind.OWNER,
    ("owners", "sponsor"): MentionKind.SPONSOR,
    ("targets", "approver"): MentionKind.TARGET_APPROVER,
    ("actions", "owner"): MentionKind.ACTION_OWNER,
    ("running", "owner"): MentionKind.STEP_OWNER,
    ("plans", "saved_by"): MentionKind.PLAN_SAVER,
    ("decisions", "owner"): MentionKind.DECISION_OWNER,
    ("claim", "approver"): MentionKind.CLAIM_APPROVER,
}
_Place = tuple[MentionKind, str]  # what somebody is, and the id of what they are it of


def read_mentions(connection: Connection, name: str, assessment_id: str | None) -> tuple[Mention, ...]:
    """Every place where somebody of that name is named, in whatever spelling; of one assessment or of all."""
    query = select(PERSON.c.assessment_id, PERSON.c.id, PERSON.c.name).order_by(PERSON.c.assessment_id, PERSON.c.id)
    if assessment_id is not None:
        query = query.where(PERSON.c.assessment_id == assessment_id)
    found = [row for row in connection.execute(query).mappings() if folded(row["name"]) == folded(name)]
    mentions: list[Mention] = []
    for one_id in sorted({row["assessment_id"] for row in found}):
        people = {row["id"]: row["name"] for row in found if row["assessment_id"] == one_id}
        places = dict(_places(connection, one_id, people))
        about = connection.execute(select(ASSESSMENT).where(ASSESSMENT.c.id == one_id)).mappings().one()
        mentions += [_mention(connection, about, person_id, people, places) for person_id in people]
    return tuple(sorted(mentions, key=lambda one: (one.assessment_id, list(MentionKind).index(one.kind), one.id)))


def text_columns(section: Section) -> tuple[str, ...]:
    """The columns of a section that hold what people wrote."""
    return tuple(column.name for column in section.columns if isinstance(column.type, Text))


def holding(columns: Sequence[ColumnElement[str]], name: str) -> ColumnElement[bool]:
    """Whether one of some columns may hold a name: its longest word, as it is written."""
    word = max(name.split(), key=len)
    return or_(*(column.contains(word, autoescape=True) for column in columns))


def read_texts(connection: Connection, name: str, assessment_id: str | None) -> tuple[TextWithName, ...]:
    """Every text in which the name occurs as it is written; of one assessment, or of all there is."""
    found = pattern_of(name)
    names = dict(connection.execute(select(ASSESSMENT.c.id, ASSESSMENT.c.name)).all())
    texts = [
        TextWithName(assessment_id=one_id, assessment_name=names.get(one_id, ""), what=what, text=text)
        for one_id, what, text in _texts(connection, name, found)
        if assessment_id in (None, one_id)
    ]
    fixed = [
        TextWithName(assessment_id=one_id, assessment_name=names.get(one_id, ""), what=what, text=text, is_fixed=True)
        for one_id, what, text in _fixed(connection, name, found)
        if assessment_id in (None, one_id)
    ]
    return (*sorted(texts, key=lambda one: (one.assessment_id, one.what, one.text)), *fixed)


def _mention(
    connection: Connection,
    about: RowMapping,
    person_id: str,
    people: Mapping[str, str],
    places: Mapping[str, _Place],
) -> Mention:
    kind, subject_id = places.get(person_id, (MentionKind.UNPLACED, ""))
    is_respondent = kind is MentionKind.RESPONDENT
    return Mention(
        id=person_id,
        name=people[person_id],
        kind=kind,
        assessment_id=about["id"],
        assessment_name=about["name"],
        is_signed_off=about["state"] == AssessmentState.SIGNED_OFF,
        is_in_bin=about["binned_at"] is not None,
        subject_id=subject_id,
        answer_count=_answer_count(connection, about["id"], subject_id) if is_respondent else 0,
        present_count=_present_count(connection, about["id"], subject_id) if is_respondent else 0,
    )


def _places(connection: Connection, assessment_id: str, people: Mapping[str, str]) -> Iterator[tuple[str, _Place]]:
    """The place of each person of an assessment, by the id of their row."""
    for section in SECTIONS:
        for field in section.people:
            columns = section.table.c
            keys = [columns[name] for name in section.key]
            query = select(columns[field], *keys).where(columns.assessment_id == assessment_id)
            for row in connection.execute(query.where(columns[field].in_(people))):
                yield row[0], (_KINDS[section.field, field], row[1] if section.key else "")
    approver = connection.scalar(select(SNAPSHOT.c.approver).where(SNAPSHOT.c.assessment_id == assessment_id))
    if approver is not None and approver in people:
        yield approver, (MentionKind.SIGN_OFF_APPROVER, "")
    for content in connection.scalars(select(BIN.c.content).where(BIN.c.assessment_id == assessment_id)):
        for entry in json.loads(content).get("respondents", ()):
            if entry["name"] in people:
                yield entry["name"], (MentionKind.REMOVED, entry["id"])


def _answer_count(connection: Connection, assessment_id: str, respondent_id: str) -> int:
    where = (RATING.c.assessment_id == assessment_id, RATING.c.respondent_id == respondent_id)
    return len(connection.scalars(select(RATING.c.item_id).where(*where)).all())


def _present_count(connection: Connection, assessment_id: str, respondent_id: str) -> int:
    table = section_of(AgreedValue).table
    present = connection.scalars(select(table.c.present_ids).where(table.c.assessment_id == assessment_id))
    return sum(respondent_id in ids for ids in present)


def _texts(connection: Connection, name: str, found: re.Pattern[str]) -> Iterator[tuple[str, str, str]]:
    """Assessment, kind and text of everything a name can be taken out of."""
    for section in SECTIONS:
        if columns := text_columns(section):
            for row in connection.execute(rows_holding(section, name)).mappings():
                for column in columns:
                    if holds(row[column], found):
                        yield row["assessment_id"], section.noun, row[column]
    for assessment_id, content in connection.execute(select(BIN.c.assessment_id, BIN.c.content)):
        for text in texts_in(json.loads(content)):
            if holds(text, found):
                yield assessment_id, "bin", text


def rows_holding(section: Section, name: str) -> Select[tuple[object, ...]]:
    """The rows of a section that may hold a name in a text."""
    return select(section.table).where(holding([section.table.c[one] for one in text_columns(section)], name))


def _fixed(connection: Connection, name: str, found: re.Pattern[str]) -> Iterator[tuple[str, str, str]]:
    """The same of what has to be changed by hand: names of assessments and whom they are of, layouts, files."""
    for assessment_id, called in connection.execute(select(ASSESSMENT.c.id, ASSESSMENT.c.name)):
        if holds(called, found):
            yield assessment_id, "assessment", called
    for what, table in (("organisation", ORGANISATION), ("unit", UNIT)):
        for text in connection.scalars(select(table.c.name)):
            if holds(text, found):
                yield "", what, text
    for content in connection.scalars(select(LAYOUT.c.content)):
        for text in texts_in(json.loads(content)):
            if holds(text, found):
                yield "", "layout", text
    files = select(EVIDENCE_FILE.c.assessment_id, EVIDENCE_FILE.c.name, CONTENT.c.content).join(
        CONTENT, CONTENT.c.content_hash == EVIDENCE_FILE.c.content_hash
    )
    for assessment_id, file_name, content in connection.execute(files):
        if name.encode() in content:
            yield assessment_id, "evidence content", file_name
