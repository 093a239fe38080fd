"""The command line does what the pages do, and says what is wrong in plain words."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from assessment.cli import main

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "data" / "method-cases.json"


@pytest.fixture(autouse=True)
def own_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("PLUMBLINE_DATABASE_URL", raising=False)


@pytest.fixture
def sample_id(capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["demo"]) == 0
    return capsys.readouterr().out.split(" as ")[1].split(".")[0]


def test_an_empty_database_says_what_to_do_next(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    assert "python -m assessment demo" in capsys.readouterr().out


def test_the_sample_is_loaded_once_however_often_it_is_asked_for(
    sample_id: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo"]) == 0
    assert sample_id in capsys.readouterr().out
    assert main(["list"]) == 0
    assert capsys.readouterr().out.count(sample_id) == 1


def test_score_prints_every_process_and_the_same_numbers_as_json(
    sample_id: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", sample_id]) == 0
    text = capsys.readouterr().out
    assert main(["score", sample_id, "--json"]) == 0
    values = json.loads(capsys.readouterr().out)
    assert len(values["processes"]) == 17
    assert values["snapshot_hash"] in text
    assert f"{values['whole']['at_target_count']} of {values['whole']['process_count']} at target" in text
    for process in values["processes"]:
        if process["level"]["shown_score"] is not None:
            line = next(
                line for line in text.splitlines() if line.lower().startswith(process["process_id"].replace("-", " "))
            )
            assert f"{process['level']['shown_score']:.1f}" in line


def test_roadmap_prints_every_step_once(sample_id: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["roadmap", sample_id, "--json"]) == 0
    values = json.loads(capsys.readouterr().out)
    steps = [step for wave in values["waves"] for step in wave["steps"]] + values["not_funded"]
    assert len({(step["process_id"], step["to_level"]) for step in steps}) == len(steps) > 10
    assert main(["roadmap", sample_id]) == 0
    text = capsys.readouterr().out
    assert sum(" to " in line for line in text.splitlines()) >= len(steps)


def test_an_exported_assessment_imports_into_an_empty_database_as_its_equal(
    sample_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    assert main(["export", sample_id, "-o", str(first)]) == 0
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path / "elsewhere"))
    assert main(["import", str(first)]) == 0
    assert main(["export", sample_id, "-o", str(second)]) == 0
    assert first.read_bytes() == second.read_bytes()


def test_report_writes_a_pdf(sample_id: str, tmp_path: Path) -> None:
    output = tmp_path / "report.pdf"
    assert main(["report", sample_id, "-o", str(output)]) == 0
    assert output.read_bytes().startswith(b"%PDF-")


def test_check_passes_the_shipped_framework_and_refuses_a_damaged_copy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check"]) == 0
    folder = tmp_path / "copy"
    shutil.copytree(ROOT / "questionnaires" / "itsm-reference", folder)
    (folder / "glossary.yaml").write_text("terms: [\n")
    capsys.readouterr()
    assert main(["check", str(folder)]) == 1
    assert "glossary.yaml:" in capsys.readouterr().out


def test_check_counts_the_parts_of_every_process_and_finds_none_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--figures"]) == 0
    printed = capsys.readouterr().out
    rows = [line.split() for line in printed.splitlines() if line.split()[1:2] and line.split()[1].isdigit()]
    counted = [row for row in rows if len(row) == 9]
    assert len(counted) == 17
    assert sum(int(row[1]) for row in counted) == 227
    assert "Every process has every part." in printed


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
    printed = capsys.readouterr().out
    assert "X" in printed
    assert "1 case, 1 differ" in printed


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
    assert "no assessments yet" in capsys.readouterr().out


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


def test_a_reader_that_leaves_early_sees_no_traceback() -> None:
    line = f"{sys.executable} -m assessment check --figures | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
