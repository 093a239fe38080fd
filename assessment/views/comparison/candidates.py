"""What an assessment can be compared with: the names to choose from, and why the others cannot be."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.comparing.results import Candidates
from assessment.views.wording.comparing import cannot
from assessment.views.wording.pages import since as words


def candidate_names(candidates: Candidates) -> Mapping[str, str]:
    """Those that can be compared with, by id, as a box lists them."""
    return {
        one.header.id: words.candidate(one.header.name, one.header.unit, one.header.assessed_on)
        for one in candidates.found
        if one.obstacle is None
    }


def blocked_lines(candidates: Candidates) -> tuple[str, ...]:
    """Those that cannot be compared with, a sentence each."""
    return tuple(
        words.blocked(one.header.name, one.header.assessed_on, cannot(one.obstacle))
        for one in candidates.found
        if one.obstacle is not None
    )
