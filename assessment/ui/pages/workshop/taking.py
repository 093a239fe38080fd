"""What is taken as the room's value, and how it is kept: over the value that was drawn, and over no other."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.ui import session
from assessment.ui.components.writing import settle
from assessment.ui.pages.workshop.form import Form
from assessment.ui.pages.workshop.moving import ask
from assessment.ui.pages.workshop.place import Cockpit


def take(cockpit: Cockpit, form: Form, choice: str) -> None:
    """Callback: take a statement as the room's value, and keep it unless it waits for a reason."""
    session.put(f"{form.key}:value", choice)
    keep(cockpit, form)


def keep(cockpit: Cockpit, form: Form, version: int | None = None) -> None:
    """Callback: keep what is filled in, over the value of `version`, else over the one that was drawn."""
    if form.chosen is None:
        return
    if form.lacks_reason:
        session.forget_outcome(form.key)
        return
    expected = session.drawn_version(form.key) if version is None else version
    service, actor = session.plumbline().answering, session.actor()
    with session.saving(form.key):
        value = form.value()
        if value is not None:
            session.rebind(form.key, service.agree(actor, cockpit.assessment_id, value, expected_version=expected))


def keep_theirs(form: Form) -> None:
    """Callback: begin anew from the store."""
    settle(f"{form.key}:note", form.note)
    session.unbind(form.key, *form.names)


def withdraw(cockpit: Cockpit, form: Form) -> None:
    """Callback: nothing is agreed any more."""
    expected = session.drawn_version(form.key)
    with session.saving(form.key):
        session.plumbline().answering.clear_agreed(
            session.actor(), cockpit.assessment_id, form.item.id, form.horizon, expected_version=expected
        )
        session.drop(*form.names)


def take_and_go_on(cockpit: Cockpit, forms: Sequence[Form], next_id: str | None) -> None:
    """Callback: take what is proposed where nothing was taken, and once all of it is kept ask the next question."""
    for form in forms:
        if form.stored is None and form.proposed is not None and form.chosen is None:
            take(cockpit, form, form.proposed)
    if next_id is not None and not any(session.has_trouble(form.key) or form.lacks_reason for form in forms):
        ask(cockpit, next_id)
