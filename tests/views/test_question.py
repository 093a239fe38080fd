"""One question and one attribute: what was answered, what counts and why, and what people said."""

from __future__ import annotations

from assessment.domain.answered.assessment import Certainty, Flag, Note, NoteKind, Respondent, Role
from assessment.domain.computed import Computed
from assessment.views.question import AttributeView, QuestionView, attribute_view, question_view
from tests.builders import DK, NA, agreed, an_assessment, rated, tiny_framework
from tests.computing import computed, mixed

ITEM = "planning.deliver-1"


def with_answers(*values: int | str, **changes: object) -> Computed:
    framework = tiny_framework()
    people = tuple(
        Respondent(id=f"r{number}", role=Role.PRACTITIONER, name=f"Person {number}" if number > 1 else None)
        for number in range(1, max(3, len(values)) + 1)
    )
    ratings = tuple(rated(ITEM, value, f"r{number}") for number, value in enumerate(values, start=1))
    return computed(framework, an_assessment(framework, respondents=people, ratings=ratings, **changes))


def question_of(whole: Computed, attribute_id: str = "delivery") -> QuestionView:
    return question_view(whole, whole.result.process("planning").attribute(attribute_id).items[0])


def attribute_of(whole: Computed, process_id: str, attribute_id: str) -> AttributeView:
    process = whole.result.process(process_id)
    return attribute_view(whole, process, process.attribute(attribute_id))


def test_every_statement_stands_with_its_letter_who_chose_it_and_what_counts() -> None:
    table = question_of(with_answers(2, 3, 3)).table("statements")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["N", "", "", "One sees point 0."],
        ["P-", "", "", "One sees point 1."],
        ["P+", "●", "", "One sees point 2."],
        ["L-", "●●", "counts", "One sees point 3."],
        ["L+", "", "", "One sees point 4."],
        ["F", "", "", "One sees point 5."],
    ]
    assert [cell.value for cell in table.column("people")] == [0, 0, 1, 2, 0, 0]
    assert [cell.value for cell in table.column("answer")] == [0, 1, 2, 3, 4, 5]


def test_the_question_is_asked_in_full_and_what_is_good_stands_beside_it() -> None:
    view = question_of(with_answers(3))
    assert view.question == "Do you deliver-1?"
    assert (view.good.label, view.good.text) == ("What good looks like", "Good.")


def test_it_says_how_many_answered_and_which_answer_counts() -> None:
    assert question_of(with_answers(3)).notes == ("The one answer counts.",)
    odd = question_of(with_answers(2, 3, 3, DK, NA))
    assert odd.finding == "3 answers, 1 don't know and 1 not applicable."
    assert odd.notes == (
        "The middle answer counts.",
        "100 % of the answers lie within one step of the value that counts.",
    )
    even = question_of(with_answers(2, 3))
    assert even.notes[0] == "The lower of the two middle answers counts."
    assert [cell.text for cell in even.table("statements").column("counts")][2:4] == ["counts", "upper reading"]


def test_a_split_room_is_named_with_both_middle_answers() -> None:
    view = question_of(with_answers(1, 1, 4, 4))
    assert view.notes[0] == (
        "The room is split: the two middle answers are P- and L+. The lower counts until the room agrees."
    )


def test_no_value_and_not_applicable_are_two_things() -> None:
    assert question_of(with_answers(DK)).notes == ("There is no value to count yet.",)
    nobody = question_of(with_answers())
    assert (nobody.finding, nobody.notes) == ("0 answers.", ("There is no value to count yet.",))
    assert question_of(with_answers(NA, NA)).notes == ("It counts as not applicable and leaves the attribute.",)


def said(respondent_id: str, text: str, kind: NoteKind = NoteKind.NOTE, **changes: object) -> Note:
    note = Note(respondent_id=respondent_id, item_id=ITEM, kind=kind, text=text, is_released=True)
    return note.model_copy(update=changes)


