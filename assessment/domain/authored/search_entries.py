"""What can be found in a framework: each entry with its texts, what each text is, and the process it is shown with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.authored.content import Process
from assessment.domain.authored.framework import Framework, Item, ItemKind

NAME_WEIGHT, QUESTION_WEIGHT, TEXT_WEIGHT = 9, 3, 1
Joined = Callable[[str, str], str]
"""Makes one name of the two ends of a linkage or a transition, in the reader's language."""


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
    LEVEL = "level"
    SCALE_POINT = "scale-point"
    ATTRIBUTE = "attribute"


class TextKind(StrEnum):
    """What a text is to its entry."""

    NAME = "name"
    PURPOSE = "purpose"
    WHY = "why"
    STARTS = "starts"
    ENDS = "ends"
    CONFUSION = "confusion"
    ROOM = "room"
    REFERENCE = "reference"
    OPENING = "opening"
    PROBE = "probe"
    TRAP = "trap"
    QUESTION = "question"
    GOOD = "good"
    STATEMENT = "statement"
    ASK_FOR = "ask-for"
    PITFALL = "pitfall"
    ACTION = "action"
    DELIVERABLE = "deliverable"
    EVIDENCE = "evidence"
    MEANING = "meaning"
    UNIT = "unit"
    FLOW = "flow"
    WORKING = "working"
    OLD_END = "old-end"
    NEW_END = "new-end"
    STORY = "story"
    CAUSE = "cause"
    RISK = "risk"
    REMEDY = "remedy"

    @property
    def weight(self) -> int:
        """How much a word counts in such a text: 9 in a name, 3 in what asks or tells to do, 1 in the rest (own rule).

        >>> TextKind.NAME.weight, TextKind.QUESTION.weight, TextKind.GOOD.weight
        (9, 3, 1)
        """
        if self is TextKind.NAME:
            return NAME_WEIGHT
        return QUESTION_WEIGHT if self in _ASKING else TEXT_WEIGHT


_ASKING = frozenset({TextKind.QUESTION, TextKind.ACTION, TextKind.FLOW})


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchText:
    """One text of an entry. `belongs_to`: the answer of a statement, the publication of a reference; else empty."""

    kind: TextKind
    text: str
    belongs_to: str = ""

    @property
    def is_name(self) -> bool:
        """Whether it is the name of its entry."""
        return self.kind is TextKind.NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchEntry:
    """Something that can be found; `process_id` is where it is shown, None for what belongs to no process.

    `texts` begin with the name, if it can be searched; the text after it is the one that tells what the entry is.
    """

    kind: EntryKind
    name: str
    texts: tuple[SearchText, ...]
    process_id: str | None = None
    item_id: str | None = None


def entries(framework: Framework, joined: Joined) -> Iterator[SearchEntry]:
    """Everything that can be found, in the framework's order."""
    yield from _scale_entries(framework)
    for process in framework.processes:
        yield _process_entry(process)
        yield from _action_entries(framework, process)
        for metric in process.metrics:
            texts = ((TextKind.MEANING, metric.meaning), (TextKind.UNIT, metric.unit))
            yield _entry(EntryKind.METRIC, metric.name, *texts, process_id=process.id)
    for item in framework.item_by_id.values():
        yield _item_entry(framework, item)
    yield from _linkage_entries(framework, joined)
    yield from _organisation_entries(framework, joined)


def _scale_entries(framework: Framework) -> Iterator[SearchEntry]:
    for level in framework.levels:
        yield _entry(EntryKind.LEVEL, level.name, (TextKind.MEANING, level.meaning))
    for point in framework.scale:
        yield _entry(EntryKind.SCALE_POINT, point.name, (TextKind.STATEMENT, point.statement))
    for attribute in framework.attributes:
        yield _entry(EntryKind.ATTRIBUTE, attribute.name, (TextKind.MEANING, attribute.meaning))


