"""The sheets say what results and views say, number by number, and an empty cell is never a 0."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from assessment.domain.answered.assessment import Note, NoteKind
from assessment.domain.authored.framework import Horizon
from assessment.domain.computed import Computed
from assessment.domain.rating.results import Outcome, ProcessStatus
from assessment.domain.rating.scale import LETTERS
from assessment.views.firmness import firmness_view
from assessment.views.hand_offs import Shown, hand_off_list
from assessment.views.heatmap import HeatmapState, heatmap_view
from assessment.views.heatmap_scale import gap_style
from assessment.views.importance import importance_view
from assessment.views.levels import processes_view
from assessment.views.names import process_names
from assessment.views.organisation import owners_view, transitions_view
from assessment.views.resources import sourcing_view, technology_view
from assessment.views.services import services_view
from assessment.views.shared_advice import risk_id, shared_advice
from assessment.views.sheets.items import items_sheet
from assessment.views.sheets.model import Scale, Sheet, SheetValue, ValueKind
from assessment.views.sheets.quotes import quotes_sheet
from assessment.views.sheets.scales import ColourRule, colour_rules
from assessment.views.sheets.workbook import workbook_sheets
from assessment.views.wording.numbers import listed
from tests.builders import DK, rated
from tests.computing import computed, mixed, nothing_answered, the_sample

DAY = date(2026, 3, 20)
UNKNOWN_OF_NO_LEVEL = ("level", "score", "score-shown", "practice", "low-level", "upper-score", "level-gap", "need")
Line = Mapping[str, SheetValue]


def sheets_of(whole: Computed) -> dict[str, Sheet]:
    return {sheet.id: sheet for sheet in workbook_sheets(whole.told, printed_on=DAY, product_version="0.1.0")}


@cache
def sample_sheets() -> dict[str, Sheet]:
    return sheets_of(the_sample())


@cache
def mixed_sheets() -> dict[str, Sheet]:
    return sheets_of(mixed())


def lines(sheet: Sheet) -> list[Line]:
    return [dict(zip((column.id for column in sheet.columns), row, strict=True)) for row in sheet.rows]


def by(sheet: Sheet, *keys: str) -> dict[tuple[SheetValue, ...], Line]:
    found = {tuple(line[key] for key in keys): line for line in lines(sheet)}
    assert len(found) == len(sheet.rows)
    return found


SAMPLES = pytest.mark.parametrize("sheets", [sample_sheets, mixed_sheets, lambda: sheets_of(nothing_answered())])


@SAMPLES
def test_every_value_is_of_its_columns_kind_and_every_column_is_in_the_dictionary(sheets: object) -> None:
    assert callable(sheets)
    found: dict[str, Sheet] = sheets()
    kinds = {ValueKind.TEXT: str, ValueKind.NUMBER: int | float, ValueKind.SHARE: int | float, ValueKind.DATE: date}
    described = {(line["file"], line["id"]): line for line in lines(found["dictionary"])}
    for sheet in found.values():
        assert len({column.id for column in sheet.columns}) == len(sheet.columns)
        assert len({column.heading.casefold() for column in sheet.columns}) == len(sheet.columns)
        for column in sheet.columns:
            values = [value for value in sheet.column(column.id) if value is not None]
            expected = kinds.get(column.kind, str | int | float)
            assert all(isinstance(value, expected) and not isinstance(value, bool) for value in values), column.id
            assert "" not in values
            if column.kind is ValueKind.SHARE:
                assert all(0 <= value <= 1 for value in values if isinstance(value, float | int)), column.id
            if sheet.id not in ("read-me", "dictionary"):
                line = described[f"{sheet.id}.csv", column.id]
                assert (line["column"], line["meaning"]) == (column.heading, column.meaning)


def test_a_process_is_told_as_worked_by_hand() -> None:
    found = by(mixed_sheets()["processes"], "process-id")
    planning = found["planning",]
    assert planning["state"] == "Assessed"
    assert (planning["level"], planning["level-name"]) == (2, "Managed")
    assert planning["score"] == pytest.approx(2 + (1 + 1 + 40 / 50) / 3)
    assert planning["score-shown"] == 2.9
    assert planning["gap-shown"] == pytest.approx(0.1)
    assert (planning["target"], planning["is-default"], planning["level-gap"]) == (3, "Yes", 1)
    assert planning["held-by"] == "definition"
    assert (planning["importance"], planning["importance-basis"]) == (1, "Said")
    assert (planning["pain"], planning["pain-basis"]) == (None, None)
    assert planning["top-three"] is None
    building = found["building",]
    assert (building["rank"], building["rationale"]) == (1, "The board wants it.")
    last = found["process-5",]
    assert last["provisional"] == "Yes"
    assert last["coverage"] == pytest.approx(3 / 11)
    assert last["importance-basis"] == "Assumed"


def test_what_has_no_level_says_why_and_holds_no_0() -> None:
    found = by(mixed_sheets()["processes"], "process-id")
    for process_id, state in (("releasing", "Not assessed"), ("process-4", "Not applicable")):
        line = found[process_id,]
        assert line["state"] == state
        assert [line[column] for column in UNKNOWN_OF_NO_LEVEL] == [None] * len(UNKNOWN_OF_NO_LEVEL)
        assert (line["priority"], line["rank"], line["confidence"]) == (None, None, None)
    assert found["releasing",]["target"] == 3
    assert found["process-4",]["target"] is None


def test_a_process_out_of_scope_has_its_name_alone() -> None:
    found = by(sheets_of(mixed(scope=("planning", "building")))["processes"], "process-id")["releasing",]
    told = {key: value for key, value in found.items() if value is not None}
    assert told == {
        "process-id": "releasing",
        "process": "Releasing",
        "group": "Group 1",
        "in-scope": "No",
        "state": "Out of scope",
    }


def test_processes_of_the_sample_are_those_of_results_and_of_the_view() -> None:
    told, found = the_sample().told, by(sample_sheets()["processes"], "process-id")
    table = processes_view(told).table("processes")
    priorities = {entry.process_id: entry for entry in told.result.priorities}
    ranks = {entry.process_id: entry for entry in told.firmness.processes}
    weak = {row.id for row in importance_view(told).tables[0].rows if row.cells[-1].value == "weak"}
    for process in told.result.processes:
        line, basis, own = found[process.process_id,], process.basis, process.process_id
        for column, shown in (
            ("level", "level"),
            ("score", "score"),
            ("effective-target", "target"),
            ("gap-shown", "gap"),
            ("coverage", "coverage"),
            ("bound-33020", "bound-33020"),
        ):
            assert line[column] == table.cell(own, shown).value, column
        assert line["confidence"] == table.cell(own, "confidence").text
        assert line["held-by"] == (table.cell(own, "held-by").text or None)
        assert line["target-state"] == table.cell(own, "status").text
        assert (line["low-level"], line["high-level"], line["upper-level"]) == (
            basis.low_level,
            basis.high_level,
            basis.upper_level,
        )
        assert (line["low-score"], line["high-score"], line["upper-score"]) == (
            basis.low_score,
            basis.high_score,
            basis.upper_score,
        )
        assert (line["alpha"], line["evidence"]) == (basis.alpha, basis.evidence_share)
        assert (line["level-gap"], line["score-gap"]) == (process.target.level_gap, process.target.score_gap)
        assert (line["need"], line["practice"]) == (process.target.need_share, process.practice_percent)
        entry, rank = priorities[own], ranks[own]
        assert (line["pain"], line["importance"], line["leverage"]) == (
            entry.pain,
            entry.importance,
            entry.leverage_share,
        )
        assert (line["priority"], line["rank"]) == (entry.priority, entry.rank)
        assert line["weak-spot"] == ("Yes" if own in weak else "No")
        waiting = (one.process_id for one in told.result.processes if own in priorities[one.process_id].blocked_by)
        assert line["blocks"] == (process_names(told.framework, waiting) or None)
        assert (line["top-three"], line["low-rank"], line["high-rank"]) == (
            rank.top_three_share,
            rank.low_rank,
            rank.high_rank,
        )
        owner = told.assessment.owner_by_process.get(own)
        assert (line["owner"], line["sponsor"]) == ((owner.name, owner.sponsor) if owner else (None, None))


@pytest.mark.parametrize("whole", [the_sample, mixed])
def test_the_heatmap_has_the_letters_and_gaps_of_the_three_views(whole: object) -> None:
    assert callable(whole)
    told: Computed = whole().told
    found = by(sheets_of(whole())["heatmap"], "process-id")
    assert len(found) == len(told.result.processes)
    for state in HeatmapState:
        (table,) = heatmap_view(told, state).tables
        for row in table.rows:
            level, *cells = (found[row.id,][column] for column in heatmap_columns(told, state))
            assert level == row.cells[1].value
            shown = [cell.value if state is HeatmapState.GAP else cell.text for cell in row.cells[2:]]
            assert cells == [None if value == "–" else value for value in shown]


def heatmap_columns(told: Computed, state: HeatmapState) -> list[str]:
    return [state.value, *(f"{attribute.id}:{state.value}" for attribute in told.framework.attributes)]


@pytest.mark.parametrize("whole", [the_sample, mixed])
def test_attributes_are_those_of_results(whole: object) -> None:
    assert callable(whole)
    told: Computed = whole().told
    found = by(sheets_of(whole())["attributes"], "process-id", "attribute-id")
    assert len(found) == len(told.result.processes) * len(told.framework.attributes)
    for process in told.result.processes:
        is_out = process.status is ProcessStatus.NOT_APPLICABLE
        gaps = {gap.attribute_id: gap for gap in process.target.cells}
        perceptions = {gap.attribute_id: gap for gap in process.perception_gaps}
        for attribute in process.attributes:
            line = found[process.process_id, attribute.attribute_id]
            is_rated = attribute.outcome is Outcome.RATED and not is_out
            assert line["percent"] == (attribute.percent if is_rated else None)
            assert line["letter"] == (attribute.letter.value if is_rated and attribute.letter else None)
            assert line["band"] == (attribute.band if is_rated else None)
            assert line["upper"] == (attribute.upper_percent if is_rated else None)
            applies = attribute.outcome is not Outcome.NOT_APPLICABLE and not is_out
            assert (line["low"], line["high"], line["coverage"]) == (
                (attribute.low_percent, attribute.high_percent, attribute.coverage_share) if applies else (None,) * 3
            )
            assert line["gap"] == (gaps[attribute.attribute_id].gap_percent if is_rated else None)
            assert line["by-hand"] == (
                ("Yes" if gaps[attribute.attribute_id].is_set_by_hand else "No") if applies else None
            )
            gap = perceptions.get(attribute.attribute_id)
            assert (line["leadership"], line["practitioners"], line["perception-gap"]) == (
                (gap.leadership_percent, gap.practitioner_percent, gap.gap_percent) if gap else (None,) * 3
            )
            if is_rated:
                assert line["to-be"] == gaps[attribute.attribute_id].to_be_percent


def test_items_are_those_of_results() -> None:
    told, found = the_sample().told, by(sample_sheets()["items"], "item-id", "horizon")
    every = [item for process in told.result.processes for one in process.attributes for item in one.items]
    assert len(found) == len(every)
    for item in every:
        line = found[item.item_id, "as-is"]
        entry = told.framework.item_by_id[item.item_id]
        assert (line["question"], line["weight"], line["value"]) == (entry.question, entry.weight, item.code)
        assert line["letter"] == (None if item.code is None else LETTERS[item.code].value)
        assert line["answers"] == item.answer_count
        counts = tuple(line[f"code-{code}"] for code in range(6))
        assert counts == (item.code_counts or (None,) * 6)
        assert (line["dont-know"], line["not-applicable"]) == (item.dont_know_count, item.not_applicable_count)
        assert (line["agreement"], line["within-one"]) == (item.consensus_share, item.within_one_share)
        assert line["agreed"] == ("Yes" if item.is_agreed else "No")


def test_below_the_floor_counts_and_sides_are_empty_while_the_value_stands() -> None:
    few = (rated("planning.deliver-1", 4, "r1"), rated("planning.deliver-1", DK, "r2"))
    told = mixed(ratings=few).told
    line = by(items_sheet(told), "item-id", "horizon")["planning.deliver-1", "as-is"]
    assert (line["value"], line["letter"]) == (4, "L+")
    kept_back = ("answers", *(f"code-{code}" for code in range(6)), "dont-know", "not-applicable", "split")
    assert [line[column] for column in kept_back] == [None] * len(kept_back)


def test_the_to_be_is_a_row_of_its_own_where_it_is_asked() -> None:
    whole = mixed()
    header = whole.assessment.header.model_copy(update={"asks_to_be": True})
    wanted = rated("planning.control", 5, "r1", Horizon.TO_BE)
    assessment = whole.assessment.model_copy(update={"header": header, "ratings": (*whole.assessment.ratings, wanted)})
    found = by(items_sheet(computed(whole.framework, assessment).told), "item-id", "horizon")
    assert (found["planning.control", "to-be"]["value"], found["planning.control", "as-is"]["value"]) == (5, 1)
    assert sum(horizon == "as-is" for _, horizon in found) == len(items_sheet(whole.told).rows)


def test_only_released_words_are_quoted_and_by_role() -> None:
    notes = tuple(
        Note(respondent_id="r1", item_id=f"planning.deliver-{n}", kind=NoteKind.NOTE, text=text, is_released=n == 1)
        for n, text in ((1, "We write it down."), (2, "Never."))
    )
    (line,) = lines(quotes_sheet(mixed(notes=notes).told))
    assert (line["text"], line["item-id"]) == ("We write it down.", "planning.deliver-1")
    assert "Person" not in str(line["who"])


def test_what_stands_around_the_processes_is_that_of_its_views() -> None:
    told, found = the_sample().told, sample_sheets()
    owners = owners_view(told).table("owners")
    around = by(found["organisation"], "process-id")
    for row in owners.rows:
        line = around[row.id,]
        assert [line[column] for column in ("owner", "sponsor", "ready", "partly", "not-ready")] == [
            owners.cell(row.id, column).value for column in ("owner", "sponsor", "ready", "partly", "not-ready")
        ]
    for row in technology_view(told).table("technology").rows:
        line = around[row.id,]
        assert [line["tool"], line["tool-as-is"], line["tool-to-be"]] == [cell.value for cell in row.cells[1:]]
    for row in sourcing_view(told).table("sourcing").rows:
        assert around[row.id,]["mode"] == row.cells[1].text
        assert around[row.id,]["interface"] == row.cells[4].value
    placed = transitions_view(told).table("transitions")
    moved = by(found["transitions"], "transition-id")
    assert {key[0]: (line["as-is"], line["to-be"]) for key, line in moved.items()} == {
        row.id: (placed.cell(row.id, "as-is").value, placed.cell(row.id, "to-be").value) for row in placed.rows
    }
    offs = hand_off_list(told, Shown.ALL)
    assert [(line["id"], line["value"], line["broken"]) for line in lines(found["hand-offs"])] == [
        (row.id, offs.cell(row.id, "rating").value, offs.cell(row.id, "state").text or None) for row in offs.rows
    ]
    leaning = services_view(told).table("services")
    assert [
        (line["id"], line["importance"], line["lowest"], line["leans-on-ids"]) for line in lines(found["services"])
    ] == [
        tuple(leaning.cell(row.id, column).value for column in ("service", "importance", "lowest", "leans-on"))
        for row in leaning.rows
    ]


def test_risks_and_firmness_are_those_of_their_views() -> None:
    told, found = the_sample().told, sample_sheets()
    risks = shared_advice(told).risks
    assert [(line["code"], line["risk"], line["steps"], line["points"]) for line in lines(found["risks"])] == [
        (row.cells[0].text, row.cells[1].text, row.cells[2].value, row.cells[3].value) for row in risks.rows
    ]
    moving = [
        listed(
            tuple(
                dict.fromkeys(
                    told.framework.process_by_id[step.process_id].name
                    for wave in told.roadmap.waves
                    for step in wave.steps
                    if row.id in {risk_id(risk) for risk in step.risks}
                )
            )
        )
        for row in risks.rows
    ]
    assert [line["processes"] for line in lines(found["risks"])] == moving
    assert any("and 2 more" in row.cells[4].text for row in risks.rows)
    view = firmness_view(told)
    for sheet_id, columns in (
        ("firmness", ("rank", "top-three", "median-rank", "low-rank", "high-rank")),
        ("sensitivity", ("score", "low-score", "high-score")),
    ):
        table = view.table(sheet_id)
        assert [tuple(line[column] for column in columns) for line in lines(found[sheet_id])] == [
            tuple(table.cell(row.id, column).value for column in columns) for row in table.rows
        ]


def test_the_first_sheet_names_what_it_is_of_and_its_settings() -> None:
    found = {str(line["label"]): line for line in lines(sample_sheets()["read-me"])}
    told = the_sample().told
    assert found["Organisation"]["text"] == told.assessment.header.organisation
    assert found["Snapshot"]["text"] == told.snapshot_hash
    assert (found["Carry bound"]["text"], found["Carry bound"]["value"]) == ("67.5 %", 67.5)
    assert found["Weight of pain"]["value"] == told.assessment.roadmap.pain_weight
    assert found["Printed"]["text"] == "20 March 2026"
    assert found["Plumbline"]["text"] == "0.1.0"


def fits(rule: ColourRule, value: SheetValue) -> bool:
    if rule.equals is not None or isinstance(value, str):
        return value == rule.equals
    assert isinstance(value, int | float)
    return (rule.low is None or value >= rule.low) and (rule.high is None or value <= rule.high)


def test_a_gap_takes_the_colour_that_it_has_on_the_heatmap() -> None:
    edges = (-40.0000001, -19.9999999, 0.0000001, 20.0000001, 1e-12, 60 + 1e-12)
    for points in (*range(-100, 101), *edges):
        first = next(rule for rule in colour_rules(Scale.GAP) if fits(rule, points))
        assert first.style == gap_style(points), points


def test_each_letter_and_level_takes_its_own_step() -> None:
    for code, letter in enumerate(LETTERS):
        for scale, value in ((Scale.RATING, letter.value), (Scale.LEVEL, code)):
            assert [rule.style for rule in colour_rules(scale) if fits(rule, value)] == [f"rating-{code}"]
    assert colour_rules(Scale.NONE) == ()


def test_another_day_or_version_changes_the_first_sheet_alone() -> None:
    told = the_sample().told
    other = workbook_sheets(told, printed_on=date(2026, 3, 21), product_version="0.2.0")
    assert [sheet.id for sheet in other if sheet != sample_sheets()[sheet.id]] == ["read-me"]
    assert replace(other[0], rows=()) == replace(sample_sheets()["read-me"], rows=())
