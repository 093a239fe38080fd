"""Every page on a small screen, a phone and a wall: nothing is cut, nothing collides, axe finds nothing that matters.

One server, one browser. `make test` walks the pages; with PLUMBLINE_FAR=1 `make soak` walks every part of every page in
light and in dark, and opens what is folded on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from assessment.domain.answered.actions import ActionStatus
from assessment.domain.answered.running import RunningStep
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.export_format import to_export
from assessment.services.plumbline import open_plumbline
from benchmarks.clicking import CHROMIUM, CHROMIUM_FLAGS
from benchmarks.serving import served
from tests.durability.setting import settings_in
from tests.far import IS_FAR
from tests.journeys.test_first_assessment import question
from tests.last_year import before_last, last_year

pytestmark = pytest.mark.browser
SAMPLE = "assessment=sample-tamarind-mutual"
ANSWERING = f"/questionnaire?{SAMPLE}&respondent=respondent-02"
WIDTHS = {1024: 768, 390: 844, **({2560: 1440} if IS_FAR else {})}
THEMES = ("light", "dark") if IS_FAR else ("light",)


@dataclass(frozen=True, slots=True)
class Screen:
    """A page, or a part of it, and what is opened on it."""

    name: str
    path: str
    open: Callable[[Page], None] | None = None


def clicked(role: Any, name: str) -> Callable[[Page], None]:
    """Click the first of that role and name."""
    return lambda page: page.get_by_role(role, name=name, exact=True).first.click()


def told(text: str) -> Callable[[Page], None]:
    """Wait until something that is reckoned in the background is there."""
    return lambda page: page.get_by_text(text).first.wait_for()


def folded_out(name: str) -> Callable[[Page], None]:
    """Open a fold of the third question."""
    return lambda page: (
        question(page, 2)
        .get_by_role("radio", name=name)
        .or_(question(page, 2).get_by_role("button", name=name))
        .click()
    )


def all_folds_open(page: Page) -> None:
    for _ in range(40):
        folded = page.locator("details:not([open]) > summary")
        if not folded.count():
            return
        folded.first.click()
        settled(page)


PAGES = (
    Screen("assessments", "/"),
    Screen("set-up", f"/set-up?{SAMPLE}&section=People"),
    Screen("overview of the questions", ANSWERING),
    Screen("questions", f"{ANSWERING}&process=change-management", folded_out("Note and evidence")),
    Screen("workshop", f"/workshop?{SAMPLE}"),
    Screen("missing", f"/missing?{SAMPLE}"),
    Screen("results", f"/results?{SAMPLE}"),
    Screen("roadmap", f"/roadmap?{SAMPLE}&plan=waves"),
    Screen("board", f"/board?{SAMPLE}&on=board"),
    Screen("commentary", f"/commentary?{SAMPLE}&place=whole"),
    Screen("report", f"/report?{SAMPLE}"),
    Screen("frameworks", "/frameworks?browse-process=incident-management"),
    Screen("wall of results", f"/results?{SAMPLE}&present=gap"),
    Screen("wall of the roadmap", f"/roadmap?{SAMPLE}&present=waves"),
)
SECTIONS = (
    "Scope",
    "Critical services",
    "Opinions",
    "Targets",
    "Owners",
    "Technology",
    "Transitions",
    "Hand-offs",
    "Method",
)
PARTS = (
    Screen("a new assessment", "/", clicked("button", "New assessment")),
    Screen("an import", "/", clicked("button", "Import")),
    *(Screen(f"set-up, {name}", f"/set-up?{SAMPLE}&section={name.replace(' ', '+')}") for name in SECTIONS),
    Screen("who answers", f"/questionnaire?{SAMPLE}"),
    *(
        Screen(f"a question, {name}", f"{ANSWERING}&process=incident-management", folded_out(name))
        for name in ("What good looks like", "Flag or clear", "Comment on the question", "Agree in the room")
    ),
    *(
        Screen(f"workshop, {part}", f"/workshop?{SAMPLE}&tab={part}", all_folds_open)
        for part in ("Agenda", "People", "Noted", "Survey", "Minutes")
    ),
    *(
        Screen(f"results, {part}", f"/results?{SAMPLE}&part={part}", all_folds_open)
        for part in ("overview", "map", "process", "characteristics", "hand-offs", "organisation", "since")
    ),
    *(
        Screen(f"roadmap, {part}", f"/roadmap?{SAMPLE}&plan={part}", all_folds_open)
        for part in ("priorities", "waves", "projection", "plans", "settings")
    ),
    Screen("roadmap, curve", f"/roadmap?{SAMPLE}&plan=curve", told("As it is")),
    *(Screen(f"board, {part}", f"/board?{SAMPLE}&on={part}", all_folds_open) for part in ("progress", "list")),
    *(Screen(f"wall, {chosen}", f"/results?{SAMPLE}&present={chosen}") for chosen in ("as-is", "to-be", "movement")),
    Screen("across units", "/portfolio", all_folds_open),
    Screen("wall, after a wave", f"/roadmap?{SAMPLE}&present=after-1"),
    Screen("frameworks, all", "/frameworks"),
    *(
        Screen(f"frameworks, {topic}", f"/frameworks?browse-topic={topic}")
        for topic in ("glossary", "transitions", "scenarios", "scales", "paper")
    ),
    Screen("a framework of one's own", "/frameworks?side=own"),
)
SCREENS = (*PAGES, *PARTS) if IS_FAR else PAGES

AXE_SCRIPT = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
FITS = (Path(__file__).parent / "fits.js").read_text("utf-8")
AXE = """() => axe.run(document, {resultTypes: ['violations']}).then((found) => found.violations
  .filter(({impact}) => impact !== 'minor')
  .flatMap(({id, nodes}) => nodes.map(({target, html, failureSummary}) =>
    ({rule: id, place: target.join(' '), html: html.slice(0, 160), why: failureSummary}))))"""


@pytest.fixture(scope="module")
def address(address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app that every journey shares; for the whole walk one with last year, another unit, a plan that is run."""
    if not IS_FAR:
        yield address
        return
    folder = tmp_path_factory.mktemp("walked")
    fill(folder)
    with served(folder) as own:
        yield own


