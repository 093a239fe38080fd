"""What an editable table says by itself: of its columns, its cells, what was pasted, and what waits to be saved.

Sentences with a number are said in the browser, where they are counted: `#` stands for the number.
"""

from __future__ import annotations

from collections.abc import Mapping

ROW = "The row that was edited"
COLUMN = "The column that was edited"
WORDS: Mapping[str, str] = {
    "meaning": "What this column means",
    "choose": "Choose",
    "width": "Width of the column, with the arrow keys",
    "row": "Row #",
    "pasteRefusedOne": (
        "One pasted value was not taken: it is none of the choices, stands in a column that is not edited, "
        "or lies beyond the table."
    ),
    "pasteRefused": (
        "# pasted values were not taken: they are none of the choices, stand in a column that is not edited, "
        "or lie beyond the table."
    ),
    "waiting": "Not saved yet: the server has not answered. What you typed is kept here and sent again.",
}
"""By the names that the browser's part uses."""
