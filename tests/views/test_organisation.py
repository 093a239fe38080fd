"""Owners, readiness and transitions stand as they were recorded, field by field."""

from __future__ import annotations

from collections import Counter
from typing import Any

from assessment.domain.answered.organisation import Authority, Owner, Readiness, ReadinessState, TransitionPlace
from assessment.domain.authored.transition import Transition
from assessment.domain.computed import Computed
from assessment.views.model import Mark, Table
from assessment.views.organisation import owners_view, transitions_view
from tests.builders import an_assessment, tiny_framework
from tests.computing import computed, the_sample

SHOWN_AUTHORITY = {Authority.YES: "Yes", Authority.PARTLY: "Partly", Authority.NO: "No", None: "–"}


def shop(**changes: Any) -> Computed:
    framework = tiny_framework()
    return computed(framework, an_assessment(framework, **changes))


def ready(process_id: str, question_id: str, state: ReadinessState) -> Readiness:
    return Readiness(process_id=process_id, question_id=question_id, state=state)


def two_ways(*places: TransitionPlace) -> Computed:
    """Two transitions: craft to system, and alone to together."""
    framework = tiny_framework()
    second = Transition(id="together", from_name="Alone", to_name="Together", from_text="One.", to_text="All.")
    both = framework.model_copy(update={"transitions": (*framework.transitions, second)})
    return computed(both, an_assessment(both, transitions=places))


def texts(table: Table, row_id: str) -> tuple[str, ...]:
    return tuple(cell.text for cell in table.row(row_id).cells)


def test_each_process_stands_with_owner_authority_sponsor_and_readiness() -> None:
    view = owners_view(
        shop(
            owners=(
                Owner(process_id="building", name="Ada", authority=Authority.PARTLY, sponsor="Grace"),
                Owner(process_id="releasing", sponsor="Edsger"),
            ),
            readiness=(
                ready("building", "roles", ReadinessState.NO),
                ready("building", "sponsor", ReadinessState.YES),
                ready("releasing", "roles", ReadinessState.PARTLY),
            ),
        )
    )
    table = view.table("owners")
    columns = ("process", "owner", "authority", "sponsor", "ready", "partly", "not-ready")
    assert tuple(column.id for column in table.columns) == columns
    assert texts(table, "planning") == ("Planning", "nobody", "–", "–", "–", "–", "–")
    assert texts(table, "building") == ("Building", "Ada", "Partly", "Grace", "1", "0", "1")
    assert texts(table, "releasing") == ("Releasing", "nobody", "–", "Edsger", "0", "1", "0")
    assert [cell.value for cell in table.row("building").cells] == ["building", "Ada", "partly", "Grace", 1, 0, 1]
    assert [cell.value for cell in table.row("planning").cells[1:]] == [None] * 6
    assert table.cell("planning", "owner").marks == {Mark.STRONG}
    assert view.finding == "2 of 3 processes have no owner; to appoint one is their first action."
    assert [(fact.id, fact.text, fact.value) for fact in view.facts] == [
        ("owned", "1 of 3", 1),
        ("authority", "0 of 3", 0),
        ("sponsored", "2 of 3", 2),
    ]
    assert view.notes == ("Readiness is not recorded for Planning.",)


def test_a_readiness_question_names_where_it_is_not_ready_and_where_partly() -> None:
    table = owners_view(
        shop(
            readiness=(
                ready("building", "roles", ReadinessState.NO),
                ready("planning", "roles", ReadinessState.PARTLY),
                ready("releasing", "roles", ReadinessState.NO),
            )
        )
    ).table("readiness")
    assert [row.id for row in table.rows] == ["roles"], "nobody answered the other question"
    assert texts(table, "roles") == ("Are the roles defined?", "0", "1", "2", "Building and Releasing", "Planning")
    assert [cell.value for cell in table.row("roles").cells] == ["roles", 0, 1, 2, "building releasing", "planning"]


def test_what_is_out_of_scope_or_no_longer_asked_counts_nowhere() -> None:
    view = owners_view(
        shop(
            scope=("planning",),
            owners=(Owner(process_id="planning", name="Ada"), Owner(process_id="building", name="Grace")),
            readiness=(
                ready("building", "roles", ReadinessState.NO),
                ready("planning", "gone", ReadinessState.NO),
            ),
        )
    )
    assert view.finding == "The only process has an owner."
    assert [table.id for table in view.tables] == ["owners-findings", "load", "owners"]
    assert [row.id for row in view.table("owners").rows] == ["planning"]
    assert view.fact("owned").text == "1 of 1"
    assert view.notes == ("Readiness is not recorded for Planning.",)


def test_without_any_owner_or_readiness_the_view_says_what_to_do() -> None:
    view = owners_view(shop())
    assert view.empty == "No owner is recorded. Name the owners in Set-up, Owners."
    assert view.table("owners").rows == ()
    assert not view.facts
    assert not view.notes
    assert view.finding == "3 of 3 processes have no owner; to appoint one is their first action."
    assert owners_view(shop(scope=())).finding == "No process is in scope."


