"""The rules of the method in short words, each marked where it is this project's own (METHOD.md sections 1 to 14)."""

from __future__ import annotations

from assessment.domain.answered.assessment import AssessmentHeader
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.rating.scale import FULLY_BOUND
from assessment.reporting.document.model import Rule
from assessment.reporting.document.parts import Parts, capacity_words
from assessment.reporting.wording import number_text

CONFORMANCE = (
    "Rated in the style of ISO/IEC 33020; not a conformant assessment, and a self-assessment until it is verified."
)


def build_rules(parts: Parts) -> tuple[tuple[str, tuple[Rule, ...]], ...]:
    """The rules by theme, in the order in which they are applied."""
    header, settings = parts.assessment.header, parts.assessment.roadmap
    return (
        ("From answers to levels", _level_rules(header)),
        ("How sure", _sureness_rules(header)),
        ("Where to go, and what comes first", _target_rules(header) + _priority_rules(settings)),
        ("In which order", _wave_rules(parts, settings)),
    )


def _own(title: str, text: str, value: str = "") -> Rule:
    return Rule(title=title, text=text, is_own=True, value=value)


def _cited(title: str, text: str) -> Rule:
    return Rule(title=title, text=text, is_own=False)


def _level_rules(header: AssessmentHeader) -> tuple[Rule, ...]:
    carry = number_text(header.carry_percent)
    is_33020 = header.carry_percent >= FULLY_BOUND
    return (
        _cited("Scale", "Six answers, N, P-, P+, L-, L+ and F, are the refined rating scale of ISO/IEC 33020 (2015)."),
        _own("Percent of an answer", "Each step up the scale is worth 20 percent: N is 0, F is 100."),
        _cited("Bands", "N up to 15 percent, P up to 50, L up to 85, F above; an edge belongs to the lower band."),
        _own(
            "Attributes and levels",
            "Which attributes a level needs is this framework's assignment, printed below. The names of the six "
            "characteristics come from the published model.",
        ),
        _own(
            "Consensus",
            "An item has one value: the one the room agreed on, else the lower median of the answers, so always one "
            "that somebody gave. Don't know and blank leave the median. Not applicable stands only where it outnumbers "
            "the rated answers and is at least as frequent as don't know.",
        ),
        _own(
            "From items to an attribute",
            "The weighted mean of its items in percent. Nothing rated counts 0 and is marked; all not applicable "
            "leaves the attribute out. Items of weight 0 are asked and shown, and count nowhere.",
        ),
        _own(
            "Cap",
            "An attribute above 85 percent with an item at N, P- or P+ is held at 85, and that item is named: F means "
            "no significant weakness.",
        ),
        _own(
            "Level",
            "The highest level all of whose attributes are above 50 percent, with every attribute of the levels below "
            "above the carry bound. The level under the bound of ISO/IEC 33020, 85 percent, is printed beside it.",
            f"carry bound {carry} percent" + (" (the bound of 33020)" if is_33020 else ", so L+ or better"),
        ),
        _own(
            "Score",
            "The level plus progress to the next: the mean of how far the present level's attributes are to the carry "
            "bound and the next level's to 50 percent, at most 0.99. Shown to one decimal, rounded down.",
        ),
        _own(
            "Depth",
            "Full depth asks every named activity; quick depth asks one question an attribute, and its levels are "
            "indicative. Levels of different depths are never compared.",
            f"{header.depth.value} depth",
        ),
        _own(
            "Coverage of practice",
            "The plain mean of the attributes in percent, printed beside the score; not a level.",
        ),
        _own(
            "On paper only",
            "Said of a process whose documentation is L or F while its delivery is P or lower; changes no number.",
        ),
        _own(
            "Check this answer",
            "Said where a quality-control item of weight 0 is two or more answers from the characteristic it echoes.",
        ),
    )


