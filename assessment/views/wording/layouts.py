"""How what leaves the house looks, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from assessment.domain.layout.colours import ColourUse, PaleColour
from assessment.domain.layout.layout import FilePlace, FontChoice
from assessment.views.report_kinds import Section
from assessment.views.wording.numbers import counted, decimal_text, listed, whole_text

PLACES: Mapping[FilePlace, str] = {
    FilePlace.CLIENT_LOGO: "Client's logo",
    FilePlace.OWN_LOGO: "Consultant's logo",
    FilePlace.FONT: "Font",
    FilePlace.BOLD_FONT: "Bold font",
    FilePlace.DECK_TEMPLATE: "Template of the deck",
}
FONTS: Mapping[FontChoice, str] = {
    FontChoice.SOURCE_SANS_3: "Source Sans 3",
    FontChoice.SOURCE_SERIF_4: "Source Serif 4",
    FontChoice.IBM_PLEX_SANS: "IBM Plex Sans",
}
USES: Mapping[ColourUse, str] = {ColourUse.TEXT: "text", ColourUse.BARS: "lines and bars"}
COLOURS: Mapping[ColourUse, str] = {ColourUse.TEXT: "First colour", ColourUse.BARS: "Second colour"}
FIELDS: Mapping[str, str] = {
    "name": "name",
    **{place.field: words.lower() for place, words in PLACES.items()},
    "accent": "first colour",
    "second": "second colour",
    "font_choice": "family of letters",
    "language": "language of numbers and dates",
    "confidentiality": "line at the foot",
    "sections": "sections",
    "paper": "paper",
}
REMOVED = "it was removed"
TO_BE_REMOVED = "to be removed"
NONE = "none"


def layout(name: str) -> str:
    """A layout, as a conflict calls it."""
    return f"The layout '{name}'"


def field_value(field: str, value: str) -> str:
    """One field of a layout as it is."""
    return f"{FIELDS[field]}: {value}"


def pale(one: PaleColour) -> str:
    """Why a colour is refused: how far it stands out, and how far it must."""
    return (
        f"{one.colour} stands out from white by {decimal_text(one.ratio)} to 1; {USES[one.use]} "
        f"{'needs' if one.use is ColourUse.TEXT else 'need'} {decimal_text(one.use.needed_ratio)} to 1"
    )


def nearest(one: PaleColour) -> str:
    """The colour that would do."""
    return f"The nearest of its kind that does is {one.nearest}."


def unknown_sections(sections: tuple[str, ...]) -> str:
    """Sections that no report has."""
    return f"no report has a section called {listed([f'{one!r}' for one in sections], limit=3)}"


def file_at(place: FilePlace, name: str) -> str:
    """A file that is offered, as a refusal calls it."""
    return f"{PLACES[place]} ({' '.join(name.split())[-60:]})"


HOW_TO_NAME: Mapping[str, str] = {
    "export": "Write: layout export NAME -o FOLDER.",
    "import": "Write: layout import FOLDER.",
    "remove": "Write: layout remove NAME.",
}
QUESTION = "How do files look?"
EMPTY = "No layout is saved: everything has Plumbline's own look."
HOUSE_NAME = "Plumbline's own look"
COLUMN_NAME, COLUMN_COLOURS, COLUMN_FONT, COLUMN_LOGOS, COLUMN_LANGUAGE, COLUMN_PAPER = (
    "Name",
    "Colours",
    "Font",
    "Logos",
    "Numbers and dates",
    "Paper",
)


def finding(count: int) -> str:
    """How many there are."""
    return f"{counted(count, 'layout')} saved."


def names(found: tuple[str, ...]) -> str:
    """Which layouts there are, as a remedy."""
    return f"Choose one of: {', '.join(found)}." if found else "None is saved yet."


def imported(name: str) -> str:
    """A layout was read from a folder."""
    return f"Imported as '{name}'."


def removed(name: str) -> str:
    """A layout was removed."""
    return f"Removed '{name}'."


def logos(count: int) -> str:
    """How many logos a layout has."""
    return counted(count, "logo") if count else NONE


PREVIEW_ORGANISATION, PREVIEW_UNIT = "Invented Partners Ltd", "IT services"
PREVIEW_TITLE = "Where it stands"
PREVIEW_BARS = (("Change", 2.0), ("Incident", 3.4), ("Problem", 0.6))
PREVIEW_DAY = date(2026, 3, 1)


def preview_finding() -> str:
    """A sentence with a number, as a report has them."""
    return f"The mean score is {decimal_text(2.0)} of {decimal_text(5.0)}, over {whole_text(1250)} answers."


def preview_spoken(name: str) -> str:
    """What the picture of a layout shows."""
    return f"The head of a page as the layout '{name}' prints it."


def stands_out(ratio: float, use: ColourUse) -> str:
    """How far a colour that does stands out."""
    return f"{decimal_text(ratio)} to 1 on white: stands out enough for {USES[use]}."


SECTION_NAMES: Mapping[Section, str] = {
    Section.COVER: "Cover",
    Section.CONTENTS: "Contents",
    Section.INTRODUCTION: "Introduction (own words)",
    Section.APPROACH: "How it was done (own words)",
    Section.EXECUTIVE: "The page that decides",
    Section.COMMENTARY: "Commentary (own words)",
    Section.MAP: "Process map, and what matters",
    Section.HEATMAP_AS_IS: "Heatmap: as it is",
    Section.HEATMAP_TO_BE: "Heatmap: as it is to be",
    Section.HEATMAP_GAP: "Heatmap: the gap",
    Section.MOVEMENT: "From now to target",
    Section.SINCE: "Since last time",
    Section.CHARACTERISTICS: "Characteristics",
    Section.GROUPS: "Groups of processes",
    Section.PRIORITIES: "What to raise first",
    Section.OPINIONS: "How far people agree on what hurts",
    Section.ROADMAP: "Waves",
    Section.FIRMNESS: "How firm it is",
    Section.HAND_OFFS: "Hand-offs",
    Section.TRANSITIONS: "Transitions",
    Section.OWNERS: "Owners and readiness",
    Section.TECHNOLOGY: "Technology",
    Section.SOURCING: "Sourcing",
    Section.SERVICES: "Critical services",
    Section.RECOMMENDATIONS: "Recommendations (own words)",
    Section.NEXT_STEPS: "Next steps (own words)",
    Section.PROCESSES: "Process by process",
    Section.STEPS: "Steps in full",
    Section.CAPACITY: "What more capacity buys",
    Section.CHOICES: "What decisions by hand cost",
    Section.RANGES: "Ranges of the results",
    Section.HAND_OFFS_WORKING: "Hand-offs that work",
    Section.READINESS: "Readiness of the owners",
    Section.RECORDED: "Tools and sourcing, process by process",
    Section.METHOD: "Method",
}
"""What a reader who chooses calls the sections of a report."""
