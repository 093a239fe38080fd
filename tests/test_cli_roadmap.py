"""`roadmap` on the command line prints the plan column by column, what is not funded, and every warning."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from assessment.cli import main
from assessment.domain.answered.roadmap_settings import Pin, RoadmapSettings
from assessment.domain.computed import Computed
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import open_plumbline
from assessment.settings import read_settings
from assessment.views.waves import RoadmapView, roadmap_view
from tests.sample_folder import copy_sample

HARD_SPACE = "\u00a0"


@pytest.fixture(autouse=True)
def _own_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path))
    monkeypatch.delenv("PLUMBLINE_DATABASE_URL", raising=False)


@pytest.fixture
def sample_id() -> str:
    return copy_sample(read_settings().data_folder)


def planned(sample_id: str, **settings: Any) -> Computed:
    """The sample under these settings, which are saved first."""
    plumbline = open_plumbline(read_settings())
    try:
        stored = plumbline.results.read(LOCAL_ACTOR, sample_id).assessment.roadmap
        if settings:
            values = {name: getattr(stored, name) for name in RoadmapSettings.model_fields}
            plumbline.setup.save(LOCAL_ACTOR, sample_id, RoadmapSettings(**{**values, **settings}))
        computed = plumbline.results.read(LOCAL_ACTOR, sample_id)
        computed.roadmap  # noqa: B018 (planned before the database is closed)
        return computed
    finally:
        plumbline.close()


def printed(sample_id: str, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert main(["roadmap", sample_id]) == 0
    return capsys.readouterr().out


def printed_rows(text: str, title: str) -> list[dict[str, str]]:
    """The rows of the printed table of this title, by heading; a column begins where its rule of dashes does."""
    lines = text.splitlines()
    start = lines.index(title) + 1
    starts = [found.start() for found in re.finditer("-+", lines[start + 1])]
    bounds = list(zip(starts, [*starts[1:], None], strict=True))
    headings = [lines[start][first:last].strip() for first, last in bounds]
    rows = []
    for line in lines[start + 2 :]:
        if not line:
            break
        rows.append(dict(zip(headings, (line[first:last].strip() for first, last in bounds), strict=True)))
    return rows


def step_lines(text: str, view: RoadmapView) -> list[dict[str, str]]:
    """The rows of steps without the headings of waves, which have no reason."""
    return [row for row in printed_rows(text, view.table("steps").title) if row["Why"]]


def test_each_step_is_a_row_with_its_own_value_in_each_column(
    sample_id: str, capsys: pytest.CaptureFixture[str]
) -> None:
    computed = planned(sample_id, person_days_per_point=4.5, cost_per_point=3500, currency="CHF")
    view = roadmap_view(computed)
    rows = step_lines(printed(sample_id, capsys), view)
    assert len(rows) == len(computed.roadmap.steps) > 10
    for row, step, shown in zip(rows, computed.roadmap.steps, view.table("steps").rows, strict=True):
        name = computed.framework.process_by_id[step.process_id].name
        assert row["Process"].split(" (")[0] == name
        assert row["Level"].replace(HARD_SPACE, " ") == f"{step.from_level} to {step.to_level}"
        assert row["Value"] == f"{step.value:.1f}"
        assert row["Effort"] == str(step.effort_count)
        assert float(row["Person-days"]) == 4.5 * step.effort_count
        assert row["Cost"].replace(HARD_SPACE, " ") == f"CHF {3500 * step.effort_count:,}"
        assert row["Owner"] == (step.owner_name or "not named yet")
        assert row["Why"] == shown.cells[-1].text


def test_without_prices_no_column_speaks_of_money(sample_id: str, capsys: pytest.CaptureFixture[str]) -> None:
    computed = planned(sample_id, person_days_per_point=None, cost_per_point=None)
    rows = step_lines(printed(sample_id, capsys), roadmap_view(computed))
    assert list(rows[0]) == ["Process", "Level", "Value", "Effort", "Owner", "Why"]


def test_steps_stand_under_their_wave_with_what_it_takes(sample_id: str, capsys: pytest.CaptureFixture[str]) -> None:
    view = roadmap_view(planned(sample_id))
    lines = printed(sample_id, capsys).splitlines()
    notes = {row.group: row.group_note for row in view.table("steps").rows}
    assert list(notes) == [wave.title for wave in view.waves if wave.steps] + ["Not funded"]
    for block in (*view.waves, view.not_funded):
        names = [row.cells[0].text for row in block.table.rows]
        begin = lines.index(f"{block.title}  {notes[block.title]}")
        assert [line.startswith(name) for line, name in zip(lines[begin + 1 :], names, strict=False)] == [True] * len(
            names
        )


def test_the_overview_and_its_totals_are_printed(sample_id: str, capsys: pytest.CaptureFixture[str]) -> None:
    view = roadmap_view(planned(sample_id, person_days_per_point=4.5, cost_per_point=3500))
    table = view.table("waves")
    rows = printed_rows(printed(sample_id, capsys), table.title)[: len(table.rows)]  # the legend is below them
    for row, shown in zip(rows, table.rows, strict=True):
        assert list(row.values()) == [cell.text for cell in shown.cells]
    assert [row["Process"] for row in rows[-3:]] == ["Effort, in points", "Person-days", "Cost"]


def test_every_warning_and_how_good_the_plan_is_are_printed(sample_id: str, capsys: pytest.CaptureFixture[str]) -> None:
    impossible = tuple(Pin(process_id=name, to_level=5, wave=1) for name in ("change-management", "problem-management"))
    view = roadmap_view(planned(sample_id, pins=impossible))
    assert len(view.warnings) >= 2
    text = printed(sample_id, capsys)
    assert all(warning in text for warning in view.warnings)
    assert all(remark in text for remark in view.remarks)
    assert view.finding in text


def test_what_a_pin_costs_is_printed(sample_id: str, capsys: pytest.CaptureFixture[str]) -> None:
    step = planned(sample_id, pins=()).roadmap.waves[0].steps[0]
    pin = Pin(process_id=step.process_id, to_level=step.to_level, wave=0)
    computed = planned(sample_id, pins=(pin,))
    (row,) = printed_rows(printed(sample_id, capsys), "What each pin costs")
    (cost,) = computed.roadmap.pin_costs
    assert row["Wave"] == "left out"
    assert float(row["Worth with it"]) == pytest.approx(cost.objective_with, abs=0.05)
    assert float(row["Worth without it"]) == pytest.approx(cost.objective_without, abs=0.05)
    assert cost.objective_without > cost.objective_with


def test_json_holds_the_same_plan_with_the_hash_that_the_text_ends_on(
    sample_id: str, capsys: pytest.CaptureFixture[str]
) -> None:
    computed = planned(sample_id)
    text = printed(sample_id, capsys)
    assert main(["roadmap", sample_id, "--json"]) == 0
    values = json.loads(capsys.readouterr().out)
    assert values["snapshot_hash"] in text.splitlines()[-1]
    told = [
        (step["process_id"], step["from_level"], step["to_level"], step["value"], step["effort_count"], wave["number"])
        for wave in values["waves"]
        for step in wave["steps"]
    ]
    assert told == [
        (step.process_id, step.from_level, step.to_level, step.value, step.effort_count, step.wave)
        for wave in computed.roadmap.waves
        for step in wave.steps
    ]
    assert [step["process_id"] for step in values["not_funded"]] == [
        step.process_id for step in computed.roadmap.not_funded
    ]
