"""A process with nothing rated and one that is not applicable have no level: nothing that is shown says otherwise."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest

from assessment.cli_text import as_json, view_text
from assessment.domain.computed import Computed
from assessment.views.model import Row, Table, View
from assessment.views.process import process_view
from assessment.views.registry import VIEWS
from tests.computing import mixed

NAMES = {"releasing": "Releasing", "process-4": "Process 4"}
SAYS_NOTHING = {"", "–", "•", "not assessed", "not applicable"}
KNOWN_WITHOUT_A_LEVEL = {
    "releasing": {("processes", "target"), ("processes", "coverage"), ("owners", "owner")},
    "process-4": {("owners", "owner")},
}
"""What people chose or recorded of a process stays with it, and how much is answered of what applies."""
CLAIMED = re.compile(r"provisional|\b0 %|\blevel \d|\brank \d|\bwave \d|\bscore \d", re.IGNORECASE)


@cache
def whole() -> Computed:
    """Five processes: one nobody answered, one whose delivery does not apply, three with a level."""
    return mixed()


@cache
def shown(name: str) -> View:
    """A view of it by its name on the command line."""
    return VIEWS[name](whole())


def rows_of(view: View, process_id: str) -> Iterator[tuple[Table, Row]]:
    for table in view.tables:
        yield from ((table, row) for row in table.rows if row.id == process_id)


@pytest.mark.parametrize("process_id", NAMES)
@pytest.mark.parametrize("name", VIEWS)
def test_no_row_of_a_view_says_anything_of_how_it_stands(name: str, process_id: str) -> None:
    if (name, process_id) == ("heatmap-to-be", "releasing"):
        return  # what is wanted of it was chosen by people
    for table, row in rows_of(shown(name), process_id):
        for column, cell in list(zip(table.columns, row.cells, strict=True))[1:]:
            if (name, column.id) not in KNOWN_WITHOUT_A_LEVEL[process_id]:
                assert cell.text in SAYS_NOTHING, (column.id, cell)
                assert cell.track is None or (cell.track.dot, cell.track.line) == (None, None), column.id


@pytest.mark.parametrize("name", ["movement", "levels", "characteristics", "priorities", "firmness", "roadmap"])
def test_what_is_ranked_planned_or_measured_has_no_row_and_no_name_of_it(name: str) -> None:
    for process_id, process_name in NAMES.items():
        assert list(rows_of(shown(name), process_id)) == []
        for table in shown(name).tables:
            assert [cell for row in table.rows for cell in row.cells if process_name in cell.text] == []


@pytest.mark.parametrize("name", VIEWS)
def test_no_sentence_on_the_command_line_claims_a_number_of_it(name: str) -> None:
    lines = [line for line in view_text(shown(name)).splitlines() if line not in {"", *NAMES.values()}]
    in_tables = {row.cells[0].text for table in shown(name).tables for row in table.rows}
    for line in lines:
        if any(said in line for said in NAMES.values()) and not line.startswith(tuple(in_tables)):
            assert not CLAIMED.search(line), line


@pytest.mark.parametrize("process_id", NAMES)
def test_its_page_claims_no_level_and_no_score(process_id: str) -> None:
    view = process_view(whole(), process_id)
    facts = {fact.id: fact.text for fact in view.facts}
    assert {facts[key] for key in ("level", "score", "practice", "confidence", "bound-33020")} == {"–"}
    said = " ".join(
        (view.finding, *(fact.note for fact in view.facts), view.next_level.finding, view.confidence.finding)
    )
    assert not CLAIMED.search(said), said


def test_the_page_of_a_process_that_does_not_apply_has_no_target() -> None:
    target = process_view(whole(), "process-4").target
    assert target.finding == "The process is not applicable, so it has no target."
    assert [(fact.text, fact.value) for fact in target.facts] == [("–", None), ("–", None)]
    assert target.decision == ()


def test_the_json_counts_them_nowhere() -> None:
    result = json.loads(as_json(whole().result, whole().snapshot_hash))
    roadmap = json.loads(as_json(whole().roadmap, whole().snapshot_hash))
    assert {own["process_id"] for own in result["priorities"]} == {"planning", "building", "process-5"}
    assert not set(NAMES) & set(_values(roadmap, "process_id"))
    assert (result["whole"]["process_count"], sum(result["whole"]["level_counts"])) == (3, 3)
    assert not set(NAMES) & set(result["whole"]["floor_process_ids"])
    for own in result["processes"]:
        if own["process_id"] in NAMES:
            assert own["level"] == {"level": None, "score": None, "shown_score": None, "held_by": []}
            assert (own["practice_percent"], own["bound_33020_level"]) == (None, None)
            assert own["basis"]["is_provisional"] is False
            target = own["target"]
            assert (target["level_gap"], target["score_gap"], target["shown_gap"], target["status"]) == (None,) * 4


def _values(found: Any, key: str) -> Iterator[Any]:
    if isinstance(found, Mapping):
        for name, value in found.items():
            if name == key:
                yield value
            yield from _values(value, key)
    elif isinstance(found, list):
        for value in found:
            yield from _values(value, key)
