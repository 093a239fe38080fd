"""The printing process: it says how far it is, is stopped when it takes too long, and starts again when it died."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import replace

import pytest

from assessment.errors import ReportFailed
from assessment.reporting.document.model import ReportDocument
from assessment.reporting.progress import silent
from assessment.reporting.worker import PrintingWorker
from tests.reporting.conftest import report_order

TINY_MEMORY_BYTES = 150 * 2**20


def test_progress_is_told_and_never_goes_back(small_document: ReportDocument, worker: PrintingWorker) -> None:
    told: list[tuple[float, str]] = []
    content = worker.render(report_order(small_document), lambda share, message: told.append((share, message)))
    shares = [share for share, _ in told]
    assert content.startswith(b"%PDF")
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert any(message.startswith("Laying out page") for _, message in told)


def test_a_document_that_cannot_be_printed_fails_in_words_and_the_next_one_prints(
    brief_document: ReportDocument, worker: PrintingWorker
) -> None:
    broken = replace(brief_document, cover=None)  # type: ignore[arg-type]
    with pytest.raises(ReportFailed, match="could not be laid out"):
        worker.render(report_order(broken), silent)
    assert worker.render(report_order(brief_document), silent).startswith(b"%PDF")


def test_a_report_that_takes_too_long_is_stopped(document: ReportDocument) -> None:
    hasty = PrintingWorker(time_limit_seconds=0.5)
    try:
        with pytest.raises(ReportFailed, match="longer than"):
            hasty.render(report_order(document), silent)
        assert hasty.process_id is None
    finally:
        hasty.close()


def test_a_report_that_needs_too_much_memory_fails_in_words(document: ReportDocument) -> None:
    cramped = PrintingWorker(memory_limit_bytes=TINY_MEMORY_BYTES)
    try:
        with pytest.raises(ReportFailed, match="memory"):
            cramped.render(report_order(document), silent)
    finally:
        cramped.close()


def test_a_process_that_died_is_started_again(brief_document: ReportDocument, worker: PrintingWorker) -> None:
    worker.warm_up()
    first = worker.process_id
    assert first is not None
    os.kill(first, signal.SIGKILL)
    until = time.monotonic() + 10
    while worker.process_id == first and time.monotonic() < until:
        time.sleep(0.01)
    assert worker.render(report_order(brief_document), silent).startswith(b"%PDF")
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


def test_a_closed_worker_starts_no_process_for_a_job_that_comes_late(brief_document: ReportDocument) -> None:
    closed = PrintingWorker()
    closed.close()
    closed.warm_up()
    with pytest.raises(ReportFailed, match="shutting down"):
        closed.render(report_order(brief_document), silent)
    assert closed.process_id is None
