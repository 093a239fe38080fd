"""Callbacks of evidence: a file handed in, said of, removed; each is on the disk before the page is drawn again."""

from __future__ import annotations

from assessment.domain.authored.framework import Item
from assessment.services.evidence import NewFile, StoredFile
from assessment.ui import session
from assessment.ui.pages.questionnaire.place import Place
from assessment.views.wording.pages import questionnaire_folds as words


def attach(place: Place, item: Item, key: str, upload: str) -> None:
    """Keep the file that was chosen; the field is empty again, also where the file is refused in words."""
    chosen = session.value(upload)
    if chosen is None:
        return
    with session.saving(key, words.FILE_KEPT):
        new = NewFile(name=chosen.name, content=chosen.getvalue())
        session.plumbline().evidence.attach(session.actor(), place.assessment_id, item.id, new)
    session.renew(key)


def say_written(place: Place, item: Item, note: str, key: str) -> None:
    """Keep which way the written evidence speaks, over the text that was drawn."""
    with session.saving(note):
        version = session.plumbline().evidence.set_speaks(
            session.actor(),
            place.assessment_id,
            place.respondent.id,
            item.id,
            session.value(key),
            expected_version=session.drawn_version(note),
        )
        session.rebind(note, version)


def follow(key: str, stored: StoredFile) -> None:
    """Let the choice show what is stored."""
    session.put(key, stored.file.speaks)


def say_file(place: Place, key: str, stored: StoredFile) -> None:
    """Keep which way a file speaks, over what was drawn of it."""
    with session.saving(key):
        session.plumbline().evidence.change(
            session.actor(),
            place.assessment_id,
            stored.file.id,
            session.value(key),
            stored.file.caption,
            expected_version=stored.version,
        )


def remove(place: Place, key: str, stored: StoredFile) -> None:
    """Remove a file as it was seen."""
    with session.saving(key):
        session.plumbline().evidence.remove(
            session.actor(), place.assessment_id, stored.file.id, expected_version=stored.version
        )
