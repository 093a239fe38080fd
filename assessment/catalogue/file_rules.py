"""Rules that one file keeps or breaks by itself: ids used twice, texts alike, levels and steps that are missing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from assessment.catalogue.loading import LoadedFolder
from assessment.catalogue.reading import Place, YamlPath
from assessment.domain.authored.content import (
    AnchoredItem,
    FrameworkHeader,
    GlossaryFile,
    LinkagesFile,
    OrganisationFile,
    Origin,
    Process,
    RatingLetter,
    ScenariosFile,
)
from assessment.domain.authored.transition import TransitionsFile

PLACEHOLDER = re.compile(r"\{[^{}]*\}")
LETTERS = tuple(RatingLetter)


def header_rules(folder: LoadedFolder) -> Iterator[Place]:
    """Levels, scale, attributes and groups."""
    for file, header in folder.of(FrameworkHeader).items():
        yield from _scale_rules(file, header)
        yield from _doubles(file, "attributes", "id", (a.id for a in header.attributes), "attribute id")
        yield from _doubles(file, "attributes", "code", (a.code for a in header.attributes), "attribute code")
        yield from _doubles(file, "groups", "id", (g.id for g in header.groups), "group id")
        listed = Counter(process_id for group in header.groups for process_id in group.processes)
        for index, group in enumerate(header.groups):
            for position, process_id in enumerate(group.processes):
                if listed[process_id] > 1:
                    yield file, ("groups", index, "processes", position), f"process '{process_id}' is listed twice"
        for index, attribute in enumerate(header.attributes):
            path: YamlPath = ("attributes", index)
            yield from _anchored_rules(file, (*path, "item"), attribute.item, allowed="{process}")
            yield from _action_rules(file, (*path, "actions"), [action.to for action in attribute.actions])


def _scale_rules(file: str, header: FrameworkHeader) -> Iterator[Place]:
    if [level.level for level in header.levels] != list(range(6)):
        yield file, ("levels",), "levels must be 0 to 5, each once and in order"
    if [point.code for point in header.scale] != list(range(6)):
        yield file, ("scale",), "the scale must have the codes 0 to 5, each once and in order"
    if tuple(point.letter for point in header.scale) != LETTERS:
        yield file, ("scale",), "the scale must have the letters N, P-, P+, L-, L+, F in this order"
    if len({normalised(point.statement) for point in header.scale}) < len(header.scale):
        yield file, ("scale",), "two statements of the scale are alike"
    for level in range(1, 6):
        if not any(attribute.level == level for attribute in header.attributes):
            yield file, ("attributes",), f"no attribute belongs to level {level}, so it cannot be reached"


def process_rules(folder: LoadedFolder) -> Iterator[Place]:
    """Activities, and the items and actions that a process writes of its own."""
    for file, process in folder.of(Process).items():
        yield from _doubles(file, "activities", "id", (a.id for a in process.activities), "activity id")
        yield from _doubles(file, "attributes", "attribute", (a.attribute for a in process.attributes), "attribute")
        if process.origin is Origin.PAPER and process.line is None:
            yield file, (), "comes from the paper but names no line"
        for index, activity in enumerate(process.activities):
            path: YamlPath = ("activities", index)
            if (activity.origin is Origin.PAPER) != (activity.line is not None):
                reason = f"activity '{activity.id}' must name its line if it comes from the paper, and only then"
                yield file, path, reason
            for text in (activity.question, activity.good, *activity.ask_for):
                yield from _placeholder_rules(file, path, text, allowed="")
        for index, own in enumerate(process.attributes):
            path = ("attributes", index)
            if own.item is not None:
                yield from _anchored_rules(file, (*path, "item"), own.item, allowed="")
            if own.actions:
                yield from _action_rules(file, (*path, "actions"), [action.to for action in own.actions])


def list_rules(folder: LoadedFolder) -> Iterator[Place]:
    """The ids, codes and terms of the smaller files."""
    for file, linkages in folder.of(LinkagesFile).items():
        yield from _doubles(file, "linkages", "id", (linkage.id for linkage in linkages.linkages), "linkage id")
        yield from _doubles(file, "universal", "id", (linkage.id for linkage in linkages.universal), "linkage id")
    for file, scenarios in folder.of(ScenariosFile).items():
        yield from _doubles(file, "scenarios", "id", (s.id for s in scenarios.scenarios), "scenario id")
    for file, transitions in folder.of(TransitionsFile).items():
        yield from _doubles(file, "transitions", "id", (t.id for t in transitions.transitions), "transition id")
    for file, glossary in folder.of(GlossaryFile).items():
        yield from _doubles(file, "terms", "term", (t.term.lower() for t in glossary.terms), "term")
    for file, organisation in folder.of(OrganisationFile).items():
        yield from _doubles(file, "readiness", "id", (q.id for q in organisation.readiness), "question id")
        yield from _doubles(file, "owner_checklist", "id", (e.id for e in organisation.owner_checklist), "entry id")
        for key, choices in (("technology", organisation.technology), ("sourcing", organisation.sourcing)):
            yield from _doubles(file, key, "id", (choice.id for choice in choices), "choice id")
            if [choice.code for choice in choices] != list(range(len(choices))):
                yield file, (key,), f"the codes of {key} must count up from 0 without a gap"


def _doubles(file: str, key: str, field: str, values: Iterable[object], noun: str) -> Iterator[Place]:
    seen: set[object] = set()
    for index, value in enumerate(values):
        if value in seen:
            yield file, (key, index, field), f"{noun} '{value}' is used twice; each must be unique"
        seen.add(value)


def _anchored_rules(file: str, path: YamlPath, item: AnchoredItem, allowed: str) -> Iterator[Place]:
    first_by_text: dict[str, int] = {}
    for index, statement in enumerate(item.statements):
        first = first_by_text.setdefault(normalised(statement), index)
        if first != index:
            yield file, (*path, "statements", index), f"statements {first + 1} and {index + 1} are alike"
    for text in (item.question, item.good, *item.ask_for, *item.statements):
        yield from _placeholder_rules(file, path, text, allowed)


def _placeholder_rules(file: str, path: YamlPath, text: str, allowed: str) -> Iterator[Place]:
    for found in PLACEHOLDER.findall(text):
        if found != allowed:
            remedy = (
                f"only {allowed} is known here"
                if allowed
                else "write the name out; placeholders belong to shared texts"
            )
            yield file, path, f"has the placeholder '{found}'; {remedy}"


def _action_rules(file: str, path: YamlPath, letters: Sequence[RatingLetter]) -> Iterator[Place]:
    missing = [letter.value for letter in LETTERS[1:] if letter not in letters]
    if missing:
        yield file, path, f"has no action that leads to {', '.join(missing)}"
    if RatingLetter.N in letters:
        yield file, path, "has an action that leads to N; actions lead upwards"
    if list(letters) != sorted(letters, key=LETTERS.index):
        yield file, path, "actions are not in the order P-, P+, L-, L+, F"


def normalised(text: str) -> str:
    """A text without case, punctuation and double spaces, so that two texts that read alike compare equal."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", text.lower()).split())
