"""The deck read back: every word and number of it is where the views have it, whole, readable, and nothing else is."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import openpyxl
import pytest
from PIL import Image
from pptx import Presentation
from pptx.oxml.ns import qn

from assessment.domain.authored.framework import Framework
from assessment.domain.computed import Computed
from assessment.domain.layout.colours import contrast_ratio
from assessment.reporting.pdf.cleaning import cleaned_throughout
from assessment.reporting.slides import DeckStyle, deck_bytes
from assessment.reporting.slides.charts import unread
from assessment.reporting.slides.grids import MARK_SIDE, said
from assessment.reporting.slides.measuring import line_count, line_height
from assessment.views.deck.deck import deck_view
from assessment.views.deck.model import Bars, BarSeries, Deck, Dots, DotSeries, Figures, Grid, Points, Slide
from assessment.views.stamp import Stamp, read_stamp
from tests.builders import an_assessment, fields_of, tiny_framework
from tests.computing import SNAPSHOT_HASH, computed, mixed, the_sample
from tests.reporting.generated import generated_assessment
from tests.reporting.test_pages import with_long_names
from tests.views.test_glued import rewritten

DAY = date(2026, 11, 30)
LEAST_CONTRAST = 4.5
HAIR = 0.5
"""Points that rounding to EMU may add."""
NAMES = (
    "Zarządzanie żądaniami świętokrzyskie",
    "Διαχείριση περιστατικών",
    "Quản lý thay đổi và cấu hình",
    "إدارة التغييرات",
    "変更管理プロセス",
)
HOSTILE = "<script>alert(1)</script>{{7*7}}\u202e\x00\x1b[31m=1+1 \U0001f600 &<>\"' " + "w" * 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A deck, the file made of it, and what is read back from it."""

    deck: Deck
    content: bytes
    read: Any


def content_of(whole: Computed, **style: Any) -> bytes:
    return deck_bytes(whole.told, printed_on=DAY, product_version="1.2.3", style=DeckStyle(**style))


def deck_of(whole: Computed) -> Deck:
    return cleaned_throughout(deck_view(whole.told, printed_on=DAY, product_version="1.2.3"))


def made_of(whole: Computed) -> Made:
    content = content_of(whole)
    return Made(deck=deck_of(whole), content=content, read=opened(content))


def renamed() -> Computed:
    own = mixed()
    processes = tuple(
        process.model_copy(update={"name": name}) for process, name in zip(own.framework.processes, NAMES, strict=True)
    )
    return computed(Framework(**fields_of(own.framework) | {"processes": processes}), own.assessment)


def hostile() -> Computed:
    framework = the_sample().framework
    return computed(framework, rewritten(generated_assessment(framework), lambda _: HOSTILE))


@pytest.fixture(scope="module")
def sample() -> Made:
    return made_of(the_sample())


@pytest.fixture(scope="module")
def wild() -> Made:
    return made_of(hostile())


@pytest.fixture(scope="module", params=["long", "wild", "mixed"])
def each(request: pytest.FixtureRequest) -> Made:
    if request.param == "wild":
        made: Made = request.getfixturevalue(request.param)
        return made
    return made_of(mixed() if request.param == "mixed" else with_long_names(the_sample()))


def opened(content: bytes) -> Any:
    return Presentation(io.BytesIO(content))


def pairs(made: Made) -> Iterator[tuple[Slide, Any]]:
    yield from zip(made.deck.slides, made.read.slides, strict=True)


def plain(text: str) -> str:
    return text.replace("\x0b", "\n")


def is_whole_or_cut(shown: str, text: str) -> bool:
    """The text, or the beginning of it with an ellipsis."""
    return shown == text or (shown.endswith("…") and text.startswith(shown.removesuffix("…")))


def grids(slide: Slide) -> list[Grid | Dots]:
    return [block for block in slide.blocks if isinstance(block, Grid | Dots)]


def tables(printed: Any) -> list[Any]:
    return [shape.table for shape in printed.shapes if shape.has_table]


