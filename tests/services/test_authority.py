"""Every public method of every service is a registered operation and turns strangers away."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from assessment.errors import NotAvailable
from assessment.services.actor import LOCAL_ACTOR, Actor
from assessment.services.authority import RIGHTS, Permission, Permit, operation, operations
from assessment.services.plumbline import Plumbline

STRANGER = Actor(id="stranger", name=LOCAL_ACTOR.name)
HOUSEKEEPING = {"close"}  # they touch no assessment


def methods(plumbline: Plumbline) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every public method of every service, by its full name."""
    for service in vars(plumbline).values():
        if not type(service).__module__.startswith("assessment.services."):
            continue
        for name, method in inspect.getmembers(service, inspect.ismethod):
            if not name.startswith("_") and name not in HOUSEKEEPING:
                yield f"{type(service).__module__}.{method.__func__.__qualname__}", method


def test_every_public_method_of_a_service_is_registered_and_nothing_else_is(plumbline: Plumbline) -> None:
    found = {name for name, _ in methods(plumbline)}
    registered = {one.method for one in operations().values() if one.method.startswith("assessment.")}
    assert found == registered
    assert len(found) > 30


def test_every_operation_denies_a_stranger_before_it_does_anything(plumbline: Plumbline) -> None:
    for name, method in methods(plumbline):
        for stranger in (STRANGER, Actor(id="", name=""), None, "local"):
            arguments = [None] * (len(inspect.signature(method).parameters) - 1)
            with pytest.raises(NotAvailable):
                method(stranger, *arguments)
            assert name
    assert plumbline.assessments.list_assessments(LOCAL_ACTOR) == ()


def test_every_operation_needs_a_permission_that_somebody_must_be_given() -> None:
    assert {one.permission for one in operations().values()} <= set(Permission)
    assert set(RIGHTS) == {LOCAL_ACTOR.id}


def test_the_walk_finds_a_method_that_forgot_to_register(plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(plumbline.setup), "forgotten", lambda self, actor: None, raising=False)
    registered = {one.method for one in operations().values()}
    assert {name for name, _ in methods(plumbline)} - registered


def test_two_methods_cannot_have_one_name() -> None:
    def another(self: object, permit: Permit) -> None:
        raise AssertionError(permit)

    with pytest.raises(TypeError, match=r"two methods are called 'questionnaire\.answer'"):
        operation("questionnaire.answer", Permission.READ)(another)
