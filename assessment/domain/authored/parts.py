"""What a framework holds, counted: the parts of each process, what a whole one would have besides, how it reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import get_args

from assessment.domain.authored.content import Origin, Process, Publication
from assessment.domain.authored.framework import Framework

PUBLICATIONS: tuple[Publication, ...] = get_args(Publication)
FEWEST_METRICS, MOST_METRICS = 3, 5
SIMILARITY_LIMIT = 0.5
"""How alike two statements or actions of different processes may be, 0 to 1 (own rule, see `catalogue.prose`)."""
PLAIN_READING_EASE = 60
"""Flesch reading ease of plain English (Flesch 1948)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessCounts:
    """How many of each part a process has; statements and actions count only its own, not the shared ones."""

    process_id: str
    paper_activity_count: int
    extension_activity_count: int
    anchored_item_count: int
    action_count: int
    metric_count: int
    crosswalk_count: int
    linkage_count: int
    probe_count: int


class Part(StrEnum):
    """A part of a whole questionnaire that a process may lack."""

    ANCHORED_ITEMS = "anchored-items"
    ACTIONS = "actions"
    ELAPSED_TIMES = "elapsed-times"
    METRICS = "metrics"
    CROSSWALK = "crosswalk"
    GUIDE = "guide"
    CONFUSIONS = "confusions"
    LINKAGES = "linkages"
    PITFALLS = "pitfalls"


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPart:
    """What a process lacks: how many it has, how many a whole one has, the publication that its crosswalk leaves out.

    `count` and `whole_count` are 0 and 1 where the part is there or not.
    """

    process_id: str
    part: Part
    count: int = 0
    whole_count: int = 1
    publication: Publication | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseFigures:
    """How the statements of a framework read: Flesch reading ease (higher is plainer), most alike pair (0 to 1, 1 the
    same text)."""

    statement_count: int
    mean_reading_ease: float
    most_alike_share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredFramework:
    """A framework with its counts, how its texts read, and what its processes lack."""

    framework: Framework
    counts: tuple[ProcessCounts, ...]
    prose: ProseFigures
    missing: tuple[MissingPart, ...]


def process_counts(framework: Framework) -> tuple[ProcessCounts, ...]:
    """The counts of each process, in the model's order."""
    return tuple(_counts(framework, process) for process in framework.processes)


def missing_parts(framework: Framework) -> tuple[MissingPart, ...]:
    """What each process lacks of a whole questionnaire, in the model's order.

    Whole (own rule): an own item and own actions for each attribute, the elapsed time of each of these actions, three
    to five metrics, a reference to each publication, a guide, a confusion, a linkage, and a pitfall for each activity.
    """
    return tuple(missing for process in framework.processes for missing in _missing(framework, process))


def _counts(framework: Framework, process: Process) -> ProcessCounts:
    paper = sum(activity.origin is Origin.PAPER for activity in process.activities)
    return ProcessCounts(
        process_id=process.id,
        paper_activity_count=paper,
        extension_activity_count=len(process.activities) - paper,
        anchored_item_count=sum(own.item is not None for own in process.attributes),
        action_count=sum(len(own.actions) for own in process.attributes),
        metric_count=len(process.metrics),
        crosswalk_count=len(process.crosswalk),
        linkage_count=sum(process.id in (linkage.from_process, linkage.to_process) for linkage in framework.linkages),
        probe_count=len(process.guide.probes) if process.guide else 0,
    )


def _missing(framework: Framework, process: Process) -> Iterator[MissingPart]:
    counts, attribute_count = _counts(framework, process), len(framework.attributes)
    timed = sum(action.elapsed_weeks is not None for own in process.attributes for action in own.actions)
    activity_count = len(process.activities)
    with_pitfall = sum(activity.pitfall is not None for activity in process.activities)
    advised = sum(bool(own.actions) for own in process.attributes)
    for part, count, whole_count in (
        (Part.ANCHORED_ITEMS, counts.anchored_item_count, attribute_count),
        (Part.ACTIONS, advised, attribute_count),
        (Part.ELAPSED_TIMES, timed, counts.action_count),
    ):
        if count < whole_count:
            yield MissingPart(process_id=process.id, part=part, count=count, whole_count=whole_count)
    if not FEWEST_METRICS <= counts.metric_count <= MOST_METRICS:
        yield MissingPart(
            process_id=process.id, part=Part.METRICS, count=counts.metric_count, whole_count=FEWEST_METRICS
        )
    for publication in PUBLICATIONS:
        if all(entry.publication != publication for entry in process.crosswalk):
            yield MissingPart(process_id=process.id, part=Part.CROSSWALK, publication=publication)
    for part, is_there in (
        (Part.GUIDE, process.guide is not None),
        (Part.CONFUSIONS, bool(process.confused_with)),
        (Part.LINKAGES, counts.linkage_count > 0),
    ):
        if not is_there:
            yield MissingPart(process_id=process.id, part=part)
    if with_pitfall < activity_count:
        yield MissingPart(process_id=process.id, part=Part.PITFALLS, count=with_pitfall, whole_count=activity_count)
