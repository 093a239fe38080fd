"""Values on which the votes agree, taken all at once after somebody has seen the list."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.domain.answered.assessment import AgreedValue, Assessment
from assessment.domain.workshop.accepting import (
    ACCEPT_BOUND,
    Acceptable,
    Accepted,
    LeftOut,
    LeftOutReason,
    acceptable_item,
    acceptable_items,
)
from assessment.domain.workshop.hands import answer_of
from assessment.errors import InvalidInput
from assessment.services.authority import Permission, Permit, Subject, operation
from assessment.services.repository import Repository, stored_header

LOWEST_BOUND, HIGHEST_BOUND = 0.5, 1.0


class AcceptingService:
    """The list of values that may be taken at once, and taking them."""

    def __init__(self, repository: Repository) -> None:
        self.rights = repository.rights
        self._repository = repository

    @operation("accepting.acceptable", Permission.READ, on=Subject.ASSESSMENT)
    def acceptable(
        self,
        permit: Permit,
        assessment_id: str,
        *,
        bound: float = ACCEPT_BOUND,
        process_ids: tuple[str, ...] | None = None,
    ) -> tuple[Acceptable, ...]:
        """The values that may be taken, in the model's order; of some processes, or of all in scope.

        `bound` is the consensus from which on votes agree, 0.5 to 1; InvalidInput for any other.
        """
        del permit
        _require_bound(bound)
        with self._repository.store.reading() as reader:
            stored = stored_header(reader, assessment_id)
            framework, assessment = self._repository.pinned(reader, stored), self._repository.load(reader, stored)
        return acceptable_items(framework, assessment, bound, process_ids)

    @operation("accepting.accept", Permission.EDIT, on=Subject.ASSESSMENT)
    def accept(
        self, permit: Permit, assessment_id: str, seen: tuple[Acceptable, ...], *, bound: float = ACCEPT_BOUND
    ) -> Accepted:
        """Agree on each value as it was seen, in one transaction; those who answered count as present.

        A value that is not as it was seen is left out and told: it is agreed already, or its votes are others now.
        """
        _require_bound(bound)
        with self._repository.changing(permit, assessment_id) as draft:
            assessment = self._repository.load(draft.writer, draft.stored)
            left_out = tuple(_left_out(assessment, seen, bound))
            gone = {(one.item_id, one.horizon) for one in left_out}
            taken = tuple(one for one in seen if (one.item_id, one.horizon) not in gone)
            for one in taken:
                draft.put(
                    AgreedValue(
                        item_id=one.item_id,
                        horizon=one.horizon,
                        answer=answer_of(one.code),
                        present_ids=one.respondent_ids,
                    ),
                    0,
                )
        return Accepted(taken=taken, left_out=left_out)


def _left_out(assessment: Assessment, seen: tuple[Acceptable, ...], bound: float) -> Iterator[LeftOut]:
    """What is not as it was seen."""
    for one in seen:
        if one.item_id.partition(".")[0] not in assessment.scope:
            reason = LeftOutReason.SCOPE
        elif (one.item_id, one.horizon) in assessment.agreed_by_item:
            reason = LeftOutReason.AGREED
        elif acceptable_item(assessment, one.item_id, one.horizon, bound) != one:
            reason = LeftOutReason.VOTES
        else:
            continue
        yield LeftOut(item_id=one.item_id, horizon=one.horizon, reason=reason)


def _require_bound(bound: float) -> None:
    if not LOWEST_BOUND <= bound <= HIGHEST_BOUND:
        reason = f"{bound:g} is not from {LOWEST_BOUND:g} to {HIGHEST_BOUND:g}"
        raise InvalidInput("The bound of agreement", reason, "Choose one between them.")
