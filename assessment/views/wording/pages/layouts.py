"""What the page of layouts says that is not of a layout itself."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.layout.layout import FilePlace

TITLE = "How do files look?"
LEAD = (
    "A layout gives reports, slides and files a client's look: logos, colours, letters, and how numbers and dates are "
    "written. Choose one on the page Report."
)
NONE_YET = "No layout is saved yet: everything has Plumbline's own look. Make a layout to change that."
NONE_TO_CHOOSE = "No layout is saved yet: everything has Plumbline's own look."
READ_ONLY = "Everybody here shares the layouts: you may print by them. Changing them takes access to everything."
CHOOSE = "Layout"
NEW = "New layout"
NAME = "Name"
MAKE = "Make it"
REMOVE = "Remove"
REMOVE_TITLE = "Remove this layout for good?"
REMOVE_GO = "Remove it"
AS_REMOVED = "as removed"
AS_MADE = "as a new layout"
EXPORT = "Download as a folder"
IMPORT = "Bring a layout in"
IMPORT_LEAD = "A ZIP with layout.yaml and the files it names, as Download makes it."
OFFERED = "Layouts that come with a framework"
TAKE = "Take it"

LOGOS = "Logos"
LOGOS_LEAD = (
    "SVG or PNG; printed at most 40 by 12 mm: the client's to the left, the consultant's to the right. On slides an "
    "SVG shows in PowerPoint 2016 and later; a PNG shows in every program."
)
COLOURS = "Colours"
ACCENT = "First colour: titles, marks and bars"
SECOND = "Second colour: lines"
LETTERS = "Letters and numbers"
FONT = "Family"
LANGUAGE = "Numbers and dates as in"
LANGUAGE_HELP = "The words stay English."
PAPER = "Paper"
CONFIDENTIALITY = "Line at the foot"
CONFIDENTIALITY_USUAL = "Confidential"
FONT_FILES = "Fonts of your own"
FONT_LEAD = (
    "TTF, OTF or WOFF2, in place of the family above. A PDF carries it with it; slides only name it, so whoever opens "
    "them needs it too."
)
TEMPLATE_LEAD = "A PPTX with the layouts of Plumbline's own, in place of it."
SECTIONS = "Sections of the report"
SECTIONS_LEAD = "Which are printed, and in which order, in the main part and the full report."
ALL_SECTIONS = "As Plumbline orders them"
UP, DOWN = "Up", "Down"
UPLOAD: Mapping[FilePlace, str] = {
    FilePlace.CLIENT_LOGO: "Client's logo",
    FilePlace.OWN_LOGO: "Consultant's logo",
    FilePlace.FONT: "Font",
    FilePlace.BOLD_FONT: "Its bold",
    FilePlace.DECK_TEMPLATE: "Template of the deck",
}
TAKE_OUT = "Take it out"
TAKE_NEAREST = "Take the nearest"
LOOK = "Look"
LOOK_HELP = "Layouts are made on the page Layouts."


def removing(name: str) -> str:
    """What is removed, and what stays."""
    return f"'{name}', its logos and its fonts go for good. Files that were made with it stay as they are."


def kept(name: str) -> str:
    """The file that a layout has."""
    return f"Kept: {name}"


def section_moves(section: str, direction: str) -> str:
    """A button that moves a section, for who hears it."""
    return f"{direction}: {section}"
