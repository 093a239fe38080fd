"""What is set of single linkages in place of what their kind says: whether one binds, and how much it weighs."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from assessment.domain.answered.roadmap_settings import LinkStrength, RoadmapSettings
from assessment.domain.authored.content import Linkage
from assessment.ui.pages.roadmap.plan import Plan
from assessment.ui.pages.roadmap.saving import save_settings
from assessment.views.names import process_name
from assessment.views.wording.pages.roadmap import linkage as linkage_text


def linkages_in_scope(plan: Plan) -> Mapping[str, Linkage]:
    """The linkages between two processes in scope, by id, in the framework's order."""
    scope = plan.computed.assessment.scope
    return {
        linkage.id: linkage
        for linkage in plan.computed.framework.linkages
        if linkage.from_process in scope and linkage.to_process in scope
    }


def linkage_name(plan: Plan, linkage: Linkage) -> str:
    """A linkage by the names of its two ends."""
    framework = plan.computed.framework
    return linkage_text(process_name(framework, linkage.from_process), process_name(framework, linkage.to_process))


def own_entry(settings: RoadmapSettings, linkage: Linkage) -> LinkStrength:
    """What is set of a linkage; nothing of one that nobody touched."""
    found = (entry for entry in settings.linkages if entry.linkage_id == linkage.id)
    return next(found, LinkStrength(linkage_id=linkage.id))


def save_binding(plan: Plan, linkage: Linkage, is_hard: bool | None) -> None:
    """Store whether a linkage binds, None for what the framework says; its strength stays."""
    _save(plan, linkage, lambda own: own.model_copy(update={"is_hard": is_hard}))


def save_strength(plan: Plan, linkage: Linkage, strength: float | None) -> None:
    """Store how much a linkage weighs, None for what its kind says; whether it binds stays."""
    _save(plan, linkage, lambda own: own.model_copy(update={"strength": strength}))


def _save(plan: Plan, linkage: Linkage, change: Callable[[LinkStrength], LinkStrength]) -> None:
    """Store the entry of a linkage changed; one that says nothing any more is dropped."""

    def changed(stored: RoadmapSettings) -> dict[str, tuple[LinkStrength, ...]]:
        own = change(own_entry(stored, linkage))
        entries = {entry.linkage_id: entry for entry in stored.linkages} | {linkage.id: own}
        if own.strength is None and own.is_hard is None:
            del entries[linkage.id]
        return {"linkages": tuple(entries[linkage_id] for linkage_id in sorted(entries))}

    save_settings(plan, changed)
