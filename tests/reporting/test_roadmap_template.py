"""The roadmap on paper holds every text of its view, and money wherever the plan is."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from assessment.domain.answered.organisation import Authority
from assessment.domain.answered.roadmap_settings import Pin
from assessment.domain.planning.results import ActionKind, FirstAction, PinCost, RiskKind, StepRisk
from assessment.domain.rating.warnings import MethodWarning, WarningKind
from assessment.reporting.pdf.render import classes
from assessment.reporting.templates import templates
from assessment.views.plan_brief import FIRST_COUNT, plan_view, steps_view
from assessment.views.waves import roadmap_view
from tests.reporting.conftest import PART_ALONE, PRINTED_ALONE
from tests.views.plans import FRAMEWORK, Given, a_plan, a_step, given, standing

PRICED = {"person_day_count": 7.5, "cost": 12000.0}
FIRST = a_step(
    "planning",
    1,
    3,
    1,
    owner_name="Ada <b>Owner</b>",
    first_actions=(
        FirstAction(kind=ActionKind.APPOINT_OWNER),
        FirstAction(
            kind=ActionKind.STEP, action=FRAMEWORK.actions("planning", "ownership")[2], attribute_id="ownership"
        ),
    ),
    last_actions=(
        FirstAction(
            kind=ActionKind.STEP,
            action=FRAMEWORK.actions("planning", "ownership")[2].model_copy(update={"evidence": "Ownership seen"}),
            attribute_id="ownership",
        ),
    ),
    unblocks=("building",),
    risks=(StepRisk(kind=RiskKind.AUTHORITY, authority=Authority.NO),),
    **PRICED,
)
LEFT = a_step("releasing", 1, 2, 0, **PRICED)


def whole() -> Given:
    pin = Pin(process_id="planning", to_level=3, wave=1)
    plan = a_plan(
        FIRST,
        LEFT,
        objective_without_pins=44.0,
        pin_costs=(PinCost(pin=pin, objective_with=40.0, objective_without=44.0),),
        warnings=(
            MethodWarning(kind=WarningKind.CELLS_BEYOND_TARGET, process_id="planning", attribute_ids=("measurement",)),
        ),
    )
    return given(standing({"planning": 1, "building": 1, "releasing": 1}), plan=plan)


def printed(computed: Given) -> str:
    """The plan in short, and each of its steps whole."""
    pages = []
    for name, view in (("roadmap", plan_view(computed)), ("steps", steps_view(computed))):
        source = f'{{% import "_parts.html" as parts with context %}}{{% include "{name}.html" %}}'
        known = {"view": view, "part": PART_ALONE, "report": PRINTED_ALONE}
        pages.append(templates().from_string(source).render(**known, classes=classes, track=None))
    return "".join(pages)


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def flat(text: str) -> str:
    return " ".join(text.split())


def test_every_text_of_the_plan_is_on_paper() -> None:
    view = roadmap_view(whole())
    text = text_of(printed(whole()))
    said = [view.question, view.finding, *view.notes]
    said += [part for fact in view.facts for part in (fact.label, fact.text, fact.note)]
    for table in (*(table for table in view.tables if table.id != "steps"), view.not_funded.table):
        said += [column.name for column in table.columns if column.id != "why"]  # stands below the process
        said += [cell.text for row in table.rows for cell in row.cells]
        said.append(table.measure if table.id != "preparations" else table.title)
    for wave in (view.waves[0], view.not_funded):
        said += [wave.title, wave.summary, wave.outcome]
    for step in view.waves[0].steps:
        said += [step.title, step.reason]
        said += [part for fact in step.facts for part in (fact.label, fact.text)]
        said += [cell.text for table in step.tables[1:] for row in table.rows for cell in row.cells]
        passages = [passage for passage in step.passages if passage.id != "risks"]
        said += [sentence for own in (*passages, *step.references) for sentence in (own.title, *own.sentences)]
    assert [part for part in said if flat(part) not in text] == []


def test_preparations_and_risks_are_printed_once_and_steps_lead_to_them() -> None:
    steps = [replace(FIRST, to_level=level, wave=1) for level in (2, 3)]
    html = printed(given(standing({"planning": 1}), plan=a_plan(*steps)))
    assert html.count("does not reach from end to end.") == html.count("Appoint the owner") == 1
    assert html.count('<a href="#risks">R1.</a>') == html.count('<a href="#preparations">B1.</a>') == 2
    assert html.count(' id="risks"') == html.count(' id="preparations"') == 1


def test_days_and_cost_are_printed_for_step_wave_total_and_what_is_left() -> None:
    html = printed(whole())
    assert text_of(html).count("EUR 12,000") >= 6
    assert text_of(html).count("7.5") >= 6
    bare = given(
        standing({"planning": 1, "building": 1, "releasing": 1}),
        plan=a_plan(replace(FIRST, person_day_count=None, cost=None)),
    )
    assert "EUR" not in text_of(printed(bare))
    assert "Person-days" not in text_of(printed(bare))


def test_the_classes_of_a_cell_are_its_style_and_marks() -> None:
    html = printed(whole())
    assert re.search(r'<td class="mark rating-3">1\s+to\s+3', html)
    assert re.search(r'<td class="mark dashed quiet">1\s+to\s+2', html)
    assert len(re.findall(r'<td class="\w+ total"', html)) == 3 * 4


def test_a_wave_without_a_step_has_no_part_of_its_own_and_anchors_are_the_views() -> None:
    html = printed(whole())
    assert 'id="wave-1"' in html
    assert 'id="wave-2"' not in html
    assert 'id="step-planning-3"' in html
    assert 'id="not-funded"' in html


def test_what_people_wrote_is_escaped() -> None:
    assert "Ada &lt;b&gt;Owner&lt;/b&gt;" in printed(whole())


def test_a_step_has_a_row_with_its_owner_by_when_what_it_takes_and_what_is_done_first() -> None:
    table = plan_view(whole()).brief
    (row,) = table.rows
    said = {
        column.id: " ".join(f"{cell.text} {cell.note}".split())
        for column, cell in zip(table.columns, row.cells, strict=True)
    }
    action = FRAMEWORK.actions("planning", "ownership")[2]
    assert said["process"] == "Planning level 1 to 3"
    assert said["owner"] == "Ada <b>Owner</b> by the end of month 3"
    assert said["takes"] == "3 points 7.5 person-days and EUR 12,000"
    assert said["first"] == f"{action.text} Before it begins: B1. Risks: R1."
    assert said["done"] == "Ownership seen."
    assert (row.group, flat(row.group_note)) == (
        "Wave 1 (months 1 to 3)",
        "3 of 8 points, 7.5 person-days and EUR 12,000. 1 of 3 processes is at target then.",
    )


def test_more_actions_than_have_room_are_counted() -> None:
    action = FRAMEWORK.actions("planning", "ownership")[2]
    several = tuple(
        FirstAction(kind=ActionKind.STEP, action=action, attribute_id="ownership") for _ in range(FIRST_COUNT + 2)
    )
    plan = a_plan(replace(FIRST, first_actions=several, risks=()))
    (row,) = plan_view(given(standing({"planning": 1}), plan=plan)).brief.rows
    lines = row.cells[3].text.split("\n")
    assert lines == [action.text] * FIRST_COUNT + ["and 2 more actions"]
