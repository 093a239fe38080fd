"""The picture of what the product does: colours of the theme, one statement chosen, no word in it."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from assessment.charts.theme import Theme, palette
from assessment.charts.welcome import welcome


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_the_picture_has_the_colours_of_its_theme_and_holds_no_word(theme: Theme) -> None:
    drawn = ElementTree.fromstring(welcome(theme))
    fills = [element.get("fill") for element in drawn.iter()]
    assert palette(theme).accent in fills
    assert not "".join(drawn.itertext()).strip()
    chosen = [one for one in drawn.iter() if one.get("stroke") == palette(theme).accent]
    assert len(chosen) == 1
    other = palette(Theme.DARK if theme is Theme.LIGHT else Theme.LIGHT)
    assert other.accent not in welcome(theme)
