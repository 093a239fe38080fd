"""The journal on the command line: printed, as a file, verified."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from assessment.cli import main
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import open_plumbline
from assessment.settings import read_settings
from tests.builders import rated, tiny_framework
from tests.services.conftest import begun
from tests.services.folders import distinct, write_framework


@pytest.fixture
def assessment_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("PLUMBLINE_QUESTIONNAIRES", str(tmp_path / "questionnaires"))
    monkeypatch.delenv("PLUMBLINE_DATABASE_URL", raising=False)
    write_framework(distinct(tiny_framework()), tmp_path / "questionnaires")
    plumbline = open_plumbline(read_settings())
    own_id = begun(plumbline)
    plumbline.answering.save(LOCAL_ACTOR, own_id, rated("planning.deliver-1", 2))
    plumbline.close()
    return own_id


def test_it_is_printed_of_one_assessment_and_of_everything(
    assessment_id: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["journal", assessment_id]) == 0
    printed = capsys.readouterr().out
    assert "changes, the newest first." in printed
    assert "Answer: " in printed
    assert "2 Point 2" in printed
    assert "The installation" not in printed
    assert main(["journal"]) == 0
    assert "The installation" in capsys.readouterr().out


def test_a_file_holds_every_entry(assessment_id: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "journal.csv"
    assert main(["journal", assessment_id, "--csv", str(file)]) == 0
    assert str(file) in capsys.readouterr().out
    rows = list(csv.reader(file.read_text("utf-8-sig").splitlines()))
    assert rows[1][5] == "2 Point 2"
    assert [row[0] for row in rows[1:]] == [str(number) for number in range(len(rows) - 1, 0, -1)]


def test_a_chain_that_was_altered_is_named_and_the_status_is_1(
    assessment_id: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify-journal"]) == 0
    assert "All 2 journals are whole" in capsys.readouterr().out
    plumbline = open_plumbline(read_settings())
    head = plumbline.journal.verify(LOCAL_ACTOR, assessment_id).head
    with plumbline._store._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE journal SET operation = 'x' WHERE chain_id = 'store'")
    plumbline.close()
    assert main(["verify-journal", assessment_id]) == 0
    assert head in capsys.readouterr().out
    assert main(["verify-journal"]) == 1
    printed = capsys.readouterr().out
    assert "Not whole: The installation." in printed
    assert "altered, cut or incomplete from entry 1 on" in printed


def test_an_unknown_assessment_is_refused_in_words(assessment_id: str, capsys: pytest.CaptureFixture[str]) -> None:
    del assessment_id
    assert main(["journal", "nobody"]) == 1
    assert "This assessment" in capsys.readouterr().err
