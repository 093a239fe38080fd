"""How far somebody is: counted in all and process by process, with the way on."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.authored.content import Origin
from assessment.domain.authored.framework import Framework
from assessment.views.progress import ProgressView, progress_view
from tests.builders import fields_of, tiny_framework


@dataclass(frozen=True, slots=True, kw_only=True)
class OneProcess:
    """How far somebody is with one process."""

    process_id: str
    asked_count: int
    answered_count: int
    next_item_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """How far somebody is."""

    processes: tuple[OneProcess, ...] = ()
    resume: tuple[str, str] | None = None


PLANNING = OneProcess(process_id="planning", asked_count=12, answered_count=3, next_item_id="planning.ownership")
BUILDING = OneProcess(process_id="building", asked_count=8, answered_count=8)
RELEASING = OneProcess(process_id="releasing", asked_count=1500, answered_count=0, next_item_id="releasing.deliver-1")


def view_of(*processes: OneProcess, resume: tuple[str, str] | None = None) -> ProgressView:
    return progress_view(tiny_framework(), Facts(processes=processes, resume=resume))


HALF = view_of(PLANNING, BUILDING, RELEASING, resume=("releasing", "releasing.deliver-1"))


def test_what_is_left_is_what_is_asked_and_not_answered() -> None:
    assert HALF.finding == "1,509 questions left to answer"
    assert (HALF.fact("left").value, HALF.fact("left").text) == (1509, "1,509 questions left in all")


def test_one_question_left_is_said_as_one() -> None:
    one = view_of(OneProcess(process_id="planning", asked_count=9, answered_count=8, next_item_id="planning.control"))

    assert one.finding == "1 question left to answer"
    assert one.fact("left").text == "1 question left in all"


def test_each_process_stands_under_its_group_with_its_counts() -> None:
    table = HALF.table("processes")

    assert [(row.id, row.group) for row in table.rows] == [
        ("planning", "Group 1"),
        ("building", "Group 1"),
        ("releasing", "Group 2"),
    ]
    assert [cell.text for cell in table.column("process")] == ["Planning", "Building", "Releasing"]
    assert [(cell.value, cell.text) for cell in table.column("answered")] == [
        (3, "3 of 12"),
        (8, "8 of 8"),
        (0, "0 of 1,500"),
    ]
    assert [cell.value for cell in table.column("asked")] == [12, 8, 1500]
    assert [(cell.value, cell.text) for cell in table.column("share")] == [(0.25, "25 %"), (1.0, "100 %"), (0.0, "0 %")]
    assert [cell.track.fill for cell in table.column("share") if cell.track is not None] == [25.0, 100.0, 0.0]


def test_a_process_that_the_paper_does_not_have_is_marked() -> None:
    framework = tiny_framework()
    first, *others = framework.processes
    first = first.model_copy(update={"origin": Origin.PAPER})
    mixed = Framework(**{**fields_of(framework), "processes": (first, *others)})

    table = progress_view(mixed, Facts(processes=(PLANNING, BUILDING))).table("processes")

    assert [cell.note for cell in table.column("process")] == ["", "Extension, not one of the paper's sixteen"]


def test_a_process_says_how_much_of_it_is_answered() -> None:
    assert HALF.answered("planning") == "3 of 12 answered"
    assert HALF.answered("nowhere") == ""


def test_one_goes_on_where_the_answers_stopped() -> None:
    assert HALF.is_begun
    assert HALF.resume is not None
    assert (HALF.resume.process_id, HALF.resume.process_name, HALF.resume.item_id) == (
        "releasing",
        "Releasing",
        "releasing.deliver-1",
    )
    assert not view_of(RELEASING).is_begun


def test_a_process_opens_at_its_first_open_question() -> None:
    assert HALF.first_open_of("planning") == "planning.ownership"
    assert HALF.first_open_of("building") is None
    assert HALF.first_open_of("nowhere") is None


def test_the_next_open_question_is_looked_for_from_here_on_and_round() -> None:
    found = {one: HALF.next_open(one) for one in ("planning", "building", "releasing", "nowhere")}

    assert {one: None if entry is None else entry.item_id for one, entry in found.items()} == {
        "planning": "planning.ownership",
        "building": "releasing.deliver-1",
        "releasing": "releasing.deliver-1",
        "nowhere": "planning.ownership",
    }
    round_again = view_of(PLANNING, BUILDING).next_open("building")
    assert round_again is not None
    assert (round_again.process_name, round_again.item_id) == ("Planning", "planning.ownership")


def test_with_everything_answered_nothing_is_left() -> None:
    view = view_of(BUILDING)

    assert view.finding == "Everything is answered"
    assert (view.resume, view.next_open("building"), view.empty) == (None, None, "")


def test_who_is_asked_nothing_is_told_so_and_what_to_do() -> None:
    view = view_of()

    assert view.finding == "Nothing is asked of this person"
    assert view.empty == "Choose another person, or change who is asked what in Set-up."
    assert view.next_open("planning") is None
