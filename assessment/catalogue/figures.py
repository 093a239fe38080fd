"""What a framework holds, counted: the parts of each process, and how its wording measures up."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from dataclasses import dataclass

from assessment.catalogue.wording import own_texts, reading_ease, similar_pairs
from assessment.domain.authored.content import Origin, Process
from assessment.domain.authored.framework import Framework
from assessment.errors import Finding

PUBLICATIONS = ("ITIL 4", "ISO/IEC 20000-1:2018", "COBIT 2019")


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


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingFigures:
    """How the statements of a framework read: Flesch reading ease (higher is plainer), most alike pair (0 to 1)."""

    statement_count: int
    mean_reading_ease: float
    most_alike: float


def process_counts(framework: Framework) -> tuple[ProcessCounts, ...]:
    """The counts of each process, in the model's order."""
    return tuple(_counts(framework, process) for process in framework.processes)


def wording_figures(framework: Framework) -> WordingFigures:
    """Measures of the statements and actions that processes write of their own; zeros where there are none."""
    statements = [own.text for own in own_texts(framework) if "statements" in own.path]
    return WordingFigures(
        statement_count=len(statements),
        mean_reading_ease=statistics.fmean(map(reading_ease, statements)) if statements else 0.0,
        most_alike=max((similarity for *_, similarity in similar_pairs(framework, 0.0)), default=0.0),
    )


def missing_parts(framework: Framework) -> tuple[Finding, ...]:
    """What a process lacks of a whole questionnaire: own items and actions, metrics, crosswalk, guide, linkages."""
    return tuple(
        Finding(file=f"processes/{process.id}.yaml", line=None, reason=reason)
        for process in framework.processes
        for reason in _missing(framework, process)
    )


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


def _missing(framework: Framework, process: Process) -> Iterator[str]:
    counts = _counts(framework, process)
    wanted = len(framework.attributes)
    if counts.anchored_item_count < wanted:
        yield f"has {counts.anchored_item_count} anchored items of its own; {wanted} make it whole"
    if sum(bool(own.actions) for own in process.attributes) < wanted:
        yield "has attributes without actions of its own"
    if not 3 <= counts.metric_count <= 5:
        yield f"has {counts.metric_count} metrics; three to five make it whole"
    for publication in PUBLICATIONS:
        if all(entry.publication != publication for entry in process.crosswalk):
            yield f"has no crosswalk to {publication}"
    if process.guide is None:
        yield "has no facilitator's guide"
    if not process.confused_with:
        yield "does not say what it is confused with"
    if not counts.linkage_count:
        yield "has no linkage"
    if any(activity.pitfall is None for activity in process.activities):
        yield "has activities without a pitfall"