def test_owners_of_the_sample_are_those_recorded() -> None:
    sample = the_sample()
    owners = {owner.process_id: owner for owner in sample.assessment.owners}
    table = owners_view(sample).table("owners")
    assert [row.id for row in table.rows] == list(sample.assessment.scope)
    for process_id in sample.assessment.scope:
        owner = owners.get(process_id, Owner(process_id=process_id))
        said = Counter(own.state for own in sample.assessment.readiness if own.process_id == process_id)
        counts = [said[state] for state in (ReadinessState.YES, ReadinessState.PARTLY, ReadinessState.NO)]
        assert texts(table, process_id)[1:] == (
            owner.name or "nobody",
            SHOWN_AUTHORITY[owner.authority],
            owner.sponsor or "–",
            *([str(count) for count in counts] if said else ["–"] * 3),
        )
    missing = sum(own not in owners or owners[own].name is None for own in sample.assessment.scope)
    assert owners_view(sample).finding.startswith(f"{missing} of {len(table.rows)} processes have no owner")


def test_readiness_of_the_sample_is_counted_question_by_question() -> None:
    sample = the_sample()
    table = owners_view(sample).table("readiness")
    for question in sample.framework.readiness:
        answers = [own for own in sample.assessment.readiness if own.question_id == question.id]
        negative = {own.process_id for own in answers if own.state is ReadinessState.NO}
        assert table.cell(question.id, "ready").value == sum(own.state is ReadinessState.YES for own in answers)
        assert table.cell(question.id, "not-ready").value == len(negative)
        assert set(str(table.cell(question.id, "not-ready-in").value or "").split()) == negative


def test_a_transition_stands_at_its_place_now_and_to_be_and_not_the_other_way_round() -> None:
    view = transitions_view(
        two_ways(TransitionPlace(transition_id="craft-to-system", as_is=1, to_be=4, note="A start is made."))
    )
    table = view.table("transitions")
    assert texts(table, "craft-to-system") == ("Craft", "", "System", "1", "4")
    assert table.cell("craft-to-system", "to").note == "A start is made."
    assert (table.cell("craft-to-system", "as-is").value, table.cell("craft-to-system", "to-be").value) == (1, 4)
    drawn = table.cell("craft-to-system", "track")
    assert drawn.track is not None
    assert (drawn.track.dot, drawn.track.diamond, drawn.track.line) == (20, 80, (20, 80))
    assert drawn.spoken == "Now 1, to be 4"
    assert view.finding == "The longest way is from Craft to System: 3 places of 5."
    assert view.notes == ("Not placed: Alone to Together.", "Transitions are shown and enter no level.")


def test_a_place_that_is_missing_is_a_dash_and_no_zero() -> None:
    view = transitions_view(
        two_ways(
            TransitionPlace(transition_id="craft-to-system", to_be=0),
            TransitionPlace(transition_id="together", as_is=0),
        )
    )
    table = view.table("transitions")
    assert [texts(table, own)[3:5] for own in ("craft-to-system", "together")] == [("–", "0"), ("0", "–")]
    half, other = (table.cell(own, "track").track for own in ("craft-to-system", "together"))
    assert half is not None
    assert other is not None
    assert (half.dot, half.diamond, half.line) == (None, 0, None)
    assert (other.dot, other.diamond, other.line) == (0, None, None)
    assert view.finding == "2 of 2 transitions are placed."


def test_ways_of_the_same_length_are_named_together_and_a_step_back_is_no_way() -> None:
    same = two_ways(
        TransitionPlace(transition_id="craft-to-system", as_is=2, to_be=3),
        TransitionPlace(transition_id="together", as_is=4, to_be=5),
    )
    assert (
        transitions_view(same).finding
        == "The longest ways are from Craft to System and Alone to Together: 1 place of 5 each."
    )
    back = two_ways(TransitionPlace(transition_id="together", as_is=5, to_be=4))
    assert transitions_view(back).finding == "1 of 2 transitions is placed."


def test_nothing_placed_says_what_to_do() -> None:
    view = transitions_view(two_ways(TransitionPlace(transition_id="together", note="Nobody knows.")))
    assert view.finding == "No transition is placed yet."
    assert view.empty == "No transition is placed. Place them in Set-up, Transitions."
    assert not view.table("transitions").rows
    assert not view.notes


def test_transitions_of_the_sample_are_those_recorded_in_the_frameworks_order() -> None:
    sample = the_sample()
    places = {place.transition_id: place for place in sample.assessment.transitions}
    table = transitions_view(sample).table("transitions")
    assert [row.id for row in table.rows] == [own.id for own in sample.framework.transitions if own.id in places]
    for transition in sample.framework.transitions:
        place = places[transition.id]
        assert texts(table, transition.id) == (
            transition.from_name,
            "",
            transition.to_name,
            str(place.as_is),
            str(place.to_be),
        )
        assert table.cell(transition.id, "to").note == (place.note or "")
    assert any(place.as_is != place.to_be for place in places.values())
