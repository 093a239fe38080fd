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
from assessment.views.waves import RoadmapView, roadmap_view
from tests.reporting.conftest import PRINTED_ALONE
from tests.views.plans import FRAMEWORK, a_plan, a_step, given, standing

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


def whole_view() -> RoadmapView:
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
    return roadmap_view(given(standing({"planning": 1, "building": 1, "releasing": 1}), plan=plan))


def printed(view: RoadmapView) -> str:
    source = '{% import "_parts.html" as parts with context %}{% include "roadmap.html" %}'
    return templates().from_string(source).render(view=view, classes=classes, track=None, report=PRINTED_ALONE)


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def flat(text: str) -> str:
    return " ".join(text.split())


def test_every_text_of_the_plan_is_on_paper() -> None:
    view = whole_view()
    text = text_of(printed(view))
    said = [view.question, view.finding, *view.notes]
    said += [part for fact in view.facts for part in (fact.label, fact.text, fact.note)]
    for table in (*(table for table in view.tables if table.id != "steps"), view.not_funded.table):
        said += [column.name for column in table.columns if column.id != "why"]  # stands below the process
        said += [cell.text for row in table.rows for cell in row.cells]
        said.append(table.measure)
    for wave in (view.waves[0], view.not_funded):
        said += [wave.title, wave.summary, wave.outcome]
    for step in view.waves[0].steps:
        said += [step.title, step.reason]
        said += [part for fact in step.facts for part in (fact.label, fact.text)]
        said += [cell.text for table in step.tables[1:] for row in table.rows for cell in row.cells]
        whole = [passage for passage in step.passages if passage.id != "risks"]
        said += [sentence for own in (*whole, *step.references) for sentence in (own.title, *own.sentences)]
    assert [part for part in said if flat(part) not in text] == []


def test_preparations_and_risks_are_printed_once_and_steps_lead_to_them() -> None:
    steps = [replace(FIRST, to_level=level, wave=1) for level in (2, 3)]
    view = roadmap_view(given(standing({"planning": 1}), plan=a_plan(*steps)))
    html = printed(view)
    assert html.count("does not reach from end to end.") == html.count("Appoint the owner") == 1
    assert html.count('<a href="#risks">R1.</a>') == html.count('<a href="#preparations">B1.</a>') == 2
    assert html.count(' id="risks"') == html.count(' id="preparations"') == 1


def test_days_and_cost_are_printed_for_step_wave_total_and_what_is_left() -> None:
    html = printed(whole_view())
    assert text_of(html).count("EUR 12,000") >= 6
    assert text_of(html).count("7.5") >= 6
    bare = roadmap_view(
        given(
            standing({"planning": 1, "building": 1, "releasing": 1}),
            plan=a_plan(replace(FIRST, person_day_count=None, cost=None)),
        )
    )
    assert "EUR" not in text_of(printed(bare))
    assert "Person-days" not in text_of(printed(bare))


def test_the_classes_of_a_cell_are_its_style_and_marks() -> None:
    html = printed(whole_view())
    assert re.search(r'<td class="mark rating-3">1\s+to\s+3', html)
    assert re.search(r'<td class="mark dashed quiet">1\s+to\s+2', html)
    assert len(re.findall(r'<td class="\w+ total"', html)) == 3 * 4


def test_a_wave_without_a_step_has_no_part_of_its_own_and_anchors_are_the_views() -> None:
    html = printed(whole_view())
    assert 'id="wave-1"' in html
    assert 'id="wave-2"' not in html
    assert 'id="step-planning-3"' in html
    assert 'id="not-funded"' in html


def test_what_people_wrote_is_escaped() -> None:
    assert "Ada &lt;b&gt;Owner&lt;/b&gt;" in printed(whole_view())
