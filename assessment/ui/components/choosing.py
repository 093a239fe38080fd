"""What the choices of a box are called. Streamlit finds what was chosen by its label, the last of those that are equal:
so no box may have two labels alike, whatever people and authors call things.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import TypeVar

from assessment.views.names import told_apart

KeyT = TypeVar("KeyT", bound=Hashable)


def labels(names: Mapping[KeyT, str]) -> Callable[[KeyT], str]:
    """The `format_func` of a box with these choices: their names, numbered where two look alike."""
    return told_apart(names).__getitem__
