"""What bringing an assessment to another version of its framework would change, before anybody does it.

| table | a row | values |
|---|---|---|
| levels | a process in scope of either version | levels and targets 0 to 5, None where there is none |
| items | a question that differs | what became of it; answers and agreed values it has |
| lost | a kind of entry and what it belongs to | how many |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from assessment.domain.bringing import Bringing, ItemChange
from assessment.domain.rating.results import ProcessResult, ProcessStatus
from assessment.views.model import Cell, Column, Fact, Kind, Row, Table, View
from assessment.views.names import process_name
from assessment.views.wording import bringing as words
from assessment.views.wording.numbers import level_text, whole_text


def bringing_view(bringing: Bringing) -> View:
    """The preview: what differs in questions, in levels and targets, and what would go."""
    levels = _levels_table(bringing)
    differing = sum(bool(row.cells[-1].text) for row in levels.rows)
    return View(
        id="bringing",
        question=words.QUESTION,
        finding=words.finding(len(bringing.items), differing, len(bringing.lost)),
        facts=tuple(_facts(bringing)),
        tables=(levels, _items_table(bringing), _lost_table(bringing)),
        notes=tuple(_notes(bringing)),
    )


def _facts(bringing: Bringing) -> Iterator[Fact]:
    before, after = (one.framework.version for one in (bringing.before, bringing.after))
    yield Fact(id="version", label=words.VERSION_FACT, text=words.versions(before, after), value=after)
    counts = Counter(item.kind for item in bringing.items)
    yield Fact(id="items", label=words.ITEMS_FACT, text=words.items(counts), value=len(bringing.items))
    kept, lost = bringing.kept_answer_count, bringing.lost_answer_count
    yield Fact(id="kept", label=words.KEPT_FACT, text=words.answers(kept), value=kept)
    yield Fact(id="lost", label=words.LOST_FACT, text=words.answers(lost), value=lost)


def _notes(bringing: Bringing) -> Iterator[str]:
    if bringing.new_process_ids:
        yield words.new_processes([process_name(bringing.after.framework, one) for one in bringing.new_process_ids])
    if bringing.gone_process_ids:
        yield words.gone_processes([process_name(bringing.before.framework, one) for one in bringing.gone_process_ids])
    for kind, count in Counter(type(entry).__name__ for entry in bringing.trimmed).items():
        yield words.trimmed(kind, count)
    yield words.SAME_WORDS_NOTE


def _levels_table(bringing: Bringing) -> Table:
    before, after = (
        {process.process_id: process for process in one.result.processes} for one in (bringing.before, bringing.after)
    )
    return Table(
        id="levels",
        title=words.LEVELS_TITLE,
        measure=words.LEVELS_MEASURE,
        columns=(
            Column(id="process", name=words.PROCESS),
            Column(id="level-before", name=words.LEVEL_BEFORE, kind=Kind.NUMBER),
            Column(id="level-after", name=words.LEVEL_AFTER, kind=Kind.NUMBER),
            Column(id="target-before", name=words.TARGET_BEFORE, kind=Kind.NUMBER),
            Column(id="target-after", name=words.TARGET_AFTER, kind=Kind.NUMBER),
            Column(id="differs", name=words.DIFFERENCE),
        ),
        rows=tuple(_levels_row(bringing, process_id, before, after) for process_id in before),
        empty="",
    )


def _levels_row(
    bringing: Bringing, process_id: str, before: Mapping[str, ProcessResult], after: Mapping[str, ProcessResult]
) -> Row:
    old, new = before[process_id], after.get(process_id)
    (level_before, target_before), (level_after, target_after) = _levels(old), _levels(new)
    levels = (level_before, level_after, target_before, target_after)
    differs = words.GONE if new is None else words.DIFFERS if levels[::2] != levels[1::2] else ""
    return Row(
        id=process_id,
        cells=(
            Cell(text=process_name(bringing.before.framework, process_id), value=process_id),
            *(Cell(text=level_text(level), value=level) for level in levels),
            Cell(text=differs, value=differs),
        ),
    )


def _levels(process: ProcessResult | None) -> tuple[int | None, int | None]:
    """Level and target; none of a process that is gone, no target of one that does not apply."""
    if process is None or process.status is ProcessStatus.NOT_APPLICABLE:
        return None, None
    return process.level.level, process.target.target_level


def _items_table(bringing: Bringing) -> Table:
    return Table(
        id="items",
        title=words.ITEMS_TITLE,
        columns=(
            Column(id="question", name=words.QUESTION_COLUMN),
            Column(id="change", name=words.CHANGE_COLUMN),
            Column(id="answers", name=words.ANSWERS_COLUMN, kind=Kind.NUMBER),
        ),
        rows=tuple(_item_row(bringing, item) for item in bringing.items),
        empty=words.NO_ITEM,
    )


def _item_row(bringing: Bringing, item: ItemChange) -> Row:
    known = bringing.after.framework if item.process_id in bringing.after.framework.process_by_id else None
    return Row(
        id=item.item_id,
        cells=(
            Cell(text=item.name, value=item.item_id),
            Cell(text=words.CHANGES[item.kind], value=item.kind.value),
            Cell(text=whole_text(item.answer_count), value=item.answer_count),
        ),
        group=process_name(known or bringing.before.framework, item.process_id),
    )


def _lost_table(bringing: Bringing) -> Table:
    counts: Counter[tuple[str, str]] = Counter()
    for entry in bringing.lost:
        counts[(type(entry).__name__, _belongs_to(bringing, entry))] += 1
    return Table(
        id="lost",
        title=words.LOST_TITLE,
        columns=(
            Column(id="count", name=words.COUNT_COLUMN, kind=Kind.NUMBER),
            Column(id="what", name=words.LOST_COLUMN),
            Column(id="of", name=words.OF_COLUMN),
        ),
        rows=tuple(
            Row(
                id=f"{kind}:{place}",
                cells=(
                    Cell(text=whole_text(count), value=count),
                    Cell(text=words.entries(kind, count), value=kind),
                    Cell(text=place, value=place),
                ),
            )
            for (kind, place), count in counts.items()
        ),
        empty=words.NOTHING_LOST,
    )


def _belongs_to(bringing: Bringing, entry: object) -> str:
    """What an entry speaks of, by name: its question with its process, its process, or what its own id names."""
    framework = bringing.before.framework
    item = framework.item_by_id.get(getattr(entry, "item_id", ""))
    if item is not None:
        return words.question_of(process_name(framework, item.process_id), item.name)
    process_id = getattr(entry, "process_id", None)
    if process_id is not None:
        return process_name(framework, process_id)
    names = {
        one.id: words.hand_off(process_name(framework, one.from_process), process_name(framework, one.to_process))
        for one in framework.linkages
    }
    names |= {one.id: words.hand_off(one.from_name, one.to_name) for one in framework.transitions}
    return names.get(str(getattr(entry, "linkage_id", None) or getattr(entry, "transition_id", "")), "")
