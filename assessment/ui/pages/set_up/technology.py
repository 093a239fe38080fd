"""The tool of each process and how far it is integrated; and who does the work."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.organisation import Sourcing, SourcingCandidate, SourcingNature, Technology
from assessment.services.refusals import checked
from assessment.ui.components.columns import choice_column, process_column
from assessment.ui.components.editor import Cell, EditorRow, RowEdit, editor
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.ui.components.words import CANDIDATE_NAMES, NATURE_NAMES
from assessment.ui.pages.set_up.frame import Frame, shown_name, text_or_none


def draw(frame: Frame) -> None:
    """Draw technology and sourcing."""
    section_head(
        "What does each process work with?",
        "The tool, and how far it is linked to others: now, and where it should be.",
        sign=frame.key("technology"),
    )
    _draw_technology(frame)
    with st.expander("What the points mean"):
        for choice in frame.framework.technology:
            plain(f"{choice.code} {choice.name}: {choice.meaning}")
    section_head(
        "Who does the work?", "Whatever is given out keeps an interface: say which.", sign=frame.key("sourcing")
    )
    _draw_sourcing(frame)
    with st.expander("What the ways of sourcing mean"):
        for choice in frame.framework.sourcing:
            plain(f"{choice.name}: {choice.meaning}")


def _draw_technology(frame: Frame) -> None:
    stored = {entry.process_id: entry for entry in frame.assessment.technology}
    versions = frame.versions(Technology)
    names = {choice.code: f"{choice.code} {choice.name}" for choice in frame.framework.technology}
    rows = []
    for process in frame.processes:
        entry = stored.get(process.id)
        cells: dict[str, Cell] = {
            "process": shown_name(process),
            "tool": entry.tool if entry else None,
            "as_is": entry.as_is if entry else None,
            "to_be": entry.to_be if entry else None,
        }
        rows.append(EditorRow(id=process.id, cells=cells, version=versions.get((process.id,), 0)))
    columns = {
        "process": process_column(),
        "tool": st.column_config.TextColumn("Tool", width="medium", max_chars=300),
        "as_is": choice_column("Now", names, width="medium"),
        "to_be": choice_column("Wanted", names, width="medium"),
    }

    def save(edit: RowEdit) -> None:
        cells = {**next(row.cells for row in rows if row.id == edit.id), **edit.cells}
        tool = text_or_none(cells["tool"])
        frame.save(
            checked(Technology, process_id=edit.id, tool=tool, as_is=cells["as_is"], to_be=cells["to_be"]), edit.version
        )

    editor(
        frame.key(f"technology:{len(rows)}"),
        rows,
        columns,
        save,
        newest_version=lambda row_id: frame.versions(Technology).get((row_id,), 0),
        is_locked=frame.is_locked,
        name="Tool of each process",
        sign=frame.key("technology"),
    )


def _draw_sourcing(frame: Frame) -> None:
    stored = {entry.process_id: entry for entry in frame.assessment.sourcing}
    versions = frame.versions(Sourcing)
    rows = []
    for process in frame.processes:
        entry = stored.get(process.id)
        cells: dict[str, Cell] = {
            "process": shown_name(process),
            "mode": entry.mode_id if entry else None,
            "nature": entry.nature.value if entry and entry.nature else None,
            "candidate": entry.candidate.value if entry else None,
            "interface": entry.interface if entry else None,
        }
        rows.append(EditorRow(id=process.id, cells=cells, version=versions.get((process.id,), 0)))

    def save(edit: RowEdit) -> None:
        cells = {**next(row.cells for row in rows if row.id == edit.id), **edit.cells}
        first_mode = frame.framework.sourcing[0].id
        entry = checked(
            Sourcing,
            process_id=edit.id,
            mode_id=cells["mode"] or first_mode,
            nature=SourcingNature(str(cells["nature"])) if cells["nature"] else None,
            candidate=SourcingCandidate(str(cells["candidate"] or SourcingCandidate.NONE.value)),
            interface=text_or_none(cells["interface"]),
        )
        frame.save(entry, edit.version)

    editor(
        frame.key(f"sourcing:{len(rows)}"),
        rows,
        _sourcing_columns(frame),
        save,
        newest_version=lambda row_id: frame.versions(Sourcing).get((row_id,), 0),
        is_locked=frame.is_locked,
        name="Sourcing of each process",
        sign=frame.key("sourcing"),
    )


def _sourcing_columns(frame: Frame) -> dict[str, object]:
    modes = {choice.id: choice.name for choice in frame.framework.sourcing}
    natures = {nature.value: name for nature, name in NATURE_NAMES.items()}
    candidates = {candidate.value: name for candidate, name in CANDIDATE_NAMES.items()}
    return {
        "process": process_column(),
        "mode": choice_column("Done", modes),
        "nature": choice_column("Kind of work", natures),
        "candidate": choice_column("Worth looking at", candidates),
        "interface": st.column_config.TextColumn("Interface it keeps", width="large"),
    }
