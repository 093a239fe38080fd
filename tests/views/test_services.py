"""Critical services: the most important first, with what each leans on and the weakest of it."""

from __future__ import annotations

from typing import Any

from assessment.domain.answered.assessment import CriticalService
from assessment.domain.computed import Computed
from assessment.views.model import Table
from assessment.views.services import services_view
from tests.computing import mixed, the_sample


def service(service_id: str, importance: int, *process_ids: str) -> CriticalService:
    return CriticalService(id=service_id, name=service_id.capitalize(), importance=importance, process_ids=process_ids)


def shop(*services: CriticalService, **changes: Any) -> Computed:
    """Planning stands at level 2, building and process 5 at 1; releasing and process 4 have no level."""
    return mixed(critical_services=services, **changes)


def texts(table: Table, row_id: str) -> tuple[str, ...]:
    return tuple(cell.text for cell in table.row(row_id).cells)


def test_a_service_stands_with_what_it_leans_on_and_the_weakest_of_it() -> None:
    table = services_view(shop(service("shop", 4, "process-5", "building", "planning"))).tables[0]
    assert table.id == "services"
    columns = ("service", "importance", "leans-on", "lowest", "weakest")
    assert tuple(column.id for column in table.columns) == columns
    assert texts(table, "shop") == (
        "Shop",
        "4",
        "Planning, Building and Process 5",
        "1",
        "Building and Process 5",
    )
    assert table.cell("shop", "leans-on").note == ""
    values = [cell.value for cell in table.row("shop").cells]
    assert values == ["shop", 4, "planning building process-5", 1, "building process-5"]


def test_a_process_without_a_level_is_named_apart_and_is_never_the_weakest() -> None:
    table = services_view(shop(service("shop", 4, "releasing", "planning", "process-4"))).tables[0]
    assert texts(table, "shop")[3:] == ("2", "Planning")
    assert table.cell("shop", "leans-on").note == "without a level: Releasing and Process 4"
    alone = services_view(shop(service("shop", 4, "releasing")))
    assert texts(alone.tables[0], "shop")[2:] == ("Releasing", "–", "–")
    assert alone.tables[0].cell("shop", "lowest").value is None
    assert alone.finding == "No process that a critical service leans on has a level yet."


def test_a_process_out_of_scope_is_named_and_has_no_level() -> None:
    view = services_view(shop(service("shop", 4, "building", "planning"), scope=("planning",)))
    assert texts(view.tables[0], "shop")[2:] == ("Planning and Building", "2", "Planning")
    assert view.tables[0].cell("shop", "leans-on").note == "without a level: Building"


def test_the_most_important_comes_first_and_of_these_the_one_on_the_weakest_footing() -> None:
    view = services_view(
        shop(
            service("minor", 2, "building"),
            service("sound", 5, "planning"),
            service("unknown", 5, "releasing"),
            service("weak", 5, "building"),
        )
    )
    assert [row.id for row in view.tables[0].rows] == ["weak", "sound", "unknown", "minor"]
    assert view.finding == "Weak leans on Building, which stands at level 1."
    assert view.notes == (
        "Where nobody rated the importance of a process, the most important service that leans on it proposes it.",
    )


def test_without_a_service_the_view_says_what_to_do() -> None:
    view = services_view(shop())
    assert view.finding == "No critical service is recorded yet."
    assert view.empty == "No critical service is recorded. Name the services in Set-up, Critical services."
    assert not view.tables[0].rows
    assert not view.notes


def test_services_of_the_sample_agree_with_the_levels_of_its_processes() -> None:
    sample = the_sample()
    levels = {own.process_id: own.level.level for own in sample.result.processes}
    table = services_view(sample).tables[0]
    assert {row.id for row in table.rows} == {own.id for own in sample.assessment.critical_services}
    assert [cell.value for cell in table.column("importance")] == sorted(
        (own.importance for own in sample.assessment.critical_services), reverse=True
    )
    for own in sample.assessment.critical_services:
        lowest = min(level for process_id in own.process_ids if (level := levels[process_id]) is not None)
        assert table.cell(own.id, "lowest").value == lowest
        weakest = {process_id for process_id in own.process_ids if levels[process_id] == lowest}
        assert set(str(table.cell(own.id, "weakest").value).split()) == weakest
        assert set(str(table.cell(own.id, "leans-on").value).split()) == set(own.process_ids)
