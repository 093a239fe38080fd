"""Finding a word in everything a framework says: the text, the entry it belongs to, the process it leads to.

An entry (a process, an item, an action, a linkage, a term ...) is found when each word asked for stands somewhere in
its texts. Weights are an own rule: a word in a name counts more than one in a question, that more than one in the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.framework import Framework, ItemKind
from assessment.domain.questionnaire import Process

SHORTEST_WORD = 2
_NAME_WEIGHT, _QUESTION_WEIGHT, _TEXT_WEIGHT = 9, 3, 1


class EntryKind(StrEnum):
    """What was found."""

    PROCESS = "process"
    ITEM = "item"
    ACTION = "action"
    METRIC = "metric"
    LINKAGE = "linkage"
    TERM = "term"
    TRANSITION = "transition"
    SCENARIO = "scenario"
    READINESS = "readiness"
    CHECKLIST = "checklist"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchText:
    """One text of an entry and what it is, in words; `weight` >= 1, higher leads."""

    label: str
    text: str
    weight: int = _TEXT_WEIGHT


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchEntry:
    """Something that can be found; `process_id` is where it is shown, None for what belongs to no process."""

    kind: EntryKind
    name: str
    texts: tuple[SearchText, ...]
    process_id: str | None = None
    item_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An entry that has every word, with the text that has most of them; `weight` >= 1, higher is the better hit."""

    entry: SearchEntry
    best: SearchText
    weight: int


def words_of(query: str) -> tuple[str, ...]:
    """The words of a query, each once, without case; shorter ones than two letters are left out.

    >>> words_of("  Back-out a PLAN plan ")
    ('back-out', 'plan')
    """
    return tuple(dict.fromkeys(word for word in query.casefold().split() if len(word) >= SHORTEST_WORD))


def search(framework: Framework, query: str) -> tuple[Hit, ...]:
    """Everything that has each word of the query, the best first, equals in the framework's order."""
    words = words_of(query)
    if not words:
        return ()
    hits = [hit for entry in entries(framework) if (hit := _hit(entry, words)) is not None]
    return tuple(sorted(hits, key=lambda hit: -hit.weight))


def _hit(entry: SearchEntry, words: tuple[str, ...]) -> Hit | None:
    found = [(text, [word for word in words if word in text.text.casefold()]) for text in entry.texts]
    if {word for _, present in found for word in present} != set(words):
        return None
    weights = [max(text.weight for text, present in found if word in present) for word in words]
    best, _ = max(found, key=lambda pair: (len(pair[1]), pair[0].weight))
    return Hit(entry=entry, best=best, weight=sum(weights))


def entries(framework: Framework) -> Iterator[SearchEntry]:
    """Everything that can be found, in the framework's order."""
    for process in framework.processes:
        yield _process_entry(process)
        yield from _action_entries(framework, process)
        for metric in process.metrics:
            yield _entry(EntryKind.METRIC, metric.name, process.id, ("Metric", metric.meaning), ("Unit", metric.unit))
    yield from _item_entries(framework)
    names = {process.id: process.name for process in framework.processes}
    for linkage in framework.linkages:
        yield SearchEntry(
            kind=EntryKind.LINKAGE,
            name=f"{names[linkage.from_process]} to {names[linkage.to_process]}",
            process_id=linkage.from_process,
            texts=(
                SearchText(label="Hand-off", text=linkage.flow, weight=_QUESTION_WEIGHT),
                SearchText(label="Question", text=linkage.question, weight=_QUESTION_WEIGHT),
                SearchText(label="When it works", text=linkage.working),
            ),
        )
    yield from _other_entries(framework)


def _other_entries(framework: Framework) -> Iterator[SearchEntry]:
    for term in framework.glossary:
        yield _entry(EntryKind.TERM, term.term, None, ("Meaning", term.meaning))
    for change in framework.transitions:
        name = f"{change.from_name} to {change.to_name}"
        yield _entry(EntryKind.TRANSITION, name, None, ("From", change.from_text), ("To", change.to_text))
    for scenario in framework.scenarios:
        yield _entry(EntryKind.SCENARIO, scenario.title, None, ("Story", scenario.story), ("Why", scenario.why))
    for question in framework.readiness:
        remedy = [("When the answer is no", question.action.text)] if question.action else []
        texts = (("What good looks like", question.good), ("Risk", question.risk), *remedy)
        yield _entry(EntryKind.READINESS, question.question, None, *texts)
    for entry in framework.owner_checklist:
        yield _entry(EntryKind.CHECKLIST, entry.text, None)
    for choice in (*framework.technology, *framework.sourcing):
        yield _entry(EntryKind.CHOICE, choice.name, None, ("Meaning", choice.meaning))


def _entry(kind: EntryKind, name: str, process_id: str | None, *texts: tuple[str, str]) -> SearchEntry:
    labelled = (SearchText(label=label, text=text) for label, text in texts)
    return SearchEntry(kind=kind, name=name, process_id=process_id, texts=(_named(name), *labelled))


def _named(name: str) -> SearchText:
    return SearchText(label="Name", text=name, weight=_NAME_WEIGHT)


def _process_entry(process: Process) -> SearchEntry:
    texts = [
        ("Purpose", process.purpose),
        ("Why it matters", process.why),
        ("Starts", process.starts),
        ("Ends", process.ends),
    ]
    texts += [("Often confused with", confusion.difference) for confusion in process.confused_with]
    texts += [("In the room", role) for role in process.in_the_room]
    texts += [(entry.publication, entry.reference) for entry in process.crosswalk]
    if process.guide is not None:
        texts += [("How to open", process.guide.opening)]
        texts += [("Probing question", probe) for probe in process.guide.probes]
        texts += [("Trap", trap) for trap in process.guide.traps]
    return _entry(EntryKind.PROCESS, process.name, process.id, *texts)


def _item_entries(framework: Framework) -> Iterator[SearchEntry]:
    for item in framework.item_by_id.values():
        # the statements of an activity are the shared scale: a hit there would be a hit everywhere
        statements = item.statements if item.kind is ItemKind.ANCHORED else ()
        names = zip(framework.scale, statements, strict=False)
        yield SearchEntry(
            kind=EntryKind.ITEM,
            name=item.name,
            process_id=item.process_id,
            item_id=item.id,
            texts=(
                _named(item.name),
                SearchText(label="Question", text=item.question, weight=_QUESTION_WEIGHT),
                SearchText(label="What good looks like", text=item.good),
                *(SearchText(label=f"Statement: {point.name}", text=statement) for point, statement in names),
                *(SearchText(label="Ask to see", text=text) for text in item.ask_for),
                *((SearchText(label="Pitfall", text=item.pitfall),) if item.pitfall else ()),
            ),
        )


def _action_entries(framework: Framework, process: Process) -> Iterator[SearchEntry]:
    for attribute in framework.attributes:
        for action in framework.actions(process.id, attribute.id):
            yield SearchEntry(
                kind=EntryKind.ACTION,
                name=attribute.name,
                process_id=process.id,
                item_id=f"{process.id}.{attribute.id}",
                texts=(
                    SearchText(label="Action", text=action.text, weight=_QUESTION_WEIGHT),
                    SearchText(label="Deliverable", text=action.deliverable),
                    SearchText(label="Evidence", text=action.evidence),
                ),
            )
