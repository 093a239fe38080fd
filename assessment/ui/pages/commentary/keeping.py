"""What becomes of the text of a place: saved as it is typed, begun from the proposal, given back to it."""

from __future__ import annotations

from assessment.domain.answered.texts import OwnText
from assessment.services.validation import checked
from assessment.ui import session
from assessment.ui.components.writing import settle
from assessment.ui.pages.commentary.writing import Writing


def typed(writing: Writing) -> str:
    """What stands in the field."""
    return str(session.value(writing.key) or "").strip()


def typed_text(writing: Writing) -> OwnText | None:
    """The same as an entry, None for nothing."""
    text = typed(writing)
    return _entry(writing, text, writing.begun_from) if text else None


def save_typed(writing: Writing, version: int | None = None) -> None:
    """Callback: keep what stands in the field over the text of `version`, else over the one that was drawn."""
    expected = session.drawn_version(writing.key) if version is None else version
    with session.saving(writing.key):
        text = typed_text(writing)
        if text is None:
            _remove(writing, expected)
        else:
            _save(writing, text, expected)


def start(writing: Writing) -> None:
    """Callback: take the proposal as one's own text, with whatever was typed above it."""
    _put(writing, "\n\n".join(part for part in (typed(writing), writing.stored.view.proposal.text) if part))


def confirm(writing: Writing) -> None:
    """Callback: the text as it stands holds for the facts of today too."""
    _put(writing, typed(writing))


def give_back(writing: Writing) -> None:
    """Callback: take the text away, so that the proposal stands there again."""
    with session.saving(writing.key):
        _remove(writing, session.drawn_version(writing.key))
        _begin_anew(writing)


def keep_theirs(writing: Writing) -> None:
    """Callback: show what is stored."""
    _begin_anew(writing)


def is_behind(writing: Writing) -> bool:
    """Whether the store holds another text than the one that was drawn; the same text is bound to its new version."""
    if session.drawn_version(writing.key) == writing.stored.version:
        return False
    if typed(writing) != writing.stored_text:
        return True
    session.rebind(writing.key, writing.stored.version)
    if session.has_trouble(writing.key):
        session.forget_outcome(writing.key)
    return False


def _put(writing: Writing, text: str) -> None:
    """Keep a text as one of the facts of today, and show it in the field."""
    with session.saving(writing.key):
        entry = _entry(writing, text, writing.stored.view.proposal.facts_hash)
        _save(writing, entry, session.drawn_version(writing.key))
        session.put(writing.key, text)


def _entry(writing: Writing, text: str, facts_hash: str | None) -> OwnText:
    return checked(OwnText, place_id=writing.place_id, text=text, facts_hash=facts_hash)


def _save(writing: Writing, text: OwnText, version: int) -> None:
    saved = session.plumbline().texts.save(session.actor(), writing.assessment_id, text, expected_version=version)
    session.rebind(writing.key, saved)


def _remove(writing: Writing, version: int) -> None:
    service = session.plumbline().texts
    service.remove(session.actor(), writing.assessment_id, writing.place_id, expected_version=version)
    session.rebind(writing.key, 0)


def _begin_anew(writing: Writing) -> None:
    settle(writing.key, typed(writing))
    session.unbind(writing.key, writing.key)
