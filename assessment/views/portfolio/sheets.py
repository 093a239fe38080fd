"""The sheets of a portfolio: every number of it, exact; None is an empty cell, for unknown is not zero."""

from __future__ import annotations

from collections.abc import Callable

from assessment.domain.portfolio.figures import UnitFigures, UnitLine
from assessment.domain.portfolio.portfolio import Portfolio, ProcessAcross
from assessment.domain.portfolio.sharing import CommonGap, Lender, Lending
from assessment.domain.portfolio.spread import Spread
from assessment.views.model import Fact
from assessment.views.portfolio.across import across_view, finding
from assessment.views.portfolio.processes import unit_counts
from assessment.views.portfolio.units import unit_names, why_apart
from assessment.views.sheets.fields import Field, day, mark, number, of, share, sheet_of, text, yes_no
from assessment.views.sheets.model import Scale, Sheet
from assessment.views.wording import portfolio as across_words
from assessment.views.wording.numbers import listed
from assessment.views.wording.sheets import portfolio as words
from assessment.views.wording.terms import STATES


def portfolio_sheets(portfolio: Portfolio) -> tuple[Sheet, ...]:
    """Every sheet of a portfolio, in order."""
    return (
        _read_me_sheet(portfolio),
        _units_sheet(portfolio),
        _levels_sheet(portfolio),
        _spread_sheet(portfolio),
        _lenders_sheet(portfolio),
        _gaps_sheet(portfolio),
    )


def _read_me_sheet(portfolio: Portfolio) -> Sheet:
    view = across_view(portfolio)
    facts = (
        Fact(id="organisation", label=across_words.KIND, text=portfolio.organisation),
        Fact(id="finding", label=across_words.QUESTION, text=finding(portfolio)),
        *view.facts,
        *(
            Fact(id=f"note-{number}", label="", text=note)
            for number, note in enumerate(dict.fromkeys(note for table in view.tables for note in table.notes))
        ),
        Fact(id="hash", label="", text=across_words.stamp(portfolio.hash)),
    )
    fields: tuple[Field[Fact], ...] = (
        text("label", lambda fact: fact.label, 32),
        text("text", lambda fact: fact.text, 90),
    )
    return sheet_of("portfolio-read-me", words.READ_ME, words.READ_ME_COLUMNS, fields, facts)


def _units_sheet(portfolio: Portfolio) -> Sheet:
    names = unit_names(portfolio)
    fields: tuple[Field[UnitLine], ...] = (
        text("unit-id", lambda line: line.assessment_id, 14),
        text("unit", lambda line: names[line.assessment_id], 26),
        text("assessment", lambda line: line.name, 26),
        day("date", lambda line: line.assessed_on),
        yes_no("compared", lambda line: line.assessment_id not in portfolio.bars),
        text("why", lambda line: why_apart(portfolio, line) or None, 40),
        number("people", _figure(lambda one: one.respondent_count), "people"),
        share("coverage", _figure(lambda one: one.coverage_share), "of the questions"),
        number("verified", _figure(lambda one: one.verified_count), "values"),
        number("rated", _figure(lambda one: one.rated_count), "values"),
        number("at-target", _figure(lambda one: one.whole.at_target_count), "processes"),
        number("with-level", _figure(lambda one: one.whole.process_count), "processes"),
        *(number(f"level-{level}", _figure(_at_level(level)), "processes", width=8) for level in range(6)),
        number("mean", _figure(lambda one: one.whole.mean_score), "score", 2),
        number("floor", _figure(lambda one: one.whole.floor_level), "level"),
        *(text(f"first-{place + 1}", _first(place), 22) for place in range(3)),
        number("steps", _figure(lambda one: one.planned.step_count), "steps"),
        number("effort", _figure(lambda one: one.planned.effort_count), "points"),
        number("days", _figure(lambda one: one.planned.person_day_count), "person-days", 1),
        number("cost", _figure(lambda one: one.planned.cost), "money", 0, 12),
        text("currency", lambda line: None if _cost(line) is None else _currency(line), 9),
        text("state", lambda line: STATES[line.state], 12),
        text("hash", lambda line: of(line.figures, lambda one: one.snapshot_hash) or None, 20),
    )
    return sheet_of("portfolio-units", words.UNITS, words.UNIT_COLUMNS, fields, portfolio.units)


def _levels_sheet(portfolio: Portfolio) -> Sheet:
    names = unit_names(portfolio)
    columns = {
        **words.LEVEL_COLUMNS,
        **{one.process_id: (one.name, words.EMPTY_LEVEL) for one in portfolio.processes},
    }
    fields: tuple[Field[UnitLine], ...] = (
        text("unit-id", lambda line: line.assessment_id, 14),
        text("unit", lambda line: names[line.assessment_id], 26),
        *(mark(one.process_id, _level(one.process_id), "level", Scale.LEVEL, 12) for one in portfolio.processes),
    )
    return sheet_of("portfolio-levels", words.LEVELS, columns, fields, portfolio.units)


