"""`plan status` prints what the board shows of a day; `plan calendar` writes what is due."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from assessment.cli import main
from assessment.domain.answered.actions import ActionStatus
from assessment.domain.answered.running import RunningStep
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import open_plumbline
from assessment.settings import read_settings
from assessment.views.board.progress import progress_view
from tests.sample_folder import copy_sample

DAY = date(2027, 4, 10)


@pytest.fixture
def sample_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path))
    monkeypatch.delenv("PLUMBLINE_DATABASE_URL", raising=False)
    return copy_sample(read_settings().data_folder)


def test_status_and_calendar_say_what_the_board_says(
    sample_id: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plumbline = open_plumbline(read_settings())
    step = plumbline.results.read(LOCAL_ACTOR, sample_id).roadmap.waves[0].steps[0]
    entry = RunningStep(
        process_id=step.process_id, to_level=step.to_level, owner="Olga Owner", status=ActionStatus.STARTED
    )
    plumbline.running.save(LOCAL_ACTOR, sample_id, entry, DAY)
    view = progress_view(plumbline.results.read(LOCAL_ACTOR, sample_id), DAY)
    plumbline.close()
    assert main(["plan", "status", sample_id, "--day", DAY.isoformat()]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(view.finding)
    for table in view.tables:
        assert all(cell.text in printed for row in table.rows for cell in row.cells)
    assert "Olga Owner" in printed
    assert "\nBy owner\n" in printed
    file = tmp_path / "plan.ics"
    assert main(["plan", "calendar", sample_id, "-o", str(file), "--day", DAY.isoformat()]) == 0
    assert capsys.readouterr().out.startswith(f"{file}: ")
    events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert any("Olga Owner" in str(event["description"]) for event in events)
    assert main(["plan", "calendar", sample_id]) == 1
    assert "Name one with -o FILE.ics." in capsys.readouterr().err


def test_what_is_no_day_is_refused(sample_id: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["plan", "status", sample_id, "--day", "soon"])
    assert "--day" in capsys.readouterr().err
