"""A report: which sections, in which order, and which template prints each.

`SECTIONS` says what each kind is made of; `_MAKERS` makes the parts of a section. A chosen layout gives its own tuple
of sections. Whatever the kind, a part is the same part: what is printed alone reads as in the whole report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial

from assessment.domain.answered.assessment import Respondent
from assessment.domain.computed import Computed
from assessment.domain.layout.brand import HOUSE_BRAND, Brand
from assessment.reporting.pdf.cleaning import cleaned_throughout
from assessment.views.board.progress import progress_view
from assessment.views.capacity import curve_view
from assessment.views.characteristics import characteristics_view
from assessment.views.choices import choices_view
from assessment.views.commentary.own import group_texts_view, text_view
from assessment.views.commentary.places import PlaceKind
from assessment.views.comparison.since import since_on_paper
from assessment.views.comparison.trend import has_trend, trend_view
from assessment.views.executive import executive_view
from assessment.views.findings.paper import on_paper, recorded_view
from assessment.views.firmness import order_view, ranges_view
from assessment.views.groups import groups_view
from assessment.views.hand_offs import broken_hand_offs_view, working_hand_offs_view
from assessment.views.heatmap import HeatmapState, heatmap_view
from assessment.views.levels import movement_view
from assessment.views.map.page import map_page_view
from assessment.views.method import method_view
from assessment.views.model import View
from assessment.views.opinions_agreement import opinions_view
from assessment.views.organisation import owners_alone_view, readiness_view, transitions_view
from assessment.views.plan_brief import plan_view, steps_view
from assessment.views.priorities import priorities_view
from assessment.views.process import ProcessView, process_view
from assessment.views.report import Imprint, imprint, processes_with_pages, sections_with_levels
from assessment.views.report_kinds import SECTIONS, OrganisationKind, ReportKind, Section
from assessment.views.resources import sourcing_view, technology_view
from assessment.views.services import services_view
from assessment.views.stamp import Stamp
from assessment.views.without_level import without_level_view
from assessment.views.wording.numbers import written_in
from assessment.views.wording.report import PROCESSES
from assessment.views.workshop.minutes import minutes_view

PROCESS_ANCHOR = "processes"
FLOWING = frozenset(
    {
        Section.CHARACTERISTICS,
        Section.GROUPS,
        Section.PRIORITIES,
        Section.OPINIONS,
        Section.FIRMNESS,
        Section.HAND_OFFS,
        Section.TRANSITIONS,
        Section.OWNERS,
        Section.TECHNOLOGY,
        Section.SOURCING,
        Section.SERVICES,
        Section.RECOMMENDATIONS,
        Section.CAPACITY,
        Section.CHOICES,
        Section.RANGES,
        Section.HAND_OFFS_WORKING,
        Section.READINESS,
        Section.RECORDED,
    }
)
"""Sections that follow the one before them on its page: they are short, or leave much of a page to others."""
LONG_NAME = 34
"""Letters that a table has room for in one line."""
BRIEF_COUNT = 6
"""Up to so many processes a page for each chapter, or for each process, would often be nearly empty."""


class Template(StrEnum):
    """How a view is printed: `reports/templates/<value>.html`."""

    CHAPTER = "chapter"
    EXECUTIVE = "executive"
    MAP = "map"
    PRIORITIES = "priorities"
    ROADMAP = "roadmap"
    STEPS = "steps"
    PROCESS = "process"
    WITHOUT_LEVEL = "without_level"
    METHOD = "method"
    MINUTES = "minutes"
    PROGRESS = "progress"
    PORTFOLIO = "portfolio"
    TEXT = "text"
    SHORT_TEXT = "short_text"


ONE_PAGE = frozenset({Template.EXECUTIVE, Template.PROGRESS, Template.MAP})
"""What has to be one page, and is set as closely as that takes."""


class Density(StrEnum):
    """How closely a page is set that has to be one page; of the last, what takes more than its lines is cut."""

    USUAL = "usual"
    CLOSE = "close"
    DENSE = "dense"
    CUT = "cut"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a section; `over` stands small above its title, and heads its entry in the contents.

    One that `flows` follows the part before it on the same page; every other begins a page.
    """

    section: Section
    template: Template
    view: View
    over: str = ""
    is_first: bool = False
    density: Density = Density.USUAL
    flows: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsEntry:
    """One line of the contents: depth 1 for a chapter, 2 for a part of it."""

    depth: int
    title: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report as printed; `extent` says how many processes it is of and how long their names are.

    `stamp` says what it was made from, but for the paper, None for what no assessment can make again; `brand` gives
    colours, fonts and logos.
    """

    kind: ReportKind | OrganisationKind
    sections: tuple[Section, ...]
    imprint: Imprint
    contents: tuple[ContentsEntry, ...]
    parts: tuple[Part, ...]
    extent: str
    stamp: Stamp | None
    brand: Brand = HOUSE_BRAND

    @property
    def process_places(self) -> frozenset[str]:
        """Ids of the processes that have a page or a line of their own: a link to any other would lead nowhere."""
        pages = {part.view.process_id for part in self.parts if isinstance(part.view, ProcessView)}
        lines = (part.view.tables for part in self.parts if part.template is Template.WITHOUT_LEVEL)
        return frozenset(pages | {row.id for tables in lines for table in tables for row in table.rows})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Material:
    """What parts are made of; `sections` are those of the report."""

    computed: Computed
    product_version: str
    printed_on: date
    sections: tuple[Section, ...]
    named: tuple[Respondent, ...] | None


def build_report(
    computed: Computed,
    *,
    printed_on: date,
    product_version: str,
    kind: ReportKind = ReportKind.FULL,
    sections: tuple[Section, ...] | None = None,
    brand: Brand = HOUSE_BRAND,
    named: tuple[Respondent, ...] | None = None,
) -> Report:
    """A report of a computed assessment: the sections of its kind, or those given, in their order; by a layout.

    `named` are those whose names minutes may tell. The same arguments give the same report. Where no process has a
    level, no chapter is made of levels.
    """
    chosen = sections_with_levels(computed, SECTIONS[kind] if sections is None else sections)
    material = _Material(
        computed=computed, product_version=product_version, printed_on=printed_on, sections=chosen, named=named
    )
    extent = _extent(computed)
    with written_in(brand.layout.language):
        made = [part for section in chosen if section in _MAKERS for part in _MAKERS[section](material, section)]
        head = imprint(computed, printed_on, brand.layout)
    has_head = not {Section.COVER, Section.CONTENTS} & set(chosen)
    parts = tuple(
        replace(part, flows=part.flows or _flows(part, extent) or (has_head and number == 0))
        for number, part in enumerate(made)
    )
    return cleaned_throughout(
        Report(
            kind=kind,
            sections=chosen,
            imprint=head,
            contents=_contents(parts),
            parts=parts,
            extent=extent,
            stamp=Stamp(
                kind=kind,
                snapshot_hash=computed.snapshot_hash,
                printed_on=printed_on,
                product_version=product_version,
                anchor=computed.anchor,
                layout="" if brand == HOUSE_BRAND else brand.layout.look_hash,
                before_hash=computed.before_hash if Section.SINCE in chosen else "",
            ),
            brand=brand,
        )
    )


def _one(
    material: _Material, section: Section, *, template: Template, view: Callable[[Computed], View]
) -> tuple[Part, ...]:
    return (Part(section=section, template=template, view=view(material.computed)),)


def _organised(material: _Material, section: Section, *, view: Callable[[Computed], View]) -> tuple[Part, ...]:
    """A view with findings, the first of them; the others stand on the sheet."""
    return (Part(section=section, template=Template.CHAPTER, view=on_paper(view(material.computed))),)


def _text(material: _Material, section: Section, *, kind: PlaceKind, template: Template) -> Iterable[Part]:
    """What the consultant wrote; nothing where a proposal was not taken."""
    view = text_view(material.computed, kind)
    if view.passages:
        yield Part(section=section, template=template, view=view)


def _groups(material: _Material, section: Section) -> Iterable[Part]:
    """The groups in numbers, and under them in the consultant's words."""
    yield Part(section=section, template=Template.CHAPTER, view=groups_view(material.computed))
    texts = group_texts_view(material.computed)
    if texts.passages:
        yield Part(section=section, template=Template.SHORT_TEXT, view=texts)


