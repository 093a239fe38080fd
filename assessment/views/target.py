"""The target of a process: who decided it why, and how far the process is from it.

| fact | value | range |
|---|---|---|
| target | effective target level; none of a process that is not applicable | 0 to 5 |
| gap | target minus score as shown; above 0: below target | -5.0 to 5.0 |
| need | unmet part of the target as a share of five levels | 0 to 1 |
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.domain.answered.assessment import Target
from assessment.domain.computed import Computed
from assessment.domain.rating.results import GapStatus, ProcessResult, ProcessStatus, TargetResult
from assessment.views.model import Fact, Table, View
from assessment.views.names import attribute_name, level_name
from assessment.views.wording import process as process_words
from assessment.views.wording import target as words
from assessment.views.wording.numbers import NO_VALUE, share_text, signed_text

GAP_DIGITS = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetView(View):
    """The target of a process; `decision` says who chose it why, in texts of any length."""

    decision: tuple[Fact, ...]


def target_view(computed: Computed, process: ProcessResult, cells: Table) -> TargetView:
    """The target with its reason; `cells` are as-is and to-be of each attribute."""
    chosen = computed.assessment.target_by_process.get(process.process_id)
    by_hand = [
        attribute_name(computed.framework, cell.attribute_id).lower()
        for cell in process.target.cells
        if cell.is_set_by_hand
    ]
    is_out = process.status is ProcessStatus.NOT_APPLICABLE
    return TargetView(
        id="target",
        question=words.QUESTION,
        finding=words.NOT_APPLICABLE if is_out else _finding(computed, process.target),
        facts=tuple(_facts(process)),
        tables=(cells,),
        notes=(words.set_by_hand(by_hand),) if by_hand else (),
        decision=() if is_out else _decision(process, chosen),
    )


def _finding(computed: Computed, target: TargetResult) -> str:
    level, name, gap = target.target_level, level_name(computed.framework, target.target_level), target.level_gap
    if target.status is None or gap is None:
        return words.target_alone(level, name)
    if target.status is GapStatus.ON:
        return words.on_target(level, name)
    return words.below_target(level, name, gap) if gap > 0 else words.above_target(level, name, -gap)


def _facts(process: ProcessResult) -> Iterator[Fact]:
    target, is_out = process.target, process.status is ProcessStatus.NOT_APPLICABLE
    yield Fact(
        id="target",
        label=words.TARGET_LABEL,
        text=NO_VALUE if is_out else process_words.level(target.target_level),
        value=None if is_out else target.target_level,
        note=words.chosen_instead(target.chosen_level)
        if target.chosen_level != target.target_level and not is_out
        else "",
    )
    yield Fact(
        id="gap",
        label=words.GAP_LABEL,
        text=signed_text(target.shown_gap, GAP_DIGITS),
        value=target.shown_gap,
        meaning=words.GAP_MEANING,
    )
    if process.is_assessed:
        yield Fact(
            id="need",
            label=words.NEED_LABEL,
            text=share_text(target.need_share),
            value=target.need_share,
            meaning=words.NEED_MEANING,
        )
    if target.proposed_level is not None:
        yield Fact(
            id="proposed",
            label=words.PROPOSAL_LABEL,
            text=words.proposed(target.proposed_level),
            value=target.proposed_level,
        )


def _decision(process: ProcessResult, chosen: Target | None) -> tuple[Fact, ...]:
    if chosen is None:
        level = process.target.chosen_level
        return (Fact(id="choice", label=words.CHOICE_LABEL, text=words.DEFAULT, value=level),)
    return (
        Fact(id="rationale", label=words.RATIONALE_LABEL, text=chosen.rationale or words.NO_RATIONALE),
        Fact(id="approver", label=words.APPROVER_LABEL, text=chosen.approver or words.NO_APPROVER),
    )
