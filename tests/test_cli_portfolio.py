"""`portfolio` on the command line prints what the page shows, reads what others have, and writes the files."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from assessment.cli import main
from assessment.cli_text import view_text
from assessment.services.assessments import NewAssessment
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import open_plumbline
from assessment.settings import read_settings
from assessment.views.portfolio.across import across_view
from tests.builders import tiny_framework
from tests.services.folders import distinct, write_framework
from tests.services.places import A_BENCHMARK


@pytest.fixture(autouse=True)
def _own_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_framework(distinct(tiny_framework()), tmp_path / "questionnaires")
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path))
    monkeypatch.setenv("PLUMBLINE_QUESTIONNAIRES", str(tmp_path / "questionnaires"))
    monkeypatch.delenv("PLUMBLINE_DATABASE_URL", raising=False)
    plumbline = open_plumbline(read_settings())
    for unit in ("Sales", "Claims"):
        new = NewAssessment(
            name=unit, organisation="Invented Ltd", unit=unit, assessed_on=date(2026, 1, 15), framework_id="tiny"
        )
        plumbline.assessments.create(LOCAL_ACTOR, new)
    plumbline.close()


def test_it_prints_the_views_and_as_json_everything(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    others = tmp_path / "others.csv"
    others.write_bytes(A_BENCHMARK)
    assert main(["portfolio", "invented  LTD", "--benchmark", str(others)]) == 0
    printed = capsys.readouterr().out
    plumbline = open_plumbline(read_settings())
    organisation = plumbline.portfolio.organisations(LOCAL_ACTOR)[0]
    portfolio = plumbline.portfolio.read(LOCAL_ACTOR, organisation.id)
    plumbline.close()
    assert printed == f"{view_text(across_view(portfolio))}\n"
    assert main(["portfolio", organisation.id, "--json", "--letters"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [unit["assessment_id"] for unit in told["units"]] == ["A", "B"]
    assert "Sales" not in json.dumps(told)
    assert told["benchmark"]["lines"][0]["median"] == 2
    assert told["snapshot_hash"] == portfolio.hash


def test_it_writes_what_the_name_of_the_file_asks_for_and_refuses_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = tmp_path / "units.xlsx"
    assert main(["portfolio", "Invented Ltd", "-o", str(book)]) == 0
    assert book.read_bytes().startswith(b"PK")
    assert main(["portfolio", "Invented Ltd", "-o", str(tmp_path / "units.txt")]) == 1
    assert main(["portfolio", "Nobody"]) == 1
    said = capsys.readouterr().err
    assert "units.txt: its name does not say what to write" in said
    assert "Nobody: there is none called that of which you may see results. There are: Invented Ltd." in said
