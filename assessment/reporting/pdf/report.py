"""The full report: which views, in which order (METHOD.md section 15), and which template prints each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assessment.domain.computed import Computed
from assessment.reporting.pdf.cleaning import cleaned_throughout
from assessment.views.characteristics import characteristics_view
from assessment.views.firmness import firmness_view
from assessment.views.groups import groups_view
from assessment.views.hand_offs import hand_offs_view
from assessment.views.headline import headline_view
from assessment.views.heatmap import HeatmapState, heatmap_view
from assessment.views.levels import movement_view
from assessment.views.method import method_view
from assessment.views.model import View
from assessment.views.organisation import owners_view, transitions_view
from assessment.views.priorities import priorities_view
from assessment.views.process import ProcessView, process_view
from assessment.views.quotes import released_quotes
from assessment.views.report import Imprint, imprint
from assessment.views.resources import sourcing_view, technology_view
from assessment.views.services import services_view
from assessment.views.waves import roadmap_view
from assessment.views.without_level import without_level_view
from assessment.views.wording.report import PROCESSES

PROCESS_ANCHOR = "processes"
BRIEF_COUNT = 6
"""Up to so many processes a page for each chapter, or for each process, would often be nearly empty."""


class Template(StrEnum):
    """How a view is printed: `reports/templates/<value>.html`."""

    CHAPTER = "chapter"
    SHORT_CHAPTER = "short_chapter"
    HEADLINE = "headline"
    PRIORITIES = "priorities"
    ROADMAP = "roadmap"
    PROCESS = "process"
    WITHOUT_LEVEL = "without_level"
    METHOD = "method"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the report; `over` stands small above its title, and heads its entry in the contents."""

    template: Template
    view: View
    over: str = ""
    is_first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsEntry:
    """One line of the contents: depth 1 for a chapter, 2 for a part of it."""

    depth: int
    title: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The whole report as printed; `extent` says where parts follow each other on a page (`brief`, `few`)."""

    imprint: Imprint
    contents: tuple[ContentsEntry, ...]
    parts: tuple[Part, ...]
    extent: str

    @property
    def process_places(self) -> frozenset[str]:
        """Ids of the processes that have a page or a line of their own: a link to any other would lead nowhere."""
        pages = {part.view.process_id for part in self.parts if isinstance(part.view, ProcessView)}
        lines = (part.view.tables for part in self.parts if part.template is Template.WITHOUT_LEVEL)
        return frozenset(pages | {row.id for tables in lines for table in tables for row in table.rows})


def build_report(computed: Computed, *, printed_on: date, product_version: str) -> Report:
    """The full report of a computed assessment. The same parts give the same report; the day is an argument.

    A process without a level has a line, and a page only where somebody is quoted. Where none has a level, no chapter
    is made of levels.
    """
    by_level = (
        (Template.CHAPTER, movement_view(computed)),
        *((Template.CHAPTER, heatmap_view(computed, state)) for state in HeatmapState),
        (Template.CHAPTER, characteristics_view(computed)),
        (Template.SHORT_CHAPTER, groups_view(computed)),
        (Template.PRIORITIES, priorities_view(computed)),
        (Template.ROADMAP, roadmap_view(computed)),
        (Template.CHAPTER, firmness_view(computed)),
    )
    chapters = (
        (Template.HEADLINE, headline_view(computed)),
        *(by_level if computed.result.whole.process_count else ()),
    )
    beside = (
        (Template.CHAPTER, hand_offs_view(computed)),
        (Template.SHORT_CHAPTER, transitions_view(computed)),
        (Template.CHAPTER, owners_view(computed)),
        (Template.SHORT_CHAPTER, technology_view(computed)),
        (Template.SHORT_CHAPTER, sourcing_view(computed)),
        (Template.SHORT_CHAPTER, services_view(computed)),
    )
    processes = (
        process_view(computed, process.process_id)
        for process in computed.result.processes
        if process.level.level is not None or released_quotes(computed, process.process_id)
    )
    without = without_level_view(computed)
    parts = (
        *(Part(template=template, view=view) for template, view in chapters),
        *(Part(template=template, view=view) for template, view in beside),
        *(
            Part(template=Template.PROCESS, view=view, over=PROCESSES, is_first=number == 0)
            for number, view in enumerate(processes)
        ),
        *([Part(template=Template.WITHOUT_LEVEL, view=without)] if without.tables else []),
        Part(template=Template.METHOD, view=method_view(computed, product_version, printed_on)),
    )
    return cleaned_throughout(
        Report(
            imprint=imprint(computed, printed_on),
            contents=_contents(parts),
            parts=parts,
            extent=_extent(computed),
        )
    )


def _extent(computed: Computed) -> str:
    """`brief` for few processes in scope: chapters follow each other. `few` for few with a level: so do these."""
    found = (("brief", len(computed.result.processes)), ("few", computed.result.whole.process_count))
    return " ".join(name for name, count in found if count <= BRIEF_COUNT)


def _contents(parts: tuple[Part, ...]) -> tuple[ContentsEntry, ...]:
    entries: list[ContentsEntry] = []
    for part in parts:
        if part.over and part.is_first:
            entries.append(ContentsEntry(depth=1, title=part.over, anchor=PROCESS_ANCHOR))
        depth = 2 if part.over else 1
        entries.append(ContentsEntry(depth=depth, title=part.view.question, anchor=part.view.id))
    return tuple(entries)
