"""The page Missing: a line for each thing, and a link that opens the very place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.answered.assessment import CriticalService
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from assessment.ui.pages.set_up import TABS
from assessment.views.missing import missing_view
from tests.ui.assessed import HOSTILE, an_empty_one, opened, page, words
from tests.ui.talked_over import ANCHORED, a_talked_over_one, item_key


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def links(test: AppTest) -> dict[str, dict[str, str]]:
    """Label and ids of each link."""
    return {
        one.proto.label.replace("\\", "").replace("\u2060", ""): {
            "page": one.proto.page,
            **{name: value for name, (value,) in parse_qs(one.proto.query_string).items()},
        }
        for one in test.get("page_link")
    }


def test_every_line_of_the_view_is_a_link_to_its_place(plumbline: Plumbline) -> None:
    services = (CriticalService(id="s1", name=HOSTILE, importance=5),)
    assessment_id = a_talked_over_one(plumbline, critical_services=services, agreed=())
    view = missing_view(plumbline.results.compute(LOCAL_ACTOR, assessment_id))
    test = page("missing", assessment=assessment_id)

    found = links(test)
    assert test.title[0].value == view.finding
    assert len(found) == len(view.openings) == sum(len(table.rows) for table in view.tables)
    ben = [label for label in found if label.startswith("**Ben (Practitioner) · Planning** :gray[")]
    assert [found[label]["respondent"] for label in ben if "not answered" in label] == ["r2"]
    split = found["**Planning · Ownership** :gray[The two middle answers are far apart]"]
    assert split == {
        "page": "questionnaire",
        "assessment": assessment_id,
        "respondent": "r1",
        "process": "planning",
        "question": ANCHORED,
        "fold": "agree",
    }
    service = found[f"**{HOSTILE}** :gray[Leans on no process in scope]"]
    assert service == {"page": "set-up", "assessment": assessment_id, "section": "Critical services"}
    assert {one["section"] for one in found.values() if "section" in one} <= set(TABS)


def test_a_link_opens_the_question_with_its_fold_and_is_followed_once(plumbline: Plumbline) -> None:
    ids = {"respondent": "r1", "process": "planning", "question": ANCHORED, "fold": "agree"}
    test = page("questionnaire", assessment=a_talked_over_one(plumbline), **ids)

    assert test.button_group(key=item_key(ANCHORED, "fold")).value == "agree"
    assert "question-planning--ownership" in "".join(str(one.proto.body) for one in test.get("html"))
    assert not {"question", "fold"} & set(test.query_params)


@pytest.mark.parametrize("wrong", [{"question": "no.such"}, {"question": ANCHORED, "fold": "no-such"}])
def test_a_link_that_leads_nowhere_shows_the_questions(plumbline: Plumbline, wrong: dict[str, str]) -> None:
    test = page("questionnaire", assessment=a_talked_over_one(plumbline), respondent="r1", process="planning", **wrong)

    assert not test.exception
    assert test.button_group(key=item_key(ANCHORED, "fold")).value is None


def test_a_long_list_is_shown_in_full_when_it_is_asked_for(
    plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assessment.ui.pages.missing.SHOWN_COUNT", 2)
    assessment_id = a_talked_over_one(plumbline)
    view = missing_view(plumbline.results.compute(LOCAL_ACTOR, assessment_id))
    long = [table for table in view.tables if len(table.rows) > 2]
    test = page("missing", assessment=assessment_id)
    assert len(links(test)) == sum(min(len(table.rows), 2) for table in view.tables)

    for table in long:
        test.button(key=f"missing:{assessment_id}:{table.id}:all").click().run()

    assert len(links(test)) == len(view.openings)


def test_an_assessment_without_people_says_that_nobody_is_asked(plumbline: Plumbline) -> None:
    test = page("missing", assessment=an_empty_one(plumbline))

    assert "Not answered: 3" in words(test)
    assert "Targets without who and why: 1" in words(test)
