"""Layouts: the list of them, one in words, and where its logos stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assessment.domain.layout.layout import LOGO_HEIGHT_MM, LOGO_WIDTH_MM, FilePlace, Layout, LayoutFile
from assessment.views.model import Cell, Column, Row, Table, View
from assessment.views.report_kinds import CHOOSABLE, Section
from assessment.views.wording import layouts as words
from assessment.views.wording.numbers import language_name, listed, long_date, month_text, score_text, written_in
from assessment.views.wording.report import confidentiality


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedLogo:
    """A logo as it is drawn: which file of the layout, how large, and what it is to who cannot see it."""

    place: str
    width_mm: float
    height_mm: float
    spoken: str


def layouts_view(layouts: Sequence[Layout]) -> View:
    """A row for each layout, in the order given."""
    columns = (
        ("name", words.COLUMN_NAME),
        ("colours", words.COLUMN_COLOURS),
        ("font", words.COLUMN_FONT),
        ("logos", words.COLUMN_LOGOS),
        ("language", words.COLUMN_LANGUAGE),
        ("paper", words.COLUMN_PAPER),
    )
    return View(
        id="layouts",
        question=words.QUESTION,
        finding=words.finding(len(layouts)) if layouts else words.EMPTY,
        tables=(
            Table(
                id="layouts",
                title=words.QUESTION,
                columns=tuple(Column(id=one, name=name) for one, name in columns),
                rows=tuple(map(_row, layouts)),
                empty=words.EMPTY,
            ),
        ),
        empty="" if layouts else words.EMPTY,
    )


def _row(layout: Layout) -> Row:
    logo_count = sum(layout.file(place) is not None for place in (FilePlace.CLIENT_LOGO, FilePlace.OWN_LOGO))
    return Row(
        id=layout.id,
        cells=(
            Cell(text=layout.name, value=layout.id),
            Cell(text=f"{layout.accent} {layout.second}"),
            Cell(text=font_name(layout), value=layout.font_choice.value),
            Cell(text=words.logos(logo_count), value=logo_count),
            Cell(text=language_name(layout.language), value=layout.language),
            Cell(text=layout.paper, value=layout.paper),
        ),
    )


def font_name(layout: Layout) -> str:
    """What the letters of a layout are called: its file's own name, or the family it chose."""
    if layout.font is not None:
        return layout.font.family or layout.font.name
    return words.FONTS[layout.font_choice]


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewBar:
    """One bar of the picture: a score from 0 to 5 as it is drawn and as it is written."""

    name: str
    value: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What stands in the picture of a layout."""

    spoken: str
    organisation: str
    unit: str
    day: str
    title: str
    finding: str
    foot: str
    bars: tuple[PreviewBar, ...]
    client_logo: PlacedLogo | None
    own_logo: PlacedLogo | None


def layout_preview(layout: Layout) -> Preview:
    """The picture of a layout: an invented head of a page, numbers and date as its language writes them."""
    with written_in(layout.language):
        return Preview(
            spoken=words.preview_spoken(layout.name),
            organisation=words.PREVIEW_ORGANISATION,
            unit=words.PREVIEW_UNIT,
            day=long_date(words.PREVIEW_DAY),
            title=words.PREVIEW_TITLE,
            finding=words.preview_finding(),
            foot=confidentiality(is_fictional=False, is_draft=False, own=layout.confidentiality),
            bars=tuple(
                PreviewBar(name=name, value=value, text=score_text(value)) for name, value in words.PREVIEW_BARS
            ),
            client_logo=placed_logo(layout, FilePlace.CLIENT_LOGO),
            own_logo=placed_logo(layout, FilePlace.OWN_LOGO),
        )


def ordered_sections(layout: Layout) -> tuple[tuple[Section, bool], ...]:
    """Every section with whether it is chosen: those of the layout in its order, then the others in the house's."""
    chosen = tuple(Section(one) for one in layout.sections) or CHOOSABLE
    return (*((one, True) for one in chosen), *((one, False) for one in CHOOSABLE if one not in chosen))


def placed_logo(layout: Layout, place: FilePlace) -> PlacedLogo | None:
    """A logo of a layout in its box; None where there is none."""
    file = layout.file(place)
    if file is None:
        return None
    width, height = file.size_within(LOGO_WIDTH_MM, LOGO_HEIGHT_MM)
    return PlacedLogo(
        place=place.value,
        width_mm=round(width, 2),
        height_mm=round(height, 2),
        spoken=words.PLACES[place],
    )


def layout_difference(theirs: Layout | None, yours: Layout | None) -> tuple[str, str]:
    """What is stored and what was to be, in words: the fields that differ."""
    if theirs is None or yours is None:
        stored = words.REMOVED if theirs is None else theirs.name
        return stored, words.TO_BE_REMOVED if yours is None else yours.name
    fields = [name for name in words.FIELDS if getattr(theirs, name) != getattr(yours, name)]
    return _fields(theirs, fields), _fields(yours, fields)


def _fields(layout: Layout, fields: list[str]) -> str:
    return "; ".join(words.field_value(name, _value(layout, name)) for name in fields)


def _value(layout: Layout, field: str) -> str:
    value = getattr(layout, field)
    if isinstance(value, LayoutFile):
        return value.name
    if isinstance(value, tuple):
        return listed(value) or words.NONE
    return words.NONE if value is None else str(value)


def layout_texts(layout: Layout) -> tuple[str, ...]:
    """What a layout itself brings to a page: the months as its language calls them, and the line at the foot."""
    with written_in(layout.language):
        months = tuple(long_date(date(2026, month, 1)) + month_text(date(2026, month, 1)) for month in range(1, 13))
    return (*months, layout.confidentiality or "")
