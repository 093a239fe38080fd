"""The lines of an area, its table, and where an action of a line belongs."""

from __future__ import annotations

from assessment.domain.computed import Computed
from assessment.domain.findings.placing import Place, place_of
from assessment.domain.findings.results import Area
from assessment.views.findings.line import FindingLine, findings_table
from assessment.views.findings.owners import owner_lines
from assessment.views.findings.sourcing import sourcing_lines
from assessment.views.findings.technology import left_pair_count, technology_lines
from assessment.views.findings.transitions import transition_lines
from assessment.views.model import Table


def lines_of(computed: Computed, area: Area, *, is_whole: bool = False) -> tuple[FindingLine, ...]:
    """The findings of an area in words; `is_whole`: those too that stand on the sheet alone."""
    match area:
        case Area.OWNERS:
            return owner_lines(computed)
        case Area.TRANSITIONS:
            return transition_lines(computed)
        case Area.TECHNOLOGY:
            return technology_lines(computed, is_whole=is_whole)
        case Area.SOURCING:
            return sourcing_lines(computed)


def table_of(computed: Computed, area: Area) -> Table:
    """The findings of an area as a table."""
    left_count = left_pair_count(computed) if area is Area.TECHNOLOGY else 0
    return findings_table(area, lines_of(computed, area), left_count)


def place_of_action(computed: Computed, line: FindingLine) -> Place | None:
    """Where the action of a line belongs in the plan; None where it names no process."""
    return place_of(line.finding, computed.result, computed.roadmap)
