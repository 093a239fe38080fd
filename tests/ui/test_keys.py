"""No widget of one assessment shares its key with a widget of another, nor one person's with another's.

What is typed, and what became of a save, is remembered by key: an equal key would show it where it does not belong.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from assessment.services.plumbline import Plumbline
from assessment.ui.pages.set_up import TABS
from assessment.views.wording.pages.board import PARTS as BOARD_PARTS
from assessment.views.wording.pages.results import PART_NAMES
from assessment.views.wording.pages.roadmap import PARTS
from tests.ui.assessed import an_answered_one, opened, page
from tests.ui.set_up import FULL
from tests.ui.talked_over import ACTIVITY, CONTENT, a_talked_over_one, page_key

BOUND_TO_THE_URL = {"section", "tab"}  # the open tab of a page: a name, kept in the URL and of no assessment
PAGES: dict[str, list[dict[str, str]]] = {
    "set_up": [{"section": name} for name in TABS],
    "questionnaire": [{}, {"respondent": "r1"}, {"respondent": "r1", "process": "planning"}],
    "workshop": [{}, {"tab": "Agenda"}, {"tab": "Survey"}],
    "results": [{"part": part} for part in PART_NAMES],
    "roadmap": [{"plan": part} for part in PARTS],
    "board": [{"on": part} for part in BOARD_PARTS],
    "report": [{}],
    "quotes": [{}],
    "commentary": [{}],
}
PLACES = {"flex_container"}  # they hold nothing: their key is a class for the style sheet
FOLDS = ("guidance", "notes", "flag", "feedback", "agree", "history")


@pytest.fixture(scope="module")
def plumbline(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plumbline]:
    with pytest.MonkeyPatch.context() as patched, opened(tmp_path_factory.mktemp("opened"), patched) as plumbline:
        yield plumbline


def keys_of(test: AppTest) -> set[str]:
    """The keys of everything on a page that a reader can set."""
    assert not test.exception
    elements = [one for block in (test.main, test.sidebar) for one in walked(block)]
    own = [one for one in elements if getattr(one, "type", "") not in PLACES]
    return {key for one in own if (key := str(getattr(one, "key", None) or ""))} - BOUND_TO_THE_URL


def walked(block: object) -> Iterator[object]:
    children = getattr(block, "children", None)
    if not isinstance(children, dict):
        yield block
        return
    for child in children.values():
        yield from walked(child)
    yield block


@pytest.mark.parametrize(("name", "ids"), [(name, ids) for name, places in PAGES.items() for ids in places])
def test_no_key_of_a_page_is_that_of_the_same_page_of_another_assessment(
    plumbline: Plumbline, name: str, ids: dict[str, str]
) -> None:
    content = {**CONTENT, **{part: FULL[part] for part in FULL if part not in CONTENT and part != "assignments"}}
    first, second = (
        keys_of(page(name, None, assessment=an_answered_one(plumbline, **without_answers(content)), **ids))
        for _ in range(2)
    )

    assert first
    assert len(first) == len(second)
    assert first & second == set()


def without_answers(content: dict[str, object]) -> dict[str, object]:
    """What can be entered beside the answers, which are made anew."""
    return {part: entries for part, entries in content.items() if part not in ("ratings", "asks_to_be", "agreed")}


@pytest.mark.parametrize("fold", FOLDS)
def test_no_key_of_a_question_is_that_of_the_same_question_of_another_assessment_or_person(
    plumbline: Plumbline, fold: str
) -> None:
    keys = []
    for assessment_id in (a_talked_over_one(plumbline), a_talked_over_one(plumbline)):
        for respondent_id in ("r1", "r2"):
            test = page("questionnaire", None, assessment=assessment_id, respondent=respondent_id, process="planning")
            key = page_key(f"{ACTIVITY}:fold", respondent_id, assessment_id)
            own = keys_of(test.button_group(key=key).set_value(fold).run())
            picker = f"questionnaire:{assessment_id}:respondent"
            assert picker in own
            keys.append(own - {picker})  # who answers is chosen for an assessment, whoever it was

    assert all(not one & other for place, one in enumerate(keys) for other in keys[place + 1 :])
    assert all(len(one) > 20 for one in keys)
