"""What a board is asked to decide: the facilitator's own words, else proposed from the facts; five at most."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.domain.computed import Computed
from assessment.domain.planning.results import Step
from assessment.domain.rating.warnings import WarningKind
from assessment.views.commentary.marked import Block, BlockKind
from assessment.views.commentary.own import own_blocks
from assessment.views.names import process_name
from assessment.views.priorities import FIRST_COUNT, wanting
from assessment.views.spending import cost_of, days_of, effort_of
from assessment.views.wording import executive as words
from assessment.views.wording.plan import person_days, spent_text
from assessment.views.wording.steps import cost_text

DECISION_LIMIT = 5
OWN_PLACE = "decisions"
"""Where the facilitator's own decisions are kept, one a line."""


def decisions(computed: Computed) -> tuple[str, ...]:
    """Fund the first wave, name owners, confirm or lift a pin, change a target that blocks another, verify.

    What the facilitator wrote takes the place of all of them.
    """
    own = tuple(_lines(own_blocks(computed, OWN_PLACE)))
    return own[:DECISION_LIMIT] if own else proposed_decisions(computed)


def proposed_decisions(computed: Computed) -> tuple[str, ...]:
    """The same from the facts alone."""
    if not computed.result.whole.process_count:
        return ()
    proposed = (_fund(computed), _owners(computed), _pins(computed), _targets(computed), _verify(computed))
    return tuple(sentence for one in proposed for sentence in one)[:DECISION_LIMIT]


def _lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The lines of a text without the signs of a list, and without what only heads others."""
    for block in blocks:
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST):
            yield from (text for line in block.lines for text in line.text.split("\n") if text.strip())


def _fund(computed: Computed) -> Iterator[str]:
    plan = computed.roadmap
    wave = next((wave for wave in plan.waves if wave.steps), None)
    if wave is not None:
        time = words.wave_time(wave.first_month, wave.last_month, wave.starts_on, wave.ends_on)
        cost = cost_text(cost_of(plan, wave.steps), computed.assessment.roadmap.currency)
        spent = spent_text(effort_of(wave.steps), None, person_days(days_of(plan, wave.steps), None), cost)
        yield words.fund_wave(wave.number, time, spent)
    elif plan.steps:
        yield words.give_capacity(len(plan.steps))


def _owners(computed: Computed) -> Iterator[str]:
    steps = (step for wave in computed.roadmap.waves for step in wave.steps)
    without = tuple(dict.fromkeys(step.process_id for step in steps if step.owner_name is None))
    if without:
        yield words.name_owners([process_name(computed.framework, process_id) for process_id in without])


def _pins(computed: Computed) -> Iterator[str]:
    """The pin that costs most, where one costs anything."""
    plan = computed.roadmap
    costs = [(entry.objective_without - entry.objective_with, entry.pin) for entry in plan.pin_costs]
    points, pin = max(costs, key=lambda cost: cost[0], default=(0.0, None))
    if pin is not None and points > 0:
        step = next(step for step in plan.steps if _is_of(step, pin.process_id, pin.to_level))
        name = process_name(computed.framework, pin.process_id)
        yield words.confirm_pin(name, step.from_level, step.to_level, pin.wave, points)


def _is_of(step: Step, process_id: str, to_level: int) -> bool:
    return (step.process_id, step.to_level) == (process_id, to_level)


def _targets(computed: Computed) -> Iterator[str]:
    """The first target that keeps another process from its own."""
    framework = computed.framework
    for warning in computed.roadmap.warnings:
        if warning.kind is WarningKind.RAISE_SUPPLIER_TARGET:
            supplier, receiver = warning.process_id or "", warning.other_process_id or ""
            yield words.change_target(
                process_name(framework, supplier),
                warning.level or 0,
                process_name(framework, receiver),
                warning.other_level or 0,
            )
            return


def _verify(computed: Computed) -> Iterator[str]:
    """The answers that carry most: those on the first processes in the order."""
    first = wanting(computed)[:FIRST_COUNT]
    if first and not computed.result.verification.is_verified:
        yield words.verify_answers([process_name(computed.framework, entry.process_id) for entry in first])
