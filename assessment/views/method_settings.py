"""What an assessment sets: how it is asked and rated, what its order weighs, and what its plan is made with."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.domain.computed import Computed
from assessment.domain.planning.budgets import budgets_of, lengths_of
from assessment.views.model import Fact
from assessment.views.spending import budget_texts
from assessment.views.wording import method as words
from assessment.views.wording.numbers import bound_text, listed, long_date, money_text, number_text, whole_text
from assessment.views.wording.terms import DEPTHS
from assessment.views.wording.wave_rules import length_of_waves


def settings_facts(computed: Computed) -> tuple[Fact, ...]:
    """Every setting with its exact value; what nobody chose and has no default is left out."""
    return (*_rating_settings(computed), *_weights(computed), *_plan_settings(computed), *_by_hand(computed))


def _rating_settings(computed: Computed) -> Iterator[Fact]:
    header, framework = computed.assessment.header, computed.framework
    carry, level, floor = header.carry_percent, header.default_target_level, header.anonymity_floor
    scope_count = len(computed.assessment.scope)
    scope = words.processes_in_scope(scope_count, len(framework.processes))
    yield Fact(id="carry-bound", label=words.CARRY_LABEL, text=bound_text(carry), value=carry)
    yield Fact(id="depth", label=words.DEPTH_LABEL, text=DEPTHS[header.depth], value=header.depth.value)
    yield Fact(id="default-target", label=words.DEFAULT_TARGET_LABEL, text=whole_text(level), value=level)
    yield Fact(
        id="asks-to-be",
        label=words.ASKS_TO_BE_LABEL,
        text=words.YES if header.asks_to_be else words.NO,
        value=int(header.asks_to_be),
    )
    yield Fact(id="anonymity-floor", label=words.FLOOR_LABEL, text=words.people(floor), value=floor)
    yield Fact(id="scope", label=words.SCOPE_LABEL, text=scope, value=scope_count)
    for scenario in framework.scenarios:
        if scenario.id == header.scenario_id:
            yield Fact(id="scenario", label=words.SCENARIO_LABEL, text=scenario.title, value=scenario.id)
            taken = bool(header.takes_scenario_pain)
            text = words.YES if taken else words.NO
            yield Fact(id="scenario-pain", label=words.SCENARIO_PAIN_LABEL, text=text, value=int(taken))


def _weights(computed: Computed) -> Iterator[Fact]:
    settings = computed.assessment.roadmap
    for fact_id, label, weight in (
        ("pain-weight", words.PAIN_WEIGHT_LABEL, settings.pain_weight),
        ("importance-weight", words.IMPORTANCE_WEIGHT_LABEL, settings.importance_weight),
        ("leverage-weight", words.LEVERAGE_WEIGHT_LABEL, settings.leverage_weight),
    ):
        yield Fact(id=fact_id, label=label, text=words.weight(weight), value=weight)


def _plan_settings(computed: Computed) -> Iterator[Fact]:
    settings = computed.assessment.roadmap
    waves, lengths, start = settings.wave_count, lengths_of(settings), settings.start
    capacities = [wave.capacity_count for wave in computed.roadmap.waves]
    yield Fact(id="waves", label=words.WAVES_LABEL, text=whole_text(waves), value=waves)
    months = sum(lengths) / waves
    yield Fact(id="wave-months", label=words.WAVE_MONTHS_LABEL, text=length_of_waves(lengths), value=months)
    yield Fact(id="capacity", label=words.CAPACITY_LABEL, text=words.capacity(capacities), value=sum(capacities))
    if budgets := budget_texts(settings):
        yield Fact(id="budgets", label=words.BUDGETS_LABEL, text=listed(budgets), value=sum(budgets_of(settings) or ()))
    yield Fact(
        id="start",
        label=words.START_LABEL,
        text=words.NOT_SET if start is None else long_date(start),
        value=None if start is None else start.isoformat(),
    )
    days, cost = settings.person_days_per_point, settings.cost_per_point
    if days is not None:
        yield Fact(id="days", label=words.DAYS_LABEL, text=number_text(days), value=days)
    if cost is not None:
        yield Fact(id="cost", label=words.COST_LABEL, text=money_text(cost, settings.currency), value=cost)


def _by_hand(computed: Computed) -> Iterator[Fact]:
    settings = computed.assessment.roadmap
    for fact_id, label, count in (
        ("pins", words.PINS_LABEL, len(settings.pins)),
        ("efforts", words.EFFORTS_LABEL, len(settings.efforts)),
        ("linkages", words.LINKAGES_LABEL, len(settings.linkages)),
    ):
        if count:
            yield Fact(id=fact_id, label=label, text=whole_text(count), value=count)
