"""What somebody of each access role sees on the pages, and that what was taken away does nothing any more."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.access.account import Scope
from assessment.domain.access.permissions import AccessRole
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.authority import Actor
from assessment.services.plumbline import Plumbline
from assessment.ui import navigation, session
from tests.services.access import give, somebody
from tests.ui.assessed import id_in_url, opened, page, words
from tests.ui.talked_over import ACTIVITY, a_talked_over_one, item_key, questions
from tests.ui.test_gone import navigated

OF_READERS = {"Assessments", "Results", "Roadmap", "Commentary", "Report"}


@pytest.fixture(scope="module")
def plumbline(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plumbline]:
    with pytest.MonkeyPatch.context() as patch, opened(tmp_path_factory.mktemp("roles"), patch) as plumbline:
        yield plumbline


@pytest.fixture(scope="module")
def assessment_id(plumbline: Plumbline) -> str:
    return a_talked_over_one(plumbline)


@pytest.fixture
def acting(plumbline: Plumbline, assessment_id: str, monkeypatch: pytest.MonkeyPatch) -> Acting:
    return Acting(plumbline, assessment_id, monkeypatch)


class Acting:
    """Lets pages be drawn for somebody of an access role."""

    def __init__(self, plumbline: Plumbline, assessment_id: str, patch: pytest.MonkeyPatch) -> None:
        self._plumbline, self._id, self._patch = plumbline, assessment_id, patch

    def as_(self, role: AccessRole, respondent_id: str | None = None) -> Actor:
        """From now on the pages are drawn for a new account with one access role on the assessment."""
        is_wide = role is AccessRole.ADMINISTRATOR
        scope = Scope(role=role, assessment_id=None if is_wide else self._id, respondent_id=respondent_id)
        actor = somebody(self._plumbline, scope)
        self._patch.setattr(session, "actor", lambda: actor)
        return actor

    def nobody(self) -> None:
        """From now on the pages are drawn for an account without an access role."""
        actor = somebody(self._plumbline)
        self._patch.setattr(session, "actor", lambda: actor)


def buttons(test: AppTest) -> set[str]:
    return {one.label for one in test.button}


def in_menu(assessment_id: str) -> set[str]:
    """The pages in the menu while the assessment is open."""

    def draw(assessment_id: str) -> None:
        import streamlit as st

        from assessment.ui import navigation

        st.session_state["url:assessment"] = assessment_id
        st.session_state["menu"] = [one.title for one in navigation.pages() if one.visibility == "visible"]

    test = AppTest.from_function(draw, args=(assessment_id,), default_timeout=30).run()
    assert not test.exception
    return set(test.session_state["menu"])


def test_the_menu_holds_the_pages_of_an_access_role(acting: Acting, assessment_id: str) -> None:
    everything = set(navigation._TITLES.values())
    for role, respondent_id, wanted in (
        (AccessRole.ADMINISTRATOR, None, everything),
        (AccessRole.FACILITATOR, None, everything - {"Accounts"}),
        (AccessRole.ANALYST, None, everything - {"Accounts"}),
        (AccessRole.READER, None, OF_READERS),
        (AccessRole.RESPONDENT, "r1", {"Assessments", "Questionnaire"}),
    ):
        acting.as_(role, respondent_id)
        assert in_menu(assessment_id) == wanted, role


def test_a_reader_reads_results_roadmap_texts_and_report_without_a_name_and_without_a_way_to_change(
    acting: Acting, assessment_id: str
) -> None:
    acting.as_(AccessRole.READER)
    for name in ("results", "roadmap", "commentary", "report"):
        test = navigated(name, assessment_id, assessment=assessment_id)
        assert not test.exception
        assert not test.error, name
        said = words(test)
        assert not [one for one in ("Ada", "Ben", "Desk", "Ask the board.") if one in said], name
    assert not buttons(test) & {"Validate", "Sign off", "Export"}
    assert all(field.disabled for field in navigated("commentary", "", assessment=assessment_id).text_area)
    roadmap = navigated("roadmap", assessment_id, assessment=assessment_id)
    assert [tab.label for tab in roadmap.tabs] == ["Priorities", "Waves", "After each wave"]
    assert not roadmap.slider


def test_pages_of_others_say_so_to_a_reader_and_nothing_to_a_stranger(acting: Acting, assessment_id: str) -> None:
    acting.as_(AccessRole.READER)
    for name in ("set_up", "missing", "quotes"):
        test = navigated(name, assessment_id, assessment=assessment_id)
        assert [title.value for title in test.title] == ["This page is for those who work on the assessment"]
        assert not test.error
    acting.nobody()
    for name in ("set_up", "results", "report"):
        test = navigated(name, assessment_id, assessment=assessment_id)
        assert [title.value for title in test.title] == ["This assessment is not here any more"]
    assert "Nothing here is yours yet" in words(page("assessments"))
    for name in ("set_up", "layouts", "frameworks", "accounts"):
        test = navigated(name, "")
        assert [title.value for title in test.title] == ["This page is for those who work on the assessment"]


def test_the_menu_of_a_row_holds_what_one_may_do(acting: Acting, assessment_id: str) -> None:
    for role, wanted in (
        (AccessRole.FACILITATOR, {"Copy", "Download", "Framework version", "Remove"}),
        (AccessRole.ANALYST, {"Download", "Framework version"}),
        (AccessRole.READER, set()),
    ):
        acting.as_(role)
        test = page("assessments")
        assert not test.exception
        menus = [one.proto for one in test.get("menu_button")]
        assert {option for menu in menus for option in menu.options} == wanted
        assert ("New assessment" in buttons(test)) is (role is AccessRole.FACILITATOR)


def test_an_analyst_cannot_change_people_nor_sign_off(acting: Acting, assessment_id: str) -> None:
    acting.as_(AccessRole.ANALYST)
    test = navigated("report", assessment_id, assessment=assessment_id)
    assert "Validate" in buttons(test)
    assert "Sign off" not in buttons(test)
    people = page("set_up", {"section": "People"}, assessment=assessment_id)
    assert "changed by the facilitator" in words(people)
    assert "Add" not in buttons(people)
    acting.as_(AccessRole.FACILITATOR)
    assert "Sign off" in buttons(navigated("report", assessment_id, assessment=assessment_id))
    assert "changed by the facilitator" not in words(page("set_up", {"section": "People"}, assessment=assessment_id))


def test_a_respondent_finds_their_own_questions_and_nobody_elses(acting: Acting, assessment_id: str) -> None:
    acting.as_(AccessRole.RESPONDENT, "r2")
    home = page("assessments")
    assert [title.value for title in home.title] == ["Your questionnaires"]
    test = questions(assessment_id, "planning", "r1")  # the address of somebody else
    assert not test.exception
    assert id_in_url(test, "respondent") == "r2"
    assert "Ben" in words(test)
    assert "Ada" not in words(test)
    assert not [one for one in test.selectbox if one.label == "Who answers?"]
    assert "The room agreed" not in words(test)
    folds = test.button_group(key=item_key(ACTIVITY, "fold", "r2"))
    assert set(folds.options) == {"What good looks like", "Note and evidence", "Comment on the question"}


def test_an_access_role_that_is_taken_away_mid_visit_ends_the_next_click(
    acting: Acting, plumbline: Plumbline, assessment_id: str
) -> None:
    actor = acting.as_(AccessRole.RESPONDENT, "r2")
    test = questions(assessment_id, "planning", "r2")
    before = plumbline.assessments.load(ME, assessment_id).ratings
    give(plumbline, actor)
    test.radio[0].set_value(test.radio[0].options[0] if not test.radio[0].value else None).run()
    assert not test.exception
    assert plumbline.assessments.load(ME, assessment_id).ratings == before
    assert "This assessment is not available." in words(test)
    assert "Nothing here is yours yet" in words(questions(assessment_id, "planning", "r2"))
