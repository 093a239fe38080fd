"""A layout is refused where it contradicts itself, and its hash is of what shows."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from assessment.domain.layout.brand import Brand, BrandFile
from assessment.domain.layout.colours import ColourUse, contrast_ratio, nearest_colour, pale
from assessment.domain.layout.layout import (
    HOUSE_LAYOUT,
    FileKind,
    FilePlace,
    FontChoice,
    Layout,
    LayoutFile,
    pale_colours,
    unknown_sections,
)
from assessment.domain.layout.sheet import sheet_of


def a_file(kind: FileKind = FileKind.PNG, **fields: Any) -> LayoutFile:
    usual: dict[str, Any] = {"kind": kind, "name": f"a.{kind}", "size_count": 1, "content_hash": "0" * 64}
    return LayoutFile(**(usual | fields))


def changed(**fields: Any) -> Layout:
    return Layout.model_validate(dict(HOUSE_LAYOUT) | fields)


@pytest.mark.parametrize(
    ("colour", "ratio"),
    # computed by the formula of WCAG 2.2 by hand: (1.05) / (luminance + 0.05)
    [("#FFFFFF", 1.0), ("#000000", 21.0), ("#767676", 4.54), ("#FF0000", 4.0), ("#0000FF", 8.59)],
)
def test_the_contrast_with_white_is_that_of_the_guideline(colour: str, ratio: float) -> None:
    assert round(contrast_ratio(colour, "#FFFFFF"), 2) == ratio


def test_red_does_for_bars_and_not_for_text_and_the_nearest_red_is_named() -> None:
    assert pale("#FF0000", ColourUse.BARS) is None
    found = pale("#FF0000", ColourUse.TEXT)
    assert found is not None
    assert (found.colour, found.use, round(found.ratio, 1)) == ("#FF0000", ColourUse.TEXT, 4.0)
    red, rest = int(found.nearest[1:3], 16), found.nearest[3:]
    assert rest == "0000"
    assert contrast_ratio(found.nearest, "#FFFFFF") >= 4.5 > contrast_ratio(f"#{red + 1:02X}0000", "#FFFFFF")


@pytest.mark.parametrize("colour", ["#FFFFFF", "#F5E663", "#00FF00", "#7FB7E0"])
@pytest.mark.parametrize("use", list(ColourUse))
def test_the_nearest_colour_does_what_its_use_asks(colour: str, use: ColourUse) -> None:
    assert contrast_ratio(nearest_colour(colour, use), "#FFFFFF") >= use.needed_ratio


def test_each_of_the_two_colours_is_held_against_its_own_use() -> None:
    # 3.5 to 1: enough for bars, not for text
    assert [one.use for one in pale_colours(changed(accent="#8A8A8A", second="#8A8A8A"))] == [ColourUse.TEXT]
    assert [one.use for one in pale_colours(changed(second="#BBBBBB"))] == [ColourUse.BARS]
    assert pale_colours(HOUSE_LAYOUT) == ()


@pytest.mark.parametrize(
    "fields",
    [
        {"accent": "red"},
        {"accent": "#0f5c8c"},
        {"client_logo": a_file(FileKind.TTF)},
        {"font": a_file(FileKind.SVG)},
        {"deck_template": a_file(FileKind.PNG)},
        {"bold_font": a_file(FileKind.TTF)},
        {"sections": ("cover", "cover")},
        {"sections": ["cover"]},
        {"paper": "A3"},
        {"language": "../de"},
        {"name": "n" * 81},
        {"confidentiality": "c" * 121},
        {"own": 1},
    ],
    ids=str,
)
def test_what_contradicts_itself_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        changed(**fields)


def test_what_stands_in_one_line_has_no_others() -> None:
    layout = changed(name=" Two\n words ", confidentiality="For\tyou\nonly")
    assert (layout.name, layout.confidentiality) == ("Two words", "For you only")


def test_a_layout_without_a_font_has_no_bold_one_either() -> None:
    both = changed(font=a_file(FileKind.TTF), bold_font=a_file(FileKind.OTF))
    assert both.with_file(FilePlace.FONT, None) == HOUSE_LAYOUT
    assert both.with_file(FilePlace.BOLD_FONT, None).font is not None


def test_a_logo_fits_its_box_both_ways_and_keeps_its_proportions() -> None:
    assert a_file(width=400.0, height=10.0).size_within(40, 12) == (40.0, 1.0)
    assert a_file(width=10.0, height=120.0).size_within(40, 12) == (1.0, 12.0)
    assert a_file().size_within(40, 12) == (40, 12)


def test_the_hash_of_a_look_is_of_everything_that_shows_and_of_no_name() -> None:
    looks = (
        HOUSE_LAYOUT,
        changed(accent="#000000"),
        changed(second="#000000"),
        changed(font_choice=FontChoice.IBM_PLEX_SANS),
        changed(language="de"),
        changed(confidentiality="Ours"),
        changed(sections=("cover",)),
        changed(sections=("cover", "method")),
        changed(sections=("method", "cover")),
        changed(paper="Letter"),
        changed(client_logo=a_file()),
        changed(own_logo=a_file()),
        changed(own_logo=a_file(content_hash="1" * 64)),
        changed(font=a_file(FileKind.TTF)),
        changed(deck_template=a_file(FileKind.PPTX)),
    )
    assert len({one.look_hash for one in looks}) == len(looks)
    assert changed(id="other", name="Other").look_hash == HOUSE_LAYOUT.look_hash
    assert changed(own_logo=a_file(name="b.png")).look_hash == changed(own_logo=a_file()).look_hash


def test_sections_that_no_report_has_are_named_in_their_order() -> None:
    assert unknown_sections(changed(sections=("z", "cover", "a")), ("cover", "method")) == ("z", "a")


def test_a_brand_gives_the_file_of_a_place() -> None:
    file = BrandFile(place=FilePlace.OWN_LOGO, file=a_file(), content=b"x")
    brand = Brand(layout=changed(own_logo=a_file()), files=(file,))
    assert brand.at(FilePlace.OWN_LOGO) is file
    assert brand.at(FilePlace.CLIENT_LOGO) is None


def test_a_sheet_calls_the_files_by_what_they_are_for() -> None:
    sheet = sheet_of(changed(name="N", client_logo=a_file(FileKind.SVG), font=a_file(FileKind.WOFF2), language="de"))
    assert (sheet.name, sheet.client_logo, sheet.own_logo, sheet.font, sheet.language) == (
        *("N", "client-logo.svg", None, "font.woff2", "de"),
    )
