"""Why a step is in its wave, or in none: one sentence, from the facts that the planner gives."""

from __future__ import annotations

from typing import TypeVar

from assessment.domain.authored.framework import Framework
from assessment.domain.planning.results import ReasonKind, Step, StepReason
from assessment.views.names import process_name
from assessment.views.wording import steps as words

Fact = TypeVar("Fact")


def reason_text(framework: Framework, step: Step) -> str:
    """The reason of a step in words.

    Raises ValueError where the reason lacks a fact that its kind promises.
    """
    if step.wave == 0:
        return _why_not_funded(framework, step)
    reason = step.reason
    match reason.kind:
        case ReasonKind.PINNED:
            return _pinned(step)
        case ReasonKind.NOTHING_FIRST:
            return words.nothing_first()
        case ReasonKind.AFTER_OWN_STEP:
            return words.after_own_step(_given(reason.level), _given(reason.wave))
        case ReasonKind.WITH_SUPPLIER:
            return words.with_supplier(_supplier(framework, reason), _given(reason.level), _given(reason.wave))
        case ReasonKind.WAVES_FULL:
            return _waves_full(step)
        case kind:
            raise ValueError(kind)


def _why_not_funded(framework: Framework, step: Step) -> str:
    reason = step.reason
    match reason.kind:
        case ReasonKind.PINNED_OUT:
            return words.pinned_out()
        case ReasonKind.NO_CAPACITY:
            return words.no_capacity()
        case ReasonKind.TOO_LARGE:
            return words.too_large(_given(reason.count), _given(reason.limit_count))
        case ReasonKind.OWN_STEP_NOT_FUNDED:
            return words.own_step_not_funded(_given(reason.level))
        case ReasonKind.SUPPLIER_NOT_FUNDED:
            return words.supplier_not_funded(_supplier(framework, reason), _given(reason.level))
        case ReasonKind.NO_WAVE_LEFT:
            return words.no_wave_left(_given(reason.wave))
        case ReasonKind.CIRCLE:
            return words.circle(_supplier(framework, reason))
        case ReasonKind.WAVES_FULL:
            return _no_room(step)
        case ReasonKind.OTHERS_BRING_MORE:
            return words.others_bring_more()
        case kind:
            raise ValueError(kind)


def _pinned(step: Step) -> str:
    earliest = step.earliest_wave
    if earliest is not None and earliest < step.wave:
        return words.pinned_later(step.wave, earliest)
    return words.pinned(step.wave)


def _waves_full(step: Step) -> str:
    first, last, together = _given(step.reason.wave), step.wave - 1, step.reason.count
    if together is not None:
        return words.waves_full_for_all(first, last, together)
    if first == last:
        return words.wave_full(first)
    return words.waves_full(first, last)


def _no_room(step: Step) -> str:
    first, together = _given(step.reason.wave), step.reason.count
    if together is not None:
        return words.no_room_for_all(first, together)
    return words.no_room(first)


def _supplier(framework: Framework, reason: StepReason) -> str:
    return process_name(framework, _given(reason.process_id))


def _given(fact: Fact | None) -> Fact:
    """A fact that the kind of a reason promises."""
    if fact is None:
        raise ValueError("a reason without its facts")
    return fact
