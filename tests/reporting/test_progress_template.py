"""The progress of a plan on paper: one page on both papers, with every number of its view, however much is late."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assessment.domain.answered.actions import ActionStatus
from assessment.domain.answered.running import RunningStep
from assessment.domain.computed import Computed
from assessment.reporting.pdf.render import render_pdf
from assessment.reporting.pdf.report import Template, build_report
from assessment.views.board.progress import progress_view
from assessment.views.deck.deck import deck_view
from assessment.views.deck.model import Grid
from assessment.views.paper import Paper
from assessment.views.report_kinds import ReportKind
from tests.computing import computed, the_sample
from tests.reporting.test_pages import pages_of

DAY = date(2027, 8, 1)
LONG = "Seen in the minutes of every meeting of the board since the spring, and in the tool. " * 3


def run_late() -> Computed:
    """The sample in its third wave: three steps done with long texts, one that waits, everything else late."""
    sample = the_sample()
    steps = [step for wave in sample.roadmap.waves for step in wave.steps]
    done = [
        RunningStep(
            process_id=step.process_id,
            to_level=step.to_level,
            owner="Olga Owner",
            status=ActionStatus.DONE,
            done_on=date(2027, 5, 1),
            evidence=LONG,
        )
        for step in steps[:3]
    ]
    waits = RunningStep(process_id=steps[3].process_id, to_level=steps[3].to_level, status=ActionStatus.WAITING)
    running = tuple(sorted((*done, waits), key=lambda one: (one.process_id, one.to_level)))
    return computed(sample.framework, sample.assessment.model_copy(update={"running": running})).sharing(sample)


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_progress_is_one_page_with_all_that_its_view_says(paper: Paper, tmp_path: Path) -> None:
    told = run_late().told
    report = build_report(told, printed_on=DAY, product_version="0.1.0", kind=ReportKind.PROGRESS)
    assert [part.template for part in report.parts] == [Template.PROGRESS]
    (page,) = pages_of(render_pdf(report, paper), tmp_path)
    text = " ".join(word.text for word in page.words)
    view = progress_view(told, DAY)
    said = [view.finding, *(fact.text for fact in view.facts), *view.notes]
    said += [table.title for table in view.tables]
    said += [row.cells[0].text for table in view.tables for row in table.rows]
    assert [one for one in said if " ".join(one.split()) not in text] == []
    assert "Late and blocked" in text


def test_a_slide_has_the_same_waves_and_the_first_of_what_is_late_or_blocked() -> None:
    told = run_late().told
    view, deck = progress_view(told, DAY), deck_view(told, printed_on=DAY, product_version="0.1.0")
    slide = deck.slide("progress")
    assert view.finding.startswith(slide.title)
    assert view.finding.removeprefix(slide.title).strip() in slide.caption
    grids = {block.id: block for block in slide.blocks if isinstance(block, Grid)}
    for table_id, count in (("progress-waves", None), ("attention", 6)):
        table, rows = view.table(table_id), grids[table_id].table.rows
        assert [row.id for row in rows] == [row.id for row in table.rows][:count]
        for row in rows:
            for column in grids[table_id].table.columns:
                assert grids[table_id].table.cell(row.id, column.id) == table.cell(row.id, column.id)
    assert [column.id for column in grids["attention"].table.columns] == ["what", "owner", "due", "why"]


def test_a_plan_of_which_nothing_was_begun_has_no_such_slide() -> None:
    deck = deck_view(the_sample().told, printed_on=DAY, product_version="0.1.0")
    assert "progress" not in [slide.id for slide in deck.slides]
