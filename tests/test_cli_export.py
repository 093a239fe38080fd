"""`export` writes the kind of file that the name asks for."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from assessment.cli import main
from assessment.views.stamp import read_stamp


@pytest.fixture(autouse=True)
def _own_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path))
    monkeypatch.delenv("PLUMBLINE_DATABASE_URL", raising=False)


def test_a_workbook_and_the_answers_are_written_by_their_ending(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo"]) == 0
    sample_id = capsys.readouterr().out.split(" as ")[1].split(".")[0]
    book, answers = tmp_path / "a.xlsx", tmp_path / "answers.xlsx"

    assert main(["export", sample_id, "-o", str(book)]) == 0
    assert main(["export", sample_id, "--answers", "-o", str(answers)]) == 0
    assert main(["export", sample_id, "--answers", "-o", str(tmp_path / "answers.zip")]) == 1

    assert "Let its name end in .xlsx" in capsys.readouterr().err
    assert not (tmp_path / "answers.zip").exists()
    read = load_workbook(io.BytesIO(book.read_bytes()), read_only=True)
    stamp = read_stamp(read.properties.keywords)
    assert stamp is not None
    assert (stamp.kind, "Answers" in read.sheetnames) == ("workbook", False)
    assert "Answers" in load_workbook(io.BytesIO(answers.read_bytes()), read_only=True).sheetnames


def test_an_ending_that_is_none_is_refused_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "any", "-o", "a.docx"]) == 1
    assert ".xlsx" in capsys.readouterr().err
