"""Every process of a framework by group, with the one sentence that says why it matters.

A table a group: process (its id as value), why, and the mark of an extension.
"""

from __future__ import annotations

from assessment.domain.authored.content import Group, Origin
from assessment.domain.authored.framework import Framework
from assessment.views.model import Cell, Column, Row, Table, View
from assessment.views.names import extension_mark
from assessment.views.wording import frameworks as words
from assessment.views.wording.paper_questionnaire import WHY


def overview_view(framework: Framework) -> View:
    """The groups in the model's order; the finding counts what the framework holds."""
    return View(
        id="framework",
        question=words.OVERVIEW_QUESTION,
        finding=framework_line(framework),
        tables=tuple(_group_table(framework, group) for group in framework.groups),
    )


def framework_line(framework: Framework) -> str:
    """What a framework is and how much it asks."""
    process_count = len(framework.processes)
    return words.framework_line(
        (
            words.version(framework.name, framework.version),
            words.processes_in_groups(
                process_count,
                len(framework.groups),
                extension_count=sum(process.origin is Origin.EXTENSION for process in framework.processes),
            ),
            words.activities(sum(len(process.activities) for process in framework.processes)),
            words.questions(process_count * len(framework.attributes)),
            words.linkages(len(framework.linkages)),
        )
    )


def _group_table(framework: Framework, group: Group) -> Table:
    return Table(
        id=f"group-{group.id}",
        title=group.name,
        measure=group.purpose,
        columns=(
            Column(id="process", name=words.PROCESS_COLUMN),
            Column(id="why", name=WHY),
            Column(id="origin", name=words.ORIGIN_COLUMN),
        ),
        rows=tuple(_row(framework, process_id) for process_id in group.processes),
        empty="",
    )


def _row(framework: Framework, process_id: str) -> Row:
    process = framework.process_by_id[process_id]
    return Row(
        id=process_id,
        cells=(
            Cell(text=process.name, value=process_id),
            Cell(text=process.why),
            Cell(text=extension_mark(framework, process), value=process.origin.value),
        ),
    )
