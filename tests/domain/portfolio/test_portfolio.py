"""Units are compared where they were rated alike, each once, and what is not known is in no figure."""

from __future__ import annotations

import math
import os
import random
import statistics
from dataclasses import replace
from datetime import date

import pytest

from assessment.domain.authored.framework import Depth
from assessment.domain.portfolio.comparable import Bar, renewed_ids
from assessment.domain.portfolio.figures import HoldingAttribute, UnitLine
from assessment.domain.portfolio.letters import lettered, letters_of
from assessment.domain.portfolio.portfolio import Against, Portfolio
from tests.units import DEFINITION, TARGET, a_portfolio, a_process, a_unit, others

PORTFOLIOS = int(os.environ.get("PLUMBLINE_PORTFOLIOS", "60"))
CONTROL = HoldingAttribute(id="control", name="Control")


def levels_of(units: list[UnitLine], process_id: str) -> list[int]:
    found = [unit.figures.process(process_id) for unit in units if unit.figures is not None]
    return [one.level for one in found if one is not None and one.level is not None]


def reckoned_again(portfolio: Portfolio, units: list[UnitLine], process_id: str, levels: list[int]) -> None:
    """Who lends and which gap is common, from the levels alone: below target is held by the definition."""
    of = {unit.assessment_id: levels_of([unit], process_id) for unit in units}
    middle = statistics.median(levels) if len(levels) > 1 else math.inf
    lending = {one for one, own in of.items() if own and own[0] >= middle + 2}
    needing = {one for one, own in of.items() if own and own[0] <= middle and own[0] < TARGET}
    found = [one for one in portfolio.lenders if one.process_id == process_id]
    assert {unit.assessment_id for one in found for unit in one.units} == lending
    assert all(set(one.to_ids) == needing for one in found)
    held = {one for one, own in of.items() if own and own[0] < TARGET}
    gaps = {one for gap in portfolio.common_gaps if gap.process_id == process_id for one in gap.unit_ids}
    assert gaps == (held if len(held) >= 2 and 2 * len(held) >= len(levels) else set())


def test_a_process_without_a_level_is_in_no_median_and_no_count() -> None:
    portfolio = a_portfolio(
        a_unit("a", {"planning": 0, "building": None}),
        a_unit("b", {"planning": 3, "building": 2}),
        a_unit("c", {"building": 4}),
    )
    planning, building = portfolio.processes
    assert planning.spread is not None
    assert (planning.spread.count, planning.spread.median) == (2, 1.5)
    assert building.spread is not None
    assert (building.spread.count, building.spread.median, building.spread.lowest) == (2, 3.0, 2)
    assert (planning.below_count, building.below_count) == (1, 1)


def test_one_level_is_no_median() -> None:
    portfolio = a_portfolio(a_unit("a", {"planning": 2, "building": 1}), a_unit("b", {"planning": 2, "building": None}))
    assert [one.spread is None for one in portfolio.processes] == [False, True]


@pytest.mark.parametrize(("count", "has_quartiles"), [(4, False), (5, True)])
def test_quartiles_are_told_from_five_units_up(count: int, has_quartiles: bool) -> None:
    portfolio = a_portfolio(*(a_unit(f"u{number}", {"planning": number}) for number in range(count)))
    spread = portfolio.processes[0].spread
    assert spread is not None
    assert ((spread.lower_quartile, spread.upper_quartile) == (1.0, 3.0)) is has_quartiles
    assert (spread.lower_quartile is None) is not has_quartiles


