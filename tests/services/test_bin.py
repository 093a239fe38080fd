"""The bin: what is removed is found nowhere and comes back as it was, beside another of its name if one says so."""

from __future__ import annotations

from datetime import timedelta

import pytest

from assessment.domain.answered.assessment import CriticalService, Note, NoteKind, Respondent, Role
from assessment.domain.answered.binned import TIME_IN_BIN
from assessment.errors import AlreadyThere, AssessmentLocked, InvalidInput, NotAvailable
from assessment.services import drafts
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from assessment.views.bin import entry_name, removal_for_good
from tests.builders import rated
from tests.services.conftest import begun

ITEM = "planning.deliver-1"


def answered(plumbline: Plumbline) -> str:
    assessment_id = begun(plumbline)
    plumbline.answering.save(ME, assessment_id, rated(ITEM, 3))
    plumbline.answering.save_note(
        ME, assessment_id, Note(respondent_id="r1", item_id=ITEM, kind=NoteKind.NOTE, text="Said")
    )
    return assessment_id


def in_bin(plumbline: Plumbline, assessment_id: str) -> str:
    (entry,) = plumbline.bin.entries(ME, assessment_id)
    return entry.id


def age(plumbline: Plumbline, table: str, column: str) -> None:
    """Let what was removed have been removed 30 days ago."""
    with plumbline._store._engine.begin() as connection:
        moment = (plumbline._store.now() - TIME_IN_BIN - timedelta(seconds=1)).replace(tzinfo=None)
        connection.exec_driver_sql(f"UPDATE {table} SET {column} = ?", (str(moment),))


def test_a_removed_assessment_is_found_nowhere_and_comes_back_with_the_same_export(plumbline: Plumbline) -> None:
    assessment_id = answered(plumbline)
    before = plumbline.exchange.export_json(ME, assessment_id)
    plumbline.assessments.remove(ME, assessment_id)

    assert plumbline.assessments.list_assessments(ME) == ()
    assert plumbline.assessments.count(ME) == 0
    assert plumbline.organisations.list_organisations(ME) == ()
    for finding in (
        plumbline.assessments.load,
        plumbline.assessments.header,
        plumbline.exchange.export_json,
        plumbline.exchange.export_file,
        plumbline.results.compute,
        plumbline.reports.start,
        plumbline.bin.entries,
        plumbline.assessments.remove,
    ):
        with pytest.raises(NotAvailable):
            finding(ME, assessment_id)
    with pytest.raises(NotAvailable):
        plumbline.answering.save(ME, assessment_id, rated(ITEM, 4))

    (binned,) = plumbline.bin.assessments(ME)
    assert binned.counts == {"respondents": 2, "ratings": 1, "notes": 1}
    plumbline.bin.put_back_assessment(ME, assessment_id)
    assert plumbline.exchange.export_json(ME, assessment_id) == before
    assert plumbline.assessments.verify_journal(ME, assessment_id) is None
    assert plumbline.bin.assessments(ME) == ()
    with pytest.raises(NotAvailable):
        plumbline.bin.put_back_assessment(ME, assessment_id)


def test_a_signed_off_assessment_comes_back_with_its_snapshot(plumbline: Plumbline) -> None:
    assessment_id = answered(plumbline)
    signed = plumbline.assessments.sign_off(ME, assessment_id, "Ann Example")
    plumbline.assessments.remove(ME, assessment_id)
    plumbline.bin.put_back_assessment(ME, assessment_id)
    snapshot = plumbline.assessments.snapshot(ME, assessment_id)
    assert snapshot is not None
    assert (snapshot.hash, snapshot.approver) == (signed, "Ann Example")


