"""Rooms, who is in them, and their votes, for every process that serves this database. No journal tells of them.

What a room comes to is written to its assessment, in its journal, when votes are taken in. Whoever changes a room or
takes its votes in holds its row until the transaction ends (`lock`); whoever votes holds it together with others
(`hold`): a vote is in the round that is revealed, or it comes after it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from assessment.domain.answered.assessment import Role
from assessment.domain.answered.entries import Answer
from assessment.domain.answered.workshop import RoomKind
from assessment.domain.authored.framework import Horizon
from assessment.domain.workshop.room import LeadersVote, Participant, ParticipantState, Phase, Room, Vote
from assessment.store.dialects import upserting
from assessment.store.room_tables import ParticipantRow, PersonalLinkRow, PlaceTokenRow, RoomRow, VoteRow
from assessment.store.sections import table_of

ROOM = table_of(RoomRow)
PARTICIPANT = table_of(ParticipantRow)
PLACE_TOKEN = table_of(PlaceTokenRow)
PERSONAL_LINK = table_of(PersonalLinkRow)
VOTE = table_of(VoteRow)
ROWS_AT_ONCE = 500
_VOTE_KEY = ("participant_id", "item_id", "horizon")


# made once, for what every vote asks: making a statement takes longer than running it
_BY_TOKENS = (
    select(PLACE_TOKEN.c.token_hash, PARTICIPANT)
    .join_from(PARTICIPANT, PLACE_TOKEN, PLACE_TOKEN.c.participant_id == PARTICIPANT.c.id)
    .where(PLACE_TOKEN.c.token_hash.in_(bindparam("hashes", expanding=True)))
    .where(
        PLACE_TOKEN.c.ends_at.is_(None) | (PLACE_TOKEN.c.ends_at > bindparam("now", type_=PLACE_TOKEN.c.ends_at.type))
    )
)
_ON_ITEMS = (
    select(VOTE)
    .where(VOTE.c.participant_id.in_(bindparam("people", expanding=True)))
    .where(VOTE.c.item_id.in_(bindparam("items", expanding=True)))
    .order_by(*(VOTE.c[name] for name in _VOTE_KEY))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalLink:
    """Whom a link of their own lets in."""

    assessment_id: str
    respondent_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomVote:
    """A vote, and the room it was cast in."""

    room_id: str
    vote: Vote


class OutdatedRoom(Exception):
    """A room is not at the step a change was made from; nothing was changed. `theirs` is the room as it is."""

    def __init__(self, theirs: Room) -> None:
        self.theirs = theirs
        super().__init__(f"the room is at step {theirs.step}")


class RoomReader:
    """Reads rooms within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def room(self, room_id: str) -> Room | None:
        """One room; None if there is none of that id."""
        return self._room(select(ROOM).where(ROOM.c.id == room_id))

    def room_by_code(self, code: str) -> Room | None:
        """The open room of a code, in capitals without spaces; None without one."""
        return self._room(select(ROOM).where(ROOM.c.code == code, ROOM.c.is_open.is_(True)))

    def room_by_link(self, link_hash: str) -> Room | None:
        """The room of a key, open or closed; None without one."""
        return self._room(select(ROOM).where(ROOM.c.link_hash == link_hash))

    def rooms_of(self, assessment_id: str) -> tuple[Room, ...]:
        """The rooms of an assessment, open and closed, the newest first."""
        query = select(ROOM).where(ROOM.c.assessment_id == assessment_id)
        rows = self._connection.execute(query.order_by(ROOM.c.opened_at.desc(), ROOM.c.id)).mappings()
        return tuple(_room(row) for row in rows)

    def open_rooms(self) -> tuple[Room, ...]:
        """Every open room, the newest first."""
        query = select(ROOM).where(ROOM.c.is_open.is_(True)).order_by(ROOM.c.opened_at.desc(), ROOM.c.id)
        return tuple(_room(row) for row in self._connection.execute(query).mappings())

    def participants(self, room_id: str) -> tuple[Participant, ...]:
        """Everybody who is or was in a room, by their random ids."""
        query = select(PARTICIPANT).where(PARTICIPANT.c.room_id == room_id).order_by(PARTICIPANT.c.id)
        return tuple(_participant(row) for row in self._connection.execute(query).mappings())

    def participant(self, participant_id: str) -> Participant | None:
        """One participant; None if there is none of that id."""
        return self._participant(select(PARTICIPANT).where(PARTICIPANT.c.id == participant_id))

    def participant_by_token(self, token_hash: str, now: datetime) -> Participant | None:
        """Whom a phone's token stands for, whatever became of them; None for one that is unknown or over."""
        return self.participants_by_token((token_hash,), now).get(token_hash)

    def participants_by_token(self, token_hashes: Iterable[str], now: datetime) -> Mapping[str, Participant]:
        """Whom phones' tokens stand for, by their hashes; those that are unknown or over are left out."""
        given = {"hashes": sorted(token_hashes), "now": now}
        rows = [dict(row) for row in self._connection.execute(_BY_TOKENS, given).mappings()]
        return {row.pop("token_hash"): _participant(row) for row in rows}

    def participants_of(self, assessment_id: str, respondent_id: str) -> tuple[Participant, ...]:
        """Those who speak as one respondent, in whichever room of the assessment."""
        query = select(PARTICIPANT).where(
            PARTICIPANT.c.assessment_id == assessment_id, PARTICIPANT.c.respondent_id == respondent_id
        )
        rows = self._connection.execute(query.order_by(PARTICIPANT.c.id)).mappings()
        return tuple(_participant(row) for row in rows)

    def anonymous_respondent_ids(self, assessment_id: str) -> frozenset[str]:
        """The respondents of an assessment who are anonymous people of its rooms."""
        query = select(PARTICIPANT.c.respondent_id).where(
            PARTICIPANT.c.assessment_id == assessment_id, PARTICIPANT.c.is_anonymous.is_(True)
        )
        return frozenset(self._connection.scalars(query))

    def personal_link(self, token_hash: str) -> PersonalLink | None:
        """Whom a link of their own lets in; None for one that is unknown or was made anew since."""
        query = select(PERSONAL_LINK.c.assessment_id, PERSONAL_LINK.c.respondent_id)
        row = self._connection.execute(query.where(PERSONAL_LINK.c.token_hash == token_hash)).one_or_none()
        return None if row is None else PersonalLink(assessment_id=row[0], respondent_id=row[1])

    def linked_respondent_ids(self, assessment_id: str) -> frozenset[str]:
        """The respondents of an assessment who have a link of their own."""
        query = select(PERSONAL_LINK.c.respondent_id).where(PERSONAL_LINK.c.assessment_id == assessment_id)
        return frozenset(self._connection.scalars(query))

    def votes(self, room_id: str, item_id: str | None = None) -> tuple[Vote, ...]:
        """The votes of a room, or those on one item, taken in or not, by participant, item and horizon."""
        query = select(VOTE).where(VOTE.c.room_id == room_id)
        return self._votes(query if item_id is None else query.where(VOTE.c.item_id == item_id))

    def votes_of(self, participant_id: str) -> tuple[Vote, ...]:
        """The votes of one participant, by item and horizon."""
        return self._votes(select(VOTE).where(VOTE.c.participant_id == participant_id))

    def votes_on(self, participant_ids: Iterable[str], item_ids: Iterable[str]) -> tuple[Vote, ...]:
        """The votes of some participants on some items."""
        given = {"people": sorted(participant_ids), "items": sorted(item_ids)}
        return tuple(_vote(row) for row in self._connection.execute(_ON_ITEMS, given).mappings())

    def voted_places(self, participant_id: str) -> frozenset[tuple[str, Horizon]]:
        """The items, each with its horizon, that a participant voted on; what they said is not read."""
        query = select(VOTE.c.item_id, VOTE.c.horizon).where(VOTE.c.participant_id == participant_id)
        return frozenset((row[0], Horizon(row[1])) for row in self._connection.execute(query))

    def voted_items(self, room_id: str) -> frozenset[str]:
        """The items that anybody in a room voted on."""
        return frozenset(self._connection.scalars(select(VOTE.c.item_id).where(VOTE.c.room_id == room_id).distinct()))

    def untaken_votes(self, room_id: str) -> tuple[Vote, ...]:
        """The votes of a room that are not taken in."""
        return self._votes(select(VOTE).where(VOTE.c.room_id == room_id, VOTE.c.is_taken.is_(False)))

    def voted_ids(self, room_id: str, item_id: str, round_number: int) -> frozenset[str]:
        """Who has voted on an item in a round; what they said is not read."""
        query = select(VOTE.c.participant_id).where(
            VOTE.c.room_id == room_id, VOTE.c.item_id == item_id, VOTE.c.round_number == round_number
        )
        return frozenset(self._connection.scalars(query.distinct()))

    def vote_counts(self, room_id: str) -> Mapping[str, int]:
        """How many votes each participant has cast in a room, by their id; those without any are left out."""
        query = select(VOTE.c.participant_id, func.count()).where(VOTE.c.room_id == room_id)
        rows = self._connection.execute(query.group_by(VOTE.c.participant_id)).all()
        return Counter({row[0]: row[1] for row in rows})

    def _room(self, query: Select[Any]) -> Room | None:
        row = self._connection.execute(query.limit(1)).mappings().one_or_none()
        return None if row is None else _room(row)

    def _participant(self, query: Select[Any]) -> Participant | None:
        row = self._connection.execute(query.limit(1)).mappings().one_or_none()
        return None if row is None else _participant(row)

    def _votes(self, query: Select[Any]) -> tuple[Vote, ...]:
        rows = self._connection.execute(query.order_by(*(VOTE.c[name] for name in _VOTE_KEY))).mappings()
        return tuple(_vote(row) for row in rows)


