"""The printing process: it says how far it is, is stopped when it takes too long, and starts again when it died."""

from __future__ import annotations

import io
import os
import signal
import time
from dataclasses import replace

import pytest
from pypdf import PdfReader

from assessment.errors import ReportFailed
from assessment.reporting.pdf.report import Report
from assessment.reporting.stages import Stage, unheard
from assessment.reporting.worker import PrintingWorker
from tests.reporting.conftest import report_order

TINY_MEMORY_BYTES = 150 * 2**20


def test_progress_is_told_and_never_goes_back(small_report: Report, worker: PrintingWorker) -> None:
    told: list[tuple[float, Stage, int | None]] = []

    def hear(share: float, stage: Stage, page: int | None = None) -> None:
        told.append((share, stage, page))

    content = worker.render(report_order(small_report), hear)
    shares = [share for share, _, _ in told]
    pages = [page for _, stage, page in told if stage is Stage.LAYING_OUT and page is not None]
    assert content.startswith(b"%PDF")
    assert shares == sorted(shares)
    assert list(dict.fromkeys(stage for _, stage, _ in told)) == [Stage.WRITING, Stage.LAYING_OUT, Stage.SAVING]
    assert pages == list(range(1, len(pages) + 1))
    assert told[-1][2] == len(PdfReader(io.BytesIO(content)).pages) == len(pages)


def test_a_document_that_cannot_be_printed_fails_in_words_and_the_next_one_prints(
    brief_report: Report, worker: PrintingWorker
) -> None:
    broken = replace(brief_report, imprint=None)  # type: ignore[arg-type]
    with pytest.raises(ReportFailed, match="could not be laid out"):
        worker.render(report_order(broken), unheard)
    assert worker.render(report_order(brief_report), unheard).startswith(b"%PDF")


def test_a_report_that_takes_too_long_is_stopped(report: Report) -> None:
    hasty = PrintingWorker(time_limit_seconds=0.5)
    try:
        with pytest.raises(ReportFailed, match="longer than"):
            hasty.render(report_order(report), unheard)
        assert hasty.process_id is None
    finally:
        hasty.close()


def test_a_report_that_needs_too_much_memory_fails_in_words(report: Report) -> None:
    cramped = PrintingWorker(memory_limit_bytes=TINY_MEMORY_BYTES)
    try:
        with pytest.raises(ReportFailed, match="memory"):
            cramped.render(report_order(report), unheard)
    finally:
        cramped.close()


def test_a_process_that_died_is_started_again(brief_report: Report, worker: PrintingWorker) -> None:
    worker.warm_up()
    first = worker.process_id
    assert first is not None
    os.kill(first, signal.SIGKILL)
    until = time.monotonic() + 10
    while worker.process_id == first and time.monotonic() < until:
        time.sleep(0.01)
    assert worker.render(report_order(brief_report), unheard).startswith(b"%PDF")
    assert worker.process_id not in (None, first)


def test_a_closed_worker_leaves_no_process() -> None:
    closing = PrintingWorker()
    closing.warm_up()
    process_id = closing.process_id
    assert process_id is not None
    closing.close()
    closing.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process_id, 0)


def test_a_closed_worker_starts_no_process_for_a_job_that_comes_late(brief_report: Report) -> None:
    closed = PrintingWorker()
    closed.close()
    closed.warm_up()
    with pytest.raises(ReportFailed, match="shutting down"):
        closed.render(report_order(brief_report), unheard)
    assert closed.process_id is None
