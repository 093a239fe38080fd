"""Set-up: every kind of entry is kept, checked against the framework, and removed by its ids."""

from __future__ import annotations

import pytest

from assessment.domain.answered import roadmap_settings
from assessment.domain.answered.assessment import (
    Assignment,
    CriticalService,
    Opinion,
    Rating,
    Respondent,
    Role,
    Target,
    TargetCell,
)
from assessment.domain.answered.organisation import (
    LinkageRating,
    Owner,
    Readiness,
    ReadinessState,
    Sourcing,
    Technology,
    TransitionPlace,
)
from assessment.domain.answered.roadmap_settings import Pin, RoadmapSettings
from assessment.errors import Conflict, InvalidInput, NotAvailable
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from assessment.services.setup import SETUP_KINDS, SetupEntry
from assessment.store import section_of
from tests.builders import an_answer, rated
from tests.services.conftest import begun

GOOD: tuple[SetupEntry, ...] = (
    Respondent(id="r9", role=Role.CUSTOMER, name="Ann Example", unit="Sales"),
    Assignment(respondent_id="r1", process_id="planning", attribute_ids=("delivery",)),
    Opinion(respondent_id="r1", process_id="planning", pain=4),
    CriticalService(id="payroll", name="Payroll", importance=5, process_ids=("planning", "building")),
    Target(process_id="planning", level=4, cells=(TargetCell(attribute_id="control", code=5),)),
    Owner(process_id="planning", name="Ann Example"),
    Readiness(process_id="planning", question_id="roles", state=ReadinessState.PARTLY),
    Technology(process_id="planning", tool="A tool", as_is=2, to_be=4),
    Sourcing(process_id="planning", mode_id="mixed"),
    LinkageRating(linkage_id="planning-to-building", answer=an_answer(2)),
    TransitionPlace(transition_id="craft-to-system", as_is=1),
    RoadmapSettings(wave_count=2, capacity=(3, 4), pins=(Pin(process_id="planning", to_level=2, wave=1),)),
)
BAD: tuple[tuple[SetupEntry, str], ...] = (
    (Assignment(respondent_id="r1", process_id="nothing", attribute_ids=("delivery",)), "'nothing' is no process"),
    (Assignment(respondent_id="r1", process_id="planning", attribute_ids=("nothing",)), "'nothing' is no attribute"),
    (Assignment(respondent_id="r1", process_id="planning", attribute_ids=("control", "control")), "named twice"),
    (CriticalService(id="s", name="S", importance=5, process_ids=("nothing",)), "'nothing' is no process"),
    (Target(process_id="planning", level=4, cells=(TargetCell(attribute_id="x", code=5),)), "'x' is no attribute"),
    (Owner(process_id="nothing", name="Ann Example"), "'nothing' is no process"),
    (Readiness(process_id="planning", question_id="x", state=ReadinessState.NO), "'x' is no readiness question"),
    (Sourcing(process_id="planning", mode_id="x"), "'x' is no sourcing choice"),
    (LinkageRating(linkage_id="x", answer=an_answer(2)), "'x' is no linkage"),
    (TransitionPlace(transition_id="x"), "'x' is no transition"),
    (RoadmapSettings(pins=(Pin(process_id="x", to_level=2, wave=1),)), "'x' is no process"),
    (RoadmapSettings(pins=(Pin(process_id="planning", to_level=2, wave=1),) * 2), "set twice"),
    (RoadmapSettings(linkages=(roadmap_settings.LinkStrength(linkage_id="x"),)), "'x' is no linkage"),
)


def test_the_examples_cover_every_kind() -> None:
    assert {type(entry) for entry in GOOD} == set(SETUP_KINDS)


@pytest.mark.parametrize("entry", GOOD, ids=lambda entry: type(entry).__name__)
def test_an_entry_is_kept_versioned_and_removed(plumbline: Plumbline, entry: SetupEntry) -> None:
    assessment_id = begun(plumbline)
    section = section_of(type(entry))
    key = section.key_of(entry)
    version = plumbline.setup.save(ME, assessment_id, entry, expected_version=0)
    assert plumbline.setup.versions(ME, assessment_id, type(entry))[key] == version
    stored = getattr(plumbline.assessments.load(ME, assessment_id), section.field)
    assert stored == entry if section.key == () else entry in stored
    plumbline.setup.remove(ME, assessment_id, type(entry), *key)
    plumbline.setup.remove(ME, assessment_id, type(entry), *key)
    assert key not in plumbline.setup.versions(ME, assessment_id, type(entry))


