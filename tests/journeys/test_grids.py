"""An editable table keeps its cell, its focus and every letter, however many saves come back while one types on.

Each test types into a real browser, stops the server, and reads the store.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from assessment.domain.answered.assessment import Assessment, CriticalService, Respondent, Role, Target
from assessment.services.assessments import NewAssessment
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.settings import read_settings
from assessment.views.wording.pages.shell import IN_THE_BROWSER
from benchmarks.clicking import browser_page
from benchmarks.serving import free_port, served, start_server
from tests.far import far
from tests.journeys.slow_line import slow_line

pytestmark = pytest.mark.browser
PEOPLE_COUNT = int(os.environ.get("PLUMBLINE_GRID_ROWS", "4"))
"""Two cells each; `make soak` types fifty."""
KEY_MILLISECONDS = 100
FIRST, SECOND = "Business Assessment", "Customer Management"
OWNERS, TARGETS, PEOPLE = "Owner of each process", "Target of each process", "People who answer"
SERVICES, ASKED = "Critical services", "Attributes of each process that the person is asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A database with an assessment that is being set up."""

    folder: Path
    assessment_id: str

    @contextmanager
    def opened(self) -> Iterator[Plumbline]:
        """The services on it, while no server has it open."""
        plumbline = open_plumbline(read_settings({"PLUMBLINE_DATA": str(self.folder)}))
        try:
            yield plumbline
        finally:
            plumbline.close()

    def stored(self) -> Assessment:
        """What the store holds of the assessment."""
        with self.opened() as plumbline:
            return plumbline.assessments.load(LOCAL_ACTOR, self.assessment_id)

    @contextmanager
    def page(self, address: str, tab: str) -> Iterator[Page]:
        """A browser of its own with a tab of the set-up open."""
        with browser_page() as page:
            page.set_default_timeout(20_000)
            page.context.grant_permissions(["clipboard-read", "clipboard-write"])
            self.open(page, address, tab)
            yield page

    def open(self, page: Page, address: str, tab: str) -> None:
        """Go to a tab of the set-up."""
        page.goto(f"{address}/set-up?assessment={self.assessment_id}&section={tab}")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    settings = read_settings({"PLUMBLINE_DATA": str(tmp_path)})
    plumbline = open_plumbline(settings)
    new = NewAssessment(
        name="Typed", organisation="Grids Ltd", assessed_on=date(2026, 1, 15), framework_id="itsm-reference"
    )
    assessment_id = plumbline.assessments.create(LOCAL_ACTOR, new)
    for number in range(1, PEOPLE_COUNT + 1):
        person = Respondent(id=f"p-{number:02}", role=Role.PRACTITIONER, name=f"Old {number}")
        plumbline.setup.save(LOCAL_ACTOR, assessment_id, person)
    service = CriticalService(id="mail", name="Mail", importance=2)
    plumbline.setup.save(LOCAL_ACTOR, assessment_id, service)
    plumbline.close()
    return Place(folder=tmp_path, assessment_id=assessment_id)


def cell(page: Page, table: str, column: str, row: str) -> Locator:
    """The input of a cell, by the names that a screen reader says."""
    return page.get_by_role("table", name=table).get_by_label(f"{column}, {row}", exact=True)


def settled(page: Page) -> None:
    """Wait until nothing is on its way to the store."""
    expect(page.locator(".plumbline-grid .pending")).to_have_count(0, timeout=60_000)


def typed(page: Page, text: str) -> None:
    """Type as people do: ten keys a second."""
    page.keyboard.type(text, delay=KEY_MILLISECONDS)


