"""What the framework itself says of a process: purpose and boundaries, guide, indicators, and its names elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.domain.authored.content import Guide, Process
from assessment.domain.authored.framework import Framework
from assessment.views.model import Cell, Column, Row, Table, View
from assessment.views.names import item_name, process_name
from assessment.views.wording import background as words
from assessment.views.wording.terms import DIRECTIONS, MATCHES


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideView:
    """How to lead the conversation about a process; each list under its title."""

    title: str
    opening: str
    duration: str
    probes_title: str
    probes: tuple[str, ...]
    traps_title: str
    traps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BackgroundView(View):
    """The framework's own words on a process; `guide` None where it has none.

    `boundaries` say why it matters, where it starts and ends, what it is confused with and who should be in the room;
    `overlaps` name the work that is asked in another process.
    """

    boundaries_title: str
    boundaries: tuple[str, ...]
    guide: GuideView | None
    overlaps_title: str
    overlaps: tuple[str, ...]


def background_view(framework: Framework, process_id: str) -> BackgroundView:
    """What the framework says of a process."""
    process = framework.process_by_id[process_id]
    return BackgroundView(
        id="background",
        question=words.QUESTION,
        finding=process.purpose,
        tables=(metrics_table(process), crosswalk_table(framework, process)),
        boundaries_title=words.PURPOSE_TITLE,
        boundaries=tuple(_boundaries(framework, process)),
        guide=None if process.guide is None else _guide(process.guide),
        overlaps_title=words.OVERLAPS_TITLE,
        overlaps=tuple(_overlaps(framework, process)),
    )


def _boundaries(framework: Framework, process: Process) -> Iterator[str]:
    yield process.why
    yield words.starts(process.starts)
    yield words.ends(process.ends)
    for other in process.confused_with:
        yield words.confused_with(process_name(framework, other.process_id), other.difference)
    yield words.in_the_room(process.in_the_room)


def _guide(guide: Guide) -> GuideView:
    return GuideView(
        title=words.GUIDE_TITLE,
        opening=guide.opening,
        duration=words.duration(guide.minutes_quick, guide.minutes_full),
        probes_title=words.PROBES_TITLE,
        probes=guide.probes,
        traps_title=words.TRAPS_TITLE,
        traps=guide.traps,
    )


def metrics_table(process: Process) -> Table:
    """The indicators of a process, with their unit and which way is better."""
    return Table(
        id="metrics",
        title=words.METRICS_TITLE,
        columns=(
            Column(id="indicator", name=words.INDICATOR_COLUMN),
            Column(id="unit", name=words.UNIT_COLUMN),
            Column(id="direction", name=words.DIRECTION_COLUMN),
            Column(id="meaning", name=words.MEANING_COLUMN),
        ),
        rows=tuple(
            Row(
                id=f"metric-{place}",
                cells=(
                    Cell(text=metric.name),
                    Cell(text=metric.unit),
                    Cell(text=DIRECTIONS[metric.direction], value=metric.direction),
                    Cell(text=metric.meaning),
                ),
            )
            for place, metric in enumerate(process.metrics, start=1)
        ),
        empty=words.METRICS_EMPTY,
    )


def crosswalk_table(framework: Framework, process: Process) -> Table:
    """What a process corresponds to in other publications, by name and number only."""
    return Table(
        id="crosswalk",
        title=words.CROSSWALK_TITLE,
        columns=(
            Column(id="publication", name=words.PUBLICATION_COLUMN),
            Column(id="reference", name=words.REFERENCE_COLUMN),
            Column(id="covers", name=words.COVERS_COLUMN),
        ),
        rows=tuple(
            Row(
                id=f"reference-{place}",
                cells=(
                    Cell(text=entry.publication, value=entry.publication),
                    Cell(text=entry.reference),
                    Cell(text=MATCHES[entry.match], value=entry.match),
                ),
            )
            for place, entry in enumerate(process.crosswalk, start=1)
        ),
        empty=words.CROSSWALK_EMPTY,
        notes=(framework.independence,),
    )


def _overlaps(framework: Framework, process: Process) -> Iterator[str]:
    """Which activities are asked in another process, so that nothing is asked twice."""
    for activity in process.activities:
        for item_id in activity.overlaps:
            other = framework.item_by_id[item_id]
            yield words.asked_elsewhere(
                activity.name, item_name(framework, item_id), process_name(framework, other.process_id)
            )
