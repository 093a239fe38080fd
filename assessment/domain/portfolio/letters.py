"""Letters in place of the names of units: each keeps its own, for it has a number of its own."""

from __future__ import annotations

from dataclasses import replace

from assessment.domain.portfolio.figures import UnitFigures
from assessment.domain.portfolio.portfolio import Portfolio

_ALPHABET = 26


def letters_of(number: int) -> str:
    """The letters of a number from 1: A to Z, then AA, AB and on.

    >>> letters_of(1), letters_of(26), letters_of(27), letters_of(703)
    ('A', 'Z', 'AA', 'AAA')
    """
    found = ""
    while number > 0:
        number, rest = divmod(number - 1, _ALPHABET)
        found = chr(ord("A") + rest) + found
    return found


def _untold(figures: UnitFigures) -> UnitFigures:
    return replace(figures, snapshot_hash="", respondent_count=None)


def lettered(portfolio: Portfolio) -> Portfolio:
    """The same with letters in place of names, ids and hashes of units, in the order of the letters.

    Day and number of people, by which many know a unit, are None.
    """
    letters = {line.assessment_id: letters_of(line.number) for line in portfolio.units}

    def of(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(letters[one] for one in ids)

    return replace(
        portfolio,
        units=tuple(
            replace(
                line,
                assessment_id=letters[line.assessment_id],
                name=letters[line.assessment_id],
                unit=None,
                unit_id=None,
                copied_from=None,
                assessed_on=None,
                figures=None if line.figures is None else _untold(line.figures),
            )
            for line in sorted(portfolio.units, key=lambda one: one.number)
        ),
        bars={letters[one]: bar for one, bar in portfolio.bars.items()},
        processes=tuple(replace(one, first_ids=of(one.first_ids)) for one in portfolio.processes),
        lenders=tuple(
            replace(
                one,
                units=tuple(replace(unit, assessment_id=letters[unit.assessment_id]) for unit in one.units),
                to_ids=of(one.to_ids),
            )
            for one in portfolio.lenders
        ),
        common_gaps=tuple(replace(one, unit_ids=of(one.unit_ids)) for one in portfolio.common_gaps),
        is_lettered=True,
    )
