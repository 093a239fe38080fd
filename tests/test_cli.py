"""The command line does what the pages do, and says what is wrong in plain words."""

from __future__ import annotations

import json
import math
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from assessment.catalogue import load_framework
from assessment.cli import main
from assessment.domain.answered.assessment import Respondent
from assessment.domain.computed import Computed
from assessment.reporting import letters
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import open_plumbline
from assessment.services.reports import ReportService
from assessment.settings import read_settings
from assessment.views.headline import overview_view
from assessment.views.warnings import warning_text
from assessment.views.wording.assessments import NOTHING_YET
from tests.builders import tiny_framework
from tests.sample_folder import copy_sample
from tests.services.folders import distinct, write_framework

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "data" / "method-cases.json"
SHIPPED = ROOT / "questionnaires" / "itsm-reference"


@pytest.fixture(autouse=True)
def own_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("PLUMBLINE_DATABASE_URL", raising=False)


@pytest.fixture
def sample_id() -> str:
    return copy_sample(read_settings().data_folder)


@pytest.fixture
def computed(sample_id: str) -> Computed:
    plumbline = open_plumbline(read_settings())
    try:
        return plumbline.results.read(LOCAL_ACTOR, sample_id)
    finally:
        plumbline.close()


def printed_rows(text: str, heading: str) -> list[dict[str, str]]:
    """The rows of the table under a heading, each cell by the name of its column; rows of one cell are its groups."""
    lines = text.splitlines()
    start = lines.index(heading)
    places = [found.span() for found in re.finditer("-+", lines[start + 2])]
    ends = [begin for begin, _ in places[1:]] + [None]
    columns = [(begin, end) for (begin, _), end in zip(places, ends, strict=True)]
    names = [lines[start + 1][begin:end].strip() for begin, end in columns]
    rows = []
    for line in lines[start + 3 :]:
        cells = [line[begin:end].strip() for begin, end in columns]
        if not line:
            break
        if any(cells[1:]) and not line[places[1][0] - 2 : places[1][0]].strip():
            rows.append(dict(zip(names, cells, strict=True)))
    return rows