def test_an_import_of_what_is_in_the_bin_gets_an_id_of_its_own_and_is_told_when_the_other_comes_back(
    plumbline: Plumbline,
) -> None:
    assessment_id = answered(plumbline)
    content = plumbline.exchange.export_json(ME, assessment_id)
    plumbline.assessments.remove(ME, assessment_id)
    imported_id = plumbline.exchange.import_json(ME, content, "a.json")
    assert imported_id != assessment_id
    with pytest.raises(AlreadyThere, match="Another 'First round' was added meanwhile"):
        plumbline.bin.put_back_assessment(ME, assessment_id)
    plumbline.bin.put_back_assessment(ME, assessment_id, beside_alike=True)
    assert {one.header.id for one in plumbline.assessments.list_assessments(ME)} == {assessment_id, imported_id}


def test_a_person_comes_back_with_answers_and_notes_and_is_in_no_export_meanwhile(plumbline: Plumbline) -> None:
    assessment_id = answered(plumbline)
    before = plumbline.assessments.load(ME, assessment_id)
    plumbline.setup.remove(ME, assessment_id, Respondent, "r1")
    assert b"Person r1" not in plumbline.exchange.export_json(ME, assessment_id)
    copy_id = plumbline.assessments.copy(ME, assessment_id, "Copy", before.header.assessed_on, True)
    assert plumbline.bin.entries(ME, copy_id) == ()
    assert plumbline.bin.put_back_entry(ME, assessment_id, in_bin(plumbline, assessment_id)).left_out_count == 0
    assert plumbline.assessments.load(ME, assessment_id) == before
    assert plumbline.bin.entries(ME, assessment_id) == ()


def test_of_two_who_put_one_person_back_the_second_is_told_that_it_is_done(plumbline: Plumbline) -> None:
    assessment_id = answered(plumbline)
    plumbline.setup.remove(ME, assessment_id, Respondent, "r1")
    entry_id = in_bin(plumbline, assessment_id)
    plumbline.bin.put_back_entry(ME, assessment_id, entry_id)
    with pytest.raises(NotAvailable, match="What is to be put back is not available"):
        plumbline.bin.put_back_entry(ME, assessment_id, entry_id)


@pytest.mark.parametrize("name", ["Person r1", "  person  R1"])
def test_somebody_of_the_same_name_who_came_since_is_told(plumbline: Plumbline, name: str) -> None:
    assessment_id = answered(plumbline)
    plumbline.setup.remove(ME, assessment_id, Respondent, "r1")
    plumbline.setup.save(ME, assessment_id, Respondent(id="r7", role=Role.CUSTOMER, name=name, unit="Claims"))
    with pytest.raises(AlreadyThere) as told:
        plumbline.bin.put_back_entry(ME, assessment_id, in_bin(plumbline, assessment_id))
    assert "Claims" in told.value.theirs
    plumbline.bin.put_back_entry(ME, assessment_id, in_bin(plumbline, assessment_id), beside_alike=True)
    assert {"r1", "r7"} <= set(plumbline.assessments.load(ME, assessment_id).respondent_by_id)


def test_people_without_a_name_are_no_namesakes(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline, respondent_ids=())
    for one in ("r1", "r2"):
        plumbline.setup.save(ME, assessment_id, Respondent(id=one, role=Role.OTHER))
    plumbline.setup.remove(ME, assessment_id, Respondent, "r1")
    plumbline.bin.put_back_entry(ME, assessment_id, in_bin(plumbline, assessment_id))
    assert len(plumbline.assessments.load(ME, assessment_id).respondents) == 2


def test_answers_to_what_is_no_longer_asked_are_left_out_and_counted(plumbline: Plumbline) -> None:
    assessment_id = answered(plumbline)
    plumbline.setup.remove(ME, assessment_id, Respondent, "r1")
    with plumbline._store._engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE bin SET content = replace(content, '{ITEM}', 'planning.gone')")
    assert plumbline.bin.put_back_entry(ME, assessment_id, in_bin(plumbline, assessment_id)).left_out_count == 2
    assessment = plumbline.assessments.load(ME, assessment_id)
    assert "r1" in assessment.respondent_by_id
    assert assessment.ratings == ()


