"""Everything by who has it: steps and actions in tables that are saved cell by cell, late and blocked ones first."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.editor import EditorRow, editor
from assessment.ui.components.figure import draw_listing
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.ui.errors import guarded
from assessment.ui.pages.board.place import Place, read_place
from assessment.ui.pages.board.run_rows import run_cells, run_columns, save_run
from assessment.ui.pages.board.step_rows import save_step, step_cells, step_columns
from assessment.views.board.lines import Line
from assessment.views.board.owners import listed_lines, owners_view, urgent_first
from assessment.views.wording import board as board_words
from assessment.views.wording.pages import board as words

_EVERYBODY, _EVERY_WAVE = "*", -1


def draw_list(place: Place) -> None:
    """Draw both tables, of everybody or of one."""
    _draw(place.assessment_id)


@st.fragment
@guarded
def _draw(assessment_id: str) -> None:
    place = read_place(assessment_id)
    lines = urgent_first(listed_lines(place.computed, place.run))
    with st.container(horizontal=True, gap="small"):
        whose, wave = _pick_owner(place, lines), _pick_wave(place)
    shown = [line for line in lines if whose in (_EVERYBODY, line.owner) and _is_of(line, wave)]
    _draw_steps(place, [line for line in shown if line.is_step])
    _draw_actions(place, [line for line in shown if not line.is_step])
    view = owners_view(place.computed, place.day)
    for table in view.tables:
        if table.id == "stray":
            section_head(table.title, table.measure)
            draw_listing(table, "board:stray")


def _pick_owner(place: Place, lines: Iterable[Line]) -> str:
    owners = dict.fromkeys(line.owner for line in lines)
    names = {_EVERYBODY: words.EVERYBODY} | {owner: owner or board_words.NOBODY for owner in owners}
    key = place.key("whose")
    if session.value(key) not in names:
        session.put(key, _EVERYBODY)
    return str(st.selectbox(words.WHOSE, list(names), format_func=labels(names), key=key, width=320))


def _pick_wave(place: Place) -> int:
    """The wave that is listed, beside what is late or blocked in any; at first the one that the day is in."""
    waves = {wave.number: wave for wave in place.run.waves if wave.steps}
    names = {_EVERY_WAVE: words.EVERY_WAVE} | {
        number: board_words.wave_title(number, wave.dates.first, wave.dates.last) for number, wave in waves.items()
    }
    key, current = place.key("list-wave"), place.run.current_wave
    if session.value(key) not in names:
        session.put(key, current if current in waves else _EVERY_WAVE)
    return int(st.selectbox(words.WAVE_LABEL, list(names), format_func=labels(names), key=key, width=320))


def _is_of(line: Line, wave: int) -> bool:
    return wave in (_EVERY_WAVE, line.wave) or line.is_urgent


def _draw_steps(place: Place, lines: list[Line]) -> None:
    own, by_id = place.key("list-steps"), {line.id: line for line in lines}
    section_head(words.STEPS_TITLE, words.STEPS_LEAD, sign=own)
    if not lines:
        plain(words.NOTHING_OF_THEIRS, "quiet")
        return
    editor(
        f"{own}-table",
        [
            EditorRow(id=line.id, cells=step_cells(place, line), version=place.step_versions.get(line.key, 0))
            for line in lines
        ],
        step_columns(),
        lambda edit: save_step(place, by_id[edit.id], edit),
        is_locked=place.is_locked,
        name=words.STEPS_TITLE,
        sign=own,
    )


def _draw_actions(place: Place, lines: list[Line]) -> None:
    own, by_id = place.key("list-actions"), {line.id: line for line in lines}
    section_head(words.ACTIONS_TITLE, words.ACTIONS_LEAD, sign=own)
    if not lines:
        plain(words.NOTHING_OF_THEIRS, "quiet")
        return
    editor(
        f"{own}-table",
        [
            EditorRow(id=line.id, cells=run_cells(place, line), version=place.action_versions.get(line.action_id, 0))
            for line in lines
        ],
        run_columns(),
        lambda edit: save_run(place, by_id[edit.id], edit),
        is_locked=place.is_locked,
        name=words.ACTIONS_TITLE,
        sign=own,
    )
