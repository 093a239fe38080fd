"""The bundle read back: every text of its views in its place, nothing asked for or run, in both schemes."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import html as markup

from assessment.charts.tokens import LIGHT
from assessment.domain.answered.texts import OwnText
from assessment.domain.computed import Computed
from assessment.reporting.bundle import bundle_bytes
from assessment.reporting.bundle.contents import build_bundle
from assessment.views.heatmap import HeatmapState, heatmap_view
from assessment.views.model import Table, View
from assessment.views.stamp import Stamp, read_stamp
from benchmarks.clicking import CHROMIUM, CHROMIUM_FLAGS
from tests.computing import SNAPSHOT_HASH, mixed, nothing_answered, the_sample
from tests.journeys.test_every_screen import AXE, AXE_SCRIPT

PRINTED_ON = date(2026, 3, 20)
HOSTILE = "<script>alert(1)</script>{{7*7}}\u202e\x00<img src=http://127.0.0.1/x>"


def made(computed: Computed) -> bytes:
    return bundle_bytes(computed, printed_on=PRINTED_ON, product_version="1.2.3")


@cache
def sample() -> str:
    return made(the_sample()).decode()


def page_of(text: str) -> Any:
    return markup.document_fromstring(text)


def told(element: Any) -> str:
    return " ".join(element.text_content().replace("\u200b", "").split())


def spaced(*texts: str) -> str:
    return " ".join(" ".join(texts).replace("\u200b", "").split())


def tables_of(page: Any, table_id: str) -> list[Any]:
    found: list[Any] = page.xpath("//table[contains(concat(' ', @class, ' '), $name)]", name=f" {table_id} ")
    return found


def held(table: Table, drawn: Any) -> None:
    """Each cell stands in the row of its id and the column of its id, with the text of the view."""
    rows = drawn.xpath(".//tr[@data-row]")
    assert [row.get("data-row") for row in rows] == [row.id for row in table.rows]
    for row, cells in zip(table.rows, rows, strict=True):
        for column, cell, place in zip(table.columns, row.cells, cells.xpath("./td"), strict=True):
            said = cell.spoken if cell.track else cell.text
            assert (place.get("data-column"), told(place)) == (column.id, spaced(said, cell.note))


def test_every_cell_of_its_views_stands_in_its_place() -> None:
    bundle, page = build_bundle(the_sample(), printed_on=PRINTED_ON), page_of(sample())
    heatmaps = [heatmap_view(the_sample().told, state) for state in HeatmapState]
    for view, heatmap in zip(heatmaps, tables_of(page, "heatmap"), strict=True):
        held(view.table("heatmap"), heatmap)
    for table in (*bundle.headline.tables, *bundle.movement.tables, bundle.roadmap.table("waves")):
        held(table, tables_of(page, table.id)[0])
    for table in bundle.firmness.tables:
        held(table, tables_of(page, table.id)[0])
    profiles = tables_of(page, "profile")
    for process, profile in zip(bundle.processes, profiles, strict=True):
        held(process.profile.table("profile"), profile)
    steps = [table for wave in bundle.roadmap.waves for step in wave.steps for table in step.tables]
    first = [table for table in steps if table.id == "actions"]
    for table, drawn in zip(first, tables_of(page, "actions"), strict=True):
        held(table, drawn)


def test_every_finding_fact_and_note_is_said() -> None:
    bundle = build_bundle(the_sample(), printed_on=PRINTED_ON)
    page = told(page_of(sample()).body)
    views: tuple[View, ...] = (bundle.headline, bundle.as_is, bundle.movement, bundle.roadmap, bundle.firmness)
    texts = [text for view in views for text in (view.question, view.finding, *view.notes)]
    texts += [spaced(fact.text) for view in (*views, *bundle.processes) for fact in view.facts]
    for process in bundle.processes:
        texts += [process.finding, process.confidence.finding, process.next_level.finding, process.target.finding]
    texts += [text for wave in bundle.roadmap.waves for text in (wave.title, wave.summary, wave.outcome)]
    assert [text for text in map(spaced, texts) if text not in page] == []


def test_a_rule_forbids_all_but_its_own_style_sheet() -> None:
    page = page_of(sample())
    [policy] = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    [sheet] = page.xpath("//style")
    digest = base64.b64encode(hashlib.sha256(sheet.text.encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:;")
    assert page.xpath("//script | //@style | //link | //img | //form | //iframe") == []
    assert re.findall(r"(?:https?:)?//\w[\w.]+", re.sub(r'xmlns="[^"]+"|base64,[\w+/=]+', "", sample())) == []
    assert {link[0] for link in page.xpath("//a/@href")} == {"#"}


def test_a_link_leads_to_a_place_that_is_there() -> None:
    page = page_of(sample())
    places = page.xpath("//@id")
    assert len(places) == len(set(places))
    assert {link.removeprefix("#") for link in page.xpath("//a/@href")} <= set(places)


def test_each_colour_of_a_drawing_has_its_counterpart_in_the_dark() -> None:
    drawn = set(re.findall(r'(?:fill|stroke)="(#\w{6})"', sample()[sample().index("<body") :]))
    assert drawn
    assert drawn <= set(asdict(LIGHT).values())
    for colour in drawn:
        assert f'svg [fill="{colour}"] {{ fill: ' in sample()


def test_it_carries_what_it_was_made_from() -> None:
    [words] = page_of(sample()).xpath("//meta[@name='keywords']/@content")
    assert read_stamp(words) == Stamp(
        kind="bundle", snapshot_hash=SNAPSHOT_HASH, printed_on=PRINTED_ON, product_version="1.2.3"
    )


def test_the_same_assessment_gives_the_same_bytes_and_another_day_others() -> None:
    assert made(mixed()) == made(mixed())
    other = bundle_bytes(mixed(), printed_on=date(2026, 3, 21), product_version="1.2.3")
    assert other != made(mixed())


def test_what_somebody_wrote_is_text_and_nothing_else() -> None:
    computed = mixed()
    header = computed.assessment.header.model_copy(update={"organisation": HOSTILE, "name": HOSTILE})
    assessment = computed.assessment.model_copy(update={"header": header})
    page = page_of(made(replace(computed, assessment=assessment)).decode())
    assert page.xpath("//script | //img") == []
    assert told(page.xpath("//h1")[0]) == "<script>alert(1)</script>{{7*7}}<img src=http://127.0.0.1/x>"


def test_what_the_consultant_says_of_the_whole_stands_behind_the_answer() -> None:
    text = OwnText(place_id="whole", text="# Ours\n**So** it is, <b>not</b> so.\n\n- One", facts_hash=None)
    page = page_of(made(mixed(texts=(text,))).decode())
    (written,) = page.xpath("//div[@class='written']")
    assert [(one.tag, told(one)) for one in written] == [
        ("h3", "Ours"),
        ("p", "So it is, <b>not</b> so."),
        ("ul", "\u2022 One"),
    ]
    titles = [told(one) for one in page.xpath("//h2")]
    assert titles.index(told(written.getprevious())) == 1
    assert page_of(sample()).xpath("//div[@class='written']") == []


def test_an_assessment_without_answers_says_so() -> None:
    page = page_of(made(nothing_answered()).decode())
    assert "no process has a level" in told(page.body).lower()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bundle") / "bundle.html"
    path.write_bytes(made(mixed()))
    return path


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(CHROMIUM_FLAGS))
        yield browser
        browser.close()


@pytest.mark.browser
@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 390)])
def test_it_opens_offline_asks_for_nothing_fits_and_axe_finds_nothing(
    chromium: Any, file: Path, scheme: str, width: int
) -> None:
    size: Any = {"width": width, "height": 900}
    # the rule of the file would keep axe out: what is asked for is watched with it, what axe finds without it
    for bypass in (False, True):
        context = chromium.new_context(viewport=size, color_scheme=scheme, offline=True, bypass_csp=bypass)
        page = context.new_page()
        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.on("console", lambda message, said=said: said.append(message.text))
        page.goto(file.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.evaluate("getComputedStyle(document.body.parentElement).backgroundColor") == (
            "rgb(16, 22, 29)" if scheme == "dark" else "rgb(255, 255, 255)"
        )
        assert [url for url in asked if not url.startswith("data:")] == [file.as_uri()]
        assert said == []
        if bypass:
            page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true })")
            page.add_script_tag(content=AXE_SCRIPT)
            assert page.evaluate(AXE) == []
        context.close()


@pytest.mark.browser
def test_the_whole_of_it_is_printed_folds_included(chromium: Any, file: Path) -> None:
    page = chromium.new_page()
    page.goto(file.as_uri())
    page.emulate_media(media="print", color_scheme="dark")
    step = page.locator("article").first
    assert step.is_visible()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(22, 32, 43)"
    page.close()
