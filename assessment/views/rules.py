"""Every rule of the method in short words, each marked where it is this project's own (METHOD.md sections 1 to 17)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.domain.computed import Computed
from assessment.domain.planning.budgets import lengths_of
from assessment.views.set_up import customer_attribute_names
from assessment.views.wording import comparing_rules as since
from assessment.views.wording import confidence_rules as sure
from assessment.views.wording import level_rules as levels
from assessment.views.wording import priority_rules as first
from assessment.views.wording import wave_rules as order
from assessment.views.wording import workshop_rules as workshop
from assessment.views.wording.terms import DEPTHS
from assessment.views.wording.workshop import accepting, next_item, planner


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule; `here` says what this assessment sets, "" where it sets nothing."""

    id: str
    title: str
    text: str
    is_own: bool
    here: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleTheme:
    """Rules of one theme, in the order in which they are applied."""

    id: str
    title: str
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Book:
    """The titles of a theme's rules, to make rules of."""

    titles: Mapping[str, str]

    def own(self, rule_id: str, text: str, here: str = "") -> Rule:
        """A rule of this project's own."""
        return Rule(id=rule_id, title=self.titles[rule_id], text=text, is_own=True, here=here)

    def cited(self, rule_id: str, text: str) -> Rule:
        """A rule that follows a published source."""
        return Rule(id=rule_id, title=self.titles[rule_id], text=text, is_own=False)


def rule_themes(computed: Computed) -> tuple[RuleTheme, ...]:
    """The rules by theme, in the order in which they are applied."""
    return (
        RuleTheme(id="levels", title=levels.THEME, rules=_level_rules(computed)),
        RuleTheme(id="confidence", title=sure.THEME, rules=_confidence_rules(computed)),
        RuleTheme(id="priorities", title=first.THEME, rules=_priority_rules(computed)),
        RuleTheme(id="waves", title=order.THEME, rules=_wave_rules(computed)),
        RuleTheme(id="workshop", title=workshop.THEME, rules=_workshop_rules()),
        RuleTheme(id="comparing", title=since.THEME, rules=_comparing_rules()),
    )


def _level_rules(computed: Computed) -> tuple[Rule, ...]:
    header, book = computed.assessment.header, _Book(titles=levels.TITLES)
    customers = customer_attribute_names(computed.framework)
    return (
        book.cited("scale", levels.scale()),
        book.own("percent", levels.percent()),
        book.cited("bands", levels.bands()),
        book.own("asked", levels.asked(customers)),
        book.own("attributes-and-levels", levels.attributes_and_levels()),
        book.own("depth", levels.depth(), levels.here_depth(DEPTHS[header.depth].lower())),
        book.own("scope", levels.scope()),
        book.own("consensus", levels.consensus()),
        book.own("not-applicable", levels.not_applicable()),
        book.own("attribute", levels.attribute()),
        book.own("cap", levels.cap()),
        book.own("level", levels.level(), levels.here_carry_bound(header.carry_percent)),
        book.cited("bound-33020", levels.bound_33020()),
        book.own("not-assessed", levels.not_assessed()),
        book.own("score", levels.score()),
        book.own("practice", levels.practice()),
        book.own("on-paper-only", levels.on_paper_only()),
        book.own("carried-not-done", levels.carried_not_done()),
        book.own("check-answer", levels.check_answer()),
    )


def _confidence_rules(computed: Computed) -> tuple[Rule, ...]:
    floor, book = computed.assessment.header.anonymity_floor, _Book(titles=sure.TITLES)
    return (
        book.own("split", sure.split()),
        book.own("upper-reading", sure.upper_reading()),
        book.own("bounds", sure.bounds()),
        book.own("sensitivity-range", sure.sensitivity_range()),
        book.own("provisional", sure.provisional()),
        book.own("confidence", sure.confidence()),
        book.own("evidence", sure.evidence()),
        book.own("verification", sure.verification()),
        book.cited("item-agreement", sure.item_agreement()),
        book.cited("process-agreement", sure.process_agreement()),
        book.own("within-one-step", sure.within_one_step()),
        book.own("ranking-agreement", sure.ranking_agreement()),
        book.own("perception-gap", sure.perception_gap()),
        book.own("anonymity", sure.anonymity(), sure.here_floor(floor)),
    )


def _priority_rules(computed: Computed) -> tuple[Rule, ...]:
    header, settings = computed.assessment.header, computed.assessment.roadmap
    weights = first.here_weights(settings.pain_weight, settings.importance_weight, settings.leverage_weight)
    book = _Book(titles=first.TITLES)
    return (
        book.own("to-be", first.to_be(), first.here_target(header.default_target_level)),
        book.own("effective-target", first.effective_target()),
        book.own(
            "proposed-target",
            first.proposed_target(),
            first.here_asked() if header.asks_to_be else first.here_not_asked(),
        ),
        book.own("rationale", first.rationale()),
        book.own("gap-and-need", first.gap_and_need()),
        book.own("roll-up", first.roll_up()),
        book.own("by-characteristic", first.by_characteristic()),
        book.own("priority", first.priority(), weights),
        book.own("pain-and-importance", first.pain_and_importance()),
        book.own("assumed", first.assumed()),
        book.own("leverage", first.leverage()),
        book.own("strength", first.strength()),
        book.own("blocked-by", first.blocked_by()),
        book.own("broken-hand-off", first.broken_hand_off()),
        book.own("firmness", first.firmness()),
        book.own("presets", first.presets()),
        book.own("order-change", first.order_change()),
        book.own("weak-spots", first.weak_spots()),
        book.own("map", first.process_map()),
    )


def _wave_rules(computed: Computed) -> tuple[Rule, ...]:
    settings, book = computed.assessment.roadmap, _Book(titles=order.TITLES)
    capacities = [wave.capacity_count for wave in computed.roadmap.waves]
    return (
        book.own("step", order.step()),
        book.own("landing", order.landing()),
        book.own("value", order.value()),
        book.own("effort", order.effort()),
        book.own("capacity", order.capacity(), order.here_waves(lengths_of(settings), capacities)),
        book.own("waves", order.waves()),
        book.own("hard-linkage", order.hard_linkage()),
        book.own("relaxed", order.relaxed()),
        book.own("pins", order.pins(), order.here_pins(len(settings.pins))),
        book.own("choices", order.choices()),
        book.own("wishes", order.wishes()),
        book.own("curve", order.curve()),
        book.own("search", order.search()),
        book.own("quick-win", order.quick_win()),
        book.own("saved-plan", order.saved_plan()),
        book.own("drift", order.drift()),
        book.own("run", order.run()),
        book.own("preparation", order.preparation()),
        book.own("beside", order.beside()),
        book.own("findings", order.findings()),
    )


def _workshop_rules() -> tuple[Rule, ...]:
    book = _Book(titles=workshop.TITLES)
    return (
        book.own("planner", planner.rule()),
        book.own("clock", workshop.clock()),
        book.own("next-question", next_item.rule()),
        book.own("taken-at-once", accepting.rule()),
        book.own("hands", workshop.hands()),
    )


def _comparing_rules() -> tuple[Rule, ...]:
    book = _Book(titles=since.TITLES)
    return (
        book.own("side-by-side", since.side_by_side()),
        book.own("moved", since.moved()),
        book.own("why-it-moved", since.why_it_moved()),
        book.own("who-answered", since.who_answered()),
        book.own("noise", since.noise()),
        book.own("planned-and-reached", since.planned_and_reached()),
    )