def test_nothing_comes_back_into_what_is_closed_or_full(plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch) -> None:
    assessment_id = answered(plumbline)
    plumbline.setup.remove(ME, assessment_id, Respondent, "r1")
    entry_id = in_bin(plumbline, assessment_id)
    with monkeypatch.context() as patch:
        patch.setattr(drafts, "excess", lambda *_: "it is full")
        with pytest.raises(InvalidInput, match="it is full"):
            plumbline.bin.put_back_entry(ME, assessment_id, entry_id)
    plumbline.assessments.validate(ME, assessment_id)
    with pytest.raises(AssessmentLocked):
        plumbline.bin.put_back_entry(ME, assessment_id, entry_id)
    with pytest.raises(AssessmentLocked):
        plumbline.bin.forget_entry(ME, assessment_id, entry_id)
    assert in_bin(plumbline, assessment_id) == entry_id
    assert list(plumbline.assessments.load(ME, assessment_id).respondent_by_id) == ["r2"]


def test_what_is_thirty_days_old_is_neither_listed_nor_put_back_and_is_forgotten(plumbline: Plumbline) -> None:
    assessment_id, other_id = answered(plumbline), begun(plumbline)
    plumbline.setup.save(ME, assessment_id, CriticalService(id="s1", name="Mail", importance=3))
    plumbline.setup.remove(ME, assessment_id, CriticalService, "s1")
    plumbline.assessments.remove(ME, other_id)
    entry_id = in_bin(plumbline, assessment_id)
    age(plumbline, "bin", "removed_at")
    with plumbline._store._engine.begin() as connection:
        moment = (plumbline._store.now() - TIME_IN_BIN).replace(tzinfo=None)
        connection.exec_driver_sql("UPDATE assessment SET binned_at = ? WHERE id = ?", (str(moment), other_id))
    assert plumbline.bin.entries(ME, assessment_id) == ()
    assert plumbline.bin.assessments(ME) == ()
    with pytest.raises(NotAvailable):
        plumbline.bin.put_back_entry(ME, assessment_id, entry_id)
    with pytest.raises(NotAvailable):
        plumbline.bin.put_back_assessment(ME, other_id)
    assert plumbline.bin.forget_over(ME) == 2
    assert plumbline.bin.forget_over(ME) == 0
    assert plumbline.assessments.verify_journal(ME, assessment_id) is None


def test_what_is_forgotten_at_once_is_gone_with_its_name(plumbline: Plumbline) -> None:
    assessment_id = answered(plumbline)
    plumbline.setup.remove(ME, assessment_id, Respondent, "r1")
    plumbline.bin.forget_entry(ME, assessment_id, in_bin(plumbline, assessment_id))
    assert plumbline.bin.entries(ME, assessment_id) == ()
    with plumbline._store._engine.connect() as connection:
        names = {row[0] for row in connection.exec_driver_sql("SELECT name FROM person")}
    assert names == {"Person r2"}


def test_what_removing_for_good_takes_along_is_counted_before_it_is_done(plumbline: Plumbline) -> None:
    assessment_id = answered(plumbline)
    plumbline.setup.remove(ME, assessment_id, Respondent, "r1")
    (person,) = plumbline.bin.entries(ME, assessment_id)
    assert removal_for_good(person) == (
        f"{entry_name(person.entry)} goes for good, with 1 answer and 1 note. Only a backup brings it back."
    )
    plumbline.assessments.sign_off(ME, assessment_id, "Ada")
    revision = plumbline.assessments.revision(ME, assessment_id)
    plumbline.assessments.remove(ME, assessment_id)
    (whole,) = plumbline.bin.assessments(ME)
    assert removal_for_good(whole) == (
        f"First round goes for good, with 1 person, and {revision + 1} entries of its journal. What was signed off "
        "goes too, and no report of it can be verified here any more. Its name and its journal's last hash stay in the "
        "journal of everything. Only a backup brings it back."
    )
