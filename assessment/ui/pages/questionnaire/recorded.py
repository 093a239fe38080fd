"""What is kept of the room's value: the saved sign, or what somebody else agreed on meanwhile."""

from __future__ import annotations

from assessment.domain.authored.framework import Horizon
from assessment.services.answering import Question
from assessment.ui import session
from assessment.ui.components.saved import draw_outdated
from assessment.ui.components.writing import draw_sign, settle
from assessment.ui.pages.questionnaire.horizons import agreement_version, stored_agreement
from assessment.ui.pages.questionnaire.place import Place, agreement_key
from assessment.ui.pages.questionnaire.recording import fields_of, filled_in, lacks_reason, record, withdraw
from assessment.views.conflicts import Teller
from assessment.views.room import RoomView
from assessment.views.wording.pages import questionnaire_folds as words


def draw_what_is_kept(place: Place, entry: Question, horizon: Horizon, room: RoomView) -> None:
    """The saved sign, or both values where somebody else agreed on another one since this one was drawn."""
    key = agreement_key(place, entry.item, horizon)
    stored, version = stored_agreement(entry, horizon), agreement_version(entry, horizon)
    is_waiting = lacks_reason(key, room.reasoned)
    yours = None if is_waiting else filled_in(entry.item, horizon, key)
    if session.drawn_version(key) != version and yours == stored:
        session.rebind(key, version)
    if session.drawn_version(key) == version:
        is_stored = stored is not None and not is_waiting
        said = "" if is_stored else words.REASON_ASKED if is_waiting else words.NOTHING_AGREED
        draw_sign(key, is_stored=is_stored, said=said)
        return
    is_sent = session.has_trouble(key)
    told = Teller(framework=place.framework, respondents=place.respondents).both(stored, yours if is_sent else None)
    draw_outdated(
        key,
        told[0],
        told[1] if is_sent else None,
        keep_theirs=lambda: _keep_theirs(key),
        save_mine=lambda: (
            withdraw(place, entry.item, horizon, version)
            if yours is None
            else record(place, entry.item, horizon, room.reasoned, version)
        ),
    )


def _keep_theirs(key: str) -> None:
    """Callback: begin anew from the store."""
    settle(f"{key}:note", str(session.value(f"{key}:note") or ""))
    session.unbind(key, *fields_of(key))
