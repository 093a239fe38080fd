"""Erasing a person: found by ids, gone from every file, and what was chosen of their answers."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from assessment.domain.answered.assessment import Note, NoteKind, Respondent, Role, Target
from assessment.domain.answered.organisation import Owner
from assessment.domain.erasing import AnswersBecome, MentionKind
from assessment.errors import InvalidInput, NotAvailable
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.erasing import Erasure, may_hold
from assessment.services.plumbline import Plumbline
from tests.builders import agreed, rated
from tests.services.conftest import begun

NAME = "Zdenka Vrbová"
OTHER = "Bob Other"
ITEM = "planning.deliver-1"


def filled(plumbline: Plumbline, *, name: str = NAME) -> str:
    """An assessment in which somebody is everything: respondent, present, owner, sponsor, approver, in texts."""
    assessment_id = begun(plumbline, respondent_ids=("r2",))
    person = Respondent(id="r1", role=Role.LEADERSHIP, name=name, unit="Board")
    for entry in (
        person,
        Owner(process_id="planning", name=name, sponsor=OTHER),
        Target(process_id="planning", level=4, approver=name, rationale=f"As {name} said"),
    ):
        plumbline.setup.save(ME, assessment_id, entry)
    plumbline.answering.save(ME, assessment_id, rated(ITEM, 3))
    plumbline.answering.agree(ME, assessment_id, agreed(ITEM, 3).model_copy(update={"present_ids": ("r1", "r2")}))
    plumbline.answering.save_note(
        ME, assessment_id, Note(respondent_id="r1", item_id=ITEM, kind=NoteKind.NOTE, text="It hurts")
    )
    return assessment_id


def erasure_of(plumbline: Plumbline, assessment_id: str, name: str = NAME, **changes: object) -> Erasure:
    found = plumbline.erasing.preview(ME, assessment_id, name)
    return Erasure(name=name, mention_ids=tuple(one.id for one in found.mentions), **changes)  # type: ignore[arg-type]


def numbers(plumbline: Plumbline, assessment_id: str) -> list[object]:
    """What an assessment comes to, without what names anybody."""
    result = plumbline.results.compute(ME, assessment_id).result
    return [(one.process_id, one.level, one.attributes) for one in result.processes]


def files_with(folder: Path, name: str) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_file() and "questionnaires" not in path.parts)
    return sorted(str(path.relative_to(folder)) for path in files if name.encode() in path.read_bytes())


def test_the_preview_shows_each_place_by_its_id_and_texts_and_backups(plumbline: Plumbline, tmp_path: Path) -> None:
    assessment_id = filled(plumbline)
    (tmp_path / "backups").mkdir(exist_ok=True)
    (tmp_path / "backups" / "with.db").write_bytes(b"x" * 70_000 + NAME.encode())
    (tmp_path / "backups" / "without.db").write_bytes(b"x")
    (tmp_path / "backups" / "packed.dump").write_bytes(b"PGDMP...")
    found = plumbline.erasing.preview(ME, assessment_id, f"  {NAME.lower()} ")
    by_kind = {one.kind: one for one in found.mentions}
    assert set(by_kind) == {MentionKind.RESPONDENT, MentionKind.OWNER, MentionKind.TARGET_APPROVER}
    person = by_kind[MentionKind.RESPONDENT]
    assert (person.subject_id, person.answer_count, person.present_count) == ("r1", 1, 1)
    assert by_kind[MentionKind.OWNER].subject_id == "planning"
    assert found.backups == ("packed.dump", "with.db")
    assert [one.text for one in plumbline.erasing.preview(ME, assessment_id, NAME).texts] == [f"As {NAME} said"]
    assert found.namesakes == frozenset()


def test_one_person_is_not_another_of_the_same_name(plumbline: Plumbline) -> None:
    assessment_id = filled(plumbline)
    plumbline.setup.save(ME, assessment_id, Respondent(id="r3", role=Role.OTHER, name=NAME))
    found = plumbline.erasing.preview(ME, assessment_id, NAME)
    theirs = {one.subject_id: one.id for one in found.mentions if one.kind is MentionKind.RESPONDENT}
    assert found.namesakes == frozenset(theirs.values())
    plumbline.erasing.erase(ME, assessment_id, Erasure(name=NAME, mention_ids=(theirs["r1"],)))
    loaded = plumbline.assessments.load(ME, assessment_id)
    assert {one.id: one.name for one in loaded.respondents} == {"r1": None, "r2": "Person r2", "r3": NAME}
    assert loaded.owners[0].name == NAME


def test_the_name_is_in_no_file_afterwards_but_the_backups_that_are_named(plumbline: Plumbline, tmp_path: Path) -> None:
    assessment_id = filled(plumbline)
    other_id = filled(plumbline)
    plumbline.setup.remove(ME, assessment_id, Respondent, "r1")  # into the bin
    plumbline.assessments.sign_off(ME, other_id, NAME)
    plumbline.assessments.list_assessments(ME)
    database = tmp_path / "plumbline.db"
    (tmp_path / "backups").mkdir(exist_ok=True)
    shutil.copy(tmp_path / "plumbline.db-wal", tmp_path / "backups" / "old.db")
    before = files_with(tmp_path, NAME)
    assert "backups/old.db" in before
    assert {"plumbline.db", "plumbline.db-wal"} & set(before)
    found = plumbline.erasing.preview_everywhere(ME, NAME)
    assert {MentionKind.REMOVED, MentionKind.SIGN_OFF_APPROVER} <= {one.kind for one in found.mentions}
    erased = plumbline.erasing.erase_everywhere(
        ME, Erasure(name=NAME, mention_ids=tuple(one.id for one in found.mentions))
    )
    assert files_with(tmp_path, NAME) == ["backups/old.db"]
    assert (erased.backups, erased.other_files) == (("old.db",), ())
    assert erased.mention_count == len(found.mentions)
    assert database.stat().st_size > 0
    assert plumbline.erasing.preview_everywhere(ME, NAME).mentions == ()
    assert plumbline.copies.check(ME).faults == ()
    filled(plumbline, name=OTHER)  # and work goes on


def test_on_postgresql_no_table_holds_it_afterwards(new_plumbline: Callable[[str], Plumbline], cluster: object) -> None:
    plumbline = new_plumbline(cluster.new_database())  # type: ignore[attr-defined]
    assessment_id = filled(plumbline)
    plumbline.assessments.sign_off(ME, assessment_id, NAME)
    assert tables_with(plumbline, NAME)
    plumbline.erasing.erase(ME, assessment_id, erasure_of(plumbline, assessment_id))
    assert tables_with(plumbline, NAME) == []


def tables_with(plumbline: Plumbline, name: str) -> list[str]:
    with plumbline.exchange._repository.store._engine.connect() as connection:
        names = connection.execute(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).scalars().all()
        return [
            table
            for table in names
            if any(
                name in row for row in connection.execute(text(f'SELECT CAST(t AS text) FROM "{table}" t')).scalars()
            )
        ]


def test_a_signed_off_assessment_keeps_numbers_and_hash_when_a_name_is_erased(plumbline: Plumbline) -> None:
    assessment_id = filled(plumbline)
    signed = plumbline.assessments.sign_off(ME, assessment_id, NAME)
    before = numbers(plumbline, assessment_id)
    erasure = erasure_of(plumbline, assessment_id, answers=AnswersBecome.GO, is_put_out_of_texts=False)
    plumbline.erasing.erase(ME, assessment_id, erasure)
    computed = plumbline.results.compute(ME, assessment_id)
    snapshot = plumbline.assessments.snapshot(ME, assessment_id)
    assert snapshot is not None
    assert (snapshot.hash, snapshot.approver, snapshot.former_hashes) == (signed, None, ())
    assert computed.snapshot_hash == signed
    assert numbers(plumbline, assessment_id) == before
    assert {one.id: one.name for one in computed.assessment.respondents} == {"r1": None, "r2": "Person r2"}
    assert computed.assessment == plumbline.assessments.load(ME, assessment_id)
    assert computed.assessment.owners[0].name is None
    assert computed.assessment.owners[0].sponsor == OTHER
    export = json.loads(plumbline.exchange.export_json(ME, assessment_id))
    assert set(export["carried_names"].values()) == {"Person r2", OTHER}


def test_a_name_in_a_text_of_a_snapshot_goes_and_the_former_hash_is_kept(plumbline: Plumbline) -> None:
    assessment_id = filled(plumbline)
    signed = plumbline.assessments.sign_off(ME, assessment_id, OTHER)
    before = numbers(plumbline, assessment_id)
    erased = plumbline.erasing.erase(ME, assessment_id, erasure_of(plumbline, assessment_id))
    snapshot = plumbline.assessments.snapshot(ME, assessment_id)
    assert snapshot is not None
    assert snapshot.former_hashes == (signed,)
    assert NAME not in snapshot.content
    computed = plumbline.results.compute(ME, assessment_id)
    assert computed.assessment.targets[0].rationale == "As … said"
    assert numbers(plumbline, assessment_id) == before
    assert erased.text_count == 1
    assert plumbline.assessments.verify_journal(ME, assessment_id) is None


@pytest.fixture
def answered(plumbline: Plumbline) -> str:
    return filled(plumbline)


def test_answers_stay_with_role_unit_and_notes(plumbline: Plumbline, answered: str) -> None:
    plumbline.results.compute(ME, answered)
    plumbline.erasing.erase(ME, answered, erasure_of(plumbline, answered))
    loaded = plumbline.results.compute(ME, answered).assessment
    person = loaded.respondent_by_id["r1"]
    assert (person.name, person.role, person.unit) == (None, Role.LEADERSHIP, "Board")
    assert (len(loaded.ratings), len(loaded.notes), loaded.agreed[0].present_ids) == (1, 1, ("r1", "r2"))
    assert loaded == plumbline.assessments.load(ME, answered)


def test_answers_become_anonymous_values(plumbline: Plumbline, answered: str) -> None:
    plumbline.answering.save(ME, answered, rated(ITEM, "NA"))
    plumbline.results.compute(ME, answered)
    plumbline.erasing.erase(ME, answered, erasure_of(plumbline, answered, answers=AnswersBecome.ANONYMOUS))
    loaded = plumbline.results.compute(ME, answered).assessment
    person = loaded.respondent_by_id["r1"]
    assert (person.name, person.unit, loaded.notes) == (None, None, ())
    assert loaded.ratings[0].answer.reason == "…"
    assert loaded == plumbline.assessments.load(ME, answered)


def test_answers_go_with_the_person_and_not_into_the_bin(plumbline: Plumbline, answered: str) -> None:
    plumbline.results.compute(ME, answered)
    erased = plumbline.erasing.erase(ME, answered, erasure_of(plumbline, answered, answers=AnswersBecome.GO))
    loaded = plumbline.results.compute(ME, answered).assessment
    assert [one.id for one in loaded.respondents] == ["r2"]
    assert (loaded.ratings, loaded.notes, loaded.agreed[0].present_ids) == ((), (), ("r2",))
    assert plumbline.bin.entries(ME, answered) == ()
    assert erased.removed_count == 1


def test_a_mention_of_somebody_else_is_refused_and_nothing_is_erased(plumbline: Plumbline, answered: str) -> None:
    ids = erasure_of(plumbline, answered).mention_ids
    others = erasure_of(plumbline, answered, OTHER).mention_ids
    with pytest.raises(NotAvailable):
        plumbline.erasing.erase(ME, answered, Erasure(name=NAME, mention_ids=(*ids, *others)))
    assert erasure_of(plumbline, answered).mention_ids == ids


def test_of_one_assessment_nothing_goes_from_another(plumbline: Plumbline, answered: str) -> None:
    second_id = filled(plumbline)
    plumbline.erasing.erase(ME, answered, erasure_of(plumbline, answered))
    assert len(plumbline.erasing.preview(ME, second_id, NAME).mentions) == 3
    assert plumbline.assessments.load(ME, second_id).targets[0].rationale == f"As {NAME} said"


def test_an_empty_name_is_nobody(plumbline: Plumbline, answered: str) -> None:
    with pytest.raises(InvalidInput):
        plumbline.erasing.preview(ME, answered, "  ")


def test_a_name_across_two_pieces_of_a_file_is_found(tmp_path: Path) -> None:
    file = tmp_path / "long"
    file.write_bytes(b"x" * ((1 << 20) - 3) + NAME.encode() + b"x")
    assert may_hold(file, NAME)
    assert not may_hold(file, OTHER)
    assert not may_hold(tmp_path / "gone", NAME)


def test_a_file_that_cannot_be_looked_into_is_named_too(tmp_path: Path) -> None:
    for number, head in enumerate((b"PGDMP", b"\x1f\x8b\x08", b"PK\x03\x04", b"%PDF-1.7")):
        file = tmp_path / str(number)
        file.write_bytes(head + b"packed")
        assert may_hold(file, NAME)
