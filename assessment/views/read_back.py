"""What a sheet that comes back would change, before anybody lets it.

| table | rows | columns |
|---|---|---|
| changes | what is new or changed | sheet, cell, what it is about, stored now, in the file |
| conflicts | what was changed in the app too, after the file was written | the same |
| refused | cells that cannot be stored | sheet, cell, why |

Each is there where it has a row. Names of people stand in it: it is for the facilitator.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from assessment.domain.answered.actions import PlannedAction
from assessment.domain.answered.read_back import CHANGING, DryRun, Fate, ReadLine
from assessment.domain.computed import Computed
from assessment.domain.planning.register import register_of
from assessment.views.conflicts import Teller
from assessment.views.model import Cell, Column, Fact, Row, Table, View
from assessment.views.names import process_name
from assessment.views.register import action_line
from assessment.views.wording import read_back as words
from assessment.views.wording.numbers import whole_text


def read_back_view(run: DryRun, computed: Computed) -> View:
    """The dry run of a file, held against an assessment."""
    teller = Teller(framework=computed.framework, respondents=computed.assessment.respondents)
    actions = _action_names(computed) if any(line.model is PlannedAction for line in run.lines) else {}
    counts = {fate: len(run.of(fate)) for fate in Fate}
    conflicts = [_both_row(line, teller, actions) for line in run.of(Fate.CONFLICTING)]
    changes = [_both_row(line, teller, actions) for line in run.of(*CHANGING)]
    tables = (
        _refused_table(run.of(Fate.REFUSED)),
        _both_table("conflicts", words.CONFLICTS_TITLE, words.CONFLICTS_MEASURE, conflicts),
        _both_table("changes", words.CHANGES_TITLE, words.CHANGES_MEASURE, changes),
    )
    return View(
        id="read-back",
        question=words.QUESTION,
        finding=words.finding(counts),
        facts=tuple(
            Fact(id=fate.value, label=words.FATES[fate], text=whole_text(count), value=count)
            for fate, count in counts.items()
        ),
        tables=tuple(table for table in tables if table.rows),
    )


def _both_table(table_id: str, title: str, measure: str, rows: Iterable[Row]) -> Table:
    return Table(
        id=table_id,
        title=title,
        measure=measure,
        columns=(
            *_place_columns(),
            Column(id="fate", name=words.FATE_COLUMN, width=9),
            Column(id="what", name=words.WHAT_COLUMN, width=29),
            Column(id="stored", name=words.STORED_COLUMN, width=25),
            Column(id="wanted", name=words.WANTED_COLUMN, width=25),
        ),
        rows=tuple(rows),
        empty=words.NO_CHANGE,
    )


def _refused_table(lines: Iterable[ReadLine]) -> Table:
    return Table(
        id="refused",
        title=words.REFUSED_TITLE,
        measure=words.REFUSED_MEASURE,
        columns=(*_place_columns(), Column(id="reason", name=words.REASON_COLUMN)),
        rows=tuple(Row(id=_row_id(line), cells=(*_place(line), Cell(text=line.reason))) for line in lines),
        empty=words.NONE_REFUSED,
    )


def _place_columns() -> tuple[Column, Column]:
    return (
        Column(id="sheet", name=words.SHEET_COLUMN, width=7),
        Column(id="cell", name=words.CELL_COLUMN, width=5),
    )


def _place(line: ReadLine) -> tuple[Cell, Cell]:
    return Cell(text=line.sheet), Cell(text=line.cell)


def _both_row(line: ReadLine, teller: Teller, actions: Mapping[str, str]) -> Row:
    """Where it stands, what becomes of it, what it is about, and both values as far as they differ."""
    entry = line.stored or line.wanted
    what = "" if line.model is None else actions.get(line.key[0]) or teller.thing(line.model, line.key, entry)
    if line.stored is None:
        stored, wanted = words.NOTHING, teller.alone(line.wanted)
    else:
        stored, wanted = teller.both(line.stored, line.wanted)
    fate = Cell(text=words.FATES[line.fate], value=line.fate.value)
    texts = (Cell(text=text) for text in (what, stored, wanted))
    return Row(id=_row_id(line), cells=(*_place(line), fate, *texts))


def _action_names(computed: Computed) -> Mapping[str, str]:
    """What each action of the register is called: its process and what is to be done."""
    return {
        action.id: words.action(process_name(computed.framework, action.process_id), action_line(computed, action).text)
        for action in register_of(computed.assessment, computed.roadmap)
    }


def _row_id(line: ReadLine) -> str:
    return f"{line.sheet}!{line.cell}"
