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
from assessment.domain.rating.results import (
    AttributeResult,
    ItemResult,
    Outcome,
)
from assessment.domain.rating.scale import code_of_percent
from assessment.domain.rating.warnings import MethodWarning, WarningKind

DIFFERING_CODES = 2
_REPEATED_CODE = (("report", "C2"), ("improve", "C5"))


def raise_flags(
    framework: Framework,
    process: Process,
    attributes: Sequence[AttributeResult],
    owner: Owner | None,
    contradicted_ids: frozenset[str] = frozenset(),
) -> tuple[MethodWarning, ...]:
    """The flags of one process: split, evidence against, on paper only, carried though not done, check this answer, no
    owner.
    """
    by_code = {
        framework.attribute_by_id[attribute.attribute_id].code: attribute
        for attribute in attributes
        if attribute.outcome is Outcome.RATED
    }
    found = [
        *_split(process, attributes),
        *_contradicted(process, attributes, contradicted_ids),
        *_on_paper_only(process, by_code),
        *_carried_not_done(process, attributes),
        *_answers_to_check(framework, process, attributes, by_code),
    ]
    if owner is None or owner.name is None:
        found.append(MethodWarning(kind=WarningKind.NO_OWNER, process_id=process.id))
    return tuple(found)


def _split(process: Process, attributes: Sequence[AttributeResult]) -> list[MethodWarning]:
    item_ids = tuple(item.item_id for attribute in attributes for item in attribute.items if item.is_split)
    return [MethodWarning(kind=WarningKind.SPLIT, process_id=process.id, item_ids=item_ids)] if item_ids else []


def _contradicted(
    process: Process, attributes: Sequence[AttributeResult], contradicted_ids: frozenset[str]
) -> list[MethodWarning]:
    """Evidence speaks against a value; without one there is nothing to speak against."""
    item_ids = tuple(
        item.item_id
        for attribute in attributes
        for item in attribute.items
        if item.item_id in contradicted_ids and item.outcome is Outcome.RATED
    )
    if not item_ids:
        return []
    return [MethodWarning(kind=WarningKind.EVIDENCE_AGAINST, process_id=process.id, item_ids=item_ids)]


def _on_paper_only(process: Process, by_code: Mapping[str, AttributeResult]) -> list[MethodWarning]:
    definition, delivery = by_code.get("C6"), by_code.get("D")
    if definition is None or delivery is None or definition.band not in ("L", "F") or delivery.band not in ("N", "P"):
        return []
    return [
        MethodWarning(
            kind=WarningKind.ON_PAPER_ONLY,
            process_id=process.id,
            letter=definition.letter,
            other_letter=delivery.letter,
        )
    ]


def _carried_not_done(process: Process, attributes: Sequence[AttributeResult]) -> list[MethodWarning]:
    return [
        MethodWarning(
            kind=WarningKind.CARRIED_NOT_DONE,
            process_id=process.id,
            attribute_ids=(attribute.attribute_id,),
            item_ids=attribute.not_done,
        )
        for attribute in attributes
        if attribute.not_done
    ]


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
        found.append(
            MethodWarning(
                kind=WarningKind.CHECK_ANSWER,
                process_id=process.id,
                item_ids=(item.id,),
                attribute_ids=(repeated.attribute_id,),
            )
        )
    return found


def _differs(result: ItemResult, repeated: AttributeResult) -> bool:
    return abs((result.code or 0) - code_of_percent(repeated.percent or 0.0)) >= DIFFERING_CODES
