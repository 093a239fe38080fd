"""The deck says what the views say: every cell is one of theirs, and what no view has is worked out another way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pytest

from assessment.domain.answered.actions import ActionKind, ActionStatus, PlannedAction
from assessment.domain.answered.assessment import Note, NoteKind
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.computed import Computed
from assessment.domain.findings.results import Area
from assessment.domain.planning.register import actions_of
from assessment.views.capacity import curve_view
from assessment.views.characteristics import characteristics_view
from assessment.views.choices import choices_view
from assessment.views.deck.close import next_slides
from assessment.views.deck.deck import deck_view
from assessment.views.deck.first import fitting_quote
from assessment.views.deck.model import Bars, Deck, DotMark, Dots, Figures, Grid, Points, SlideKind
from assessment.views.deck.tables import limited, parted, with_columns
from assessment.views.executive import executive_view
from assessment.views.findings.whole import lines_of, table_of
from assessment.views.firmness import firmness_view
from assessment.views.groups import groups_view
from assessment.views.hand_offs import Shown, hand_off_list
from assessment.views.headline import overview_view
from assessment.views.heatmap import HeatmapState, heatmap_view
from assessment.views.levels import movement_view
from assessment.views.method import method_view
from assessment.views.model import Quote, Table
from assessment.views.organisation import owners_view
from assessment.views.pins import pins_table
from assessment.views.process import process_view
from assessment.views.resources import technology_view
from assessment.views.services import services_view
from assessment.views.shared_advice import shared_advice
from assessment.views.waves import roadmap_view
from tests.builders import an_assessment, tiny_framework
from tests.computing import SNAPSHOT_HASH, computed, mixed, nothing_answered, the_sample

DAY = date(2026, 11, 30)
ORDER = [
    "cover",
    "answer",
    "map",
    "importance",
    "movement-1",
    "heatmap-as-is-1",
    "heatmap-gap-1",
    "characteristics",
    "perception",
    "first-five",
    "process-problem-management",
    "process-change-management",
    "process-availability-management",
    "process-configuration-management",
    "process-release-to-production",
    "hand-offs",
    "waves-1",
    "money",
    "first-wave",
    "not-funded",
    "capacity-1",
    "choices-1",
    "firmness",
    "risks",
    "decisions",
    "next",
    "groups-1",
    "owners-findings-1",
    "owners-findings-2",
    "owners-1",
    "readiness-1",
    "transitions-findings-1",
    "transitions-findings-2",
    "technology-findings-1",
    "technology-findings-2",
    "technology-1",
    "sourcing-findings-1",
    "sourcing-findings-2",
    "services-1",
    "method",
]
TINY = tiny_framework(process_count=1)
OWN_TABLES = {"perception", "money", "first-wave", "next"}
"""Made for the deck from facts; the tests below work them out another way."""


def deck_of(whole: Computed) -> Deck:
    return deck_view(whole, printed_on=DAY, product_version="1.2.3")


def sources(whole: Computed) -> dict[str, Callable[[str], Table]]:
    """The table of a view that each table of the deck is a part of, by its id; takes the slide's id."""
    page = executive_view(whole)
    roadmap, owners, method = roadmap_view(whole), owners_view(whole), method_view(whole, "1.2.3", DAY)
    return {
        "executive-waves": lambda _: page.table("executive-waves"),
        "movement": lambda _: movement_view(whole).table("movement"),
        "heatmap-as-is": lambda _: heatmap_view(whole, HeatmapState.AS_IS).table("heatmap"),
        "heatmap-gap": lambda _: heatmap_view(whole, HeatmapState.GAP).table("heatmap"),
        "characteristics": lambda _: characteristics_view(whole).table("characteristics"),
        "first-five": lambda _: page.table("first-five"),
        "profile": lambda slide_id: process_view(
            whole, slide_id.removeprefix("process-"), with_range=False
        ).profile.table("profile"),
        "hand-offs": lambda _: hand_off_list(whole, Shown.BROKEN),
        "capacity": lambda _: curve_view(whole).table("capacity"),
        "choices": lambda _: choices_view(whole).table("choices"),
        "wishes": lambda _: choices_view(whole).table("wishes"),
        "waves": lambda _: roadmap.table("waves"),
        "steps": lambda _: roadmap.not_funded.table,
        "firmness": lambda _: firmness_view(whole).table("firmness"),
        "pins": lambda _: pins_table(whole),
        "risks": lambda _: shared_advice(whole).risks,
        "groups": lambda _: groups_view(whole).table("groups"),
        **{f"{area}-findings": partial(lambda area, _: table_of(whole, area), area) for area in Area},
        "owners": lambda _: owners.table("owners"),
        "readiness": lambda _: owners.table("readiness"),
        "technology": lambda _: technology_view(whole).table("technology"),
        "services": lambda _: services_view(whole).table("services"),
        "levels": lambda _: method.table("level-attributes"),
        "people": lambda _: method.table("respondents"),
    }


