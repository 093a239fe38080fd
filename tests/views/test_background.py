"""What the framework says of a process stands as its author wrote it."""

from __future__ import annotations

from assessment.domain.authored.content import Confusion, CrosswalkEntry, Guide, Metric
from assessment.domain.authored.framework import Framework
from assessment.views.background import background_view
from tests.builders import tiny_framework
from tests.questionnaires.shipped import framework as shipped_framework


def described() -> Framework:
    """Planning with everything that an author may write."""
    framework = tiny_framework()
    planning, *others = framework.processes
    activities = (planning.activities[0].model_copy(update={"overlaps": ("building.deliver-2",)}),)
    full = planning.model_copy(
        update={
            "confused_with": (Confusion(process_id="building", difference="Building makes it."),),
            "in_the_room": ("Owner", "Planner"),
            "metrics": (Metric(name="Plans met", unit="percent", direction="up", meaning="How many are met."),),
            "crosswalk": (
                CrosswalkEntry(publication="ITIL 4", reference="Planning practice", match="partial"),
                CrosswalkEntry(publication="COBIT 2019", reference="APO02", match="full"),
            ),
            "guide": Guide(
                opening="Ask how it begins.",
                minutes_quick=20,
                minutes_full=60,
                probes=("Who?", "When?", "Why?"),
                traps=("Wishes.",),
            ),
            "activities": (*activities, *planning.activities[1:]),
        }
    )
    return framework.model_copy(update={"processes": (full, *others)})


def test_purpose_and_boundaries_are_said_in_order() -> None:
    view = background_view(described(), "planning")
    assert view.finding == "Does something."
    assert view.boundaries == (
        "It matters.",
        "It starts: At the start.",
        "It ends: At the end.",
        "Often confused with Building. Building makes it.",
        "In the room: Owner and Planner.",
    )


def test_indicators_and_other_publications_stand_in_their_columns() -> None:
    view = background_view(described(), "planning")
    assert [[cell.text for cell in row.cells] for row in view.table("metrics").rows] == [
        ["Plans met", "percent", "higher is better", "How many are met."]
    ]
    crosswalk = view.table("crosswalk")
    assert [[cell.text for cell in row.cells] for row in crosswalk.rows] == [
        ["ITIL 4", "Planning practice", "part of this work"],
        ["COBIT 2019", "APO02", "all of this work"],
    ]
    assert crosswalk.notes == ("Nobody is behind it.",)


def test_the_guide_stands_with_its_times_and_lists() -> None:
    guide = background_view(described(), "planning").guide
    assert guide is not None
    assert (guide.opening, guide.duration) == ("Ask how it begins.", "20 minutes at quick depth, 60 at full depth.")
    assert (guide.probes_title, guide.probes) == ("Ask", ("Who?", "When?", "Why?"))
    assert (guide.traps_title, guide.traps) == ("What goes wrong in the room", ("Wishes.",))


def test_work_that_is_asked_elsewhere_is_named_with_where() -> None:
    assert background_view(described(), "planning").overlaps == ("Deliver 1: see 'Deliver 2' in Building.",)


def test_what_the_author_left_out_is_empty() -> None:
    view = background_view(tiny_framework(), "planning")
    assert (view.guide, view.overlaps) == (None, ())
    assert (view.table("metrics").rows, view.table("crosswalk").rows) == ((), ())


def test_every_shipped_process_has_its_background() -> None:
    framework = shipped_framework()
    for process in framework.processes:
        view = background_view(framework, process.id)
        assert len(view.table("metrics").rows) == len(process.metrics) > 0
        assert len(view.table("crosswalk").rows) == len(process.crosswalk)
        assert view.guide is not None
