"""Several processes at once: a group, the whole, or one characteristic across all (METHOD.md section 10).

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| at target | processes whose level is their target or more | count | 0 up | higher is better |
| mean | mean score weighted by importance | none | 0.00 to 5.00 | higher is better |
| floor | lowest level, with the processes that have it | ordinal | 0 to 5 | higher is better |

Only processes with a level are counted; those not assessed and those not applicable are named apart. Importance is that
of section 11, assumed ones too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from assessment.domain.authored.framework import Framework
from assessment.domain.rating.results import (
    CharacteristicProfile,
    GapStatus,
    LevelResult,
    ProcessResult,
    ProcessStatus,
    Rollup,
    TargetResult,
)

BANDS = ("N", "P", "L", "F")
WEAKEST_COUNT = 3


class RolledUp(Protocol):
    """What a roll-up reads of a process."""

    @property
    def process_id(self) -> str: ...

    @property
    def status(self) -> ProcessStatus: ...

    @property
    def level(self) -> LevelResult: ...

    @property
    def target(self) -> TargetResult: ...


def weighted_mean_score(scores: Sequence[float], importances: Sequence[int | None]) -> float | None:
    """Mean of some scores weighted by importance; the plain mean where every importance is 0 or None. None without any.

    >>> weighted_mean_score([1.0, 3.0], [1, 3]), weighted_mean_score([1.0, 3.0], [0, 0])
    (2.5, 2.0)
    """
    if not scores:
        return None
    weights = [importance or 0 for importance in importances]
    if not any(weights):
        weights = [1] * len(scores)
    return sum(score * weight for score, weight in zip(scores, weights, strict=True)) / sum(weights)


def roll_up(processes: Sequence[RolledUp], importances: Mapping[str, int | None]) -> Rollup:
    """The roll-up of some processes.

    `importances` has the importance as used (own, proposed or assumed) of every process with a level; None where no
    process has one.
    """
    levels = {process.process_id: process.level.level for process in processes if process.level.level is not None}
    counts = [0, 0, 0, 0, 0, 0]
    for level in levels.values():
        counts[level] += 1
    floor = min(levels.values(), default=None)
    none, performed, managed, established, controlled, improving = counts
    return Rollup(
        at_target_count=sum(process.target.status in (GapStatus.ON, GapStatus.ABOVE) for process in processes),
        process_count=len(levels),
        not_assessed_ids=_ids_of(processes, ProcessStatus.NOT_ASSESSED),
        not_applicable_ids=_ids_of(processes, ProcessStatus.NOT_APPLICABLE),
        level_counts=(none, performed, managed, established, controlled, improving),
        mean_score=weighted_mean_score(
            [process.level.score for process in processes if process.level.score is not None],
            [importances[process_id] for process_id in levels],
        ),
        floor_level=floor,
        floor_process_ids=tuple(process_id for process_id, level in levels.items() if level == floor),
    )


def _ids_of(processes: Sequence[RolledUp], status: ProcessStatus) -> tuple[str, ...]:
    return tuple(process.process_id for process in processes if process.status is status)


def roll_up_groups(
    framework: Framework, processes: Sequence[ProcessResult], importances: Mapping[str, int | None]
) -> Mapping[str, Rollup]:
    """The roll-up of each group with a process in scope, by group id, in the framework's order."""
    members: dict[str, list[ProcessResult]] = {group.id: [] for group in framework.groups}
    for process in processes:
        members[framework.group_by_process[process.process_id].id].append(process)
    return {group_id: roll_up(own, importances) for group_id, own in members.items() if own}


def profile_characteristics(
    framework: Framework, processes: Sequence[ProcessResult]
) -> tuple[CharacteristicProfile, ...]:
    """How the processes with a level do on each attribute. Unrated counts as 0 %, N, as in section 4.

    The weakest are up to three, lowest percent first, then in the model's order.
    """
    assessed = [process for process in processes if process.is_assessed]
    profiles: list[CharacteristicProfile] = []
    for index, attribute in enumerate(framework.attributes):
        results = [(process.process_id, process.attributes[index]) for process in assessed]
        known = [(own.percent, process_id) for process_id, own in results if own.percent is not None]
        bands = [own.band for _, own in results]
        weakest = sorted(known, key=lambda pair: pair[0])[:WEAKEST_COUNT]
        profiles.append(
            CharacteristicProfile(
                attribute_id=attribute.id,
                band_counts={band: bands.count(band) for band in BANDS},
                mean_percent=sum(percent for percent, _ in known) / len(known) if known else None,
                weakest_process_ids=tuple(process_id for _, process_id in weakest),
            )
        )
    return tuple(profiles)
