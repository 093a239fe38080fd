"""Which step of the plan an action of a finding belongs to.

Own rule: to the earliest step of the processes that it names, funded ones first; without one to the next level of the
first of them that is below its target, else of the first.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from assessment.domain.answered.actions import OWN_PREFIX
from assessment.domain.findings.results import Finding
from assessment.domain.planning.results import Roadmap
from assessment.domain.rating.results import AssessmentResult

HIGHEST_LEVEL = 5
_ID_DIGITS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The process and the landing that an action is added to."""

    process_id: str
    to_level: int


def place_of(finding: Finding, result: AssessmentResult, roadmap: Roadmap) -> Place | None:
    """Where the action of a finding goes; None where it names no process."""
    for step in roadmap.steps:
        if step.process_id in finding.process_ids:
            return Place(process_id=step.process_id, to_level=step.to_level)
    if not finding.process_ids:
        return None
    named = [result.process(process_id) for process_id in finding.process_ids]
    process = next((one for one in named if one.target.need_share > 0), named[0])
    level = process.level.level or 0
    return Place(process_id=process.process_id, to_level=min(level + 1, HIGHEST_LEVEL))


def action_id_of(finding_id: str) -> str:
    """The id of the action that a finding becomes: asked for twice, it is one action."""
    return f"{OWN_PREFIX}{hashlib.sha256(finding_id.encode()).hexdigest()[:_ID_DIGITS]}"
