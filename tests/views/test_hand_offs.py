"""Hand-offs: the list and the matrix say what people rated, and one number of rated hand-offs stands everywhere."""

from __future__ import annotations

from typing import Any

import pytest

from assessment.domain.answered.organisation import LinkageRating
from assessment.domain.answered.roadmap_settings import LinkStrength, RoadmapSettings
from assessment.domain.computed import Computed
from assessment.views.hand_offs import Shown, hand_off_list, hand_offs_view
from assessment.views.model import Mark, Table
from assessment.views.wording.hand_offs import broken_of_rated, none_broken, none_rated
from tests.builders import DK, NA, an_answer, an_assessment, rated_process, tiny_framework
from tests.computing import computed, the_sample

FIRST, SECOND, THIRD = "planning-to-building", "building-to-releasing", "releasing-to-planning"


def rating(linkage_id: str, value: int | str, note: str | None = None) -> LinkageRating:
    return LinkageRating(linkage_id=linkage_id, answer=an_answer(value), note=note)


def shop(*ratings: LinkageRating, codes: dict[str, int] | None = None, **changes: Any) -> Computed:
    """Three processes in a ring; planning (everything at N) is below its target, the others (at F) are above."""
    framework = tiny_framework()
    given = {"planning": 0, "building": 5, "releasing": 5} if codes is None else codes
    answers = tuple(one for own, code in given.items() for one in rated_process(framework, own, code))
    return computed(framework, an_assessment(framework, **{"ratings": answers, "linkage_ratings": ratings, **changes}))


def texts(table: Table, *column_ids: str) -> list[tuple[str, ...]]:
    return [tuple(row.cells[table.place(own)].text for own in column_ids) for row in table.rows]


def test_a_rated_hand_off_stands_with_ends_flow_kind_letter_state_and_note() -> None:
    view = hand_offs_view(shop(rating(FIRST, 1, "By word of mouth.")))
    table = view.tables[0]
    assert (table.id, view.matrix.id) == ("hand-offs", "hand-off-matrix")
    columns = ("from", "to", "flow", "kind", "rating", "state", "plan")
    assert tuple(column.id for column in table.columns) == columns
    assert texts(table, *columns) == [("Planning", "Building", "Something.", "Stated", "P-", "broken", "binds")]
    values = tuple(cell.value for cell in table.row(FIRST).cells)
    assert values == ("planning", "building", None, "stated", 1, "broken", "binds")
    assert table.cell(FIRST, "flow").note == "By word of mouth."
    assert table.cell(FIRST, "rating").style == "rating-1"
    assert table.cell(FIRST, "state").marks == {Mark.STRONG}


def test_a_hand_off_is_broken_below_l_with_a_process_below_target_at_either_end() -> None:
    weak = [rating(own, 2) for own in (FIRST, SECOND, THIRD)]
    view = hand_offs_view(shop(*weak))
    assert [row.id for row in view.tables[0].rows if row.cells[5].value == "broken"] == [FIRST, THIRD]
    assert view.finding == "2 of 3 rated hand-offs are broken, out of 3 in scope."
    assert view.notes == ("The most broken hand-offs begin or end in Planning: 2.",)
    sound = hand_offs_view(shop(rating(FIRST, 3)))
    assert sound.finding == "The one rated hand-off is not broken, out of 3 in scope."
    assert texts(sound.tables[0], "rating", "state") == [("L-", "")]


def test_not_applicable_dont_know_and_silence_are_no_rating_and_differ() -> None:
    whole = shop(rating(FIRST, NA), rating(SECOND, DK))
    view = hand_offs_view(whole)
    assert view.finding == "None of the 3 hand-offs in scope is rated yet."
    assert view.notes == ("Rate hand-offs in Set-up, Hand-offs.",)
    assert view.tables[0].rows == ()
    assert view.tables[0].empty == view.finding
    everything = hand_off_list(whole, Shown.ALL)
    assert texts(everything, "from", "rating") == [("Planning", "–"), ("Building", "?"), ("Releasing", "•")]
    assert [cell.note for cell in everything.column("flow")] == ["Done elsewhere.", "", ""]
    assert [cell.value for cell in everything.column("rating")] == [None, None, None]
    assert [cell.spoken for cell in everything.column("rating")] == ["not applicable", "don't know", "not rated"]


def test_only_hand_offs_with_both_ends_in_scope_are_counted() -> None:
    view = hand_offs_view(shop(rating(FIRST, 0), rating(SECOND, 0), scope=("planning", "building")))
    assert view.finding == "1 of 1 rated hand-off is broken, out of 1 in scope."
    assert [row.id for row in view.tables[0].rows] == [FIRST]
    assert [row.id for row in view.matrix.rows] == ["planning"]
    assert [column.id for column in view.matrix.columns] == ["from", "building"]
    alone = hand_offs_view(shop(scope=("planning",)))
    assert alone.finding == "There is no hand-off between processes in scope."
    assert alone.empty == "No process in scope supplies another one in scope. Choose more processes in Set-up."
    assert not hand_offs_view(shop()).empty


def test_the_list_shows_what_is_chosen_broken_ones_first_then_the_lowest() -> None:
    whole = shop(rating(FIRST, 4), rating(SECOND, 3), rating(THIRD, 2))
    assert [row.id for row in hand_off_list(whole, Shown.RATED).rows] == [THIRD, SECOND, FIRST]
    assert [row.id for row in hand_off_list(whole, Shown.BROKEN).rows] == [THIRD]
    partly = shop(rating(SECOND, 3))
    assert [row.id for row in hand_off_list(partly, Shown.RATED).rows] == [SECOND]
    assert [row.id for row in hand_off_list(partly, Shown.ALL).rows] == [SECOND, FIRST, THIRD]
    nothing = hand_off_list(partly, Shown.BROKEN)
    assert (nothing.rows, nothing.empty) == ((), "No hand-off matches.")


