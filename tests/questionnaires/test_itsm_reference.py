"""The shipped framework says what the paper says, whole and once. Facts: tests/data/model-facts.yaml."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from assessment.catalogue import check_framework, load_framework
from assessment.domain.authored.content import Effort, LinkageKind, Origin, RatingLetter
from assessment.domain.authored.framework import Depth, Framework, Horizon, ItemKind

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "questionnaires" / "itsm-reference"
FACTS = ROOT / "tests" / "data" / "model-facts.yaml"
WEIGHTLESS = {"Develop management reports", "Perform continuous process improvement"}


@cache
def framework() -> Framework:
    return load_framework(FOLDER)


@cache
def facts() -> list[dict[str, Any]]:
    groups: list[dict[str, Any]] = yaml.safe_load(FACTS.read_text())["groups"]
    return groups


def paper_activities() -> dict[tuple[str, str, int], str]:
    return {
        (process["id"], attribute, activity["line"]): activity["name"]
        for group in facts()
        for process in group["processes"]
        for attribute, key in (("delivery", "process_delivery"), ("quality-control", "quality_control"))
        for activity in process[key]
    }


def test_the_linter_finds_nothing() -> None:
    assert [str(finding) for finding in check_framework(FOLDER)] == []


def test_there_are_17_processes_in_five_groups_and_one_is_an_extension() -> None:
    assert len(framework().processes) == 17
    assert [group.id for group in framework().groups] == [group["id"] for group in facts()]
    assert [process.id for process in framework().processes if process.origin is Origin.EXTENSION] == [
        "supplier-management"
    ]


def test_each_of_the_227_activities_of_the_paper_is_asked_exactly_once_in_its_process_and_attribute() -> None:
    asked = Counter(
        (process.id, activity.attribute, activity.line)
        for process in framework().processes
        for activity in process.activities
        if activity.origin is Origin.PAPER
    )
    assert asked == Counter(paper_activities().keys())
    assert sum(asked.values()) == 227
    by_attribute = Counter(attribute for _, attribute, _ in asked)
    assert by_attribute == {"delivery": 153, "quality-control": 74}


def test_the_two_improvement_activities_of_each_process_count_nowhere_and_all_others_count() -> None:
    names = paper_activities()
    for process in framework().processes:
        for activity in process.activities:
            if activity.line is not None:
                name = names[process.id, activity.attribute, activity.line]
                assert (activity.weight == 0) == (name in WEIGHTLESS), f"{process.id}.{activity.id}"


def test_processes_without_quality_items_in_the_paper_have_two_to_four_of_their_own() -> None:
    for process_id in ("build-and-test", "release-to-production"):
        own = [a for a in framework().process_by_id[process_id].activities if a.origin is Origin.EXTENSION]
        assert 2 <= len(own) <= 4
        assert {activity.attribute for activity in own} == {"quality-control"}


def test_supplier_management_has_10_to_14_activities_and_refers_to_what_others_ask() -> None:
    activities = framework().process_by_id["supplier-management"].activities
    assert 10 <= len(activities) <= 14
    assert any(activity.overlaps for activity in activities)


def test_linkages_are_the_papers_66_and_extensions_of_supplier_management() -> None:
    kinds = Counter(linkage.kind for linkage in framework().linkages)
    assert (kinds[LinkageKind.STATED], kinds[LinkageKind.INTERACTION], kinds[LinkageKind.IMPLIED]) == (27, 20, 19)
    extensions = [linkage for linkage in framework().linkages if linkage.kind is LinkageKind.EXTENSION]
    assert extensions
    assert all("supplier-management" in (linkage.from_process, linkage.to_process) for linkage in extensions)


def test_the_five_hard_linkages_are_those_of_the_method() -> None:
    hard = {(linkage.from_process, linkage.to_process) for linkage in framework().linkages if linkage.is_hard}
    assert hard == {
        ("service-planning", "service-level-management"),
        ("service-planning", "build-and-test"),
        ("build-and-test", "release-to-production"),
        ("change-management", "service-level-management"),
        ("configuration-management", "change-management"),
    }


def test_of_the_universal_linkages_only_the_outgoing_ones_of_the_hub_count() -> None:
    counting = [(u.from_process, u.to_process) for u in framework().universal if u.counts_in_leverage]
    assert sorted(counting) == [("change-management", "*"), ("configuration-management", "*")]


def test_a_quick_assessment_asks_eight_items_a_process_and_a_full_one_its_activities_and_six_more() -> None:
    for process in framework().processes:
        quick = framework().items(process.id, Depth.QUICK, Horizon.AS_IS)
        full = framework().items(process.id, Depth.FULL, Horizon.AS_IS)
        assert len(quick) == 8
        assert len(full) == len(process.activities) + 6
        assert sum(item.kind is ItemKind.ANCHORED for item in full) == 6
        assert framework().items(process.id, Depth.FULL, Horizon.TO_BE) == quick


def test_what_the_paper_could_not_know_is_asked_by_extensions_at_full_depth_only() -> None:
    asked = {
        "service-planning.publish-service-catalogue",
        "service-level-management.steer-by-error-budgets",
        "security-management.protect-personal-data",
        "operations-management.fulfil-service-requests",
        "service-planning.define-request-models",
        "security-management.set-limits-for-automation",
        "incident-management.lead-major-incidents",
        "incident-management.tend-knowledge",
    }
    found = {
        f"{process.id}.{activity.id}"
        for process in framework().processes
        for activity in process.activities
        if process.origin is Origin.PAPER and activity.origin is Origin.EXTENSION
        if process.id not in {"build-and-test", "release-to-production"}
    }
    assert found == asked
    quick = {item.id for one in framework().processes for item in framework().items(one.id, Depth.QUICK, Horizon.AS_IS)}
    assert quick & asked == set()


def test_every_question_that_the_readme_names_is_asked() -> None:
    named = set(re.findall(r"`([a-z-]+\.[a-z-]+)`", (FOLDER / "README.md").read_text("utf-8")))
    named = {name for name in named if not name.endswith(".yaml")}
    assert len(named) > 30
    assert named - set(framework().item_by_id) == set()


def test_there_are_ten_transitions_three_scenarios_of_the_paper_and_three_of_its_own() -> None:
    assert len(framework().transitions) == 10
    told = {scenario.id: scenario.lines is not None for scenario in framework().scenarios}
    assert told == {
        "help-desk": True,
        "service-levels": True,
        "production-control": True,
        "provider-runs-it-all": False,
        "we-deploy-daily": False,
        "auditor-is-coming": False,
    }
    own = [scenario for scenario in framework().scenarios if scenario.lines is None]
    assert {entry.origin for scenario in own for entry in scenario.processes} == {Origin.EXTENSION}


def test_an_action_that_ends_in_a_year_of_evidence_says_so_beside_its_days_of_work() -> None:
    actions = [action for process in framework().processes for own in process.attributes for action in own.actions]
    assert all(action.elapsed_weeks is not None for action in actions)
    year = re.compile("(for|over) a year|twelve months|year ago")
    waits = [action for action in actions if action.to is RatingLetter.F and year.search(action.evidence)]
    assert len(waits) >= 5
    assert min(action.elapsed_weeks or 0 for action in waits) >= 52
    small = [action.elapsed_weeks for action in actions if action.effort is Effort.SMALL and action.elapsed_weeks]
    assert (min(small), max(small)) == (2, 28), "days of work may take half a year on the calendar"