def test_medians_and_quartiles_are_those_of_the_library_on_random_units() -> None:
    rng = random.Random(5)
    for _ in range(PORTFOLIOS):
        units = [
            a_unit(f"u{number}", {one: rng.choice((None, 0, 1, 2, 3, 4, 5)) for one in ("planning", "building")})
            for number in range(rng.randint(2, 14))
        ]
        units = [unit for unit in units if unit.figures is not None and unit.figures.whole.process_count]
        portfolio = a_portfolio(*units)
        for across in portfolio.processes:
            levels = levels_of(units, across.process_id)
            reckoned_again(portfolio, units, across.process_id, levels)
            if len(levels) < 2:
                assert across.spread is None
                continue
            assert across.spread is not None
            assert across.spread.median == statistics.median(levels)
            assert (across.spread.lowest, across.spread.highest) == (min(levels), max(levels))
            if len(levels) >= 5:
                low, _, high = statistics.quantiles(levels, n=4, method="inclusive")
                assert (across.spread.lower_quartile, across.spread.upper_quartile) == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("change", "bar"),
    [
        ({"framework_id": "other"}, Bar.FRAMEWORK),
        ({"framework_version": "2.0.0"}, Bar.VERSION),
        ({"depth": Depth.QUICK}, Bar.DEPTH),
        ({"carry_percent": 85.0}, Bar.BOUND),
        ({"figures": None}, Bar.NOT_COMPUTED),
    ],
)
def test_a_unit_that_was_rated_otherwise_is_barred_with_its_reason(change: dict[str, object], bar: Bar) -> None:
    odd = replace(a_unit("odd", {"planning": 5}), **change)  # type: ignore[arg-type]
    portfolio = a_portfolio(odd, a_unit("a", {"planning": 1}), a_unit("b", {"planning": 3}))
    assert dict(portfolio.bars) == {"odd": bar}
    assert [unit.assessment_id for unit in portfolio.compared] == ["a", "b"]
    spread = portfolio.processes[0].spread
    assert spread is not None
    assert (spread.count, spread.highest) == (2, 3)


def test_another_minor_version_is_compared() -> None:
    portfolio = a_portfolio(
        a_unit("a", {"planning": 1}, framework_version="1.9.3"), a_unit("b", {"planning": 3}, framework_version="1.0.0")
    )
    assert not portfolio.bars


def test_a_unit_where_nothing_has_a_level_is_barred_and_decides_no_basis() -> None:
    empty = [a_unit(f"e{number}", {"planning": None}, depth=Depth.QUICK) for number in range(3)]
    portfolio = a_portfolio(*empty, a_unit("a", {"planning": 1}), a_unit("b", {"planning": 3}))
    assert portfolio.basis is not None
    assert portfolio.basis.depth is Depth.FULL
    alike = a_portfolio(a_unit("e", {"planning": None}), a_unit("a", {"planning": 1}), a_unit("b", {"planning": 3}))
    assert dict(alike.bars) == {"e": Bar.NO_LEVEL}


def test_of_two_bases_as_frequent_the_latest_assessment_decides() -> None:
    old = a_unit("old", {"planning": 1}, depth=Depth.QUICK, assessed_on=date(2025, 1, 1))
    new = a_unit("new", {"planning": 1}, assessed_on=date(2026, 1, 1))
    assert dict(a_portfolio(old, new).bars) == {"old": Bar.DEPTH}
    assert dict(a_portfolio(new, old).bars) == {"old": Bar.DEPTH}


def test_a_later_assessment_of_a_unit_stands_for_it_once_it_has_a_level_and_is_rated_alike() -> None:
    first = a_unit("first", {"planning": 1}, unit="Sales", unit_id="u-s", assessed_on=date(2025, 1, 1))
    later = a_unit("later", {"planning": 3}, unit="Sales", unit_id="u-s", assessed_on=date(2026, 1, 1))
    assert dict(a_portfolio(first, later).bars) == {"first": Bar.RENEWED}
    assert dict(a_portfolio(later, first).bars) == {"first": Bar.RENEWED}
    assert not a_portfolio(first, replace(later, unit="Claims", unit_id="u-c")).bars
    assert not a_portfolio(first, replace(later, assessed_on=first.assessed_on)).bars
    begun = a_unit("later", {"planning": None}, unit="Sales", unit_id="u-s", assessed_on=date(2026, 1, 1))
    assert dict(a_portfolio(first, begun).bars) == {"later": Bar.NO_LEVEL}
    assert dict(a_portfolio(first, replace(later, figures=None)).bars) == {"later": Bar.NOT_COMPUTED}
    assert Bar.RENEWED not in dict(a_portfolio(first, replace(later, depth=Depth.QUICK)).bars).values()