def _processes(material: _Material, section: Section) -> Iterable[Part]:
    """A page or two for each process; one without a level has a line, and a page only where somebody is quoted."""
    computed = material.computed
    for number, process_id in enumerate(processes_with_pages(computed)):
        view = process_view(computed, process_id)
        yield Part(section=section, template=Template.PROCESS, view=view, over=PROCESSES, is_first=number == 0)
    without = without_level_view(computed)
    if without.tables:
        yield Part(section=section, template=Template.WITHOUT_LEVEL, view=without)


def _method(material: _Material, section: Section) -> tuple[Part, ...]:
    view = method_view(material.computed, material.product_version, material.printed_on)
    return (Part(section=section, template=Template.METHOD, view=view),)


def _minutes(material: _Material, section: Section) -> tuple[Part, ...]:
    return (Part(section=section, template=Template.MINUTES, view=minutes_view(material.computed, material.named)),)


def _progress(material: _Material, section: Section) -> tuple[Part, ...]:
    return (
        Part(
            section=section,
            template=Template.PROGRESS,
            view=progress_view(material.computed, material.printed_on),
        ),
    )


def _choices(material: _Material, section: Section) -> Iterable[Part]:
    """What each decision by hand costs; nothing where there is none."""
    view = choices_view(material.computed)
    if not view.empty:
        yield Part(section=section, template=Template.CHAPTER, view=view)


