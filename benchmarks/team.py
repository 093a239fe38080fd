"""What it costs to be a team: asking at every click who is signed in, and a click until its answer is saved.

Standing alone and as a team are measured in turns, question by question, so that a busy moment of the machine meets
both: two servers, two browsers, the same page.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from assessment.services.attempts import Place
from assessment.services.plumbline import open_plumbline
from assessment.services.signed_in import COOKIE
from assessment.settings import read_settings
from benchmarks.clicking import BAR_MILLISECONDS, Clicked, browser_page, clicked
from benchmarks.measuring import Measurement, measured, percentile
from benchmarks.serving import served

CHECK_BAR_MILLISECONDS = 2.0
LATER_BAR_MILLISECONDS = 20
CHECKS_A_RUN = 6
"""More than any page asks in one run: measured 1 to 4, and once more for the head of the page."""
CHECK_COUNT = 500


def measure_team(folder: Path, wanted: Clicked) -> tuple[Measurement, ...]:
    """The check of a run; then clicks, alone and as a team, and by how much the latter are later at p95."""
    team = folder.with_name(f"{folder.name}-team")
    shutil.copytree(folder, team)
    token, check = _signed_in(team)
    with served(folder) as here, served(team) as there, browser_page() as alone:
        together = _another_page(alone, there, token)
        count = wanted.open(alone, here)
        wanted.open(together, there)
        pairs = [
            (clicked(alone, number, choice), clicked(together, number, choice))
            for choice in (2, 4)
            for number in range(count)
        ]
    durations = [one for one, _ in pairs], [other for _, other in pairs]
    later = [max(0.0, percentile(durations[1], 95) - percentile(durations[0], 95))]
    return (
        check,
        measured("Click to saved in Chromium beside a team's, alone", durations[0], bar=BAR_MILLISECONDS),
        measured("Click to saved in Chromium, as a team", durations[1], bar=BAR_MILLISECONDS),
        measured("Click to saved: later as a team than alone, at p95", later, bar=LATER_BAR_MILLISECONDS),
    )


def _another_page(page: Page, address: str, token: str) -> Page:
    """A page of the same browser, signed in at an address."""
    browser = page.context.browser
    if browser is None:
        raise RuntimeError("the page has no browser")
    context = browser.new_context(viewport=page.viewport_size, bypass_csp=True)
    context.add_cookies([{"name": COOKIE, "value": token, "url": address}])
    return context.new_page()


def _signed_in(folder: Path) -> tuple[str, Measurement]:
    """A token of the first administrator, and what asking for it costs."""
    plumbline = open_plumbline(read_settings({"PLUMBLINE_DATA": str(folder)}))
    try:
        link = plumbline.accounts.first_link()
        if link is None:
            raise RuntimeError("the folder has accounts already")
        place = Place(address="127.0.0.1")
        begun = plumbline.accounts.accept(link, "Ann", "four words nobody guesses", place, "ann@example.org")
        return begun.token, _measure_check(lambda: plumbline.accounts.actor_of(begun.token))
    finally:
        plumbline.close()


def _measure_check(check: Callable[[], object]) -> Measurement:
    durations = []
    for _ in range(CHECK_COUNT):
        start = time.perf_counter()
        for _ in range(CHECKS_A_RUN):
            check()
        durations.append((time.perf_counter() - start) * 1000)
    return measured(f"Who is signed in, asked {CHECKS_A_RUN} times in a run", durations, bar=CHECK_BAR_MILLISECONDS)
