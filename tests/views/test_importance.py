"""Maturity against importance: every dot where its numbers are, the corner named, and no label on another."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations

import pytest

from assessment.domain.planning.weak_spots import weak_spots
from assessment.domain.rating.results import PriorityResult
from assessment.reporting.slides.measuring import text_width
from assessment.views.importance import ImportanceView, importance_view
from assessment.views.lanes import ACROSS, SPACE, Dot, Laid, laid_out, width_of
from assessment.views.priorities import priorities_view
from assessment.views.wording import importance as words
from tests.computing import mixed, nothing_answered, the_sample

WORDS = (
    "Change",
    "Configuration",
    "Release",
    "to",
    "Production",
    "Wholesale",
    "Überwachung",
    "MMW",
    "管理",
    "إدارة",
    "A",
)
BANDS_WIDE = (ACROSS, 1.3 * ACROSS, 3 * ACROSS)


def random_dots(draw: random.Random) -> list[Dot]:
    count = draw.randint(1, 40)
    places = [draw.choice([0, 100, draw.uniform(0, 100), draw.uniform(30, 40)]) for _ in range(count)]
    return [
        Dot(
            id=f"process-{number}",
            across=across,
            radius=draw.uniform(0.28, 1.0),
            label=" ".join(draw.choices(WORDS, k=draw.randint(1, 9)))[:60],
        )
        for number, across in enumerate(places)
    ]


def set_width(text: str) -> float:
    """How wide a text is in the product's own typeface, in its heavy weight, in ems."""
    spaces = 0.2 * text.count(" ")
    return spaces + sum(text_width(letter, 1, is_bold=True) for letter in text.replace(" ", "")) / 1.1


def boxes(dot: Dot, placed: Laid, across: float) -> tuple[float, float]:
    """What dot and label take of a band of some width, in ems, by the product's own typeface in its heavy weight."""
    middle = dot.across / 100 * across
    label = SPACE + set_width(placed.label)
    if placed.is_left:
        return middle - dot.radius - label, middle + dot.radius
    return middle - dot.radius, middle + dot.radius + label


@pytest.mark.parametrize("seed", range(4))
def test_no_label_or_dot_covers_another_on_a_hundred_random_sets_however_wide_the_band(seed: int) -> None:
    draw = random.Random(seed)
    for _ in range(25):
        dots = random_dots(draw)
        laid = laid_out(dots)
        assert [placed.id for placed in laid] == [dot.id for dot in dots]
        for across in BANDS_WIDE:
            taken = [(placed.lane, *boxes(dot, placed, across)) for dot, placed in zip(dots, laid, strict=True)]
            for (lane, low, high), (other_lane, other_low, other_high) in combinations(taken, 2):
                assert lane != other_lane or high <= other_low or other_high <= low
            reach = 1.0 + 1e-9
            assert all(-reach <= low and high <= across + reach for _, low, high in taken)


def test_the_same_dots_get_the_same_places_and_no_more_lanes_than_overlap() -> None:
    dots = random_dots(random.Random(3))
    assert laid_out(dots) == laid_out(dots)
    apart = [Dot(id=str(place), across=place, radius=0.3, label="Ab") for place in (5.0, 25.0, 45.0, 65.0)]
    assert {placed.lane for placed in laid_out(apart)} == {0}
    together = [replace(dot, across=50.0) for dot in apart]
    assert sorted(placed.lane for placed in laid_out(together)) == [0, 1, 2, 3]


def test_a_label_stands_left_where_the_edge_is_near_and_is_cut_where_neither_side_has_room() -> None:
    near, middle = (
        Dot(id="a", across=98, radius=0.3, label="Availability"),
        Dot(id="b", across=50, radius=0.3, label="Availability of " * 6),
    )
    left, cut = laid_out([near, middle])
    assert (left.is_left, left.label) == (True, "Availability")
    assert cut.label[-1] == "…"
    assert middle.label.startswith(cut.label.removesuffix("…"))
    assert width_of(cut.label) <= ACROSS / 2


