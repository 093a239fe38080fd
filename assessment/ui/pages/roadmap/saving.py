"""Saving a setting of the roadmap: over what it was when it was drawn, and beside what others set meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.errors import Conflict
from assessment.ui import session
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import plain
from assessment.ui.pages.roadmap.plan import Plan, begin_anew, changed_settings
from assessment.views.wording.conflicts import labelled
from assessment.views.wording.pages.shared import THEIRS, YOURS

Change = Callable[[RoadmapSettings], Mapping[str, Any]]


def save_settings(plan: Plan, change: Change) -> None:
    """Save what `change` makes of the stored settings; for callbacks.

    What somebody else changed since the widgets were drawn stays: other settings and other steps beside this change,
    the same one in place of it. Then both values are told and the widgets begin anew from the store.
    """
    sign = plan.sign
    with session.saving(sign):
        try:
            saved = session.plumbline().setup.change_roadmap(
                session.actor(),
                plan.assessment_id,
                lambda stored: changed_settings(stored, change(stored)),
                expected_version=session.drawn_version(sign),
            )
        except Conflict:
            begin_anew(plan.assessment_id)
            raise
        if saved.version_before == session.drawn_version(sign):  # else the next run shows what others changed
            session.rebind(sign, saved.version)


def draw_saved(plan: Plan, hint: str) -> None:
    """Draw what became of the last save; of a conflict what is stored, which the page shows now, and what was not."""
    saved_sign(plan.sign, words=hint)
    outcome = session.save_outcome(plan.sign)
    if outcome is not None and outcome.conflict is not None:
        plain(labelled(THEIRS, outcome.conflict["theirs"]))
        plain(labelled(YOURS, outcome.conflict["yours"]))
