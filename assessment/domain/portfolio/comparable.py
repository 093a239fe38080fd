"""Which units may stand side by side, and why another may not.

Levels are comparable where they were asked and rated alike: the same framework in the same major version, at the same
depth, under the same carry bound. The units that most have in common are compared; the others are shown beside them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assessment.domain.authored.framework import Depth
from assessment.domain.portfolio.figures import UnitLine


class Bar(StrEnum):
    """Why a unit is not compared; the first that fits."""

    NOT_COMPUTED = "not-computed"  # nothing can be computed of it
    RENEWED = "renewed"  # a later assessment of the same unit stands for it
    FRAMEWORK = "framework"
    VERSION = "version"
    DEPTH = "depth"
    BOUND = "bound"
    NO_LEVEL = "no-level"  # no process of it has a level


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What levels rest on: equal bases, comparable levels."""

    framework_id: str
    major_version: str
    depth: Depth
    carry_percent: float


_Standing = tuple[str | None, str | None, Basis]


def basis_of(line: UnitLine) -> Basis:
    """What the levels of a unit rest on."""
    return Basis(
        framework_id=line.framework_id,
        major_version=major_version(line.framework_version),
        depth=line.depth,
        carry_percent=line.carry_percent,
    )


def major_version(version: str) -> str:
    """The first number of a version.

    >>> major_version("2.10.1"), major_version("3")
    ('2', '3')
    """
    return version.partition(".")[0]


def renewed_ids(lines: Sequence[UnitLine]) -> frozenset[str]:
    """Ids of the assessments that a later one of the same unit, rated alike, stands for once it has a level. Own rule.

    Where no unit is named, only what was begun from an assessment stands for it: two of an organisation may be of
    whatever of it.
    """
    latest: dict[_Standing, date] = {}
    for line in filter(_has_level, lines):
        standing = _standing(line, line.copied_from)
        latest[standing] = max(_day(line), latest.get(standing, _day(line)))
    return frozenset(
        line.assessment_id for line in lines if _day(line) < latest.get(_standing(line, line.assessment_id), _day(line))
    )


def _day(line: UnitLine) -> date:
    return line.assessed_on or date.min


def _standing(line: UnitLine, stood_for: str | None) -> _Standing:
    """What two assessments have alike of which the later may stand for the earlier one."""
    return line.unit_id, stood_for if line.unit_id is None else None, basis_of(line)


def _has_level(line: UnitLine) -> bool:
    return line.figures is not None and line.figures.whole.process_count > 0


def common_basis(lines: Sequence[UnitLine]) -> Basis | None:
    """What most units rest on, of two as frequent the one of the latest assessment; None without any."""
    counts = Counter(basis_of(line) for line in lines)
    latest = {basis_of(line): _day(line) for line in sorted(lines, key=_day)}
    return max(counts, key=lambda one: (counts[one], latest[one], str(one)), default=None)


def barred(lines: Sequence[UnitLine]) -> tuple[Basis | None, Mapping[str, Bar]]:
    """What the comparable units rest on, and the units that are not compared, each with why."""
    renewed = renewed_ids(lines)
    bars = {line.assessment_id: Bar.NOT_COMPUTED for line in lines if line.figures is None}
    bars |= {one: Bar.RENEWED for one in renewed if one not in bars}
    candidates = [line for line in lines if line.assessment_id not in bars]
    rated = [line for line in candidates if _has_level(line)]
    basis = common_basis(rated)
    rated_ids = {line.assessment_id for line in rated}
    for line in candidates:
        bar = _difference(basis_of(line), basis) if basis is not None else None
        if bar is None and line.assessment_id not in rated_ids:
            bar = Bar.NO_LEVEL
        if bar is not None:
            bars[line.assessment_id] = bar
    return basis, bars


def _difference(own: Basis, basis: Basis) -> Bar | None:
    if own.framework_id != basis.framework_id:
        return Bar.FRAMEWORK
    if own.major_version != basis.major_version:
        return Bar.VERSION
    if own.depth is not basis.depth:
        return Bar.DEPTH
    return Bar.BOUND if own.carry_percent != basis.carry_percent else None