@pytest.fixture(scope="module")
def deck() -> Deck:
    return deck_of(the_sample().told)


def test_the_slides_stand_in_the_order_of_a_talk(deck: Deck) -> None:
    assert [slide.id for slide in deck.slides] == ORDER
    assert [slide.kind for slide in deck.slides] == [SlideKind.COVER, *[SlideKind.MESSAGE] * (len(ORDER) - 1)]


@pytest.mark.parametrize("make", [the_sample, mixed])
def test_every_cell_of_every_table_is_the_one_of_its_view(make: Callable[[], Computed]) -> None:
    whole = make().told
    known, seen = sources(whole), set()
    for slide in deck_of(whole).slides:
        for block in slide.blocks:
            if not isinstance(block, Grid | Dots) or block.id in OWN_TABLES:
                continue
            origin = known[block.id](slide.id)
            for row in block.table.rows:
                for column, cell in zip(block.table.columns, row.cells, strict=True):
                    if column.id not in ("after", "quote"):
                        assert cell == origin.cell(row.id, column.id), (slide.id, row.id, column.id)
            seen.add(block.id)
    assert seen >= {"movement", "heatmap-as-is", "heatmap-gap", "characteristics", "waves", "groups", "levels"}


def test_every_row_of_a_view_is_on_a_slide_or_counted(deck: Deck) -> None:
    whole = the_sample().told
    known = sources(whole)
    rows: dict[str, list[str]] = {}
    for slide in deck.slides:
        for block in slide.blocks:
            if isinstance(block, Grid | Dots) and block.id not in OWN_TABLES:
                key = slide.id if block.id == "profile" else block.id
                rows.setdefault(key, []).extend(row.id for row in block.table.rows)
                left = len(known[block.id](slide.id).rows) - len(rows[key])
                if not block.id.endswith("-findings"):  # they go on over as many slides as they take
                    assert block.more == (f"{left} more, see the report" if left else "")
                assert rows[key] == [row.id for row in known[block.id](slide.id).rows][: len(rows[key])]
    assert len(rows["heatmap-as-is"]) == 17
    for area in Area:
        assert rows[f"{area}-findings"] == [line.id for line in lines_of(whole, area)]


def test_the_dots_are_the_scores_now_and_later_and_the_targets(deck: Deck) -> None:
    whole = the_sample()
    (dots,) = deck.slide("movement-1").blocks
    assert isinstance(dots, Dots)
    series = {one.id: dict(zip((row.id for row in dots.table.rows), one.cells, strict=True)) for one in dots.series}
    assert [(one.id, one.mark) for one in dots.series] == [
        ("after", DotMark.RING),
        ("score", DotMark.DOT),
        ("target", DotMark.DIAMOND),
    ]
    later: dict[str, float] = {}
    for step in (step for wave in whole.roadmap.waves for step in wave.steps):
        later[step.process_id] = max(step.score_after, later.get(step.process_id, 0.0))
    for process in whole.result.processes:
        assert series["score"][process.process_id].value == process.level.score
        assert series["target"][process.process_id].value == process.target.target_level
        assert series["after"][process.process_id].value == later.get(process.process_id)
        shown = later.get(process.process_id, process.level.score)
        assert dots.table.cell(process.process_id, "after").value == shown
    assert len(later) == 9


def test_the_bars_are_how_many_processes_stand_at_each_band(deck: Deck) -> None:
    whole = the_sample()
    bars = next(block for block in deck.slide("characteristics").blocks if isinstance(block, Bars))
    for place, entry in enumerate(whole.result.characteristics):
        assert {one.id: one.cells[place].value for one in bars.series} == dict(entry.band_counts)
    assert bars.high == whole.result.whole.process_count
    assert [one.style for one in bars.series] == ["band-n", "band-p", "band-l", "band-f"]


def test_leadership_and_teams_stand_beside_each_other_widest_difference_first(deck: Deck) -> None:
    whole = the_sample()
    (dots,) = deck.slide("perception").blocks
    assert isinstance(dots, Dots)
    gaps = {
        f"{process.process_id}:{gap.attribute_id}": gap
        for process in whole.result.processes
        for gap in process.perception_gaps
    }
    widest = sorted((abs(gap.gap_percent) for gap in gaps.values()), reverse=True)[:10]
    assert [abs(gaps[row.id].gap_percent) for row in dots.table.rows] == widest
    for place, row in enumerate(dots.table.rows):
        values = {one.id: one.cells[place].value for one in dots.series}
        assert values == {
            "leadership": gaps[row.id].leadership_percent,
            "practitioners": gaps[row.id].practitioner_percent,
        }
        assert row.cells[4].value == gaps[row.id].gap_percent
    assert deck.slide("perception").title == (
        "Leadership rates process control of Change Management 60 points higher than the teams."
    )


