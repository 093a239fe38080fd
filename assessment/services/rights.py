"""Who may do what, read from the database each time it is asked: what was taken away holds from the next call.

One query finds an account, its sign-in, what it was given, and the organisation of the thing acted on, from that
thing's own row. Nothing of it is kept in memory.
"""

from __future__ import annotations

from assessment.domain.access.held import EVERYTHING, Held, Place
from assessment.domain.access.permissions import Permission
from assessment.services.things import LOCAL_ACTOR, Actor, Subject, Thing
from assessment.store import Store

_OF_THE_HOUSE = (Subject.SHARED, Subject.FRAMEWORK)


class Rights:
    """Reads who may do what. Safe to use from many threads."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def held(self, actor: Actor) -> Held | None:
        """Everything an actor was given; None for somebody who may not act at all."""
        if actor == LOCAL_ACTOR:
            return EVERYTHING
        with self._store.reading() as reader:
            found = reader.access.standing(actor.id, actor.sign_in, self._store.now())
        return None if found is None else found.held

    def on(self, actor: Actor, thing: Thing) -> frozenset[Permission] | None:
        """What an actor may do with a thing; None for somebody who may not act at all."""
        if actor == LOCAL_ACTOR:
            return frozenset(Permission)
        if thing.subject in _OF_THE_HOUSE:
            held = self.held(actor)
            return None if held is None else held.anywhere
        of = _asked_about(thing)
        with self._store.reading() as reader:
            found = reader.access.standing_on(actor.id, actor.sign_in, self._store.now(), **of)
        if found is None:
            return None
        return found.held.on(
            Place(
                organisation_id=found.organisation_id,
                assessment_id=of.get("assessment_id"),
                respondent_id=thing.ids[1] if thing.subject is Subject.RESPONDENT else None,
            )
        )

    def allow(self, actor: Actor, permission: Permission, thing: Thing) -> bool:
        """Whether an actor may do something with a thing."""
        return permission in (self.on(actor, thing) or ())


def _asked_about(thing: Thing) -> dict[str, str]:
    """The widest id of a thing, by what the store calls it."""
    match thing.subject:
        case Subject.ASSESSMENT | Subject.RESPONDENT:
            return {"assessment_id": thing.ids[0]}
        case Subject.ORGANISATION:
            return {"organisation_id": thing.ids[0]}
        case Subject.NAMED_ORGANISATION:
            return {"organisation_name": thing.ids[0]}
        case _:
            return {}
