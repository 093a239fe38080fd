"""Results belong to one state of one assessment, and are computed once for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date

import pytest

from assessment.domain.answered.assessment import Opinion, Respondent, Role, Target
from assessment.domain.answered.organisation import LinkageRating, Owner
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.planning import firmness, roadmap
from assessment.domain.rating.scoring import score_assessment
from assessment.errors import InvalidInput, NotAvailable
from assessment.services import computing
from assessment.services.assessments import HeaderChange
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from tests.builders import agreed, an_answer, rated
from tests.services.conftest import at_once, begun, counted, remove_for_good

ITEM = "planning.deliver-1"
Change = Callable[[Plumbline, str], object]


def test_results_are_those_of_the_method_and_kept_until_something_changes(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.answering.save(ME, assessment_id, rated(ITEM, 3))
    first = plumbline.results.compute(ME, assessment_id)
    assert first.assessment == plumbline.assessments.load(ME, assessment_id)
    assert first.result == score_assessment(first.framework, first.assessment)
    assert plumbline.results.compute(ME, assessment_id) is first
    plumbline.answering.save(ME, assessment_id, rated(ITEM, 3))
    assert plumbline.results.compute(ME, assessment_id) is first
    plumbline.answering.save(ME, assessment_id, rated(ITEM, 5))
    second = plumbline.results.compute(ME, assessment_id)
    assert second.assessment.ratings == (rated(ITEM, 5),)
    assert second.snapshot_hash != first.snapshot_hash


CHANGES: tuple[Change, ...] = (
    lambda p, a: p.answering.save(ME, a, rated(ITEM, 5)),
    lambda p, a: p.answering.save(ME, a, rated("building.control", 2, "r2")),
    lambda p, a: p.answering.clear(ME, a, "r1", ITEM, rated(ITEM, 5).horizon),
    lambda p, a: p.answering.agree(ME, a, agreed("planning.control", 4)),
    lambda p, a: p.setup.save(ME, a, Target(process_id="planning", level=2)),
    lambda p, a: p.setup.save(ME, a, Owner(process_id="building", name="Ann Example")),
    lambda p, a: p.setup.save(ME, a, Opinion(respondent_id="r2", process_id="planning", pain=5, importance=4)),
    lambda p, a: p.setup.save(ME, a, LinkageRating(linkage_id="planning-to-building", answer=an_answer(1))),
    lambda p, a: p.setup.save(ME, a, RoadmapSettings(pain_weight=1.0, importance_weight=0.0)),
    lambda p, a: p.setup.save(ME, a, Respondent(id="r3", role=Role.LEADERSHIP)),
    lambda p, a: p.assessments.update_header(ME, a, HeaderChange(carry_percent=85.0)),
    lambda p, a: p.assessments.update_header(ME, a, HeaderChange(assessed_on=date(2026, 2, 1))),
    lambda p, a: p.setup.remove(ME, a, Respondent, "r2"),
    lambda p, a: p.setup.set_scope(ME, a, ("planning", "building")),
)


def test_after_any_change_results_are_what_scoring_everything_anew_gives(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    for number, process_id in enumerate(("planning", "building", "releasing")):
        for respondent_id in ("r1", "r2"):
            plumbline.answering.save(ME, assessment_id, rated(f"{process_id}.control", number, respondent_id))
    for change in CHANGES:
        before = plumbline.results.compute(ME, assessment_id)
        change(plumbline, assessment_id)
        after = plumbline.results.compute(ME, assessment_id)
        assert after is not before
        assert after.result == score_assessment(after.framework, after.assessment)


def test_one_answer_is_not_worth_scoring_everything(plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch) -> None:
    assessment_id = begun(plumbline)
    calls = counted(monkeypatch, (computing, "score_assessment"), (computing, "rescore_processes"))
    plumbline.results.compute(ME, assessment_id)
    plumbline.answering.save(ME, assessment_id, rated(ITEM, 5))
    plumbline.results.compute(ME, assessment_id)
    assert calls == {"score_assessment": 1, "rescore_processes": 1}
    plumbline.setup.set_scope(ME, assessment_id, ("planning",))
    plumbline.results.compute(ME, assessment_id)
    assert calls["score_assessment"] == 2


def test_ten_who_ask_at_once_make_everything_once(plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch) -> None:
    assessment_id = begun(plumbline)
    plumbline.answering.save(ME, assessment_id, rated(ITEM, 3))
    calls = counted(monkeypatch, (computing, "score_assessment"), (roadmap, "plan_roadmap"), (firmness, "draw"))
    found: list[tuple[object, object, object]] = []

    def ask() -> None:
        computed = plumbline.results.compute(ME, assessment_id)
        found.append((computed, computed.roadmap, computed.firmness))

    assert at_once(*[ask] * 10) == []
    assert len({tuple(map(id, one)) for one in found}) == 1
    assert calls == {"score_assessment": 1, "plan_roadmap": 1, "draw": 1}


def test_who_asks_while_somebody_answers_gets_a_whole_state(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    is_over = threading.Event()

    def answer() -> None:
        for code in (0, 1, 2, 3, 4, 5) * 3:
            plumbline.answering.save(ME, assessment_id, rated(ITEM, code))
        is_over.set()

    def ask() -> None:
        while not is_over.is_set():
            computed = plumbline.results.compute(ME, assessment_id)
            assert computed.result == score_assessment(computed.framework, computed.assessment)

    assert at_once(answer, ask, ask) == []
    assert plumbline.results.compute(ME, assessment_id).assessment.ratings == (rated(ITEM, 5),)


def test_what_fails_is_tried_anew_by_the_next_who_asks(plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch) -> None:
    assessment_id = begun(plumbline)

    def fail(*_: object) -> None:
        raise InvalidInput("Scoring", "it failed", "Try again.")

    with monkeypatch.context() as patched:
        patched.setattr(computing, "score_assessment", fail)
        for _ in range(2):
            with pytest.raises(InvalidInput, match="it failed"):
                plumbline.results.compute(ME, assessment_id)
    assert plumbline.results.compute(ME, assessment_id).result.processes


def test_only_the_newest_state_is_kept_and_not_more_than_memory_allows(
    plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = plumbline.results._computing
    first_id = begun(plumbline)
    for code in range(4):
        plumbline.answering.save(ME, first_id, rated(ITEM, code))
        plumbline.results.compute(ME, first_id)
    assert [state.assessment_id for state in own._kept] == [first_id]
    monkeypatch.setattr(own._kept, "_Cache__maxsize", int(1.5 * own._kept.currsize))
    second_id = begun(plumbline)
    plumbline.results.compute(ME, second_id)
    assert [state.assessment_id for state in own._kept] == [second_id]


def test_results_of_a_removed_assessment_are_not_those_of_one_imported_under_its_id(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    empty = plumbline.exchange.export_json(ME, assessment_id)
    remove_for_good(plumbline, assessment_id)
    plumbline.exchange.import_json(ME, empty, "a.json")
    before = plumbline.results.compute(ME, assessment_id)
    remove_for_good(plumbline, assessment_id)
    with pytest.raises(NotAvailable):
        plumbline.results.compute(ME, assessment_id)
    other = empty.replace(b"First round", b"Other round")
    assert plumbline.exchange.import_json(ME, other, "b.json") == assessment_id
    after = plumbline.results.compute(ME, assessment_id)
    assert (before.assessment.header.name, after.assessment.header.name) == ("First round", "Other round")


def test_results_of_a_signed_off_assessment_are_those_of_its_snapshot(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.answering.save(ME, assessment_id, rated(ITEM, 3))
    signed_hash = plumbline.assessments.sign_off(ME, assessment_id, "Ann Example")
    signed = plumbline.results.compute(ME, assessment_id)
    assert signed.snapshot_hash == signed_hash
    with plumbline._store._engine.begin() as connection:  # somebody with access to the file
        connection.exec_driver_sql("UPDATE rating SET answer_code = 5")
        connection.exec_driver_sql("UPDATE chain SET head = 'x'")
    again = plumbline.results.compute(ME, assessment_id)
    assert again.assessment == signed.assessment
    assert again.snapshot_hash == signed.snapshot_hash


def test_a_plan_is_kept_and_a_preview_saves_nothing(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.setup.save(ME, assessment_id, Opinion(respondent_id="r1", process_id="planning", pain=5, importance=5))
    plumbline.answering.save(ME, assessment_id, rated(ITEM, 1))
    plan = plumbline.results.compute(ME, assessment_id).roadmap
    assert plumbline.results.compute(ME, assessment_id).roadmap is plan
    before = plumbline.exchange.export_json(ME, assessment_id)
    others = RoadmapSettings(wave_count=1, capacity=(0,))
    previewed = plumbline.roadmap.preview(ME, assessment_id, others)
    assert plumbline.roadmap.preview(ME, assessment_id, others) is previewed
    assert previewed.assessment.roadmap == others
    assert len(previewed.roadmap.waves) == 1
    assert not previewed.roadmap.waves[0].steps
    assert previewed.roadmap.not_funded
    assert plumbline.exchange.export_json(ME, assessment_id) == before
    assert plumbline.results.compute(ME, assessment_id).roadmap is plan
    plumbline.setup.save(ME, assessment_id, others)
    saved = plumbline.results.compute(ME, assessment_id)
    assert (saved.roadmap, saved.snapshot_hash) == (previewed.roadmap, previewed.snapshot_hash)


def test_a_preview_weighs_priorities_by_the_weights_that_are_tried(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.answering.save(ME, assessment_id, rated(ITEM, 1))
    plumbline.setup.save(ME, assessment_id, Opinion(respondent_id="r1", process_id="planning", pain=5, importance=0))
    by_pain = RoadmapSettings(pain_weight=1.0, importance_weight=0.0, leverage_weight=0.0)
    by_importance = RoadmapSettings(pain_weight=0.0, importance_weight=1.0, leverage_weight=0.0)
    impacts = [
        plumbline.roadmap.preview(ME, assessment_id, settings).result.priorities[0].impact_share
        for settings in (by_pain, by_importance)
    ]
    assert impacts == [1.0, 0.0]


def test_a_preview_of_settings_that_do_not_fit_is_refused(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    broken = RoadmapSettings.model_construct(wave_count=2, capacity=(1,), pain_weight=-1.0)
    with pytest.raises(InvalidInput):
        plumbline.roadmap.preview(ME, assessment_id, broken)
