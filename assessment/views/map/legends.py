"""The legend of each colouring of the map: its scale, then the marks and signs that some box carries."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.authored.framework import Framework
from assessment.views.heatmap_scale import BLANK
from assessment.views.map.colouring import AGREEMENT_STYLES, CONFIDENCE_STYLES, PRIORITY_EDGES, Colour
from assessment.views.model import Cell, LegendEntry, Mark
from assessment.views.wording import heatmap as heatmap_words
from assessment.views.wording import priorities as priority_words
from assessment.views.wording import process_map as words
from assessment.views.wording.numbers import NO_DATA, NO_VALUE, level_text
from assessment.views.wording.terms import AGREEMENTS, CONFIDENCES, PAIN_POINTS

STEPS = range(6)
SCALE_OF_GAPS = frozenset({Colour.GAP, Colour.PRIORITY, Colour.PAIN})


def map_legend(framework: Framework, colour: Colour, cells: Sequence[Cell]) -> tuple[LegendEntry, ...]:
    """The scale of a colouring and what else stands in these cells."""
    return (*_scale(framework, colour, cells), *_marks(colour, cells), *_signs(colour, cells))


def _scale(framework: Framework, colour: Colour, cells: Sequence[Cell]) -> tuple[LegendEntry, ...]:
    match colour:
        case Colour.LEVEL:
            return tuple(
                LegendEntry(style=f"rating-{one.level}", text=words.with_letter(level_text(one.level), one.name))
                for one in framework.levels
            )
        case Colour.GAP:
            return _gap_scale(cells)
        case Colour.PRIORITY:
            edges = ((0, PRIORITY_EDGES[0]), *zip(PRIORITY_EDGES, (*PRIORITY_EDGES[1:], None), strict=True))
            steps = (
                LegendEntry(style=f"gap-{place}", text=words.priority_step(low, high))
                for place, (low, high) in enumerate(edges, start=1)
            )
            return (LegendEntry(style="gap-0", text=words.LEGEND_AT_TARGET), *steps)
        case Colour.PAIN:
            return tuple(LegendEntry(style=f"gap-{code}", text=text) for code, text in PAIN_POINTS.items())
        case Colour.AGREEMENT:
            return tuple(
                LegendEntry(
                    style=style, text=words.with_letter(words.AGREEMENT_LETTERS[state.value], AGREEMENTS[state])
                )
                for state, style in AGREEMENT_STYLES.items()
            )
        case Colour.CONFIDENCE:
            return tuple(
                LegendEntry(style=style, text=words.with_letter(words.CONFIDENCE_LETTERS[own.value], CONFIDENCES[own]))
                for own, style in CONFIDENCE_STYLES.items()
            )


def _gap_scale(cells: Sequence[Cell]) -> tuple[LegendEntry, ...]:
    """Steps below target, and of those above it the ones that occur."""
    used = {cell.style for cell in cells}
    below = tuple(LegendEntry(style=f"gap-{levels}", text=words.gap_step(levels)) for levels in STEPS)
    above = tuple(
        LegendEntry(style=style, text=words.above_step(levels, is_last=levels == 3))
        for levels in (1, 2, 3)
        if (style := f"above-{levels - 1}") in used
    )
    return (*below, *above)


def _marks(colour: Colour, cells: Sequence[Cell]) -> tuple[LegendEntry, ...]:
    name = "gap" if colour in SCALE_OF_GAPS else "rating"
    return tuple(
        LegendEntry(style=f"{name}-1", marks=frozenset({mark}), text=text)
        for mark, text in (
            (Mark.HATCHED, heatmap_words.LEGEND_LOW_CONFIDENCE),
            (Mark.DASHED, heatmap_words.LEGEND_PROVISIONAL),
        )
        if any(mark in cell.marks for cell in cells)
    )


def _signs(colour: Colour, cells: Sequence[Cell]) -> tuple[LegendEntry, ...]:
    """What the signs say that stand for a value or beside it."""
    blank = [cell for cell in cells if cell.style == BLANK]
    texts = {cell.text for cell in cells}
    found: list[LegendEntry] = []
    missing = dict.fromkeys(cell.spoken for cell in blank if cell.text == NO_DATA)
    found += [LegendEntry(style=BLANK, sign=NO_DATA, text=text) for text in missing]
    if any(cell.text == NO_VALUE for cell in blank):
        found.append(LegendEntry(style=BLANK, sign=NO_VALUE, text=words.LEGEND_NO_VALUE))
    if colour is Colour.PAIN:
        for sign, text in (
            (priority_words.SCENARIO_SIGN, priority_words.LEGEND_SCENARIO),
            (priority_words.ASSUMED_SIGN, priority_words.LEGEND_ASSUMED),
        ):
            if any(one.lstrip("012345") == sign for one in texts):
                found.append(LegendEntry(style="", sign=sign, text=text))
    return tuple(found)
