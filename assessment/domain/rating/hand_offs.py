"""Hand-offs as they were rated, and which of them are broken (METHOD.md section 12).

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| code | whether a hand-off is defined and works | ordinal | 0 to 5 | higher is better |

Only linkages with both ends in scope are counted, so that every place that counts them says the same number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessment.domain.answered.assessment import Assessment
from assessment.domain.authored.content import Linkage
from assessment.domain.authored.framework import Framework
from assessment.domain.rating.results import BrokenHandOff, ProcessResult
from assessment.domain.rating.scale import letter_of_code

BROKEN_BELOW_CODE = 3


def linkages_in_scope(framework: Framework, assessment: Assessment) -> tuple[Linkage, ...]:
    """The linkages with both ends in scope, in the framework's order."""
    scope = frozenset(assessment.scope)
    return tuple(one for one in framework.linkages if {one.from_process, one.to_process} <= scope)


def linkage_codes(framework: Framework, assessment: Assessment) -> Mapping[str, int]:
    """The code of each linkage that has one and both ends in scope, by its id, in the framework's order."""
    codes = {rating.linkage_id: rating.answer.code for rating in assessment.linkage_ratings}
    return {
        linkage.id: code
        for linkage in linkages_in_scope(framework, assessment)
        if (code := codes.get(linkage.id)) is not None
    }


def broken_hand_offs(
    framework: Framework, codes: Mapping[str, int], processes: Sequence[ProcessResult]
) -> tuple[BrokenHandOff, ...]:
    """Of the linkages with a code, those below L (code 3) with a process in need at either end, in the same order."""
    in_need = {process.process_id for process in processes if process.target.need_share > 0}
    return tuple(
        BrokenHandOff(linkage_id=linkage.id, letter=letter_of_code(codes[linkage.id]), code=codes[linkage.id])
        for linkage in framework.linkages
        if codes.get(linkage.id, BROKEN_BELOW_CODE) < BROKEN_BELOW_CODE
        and (linkage.from_process in in_need or linkage.to_process in in_need)
    )
