"""What people said of the questions of a framework, by question, over all assessments; nobody is named.

| column | value | range |
|---|---|---|
| unclear, two-in-one, does-not-fit | how many people said so | 0 up |
"""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.answered.assessment import FeedbackKind
from assessment.domain.answered.feedback import SaidOfQuestion
from assessment.domain.authored.framework import Framework
from assessment.views.model import Cell, Column, Kind, Row, Table, View
from assessment.views.names import process_name
from assessment.views.wording import feedback as words
from assessment.views.wording.terms import FEEDBACK_KINDS


def feedback_view(framework: Framework, said: Sequence[SaidOfQuestion]) -> View:
    """A row a question, the most talked of first (`questions`), and everything that was said (`said`)."""
    by_item: dict[str, list[SaidOfQuestion]] = {}
    for one in said:
        by_item.setdefault(one.item_id, []).append(one)
    order = sorted(by_item.items(), key=lambda pair: -len(pair[1]))
    return View(
        id="feedback",
        question=words.QUESTION,
        finding=words.how_much(len(said), len(by_item)),
        tables=(
            Table(
                id="questions",
                title=words.QUESTION,
                columns=(
                    Column(id="question", name=words.QUESTION_COLUMN),
                    *(Column(id=kind.value, name=name, kind=Kind.NUMBER) for kind, name in FEEDBACK_KINDS.items()),
                    Column(id="words", name=words.WORDS_COLUMN),
                ),
                rows=tuple(_question_row(framework, item_id, own) for item_id, own in order),
                empty=words.EMPTY,
                notes=(words.FLOOR,),
            ),
            Table(
                id="said",
                title=words.QUESTION,
                columns=(
                    Column(id="process", name=words.PROCESS_COLUMN),
                    Column(id="question", name=words.QUESTION_COLUMN),
                    Column(id="id", name=words.ID_COLUMN),
                    Column(id="kind", name=words.KIND_COLUMN),
                    Column(id="words", name=words.WORDS_COLUMN),
                ),
                rows=tuple(
                    _said_row(framework, f"{item_id}:{number}", one)
                    for item_id, own in order
                    for number, one in enumerate(own, start=1)
                ),
                empty=words.EMPTY,
            ),
        ),
        empty="" if said else words.EMPTY,
    )


def _question_row(framework: Framework, item_id: str, said: Sequence[SaidOfQuestion]) -> Row:
    process, question = _names(framework, item_id)
    counts = [sum(one.kind is kind for one in said) for kind in FeedbackKind]
    return Row(
        id=item_id,
        cells=(
            Cell(text=question, value=item_id, note=process),
            *(Cell(text=words.count(number), value=number) for number in counts),
            Cell(text=words.all_words([one.text for one in said if one.text])),
        ),
    )


def _said_row(framework: Framework, row_id: str, one: SaidOfQuestion) -> Row:
    process, question = _names(framework, one.item_id)
    texts = (process, question, one.item_id, FEEDBACK_KINDS[one.kind], one.text or "")
    return Row(id=row_id, cells=tuple(Cell(text=text) for text in texts))


def _names(framework: Framework, item_id: str) -> tuple[str, str]:
    """Process and question by name; one that only another version asks goes by its id."""
    item = framework.item_by_id.get(item_id)
    if item is None:
        return words.OTHER_VERSION, item_id
    return process_name(framework, item.process_id), item.name