def test_an_empty_database_says_what_to_do_next(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    printed = capsys.readouterr().out
    assert NOTHING_YET in printed
    assert "python -m assessment demo" in printed


def test_list_prints_every_column_under_its_name(sample_id: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    printed = capsys.readouterr().out
    plumbline = open_plumbline(read_settings())
    (summary,) = plumbline.assessments.list_assessments(LOCAL_ACTOR)
    plumbline.close()
    assert summary.figures is not None
    (row,) = printed_rows(printed, "Assessments")
    header, figures = summary.header, summary.figures
    assert list(row) == ["Assessment", "Date", "State", "Answered", "At target", "Missing", "Changed", "Id"]
    assert row["Id"] == sample_id == header.id
    assert row["Assessment"].startswith(f"{header.name} ({header.organisation}")
    assert row["Date"] == f"{header.assessed_on.day} {header.assessed_on:%B %Y}"
    assert row["State"] == "Draft (Full depth)"
    assert row["Answered"] == f"{figures.answered_count:,} of {figures.asked_count:,}"
    assert row["At target"] == f"{figures.whole.at_target_count} of {figures.whole.process_count}"
    assert row["Missing"] == str(figures.missing_count)
    assert row["Changed"] == f"{summary.updated_at.astimezone():%-d %b, %H:%M}"
    assert "There is 1 assessment." in printed


def test_the_sample_is_loaded_once_however_often_it_is_asked_for(
    sample_id: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo"]) == 0
    assert sample_id in capsys.readouterr().out
    assert main(["list"]) == 0
    assert capsys.readouterr().out.count(sample_id) == 1


def test_score_prints_every_number_of_every_process_under_its_name(
    sample_id: str, computed: Computed, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", sample_id]) == 0
    rows = printed_rows(capsys.readouterr().out, "Where every process stands, in numbers")
    framework, processes = computed.framework, computed.result.processes
    assert [row["Process"] for row in rows] == [framework.process_by_id[own.process_id].name for own in processes]
    for row, own in zip(rows, processes, strict=True):
        score, gap = own.level.shown_score, own.target.shown_gap
        assert score is not None
        assert gap is not None
        assert row["Level"].split(" (could be ")[0] == str(own.level.level)
        assert (" (could be " in row["Level"]) == (own.basis.shown_low_level != own.basis.shown_high_level)
        assert row["Score"] == f"{score:.1f}"
        assert row["Target"] == str(own.target.target_level)
        assert row["Gap"].replace("−", "-") == f"{gap:+.1f}"
        assert own.target.status is not None
        assert row["Status"] == f"{own.target.status.value.capitalize()} target"
        assert row["Coverage"] == f"{math.floor(100 * own.basis.coverage_share + 1e-9)} %"
        assert row["Confidence"] == own.basis.confidence.value.capitalize()
        assert row["33020 bound"] == str(own.bound_33020_level)
        for attribute_id in own.level.held_by:
            assert framework.attribute_by_id[attribute_id].name.lower() in row["Held by"]
        assert bool(row["Held by"]) == bool(own.level.held_by)


def test_score_opens_with_the_answer_and_ends_with_the_hash_of_what_it_is_the_score_of(
    sample_id: str, computed: Computed, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", sample_id]) == 0
    text = capsys.readouterr().out
    overview = overview_view(computed)
    assert text.startswith(overview.finding)
    for fact in overview.facts:
        assert any(
            line.startswith(fact.label) and fact.text in line and fact.note in line for line in text.splitlines()
        )
    assert text.rstrip().endswith(f"Snapshot {computed.snapshot_hash}")


def test_score_prints_what_the_method_warns_of(
    sample_id: str, computed: Computed, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", sample_id]) == 0
    text = capsys.readouterr().out
    assert computed.result.warnings
    for warning in computed.result.warnings:
        assert warning_text(computed.framework, warning) in text


def test_score_gives_the_same_numbers_as_json(
    sample_id: str, computed: Computed, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", sample_id, "--json"]) == 0
    values = json.loads(capsys.readouterr().out)
    assert values["snapshot_hash"] == computed.snapshot_hash
    assert values["whole"]["at_target_count"] == computed.result.whole.at_target_count
    shown = {
        one["process_id"]: (one["level"]["shown_score"], one["target"]["shown_gap"]) for one in values["processes"]
    }
    assert shown == {own.process_id: (own.level.shown_score, own.target.shown_gap) for own in computed.result.processes}


def test_an_exported_assessment_imports_into_an_empty_database_as_its_equal(
    sample_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    assert main(["export", sample_id, "-o", str(first)]) == 0
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path / "elsewhere"))
    assert main(["import", str(first)]) == 0
    assert main(["export", sample_id, "-o", str(second)]) == 0
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.slow
def test_report_writes_a_pdf(sample_id: str, tmp_path: Path) -> None:
    plumbline = open_plumbline(read_settings())
    plumbline.setup.set_scope(LOCAL_ACTOR, sample_id, ("incident-management",))  # the whole takes ten seconds to print
    plumbline.close()
    output = tmp_path / "report.pdf"
    assert main(["report", sample_id, "-o", str(output)]) == 0
    assert output.read_bytes().startswith(b"%PDF-")


def test_check_passes_the_shipped_framework_and_refuses_a_damaged_copy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check"]) == 0
    folder = tmp_path / "copy"
    shutil.copytree(SHIPPED, folder)
    (folder / "glossary.yaml").write_text("terms: [\n")
    capsys.readouterr()
    assert main(["check", "--figures", str(folder)]) == 1
    first, last = capsys.readouterr().out.splitlines()
    assert first.startswith("glossary.yaml:")
    assert last == f"{folder}: 1 to correct"


def test_check_counts_the_parts_of_every_process_and_finds_none_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--figures"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(f"{SHIPPED}: nothing to correct\nEvery process has every part.\n")
    rows = printed_rows(printed, "The parts of every process")
    processes = load_framework(SHIPPED).processes
    assert [row["Process"] for row in rows] == [process.name for process in processes]
    for row, process in zip(rows, processes, strict=True):
        paper = [activity for activity in process.activities if activity.line is not None]
        assert (int(row["Paper"]), int(row["Own"])) == (len(paper), len(process.activities) - len(paper))
        assert int(row["Anchored"]) == 8
        assert int(row["Actions"]) == sum(len(own.actions) for own in process.attributes)
        assert int(row["Metrics"]) == len(process.metrics)
        assert int(row["Crosswalk"]) == len(process.crosswalk)
        assert process.guide is not None
        assert int(row["Probes"]) == len(process.guide.probes)
    assert sum(int(row["Paper"]) for row in rows) == 227
    assert printed.rstrip().endswith("most alike pair 0.48 (0.50 at most)")


def test_check_says_what_a_process_lacks_beside_its_figures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_framework(distinct(tiny_framework()), tmp_path)
    assert main(["check", "--figures", str(folder)]) == 0
    printed = capsys.readouterr().out
    lacks = printed.split("Not written yet, optional (")[1].split("\n\n")[0]
    assert lacks.count("has no facilitator's guide") == 3
    assert "Planning" in lacks


def test_the_committed_schema_is_what_the_models_say() -> None:
    assert main(["schema", "--check"]) == 0


def test_every_worked_case_of_the_method_is_verified(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(CASES)]) == 0
    count = len(json.loads(CASES.read_text()))
    assert capsys.readouterr().out.strip() == f"{count} cases, 0 differ"


def test_a_case_that_differs_is_printed_and_the_status_is_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "cases.json"
    file.write_text(
        json.dumps([{"id": "X", "area": "consensus", "input": [1, 2, 3], "output": 3, "source": "", "note": ""}])
    )
    assert main(["verify", str(file)]) == 1
    assert capsys.readouterr().out == "X (consensus): expected 3, computed 2\n1 case, 1 differ\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["score", "nothing"],
        ["roadmap", "nothing"],
        ["export", "nothing", "-o", "x.json"],
        ["report", "nothing", "-o", "x.pdf"],
        ["import", "nothing.json"],
        ["verify", "nothing.json"],
        ["check", "nothing"],
    ],
)
def test_what_is_not_there_is_a_plain_sentence_and_not_a_traceback(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("plumbline: ")
    assert "Traceback" not in printed.err


@pytest.mark.parametrize("content", [b"", b"{", b"[1, 2]", b'{"format": "other"}', b"\xff\xfe", b"[" * 100_000])
def test_a_file_that_is_no_export_is_refused_and_nothing_is_imported(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bad.json"
    file.write_bytes(content)
    assert main(["import", str(file)]) == 1
    assert "bad.json was not imported" in capsys.readouterr().err
    assert main(["list"]) == 0
    assert NOTHING_YET in capsys.readouterr().out


@pytest.mark.parametrize(
    "content", [b"", b"{}", b'[{"id": 1}]', b'[{"id": "a", "area": "tides", "input": 1, "output": 1}]']
)
def test_cases_in_another_form_are_refused_in_words(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "cases.json"
    file.write_bytes(content)
    assert main(["verify", str(file)]) == 1
    assert "cases.json" in capsys.readouterr().err


@pytest.mark.slow
def test_a_reader_that_leaves_early_sees_no_traceback() -> None:
    line = f"{sys.executable} -m assessment check --figures | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("command", ["report", "export"])
def test_a_file_to_write_is_asked_for(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "some-id"])
    assert ended.value.code == 2
    assert "required: -o/--output" in capsys.readouterr().err


def test_what_was_removed_is_listed_and_put_back(sample_id: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bin"]) == 0
    assert "The bin is empty." in capsys.readouterr().out
    plumbline = open_plumbline(read_settings())
    respondent_id = plumbline.assessments.load(LOCAL_ACTOR, sample_id).respondents[0].id
    plumbline.setup.remove(LOCAL_ACTOR, sample_id, Respondent, respondent_id)
    (person,) = plumbline.bin.entries(LOCAL_ACTOR, sample_id)
    plumbline.close()
    assert main(["bin"]) == 0
    assert person.id in capsys.readouterr().out
    assert main(["put-back", person.id]) == 0
    assert capsys.readouterr().out.rstrip().endswith("is back")

    plumbline = open_plumbline(read_settings())
    assert respondent_id in plumbline.assessments.load(LOCAL_ACTOR, sample_id).respondent_by_id
    plumbline.assessments.remove(LOCAL_ACTOR, sample_id)
    plumbline.close()
    assert main(["put-back", "nothing"]) == 1
    assert "the bin holds nothing of this id" in capsys.readouterr().err
    assert main(["put-back", sample_id]) == 0
    assert main(["score", sample_id]) == 0


def test_a_changed_number_of_an_exported_file_is_named_and_gives_the_status_one(
    sample_id: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bundle.html"
    assert main(["export", sample_id, "-o", str(path)]) == 0
    capsys.readouterr()
    page = path.read_text("utf-8")
    path.write_text(page.replace("EUR\u00a0468,000", "EUR\u00a0368,000", 1), "utf-8")
    assert main(["verify-report", str(path)]) == 1
    said = capsys.readouterr().out
    assert re.search(r"#roadmap +EUR 368,000 +EUR 468,000|#roadmap +368,000 +468,000|#\S+ .*368,000 .*468,000", said)
    assert "1 place does not hold" in said


def test_a_report_by_a_layout_warns_of_what_the_layout_says_that_cannot_be_printed(
    sample_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    plumbline = open_plumbline(read_settings())
    layout = plumbline.layouts.read(LOCAL_ACTOR, plumbline.layouts.create(LOCAL_ACTOR, "Ours")).layout
    plumbline.layouts.save(LOCAL_ACTOR, layout.model_copy(update={"confidentiality": "\U00012000"}))
    plumbline.close()
    monkeypatch.setattr(ReportService, "build", lambda *_: b"%PDF-")
    monkeypatch.setattr(letters, "_covered", tuple)  # a machine without a font
    output = tmp_path / "report.pdf"

    assert main(["report", sample_id, "-o", str(output)]) == 0
    assert capsys.readouterr().err == ""
    assert main(["report", sample_id, "--layout", "Ours", "-o", str(output)]) == 0
    assert "\U00012000" in capsys.readouterr().err
