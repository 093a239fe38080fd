"""The places of an assessment that have a text of the consultant's own, in the order in which one writes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.authored.framework import Framework
from assessment.views.names import process_name
from assessment.views.wording import commentary as words


class PlaceKind(StrEnum):
    """What a text speaks of. The value is the id of the place; of a group or process, what stands before its id."""

    INTRODUCTION = "introduction"
    METHOD = "method"
    WHOLE = "whole"
    DECISIONS = "decisions"
    RECOMMENDATIONS = "recommendations"
    NEXT_STEPS = "next-steps"
    GROUP = "group"
    PROCESS = "process"


OF_ONE = frozenset({PlaceKind.GROUP, PlaceKind.PROCESS})
_NAMES = {
    PlaceKind.INTRODUCTION: words.INTRODUCTION,
    PlaceKind.METHOD: words.METHOD,
    PlaceKind.WHOLE: words.WHOLE,
    PlaceKind.DECISIONS: words.DECISIONS,
    PlaceKind.RECOMMENDATIONS: words.RECOMMENDATIONS,
    PlaceKind.NEXT_STEPS: words.NEXT_STEPS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place: `of_id` is the group's or process's id, empty elsewhere; `title` stands above the text in print."""

    id: str
    kind: PlaceKind
    of_id: str
    name: str
    title: str
    hint: str


def group_place_id(group_id: str) -> str:
    """The id of a group's place."""
    return f"{PlaceKind.GROUP}:{group_id}"


def process_place_id(process_id: str) -> str:
    """The id of a process's place."""
    return f"{PlaceKind.PROCESS}:{process_id}"


def place_name(framework: Framework, place_id: str) -> str:
    """What a place is called; its id where the framework has none of that id."""
    everything = places(framework, tuple(process.id for process in framework.processes))
    return next((place.name for place in everything if place.id == place_id), place_id)


def places(framework: Framework, scope: Sequence[str]) -> tuple[Place, ...]:
    """Every place there is: of the whole first, then the groups and processes in scope in the framework's order."""
    return (*_of_whole(), *_groups(framework, scope), *_processes(framework, scope))


def _of_whole() -> Iterator[Place]:
    for kind, name in _NAMES.items():
        title = words.COMMENTARY if kind is PlaceKind.WHOLE else name
        yield Place(id=kind.value, kind=kind, of_id="", name=name, title=title, hint=words.HINTS[kind.value])


def _groups(framework: Framework, scope: Sequence[str]) -> Iterator[Place]:
    in_scope = {framework.group_by_process[process_id].id for process_id in scope}
    for group in framework.groups:
        if group.id in in_scope:
            yield Place(
                id=group_place_id(group.id),
                kind=PlaceKind.GROUP,
                of_id=group.id,
                name=words.group_place(group.name),
                title=group.name,
                hint=words.HINTS[PlaceKind.GROUP.value],
            )


def _processes(framework: Framework, scope: Sequence[str]) -> Iterator[Place]:
    for process_id in scope:
        yield Place(
            id=process_place_id(process_id),
            kind=PlaceKind.PROCESS,
            of_id=process_id,
            name=words.process_place(process_name(framework, process_id)),
            title=words.COMMENTARY,
            hint=words.HINTS[PlaceKind.PROCESS.value],
        )
