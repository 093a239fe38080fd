"""Finding a word in everything a framework says: the text, the entry it belongs to, the process it leads to.

An entry (a process, an item, an action, a linkage, a term ...) is found when each word asked for stands somewhere in
its texts: at the beginning of a word, whatever its case and its hyphens. Weights are an own rule: a word in a name
counts more than one in a question, that more than one in the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.authored.content import Process
from assessment.domain.authored.framework import Framework, ItemKind

SHORTEST_WORD = 2
_NAME_WEIGHT, _QUESTION_WEIGHT, _TEXT_WEIGHT = 9, 3, 1
_NAME_LABEL = "Name"
_HYPHENS = "-\u00ad\u2010\u2011"  # typed, soft, typographic, not to be broken at
_IGNORED = re.compile(f"[{_HYPHENS}]")


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
    SCALE_POINT = "scale point"
    ATTRIBUTE = "attribute"


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchText:
    """One text of an entry and what it is, in words; `weight` >= 1, higher leads."""

    label: str
    text: str
    weight: int = _TEXT_WEIGHT

    @property
    def is_name(self) -> bool:
        """Whether it is the name of its entry."""
        return self.label == _NAME_LABEL


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An entry that has every word; `weight` >= 1, higher is the better hit.

    `shown` is the text that has most of the words. A name is shown anyway: where it has most, `shown` is the text with
    most of the words it lacks, and the telling one where it lacks none; the name only where there is no other text.
    """

    entry: SearchEntry
    shown: SearchText
    weight: int


def words_of(query: str) -> tuple[str, ...]:
    """The words of a query, each once, without case and hyphens; shorter ones than two letters are left out.

    >>> words_of("  Back-out a PLAN plan ")
    ('backout', 'plan')
    """
    words = _IGNORED.sub("", query).lower().split()
    return tuple(dict.fromkeys(word for word in words if len(word) >= SHORTEST_WORD))


def pattern_of(words: Sequence[str]) -> re.Pattern[str]:
    """What finds any of the words in a text, as it is written there; `words` as `words_of` gives them, at least one.

    >>> pattern_of(("backout", "plan")).findall("Back-outs unplanned, a planned one backed out")
    ['Back-out', 'plan']
    """
    hyphen = f"[{_HYPHENS}]?"
    longest_first = sorted(words, key=len, reverse=True)
    written = "|".join(hyphen.join(re.escape(letter) for letter in word) for word in longest_first)
    return re.compile(rf"(?<!\w)(?:{written})", re.IGNORECASE)


def search(framework: Framework, query: str) -> tuple[Hit, ...]:
    """Everything that has each word of the query, the best first, equals in the framework's order."""
    patterns = tuple(pattern_of((word,)) for word in words_of(query))
    if not patterns:
        return ()
    hits = [hit for entry in entries(framework) if (hit := _hit(entry, patterns)) is not None]
    return tuple(sorted(hits, key=lambda hit: -hit.weight))


_Found = list[tuple[SearchText, frozenset[re.Pattern[str]]]]


def _hit(entry: SearchEntry, patterns: tuple[re.Pattern[str], ...]) -> Hit | None:
    found = [
        (text, frozenset(pattern for pattern in patterns if pattern.search(text.text) is not None))
        for text in entry.texts
    ]
    if {pattern for _, present in found for pattern in present} != set(patterns):
        return None
    weights = [max(text.weight for text, present in found if pattern in present) for pattern in patterns]
    return Hit(entry=entry, shown=_shown(found), weight=sum(weights))


def _shown(found: _Found) -> SearchText:
    best, in_best = max(found, key=lambda pair: (len(pair[1]), pair[0].weight))
    others = [(text, present - in_best) for text, present in found if not text.is_name]
    if not best.is_name or not others:
        return best
    return max(others, key=lambda pair: len(pair[1]))[0]


def entries(framework: Framework) -> Iterator[SearchEntry]:
    """Everything that can be found, in the framework's order."""
    yield from _scale_entries(framework)
    for process in framework.processes:
        yield _process_entry(process)
        yield from _action_entries(framework, process)
        for metric in process.metrics:
            yield _entry(EntryKind.METRIC, metric.name, process.id, ("Meaning", metric.meaning), ("Unit", metric.unit))
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


def _scale_entries(framework: Framework) -> Iterator[SearchEntry]:
    for level in framework.levels:
        yield _entry(EntryKind.LEVEL, level.name, None, ("Meaning", level.meaning))
    for point in framework.scale:
        yield _entry(EntryKind.SCALE_POINT, point.name, None, ("What one sees", point.statement))
    for attribute in framework.attributes:
        yield _entry(EntryKind.ATTRIBUTE, attribute.name, None, ("Meaning", attribute.meaning))


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
    return SearchText(label=_NAME_LABEL, text=name, weight=_NAME_WEIGHT)


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
