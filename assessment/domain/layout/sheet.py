"""A layout as a folder holds it: `layout.yaml`, and beside it the files that it names."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from assessment.domain.answered.entries import AssessmentModel
from assessment.domain.layout.layout import (
    Colour,
    FilePlace,
    FontChoice,
    FootLine,
    LanguageTag,
    Layout,
    LayoutFile,
    LayoutName,
    SectionId,
)

SHEET_NAME = "layout.yaml"
LAYOUTS_FOLDER = "layouts"
FileName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$")]


class LayoutSheet(AssessmentModel):
    """What `layout.yaml` says: a layout with names of files beside it in place of the files."""

    name: LayoutName
    accent: Colour = "#0F5C8C"
    second: Colour = "#16202B"
    font_choice: FontChoice = FontChoice.SOURCE_SANS_3
    language: LanguageTag = "en-GB"
    confidentiality: FootLine | None = None
    paper: Literal["A4", "Letter"] = "A4"
    sections: Annotated[tuple[SectionId, ...], Field(max_length=100)] = ()
    client_logo: FileName | None = None
    own_logo: FileName | None = None
    font: FileName | None = None
    bold_font: FileName | None = None
    deck_template: FileName | None = None

    def file_name(self, place: FilePlace) -> str | None:
        """What the file at a place is called in the folder, if there is one."""
        found: str | None = getattr(self, place.field)
        return found


def sheet_of(layout: Layout) -> LayoutSheet:
    """The sheet of a layout; its files are called by what they are for."""
    names = {
        place.field: None if (file := layout.file(place)) is None else sheet_file_name(place, file)
        for place in FilePlace
    }
    fields = {name: value for name, value in dict(layout).items() if name in LayoutSheet.model_fields}
    return LayoutSheet.model_validate(fields | names)


def sheet_file_name(place: FilePlace, file: LayoutFile) -> str:
    """What a file is called in the folder of a layout."""
    return f"{place.value}.{file.kind.value}"
