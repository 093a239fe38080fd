"""What is missing, worked by hand on an invented framework of two processes."""

from __future__ import annotations

from collections import Counter

import pytest

from assessment.domain.answered.asking import asked_items, everybody_asked
from assessment.domain.answered.assessment import (
    Assignment,
    Certainty,
    CriticalService,
    Note,
    NoteKind,
    Respondent,
    Role,
    Target,
)
from assessment.domain.authored.framework import Depth, Horizon
from assessment.domain.missing import Missing, MissingKind, find_missing
from assessment.domain.summary import summarise
from tests.builders import DK, NA, agreed, an_assessment, rated, tiny_framework
from tests.computing import computed

FRAMEWORK = tiny_framework(process_count=2)
PEOPLE = tuple(Respondent(id=person_id, role=Role.PRACTITIONER) for person_id in ("r1", "r2"))
PROCESSES = tuple(process.id for process in FRAMEWORK.processes)
ALL_SAY_2 = tuple(
    rated(item.id, 2, person.id)
    for person in PEOPLE
    for process_id in PROCESSES
    for item in FRAMEWORK.items(process_id, Depth.QUICK, Horizon.AS_IS)
)
DECIDED = tuple(
    Target(process_id=process_id, level=2, rationale="It will do.", approver="Ada") for process_id in sorted(PROCESSES)
)


def missing(**changes: object) -> tuple[Missing, ...]:
    """What is missing where everybody says "partly" to everything and every target is decided, but for the changes."""
    usual = {"respondents": PEOPLE, "ratings": ALL_SAY_2, "targets": DECIDED, "depth": Depth.QUICK}
    return find_missing(computed(FRAMEWORK, an_assessment(FRAMEWORK, **{**usual, **changes})))


def ratings(*changed: tuple[str, str, int | str | None]) -> tuple[object, ...]:
    """All answers with some changed: person, item, value; None for one that was not given."""
    new = {(person, item): value for person, item, value in changed}
    return tuple(
        one if (one.respondent_id, one.item_id) not in new else rated(one.item_id, value, one.respondent_id)
        for one in ALL_SAY_2
        if (value := new.get((one.respondent_id, one.item_id), 2)) is not None
    )


def test_nothing_is_missing_where_all_is_answered_and_decided() -> None:
    assert missing() == ()


def test_what_somebody_without_a_name_left_open_in_a_room_is_nobodys_to_look_up() -> None:
    unnamed = Respondent(id="a0123456789abcdef", role=Role.OTHER)
    first = ALL_SAY_2[0].item_id
    found = missing(respondents=(unnamed, *PEOPLE), ratings=(rated(first, DK, unnamed.id), *ALL_SAY_2))
    assert [(one.kind, one.item_id, one.respondent_id) for one in found] == [(MissingKind.DONT_KNOW, first, "r1")]


def test_what_a_person_left_open_is_one_entry_a_process_with_its_first_open_question() -> None:
    left = ratings(
        ("r2", "planning.control", None), ("r2", "planning.ownership", None), ("r1", "building.control", None)
    )

    assert missing(ratings=left) == (
        Missing(
            kind=MissingKind.UNANSWERED,
            process_id="building",
            item_id="building.control",
            respondent_id="r1",
            count=1,
            of_count=8,
        ),
        Missing(
            kind=MissingKind.UNANSWERED,
            process_id="planning",
            item_id="planning.ownership",
            respondent_id="r2",
            count=2,
            of_count=8,
        ),
    )


def test_somebody_who_has_answered_nothing_at_all_is_one_entry() -> None:
    of_one = tuple(one for one in ALL_SAY_2 if one.respondent_id == "r1")

    assert missing(ratings=of_one) == (Missing(kind=MissingKind.UNANSWERED, respondent_id="r2", count=16, of_count=16),)


def test_a_process_of_which_nobody_is_asked_anything_is_named() -> None:
    only = tuple(
        Assignment(respondent_id=person.id, process_id="planning", attribute_ids=("control",)) for person in PEOPLE
    )

    assert missing(assignments=only) == (Missing(kind=MissingKind.NOBODY_ASKED, process_id="building"),)


def test_dont_know_counts_until_a_value_is_agreed() -> None:
    unsure = ratings(("r2", "planning.control", DK))
    (found,) = missing(ratings=unsure)

    assert (found.kind, found.item_id, found.respondent_id) == (MissingKind.DONT_KNOW, "planning.control", "r2")
    assert (found.count, found.of_count) == (1, 2)
    sure = agreed("planning.control", 2, certainty=Certainty.VERIFIED)
    assert missing(ratings=unsure, agreed=(sure,)) == ()


