"""What answers, levels and choices mean, and what else is asked of an organisation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assessment.domain.authored.content import Choice, ReadinessQuestion
from assessment.domain.authored.framework import Framework
from assessment.views.frameworks.listing import Listing
from assessment.views.model import Cell, Column, Fact, Kind, Row, Table, View
from assessment.views.wording import framework_terms as words
from assessment.views.wording.frameworks import version
from assessment.views.wording.question import GOOD_LABEL


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessText:
    """A question before a step, with what is good, the risk of a no, and what to do about it."""

    id: str
    question: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScalesView(View):
    """The scales as tables, then what is asked of readiness and of an owner, and who is not behind the framework."""

    readiness_title: str
    readiness_lead: str
    readiness: tuple[ReadinessText, ...]
    checklist: Listing
    no_checklist: str
    independence_title: str
    independence: Fact


def scales_view(framework: Framework) -> ScalesView:
    """Every scale of a framework and both of its checklists."""
    return ScalesView(
        id="scales",
        question=words.SCALES_QUESTION,
        finding=words.SCALES_FINDING,
        tables=(
            _answers_table(framework),
            _levels_table(framework),
            _attributes_table(framework),
            _choices_table("technology", words.TECHNOLOGY_TITLE, words.TECHNOLOGY_COLUMN, framework.technology),
            _choices_table("sourcing", words.SOURCING_TITLE, words.SOURCING_COLUMN, framework.sourcing),
        ),
        readiness_title=words.READINESS_TITLE,
        readiness_lead=words.READINESS_LEAD,
        readiness=tuple(
            ReadinessText(id=question.id, question=question.question, facts=tuple(_readiness_facts(question)))
            for question in framework.readiness
        ),
        checklist=Listing(label=words.CHECKLIST_TITLE, texts=tuple(entry.text for entry in framework.owner_checklist)),
        no_checklist=words.NO_CHECKLIST,
        independence_title=words.INDEPENDENCE_TITLE,
        independence=Fact(
            id="independence", label=version(framework.name, framework.version), text=framework.independence
        ),
    )


def _answers_table(framework: Framework) -> Table:
    rows = (
        (point.letter.value, (Cell(text=point.name, value=point.code), Cell(text=point.statement)))
        for point in framework.scale
    )
    columns = (Column(id="answer", name=words.ANSWER_COLUMN, width=25), Column(id="seen", name=words.SEEN))
    return _table("answers", words.ANSWERS_TITLE, words.ANSWERS_LEAD, columns, rows)


def _levels_table(framework: Framework) -> Table:
    rows = (
        (
            f"level-{level.level}",
            (Cell(text=str(level.level), value=level.level), Cell(text=level.name), Cell(text=level.meaning)),
        )
        for level in framework.levels
    )
    columns = (
        Column(id="level", name=words.LEVEL_COLUMN, kind=Kind.NUMBER, width=10),
        Column(id="name", name=words.NAME_COLUMN, width=15),
        Column(id="meaning", name=words.MEANING),
    )
    return _table("levels", words.LEVELS_TITLE, words.LEVELS_LEAD, columns, rows)


def _attributes_table(framework: Framework) -> Table:
    rows = (
        (
            attribute.id,
            (
                Cell(text=attribute.name, value=attribute.id),
                Cell(text=attribute.meaning),
                Cell(text=str(attribute.level), value=attribute.level),
            ),
        )
        for attribute in framework.attributes
    )
    columns = (
        Column(id="attribute", name=words.ATTRIBUTE_COLUMN, width=25),
        Column(id="meaning", name=words.MEANING),
        Column(id="level", name=words.NEEDED_COLUMN, kind=Kind.NUMBER, width=18),
    )
    return _table("attributes", words.ATTRIBUTES_TITLE, words.ATTRIBUTES_LEAD, columns, rows)


def _choices_table(table_id: str, title: str, column_name: str, choices: tuple[Choice, ...]) -> Table:
    rows = ((choice.id, (Cell(text=choice.name, value=choice.code), Cell(text=choice.meaning))) for choice in choices)
    columns = (Column(id="choice", name=column_name, width=25), Column(id="meaning", name=words.MEANING))
    return _table(table_id, title, "", columns, rows)


def _table(
    table_id: str, title: str, lead: str, columns: tuple[Column, ...], rows: Iterable[tuple[str, tuple[Cell, ...]]]
) -> Table:
    return Table(
        id=table_id,
        title=title,
        measure=lead,
        columns=columns,
        rows=tuple(Row(id=row_id, cells=cells) for row_id, cells in rows),
        empty="",
    )


def _readiness_facts(question: ReadinessQuestion) -> Iterator[Fact]:
    yield Fact(id="good", label=GOOD_LABEL, text=question.good)
    yield Fact(id="risk", label=words.RISK, text=question.risk)
    if question.action is not None:
        yield Fact(id="remedy", label=words.REMEDY, text=question.action.text)