def test_every_cell_is_printed_where_it_stands_and_every_number_whole(each: Made) -> None:
    for slide, printed in pairs(each):
        for block, table in zip(grids(slide), tables(printed), strict=True):
            count = len(block.table.columns)
            head = [plain(cell.text) for cell in table.rows[0].cells][:count]
            assert head == [column.name for column in block.table.columns]
            assert len(table.rows) == len(block.table.rows) + 1
            for row, shown in zip(block.table.rows, list(table.rows)[1:], strict=True):
                for cell, own in zip(row.cells, list(shown.cells)[:count], strict=True):
                    text = plain(own.text)
                    assert is_whole_or_cut(text, said(cell)), (slide.id, row.id)
                    if isinstance(cell.value, int | float) and len(cell.text) < 16:
                        assert text.startswith(cell.text), (slide.id, row.id)


def test_every_point_and_figure_is_printed(each: Made) -> None:
    for slide, printed in pairs(each):
        shown = [plain(p.text) for shape in printed.shapes if shape.has_text_frame for p in shape.text_frame.paragraphs]
        wanted = [
            f"{point.lead}  {point.text}" if point.lead else point.text
            for block in slide.blocks
            if isinstance(block, Points)
            for point in block.points
        ]
        wanted += [fact.text for block in slide.blocks if isinstance(block, Figures) for fact in block.facts]
        for text in wanted:
            first = text.split("\n")[0]
            assert any(is_whole_or_cut(own, text) or own == first for own in shown), (slide.id, text)


def test_every_dot_and_bar_has_the_exact_value_of_its_cell(each: Made) -> None:
    for slide, printed in pairs(each):
        charts = [shape.chart for shape in printed.shapes if shape.has_chart]
        blocks = [block for block in slide.blocks if isinstance(block, Dots | Bars)]
        for block, chart in zip(blocks, charts, strict=True):
            assert [series.name for series in chart.plots[0].series] == [series.name for series in block.series]
            if isinstance(block, Bars):
                assert list(chart.plots[0].categories) == [unread(name) for name in block.categories]
            every: tuple[DotSeries | BarSeries, ...] = block.series
            for series, shown in zip(every, chart.plots[0].series, strict=True):
                values = [cell.value for cell in series.cells]
                if isinstance(block, Bars):
                    assert list(shown.values) == values
                    continue
                numbers = {
                    axis: {
                        int(p.get("idx")): float(p.findtext(qn("c:v")))
                        for p in shown._element.find(qn(f"c:{axis}")).iter(qn("c:pt"))
                    }
                    for axis in ("xVal", "yVal")
                }
                wanted = {place: float(value) for place, value in enumerate(values) if value is not None}
                assert numbers["xVal"] == wanted
                assert numbers["yVal"] == {place: len(values) - place for place in wanted}


def test_the_workbook_behind_a_chart_has_the_same_numbers_and_no_formula(sample: Made) -> None:
    for slide, printed in pairs(sample):
        blocks = [block for block in slide.blocks if isinstance(block, Dots | Bars)]
        charts = [shape.chart for shape in printed.shapes if shape.has_chart]
        for block, chart in zip(blocks, charts, strict=True):
            sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
            assert sheet is not None
            cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
            assert {cell.data_type for cell in cells} <= {"n", "s"}
            kept = {shortest(cell.value) for cell in cells}
            wanted = (cell.value for series in block.series for cell in series.cells if cell.value is not None)
            assert kept >= {shortest(value) for value in wanted}


def shortest(value: Any) -> Any:
    """A number with the digits that a workbook keeps."""
    return round(value, 12) if isinstance(value, float) else value


def test_a_name_that_begins_like_a_formula_is_none_in_the_workbook() -> None:
    assert not unread("=HYPERLINK(1)").startswith("=")
    assert not unread("{=1+1}").startswith("{")
    assert unread("mailto:a@b.example").endswith("mailto:a@b.example")
    assert unread("Control") == "Control"


def test_nothing_reaches_out_of_its_slide_its_row_or_its_box(each: Made) -> None:
    presentation = each.read
    for printed in presentation.slides:
        for shape in printed.shapes:
            assert 0 <= shape.left <= presentation.slide_width - shape.width
            assert 0 <= shape.top <= presentation.slide_height - shape.height
            if shape.has_text_frame:
                height = sum(paragraph_height(paragraph, shape.width.pt) for paragraph in shape.text_frame.paragraphs)
                assert height <= shape.height.pt + HAIR, (shape.name, shape.text_frame.text[:60])
            if shape.has_table:
                check_rows(shape.table)
                assert sum(row.height for row in shape.table.rows) <= shape.height + 100


