"""An edited cell is saved once, by the version it was drawn with, and a conflict overwrites nothing.

One row of an invented store, whose versions count up at each save, as the real one's do.
"""

from __future__ import annotations

import threading
import time
from typing import Any

import pytest

from assessment.errors import Conflict, InvalidInput, StoreUnavailable
from assessment.ui import session
from assessment.ui.components import editor as editing
from assessment.ui.components.columns import Cell, CellKind, Column
from assessment.ui.components.editor import EditorRow, RowEdit
from assessment.ui.components.grid import CellEdit, GridRow, Sent, read_sent

COLUMNS = {
    "name": Column(heading="Name"),
    "code": Column(heading="Code", kind=CellKind.CHOICE, choices={1: "one", 2: "two", 5: "five"}),
    "total": Column(heading="Total", kind=CellKind.READ),
}


class Shop:
    """A store of rows that compares and swaps; fails as told."""

    def __init__(self) -> None:
        self.rows: dict[str, tuple[dict[str, Cell], int]] = {
            "first": ({"name": "a", "code": 1, "total": 9}, 3),
            "second": ({"name": "b", "code": None, "total": 9}, 7),
        }
        self.saves: list[RowEdit] = []
        self.failure: Exception | None = None

    def save(self, edit: RowEdit) -> int:
        if self.failure is not None:
            raise self.failure
        cells, version = self.rows[edit.id]
        if edit.version != version:
            raise Conflict("Row", str(cells), str(edit.row))
        if edit.row["name"] == "long":
            raise InvalidInput("Name", "it is too long", "Shorten it.")
        self.saves.append(edit)
        self.put(edit.id, **edit.row)
        return self.rows[edit.id][1]

    def put(self, row_id: str, **cells: Cell) -> None:
        """Store it as anybody would."""
        newest = max(version for _, version in self.rows.values())
        self.rows[row_id] = ({**self.rows[row_id][0], **cells}, newest + 1)

    def drawn(self, memory: editing._Memory) -> editing._Table:
        """The table as a run draws it now."""
        rows = {
            row_id: EditorRow(id=row_id, cells=dict(cells), version=version)
            for row_id, (cells, version) in self.rows.items()
        }
        return editing._Table(key="table", rows=rows, columns=COLUMNS, save=self.save, sign="sign", memory=memory)


