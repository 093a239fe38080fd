"""One process as a whole: its numbers worked by hand, its states told apart, and nothing of it left out."""

from __future__ import annotations

import math
import pickle

import pytest

from assessment.domain.answered.assessment import AssessmentState
from assessment.domain.authored.content import Origin
from assessment.domain.authored.framework import Depth, Framework
from assessment.domain.computed import Computed
from assessment.views.process import ProcessView, process_label, process_view
from tests.builders import an_assessment, fields_of, rated, rated_process, tiny_framework
from tests.computing import EVERYBODY, computed, mixed, the_sample


def view_of(whole: Computed, process_id: str) -> ProcessView:
    return process_view(whole, process_id, with_range=False)


def shown(view: ProcessView) -> dict[str, tuple[str, object, str]]:
    return {fact.id: (fact.text, fact.value, fact.note) for fact in view.facts}


def test_the_numbers_of_a_process_are_those_worked_by_hand() -> None:
    view = view_of(mixed(), "planning")
    assert view.finding == "Planning is at level 2, score 2.9, held by definition."
    facts = shown(view)
    assert list(facts) == ["level", "score", "target", "practice", "confidence", "bound-33020"]
    assert facts["level"] == ("2", 2, "managed")
    assert facts["score"] == ("2.9", pytest.approx(2 + (1 + 1 + 0.8) / 3), "held by definition")
    assert facts["target"] == ("Level 3", 3, "1 level below target")
    assert facts["practice"] == ("45 %", pytest.approx((3 * 80 + 40 + 4 * 20) / 8), "not a level")
    assert facts["confidence"] == ("High", "high", "100 % answered, 3 people a question and 100 % agreement")
    assert facts["bound-33020"] == ("Level 1", 1, "if all below is above 85 %")


def test_the_level_and_the_level_under_the_33020_bound_are_two_facts() -> None:
    facts = shown(view_of(mixed(), "planning"))
    assert (facts["level"][1], facts["bound-33020"][1]) == (2, 1)
    own = shown(view_of(mixed(carry_percent=85.0), "planning"))
    assert (own["level"][1], own["bound-33020"][1]) == (1, 1)
    assert own["bound-33020"][2] == "the bound of this assessment"


def test_level_and_practice_are_reconciled() -> None:
    assert view_of(mixed(), "planning").practice == (
        "Practice covered, 45 %, is the plain mean of the attributes and not a level. A level counts only when what "
        "lies below it is firmly in place: here it is held at level 2, whatever stands above."
    )
    framework = tiny_framework()
    top = computed(framework, an_assessment(framework, ratings=rated_process(framework, "planning", 5, EVERYBODY)))
    view = view_of(top, "planning")
    assert view.practice.endswith("firmly in place, as it is here.")
    assert view.finding == "Planning is at level 5, score 5.0; nothing holds it."
    assert shown(view)["score"][2] == "nothing holds it"


def test_what_else_it_could_be_and_that_it_is_provisional_stand_beside_the_level() -> None:
    view = view_of(mixed(), "process-5")
    assert (
        view.finding == "Process 5 is at level 1 (could be 2 to 5), score 1.3, held by ownership and quality control."
    )
    assert shown(view)["level"] == (
        "1",
        1,
        "could be 2 to 5; performed; provisional: fewer than half answered",
    )


def test_not_assessed_and_not_applicable_are_named_and_are_no_zero() -> None:
    silent, out = view_of(mixed(), "releasing"), view_of(mixed(), "process-4")
    assert silent.finding == "Releasing is not assessed: none of its questions has a value yet."
    assert out.finding == "Process 4 is not applicable: its delivery work does not apply, so it has no level."
    for view, status in ((silent, "not assessed"), (out, "not applicable")):
        facts = shown(view)
        assert facts["level"] == ("–", None, status)
        assert {key: facts[key][:2] for key in ("score", "practice", "confidence", "bound-33020")} == dict.fromkeys(
            ("score", "practice", "confidence", "bound-33020"), ("–", None)
        )
        assert view.practice == ""
    assert shown(silent)["target"] == ("Level 3", 3, "no level to compare")
    assert shown(out)["target"] == ("–", None, "no level to compare")


def test_a_quick_look_is_labelled_indicative_and_a_signed_off_level_is_the_low_bound() -> None:
    framework = tiny_framework()
    ratings = rated_process(framework, "planning", {"delivery": 4, "ownership": 4}, depth=Depth.QUICK)
    quick = computed(
        framework,
        an_assessment(framework, depth=Depth.QUICK, state=AssessmentState.SIGNED_OFF, ratings=ratings),
    )
    assert shown(view_of(quick, "planning"))["level"][2] == (
        "could be 2 to 5; performed; indicative: quick depth; signed off as level 1, the low bound; "
        "provisional: fewer than half answered"
    )
    assert "indicative" not in shown(view_of(mixed(), "planning"))["level"][2]


