"""Hashes of earlier format versions: what was printed from the same content under them is still known."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest

from assessment.services.export_format import assessment_hash, former_hashes, to_document
from assessment.services.naming import names_in
from tests.computing import the_sample

PLANS = ("plans", "running")
WORKSHOPS = ("agenda", "rounds", "parked", "decisions", "sessions")
BUDGETS = ("budget_unit", "budgets", "wave_lengths")


def as_written(version: int, *parts: str) -> dict[str, Any]:
    """The sample's document as that version wrote it: without the parts, and the fields that came with plans."""
    document: dict[str, Any] = json.loads(to_document(the_sample().assessment))
    document["format_version"] = version
    content = document["assessment"]
    for part in parts:
        del content[part]
    for field in BUDGETS:
        del content["roadmap"][field]
    for action in content["actions"]:
        del action["done_on"]
    return document


def digest(document: dict[str, Any]) -> str:
    written = json.dumps(document, ensure_ascii=False, sort_keys=True, indent=2) + "\n"
    return hashlib.sha256(written.encode()).hexdigest()


@pytest.mark.parametrize(("place", "version", "parts"), [(0, 5, PLANS), (1, 4, (*PLANS, *WORKSHOPS))])
def test_a_report_of_an_earlier_version_names_a_hash_that_is_still_known(
    place: int, version: int, parts: tuple[str, ...]
) -> None:
    assert former_hashes(the_sample().assessment)[place] == digest(as_written(version, *parts))


def test_the_oldest_one_covers_the_names_that_stood_in_their_places() -> None:
    document = as_written(3, *PLANS, *WORKSHOPS, "claim")
    assessment = the_sample().assessment
    assert len(names_in(assessment)) > 10
    names = iter(respondent.name for respondent in assessment.respondents)
    for respondent in document["assessment"]["respondents"]:
        respondent["name"] = next(names)
    for entry, owner in zip(document["assessment"]["owners"], assessment.owners, strict=True):
        entry |= {"name": owner.name, "sponsor": owner.sponsor}
    for entry, target in zip(document["assessment"]["targets"], assessment.targets, strict=True):
        entry["approver"] = target.approver
    assert former_hashes(assessment)[2] == digest(document)


def test_no_two_versions_have_one_hash() -> None:
    assessment = the_sample().assessment
    assert len({assessment_hash(assessment), *former_hashes(assessment)}) == 4
