"""Assessments as a whole: begun, copied, changed, validated, signed off, removed."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from assessment.domain.answered.assessment import AssessmentState, Respondent, Role, Target
from assessment.domain.answered.organisation import Owner
from assessment.domain.answered.workshop import (
    AgendaSlot,
    Decision,
    DecisionKind,
    HeldSession,
    ParkedPoint,
    RoomKind,
    RoundSource,
    SlotState,
    VoteRound,
)
from assessment.domain.authored.framework import Depth, Framework, Horizon
from assessment.errors import AssessmentLocked, InvalidInput, NotAvailable, StoreUnavailable
from assessment.services.assessments import HeaderChange, NewAssessment
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from assessment.settings import Settings
from tests.builders import rated
from tests.services.conftest import begun, remove_for_good
from tests.services.folders import write_framework
from tests.services.test_exchange import document_in

ITEM = "planning.deliver-1"
NEW = NewAssessment(name="First", organisation="Invented Ltd", assessed_on=date(2026, 1, 15), framework_id="tiny")


def test_a_new_assessment_has_everything_in_scope_and_pins_the_framework(
    plumbline: Plumbline, framework: Framework
) -> None:
    assessment_id = plumbline.assessments.create(ME, NEW)
    assessment = plumbline.assessments.load(ME, assessment_id)
    assert assessment.scope == ("planning", "building", "releasing")
    assert assessment.header.state is AssessmentState.DRAFT
    assert plumbline.assessments.framework(ME, assessment_id) == framework
    assert plumbline.assessments.header(ME, assessment_id) == assessment.header


def test_a_scenario_prefills_the_scope_and_proposes_the_pain(plumbline: Plumbline) -> None:
    new = NEW.model_copy(update={"scenario_id": "late-releases"})
    assessment_id = plumbline.assessments.create(ME, new)
    assert plumbline.assessments.load(ME, assessment_id).scope == ("planning", "building")
    assert plumbline.setup.proposed_pain(ME, assessment_id) == {"planning": 5, "building": 4}
    plumbline.setup.set_scope(ME, assessment_id, ("releasing", "building"))
    assert plumbline.assessments.load(ME, assessment_id).scope == ("building", "releasing")
    assert plumbline.setup.proposed_pain(ME, assessment_id) == {"building": 4}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"scenario_id": "nothing"}, "'nothing' is none of Tiny framework"),
        ({"process_ids": ("nothing",)}, "'nothing' is no process of Tiny framework"),
        ({"process_ids": ()}, "no process is chosen"),
        ({"name": ""}, "it is empty"),
        ({"default_target_level": 6}, "'6' is above 5"),
        ({"organisation": "x" * 301}, "it has 301 characters, at most 300 are allowed"),
    ],
)
def test_a_new_assessment_with_a_wrong_value_is_refused(
    plumbline: Plumbline, change: dict[str, object], words: str
) -> None:
    with pytest.raises(InvalidInput, match=words):
        plumbline.assessments.create(ME, NEW.model_copy(update=change))
    assert plumbline.assessments.list_assessments(ME) == ()


def test_an_unknown_framework_is_not_available(plumbline: Plumbline) -> None:
    for framework_id in ("nothing", "..", "../questionnaires/tiny"):
        with pytest.raises((NotAvailable, InvalidInput)):
            plumbline.assessments.create(ME, NEW.model_copy(update={"framework_id": framework_id}))


def test_an_assessment_keeps_the_framework_it_began_with(
    plumbline: Plumbline, framework: Framework, settings: Settings
) -> None:
    old_id = begun(plumbline)
    newer = framework.model_copy(update={"version": "2.0.0", "name": "Newer"})
    write_framework(newer, settings.questionnaires_folder)
    new_id = begun(plumbline)
    assert plumbline.frameworks.installed(ME) == (newer,)
    assert plumbline.frameworks.get(ME, "tiny") == newer
    assert plumbline.assessments.framework(ME, old_id).version == "1.0.0"
    assert plumbline.assessments.framework(ME, new_id).version == "2.0.0"
    plumbline.answering.save(ME, old_id, rated(ITEM, 3))


def test_a_list_counts_what_is_asked_and_answered(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.setup.save(ME, assessment_id, Respondent(id="c1", role=Role.CUSTOMER))
    asked = [
        plumbline.answering.questions(ME, assessment_id, respondent_id, process_id)
        for respondent_id in ("r1", "r2", "c1")
        for process_id in ("planning", "building", "releasing")
    ]
    plumbline.answering.save(ME, assessment_id, rated(ITEM, 3))
    plumbline.answering.save(ME, assessment_id, rated("releasing.control", "DK", "r2"))
    (line,) = plumbline.assessments.list_assessments(ME)
    assert line.figures is not None
    assert line.figures.asked_count == sum(map(len, asked))
    assert (line.figures.answered_count, line.figures.respondent_count, line.process_count) == (2, 3, 3)
    plumbline.setup.set_scope(ME, assessment_id, ("planning",))
    (line,) = plumbline.assessments.list_assessments(ME)
    assert line.figures is not None
    assert (line.figures.answered_count, line.process_count) == (1, 1)


def test_the_list_begins_with_the_newest(plumbline: Plumbline) -> None:
    for name, year in (("old", 2024), ("new", 2026), ("also new", 2026)):
        plumbline.assessments.create(ME, NEW.model_copy(update={"name": name, "assessed_on": date(year, 1, 1)}))
    assert [line.header.name for line in plumbline.assessments.list_assessments(ME)] == ["also new", "new", "old"]


def test_a_header_change_touches_only_what_it_names(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    before = plumbline.assessments.header(ME, assessment_id)
    plumbline.assessments.update_header(ME, assessment_id, HeaderChange(unit="IT", carry_percent=85.0))
    changed = plumbline.assessments.header(ME, assessment_id)
    assert changed == before.model_copy(update={"unit": "IT", "carry_percent": 85.0})
    plumbline.assessments.update_header(ME, assessment_id, HeaderChange(unit=None))
    assert plumbline.assessments.header(ME, assessment_id).unit is None
    for wrong in (
        HeaderChange(carry_percent=70.0),
        HeaderChange(default_target_level=0),
        HeaderChange(anonymity_floor=0),
    ):
        with pytest.raises(InvalidInput):
            plumbline.assessments.update_header(ME, assessment_id, wrong)
    newest = plumbline.assessments.journal(ME, assessment_id)[0]
    assert (newest.before, newest.after) == ('{"unit":"IT"}', '{"unit":null}')


@pytest.mark.parametrize("keep_answers", [True, False])
def test_a_copy_keeps_the_set_up_and_the_answers_only_if_wanted(plumbline: Plumbline, keep_answers: bool) -> None:
    assessment_id = begun(plumbline)
    plumbline.answering.save(ME, assessment_id, rated(ITEM, 3))
    plumbline.setup.save(ME, assessment_id, Target(process_id="planning", level=4, approver="Ann Example"))
    plumbline.setup.save(ME, assessment_id, Owner(process_id="planning", name="Ann Example"))
    plumbline.assessments.sign_off(ME, assessment_id, "Ann Example")
    before = plumbline.exchange.export_json(ME, assessment_id)
    copy_id = plumbline.assessments.copy(ME, assessment_id, "Second round", date(2027, 1, 15), keep_answers)
    source = plumbline.assessments.load(ME, assessment_id)
    copied = plumbline.assessments.load(ME, copy_id)
    assert copied.header.copied_from == assessment_id
    assert (copied.header.name, copied.header.state) == ("Second round", AssessmentState.DRAFT)
    assert (copied.targets, copied.owners, copied.respondents) == (source.targets, source.owners, source.respondents)
    assert copied.ratings == (source.ratings if keep_answers else ())
    plumbline.answering.save(ME, copy_id, rated(ITEM, 5))
    assert plumbline.exchange.export_json(ME, assessment_id) == before


@pytest.mark.parametrize("keep_answers", [True, False])
def test_a_copy_without_answers_has_the_agenda_as_it_was_planned_and_nothing_else_of_a_workshop(
    plumbline: Plumbline, keep_answers: bool
) -> None:
    assessment_id, came = begun(plumbline), Respondent(id="a0123456789abcdef", role=Role.OTHER)
    entries = (
        came,
        AgendaSlot(process_id="planning", place=0, minutes=20, state=SlotState.DONE, spent_seconds=900),
        VoteRound(
            item_id=ITEM, horizon=Horizon.AS_IS, number=1, source=RoundSource.PHONES, code_counts=(0, 3, 0, 0, 0, 0)
        ),
        ParkedPoint(id="n1", text="Later"),
        Decision(id="n2", kind=DecisionKind.ACTION, text="Ask", owner="Ann Example"),
        HeldSession(id="s1", kind=RoomKind.WORKSHOP, held_on=date(2026, 3, 2), anonymous_count=3),
    )
    with plumbline._store.writing(actor_id=ME.id, operation="test") as writer:
        writer.lock(assessment_id)
        for entry in entries:
            writer.put(assessment_id, entry)
    source = plumbline.assessments.load(ME, assessment_id)
    copy_id = plumbline.assessments.copy(ME, assessment_id, "Second round", date(2027, 1, 15), keep_answers)
    copied = plumbline.assessments.load(ME, copy_id)
    left = (copied.rounds, copied.parked, copied.decisions, copied.sessions)
    if keep_answers:
        assert left == (source.rounds, source.parked, source.decisions, source.sessions)
        assert (copied.agenda, copied.respondents) == (source.agenda, source.respondents)
        return
    assert left == ((), (), (), ())
    assert copied.agenda == (AgendaSlot(process_id="planning", place=0, minutes=20),)
    assert copied.respondents == tuple(one for one in source.respondents if one != came)


def test_a_validated_assessment_can_be_reopened_and_a_signed_off_one_cannot(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.assessments.validate(ME, assessment_id)
    plumbline.assessments.reopen(ME, assessment_id)
    plumbline.answering.save(ME, assessment_id, rated(ITEM, 3))
    plumbline.assessments.sign_off(ME, assessment_id, "Ann Example")
    for change in (plumbline.assessments.reopen, plumbline.assessments.validate):
        with pytest.raises(AssessmentLocked):
            change(ME, assessment_id)
    with pytest.raises(AssessmentLocked):
        plumbline.assessments.sign_off(ME, assessment_id, "Ann Example")


def test_a_sign_off_freezes_the_export_with_its_hash_and_names_the_approver(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.answering.save(ME, assessment_id, rated(ITEM, 3))
    with pytest.raises(InvalidInput, match="Sign-off approver: it is empty"):
        plumbline.assessments.sign_off(ME, assessment_id, " ")
    assert plumbline.assessments.snapshot(ME, assessment_id) is None
    snapshot_hash = plumbline.assessments.sign_off(ME, assessment_id, "Ann Example")
    snapshot = plumbline.assessments.snapshot(ME, assessment_id)
    assert snapshot is not None
    assert (snapshot.hash, snapshot.approver) == (snapshot_hash, "Ann Example")
    assert snapshot.content.encode() == document_in(plumbline.exchange.export_json(ME, assessment_id))
    assert json.loads(snapshot.content)["assessment"]["header"]["state"] == "signed-off"
    assert plumbline.results.compute(ME, assessment_id).snapshot_hash == snapshot_hash


def test_a_snapshot_that_was_altered_is_not_shown(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.assessments.sign_off(ME, assessment_id, "Ann Example")
    with plumbline._store._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE snapshot SET content = replace(content, 'First round', 'Best round')")
    for look in (plumbline.exchange.export_json, plumbline.results.compute, plumbline.assessments.snapshot):
        with pytest.raises(StoreUnavailable, match="changed after it was signed"):
            look(ME, assessment_id)


def test_an_archived_framework_that_was_altered_is_not_used(plumbline: Plumbline, settings: Settings) -> None:
    from assessment.services.plumbline import open_plumbline

    assessment_id = begun(plumbline)
    with plumbline._store._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE framework SET content = replace(content, 'Planning', 'Dreaming')")
    plumbline.close()
    again = open_plumbline(settings)
    with pytest.raises(StoreUnavailable, match="archived framework was changed"):
        again.assessments.framework(ME, assessment_id)
    again.close()


def test_a_removed_assessment_is_gone(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    kept_id = begun(plumbline)
    plumbline.assessments.sign_off(ME, assessment_id, "Ann Example")
    plumbline.assessments.remove(ME, assessment_id)
    for look in (plumbline.assessments.load, plumbline.assessments.journal, plumbline.assessments.remove):
        with pytest.raises(NotAvailable):
            look(ME, assessment_id)
    assert [line.header.id for line in plumbline.assessments.list_assessments(ME)] == [kept_id]


def test_the_journal_of_an_assessment_is_whole_and_names_the_operations(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.answering.save(ME, assessment_id, rated(ITEM, 3))
    entries = plumbline.assessments.journal(ME, assessment_id)
    assert [entry.operation for entry in entries] == [
        "answering.save",
        "setup.save",
        "setup.save",
        "assessments.create",
    ]
    assert {entry.actor_id for entry in entries} == {ME.id}
    assert len(plumbline.assessments.journal(ME, assessment_id, limit=2)) == 2
    assert plumbline.assessments.verify_journal(ME, assessment_id) is None
    with plumbline._store._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE journal SET actor_id = 'x' WHERE seq = 2")
    assert plumbline.assessments.verify_journal(ME, assessment_id) == 2


def test_the_sample_is_loaded_once_and_stays_removed(plumbline: Plumbline, settings: Settings) -> None:
    assert plumbline.assessments.ensure_sample(ME) == ""
    with pytest.raises(NotAvailable):
        plumbline.assessments.restore_sample(ME)
    source_id = begun(plumbline)
    Path(settings.sample_file).write_bytes(plumbline.exchange.export_json(ME, source_id))
    remove_for_good(plumbline, source_id)
    sample_id = plumbline.assessments.ensure_sample(ME)
    assert sample_id == source_id
    plumbline.answering.save(ME, sample_id, rated(ITEM, 3))
    assert plumbline.assessments.ensure_sample(ME) == sample_id
    assert len(plumbline.assessments.load(ME, sample_id).ratings) == 1
    plumbline.assessments.remove(ME, sample_id)
    assert plumbline.assessments.ensure_sample(ME) == sample_id
    assert plumbline.assessments.list_assessments(ME) == ()
    assert plumbline.assessments.restore_sample(ME) == sample_id
    assert len(plumbline.assessments.load(ME, sample_id).ratings) == 1
    remove_for_good(plumbline, sample_id)
    assert plumbline.assessments.restore_sample(ME) == sample_id
    assert plumbline.assessments.load(ME, sample_id).ratings == ()


def test_depth_decides_what_may_be_answered(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline, depth=Depth.QUICK)
    plumbline.answering.save(ME, assessment_id, rated("planning.delivery", 3))
    with pytest.raises(InvalidInput, match="is not asked for the as-is at quick depth"):
        plumbline.answering.save(ME, assessment_id, rated(ITEM, 3))
