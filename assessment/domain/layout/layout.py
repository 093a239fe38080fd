"""A layout: how what leaves the house looks, saved by name. The contents of its files are kept beside it, by hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from assessment.domain.answered.entries import AssessmentModel, RowId, ShortText
from assessment.domain.layout.colours import ColourUse, PaleColour, pale

NAME_LIMIT = 80
LINE_LIMIT = 120
HOUSE_ID = "house"
LOGO_WIDTH_MM, LOGO_HEIGHT_MM = 40.0, 12.0
"""The box that a logo is drawn in, at most."""

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-F]{6}$")]
ContentHash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
SectionId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,64}$")]
LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")]


def _on_one_line(text: str) -> str:
    """The text with one space between its words: it stands in one line at the foot of a page, or in a list."""
    return " ".join(text.split())


OneLine = Annotated[ShortText, AfterValidator(_on_one_line)]
LayoutName = Annotated[OneLine, StringConstraints(max_length=NAME_LIMIT)]
FootLine = Annotated[OneLine, StringConstraints(max_length=LINE_LIMIT)]


class FilePlace(StrEnum):
    """What a file of a layout is for."""

    CLIENT_LOGO = "client-logo"
    OWN_LOGO = "own-logo"
    FONT = "font"
    BOLD_FONT = "bold-font"
    DECK_TEMPLATE = "deck-template"

    @property
    def field(self) -> str:
        """The field of a layout that holds it."""
        return self.value.replace("-", "_")


class FileKind(StrEnum):
    """What a file is by its content; the value is the ending of its name."""

    SVG = "svg"
    PNG = "png"
    TTF = "ttf"
    OTF = "otf"
    WOFF2 = "woff2"
    PPTX = "pptx"


_LOGOS = frozenset({FileKind.SVG, FileKind.PNG})
_FONTS = frozenset({FileKind.TTF, FileKind.OTF, FileKind.WOFF2})


def kinds_for(place: FilePlace) -> frozenset[FileKind]:
    """The kinds of files that a place takes."""
    if place in (FilePlace.CLIENT_LOGO, FilePlace.OWN_LOGO):
        return _LOGOS
    return frozenset({FileKind.PPTX}) if place is FilePlace.DECK_TEMPLATE else _FONTS


class LayoutFile(AssessmentModel):
    """A file of a layout: what it is, what it was called, and the SHA-256 that its content is kept by.

    `width` and `height` are those of a logo, in its own unit; `family` is the name that a font gives itself.
    """

    kind: FileKind
    name: OneLine
    size_count: Annotated[int, Field(gt=0)]
    content_hash: ContentHash
    width: Annotated[float, Field(gt=0, allow_inf_nan=False)] | None = None
    height: Annotated[float, Field(gt=0, allow_inf_nan=False)] | None = None
    family: OneLine | None = None

    def size_within(self, width: float, height: float) -> tuple[float, float]:
        """Width and height of a logo as large as fits a box, its proportions kept; the box where it has no size.

        >>> logo = LayoutFile(
        ...     kind=FileKind.PNG, name="a", size_count=1, content_hash="0" * 64, width=100.0, height=50.0
        ... )
        >>> logo.size_within(40, 12)
        (24.0, 12.0)
        """
        if self.width is None or self.height is None:
            return width, height
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale


class FontChoice(StrEnum):
    """The families that come with the product."""

    SOURCE_SANS_3 = "source-sans-3"
    SOURCE_SERIF_4 = "source-serif-4"
    IBM_PLEX_SANS = "ibm-plex-sans"


class Layout(AssessmentModel):
    """How what leaves the house looks. `accent` colours text and marks, `second` lines, bars and large text.

    A `font` file takes the place of `font_choice`, `bold_font` that of its heavier weight. `confidentiality` takes the
    place of the house's own line at the foot. `sections` are those of a report in their order; none means all, in the
    house's.
    """

    id: RowId
    name: LayoutName
    client_logo: LayoutFile | None = None
    own_logo: LayoutFile | None = None
    accent: Colour = "#0F5C8C"
    second: Colour = "#16202B"
    font_choice: FontChoice = FontChoice.SOURCE_SANS_3
    font: LayoutFile | None = None
    bold_font: LayoutFile | None = None
    language: LanguageTag = "en-GB"
    confidentiality: FootLine | None = None
    sections: Annotated[tuple[SectionId, ...], Field(max_length=100)] = ()
    paper: Literal["A4", "Letter"] = "A4"
    deck_template: LayoutFile | None = None

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        for place in FilePlace:
            found = self.file(place)
            if found is not None and found.kind not in kinds_for(place):
                raise ValueError(f"a {found.kind} file cannot be its {place.value.replace('-', ' ')}")
        if len(set(self.sections)) < len(self.sections):
            raise ValueError("a section is in it twice")
        if self.bold_font is not None and self.font is None:
            raise ValueError("it has a bold font and no font")
        return self

    def file(self, place: FilePlace) -> LayoutFile | None:
        """The file at a place, if there is one."""
        found: LayoutFile | None = getattr(self, place.field)
        return found

    def with_file(self, place: FilePlace, file: LayoutFile | None) -> Layout:
        """The same layout with another file at a place; without a font it has no bold one either."""
        bold = {FilePlace.BOLD_FONT.field: None} if place is FilePlace.FONT and file is None else {}
        return Layout.model_validate(dict(self) | {place.field: file} | bold)

    @property
    def content_hashes(self) -> frozenset[str]:
        """What its files are kept by."""
        return frozenset(found.content_hash for found in map(self.file, FilePlace) if found is not None)

    @property
    def look_hash(self) -> str:
        """SHA-256 of everything that shows: two layouts of one hash print the same bytes, whatever they are called."""
        shown = self.model_dump(mode="json", exclude={"id", "name"})
        for place in FilePlace:
            if shown[place.field] is not None:
                del shown[place.field]["name"]
        return hashlib.sha256(json.dumps(shown, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


HOUSE_LAYOUT = Layout(id=HOUSE_ID, name="Plumbline")
"""What everything looks like without a layout of one's own."""


def pale_colours(layout: Layout) -> tuple[PaleColour, ...]:
    """The colours of a layout that do not stand out enough on white for what they are used for."""
    found = (pale(layout.accent, ColourUse.TEXT), pale(layout.second, ColourUse.BARS))
    return tuple(one for one in found if one is not None)


def unknown_sections(layout: Layout, known: Iterable[str]) -> tuple[str, ...]:
    """The sections of a layout that a report does not have, in their order."""
    there = frozenset(known)
    return tuple(section for section in layout.sections if section not in there)
