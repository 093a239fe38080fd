"""The form of each horizon of a revealed question: what is stored, what the votes come to, who was present."""

from __future__ import annotations

from assessment.domain.authored.framework import Horizon, Item
from assessment.domain.rating.results import Outcome
from assessment.domain.workshop.reveal import Revealed
from assessment.domain.workshop.sealing import is_anonymous_id
from assessment.services.room_state import RoomState
from assessment.ui import session
from assessment.ui.pages.workshop.form import Form
from assessment.ui.pages.workshop.people import people_in
from assessment.ui.pages.workshop.place import Cockpit
from assessment.views.room import room_view
from assessment.views.workshop.cockpit import NOT_APPLICABLE_CHOICE, asked_horizons


def forms_of(cockpit: Cockpit, item: Item, state: RoomState) -> tuple[Form, ...]:
    """One form a horizon, as-is first."""
    answering, actor = session.plumbline().answering, session.actor()
    votes = answering.votes(actor, cockpit.assessment_id, item.id)
    stored = {one.value.horizon: one for one in answering.agreed(actor, cockpit.assessment_id, item.id)}
    here = {one.respondent_id for one in people_in(cockpit)}
    revealed = {one.horizon: one for one in state.revealed}

    def form(horizon: Horizon) -> Form:
        kept = stored.get(horizon)
        return Form(
            item=item,
            horizon=horizon,
            key=cockpit.item_key(item, f"agreed-{horizon}"),
            stored=kept.value if kept is not None else None,
            version=kept.version if kept is not None else 0,
            reasoned=room_view(cockpit.framework, cockpit.respondents, votes, item, horizon).reasoned,
            proposed=_proposed(revealed.get(horizon)),
            present_ids=tuple(one.id for one in cockpit.respondents if one.id in here),
            anonymous_ids=tuple(
                one.respondent_id for one in votes if one.horizon is horizon and is_anonymous_id(one.respondent_id)
            ),
        )

    return tuple(form(horizon) for horizon in asked_horizons(cockpit.framework, cockpit.assessment, item))


def _proposed(revealed: Revealed | None) -> str | None:
    """The choice that the votes come to; None where they come to nothing, or may not be shown."""
    if revealed is None or not revealed.is_shown:
        return None
    if revealed.outcome is Outcome.NOT_APPLICABLE:
        return NOT_APPLICABLE_CHOICE
    return None if revealed.code is None else str(revealed.code)
