"""A check says whether a framework can be used, lists what is wrong by file and line, and counts every part."""

from __future__ import annotations

import pytest

from assessment.domain.authored.parts import (
    MeasuredFramework,
    MissingPart,
    Part,
    ProcessCounts,
    ProseFigures,
    missing_parts,
    process_counts,
)
from assessment.errors import Finding
from assessment.views.frameworks.check import SHOWN_COUNT, Verdict, check_view
from assessment.views.frameworks.figures import figures_view
from assessment.views.wording.framework_check import missing, result
from tests.builders import tiny_framework

FAULT = Finding(file="glossary.yaml", line=7, reason="terms is missing")
OTHER = Finding(file="framework.yaml", line=None, reason="is empty")
GUIDE = MissingPart(process_id="building", part=Part.GUIDE)
FIGURES = ProseFigures(statement_count=48, mean_reading_ease=66.6, most_alike_share=0.416)
PROSE_LINE = "48 statements of its own, mean reading ease 67 (Flesch; 60 is plain), most alike pair 0.42 (0.50 at most)"


def test_faults_keep_it_from_being_used_and_stand_by_file_with_their_line() -> None:
    view = check_view(None, faults=(OTHER, FAULT))
    assert (view.verdict, view.finding) == (
        Verdict.UNUSABLE,
        "This framework cannot be used yet: 2 faults to correct.",
    )
    (table,) = view.tables
    assert table.title == "To correct (2)"
    assert [(row.group, row.cells[0].text) for row in table.rows] == [
        ("framework.yaml", "is empty"),
        ("glossary.yaml", "line 7: terms is missing"),
    ]


def test_what_reads_badly_or_is_missing_leaves_it_usable() -> None:
    view = check_view(tiny_framework(), prose=(FAULT,), missing=(GUIDE,), figures=FIGURES)
    assert (view.verdict, view.finding) == (Verdict.USABLE, "It can be used. 1 wording to improve.")
    assert [table.title for table in view.tables] == ["Wording to improve (1)", "Not written yet, optional (1)"]
    (row,) = view.table("missing").rows
    assert (row.group, row.cells[0].text) == ("Building", "has no facilitator's guide")
    assert view.notes == (PROSE_LINE,)
    only_missing = check_view(tiny_framework(), missing=(GUIDE, GUIDE))
    assert only_missing.finding == "It can be used, and nothing is to correct. 2 parts could be added."
    assert only_missing.verdict is Verdict.USABLE


def test_a_sound_framework_has_nothing_listed() -> None:
    view = check_view(tiny_framework())
    assert (view.verdict, view.tables, view.notes) == (Verdict.SOUND, (), ())
    assert view.finding == "It can be used. Nothing is to correct, and every process has every part."


def test_an_id_that_is_taken_is_said_to_be() -> None:
    assert check_view(tiny_framework(), is_installed=True).installed_already.startswith("'tiny' is installed already.")
    assert check_view(tiny_framework()).installed_already == ""


@pytest.mark.parametrize(
    ("count", "notes"),
    [
        (SHOWN_COUNT, ()),
        (SHOWN_COUNT + 1, ("1 more is not shown. Correct these first.",)),
        (SHOWN_COUNT + 7, ("7 more are not shown. Correct these first.",)),
    ],
)
def test_a_list_that_is_too_long_counts_the_rest(count: int, notes: tuple[str, ...]) -> None:
    (table,) = check_view(None, faults=(FAULT,) * count).tables
    assert len(table.rows) == SHOWN_COUNT
    assert table.title == f"To correct ({count})"
    assert table.notes == notes


def test_every_part_is_counted_under_its_own_name() -> None:
    counts = ProcessCounts(
        process_id="building",
        paper_activity_count=1,
        extension_activity_count=2,
        anchored_item_count=3,
        action_count=4,
        metric_count=5,
        crosswalk_count=6,
        linkage_count=7,
        probe_count=8,
    )
    framework = tiny_framework()
    view = figures_view(MeasuredFramework(framework=framework, counts=(counts,), prose=FIGURES, missing=()))
    table = view.table("parts")
    names = [column.name for column in table.columns]
    (row,) = table.rows
    assert dict(zip(names, [cell.text for cell in row.cells], strict=True)) == {
        "Process": "Building",
        "Paper": "1",
        "Own": "2",
        "Anchored": "3",
        "Actions": "4",
        "Metrics": "5",
        "Crosswalk": "6",
        "Linkages": "7",
        "Probes": "8",
    }
    assert [cell.value for cell in row.cells] == ["building", 1, 2, 3, 4, 5, 6, 7, 8]
    assert (view.finding, view.notes) == ("Every process has every part.", (PROSE_LINE,))


def test_what_is_missing_is_counted_and_named_by_process() -> None:
    framework = tiny_framework()
    measured = MeasuredFramework(
        framework=framework, counts=process_counts(framework), prose=FIGURES, missing=missing_parts(framework)
    )
    view = figures_view(measured)
    assert view.finding == f"{len(measured.missing)} parts could be added."
    table = view.table("missing")
    assert [row.group for row in table.rows if row.cells[0].text == "has no facilitator's guide"] == [
        "Planning",
        "Building",
        "Releasing",
    ]
    assert len({row.id for row in table.rows}) == len(measured.missing)


def test_a_framework_without_statements_of_its_own_is_not_said_to_read_somehow() -> None:
    framework = tiny_framework()
    none = ProseFigures(statement_count=0, mean_reading_ease=0, most_alike_share=0)
    assert figures_view(MeasuredFramework(framework=framework, counts=(), prose=none, missing=())).notes == ()
    assert check_view(framework, figures=none).notes == ()


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (
            MissingPart(process_id="p", part=Part.ANCHORED_ITEMS, count=1, whole_count=8),
            "has 1 question with six statements of its own; 8 make it whole",
        ),
        (
            MissingPart(process_id="p", part=Part.ACTIONS, count=0, whole_count=8),
            "has 0 attributes with actions of its own; 8 make it whole",
        ),
        (
            MissingPart(process_id="p", part=Part.ELAPSED_TIMES, count=39, whole_count=40),
            "has 39 actions that say how long they take on the calendar; 40 make it whole",
        ),
        (
            MissingPart(process_id="p", part=Part.METRICS, count=6, whole_count=3),
            "has 6 indicators; 3 to 5 make it whole",
        ),
        (
            MissingPart(process_id="p", part=Part.PITFALLS, count=2, whole_count=6),
            "has 2 activities with a pitfall; 6 make it whole",
        ),
        (
            MissingPart(process_id="p", part=Part.CROSSWALK, publication="ITIL 4"),
            "has no crosswalk to ITIL 4",
        ),
        (MissingPart(process_id="p", part=Part.GUIDE), "has no facilitator's guide"),
        (MissingPart(process_id="p", part=Part.CONFUSIONS), "does not say what it is confused with"),
        (MissingPart(process_id="p", part=Part.LINKAGES), "has no linkage"),
    ],
)
def test_every_part_that_may_be_missing_has_its_words(part: MissingPart, words: str) -> None:
    assert missing(part) == words


def test_the_result_of_a_check_names_the_folder_and_counts_what_is_to_correct() -> None:
    assert result("mine", 0) == "mine: nothing to correct"
    assert result("mine", 12) == "mine: 12 to correct"
