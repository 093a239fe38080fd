"""What an assessment is, as one side of a comparison."""

from __future__ import annotations

from assessment.domain.comparing.results import Side
from assessment.domain.computed import Computed


def side_of(told: Computed) -> Side:
    """One side, of an assessment as a reader may see it."""
    header, whole = told.assessment.header, told.result.whole
    return Side(
        assessment_id=header.id,
        name=header.name,
        organisation=header.organisation,
        unit=header.unit,
        assessed_on=header.assessed_on,
        state=header.state,
        depth=header.depth,
        framework_id=header.framework.id,
        framework_version=header.framework.version,
        carry_percent=header.carry_percent,
        anonymity_floor=header.anonymity_floor,
        respondent_count=len(told.assessment.respondents),
        coverage_share=told.result.coverage_share,
        verification=told.result.verification,
        at_target_count=whole.at_target_count,
        process_count=whole.process_count,
        mean_score=whole.mean_score,
        floor_level=whole.floor_level,
        snapshot_hash=told.snapshot_hash,
    )