def test_of_one_process_both_what_it_gives_and_what_it_gets_is_listed() -> None:
    whole = shop()
    assert [row.id for row in hand_off_list(whole, Shown.ALL, "building").rows] == [FIRST, SECOND]
    assert [row.id for row in hand_off_list(whole, Shown.ALL, "planning").rows] == [FIRST, THIRD]


def test_what_binds_the_roadmap_is_what_a_user_bound_or_freed() -> None:
    by_hand = RoadmapSettings(
        linkages=(LinkStrength(linkage_id=FIRST, is_hard=False), LinkStrength(linkage_id=THIRD, is_hard=True))
    )
    bound = texts(hand_off_list(shop(roadmap=by_hand), Shown.ALL), "from", "plan")
    assert bound == [("Planning", ""), ("Building", "binds"), ("Releasing", "binds")]


def test_a_row_of_the_matrix_supplies_and_a_column_receives() -> None:
    matrix = hand_offs_view(shop(rating(FIRST, 1), rating(SECOND, 4))).matrix
    assert [row.id for row in matrix.rows] == ["planning", "building", "releasing"]
    assert [column.id for column in matrix.columns] == ["from", "planning", "building", "releasing"]
    shown = {
        (row.id, column.id): cell.text
        for row in matrix.rows
        for column, cell in zip(matrix.columns, row.cells, strict=True)
    }
    assert shown["planning", "building"] == "P-"
    assert shown["building", "releasing"] == "L+"
    assert shown["releasing", "planning"] == "•"
    assert shown["building", "planning"] == shown["releasing", "building"] == ""
    assert matrix.cell("planning", "building").marks == {Mark.STRONG}
    assert matrix.cell("building", "releasing").marks == frozenset()
    assert matrix.cell("planning", "building").spoken == "Planning to Building, P-, broken: Something."
    assert matrix.cell("releasing", "planning").spoken == "Releasing to Planning, not rated: Something."


def test_the_legend_explains_the_scale_and_only_the_signs_that_stand_there() -> None:
    plain = hand_offs_view(shop(rating(FIRST, 4), rating(SECOND, 4), rating(THIRD, 4))).matrix.legend
    assert [entry.text for entry in plain] == ["N", "P-", "P+", "L-", "L+", "F"]
    signs = hand_offs_view(shop(rating(FIRST, 0), rating(SECOND, NA), rating(THIRD, DK))).matrix.legend[6:]
    assert [(entry.sign, entry.text) for entry in signs] == [
        ("!", "broken: below L, with a process below its target at either end"),
        ("–", "not applicable"),
        ("?", "don't know"),
    ]


def test_of_several_hand_offs_between_the_same_two_the_broken_and_lowest_stands_in_the_matrix() -> None:
    framework = tiny_framework()
    again = framework.linkages[0].model_copy(update={"id": "again", "flow": "More."})
    both = framework.model_copy(update={"linkages": (*framework.linkages, again)})
    answers = rated_process(both, "planning", 0)
    whole = computed(both, an_assessment(both, ratings=answers, linkage_ratings=(rating(FIRST, 4), rating("again", 1))))
    cell = hand_offs_view(whole).matrix.cell("planning", "building")
    assert (cell.text, cell.value, cell.marks) == ("P-", 1, frozenset({Mark.STRONG}))
    assert cell.spoken == "Planning to Building, P-, broken: More.; Planning to Building, L+: Something."


def test_the_sample_agrees_with_its_raw_ratings_and_levels() -> None:
    sample = the_sample()
    scope = set(sample.assessment.scope)
    linkages = {own.id: own for own in sample.framework.linkages}
    codes = {
        own.linkage_id: own.answer.code
        for own in sample.assessment.linkage_ratings
        if own.answer.code is not None
        and {linkages[own.linkage_id].from_process, linkages[own.linkage_id].to_process} <= scope
    }
    short = {
        own.process_id
        for own in sample.result.processes
        if own.level.level is not None and own.level.level < own.target.target_level
    }
    broken = {
        own
        for own, code in codes.items()
        if code < 3 and short & {linkages[own].from_process, linkages[own].to_process}
    }
    view = hand_offs_view(sample)
    table = view.tables[0]
    assert {row.id: row.cells[table.place("rating")].value for row in table.rows} == codes
    assert {row.id for row in table.rows if row.cells[table.place("state")].value == "broken"} == broken
    assert view.finding == f"{len(broken)} of {len(codes)} rated hand-offs are broken, out of {len(linkages)} in scope."
    assert len(codes) < len(sample.assessment.linkage_ratings), "one of them is not applicable"
    notes = {own.linkage_id: own.note or "" for own in sample.assessment.linkage_ratings}
    assert {row.id: row.cells[table.place("flow")].note for row in table.rows} == {own: notes[own] for own in codes}


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (broken_of_rated(1, 1, 2), "1 of 1 rated hand-off is broken, out of 2 in scope."),
        (broken_of_rated(2, 3, 4), "2 of 3 rated hand-offs are broken, out of 4 in scope."),
        (none_broken(2, 4), "None of 2 rated hand-offs is broken, out of 4 in scope."),
        (none_rated(1), "The only hand-off in scope is not rated yet."),
        (none_rated(2), "None of the 2 hand-offs in scope is rated yet."),
    ],
)
def test_the_finding_counts_in_words(sentence: str, words: str) -> None:
    assert sentence == words


def test_where_no_hand_off_is_broken_or_each_once_none_is_named_as_the_most_broken() -> None:
    whole = shop(rating(FIRST, 5), codes={"planning": 5, "building": 5, "releasing": 5})
    assert hand_offs_view(whole).notes == ()
