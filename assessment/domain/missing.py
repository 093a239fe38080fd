"""What is missing in an assessment: what a facilitator works off on the evening before (**own rule**, all of it).

| kind | one for | count | of |
|---|---|---|---|
| unanswered | a person and a process; a person alone who has answered nothing at all | answers | asked |
| don't know | an item and horizon without an agreed value | people who said it | who answered |
| split | an item and horizon: METHOD.md section 3 | | |
| no evidence | an item at L or F, of those whose evidence section 7 counts | | |
| nobody asked | a process in scope of which nobody is asked anything | | |
| target | a process whose own target has no reason or no approver; all others together | processes | |
| unverified | an agreed as-is value that no second person verified | | |
| service | a critical service that leans on no process in scope | | |
| unreleased | a process with notes that may be quoted once they are released | notes not released | such notes |
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.agreement.confidence import LARGELY_CODE, contradicted_items, counting_items, evidenced_items
from assessment.domain.answered.asking import everybody_asked
from assessment.domain.answered.assessment import Certainty, Rating
from assessment.domain.answered.entries import AnswerKind
from assessment.domain.authored.framework import Horizon
from assessment.domain.computed import Computed
from assessment.domain.disclosure.people import Crowds
from assessment.domain.rating.results import ItemResult, ProcessStatus
from assessment.domain.workshop.sealing import is_anonymous_id


class MissingKind(StrEnum):
    """What is missing; in the order in which it is best worked off."""

    NOBODY_ASKED = "nobody-asked"
    UNANSWERED = "unanswered"
    DONT_KNOW = "dont-know"
    SPLIT = "split"
    NO_EVIDENCE = "no-evidence"
    UNVERIFIED = "unverified"
    TARGET = "target"
    SERVICE = "service"
    UNRELEASED = "unreleased"


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """One thing that is missing, and where. `respondent_id`: whose it is, or who can be asked about it."""

    kind: MissingKind
    process_id: str | None = None
    item_id: str | None = None
    horizon: Horizon = Horizon.AS_IS
    respondent_id: str | None = None
    service_id: str | None = None
    count: int = 0
    of_count: int = 0
    lacks_reason: bool = False
    lacks_approver: bool = False


def find_missing(computed: Computed) -> tuple[Missing, ...]:
    """Everything that is missing, by kind, then in the order of people and of the framework."""
    found = [*_of_asking(computed), *_of_items(computed), *_of_targets(computed)]
    found += [*_of_services(computed), *_of_notes(computed)]
    order = tuple(MissingKind)
    return tuple(sorted(found, key=lambda one: order.index(one.kind)))


def _of_asking(computed: Computed) -> Iterator[Missing]:
    """Answers that are asked and not given, and processes of which nobody is asked anything."""
    given: dict[str, set[tuple[str, Horizon]]] = {}
    for rating in computed.assessment.ratings:
        given.setdefault(rating.respondent_id, set()).add((rating.item_id, rating.horizon))
    asked_of = dict.fromkeys(computed.assessment.scope, 0)
    silent: dict[str, int] = {}
    for respondent_id, process_id, places in everybody_asked(computed.framework, computed.assessment):
        asked_of[process_id] += len(places)
        if is_anonymous_id(respondent_id):  # what they left out is nobody's to look up, and they cannot be asked
            continue
        own = given.get(respondent_id)
        if own is None:
            silent[respondent_id] = silent.get(respondent_id, 0) + len(places)
            continue
        left = [item.id for item, horizon in places if (item.id, horizon) not in own]
        if left:
            yield Missing(
                kind=MissingKind.UNANSWERED,
                process_id=process_id,
                item_id=left[0],
                respondent_id=respondent_id,
                count=len(left),
                of_count=len(places),
            )
    for respondent_id, count in silent.items():
        if count:
            yield Missing(kind=MissingKind.UNANSWERED, respondent_id=respondent_id, count=count, of_count=count)
    for process_id, count in asked_of.items():
        if not count:
            yield Missing(kind=MissingKind.NOBODY_ASKED, process_id=process_id)


def _of_items(computed: Computed) -> Iterator[Missing]:
    """Items that somebody does not know, that the room is split on, and whose value rests on too little."""
    weightless = frozenset(item.id for item in computed.framework.item_by_id.values() if item.weight == 0)
    evidenced = evidenced_items(computed.assessment) | contradicted_items(computed.assessment)
    for process in computed.result.processes:
        counting = {item.item_id for item in counting_items(process.attributes, weightless)}
        for attribute in (*process.attributes, *process.to_be_attributes):
            for item in attribute.items:
                for kind in _kinds(computed, item):
                    yield _of_item(computed, process.process_id, item, kind)
                is_high = item.horizon is Horizon.AS_IS and item.code is not None and item.code >= LARGELY_CODE
                if is_high and item.item_id in counting and item.item_id not in evidenced:
                    yield _of_item(computed, process.process_id, item, MissingKind.NO_EVIDENCE)


def _kinds(computed: Computed, item: ItemResult) -> Iterator[MissingKind]:
    if item.is_split:
        yield MissingKind.SPLIT
    if item.dont_know_count and not item.is_agreed:
        yield MissingKind.DONT_KNOW
    agreed = computed.assessment.agreed_by_item.get((item.item_id, item.horizon))
    if agreed is not None and item.horizon is Horizon.AS_IS and agreed.certainty is not Certainty.VERIFIED:
        yield MissingKind.UNVERIFIED


def _of_item(computed: Computed, process_id: str, item: ItemResult, kind: MissingKind) -> Missing:
    votes = computed.assessment.ratings_by_item.get((item.item_id, item.horizon), ())
    unsure = [vote for vote in votes if vote.answer.kind is AnswerKind.DONT_KNOW]
    return Missing(
        kind=kind,
        process_id=process_id,
        item_id=item.item_id,
        horizon=item.horizon,
        respondent_id=_somebody(computed, unsure if kind is MissingKind.DONT_KNOW else votes),
        count=len(unsure) if kind is MissingKind.DONT_KNOW else 0,
        of_count=len(votes),
    )


def _somebody(computed: Computed, votes: list[Rating] | tuple[Rating, ...]) -> str | None:
    """Somebody whose questions show the item: who answered it, else the first person there is; none without a name
    from a room, whose questions nobody opens.
    """
    people = (*(vote.respondent_id for vote in votes), *(one.id for one in computed.assessment.respondents))
    return next((one for one in people if not is_anonymous_id(one)), None)


def _of_targets(computed: Computed) -> Iterator[Missing]:
    usual_count = 0
    for process in computed.result.processes:
        if process.status is ProcessStatus.NOT_APPLICABLE:
            continue
        target = computed.assessment.target_by_process.get(process.process_id)
        if target is None:
            usual_count += 1
        elif target.rationale is None or target.approver is None:
            yield Missing(
                kind=MissingKind.TARGET,
                process_id=process.process_id,
                lacks_reason=target.rationale is None,
                lacks_approver=target.approver is None,
            )
    if usual_count:
        yield Missing(kind=MissingKind.TARGET, count=usual_count, lacks_reason=True, lacks_approver=True)


def _of_services(computed: Computed) -> Iterator[Missing]:
    scope = frozenset(computed.assessment.scope)
    for service in computed.assessment.critical_services:
        if not scope.intersection(service.process_ids):
            yield Missing(kind=MissingKind.SERVICE, service_id=service.id)


def _of_notes(computed: Computed) -> Iterator[Missing]:
    """What people wrote and may be quoted, of which some is not released."""
    framework, assessment = computed.framework, computed.assessment
    crowds = Crowds(framework, assessment)
    by_process: dict[str, list[bool]] = {}
    for note in assessment.notes:
        if note.item_id in framework.item_by_id and crowds.are_quotable(note.item_id):
            by_process.setdefault(framework.item_by_id[note.item_id].process_id, []).append(note.is_released)
    for process in framework.processes:
        released = by_process.get(process.id, [])
        if process.id in assessment.scope and not all(released):
            held_count = released.count(False)
            yield Missing(kind=MissingKind.UNRELEASED, process_id=process.id, count=held_count, of_count=len(released))
