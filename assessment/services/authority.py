"""Who may do what: every service operation is registered here with the permission it needs, and denied by default.

    @operation("assessments.create", Permission.EDIT)
    def create(self, permit: Permit, new: NewAssessment) -> str: ...

is called as `create(actor, new)`. The decorator turns the actor into a `Permit`, or raises NotAvailable; the body is
never reached without one, and the permit carries actor and operation into the journal.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from types import MappingProxyType
from typing import Concatenate, ParamSpec, TypeVar

from assessment.errors import NotAvailable
from assessment.services.actor import LOCAL_ACTOR, Actor

ServiceT = TypeVar("ServiceT")
ResultT = TypeVar("ResultT")
Arguments = ParamSpec("Arguments")


class Permission(StrEnum):
    """What an operation needs."""

    READ = "read"
    ANSWER = "answer"
    EDIT = "edit"
    SIGN_OFF = "sign-off"
    REMOVE = "remove"


RIGHTS: Mapping[str, frozenset[Permission]] = MappingProxyType({LOCAL_ACTOR.id: frozenset(Permission)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """A registered service operation: its name, the permission it needs, and the method that does it."""

    name: str
    permission: Permission
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Permit:
    """Proof that an actor may perform an operation."""

    actor: Actor
    operation: str


_OPERATIONS: dict[str, Operation] = {}


def operations() -> Mapping[str, Operation]:
    """Every registered operation by name."""
    return MappingProxyType(_OPERATIONS)


def authorise(actor: Actor, operation: Operation) -> Permit:
    """A permit for the actor; NotAvailable for anybody without the permission, as if the thing were not there."""
    if not isinstance(actor, Actor) or operation.permission not in RIGHTS.get(actor.id, frozenset()):
        raise NotAvailable("This")
    return Permit(actor=actor, operation=operation.name)


def operation(
    name: str, permission: Permission
) -> Callable[
    [Callable[Concatenate[ServiceT, Permit, Arguments], ResultT]],
    Callable[Concatenate[ServiceT, Actor, Arguments], ResultT],
]:
    """Register a service method and let it be called with an Actor, who is authorised first."""

    def register(
        method: Callable[Concatenate[ServiceT, Permit, Arguments], ResultT],
    ) -> Callable[Concatenate[ServiceT, Actor, Arguments], ResultT]:
        registered = Operation(name=name, permission=permission, method=f"{method.__module__}.{method.__qualname__}")
        if _OPERATIONS.setdefault(name, registered).method != registered.method:
            raise TypeError(f"two methods are called '{name}': {registered.method} and {_OPERATIONS[name].method}")

        @wraps(method)
        def authorised(
            self: ServiceT, actor: Actor, /, *arguments: Arguments.args, **named: Arguments.kwargs
        ) -> ResultT:
            return method(self, authorise(actor, registered), *arguments, **named)

        return authorised

    return register
