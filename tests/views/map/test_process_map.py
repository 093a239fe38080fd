"""The map: what stands in each box in each colouring, and what is drawn and said of the chosen process."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assessment.domain.answered.organisation import LinkageRating
from assessment.domain.authored.content import LinkageKind
from assessment.domain.computed import Computed
from assessment.domain.rating.hand_offs import linkages_in_scope
from assessment.views.heatmap import HeatmapState, heatmap_view
from assessment.views.map.colouring import Colour, priority_style
from assessment.views.map.lines import Line
from assessment.views.map.places import Place
from assessment.views.map.process_map import MapView, Role, map_view
from assessment.views.model import Mark
from assessment.views.priorities import priorities_view
from tests.builders import an_answer, an_assessment, rated_process, tiny_framework
from tests.computing import computed, mixed, nothing_answered, the_sample


def chosen_lines(whole: Computed, process_id: str) -> dict[tuple[str, str], Line]:
    view = map_view(whole, Colour.LEVEL, process_id)
    assert view.chosen is not None
    return {(line.from_process, line.to_process): line for line in view.chosen.lines}


def texts(view: MapView, colour: Colour) -> list[str]:
    return [cell.text for cell in view.table("map").column(colour.value)]


def test_levels_gaps_and_marks_are_those_of_the_heatmap() -> None:
    whole = the_sample().told
    table = map_view(whole).table("map")
    as_is = heatmap_view(whole, HeatmapState.AS_IS).tables[0]
    gap = heatmap_view(whole, HeatmapState.GAP).tables[0]
    for row in as_is.rows:
        own = table.cell(row.id, "level")
        assert (own.text, own.value) == (as_is.cell(row.id, "level").text, as_is.cell(row.id, "level").value)
        assert own.style == f"rating-{own.value}"
        assert table.cell(row.id, "gap").text == gap.cell(row.id, "level").text
        assert own.marks == as_is.cell(row.id, "delivery").marks
    hatched = {row.id for row in table.rows if Mark.HATCHED in table.cell(row.id, "level").marks}
    assert hatched == {"business-assessment", "capacity-management"}


def test_priority_pain_and_leverage_are_those_of_the_priorities() -> None:
    whole = the_sample().told
    table, order = map_view(whole).table("map"), priorities_view(whole).table("priorities")
    for row in order.rows:
        assert table.cell(row.id, "priority").text == order.cell(row.id, "rank").text
        assert table.cell(row.id, "pain").text == order.cell(row.id, "pain").text
        assert table.cell(row.id, "leverage").text == order.cell(row.id, "leverage").text
    rest = [row for row in table.rows if row.id not in {own.id for own in order.rows}]
    assert {table.cell(row.id, "priority").text for row in rest} == {"0"}


def test_each_state_of_a_process_shows_apart_in_every_colouring() -> None:
    view = map_view(mixed())
    assert texts(view, Colour.LEVEL) == ["2", "1", "•", "–", "1"]
    assert texts(view, Colour.GAP) == ["+1", "+3", "•", "–", "0"]
    assert texts(view, Colour.PRIORITY) == ["2", "1", "•", "–", "0"]
    assert texts(view, Colour.AGREEMENT) == ["U", "U", "•", "–", "U"]
    assert texts(view, Colour.CONFIDENCE) == ["H", "H", "•", "–", "L"]
    assert {texts(view, Colour.PAIN)[place] for place in (0, 1, 4)} == {"•"}
    notes = {box.id: box.note for box in view.boxes}
    assert (notes["releasing"], notes["process-4"]) == ("not assessed", "not applicable")


def test_what_is_out_of_scope_keeps_its_place_without_a_colour_and_is_named() -> None:
    view = map_view(mixed(scope=("planning", "building")))
    out = {box.id: box for box in view.boxes if box.is_out}
    assert set(out) == {"releasing", "process-4", "process-5"}
    assert all((box.cell.text, box.cell.style, box.note) == ("", "", "not in scope") for box in out.values())
    assert view.notes[-1] == "3 of 5 not in scope: Releasing, Process 4 and Process 5."
    assert map_view(mixed(scope=("planning", "building")), process_id="releasing").chosen is None


@pytest.mark.parametrize(
    ("priority", "style"),
    [
        (0.5, "gap-1"),
        (10.0, "gap-1"),
        (10.1, "gap-2"),
        (20.1, "gap-3"),
        (30.1, "gap-4"),
        (40.0, "gap-4"),
        (41, "gap-5"),
    ],
)
def test_an_edge_of_the_priorities_belongs_to_the_lower_step(priority: float, style: str) -> None:
    entry = next(one for one in mixed().result.priorities if one.need_share > 0)
    assert priority_style(replace(entry, priority=priority)) == style
    assert priority_style(replace(entry, priority=priority, need_share=0.0)) == "gap-0"


@pytest.mark.parametrize("colour", Colour)
def test_the_legend_explains_every_style_mark_and_sign_of_the_boxes(colour: Colour) -> None:
    for whole in (the_sample().told, mixed()):
        view = map_view(whole, colour)
        legend = view.listed.legend
        styles, signs = {entry.style for entry in legend}, {entry.sign for entry in legend}
        marks = {mark for entry in legend for mark in entry.marks}
        for box in view.boxes:
            assert box.cell.style in styles
            assert box.cell.marks <= marks
            assert box.cell.text not in ("•", "–") or box.cell.text in signs
        assert [column.id for column in view.listed.columns] == ["process", colour.value]


def test_the_finding_of_each_colouring_says_what_its_boxes_show() -> None:
    findings = {colour: map_view(the_sample().told, colour).finding for colour in Colour}
    assert findings[Colour.LEVEL] == ("Service Delivery Assurance, on which every other process stands, is at level 0.")
    assert findings[Colour.GAP] == "13 processes are below target, 27 levels in all."
    assert findings[Colour.PRIORITY].startswith("Problem Management, Change Management and Availability")
    assert findings[Colour.PAIN] == "It hurts most in Problem Management: 4 of 5."
    assert findings[Colour.CONFIDENCE] == "Confidence is low in 2 of 17 processes."
    assert findings[Colour.AGREEMENT].endswith("and 1 more, out of 17.")
    assert map_view(mixed(), Colour.PAIN).finding == "Nobody has said yet where it hurts."
    assert map_view(mixed()).finding == "Group 1, on which every other process stands, is at levels 1 to 2."
    assert map_view(nothing_answered()).empty


def test_each_hand_off_of_the_chosen_process_is_a_line_thick_where_the_model_says_it() -> None:
    whole = the_sample().told
    lines = chosen_lines(whole, "change-management")
    own = [
        one
        for one in linkages_in_scope(whole.framework, whole.assessment)
        if "change-management" in (one.from_process, one.to_process)
    ]
    assert set(lines) == {(one.from_process, one.to_process) for one in own}
    broken = {entry.linkage_id for entry in whole.result.broken_hand_offs}
    for pair, line in lines.items():
        between = [one for one in own if (one.from_process, one.to_process) == pair]
        assert line.is_sure == any(one.kind in (LinkageKind.STATED, LinkageKind.INTERACTION) for one in between)
        assert line.is_broken == any(one.id in broken for one in between) == (line.mark is not None)
    assert {line.is_sure for line in lines.values()} == {True, False} == {line.is_broken for line in lines.values()}


def on_edge(point: tuple[float, float], box: Place) -> bool:
    inside = box.left - 1e-6 <= point[0] <= box.right + 1e-6 and box.top - 1e-6 <= point[1] <= box.bottom + 1e-6
    edges = (abs(point[0] - box.left), abs(point[0] - box.right), abs(point[1] - box.top), abs(point[1] - box.bottom))
    return inside and min(edges) < 1e-6


def test_a_line_runs_from_edge_to_edge_of_its_boxes_and_none_upon_another() -> None:
    whole = the_sample().told
    boxes = {box.id: box.place for box in map_view(whole).boxes}
    for process_id in whole.assessment.scope:
        lines = chosen_lines(whole, process_id)
        for line in lines.values():
            assert on_edge(line.start, boxes[line.from_process])
            assert on_edge(line.end, boxes[line.to_process])
        near = [line.start if line.from_process == process_id else line.end for line in lines.values()]
        assert len(set(near)) == len(near)
        marks = [line.mark for line in lines.values() if line.mark]
        assert len(set(marks)) == len(marks)


def test_boxes_at_the_other_ends_are_marked_and_no_others() -> None:
    view = map_view(mixed(), Colour.LEVEL, "planning")
    roles = {box.id: box.role for box in view.boxes}
    assert roles["planning"] is Role.CHOSEN
    assert {own for own, role in roles.items() if role is Role.LINKED} == {"building", "releasing"}
    assert all(box.role is Role.NONE for box in map_view(mixed()).boxes)


def blocked() -> Computed:
    """Planning, at 0, supplies building over a hard linkage, which is at 1 and to reach 3; the hand-off is broken."""
    framework = tiny_framework()
    rating = LinkageRating(linkage_id="planning-to-building", answer=an_answer(1))
    answers = (*rated_process(framework, "planning", 0), *rated_process(framework, "building", 3))
    return computed(framework, an_assessment(framework, ratings=answers, linkage_ratings=(rating,)))


def test_beside_the_map_stands_what_a_process_blocks_and_what_blocks_it() -> None:
    supplier = map_view(blocked(), Colour.LEVEL, "planning").chosen
    receiver = map_view(blocked(), Colour.LEVEL, "building").chosen
    assert supplier is not None
    assert receiver is not None
    assert "It blocks Building, whose target needs it higher than it stands." in supplier.sentences
    assert "It blocks no other process." in receiver.sentences
    assert "It is blocked by Planning: its own target needs level 2 there." in receiver.sentences
    assert supplier.sentences[0] == "Planning: level 0 (incomplete), score 0.0."
    assert any(said.startswith("Leverage ") and "number 1 of 2" in said for said in supplier.sentences)
    assert "It hands over to 1 process and receives from 1 process; 1 of these lines is broken." in supplier.sentences
    assert supplier.sentences[-1] == "2 more linkages join it with every other process; they are no lines on the map."
    assert {row.id for row in supplier.hand_offs.rows} == {"planning-to-building", "releasing-to-planning"}


def test_an_extension_is_marked_where_the_framework_follows_a_paper() -> None:
    view = map_view(the_sample().told, Colour.LEVEL, "supplier-management")
    assert {box.id for box in view.boxes if box.note == "extension"} == {"supplier-management"}
    assert view.chosen is not None
    assert "Extension, not one of the paper's sixteen." in view.chosen.sentences
    assert {box.note for box in map_view(mixed(scope=("building",))).boxes if not box.is_out} == {""}


def test_what_reaches_every_process_has_a_badge_and_no_lines_for_that() -> None:
    view = map_view(the_sample().told)
    badged = {box.id for box in view.boxes if box.note == "reaches all"}
    assert badged == {"change-management", "configuration-management"}
    whole = the_sample().told
    linked = len({end for line in chosen_lines(whole, "configuration-management") for end in line})
    assert linked < len(view.boxes)
