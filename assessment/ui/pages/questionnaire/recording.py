"""What the form of the room's value holds, and how it is kept: over the value that was drawn, and over no other."""

from __future__ import annotations

from assessment.domain.answered.assessment import AgreedValue
from assessment.domain.answered.entries import SHORT_TEXT_LIMIT, AnswerKind
from assessment.domain.authored.framework import Horizon, Item
from assessment.errors import InvalidInput
from assessment.services.validation import checked
from assessment.ui import session
from assessment.ui.pages.questionnaire.chosen import NOT_APPLICABLE
from assessment.ui.pages.questionnaire.place import Place
from assessment.ui.pages.questionnaire.present import present_ids
from assessment.views.wording.pages import questionnaire_folds as words

_FIELDS = ("value", "certainty", "note", "present")


def fields_of(key: str) -> tuple[str, ...]:
    """The keys of the fields of a form."""
    return tuple(f"{key}:{field}" for field in _FIELDS)


def is_empty(key: str) -> bool:
    """Whether nothing is filled in: what was there is to be withdrawn."""
    return session.value(f"{key}:value") is None and not _note(key)


def _note(key: str) -> str:
    return str(session.value(f"{key}:note") or "").strip()


def filled_in(item: Item, horizon: Horizon, key: str) -> AgreedValue | None:
    """The form as it was sent; the reason why a question does not apply is the beginning of the room's reason. None
    while statement or reason is missing.
    """
    choice, note = session.value(f"{key}:value"), _note(key)
    if choice is None or not note:
        return None
    return checked(
        AgreedValue,
        item_id=item.id,
        horizon=horizon,
        answer={"kind": AnswerKind.NOT_APPLICABLE, "reason": note[:SHORT_TEXT_LIMIT]}
        if choice == NOT_APPLICABLE
        else {"kind": AnswerKind.RATED, "code": int(choice)},
        note=note,
        certainty=session.value(f"{key}:certainty"),
        present_ids=present_ids(f"{key}:present"),
    )


def record(place: Place, item: Item, horizon: Horizon, key: str, version: int | None = None) -> None:
    """Callback: keep the whole form, over the value of `version`, else over the one that was drawn."""
    expected = session.drawn_version(key) if version is None else version
    service, actor = session.plumbline().answering, session.actor()
    with session.saving(key):
        value = filled_in(item, horizon, key)
        if value is None:
            raise InvalidInput(words.AGREEMENT, words.AGREEMENT_INCOMPLETE, words.AGREEMENT_ADVICE)
        session.rebind(key, service.agree(actor, place.assessment_id, value, expected_version=expected))


def withdraw(place: Place, item: Item, horizon: Horizon, key: str, version: int | None = None) -> None:
    """Callback: let the median of the answers stand again."""
    expected = session.drawn_version(key) if version is None else version
    session.put(f"{key}:value", None)
    session.put(f"{key}:note", "")
    with session.saving(key):
        session.plumbline().answering.clear_agreed(
            session.actor(), place.assessment_id, item.id, horizon, expected_version=expected
        )
        session.drop(*fields_of(key))
