"""A row a unit: whose, when, how many people, where it stands, what it plans.

| column | value | range |
|---|---|---|
| date | day it speaks of, as an ISO date | |
| coverage | share of the questions that count with a value | 0 to 1 |
| verified, at-target | values, processes | 0 up |
| mean | mean score | 0 to 5 |
| floor | lowest level | 0 to 5 |
| effort, days, cost | points, person-days, money | 0 up; None where the plan has none |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from assessment.domain.portfolio.comparable import Bar, Basis, major_version
from assessment.domain.portfolio.figures import UnitLine
from assessment.domain.portfolio.portfolio import Portfolio
from assessment.views.model import Cell, Column, Kind, Row, Table
from assessment.views.report import SHORT_HASH_LENGTH
from assessment.views.wording import portfolio as words
from assessment.views.wording.numbers import (
    NO_VALUE,
    level_text,
    listed,
    long_date,
    money_text,
    number_text,
    score_text,
    share_text,
    whole_text,
)
from assessment.views.wording.terms import DEPTHS, STATES

_STANDING = (
    Column(id="unit", name=words.UNIT_COLUMN, width=24, meaning=words.UNIT_MEANING),
    Column(id="date", name=words.DATE_COLUMN, width=17),
    Column(id="people", name=words.PEOPLE_COLUMN, kind=Kind.NUMBER, width=7, meaning=words.PEOPLE_MEANING),
    Column(id="coverage", name=words.COVERAGE_COLUMN, kind=Kind.NUMBER, width=9, meaning=words.COVERAGE_MEANING),
    Column(id="verified", name=words.VERIFIED_COLUMN, kind=Kind.NUMBER, width=10, meaning=words.VERIFIED_MEANING),
    Column(id="at-target", name=words.AT_TARGET_COLUMN, kind=Kind.NUMBER, width=9, meaning=words.AT_TARGET_MEANING),
    Column(id="levels", name=words.LEVELS_COLUMN, kind=Kind.NUMBER, width=11, meaning=words.LEVELS_MEANING),
    Column(id="mean", name=words.MEAN_COLUMN, kind=Kind.NUMBER, width=7, meaning=words.MEAN_MEANING),
    Column(id="floor", name=words.FLOOR_COLUMN, kind=Kind.NUMBER, width=6, meaning=words.FLOOR_MEANING),
)
_TELLING = frozenset({"date", "people"})
"""Not shown under letters: who knows them may know the unit."""
_PLANNING = (
    Column(id="unit", name=words.UNIT_COLUMN, width=21, meaning=words.UNIT_MEANING),
    Column(id="first", name=words.FIRST_COLUMN, width=26, meaning=words.FIRST_MEANING),
    Column(id="effort", name=words.EFFORT_COLUMN, kind=Kind.NUMBER, width=9, meaning=words.EFFORT_MEANING),
    Column(id="days", name=words.DAYS_COLUMN, kind=Kind.NUMBER, width=9, meaning=words.DAYS_MEANING),
    Column(id="cost", name=words.COST_COLUMN, kind=Kind.NUMBER, width=12, meaning=words.COST_MEANING),
    Column(id="state", name=words.STATE_COLUMN, width=9),
    Column(id="hash", name=words.HASH_COLUMN, width=14),
)


def unit_names(portfolio: Portfolio) -> Mapping[str, str]:
    """What each unit is called, by the id of its assessment: two of one name are told apart by day, then by number."""
    plain = {line.assessment_id: _plain_name(portfolio, line) for line in portfolio.units}
    often = Counter(plain.values())
    dated = {
        line.assessment_id: words.dated(plain[line.assessment_id], long_date(line.assessed_on))
        if line.assessed_on is not None and often[plain[line.assessment_id]] > 1
        else plain[line.assessment_id]
        for line in portfolio.units
    }
    often, told = Counter(dated.values()), Counter[str]()
    names = {}
    for one, name in dated.items():
        told[name] += 1
        names[one] = words.numbered(name, told[name]) if often[name] > 1 else name
    return names


def _plain_name(portfolio: Portfolio, line: UnitLine) -> str:
    return words.lettered_unit(line.name) if portfolio.is_lettered else line.unit or line.name


def why_apart(portfolio: Portfolio, line: UnitLine) -> str:
    """Why a unit is not compared; "" for one that is."""
    bar = portfolio.bars.get(line.assessment_id)
    if bar is None:
        return ""
    own, common = _differing(bar, line, portfolio)
    return words.why(bar, own, common)


def _differing(bar: Bar, line: UnitLine, portfolio: Portfolio) -> tuple[str, str]:
    basis = portfolio.basis
    if basis is None or bar in (Bar.NOT_COMPUTED, Bar.RENEWED, Bar.NO_LEVEL):
        return "", ""
    if bar is Bar.FRAMEWORK:
        return _framework(line), framework_name(portfolio)
    if bar is Bar.VERSION:
        return words.version(major_version(line.framework_version)), words.version(basis.major_version)
    if bar is Bar.DEPTH:
        return DEPTHS[line.depth].lower(), DEPTHS[basis.depth].lower()
    return words.bound(line.carry_percent), words.bound(basis.carry_percent)


def _framework(line: UnitLine) -> str:
    return line.framework_id if line.figures is None else line.figures.framework_name


def framework_name(portfolio: Portfolio) -> str:
    """The framework that the compared units answer; "" without any."""
    return next((_framework(line) for line in portfolio.compared), "")


def basis_text(portfolio: Portfolio) -> str:
    """What the levels of the compared units rest on; a dash where none are compared."""
    basis: Basis | None = portfolio.basis
    if basis is None:
        return NO_VALUE
    return words.rated_alike(framework_name(portfolio), basis.major_version, DEPTHS[basis.depth], basis.carry_percent)


def units_table(portfolio: Portfolio) -> Table:
    """Where every unit stands, those that are not compared under a heading of their own."""
    table = Table(
        id="portfolio-units",
        title=words.UNITS_TITLE,
        measure=words.UNITS_MEASURE,
        columns=_STANDING,
        rows=tuple(_row(portfolio, line, name, _standing_cells(line)) for line, name in _named(portfolio)),
        empty=words.EMPTY,
        notes=(words.FICTIONAL_NOTE,) if portfolio.is_fictional else (),
    )
    return table.only(*(one.id for one in _STANDING if not portfolio.is_lettered or one.id not in _TELLING))


def plans_table(portfolio: Portfolio) -> Table:
    """What every unit raises first and plans, and the state that its line is of."""
    table = Table(
        id="portfolio-plans",
        title=words.PLANS_TITLE,
        measure=words.PLANS_MEASURE,
        columns=_PLANNING,
        rows=tuple(_row(portfolio, line, name, _planning_cells(line)) for line, name in _named(portfolio)),
        empty=words.EMPTY,
    )
    shown = tuple(column.id for column in _PLANNING if column.id != "hash" or not portfolio.is_lettered)
    return table.only(*shown)


def apart_table(portfolio: Portfolio) -> Table:
    """The units that are not compared, each with why."""
    names = unit_names(portfolio)
    return Table(
        id="portfolio-apart",
        title=words.APART_TITLE,
        measure=words.APART_MEASURE,
        columns=(
            Column(id="unit", name=words.UNIT_COLUMN, width=30),
            Column(id="why", name=words.WHY_COLUMN, width=70),
        ),
        rows=tuple(
            Row(
                id=line.assessment_id,
                cells=(
                    Cell(text=names[line.assessment_id], value=line.assessment_id),
                    Cell(text=why_apart(portfolio, line), value=portfolio.bars[line.assessment_id].value),
                ),
            )
            for line in portfolio.units
            if line.assessment_id in portfolio.bars
        ),
        empty=words.NOBODY_APART,
    )


def _named(portfolio: Portfolio) -> tuple[tuple[UnitLine, str], ...]:
    """The units with their names, the compared ones first."""
    names = unit_names(portfolio)
    lines = sorted(portfolio.units, key=lambda line: line.assessment_id in portfolio.bars)
    return tuple((line, names[line.assessment_id]) for line in lines)


def _row(portfolio: Portfolio, line: UnitLine, name: str, cells: tuple[Cell, ...]) -> Row:
    is_apart = line.assessment_id in portfolio.bars
    return Row(
        id=line.assessment_id,
        cells=(Cell(text=name, value=line.assessment_id), *cells),
        group=words.APART_GROUP if is_apart else words.COMPARED_GROUP,
    )


def _standing_cells(line: UnitLine) -> tuple[Cell, ...]:
    on = line.assessed_on
    day = Cell(text=NO_VALUE) if on is None else Cell(text=long_date(on), value=on.isoformat())
    figures = line.figures
    if figures is None:
        return day, *(Cell(text=NO_VALUE) for _ in _STANDING[2:])
    whole = figures.whole
    levels = "\u00a0".join(whole_text(count) for count in whole.level_counts)
    return (
        day,
        Cell(text=number_text(figures.respondent_count), value=figures.respondent_count),
        Cell(text=share_text(figures.coverage_share), value=figures.coverage_share),
        Cell(text=words.of_units(figures.verified_count, figures.rated_count), value=figures.verified_count),
        Cell(
            text=words.at_target(whole.at_target_count, whole.process_count) if whole.process_count else NO_VALUE,
            value=whole.at_target_count if whole.process_count else None,
        ),
        Cell(text=levels if whole.process_count else NO_VALUE),
        Cell(text=score_text(whole.mean_score), value=whole.mean_score),
        Cell(text=level_text(whole.floor_level), value=whole.floor_level),
    )


def _planning_cells(line: UnitLine) -> tuple[Cell, ...]:
    state = Cell(text=STATES[line.state], value=line.state.value)
    figures = line.figures
    if figures is None:
        return *(Cell(text=NO_VALUE) for _ in _PLANNING[1:5]), state, Cell(text=NO_VALUE)
    planned = figures.planned
    names = {process.process_id: process.name for process in figures.processes}
    first = [names.get(one, one) for one in figures.first_ids]
    cost = NO_VALUE if planned.cost is None else money_text(planned.cost, planned.currency)
    short = figures.snapshot_hash[:SHORT_HASH_LENGTH]
    return (
        Cell(text=listed(first) or NO_VALUE),
        Cell(text=whole_text(planned.effort_count), value=planned.effort_count),
        Cell(text=number_text(planned.person_day_count), value=planned.person_day_count),
        Cell(text=cost, value=planned.cost),
        state,
        Cell(text=short or NO_VALUE, value=figures.snapshot_hash or None),
    )
