"""An assessment stays on what it answers until somebody brings it over, having seen what that changes."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest

from assessment.catalogue import content_hash
from assessment.domain.answered.assessment import (
    AssessmentState,
    Assignment,
    CriticalService,
    Note,
    NoteKind,
    Opinion,
    Target,
    TargetCell,
)
from assessment.domain.answered.roadmap_settings import Pin, RoadmapSettings
from assessment.domain.answered.workshop import Decision, DecisionKind, ParkedPoint
from assessment.domain.authored.content import Process
from assessment.domain.authored.framework import Depth, Framework
from assessment.domain.bringing import ItemChangeKind
from assessment.errors import AssessmentLocked, Conflict, InvalidInput
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from assessment.settings import Settings
from assessment.store import SECTIONS
from assessment.views.wording.bringing import NOUNS
from tests.builders import agreed, fields_of, rated
from tests.services.conftest import begun
from tests.services.folders import write_framework

GOES, STAYS, MOVES = "planning.deliver-1", "planning.deliver-2", "planning.deliver-3"
GONE_PROCESS = "releasing"


def newer_version(framework: Framework) -> Framework:
    """One activity goes, one comes, one is reworded, one weighs more; a process goes with its linkages."""
    planning = framework.process_by_id["planning"]
    goes, stays, moves, *others = planning.activities
    assert [f"planning.{one.id}" for one in (goes, stays, moves)] == [GOES, STAYS, MOVES]
    comes = goes.model_copy(update={"id": "deliver-9", "question": "What comes?"})
    reworded = stays.model_copy(update={"question": "The same in other words?"})
    heavier = moves.model_copy(update={"weight": 4.0})
    changed = Process(**{**fields_of(planning), "activities": (reworded, heavier, comes, *others)})
    groups = (
        group.model_copy(update={"processes": tuple(one for one in group.processes if one != GONE_PROCESS)})
        for group in framework.groups
    )
    kept = tuple(changed if one.id == "planning" else one for one in framework.processes if one.id != GONE_PROCESS)
    return Framework(
        **{
            **fields_of(framework),
            "version": "1.1.0",
            "processes": kept,
            "groups": tuple(group for group in groups if group.processes),
            "linkages": tuple(
                one for one in framework.linkages if GONE_PROCESS not in (one.from_process, one.to_process)
            ),
            "universal": (),
            "scenarios": (),
        }
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    plumbline: Plumbline
    settings: Settings
    old: Framework
    new: Framework
    id: str

    def install(self, framework: Framework) -> None:
        folder = write_framework(framework, self.settings.questionnaires_folder)
        kept = {process.id for process in framework.processes}
        for path in (folder / "processes").glob("*.yaml"):
            if path.stem not in kept:
                path.unlink()

    def bring(self, *, keep_copy: bool = True) -> str | None:
        preview = self.plumbline.versions.preview(ME, self.id)
        wanted = preview.after.assessment.header.framework
        return self.plumbline.versions.bring(
            ME, self.id, wanted, expected_version=preview.revision, keep_copy=keep_copy
        )


@pytest.fixture
def started(plumbline: Plumbline, settings: Settings, framework: Framework) -> Begun:
    """An assessment with answers of all kinds, begun before the newer version was installed."""
    assessment_id = begun(plumbline)
    for item_id in (GOES, STAYS, MOVES, "releasing.deliver-1"):
        plumbline.answering.save(ME, assessment_id, rated(item_id, 4))
    plumbline.answering.agree(ME, assessment_id, agreed(STAYS, 5))
    plumbline.answering.save_note(
        ME, assessment_id, Note(respondent_id="r1", item_id=GOES, kind=NoteKind.NOTE, text="Said so.")
    )
    for entry in (
        Opinion(respondent_id="r1", process_id=GONE_PROCESS, pain=4),
        CriticalService(id="shop", name="Shop", importance=4, process_ids=("planning", GONE_PROCESS)),
        Target(process_id="planning", level=3, cells=(TargetCell(attribute_id="delivery", code=4),)),
        Assignment(respondent_id="r1", process_id="planning", attribute_ids=("delivery", "ownership")),
        RoadmapSettings(
            pins=(Pin(process_id="planning", to_level=2, wave=1), Pin(process_id=GONE_PROCESS, to_level=2, wave=1))
        ),
    ):
        plumbline.setup.save(ME, assessment_id, entry)
    new = newer_version(framework)
    made = Begun(plumbline=plumbline, settings=settings, old=framework, new=new, id=assessment_id)
    made.install(new)
    return made


def test_a_newer_installed_version_is_named_and_changes_nothing_by_itself(started: Begun) -> None:
    found = started.plumbline.versions.newer(ME, started.id)
    assert found is not None
    assert (found.version, found.content_hash) == ("1.1.0", content_hash(started.new))
    assert started.plumbline.assessments.framework(ME, started.id) == started.old


@pytest.mark.parametrize("version", ["0.9.9", "1.0.0"])
def test_what_is_older_or_the_very_content_is_nothing_newer(started: Begun, version: str) -> None:
    started.install(started.old.model_copy(update={"version": version}))
    assert started.plumbline.versions.newer(ME, started.id) is None
    with pytest.raises(InvalidInput, match="no newer version of it is installed"):
        started.plumbline.versions.preview(ME, started.id)


def test_the_same_version_in_other_words_and_a_tenth_version_are_newer(started: Begun) -> None:
    for version in ("1.0.0", "1.10.0"):
        started.install(started.new.model_copy(update={"version": version}))
        found = started.plumbline.versions.newer(ME, started.id)
        assert found is not None
        assert found.version == version


def test_the_preview_names_what_is_new_gone_reworded_and_moved_with_the_answers_of_each(started: Begun) -> None:
    preview = started.plumbline.versions.preview(ME, started.id)
    found = {item.item_id: (item.kind, item.answer_count) for item in preview.items if item.process_id == "planning"}
    assert found == {
        STAYS: (ItemChangeKind.REWORDED, 2),
        MOVES: (ItemChangeKind.MOVED, 1),
        "planning.deliver-9": (ItemChangeKind.NEW, 0),
        GOES: (ItemChangeKind.GONE, 1),
    }
    gone = [item for item in preview.items if item.process_id == GONE_PROCESS]
    assert {item.kind for item in gone} == {ItemChangeKind.GONE}
    assert (preview.kept_answer_count, preview.lost_answer_count) == (3, 2)
    assert (preview.gone_process_ids, preview.new_process_ids) == ((GONE_PROCESS,), ())
    assert sorted(type(entry).__name__ for entry in preview.lost) == ["Note", "Opinion", "Rating", "Rating"]
    assert sorted(type(entry).__name__ for entry in preview.trimmed) == ["CriticalService", "RoadmapSettings"]


def test_what_was_written_down_stays_whatever_it_was_about(started: Begun) -> None:
    point = ParkedPoint(id="n1", text="Later", process_id="planning", item_id=GOES)
    decision = Decision(id="n2", kind=DecisionKind.DECISION, text="So it is", process_id=GONE_PROCESS)
    for entry in (point, decision):
        started.plumbline.noted.put(ME, started.id, entry)
    trimmed = [type(entry).__name__ for entry in started.plumbline.versions.preview(ME, started.id).trimmed]
    assert {"ParkedPoint", "Decision"} < set(trimmed)
    started.bring()
    after = started.plumbline.assessments.load(ME, started.id)
    assert after.parked == (point.model_copy(update={"item_id": None}),)
    assert after.decisions == (decision.model_copy(update={"process_id": None}),)


def test_the_preview_is_what_bringing_it_over_comes_to_and_saves_nothing(started: Begun) -> None:
    before = started.plumbline.exchange.export_json(ME, started.id)
    preview = started.plumbline.versions.preview(ME, started.id)
    assert started.plumbline.exchange.export_json(ME, started.id) == before
    started.bring()
    assert started.plumbline.assessments.load(ME, started.id) == preview.after.assessment
    assert started.plumbline.results.compute(ME, started.id).result == preview.after.result
    assert preview.before.result != preview.after.result


def test_bringing_it_over_keeps_what_has_its_place_and_journals_each_thing_that_goes(started: Begun) -> None:
    started.bring()
    after = started.plumbline.assessments.load(ME, started.id)
    assert after.header.framework.version == "1.1.0"
    assert [rating.item_id for rating in after.ratings] == [STAYS, MOVES]
    assert (after.notes, after.opinions) == ((), ())
    assert after.scope == ("planning", "building")
    assert after.critical_services[0].process_ids == ("planning",)
    assert [pin.process_id for pin in after.roadmap.pins] == ["planning"]
    assert started.plumbline.assessments.framework(ME, started.id) == started.new
    journal = started.plumbline.assessments.journal(ME, started.id)
    told = {entry.what: entry for entry in journal if entry.operation == "versions.bring"}
    assert f"answer r1 {GOES} as-is" in told
    assert json.loads(told[f"note r1 {GOES} note"].before or "")["text"]["characters"] == len("Said so.")
    header = told["header"]
    assert json.loads(header.before or "")["framework"]["version"] == "1.0.0"
    assert json.loads(header.after or "")["framework"]["version"] == "1.1.0"
    assert started.plumbline.assessments.verify_journal(ME, started.id) is None


def test_the_copy_is_how_it_was_and_so_is_an_export_of_before(started: Begun) -> None:
    before = started.plumbline.assessments.load(ME, started.id)
    export = started.plumbline.exchange.export_json(ME, started.id)
    copy_id = started.bring()
    assert copy_id is not None
    kept = started.plumbline.assessments.load(ME, copy_id)
    assert (kept.header.name, kept.header.copied_from) == ("First round, on 1.0.0", started.id)
    again = started.plumbline.assessments.load(ME, started.plumbline.exchange.import_json(ME, export, "before.json"))
    for found in (kept, again):
        assert found.model_copy(update={"header": before.header}) == before
        assert started.plumbline.assessments.framework(ME, found.header.id) == started.old


def test_without_a_copy_there_is_none(started: Begun) -> None:
    assert started.bring(keep_copy=False) is None
    assert len(started.plumbline.assessments.list_assessments(ME)) == 1


def test_what_was_answered_since_the_preview_is_a_conflict_and_nothing_changes(started: Begun) -> None:
    preview = started.plumbline.versions.preview(ME, started.id)
    started.plumbline.answering.save(ME, started.id, rated(GOES, 1, "r2"))
    wanted = preview.after.assessment.header.framework
    with pytest.raises(Conflict):
        started.plumbline.versions.bring(ME, started.id, wanted, expected_version=preview.revision)
    assert started.plumbline.assessments.framework(ME, started.id) == started.old
    assert len(started.plumbline.assessments.list_assessments(ME)) == 1


def test_another_version_installed_since_the_preview_is_a_conflict(started: Begun) -> None:
    preview = started.plumbline.versions.preview(ME, started.id)
    started.install(started.new.model_copy(update={"version": "1.2.0"}))
    wanted = preview.after.assessment.header.framework
    with pytest.raises(Conflict, match="The framework that is installed") as told:
        started.plumbline.versions.bring(ME, started.id, wanted, expected_version=preview.revision)
    assert (told.value.theirs, told.value.yours) == ("1.2.0", "1.1.0")


@pytest.mark.parametrize("state", [AssessmentState.VALIDATED, AssessmentState.SIGNED_OFF])
def test_what_is_no_draft_is_refused_and_stays(started: Begun, state: AssessmentState) -> None:
    if state is AssessmentState.VALIDATED:
        started.plumbline.assessments.validate(ME, started.id)
    else:
        started.plumbline.assessments.sign_off(ME, started.id, "Ann Example")
    before = started.plumbline.exchange.export_json(ME, started.id)
    with pytest.raises(AssessmentLocked):
        started.bring()
    assert started.plumbline.exchange.export_json(ME, started.id) == before


def test_a_version_without_any_process_in_scope_is_refused_in_words(started: Begun) -> None:
    started.plumbline.setup.set_scope(ME, started.id, (GONE_PROCESS,))
    with pytest.raises(InvalidInput, match="has none of the processes in scope"):
        started.plumbline.versions.preview(ME, started.id)


def test_at_quick_depth_only_what_is_asked_there_is_compared(
    plumbline: Plumbline, settings: Settings, framework: Framework
) -> None:
    assessment_id = begun(plumbline, depth=Depth.QUICK)
    new = newer_version(framework)
    Begun(plumbline=plumbline, settings=settings, old=framework, new=new, id=assessment_id).install(new)
    preview = plumbline.versions.preview(ME, assessment_id)
    assert {item.process_id for item in preview.items} == {GONE_PROCESS}


def test_every_kind_of_entry_has_a_noun_for_when_it_is_lost() -> None:
    assert {section.model.__name__ for section in SECTIONS} == set(NOUNS)
