"""What is chosen as the room's value, and how it is kept: over the value that was drawn, and over no other."""

from __future__ import annotations

from collections.abc import Set

from assessment.domain.answered.assessment import AgreedValue
from assessment.domain.answered.entries import SHORT_TEXT_LIMIT, AnswerKind
from assessment.domain.authored.framework import Horizon, Item
from assessment.services.validation import checked
from assessment.ui import session
from assessment.ui.pages.questionnaire.chosen import NOT_APPLICABLE
from assessment.ui.pages.questionnaire.place import Place, agreement_key
from assessment.ui.pages.questionnaire.present import present_ids

_FIELDS = ("value", "certainty", "note", "present")


def fields_of(key: str) -> tuple[str, ...]:
    """The keys of the fields of an agreement."""
    return tuple(f"{key}:{field}" for field in _FIELDS)


def chosen_value(key: str) -> str | None:
    """The statement that is chosen, None for none."""
    choice = session.value(f"{key}:value")
    return None if choice is None else str(choice)


def lacks_reason(key: str, reasoned: Set[str]) -> bool:
    """Whether what is chosen waits for its reason. `reasoned`: the choices that need one."""
    return chosen_value(key) in reasoned and not _note(key)


def _note(key: str) -> str:
    return str(session.value(f"{key}:note") or "").strip()


def filled_in(item: Item, horizon: Horizon, key: str) -> AgreedValue | None:
    """What is chosen with what was said of it; None where nothing is, and where not applicable has no reason yet.

    The reason why a question does not apply is the beginning of the room's reason.
    """
    choice, note = chosen_value(key), _note(key)
    if choice is None or (choice == NOT_APPLICABLE and not note):
        return None
    return checked(
        AgreedValue,
        item_id=item.id,
        horizon=horizon,
        answer={"kind": AnswerKind.NOT_APPLICABLE, "reason": note[:SHORT_TEXT_LIMIT]}
        if choice == NOT_APPLICABLE
        else {"kind": AnswerKind.RATED, "code": int(choice)},
        note=note or None,
        certainty=session.value(f"{key}:certainty"),
        present_ids=tuple(sorted({*present_ids(f"{key}:present"), *present_ids(f"{key}:unnamed")})),
    )


def record(place: Place, item: Item, horizon: Horizon, reasoned: Set[str], version: int | None = None) -> None:
    """Callback: keep all of it, over the value of `version`, else over the one that was drawn; not without a reason
    that is needed.
    """
    key = agreement_key(place, item, horizon)
    if chosen_value(key) is None:
        return
    if lacks_reason(key, reasoned):
        session.forget_outcome(key)
        return
    expected = session.drawn_version(key) if version is None else version
    service, actor = session.plumbline().answering, session.actor()
    with session.saving(key):
        value = filled_in(item, horizon, key)
        if value is not None:
            session.rebind(key, service.agree(actor, place.assessment_id, value, expected_version=expected))


def withdraw(place: Place, item: Item, horizon: Horizon, version: int | None = None) -> None:
    """Callback: let the median of the answers stand again."""
    key = agreement_key(place, item, horizon)
    expected = session.drawn_version(key) if version is None else version
    session.put(f"{key}:value", None)
    session.put(f"{key}:note", "")
    with session.saving(key):
        session.plumbline().answering.clear_agreed(
            session.actor(), place.assessment_id, item.id, horizon, expected_version=expected
        )
        session.drop(*fields_of(key))
