"""Numbers as the words a page shows. Rounding is the report's own, so that screen and paper never disagree."""

from __future__ import annotations

from assessment.domain.authored.framework import Framework
from assessment.domain.planning.results import Step
from assessment.domain.rating.results import Confidence, GapStatus, ProcessResult
from assessment.reporting.wording import (
    NO_VALUE,
    counted,
    level_text,
    listed,
    number_text,
    percent_text,
    score_text,
    share_text,
    signed_text,
)

__all__ = [
    "NO_VALUE",
    "attribute_names",
    "bounded_level",
    "confidence_word",
    "counted",
    "distance_words",
    "level_name",
    "level_text",
    "listed",
    "money_text",
    "number_text",
    "percent_text",
    "process_name",
    "process_names",
    "score_text",
    "share_text",
    "signed_text",
    "step_move",
    "unbroken",
]

_CONFIDENCE_WORDS = {Confidence.HIGH: "High", Confidence.MEDIUM: "Medium", Confidence.LOW: "Low"}


def process_name(framework: Framework, process_id: str) -> str:
    """The name of a process."""
    return framework.process_by_id[process_id].name


def process_names(framework: Framework, process_ids: tuple[str, ...], limit: int | None = None) -> str:
    """Names of processes as a sentence part; past `limit` the rest is counted."""
    return listed([process_name(framework, process_id) for process_id in process_ids], limit)


def attribute_names(framework: Framework, attribute_ids: tuple[str, ...], limit: int | None = None) -> str:
    """Names of attributes as a sentence part; past `limit` the rest is counted."""
    return listed([framework.attribute_by_id[attribute_id].name for attribute_id in attribute_ids], limit)


def level_name(framework: Framework, level: int | None) -> str:
    """The name of a level, 0 to 5: Managed."""
    return "No level" if level is None else framework.levels[level].name


def bounded_level(process: ProcessResult) -> str:
    """The level with what unanswered questions leave open: '1 (could be 2)', '1 (could be 0 to 2)'."""
    level, low, high = process.level.level, process.sureness.low_level, process.sureness.high_level
    if level is None or low is None or high is None or low == high == level:
        return level_text(level)
    if low < level < high:
        return f"{level} (could be {low} to {high})"
    return f"{level} (could be {low if low < level else high})"


def confidence_word(confidence: Confidence | None) -> str:
    """High, medium or low; a dash where nothing can be sure."""
    return NO_VALUE if confidence is None else _CONFIDENCE_WORDS[confidence]


def distance_words(process: ProcessResult) -> str:
    """How far a process is from its target, in words."""
    status, gap = process.target.status, process.target.level_gap
    if status is None or gap is None:
        return "no level to compare"
    if status is GapStatus.ON or gap == 0:
        return "on target"
    return f"{counted(abs(gap), 'level')} {'below' if gap > 0 else 'above'} target"


def step_move(step: Step) -> str:
    """From which level to which, '1 to 2', in one piece."""
    return unbroken(f"{step.from_level} to {step.to_level}")


def unbroken(text: str) -> str:
    """A short text that is not parted at the end of a line."""
    return text.replace(" ", "\u00a0")


def money_text(amount: float, currency: str) -> str:
    """An amount of money without cents.

    >>> money_text(12500.0, "EUR")
    'EUR 12,500'
    """
    return f"{currency} {amount:,.0f}"
