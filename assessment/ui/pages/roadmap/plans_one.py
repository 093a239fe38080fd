"""One saved plan: choosing it as the plan, trying its settings or planning with them again."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from assessment.domain.answered.plans import SavedPlan
from assessment.domain.planning.saved import chosen_plan
from assessment.errors import Conflict
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.saved import conflict_choice, saved_sign
from assessment.ui.pages.roadmap.plan import Plan
from assessment.ui.pages.roadmap.plans_named import draw_named
from assessment.ui.pages.roadmap.saving import draw_saved, save_settings
from assessment.ui.pages.roadmap.tried import give_up_tried, try_plan
from assessment.views.plans.listing import newest_first
from assessment.views.wording.pages import plans as words


def draw_one(plan: Plan) -> None:
    """Draw a choice of a saved plan and what can be done with it."""
    versions = session.plumbline().plans.versions(session.actor(), plan.assessment_id)
    plans = {one.id: one for one in newest_first(plan.computed) if one.id in versions}
    if not plans:
        return
    key = plan.key("plans-one")
    if session.value(key) not in plans:
        session.put(key, next(iter(plans)))
    names = {plan_id: one.name for plan_id, one in plans.items()}
    chosen_id = st.selectbox(words.ONE_LABEL, tuple(plans), format_func=labels(names), key=key, width=420)
    one = plans[chosen_id or next(iter(plans))]
    with st.container(horizontal=True, gap="small"):
        _draw_choosing(plan, one)
        _draw_settings(plan, one)
    _draw_conflict(plan)
    draw_saved(plan, words.RESTORE_HINT)
    draw_named(plan, one, versions[one.id])


def _draw_choosing(plan: Plan, one: SavedPlan) -> None:
    present = chosen_plan(plan.computed.assessment.plans)
    seen_id = None if present is None else present.id
    wanted_id = None if one.is_chosen else one.id
    st.button(
        words.CHOOSE_NONE if one.is_chosen else words.CHOOSE,
        type="secondary" if one.is_chosen else "primary",
        key=plan.key("plans-choose"),
        on_click=_choose,
        args=(plan, wanted_id, seen_id),
    )


def _choose(plan: Plan, wanted_id: str | None, seen_id: str | None) -> None:
    """Callback: make a plan the plan over the one that was seen as such."""
    with session.saving(_sign(plan), words.CHOSEN_NOW):
        try:
            session.plumbline().plans.choose(session.actor(), plan.assessment_id, wanted_id, seen_id=seen_id)
        except Conflict:
            session.put(_mine(plan), {"plan_id": wanted_id})
            raise


def _draw_conflict(plan: Plan) -> None:
    """Draw what became of the choice; where somebody else chose meanwhile, which of the two is to stay."""
    saved_sign(_sign(plan), words=words.CHOSEN_HINT)
    mine = session.value(_mine(plan))
    if mine is None:
        return
    present = chosen_plan(plan.computed.assessment.plans)
    seen_id = None if present is None else present.id

    def done(save: Callable[[], None]) -> Callable[[], None]:
        def settle_it() -> None:
            session.drop(_mine(plan))
            session.forget_outcome(_sign(plan))
            save()

        return settle_it

    conflict_choice(
        _sign(plan),
        keep_theirs=done(lambda: None),
        save_mine=done(lambda: _choose(plan, mine["plan_id"], seen_id)),
    )


def _draw_settings(plan: Plan, one: SavedPlan) -> None:
    if st.button(words.TRY, key=plan.key("plans-try")):
        with session.saving(plan.key("plans-tried")):
            session.plumbline().roadmap.preview(session.actor(), plan.assessment_id, one.settings)
            try_plan(plan.assessment_id, one.id)
            st.rerun()
        saved_sign(plan.key("plans-tried"))
    if st.button(words.RESTORE, key=plan.key("plans-restore")):
        save_settings(plan, lambda _: dict(one.settings))
        if not session.has_trouble(plan.sign):
            give_up_tried()
            st.rerun()


def _sign(plan: Plan) -> str:
    return plan.key("plans-chosen")


def _mine(plan: Plan) -> str:
    return f"{_sign(plan)}:mine"
