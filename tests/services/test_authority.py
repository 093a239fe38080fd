"""Every public method of every service is a registered operation that says what it acts on and turns strangers away."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from assessment.domain.access.account import Scope
from assessment.domain.access.permissions import AccessRole
from assessment.domain.answered.assessment import Rating
from assessment.errors import NotAvailable
from assessment.services.authority import (
    LOCAL_ACTOR,
    Actor,
    Operation,
    Permission,
    Permit,
    Rights,
    Subject,
    Thing,
    assessment_thing,
    authorise,
    operation,
    operations,
    organisation_thing,
)
from assessment.services.door import DoorService
from assessment.services.plumbline import Plumbline
from assessment.services.provider import ProviderService
from assessment.services.reach import ReachService
from assessment.services.signing_in import SigningIn
from assessment.services.survey_sheets import SurveySheets
from tests.builders import rated
from tests.services.access import somebody
from tests.services.calls import CALLS
from tests.services.places import ITEM, ME

STRANGER = Actor(id="stranger", name=LOCAL_ACTOR.name)
GUEST = Actor(id="guest", name="A guest")
HOUSEKEEPING = {"close", "settle"}  # they touch no assessment
# the doors: they ask for no right, because they find out who somebody is, or act on the caller's own sign-in alone
DOORS = {
    "has_accounts": "the gate asks it of everybody; it says whether there is an account and nothing else",
    "actor_of": "turns a token into an actor, or into nobody",
    "sign_in": "who signs in is nobody yet; it asks for the password",
    "sign_out": "ends the sign-in that the actor came by, and no other",
    "own_account": "the account whose sign-in the actor came by, read again from the database",
    "change_password": "of that account; it asks for the present password",
    "first_link": "called by the process that starts; makes nothing once there is an account",
    "invited": "who has the link may know what it is for",
    "accept": "who has the link is who was invited; it works once",
    "begin": "where the company's own sign-in page is, and what to remember of having gone there",
    "finish": "who came back from it, by what the provider signed for this one departure",
    "admit": "signs in whoever the provider vouches for and the rule of the settings lets in",
    "sealed": "writes a departure so that only this installation can have written it",
    "room_by_code": "who types the code of an open room may know which it is; guessing is bounded",
    "room_by_link": "the same by the key of its link",
    "join": "who has the key of an open room may come in",
    "join_by_personal_link": "who has the link is who it was made for",
    "join_by_device_link": "who has the link was given it on another device of theirs; it works once, for ten minutes",
    "beat": "whether the room moved on, for whoever holds a token of a place in it",
    "beat_at_hand": "the same, where it is known without a look at the database",
    "place": "what the holder of a place is asked, and what they answered themselves",
    "vote": "an answer of the holder of a place, and of nobody else",
    "voting": "the same for who must not wait",
    "another_device": "gives the holder of a place a link to it for another device",
    "next_person": "the room of a place, for another person to join by the same phone",
    "leave": "forgets a token of a place",
    "participant_id": "whose place a token opens; the token was given to them alone",
    "sheet": "what the holder of a survey's token is asked and answered themselves; the token was given to them alone",
    "opened": "reads it again, unless it was changed or is too old",
    "seen": "a phone that opened the page for it got through; a room is found by its key, and told nothing else",
    "resume": "called by the process that starts; lets phones in again where an open room awaits them",
    "end_unless_needed": "called by the process that serves; shuts the door for phones once no room is open",
}


OPEN_SERVICES = (SigningIn, ProviderService, DoorService, SurveySheets, ReachService)
OPEN = {vars(service)[name] for service in OPEN_SERVICES for name in DOORS if name in vars(service)}


def methods(plumbline: Plumbline) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every public method of every service, by its full name."""
    for service in vars(plumbline).values():
        if not type(service).__module__.startswith("assessment.services."):
            continue
        for name, method in inspect.getmembers(service, inspect.ismethod):
            if not name.startswith("_") and name not in HOUSEKEEPING and method.__func__ not in OPEN:
                yield f"{type(service).__module__}.{method.__func__.__qualname__}", method


def own_operations() -> dict[str, Operation]:
    """The operations of the product, without those that tests register."""
    return {name: one for name, one in operations().items() if one.method.startswith("assessment.")}


def test_every_public_method_of_a_service_is_registered_and_nothing_else_is(plumbline: Plumbline) -> None:
    found = {name for name, _ in methods(plumbline)}
    assert found == {one.method for one in own_operations().values()}
    assert len(found) > 40