@pytest.mark.parametrize(
    ("key", "latency"),
    [
        pytest.param("Tab", 0.3, id="Tab-300 ms each way"),
        pytest.param("Enter", 0.0, id="Enter-near", marks=far),
        pytest.param("Tab", 0.0, id="Tab-near", marks=far),
        pytest.param("Enter", 0.3, id="Enter-300 ms each way", marks=far),
    ],
)
def test_cells_typed_without_a_pause_are_all_stored_where_they_were_typed(
    place: Place, key: str, latency: float
) -> None:
    numbers = range(1, PEOPLE_COUNT + 1)
    names, units = [f"N{number:02}" for number in numbers], [f"u{number:02}" for number in numbers]
    with served(place.folder) as address, slow_line(address, delay=latency) as line, place.page(line, "People") as page:
        cell(page, PEOPLE, "Name", "Old 1").press("F2")
        page.keyboard.press("Escape")  # the whole name is selected, as on arriving by a key
        if key == "Enter":
            for name in names:
                typed(page, name)
                page.keyboard.press("Enter")
            cell(page, PEOPLE, "Unit", names[0]).focus()
            for unit in units:
                typed(page, unit)
                page.keyboard.press("Enter")
        else:
            for name, unit in zip(names, units, strict=True):
                typed(page, name)
                page.keyboard.press("Tab")
                page.keyboard.press("Tab")  # past the role
                typed(page, unit)
                page.keyboard.press("Tab")
        settled(page)

    assert [(one.name, one.unit) for one in place.stored().respondents] == list(zip(names, units, strict=True))


@far
def test_the_focus_stays_when_a_warning_comes_in_above_the_table(place: Place) -> None:
    with served(place.folder) as address, slow_line(address, delay=0.3) as line, place.page(line, "Targets") as page:
        level = cell(page, TARGETS, "Target level", "Change Management")
        level.focus()
        page.keyboard.press("4")
        page.keyboard.press("Tab")
        typed(page, "Because the regulator asks for it by name")
        expect(page.get_by_text("above level 3 without a rationale")).to_be_visible()
        expect(cell(page, TARGETS, "Rationale", "Change Management")).to_be_focused()
        typed(page, " each year")
        page.keyboard.press("Tab")
        typed(page, "Grace")
        page.keyboard.press("Enter")
        settled(page)

    assert place.stored().target_by_process["change-management"] == Target(
        process_id="change-management",
        level=4,
        rationale="Because the regulator asks for it by name each year",
        approver="Grace",
    )


@far
def test_a_range_is_copied_out_and_pasted_in_as_a_spreadsheet_does(place: Place) -> None:
    with served(place.folder) as address, place.page(address, "Owners") as page:
        rows = 'Ines\tyes\tBoard\nJan\tPartly\t"Board,\nsecond line"\nKai\tperhaps\tBoard'
        page.evaluate("text => navigator.clipboard.writeText(text)", rows)
        cell(page, OWNERS, "Owner", "Business Assessment").focus()
        page.keyboard.press("Control+V")
        settled(page)
        expect(page.get_by_text("One pasted value was not taken")).to_be_visible()

        cell(page, OWNERS, "Owner", "Business Assessment").focus()
        page.keyboard.press("Shift+ArrowDown")
        page.keyboard.press("Shift+ArrowRight")
        page.keyboard.press("Shift+ArrowRight")
        page.keyboard.press("Control+C")
        copied = page.evaluate("() => navigator.clipboard.readText()")
        cell(page, OWNERS, "Owner", "Service Planning").focus()
        page.keyboard.press("Control+V")
        settled(page)

    assert copied == 'Ines\tYes\tBoard\nJan\tPartly\t"Board,\nsecond line"'
    owners = place.stored().owner_by_process
    pasted = [(owners[one].name, owners[one].authority, owners[one].sponsor) for one in list(owners)]
    assert sorted(pasted, key=str) == sorted(
        [("Ines", "yes", "Board"), ("Jan", "partly", "Board,\nsecond line")] * 2 + [("Kai", None, "Board")], key=str
    )
    assert owners["service-planning"].name == "Ines"


def test_what_is_typed_while_the_server_is_away_is_stored_when_it_is_back(place: Place) -> None:
    port = free_port()
    server = start_server(place.folder, port)
    try:
        with place.page(f"http://127.0.0.1:{port}", "Owners") as page:
            cell(page, OWNERS, "Owner", "Business Assessment").focus()
            typed(page, "Before")
            page.keyboard.press("Enter")
            settled(page)
            server.kill()
            server.wait(timeout=20)
            for name in ("While", "it was", "away"):
                typed(page, name)
                page.keyboard.press("Enter")
            expect(page.get_by_role("alert").filter(has_text=IN_THE_BROWSER["LINE_LOST"])).to_be_visible()
            expect(page.get_by_role("dialog")).to_have_count(0)
            expect(page.get_by_text("Streamlit")).to_have_count(0)
            server = start_server(place.folder, port)
            settled(page)
            expect(page.locator(".line-lost")).to_have_count(0)
    finally:
        server.terminate()
        server.wait(timeout=20)

    assert sorted(one.name or "" for one in place.stored().owners) == ["Before", "While", "away", "it was"]