def test_without_two_sides_above_the_floor_nobody_is_compared() -> None:
    whole = mixed()
    assert not any(process.perception_gaps for process in whole.result.processes)
    assert "perception" not in {slide.id for slide in deck_of(whole).slides}


def test_money_adds_up_over_the_waves(deck: Deck) -> None:
    whole = the_sample()
    grid = next(block for block in deck.slide("money").blocks if isinstance(block, Grid))
    table, plan = grid.table, whole.roadmap
    for wave in plan.waves:
        row = {column.id: table.cell(f"wave-{wave.number}", column.id).value for column in table.columns[1:]}
        assert row == {
            "points": sum(step.effort_count for step in wave.steps),
            "days": sum(step.person_day_count or 0 for step in wave.steps),
            "cost": sum(step.cost or 0 for step in wave.steps),
            "at-target": wave.at_target_count,
        }
    assert [cell.text for cell in table.row("total").cells[1:]] == ["52", "624", "EUR\u00a0468,000", "12"]
    assert [cell.text for cell in table.row("not-funded").cells[1:]] == ["25", "300", "EUR\u00a0225,000", "–"]
    assert table.cell("not-funded", "at-target").value is None
    bars = next(block for block in deck.slide("money").blocks if isinstance(block, Bars))
    assert [cell.value for cell in bars.series[0].cells] == [4, 4, 6, 10, 12]
    assert bars.categories == ("Today", "Wave 1", "Wave 2", "Wave 3", "Wave 4")
    assert deck.slide("money").title == (
        "52 points, 624 person-days and EUR\u00a0468,000 over 4 waves bring 12 of 17 processes to target."
    ).replace("624 person", "624\u00a0person").replace("52 points", "52\u00a0points")


def test_without_days_and_money_points_stand_alone() -> None:
    own = mixed(roadmap=RoadmapSettings(capacity=(8, 8), wave_count=2))
    grid = next(block for block in deck_of(own).slide("money").blocks if isinstance(block, Grid))
    assert [column.id for column in grid.table.columns] == ["wave", "points", "at-target"]


def test_the_first_wave_has_each_step_with_what_the_register_says_first(deck: Deck) -> None:
    whole = the_sample()
    (grid,) = deck.slide("first-wave").blocks
    assert isinstance(grid, Grid)
    steps = whole.roadmap.waves[0].steps
    assert [row.cells[0].value for row in grid.table.rows] == [step.process_id for step in steps]
    blocks = roadmap_view(whole).waves[0].steps
    for row, block, step in zip(grid.table.rows, blocks, steps, strict=True):
        assert row.cells[0].text == block.title
        assert row.cells[1].value == step.owner_name
        assert row.cells[2].value == step.effort_count
        assert row.cells[3].text == block.tables[0].cell(block.tables[0].rows[0].id, "do").text
        assert row.cells[4].text == next(part for part in block.passages if part.id == "evidence").sentences[0]


def test_what_the_team_made_of_an_action_is_what_begins_next() -> None:
    plain = the_sample()
    step = plain.roadmap.waves[0].steps[0]
    before, first = (
        next(action for action in actions_of(plain.assessment, step) if action.kind is kind)
        for kind in (ActionKind.BEFORE, ActionKind.FIRST)
    )
    kept: dict[str, Any] = {"process_id": step.process_id, "to_level": step.to_level}
    second = plain.roadmap.waves[0].steps[1]
    done = next(action for action in actions_of(plain.assessment, second) if action.kind is ActionKind.BEFORE)
    entries = (
        PlannedAction(
            id=done.id,
            kind=done.kind,
            process_id=second.process_id,
            to_level=second.to_level,
            status=ActionStatus.DONE,
        ),
        PlannedAction(id=before.id, kind=before.kind, text="Ask the board for an owner.", owner="Ada", **kept),
        PlannedAction(id=first.id, kind=first.kind, status=ActionStatus.DONE, **kept),
    )
    whole = computed(plain.framework, plain.assessment.model_copy(update={"actions": entries}))
    (slide,) = next_slides(whole)
    grid = slide.blocks[0]
    assert isinstance(grid, Grid)
    rows = {row.id: [cell.text for cell in row.cells] for row in grid.table.rows}
    assert rows[before.id][:2] == ["Ask the board for an owner.", "Ada"]
    assert first.id not in rows
    assert done.id not in rows
    (old,) = next(next_slides(plain)).blocks
    assert isinstance(old, Grid)
    shared = old.table.rows[0]
    assert shared.cells[0].text.startswith("Appoint the owner: one person")
    assert str(shared.cells[4].value).split() == [
        own.process_id for own in plain.roadmap.waves[0].steps if own.owner_name is None
    ]


