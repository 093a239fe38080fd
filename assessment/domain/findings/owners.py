"""Processes without an owner, people with too many, authority that ends, readiness that stops a step of wave 1.

Own rules: more than three processes are too many for one person, who is one by the same name whatever its capitals and
spaces; a target is high from level 3 on, where a process has to be in use across the organisation, and authority is
missing where it was answered with no or partly on a process below it. A no to a readiness question stops a step.
"""

from __future__ import annotations

from collections.abc import Iterator

from assessment.domain.answered.assessment import Assessment
from assessment.domain.answered.organisation import Authority, ReadinessState
from assessment.domain.authored.framework import Framework
from assessment.domain.findings.results import AuthorityEnds, OwnerFindings, StepStopped, TooManyOwned, WithoutOwner
from assessment.domain.planning.results import Roadmap
from assessment.domain.rating.results import AssessmentResult, GapStatus

MOST_OWNED = 3
"""So many processes may one person own; the paper has one owner a process in large organisations (lines 340-346)."""
HIGH_TARGET_LEVEL = 3
FIRST_WAVE = 1


def owner_findings(
    framework: Framework, assessment: Assessment, result: AssessmentResult, roadmap: Roadmap
) -> OwnerFindings:
    """What follows from owners and readiness."""
    return OwnerFindings(
        without_owner=tuple(_without_owner(assessment, roadmap)),
        too_many=tuple(sorted(_too_many(assessment), key=lambda one: -len(one.process_ids))),
        authority_ends=tuple(sorted(_authority_ends(assessment, result), key=_by_authority)),
        stopped=tuple(_stopped(framework, assessment, roadmap)),
    )


def same_name(name: str) -> str:
    """A name as it is compared: without capitals and more than one space.

    >>> same_name("Ada  Lovelace ") == same_name("ada lovelace")
    True
    """
    return " ".join(name.split()).casefold()


def _without_owner(assessment: Assessment, roadmap: Roadmap) -> Iterator[WithoutOwner]:
    waves: dict[str, int] = {}
    for step in roadmap.steps:
        waves.setdefault(step.process_id, step.wave)
    for process_id in assessment.scope:
        owner = assessment.owner_by_process.get(process_id)
        if owner is None or owner.name is None:
            yield WithoutOwner(
                id=f"without-owner.{process_id}",
                process_ids=(process_id,),
                process_id=process_id,
                wave=waves.get(process_id),
            )


def _too_many(assessment: Assessment) -> Iterator[TooManyOwned]:
    owned: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for process_id in assessment.scope:
        owner = assessment.owner_by_process.get(process_id)
        if owner is not None and owner.name is not None:
            key = same_name(owner.name)
            names.setdefault(key, owner.name)
            owned.setdefault(key, []).append(process_id)
    for key, process_ids in owned.items():
        if len(process_ids) > MOST_OWNED:
            yield TooManyOwned(id=f"too-many.{process_ids[0]}", process_ids=tuple(process_ids), name=names[key])


def _authority_ends(assessment: Assessment, result: AssessmentResult) -> Iterator[AuthorityEnds]:
    for process in result.processes:
        owner = assessment.owner_by_process.get(process.process_id)
        target = process.target
        if owner is None or owner.name is None or owner.authority in (None, Authority.YES):
            continue
        if process.level.level is None or target.status is not GapStatus.BELOW:
            continue
        if target.target_level >= HIGH_TARGET_LEVEL:
            yield AuthorityEnds(
                id=f"authority.{process.process_id}",
                process_ids=(process.process_id,),
                process_id=process.process_id,
                owner_name=owner.name,
                authority=owner.authority,
                level=process.level.level,
                target_level=target.target_level,
            )


def _by_authority(one: AuthorityEnds) -> tuple[bool, int]:
    return one.authority is not Authority.NO, -one.target_level


def _stopped(framework: Framework, assessment: Assessment, roadmap: Roadmap) -> Iterator[StepStopped]:
    denied = {
        (answer.process_id, answer.question_id) for answer in assessment.readiness if answer.state is ReadinessState.NO
    }
    for wave in roadmap.waves:
        for step in wave.steps if wave.number == FIRST_WAVE else ():
            question_ids = tuple(one.id for one in framework.readiness if (step.process_id, one.id) in denied)
            if question_ids:
                yield StepStopped(
                    id=f"stopped.{step.process_id}.{step.to_level}",
                    process_ids=(step.process_id,),
                    process_id=step.process_id,
                    to_level=step.to_level,
                    question_ids=question_ids,
                )
