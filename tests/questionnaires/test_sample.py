"""The shipped sample is a whole, fictional assessment that could have been written down in interviews."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from assessment.catalogue import content_hash
from assessment.domain.answered.asking import asked_items
from assessment.domain.answered.assessment import NoteKind, Role
from assessment.domain.answered.entries import AnswerKind
from assessment.domain.answered.organisation import Authority
from assessment.domain.authored.framework import Depth, Horizon
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.export_format import to_export
from assessment.services.plumbline import open_plumbline
from assessment.services.references import FrameworkCheck
from assessment.settings import Settings
from assessment.store import SECTIONS
from assessment.store.sections import Section, entries_of
from tests.questionnaires.shipped import FILE, FOLDER, framework, sample
from tests.services.test_exchange import CARRIED_LINE


def test_it_is_a_canonical_export() -> None:
    assert to_export(sample()) == FILE.read_text(encoding="utf-8")


def test_it_answers_the_shipped_framework() -> None:
    header = sample().header
    present = content_hash(framework())
    assert (header.framework.id, header.framework.version) == (framework().id, framework().version)
    assert header.framework.content_hash == present, f"the questionnaires changed: pin {present} in {FILE.name}, twice"


def test_importing_it_and_exporting_it_again_gives_the_same_bytes(tmp_path: Path) -> None:
    settings = Settings(
        database_url=f"sqlite:///{tmp_path / 'plumbline.db'}",
        data_folder=tmp_path,
        questionnaires_folder=FOLDER.parent,
        sample_file=FILE,
    )
    plumbline = open_plumbline(settings)
    try:
        assessment_id = plumbline.exchange.import_json(LOCAL_ACTOR, FILE.read_bytes(), FILE.name)
        exported = plumbline.exchange.export_json(LOCAL_ACTOR, assessment_id)
        assert CARRIED_LINE.sub(b"", exported) == FILE.read_bytes()
    finally:
        plumbline.close()


def test_it_is_marked_as_fictional_and_covers_every_process_at_full_depth() -> None:
    header = sample().header
    assert header.is_fictional
    assert header.depth is Depth.FULL
    assert not header.asks_to_be
    assert sample().scope == tuple(process.id for process in framework().processes)


def test_every_entry_fits_the_framework_and_the_people() -> None:
    check = FrameworkCheck(framework=framework(), depth=Depth.FULL, respondent_ids=frozenset(sample().respondent_by_id))
    refused = [
        (section.field, refusal)
        for section in SECTIONS
        for entry in entries_of(sample(), section)
        for refusal in check.refusals(entry)
    ]
    assert refused == []


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.field)
def test_entries_are_sorted_by_their_keys_and_stand_there_once(section: Section) -> None:
    keys = [section.key_of(entry) for entry in entries_of(sample(), section)]
    assert keys == sorted(set(keys))


def test_nobody_answers_or_comments_on_what_they_were_not_asked() -> None:
    asked = {
        (person.id, item.id, horizon)
        for person in sample().respondents
        for process_id in sample().scope
        for item, horizon in asked_items(framework(), sample(), person.id, process_id)
    }
    answered = {(rating.respondent_id, rating.item_id, rating.horizon) for rating in sample().ratings}
    commented = {(note.respondent_id, note.item_id, Horizon.AS_IS) for note in sample().notes}
    assert answered - asked == set()
    assert commented - asked == set()
    assert 0.95 < len(answered) / len(asked) < 1, "some questions stay open"


def test_fourteen_people_of_three_roles_speak_and_one_of_them_is_anonymous() -> None:
    roles = Counter(person.role for person in sample().respondents)
    assert roles == {Role.LEADERSHIP: 4, Role.PRACTITIONER: 7, Role.CUSTOMER: 3}
    assert sum(person.name is None for person in sample().respondents) == 1
    assert {note.respondent_id for note in sample().notes} == set(sample().respondent_by_id)


def test_each_process_is_asked_of_four_to_nine_people_and_customers_about_delivery_and_measurement_only() -> None:
    people = Counter(entry.process_id for entry in sample().assignments)
    assert set(people) == set(sample().scope)
    assert all(4 <= count <= 9 for count in people.values())
    customers = {person.id for person in sample().respondents if person.role is Role.CUSTOMER}
    asked = {entry.attribute_ids for entry in sample().assignments if entry.respondent_id in customers}
    assert asked == {("delivery", "measurement")}


def test_every_kind_of_answer_occurs() -> None:
    kinds = Counter(rating.answer.kind for rating in sample().ratings)
    assert kinds[AnswerKind.DONT_KNOW] >= 50
    assert kinds[AnswerKind.NOT_APPLICABLE] >= 8
    assert {rating.answer.code for rating in sample().ratings} == {None, 0, 1, 2, 3, 4, 5}
    unsure = Counter(
        sample().respondent_by_id[rating.respondent_id].role
        for rating in sample().ratings
        if rating.answer.kind is AnswerKind.DONT_KNOW
    )
    assert unsure[Role.CUSTOMER] > unsure[Role.LEADERSHIP], "customers are the ones who do not know"


def test_the_organisation_is_described_beside_the_processes() -> None:
    given = sample()
    owners = [owner.authority for owner in given.owners if owner.name]
    assert len(owners) == 12
    assert set(owners) == set(Authority)
    assert {place.transition_id for place in given.transitions} == {known.id for known in framework().transitions}
    assert {entry.process_id for entry in given.technology} == set(given.scope)
    assert {entry.mode_id for entry in given.sourcing} == {"in-house", "mixed"}
    assert 6 <= len({entry.process_id for entry in given.readiness}) <= 11
    assert 6 <= len(given.critical_services) <= 8
    assert Counter(flag.reason is None for flag in given.flags) == {False: 11, True: 1}
    assert (len(given.roadmap.pins), len(given.roadmap.efforts)) == (1, 1)
    assert given.roadmap.start is not None


def test_notes_are_many_none_is_a_copy_and_some_may_be_quoted() -> None:
    kinds = Counter(note.kind for note in sample().notes)
    assert kinds[NoteKind.NOTE] >= 70
    assert kinds[NoteKind.EVIDENCE] >= 50
    openings = Counter(" ".join(note.text.split()[:4]) for note in sample().notes)
    assert [opening for opening, count in openings.items() if count > 1] == []
    assert sum(note.is_released for note in sample().notes) >= 20
    assert not any(note.is_released and note.kind is NoteKind.EVIDENCE for note in sample().notes)


def test_no_respondent_is_named_in_anything_that_a_report_prints() -> None:
    given = sample()
    names = {part for person in given.respondents if person.name for part in person.name.split() if len(part) > 3}
    printed = [
        *(note.text for note in given.notes),
        *(value.note or "" for value in given.agreed),
        *(flag.reason or "" for flag in given.flags),
        *(target.rationale or "" for target in given.targets),
        *(entry.note or "" for entry in given.readiness + given.linkage_ratings + given.transitions),
    ]
    assert [(name, text) for name in names for text in printed if name in text] == []
