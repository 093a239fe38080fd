"""A portfolio as a whole: the finding, the facts, and every table in the order of paper and command line."""

from __future__ import annotations

from assessment.domain.portfolio.portfolio import Portfolio
from assessment.views.model import Fact, View
from assessment.views.portfolio.heatmap import heatmap_table
from assessment.views.portfolio.processes import others_table, processes_table
from assessment.views.portfolio.sharing import first_table, gaps_table, lenders_table
from assessment.views.portfolio.units import apart_table, basis_text, plans_table, units_table
from assessment.views.report import SHORT_HASH_LENGTH
from assessment.views.wording import portfolio as words
from assessment.views.wording.numbers import NO_VALUE, score_text


def across_view(portfolio: Portfolio) -> View:
    """Every table of a portfolio under its finding."""
    is_empty = len(portfolio.units) < 2
    return View(
        id="portfolio",
        question=words.QUESTION,
        finding=finding(portfolio),
        facts=_facts(portfolio),
        tables=(
            heatmap_table(portfolio),
            processes_table(portfolio),
            *((others_table(portfolio),) if portfolio.benchmark is not None else ()),
            lenders_table(portfolio),
            gaps_table(portfolio),
            first_table(portfolio),
            units_table(portfolio),
            plans_table(portfolio),
            apart_table(portfolio),
        ),
        notes=(
            words.rated(basis_text(portfolio)),
            words.stamp(portfolio.hash[:SHORT_HASH_LENGTH]),
        ),
        empty=words.EMPTY if is_empty else "",
    )


def finding(portfolio: Portfolio) -> str:
    """How many units are compared, and where they lie furthest apart: the earliest process of those that do."""
    spreads = [(one, one.spread) for one in portfolio.processes if one.spread is not None]
    if len(portfolio.units) < 2:
        return words.EMPTY
    if not spreads:
        return words.NONE_COMPARED
    widest, spread = max(spreads, key=lambda one: one[1].highest - one[1].lowest)
    return words.finding(len(portfolio.compared), len(portfolio.units), widest.name, spread.lowest, spread.highest)


def lenders_finding(portfolio: Portfolio) -> str:
    """How many units could lend practice."""
    units = {unit.assessment_id for one in portfolio.lenders for unit in one.units}
    return words.lenders(len(units), len(portfolio.lenders))


def gaps_finding(portfolio: Portfolio) -> str:
    """The gap that most units have."""
    if not portfolio.common_gaps:
        return words.NO_GAP
    first = portfolio.common_gaps[0]
    process = next(one.name for one in portfolio.processes if one.process_id == first.process_id)
    return words.gap(process, first.attribute_name, len(first.unit_ids), first.count)


def _facts(portfolio: Portfolio) -> tuple[Fact, ...]:
    figures = [line.figures for line in portfolio.compared if line.figures is not None]
    at_target = sum(one.whole.at_target_count for one in figures)
    process_count = sum(one.whole.process_count for one in figures)
    means = [one.whole.mean_score for one in figures if one.whole.mean_score is not None]
    return (
        Fact(
            id="units",
            label=words.COMPARED_LABEL,
            text=words.of_units(len(figures), len(portfolio.units)),
            value=len(figures),
        ),
        Fact(
            id="at-target",
            label=words.AT_TARGET_LABEL,
            text=words.at_target(at_target, process_count) if process_count else NO_VALUE,
            value=at_target if process_count else None,
            note=words.AT_TARGET_LABEL_NOTE,
        ),
        Fact(
            id="means",
            label=words.MEANS_LABEL,
            text=words.means(min(means), max(means)) if means else score_text(None),
        ),
    )