@far
def test_a_text_that_nobody_left_outlives_a_reload(place: Place) -> None:
    with served(place.folder) as address, place.page(address, "Owners") as page:
        cell(page, OWNERS, "Owner", "Business Assessment").focus()
        page.keyboard.type("Ines Kramer")
        page.reload()
        expect(cell(page, OWNERS, "Owner", "Business Assessment")).to_have_value("Ines Kramer")
        settled(page)

    assert [one.name for one in place.stored().owners] == ["Ines Kramer"]


@far
def test_who_types_into_a_cell_that_somebody_else_saved_meanwhile_overwrites_nothing(place: Place) -> None:
    """The row is drawn anew while the cell has the focus: the cell keeps its text, and with it the version it had."""
    with (
        served(place.folder) as address,
        place.page(address, "Owners") as page,
    ):
        other = page.context.new_page()
        place.open(other, address, "Owners")
        cell(other, OWNERS, "Owner", SECOND).fill("Theirs")
        other.keyboard.press("Enter")
        settled(other)

        page.bring_to_front()
        cell(page, OWNERS, "Owner", FIRST).focus()
        typed(page, "First")
        page.keyboard.press("Enter")
        settled(page)
        page.wait_for_timeout(1000)  # until the run that saved it has drawn the table with their text
        expect(cell(page, OWNERS, "Owner", SECOND)).to_be_focused()
        typed(page, "Mine")
        page.keyboard.press("Enter")
        expect(page.get_by_text("Somebody else saved this meanwhile. Which one stays?")).to_be_visible()
        expect(cell(page, OWNERS, "Owner", SECOND)).to_have_value("Theirs")
        typed(page, "Next")
        page.keyboard.press("Enter")
        settled(page)
        page.get_by_role("button", name="Save mine").click()
        expect(cell(page, OWNERS, "Owner", SECOND)).to_have_value("Mine")

    assert sorted(one.name or "" for one in place.stored().owners) == ["First", "Mine", "Next"]


@far
def test_ticks_and_several_choices_are_stored(place: Place) -> None:
    with served(place.folder) as address, place.page(address, "Critical services") as page:
        page.get_by_role("table", name=SERVICES).get_by_label("Leans on, Mail").click()
        page.get_by_role("checkbox", name="Change Management").check()
        page.get_by_role("checkbox", name="Business Assessment").check()
        page.keyboard.press("Escape")
        settled(page)
        expect(page.get_by_role("table", name=SERVICES)).to_contain_text("Business Assessment; Change Management")

        page.get_by_role("tab", name="People").click()
        for attribute in ("Ownership", "Control", "Delivery"):
            cell(page, ASKED, attribute, "Change Management").click()
        settled(page)

    stored = place.stored()
    assert stored.critical_services[0].process_ids == ("business-assessment", "change-management")
    (assigned,) = [one for one in stored.assignments if one.process_id == "change-management"]
    assert {"ownership", "control", "delivery"}.isdisjoint(assigned.attribute_ids)
    assert len(assigned.attribute_ids) == 5


@far
def test_a_column_is_widened_by_dragging_or_by_keys_and_stays_wide(place: Place) -> None:
    with served(place.folder) as address, place.page(address, "Owners") as page:
        table = page.get_by_role("table", name=OWNERS)
        heading = table.get_by_role("columnheader", name="Owner")
        before = heading.bounding_box()
        assert before is not None
        page.mouse.move(before["x"] + before["width"] - 3, before["y"] + 10)
        page.mouse.down()
        page.mouse.move(before["x"] + before["width"] + 97, before["y"] + 10, steps=5)
        page.mouse.up()
        dragged = heading.bounding_box()
        heading.get_by_role("separator").focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Shift+ArrowLeft")
        cell(page, OWNERS, "Owner", "Business Assessment").fill("Ines")
        page.keyboard.press("Enter")
        settled(page)
        after = heading.bounding_box()

    assert dragged is not None
    assert dragged["width"] - before["width"] == pytest.approx(100, abs=2)
    assert after is not None
    assert after["width"] - dragged["width"] == pytest.approx(16 - 80, abs=2)
