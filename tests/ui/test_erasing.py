"""Set-up, People: somebody is erased as the dialog was filled in, and whoever may not is not asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.access.account import Scope
from assessment.domain.access.permissions import AccessRole
from assessment.domain.erasing import AnswersBecome
from assessment.services.plumbline import Plumbline
from assessment.ui import session
from assessment.views.wording.erasing import BECOME
from tests.services.access import somebody
from tests.ui.assessed import opened, words
from tests.ui.set_up import a_full_one, loaded, tab

ERASE = "Erase a person"
DIALOG = """
from assessment.services.naming import names_in
from assessment.ui.pages import set_up
from assessment.ui.pages.set_up.erasing import _dialog

frame = set_up._frame({!r}, set_up.TABS["People"])
_dialog(frame, tuple(sorted(set(names_in(frame.assessment).values()))))
"""


@pytest.fixture(scope="module")
def plumbline(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plumbline]:
    """One for all: each test edits an assessment of its own."""
    with pytest.MonkeyPatch.context() as patch, opened(tmp_path_factory.mktemp("erasing"), patch) as plumbline:
        yield plumbline


def pressed(test: AppTest, label: str) -> AppTest:
    return next(one for one in test.button if one.label == label).click().run()


def asked(assessment_id: str, name: str) -> AppTest:
    """The dialog, open, with a name chosen."""
    test = AppTest.from_string(DIALOG.format(assessment_id), default_timeout=30).run()
    return test.selectbox(key=f"set-up:{assessment_id}:erase-name").set_value(name).run()


def test_the_name_goes_from_the_places_that_were_ticked_and_from_no_other(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline)
    before = loaded(plumbline, assessment_id)
    test = asked(assessment_id, "Ada")
    ticked = {box.label: box for box in test.checkbox if box.key and ":erase-place:" in box.key}
    (approver,) = (box for label, box in ticked.items() if label.startswith("Approver of a target"))
    assert len(ticked) == 2
    assert all(box.value for box in ticked.values())
    approver.uncheck().run()
    test = pressed(test, "Erase for good")
    assert not test.exception
    after = loaded(plumbline, assessment_id)
    assert [one.name for one in after.respondents if one.id in ("r1", "r2")] == [None, "Ben"]
    assert [one.approver for one in after.targets if one.process_id == "planning"] == ["Ada"]
    assert after.ratings == before.ratings
    assert "Close" in {one.label for one in test.button}
    assert "Erase for good" not in {one.label for one in test.button}


def test_the_answers_go_where_that_was_chosen(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline)
    before = loaded(plumbline, assessment_id)
    test = asked(assessment_id, "Ben")
    choice = test.radio(key=f"set-up:{assessment_id}:erase-answers")
    assert choice.options == list(BECOME.values())
    choice.set_value(AnswersBecome.GO).run()
    pressed(test, "Erase for good")
    after = loaded(plumbline, assessment_id)
    assert any(one.respondent_id == "r2" for one in before.ratings)
    assert after.ratings == tuple(one for one in before.ratings if one.respondent_id != "r2")
    assert "Ben" not in after.model_dump_json()


def test_with_no_place_ticked_there_is_nothing_to_press(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline)
    test = asked(assessment_id, "Ben")
    for box in test.checkbox:
        if box.key and ":erase-" in box.key:
            test = box.uncheck().run()
    assert "This cannot be taken back." in words(test)
    assert next(one for one in test.button if one.label == "Erase for good").disabled


def test_only_who_may_change_the_people_is_offered_it(plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch) -> None:
    assessment_id = a_full_one(plumbline)
    for role, is_offered in ((AccessRole.ANALYST, False), (AccessRole.FACILITATOR, True)):
        actor = somebody(plumbline, Scope(role=role, assessment_id=assessment_id))
        monkeypatch.setattr(session, "actor", lambda actor=actor: actor)
        assert (ERASE in {one.label for one in tab(assessment_id, "People").button}) is is_offered, role
