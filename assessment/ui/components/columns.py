"""Columns of the editable tables: the pinned name of a process, and a choice by its words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeVar

import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from assessment.domain.authored.content import Attribute
from assessment.ui.components.text import escaped
from assessment.views.wording.pages.shared import PROCESS_COLUMN

Width = Literal["small", "medium", "large"] | int
_NARROW = 14
CodeT = TypeVar("CodeT", str, int)
PROCESS_WIDTH = 215
"""Pixels of the pinned first column: the longest name fits, and a phone still shows a column beside it."""


def process_column() -> ColumnConfig:
    """The name of the process, always in view."""
    return st.column_config.TextColumn(PROCESS_COLUMN, disabled=True, pinned=True, width=PROCESS_WIDTH)


def attribute_label(attribute: Attribute) -> str:
    """A name that fits a narrow column: the words of the id where the attribute's name is too long."""
    return attribute.name if len(attribute.name) <= _NARROW else attribute.id.replace("-", " ").capitalize()


def choice_column(
    label: str,
    names: Mapping[CodeT, str],
    *,
    width: Width | None = None,
    is_required: bool = False,
    explanation: str | None = None,
) -> ColumnConfig:
    """A choice among codes, shown by their words; empty where nothing is chosen."""
    words: Mapping[object, str] = dict(names.items())
    return st.column_config.SelectboxColumn(
        label,
        options=tuple(names),
        format_func=words.__getitem__,
        width=width,
        required=is_required,
        help=escaped(explanation) if explanation else None,
    )
