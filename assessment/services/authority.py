"""Who may do what with what: every service operation says here what it needs and acts on, and is denied by default.

    @operation("answering.save", Permission.ANSWER, on=Subject.RESPONDENT, of=("assessment_id", "rating.respondent_id"))
    def save(self, permit: Permit, assessment_id: str, rating: Rating) -> SavedAnswer: ...

is called as `save(actor, assessment_id, rating)`. The decorator takes the thing acted on from the arguments, reads anew
what the actor may do with it, and turns the actor into a `Permit` or raises NotAvailable; the body is never reached
without one. Where what is needed depends on more than the thing, the body asks its permit for the rest.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from types import MappingProxyType
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar, get_type_hints

from assessment.domain.access.held import Place
from assessment.domain.access.permissions import AccessRole, Permission
from assessment.domain.workshop.sealing import is_anonymous_id
from assessment.errors import NotAvailable
from assessment.services.rights import Rights
from assessment.services.things import (
    CALLED,
    LOCAL_ACTOR,
    NAMED_BY,
    SHARED,
    Actor,
    Subject,
    Thing,
    assessment_thing,
    organisation_named,
    organisation_thing,
)

__all__ = [
    "LOCAL_ACTOR",
    "SHARED",
    "SIGNED_IN",
    "AccessRole",
    "Actor",
    "Guarded",
    "Operation",
    "Permission",
    "Permit",
    "Place",
    "Rights",
    "Subject",
    "Thing",
    "assessment_thing",
    "authorise",
    "operation",
    "operations",
    "organisation_named",
    "organisation_thing",
]
SIGNED_IN = None
"""In place of a permission: whoever may act at all. What comes back holds only what is theirs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """A registered operation: what it needs on what, and the method that does it.

    `of` names the arguments that hold the thing's ids.
    """

    name: str
    permission: Permission | None
    on: Subject
    of: tuple[str, ...]
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Permit:
    """Proof that an actor may perform an operation on a thing, with everything else permitted on it."""

    actor: Actor
    operation: str
    thing: Thing
    permissions: frozenset[Permission]
    rights: Rights = field(repr=False, compare=False)

    def may(self, permission: Permission) -> bool:
        """Whether the actor may do something else with the thing too."""
        return permission in self.permissions

    def require(self, permission: Permission) -> None:
        """Raise NotAvailable unless the actor may do something else with the thing too."""
        if not self.may(permission):
            raise NotAvailable(CALLED[self.thing.subject])

    def require_on(self, permission: Permission, thing: Thing) -> None:
        """Raise NotAvailable unless the actor may do something with another thing, which is looked up anew."""
        if not self.rights.allow(self.actor, permission, thing):
            raise NotAvailable(CALLED[thing.subject])


class Guarded(Protocol):
    """A service: it knows who reads the rights that its operations are authorised by."""

    rights: Rights


ServiceT = TypeVar("ServiceT", bound=Guarded)
ResultT = TypeVar("ResultT")
Arguments = ParamSpec("Arguments")
_OPERATIONS: dict[str, Operation] = {}


def operations() -> Mapping[str, Operation]:
    """Every registered operation by name."""
    return MappingProxyType(_OPERATIONS)


def authorise(rights: Rights, actor: Actor, operation: Operation, thing: Thing) -> Permit:
    """A permit for the actor; NotAvailable without the right, in the words for a thing that is not there."""
    is_known = isinstance(actor, Actor) and all(isinstance(one, str) for one in thing.ids)
    if is_known and thing.subject is Subject.RESPONDENT and is_anonymous_id(thing.ids[1]):
        raise NotAvailable(CALLED[operation.on])  # what an anonymous person said is nobody's to open, one by one
    permitted = rights.on(actor, thing) if is_known else None
    if permitted is None or (operation.permission is not SIGNED_IN and operation.permission not in permitted):
        raise NotAvailable(CALLED[operation.on])
    return Permit(actor=actor, operation=operation.name, thing=thing, permissions=permitted, rights=rights)


def operation(
    name: str,
    permission: Permission | None,
    *,
    on: Subject,
    of: tuple[str, ...] | None = None,
    begun_on: Callable[[Any, str], Thing] | None = None,
) -> Callable[
    [Callable[Concatenate[ServiceT, Permit, Arguments], ResultT]],
    Callable[Concatenate[ServiceT, Actor, Arguments], ResultT],
]:
    """Register a service method and let it be called with an Actor, who is authorised first.

    `of` names the arguments that hold the ids of the thing, "rating.respondent_id" a field of an argument; the usual
    names if left out. `begun_on` finds the thing that a job was begun on.

    Raises
    ------
    TypeError
        Another method has the name, or the method has no such argument or field.
    """

    def register(
        method: Callable[Concatenate[ServiceT, Permit, Arguments], ResultT],
    ) -> Callable[Concatenate[ServiceT, Actor, Arguments], ResultT]:
        registered = Operation(
            name=name,
            permission=permission,
            on=on,
            of=NAMED_BY[on] if of is None else of,
            method=f"{method.__module__}.{method.__qualname__}",
        )
        places = tuple(_argument(method, one) for one in registered.of)
        if _OPERATIONS.setdefault(name, registered).method != registered.method:
            raise TypeError(f"two methods are called '{name}': {registered.method} and {_OPERATIONS[name].method}")

        @wraps(method)
        def authorised(
            self: ServiceT, actor: Actor, /, *arguments: Arguments.args, **named: Arguments.kwargs
        ) -> ResultT:
            ids = tuple(place.value(arguments, named) for place in places)
            thing = Thing(subject=on, ids=ids) if begun_on is None else begun_on(self, *ids)
            return method(self, authorise(self.rights, actor, registered, thing), *arguments, **named)

        return authorised

    return register


@dataclass(frozen=True, slots=True, kw_only=True)
class _Argument:
    """Where a call holds an id: an argument by position or name, and the field of it, if it is one."""

    index: int
    name: str
    field: str

    def value(self, arguments: tuple[Any, ...], named: Mapping[str, Any]) -> Any:
        """The id in a call; None where the argument is missing."""
        given = arguments[self.index] if self.index < len(arguments) else named.get(self.name)
        return getattr(given, self.field, None) if self.field else given


def _argument(method: Callable[..., Any], named: str) -> _Argument:
    name, _, field_name = named.partition(".")
    parameters = list(inspect.signature(method).parameters)[2:]  # behind self and permit
    if name not in parameters:
        raise TypeError(f"{method.__qualname__} has no argument '{name}' that could name what it acts on")
    if field_name and field_name not in getattr(get_type_hints(method)[name], "__annotations__", {}):
        raise TypeError(f"the argument '{name}' of {method.__qualname__} has no field '{field_name}'")
    return _Argument(index=parameters.index(name), name=name, field=field_name)
