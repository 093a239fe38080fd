"""What becomes of a text that is being written down: kept as it is typed, as a point, a decision or an action."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assessment.domain.answered.workshop import Decision, DecisionKind, ParkedPoint
from assessment.services.identity import new_noted_id
from assessment.services.noted import Noted, NotedEntry
from assessment.services.validation import checked
from assessment.ui import session
from assessment.ui.components.writing import settle
from assessment.ui.pages.workshop.place import Cockpit
from assessment.views.wording.workshop import noted as words


@dataclass(frozen=True, slots=True, kw_only=True)
class Noting:
    """The text being written: its id and what the store holds of it."""

    cockpit: Cockpit
    id: str
    stored: NotedEntry | None
    version: int

    @classmethod
    def of(cls, cockpit: Cockpit, noted: Noted) -> Noting:
        """What this session writes down now; the same until it goes on to the next."""
        key = f"{cockpit.key('noted')}:id"
        session.seed(key, new_noted_id())
        own_id = str(session.value(key))
        entry, version = noted.find(own_id)
        return cls(cockpit=cockpit, id=own_id, stored=entry, version=version)

    @property
    def key(self) -> str:
        """The key of the field: always the same, so that the browser knows what was typed into it and not saved."""
        return self.cockpit.key("noted")

    @property
    def stored_text(self) -> str:
        """The words that the store holds."""
        return "" if self.stored is None else self.stored.text

    @property
    def kind(self) -> str:
        """What it is written down as."""
        return str(session.value(f"{self.key}:kind") or words.PARK)


def typed(noting: Noting) -> str:
    """What stands in the field."""
    return str(session.value(noting.key) or "").strip()


def save_typed(noting: Noting, version: int | None = None) -> None:
    """Callback: keep what stands in the fields over what was drawn; nothing is kept of no words."""
    expected = session.drawn_version(noting.key) if version is None else version
    with session.saving(noting.key):
        _save(noting, expected)


def go_on(noting: Noting) -> None:
    """Callback: keep it, and begin the next with empty fields."""
    if not typed(noting):
        return
    save_typed(noting)
    if not session.has_trouble(noting.key):
        begin_anew(noting)


def save_mine(noting: Noting) -> None:
    """Callback: keep one's own over what somebody else made of it."""
    save_typed(noting, noting.version)


def _save(noting: Noting, expected: int) -> None:
    service, actor, assessment_id = session.plumbline().noted, session.actor(), noting.cockpit.assessment_id
    stored = noting.stored
    if not typed(noting):
        if expected and stored is not None:
            service.remove(actor, assessment_id, type(stored), noting.id, expected_version=expected)
            session.rebind(noting.key, 0)
        return
    entry = _entry(noting)
    is_other_kind = stored is not None and type(stored) is not type(entry)
    version = service.put(actor, assessment_id, entry, expected_version=0 if is_other_kind else expected)
    session.rebind(noting.key, version)
    if is_other_kind and stored is not None:
        service.remove(actor, assessment_id, type(stored), noting.id)


def _entry(noting: Noting) -> NotedEntry:
    """The text as an entry, with what it is about: what was asked last when it was begun."""
    item, before = noting.cockpit.last_item, noting.stored
    process_id = before.process_id if before is not None else item.process_id if item is not None else None
    if noting.kind == words.PARK:
        item_id = item.id if before is None and item is not None else getattr(before, "item_id", None)
        return checked(ParkedPoint, id=noting.id, text=typed(noting), process_id=process_id, item_id=item_id)
    owner, due = session.value(f"{noting.key}:owner"), session.value(f"{noting.key}:due")
    return checked(
        Decision,
        id=noting.id,
        kind=DecisionKind(noting.kind),
        text=typed(noting),
        owner=str(owner).strip() if owner and str(owner).strip() else None,
        due=due if isinstance(due, date) else None,
        process_id=process_id,
    )


def begin_anew(noting: Noting) -> None:
    """Callback: what is kept stays as it is, and the next begins with empty fields."""
    key = noting.key
    settle(key, typed(noting))
    session.unbind(key, key)
    session.drop(f"{key}:id", f"{key}:owner", f"{key}:due")
