"""Which values of a scale take which step's colour: rules that stay alive where somebody edits a cell."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.rating.scale import LETTERS, TOLERANCE
from assessment.views.heatmap_scale import ABOVE_EDGES, GAP_EDGES
from assessment.views.sheets.model import Scale


@dataclass(frozen=True, slots=True, kw_only=True)
class ColourRule:
    """Cells that hold just `equals`, or numbers from `low` to `high`; None leaves an end open. The first that fits."""

    style: str
    equals: str | int | None = None
    low: float | None = None
    high: float | None = None


def colour_rules(scale: Scale) -> tuple[ColourRule, ...]:
    """The rules of a scale, in the order in which they are tried.

    >>> [rule.style for rule in colour_rules(Scale.GAP)]
    ['above-2', 'above-1', 'above-0', 'gap-0', 'gap-1', 'gap-2', 'gap-3', 'gap-4', 'gap-5']
    """
    match scale:
        case Scale.NONE:
            return ()
        case Scale.RATING:
            return tuple(ColourRule(style=f"rating-{code}", equals=letter.value) for code, letter in enumerate(LETTERS))
        case Scale.LEVEL:
            return tuple(ColourRule(style=f"rating-{level}", equals=level) for level in range(len(LETTERS)))
        case Scale.GAP:
            return _gap_rules()


def _gap_rules() -> tuple[ColourRule, ...]:
    """As `heatmap_scale.gap_style` has them: an edge belongs to the step nearer to the target."""
    above_edges = [0, *(edge for edge in ABOVE_EDGES if edge is not None)]
    above = [
        ColourRule(
            style=f"above-{place}",
            low=None if edge is None else -edge - TOLERANCE,
            high=-above_edges[place] - TOLERANCE,
        )
        for place, edge in enumerate(ABOVE_EDGES)
    ]
    below = [
        ColourRule(style=f"gap-{place}", low=lower, high=None if place == len(GAP_EDGES) - 1 else edge + TOLERANCE)
        for place, (lower, edge) in enumerate(zip((-TOLERANCE, *GAP_EDGES), GAP_EDGES, strict=False))
    ]
    return (*reversed(above), *below)
