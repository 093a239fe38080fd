"""What is voted is nowhere until it is revealed, and what anonymous people said is nobody's: read in the raw database.

These tests know each column of the database: a new one has to be looked at here before it may hold anything.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from assessment.domain.answered.assessment import Rating, Role
from assessment.domain.answered.read_back import Fate
from assessment.domain.workshop.sealing import is_anonymous_id
from assessment.errors import InvalidInput, NotAvailable
from assessment.services.assessments import HeaderChange
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from tests.builders import rated
from tests.services.filled_in import answers_of, as_file, with_cells
from tests.services.rooms import writing
from tests.services.workshops import FIRST, SECOND, THIRD, Workshop, a_workshop, reading

ITEMS = (FIRST, SECOND, THIRD, "planning.ownership", "planning.definition")
UNNAMED = tuple(f"anonymous-{place}" for place in range(7))
NAMED = ("Ada Example", "Ben Example", "Cleo Example")
COMMENT, REASON = "Xylophone said this", "Zeppelin does not apply"
Tables = Mapping[str, list[dict[str, Any]]]


def tables(plumbline: Plumbline) -> Tables:
    """Every row of every table, in the order in which they lie there, with its rowid where it has one."""
    found: dict[str, list[dict[str, Any]]] = {}
    with reading(plumbline) as reader:
        ask = reader._connection.exec_driver_sql
        listed = ask("select name, sql from sqlite_master where type = 'table'").mappings().all()
        for name, made in ((row["name"], row["sql"]) for row in listed):
            rowid = "" if "WITHOUT ROWID" in made.upper() else "rowid as place, "
            found[name] = [dict(row) for row in ask(f'select {rowid}* from "{name}"').mappings()]
    return found


def choice_of(called: str, item_id: str) -> str:
    return str((UNNAMED + NAMED).index(called) * 3 % 5 + ITEMS.index(item_id) % 2)


def filled(plumbline: Plumbline) -> Workshop:
    """People in an order that no id follows, named and anonymous among each other."""
    workshop = a_workshop(plumbline)
    for place, called in enumerate(UNNAMED):
        workshop.join(called, "practitioner" if place < 4 else "leadership")
        if place < len(NAMED):
            workshop.join(NAMED[place], "practitioner", name=NAMED[place])
    return workshop


def vote_all(workshop: Workshop, item_id: str, round_number: int = 1) -> None:
    for called in (*UNNAMED, *NAMED):
        workshop.vote(called, item_id, choice_of(called, item_id), round_number, comment=f"{COMMENT} {item_id}")


def test_until_the_reveal_nothing_that_was_voted_is_anywhere_but_in_the_sealed_votes(plumbline: Plumbline) -> None:
    workshop = filled(plumbline)
    before = tables(plumbline)
    workshop.ask(FIRST)
    vote_all(workshop, FIRST)
    workshop.vote(UNNAMED[0], FIRST, "not-applicable", reason=REASON, comment=COMMENT)
    workshop.vote(NAMED[0], FIRST, "not-applicable", reason=REASON, comment=COMMENT)
    after = tables(plumbline)
    changed = {name for name in after if after[name] != before[name]}
    assert changed <= {"vote", "room", "change_count"}  # and nobody's assessment, journal, person or token
    assessment_id = workshop.assessment_id
    places = {
        "tables": json.dumps({name: rows for name, rows in after.items() if name != "vote"}, default=str),
        "export": plumbline.exchange.export_json(ME, assessment_id).decode(),
        "journal": repr(plumbline.journal.read(ME, assessment_id)),
        "results": repr(plumbline.results.compute(ME, assessment_id)),
        "state": repr(plumbline.voting.state(ME, assessment_id, workshop.room.id)),
        "lobby": repr(plumbline.rooms.lobby(ME, assessment_id, workshop.room.id)),
        "rooms": repr(plumbline.rooms.rooms(ME, assessment_id)),
        "votes": repr(plumbline.answering.votes(ME, assessment_id, FIRST)),
        "load": repr(plumbline.assessments.load(ME, assessment_id).ratings),
        "survey": repr(plumbline.surveys.state(ME, assessment_id)),
    }
    assert {where for where, text in places.items() if "Xylophone" in text or "Zeppelin" in text} == set()
    assert not after["rating"]
    assert not after["note"]
    assert not after["vote_round"]
    with reading(plumbline) as reader:
        anonymous = reader.rooms.anonymous_respondent_ids(assessment_id)
    told = {one for one in anonymous for where, text in places.items() if where != "tables" and one in text}
    assert told == set()
    workshop.reveal()
    assert "Xylophone" in plumbline.exchange.export_json(ME, assessment_id).decode()


@dataclass(frozen=True)
class Held:
    """A workshop from the first code to its close, with a second round; who speaks as whom."""

    plumbline: Plumbline
    workshop: Workshop
    speaks: Mapping[str, str]

    @property
    def anonymous(self) -> set[str]:
        """The respondents who are anonymous people."""
        return {self.speaks[called] for called in UNNAMED}


@pytest.fixture(scope="module")
def held(module_plumbline: Plumbline) -> Held:
    workshop = filled(module_plumbline)
    for item_id in ITEMS:
        workshop.ask(item_id)
        vote_all(workshop, item_id)
        workshop.reveal()
    workshop.again()
    vote_all(workshop, ITEMS[-1], 2)
    workshop.reveal()
    speaks = {called: workshop.respondent_id(called) for called in (*UNNAMED, *NAMED)}
    module_plumbline.rooms.close_room(ME, workshop.assessment_id, workshop.room.id)
    module_plumbline.door.pulse.write_seen()
    return Held(module_plumbline, workshop, speaks)


def test_after_a_workshop_no_row_links_an_anonymous_value_to_a_name_or_a_moment(held: Held) -> None:
    found, anonymous = tables(held.plumbline), held.anonymous
    assert all(is_anonymous_id(one) for one in anonymous)
    assert {row["respondent_id"] for row in found["rating"]} == set(held.speaks.values())
    # no name is in a row with one of them, or with the id of their place in the room
    places = {held.workshop.participant_id(called) for called in UNNAMED}
    names = {row["id"]: row["name"] for row in found["person"]}
    assert set(names.values()) == set(NAMED)
    for table, rows in found.items():
        for row in rows:
            text = json.dumps(row, default=str)
            if any(one in text for one in anonymous | places):
                assert not any(one in text for one in (*names, *NAMED)), table
    # a moment stands in no row of theirs but that of a reveal or the close, which all of them have in common
    moments = defaultdict(set)
    for table in ("rating", "note", "respondent"):
        for row in found[table]:
            if row.get("respondent_id", row.get("id")) in anonymous:
                moments[table, row.get("item_id")].add(row["updated_at"])
    assert {len(one) for one in moments.values()} == {1}
    timed = {table: {name for name in rows[0] if name.endswith("_at")} for table, rows in found.items() if rows}
    assert (timed["participant"], timed["vote"], timed["place_token"]) == ({"seen_at"}, set(), {"ends_at"})
    assert {row["seen_at"] for row in found["participant"]} == {None}
    assert {row["ends_at"] for row in found["place_token"]} == {None}


def test_rows_of_anonymous_people_lie_in_the_order_of_random_ids(held: Held) -> None:
    found = tables(held.plumbline)
    for table in ("participant", "vote", "place_token"):
        assert "place" not in found[table][0], table  # they have no order but that of their random keys
    for table, own in (("rating", "respondent_id"), ("note", "respondent_id"), ("respondent", "id")):
        lying = defaultdict(list)
        for row in sorted(found[table], key=lambda row: row["place"]):
            if row[own] in held.anonymous:
                lying[row.get("item_id")].append(row[own])
        assert lying, table
        assert all(ids == sorted(ids) and len(ids) == len(UNNAMED) for ids in lying.values()), table


def test_the_journal_has_anonymous_people_by_their_ids_at_one_moment_each_reveal(held: Held) -> None:
    said = defaultdict(list)
    for row in sorted(tables(held.plumbline)["journal"], key=lambda row: row["seq"]):
        own = [one for one in held.anonymous if one in json.dumps(row)]
        if own:
            assert len(own) == 1
            assert row["actor_id"] == ME.id
            said[row["operation"], row["at"], row["what"].split()[0]].append(own[0])
    assert {operation for operation, _, _ in said} == {"voting.reveal", "rooms.close"}
    assert len({at for operation, at, _ in said if operation == "voting.reveal"}) == len(ITEMS)
    assert all(ids == sorted(ids) for ids in said.values())
    assert max(map(len, said.values())) == len(UNNAMED)


def test_roles_are_told_where_enough_anonymous_people_share_them(held: Held) -> None:
    roles = {row["id"]: row["role"] for row in tables(held.plumbline)["respondent"]}
    assert {roles[held.speaks[called]] for called in UNNAMED[:4]} == {Role.PRACTITIONER}
    assert {roles[held.speaks[called]] for called in UNNAMED[4:]} == {Role.LEADERSHIP}


def test_a_role_that_few_share_is_told_of_nobody(plumbline: Plumbline) -> None:
    workshop = a_workshop(plumbline)
    for place in range(4):
        workshop.join(f"p{place}", "leadership" if place == 3 else "practitioner")
    workshop.ask(FIRST)
    for place in range(4):
        workshop.vote(f"p{place}", FIRST, "3")
    workshop.reveal()
    assert {row["role"] for row in tables(plumbline)["respondent"]} == {Role.OTHER}
    plumbline.rooms.close_room(ME, workshop.assessment_id, workshop.room.id)
    assert {row["role"] for row in tables(plumbline)["respondent"]} == {Role.OTHER}
    lobby = plumbline.rooms.lobby(ME, workshop.assessment_id, workshop.room.id)
    assert {one.role for one in lobby.participants} == {None}


def test_what_an_anonymous_person_said_is_nobodys_to_open_or_to_write(held: Held) -> None:
    plumbline, assessment_id, one = held.plumbline, held.workshop.assessment_id, held.speaks[UNNAMED[0]]
    answering = plumbline.answering
    for call in (
        lambda: answering.questions(ME, assessment_id, one, "planning"),
        lambda: answering.question(ME, assessment_id, one, FIRST),
        lambda: answering.progress(ME, assessment_id, one),
        lambda: answering.history(ME, assessment_id, one, FIRST),
        lambda: answering.save(ME, assessment_id, rated(FIRST, 1, one), expected_version=0),
        lambda: answering.clear(ME, assessment_id, one, FIRST, rated(FIRST, 1).horizon),
        lambda: plumbline.asked.place(ME, assessment_id, one),
    ):
        with pytest.raises(NotAvailable):
            call()
    assert answering.questions(ME, assessment_id, held.speaks[NAMED[0]], "planning")
    with pytest.raises(InvalidInput, match="would name them"):
        plumbline.rooms.personal_link(ME, assessment_id, one)


def test_the_sheet_of_answers_holds_nothing_of_anonymous_people_and_takes_nothing_for_them(held: Held) -> None:
    services, assessment_id = held.plumbline, held.workshop.assessment_id
    sheet = answers_of(services, assessment_id)
    of = sheet.place("respondent-id")
    assert {row[of] for row in sheet.rows} == {held.speaks[called] for called in NAMED}
    filled = with_cells(sheet, 0, {"respondent-id": held.speaks[UNNAMED[0]], "answer": "F"})
    content = as_file(filled, "csv", services.assessments.load(ME, assessment_id))
    (line,) = services.sheets.preview(ME, assessment_id, content, "sheet.csv").of(Fate.REFUSED)
    assert line.reason == "nobody of this id answers in this assessment"


def test_no_change_of_what_the_database_holds_of_a_question_is_that_of_fewer_anonymous_people(
    plumbline: Plumbline,
) -> None:
    workshop = filled(plumbline)
    seen: dict[str, Rating] = {}

    def look() -> int:
        """How many answers of anonymous people are others than at the last look."""
        with reading(plumbline) as reader:
            now = {one.entry.respondent_id: one.entry for one in reader.entries(workshop.assessment_id, Rating)}
        changed = {one for one in now if is_anonymous_id(one) and now[one] != seen.get(one)}
        seen.update(now)
        return len(changed)

    workshop.ask(FIRST)
    steps = [UNNAMED[:2], UNNAMED[2:4], UNNAMED[4:5], UNNAMED[5:]]
    found = []
    for place, some in enumerate(steps, 1):
        for called in (*some, NAMED[place % 3]):
            workshop.vote(called, FIRST, str(place), place)
        workshop.reveal()
        found.append(look())
        workshop.again()
    assert found == [0, 4, 0, 3]
    with writing(plumbline) as writer:
        assert all(one.is_taken for one in writer.rooms.votes(workshop.room.id))


def test_the_floor_that_anonymous_people_were_told_is_not_lowered_to_read_what_is_sealed(plumbline: Plumbline) -> None:
    workshop = a_workshop(plumbline)
    assessment_id = workshop.assessment_id

    def set_floor(floor: int) -> None:
        plumbline.assessments.update_header(ME, assessment_id, HeaderChange(anonymity_floor=floor))

    set_floor(2)
    set_floor(3)  # nobody was told anything yet
    workshop.join("alone")
    workshop.ask(FIRST)
    workshop.vote("alone", FIRST, "5")
    workshop.reveal()
    for floor in (1, 2, 4):
        with pytest.raises(InvalidInput, match="were told that it is 3"):
            set_floor(floor)
    plumbline.assessments.update_header(ME, assessment_id, HeaderChange(anonymity_floor=3, name="Renamed"))
    plumbline.rooms.close_room(ME, assessment_id, workshop.room.id)
    set_floor(4)
    for floor in (1, 3):
        with pytest.raises(InvalidInput, match="were told that it is 4"):
            set_floor(floor)
    plumbline.rooms.reopen_room(ME, assessment_id, workshop.room.id)
    plumbline.voting.take_in(ME, assessment_id, workshop.room.id)
    assert workshop.codes(FIRST) == []


def test_the_floor_holds_for_answers_of_people_without_a_name_that_were_imported(held: Held) -> None:
    content = held.plumbline.exchange.export_json(ME, held.workshop.assessment_id)
    copy_id = held.plumbline.exchange.import_json(ME, content, "copy.json")
    with pytest.raises(InvalidInput, match="were told"):
        held.plumbline.assessments.update_header(ME, copy_id, HeaderChange(anonymity_floor=1))
