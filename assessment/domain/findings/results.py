"""What follows from owners, transitions, tools and sourcing: frozen facts, each with the entries it was read from.

| suffix | unit | range |
|---|---|---|
| `_level` | ordinal | 0 to 5 |
| `_code` | point of a scale of six | 0 to 5 |
| `_share` | share | 0 to 1 |
| `_count` | number | 0 up |
| `strength` | weight of a linkage | 0 to 1 |
| `worth` | strength times need times two where broken, summed over linkages | 0 up |

Findings of a kind stand in the order of their weight, then in the model's order. `id` is stable: kind and subject.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.answered.organisation import Authority, SourcingCandidate, SourcingNature


class Area(StrEnum):
    """What a finding is about."""

    OWNERS = "owners"
    TRANSITIONS = "transitions"
    TECHNOLOGY = "technology"
    SOURCING = "sourcing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What every finding has: its stable id, and the processes that it names, in the model's order."""

    id: str
    process_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WithoutOwner(Finding):
    """A process that nobody owns; `wave` of its first step, 0 not funded, None where it has no step."""

    process_id: str
    wave: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TooManyOwned(Finding):
    """A person, as the owners name them, who owns more processes in scope than one person should."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityEnds(Finding):
    """A process below a high target whose owner's authority does not reach from end to end."""

    process_id: str
    owner_name: str
    authority: Authority
    level: int
    target_level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StepStopped(Finding):
    """A step of wave 1 of which readiness questions were answered with no."""

    process_id: str
    to_level: int
    question_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """A process that carries a transition; its levels None where it has none."""

    process_id: str
    level: int | None
    target_level: int | None
    is_below: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WayToGo(Finding):
    """A transition that is to go further than it is; `carriers` as the framework names them, those in scope.

    `is_furthest` of those with the longest way.
    """

    transition_id: str
    as_is_code: int
    to_be_code: int
    is_furthest: bool
    carriers: tuple[Carrier, ...]

    @property
    def distance(self) -> int:
        """Places to go, 1 to 5."""
        return self.to_be_code - self.as_is_code


@dataclass(frozen=True, slots=True, kw_only=True)
class Unconnected(Finding):
    """Two processes that supply each other, or one the other, and whose tools do not exchange data.

    `strength` of the strongest linkage, `need_share` the sum of both needs. `broken_ids`: linkages between them rated
    below L. `waiting_ids`: other processes in need that either of the two supplies.
    """

    first_id: str
    second_id: str
    first_code: int | None
    second_code: int | None
    linkage_ids: tuple[str, ...]
    broken_ids: tuple[str, ...]
    strength: float
    need_share: float
    worth: float
    waiting_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolWithoutProcess(Finding):
    """A process whose tool is to be more than it is while the process itself is not defined to L."""

    process_id: str
    as_is_code: int | None
    to_be_code: int
    definition_percent: float


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldByNobody(Finding):
    """A process that others do work of, without the means to hold it.

    `weak_ids`: attributes of measurement and control below L; `broken_ids`: its linkages rated below L.
    """

    process_id: str
    mode_id: str
    weak_ids: tuple[str, ...]
    broken_ids: tuple[str, ...]
    has_interface: bool


class Condition(StrEnum):
    """What must hold before work moves; the last two before it is given out alone."""

    OWNER = "owner"
    INTERFACE = "interface"
    DEFINITION = "definition"
    HAND_OFFS = "hand-offs"
    MEASUREMENT = "measurement"
    CONTROL = "control"


@dataclass(frozen=True, slots=True, kw_only=True)
class Movable(Finding):
    """A process whose work is worth moving; `open_conditions` do not hold, `unknown_conditions` nobody rated."""

    process_id: str
    mode_id: str
    candidate: SourcingCandidate
    nature: SourcingNature | None
    open_conditions: tuple[Condition, ...]
    unknown_conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerFindings:
    """What follows from owners and readiness."""

    without_owner: tuple[WithoutOwner, ...]
    too_many: tuple[TooManyOwned, ...]
    authority_ends: tuple[AuthorityEnds, ...]
    stopped: tuple[StepStopped, ...]

    @property
    def all(self) -> tuple[Finding, ...]:
        """Every finding, in this order."""
        return (*self.without_owner, *self.too_many, *self.authority_ends, *self.stopped)


@dataclass(frozen=True, slots=True, kw_only=True)
class TechnologyFindings:
    """What follows from the tools."""

    unconnected: tuple[Unconnected, ...]
    without_process: tuple[ToolWithoutProcess, ...]

    @property
    def all(self) -> tuple[Finding, ...]:
        """Every finding, in this order."""
        return (*self.unconnected, *self.without_process)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcingFindings:
    """What follows from who does the work."""

    held_by_nobody: tuple[HeldByNobody, ...]
    movable: tuple[Movable, ...]

    @property
    def all(self) -> tuple[Finding, ...]:
        """Every finding, in this order."""
        return (*self.held_by_nobody, *self.movable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Everything that follows from what was recorded around the processes."""

    owners: OwnerFindings
    transitions: tuple[WayToGo, ...]
    technology: TechnologyFindings
    sourcing: SourcingFindings

    def of(self, area: Area) -> tuple[Finding, ...]:
        """The findings of one area."""
        match area:
            case Area.OWNERS:
                return self.owners.all
            case Area.TRANSITIONS:
                return self.transitions
            case Area.TECHNOLOGY:
                return self.technology.all
            case Area.SOURCING:
                return self.sourcing.all