def test_a_text_is_never_wider_than_it_is_taken_to_be() -> None:
    for text in (*WORDS, "Service Level Management", "WWW MMM @@@", "iiiii lllll", "Ściśle żółty"):
        assert set_width(text) <= width_of(text) + 1e-9, text


def dots_of(view: ImportanceView) -> dict[str, tuple[float, int]]:
    by_row = {row: band.importance for band in view.bands for row in range(band.first, band.first + band.row_count)}
    return {dot.process_id: (dot.across, by_row[dot.row]) for dot in view.dots}


def test_every_process_with_a_level_stands_at_its_score_in_the_band_of_its_importance() -> None:
    whole = the_sample().told
    view = importance_view(whole)
    found = dots_of(view)
    assert {process_id: importance for process_id, (_, importance) in found.items()} == {
        entry.process_id: entry.importance for entry in whole.result.priorities
    }
    for process_id, (across, _) in found.items():
        assert across == pytest.approx(20 * (whole.result.process(process_id).level.score or 0))
    assert [band.importance for band in view.bands] == [5, 4, 3]
    assert view.row_count == 1 + sum(band.row_count for band in view.bands)
    assert view.bands[0].first == 1


def test_the_cells_are_those_of_the_priorities() -> None:
    whole = the_sample().told
    table, order = importance_view(whole).tables[0], priorities_view(whole).table("priorities")
    for row in order.rows:
        for column in ("importance", "leverage", "pain"):
            assert table.cell(row.id, column) == order.cell(row.id, column)


def test_what_is_important_and_below_level_two_matters_and_is_weak() -> None:
    """Building: importance 5, level 1. Planning: importance 1, level 2. Process-5: level 1, importance 1 assumed."""
    view = importance_view(mixed())
    assert weak_spots(mixed().result) == ("building",)
    assert view.finding == "Building matters and is weak."
    assert [row.id for row in view.tables[0].rows if row.cells[-1].value == "weak"] == ["building"]
    assert [dot.process_id for dot in view.dots if dot.is_weak] == ["building"]
    assert (view.corner_across, view.corner_row_count) == (40, 2)
    assert words.no_pain() in view.notes
    assert [dot.process_id for dot in view.dots if dot.is_hollow] == ["process-5"]
    assert words.hollow() in view.notes


@pytest.mark.parametrize(
    ("importance", "level", "is_weak"), [(4, 1, True), (3, 1, False), (4, 2, False), (5, 0, True), (None, 0, False)]
)
def test_the_corner_begins_at_importance_four_and_ends_below_level_two(
    importance: int | None, level: int, is_weak: bool
) -> None:
    result = mixed().result
    own: PriorityResult = replace(result.priorities[0], importance=importance)
    process = result.process(own.process_id)
    moved = replace(process, level=replace(process.level, level=level))
    changed = replace(
        result,
        priorities=(own,),
        processes=tuple(moved if one.process_id == own.process_id else one for one in result.processes),
    )
    assert weak_spots(changed) == ((own.process_id,) if is_weak else ())


def test_the_more_leverage_the_larger_the_dot_and_the_more_pain_the_heavier_its_ring() -> None:
    whole = the_sample().told
    entries = {entry.process_id: entry for entry in whole.result.priorities}
    dots = importance_view(whole).dots
    by_leverage = sorted(dots, key=lambda dot: entries[dot.process_id].leverage_share)
    assert [dot.radius for dot in by_leverage] == sorted(dot.radius for dot in dots)
    assert max(dot.radius for dot in dots) == pytest.approx(0.65)
    assert all(dot.ring == pytest.approx(0.07 * (entries[dot.process_id].pain or 0)) for dot in dots)


def test_without_importance_or_a_level_it_says_what_to_do() -> None:
    assert importance_view(mixed(opinions=())).empty == words.EMPTY
    assert importance_view(nothing_answered()).empty == words.NO_LEVEL
    assert not importance_view(mixed(opinions=())).dots
