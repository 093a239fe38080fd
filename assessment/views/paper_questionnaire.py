"""The questionnaire on paper, for an interview without a laptop: everything the template prints, in its order.

Quick depth asks the anchored item of each attribute. Full depth asks today's state of the attributes that have named
activities by those, on the shared scale, and their to-be state by the anchored item, as on screen (method section 2).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessment.domain.authored.content import Attribute, Guide, Process
from assessment.domain.authored.framework import Depth, Framework, Horizon, Item, ItemKind
from assessment.views.names import extension_mark
from assessment.views.wording import paper_questionnaire as words
from assessment.views.wording.numbers import listed
from assessment.views.wording.terms import DEPTHS

NOTE_LINE_COUNT = 8
SHOWN_HASH_CHARACTERS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperItem:
    """One question with its boxes. `statements` are six, or none where the section's scale is shared by all."""

    number: int
    name: str
    question: str
    good: str
    ask_for: str
    statements: tuple[str, ...]
    has_now: bool
    has_to_be: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSection:
    """One attribute: its activities, answered on the shared scale, and its anchored item."""

    name: str
    meaning: str
    activities: tuple[PaperItem, ...]
    anchored: tuple[PaperItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperGuide:
    """What helps the interviewer."""

    opening: str
    probes: tuple[str, ...]
    traps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleStatement:
    """One answer of the scale that all activities share."""

    name: str
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """What the process is not."""

    name: str
    difference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperProcess:
    """A process: what the interviewer should know on the first page, then the questions."""

    id: str
    name: str
    group: str
    mark: str
    purpose: str
    why: str
    starts: str
    ends: str
    in_the_room: str
    confusions: tuple[Confusion, ...]
    guide: PaperGuide | None
    how_many: str
    sections: tuple[PaperSection, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperQuestionnaire:
    """The printed document. Several processes get a page of contents."""

    title: str
    framework: str
    depth: str
    asks_to_be: bool
    scale: tuple[ScaleStatement, ...]
    processes: tuple[PaperProcess, ...]
    independence: str
    content_hash: str
    organisation: str = ""
    note_lines: tuple[int, ...] = tuple(range(NOTE_LINE_COUNT))

    @property
    def has_contents(self) -> bool:
        """True if there is more than one process to find."""
        return len(self.processes) > 1


def paper_questionnaire(
    framework: Framework,
    process_ids: Sequence[str],
    *,
    content_hash: str,
    depth: Depth,
    asks_to_be: bool = True,
    organisation: str = "",
    is_draft: bool = False,
) -> PaperQuestionnaire:
    """The document of some processes of a framework, in the framework's order; unknown ids are left out.

    `organisation` is filled in where it is known; `is_draft` marks a framework that is not installed.
    """
    chosen = [process for process in framework.processes if process.id in set(process_ids)]
    return PaperQuestionnaire(
        title=words.title([process.name for process in chosen]),
        framework=words.framework(framework.name, framework.version, is_draft=is_draft),
        depth=DEPTHS[depth],
        asks_to_be=asks_to_be,
        scale=tuple(ScaleStatement(name=point.name, statement=point.statement) for point in framework.scale),
        processes=tuple(_process(framework, process, depth, asks_to_be) for process in chosen),
        independence=framework.independence,
        content_hash=content_hash[:SHOWN_HASH_CHARACTERS],
        organisation=organisation,
    )


def _process(framework: Framework, process: Process, depth: Depth, asks_to_be: bool) -> PaperProcess:
    sections = tuple(_sections(framework, process, depth, asks_to_be))
    count = sum(len(section.activities) + len(section.anchored) for section in sections)
    guide = process.guide
    minutes = 0 if guide is None else guide.minutes_quick if depth is Depth.QUICK else guide.minutes_full
    return PaperProcess(
        id=process.id,
        name=process.name,
        group=framework.group_by_process[process.id].name,
        mark=extension_mark(framework, process),
        purpose=process.purpose,
        why=process.why,
        starts=process.starts,
        ends=process.ends,
        in_the_room=listed(process.in_the_room),
        confusions=tuple(
            Confusion(name=framework.process_by_id[other.process_id].name, difference=other.difference)
            for other in process.confused_with
        ),
        guide=None if guide is None else _guide(guide),
        how_many=words.how_many(count, minutes),
        sections=sections,
    )


def _guide(guide: Guide) -> PaperGuide:
    return PaperGuide(opening=guide.opening, probes=guide.probes, traps=guide.traps)


def _sections(framework: Framework, process: Process, depth: Depth, asks_to_be: bool) -> Iterator[PaperSection]:
    asked_now = framework.items(process.id, depth, Horizon.AS_IS)
    asked_to_be = framework.items(process.id, depth, Horizon.TO_BE) if asks_to_be else ()
    number = 0
    for attribute in framework.attributes:
        items = _in_order(attribute, asked_now, asked_to_be)
        paper_items = []
        for item in items:
            number += 1
            paper_items.append((item, _item(number, item, item in asked_now, item in asked_to_be)))
        yield PaperSection(
            name=attribute.name,
            meaning=attribute.meaning,
            activities=tuple(shown for item, shown in paper_items if item.kind is ItemKind.ACTIVITY),
            anchored=tuple(shown for item, shown in paper_items if item.kind is ItemKind.ANCHORED),
        )


def _in_order(attribute: Attribute, asked_now: Sequence[Item], asked_to_be: Sequence[Item]) -> tuple[Item, ...]:
    """What is asked of an attribute, each item once: today's state first."""
    asked = [item for item in (*asked_now, *asked_to_be) if item.attribute_id == attribute.id]
    return tuple({item.id: item for item in asked}.values())


def _item(number: int, item: Item, has_now: bool, has_to_be: bool) -> PaperItem:
    return PaperItem(
        number=number,
        name=item.name,
        question=item.question,
        good=item.good,
        ask_for="; ".join(item.ask_for),
        statements=item.statements if item.kind is ItemKind.ANCHORED else (),
        has_now=has_now,
        has_to_be=has_to_be,
    )
