"""A consultant keeps two plans, sets them side by side, makes one the plan, and the report says how it holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from assessment.views.wording.pages import plans as words
from assessment.views.wording.pages import report as report_words
from tests.far import far

pytestmark = pytest.mark.browser
SAMPLE = "sample-tamarind-mutual"


def keep(page: Page, name: str) -> None:
    """Keep the present plan under a name."""
    page.get_by_label(words.NAME_LABEL).fill(name)
    page.get_by_role("button", name=words.SAVE, exact=True).click()


@far
def test_two_plans_are_compared_and_the_report_says_how_the_chosen_one_holds(
    browser: Page, address: str, tmp_path: Path
) -> None:
    browser.set_default_timeout(60_000)
    browser.goto(f"{address}/roadmap?assessment={SAMPLE}&plan=plans")
    keep(browser, "As proposed")
    expect(browser.get_by_text("1 plan is saved; none is chosen as the plan.")).to_be_visible()
    browser.get_by_role("button", name=words.CHOOSE).click()
    expect(browser.get_by_text(re.compile("is still what would be best now")).first).to_be_visible()

    browser.get_by_role("tab", name="Settings").click()
    waves = browser.get_by_label("Number of waves")
    waves.fill("2")
    waves.press("Tab")
    browser.get_by_role("tab", name="Plans").click()
    expect(browser.get_by_text(re.compile("“As proposed” of .* has drifted")).first).to_be_visible()
    keep(browser, "Two waves")
    expect(browser.get_by_text("2 plans are saved; the plan is “As proposed”.")).to_be_visible()
    browser.get_by_label(words.SECOND_LABEL).click()
    browser.get_by_role("option", name="Two waves").click()
    expect(browser.get_by_text(re.compile("From “As proposed” to “Two waves”")).first).to_be_visible()

    browser.goto(f"{address}/report?assessment={SAMPLE}")
    browser.get_by_role("button", name=report_words.BUILD).click()
    with browser.expect_download(timeout=120_000) as found:
        browser.get_by_role("button", name="Download the PDF").click(timeout=120_000)
    found.value.save_as(tmp_path / "report.pdf")
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(tmp_path / "report.pdf").pages).split())
    assert "Printed here is the plan that is best now. The plan “As proposed” of" in text
