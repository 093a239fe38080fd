"""A chief information officer in a real browser: the map, a process and why, what moved since last year, and what one
more unit of capacity buys. Every sentence is read beside the one that the services have for the same state.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assessment.domain.planning.capacity_curve import CapacityCurve
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.export_format import to_export
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.views.capacity import capacity_view
from assessment.views.comparison.since import since_view
from assessment.views.map.colouring import Colour
from assessment.views.map.process_map import map_view
from assessment.views.process import process_view
from assessment.views.question import attribute_view
from assessment.views.wording.pages.results import OPEN_PROCESS
from benchmarks.clicking import browser_page
from benchmarks.serving import served
from tests.durability.setting import settings_in
from tests.last_year import IMPROVED, before_last, last_year

pytestmark = pytest.mark.browser
CURVE_SECONDS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the services say of the sample: of the map, of the process, of one attribute, of last year, of capacity."""

    sample_id: str
    on_map: tuple[str, ...]
    score: str
    held_by: str
    attribute: str
    answers: str
    moved: str
    reason: str
    more: str


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cio")


@pytest.fixture(scope="module")
def told(folder: Path) -> Told:
    plumbline = open_plumbline(settings_in(folder))
    try:
        sample_id = plumbline.assessments.ensure_sample(LOCAL_ACTOR)
        for one in (last_year(), before_last()):
            plumbline.exchange.import_json(LOCAL_ACTOR, to_export(one.assessment).encode(), "earlier.json")
        computed = plumbline.results.read(LOCAL_ACTOR, sample_id)
        chosen = map_view(computed, Colour.LEVEL, IMPROVED).chosen
        assert chosen is not None
        process = computed.result.process(IMPROVED)
        score = next(one for one in process_view(computed, IMPROVED).facts if one.id == "score")
        first = attribute_view(computed, process, process.attributes[0])
        since = since_view(plumbline.results.beside(LOCAL_ACTOR, sample_id))
        return Told(
            sample_id=sample_id,
            on_map=chosen.sentences,
            score=score.text,
            held_by=score.note,
            attribute=first.name,
            answers=first.finding,
            moved=since.finding,
            reason=since.table("since-reasons").cell(f"{IMPROVED}:0", "why").text,
            more=capacity_view(computed, curve_of(plumbline, sample_id)).finding,
        )
    finally:
        plumbline.close()


def curve_of(plumbline: Plumbline, sample_id: str) -> CapacityCurve:
    deadline = time.monotonic() + CURVE_SECONDS
    while time.monotonic() < deadline:
        progress = plumbline.curves.follow(LOCAL_ACTOR, sample_id)
        if progress.is_done and progress.curve is not None:
            return progress.curve
        time.sleep(0.05)
    raise AssertionError(f"no curve within {CURVE_SECONDS} s")


@pytest.fixture
def page(folder: Path, told: Told) -> Iterator[Page]:
    with served(folder) as address, browser_page() as page:
        page.set_default_timeout(20_000)
        page.goto(f"{address}/results?assessment={told.sample_id}")
        yield page


def test_from_the_map_to_why_to_last_year_to_what_one_more_unit_buys(page: Page, told: Told) -> None:
    page.get_by_role("tab", name="Map", exact=True).click()
    box = page.get_by_role("combobox", name="Process")
    box.fill("Incident")
    box.press("Enter")
    for sentence in told.on_map:
        expect(page.get_by_text(sentence, exact=True)).to_be_visible()

    page.get_by_role("button", name=OPEN_PROCESS).press("Enter")
    expect(page.get_by_text(told.score, exact=True).first).to_be_visible()
    expect(page.get_by_text(told.held_by, exact=True).first).to_be_visible()
    page.locator("details > summary", has_text=told.attribute).first.click()
    expect(page.get_by_text(told.answers).first).to_be_visible()
    page.go_back()
    expect(page.get_by_text(told.on_map[0], exact=True)).to_be_visible()

    page.get_by_role("tab", name="Since last time").click()
    expect(page.get_by_text(told.moved).first).to_be_visible()
    expect(page.get_by_text(told.reason).first).to_be_visible()

    page.get_by_role("link", name="Roadmap").first.click()
    page.get_by_role("tab", name="What more buys").click()
    expect(page.get_by_text(told.more)).to_be_visible()
