"""The method page: every rule once and marked, with the numbers that the method is computed with; and what was set."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assessment.domain.anchor import Anchor
from assessment.domain.answered.assessment import Respondent, Role
from assessment.domain.answered.roadmap_settings import EffortOverride, LinkStrength, Pin, RoadmapSettings
from assessment.domain.authored.framework import Depth
from assessment.domain.planning.results import Roadmap
from assessment.views.method import MethodView, method_view, versions_facts
from assessment.views.model import Table
from assessment.views.rules import Rule
from tests.builders import DK, NA, an_assessment, rated, rated_process, tiny_framework
from tests.views.plans import FRAMEWORK, a_plan, given, the_sample

PRINTED_ON = date(2026, 3, 20)
RULE_IDS = {
    "levels": (
        "scale percent bands asked attributes-and-levels depth scope consensus not-applicable attribute cap level "
        "bound-33020 not-assessed score practice on-paper-only carried-not-done check-answer"
    ),
    "confidence": (
        "split upper-reading bounds sensitivity-range provisional confidence evidence verification item-agreement "
        "process-agreement within-one-step ranking-agreement perception-gap anonymity"
    ),
    "priorities": (
        "to-be effective-target proposed-target rationale gap-and-need roll-up by-characteristic priority "
        "pain-and-importance assumed leverage strength blocked-by broken-hand-off firmness "
        "presets order-change weak-spots map"
    ),
    "waves": (
        "step landing value effort capacity waves hard-linkage relaxed pins choices wishes curve search quick-win "
        "saved-plan drift run preparation beside findings"
    ),
    "workshop": "planner clock next-question taken-at-once hands",
    "comparing": "side-by-side moved why-it-moved who-answered noise planned-and-reached",
}
CITED = {"scale", "bands", "bound-33020", "item-agreement", "process-agreement"}


def page(plan: Roadmap | None = None, **changes: Any) -> MethodView:
    """The method page of an assessment of three invented processes."""
    assessment = an_assessment(FRAMEWORK, **changes)
    return method_view(given(assessment, plan=plan or a_plan()), "1.2.3", PRINTED_ON)


def rules(view: MethodView) -> dict[str, Rule]:
    return {rule.id: rule for theme in view.themes for rule in theme.rules}


def texts(table: Table, row_id: str) -> tuple[str, ...]:
    return tuple(cell.text for cell in table.row(row_id).cells)


def test_every_rule_has_one_entry_under_its_theme() -> None:
    view = page()
    assert {theme.id: " ".join(rule.id for rule in theme.rules) for theme in view.themes} == RULE_IDS
    assert [theme.title for theme in view.themes] == [
        "From answers to levels",
        "How sure",
        "Where to go, and what comes first",
        "In which order",
        "The workshop",
        "Since last time",
    ]
    assert all(rule.title and rule.text.endswith(".") for rule in rules(view).values())
    assert len({rule.title for rule in rules(view).values()}) == len(rules(view))


def test_what_follows_a_published_source_is_not_marked_and_everything_else_is() -> None:
    view = page()
    assert {rule_id for rule_id, rule in rules(view).items() if not rule.is_own} == CITED
    assert view.own_rule == "own rule"


@pytest.mark.parametrize(
    ("rule_id", "said"),
    [
        ("scale", "N, P-, P+, L-, L+ and F"),
        ("percent", "worth 20 %: N is 0 %, F is 100 %."),
        ("bands", "N up to 15 %, P- up to 32.5 %, P+ up to 50 %, L- up to 67.5 %, L+ up to 85 % and F above;"),
        ("asked", "a customer is asked delivery and measurement, everybody else everything"),
        ("consensus", "the lower median of the answers"),
        ("cap", "above 85 % with a question at any of N, P- and P+ is held at 85 %"),
        ("level", "above 50 %, with every attribute of the levels below above the carry bound"),
        ("bound-33020", "the carry bound is 85 % (F)"),
        ("not-assessed", "no level and no score"),
        ("score", "at most 0.99"),
        ("on-paper-only", "documentation is at L or F while its delivery is at P or lower"),
        ("carried-not-done", "has the value N; not answered is not N"),
        ("check-answer", "2 steps or more"),
        ("split", "two middle answers of an even number are 2 steps or more apart"),
        ("upper-reading", "the upper of the two middle answers"),
        ("bounds", "to the higher of the high bound and the upper reading"),
        ("sensitivity-range", "Where 5 people or more answered a process, they are drawn again 2,000 times"),
        ("sensitivity-range", "from percentile 5 to 95"),
        ("provisional", "less than 50 %"),
        ("confidence", "at least 90 % of the questions rated, mean agreement of 70 %, 3 people behind"),
        ("confidence", "2 roles among them or evidence for 50 %"),
        ("confidence", "Low: less than 60 % rated, fewer than 2 people, or agreement below 50 %."),
        ("process-agreement", "reliable from 0.800, tentative from 0.667"),
        ("within-one-step", "95 % or more of the ratings"),
        ("to-be", "below L+ to 80 %; under the 33020 bound those of the levels below it go to F"),
        ("effective-target", "the highest level below it that can be"),
        ("rationale", "above level 3 needs a rationale"),
        ("by-characteristic", "the weakest 3"),
        ("assumed", "the lower median of what the others have"),
        (
            "leverage",
            "times 0.5 at each hop, as a share of the largest that the same linkages would give if every need",
        ),
        ("strength", "count 1, implied ones and a framework's own 0.5"),
        ("broken-hand-off", "rated below L"),
        ("firmness", "2,000 draws"),
        ("firmness", "(Dirichlet, 10 times those in force)"),
        ("firmness", "over the processes below target (at least 3): firm from 0.80, likely from 0.50"),
        ("landing", "named, pinned and bound by the level it lands on, also above the target"),
        ("value", "as a share of 5"),
        ("effort", "(S 1, M 2 and L 3 points, without an action 1)"),
        ("capacity", "at least 8"),
        ("hard-linkage", "level 2 or higher only when each supplier over a hard linkage is at most one level lower"),
        ("quick-win", "among the highest 25 % of all steps"),
    ],
)
def test_a_rule_says_the_numbers_that_the_method_gives(rule_id: str, said: str) -> None:
    assert said in rules(page())[rule_id].text


def test_rules_say_what_this_assessment_sets() -> None:
    plan = a_plan(wave_count=2)
    capacities = replace(plan, waves=(plan.waves[0], replace(plan.waves[1], capacity_count=14)))
    view = page(
        capacities,
        depth=Depth.QUICK,
        carry_percent=85.0,
        default_target_level=4,
        asks_to_be=True,
        anonymity_floor=5,
        roadmap=RoadmapSettings(
            pain_weight=0.5,
            importance_weight=0.25,
            leverage_weight=0.2,
            wave_count=2,
            wave_months=6,
            pins=(Pin(process_id="planning", to_level=1, wave=1),),
        ),
    )
    assert {rule_id: rule.here for rule_id, rule in rules(view).items() if rule.here} == {
        "depth": "Here: quick depth.",
        "level": "Here: a carry bound of 85 %, that of ISO/IEC 33020.",
        "anonymity": "Here: at least 5 people.",
        "to-be": "Here: a default target of level 4.",
        "proposed-target": "Here: they are asked.",
        "priority": "Here: weights of 0.50 for pain, 0.25 for importance and 0.20 for leverage.",
        "capacity": "Here: 2 waves of 6 months, with 8 and 14 points.",
        "pins": "Here: 1 pin.",
    }
    usual = rules(page())
    assert usual["level"].here == "Here: a carry bound of 67.5 %, so L+ or better."
    assert usual["capacity"].here == "Here: 4 waves of 3 months, with 8 points each."
    assert usual["proposed-target"].here == "Here: they are not asked; the sponsor sets the targets."


def test_the_settings_are_the_headers_and_the_roadmaps_field_by_field() -> None:
    settings = RoadmapSettings(
        pain_weight=0.5,
        importance_weight=0.3,
        leverage_weight=0.25,
        wave_count=2,
        capacity=(8, 8),
        wave_months=6,
        start=date(2027, 1, 1),
        person_days_per_point=12.5,
        cost_per_point=9000.0,
        currency="CHF",
        pins=(Pin(process_id="planning", to_level=1, wave=1),),
        efforts=tuple(EffortOverride(process_id="planning", to_level=level, point_count=3) for level in (1, 2)),
        linkages=tuple(LinkStrength(linkage_id=own.id, strength=1.0) for own in FRAMEWORK.linkages),
    )
    view = page(
        scope=("planning", "building"),
        carry_percent=67.5,
        depth=Depth.FULL,
        default_target_level=2,
        asks_to_be=True,
        anonymity_floor=4,
        scenario_id="late-releases",
        roadmap=settings,
    )
    assert {fact.id: (fact.text, fact.value) for fact in view.facts} == {
        "carry-bound": ("67.5 %", 67.5),
        "depth": ("Full depth", "full"),
        "default-target": ("2", 2),
        "asks-to-be": ("yes", 1),
        "anonymity-floor": ("4 people", 4),
        "scope": ("2 of 3", 2),
        "scenario": ("Releases are late", "late-releases"),
        "scenario-pain": ("no", 0),
        "pain-weight": ("0.50", 0.5),
        "importance-weight": ("0.30", 0.3),
        "leverage-weight": ("0.25", 0.25),
        "waves": ("2", 2),
        "wave-months": ("6 months", 6),
        "capacity": ("8 points each", 16),
        "start": ("1 January 2027", "2027-01-01"),
        "days": ("12.5", 12.5),
        "cost": ("CHF\u00a09,000", 9000.0),
        "pins": ("1", 1),
        "efforts": ("2", 2),
        "linkages": ("3", 3),
    }


def test_what_nobody_set_is_left_out() -> None:
    view = page()
    assert {"scenario", "days", "cost", "pins", "efforts", "linkages"}.isdisjoint(fact.id for fact in view.facts)
    assert (view.fact("start").text, view.fact("start").value) == ("not set", None)
    assert view.fact("asks-to-be").text == "no"


def test_levels_name_the_attributes_they_need_and_letters_their_percent() -> None:
    view = page()
    levels, scale = view.table("level-attributes"), view.table("scale")
    assert texts(levels, "level-0") == ("0", "Incomplete", "–", "The work is incomplete.")
    assert texts(levels, "level-2") == ("2", "Managed", "Ownership and Quality control", "The work is managed.")
    assert levels.cell("level-4", "attributes").value == "measurement control"
    assert levels.title == "Levels and the attributes each needs (own rule)"
    assert [row.cells[2].value for row in scale.rows] == [0, 20, 40, 60, 80, 100]
    assert texts(scale, "code-4") == ("L+", "Point 4", "80", "One sees point 4.")
    assert scale.cell("code-4", "letter").style == "rating-4"


def people(**counts: int) -> tuple[Respondent, ...]:
    return tuple(
        Respondent(id=f"{role}-{number}", role=Role(role)) for role, count in counts.items() for number in range(count)
    )


def test_people_are_counted_by_role_and_those_who_answered_gave_a_rating_that_counts() -> None:
    ratings = (
        rated("planning.deliver-1", 3, "leadership-0"),
        rated("planning.improve-process", 3, "leadership-1"),  # weight 0
        rated("planning.deliver-1", DK, "practitioner-0"),
        rated("planning.deliver-1", NA, "practitioner-1"),
        rated("building.deliver-1", 0, "practitioner-2"),
    )
    table = page(respondents=people(leadership=3, practitioner=4), ratings=ratings).table("respondents")
    assert [(row.id, *(cell.text for cell in row.cells)) for row in table.rows] == [
        ("leadership", "Leadership", "3", "1"),
        ("practitioner", "Practitioner", "4", "1"),
    ]
    assert [cell.value for cell in table.column("answered")] == [1, 1]


def test_roles_that_may_not_be_named_stand_together_and_nobody_is_found_by_subtraction() -> None:
    asked = people(leadership=3, customer=1, other=1)
    ratings = rated_process(FRAMEWORK, "planning", 3, ("customer-0",))
    few = page(respondents=asked, ratings=ratings).table("respondents")
    assert [texts(few, row.id) for row in few.rows] == [("Leadership, Customer and Other", "5", "1")]
    enough = page(respondents=people(leadership=3, customer=2, other=1), ratings=ratings).table("respondents")
    assert [texts(enough, row.id) for row in enough.rows] == [
        ("Leadership", "3", "0"),
        ("Customer and Other", "3", "1"),
    ]
    open_floor = page(respondents=asked, ratings=ratings, anonymity_floor=1).table("respondents")
    assert texts(open_floor, "customer") == ("Customer", "1", "1")
    alone = page(respondents=people(customer=2)).table("respondents")
    assert texts(alone, "together") == ("Customer", "2", "–")
    assert alone.cell("together", "answered").value is None


def test_nobody_asked_is_said() -> None:
    view = page(respondents=())
    assert view.table("respondents").rows == ()
    assert view.table("respondents").empty == "Nobody has been asked yet."


def test_versions_give_content_and_snapshot_hash_product_method_and_day() -> None:
    view = page()
    shown = {fact.id: (fact.text, fact.note) for fact in view.versions}
    assert shown == {
        "framework": ("Tiny framework, version 1.0.0", f"content {'0' * 64}"),
        "product": ("1.2.3", ""),
        "method": ("version 2", ""),
        "assessment": ("test-assessment", ""),
        "snapshot": ("0" * 64, "SHA-256 of the assessment's data export"),
        "printed": ("20 March 2026", ""),
    }
    anchored = versions_facts(
        given(an_assessment(FRAMEWORK), plan=a_plan()).at(Anchor(seq=1200, head="a" * 64)), "1.2.3", PRINTED_ON
    )
    assert [(fact.id, fact.label, fact.text, fact.note) for fact in anchored][-2] == (
        "journal",
        "Journal",
        "a" * 64,
        "hash of entry 1,200 of its journal; with it, an alteration of that or any earlier one shows",
    )
    assert view.finding == (
        "Rated in the style of ISO/IEC 33020; not a conformant assessment, and a self-assessment until it is verified."
    )


def test_a_framework_without_the_attributes_of_customers_says_that_they_are_asked_nothing() -> None:
    framework = tiny_framework()
    others = tuple(own for own in framework.attributes if own.id not in ("delivery", "measurement"))
    bare = framework.model_copy(update={"attributes": others})
    view = method_view(given(an_assessment(framework, scope=()), bare, plan=a_plan()), "1.2.3", PRINTED_ON)
    assert "a customer is asked nothing, everybody else everything" in rules(view)["asked"].text


def test_the_sample_prints_its_own_settings_and_people() -> None:
    sample = the_sample()
    view = method_view(given(sample.assessment, sample.framework, plan=a_plan(wave_count=4)), "0.1.0", PRINTED_ON)
    header, settings = sample.assessment.header, sample.assessment.roadmap
    assert view.fact("carry-bound").value == header.carry_percent
    assert [view.fact(f"{own}-weight").value for own in ("pain", "importance", "leverage")] == [
        settings.pain_weight,
        settings.importance_weight,
        settings.leverage_weight,
    ]
    table = view.table("respondents")
    by_role = {role.value: [own for own in sample.assessment.respondents if own.role is role] for role in Role}
    assert {row.id: row.cells[1].value for row in table.rows} == {
        role: len(own) for role, own in by_role.items() if own
    }
    weights = {item.id: item.weight for item in sample.framework.item_by_id.values()}
    rating_ids = {
        own.respondent_id
        for own in sample.assessment.ratings
        if own.answer.code is not None and weights[own.item_id] > 0 and own.horizon.value == "as-is"
    }
    assert {row.id: row.cells[2].value for row in table.rows} == {
        role: sum(one.id in rating_ids for one in own) for role, own in by_role.items() if own
    }
