"""Why two assessments cannot be set side by side, and what is not there to be compared."""

from __future__ import annotations

from assessment.domain.comparing.results import Obstacle, ObstacleKind

COMPARISON = "Comparison"
THE_EARLIER_ONE = "The assessment to compare with"
CHOOSE_ANOTHER = "Choose another assessment to compare with."


def cannot(found: Obstacle) -> str:
    """Why two assessments cannot be set side by side."""
    before, after = found.before, found.after
    match found.kind:
        case ObstacleKind.ITSELF:
            return "it is the same assessment"
        case ObstacleKind.ORGANISATION:
            return f"one is of {before}, the other of {after}"
        case ObstacleKind.FRAMEWORK:
            return f"they answer different frameworks, {before} and {after}"
        case ObstacleKind.MAJOR_VERSION:
            return (
                f"they answer versions {before} and {after} of the framework, and the same number means another thing"
            )
        case ObstacleKind.DEPTH:
            return f"one was asked at {before} depth, the other at {after} depth, and such levels are never compared"
        case ObstacleKind.BOUND:
            return f"a level counts from {before} % in one and from {after} % in the other"