@pytest.mark.parametrize(("entry", "words"), BAD, ids=lambda value: value if isinstance(value, str) else "")
def test_an_entry_that_the_framework_does_not_know_is_refused(
    plumbline: Plumbline, entry: SetupEntry, words: str
) -> None:
    assessment_id = begun(plumbline)
    before = plumbline.assessments.load(ME, assessment_id)
    with pytest.raises(InvalidInput, match=words):
        plumbline.setup.save(ME, assessment_id, entry)
    assert plumbline.assessments.load(ME, assessment_id) == before


def test_an_entry_of_somebody_who_is_not_there_is_refused(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    with pytest.raises(NotAvailable, match="This person"):
        plumbline.setup.save(ME, assessment_id, Opinion(respondent_id="nobody", process_id="planning", pain=1))


def test_answers_are_no_part_of_the_set_up(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    with pytest.raises(InvalidInput, match="'Rating' is not a part of it"):
        plumbline.setup.save(ME, assessment_id, rated("planning.deliver-1", 3))  # type: ignore[arg-type]  # on purpose
    with pytest.raises(InvalidInput, match="'Rating' is not a part of it"):
        plumbline.setup.remove(ME, assessment_id, Rating, "r1", "x", "as-is")  # type: ignore[arg-type]  # on purpose
    with pytest.raises(InvalidInput, match="its ids are not complete"):
        plumbline.setup.remove(ME, assessment_id, Opinion, "r1")


def test_two_saves_from_one_form_conflict_and_tell_both(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    version = plumbline.setup.save(ME, assessment_id, Target(process_id="planning", level=3), expected_version=0)
    plumbline.setup.save(ME, assessment_id, Target(process_id="planning", level=4), expected_version=version)
    with pytest.raises(Conflict) as refused:
        plumbline.setup.save(ME, assessment_id, Target(process_id="planning", level=5), expected_version=version)
    assert "level: 4" in refused.value.theirs
    assert "level: 5" in refused.value.yours
    assert plumbline.assessments.load(ME, assessment_id).target_by_process["planning"].level == 4


def test_a_removed_person_takes_everything_of_theirs_along(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.setup.save(ME, assessment_id, Opinion(respondent_id="r1", process_id="planning", pain=1))
    plumbline.setup.save(ME, assessment_id, Opinion(respondent_id="r2", process_id="planning", pain=2))
    plumbline.answering.save(ME, assessment_id, rated("planning.deliver-1", 3))
    plumbline.setup.remove(ME, assessment_id, Respondent, "r1")
    assessment = plumbline.assessments.load(ME, assessment_id)
    assert [opinion.respondent_id for opinion in assessment.opinions] == ["r2"]
    assert assessment.ratings == ()
    assert plumbline.assessments.verify_journal(ME, assessment_id) is None


def test_a_scope_needs_known_processes(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    for wrong in ((), ("planning", "nothing")):
        with pytest.raises(InvalidInput):
            plumbline.setup.set_scope(ME, assessment_id, wrong)
    assert len(plumbline.assessments.load(ME, assessment_id).scope) == 3


def test_what_somebody_is_asked_of_one_process_changes_and_the_others_stay(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    every = frozenset(plumbline.assessments.framework(ME, assessment_id).attribute_by_id)

    plumbline.setup.assign(ME, assessment_id, "r1", {"planning": frozenset({"control", "delivery"})})

    assigned = {one.process_id: one.attribute_ids for one in plumbline.assessments.load(ME, assessment_id).assignments}
    assert assigned["planning"] == ("delivery", "control")
    assert {frozenset(assigned[process_id]) for process_id in ("building", "releasing")} == {every}


def test_what_somebody_is_asked_anyway_leaves_no_assignment(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    every = frozenset(plumbline.assessments.framework(ME, assessment_id).attribute_by_id)
    plumbline.setup.assign(ME, assessment_id, "r1", {"planning": frozenset()})
    assert {one.process_id for one in plumbline.assessments.load(ME, assessment_id).assignments} == {
        "building",
        "releasing",
    }

    plumbline.setup.assign(ME, assessment_id, "r1", {"planning": every})

    assert plumbline.assessments.load(ME, assessment_id).assignments == ()


def test_a_process_of_which_nothing_is_asked_any_more_loses_its_assignment(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.setup.assign(ME, assessment_id, "r1", {"planning": frozenset({"delivery"})})

    plumbline.setup.assign(ME, assessment_id, "r1", {"planning": frozenset()})

    assigned = [one.process_id for one in plumbline.assessments.load(ME, assessment_id).assignments]
    assert assigned == ["building", "releasing"]


def test_what_is_asked_of_a_process_out_of_scope_is_kept_for_when_it_is_back(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.setup.assign(ME, assessment_id, "r1", {"planning": frozenset({"delivery"})})
    plumbline.setup.set_scope(ME, assessment_id, ("building", "releasing"))

    plumbline.setup.assign(ME, assessment_id, "r1", {"building": frozenset({"control"})})

    assigned = {one.process_id: one.attribute_ids for one in plumbline.assessments.load(ME, assessment_id).assignments}
    assert (assigned["planning"], assigned["building"]) == (("delivery",), ("control",))


def test_nobody_can_be_asked_nothing(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    before = plumbline.assessments.load(ME, assessment_id)

    with pytest.raises(InvalidInput, match="nothing would be asked"):
        plumbline.setup.assign(ME, assessment_id, "r1", dict.fromkeys(before.scope, frozenset()))
    with pytest.raises(NotAvailable, match="This person"):
        plumbline.setup.assign(ME, assessment_id, "nobody", {"planning": frozenset({"delivery"})})

    assert plumbline.assessments.load(ME, assessment_id) == before


def test_a_process_that_comes_into_scope_later_names_those_whose_questions_were_narrowed(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline, respondent_ids=("r1", "r2", "r3"))
    plumbline.setup.set_scope(ME, assessment_id, ("planning",))
    plumbline.setup.assign(ME, assessment_id, "r1", {"planning": {"delivery", "control"}})
    assert plumbline.setup.unasked(ME, assessment_id) == {}
    plumbline.setup.change_scope(ME, assessment_id, "building", is_in=True)
    plumbline.setup.assign(ME, assessment_id, "r2", {"planning": {"control"}, "building": frozenset()})
    plumbline.setup.change_scope(ME, assessment_id, "releasing", is_in=True)
    assert plumbline.setup.unasked(ME, assessment_id) == {"building": ("r1",), "releasing": ("r1", "r2")}
    plumbline.setup.change_scope(ME, assessment_id, "building", is_in=False)
    assert plumbline.setup.unasked(ME, assessment_id) == {"releasing": ("r1", "r2")}
    plumbline.setup.change_scope(ME, assessment_id, "building", is_in=True)

    plumbline.setup.ask_unasked(ME, assessment_id)

    assert plumbline.setup.unasked(ME, assessment_id) == {}
    asked = {
        (one.respondent_id, one.process_id): frozenset(one.attribute_ids)
        for one in plumbline.assessments.load(ME, assessment_id).assignments
    }
    assert asked["r1", "building"] == asked["r1", "releasing"] == {"delivery", "control"}
    assert asked["r2", "releasing"] == {"control"}
    assert not any(respondent_id == "r3" for respondent_id, _ in asked)


def test_whose_questions_are_decided_anew_is_named_no_more(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.setup.set_scope(ME, assessment_id, ("planning",))
    plumbline.setup.assign(ME, assessment_id, "r1", {"planning": {"delivery", "control"}})
    plumbline.setup.change_scope(ME, assessment_id, "building", is_in=True)
    plumbline.setup.change_asked(ME, assessment_id, "r1", "planning", {"control": False})
    assert plumbline.setup.unasked(ME, assessment_id) == {}