def _spread_sheet(portfolio: Portfolio) -> Sheet:
    counts = unit_counts(portfolio)
    fields: tuple[Field[ProcessAcross], ...] = (
        text("process-id", lambda one: one.process_id, 18),
        text("process", lambda one: one.name, 28),
        text("group", lambda one: one.group, 26),
        number("count", lambda one: counts[one.process_id], "units"),
        number("median", _spread(lambda own: own.median), "level", 2),
        number("lower", _spread(lambda own: own.lower_quartile), "level", 2),
        number("upper", _spread(lambda own: own.upper_quartile), "level", 2),
        number("lowest", _spread(lambda own: own.lowest), "level"),
        number("highest", _spread(lambda own: own.highest), "level"),
        number("below", lambda one: one.below_count, "units"),
        number("first", lambda one: len(one.first_ids), "units"),
        number("others-median", lambda one: of(one.benchmark, lambda own: own.median), "level", 2),
        number("others-lower", lambda one: of(one.benchmark, lambda own: own.lower_quartile), "level", 2),
        number("others-upper", lambda one: of(one.benchmark, lambda own: own.upper_quartile), "level", 2),
        number("others-n", lambda one: of(one.benchmark, lambda own: own.n), "organisations"),
        text("against", lambda one: None if one.against is None else across_words.AGAINST[one.against], 18),
        text("source", lambda one: of(one.benchmark, lambda own: own.source), 26),
        number("year", lambda one: of(one.benchmark, lambda own: own.year), "year"),
    )
    return sheet_of("portfolio-spread", words.SPREAD, words.SPREAD_COLUMNS, fields, portfolio.processes)


def _lenders_sheet(portfolio: Portfolio) -> Sheet:
    """A row for each unit and process that it stands out in."""
    names, processes = unit_names(portfolio), {one.process_id: one.name for one in portfolio.processes}
    fields: tuple[Field[tuple[Lending, Lender]], ...] = (
        text("process-id", lambda one: one[0].process_id, 18),
        text("process", lambda one: processes[one[0].process_id], 28),
        text("unit-id", lambda one: one[1].assessment_id, 14),
        text("unit", lambda one: names[one[1].assessment_id], 26),
        number("level", lambda one: one[1].level, "level"),
        number("median", lambda one: one[0].median, "level", 2),
        text("to", lambda one: listed([names[unit] for unit in one[0].to_ids]), 60),
    )
    rows = tuple((one, unit) for one in portfolio.lenders for unit in one.units)
    return sheet_of("portfolio-lenders", words.LENDERS, words.LENDER_COLUMNS, fields, rows)


def _gaps_sheet(portfolio: Portfolio) -> Sheet:
    names, processes = unit_names(portfolio), {one.process_id: one.name for one in portfolio.processes}
    fields: tuple[Field[CommonGap], ...] = (
        text("process-id", lambda one: one.process_id, 18),
        text("process", lambda one: processes[one.process_id], 28),
        text("attribute-id", lambda one: one.attribute_id, 18),
        text("attribute", lambda one: one.attribute_name, 24),
        number("units", lambda one: len(one.unit_ids), "units"),
        number("of", lambda one: one.count, "units"),
        text("which", lambda one: listed([names[unit] for unit in one.unit_ids]), 60),
    )
    return sheet_of("portfolio-gaps", words.GAPS, words.GAP_COLUMNS, fields, portfolio.common_gaps)


def _figure(take: Callable[[UnitFigures], float | None]) -> Callable[[UnitLine], float | None]:
    return lambda line: of(line.figures, take)


def _spread(take: Callable[[Spread], float | None]) -> Callable[[ProcessAcross], float | None]:
    return lambda one: of(one.spread, take)


def _at_level(level: int) -> Callable[[UnitFigures], int]:
    return lambda figures: figures.whole.level_counts[level]


def _level(process_id: str) -> Callable[[UnitLine], int | None]:
    def take(line: UnitLine) -> int | None:
        process = None if line.figures is None else line.figures.process(process_id)
        return None if process is None else process.level

    return take


def _first(place: int) -> Callable[[UnitLine], str | None]:
    def take(line: UnitLine) -> str | None:
        figures = line.figures
        if figures is None or len(figures.first_ids) <= place:
            return None
        process = figures.process(figures.first_ids[place])
        return None if process is None else process.name

    return take


def _cost(line: UnitLine) -> float | None:
    return of(line.figures, lambda one: one.planned.cost)


def _currency(line: UnitLine) -> str | None:
    return of(line.figures, lambda one: one.planned.currency)
