"""What stands behind: groups, owners and readiness, technology, services, and how the numbers arose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from assessment.domain.computed import Computed
from assessment.views.deck.model import Area, Grid, Point, Points, Slide, SlideKind
from assessment.views.deck.since import since_slides
from assessment.views.deck.tables import ROWS_A_SLIDE, parted, with_columns
from assessment.views.groups import groups_view
from assessment.views.method import method_view
from assessment.views.model import Fact, View
from assessment.views.organisation import owners_view, transitions_view
from assessment.views.resources import sourcing_view, technology_view
from assessment.views.services import services_view
from assessment.views.wording import deck as words

OWNERS = {"process": 30, "owner": 22, "authority": 13, "sponsor": 20, "ready": 7, "partly": 7, "not-ready": 8}
FINDINGS = {"finding": 38, "basis": 30, "action": 32}
READINESS = {"question": 34, "ready": 7, "partly": 7, "not-ready": 8, "not-ready-in": 24, "partly-in": 22}
TECHNOLOGY = {"process": 26, "tool": 26, "as-is": 24, "to-be": 24}
SERVICES = {"service": 24, "importance": 11, "leans-on": 36, "lowest": 8, "weakest": 24}
FINDINGS_A_SLIDE = 8
"""A finding takes two or three lines. Own rule."""
LEVELS = {"level": 9, "name": 18, "attributes": 73}


def appendix_slides(computed: Computed, printed_on: date, product_version: str) -> Iterator[Slide]:
    """The appendix; what nobody recorded is left out."""
    groups = groups_view(computed)
    if computed.result.whole.process_count:
        widths = {column.id: column.width for column in groups.table("groups").columns}
        yield from _table_slides(groups, "groups", widths)
    owners = owners_view(computed)
    yield from _table_slides(owners, "owners-findings", FINDINGS)
    yield from _table_slides(owners, "owners", OWNERS)
    yield from _table_slides(owners, "readiness", READINESS, "readiness")
    yield from _table_slides(transitions_view(computed), "transitions-findings", FINDINGS)
    technology = technology_view(computed)
    yield from _table_slides(technology, "technology-findings", FINDINGS)
    yield from _table_slides(technology, "technology", TECHNOLOGY)
    yield from _table_slides(sourcing_view(computed), "sourcing-findings", FINDINGS)
    yield from _table_slides(services_view(computed), "services", SERVICES)
    yield from since_slides(computed)
    yield _method_slide(computed, printed_on, product_version)


def _table_slides(view: View, table_id: str, widths: Mapping[str, float], slide_id: str = "") -> Iterator[Slide]:
    """A table of a view on as many slides as it takes; none where it has no row. Findings speak for their slide."""
    table = next((table for table in view.tables if table.id == table_id), None)
    if table is None or not table.rows:
        return
    parts = parted(with_columns(table, widths), FINDINGS_A_SLIDE if widths is FINDINGS else ROWS_A_SLIDE)
    title = table.title if slide_id else view.finding
    is_findings = table_id.endswith("-findings")
    for number, part in enumerate(parts, start=1):
        yield Slide(
            id=f"{table_id}-{number}",
            kind=SlideKind.MESSAGE,
            section=words.SECTION_APPENDIX,
            title=part.rows[0].cells[0].text if is_findings else _part_title(title, number, len(parts)),
            areas=(Area(width=100, blocks=(Grid(id=table_id, table=part),)),),
            caption=" ".join((table.measure, *view.notes)),
            notes=(words.source(view.question, table.title),),
        )


def _part_title(title: str, number: int, part_count: int) -> str:
    return words.part_of(title, number, part_count) if part_count > 1 else title


def _method_slide(computed: Computed, printed_on: date, product_version: str) -> Slide:
    view = method_view(computed, product_version, printed_on)
    levels = with_columns(view.table("level-attributes"), LEVELS)
    respondents = view.table("respondents")
    people = with_columns(respondents, {column.id: 1 for column in respondents.columns})
    return Slide(
        id="method",
        kind=SlideKind.MESSAGE,
        section=words.SECTION_APPENDIX,
        title=words.METHOD_TITLE,
        areas=(
            Area(
                width=56,
                blocks=(Grid(id="levels", table=levels), *((Grid(id="people", table=people),) if people.rows else ())),
            ),
            Area(width=44, blocks=(_facts("settings", view.settings_title, view.facts),)),
        ),
        caption=view.finding,
        notes=(words.source(view.question, view.settings_title),),
    )


def _facts(block_id: str, title: str, facts: tuple[Fact, ...]) -> Points:
    return Points(id=block_id, title=title, points=tuple(Point(lead=fact.label, text=fact.text) for fact in facts))
