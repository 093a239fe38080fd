"""The Report page on a real database, with the real printing process."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.answered.assessment import AssessmentState
from assessment.domain.answered.organisation import Owner
from assessment.errors import AssessmentLocked
from assessment.services.actor import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from tests.ui.assessed import an_answered_one, id_in_url, opened, page, words

PATIENCE_SECONDS = 180


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def state(plumbline: Plumbline, assessment_id: str) -> AssessmentState:
    return plumbline.assessments.header(LOCAL_ACTOR, assessment_id).state


def downloads(test: AppTest) -> list[str]:
    return [element.proto.label for element in test.get("download_button")]


def run_until_built(test: AppTest) -> AppTest:
    end = time.monotonic() + PATIENCE_SECONDS
    while "Download the PDF" not in downloads(test):
        assert time.monotonic() < end, "the report was not built in time"
        assert not test.error
        time.sleep(0.3)
        test.run()
    return test


def test_a_report_is_built_and_can_be_left_and_come_back_to(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("report", assessment=assessment_id)
    assert "Download the PDF" not in downloads(test)

    test.segmented_control(key="report:paper").set_value("Letter")
    test.button(key="report:build").click().run()
    job_id = id_in_url(test, "report")
    again = run_until_built(page("report", assessment=assessment_id, report=job_id))

    assert plumbline.reports.status(LOCAL_ACTOR, job_id).file_name.endswith("-letter.pdf")
    assert plumbline.reports.content(LOCAL_ACTOR, job_id).startswith(b"%PDF-")
    assert "Build it again" in [button.label for button in again.button]


def test_the_report_of_another_assessment_is_not_offered(plumbline: Plumbline) -> None:
    first, second = an_answered_one(plumbline), an_answered_one(plumbline)
    job_id = plumbline.reports.start(LOCAL_ACTOR, first)

    test = page("report", assessment=second, report=job_id)

    assert downloads(test) == ["Download as JSON"]
    assert "report" not in test.query_params


def test_a_report_that_is_gone_is_said_to_be_gone(plumbline: Plumbline) -> None:
    test = page("report", assessment=an_answered_one(plumbline), report="of-last-week")

    assert "is no longer kept" in words(test)
    assert not test.error


def test_the_page_carries_the_hash_of_the_data_it_exports(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)

    test = page("report", assessment=assessment_id)

    assert [block.value for block in test.code] == [plumbline.results.compute(LOCAL_ACTOR, assessment_id).snapshot_hash]


def test_validating_closes_and_reopening_opens(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("report", assessment=assessment_id)

    test.button(key="report:validate").click().run()
    assert state(plumbline, assessment_id) is AssessmentState.VALIDATED
    assert "Nothing changes until it is reopened" in words(test)

    test.button(key="report:reopen").click().run()
    assert state(plumbline, assessment_id) is AssessmentState.DRAFT


def test_signing_off_needs_a_name(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("report", assessment=assessment_id)

    test.button(key="report:sign-off").click().run()
    test.button(key="report:confirm").click().run()

    assert state(plumbline, assessment_id) is AssessmentState.DRAFT
    assert "Not saved" in words(test)


def test_what_is_signed_off_stays_as_it_is(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("report", assessment=assessment_id)

    test.button(key="report:sign-off").click().run()
    test.text_input(key="report:approver").set_value("Grace <b>H</b>")
    test.button(key="report:confirm").click().run()

    assert state(plumbline, assessment_id) is AssessmentState.SIGNED_OFF
    assert not [button.label for button in test.button if button.label in ("Validate", "Reopen", "Sign off")]
    with pytest.raises(AssessmentLocked):
        plumbline.setup.save(LOCAL_ACTOR, assessment_id, Owner(process_id="building", name="Somebody else"))