def fill(folder: Path) -> None:
    """The sample with what no part of a page is empty of."""
    plumbline = open_plumbline(settings_in(folder))
    try:
        sample_id = plumbline.assessments.ensure_sample(LOCAL_ACTOR)
        header = last_year().assessment.header.model_copy(update={"id": "claims", "name": "Claims", "unit": "Claims"})
        others = (last_year().assessment, before_last().assessment)
        for one in (*others, others[0].model_copy(update={"header": header})):
            plumbline.exchange.import_json(LOCAL_ACTOR, to_export(one).encode(), "earlier.json")
        plumbline.plans.save(LOCAL_ACTOR, sample_id, "As proposed")
        settings = plumbline.assessments.load(LOCAL_ACTOR, sample_id).roadmap
        fewer = settings.model_copy(update={"capacity": (9, 12, 14, 10)})
        chosen = plumbline.plans.save(LOCAL_ACTOR, sample_id, "Less room", settings=fewer)
        plumbline.plans.choose(LOCAL_ACTOR, sample_id, chosen, seen_id=None)
        first, second, *_ = plumbline.results.read(LOCAL_ACTOR, sample_id).roadmap.waves[0].steps
        for step, status in ((first, ActionStatus.WAITING), (second, ActionStatus.STARTED)):
            entry = RunningStep(
                process_id=step.process_id, to_level=step.to_level, status=status, due=date(2026, 1, 31), note="Asked."
            )
            plumbline.running.save(LOCAL_ACTOR, sample_id, entry, date(2026, 11, 30))
    finally:
        plumbline.close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(CHROMIUM_FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    page = opened(chromium, "light")
    yield page
    page.context.close()


def opened(chromium: Browser, theme: Any) -> Page:
    """A page in a browser that brings no settings along."""
    page = chromium.new_context(color_scheme=theme, viewport={"width": 1024, "height": 768}, bypass_csp=True).new_page()
    page.set_default_timeout(60_000)
    return page


def settled(page: Page) -> None:
    """Wait until nothing is drawn any more."""
    page.locator("h1").first.wait_for()
    page.wait_for_function(
        "() => document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'"
        " && !document.querySelector('[data-testid=stSkeleton]')"
    )
    page.wait_for_timeout(300)


def broken_rules(page: Page) -> list[str]:
    """What axe finds, each with its place and reason."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return [f"{one['rule']} at {one['place']}: {one['html']} ({one['why']})" for one in page.evaluate(AXE)]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.timeout(3600 if IS_FAR else 300)
def test_every_page_fits_every_screen_and_axe_finds_nothing_that_matters(
    address: str, chromium: Browser, theme: str
) -> None:
    found: list[str] = []
    page = opened(chromium, theme)
    for screen in SCREENS:
        page.set_viewport_size({"width": 1024, "height": 768})
        page.goto(address + screen.path)
        settled(page)
        if screen.open is not None:
            screen.open(page)
            settled(page)
        for width, height in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            page.wait_for_timeout(400)
            found += [f"{screen.name}, {width} px, {theme}: {what}" for what in page.evaluate(FITS)]
            if width == 390 or IS_FAR:
                found += [f"{screen.name}, {width} px, {theme}: {what}" for what in broken_rules(page)]
    page.context.close()

    assert found == []


def test_the_tab_of_the_browser_names_page_and_assessment(address: str, page: Page) -> None:
    page.goto(f"{address}/report?{SAMPLE}")
    expect(page).to_have_title("What goes on paper? \u00b7 Group IT, autumn 2026 \u00b7 Plumbline")
    page.goto(f"{address}{ANSWERING}&process=change-management")
    expect(page).to_have_title("Change Management \u00b7 Group IT, autumn 2026 \u00b7 Plumbline")


def test_a_click_on_the_map_and_its_button_lead_to_the_process(address: str, page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{address}/results?{SAMPLE}&part=map&process=incident-management")
    settled(page)
    chosen = page.get_by_role("combobox", name="Process")
    expect(chosen).to_have_value("Incident Management")
    page.locator(".vega-embed").first.get_by_text("Configuration", exact=True).click()
    expect(chosen).to_have_value("Configuration Management")
    page.get_by_role("button", name="Open this process").click()
    expect(page).to_have_url(re.compile("part=process&process=configuration-management"))


def test_a_save_is_announced_and_the_drawer_of_a_phone_closes_on_choosing(address: str, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}{ANSWERING}&process=release-to-production")
    settled(page)
    question(page, 0).get_by_test_id("stRadioOption").nth(2).click()
    expect(page.locator(".said[role=status]")).to_have_text(re.compile(r"^Saved Partly done \S \d\d:\d\d:\d\d"))

    page.get_by_test_id("stExpandSidebarButton").click()
    chosen = page.get_by_test_id("stSidebarNavLink").filter(has_text="Roadmap")
    expect(chosen).to_be_in_viewport()
    chosen.click()
    expect(page.get_by_role("heading", level=1, name="What comes first?")).to_be_visible()
    expect(chosen).not_to_be_in_viewport()


def test_a_question_fits_a_page_that_is_magnified_twice(address: str, page: Page) -> None:
    page.set_viewport_size({"width": 720, "height": 450})
    page.goto(f"{address}{ANSWERING}&process=change-management")
    settled(page)
    first = question(page, 1)
    first.evaluate("(box) => box.closest('[data-testid=stLayoutWrapper]').scrollIntoView({block: 'start'})")
    page.wait_for_timeout(300)
    head = page.locator(".st-key-in-sight").bounding_box()
    bar = page.get_by_test_id("stBottom").bounding_box()
    top, bottom = first.locator("p").first.bounding_box(), first.get_by_test_id("stRadioOption").nth(5).bounding_box()

    assert head is not None
    assert bar is not None
    assert top is not None
    assert bottom is not None
    assert top["y"] >= head["y"] + head["height"] - 1
    assert bottom["y"] + bottom["height"] <= bar["y"] + 1


def test_the_wall_is_filled_names_nobody_and_is_left_by_esc(address: str, page: Page) -> None:
    page.set_viewport_size({"width": 2560, "height": 1440})
    page.goto(f"{address}/results?{SAMPLE}")
    page.get_by_role("button", name="Present").click()
    table = page.get_by_role("table", name="Where every process stands")
    expect(table).to_be_visible()
    box = table.bounding_box()
    assert box is not None
    assert box["width"] >= 0.95 * 2560
    assert box["height"] >= 0.75 * 1440
    assert page.evaluate("document.querySelector('.stMain').scrollHeight") <= 1440
    assert float(table.locator("td").first.evaluate("(cell) => parseFloat(getComputedStyle(cell).fontSize)")) >= 24
    expect(page.get_by_test_id("stHeader")).to_be_hidden()
    assert "Feddersen" not in page.locator("body").inner_text()

    page.keyboard.press("Escape")
    settled(page)
    expect(page.get_by_role("tab", name="Overview")).to_be_visible()
    expect(table).to_be_hidden()
