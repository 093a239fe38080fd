"""Several processes at once: a group, the whole, or one characteristic across all (METHOD.md section 10).

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| at target | processes whose level is their target or more | count | 0 up | higher is better |
| mean | mean score weighted by importance | none | 0.00 to 5.00 | higher is better |
| floor | lowest level, with the processes that have it | ordinal | 0 to 5 | higher is better |

Processes without a level are left out. Own rule: a process nobody gave an importance weighs like the mean of the
others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessment.domain.authored.framework import Framework
from assessment.domain.rating.results import CharacteristicProfile, GapStatus, ProcessResult, Rollup

BANDS = ("N", "P", "L", "F")
WEAKEST_COUNT = 3


def weighted_mean_score(scores: Sequence[float | None], importances: Sequence[float | None]) -> float | None:
    """Mean of the known scores weighted by importance; the plain mean where every importance is 0 or unknown.

    >>> weighted_mean_score([1.0, 3.0, None], [1, 3, 5]), weighted_mean_score([1.0, 3.0], [0, 0])
    (2.5, 2.0)
    """
    pairs = [(score, weight) for score, weight in zip(scores, importances, strict=True) if score is not None]
    if not pairs:
        return None
    known = [weight for _, weight in pairs if weight is not None]
    usual = sum(known) / len(known) if known else 0.0
    weights = [usual if weight is None else weight for _, weight in pairs]
    if not any(weights):
        weights = [1.0] * len(pairs)
    return sum(score * weight for (score, _), weight in zip(pairs, weights, strict=True)) / sum(weights)


def roll_up(processes: Sequence[ProcessResult], importances: Mapping[str, float | None]) -> Rollup:
    """The roll-up of some processes; `process_count` counts those with a level."""
    levels = {process.process_id: process.level.level for process in processes if process.level.level is not None}
    counts = [0, 0, 0, 0, 0, 0]
    for level in levels.values():
        counts[level] += 1
    floor = min(levels.values(), default=None)
    none, performed, managed, established, controlled, improving = counts
    return Rollup(
        at_target_count=sum(process.target.status in (GapStatus.ON, GapStatus.ABOVE) for process in processes),
        process_count=len(levels),
        level_counts=(none, performed, managed, established, controlled, improving),
        mean_score=weighted_mean_score(
            [process.level.score for process in processes],
            [importances.get(process.process_id) for process in processes],
        ),
        floor_level=floor,
        floor_process_ids=tuple(process_id for process_id, level in levels.items() if level == floor),
    )


def roll_up_groups(
    framework: Framework, processes: Sequence[ProcessResult], importances: Mapping[str, float | None]
) -> Mapping[str, Rollup]:
    """The roll-up of each group with a process in scope, by group id, in the framework's order."""
    members: dict[str, list[ProcessResult]] = {group.id: [] for group in framework.groups}
    for process in processes:
        members[framework.group_by_process[process.process_id].id].append(process)
    return {group_id: roll_up(own, importances) for group_id, own in members.items() if own}


def profile_characteristics(
    framework: Framework, processes: Sequence[ProcessResult]
) -> tuple[CharacteristicProfile, ...]:
    """How the processes with a level stand on each attribute. Unrated counts as 0 %, N, as in section 4.

    The weakest are up to three, lowest percent first, then in the model's order.
    """
    in_model = [process for process in processes if process.is_in_model]
    profiles: list[CharacteristicProfile] = []
    for index, attribute in enumerate(framework.attributes):
        results = [(process.process_id, process.attributes[index]) for process in in_model]
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
