"""Saving a setting of the roadmap: over what it was when it was drawn, and beside what others set meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.errors import Conflict
from assessment.ui import session
from assessment.ui.components.saved import conflict_choice, saved_sign
from assessment.ui.pages.roadmap.plan import Plan, begin_anew
from assessment.ui.pages.roadmap.tried import changed_settings, give_up_tried

Change = Callable[[RoadmapSettings], Mapping[str, Any]]


def save_settings(plan: Plan, change: Change, version: int | None = None) -> None:
    """Save what `change` makes of the stored settings, over those of `version`, else those that were drawn; for
    callbacks.

    What somebody else changed since stays: other settings and other steps beside this change, the same one in place of
    it. Then both values are told with a way to save one's own, and the widgets begin anew from the store.
    """
    sign = plan.sign
    expected = session.drawn_version(sign) if version is None else version
    session.drop(_mine_key(plan))
    with session.saving(sign):
        try:
            saved = session.plumbline().setup.change_roadmap(
                session.actor(),
                plan.assessment_id,
                lambda stored: changed_settings(stored, change(stored)),
                expected_version=expected,
            )
        except Conflict:
            begin_anew(plan.assessment_id)
            session.put(_mine_key(plan), change)
            raise
        if saved.version_before == session.drawn_version(sign):  # else the next run shows what others changed
            session.rebind(sign, saved.version)


def draw_saved(plan: Plan, hint: str) -> None:
    """Draw what became of the last save; of a conflict both values: what is stored, which the page shows now, and what
    was not.
    """
    saved_sign(plan.sign, words=hint)
    outcome, mine = session.save_outcome(plan.sign), session.value(_mine_key(plan))
    if outcome is not None and mine is not None:
        conflict_choice(
            plan.sign,
            keep_theirs=lambda: _keep_theirs(plan),
            save_mine=lambda: _save_mine(plan, mine, outcome.version),
        )


def _keep_theirs(plan: Plan) -> None:
    """Callback: what is stored is shown already."""
    session.drop(_mine_key(plan))
    session.forget_outcome(plan.sign)


def _save_mine(plan: Plan, mine: Change, version: int) -> None:
    """Callback: the same change once more, over what was shown; the widgets show what comes of it."""
    save_settings(plan, mine, version)
    begin_anew(plan.assessment_id)
    give_up_tried()


def _mine_key(plan: Plan) -> str:
    return f"{plan.sign}:mine"
