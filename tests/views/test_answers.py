"""What people answered: counted by hand from the raw ratings, never below the anonymity floor for a reader."""

from __future__ import annotations

from collections import Counter

from assessment.domain.answered.assessment import Certainty, Flag
from assessment.domain.answered.entries import AnswerKind
from assessment.domain.authored.framework import Horizon
from assessment.domain.computed import Computed
from assessment.views.answers import answers_view
from assessment.views.model import Mark, Table, View
from assessment.views.wording.answers import capped
from tests.builders import DK, NA, agreed, an_assessment, rated, tiny_framework
from tests.computing import computed, mixed, the_sample


def answers_of(whole: Computed, process_id: str = "planning") -> View:
    return answers_view(whole, whole.result.process(process_id))


def with_answers(*values: int | str, **changes: object) -> Computed:
    """The first question of planning, answered so by r1, r2, ...; of five delivery activities."""
    framework = tiny_framework()
    ratings = tuple(rated("planning.deliver-1", value, f"r{number}") for number, value in enumerate(values, start=1))
    return computed(framework, an_assessment(framework, ratings=ratings, **changes))


def first_row(whole: Computed, table_id: str) -> dict[str, tuple[object, ...]]:
    table = answers_of(whole).table(table_id)
    return {
        column.id: (cell.text, cell.value, cell.note)
        for column, cell in zip(table.columns, table.row("planning.deliver-1").cells, strict=True)
    }


def test_answers_are_counted_by_letter_with_the_value_that_counts_and_the_agreement() -> None:
    row = first_row(with_answers(2, 3, 3), "answers")
    assert row["question"] == ("Deliver 1", "planning.deliver-1", "")
    assert row["answers"] == ("1 × P+, 2 × L-", 3, "")
    assert row["value"] == ("L-", 3, "")
    assert row["agreement"][0] == "86 %"  # 1 + (log2(13/15) + 2 log2(14/15)) / 3 = 0.8648, rounded down


def test_dont_know_and_not_applicable_are_told_apart_from_nothing() -> None:
    assert first_row(with_answers(3, DK, NA), "answers")["answers"] == ("1 × L-, 1 not applicable, 1 don't know", 3, "")
    nobody = answers_of(mixed(), "releasing").table("answers").cell("releasing.deliver-1", "answers")
    assert (nobody.text, nobody.value) == ("no answer", 0)


def test_each_choice_has_a_column_of_its_own_with_dots_and_the_number() -> None:
    row = first_row(with_answers(2, 3, 3), "items")
    counts = [row[f"code-{code}"][:2] for code in range(6)]
    assert counts == [("", 0), ("", 0), ("●", 1), ("●●", 2), ("", 0), ("", 0)]
    assert (row["dont-know"][:2], row["not-applicable"][:2]) == (("", 0), ("", 0))
    swapped = first_row(with_answers(3, DK, NA), "items")
    assert (swapped["dont-know"][:2], swapped["not-applicable"][:2]) == (("●", 1), ("●", 1))
    two = first_row(with_answers(DK, DK, NA), "items")
    assert (two["dont-know"][1], two["not-applicable"][1]) == (2, 1)


def test_a_reader_sees_no_answers_of_too_few_people() -> None:
    few = with_answers(0, 5)
    hidden = first_row(few.told, "items")
    assert hidden["answers"] == ("fewer than 3 answers, not shown", None, "")
    assert hidden["value"] == ("N", 0, "")
    assert {hidden[f"code-{code}"] for code in range(6)} == {("", None, "")}
    assert (hidden["dont-know"][1], hidden["not-applicable"][1], hidden["agreement"][1]) == (None, None, None)
    assert hidden["agreement"] == ("–", None, "")
    seen = first_row(few, "items")
    assert (seen["code-0"][:2], seen["code-5"][:2]) == (("●", 1), ("●", 1))
    assert seen["answers"][0] == "1 × N, 1 × F"
    assert seen["agreement"] == ("0 %", 0.0, "split")


def test_the_floor_is_that_of_the_assessment_and_counts_everybody_who_answered() -> None:
    assert first_row(with_answers(0, 5, anonymity_floor=2).told, "answers")["answers"][0] == "1 × N, 1 × F"
    assert first_row(with_answers(0, 5, DK).told, "answers")["answers"][0] == "1 × N, 1 × F, 1 don't know"
    assert first_row(with_answers(4).told, "answers")["answers"][0] == "fewer than 3 answers, not shown"


def test_a_value_the_room_agreed_on_says_so_and_how_sure_it_is() -> None:
    value = agreed("planning.deliver-1", 4, certainty=Certainty.EVIDENCE_SEEN)
    whole = with_answers(2, 3, 3, agreed=(value,))
    row = first_row(whole, "items")
    assert row["value"] == ("L+", 4, "")
    assert row["certainty"] == ("Evidence seen", "evidence-seen", "")
    assert row["agreement"][2] == "agreed"
    table = answers_of(whole).table("agreed")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Deliver 1", "L+", "The room agreed.", "3 of 3, 1 of them by two steps or more", "Evidence seen"]
    ]
    assert table.rows[0].id == "planning.deliver-1:as-is"


def test_the_reason_for_an_agreed_value_is_told_where_enough_people_stand_behind_it() -> None:
    def reason(*present_ids: str) -> tuple[str, str]:
        value = agreed("planning.deliver-1", 4, present_ids=present_ids)
        cell = answers_of(with_answers(2, agreed=(value,)).told).table("agreed").rows[0].cells[2]
        return cell.text, cell.note

    assert reason("r1", "r2", "r3") == ("The room agreed.", "")
    assert reason("r1", "r2") == ("", "Not shown: fewer than 3 people stand behind it")


