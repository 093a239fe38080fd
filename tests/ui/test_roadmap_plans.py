"""Saved plans on the Roadmap page: what is shown is the views', what is done is read back from the store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.answered.plans import SavedPlan
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from assessment.views.plans.comparing import plans_compared_view
from assessment.views.plans.drifting import drift_view
from assessment.views.plans.listing import plans_view
from assessment.views.wording.pages import plans as page_words
from assessment.views.wording.pages import shared as shared_words
from tests.ui.assessed import an_answered_one, opened, page
from tests.ui.test_roadmap import said_by, shown_rows, soft, texts

TIGHT = RoadmapSettings(wave_count=3, capacity=(2, 3, 3))


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


@pytest.fixture
def planned(plumbline: Plumbline) -> str:
    """An assessment with two plans; the one with less room is the plan."""
    assessment_id = an_answered_one(plumbline)
    plumbline.plans.save(ME, assessment_id, "Usual")
    chosen = plumbline.plans.save(ME, assessment_id, "Tight", settings=TIGHT)
    plumbline.plans.choose(ME, assessment_id, chosen, seen_id=None)
    return assessment_id


def plans_page(assessment_id: str) -> AppTest:
    return page("roadmap", assessment=assessment_id, plan="plans")


def kept(plumbline: Plumbline, assessment_id: str) -> dict[str, SavedPlan]:
    return {plan.name: plan for plan in plumbline.assessments.load(ME, assessment_id).plans}


def press(test: AppTest, label: str) -> None:
    next(button for button in test.button if button.label == label).click().run()


def pick(test: AppTest, label: str, plan_id: str) -> None:
    next(box for box in test.selectbox if box.label == label).set_value(plan_id).run()


def test_what_is_shown_is_what_the_views_say(plumbline: Plumbline, planned: str) -> None:
    test = plans_page(planned)
    computed = plumbline.results.read(ME, planned)
    listed, drift = plans_view(computed), drift_view(computed)
    ids = {name: plan.id for name, plan in kept(plumbline, planned).items()}
    compared = plans_compared_view(computed, ids["Tight"], ids["Usual"])
    said = said_by(test)
    assert said.count(soft(drift.finding)) == 2  # at the top of the page, and where its table is
    assert all(soft(text) in said for text in (listed.finding, *drift.notes, *compared.notes))
    assert shown_rows(test, "Saved") == texts(listed.table("plans"))
    assert shown_rows(test, "If kept") == texts(drift.table("drift"))
    assert shown_rows(test, "What it does") == texts(compared.table("steps"))
    assert shown_rows(test, "Difference") == texts(compared.table("sums"))


def test_without_a_plan_only_the_way_to_keep_one_is_there(plumbline: Plumbline) -> None:
    test = plans_page(an_answered_one(plumbline))
    said = said_by(test)
    assert page_words.SAVE_TITLE in said
    assert "No plan is saved yet." in said
    assert page_words.COMPARE_TITLE not in said
    assert page_words.DRIFT_TITLE not in said


def test_the_present_plan_is_kept_under_the_name_that_is_typed(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = plans_page(assessment_id)
    test.text_input[0].set_value("For the board")
    press(test, page_words.SAVE)
    assert list(kept(plumbline, assessment_id)) == ["For the board"]
    assert "1 plan is saved; none is chosen as the plan." in said_by(test)
    test.text_input[0].set_value("For the board")
    press(test, page_words.SAVE)
    assert len(kept(plumbline, assessment_id)) == 1
    assert "another plan is called" in said_by(test)


def test_a_plan_is_chosen_and_let_go_again(plumbline: Plumbline, planned: str) -> None:
    test, ids = plans_page(planned), {name: plan.id for name, plan in kept(plumbline, planned).items()}
    pick(test, page_words.ONE_LABEL, ids["Usual"])
    press(test, page_words.CHOOSE)
    assert {name: plan.is_chosen for name, plan in kept(plumbline, planned).items()} == {"Tight": False, "Usual": True}
    press(test, page_words.CHOOSE_NONE)
    assert not any(plan.is_chosen for plan in kept(plumbline, planned).values())


def test_a_choice_over_one_that_was_not_seen_shows_both_and_either_can_stay(plumbline: Plumbline, planned: str) -> None:
    ids = {name: plan.id for name, plan in kept(plumbline, planned).items()}
    for answer, stays in ((shared_words.KEEP_THEIRS, None), (shared_words.SAVE_MINE, "Usual")):
        test = plans_page(planned)
        pick(test, page_words.ONE_LABEL, ids["Usual"])
        present = next((plan.id for plan in kept(plumbline, planned).values() if plan.is_chosen), None)
        plumbline.plans.choose(ME, planned, None if present else ids["Tight"], seen_id=present)  # somebody else
        press(test, page_words.CHOOSE)
        assert "Usual" in said_by(test)
        chosen = {name for name, plan in kept(plumbline, planned).items() if plan.is_chosen}
        assert "Usual" not in chosen
        press(test, answer)
        after = {name for name, plan in kept(plumbline, planned).items() if plan.is_chosen}
        assert after == ({stays} if stays else chosen)


def test_settings_of_a_plan_are_tried_without_being_saved_and_given_up(plumbline: Plumbline, planned: str) -> None:
    test, ids = plans_page(planned), {name: plan.id for name, plan in kept(plumbline, planned).items()}
    before = plumbline.assessments.load(ME, planned).roadmap
    pick(test, page_words.ONE_LABEL, ids["Tight"])
    press(test, page_words.TRY)
    assert page_words.tried("Tight") in said_by(test)
    assert page_words.SAVE_TRIED in said_by(test)
    assert plumbline.assessments.load(ME, planned).roadmap == before
    test.text_input[0].set_value("Tight again")
    press(test, page_words.SAVE)
    assert kept(plumbline, planned)["Tight again"].settings == TIGHT
    press(test, page_words.BACK)
    assert page_words.tried("Tight") not in said_by(test)


def test_settings_of_a_plan_are_planned_with_again(plumbline: Plumbline, planned: str) -> None:
    test, ids = plans_page(planned), {name: plan.id for name, plan in kept(plumbline, planned).items()}
    pick(test, page_words.ONE_LABEL, ids["Tight"])
    press(test, page_words.RESTORE)
    assert plumbline.assessments.load(ME, planned).roadmap == TIGHT
    assert "is still what would be best now" in said_by(test)


def test_a_plan_is_called_otherwise_and_removed(plumbline: Plumbline, planned: str) -> None:
    test, ids = plans_page(planned), {name: plan.id for name, plan in kept(plumbline, planned).items()}
    pick(test, page_words.ONE_LABEL, ids["Usual"])
    next(field for field in test.text_input if field.label == page_words.RENAME_LABEL).set_value("Normal").run()
    press(test, page_words.RENAME)
    assert sorted(kept(plumbline, planned)) == ["Normal", "Tight"]
    press(test, page_words.CONFIRM_REMOVE)
    assert list(kept(plumbline, planned)) == ["Tight"]


def test_two_others_can_be_set_side_by_side(plumbline: Plumbline, planned: str) -> None:
    test, ids = plans_page(planned), {name: plan.id for name, plan in kept(plumbline, planned).items()}
    pick(test, page_words.SECOND_LABEL, "present")
    view = plans_compared_view(plumbline.results.read(ME, planned), ids["Tight"], "present")
    assert shown_rows(test, "Difference") == texts(view.table("sums"))
    pick(test, page_words.FIRST_LABEL, "present")
    assert page_words.SAME_TWICE in said_by(test)


def test_once_it_is_validated_plans_are_seen_and_not_changed(plumbline: Plumbline, planned: str) -> None:
    plumbline.assessments.validate(ME, planned)
    test = plans_page(planned)
    labels = {button.label for button in test.button}
    assert not labels & {page_words.SAVE, page_words.CHOOSE, page_words.RENAME, page_words.RESTORE}
    assert shown_rows(test, "Saved")
