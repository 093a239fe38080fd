"""What the field of a note holds, and how it is kept."""

from __future__ import annotations

from assessment.domain.answered.assessment import Note, NoteKind
from assessment.domain.authored.framework import Item
from assessment.services.answering import StoredNote
from assessment.services.validation import checked
from assessment.ui import session
from assessment.ui.components.writing import settle
from assessment.ui.pages.questionnaire.place import Place
from assessment.ui.pages.questionnaire.switching import follow_pickers, is_refused


def keep_theirs(key: str) -> None:
    """Callback: begin anew from the store."""
    settle(key, _text(key))
    session.unbind(key, key)


def is_behind(key: str, stored: Note | None, version: int) -> bool:
    """Whether the store holds another text than the one that was drawn; the same text is bound to its new version."""
    if session.drawn_version(key) == version:
        return False
    if _text(key) != (stored.text if stored is not None else ""):
        return True
    session.rebind(key, version)
    if session.has_trouble(key):
        session.forget_outcome(key)
    return False


def release_key(key: str) -> str:
    """Key of the switch that releases the note of that key."""
    return f"{key}:release"


def _text(key: str) -> str:
    return str(session.value(key) or "").strip()


def typed_note(place: Place, item: Item, kind: NoteKind, key: str) -> Note | None:
    """The text as it stands in the field; what becomes of its release is the store's affair."""
    text = _text(key)
    if not text:
        return None
    return checked(Note, respondent_id=place.respondent.id, item_id=item.id, kind=kind, text=text)


def release(place: Place, item: Item, kind: NoteKind, key: str, *, is_released: bool) -> None:
    """Callback of a click: release the note that stands there, or hold it back, for its person or not at all."""
    if is_refused(place):
        return
    service, actor = session.plumbline().answering, session.actor()
    with session.saving(key):
        note = typed_note(place, item, kind, key)
        if note is not None:
            seen = StoredNote(note=note, version=session.drawn_version(key))
            (version,) = service.release(actor, place.assessment_id, (seen,), is_released=is_released)
            session.rebind(key, version)


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
