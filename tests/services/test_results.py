"""Results belong to one state of one assessment, and are computed once for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assessment.domain.answered.assessment import Opinion
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.rating.scoring import score_assessment
from assessment.errors import InvalidInput, NotAvailable
from assessment.services.actor import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from tests.builders import rated
from tests.services.conftest import begun

ITEM = "planning.deliver-1"


def test_results_are_those_of_the_method_and_kept_until_something_changes(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.questionnaire.answer(ME, assessment_id, rated(ITEM, 3))
    first = plumbline.results.compute(ME, assessment_id)
    assert first.assessment == plumbline.assessments.load(ME, assessment_id)
    assert first.result == score_assessment(first.framework, first.assessment)
    assert plumbline.results.compute(ME, assessment_id) is first
    plumbline.questionnaire.answer(ME, assessment_id, rated(ITEM, 3))
    assert plumbline.results.compute(ME, assessment_id) is first
    plumbline.questionnaire.answer(ME, assessment_id, rated(ITEM, 5))
    second = plumbline.results.compute(ME, assessment_id)
    assert second.assessment.ratings == (rated(ITEM, 5),)
    assert second.snapshot_hash != first.snapshot_hash


def test_results_of_a_removed_assessment_are_not_those_of_one_imported_under_its_id(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    empty = plumbline.exchange.export_json(ME, assessment_id)
    plumbline.assessments.remove(ME, assessment_id)
    plumbline.exchange.import_json(ME, empty, "a.json")
    before = plumbline.results.compute(ME, assessment_id)
    plumbline.assessments.remove(ME, assessment_id)
    with pytest.raises(NotAvailable):
        plumbline.results.compute(ME, assessment_id)
    other = empty.replace(b"First round", b"Other round")
    assert plumbline.exchange.import_json(ME, other, "b.json") == assessment_id
    after = plumbline.results.compute(ME, assessment_id)
    assert (before.assessment.header.name, after.assessment.header.name) == ("First round", "Other round")


def test_results_of_a_signed_off_assessment_are_those_of_its_snapshot(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.questionnaire.answer(ME, assessment_id, rated(ITEM, 3))
    plumbline.assessments.sign_off(ME, assessment_id, "Ann Example")
    signed = plumbline.results.compute(ME, assessment_id)
    with plumbline._store._engine.begin() as connection:  # somebody with access to the file
        connection.exec_driver_sql("UPDATE rating SET answer_code = 5")
        connection.exec_driver_sql("UPDATE chain SET head = 'x'")
    again = plumbline.results.compute(ME, assessment_id)
    assert again.assessment == signed.assessment
    assert again.snapshot_hash == signed.snapshot_hash


def test_a_plan_is_kept_and_a_preview_saves_nothing(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.setup.save(ME, assessment_id, Opinion(respondent_id="r1", process_id="planning", pain=5, importance=5))
    plan = plumbline.roadmap.plan(ME, assessment_id)
    assert plumbline.roadmap.plan(ME, assessment_id) is plan
    before = plumbline.exchange.export_json(ME, assessment_id)
    wanted = RoadmapSettings(wave_count=1, capacity=(0,))
    _, previewed = plumbline.roadmap.preview(ME, assessment_id, wanted)
    assert len(previewed.waves) == 1
    assert not previewed.waves[0].steps
    assert previewed.not_funded
    assert plumbline.exchange.export_json(ME, assessment_id) == before
    assert plumbline.roadmap.plan(ME, assessment_id) == plan
    plumbline.setup.save(ME, assessment_id, wanted)
    assert plumbline.roadmap.plan(ME, assessment_id) == previewed


def test_a_preview_of_settings_that_do_not_fit_is_refused(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    broken = RoadmapSettings.model_construct(wave_count=2, capacity=(1,), pain_weight=-1.0)
    with pytest.raises(InvalidInput):
        plumbline.roadmap.preview(ME, assessment_id, broken)


def test_firmness_is_the_same_for_the_same_state(new_plumbline: Callable[[str], Plumbline], database_url: str) -> None:
    plumbline = new_plumbline(database_url)
    assessment_id = begun(plumbline)
    for code, item_id in enumerate(("planning.control", "building.control", "releasing.control")):
        plumbline.questionnaire.answer(ME, assessment_id, rated(item_id, code))
    firmness = plumbline.results.firmness(ME, assessment_id)
    assert plumbline.results.firmness(ME, assessment_id) is firmness
    assert {one.process_id for one in firmness.processes} <= {"planning", "building", "releasing"}