class RoomWriter(RoomReader):
    """Writes rooms within one transaction."""

    def lock(self, room_id: str) -> Room | None:
        """A room, for whoever changes it or takes its votes in: nobody else votes or changes it meanwhile."""
        return self._room(select(ROOM).where(ROOM.c.id == room_id).with_for_update())

    def hold(self, room_ids: Iterable[str]) -> Mapping[str, Room]:
        """Rooms by id, for whoever votes in them: nobody changes them meanwhile, others vote beside."""
        query = select(ROOM).where(ROOM.c.id.in_(sorted(room_ids))).order_by(ROOM.c.id)
        rows = self._connection.execute(query.with_for_update(read=True)).mappings()
        return {room.id: room for room in map(_room, rows)}

    def add_room(self, room: Room) -> None:
        """Store a room that was opened."""
        self._connection.execute(insert(ROOM), _row(room))

    def change_room(self, room: Room, expected_step: int) -> None:
        """Store a room at its new step. OutdatedRoom where it is not at `expected_step` any more."""
        changing = update(ROOM).where(ROOM.c.id == room.id, ROOM.c.step == expected_step).values(**_row(room))
        if self._connection.execute(changing).rowcount == 0:
            stored = self.room(room.id)
            if stored is not None:
                raise OutdatedRoom(stored)

    def mark_reached(self, room_id: str, at: datetime) -> None:
        """Remember when the first phone got through; it is no step of the room."""
        first = update(ROOM).where(ROOM.c.id == room_id, ROOM.c.reached_at.is_(None))
        self._connection.execute(first.values(reached_at=at))

    def add_participant(self, participant: Participant) -> None:
        """Store somebody who came into a room."""
        self._connection.execute(insert(PARTICIPANT), _row(participant))

    def change_participant(self, participant: Participant) -> None:
        """Store somebody as they are now."""
        changing = update(PARTICIPANT).where(PARTICIPANT.c.id == participant.id)
        self._connection.execute(changing.values(**_row(participant)))

    def see(self, participant_ids: Iterable[str], at: datetime) -> None:
        """Store the last sign of life of phones."""
        ids = sorted(participant_ids)
        for start in range(0, len(ids), ROWS_AT_ONCE):
            some = PARTICIPANT.c.id.in_(ids[start : start + ROWS_AT_ONCE])
            self._connection.execute(update(PARTICIPANT).where(some).values(seen_at=at))

    def forget_seen(self, room_id: str) -> None:
        """Forget when phones were last heard of."""
        self._connection.execute(update(PARTICIPANT).where(PARTICIPANT.c.room_id == room_id).values(seen_at=None))

    def lay_anew(self, room_id: str) -> None:
        """Write the rows of a room anew in the order of their random keys.

        In PostgreSQL rows lie as they were written: who looked there would see who came when. SQLite has them by key.
        """
        if self._connection.dialect.name == "sqlite":
            return
        people = select(PARTICIPANT).where(PARTICIPANT.c.room_id == room_id)
        own = PLACE_TOKEN.c.participant_id.in_(people.with_only_columns(PARTICIPANT.c.id))
        queries = (
            (PARTICIPANT, people.order_by(PARTICIPANT.c.id)),
            (PLACE_TOKEN, select(PLACE_TOKEN).where(own).order_by(PLACE_TOKEN.c.token_hash)),
            (VOTE, select(VOTE).where(VOTE.c.room_id == room_id).order_by(*(VOTE.c[name] for name in _VOTE_KEY))),
        )
        rows = [(table, [dict(row) for row in self._connection.execute(query).mappings()]) for table, query in queries]
        self._connection.execute(delete(PARTICIPANT).where(PARTICIPANT.c.room_id == room_id))  # and all that is theirs
        for table, some in rows:
            for start in range(0, len(some), ROWS_AT_ONCE):
                self._connection.execute(insert(table), some[start : start + ROWS_AT_ONCE])

    def add_token(self, participant_id: str, token_hash: str, ends_at: datetime | None = None) -> None:
        """Let somebody be known by a token, until a moment or as long as they are in the room."""
        row = {"token_hash": token_hash, "participant_id": participant_id, "ends_at": ends_at}
        self._connection.execute(insert(PLACE_TOKEN), row)

    def remove_token(self, token_hash: str) -> None:
        """Let nobody be known by a token any more."""
        self._connection.execute(delete(PLACE_TOKEN).where(PLACE_TOKEN.c.token_hash == token_hash))

    def give_tokens(self, from_participant_id: str, into_participant_id: str) -> None:
        """Let the phones of one participant be those of another."""
        theirs = update(PLACE_TOKEN).where(PLACE_TOKEN.c.participant_id == from_participant_id)
        self._connection.execute(theirs.values(participant_id=into_participant_id))

    def put_personal_link(self, link: PersonalLink, token_hash: str) -> None:
        """Let a respondent in by a link of their own, in place of the one they had."""
        row = {**asdict(link), "token_hash": token_hash}
        key = ("assessment_id", "respondent_id")
        changes = {"token_hash": token_hash}
        self._connection.execute(upserting(self._connection, PERSONAL_LINK, row, changes, key))

    def put_votes(self, votes: Sequence[RoomVote]) -> None:
        """Store votes; of two for one place the one with the higher sequence stands. A changed one is untaken."""
        if votes:
            keeping = _keeping_votes(self._connection.dialect.name)
            self._connection.execute(keeping, [_vote_row(one) for one in votes])

    def mark_taken(self, votes: Iterable[Vote]) -> None:
        """Remember that votes were taken in."""
        keys = [{f"of_{name}": getattr(one, name) for name in _VOTE_KEY} for one in votes]
        if keys:
            where = [VOTE.c[name] == bindparam(f"of_{name}") for name in _VOTE_KEY]
            self._connection.execute(update(VOTE).where(*where).values(is_taken=True), keys)

    def give_votes(self, from_participant_id: str, into_participant_id: str) -> None:
        """Let the votes of one participant be those of another; where both voted, the later sequence stands."""
        own = {(one.item_id, one.horizon): one for one in self.votes_of(into_participant_id)}
        for one in self.votes_of(from_participant_id):
            key = [VOTE.c[name] == getattr(one, name) for name in _VOTE_KEY]
            stored = own.get((one.item_id, one.horizon))
            if stored is not None and stored.sequence >= one.sequence:
                self._connection.execute(delete(VOTE).where(*key))
                continue
            if stored is not None:
                theirs = [VOTE.c[name] == getattr(stored, name) for name in _VOTE_KEY]
                self._connection.execute(delete(VOTE).where(*theirs))
            self._connection.execute(update(VOTE).where(*key).values(participant_id=into_participant_id))


