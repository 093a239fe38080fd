"""A cell of an editable table is saved once, by the version it was shown at, and a conflict overwrites nothing."""

from __future__ import annotations

from typing import Any

import pytest

from assessment.errors import Conflict, InvalidInput
from assessment.ui import session
from assessment.ui.components import editor as editing
from assessment.ui.components.editor import EditorRow, RowEdit

ROWS = (
    EditorRow(id="first", cells={"name": "a", "code": 1}, version=3),
    EditorRow(id="second", cells={"name": "b", "code": None}, version=7),
)


class Saves(list[RowEdit]):
    """Records what is saved; fails as told."""

    failure: Exception | None = None

    def __call__(self, edit: RowEdit) -> None:
        if self.failure is not None:
            raise self.failure
        self.append(edit)


@pytest.fixture
def state(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    monkeypatch.setattr("streamlit.session_state", kept)
    return kept


@pytest.fixture
def saves() -> Saves:
    return Saves()


def committed(state: dict[str, Any], saves: Saves, edited: dict[int, dict[str, Any]]) -> None:
    """What happens when the browser commits: `edited` is everything edited since the table was drawn first."""
    state["table:0"] = {"edited_rows": edited}
    editing._save_edits("table", "table:0", ROWS, saves, "sign")


def test_an_edit_is_saved_with_the_version_of_its_row(state: dict[str, Any], saves: Saves) -> None:
    committed(state, saves, {1: {"code": 4}})

    assert saves == [RowEdit(id="second", cells={"code": 4}, shown={"name": "b", "code": None}, version=7)]
    assert saves[0].row == {"name": "b", "code": 4}


def test_what_was_saved_is_not_saved_again(state: dict[str, Any], saves: Saves) -> None:
    committed(state, saves, {0: {"code": 2}})
    committed(state, saves, {0: {"code": 2}, 1: {"name": "c"}})

    assert [edit.id for edit in saves] == ["first", "second"]


def test_a_cell_changed_twice_is_saved_twice(state: dict[str, Any], saves: Saves) -> None:
    committed(state, saves, {0: {"code": 2}})
    committed(state, saves, {0: {"code": 5}})

    assert [edit.cells["code"] for edit in saves] == [2, 5]


def test_only_the_new_cell_of_a_row_is_saved(state: dict[str, Any], saves: Saves) -> None:
    committed(state, saves, {0: {"code": 2}})
    committed(state, saves, {0: {"code": 2, "name": "z"}})

    assert saves[-1].cells == {"name": "z"}


def test_a_pasted_column_saves_every_row(state: dict[str, Any], saves: Saves) -> None:
    committed(state, saves, {0: {"code": 2}, 1: {"code": 3}})

    assert [edit.id for edit in saves] == ["first", "second"]


def test_a_refused_cell_is_named_and_tried_again_with_the_next_edit(state: dict[str, Any], saves: Saves) -> None:
    saves.failure = InvalidInput("Name", "it is too long", "Shorten it.")
    committed(state, saves, {0: {"name": "x" * 500}})
    outcome = session.save_outcome("sign")
    saves.failure = None
    committed(state, saves, {0: {"name": "x"}})

    assert outcome is not None
    assert outcome.trouble is not None
    assert "too long" in outcome.trouble
    assert [edit.cells for edit in saves] == [{"name": "x"}]


def test_a_conflict_shows_both_texts_and_is_not_retried_by_itself(state: dict[str, Any], saves: Saves) -> None:
    saves.failure = Conflict("Target", "theirs", "yours")
    committed(state, saves, {0: {"name": "mine"}})
    saves.failure = None
    committed(state, saves, {0: {"name": "mine"}, 1: {"code": 1}})

    assert state["table:conflicting"] == RowEdit(
        id="first", cells={"name": "mine"}, shown={"name": "a", "code": 1}, version=3
    )
    outcome = session.save_outcome("table")
    assert outcome is not None
    assert outcome.conflict == {"theirs": "theirs", "yours": "yours"}
    assert [edit.id for edit in saves] == ["second"]