@pytest.fixture
def state(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    monkeypatch.setattr("streamlit.session_state", kept)
    return kept


@pytest.fixture
def shop() -> Shop:
    return Shop()


@pytest.fixture
def memory() -> editing._Memory:
    return editing._Memory()


def edit(seq: int, row: str, column: str, value: Cell, version: int) -> CellEdit:
    return CellEdit(seq=seq, row=row, column=column, value=value, version=version)


def sent(*edits: CellEdit, attempt: int = 0, client: str = "browser") -> Sent:
    return Sent(client=client, attempt=attempt, edits=edits)


def shown(table: editing._Table, row_id: str) -> GridRow:
    return table.drawn(table.rows[row_id], is_locked=False)


def test_an_edit_is_saved_with_the_version_its_cell_was_drawn_with(shop: Shop, memory: editing._Memory) -> None:
    shop.drawn(memory).take(sent(edit(1, "second", "code", 5, 7)))

    row = {"name": "b", "code": None, "total": 9}
    assert shop.saves == [RowEdit(id="second", cells={"code": 5}, shown=row, version=7)]
    assert shop.saves[0].row == {"name": "b", "code": 5, "total": 9}
    assert memory.handled == {"browser": 1}


def test_what_is_sent_again_is_not_saved_again(shop: Shop, memory: editing._Memory) -> None:
    first, second = edit(1, "first", "code", 2, 3), edit(2, "first", "name", "c", 3)
    table = shop.drawn(memory)
    table.take(sent(first))
    table.take(sent(first, second, attempt=1))

    assert [one.cells for one in shop.saves] == [{"code": 2}, {"name": "c"}]
    assert memory.handled == {"browser": 2}


def test_two_browsers_number_their_edits_each_for_itself(shop: Shop, memory: editing._Memory) -> None:
    table = shop.drawn(memory)
    table.take(sent(edit(9, "first", "code", 2, 3)))
    table.take(sent(edit(1, "second", "code", 5, 7), client="another"))

    assert [one.id for one in shop.saves] == ["first", "second"]


def test_edits_typed_before_the_first_save_came_back_are_no_conflict(shop: Shop, memory: editing._Memory) -> None:
    table = shop.drawn(memory)
    table.take(sent(edit(1, "first", "name", "b", 3)))
    table.take(sent(edit(2, "first", "code", 5, 3)))
    table.take(sent(edit(3, "first", "name", "c", 3)))

    assert shop.rows["first"][0] == {"name": "c", "code": 5, "total": 9}
    assert not memory.conflicts


def test_a_run_that_drew_an_older_row_late_makes_no_conflict_of_our_own_save(
    shop: Shop, memory: editing._Memory
) -> None:
    late = shop.drawn(memory)
    shop.drawn(memory).take(sent(edit(1, "first", "name", "b", 3)))
    shown(late, "first")
    shop.drawn(memory).take(sent(edit(2, "first", "name", "c", 3)))

    assert shop.rows["first"][0]["name"] == "c"
    assert not memory.conflicts


def test_an_edit_whose_callback_begins_while_the_one_before_still_saves_is_no_conflict(
    shop: Shop, memory: editing._Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    table, put, is_stored = shop.drawn(memory), shop.put, threading.Event()

    def put_and_dawdle(row_id: str, **cells: Cell) -> None:
        put(row_id, **cells)
        is_stored.set()
        time.sleep(0.05)

    monkeypatch.setattr(shop, "put", put_and_dawdle)
    before = threading.Thread(target=table.take, args=(sent(edit(1, "first", "name", "b", 3)),))
    before.start()
    is_stored.wait(timeout=10)
    table.take(sent(edit(2, "first", "name", "c", 3)))
    before.join(timeout=10)

    assert shop.rows["first"][0]["name"] == "c"
    assert not memory.conflicts


def test_what_somebody_else_saved_between_two_of_ours_is_a_conflict(shop: Shop, memory: editing._Memory) -> None:
    table = shop.drawn(memory)
    table.take(sent(edit(1, "first", "name", "b", 3)))
    shop.put("first", code=2)
    table.take(sent(edit(2, "first", "code", 5, 3)))

    assert shop.rows["first"][0]["code"] == 2
    assert memory.conflicts["first"][0].cells == {"code": 5}


def test_a_cell_drawn_before_somebody_else_saved_is_a_conflict_though_the_page_was_drawn_since(
    shop: Shop, memory: editing._Memory
) -> None:
    shop.put("first", name="theirs")
    shop.drawn(memory).take(sent(edit(1, "first", "name", "mine", 3)))

    assert shop.rows["first"][0]["name"] == "theirs"
    assert memory.conflicts["first"][0].cells == {"name": "mine"}
    assert memory.handled == {"browser": 1}


def test_a_second_conflict_of_a_row_keeps_what_waited_there(shop: Shop, memory: editing._Memory) -> None:
    shop.put("first", name="theirs")
    table = shop.drawn(memory)
    table.take(sent(edit(1, "first", "name", "mine", 3)))
    table.take(sent(edit(2, "first", "code", 5, 3)))

    assert memory.conflicts["first"][0].cells == {"name": "mine", "code": 5}


def test_after_a_conflict_a_cell_drawn_anew_is_saved_on_top_of_theirs(shop: Shop, memory: editing._Memory) -> None:
    shop.put("first", name="theirs")
    shop.drawn(memory).take(sent(edit(1, "first", "name", "mine", 3)))
    table = shop.drawn(memory)
    table.take(sent(edit(2, "first", "code", 5, table.rows["first"].version)))

    assert shop.rows["first"][0] == {"name": "theirs", "code": 5, "total": 9}


def test_the_cells_of_a_pasted_row_are_saved_together_and_each_row_is(shop: Shop, memory: editing._Memory) -> None:
    shop.drawn(memory).take(
        sent(edit(1, "first", "name", "x", 3), edit(2, "second", "name", "y", 7), edit(3, "first", "code", 5, 3))
    )

    assert [(one.id, one.cells) for one in shop.saves] == [
        ("first", {"name": "x", "code": 5}),
        ("second", {"name": "y"}),
    ]


def test_a_refused_cell_stays_as_typed_with_the_reason_and_goes_with_the_next_of_its_row(
    shop: Shop, memory: editing._Memory
) -> None:
    table = shop.drawn(memory)
    table.take(sent(edit(1, "first", "name", "long", 3)))
    refused = shown(table, "first")
    table.take(sent(edit(2, "first", "name", "short", 3)))

    assert (refused.cells["name"], list(refused.troubles)) == ("long", ["name"])
    assert "too long" in refused.troubles["name"]
    assert shop.rows["first"][0]["name"] == "short"
    assert not shown(shop.drawn(memory), "first").troubles
    assert memory.failed is None


def test_a_refused_cell_holds_no_other_cell_of_its_row_back(shop: Shop, memory: editing._Memory) -> None:
    table = shop.drawn(memory)
    table.take(sent(edit(1, "first", "name", "long", 3)))
    table.take(sent(edit(2, "first", "code", 5, 3)))

    assert shop.rows["first"][0] == {"name": "a", "code": 5, "total": 9}
    assert list(shown(shop.drawn(memory), "first").troubles) == ["name"]
    assert "too long" in str(memory.failed)


def test_a_locked_table_shows_what_is_stored_and_nothing_refused(shop: Shop, memory: editing._Memory) -> None:
    table = shop.drawn(memory)
    table.take(sent(edit(1, "first", "name", "long", 3)))

    assert table.drawn(table.rows["first"], is_locked=True).cells["name"] == "a"


def test_while_the_store_is_away_nothing_counts_as_handled(shop: Shop, memory: editing._Memory) -> None:
    table, typed = shop.drawn(memory), edit(1, "first", "name", "x", 3)
    shop.failure = StoreUnavailable("it is busy", "Try again.")
    table.take(sent(typed))
    away = (dict(memory.handled), str(memory.failed))
    shop.failure = None
    table.take(sent(typed, attempt=1))

    assert away[0] == {}
    assert "busy" in away[1]
    assert shop.rows["first"][0]["name"] == "x"
    assert memory.handled == {"browser": 1}


@pytest.mark.parametrize(
    ("row", "column", "value"),
    [
        ("first", "code", 3),
        ("first", "code", "1"),
        ("first", "code", True),
        ("first", "name", 1),
        ("first", "total", 1),
        ("first", "gone", 1),
        ("gone", "name", "x"),
    ],
)
def test_what_no_cell_takes_is_not_saved_and_said(
    shop: Shop, memory: editing._Memory, row: str, column: str, value: Cell
) -> None:
    shop.drawn(memory).take(sent(edit(1, row, column, value, 3)))

    assert not shop.saves
    assert memory.failed is not None
    assert memory.handled == {"browser": 1}


def test_the_saved_sign_tells_what_became_of_it(state: dict[str, Any], shop: Shop, memory: editing._Memory) -> None:
    table = shop.drawn(memory)

    def told(seq: int, name: str) -> session.SaveOutcome:
        state["table"] = {"edits": sent(edit(seq, "first", "name", name, 3)).model_dump(mode="json")}
        table.on_sent()
        outcome = session.save_outcome("sign")
        assert outcome is not None
        return outcome

    assert told(1, "x").at is not None
    assert "too long" in str(told(2, "long").trouble)
    assert told(3, "y").trouble is None


def test_a_message_that_is_none_of_ours_is_refused_in_words(state: dict[str, Any], memory: editing._Memory) -> None:
    state["table"] = {"edits": {"client": "x", "edits": [{"seq": "1"}]}}
    Shop().drawn(memory).on_sent()

    outcome = session.save_outcome("sign")
    assert outcome is not None
    assert "cannot be read" in str(outcome.trouble)
    with pytest.raises(InvalidInput, match="Reload the page"):
        read_sent(state["table"])
