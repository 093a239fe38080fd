"""What a schema cannot see: ids that clash, references that lead nowhere, texts alike, levels nobody can reach.

Rules see what of a folder could be read (`LoadedFolder.of`) and judge nothing that a faulty file may hold: every
process is known by its id even then, an item only if its process and the header could be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from assessment.catalogue.file_rules import header_rules, list_rules, normalised, process_rules
from assessment.catalogue.loading import LoadedFolder
from assessment.catalogue.reading import Place, YamlPath
from assessment.domain.authored.content import EVERY_PROCESS, FrameworkHeader, LinkagesFile, Process, ScenariosFile
from assessment.domain.authored.transition import TransitionsFile
from assessment.errors import Finding

CONTROL_CHARACTER = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def lint(folder: LoadedFolder) -> tuple[Finding, ...]:
    """Every finding on a folder, those of reading it and those of every rule, each with file and line."""
    return folder.findings + folder.located(place for rule in RULES for place in rule(folder))


def _attribute_rules(folder: LoadedFolder) -> Iterator[Place]:
    for header in folder.of(FrameworkHeader).values():
        attribute_ids = {attribute.id for attribute in header.attributes}
        activity_attributes = {attribute.id for attribute in header.attributes if attribute.asks_activities}
        for file, process in folder.of(Process).items():
            for index, activity in enumerate(process.activities):
                path: YamlPath = ("activities", index)
                if activity.id in attribute_ids:
                    reason = f"activity id '{activity.id}' is the id of an attribute; choose another"
                    yield file, (*path, "id"), reason
                if activity.attribute not in activity_attributes:
                    reason = f"attribute '{activity.attribute}' asks no activities in this framework"
                    yield file, (*path, "attribute"), reason
            counting = {activity.attribute for activity in process.activities if activity.weight}
            for attribute_id in sorted(activity_attributes - counting):
                yield file, ("activities",), f"no activity of '{attribute_id}' counts, so its level cannot be reached"
            for index, own in enumerate(process.attributes):
                if own.attribute not in attribute_ids:
                    reason = f"attribute '{own.attribute}' is not in framework.yaml"
                    yield file, ("attributes", index, "attribute"), reason


def _confusion_rules(folder: LoadedFolder) -> Iterator[Place]:
    for file, process in folder.of(Process).items():
        for index, confusion in enumerate(process.confused_with):
            if confusion.process_id not in folder.process_ids or confusion.process_id == process.id:
                reason = f"'{confusion.process_id}' is not another process of this framework"
                yield file, ("confused_with", index), reason


def _overlap_rules(folder: LoadedFolder) -> Iterator[Place]:
    known = _known_items(folder)
    for file, process in folder.of(Process).items():
        for index, activity in enumerate(process.activities):
            for position, item_id in enumerate(activity.overlaps):
                other, _, own_id = item_id.partition(".")
                is_possible = other in folder.process_ids and other != process.id
                if not is_possible or own_id not in known.get(other, {own_id}):
                    path: YamlPath = ("activities", index, "overlaps", position)
                    yield file, path, f"'{item_id}' is not an item of another process"


def _known_items(folder: LoadedFolder) -> Mapping[str, set[str]]:
    """The items of each process of which all are known: its activities, and one for each attribute of the header."""
    attribute_ids = {part.id for header in folder.of(FrameworkHeader).values() for part in header.attributes}
    if not attribute_ids:
        return {}
    return {
        process.id: attribute_ids | {activity.id for activity in process.activities}
        for process in folder.of(Process).values()
    }


def _scenario_rules(folder: LoadedFolder) -> Iterator[Place]:
    for file, scenarios in folder.of(ScenariosFile).items():
        for index, scenario in enumerate(scenarios.scenarios):
            named: set[str] = set()
            for position, entry in enumerate(scenario.processes):
                path: YamlPath = ("scenarios", index, "processes", position)
                if entry.process not in folder.process_ids:
                    yield file, path, f"process '{entry.process}' is not in this framework"
                elif entry.process in named:
                    yield file, path, f"process '{entry.process}' is named twice"
                named.add(entry.process)


def _carrier_rules(folder: LoadedFolder) -> Iterator[Place]:
    for file, transitions in folder.of(TransitionsFile).items():
        for index, transition in enumerate(transitions.transitions):
            named: set[str] = set()
            for position, carrier in enumerate(transition.carriers):
                path: YamlPath = ("transitions", index, "carriers", position)
                if carrier.process not in folder.process_ids:
                    yield file, path, f"process '{carrier.process}' is not in this framework"
                elif carrier.process in named:
                    yield file, path, f"process '{carrier.process}' is named twice"
                named.add(carrier.process)


def _linkage_rules(folder: LoadedFolder) -> Iterator[Place]:
    for file, linkages in folder.of(LinkagesFile).items():
        for index, linkage in enumerate(linkages.linkages):
            path: YamlPath = ("linkages", index)
            ends = {"from_process": linkage.from_process, "to_process": linkage.to_process}
            for end, process_id in ends.items():
                if process_id not in folder.process_ids:
                    yield file, (*path, end), f"process '{process_id}' is not in this framework"
            if linkage.from_process == linkage.to_process:
                yield file, path, f"linkage '{linkage.id}' leads from a process to itself"
        for index, universal in enumerate(linkages.universal):
            named = [end for end in (universal.from_process, universal.to_process) if end != EVERY_PROCESS]
            if len(named) != 1 or named[0] not in folder.process_ids:
                reason = f"linkage '{universal.id}' must join one known process with '{EVERY_PROCESS}'"
                yield file, ("universal", index), reason


def _once_rules(folder: LoadedFolder) -> Iterator[Place]:
    by_line: dict[int, str] = {}
    by_question: dict[str, str] = {}
    for file, process in folder.of(Process).items():
        for index, activity in enumerate(process.activities):
            item_id = f"{process.id}.{activity.id}"
            path: YamlPath = ("activities", index)
            if activity.line is not None:
                first = by_line.setdefault(activity.line, item_id)
                if first != item_id:
                    yield file, (*path, "line"), f"line {activity.line} of the paper is asked already by '{first}'"
            first = by_question.setdefault(normalised(activity.question), item_id)
            if first != item_id:
                yield file, (*path, "question"), f"the question is alike to that of '{first}'"


def _control_characters(folder: LoadedFolder) -> Iterator[Place]:
    for name, file in folder.files.items():
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


RULES: tuple[Callable[[LoadedFolder], Iterator[Place]], ...] = (
    header_rules,
    process_rules,
    list_rules,
    _attribute_rules,
    _confusion_rules,
    _overlap_rules,
    _scenario_rules,
    _carrier_rules,
    _linkage_rules,
    _once_rules,
    _control_characters,
)
