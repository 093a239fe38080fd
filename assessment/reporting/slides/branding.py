"""A layout as the deck takes it: its colours, letters, logos, template and the line at the foot."""

from __future__ import annotations

from assessment.domain.layout.brand import Brand, stamped_layout
from assessment.domain.layout.layout import HOUSE_LAYOUT, FilePlace, FontChoice
from assessment.reporting.slides.style import TEMPLATE, DeckStyle
from assessment.views.layouts import font_name


def style_of(brand: Brand) -> DeckStyle:
    """The style that a layout asks for; what it leaves as the house has it stays as the template has it."""
    layout, template = brand.layout, brand.at(FilePlace.DECK_TEMPLATE)
    has_own_letters = layout.font is not None or layout.font_choice is not FontChoice.SOURCE_SANS_3
    return DeckStyle(
        template=None if template is None else template.content,
        template_name=TEMPLATE.name if template is None else template.file.name,
        client_logo=_content(brand, FilePlace.CLIENT_LOGO),
        consultant_logo=_content(brand, FilePlace.OWN_LOGO),
        accent=None if layout.accent == HOUSE_LAYOUT.accent else layout.accent,
        second=None if layout.second == HOUSE_LAYOUT.second else layout.second,
        font=font_name(layout) if has_own_letters else None,
        look_hash=stamped_layout(brand),
    )


def _content(brand: Brand, place: FilePlace) -> bytes | None:
    file = brand.at(place)
    return None if file is None else file.content
