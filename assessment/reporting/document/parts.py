"""What a report is made from, with the look-ups its chapters share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assessment.domain.answered.assessment import Assessment, Role
from assessment.domain.authored.framework import Framework
from assessment.domain.planning.results import Firmness, Roadmap
from assessment.domain.rating.results import AssessmentResult
from assessment.reporting.document.model import Fact
from assessment.reporting.wording import counted, listed

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
ROLE_WORDS = {
    Role.LEADERSHIP: ("leader", "leaders"),
    Role.PRACTITIONER: ("practitioner", "practitioners"),
    Role.CUSTOMER: ("customer", "customers"),
    Role.OTHER: ("other", "others"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Everything a report prints, computed elsewhere."""

    framework: Framework
    assessment: Assessment
    result: AssessmentResult
    roadmap: Roadmap
    firmness: Firmness | None
    snapshot_hash: str
    printed_on: date
    product_version: str

    def process_name(self, process_id: str) -> str:
        """The name of a process."""
        return self.framework.process_by_id[process_id].name

    def process_names(self, process_ids: tuple[str, ...]) -> list[str]:
        """The names of processes, in the given order."""
        return [self.process_name(process_id) for process_id in process_ids]

    def attribute_name(self, attribute_id: str) -> str:
        """The name of an attribute."""
        return self.framework.attribute_by_id[attribute_id].name

    def level_name(self, level: int | None) -> str:
        """The name of a level; empty for none."""
        return next((entry.name for entry in self.framework.levels if entry.level == level), "")


def long_date(day: date) -> str:
    """A date in words.

    >>> long_date(date(2026, 3, 1))
    '1 March 2026'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def capacity_words(parts: Parts) -> str:
    """The capacity of the waves, said once where all have the same; empty without waves."""
    capacities = [wave.capacity_count for wave in parts.roadmap.waves]
    if len(set(capacities)) == 1:
        return f"{counted(capacities[0], 'point')} each"
    return f"{listed([str(capacity) for capacity in capacities])} points" if capacities else ""


def facts(*pairs: tuple[str, str]) -> tuple[Fact, ...]:
    """Facts that have a value."""
    return tuple(Fact(label=label, value=value) for label, value in pairs if value)
