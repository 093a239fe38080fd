"""Tools and sourcing stand as they were recorded, field by field, in the one pair of words for a move."""

from __future__ import annotations

from typing import Any

from assessment.domain.answered.organisation import Sourcing, SourcingCandidate, SourcingNature, Technology
from assessment.domain.computed import Computed
from assessment.views.model import Table
from assessment.views.resources import sourcing_view, technology_view
from tests.builders import an_assessment, tiny_framework
from tests.computing import computed, the_sample


def shop(**changes: Any) -> Computed:
    framework = tiny_framework()
    return computed(framework, an_assessment(framework, **changes))


def moves(**candidates: SourcingCandidate) -> Computed:
    return shop(
        sourcing=tuple(
            Sourcing(process_id=own, mode_id="mixed", candidate=candidate, interface="A page.")
            for own, candidate in candidates.items()
        )
    )


def texts(table: Table, row_id: str) -> tuple[str, ...]:
    return tuple(cell.text for cell in table.row(row_id).cells)


def values(table: Table, row_id: str) -> tuple[object, ...]:
    return tuple(cell.value for cell in table.row(row_id).cells)


def test_a_tool_stands_with_its_integration_now_and_to_be_and_not_the_other_way_round() -> None:
    view = technology_view(
        shop(
            technology=(
                Technology(process_id="building", tool="A pipeline", as_is=2, to_be=4),
                Technology(process_id="planning", as_is=0),
                Technology(process_id="elsewhere", tool="A list", as_is=1, to_be=2),
            )
        )
    )
    table = view.table("technology")
    assert table.id == "technology"
    assert tuple(column.id for column in table.columns) == ("process", "tool", "as-is", "to-be")
    assert [row.id for row in table.rows] == ["planning", "building"]
    assert texts(table, "building") == ("Building", "A pipeline", "2 Tool 2", "4 Tool 4")
    assert values(table, "building") == ("building", "A pipeline", 2, 4)
    assert texts(table, "planning") == ("Planning", "–", "0 Tool 0", "–")
    assert values(table, "planning") == ("planning", None, 0, None)
    assert view.finding == "1 of 1 process is to have its tool integrated further than today."
    assert view.notes == ("Furthest to go: Building, 2 points of 5.", "No tool is recorded for Releasing.")


def test_a_tool_that_stays_or_steps_back_is_not_counted_as_integrated_further() -> None:
    view = technology_view(
        shop(
            technology=(
                Technology(process_id="building", as_is=3, to_be=3),
                Technology(process_id="planning", as_is=3, to_be=1),
                Technology(process_id="releasing", as_is=3, to_be=None),
            )
        )
    )
    assert view.finding == "0 of 2 processes are to have their tools integrated further than today."
    assert view.notes == ()


def test_without_a_tool_the_view_says_what_to_do() -> None:
    view = technology_view(shop())
    assert view.finding == "No tool is recorded yet."
    assert view.empty == view.tables[0].empty == "No tool is recorded. Enter the tools in Set-up, Technology."
    assert not view.tables[0].rows
    assert not view.notes


def test_technology_of_the_sample_is_what_was_recorded() -> None:
    sample = the_sample()
    names = {choice.code: choice.name for choice in sample.framework.technology}
    table = technology_view(sample).table("technology")
    assert len(table.rows) == len(sample.assessment.technology) == 17
    for entry in sample.assessment.technology:
        assert values(table, entry.process_id) == (entry.process_id, entry.tool, entry.as_is, entry.to_be)
        shown = [f"{code} {names[code]}" for code in (entry.as_is, entry.to_be) if code is not None]
        assert list(texts(table, entry.process_id)[2:]) == shown
    further = sum((own.to_be or 0) > (own.as_is or 0) for own in sample.assessment.technology)
    assert technology_view(sample).finding.startswith(f"{further} of 17 processes are to have")


def test_sourcing_stands_with_mode_nature_move_and_interface() -> None:
    view = sourcing_view(
        shop(
            sourcing=(
                Sourcing(
                    process_id="building",
                    mode_id="mixed",
                    nature=SourcingNature.COMMODITY,
                    candidate=SourcingCandidate.OUTSOURCE,
                    interface="Tickets both ways.",
                ),
                Sourcing(process_id="planning", mode_id="in-house", nature=SourcingNature.CORE),
            )
        )
    )
    table = view.table("sourcing")
    assert table.id == "sourcing"
    assert tuple(column.id for column in table.columns) == ("process", "mode", "nature", "candidate", "interface")
    assert [row.id for row in table.rows] == ["planning", "building"]
    assert texts(table, "building") == ("Building", "mixed", "Commodity", "Outsource", "Tickets both ways.")
    assert values(table, "building") == ("building", "mixed", "commodity", "outsource", "Tickets both ways.")
    assert texts(table, "planning") == ("Planning", "in-house", "Core", "No move", "–")
    assert values(table, "planning") == ("planning", "in-house", "core", "none", None)
    assert view.notes == ("Who does the work is not recorded for Releasing.",)


def test_the_finding_names_what_to_insource_and_what_to_outsource() -> None:
    into, out, none = SourcingCandidate.INSOURCE, SourcingCandidate.OUTSOURCE, SourcingCandidate.NONE
    assert sourcing_view(moves(planning=into)).finding == "Worth a look: insource Planning."
    assert sourcing_view(moves(planning=out, building=out)).finding == "Worth a look: outsource Planning and Building."
    both = sourcing_view(moves(planning=out, building=into, releasing=none))
    assert both.finding == "Worth a look: insource Building; outsource Planning."
    still = sourcing_view(moves(planning=none, building=none))
    assert still.finding == "No move is worth a look: the 2 processes recorded stay where they are done."


def test_work_worth_a_move_without_an_interface_is_named() -> None:
    entries = (
        Sourcing(process_id="planning", mode_id="mixed", candidate=SourcingCandidate.OUTSOURCE),
        Sourcing(process_id="building", mode_id="mixed", candidate=SourcingCandidate.INSOURCE, interface="A page."),
        Sourcing(process_id="releasing", mode_id="mixed"),
    )
    assert sourcing_view(shop(sourcing=entries)).notes == (
        "Planning is worth a move, and no interface is recorded that it must keep.",
    )


def test_without_sourcing_the_view_says_what_to_do() -> None:
    view = sourcing_view(shop())
    assert view.finding == "Who does the work is not recorded yet."
    assert view.empty == "No sourcing is recorded. Enter it in Set-up, Technology."
    assert not view.tables[0].rows
    assert not view.notes


def test_sourcing_of_the_sample_is_what_was_recorded() -> None:
    sample = the_sample()
    table = sourcing_view(sample).table("sourcing")
    assert [row.id for row in table.rows] == list(sample.assessment.scope)
    for entry in sample.assessment.sourcing:
        assert values(table, entry.process_id) == (
            entry.process_id,
            entry.mode_id,
            entry.nature and entry.nature.value,
            entry.candidate.value,
            entry.interface,
        )
        shown = {"none": "No move", "insource": "Insource", "outsource": "Outsource"}[entry.candidate.value]
        assert table.cell(entry.process_id, "candidate").text == shown
