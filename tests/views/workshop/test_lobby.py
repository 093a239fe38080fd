"""Who is in a room: names and roles, who is here, who is in, and never more of an anonymous one than a number."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.answered.assessment import Role
from assessment.views.workshop.lobby import SHOWN_NAMES, lobby_view


@dataclass(frozen=True, slots=True, kw_only=True)
class Somebody:
    participant_id: str
    name: str | None = None
    role: Role | None = Role.PRACTITIONER
    is_here: bool = True
    has_voted: bool | None = False


ROOM = (
    Somebody(participant_id="p4", name="Zoe", has_voted=True),
    Somebody(participant_id="p1", has_voted=None),
    Somebody(participant_id="p3", name="Ann", role=Role.LEADERSHIP),
    Somebody(participant_id="p2", role=None, has_voted=None, is_here=False),
    Somebody(participant_id="p5", name="cid", role=Role.CUSTOMER, is_here=False),
)
NOT_ASKED = frozenset({"p5"})


def test_people_with_a_name_come_first_and_in_its_order_and_the_others_by_their_random_ids() -> None:
    table = lobby_view(ROOM, NOT_ASKED).table("people")

    assert [row.id for row in table.rows] == ["p3", "p5", "p4", "p1", "p2"]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Ann (Leadership)", "By name", "Here", "Not yet"],
        ["cid (Customer)", "By name", "Not heard of lately", "Not asked"],
        ["Zoe (Practitioner)", "By name", "Here", "In"],
        ["Anonymous (Practitioner)", "Anonymous", "Here", "–"],
        ["Anonymous", "Anonymous", "Not heard of lately", "–"],
    ]


def test_the_order_in_which_people_are_read_tells_nothing() -> None:
    assert lobby_view(ROOM) == lobby_view(reversed(ROOM))


def test_who_is_here_and_who_is_in_stands_in_a_few_lines_with_the_anonymous_counted() -> None:
    view = lobby_view(ROOM, NOT_ASKED)

    assert view.finding == "5 people in"
    assert view.lines == (
        "Here: Ann, Zoe and 1 anonymous person",
        "Phone asleep or away: cid and 1 anonymous person",
    )
    assert view.progress == (
        "In: Zoe",
        "Not yet: Ann",
        "Not asked this one: cid",
        "Not told of: 2 anonymous people",
    )


def test_a_line_that_would_be_empty_is_not_there() -> None:
    view = lobby_view([Somebody(participant_id="p1", name="Ann", has_voted=True)])
    assert (view.lines, view.progress) == (("Here: Ann",), ("In: Ann",))


def test_long_lists_are_cut_and_say_how_many_more_there_are() -> None:
    many = [Somebody(participant_id=f"p{number}", name=f"N{number:02}") for number in range(SHOWN_NAMES + 4)]
    (line,) = lobby_view(many).lines
    assert line.startswith("Here: N00, N01,")
    assert line.endswith("N29 and 4 more")


def test_two_who_look_alike_are_told_apart_by_number() -> None:
    twins = [Somebody(participant_id=one, name="Ann") for one in ("p1", "p2")] + [Somebody(participant_id="p3")] * 1
    assert lobby_view(twins).names == {
        "p1": "Ann (Practitioner), no. 1",
        "p2": "Ann (Practitioner), no. 2",
        "p3": "Anonymous (Practitioner)",
    }


def test_an_empty_room_says_what_to_do() -> None:
    view = lobby_view(())
    assert view.finding == "Nobody is in yet"
    assert view.table("people").empty.startswith("Nobody has joined yet.")
    assert view.lines == view.progress == ()