def check_rows(table: Any) -> None:
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=True):
            width = column.width.pt - cell.margin_left.pt - cell.margin_right.pt
            height = sum(paragraph_height(paragraph, width) for paragraph in cell.text_frame.paragraphs)
            assert height <= row.height.pt + HAIR, cell.text[:80]
            assert cell.margin_left.pt >= MARK_SIDE


def paragraph_height(paragraph: Any, width: float) -> float:
    sizes = [run.font.size.pt for run in paragraph.runs if run.font.size is not None]
    size = max(sizes, default=9.0)
    is_bold = bool(paragraph.runs) and all(run.font.bold for run in paragraph.runs)
    spacing = paragraph.line_spacing.pt if paragraph.runs and paragraph.line_spacing is not None else line_height(size)
    before = paragraph.space_before.pt if paragraph.space_before is not None else 0.0
    return before + spacing * line_count(plain(paragraph.text), size, width, is_bold=is_bold)


def test_no_block_stands_on_another(each: Made) -> None:
    for slide, printed in pairs(each):
        boxes = [
            (shape.left, shape.top, shape.left + shape.width, shape.top + shape.height, shape.name)
            for shape in printed.shapes
            if not shape.has_chart
        ]
        for one, other in itertools.combinations(boxes, 2):
            across = min(one[2], other[2]) - max(one[0], other[0])
            down = min(one[3], other[3]) - max(one[1], other[1])
            assert min(across, down) <= 12700 * HAIR, (slide.id, one[4], other[4])


def test_letters_on_a_fill_can_be_read_hatched_or_not(each: Made) -> None:
    seen: set[tuple[str, str | None]] = set()
    for _, printed in pairs(each):
        for table in tables(printed):
            for cell in (cell for row in table.rows for cell in row.cells):
                fills = [
                    f"#{own.get('val')}"
                    for own in cell._tc.tcPr.iterchildren(qn("a:solidFill"), qn("a:pattFill"))
                    for own in own.iter(qn("a:srgbClr"))
                ]
                inks = [own.get("val") for own in cell._tc.txBody.iter(qn("a:srgbClr"))]
                seen.update((fill, ink) for fill in fills for ink in inks)
    assert seen
    assert all(contrast_ratio(fill, f"#{ink}") >= LEAST_CONTRAST for fill, ink in seen)


def test_each_slide_has_its_message_as_title_and_is_read_from_there(each: Made) -> None:
    titles = []
    for slide, printed in pairs(each):
        title = printed.shapes.title
        assert is_whole_or_cut(plain(title.text_frame.text), slide.title)
        assert printed.shapes[0].shape_id == title.shape_id
        assert title.text_frame.paragraphs[0].runs[0].font.size.pt >= 18
        titles.append(title.text_frame.text)
        ids = [shape.shape_id for shape in printed.shapes]
        assert len(ids) == len(set(ids))
    assert len(titles) == len(set(titles))


def test_every_table_and_chart_says_in_words_what_it_shows(sample: Made) -> None:
    for slide, printed in pairs(sample):
        for shape in printed.shapes:
            if shape.has_chart or shape.has_table:
                spoken = shape._element.xpath(".//p:cNvPr")[0].get("descr")
                assert spoken.startswith(slide.title) or shape.has_chart
                assert len(spoken) > 20


def test_the_foot_names_organisation_day_hash_and_number(sample: Made) -> None:
    for _, printed in pairs(sample):
        texts = [shape.text_frame.text for shape in printed.placeholders]
        for wanted in ("Tamarind Mutual", "14 September 2026", "Fictional sample", "Snapshot 3f3f3f3f3f3f"):
            assert wanted in texts
        assert printed.shapes._spTree.xpath(".//a:fld[@type='slidenum']")
        empty = [shape.name for shape in printed.placeholders if not shape.text_frame.text]
        assert empty == []


def test_the_notes_hold_source_and_hash(sample: Made) -> None:
    for slide, printed in pairs(sample):
        assert printed.notes_slide.notes_text_frame.text.split("\n") == list(slide.notes)
        assert SNAPSHOT_HASH in printed.notes_slide.notes_text_frame.text