def test_above_and_on_target_are_told_apart() -> None:
    assert shown(view_of(mixed(), "process-5"))["target"][2] == "on target"
    assert shown(view_of(the_sample(), "cost-management"))["target"] == ("Level 2", 2, "1 level above target")


def test_its_flags_are_the_warnings_in_words() -> None:
    assert view_of(mixed(), "planning").flags == (
        "Check this answer of Planning: “Improve process” is two steps or more away from continuous improvement, "
        "which asks about the same.",
        "Planning has no owner: nobody answers for it from end to end.",
    )


def test_a_split_room_and_what_is_carried_though_not_done_are_flags() -> None:
    framework = tiny_framework(delivery_count=5)
    carried = tuple(rated(f"planning.deliver-{number}", 0 if number == 1 else 5) for number in range(1, 6))
    split = (rated("planning.ownership", 1, "r1"), rated("planning.ownership", 4, "r2"))
    flags = view_of(computed(framework, an_assessment(framework, ratings=(*carried, *split))), "planning").flags
    assert "Planning: the room is split on “Ownership”." in flags
    assert "Planning: delivery is carried, though “Deliver 1” is not done at all." in flags


def test_an_extension_of_the_published_model_says_so() -> None:
    framework = tiny_framework()
    extension = view_of(computed(framework, an_assessment(framework)), "planning")
    assert extension.extension == "An extension: not one of the paper's sixteen."
    assert extension.group == "Group 1"
    published = framework.processes[0].model_copy(update={"origin": Origin.PAPER, "line": 1})
    changed = Framework(**{**fields_of(framework), "processes": (published, *framework.processes[1:])})
    assert view_of(computed(changed, an_assessment(changed)), "planning").extension == ""


def test_a_process_is_chosen_by_its_name_and_level() -> None:
    whole = mixed()
    labels = [process_label(whole.framework, process) for process in whole.result.processes]
    assert labels == [
        "Planning, level 2",
        "Building, level 1",
        "Releasing, not assessed",
        "Process 4, not applicable",
        "Process 5, level 1",
    ]


def test_every_part_speaks_of_the_same_process_and_every_table_is_there() -> None:
    view = view_of(mixed(), "planning")
    assert view.question == "Planning"
    assert view.id == "process-planning"
    assert view.profile.finding == view.finding
    assert [table.id for table in view.tables] == [
        "profile",
        "attributes",
        "target",
        "readings",
        "answers",
        "items",
        "agreed",
        "talk",
        "perception",
        "metrics",
        "crosswalk",
    ]
    for sentence in (
        view.practice,
        *view.flags,
        *view.next_level.notes,
        view.target.finding,
        view.confidence.finding,
        view.agreement.finding,
        view.perception.finding,
    ):
        assert sentence in view.notes


def test_a_reader_sees_less_than_the_facilitator() -> None:
    framework = tiny_framework()
    few = computed(framework, an_assessment(framework, ratings=(rated("planning.deliver-1", 0),)))
    for whole, text in ((few.told, "fewer than 3 answers, not shown"), (few, "1 × N")):
        view = process_view(whole, "planning", with_range=False)
        assert view.table("answers").cell("planning.deliver-1", "answers").text == text


def test_on_paper_the_sensitivity_range_is_there_without_asking() -> None:
    whole = the_sample()
    ids = [row.id for row in process_view(whole, "change-management").table("readings").rows]
    assert ids == ["could-be", "upper-reading", "sensitivity-range"]


def test_a_process_out_of_scope_has_no_view() -> None:
    framework = tiny_framework()
    with pytest.raises(KeyError):
        view_of(computed(framework, an_assessment(framework, scope=("planning",))), "building")


def test_the_numbers_of_every_process_of_the_sample_are_the_results_own() -> None:
    whole = the_sample()
    for process in whole.result.processes:
        facts = shown(view_of(whole, process.process_id))
        score = process.level.score or 0.0
        assert facts["level"][:2] == (str(process.level.level), process.level.level)
        assert facts["score"][:2] == (f"{math.floor(score * 10 + 1e-9) / 10:.1f}", score)
        assert facts["target"][:2] == (f"Level {process.target.target_level}", process.target.target_level)
        assert facts["practice"][1] == process.practice_percent
        assert facts["bound-33020"][1] == process.bound_33020_level
        assert facts["confidence"][1] == process.basis.confidence.value


def test_a_view_is_plain_data() -> None:
    view = view_of(the_sample(), "change-management")
    assert pickle.loads(pickle.dumps(view)) == view
