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
from tests.services.printing import Printer
from tests.services.test_layouts import looked_at
from tests.ui.assessed import id_in_url, opened, page, words
from tests.ui.talked_over import ACTIVITY, a_talked_over_one, item_key, questions
from tests.ui.test_gone import navigated

OF_READERS = {"Assessments", "Results", "Roadmap", "Board", "Commentary", "Report", "Across units"}


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
        return self.with_(scope)

    def of_organisation(self, role: AccessRole) -> Actor:
        """From now on the pages are drawn for a new account with one access role on the assessment's organisation."""
        (organisation,) = self._plumbline.organisations.list_organisations(ME)
        return self.with_(Scope(role=role, organisation_id=organisation.id))

    def with_(self, *scopes: Scope) -> Actor:
        """From now on the pages are drawn for a new account with these access roles."""
        actor = somebody(self._plumbline, *scopes)
        self._patch.setattr(session, "actor", lambda: actor)
        return actor

    def nobody(self) -> None:
        """From now on the pages are drawn for an account without an access role."""
        self.with_()


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
    for name in ("results", "roadmap", "board", "commentary", "report"):
        test = navigated(name, assessment_id, assessment=assessment_id)
        assert not test.exception
        assert not test.error, name
        said = words(test)
        assert not [one for one in ("Ada", "Ben", "Desk", "Ask the board.") if one in said], name
    assert not buttons(test) & {"Validate", "Sign off", "Export"}
    assert all(field.disabled for field in navigated("commentary", "", assessment=assessment_id).text_area)
    roadmap = navigated("roadmap", assessment_id, assessment=assessment_id)
    assert [tab.label for tab in roadmap.tabs] == ["Priorities", "Waves", "After each wave", "What more buys", "Plans"]
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
    every = {"Copy", "Download", "Framework version", "Remove"}
    for give_to, role, wanted in (
        (acting.as_, AccessRole.ADMINISTRATOR, every),
        (acting.of_organisation, AccessRole.FACILITATOR, every),
        (acting.as_, AccessRole.FACILITATOR, every - {"Copy"}),
        (acting.of_organisation, AccessRole.ANALYST, {"Download", "Framework version"}),
        (acting.as_, AccessRole.READER, set()),
    ):
        give_to(role)
        test = page("assessments")
        assert not test.exception
        menus = [one.proto for one in test.get("menu_button")]
        assert {option for menu in menus for option in menu.options} == wanted
        may_begin = "Copy" in wanted
        assert {"New assessment", "Import"} & buttons(test) == ({"New assessment", "Import"} if may_begin else set())
        assert ("Organisations and units" in {fold.label for fold in test.expander}) is may_begin


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


def test_who_may_begin_in_one_organisation_chooses_it_and_nobody_is_asked_for_a_name_that_is_then_refused(
    acting: Acting, plumbline: Plumbline, assessment_id: str
) -> None:
    theirs = plumbline.assessments.load(ME, assessment_id).header.organisation
    acting.of_organisation(AccessRole.FACILITATOR)
    test = AppTest.from_string(
        "from assessment.ui.pages.assessments.new import new_dialog\nnew_dialog()\n", default_timeout=30
    ).run()
    assert test.selectbox(key="new:organisation:of").options == [theirs]
    assert "new:organisation" not in {field.key for field in test.text_input}
    test.text_input(key="new:name").input("The next one")
    test.button(key="new:go").click().run()
    begun = [one.header for one in plumbline.assessments.list_assessments(ME) if one.header.name == "The next one"]
    assert [one.organisation for one in begun] == [theirs]
    plumbline.assessments.remove(ME, begun[0].id)


def test_the_organisation_of_an_assessment_is_changed_by_whoever_may_begin_in_it(
    acting: Acting, assessment_id: str
) -> None:
    for give_to, is_locked in ((acting.as_, True), (acting.of_organisation, False)):
        give_to(AccessRole.FACILITATOR)
        test = page("set_up", assessment=assessment_id)
        fields = {field.label: field.disabled for field in test.text_input}
        assert (fields["Name of the assessment"], fields["Organisation"]) == (False, is_locked)


def test_a_reader_is_told_why_a_commentary_cannot_be_changed_and_offered_nothing_to_press(
    acting: Acting, assessment_id: str
) -> None:
    acting.as_(AccessRole.READER)
    test = navigated("commentary", "", assessment=assessment_id)
    assert "You may read this." in words(test)
    assert "your own words" not in words(test)
    assert not test.text_area
    assert not buttons(test)
    acting.as_(AccessRole.ANALYST)
    test = navigated("commentary", "", assessment=assessment_id)
    assert "You may read this." not in words(test)
    assert [field.disabled for field in test.text_area] == [False]


def test_layouts_are_locked_for_whoever_may_print_by_them_and_not_change_them(
    acting: Acting, plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plumbline.layouts, "_worker", Printer(lambda order: looked_at(order.document)))
    acting.as_(AccessRole.FACILITATOR)
    test = page("layouts")
    assert "Make a layout" not in words(test)
    assert not buttons(test)
    layout_id = plumbline.layouts.create(ME, "Ours")
    for role, is_locked in ((AccessRole.FACILITATOR, True), (AccessRole.ADMINISTRATOR, False)):
        acting.as_(role)
        test = page("layouts")
        assert not test.exception
        assert ("Changing them takes access to everything." in words(test)) is is_locked
        fields = (*test.text_input, *test.color_picker, *test.checkbox, *test.selectbox)
        assert {one.disabled for one in fields if one.key != "layouts:chosen"} == {is_locked}
        assert bool(buttons(test)) is not is_locked
        assert bool(test.get("file_uploader")) is not is_locked
        assert len(test.get("download_button")) == 1
    plumbline.layouts.remove(ME, layout_id)