def test_every_operation_denies_a_stranger_before_it_does_anything(plumbline: Plumbline) -> None:
    for name, method in methods(plumbline):
        for stranger in (STRANGER, Actor(id="", name=""), None, "local"):
            arguments = [None] * (len(inspect.signature(method).parameters) - 1)
            with pytest.raises(NotAvailable):
                method(stranger, *arguments)
            assert name
    assert plumbline.assessments.list_assessments(ME) == ()


def test_the_walk_finds_a_method_that_forgot_to_register(plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(plumbline.setup), "forgotten", lambda self, actor: None, raising=False)
    assert {name for name, _ in methods(plumbline)} - {one.method for one in own_operations().values()}


def test_the_local_actor_may_do_everything_and_nobody_else_anything(plumbline: Plumbline) -> None:
    for subject in Subject:
        thing = Thing(subject=subject, ids=("a", "b"))
        assert plumbline.access.rights.on(ME, thing) == frozenset(Permission)
        assert plumbline.access.rights.on(GUEST, thing) is None
        assert plumbline.access.rights.on(Actor(id="local", name="Somebody who calls himself so"), thing) is None


def test_every_operation_has_a_call() -> None:
    assert {name.partition(" (")[0] for name in CALLS} == set(own_operations())


# --- registering -----------------------------------------------------------------------------------------------------


class Guarded:
    """A service of a test."""

    def __init__(self, rights: Rights) -> None:
        self.rights = rights


def test_two_methods_cannot_have_one_name() -> None:
    def another(self: Guarded, permit: Permit) -> None:
        raise AssertionError(permit)

    with pytest.raises(TypeError, match=r"two methods are called 'answering\.save'"):
        operation("answering.save", Permission.READ, on=Subject.INSTALLATION)(another)


def test_an_operation_must_have_the_argument_that_names_its_thing() -> None:
    def without(self: Guarded, permit: Permit, assessment: str) -> None:
        raise AssertionError(assessment)

    def misspelt(self: Guarded, permit: Permit, assessment_id: str, rating: Rating) -> None:
        raise AssertionError(rating)

    with pytest.raises(TypeError, match="has no argument 'assessment_id'"):
        operation("test.without", Permission.READ, on=Subject.ASSESSMENT)(without)
    with pytest.raises(TypeError, match=r"the argument 'rating' of .* has no field 'respondent'"):
        operation("test.misspelt", Permission.READ, on=Subject.RESPONDENT, of=("assessment_id", "rating.respondent"))(
            misspelt
        )


def test_the_thing_is_taken_from_the_call_whether_its_id_is_given_by_place_or_by_name(plumbline: Plumbline) -> None:
    seen: list[Thing] = []

    def seeing(self: Guarded, permit: Permit, name: str, rating: Rating, *, assessment_id: str) -> None:
        seen.append(permit.thing)

    of = ("assessment_id", "rating.respondent_id")
    service = Guarded(plumbline.access.rights)
    see = operation("test.seeing", Permission.READ, on=Subject.RESPONDENT, of=of)(seeing)
    see(service, ME, "name", rated(ITEM, 3, "r7"), assessment_id="a1")
    see(service, ME, name="name", rating=rated(ITEM, 3, "r7"), assessment_id="a1")
    assert seen == [Thing(subject=Subject.RESPONDENT, ids=("a1", "r7"))] * 2
    with pytest.raises(NotAvailable):
        see(service, ME, "name", None, assessment_id="a1")  # type: ignore[arg-type]  # on purpose


def test_a_permit_names_actor_operation_and_thing_and_everything_else_that_is_permitted(plumbline: Plumbline) -> None:
    header, thing, rights = own_operations()["assessments.header"], assessment_thing("a"), plumbline.access.rights
    permit = authorise(rights, ME, header, thing)
    assert (permit.actor, permit.operation, permit.thing) == (ME, "assessments.header", thing)
    assert permit.permissions == frozenset(Permission)
    with pytest.raises(NotAvailable):
        authorise(rights, GUEST, header, thing)
    reader = somebody(plumbline, Scope(role=AccessRole.READER))
    told = authorise(rights, reader, header, thing)
    assert told.may(Permission.RESULTS)
    assert not told.may(Permission.READ)
    with pytest.raises(NotAvailable, match=r"This assessment"):
        told.require(Permission.READ)
    with pytest.raises(NotAvailable, match=r"This organisation"):
        told.require_on(Permission.ORGANISE, organisation_thing("o"))