def test_a_split_is_missing_an_agreement_and_an_agreement_a_second_person() -> None:
    far = ratings(("r1", "planning.control", 0))
    assert [(one.kind, one.item_id) for one in missing(ratings=far)] == [(MissingKind.SPLIT, "planning.control")]

    found = missing(ratings=far, agreed=(agreed("planning.control", 2, certainty=Certainty.EVIDENCE_SEEN),))
    assert [(one.kind, one.item_id) for one in found] == [(MissingKind.UNVERIFIED, "planning.control")]


@pytest.mark.parametrize(("value", "is_missing"), [(2, False), (3, True), (5, True), (NA, False)])
def test_a_value_of_l_or_f_is_missing_its_evidence(value: int | str, is_missing: bool) -> None:
    high = ratings(("r1", "planning.control", value), ("r2", "planning.control", value))
    found = [(one.kind, one.item_id) for one in missing(ratings=high)]

    assert found == [(MissingKind.NO_EVIDENCE, "planning.control")] * is_missing
    seen = Note(respondent_id="r1", item_id="planning.control", kind=NoteKind.EVIDENCE, text="The log.")
    assert missing(ratings=high, notes=(seen,)) == ()


def test_a_target_is_missing_its_reason_or_approver_and_the_default_ones_count_together() -> None:
    halves = (
        Target(process_id="building", level=2, approver="Ada"),
        Target(process_id="planning", level=2, rationale="So be it."),
    )
    found = missing(targets=halves)
    assert [(one.process_id, one.lacks_reason, one.lacks_approver) for one in found] == [
        ("planning", False, True),
        ("building", True, False),
    ]

    assert missing(targets=()) == (Missing(kind=MissingKind.TARGET, count=2, lacks_reason=True, lacks_approver=True),)


def test_a_service_that_leans_on_no_process_in_scope_is_named() -> None:
    services = (
        CriticalService(id="s1", name="Payroll", importance=5),
        CriticalService(id="s2", name="Mail", importance=5, process_ids=("building",)),
        CriticalService(id="s3", name="Shop", importance=5, process_ids=("planning",)),
    )
    in_scope = tuple(one for one in ALL_SAY_2 if one.item_id.startswith("planning."))
    found = missing(critical_services=services, scope=("planning",), ratings=in_scope, targets=DECIDED[1:])

    assert [(one.kind, one.service_id) for one in found] == [(MissingKind.SERVICE, "s1"), (MissingKind.SERVICE, "s2")]


def test_it_comes_by_kind_and_the_summary_counts_it() -> None:
    one = computed(
        FRAMEWORK, an_assessment(FRAMEWORK, respondents=PEOPLE, ratings=ratings(("r1", "planning.control", 5)))
    )
    found = find_missing(one)

    assert [kind for kind in MissingKind if kind in Counter(entry.kind for entry in found)] == list(
        dict.fromkeys(entry.kind for entry in found)
    )
    assert summarise(one).missing_count == len(found) > 1


def test_what_everybody_is_asked_is_what_each_is_asked() -> None:
    people = (*PEOPLE, Respondent(id="c1", role=Role.CUSTOMER))
    own = Assignment(respondent_id="r2", process_id="planning", attribute_ids=("ownership", "control"))
    assessment = an_assessment(FRAMEWORK, respondents=people, assignments=(own,), asks_to_be=True)

    assert list(everybody_asked(FRAMEWORK, assessment)) == [
        (person.id, process_id, asked_items(FRAMEWORK, assessment, person.id, process_id))
        for person in people
        for process_id in assessment.scope
    ]


def test_words_that_may_be_quoted_and_are_not_released_are_counted_by_process() -> None:
    asked = [item.id for item in FRAMEWORK.items(PROCESSES[0], Depth.QUICK, Horizon.AS_IS)]
    notes = tuple(
        Note(respondent_id=person, item_id=asked[0], kind=kind, text="Seen.", is_released=is_released)
        for person, kind, is_released in (
            ("r1", NoteKind.NOTE, True),
            ("r1", NoteKind.EVIDENCE, False),
            ("r2", NoteKind.NOTE, False),
        )
    )
    (one,) = missing(notes=notes, anonymity_floor=2)
    assert (one.kind, one.process_id, one.count, one.of_count) == (MissingKind.UNRELEASED, PROCESSES[0], 2, 3)
    assert missing(notes=notes, anonymity_floor=3) == ()
    assert missing(notes=notes[:1], anonymity_floor=2) == ()
