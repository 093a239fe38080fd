"""What the field of a note holds, and how it is kept."""

from __future__ import annotations

from assessment.domain.answered.assessment import Note, NoteKind
from assessment.domain.authored.framework import Item
from assessment.services.validation import checked
from assessment.ui import session
from assessment.ui.components.writing import settle
from assessment.ui.pages.questionnaire.place import Place
from assessment.ui.pages.questionnaire.switching import follow_pickers, is_refused


def keep_theirs(key: str) -> None:
    """Callback: begin anew from the store."""
    settle(key, _text(key))
    session.unbind(key, key, release_key(key))


def is_behind(key: str, stored: Note | None, version: int) -> bool:
    """Whether the store holds another text than the one that was drawn; the same text is bound to its new version."""
    if session.drawn_version(key) == version:
        return False
    if _text(key) != (stored.text if stored is not None else ""):
        return True
    session.rebind(key, version)
    session.drop(release_key(key))
    if session.has_trouble(key):
        session.forget_outcome(key)
    return False


def release_key(key: str) -> str:
    """Key of the switch that releases the note of that key."""
    return f"{key}:release"


def _text(key: str) -> str:
    return str(session.value(key) or "").strip()


def typed_note(place: Place, item: Item, kind: NoteKind, key: str) -> Note | None:
    """The text with its release as it stands in the field; without a text there is nothing left to release."""
    text = _text(key)
    if not text:
        return None
    return checked(
        Note,
        respondent_id=place.respondent.id,
        item_id=item.id,
        kind=kind,
        text=text,
        is_released=bool(session.value(release_key(key))),
    )


def release(place: Place, item: Item, kind: NoteKind, key: str) -> None:
    """Callback of a click: it counts for the person whose note stands there, or not at all."""
    if not is_refused(place):
        save_note(place, item, kind, key)


def save_note(place: Place, item: Item, kind: NoteKind, key: str, version: int | None = None) -> None:
    """Callback: keep the text, over the one of `version`, else over the one that was drawn."""
    follow_pickers(place)
    expected = session.drawn_version(key) if version is None else version
    service, actor = session.plumbline().answering, session.actor()
    with session.saving(key):
        note = typed_note(place, item, kind, key)
        if note is None:
            service.clear_note(
                actor, place.assessment_id, place.respondent.id, item.id, kind, expected_version=expected
            )
            session.rebind(key, 0)
        else:
            session.rebind(key, service.save_note(actor, place.assessment_id, note, expected_version=expected))
