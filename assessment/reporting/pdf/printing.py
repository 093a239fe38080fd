"""From a page of HTML to a PDF, chapter by chapter: what is kept is used again, the rest is laid out, all is joined.

The bytes are the same whether a chapter was kept or not, and whichever process laid it out. What was tried, in seconds
of processor for the 68 pages of the sample, all on one busy machine:

| what | seconds |
|---|---|
| laid out and written in one piece | 9.6 |
| a chapter at a time, drawn by `drawn` and joined by `joining` | 9.0 |
| chapters that are missing laid out together, cut apart afterwards | 8.3 |
| the same, half of it beside (`beside`): here and there | 4.4 and 4.5 |
| all chapters kept | 0.2 |

WeasyPrint compresses each page twice and names all pages for each tag; `joining` does neither, and its time grows with
the pages alone. The dots of the contents took as long as three pages. Ratings as text with a ground, without a box of
their own, gained nothing. More than half of what is left is layout: some 500 boxes a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from weasyprint.document import Document
from weasyprint.html import get_html_metadata
from weasyprint.pdf.metadata import DocumentMetadata

from assessment.domain.layout.brand import HOUSE_BRAND, Brand
from assessment.reporting.pdf.beside import Beside
from assessment.reporting.pdf.chapters import (
    Kept,
    Source,
    contents_entries,
    cut,
    drawn_together,
    pages_of_anchors,
    with_page_numbers,
)
from assessment.reporting.pdf.drawn import Drawn
from assessment.reporting.pdf.engine import OwnPage, fonts_of, hearing_pages, sheet_rules
from assessment.reporting.pdf.heads import heads, same_kind
from assessment.reporting.pdf.joining import Underlay, joined
from assessment.reporting.pdf.stylesheet import without_heads
from assessment.reporting.stages import OnStage, Stage
from assessment.views.paper import Paper

USUAL_PAGE_COUNT = 60
WORTH_A_PROCESS = 100_000
"""From so much weight on, some ten pages, half of it takes longer than a process costs."""
BATCH_WEIGHT = 300_000
"""So much, some thirty pages, is laid out in one piece."""
JOINING_SHARE = 0.05
"""What the process that prints does besides, as a share of laying out everything."""
ROUNDS = 3
WARM_PAGE = (
    '<html lang="en"><head><title>Warm</title></head>'
    "<body><p>Warm \u0141<b>bold \u0141</b><i>slanted \u0141<b>bold \u0141</b></i></p></body></html>"
)
"""Its letters are of every font of a family."""


class Printer:
    """Prints pages of one process. `may_fork` where that process has one thread and another core to use."""

    def __init__(self, *, may_fork: bool = False) -> None:
        self.may_fork = may_fork
        self.kept = Kept()
        self._warm: set[tuple[Paper, str]] = set()

    def printed(
        self,
        html: str,
        sheet_name: str,
        paper: Paper,
        identifier: str,
        on_stage: OnStage,
        brand: Brand = HOUSE_BRAND,
    ) -> bytes:
        """A well-formed page of ours as a tagged PDF (PDF/UA-1) with bookmarks."""
        root = ElementTree.fromstring(html)  # noqa: S314 (our own markup: texts are escaped, no entity is declared)
        rules = sheet_rules(sheet_name, brand.layout)
        body_rules = without_heads(rules)
        progress = Progress(on_stage)
        sources = [Source(root=chapter, paper=paper, rules=body_rules, brand=brand) for chapter in cut(root)]
        chapters = self._chapters(sources, progress)
        progress.reach(sum(len(chapter.pages) for chapter in chapters))
        on_stage(0.75, Stage.SAVING, progress.page_count)
        kinds = [page.kind for chapter in chapters for page in chapter.pages]
        common, numbers = (self._one(source, is_tagged=False) for source in heads(root, kinds, paper, rules, brand))
        underlays = (
            Underlay(drawn=common, numbers=same_kind(common, kinds)),
            Underlay(drawn=numbers, numbers=tuple(range(len(kinds)))),
        )
        return joined(_front(root, paper, brand), chapters, underlays, identifier.encode())

    def warm_up(self, paper: Paper, brand: Brand = HOUSE_BRAND) -> None:
        """Load rules and fonts, so that a process that is forked has them."""
        if (paper, brand.layout.look_hash) not in self._warm:
            Source(root=ElementTree.fromstring(WARM_PAGE), paper=paper, rules="", brand=brand).drawn()  # noqa: S314
            self._warm.add((paper, brand.layout.look_hash))

    def page_count(self, html: str, sheet_name: str, paper: Paper, brand: Brand = HOUSE_BRAND) -> int:
        """How many pages it takes. What was laid out for that is kept, and not laid out again to print it."""
        root = ElementTree.fromstring(html)  # noqa: S314 (our own markup: texts are escaped, no entity is declared)
        rules = without_heads(sheet_rules(sheet_name, brand.layout))
        sources = (Source(root=chapter, paper=paper, rules=rules, brand=brand) for chapter in cut(root))
        return sum(len(self._one(source).pages) for source in sources)

    def _chapters(self, sources: Sequence[Source], progress: Progress) -> list[Drawn]:
        """All chapters; those with a table of contents last, when the pages of the others are known."""
        entries = [contents_entries(source.root) for source in sources]
        drawn = iter(
            self._several([source for source, found in zip(sources, entries, strict=True) if not found], progress)
        )
        chapters = [None if found else next(drawn) for found in entries]
        for _ in range(ROUNDS):  # again where the contents take more pages than was thought
            page_of = pages_of_anchors(chapters)
            for number, found in enumerate(entries):
                if found:
                    with_page_numbers(found, page_of)
                    chapters[number] = self._one(sources[number])
            if page_of.items() <= pages_of_anchors(chapters).items():
                break
        return [chapter for chapter in chapters if chapter is not None]

    def _one(self, source: Source, *, is_tagged: bool = True) -> Drawn:
        kept = self.kept.get(key := source.key)
        if kept is None:
            kept = source.drawn(is_tagged=is_tagged)
            self.kept.put(key, kept)
        return kept

    def _several(self, sources: Sequence[Source], progress: Progress) -> list[Drawn]:
        keys = [source.key for source in sources]
        found = {key: chapter for key in keys if (chapter := self.kept.get(key)) is not None}
        missing = {key: source for key, source in zip(keys, sources, strict=True) if key not in found}
        found |= self._drawn(missing, progress)
        for key in keys:
            self.kept.put(key, found[key])
        return [found[key] for key in keys]

    def _drawn(self, missing: dict[str, Source], progress: Progress) -> dict[str, Drawn]:
        """Chapters laid out now, by their keys; half of them by a process beside, where that is worth it."""
        keys, sources = tuple(missing), tuple(missing.values())
        weights = [source.weight for source in sources]

        def draw(numbers: Sequence[int], on_page: Callable[[], None]) -> Iterator[tuple[int, Drawn]]:
            for batch in _batches(numbers, weights):
                with hearing_pages(new_pages(on_page)):
                    chapters = drawn_together([sources[number] for number in batch])
                yield from zip(batch, chapters, strict=True)

        here, there = self._shares(weights)
        if there:
            self.warm_up(sources[0].paper, sources[0].brand)
        beside = Beside(draw, there) if there else None

        def on_page() -> None:
            progress.add(1 + (beside.pages_said() if beside else 0))

        found = dict(draw(here, on_page))
        if beside is not None:
            found |= beside.result(progress.add)
            found |= dict(draw([number for number in there if number not in found], progress.add))
        return {keys[number]: chapter for number, chapter in found.items()}

    def _shares(self, weights: Sequence[int]) -> tuple[list[int], list[int]]:
        """Which chapters are laid out here and which beside: two shares that take about the same time."""
        if not self.may_fork or len(weights) == 1 or sum(weights) < WORTH_A_PROCESS:
            return list(range(len(weights))), []
        shares: tuple[list[int], list[int]] = ([], [])
        sums = [sum(weights) * JOINING_SHARE, 0.0]
        for number in sorted(range(len(weights)), key=lambda number: -weights[number]):
            lighter = sums.index(min(sums))
            shares[lighter].append(number)
            sums[lighter] += weights[number]
        return shares


def _batches(numbers: Sequence[int], weights: Sequence[int]) -> Iterator[list[int]]:
    """Chapters that are laid out in one piece: not too many, for the memory it takes."""
    batch: list[int] = []
    weight = 0
    for number in sorted(numbers):
        if batch and weight + weights[number] > BATCH_WEIGHT:
            yield batch
            batch, weight = [], 0
        batch.append(number)
        weight += weights[number]
    if batch:
        yield batch


class Progress:
    """Tells each page once, in order, whichever chapter it belongs to. How many there will be is not known before."""

    def __init__(self, on_stage: OnStage) -> None:
        self._on_stage = on_stage
        self.page_count = 0

    def add(self, count: int = 1) -> None:
        """So many pages more are laid out."""
        self.reach(self.page_count + count)

    def reach(self, count: int) -> None:
        """So many pages are laid out."""
        while self.page_count < count:
            self.page_count += 1
            share = self.page_count / (self.page_count + USUAL_PAGE_COUNT / 2)
            self._on_stage(0.2 + 0.5 * share, Stage.LAYING_OUT, self.page_count)


def new_pages(on_page: Callable[[], None]) -> Callable[[int], None]:
    """Of the pages that WeasyPrint says it lays out, some of them twice: each one once."""
    furthest = 0

    def hear(number: int) -> None:
        nonlocal furthest
        for _ in range(furthest, number):
            on_page()
        furthest = max(furthest, number)

    return hear


def _front(root: Element, paper: Paper, brand: Brand) -> Document:
    """A document without pages: who made the whole, and what it is about."""
    head = Element("html", root.attrib)
    head.extend(part for part in root if part.tag == "head")
    page = OwnPage(head, brand)
    return Document([], DocumentMetadata(**get_html_metadata(page)), page.url_fetcher, fonts_of(paper, brand), {}, None)
