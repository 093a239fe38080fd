"""The cell of a process in each colouring of the map: a letter or digit, a step of a scale, what it says in words.

| colouring | text | style |
|---|---|---|
| level | 0 to 5 | `rating-0` to `rating-5`, the level |
| gap | target level minus level, signed | `gap-0` to `gap-5`, a step a level; above target `above-0` to `above-2` |
| priority | place in the order, 0 at target | `gap-0` at target, then by priority: 10, 20, 30, 40 and more |
| pain | 0 to 5, with the sign of what it rests on | `gap-0` to `gap-5` |
| agreement | U, W, R, T, ! | `rating-5` unanimous down to `rating-0` talk first |
| confidence | H, M, L | `rating-5`, `rating-3`, `rating-1` |

Every cell of a process with a level is hatched at low confidence and dashed where provisional, as in the heatmap. What
has no value is blank with the heatmap's signs. The text alone tells steps apart, so that no colour is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.authored.framework import Framework
from assessment.domain.rating.results import (
    AgreementState,
    Confidence,
    PriorityResult,
    ProcessResult,
    ProcessStatus,
)
from assessment.views.heatmap import process_marks
from assessment.views.heatmap_scale import BLANK, gap_style
from assessment.views.levels import status_note
from assessment.views.model import Cell, Mark
from assessment.views.names import level_name
from assessment.views.priorities import pain_cell
from assessment.views.wording import process_map as words
from assessment.views.wording.numbers import NO_DATA, NO_VALUE, level_text, score_text, signed_text
from assessment.views.wording.terms import AGREEMENTS, CONFIDENCES

POINTS_PER_LEVEL = 20
PRIORITY_EDGES = (10, 20, 30, 40)
"""Upper edges of the steps of priority; real ones seldom pass 50."""
AGREEMENT_STYLES: Mapping[AgreementState, str] = {
    AgreementState.UNANIMOUS: "rating-5",
    AgreementState.WITHIN_ONE_STEP: "rating-4",
    AgreementState.RELIABLE: "rating-3",
    AgreementState.TENTATIVE: "rating-2",
    AgreementState.TALK_FIRST: "rating-0",
}
CONFIDENCE_STYLES: Mapping[Confidence, str] = {
    Confidence.HIGH: "rating-5",
    Confidence.MEDIUM: "rating-3",
    Confidence.LOW: "rating-1",
}


class Colour(StrEnum):
    """What the map is coloured by."""

    LEVEL = "level"
    GAP = "gap"
    PRIORITY = "priority"
    PAIN = "pain"
    AGREEMENT = "agreement"
    CONFIDENCE = "confidence"


def map_cell(
    framework: Framework, process: ProcessResult | None, priority: PriorityResult | None, colour: Colour
) -> Cell:
    """The cell of a process; None for one that is not in scope, whose cell has no text, no style and no value."""
    if process is None:
        return Cell(spoken=words.OUT_OF_SCOPE, marks=frozenset({Mark.QUIET}))
    if process.status is ProcessStatus.NOT_APPLICABLE:
        return Cell(text=NO_VALUE, style=BLANK, spoken=status_note(process))
    if process.status is ProcessStatus.NOT_ASSESSED or priority is None:
        return Cell(text=NO_DATA, style=BLANK, spoken=status_note(process))
    return _MAKERS[colour](_Known(framework=framework, process=process, priority=priority))


def priority_style(entry: PriorityResult) -> str:
    """The step of a priority; an edge belongs to the lower step."""
    if entry.need_share <= 0:
        return "gap-0"
    return f"gap-{1 + sum(entry.priority > edge for edge in PRIORITY_EDGES)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """A process with a level, and its priority."""

    framework: Framework
    process: ProcessResult
    priority: PriorityResult


def _level(known: _Known) -> Cell:
    level = known.process.level.level or 0
    return Cell(
        text=level_text(level),
        value=level,
        style=f"rating-{level}",
        marks=process_marks(known.process),
        spoken=words.spoken_level(level, level_name(known.framework, level), score_text(known.process.level.score)),
    )


def _gap(known: _Known) -> Cell:
    gap = known.process.target.level_gap or 0
    return Cell(
        text=signed_text(gap),
        value=gap,
        style=gap_style(POINTS_PER_LEVEL * gap),
        marks=process_marks(known.process),
        spoken=words.spoken_gap(signed_text(gap), known.process.target.target_level),
    )


def _priority(known: _Known) -> Cell:
    is_wanting = known.priority.need_share > 0
    return Cell(
        text=str(known.priority.rank) if is_wanting else words.NO_PRIORITY_SIGN,
        value=known.priority.rank if is_wanting else 0,
        style=priority_style(known.priority),
        marks=process_marks(known.process),
        spoken=words.spoken_priority(known.priority.rank, known.priority.priority)
        if is_wanting
        else words.spoken_at_target(),
    )


def _pain(known: _Known) -> Cell:
    if known.priority.pain is None:
        return Cell(text=NO_DATA, style=BLANK, spoken=words.NOT_SAID)
    said = pain_cell(known.priority)
    return Cell(
        text=said.text,
        value=known.priority.pain,
        style=f"gap-{known.priority.pain}",
        marks=process_marks(known.process),
        spoken=words.spoken_pain(said.text),
    )


def _agreement(known: _Known) -> Cell:
    state = known.process.basis.agreement
    spoken = words.spoken_state(words.AGREEMENT_COLUMN, AGREEMENTS[state])
    if state not in AGREEMENT_STYLES:
        return Cell(text=NO_DATA, style=BLANK, value=state.value, spoken=spoken)
    return Cell(
        text=words.AGREEMENT_LETTERS[state.value],
        value=state.value,
        style=AGREEMENT_STYLES[state],
        marks=process_marks(known.process),
        spoken=spoken,
    )


def _confidence(known: _Known) -> Cell:
    confidence = known.process.basis.confidence
    return Cell(
        text=words.CONFIDENCE_LETTERS[confidence.value],
        value=confidence.value,
        style=CONFIDENCE_STYLES[confidence],
        marks=process_marks(known.process),
        spoken=words.spoken_state(words.CONFIDENCE_COLUMN, CONFIDENCES[confidence]),
    )


_Maker = Callable[[_Known], Cell]
_MAKERS: Mapping[Colour, _Maker] = {
    Colour.LEVEL: _level,
    Colour.GAP: _gap,
    Colour.PRIORITY: _priority,
    Colour.PAIN: _pain,
    Colour.AGREEMENT: _agreement,
    Colour.CONFIDENCE: _confidence,
}
