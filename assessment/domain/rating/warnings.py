"""What must be said beside a number, as facts; views make the sentences."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.authored.content import RatingLetter


class WarningKind(StrEnum):
    """What must be said beside a number; which facts of `MethodWarning` each kind gives stands behind it."""

    ON_PAPER_ONLY = "on-paper-only"  # process, letter (of definition), other_letter (of delivery)
    CARRIED_NOT_DONE = "carried-not-done"  # process, attribute_ids (one), item_ids: those at N
    CHECK_ANSWER = "check-answer"  # process, item_ids (one), attribute_ids (the one it is held against)
    NO_OWNER = "no-owner"  # process
    SPLIT = "split"  # process, item_ids: those the room is split on
    EVIDENCE_AGAINST = "evidence-against"  # process, item_ids: those whose value evidence speaks against
    TARGET_NOT_REACHED_BY_CELLS = "target-not-reached-by-cells"  # process, level (effective), attribute_ids
    TARGET_WITHOUT_RATIONALE = "target-without-rationale"  # process, level (chosen)
    TARGET_IMPOSSIBLE = "target-impossible"  # process, level (chosen), other_level (effective)
    PRIORITY_PROVISIONAL = "priority-provisional"  # process
    NO_WEIGHTS = "no-weights"  # nothing
    RAISE_SUPPLIER_TARGET = "raise-supplier-target"  # process (supplier), level needed, other process, other_level
    STEP_TOO_LARGE = "step-too-large"  # process, level (landing), count (points), limit_count (largest capacity)
    CIRCLE_TOO_LARGE = "circle-too-large"  # process_ids sharing a wave, count, limit_count
    CIRCLE_WITHOUT_ORDER = "circle-without-order"  # process_ids whose steps need each other and cannot be ordered
    PIN_IMPOSSIBLE = "pin-impossible"  # process, level, wave, pin_refusal, count, limit_count
    CELLS_BEYOND_TARGET = "cells-beyond-target"  # process, attribute_ids raised by hand beyond the target
    NODE_LIMIT = "node-limit"  # share: how much better a plan could be
    GREEDY = "greedy"  # nothing


class PinRefusal(StrEnum):
    """Why a pin cannot be kept."""

    NO_SUCH_STEP = "no-such-step"
    NO_SUCH_WAVE = "no-such-wave"  # limit_count: waves there are
    TOO_LARGE = "too-large"  # count: points it takes, limit_count: points the wave has
    STEPS_BEFORE = "steps-before"  # count: steps of the same process that come first
    OTHER_PINS = "other-pins"
    ORDER = "order"


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodWarning:
    """The facts of a warning; `WarningKind` says which are given, the others are empty. Views make the sentence."""

    kind: WarningKind
    process_id: str | None = None
    other_process_id: str | None = None
    process_ids: tuple[str, ...] = ()
    attribute_ids: tuple[str, ...] = ()
    item_ids: tuple[str, ...] = ()
    level: int | None = None
    other_level: int | None = None
    letter: RatingLetter | None = None
    other_letter: RatingLetter | None = None
    wave: int | None = None
    count: int | None = None
    limit_count: int | None = None
    share: float | None = None
    pin_refusal: PinRefusal | None = None
