"""Why an assessment cannot be set beside another one, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from assessment.domain.authored.framework import Depth
from assessment.domain.comparing.results import Obstacle, ObstacleKind
from assessment.views.wording.comparison import obstacles as words

_WORDS: Mapping[ObstacleKind, Callable[[str, str], str]] = {
    ObstacleKind.ITSELF: lambda *_: words.ITSELF,
    ObstacleKind.ORGANISATION: words.other_organisation,
    ObstacleKind.FRAMEWORK: words.other_framework,
    ObstacleKind.MAJOR_VERSION: words.other_major_version,
    ObstacleKind.DEPTH: lambda before, now: words.other_depth(Depth(before), Depth(now)),
    ObstacleKind.BOUND: lambda before, now: words.other_bound(float(before), float(now)),
}


def obstacle_text(obstacle: Obstacle) -> str:
    """The reason as a sentence, of the earlier one first."""
    return _WORDS[obstacle.kind](obstacle.before, obstacle.after)
