"""Frameworks that differ from the tiny one in what a test is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assessment.domain.authored.framework import Framework
from tests.builders import tiny_framework


def altered(framework: Framework, **changes: Any) -> Framework:
    """A framework with some fields replaced; what was derived from the old ones is derived anew."""
    return Framework(**{name: getattr(framework, name) for name in Framework.model_fields} | changes)


def with_activities(framework: Framework, changes: Mapping[str, Mapping[str, Any]]) -> Framework:
    """Activities of every process changed: fields to replace by the activity's id."""
    processes = tuple(
        process.model_copy(
            update={
                "activities": tuple(
                    activity.model_copy(update=dict(changes.get(activity.id, {}))) for activity in process.activities
                )
            }
        )
        for process in framework.processes
    )
    return altered(framework, processes=processes)


def weighted_framework(process_count: int = 1) -> Framework:
    """Three delivery activities weighing 1, 0.5 and 3, two of quality control weighing 2 and 1, and one weighing 0."""
    weights = {"deliver-2": 0.5, "deliver-3": 3.0, "check-1": 2.0}
    changes = {activity_id: {"weight": weight} for activity_id, weight in weights.items()}
    return with_activities(tiny_framework(process_count), changes)