def _process_entry(process: Process) -> SearchEntry:
    texts = [
        (TextKind.PURPOSE, process.purpose),
        (TextKind.WHY, process.why),
        (TextKind.STARTS, process.starts),
        (TextKind.ENDS, process.ends),
    ]
    texts += [(TextKind.CONFUSION, confusion.difference) for confusion in process.confused_with]
    texts += [(TextKind.ROOM, role) for role in process.in_the_room]
    guide = process.guide
    guiding = []
    if guide is not None:
        guiding = [(TextKind.OPENING, guide.opening)]
        guiding += [(TextKind.PROBE, probe) for probe in guide.probes]
        guiding += [(TextKind.TRAP, trap) for trap in guide.traps]
    return SearchEntry(
        kind=EntryKind.PROCESS,
        name=process.name,
        process_id=process.id,
        texts=(
            *_texts((TextKind.NAME, process.name), *texts),
            *(
                SearchText(kind=TextKind.REFERENCE, text=entry.reference, belongs_to=entry.publication)
                for entry in process.crosswalk
            ),
            *_texts(*guiding),
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
                texts=_texts(
                    (TextKind.ACTION, action.text),
                    (TextKind.DELIVERABLE, action.deliverable),
                    (TextKind.EVIDENCE, action.evidence),
                ),
            )


def _item_entry(framework: Framework, item: Item) -> SearchEntry:
    # the statements of an activity are the shared scale: a hit there would be a hit everywhere
    statements = item.statements if item.kind is ItemKind.ANCHORED else ()
    return SearchEntry(
        kind=EntryKind.ITEM,
        name=item.name,
        process_id=item.process_id,
        item_id=item.id,
        texts=(
            *_texts((TextKind.NAME, item.name), (TextKind.QUESTION, item.question), (TextKind.GOOD, item.good)),
            *(
                SearchText(kind=TextKind.STATEMENT, text=statement, belongs_to=point.name)
                for point, statement in zip(framework.scale, statements, strict=False)
            ),
            *_texts(*((TextKind.ASK_FOR, text) for text in item.ask_for)),
            *(_texts((TextKind.PITFALL, item.pitfall)) if item.pitfall else ()),
        ),
    )


def _linkage_entries(framework: Framework, joined: Joined) -> Iterator[SearchEntry]:
    names = {process.id: process.name for process in framework.processes}
    for linkage in framework.linkages:
        yield SearchEntry(
            kind=EntryKind.LINKAGE,
            name=joined(names[linkage.from_process], names[linkage.to_process]),
            process_id=linkage.from_process,
            texts=_texts(
                (TextKind.FLOW, linkage.flow),
                (TextKind.QUESTION, linkage.question),
                (TextKind.WORKING, linkage.working),
            ),
        )


def _organisation_entries(framework: Framework, joined: Joined) -> Iterator[SearchEntry]:
    for term in framework.glossary:
        yield _entry(EntryKind.TERM, term.term, (TextKind.MEANING, term.meaning))
    for change in framework.transitions:
        name = joined(change.from_name, change.to_name)
        ends = (TextKind.OLD_END, change.from_text), (TextKind.NEW_END, change.to_text)
        yield _entry(EntryKind.TRANSITION, name, *ends)
    for scenario in framework.scenarios:
        yield _entry(
            EntryKind.SCENARIO, scenario.title, (TextKind.STORY, scenario.story), (TextKind.CAUSE, scenario.why)
        )
    for question in framework.readiness:
        remedy = [(TextKind.REMEDY, question.action.text)] if question.action else []
        good, risk = (TextKind.GOOD, question.good), (TextKind.RISK, question.risk)
        yield _entry(EntryKind.READINESS, question.question, good, risk, *remedy)
    for entry in framework.owner_checklist:
        yield _entry(EntryKind.CHECKLIST, entry.text)
    for choice in (*framework.technology, *framework.sourcing):
        yield _entry(EntryKind.CHOICE, choice.name, (TextKind.MEANING, choice.meaning))


def _entry(kind: EntryKind, name: str, *texts: tuple[TextKind, str], process_id: str | None = None) -> SearchEntry:
    return SearchEntry(kind=kind, name=name, texts=_texts((TextKind.NAME, name), *texts), process_id=process_id)


def _texts(*texts: tuple[TextKind, str]) -> tuple[SearchText, ...]:
    return tuple(SearchText(kind=kind, text=text) for kind, text in texts)