def test_where_no_unit_is_named_only_a_copy_stands_for_what_it_was_begun_from() -> None:
    first = a_unit("first", {"planning": 1}, unit_id=None, assessed_on=date(2025, 1, 1))
    other = a_unit("other", {"planning": 3}, unit_id=None, assessed_on=date(2026, 1, 1))
    assert not a_portfolio(first, other).bars
    assert dict(a_portfolio(first, replace(other, copied_from="first")).bars) == {"first": Bar.RENEWED}


def test_who_lends_stands_two_levels_above_the_median_and_who_takes_is_below_target() -> None:
    units = [a_unit(name, {"planning": level}) for name, level in (("a", 1), ("b", 1), ("c", 2), ("d", 3), ("e", 5))]
    (lending,) = a_portfolio(*units).lenders
    assert lending.median == 2.0
    assert [(one.assessment_id, one.level) for one in lending.units] == [("e", 5)]
    assert lending.to_ids == ("a", "b", "c")
    (exactly,) = a_portfolio(*units[:3], a_unit("d", {"planning": 3})).lenders or (None,)
    assert exactly is None or exactly.units == ()


def test_a_unit_exactly_two_levels_above_lends_the_highest_first() -> None:
    units = [a_unit(f"u{number}", {"planning": 1}) for number in range(4)]
    (lending,) = a_portfolio(a_unit("x", {"planning": 3}), *units, a_unit("y", {"planning": 4})).lenders
    assert [one.assessment_id for one in lending.units] == ["y", "x"]


def test_a_gap_is_common_from_half_of_the_units_with_a_level_and_two_at_least() -> None:
    def unit(name: str, level: int | None, *held_by: HoldingAttribute) -> UnitLine:
        return a_unit(name, {}, processes=(a_process("planning", level, *held_by),))

    units = [
        unit("a", 1, DEFINITION, CONTROL),
        unit("b", 2, DEFINITION),
        unit("c", 3, DEFINITION),  # at target: no gap
        unit("d", 1, CONTROL),
        unit("e", None),
    ]
    gaps = {one.attribute_id: one for one in a_portfolio(*units).common_gaps}
    assert gaps["definition"].unit_ids == ("a", "b")
    assert gaps["definition"].count == 4
    assert gaps["control"].unit_ids == ("a", "d")
    more = a_portfolio(*units, unit("f", 1, CONTROL))
    assert [(one.attribute_id, len(one.unit_ids), one.count) for one in more.common_gaps] == [("control", 3, 5)]
    assert a_portfolio(unit("a", 1, DEFINITION), unit("b", 4)).common_gaps == ()


def test_first_threes_are_counted_over_the_compared_units_alone() -> None:
    portfolio = a_portfolio(
        a_unit("a", {"planning": 1, "building": 1}, first_ids=("planning", "building")),
        a_unit("b", {"planning": 1, "building": 1}, first_ids=("building",)),
        a_unit("c", {"planning": 1, "building": 1}, first_ids=("planning",), depth=Depth.QUICK),
    )
    assert {one.process_id: one.first_ids for one in portfolio.processes} == {
        "planning": ("a",),
        "building": ("a", "b"),
    }


def test_processes_keep_the_order_of_the_model_where_scopes_differ() -> None:
    portfolio = a_portfolio(
        a_unit("a", {"planning": 1, "releasing": 1}), a_unit("b", {"planning": 1, "building": 1, "releasing": 1})
    )
    assert [one.process_id for one in portfolio.processes] == ["planning", "building", "releasing"]


