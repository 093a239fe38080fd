"""Warnings in words: each kind has one sentence, made from the facts that it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from assessment.domain.authored.framework import Framework
from assessment.domain.rating.warnings import MethodWarning, PinRefusal, WarningKind
from assessment.views.names import attribute_name, item_name, process_name
from assessment.views.wording import warnings as words
from assessment.views.wording.numbers import listed

Fact = TypeVar("Fact")


def warning_text(framework: Framework, warning: MethodWarning) -> str:
    """The sentence of a warning.

    Raises ValueError where a fact is missing that its kind gives.
    """
    return _SENTENCES[warning.kind](_Named(framework=framework, warning=warning))


def warning_texts(framework: Framework, warnings: Iterable[MethodWarning]) -> tuple[str, ...]:
    """The sentences of some warnings, in their order."""
    return tuple(warning_text(framework, warning) for warning in warnings)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """The facts of a warning, ids by their names."""

    framework: Framework
    warning: MethodWarning

    @property
    def process(self) -> str:
        return process_name(self.framework, _given(self.warning.process_id))

    @property
    def other_process(self) -> str:
        return process_name(self.framework, _given(self.warning.other_process_id))

    @property
    def processes(self) -> list[str]:
        return [process_name(self.framework, process_id) for process_id in _some(self.warning.process_ids)]

    @property
    def attributes(self) -> list[str]:
        names = (attribute_name(self.framework, attribute_id) for attribute_id in _some(self.warning.attribute_ids))
        return [name.lower() for name in names]

    @property
    def items(self) -> list[str]:
        return [item_name(self.framework, item_id) for item_id in _some(self.warning.item_ids)]

    @property
    def level(self) -> int:
        return _given(self.warning.level)

    @property
    def other_level(self) -> int:
        return _given(self.warning.other_level)

    @property
    def wave(self) -> int:
        return _given(self.warning.wave)

    @property
    def count(self) -> int:
        return _given(self.warning.count)

    @property
    def limit(self) -> int:
        return _given(self.warning.limit_count)


def _given(fact: Fact | None) -> Fact:
    if fact is None:
        raise ValueError("a fact of the warning is missing")
    return fact


def _some(ids: tuple[str, ...]) -> tuple[str, ...]:
    if not ids:
        raise ValueError("a fact of the warning is missing")
    return ids


def _pin_text(named: _Named) -> str:
    return _PIN_SENTENCES[_given(named.warning.pin_refusal)](named)


_PIN_SENTENCES: Mapping[PinRefusal, Callable[[_Named], str]] = {
    PinRefusal.NO_SUCH_STEP: lambda of: words.pin_without_step(of.process, of.level),
    PinRefusal.NO_SUCH_WAVE: lambda of: words.pin_without_wave(of.process, of.level, of.wave, of.limit),
    PinRefusal.TOO_LARGE: lambda of: words.pin_too_large(of.process, of.level, of.wave, of.count, of.limit),
    PinRefusal.STEPS_BEFORE: lambda of: words.pin_after_own_steps(of.process, of.level, of.wave, of.count),
    PinRefusal.OTHER_PINS: lambda of: words.pin_against_pins(of.process, of.level, of.wave),
    PinRefusal.ORDER: lambda of: words.pin_against_order(of.process, of.level, of.wave),
}
_SENTENCES: Mapping[WarningKind, Callable[[_Named], str]] = {
    WarningKind.ON_PAPER_ONLY: lambda of: words.on_paper_only(
        of.process, _given(of.warning.letter).value, _given(of.warning.other_letter).value
    ),
    WarningKind.CARRIED_NOT_DONE: lambda of: words.carried_not_done(of.process, listed(of.attributes), of.items),
    WarningKind.CHECK_ANSWER: lambda of: words.check_answer(of.process, listed(of.items), listed(of.attributes)),
    WarningKind.NO_OWNER: lambda of: words.no_owner(of.process),
    WarningKind.SPLIT: lambda of: words.split(of.process, of.items),
    WarningKind.EVIDENCE_AGAINST: lambda of: words.evidence_against(of.process, of.items),
    WarningKind.TARGET_NOT_REACHED_BY_CELLS: lambda of: words.target_not_reached_by_cells(
        of.process, of.level, of.attributes
    ),
    WarningKind.TARGET_WITHOUT_RATIONALE: lambda of: words.target_without_rationale(of.process, of.level),
    WarningKind.TARGET_IMPOSSIBLE: lambda of: words.target_impossible(of.process, of.level, of.other_level),
    WarningKind.PRIORITY_PROVISIONAL: lambda of: words.priority_provisional(of.process),
    WarningKind.NO_WEIGHTS: lambda _: words.no_weights(),
    WarningKind.RAISE_SUPPLIER_TARGET: lambda of: words.raise_supplier_target(
        of.process, of.level, of.other_process, of.other_level
    ),
    WarningKind.STEP_TOO_LARGE: lambda of: words.step_too_large(of.process, of.level, of.count, of.limit),
    WarningKind.CIRCLE_TOO_LARGE: lambda of: words.circle_too_large(of.processes, of.count, of.limit),
    WarningKind.CIRCLE_WITHOUT_ORDER: lambda of: words.circle_without_order(of.processes),
    WarningKind.PIN_IMPOSSIBLE: _pin_text,
    WarningKind.CELLS_BEYOND_TARGET: lambda of: words.cells_beyond_target(of.process, of.attributes),
    WarningKind.NODE_LIMIT: lambda of: words.node_limit(_given(of.warning.share)),
    WarningKind.GREEDY: lambda _: words.greedy(),
}
