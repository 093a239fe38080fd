"""On the command line an assessment is brought to another version in two steps: look, then do."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from assessment.cli import main
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import open_plumbline
from assessment.settings import read_settings
from tests.builders import tiny_framework
from tests.services.conftest import begun
from tests.services.folders import distinct, write_framework


@pytest.fixture
def assessment_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("PLUMBLINE_QUESTIONNAIRES", str(tmp_path / "questionnaires"))
    monkeypatch.delenv("PLUMBLINE_DATABASE_URL", raising=False)
    write_framework(distinct(tiny_framework()), tmp_path / "questionnaires")
    with closing(open_plumbline(read_settings())) as plumbline:
        return begun(plumbline)


def versions() -> dict[str, str]:
    with closing(open_plumbline(read_settings())) as plumbline:
        return {one.header.name: one.header.framework.version for one in plumbline.assessments.list_assessments(ME)}


def test_it_shows_first_and_does_it_only_when_told_to(
    assessment_id: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bring", assessment_id]) == 0
    assert capsys.readouterr().out == "This assessment answers Tiny framework 1.0.0. No newer version is installed.\n"
    write_framework(distinct(tiny_framework()).model_copy(update={"version": "1.1.0"}), tmp_path / "questionnaires")
    assert main(["bring", assessment_id]) == 0
    shown = capsys.readouterr().out
    assert "1.0.0 to 1.1.0" in shown
    assert "Levels and targets, before and after" in shown
    assert f"To bring it over: python -m assessment bring {assessment_id} --apply" in shown
    assert versions() == {"First round": "1.0.0"}
    assert main(["bring", assessment_id, "--apply"]) == 0
    assert capsys.readouterr().out.startswith("It answers version 1.1.0 now.\nHow it was before is kept as ")
    assert versions() == {"First round": "1.1.0", "First round, on 1.0.0": "1.0.0"}


def test_without_a_copy_only_the_one_is_left(assessment_id: str, tmp_path: Path) -> None:
    write_framework(distinct(tiny_framework()).model_copy(update={"version": "1.1.0"}), tmp_path / "questionnaires")
    assert main(["bring", assessment_id, "--apply", "--no-copy"]) == 0
    assert versions() == {"First round": "1.1.0"}
