"""Attributes and hand-offs of a process that are below L: rated, and at 50 % or below.

Which attribute is definition, measurement or control is told by its number in the paper's Figure 3; a framework of its
own may have none of that number, and then nothing follows from it. What nobody rated is unknown, and not below.
"""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.authored.framework import Framework
from assessment.domain.rating.hand_offs import BROKEN_BELOW_CODE
from assessment.domain.rating.results import Outcome, ProcessResult

MEASUREMENT, CONTROL, DEFINITION = 2, 3, 6
"""Numbers of these characteristics in the paper's Figure 3."""
_BELOW_L = frozenset(("N", "P"))


def attribute_of(framework: Framework, characteristic: int) -> str | None:
    """The id of the attribute of a characteristic; None where the framework has none."""
    return next((one.id for one in framework.attributes if one.characteristic == characteristic), None)


def is_below_l(process: ProcessResult, attribute_id: str | None) -> bool | None:
    """Whether an attribute of a process is below L; None where it is not rated, not applicable or not there."""
    if attribute_id is None:
        return None
    found = process.attribute(attribute_id)
    if found.outcome is not Outcome.RATED or found.band is None:
        return None
    return found.band in _BELOW_L


def broken_linkages(framework: Framework, codes: Mapping[str, int], process_id: str) -> tuple[str, ...]:
    """Ids of the rated linkages of a process that are below L, in the framework's order."""
    return tuple(
        one.id
        for one in framework.linkages
        if process_id in (one.from_process, one.to_process) and codes.get(one.id, BROKEN_BELOW_CODE) < BROKEN_BELOW_CODE
    )
