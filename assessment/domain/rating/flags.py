"""Flags: what a person should look at again. They never change a score (METHOD.md section 2).

| symbol | name | unit | range |
|---|---|---|---|
| code | consensus of an item of weight 0, or of the characteristic it repeats | ordinal | 0 to 5 |

Own rules: an item of weight 0 is held against measurement (C2) if its id speaks of a report, against continuous
improvement (C5) if it speaks of improvement; nothing is flagged that was not rated.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessment.domain.answered.organisation import Owner
from assessment.domain.authored.content import Process
from assessment.domain.authored.framework import Framework
from assessment.domain.rating.results import AttributeResult, ItemResult, MethodWarning, Outcome, WarningKind
from assessment.domain.rating.scale import code_of_percent

DIFFERING_CODES = 2
_REPEATED_CODE = (("report", "C2"), ("improve", "C5"))


def raise_flags(
    framework: Framework, process: Process, attributes: Sequence[AttributeResult], owner: Owner | None
) -> tuple[MethodWarning, ...]:
    """The flags of one process: on paper only, check this answer, no owner."""
    by_code = {
        framework.attribute_by_id[attribute.attribute_id].code: attribute
        for attribute in attributes
        if attribute.outcome is Outcome.RATED
    }
    found = [*_on_paper_only(process, by_code), *_answers_to_check(framework, process, attributes, by_code)]
    if owner is None or owner.name is None:
        found.append(
            MethodWarning(
                kind=WarningKind.NO_OWNER,
                sentence=f"{process.name} has no owner: nobody answers for it from end to end.",
                process_id=process.id,
            )
        )
    return tuple(found)


def _on_paper_only(process: Process, by_code: Mapping[str, AttributeResult]) -> list[MethodWarning]:
    definition, delivery = by_code.get("C6"), by_code.get("D")
    if definition is None or delivery is None or definition.band not in ("L", "F") or delivery.band not in ("N", "P"):
        return []
    letters = f"documented ({definition.letter}) but hardly done ({delivery.letter})"
    sentence = f"{process.name} may exist on paper only: it is {letters}."
    return [MethodWarning(kind=WarningKind.ON_PAPER_ONLY, sentence=sentence, process_id=process.id)]


def _answers_to_check(
    framework: Framework,
    process: Process,
    attributes: Sequence[AttributeResult],
    by_code: Mapping[str, AttributeResult],
) -> list[MethodWarning]:
    found: list[MethodWarning] = []
    for result in (item for attribute in attributes for item in attribute.items):
        item = framework.item_by_id[result.item_id]
        if item.weight > 0 or result.code is None:
            continue
        repeated = next((by_code.get(code) for word, code in _REPEATED_CODE if word in item.id.split(".")[1]), None)
        if repeated is None or not _differs(result, repeated):
            continue
        name = framework.attribute_by_id[repeated.attribute_id].name
        found.append(
            MethodWarning(
                kind=WarningKind.CHECK_ANSWER,
                sentence=f"Check this answer: '{item.name}' is two points or more from '{name}' of {process.name}.",
                process_id=process.id,
                item_id=item.id,
            )
        )
    return found


def _differs(result: ItemResult, repeated: AttributeResult) -> bool:
    return abs((result.code or 0) - code_of_percent(repeated.percent or 0.0)) >= DIFFERING_CODES
