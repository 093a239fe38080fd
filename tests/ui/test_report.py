"""The Report page on a real database, with the real printing process."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.answered.assessment import AssessmentState
from assessment.domain.answered.organisation import Owner
from assessment.domain.answered.texts import OwnText
from assessment.domain.authored.framework import Horizon
from assessment.errors import AssessmentLocked
from assessment.reporting.pdf.report import build_report
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.documents import FileFormat
from assessment.services.jobs import JobState, Stage
from assessment.services.plumbline import Plumbline
from assessment.services.reports import ReportJob
from assessment.views.report import chapter_titles
from assessment.views.report_kinds import SECTIONS, ReportKind
from assessment.views.wording.pages import report as report_words
from tests.ui.assessed import an_answered_one, an_empty_one, framework_of, id_in_url, opened, page, words

PATIENCE_SECONDS = 180
FILES = ["Slides", "Workbook", "CSV files", "Web page", "Download as JSON", "Answer sheet"]


@pytest.fixture(scope="module")
def plumbline(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plumbline]:
    """One for all, with one printing process: each test has an assessment of its own."""
    with pytest.MonkeyPatch.context() as patch, opened(tmp_path_factory.mktemp("report"), patch) as plumbline:
        yield plumbline


def state(plumbline: Plumbline, assessment_id: str) -> AssessmentState:
    return plumbline.assessments.header(LOCAL_ACTOR, assessment_id).state


def downloads(test: AppTest) -> list[str]:
    return [element.proto.label for element in test.get("download_button")]


def offered(monkeypatch: pytest.MonkeyPatch, assessment_id: str, **ids: str) -> dict[str, dict[str, Any]]:
    """What the download buttons of the page hand out, by their keys; `data` is called by a click."""
    found: dict[str, dict[str, Any]] = {}
    with monkeypatch.context() as patch:
        patch.setattr(
            "streamlit.download_button", lambda label, **options: found.setdefault(options["key"], options) and False
        )
        test = page("report", assessment=assessment_id, **ids)
    assert not test.exception
    return found


def run_until_built(test: AppTest) -> AppTest:
    end = time.monotonic() + PATIENCE_SECONDS
    while "Download the PDF" not in downloads(test):
        assert time.monotonic() < end, "the report was not built in time"
        assert not test.error
        time.sleep(0.3)
        test.run()
    return test


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A report that was built on Letter, and the page on which it was."""

    assessment_id: str
    job_id: str
    test: AppTest


@pytest.fixture(scope="module")
def built(plumbline: Plumbline) -> Built:
    assessment_id = an_answered_one(plumbline)
    test = page("report", assessment=assessment_id)
    assert "Download the PDF" not in downloads(test)
    test.segmented_control(key=f"report:{assessment_id}:paper").set_value("Letter")
    test.button(key=f"report:{assessment_id}:build").click().run()
    return Built(assessment_id=assessment_id, job_id=id_in_url(test, "report"), test=run_until_built(test))


def test_a_report_is_built_and_can_be_left_and_come_back_to(plumbline: Plumbline, built: Built) -> None:
    again = page("report", assessment=built.assessment_id, report=built.job_id)

    assert downloads(again) == ["Download the PDF", *FILES]
    assert plumbline.reports.status(LOCAL_ACTOR, built.job_id).file_name.endswith("-letter.pdf")
    assert "Build it again" in [button.label for button in again.button]


