"""The findings on owners and readiness in words."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.domain.computed import Computed
from assessment.domain.findings.owners import MOST_OWNED, owner_findings
from assessment.domain.findings.results import AuthorityEnds, StepStopped, TooManyOwned, WithoutOwner
from assessment.views.findings.line import FindingLine
from assessment.views.names import process_name
from assessment.views.wording.findings import owners as words
from assessment.views.wording.findings.shared import level_and_target


def owner_lines(computed: Computed) -> tuple[FindingLine, ...]:
    """Every finding on owners, the kinds one after the other."""
    found = owner_findings(computed.framework, computed.assessment, computed.result, computed.roadmap)
    return (
        *(_without_owner(computed, one) for one in found.without_owner),
        *(_too_many(computed, one) for one in found.too_many),
        *(_authority_ends(computed, one) for one in found.authority_ends),
        *_stopped(computed, found.stopped),
    )


def _without_owner(computed: Computed, one: WithoutOwner) -> FindingLine:
    name = process_name(computed.framework, one.process_id)
    process = computed.result.process(one.process_id)
    return FindingLine(
        finding=one,
        text=words.nobody_owns(name, one.wave),
        basis=level_and_target(process.level.level, process.target.target_level),
        action=words.appoint(name),
    )


def _too_many(computed: Computed, one: TooManyOwned) -> FindingLine:
    names = [process_name(computed.framework, own) for own in one.process_ids]
    return FindingLine(
        finding=one,
        text=words.owns_too_many(one.name, len(names)),
        basis=words.too_many_basis(names, MOST_OWNED),
        action=words.hand_over(one.name, len(names) - MOST_OWNED),
    )


def _authority_ends(computed: Computed, one: AuthorityEnds) -> FindingLine:
    name = process_name(computed.framework, one.process_id)
    return FindingLine(
        finding=one,
        text=words.authority_ends(one.owner_name, name, one.authority),
        basis=level_and_target(one.level, one.target_level),
        action=words.grant_authority(name),
    )


def _stopped(computed: Computed, found: tuple[StepStopped, ...]) -> Iterator[FindingLine]:
    questions = {question.id: question.question for question in computed.framework.readiness}
    for one in found:
        name = process_name(computed.framework, one.process_id)
        yield FindingLine(
            finding=one,
            text=words.step_stopped(name, one.to_level, len(one.question_ids), len(questions)),
            basis=words.denied([questions[question_id] for question_id in one.question_ids]),
            action=words.make_ready(name),
        )
