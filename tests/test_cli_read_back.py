"""On the command line a filled-in sheet is read back in two steps: look, then store."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from assessment.cli import main
from assessment.domain.answered.actions import PlannedAction
from assessment.domain.authored.framework import Depth, Horizon
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import open_plumbline
from assessment.settings import read_settings
from tests.builders import rated, tiny_framework
from tests.services.conftest import begun
from tests.services.folders import distinct, write_framework

FRAMEWORK = distinct(tiny_framework())


@pytest.fixture
def assessment_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("PLUMBLINE_QUESTIONNAIRES", str(tmp_path / "questionnaires"))
    monkeypatch.delenv("PLUMBLINE_DATABASE_URL", raising=False)
    write_framework(FRAMEWORK, tmp_path / "questionnaires")
    with closing(open_plumbline(read_settings())) as plumbline:
        own_id = begun(plumbline)
        for item in FRAMEWORK.items("planning", Depth.FULL, Horizon.AS_IS):
            plumbline.answering.save(ME, own_id, rated(item.id, 2))
        return own_id


def kept(assessment_id: str) -> tuple[PlannedAction, ...]:
    with closing(open_plumbline(read_settings())) as plumbline:
        return plumbline.assessments.load(ME, assessment_id).actions


@pytest.mark.parametrize("ending", ["xlsx", "zip"])
def test_a_workbook_that_nobody_touched_changes_nothing(
    assessment_id: str, tmp_path: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"sheets.{ending}"
    assert main(["export", assessment_id, "-o", str(path)]) == 0
    assert main(["read-back", assessment_id, str(path), "--apply"]) == 0
    said = capsys.readouterr().out
    assert "The file holds 12 unchanged." in said
    assert said.endswith("Nothing was changed: the file says what is stored.\n")
    assert kept(assessment_id) == ()


def test_it_shows_first_and_stores_only_when_told_to(
    assessment_id: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("id,owner,start,due,status\nplanning.before.owner,Ada,,2026-05-01,Started\n")
    assert main(["read-back", assessment_id, str(path)]) == 0
    shown = capsys.readouterr().out
    assert "The file holds 1 new." in shown
    assert "Planning: Appoint the owner of Planning" in shown
    assert "Due: 1 May 2026" in shown
    assert f"Store it with: python -m assessment read-back {assessment_id} {path} --apply" in shown
    assert kept(assessment_id) == ()
    assert main(["read-back", assessment_id, str(path), "--apply"]) == 0
    assert capsys.readouterr().out.endswith("\n1 entry stored.\n")
    assert [one.owner for one in kept(assessment_id)] == ["Ada"]
    path.write_text("id,owner,start,due,status\nplanning.before.owner,Ben,,soon,\n")
    assert main(["read-back", assessment_id, str(path), "--apply"]) == 1
    assert "1 cell cannot be stored; the first is list, D2: 'soon' is no date" in capsys.readouterr().err
    assert [one.owner for one in kept(assessment_id)] == ["Ada"]


def test_where_both_changed_one_says_which_stays(
    assessment_id: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "list.csv"
    for owner, arguments, status in (
        ("Ada", [], 0),
        ("Ben", [], 1),
        ("Ben", ["--conflicts", "keep"], 0),
        ("Cleo", ["--conflicts", "take"], 0),
    ):
        path.write_text(f"id,owner,start,due,status\nplanning.before.owner,{owner},,,\n")
        assert main(["read-back", assessment_id, str(path), "--apply", *arguments]) == status
    assert "say which value stays" in capsys.readouterr().err
    assert [one.owner for one in kept(assessment_id)] == ["Cleo"]