def test_the_button_hands_out_the_report_that_was_built(
    plumbline: Plumbline, built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed = offered(monkeypatch, built.assessment_id, report=built.job_id)[f"report:{built.assessment_id}:download"]

    content = handed["data"]()
    assert content.startswith(b"%PDF-")
    assert content == plumbline.reports.content(LOCAL_ACTOR, built.job_id)
    assert handed["file_name"] == plumbline.reports.status(LOCAL_ACTOR, built.job_id).file_name


def test_a_report_of_an_earlier_state_says_so(plumbline: Plumbline, built: Built) -> None:
    assert "has changed since this report was built" not in words(built.test.run())

    plumbline.setup.save(LOCAL_ACTOR, built.assessment_id, Owner(process_id="planning", name="New"))

    assert "The assessment has changed since this report was built." in words(built.test.run())


STAGES = (
    (Stage.WAITING, None, "42 % Waiting for its turn"),
    (Stage.PLANNING, None, "42 % Planning the waves"),
    (Stage.MEASURING, None, "42 % Measuring how firm the order is"),
    (Stage.WRITING, None, "42 % Writing the pages"),
    (Stage.LAYING_OUT, 17, "42 % Laying out the pages, page 17"),
    (Stage.SAVING, 40, "42 % Saving, page 40"),
    (Stage.READY, None, "42 % Ready"),
)


def test_every_stage_is_said_in_words() -> None:
    assert [stage for stage, _, _ in STAGES] == list(Stage)


@pytest.mark.parametrize(("stage", "page_number", "said"), STAGES)
def test_a_report_on_its_way_says_how_far_it_is_and_what_is_done(
    plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch, stage: Stage, page_number: int | None, said: str
) -> None:
    assessment_id = an_empty_one(plumbline)
    job = ReportJob(
        id="job",
        file_name="report.pdf",
        assessment_id=assessment_id,
        state=JobState.RUNNING,
        done_share=0.425,
        stage=stage,
        page=page_number,
    )
    monkeypatch.setattr(plumbline.reports, "status", lambda *_: job)

    test = page("report", assessment=assessment_id, report="job")

    (progress,) = test.get("progress")
    assert progress.proto.text == said
    assert progress.proto.value == 42
    assert test.button(key=f"report:{assessment_id}:build").disabled
    assert "You may leave this page: the report is built meanwhile and waits here." in words(test)


def test_the_kind_that_is_chosen_says_what_it_holds_and_is_what_is_begun(
    plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch
) -> None:
    assessment_id = an_answered_one(plumbline)
    prepared: list[tuple[object, ...]] = []
    monkeypatch.setattr(plumbline.reports, "prepare", lambda *asked: prepared.append(asked[2:]))
    test = page("report", assessment=assessment_id)
    assert report_words.HOLDS["main"] in words(test)
    test.segmented_control(key=f"report:{assessment_id}:kind").set_value(ReportKind.EXECUTIVE).run()
    assert report_words.HOLDS["executive"] in words(test)
    assert prepared == [("main", "A4", None), ("executive", "A4", None)]
    begun: list[tuple[object, ...]] = []

    def start(*asked: object) -> str:
        begun.append(asked[1:])
        return "job"

    monkeypatch.setattr(plumbline.reports, "start", start)
    test.button(key=f"report:{assessment_id}:build").click().run()
    assert begun == [(assessment_id, "executive", "A4", None)]


def test_a_report_on_its_way_can_be_cancelled(plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch) -> None:
    assessment_id = an_answered_one(plumbline)
    jobs = {"job": ReportJob(id="job", file_name="x.pdf", assessment_id=assessment_id, state=JobState.RUNNING)}
    monkeypatch.setattr(plumbline.reports, "status", lambda _, job_id: jobs[job_id])
    monkeypatch.setattr(
        plumbline.reports,
        "cancel",
        lambda _, job_id: jobs.update({job_id: replace(jobs[job_id], state=JobState.CANCELLED)}),
    )
    test = page("report", assessment=assessment_id, report="job")
    test.button(key=f"report:{assessment_id}:cancel").click().run()
    assert "Cancelled: nothing of it is kept." in words(test)
    assert not test.button(key=f"report:{assessment_id}:build").disabled
    assert f"report:{assessment_id}:cancel" not in [button.key for button in test.button]


def test_a_report_that_failed_says_why(plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch) -> None:
    assessment_id = an_empty_one(plumbline)
    job = ReportJob(
        id="job", file_name="x.pdf", assessment_id=assessment_id, state=JobState.FAILED, trouble="No space is left."
    )
    monkeypatch.setattr(plumbline.reports, "status", lambda *_: job)

    test = page("report", assessment=assessment_id, report="job")

    assert [error.value for error in test.error] == ["No space is left."]
    assert downloads(test) == FILES


def test_the_report_of_another_assessment_is_not_offered(plumbline: Plumbline) -> None:
    first, second = an_answered_one(plumbline), an_answered_one(plumbline)
    job_id = plumbline.reports.start(LOCAL_ACTOR, first)

    test = page("report", assessment=second, report=job_id)

    assert downloads(test) == FILES
    assert "report" not in test.query_params


def test_a_report_that_is_gone_is_said_to_be_gone(plumbline: Plumbline) -> None:
    test = page("report", assessment=an_answered_one(plumbline), report="of-last-week")

    assert "is no longer kept" in words(test)
    assert not test.error


def test_the_page_carries_the_hash_of_the_data_it_exports(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)

    test = page("report", assessment=assessment_id)

    assert [block.value for block in test.code] == [plumbline.results.read(LOCAL_ACTOR, assessment_id).snapshot_hash]


def test_the_page_names_the_chapters_that_the_paper_has(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    computed = plumbline.results.read(LOCAL_ACTOR, assessment_id)
    report = build_report(computed, printed_on=date(2026, 3, 1), product_version="0", kind=ReportKind.MAIN)
    chapters = [entry.title for entry in report.contents if entry.depth == 1]

    said = words(page("report", assessment=assessment_id))

    assert chapters == list(chapter_titles(computed, SECTIONS[ReportKind.MAIN]))
    places = [said.index(f"[{title}]") for title in chapters]
    assert places == sorted(places)


def test_the_page_names_own_texts_among_the_chapters_and_only_what_the_layout_chose(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    for place_id in ("introduction", "next-steps"):
        plumbline.texts.save(LOCAL_ACTOR, assessment_id, OwnText(place_id=place_id, text="We came in May."))
    layouts = plumbline.layouts
    layout_id = layouts.create(LOCAL_ACTOR, "Short")
    stored = layouts.read(LOCAL_ACTOR, layout_id)
    layouts.save(LOCAL_ACTOR, stored.layout.model_copy(update={"sections": ("next-steps", "roadmap")}))

    whole = words(page("report", assessment=assessment_id))
    short = words(page("report", assessment=assessment_id, layout=layout_id))
    layouts.remove(LOCAL_ACTOR, layout_id)

    assert whole.index("[Introduction]") < whole.index("[In one page]") < whole.index("[Next steps]")
    assert "[Recommendations]" not in whole
    assert short.index("[Next steps]") < short.index("[What moves when]")
    assert "[Introduction]" not in short
    assert "[In one page]" not in short


def test_the_page_says_what_stands_behind_the_report(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    assessment = plumbline.assessments.load(LOCAL_ACTOR, assessment_id)
    answered = {one.item_id for one in assessment.ratings if one.answer.code is not None}
    weighted = [
        item.id
        for process in framework_of(plumbline).processes
        for item in framework_of(plumbline).items(process.id, assessment.header.depth, Horizon.AS_IS)
        if item.weight > 0
    ]
    share = 100 * sum(one in answered for one in weighted) // len(weighted)

    said = words(page("report", assessment=assessment_id))

    assert f"3 processes, 8 respondents, {len(assessment.ratings)} answers; {share} % of the questions" in said


def test_the_export_that_is_handed_out_is_that_of_the_service(
    plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch
) -> None:
    assessment_id = an_answered_one(plumbline)

    handed = offered(monkeypatch, assessment_id)[f"report:{assessment_id}:export"]

    assert handed["data"]() == plumbline.exchange.export_file(LOCAL_ACTOR, assessment_id)
    assert handed["file_name"] == "invented-ltd-test-assessment-2024-03-01.json"
    assert handed["mime"] == "application/json"


def test_each_file_is_made_at_the_click_by_the_service_under_its_own_name(
    plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch
) -> None:
    assessment_id = an_answered_one(plumbline)
    handed = offered(monkeypatch, assessment_id)
    for ending in ("pptx", "xlsx", "zip", "html"):
        own = handed[f"report:{assessment_id}:file:{ending}"]
        assert own["file_name"].startswith("plumbline-")
        assert own["file_name"].endswith(f".{ending}")
    for ending in ("xlsx", "zip"):
        own = handed[f"report:{assessment_id}:file:{ending}"]
        assert own["data"]() == plumbline.documents.file(LOCAL_ACTOR, assessment_id, FileFormat(ending))
    answers = handed[f"report:{assessment_id}:answers"]
    assert answers["data"]() == plumbline.answer_sheets.write(LOCAL_ACTOR, assessment_id)
    assert answers["file_name"].endswith("-answers.xlsx")


def test_an_assessment_without_an_answer_is_told_of(plumbline: Plumbline) -> None:
    warned = page("report", assessment=an_empty_one(plumbline)).warning

    assert [one.value for one in warned] == ["Nothing is answered yet: the report would hold questions and no results."]
    assert not page("report", assessment=an_answered_one(plumbline)).warning


def test_validating_closes_and_reopening_opens(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("report", assessment=assessment_id)

    test.button(key=f"report:{assessment_id}:validate").click().run()
    assert state(plumbline, assessment_id) is AssessmentState.VALIDATED
    assert "Nothing changes until it is reopened" in words(test)
    assert "as validated" in words(test)

    test.button(key=f"report:{assessment_id}:reopen").click().run()
    assert state(plumbline, assessment_id) is AssessmentState.DRAFT
    assert "as a draft again" in words(test)


def test_signing_off_needs_a_name(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("report", assessment=assessment_id)

    test.button(key=f"report:{assessment_id}:sign-off").click().run()
    test.button(key=f"report:{assessment_id}:confirm").click().run()

    assert state(plumbline, assessment_id) is AssessmentState.DRAFT
    assert "Not saved" in words(test)


def test_what_is_signed_off_stays_as_it_is(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("report", assessment=assessment_id)

    test.button(key=f"report:{assessment_id}:sign-off").click().run()
    test.text_input(key=f"report:{assessment_id}:approver").set_value("Grace <b>H</b>")
    test.button(key=f"report:{assessment_id}:confirm").click().run()

    assert state(plumbline, assessment_id) is AssessmentState.SIGNED_OFF
    snapshot = plumbline.assessments.snapshot(LOCAL_ACTOR, assessment_id)
    assert snapshot is not None
    assert snapshot.approver == "Grace <b>H</b>"
    assert "an immutable snapshot" in words(test)
    assert not [button.label for button in test.button if button.label in ("Validate", "Reopen", "Sign off")]
    with pytest.raises(AssessmentLocked):
        plumbline.setup.save(LOCAL_ACTOR, assessment_id, Owner(process_id="building", name="Somebody else"))