def _since(material: _Material, section: Section) -> Iterable[Part]:
    """What moved since an earlier assessment, and the row of several; nothing where it is set beside none."""
    if material.computed.compared is None:
        return
    yield Part(section=section, template=Template.CHAPTER, view=since_on_paper(material.computed))
    if has_trend(material.computed.compared):
        yield Part(section=section, template=Template.CHAPTER, view=trend_view(material.computed), flows=True)


_Maker = Callable[[_Material, Section], Iterable[Part]]
_chapter = partial(partial, _one, template=Template.CHAPTER)
_beside = partial(partial, _organised)
_written = partial(partial, _text, template=Template.TEXT)
_MAKERS: Mapping[Section, _Maker] = {
    Section.INTRODUCTION: _written(kind=PlaceKind.INTRODUCTION),
    Section.APPROACH: partial(_text, kind=PlaceKind.METHOD, template=Template.SHORT_TEXT),
    Section.COMMENTARY: _written(kind=PlaceKind.WHOLE),
    Section.RECOMMENDATIONS: _written(kind=PlaceKind.RECOMMENDATIONS),
    Section.NEXT_STEPS: partial(_text, kind=PlaceKind.NEXT_STEPS, template=Template.SHORT_TEXT),
    Section.EXECUTIVE: partial(_one, template=Template.EXECUTIVE, view=executive_view),
    Section.MAP: partial(_one, template=Template.MAP, view=map_page_view),
    Section.HEATMAP_AS_IS: _chapter(view=partial(heatmap_view, state=HeatmapState.AS_IS)),
    Section.HEATMAP_TO_BE: _chapter(view=partial(heatmap_view, state=HeatmapState.TO_BE)),
    Section.HEATMAP_GAP: _chapter(view=partial(heatmap_view, state=HeatmapState.GAP)),
    Section.MOVEMENT: _chapter(view=movement_view),
    Section.SINCE: _since,
    Section.CHARACTERISTICS: _chapter(view=characteristics_view),
    Section.GROUPS: _groups,
    Section.PRIORITIES: partial(_one, template=Template.PRIORITIES, view=priorities_view),
    Section.OPINIONS: _beside(view=opinions_view),
    Section.ROADMAP: partial(_one, template=Template.ROADMAP, view=plan_view),
    Section.FIRMNESS: _chapter(view=order_view),
    Section.HAND_OFFS: _chapter(view=broken_hand_offs_view),
    Section.TRANSITIONS: _beside(view=transitions_view),
    Section.OWNERS: _beside(view=owners_alone_view),
    Section.TECHNOLOGY: _beside(view=technology_view),
    Section.SOURCING: _beside(view=sourcing_view),
    Section.SERVICES: _chapter(view=services_view),
    Section.STEPS: partial(_one, template=Template.STEPS, view=steps_view),
    Section.CAPACITY: _chapter(view=curve_view),
    Section.CHOICES: _choices,
    Section.RANGES: _chapter(view=ranges_view),
    Section.HAND_OFFS_WORKING: _chapter(view=working_hand_offs_view),
    Section.READINESS: _chapter(view=readiness_view),
    Section.RECORDED: _chapter(view=recorded_view),
    Section.PROCESSES: _processes,
    Section.METHOD: _method,
    Section.MINUTES: _minutes,
    Section.PROGRESS: _progress,
}
"""The parts of each section. The cover and the contents have none: they are made of the report itself."""


def _extent(computed: Computed) -> str:
    """`brief` for few processes in scope: chapters follow each other. `few` for few with a level: so do these.

    `long-names` where some take two lines in any table.
    """
    found = (("brief", len(computed.result.processes)), ("few", computed.result.whole.process_count))
    names = [computed.framework.process_by_id[process.process_id].name for process in computed.result.processes]
    is_long = any(len(name) > LONG_NAME for name in names)
    return " ".join([*(name for name, count in found if count <= BRIEF_COUNT), *(["long-names"] if is_long else [])])


def _flows(part: Part, extent: str) -> bool:
    if part.template in ONE_PAGE:
        return False
    if part.template is Template.PROCESS:
        return "few" in extent and not part.is_first
    if part.template in (Template.WITHOUT_LEVEL, Template.SHORT_TEXT) or part.view.empty:
        return True
    return part.section in FLOWING or "brief" in extent


def _contents(parts: tuple[Part, ...]) -> tuple[ContentsEntry, ...]:
    entries: list[ContentsEntry] = []
    for part in parts:
        if part.over and part.is_first:
            entries.append(ContentsEntry(depth=1, title=part.over, anchor=PROCESS_ANCHOR))
        depth = 2 if part.over else 1
        entries.append(ContentsEntry(depth=depth, title=part.view.question, anchor=part.view.id))
    return tuple(entries)
