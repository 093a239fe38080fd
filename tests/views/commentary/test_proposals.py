"""What is proposed is what the views say of the same facts; the unknown is said, and nothing told that is not to be."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from assessment.domain.answered.assessment import CriticalService, Target
from assessment.domain.answered.organisation import Owner
from assessment.domain.computed import Computed
from assessment.views.commentary.marked import BlockKind, blocks_of, text_of
from assessment.views.commentary.places import Place, place_name, places
from assessment.views.commentary.proposals import proposal
from assessment.views.groups import groups_view
from assessment.views.headline import overview_view
from assessment.views.levels import movement_view
from assessment.views.priorities import priorities_view
from assessment.views.process import process_finding
from assessment.views.waves import roadmap_view
from tests.builders import respondents
from tests.computing import mixed, nothing_answered, the_sample
from tests.views.test_glued import GLUED

ASSESSMENTS = pytest.mark.parametrize("make", [the_sample, mixed, nothing_answered])


def place(computed: Computed, place_id: str) -> Place:
    return next(one for one in all_places(computed) if one.id == place_id)


def all_places(computed: Computed) -> tuple[Place, ...]:
    return places(computed.framework, computed.assessment.scope)


def proposed(computed: Computed, place_id: str) -> str:
    return proposal(computed, place(computed, place_id)).text


def test_places_are_the_whole_first_then_the_groups_and_processes_in_scope() -> None:
    computed = mixed(scope=("planning", "process-5"))
    assert [one.id for one in all_places(computed)] == [
        "introduction",
        "method",
        "whole",
        "decisions",
        "recommendations",
        "next-steps",
        "group:group-1",
        "group:group-2",
        "process:planning",
        "process:process-5",
    ]
    assert place_name(computed.framework, "process:building") == "Process: Building"
    assert place_name(computed.framework, "process:gone") == "process:gone"


def test_the_whole_is_proposed_in_the_sentences_of_the_first_page() -> None:
    computed = mixed()
    text = proposed(computed, "whole")
    assert text.startswith(
        "1 of 3 processes is at its target. Processes by level: 2 at level 1, 1 at 2. "
        "The mean score is 1.9 of 5; the lowest level is 1: Building and Process 5."
    )
    assert movement_view(computed).finding in text
    assert groups_view(computed).finding in text
    assert "None of the 5 hand-offs in scope is rated yet." in text
    assert "How sure the levels are: low; 56 % answered, 1 provisional." in text
    assert "1 of 5 not assessed: Releasing. 1 of 5 not applicable: Process 4." in text
    assert "owner" not in text  # nothing is recorded of owners, so nothing is said of them


def test_introduction_and_method_name_who_what_and_how() -> None:
    computed = mixed()
    assert proposed(computed, "introduction").startswith(
        "This report assesses the IT service management of Invented Ltd, as of 1 March 2024: "
        "5 processes of Tiny framework, version 1.0.0."
    )
    method = proposed(computed, "method")
    assert "- 5 processes, 3 respondents, 90 answers; 56 % of the questions have a value." in method
    assert "- Who was asked, by role: Leadership and Practitioner (3)." in method
    assert "- A level counts only when everything below it is above 67.5 %." in method
    assert "- What fewer than 3 people said is shown of nobody." in method
    assert "agreed on in the room;" not in method
    assert "22 values were agreed on in the room" in proposed(the_sample(), "method")
    assert "A fictional organisation" in proposed(the_sample(), "introduction")


def test_a_group_lists_its_processes_and_says_of_each_what_is_not_known() -> None:
    computed = mixed()
    assert proposed(computed, "group:group-1") == (
        "Group 1: 0 of 2 processes at target, mean score 2.0.\n\n"
        "- Planning is at level 2, score 2.9, held by definition.\n"
        "- Building is at level 1, score 1.8, held by delivery.\n"
        "- Releasing is not assessed: none of its questions has a value yet."
    )
    assert proposed(nothing_answered(), "group:group-2").startswith("Group 2: no process has a level yet.")


def test_a_process_says_where_it_stands_what_holds_it_and_how_sure_that_is() -> None:
    text = proposed(mixed(), "process:planning")
    assert text.startswith("Planning is at level 2, score 2.9, held by definition. It matters.")
    assert "The target is level 3, established: 1 level to go." in text
    assert "- Definition: 40 % now, has to pass 50 %; P+ to L-: Definition." in text
    assert "Confidence is high: 100 % answered, 3 people a question and 100 % agreement. Unanimous" in text
    releasing = proposed(mixed(), "process:releasing")
    assert releasing.startswith("Releasing is not assessed: none of its questions has a value yet.")
    assert "target" not in releasing


def test_recommendations_and_next_steps_follow_priorities_and_plan() -> None:
    computed = the_sample().told
    roadmap, text = roadmap_view(computed), proposed(computed, "recommendations")
    assert text.startswith(priorities_view(computed).finding)
    (first,) = [block for block in blocks_of(text) if block.kind is BlockKind.LIST and block.lines[0].mark == "1."]
    names = [row.cells[1].text for row in priorities_view(computed).tables[0].rows[:5]]
    assert [line.text.split(":")[0] for line in first.lines] == names
    assert first.lines[0].runs[0].text == "Problem Management: level 0\u00a0to\u00a03."
    assert first.lines[0].runs[0].is_strong
    assert roadmap.finding in text
    assert f"{roadmap.waves[0].title}: {roadmap.waves[0].summary} {roadmap.waves[0].outcome}" in text
    assert f"Not funded: {roadmap.not_funded.summary}" in text

    steps = [line for block in blocks_of(proposed(computed, "next-steps")) for line in block.lines if line.mark]
    titles = [line.text for line in steps if line.depth == 0 and line.mark != "\u2022"]
    assert titles == [step.title for step in roadmap.waves[0].steps]
    assert sum(line.depth == 0 and line.mark == "\u2022" for line in steps) == 5  # what has to be there before


@ASSESSMENTS
def test_nothing_is_glued_and_every_text_is_read_as_it_was_meant(make: Callable[[], Computed]) -> None:
    computed = make()
    for one in all_places(computed):
        text = proposal(computed, one).text
        assert text
        blocks = blocks_of(text)
        assert not re.search(r"[*\\#]", text_of(blocks)), one.id
        assert [line for line in text_of(blocks).splitlines() if GLUED.search(line.replace("\u2022 ", ""))] == []


def test_without_a_level_nothing_is_claimed() -> None:
    computed = nothing_answered()
    assert proposed(computed, "whole").startswith("No process has a level yet.\n\n")
    assert "target" not in proposed(computed, "whole")
    assert proposed(computed, "recommendations") == (
        "No process has a level yet. 3 of 3 not assessed: Planning, Building and Releasing."
    )
    assert proposed(computed, "next-steps") == "No process has a level yet."


def test_names_of_people_and_words_that_act_stay_out() -> None:
    people = tuple(person.model_copy(update={"name": f"Name{person.id}"}) for person in respondents(3))
    computed = mixed(
        respondents=people,
        owners=(Owner(process_id="planning", name="Ada Owner", sponsor="Bob Sponsor"),),
        targets=(Target(process_id="building", level=4, rationale="Secret reason", approver="Cleo"),),
        critical_services=(CriticalService(id="s", name="1. *Pay* #roll", importance=5, process_ids=("building",)),),
    )
    texts = [proposal(computed, one).text for one in all_places(computed)]
    for name in ("Namer1", "Ada Owner", "Bob Sponsor", "Secret reason", "Cleo"):
        assert not [text for text in texts if name in text]
    assert "1. *Pay* #roll leans on Building" in text_of(blocks_of(proposed(computed, "whole")))


def test_below_the_floor_nothing_is_told_of_the_few() -> None:
    computed = mixed(anonymity_floor=5)
    text = proposed(computed, "process:planning")
    assert "How far people agree is not shown: fewer than 5 people answered each question." in text
    assert "Unanimous" not in text


def test_the_hash_changes_with_the_facts_and_only_with_them() -> None:
    before, after = mixed(), mixed(targets=(Target(process_id="building", level=4),))
    for place_id, is_same in (("process:building", True), ("process:process-5", False), ("introduction", True)):
        one, other = (proposal(computed, place(computed, place_id)) for computed in (before, after))
        assert (one.facts_hash == other.facts_hash) is is_same, place_id
        assert (one.text == other.text) is is_same
        assert re.fullmatch("[0-9a-f]{64}", one.facts_hash)


def test_headline_and_proposal_count_alike() -> None:
    computed = the_sample()
    count = overview_view(computed).fact("at-target")
    assert proposed(computed, "whole").startswith(f"{count.text} processes are at their target.")
    process = computed.told.result.process("problem-management")
    assert proposed(computed, "process:problem-management").startswith(process_finding(computed.framework, process))