def test_where_nobody_answered_the_view_is_empty() -> None:
    assert answers_of(mixed(), "releasing").empty == "Nobody has answered yet."
    assert answers_of(with_answers(0, 5).told).empty == ""


def test_only_the_values_of_this_process_are_listed_and_to_be_is_marked() -> None:
    values = (
        agreed("building.deliver-1", 1),
        agreed("planning.deliver-1", NA),
        agreed("planning.delivery", 5, Horizon.TO_BE),
    )
    table = answers_of(with_answers(3, agreed=values)).table("agreed")
    assert [(row.id, row.cells[0].note, row.cells[1].text) for row in table.rows] == [
        ("planning.deliver-1:as-is", "", "–"),
        ("planning.delivery:to-be", "to-be", "F"),
    ]


def test_without_an_agreed_value_it_says_what_counts_instead() -> None:
    table = answers_of(mixed()).table("agreed")
    assert (table.rows, table.empty) == (
        (),
        "No value was agreed by hand: the lower of the middle answers counts.",
    )


def groups_of(table: Table) -> dict[str, tuple[str, str]]:
    return {row.id: (row.group, row.group_note) for row in table.rows}


def test_questions_stand_under_their_attribute_and_a_single_question_with_it() -> None:
    table = answers_of(mixed()).table("answers")
    groups = groups_of(table)
    assert groups["planning.deliver-2"] == ("Delivery: L+ (80 %)", "for level 1")
    assert groups["planning.check-1"] == ("Quality control: L+ (80 %)", "for level 2")
    assert groups["planning.definition"] == ("", "")
    cell = table.cell("planning.definition", "question")
    assert (cell.text, cell.note) == ("Definition", "P+ (40 %); for level 3; holds the level")
    assert Mark.STRONG in cell.marks
    assert [column.id for column in table.columns] == ["question", "answers", "value", "agreement"]


def test_what_is_open_capped_or_not_done_stands_beside_the_attribute() -> None:
    framework = tiny_framework(delivery_count=5)
    codes = (2, 5, 5, 5, 5)
    ratings = tuple(rated(f"planning.deliver-{number}", code) for number, code in enumerate(codes, start=1))

    def note_of(*kept: int) -> str:
        some = tuple(ratings[place] for place in kept)
        whole = computed(framework, an_assessment(framework, ratings=some))
        return answers_of(whole).table("answers").row("planning.deliver-2").group_note

    assert note_of(0, 1, 2, 3, 4) == "for level 1; held at 85 % by Deliver 1"
    assert note_of(0, 1) == "for level 1; 40 % answered; could be 28 % to 85 %"  # 7 of 25; 22 of 25 is capped
    not_done = (rated("planning.deliver-1", 0), *ratings[1:])
    whole = computed(framework, an_assessment(framework, ratings=not_done))
    assert answers_of(whole).table("answers").row("planning.deliver-2").group_note == (
        "for level 1; carried, though Deliver 1 is not done at all"
    )


def test_no_evidence_counts_as_n_only_where_the_process_has_a_level() -> None:
    def note_of(process_id: str) -> str:
        return answers_of(mixed(), process_id).table("answers").cell(f"{process_id}.ownership", "question").note

    assert note_of("process-5").startswith("no evidence, counted as N; for level 2")
    assert note_of("releasing") == "nothing rated; for level 2; 0 % answered"
    assert answers_of(mixed(), "process-4").table("answers").row("process-4.deliver-1").group == (
        "Delivery: not applicable"
    )


def test_a_question_of_no_weight_and_one_marked_for_review_say_so() -> None:
    flags = (Flag(item_id="planning.deliver-1", reason="Ask again."), Flag(item_id="planning.improve-process"))
    table = answers_of(mixed(flags=flags)).table("items")
    assert table.cell("planning.deliver-1", "question").note == "marked for review: Ask again."
    assert table.cell("planning.improve-process", "question").note == "asked, not counted; marked for review"
    assert (table.cell("planning.improve-process", "weight").text, table.cell("planning.check-1", "weight").text) == (
        "0",
        "1",
    )


def test_every_count_of_the_sample_is_that_of_its_raw_answers() -> None:
    whole = the_sample()
    floor = whole.assessment.header.anonymity_floor
    for process in whole.result.processes:
        table = answers_of(whole.told, process.process_id).table("items")
        for row in table.rows:
            given = Counter(
                rating.answer.kind if rating.answer.code is None else rating.answer.code
                for rating in whole.assessment.ratings_by_item.get((row.id, Horizon.AS_IS), ())
            )
            columns = [*(f"code-{code}" for code in range(6)), "dont-know", "not-applicable"]
            counted = [table.cell(row.id, column_id).value for column_id in columns]
            kinds = (*range(6), AnswerKind.DONT_KNOW, AnswerKind.NOT_APPLICABLE)
            total = sum(given.values())
            is_told = total >= floor or not total
            assert table.cell(row.id, "answers").value == (total if is_told else None)
            assert counted == ([given[kind] for kind in kinds] if is_told else [None] * 8)


def test_of_many_questions_two_are_named_and_the_others_counted() -> None:
    assert capped(("A", "B", "C")) == "held at 85 % by A, B and 1 more"
    assert capped(("A", "B")) == "held at 85 % by A and B"