def _sureness_rules(header: AssessmentHeader) -> tuple[Rule, ...]:
    return (
        _own(
            "Bounds", "Unanswered items taken all as N and all as F give the lowest and the highest level it could be."
        ),
        _own(
            "Interval",
            "With three or more respondents, 2,000 seeded resamples of them give the range that holds 90 percent of "
            "the scores. An agreed value stays fixed.",
        ),
        _own(
            "Provisional",
            "Fewer than half of the items rated: marked, and off the one page. A signed-off level is the low bound.",
        ),
        _own(
            "Confidence",
            "High: at least 90 percent rated, three respondents an item, agreement .70. Low: under 60 percent, under "
            "two respondents, or agreement under .50. Else medium.",
        ),
        _cited(
            "Agreement",
            "Of an item: Tastle and Wierman's consensus. Of a process: Krippendorff's ordinal alpha; reliable from "
            ".800, tentative from .667, below that talk first. Agreement never changes a score.",
        ),
        _own(
            "Anonymity",
            "What a group of people answered is printed only where the group is large enough. Quotes appear when the "
            "facilitator released them, with a role and no name.",
            f"at least {header.anonymity_floor} people",
        ),
    )


def _target_rules(header: AssessmentHeader) -> tuple[Rule, ...]:
    return (
        _own(
            "To-be",
            "A target level raises every attribute it needs to L+ (under the bound of 33020, to F below it); single "
            "cells can be set by hand. A person chooses it; it is never derived downwards.",
            f"default target level {header.default_target_level}",
        ),
        _own(
            "Gap and need",
            "Level gap and score gap are target minus present. Need is the unmet part of the score as a share of 5; "
            "above target it is 0 and offsets nothing.",
        ),
        _own(
            "Roll-up",
            "First how many are at target, then how many at each level, then the mean score weighted by importance, "
            "then the lowest level with its names.",
        ),
    )


def _priority_rules(settings: RoadmapSettings) -> tuple[Rule, ...]:
    weights = (
        f"pain {number_text(settings.pain_weight, 2)}, importance {number_text(settings.importance_weight, 2)}, "
        f"leverage {number_text(settings.leverage_weight, 2)}"
    )
    return (
        _own(
            "Priority",
            "100 times need times impact; impact is the weighted mean of pain, importance (each 0 to 5, lower median) "
            "and leverage. A criterion nobody answered leaves the weights. Effort decides order, not importance.",
            weights,
        ),
        _own(
            "Leverage",
            "How much of the others' unmet need lies downstream of a process along the linkages, halved at each hop, "
            "as a share of the largest. Stated linkages count 1, implied ones 0.5.",
        ),
        _own(
            "Waits for",
            "Suppliers over a hard linkage that are more than a level below the target of the process they supply.",
        ),
        _own("Broken hand-off", "A linkage rated below L with a process in need at either end."),
        _own(
            "Firmness",
            "2,000 seeded draws vary the weights, resample the respondents and vary the implied linkages. Mean Kendall "
            "tau-b with the printed order: firm from .80, likely from .50, else open.",
        ),
    )


def _wave_rules(parts: Parts, settings: RoadmapSettings) -> tuple[Rule, ...]:
    capacity = capacity_words(parts)
    return (
        _own(
            "Step",
            "A step raises one process by one level. Its value is the priority it earns; its effort comes from the "
            "framework's actions (S, M, L as 1, 2, 3 points), for the part still to go.",
        ),
        _own(
            "Waves",
            "Steps go where the sum of value, earlier counting more, is largest within each wave's capacity; steps of "
            "one process come in different waves, in order.",
            f"{settings.wave_count} waves of {settings.wave_months} months" + (f", {capacity}" if capacity else ""),
        ),
        _own(
            "Hard linkages",
            "A process reaches a level from 2 up only when each supplier over a hard linkage is at most one level "
            "lower, then or earlier.",
        ),
        _own(
            "Quick win",
            "Effort 1, nothing to wait for, and value for effort in the top quarter.",
        ),
    )
