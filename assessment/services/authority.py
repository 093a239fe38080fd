"""Who may do what with what: every service operation says here what it needs and acts on, and is denied by default.

    @operation("answering.save", Permission.ANSWER, on=Subject.RESPONDENT, of=("assessment_id", "rating.respondent_id"))
    def save(self, permit: Permit, assessment_id: str, rating: Rating) -> SavedAnswer: ...

is called as `save(actor, assessment_id, rating)`. The decorator takes the thing acted on from the arguments, and turns
the actor into a `Permit` for it or raises NotAvailable; the body is never reached without one. Rights are the rows of
one table, so that an actor who may do less, or with fewer assessments, is another row and no other code.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from types import MappingProxyType
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar, get_type_hints

from assessment.errors import NotAvailable


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody who calls a service: a stable id for the journal, a name for the screen.

    `sign_in` is the SHA-256 of the token they came by; None for whoever runs commands on the machine itself.
    """

    id: str
    name: str
    sign_in: str | None = None


LOCAL_ACTOR = Actor(id="local", name="Local user")


class Permission(StrEnum):
    """What an operation needs."""

    READ = "read"
    ANSWER = "answer"
    EDIT = "edit"
    SIGN_OFF = "sign-off"
    REMOVE = "remove"
    ADMINISTER = "administer"


class Subject(StrEnum):
    """What an operation acts on."""

    INSTALLATION = "installation"  # nothing narrower: the list of assessments, the frameworks, a new assessment
    ASSESSMENT = "assessment"
    RESPONDENT = "respondent"  # one respondent's own answers in one assessment
    FRAMEWORK = "framework"
    ORGANISATION = "organisation"
    JOB = "job"  # something being printed; what counts is the thing it was begun on


# the arguments that name a thing, and how a thing is called that is not there or not for this actor
_NAMED_BY: Mapping[Subject, tuple[str, ...]] = MappingProxyType(
    {
        Subject.INSTALLATION: (),
        Subject.ASSESSMENT: ("assessment_id",),
        Subject.RESPONDENT: ("assessment_id", "respondent_id"),
        Subject.FRAMEWORK: ("framework_id",),
        Subject.ORGANISATION: ("organisation_id",),
        Subject.JOB: ("job_id",),
    }
)
_CALLED: Mapping[Subject, str] = MappingProxyType(
    {
        Subject.INSTALLATION: "This",
        Subject.ASSESSMENT: "This assessment",
        Subject.RESPONDENT: "This assessment",
        Subject.FRAMEWORK: "This framework",
        Subject.ORGANISATION: "This organisation",
        Subject.JOB: "This document",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One thing acted on: its kind, and its ids from the widest to the narrowest."""

    subject: Subject
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """One row of the table: the actor has the permission on what the row covers.

    | on | ids | covers |
    |---|---|---|
    | None | | everything |
    | a subject | none | every thing of that kind |
    | an assessment | its id | the assessment, and every respondent's answers in it |
    | a respondent | the assessment's id and the respondent's | this respondent's own answers, nothing else |

    >>> own = Right(actor_id="ann", permission=Permission.ANSWER, on=Subject.RESPONDENT, ids=("a1", "r1"))
    >>> [own.covers(Thing(subject=Subject.RESPONDENT, ids=("a1", one))) for one in ("r1", "r2")]
    [True, False]
    """

    actor_id: str
    permission: Permission
    on: Subject | None = None
    ids: tuple[str, ...] = ()

    def covers(self, thing: Thing) -> bool:
        """Whether the row is about the thing."""
        is_within = (self.on, thing.subject) == (Subject.ASSESSMENT, Subject.RESPONDENT)
        return (self.on in (None, thing.subject) or is_within) and thing.ids[: len(self.ids)] == self.ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """The table of rights; who has no row may do nothing."""

    rows: tuple[Right, ...]

    def allow(self, actor: Actor, permission: Permission, thing: Thing) -> bool:
        """Whether a row gives the actor the permission on the thing."""
        return any(row.actor_id == actor.id and row.permission is permission and row.covers(thing) for row in self.rows)


LOCAL_RIGHTS = Rights(rows=tuple(Right(actor_id=LOCAL_ACTOR.id, permission=one) for one in Permission))


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """A registered operation: what it needs on what, and the method that does it.

    `of` names the arguments that hold the thing's ids. `also` is a permission that it needs on the installation too.
    """

    name: str
    permission: Permission
    on: Subject
    of: tuple[str, ...]
    also: Permission | None
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Permit:
    """Proof that an actor may perform an operation on a thing."""

    actor: Actor
    operation: str
    thing: Thing


class Guarded(Protocol):
    """A service: it has the table of rights its operations are authorised by."""

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
    if not is_known or not rights.allow(actor, operation.permission, thing):
        raise NotAvailable(_CALLED[operation.on])
    if operation.also and not rights.allow(actor, operation.also, Thing(subject=Subject.INSTALLATION)):
        raise NotAvailable(_CALLED[operation.on])
    return Permit(actor=actor, operation=operation.name, thing=thing)


def operation(
    name: str,
    permission: Permission,
    *,
    on: Subject,
    of: tuple[str, ...] | None = None,
    also: Permission | None = None,
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
            of=_NAMED_BY[on] if of is None else of,
            also=also,
            method=f"{method.__module__}.{method.__qualname__}",
        )
        places = tuple(_place(method, one) for one in registered.of)
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
class _Place:
    """Where a call holds an id: an argument by position or name, and the field of it, if it is one."""

    index: int
    name: str
    field: str

    def value(self, arguments: tuple[Any, ...], named: Mapping[str, Any]) -> Any:
        """The id in a call; None where the argument is missing."""
        given = arguments[self.index] if self.index < len(arguments) else named.get(self.name)
        return getattr(given, self.field, None) if self.field else given


def _place(method: Callable[..., Any], named: str) -> _Place:
    name, _, field = named.partition(".")
    parameters = list(inspect.signature(method).parameters)[2:]  # behind self and permit
    if name not in parameters:
        raise TypeError(f"{method.__qualname__} has no argument '{name}' that could name what it acts on")
    if field and field not in getattr(get_type_hints(method)[name], "__annotations__", {}):
        raise TypeError(f"the argument '{name}' of {method.__qualname__} has no field '{field}'")
    return _Place(index=parameters.index(name), name=name, field=field)