def test_the_median_is_held_against_the_quartiles_of_others() -> None:
    units = [a_unit(name, {"planning": 1, "building": 3, "releasing": 5}) for name in ("a", "b")]
    portfolio = a_portfolio(*units, benchmark=others(("planning", 1, 2, 3), ("building", 3.5, 4, 4), ("gone", 1, 1, 1)))
    assert [one.against for one in portfolio.processes] == [Against.WITHIN, Against.BELOW, None]
    above = a_portfolio(*units, benchmark=others(("releasing", 1, 2, 4.5)))
    assert [one.against for one in above.processes] == [None, None, Against.ABOVE]
    one = a_portfolio(units[0], benchmark=others(("planning", 1, 2, 3)))
    assert one.processes[0].against is None


def test_letters_stand_for_names_ids_and_hashes_and_change_no_number() -> None:
    units = [
        a_unit("zeta", {"planning": 1}, number=2, first_ids=("planning",)),
        a_unit("alpha", {"planning": 5}, number=28, copied_from="zeta"),
        a_unit("beta", {"planning": 2}, number=1, depth=Depth.QUICK),
        a_unit("gamma", {"planning": 1}, number=3),
    ]
    plain = a_portfolio(*units)
    told = lettered(plain)
    assert [unit.assessment_id for unit in told.units] == ["A", "B", "C", "AB"]
    for name in ("zeta", "alpha", "beta", "gamma"):
        assert name not in repr(told).lower().replace("assessment_id", "")
    assert [one.spread for one in told.processes] == [one.spread for one in plain.processes]
    assert dict(told.bars) == {"A": Bar.DEPTH}
    assert told.processes[0].first_ids == ("B",)
    assert [unit.assessment_id for unit in told.lenders[0].units] == ["AB"]
    assert told.lenders[0].to_ids == ("B", "C")
    assert told.common_gaps[0].unit_ids == ("B", "C")
    assert told.hash == plain.hash
    assert {unit.figures.snapshot_hash for unit in told.units if unit.figures is not None} == {""}


def test_letters_go_on_behind_z() -> None:
    assert [letters_of(number) for number in (1, 26, 27, 52, 53)] == ["A", "Z", "AA", "AZ", "BA"]
    assert len({letters_of(number) for number in range(1, 2000)}) == 1999


def test_equal_content_has_one_hash_and_a_change_another() -> None:
    a, b = a_unit("a", {"planning": 1}), a_unit("b", {"planning": 2})
    assert a_portfolio(a, b).hash == a_portfolio(b, a).hash
    assert a_portfolio(a, b).hash != a_portfolio(a).hash
    assert a_portfolio(a, b).hash != a_portfolio(a, b, benchmark=others(("planning", 1, 2, 3))).hash


def test_which_assessments_a_later_one_stands_for_is_told_pair_by_pair_on_random_units() -> None:
    def stands_for(later: UnitLine, line: UnitLine) -> bool:
        is_one_unit = later.unit_id == line.unit_id if line.unit_id else not later.unit_id
        is_followed = line.unit_id is not None or later.copied_from == line.assessment_id
        has_level = later.figures is not None and later.figures.whole.process_count > 0
        return is_one_unit and is_followed and has_level and later.depth is line.depth

    rng = random.Random(11)
    for _ in range(PORTFOLIOS):
        days = {f"u{number}": date(2026, 1, rng.randint(1, 4)) for number in range(10)}
        units = [
            a_unit(
                f"u{number}",
                {"planning": rng.choice((None, 1, 2))},
                unit_id=rng.choice((None, "u-a", "u-b")),
                copied_from=rng.choice((None, f"u{rng.randint(0, 9)}")),
                depth=rng.choice((Depth.FULL, Depth.FULL, Depth.QUICK)),
                assessed_on=days[f"u{number}"],
            )
            for number in range(10)
        ]
        expected = {
            line.assessment_id
            for line in units
            if any(days[later.assessment_id] > days[line.assessment_id] and stands_for(later, line) for later in units)
        }
        assert renewed_ids(units) == expected