@cache
def _keeping_votes(dialect_name: str) -> Any:
    """The statement that keeps votes, made once: making it takes longer than running it."""
    dialect = sqlite if dialect_name == "sqlite" else postgresql
    statement = dialect.insert(VOTE)
    changed = {column.name: statement.excluded[column.name] for column in VOTE.c if column.name not in _VOTE_KEY}
    return statement.on_conflict_do_update(
        index_elements=list(_VOTE_KEY), set_=changed, where=VOTE.c.sequence < statement.excluded.sequence
    )


def _room(row: RowMapping) -> Room:
    named = {"kind": RoomKind(row["kind"]), "phase": Phase(row["phase"]), "leaders": LeadersVote(row["leaders"])}
    values: dict[str, Any] = {**row, **named}
    return Room(**values)


def _participant(row: Mapping[str, Any] | RowMapping) -> Participant:
    values: dict[str, Any] = {**row, "role": Role(row["role"]), "state": ParticipantState(row["state"])}
    return Participant(**values)


def _row(one: Room | Participant) -> dict[str, Any]:
    return {name: value.value if isinstance(value, StrEnum) else value for name, value in asdict(one).items()}


def _vote(row: RowMapping) -> Vote:
    answer = {"kind": row["answer_kind"], "code": row["answer_code"], "reason": row["answer_reason"]}
    return Vote(
        participant_id=row["participant_id"],
        item_id=row["item_id"],
        horizon=Horizon(row["horizon"]),
        round_number=row["round_number"],
        answer=Answer.model_validate(answer, strict=False),
        comment=row["comment"],
        sequence=row["sequence"],
        is_taken=row["is_taken"],
    )


def _vote_row(one: RoomVote) -> dict[str, Any]:
    vote = one.vote
    return {
        "participant_id": vote.participant_id,
        "item_id": vote.item_id,
        "horizon": vote.horizon.value,
        "room_id": one.room_id,
        "round_number": vote.round_number,
        "answer_kind": vote.answer.kind.value,
        "answer_code": vote.answer.code,
        "answer_reason": vote.answer.reason,
        "comment": vote.comment,
        "sequence": vote.sequence,
        "is_taken": vote.is_taken,
    }
