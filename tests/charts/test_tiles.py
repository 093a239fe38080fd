"""A table of coloured cells holds what its view holds, cell by cell, and nothing of anybody's text acts in it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from assessment.charts.tiles import legend, spelled_out, tiles
from assessment.views.model import Cell, Column, Kind, LegendEntry, Mark, Row, Table, Track

HOSTILE = '<img src=x onerror=alert(1)> {0} & "Łódź"'


class Read(HTMLParser):
    """What a browser would make of it: the elements with their attributes, and the texts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def of(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


def cell(text: str = "", style: str = "", *marks: Mark, spoken: str = "") -> Cell:
    return Cell(text=text, style=style, marks=frozenset(marks), spoken=spoken)


TABLE = Table(
    id="heatmap",
    title="Where",
    columns=(
        Column(id="process", name="Process"),
        Column(id="level", name="Level", kind=Kind.NUMBER),
        Column(id="control", name=HOSTILE, kind=Kind.MARK),
    ),
    rows=(
        Row(id="a", group="First", cells=(cell(HOSTILE), cell("2"), cell("N", "rating-0", Mark.HATCHED, Mark.DASHED))),
        Row(id="b", group="First", cells=(cell("Release"), cell("0"), cell("L+", "rating-4", spoken="L+, 70 %"))),
        Row(id="c", group="Second", cells=(cell("Change"), cell(), cell("•", "blank"))),
        Row(id="sum", cells=(cell("All", "", Mark.TOTAL), cell("1"), cell("P-"))),
    ),
    empty="",
)


def test_every_cell_carries_its_text_its_step_and_its_marks_and_totals_are_left_out() -> None:
    read = Read(tiles(TABLE, "Named"))

    assert [(one["data-step"], one["data-marks"]) for one in read.of("td")] == [
        ("", ""),
        ("rating-0", "dashed hatched"),
        ("", ""),
        ("rating-4", ""),
        ("", ""),
        ("blank", ""),
    ]
    assert read.texts == [
        "Process",
        "Level",
        HOSTILE,
        "First",
        HOSTILE,
        "2",
        "N",
        "Release",
        "0",
        "L+",
        "Second",
        "Change",
        "•",
    ]
    assert read.of("table")[0]["aria-label"] == "Named"


def test_what_is_sized_knows_how_many_lines_and_columns_there_are() -> None:
    assert Read(tiles(TABLE, "")).of("table")[0]["style"] == "--lines:5;--columns:2"


def test_a_group_spans_the_table_and_every_part_has_its_role() -> None:
    read = Read(tiles(TABLE, ""))

    assert [one["colspan"] for one in read.of("th") if one["scope"] == "rowgroup"] == ["3", "3"]
    assert [one["role"] for one in read.of("th")] == ["columnheader"] * 3 + [
        "rowheader",
        "rowheader",
        "rowheader",
        "rowheader",
        "rowheader",
    ]
    assert {one["role"] for one in read.of("tr")} == {"row"}
    assert {one["role"] for one in read.of("td")} == {"cell"}


def test_a_cell_says_its_column_and_what_it_means() -> None:
    titles = [one["title"] for one in Read(tiles(TABLE, "")).of("td")]

    assert titles[3] == f"{HOSTILE}: L+, 70 %"
    assert titles[4] == "Level"


def test_nothing_that_somebody_wrote_is_markup() -> None:
    read = Read(tiles(TABLE, HOSTILE))

    assert read.of("img") == []
    assert read.of("table")[0]["aria-label"] == HOSTILE
    assert Read(legend([LegendEntry(style="", text=HOSTILE, sign="<b>")])).texts == ["<b>", HOSTILE]


@pytest.mark.parametrize(("score", "target"), [(20.0, 60.0), (80.0, 40.0)])
def test_a_drawing_shows_where_a_process_stands_where_it_is_to_be_and_the_way_between(
    score: float, target: float
) -> None:
    track = Track(line=(score, target), dot=score, diamond=target, is_dashed=score < target)
    table = Table(
        id="movement",
        title="",
        columns=(Column(id="process", name="Process"), Column(id="track", name="0 to 5", kind=Kind.TRACK)),
        rows=(Row(id="a", cells=(cell("A"), Cell(track=track, spoken="from here to there"))),),
        empty="",
    )
    html = tiles(table, "")
    placed = {one["class"]: one for one in Read(html).of("i") if "class" in one}

    assert placed["tiles-dot"]["style"] == f"left:{score:g}%"
    assert placed["tiles-dot"]["data-marks"] == ("dashed" if score < target else "")
    assert placed["tiles-target"]["style"] == f"left:{target:g}%"
    assert placed["tiles-way"]["style"] == f"left:{min(score, target):g}%;width:40%"
    assert re.findall(r'<i style="left:(\d+)%">(\d)</i>', html) == [
        ("0", "0"),
        ("20", "1"),
        ("40", "2"),
        ("60", "3"),
        ("80", "4"),
        ("100", "5"),
    ]
    assert [one["title"] for one in Read(html).of("span") if "title" in one] == ["from here to there"]


def test_a_place_that_is_not_known_is_not_drawn() -> None:
    row = Row(id="a", cells=(cell("A"), Cell(track=Track())))
    columns = (Column(id="process", name="Process"), Column(id="track", name="0 to 5", kind=Kind.TRACK))
    drawn = Read(tiles(Table(id="m", title="", columns=columns, rows=(row,), empty=""), "")).of("i")

    assert [one["class"] for one in drawn if "class" in one] == ["tiles-way"]


def test_the_legend_shows_each_look_with_what_it_means_and_is_empty_without_any() -> None:
    entries = (
        LegendEntry(style="rating-5", text="F"),
        LegendEntry(style="rating-1", text="low confidence", marks=frozenset({Mark.HATCHED})),
        LegendEntry(style="blank", text="nothing rated", sign="•"),
    )
    read = Read(legend(entries))

    assert [(one["data-step"], one["data-marks"]) for one in read.of("span")] == [
        ("rating-5", ""),
        ("rating-1", "hatched"),
        ("blank", ""),
    ]
    assert read.texts == ["F", "low confidence", "•", "nothing rated"]
    assert legend(()) == ""


def test_a_list_for_a_phone_holds_every_cell_that_is_not_empty_under_its_columns_name() -> None:
    columns = tuple(Column(id=one, name=one.upper()) for one in ("who", "what", "id"))
    rows = tuple(
        Row(id=texts[0], cells=tuple(Cell(text=text) for text in texts))
        for texts in (("Ann", HOSTILE, "1"), ("Bob", "", "2"))
    )
    read = Read(spelled_out(Table(id="changes", title="Changes", columns=columns, rows=rows, empty=""), ("id",)))
    assert read.texts == ["WHO", "Ann", "WHAT", HOSTILE, "WHO", "Bob"]
    assert len(read.of("li")) == 2
    assert not read.of("img")
    assert read.of("ul") == [{"class": "spelled-out", "aria-label": "Changes"}]
