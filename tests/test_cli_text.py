"""Views and results as the command line prints them: letters as they are, groups once, nothing trailing."""

from __future__ import annotations

import json

from assessment.cli_text import as_json, table_text
from assessment.views.model import Cell, Column, Row, Table

ROWS = (
    Row(id="a", cells=(Cell(text="One", value=1), Cell(text="1", value=1)), group="First"),
    Row(id="b", cells=(Cell(text="Two", value=2), Cell(text="2", value=2)), group="First"),
    Row(id="c", cells=(Cell(text="Three", value=3), Cell(text="3", value=3)), group="Second", group_note="of two"),
)


def test_json_keeps_letters_and_begins_with_the_hash() -> None:
    text = as_json({"organisation": "Łódź"}, "abc")
    assert '"organisation": "Łódź"' in text
    assert json.loads(text) == {"snapshot_hash": "abc", "organisation": "Łódź"}
    assert text.splitlines()[1] == '  "snapshot_hash": "abc",'


def test_a_group_is_named_once_above_its_rows_with_its_note() -> None:
    columns = (Column(id="name", name="Name"), Column(id="count", name="Count"))
    lines = table_text(Table(id="t", title="T", measure="", columns=columns, rows=ROWS, empty="")).splitlines()
    assert [line for line in lines if line.startswith(("First", "Second"))] == ["First", "Second  of two"]
    places = [next(place for place, line in enumerate(lines) if line.startswith(name)) for name in ("First", "One")]
    assert places[1] == places[0] + 1
    assert not [line for line in lines if line != line.rstrip()]
