"""Somebody who has not seen the product begins, asks two people, agrees, and leaves with the PDF, without help."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from benchmarks.clicking import browser_page
from benchmarks.first_report import PROCESSES, QUESTION_COUNT, walk
from tests.far import far

pytestmark = pytest.mark.browser
CLICKS = 20
"""Beside two for each value that is agreed."""


@far
def test_a_quick_assessment_of_three_processes_ends_in_a_pdf(address: str, tmp_path: Path) -> None:
    with browser_page() as page:
        who, pdf = walk(page, address, tmp_path, agreed_processes=1)

    text = "\n".join(page.extract_text() for page in PdfReader(pdf).pages)
    assert "Ostermann Energy" in text
    assert all(name in text for name in PROCESSES)
    assert f"of {len(PROCESSES)} processes" in text
    assert who.clicks <= CLICKS + 2 * QUESTION_COUNT
