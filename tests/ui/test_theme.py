"""The theme and the style sheet say what the tokens say, and every colour that carries text can be read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import streamlit.config

from assessment.charts import tokens
from assessment.charts.tokens import DARK, LIGHT, Palette
from assessment.domain.layout.colours import contrast_ratio
from assessment.services.signed_in import ACCOUNT_FIELD, ACCOUNT_HEADER, HEADER, USER_FIELD
from assessment.ui.theme import CONFIG_FILE, STYLE_SHEET, with_properties, with_theme

ASSETS = STYLE_SHEET.parent
AA_TEXT = 4.5
AA_CONTROL = 3.0


def test_the_committed_config_is_the_generated_one() -> None:
    written = CONFIG_FILE.read_text("utf-8")

    assert with_theme(written) == written, "run: python -m assessment.ui.theme"


def test_the_committed_style_sheet_is_the_generated_one() -> None:
    written = STYLE_SHEET.read_text("utf-8")

    assert with_properties(written) == written, "run: python -m assessment.ui.theme"


def test_a_colour_changed_by_hand_below_the_marker_is_put_right() -> None:
    written = CONFIG_FILE.read_text("utf-8")

    assert with_theme(written.replace(LIGHT.accent, "#000000")) == written


def test_streamlit_knows_every_option_of_the_config() -> None:
    config = tomllib.loads(CONFIG_FILE.read_text("utf-8"))
    known = streamlit.config._config_options_template

    unknown = [name for name in _options(config) if name not in known]

    assert unknown == []


def test_the_options_that_keep_a_promise_are_set() -> None:
    config = tomllib.loads(CONFIG_FILE.read_text("utf-8"))

    assert config["runner"]["postScriptGC"] is False
    assert config["server"]["address"] == "127.0.0.1"
    assert config["server"]["maxUploadSize"] == 10
    assert config["server"]["trustedUserHeaders"] == {HEADER: USER_FIELD, ACCOUNT_HEADER: ACCOUNT_FIELD}
    assert config["browser"]["serverAddress"] == "127.0.0.1"
    assert config["browser"]["gatherUsageStats"] is False
    assert config["client"]["showErrorDetails"] == "none"


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["ink", "quiet_ink", "accent", "trouble", "good", "care"])
def test_text_can_be_read_on_ground_and_panel(palette: Palette, name: str) -> None:
    colour = getattr(palette, name)

    assert min(contrast_ratio(colour, palette.ground), contrast_ratio(colour, palette.panel)) >= AA_TEXT


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_edge_of_a_control_can_be_seen(palette: Palette) -> None:
    assert min(contrast_ratio(palette.edge, palette.ground), contrast_ratio(palette.edge, palette.panel)) >= AA_CONTROL


@pytest.mark.parametrize("steps", [tokens.LIGHT_STEPS, tokens.DARK_STEPS], ids=["light", "dark"])
def test_letters_can_be_read_on_every_step_of_every_scale(steps: Mapping[str, tokens.ScaleStep]) -> None:
    assert min(contrast_ratio(step.fill, step.ink) for step in steps.values()) >= AA_TEXT


@pytest.mark.parametrize(
    ("steps", "ground"), [(tokens.LIGHT_STEPS, "#FFFFFF"), (tokens.DARK_STEPS, "#000000")], ids=["light", "dark"]
)
def test_the_rating_scale_recedes_at_none_and_stands_out_at_fully(
    steps: Mapping[str, tokens.ScaleStep], ground: str
) -> None:
    contrasts = [contrast_ratio(steps[f"rating-{code}"].fill, ground) for code in range(6)]

    assert contrasts == sorted(contrasts)
    assert len(set(contrasts)) == 6


def test_charts_take_the_scale_of_the_theme_they_are_drawn_in() -> None:
    themes = tomllib.loads(CONFIG_FILE.read_text("utf-8"))["theme"]

    for name, steps in (("light", tokens.LIGHT_STEPS), ("dark", tokens.DARK_STEPS)):
        colours = themes[name]["chartSequentialColors"]
        assert (colours[0], colours[-1]) == (steps["rating-0"].fill, steps["rating-5"].fill)


def test_every_font_file_is_there_with_its_licence_and_its_figures_are_tabular() -> None:
    from fontTools.ttLib import TTFont

    folder = ASSETS / tokens.FONT_FOLDER
    for face in tokens.FONT_FACES:
        font = TTFont(folder / face.file)
        if "latin-ext" not in face.file:
            characters = font.getBestCmap()
            assert len({font["hmtx"][characters[ord(figure)]][0] for figure in "0123456789"}) == 1
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text("utf-8")


def test_the_fonts_are_served_from_beside_the_script() -> None:
    served = Path(__file__).resolve().parents[2] / "assessment" / "ui" / "static" / tokens.FONT_FOLDER
    urls = re.findall(r'url = "app/static/fonts/([^"]+)"', CONFIG_FILE.read_text("utf-8"))

    assert len(urls) == len(tokens.FONT_FACES)
    assert all((served / name).is_file() for name in urls)


def font_files() -> set[str]:
    folder = Path(__file__).resolve().parents[2] / "assessment" / "ui" / "static" / tokens.FONT_FOLDER
    return {path.name for path in folder.glob("*.woff2")}


def test_the_style_sheet_takes_nothing_from_outside_and_names_classes_whole() -> None:
    written = re.sub(r"/\*.*?\*/", "", STYLE_SHEET.read_text("utf-8"), flags=re.DOTALL)

    assert set(re.findall(r'url\("?([^")]+)"?\)', written)) == {f"app/static/fonts/{name}" for name in font_files()}
    assert "@import" not in written
    assert "[class*=" not in written


def _options(config: dict[str, Any], prefix: str = "") -> list[str]:
    found: list[str] = []
    for key, value in config.items():
        is_section = isinstance(value, dict) and key != "trustedUserHeaders"
        found += _options(value, f"{prefix}{key}.") if is_section else [f"{prefix}{key}"]
    return found
