"""What has to rise for the next level, against cases worked by hand."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.computed import Computed
from assessment.domain.rating.scoring import score_assessment
from assessment.views.next_level import NextLevelView, next_level_view
from tests.builders import agreed, an_assessment, rated, rated_process, tiny_framework
from tests.computing import computed, mixed, the_sample


def way_of(whole: Computed, process_id: str) -> NextLevelView:
    return next_level_view(whole, whole.result.process(process_id))


def test_the_shortest_way_names_the_attribute_its_bound_and_the_answer_to_raise() -> None:
    view = way_of(mixed(), "planning")
    assert (view.level, view.raise_count) == (3, 1)
    assert view.question == "The shortest way to level 3"
    assert view.finding == "At least 1 answer has to rise for it to be established."
    (need,) = view.needs
    assert (need.attribute_id, need.name, need.percent, need.bound_percent) == ("definition", "Definition", 40.0, 50.0)
    assert need.text == "40 % now, has to pass 50 %"
    (change,) = need.raises
    assert (change.item_id, change.from_code, change.to_code) == ("planning.definition", 2, 3)
    assert change.text == "P+ to L-: Definition"
    assert view.notes == ("Definition: 40 % now, has to pass 50 %; P+ to L-: Definition.",)


def test_an_attribute_of_the_present_level_has_to_pass_the_carry_bound() -> None:
    (need,) = way_of(mixed(), "building").needs
    assert (need.attribute_id, need.bound_percent) == ("delivery", 67.5)
    assert need.text == "60 % now, has to pass 67.5 %"
    assert [(change.from_code, change.to_code) for change in need.raises] == [(3, 5)]  # 11 of 15 is 73 %, 10 is 67 %


def test_several_answers_are_counted_together() -> None:
    framework = tiny_framework()
    ratings = rated_process(framework, "planning", {"delivery": 4, "ownership": 1, "quality-control": 1})
    view = way_of(computed(framework, an_assessment(framework, ratings=ratings)), "planning")
    assert view.raise_count == 2  # ownership to 3; of quality control, 1 and 5 make 60 %
    assert view.finding == "At least 2 answers have to rise for it to be managed."


def test_what_has_no_answer_is_not_called_zero() -> None:
    view = way_of(mixed(), "process-5")
    assert view.finding == "What holds it has no answer yet; with answers it shows how far it is from managed."
    ownership, quality = view.needs
    assert (ownership.percent, quality.percent) == (None, None)
    assert ownership.text == "nothing rated yet, has to pass 50 %"
    assert (ownership.unanswered_count, ownership.unanswered) == (1, "1 question without an answer")
    assert (quality.unanswered_count, quality.unanswered) == (2, "2 questions without an answer")  # weight 0 aside
    assert view.notes[0] == "Ownership: nothing rated yet, has to pass 50 %; 1 question without an answer."


def test_where_there_is_no_next_level_it_says_why() -> None:
    framework = tiny_framework()
    top = computed(framework, an_assessment(framework, ratings=rated_process(framework, "planning", 5)))
    ends = [way_of(top, "planning"), way_of(mixed(), "releasing"), way_of(mixed(), "process-4")]
    assert [(view.question, view.finding) for view in ends] == [
        ("Nothing holds it", "It stands at the highest level that applies to it."),
        ("No level to raise", "None of its questions has a value yet: answer them, and it gets a level."),
        ("No level to raise", "Its delivery work does not apply, so there is no level to reach."),
    ]
    assert [(view.level, view.raise_count, view.needs, view.notes) for view in ends] == [(None, 0, (), ())] * 3


def level_with(whole: Computed, process_id: str, raised: Mapping[str, int]) -> int | None:
    """The level of a process if the room agreed on these codes."""
    kept = [value for value in whole.assessment.agreed if value.item_id not in raised]
    values = (*kept, *(agreed(item_id, code) for item_id, code in raised.items()))
    ordered = tuple(sorted(values, key=lambda own: (own.item_id, own.horizon.value)))
    changed = whole.assessment.model_copy(update={"scope": (process_id,), "agreed": ordered})
    return score_assessment(whole.framework, changed).process(process_id).level.level


def test_raising_what_is_named_lifts_each_process_of_the_sample_and_no_one_answer_less_does() -> None:
    whole = the_sample()
    tried = 0
    for process in whole.result.processes:
        view = way_of(whole, process.process_id)
        codes = {change.item_id: change.to_code for need in view.needs for change in need.raises}
        if view.level is None or not all(need.raises for need in view.needs):
            continue
        reached = level_with(whole, process.process_id, codes)
        assert reached is not None
        assert reached >= view.level  # what stands above may carry it on
        for left_out in codes:
            fewer = {item_id: code for item_id, code in codes.items() if item_id != left_out}
            missed = level_with(whole, process.process_id, fewer)
            assert missed is not None
            assert missed < view.level
        tried += 1
    assert tried > 10


def test_an_unanswered_question_stands_beside_the_answers_to_raise() -> None:
    framework = tiny_framework()
    ratings = (rated("planning.deliver-1", 1), rated("planning.deliver-2", 1))
    (need,) = way_of(computed(framework, an_assessment(framework, ratings=ratings)), "planning").needs
    assert need.sentence == ("Delivery: 20 % now, has to pass 50 %; P- to F: Deliver 1; 1 question without an answer.")
