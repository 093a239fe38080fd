"""Texts with headings, lists and emphasis on the screen: blocks of `views/commentary/marked`, in which nothing acts.

Each run passes through `escaped`, so that the only marks left are those of the blocks.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assessment.ui.components.text import escaped
from assessment.views.commentary.marked import BULLET, Block, BlockKind, Line, Run

_HEADINGS = {BlockKind.HEADING: "###", BlockKind.SUBHEADING: "####"}


def draw_blocks(blocks: Sequence[Block]) -> None:
    """Draw a text."""
    st.markdown(markdown_of(blocks))


def markdown_of(blocks: Sequence[Block]) -> str:
    """The Markdown of a text for Streamlit."""
    return "\n\n".join(_block(block) for block in blocks)


def _block(block: Block) -> str:
    if block.kind in _HEADINGS:
        return f"{_HEADINGS[block.kind]} {' '.join(_line(line, '') for line in block.lines)}"
    if block.kind is BlockKind.PARAGRAPH:
        return _line(block.lines[0], "")
    return "\n".join(_list_lines(block.lines))


def _list_lines(lines: Sequence[Line]) -> list[str]:
    """Each line under the text of the one it belongs to, which begins where its mark ends."""
    shown: list[str] = []
    begins = [0]
    for line in lines:
        mark = "-" if line.mark == BULLET else line.mark
        if mark:
            begins[line.depth + 1 :] = [begins[line.depth] + len(mark) + 1]
        inside = " " * begins[line.depth + 1]
        text = _line(line, inside)
        shown.append(f"{inside[: begins[line.depth]]}{mark} {text}" if mark else f"\n{inside}{text}")
    return shown


def _line(line: Line, indent: str) -> str:
    return "".join(_run(run, indent) for run in line.runs)


def _run(run: Run, indent: str) -> str:
    sign = "*" * (2 * run.is_strong + run.is_emphasis)
    return f"  \n{indent}".join(_piece(piece, sign) for piece in run.text.split("\n"))


def _piece(piece: str, sign: str) -> str:
    """A piece of a run without a new line: blanks at its ends stay outside the signs, which would not act there."""
    core = piece.strip()
    if not core:
        return piece
    before, _, after = piece.partition(core)
    return f"{before}{sign}{escaped(core)}{sign}{after}"
