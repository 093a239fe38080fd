"""The report as frozen data: every number rounded, every sentence made. Templates only loop and print.

Texts are plain; `cleaning` has taken control characters out of them. Places in a drawing (`Track`) run from 0 to 100.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """A small drawing in a table row, on a scale from 0 to 100: what a dot plot would show of this row.

    `ticks` are thin rules, `bar` and `line` run from one place to another, `dot` is the state as it is (a square where
    it holds the level), `diamond` the aim. `fill` draws a solid bar from 0.
    """

    ticks: tuple[float, ...] = ()
    bar: tuple[float, float] | None = None
    line: tuple[float, float] | None = None
    dot: float | None = None
    is_square: bool = False
    diamond: float | None = None
    fill: float | None = None
    is_dashed: bool = False
    segments: tuple[Segment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One part of a stacked bar: where it begins, how wide it is, its band (N, P, L or F) and the number in it."""

    start: float
    width: float
    style: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table. `style` and `chip` name classes of the style sheet, of the cell and of a mark around its
    text; `note` is a quiet second line; `spoken` is what a drawing says."""

    text: str = ""
    style: str = ""
    chip: str = ""
    note: str = ""
    spoken: str = ""
    track: Track | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row; with `heading` it is a line across the table that names what follows."""

    cells: tuple[Cell, ...] = ()
    heading: str = ""
    heading_note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: `style` is text, number, mark or track; `width` is a share of the table in percent, 0 for automatic."""

    name: str
    style: str = "text"
    width: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendEntry:
    """One entry of a legend: the class of its swatch and what it means."""

    style: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with what it shows; `empty` is printed in its place when it has no row."""

    name: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    empty: str
    style: str = ""
    legend: tuple[LegendEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A label with its value and, quietly, what it means."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What somebody said, released by the facilitator; `who` is a role, never a name."""

    text: str
    who: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A chapter's anchor, its question as title, and the sentences that answer it first."""

    anchor: str
    title: str
    lead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What stands on the first page."""

    organisation: str
    unit: str
    title: str
    assessed_on: str
    state: str
    basis: str
    framework: str
    printed_on: str
    fictional: str
    independence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsEntry:
    """One line of the contents: depth 1 for a chapter, 2 for a part of it."""

    depth: int
    title: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """The one page: at most six numbers, the levels, and the first priorities."""

    chapter: Chapter
    facts: tuple[Fact, ...]
    levels: Table
    top: Table
    waves: Table
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heatmap:
    """One view of the heatmap with what it says."""

    chapter: Chapter
    table: Table
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableChapter:
    """A chapter of tables, each with its own caption."""

    chapter: Chapter
    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()
    is_short: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine:
    """A first action: what to do, what exists then, who does it, how large it is and how anyone can see it."""

    text: str
    deliverable: str
    who: str
    evidence: str
    prerequisite: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepBlock:
    """One step of the roadmap as printed."""

    anchor: str
    title: str
    facts: tuple[Fact, ...]
    reason: str
    preparations: tuple[str, ...]
    actions: tuple[ActionLine, ...]
    evidence: tuple[str, ...]
    unblocks: str
    risks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveBlock:
    """One wave: its name, what it uses, what it leads to, and its steps."""

    anchor: str
    title: str
    summary: str
    outcome: str
    steps: tuple[StepBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The roadmap: the picture, the waves, and what is not funded."""

    chapter: Chapter
    overview: Table
    waves: tuple[WaveBlock, ...]
    not_funded: Table
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessPage:
    """Everything about one process: its profile, why its number is what it is, and what people said."""

    anchor: str
    name: str
    group: str
    extension_mark: str
    purpose: str
    finding: str
    facts: tuple[Fact, ...]
    profile: Table
    held: tuple[str, ...]
    target: tuple[Fact, ...]
    target_notes: tuple[str, ...]
    sureness: tuple[Fact, ...]
    answers: Table
    reasons: Table
    flags: tuple[str, ...]
    perception: str
    quotes: tuple[Quote, ...]
    metrics: tuple[Fact, ...]
    crosswalk: tuple[Fact, ...]
    overlaps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of the method; `is_own` marks a rule of this project, `value` is what this assessment is set to."""

    title: str
    text: str
    is_own: bool
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """How the numbers arose: rules, settings, versions and who answered."""

    chapter: Chapter
    rules: tuple[tuple[str, tuple[Rule, ...]], ...]
    levels: Table
    scale: Table
    settings: tuple[Fact, ...]
    respondents: Table
    people: str
    versions: tuple[Fact, ...]
    independence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDocument:
    """The whole report. `running_head`, `date` and `short_hash` stand on every page;
    `created` is the day of printing as the PDF wants it, `language` the PDF's."""

    title: str
    author: str
    language: str
    running_head: str
    date: str
    created: str
    short_hash: str
    confidentiality: str
    cover: Cover
    contents: tuple[ContentsEntry, ...]
    headline: Headline
    heatmaps: tuple[Heatmap, ...]
    movement: TableChapter
    characteristics: TableChapter
    priorities: TableChapter
    plan: Plan
    firmness: TableChapter
    processes_chapter: Chapter
    processes: tuple[ProcessPage, ...]
    organisation_chapters: tuple[TableChapter, ...]
    method: Method
