"""What is printed as a quote: what was released, under a role that enough people share, never under a name."""

from __future__ import annotations

import pytest

from assessment.domain.answered.assessment import Assignment, Note, NoteKind, Respondent, Role
from assessment.domain.computed import Computed
from assessment.views.quotes import quotes_of, released_quotes
from tests.builders import an_assessment, tiny_framework
from tests.computing import computed, the_sample

PEOPLE = (
    *(Respondent(id=f"l{number}", role=Role.LEADERSHIP, name=f"Leader {number}") for number in range(1, 4)),
    *(Respondent(id=f"p{number}", role=Role.PRACTITIONER, name=f"Worker {number}") for number in range(1, 4)),
    *(Respondent(id=f"c{number}", role=Role.CUSTOMER) for number in range(1, 3)),
    *(Respondent(id=f"o{number}", role=Role.OTHER) for number in range(1, 5)),
)


def noted(respondent_id: str, text: str, *, is_released: bool = True, kind: NoteKind = NoteKind.NOTE) -> Note:
    return Note(
        respondent_id=respondent_id, item_id="planning.deliver-1", kind=kind, text=text, is_released=is_released
    )


def with_notes(*notes: Note, **changes: object) -> Computed:
    framework = tiny_framework()
    return computed(framework, an_assessment(framework, **{"respondents": PEOPLE, "notes": notes, **changes}))


def who_said(respondent_id: str, kind: NoteKind = NoteKind.NOTE, **changes: object) -> str:
    (quote,) = released_quotes(with_notes(noted(respondent_id, "Said.", kind=kind), **changes), "planning")
    return quote.who


def test_only_what_was_released_is_quoted_and_with_the_question_it_was_said_to() -> None:
    whole = with_notes(noted("l1", "Print this."), noted("l1", "Keep this.", is_released=False))
    quotes = released_quotes(whole, "planning")
    assert [(quote.text, quote.where) for quote in quotes] == [("Print this.", "Deliver 1")]
    assert released_quotes(whole, "building") == ()


@pytest.mark.parametrize(
    ("respondent_id", "said", "shown"),
    [
        ("l1", "Said by a leader", "Evidence shown by a leader"),
        ("p1", "Said by a practitioner", "Evidence shown by a practitioner"),
        ("c1", "Said by a respondent", "Evidence shown by a respondent"),  # two customers, below the floor of three
        ("o1", "Said by a respondent", "Evidence shown by a respondent"),
    ],
)
def test_a_quote_carries_a_role_only_from_the_floor_up(respondent_id: str, said: str, shown: str) -> None:
    assert who_said(respondent_id) == said
    assert who_said(respondent_id, NoteKind.EVIDENCE) == shown


def test_the_floor_is_that_of_the_assessment() -> None:
    assert who_said("c1", anonymity_floor=2) == "Said by a customer"
    assert who_said("l1", anonymity_floor=4) == "Said by a respondent"


def test_somebody_who_left_is_a_respondent() -> None:
    assert who_said("gone") == "Said by a respondent"


def test_no_role_is_named_where_whoever_has_none_would_be_found() -> None:
    people = tuple(person for person in PEOPLE if person.id[0] in "lp" or person.id == "c1")
    assert who_said("l1", respondents=people) == "Said by a leader"
    assert who_said("p1", respondents=people) == "Said by a respondent"
    assert who_said("c1", respondents=people) == "Said by a respondent"


def test_nothing_is_quoted_where_few_people_are_asked_the_question() -> None:
    alone = tuple(
        Assignment(respondent_id=person.id, process_id="building", attribute_ids=("delivery",))
        for person in PEOPLE
        if person.id not in ("l1", "l2")
    )
    whole = with_notes(noted("l1", "Guess who."), assignments=alone)
    assert released_quotes(whole, "planning") == quotes_of(whole, "planning.deliver-1") == ()
    assert whole.told.assessment.notes == ()
    (quote,) = quotes_of(with_notes(noted("l1", "Guess who."), assignments=alone[1:]), "planning.deliver-1")
    assert quote.who == "Said by a leader"


def test_no_quote_of_the_sample_names_anybody() -> None:
    whole = the_sample()
    names = {person.name for person in whole.assessment.respondents if person.name}
    quotes = [quote for process in whole.result.processes for quote in released_quotes(whole, process.process_id)]
    released = sum(note.is_released for note in whole.assessment.notes)
    # two were released of cost management, which two people are asked
    assert len(quotes) == released - 2 > 10
    assert not [quote for quote in quotes if any(name in quote.who for name in names)]