def test_the_answer_the_decisions_and_how_sure_are_those_of_the_board_s_page(deck: Deck) -> None:
    page = executive_view(the_sample().told)
    assert deck.slide("answer").title == page.finding
    (asked,) = deck.slide("decisions").blocks
    assert isinstance(asked, Points)
    assert [point.text for point in asked.points] == list(page.decisions)
    assert [point.lead for point in asked.points] == [str(number) for number in range(1, len(page.decisions) + 1)]
    assert deck.slide("decisions").title == f"{len(page.decisions)} decisions are asked today."
    sure = next(block for block in deck.slide("firmness").blocks if isinstance(block, Points))
    assert [point.text for point in sure.points] == list(page.sureness)


def test_what_takes_no_longer_than_four_weeks_begins_first(deck: Deck) -> None:
    (grid,) = deck.slide("next").blocks
    assert isinstance(grid, Grid)
    weeks = [int(row.cells[3].value or 0) > 4 for row in grid.table.rows]
    assert weeks == sorted(weeks)


def test_each_of_the_first_has_its_way_owner_indicator_and_voice(deck: Deck) -> None:
    view = process_view(the_sample().told, "change-management", with_range=False)
    slide = deck.slide("process-change-management")
    points = {block.id: block for block in slide.blocks if isinstance(block, Points)}
    assert list(points) == ["shortest", "owner", "indicators", "quotes"]
    assert slide.title == view.finding
    assert points["shortest"].title == view.next_level.question
    assert points["shortest"].points[0].text == view.next_level.finding
    assert [point.text for point in points["owner"].points] == ["Soo-ah Nam", "No", "Inés Calvete"]
    assert [point.lead for point in points["indicators"].points] == [
        row.cells[0].text for row in view.background.table("metrics").rows[:2]
    ]
    assert points["quotes"].points[0].text == f"“{view.quotes[0].text}” ({view.quotes[0].who})"


def test_a_quote_that_fits_is_taken_before_one_that_does_not() -> None:
    long, short = (Quote(text=text, who="Said by a leader", where="") for text in ("w" * 161, "w" * 160))
    assert fitting_quote((long, short)) is short
    assert fitting_quote((long,)) is long
    assert fitting_quote(()) is None


def test_only_released_words_are_quoted() -> None:
    item = next(item_id for item_id, item in mixed().framework.item_by_id.items() if item.process_id == "building")
    notes = tuple(
        Note(respondent_id=who, item_id=item, kind=NoteKind.NOTE, text=text, is_released=released)
        for who, text, released in (("r1", "Told to everybody.", True), ("r2", "Told to one.", False))
    )
    deck = deck_of(mixed(notes=notes).told)
    said = repr(deck)
    assert "Told to everybody." in said
    assert "Told to one." not in said


def test_each_slide_says_where_it_is_from_and_of_which_snapshot(deck: Deck) -> None:
    for slide in deck.slides:
        assert slide.notes[-2:] == (
            f"Snapshot {SNAPSHOT_HASH}",
            "IT Service Management Reference, version 1.2.0; Plumbline 1.2.3",
        )
        if slide.kind is SlideKind.MESSAGE:
            assert slide.notes[-3].startswith("Source: “"), slide.id


@pytest.mark.parametrize("make", [nothing_answered, lambda: computed(TINY, an_assessment(TINY, scope=()))])
def test_where_nobody_answered_there_is_the_answer_and_the_method(make: Callable[[], Computed]) -> None:
    deck = deck_of(make().told)
    assert [slide.id for slide in deck.slides] == ["cover", "answer", "method"]
    assert deck.slide("answer").title == executive_view(make()).empty != ""
    figures = next(block for block in deck.slide("answer").blocks if isinstance(block, Figures))
    assert figures.facts == overview_view(make()).facts


def test_a_long_table_goes_over_slides_or_says_what_is_left() -> None:
    table = movement_view(the_sample()).table("movement")
    assert [len(part.rows) for part in parted(table, 6)] == [6, 6, 5]
    assert [row for part in parted(table, 6) for row in part.rows] == list(table.rows)
    assert parted(replace(table, rows=()))[0].rows == ()
    assert limited(table, 16).more == "1 more, see the report"
    assert limited(table, 17).more == ""
    assert len(limited(table, 5).table.rows) == 5


def test_columns_are_taken_in_the_order_given_and_missing_ones_left_out() -> None:
    table = movement_view(the_sample()).table("movement")
    chosen = with_columns(table, {"target": 10, "none": 5, "process": 90})
    assert [(column.id, column.width) for column in chosen.columns] == [("target", 10), ("process", 90)]
    assert chosen.rows[0].cells == (table.rows[0].cells[4], table.rows[0].cells[0])
