"""The parts of a process are counted, and what a whole questionnaire would have besides is named."""

from __future__ import annotations

import pytest

from assessment.domain.authored.content import Confusion, CrosswalkEntry, Guide, Metric, Origin, Process
from assessment.domain.authored.framework import Framework
from assessment.domain.authored.parts import (
    PUBLICATIONS,
    MissingPart,
    Part,
    ProcessCounts,
    missing_parts,
    process_counts,
)
from tests.builders import fields_of, tiny_framework
from tests.questionnaires import shipped

GUIDE = Guide(opening="Begin.", minutes_quick=15, minutes_full=45, probes=("A?", "B?", "C?", "D?"), traps=("T.",))
METRICS = tuple(Metric(name=f"M{number}", unit="%", direction="up", meaning="It tells.") for number in range(4))
CROSSWALK = tuple(
    CrosswalkEntry(publication=publication, reference="Nr 1", match="full") for publication in PUBLICATIONS
)


def with_first(**changes: object) -> Framework:
    framework = tiny_framework()
    first = Process(**{**fields_of(framework.processes[0]), **changes})
    return Framework(**{**fields_of(framework), "processes": (first, *framework.processes[1:])})


def whole_framework() -> Framework:
    """The invented framework, its first process with every part of its own."""
    framework = tiny_framework()
    process = framework.processes[0]
    own = tuple(
        {"attribute": attribute.id, "item": attribute.item, "actions": attribute.actions}
        for attribute in framework.attributes
    )
    activities = tuple(
        activity.model_copy(
            update={"pitfall": "Nobody looks.", "origin": Origin.PAPER if place < 2 else activity.origin}
        )
        for place, activity in enumerate(process.activities)
    )
    return with_first(
        attributes=own,
        activities=activities,
        metrics=METRICS,
        crosswalk=CROSSWALK,
        guide=GUIDE,
        confused_with=(Confusion(process_id="building", difference="It builds."),),
    )


def lacks(framework: Framework) -> list[MissingPart]:
    return [missing for missing in missing_parts(framework) if missing.process_id == "planning"]


def test_every_part_of_a_process_is_counted_in_a_column_of_its_own() -> None:
    assert process_counts(whole_framework())[0] == ProcessCounts(
        process_id="planning",
        paper_activity_count=2,
        extension_activity_count=4,
        anchored_item_count=8,
        action_count=40,
        metric_count=4,
        crosswalk_count=3,
        linkage_count=2,
        probe_count=4,
    )


def test_a_process_with_every_part_lacks_nothing() -> None:
    assert lacks(whole_framework()) == []


def test_what_is_shared_by_all_processes_is_no_part_of_ones_own() -> None:
    (counts, *_) = process_counts(tiny_framework())
    assert (counts.anchored_item_count, counts.action_count, counts.probe_count) == (0, 0, 0)
    missing = {missing.part: (missing.count, missing.whole_count) for missing in lacks(tiny_framework())}
    assert missing[Part.ANCHORED_ITEMS] == missing[Part.ACTIONS] == (0, 8)
    assert missing[Part.PITFALLS] == (0, 6)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"guide": None}, MissingPart(process_id="planning", part=Part.GUIDE)),
        ({"confused_with": ()}, MissingPart(process_id="planning", part=Part.CONFUSIONS)),
        ({"metrics": METRICS[:2]}, MissingPart(process_id="planning", part=Part.METRICS, count=2, whole_count=3)),
        ({"metrics": METRICS[:2] * 3}, MissingPart(process_id="planning", part=Part.METRICS, count=6, whole_count=3)),
        (
            {"crosswalk": CROSSWALK[:2]},
            MissingPart(process_id="planning", part=Part.CROSSWALK, publication="COBIT 2019"),
        ),
    ],
)
def test_a_part_that_is_taken_out_is_named_and_no_other(changes: dict[str, object], expected: MissingPart) -> None:
    whole = whole_framework()
    first = whole.processes[0].model_copy(update=changes)
    framework = whole.model_copy(update={"processes": (first, *whole.processes[1:])})
    assert lacks(framework) == [expected]


def test_an_action_that_does_not_say_how_long_it_takes_is_counted() -> None:
    whole = whole_framework()
    first, *others = whole.processes[0].attributes
    untimed = (first.actions[0].model_copy(update={"elapsed_weeks": None}), *first.actions[1:])
    process = whole.processes[0].model_copy(
        update={"attributes": (first.model_copy(update={"actions": untimed}), *others)}
    )
    framework = whole.model_copy(update={"processes": (process, *whole.processes[1:])})
    assert lacks(framework) == [MissingPart(process_id="planning", part=Part.ELAPSED_TIMES, count=39, whole_count=40)]


def test_a_process_that_nothing_is_handed_to_lacks_a_linkage() -> None:
    whole = whole_framework().model_copy(update={"linkages": ()})
    assert lacks(whole) == [MissingPart(process_id="planning", part=Part.LINKAGES)]


def test_every_shipped_process_has_every_part() -> None:
    assert missing_parts(shipped.framework()) == ()
    counts = process_counts(shipped.framework())
    assert len(counts) == 17
    assert sum(own.paper_activity_count for own in counts) == 227
    assert all(own.anchored_item_count == 8 and own.action_count >= 40 for own in counts)