def test_what_was_released_stands_with_the_role_and_nothing_else_of_what_people_said() -> None:
    notes = (
        said("r2", "It is <b>hard</b>."),
        said("r1", "Minutes of May.", NoteKind.EVIDENCE),
        said("r3", "For you alone.", is_released=False),
        said("r2", "Elsewhere.", item_id="planning.deliver-2"),
    )
    value = agreed(ITEM, 3, certainty=Certainty.VERIFIED)
    whole = with_answers(2, 3, NA, notes=notes, agreed=(value,), flags=(Flag(item_id=ITEM, reason="Ask again."),))
    view = question_of(whole.told)
    assert [(voice.source, voice.text) for voice in view.voices] == [
        ("Agreed, verified by a second person", "The room agreed."),
        ("Marked for review", ""),
        ("Said by a practitioner", "It is <b>hard</b>."),
        ("Evidence shown by a practitioner", "Minutes of May."),
    ]
    assert view.notes[0] == "The room agreed on the value."


def test_of_few_answers_the_value_is_told_and_nothing_else() -> None:
    view = question_of(with_answers(1, 4, agreed=()).told)
    assert view.finding == "Fewer than 3 answers: how many said what is not shown."
    assert view.notes == ("The value that counts is shown, and nothing of who differs from it.",)
    table = view.table("statements")
    assert [cell.text for cell in table.column("people")] == [""] * 6
    assert [cell.value for cell in table.column("people")] == [None] * 6
    assert [cell.text for cell in table.column("counts")] == ["", "counts", "", "", "", ""]
    kept = question_of(with_answers(1, agreed=(agreed(ITEM, 3),)).told)
    assert [voice.text for voice in kept.voices] == ["Not shown: fewer than 3 people stand behind it"]


def test_an_attribute_is_headed_by_its_value_level_and_what_it_holds() -> None:
    view = attribute_of(mixed(), "planning", "definition")
    assert (view.name, view.value, view.labels) == ("Definition", "P+ (40 %)", ("for level 3", "holds the level"))
    assert view.holds_level
    assert not attribute_of(mixed(), "planning", "delivery").holds_level
    assert view.finding == "What definition means."


def test_its_questions_show_every_answer_there_is_to_show() -> None:
    view = attribute_of(with_answers(0, 5), "planning", "delivery")
    table = view.table("items")
    assert [column.name for column in table.columns] == [
        "Question",
        "N",
        "P-",
        "P+",
        "L-",
        "L+",
        "F",
        "Don't know",
        "N/A",
        "Value",
        "Agreement",
    ]
    assert [cell.value for cell in table.row(ITEM).cells][1:9] == [1, 0, 0, 0, 0, 1, 0, 0]
    assert view.item_ids == (ITEM, "planning.deliver-2", "planning.deliver-3")


def test_the_question_that_somebody_said_something_about_opens_first() -> None:
    note = Note(respondent_id="r1", item_id="planning.deliver-3", kind=NoteKind.NOTE, text="Look here.")
    assert attribute_of(with_answers(3, notes=(note,)), "planning", "delivery").first_item_id == "planning.deliver-3"
    assert attribute_of(with_answers(3), "planning", "delivery").first_item_id == ITEM


def test_what_caps_an_attribute_and_what_is_not_done_at_all_are_named() -> None:
    framework = tiny_framework(delivery_count=5)

    def sentences(first: int) -> tuple[str, ...]:
        codes = (first, 5, 5, 5, 5)
        ratings = tuple(rated(f"planning.deliver-{number}", code) for number, code in enumerate(codes, start=1))
        whole = computed(framework, an_assessment(framework, ratings=ratings))
        return attribute_of(whole, "planning", "delivery").notes

    assert sentences(5) == ()
    assert sentences(2) == (
        "Held at 85 %, L: fully means no significant weakness, and it does not reach that in Deliver 1 (P+ or lower).",
    )
    (not_done,) = sentences(0)
    assert "delivery is carried, though “Deliver 1” is not done at all" in not_done