def test_the_file_says_what_it_was_made_from_and_lists_its_sections(sample: Made) -> None:
    presentation = sample.read
    assert read_stamp(presentation.core_properties.keywords) == Stamp(
        kind="deck", snapshot_hash=SNAPSHOT_HASH, printed_on=DAY, product_version="1.2.3"
    )
    assert presentation.core_properties.created.isoformat().startswith("2026-11-30T00:00:00")
    assert presentation.core_properties.author == "Tamarind Mutual"
    xml = zipfile.ZipFile(io.BytesIO(sample.content)).read("ppt/presentation.xml").decode()
    sections = re.findall(r'<p14:section name="([^"]+)"', xml)
    wanted = [sample.deck.slides[0].title] + [slide.section for slide in sample.deck.slides[1:]]
    assert sections == [wanted[0], *(name for before, name in itertools.pairwise(wanted) if before != name)]
    assert len(re.findall(r"<p14:sldId ", xml)) == len(sample.deck.slides)


def test_the_same_snapshot_is_the_same_file_and_another_day_another(sample: Made) -> None:
    assert content_of(the_sample()) == sample.content
    later = deck_bytes(the_sample().told, printed_on=date(2026, 12, 1), product_version="1.2.3")
    assert later != sample.content
    with zipfile.ZipFile(io.BytesIO(sample.content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_names_of_many_scripts_are_whole_and_run_their_own_way() -> None:
    content = content_of(renamed())
    place = [slide.id for slide in deck_of(renamed()).slides].index("heatmap-as-is-1")
    table = tables(opened(content).slides[place])[0]
    names = {cell.text.split("  ")[0]: cell for cell in (row.cells[0] for row in list(table.rows)[1:])}
    assert set(names) == set(NAMES)
    for name, cell in names.items():
        properties = cell.text_frame.paragraphs[0]._p.pPr
        is_arabic = name == NAMES[3]
        assert (properties.get("rtl"), properties.get("algn")) == (("1", "r") if is_arabic else (None, "l"))


def test_hostile_text_is_text_and_nothing_is_linked(wild: Made) -> None:
    with zipfile.ZipFile(io.BytesIO(wild.content)) as archive:
        names = archive.namelist()
        links = [archive.read(name).decode() for name in names if name.endswith(".rels")]
    assert not any('TargetMode="External"' in link for link in links)
    assert not any("vba" in name.lower() or "activex" in name.lower() for name in names)
    said_by = wild.read.slides[0].shapes.title.text_frame.text
    assert said_by.startswith("<script>alert(1)</script>{{7*7}}[31m=1+1 \U0001f600")
    assert len(wild.content) < 600_000


def test_no_person_and_no_unreleased_word_is_in_the_file(sample: Made) -> None:
    whole = the_sample()
    parts = zipfile.ZipFile(io.BytesIO(sample.content))
    text = "\n".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))
    owners = {owner.name for owner in whole.assessment.owners} | {owner.sponsor for owner in whole.assessment.owners}
    people = {one.name for one in whole.assessment.respondents if one.name} - owners
    assert people
    assert [name for name in sorted(people) if name in text] == []
    kept = [note.text for note in whole.assessment.notes if not note.is_released and len(note.text) > 20]
    assert kept
    assert [note for note in kept if note[:60] in text] == []


def test_logos_stand_whole_in_their_places_and_colours_and_font_are_the_brands() -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (300, 100), "#123456").save(buffer, "PNG")
    framework = tiny_framework(process_count=1)
    whole = computed(framework, an_assessment(framework, scope=()))
    content = content_of(
        whole,
        client_logo=buffer.getvalue(),
        consultant_logo=buffer.getvalue(),
        accent="#aa5500",
        second="#00AA55",
        font="Arial",
    )
    for printed in opened(content).slides:
        pictures = [shape for shape in printed.shapes if shape.shape_type == 13]
        assert {own._element.nvPicPr.cNvPr.get("descr") for own in pictures} == {
            "Logo of the client",
            "Logo of the consultant",
        }
        assert all(abs(own.width / own.height - 3) < 0.01 for own in pictures)
    theme = next(
        zipfile.ZipFile(io.BytesIO(content)).read(name).decode()
        for name in zipfile.ZipFile(io.BytesIO(content)).namelist()
        if name.endswith("theme1.xml")
    )
    assert '<a:accent1><a:srgbClr val="AA5500"/></a:accent1><a:accent2><a:srgbClr val="00AA55"/>' in theme
    assert theme.count('<a:latin typeface="Arial"') == 2


def test_more_rows_than_a_slide_holds_are_counted_under_the_table(sample: Made) -> None:
    place = [slide.id for slide in sample.deck.slides].index("hand-offs")
    texts = [shape.text_frame.text for shape in sample.read.slides[place].shapes if shape.has_text_frame]
    assert "6 more, see the report" in texts
