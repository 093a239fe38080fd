"""Steering a plan: a weight that is moved until everything it changes is drawn anew, and the curve of capacity.

In a browser the end is the last change of what stands on the page, pictures included, within `QUIET_MILLISECONDS`.
"""

from __future__ import annotations

import time
from contextlib import closing
from itertools import count
from pathlib import Path

from playwright.sync_api import Page

from assessment.charts.priorities import priorities, ranks
from assessment.charts.theme import specification
from assessment.charts.waves import waves
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.settings import read_settings
from assessment.views.firmness import firmness_view
from assessment.views.order_change import order_change_view
from assessment.views.priorities import priorities_view
from assessment.views.waves import roadmap_view
from benchmarks.clicking import browser_page
from benchmarks.measuring import Measurement, measured, timed
from benchmarks.serving import served

WEIGHT_BAR, CURVE_BAR = 700, 5000
RUN_COUNT, CURVE_COUNT, SLIDE_COUNT = 20, 5, 6
SLIDERS, MIDDLE = 3, 0.5
QUIET_MILLISECONDS = 2500
POLL_SECONDS = 0.02
WATCH = """() => {
  document.addEventListener("keydown", () => {
    window.pressedAt = window.changedAt = performance.now();
    window.hasRun = false;
    new MutationObserver(() => { window.hasRun = true; })
      .observe(document.querySelector("[data-testid=stApp]"), {attributeFilter: ["data-test-script-state"]});
    new MutationObserver(() => { window.changedAt = performance.now(); })
      .observe(document.querySelector("[data-testid=stMain]"), {subtree: true, childList: true, characterData: true});
  }, {once: true, capture: true});
}"""


def measure(data_folder: Path) -> list[Measurement]:
    """Both on the sample, by the services that the page calls, with the views and pictures that it draws."""
    with closing(open_plumbline(read_settings({"PLUMBLINE_DATA": str(data_folder)}))) as plumbline:
        sample_id = plumbline.assessments.ensure_sample(LOCAL_ACTOR)
        moves = count(1)
        durations = timed(lambda: _move(plumbline, sample_id, next(moves)), RUN_COUNT)
        curves = timed(lambda: _follow(plumbline, sample_id, next(moves)), CURVE_COUNT)
    return [
        measured("Moving a weight: order, firmness and plan with their pictures (sample)", durations, bar=WEIGHT_BAR),
        measured("Curve of capacity in the background (sample, 13 plans)", curves, bar=CURVE_BAR),
    ]


def measure_slider(data_folder: Path) -> Measurement:
    """One press of an arrow key on the weight of pain, in Chromium, until the order stands still."""
    with served(data_folder) as address, browser_page() as page:
        page.goto(f"{address}/roadmap?assessment=sample-tamarind-mutual&plan=priorities")
        page.get_by_role("slider").first.wait_for()
        page.wait_for_timeout(QUIET_MILLISECONDS)
        durations = [_slide(page, place) for place in range(SLIDERS) for _ in range(SLIDE_COUNT)]
    return measured("Moving a weight in Chromium (sample)", durations, bar=WEIGHT_BAR)


def _slide(page: Page, place: int) -> float:
    """Towards the further end, so that it goes on to where it has not been; RuntimeError where nothing was reckoned."""
    slider = page.get_by_role("slider").nth(place)
    value = float(slider.get_attribute("aria-valuenow") or 0)
    here = "Right" if value < MIDDLE else "Left"
    end = page.evaluate("([place, end]) => (window.ends ??= {})[place] ??= end", [place, here])
    slider.focus()
    page.evaluate(WATCH)
    page.keyboard.press(f"Arrow{end}")
    page.wait_for_timeout(QUIET_MILLISECONDS)
    if not page.evaluate("window.hasRun"):
        raise RuntimeError(f"nothing was reckoned when weight {place} was moved from {value}")
    return float(page.evaluate("window.changedAt - window.pressedAt"))


def _move(plumbline: Plumbline, sample_id: str, number: int) -> None:
    """One move of the weight of pain, to where it has not been."""
    saved = plumbline.results.read(LOCAL_ACTOR, sample_id).assessment.roadmap
    settings = saved.model_copy(update={"pain_weight": number / 1000})
    told = plumbline.roadmap.preview(LOCAL_ACTOR, sample_id, settings)
    order, plan, firm = priorities_view(told), roadmap_view(told), firmness_view(told)
    _ = order_change_view(told)
    for chart in (priorities(order), waves(plan), ranks(firm)):
        specification(chart)


def _follow(plumbline: Plumbline, sample_id: str, number: int) -> None:
    """The curve under settings that nobody asked about, followed as the page does."""
    saved = plumbline.results.read(LOCAL_ACTOR, sample_id).assessment.roadmap
    settings = saved.model_copy(update={"pain_weight": number / 1000})
    while not plumbline.curves.follow_tried(LOCAL_ACTOR, sample_id, settings).is_done:
        time.sleep(POLL_SECONDS)
