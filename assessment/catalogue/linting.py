"""What a schema cannot see: ids that clash, references that lead nowhere, texts alike, levels nobody can reach."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from assessment.catalogue.reading import ReadFile, YamlPath
from assessment.catalogue.wording import Place, wording_places
from assessment.domain.framework import Framework
from assessment.domain.questionnaire import EVERY_PROCESS, AnchoredItem, Origin, Process, RatingLetter
from assessment.errors import Finding

PLACEHOLDER = re.compile(r"\{[^{}]*\}")
CONTROL_CHARACTER = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
LETTERS = tuple(RatingLetter)


def lint(framework: Framework, files: Mapping[str, ReadFile], *, reads_wording: bool = False) -> tuple[Finding, ...]:
    """Every finding of every rule, each with file and line. `files` are the parsed files the framework came from.

    `reads_wording` adds the rules on wording, which need a second or so and matter to authors, not at start.
    """
    places = [place for rule in RULES for place in rule(framework)]
    places += _control_characters(files)
    if reads_wording:
        places += wording_places(framework, files)
    return tuple(
        files[name].finding(path, reason) if name in files else Finding(file=name, line=None, reason=reason)
        for name, path, reason in places
    )


def _file(process: Process) -> str:
    return str(PurePosixPath("processes") / f"{process.id}.yaml")


def _doubles(file: str, key: str, field: str, values: Iterable[object], noun: str) -> Iterator[Place]:
    seen: set[object] = set()
    for index, value in enumerate(values):
        if value in seen:
            yield file, (key, index, field), f"{noun} '{value}' is used twice; each must be unique"
        seen.add(value)


def _header_rules(framework: Framework) -> Iterator[Place]:
    file = "framework.yaml"
    if [level.level for level in framework.levels] != list(range(6)):
        yield file, ("levels",), "levels must be 0 to 5, each once and in order"
    if [point.code for point in framework.scale] != list(range(6)):
        yield file, ("scale",), "the scale must have the codes 0 to 5, each once and in order"
    if tuple(point.letter for point in framework.scale) != LETTERS:
        yield file, ("scale",), "the scale must have the letters N, P-, P+, L-, L+, F in this order"
    if len({normalised(point.statement) for point in framework.scale}) < len(framework.scale):
        yield file, ("scale",), "two statements of the scale are alike"
    yield from _doubles(file, "attributes", "id", (a.id for a in framework.attributes), "attribute id")
    yield from _doubles(file, "attributes", "code", (a.code for a in framework.attributes), "attribute code")
    yield from _doubles(file, "groups", "id", (g.id for g in framework.groups), "group id")
    for level in range(1, 6):
        if not any(attribute.level == level for attribute in framework.attributes):
            yield file, ("attributes",), f"no attribute belongs to level {level}, so it cannot be reached"
    listed = Counter(process_id for group in framework.groups for process_id in group.processes)
    for index, group in enumerate(framework.groups):
        for position, process_id in enumerate(group.processes):
            if listed[process_id] > 1:
                yield file, ("groups", index, "processes", position), f"process '{process_id}' is listed twice"
    for index, attribute in enumerate(framework.attributes):
        path: YamlPath = ("attributes", index)
        yield from _anchored_rules(file, (*path, "item"), attribute.item)
        yield from _action_rules(file, (*path, "actions"), [action.to for action in attribute.actions])
        for text in _shared_texts(attribute.item):
            yield from _placeholder_rules(file, (*path, "item"), text, allowed="{process}")


def _shared_texts(item: AnchoredItem) -> tuple[str, ...]:
    return (item.question, item.good, *item.ask_for, *item.statements)


def _placeholder_rules(file: str, path: YamlPath, text: str, allowed: str) -> Iterator[Place]:
    for found in PLACEHOLDER.findall(text):
        if found != allowed:
            remedy = (
                f"only {allowed} is known here"
                if allowed
                else "write the name out; placeholders belong to shared texts"
            )
            yield file, path, f"has the placeholder '{found}'; {remedy}"


def _anchored_rules(file: str, path: YamlPath, item: AnchoredItem) -> Iterator[Place]:
    first_by_text: dict[str, int] = {}
    for index, statement in enumerate(item.statements):
        first = first_by_text.setdefault(normalised(statement), index)
        if first != index:
            yield file, (*path, "statements", index), f"statements {first + 1} and {index + 1} are alike"


def _action_rules(file: str, path: YamlPath, letters: Sequence[RatingLetter]) -> Iterator[Place]:
    missing = [letter.value for letter in LETTERS[1:] if letter not in letters]
    if missing:
        yield file, path, f"has no action that leads to {', '.join(missing)}"
    if RatingLetter.N in letters:
        yield file, path, "has an action that leads to N; actions lead upwards"
    if list(letters) != sorted(letters, key=LETTERS.index):
        yield file, path, "actions are not in the order P-, P+, L-, L+, F"


def _process_rules(framework: Framework) -> Iterator[Place]:
    attribute_ids = {attribute.id for attribute in framework.attributes}
    activity_attributes = {attribute.id for attribute in framework.attributes if attribute.asks_activities}
    for process in framework.processes:
        file = _file(process)
        yield from _doubles(file, "activities", "id", (a.id for a in process.activities), "activity id")
        yield from _doubles(file, "attributes", "attribute", (a.attribute for a in process.attributes), "attribute")
        if process.origin is Origin.PAPER and process.line is None:
            yield file, (), "comes from the paper but names no line"
        for index, activity in enumerate(process.activities):
            path: YamlPath = ("activities", index)
            if activity.id in attribute_ids:
                yield file, (*path, "id"), f"activity id '{activity.id}' is the id of an attribute; choose another"
            if activity.attribute not in activity_attributes:
                yield (
                    file,
                    (*path, "attribute"),
                    f"attribute '{activity.attribute}' asks no activities in this framework",
                )
            if (activity.origin is Origin.PAPER) != (activity.line is not None):
                yield (
                    file,
                    path,
                    f"activity '{activity.id}' must name its line if it comes from the paper, and only then",
                )
            for text in (activity.question, activity.good, *activity.ask_for):
                yield from _placeholder_rules(file, path, text, allowed="")
        for attribute_id in sorted(activity_attributes):
            weights = [activity.weight for activity in process.activities if activity.attribute == attribute_id]
            if not any(weights):
                yield file, ("activities",), f"no activity of '{attribute_id}' counts, so its level cannot be reached"
        for index, own in enumerate(process.attributes):
            path = ("attributes", index)
            if own.attribute not in attribute_ids:
                yield file, (*path, "attribute"), f"attribute '{own.attribute}' is not in framework.yaml"
            if own.item is not None:
                yield from _anchored_rules(file, (*path, "item"), own.item)
                for text in _shared_texts(own.item):
                    yield from _placeholder_rules(file, (*path, "item"), text, allowed="")
            if own.actions:
                yield from _action_rules(file, (*path, "actions"), [action.to for action in own.actions])


def _reference_rules(framework: Framework) -> Iterator[Place]:
    process_ids = set(framework.process_by_id)
    item_ids = set(framework.item_by_id)
    for process in framework.processes:
        file = _file(process)
        for index, confusion in enumerate(process.confused_with):
            if confusion.process_id not in process_ids or confusion.process_id == process.id:
                yield (
                    file,
                    ("confused_with", index),
                    f"'{confusion.process_id}' is not another process of this framework",
                )
        for index, activity in enumerate(process.activities):
            for position, item_id in enumerate(activity.overlaps):
                if item_id not in item_ids or item_id.startswith(f"{process.id}."):
                    yield (
                        file,
                        ("activities", index, "overlaps", position),
                        f"'{item_id}' is not an item of another process",
                    )
    file = "scenarios.yaml"
    yield from _doubles(file, "scenarios", "id", (s.id for s in framework.scenarios), "scenario id")
    for index, scenario in enumerate(framework.scenarios):
        named = [entry.process for entry in scenario.processes]
        for position, process_id in enumerate(named):
            path: YamlPath = ("scenarios", index, "processes", position)
            if process_id not in process_ids:
                yield file, path, f"process '{process_id}' is not in this framework"
            elif process_id in named[:position]:
                yield file, path, f"process '{process_id}' is named twice"


def _linkage_rules(framework: Framework) -> Iterator[Place]:
    process_ids = set(framework.process_by_id)
    file = "linkages.yaml"
    ids = [linkage.id for linkage in framework.linkages]
    yield from _doubles(file, "linkages", "id", ids, "linkage id")
    yield from _doubles(file, "universal", "id", (linkage.id for linkage in framework.universal), "linkage id")
    for index, linkage in enumerate(framework.linkages):
        path: YamlPath = ("linkages", index)
        for end in ("from_process", "to_process"):
            process_id = getattr(linkage, end)
            if process_id not in process_ids:
                yield file, (*path, end), f"process '{process_id}' is not in this framework"
        if linkage.from_process == linkage.to_process:
            yield file, path, f"linkage '{linkage.id}' leads from a process to itself"
    for index, universal in enumerate(framework.universal):
        ends = [universal.from_process, universal.to_process]
        named = [process_id for process_id in ends if process_id != EVERY_PROCESS]
        if len(named) != 1 or named[0] not in process_ids:
            yield (
                file,
                ("universal", index),
                f"linkage '{universal.id}' must join one known process with '{EVERY_PROCESS}'",
            )


def _small_list_rules(framework: Framework) -> Iterator[Place]:
    yield from _doubles("transitions.yaml", "transitions", "id", (t.id for t in framework.transitions), "transition id")
    file = "organisation.yaml"
    yield from _doubles(file, "technology", "id", (c.id for c in framework.technology), "choice id")
    yield from _doubles(file, "sourcing", "id", (c.id for c in framework.sourcing), "choice id")
    yield from _doubles(file, "readiness", "id", (q.id for q in framework.readiness), "question id")
    yield from _doubles(file, "owner_checklist", "id", (e.id for e in framework.owner_checklist), "entry id")
    yield from _doubles("glossary.yaml", "terms", "term", (t.term.lower() for t in framework.glossary), "term")
    for key, choices in (("technology", framework.technology), ("sourcing", framework.sourcing)):
        if [choice.code for choice in choices] != list(range(len(choices))):
            yield file, (key,), f"the codes of {key} must count up from 0 without a gap"


def _once_rules(framework: Framework) -> Iterator[Place]:
    by_line: dict[int, str] = {}
    by_question: dict[str, str] = {}
    for process in framework.processes:
        for index, activity in enumerate(process.activities):
            item_id = f"{process.id}.{activity.id}"
            path: YamlPath = ("activities", index)
            if activity.line is not None:
                first = by_line.setdefault(activity.line, item_id)
                if first != item_id:
                    yield (
                        _file(process),
                        (*path, "line"),
                        f"line {activity.line} of the paper is asked already by '{first}'",
                    )
            first = by_question.setdefault(normalised(activity.question), item_id)
            if first != item_id:
                yield _file(process), (*path, "question"), f"the question is alike to that of '{first}'"


def _control_characters(files: Mapping[str, ReadFile]) -> Iterator[Place]:
    for name, file in files.items():
        for path, text in _texts(file.values, ()):
            if CONTROL_CHARACTER.search(text):
                yield name, path, "holds a control character that cannot be seen; type the text again"


def _texts(value: object, path: YamlPath) -> Iterator[tuple[YamlPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from _texts(child, (*path, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _texts(child, (*path, index))


def normalised(text: str) -> str:
    """A text without case, punctuation and double spaces, so that two texts that read alike compare equal."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", text.lower()).split())


RULES: tuple[Callable[[Framework], Iterator[Place]], ...] = (
    _header_rules,
    _process_rules,
    _reference_rules,
    _linkage_rules,
    _small_list_rules,
    _once_rules,
)
