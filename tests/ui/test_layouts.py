"""The page of layouts on a real database: what is chosen, typed, brought and moved is what the store holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assessment.domain.layout.layout import FontChoice, Layout
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from assessment.views.report_kinds import CHOOSABLE
from assessment.views.wording.layouts import SECTION_NAMES
from tests.reporting.branding import offered as made
from tests.services.printing import Printer
from tests.services.test_layouts import looked_at
from tests.ui.assessed import an_empty_one, opened, page, words


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        plumbline.layouts._worker = Printer(lambda order: looked_at(order.document))
        yield plumbline


def a_layout(plumbline: Plumbline, name: str = "Ours", **fields: Any) -> str:
    layout_id = plumbline.layouts.create(LOCAL_ACTOR, name)
    if fields:
        plumbline.layouts.save(LOCAL_ACTOR, Layout.model_validate(dict(held(plumbline, layout_id)) | fields))
    return layout_id


def held(plumbline: Plumbline, layout_id: str) -> Layout:
    return plumbline.layouts.read(LOCAL_ACTOR, layout_id).layout


def test_a_first_layout_is_made_by_its_name(plumbline: Plumbline) -> None:
    test = page("layouts")
    assert "No layout is saved yet" in words(test)
    test.text_input(key="layouts:new").set_value("Invented Partners")
    test.button(key="layouts:new:go").click().run()
    assert not test.exception
    assert [one.layout.name for one in plumbline.layouts.list_layouts(LOCAL_ACTOR)] == ["Invented Partners"]
    assert test.selectbox(key="layouts:chosen").options == ["Invented Partners"]


def test_every_field_is_saved_as_it_is_changed(plumbline: Plumbline) -> None:
    layout_id = a_layout(plumbline)
    test = page("layouts")
    key = f"layouts:{layout_id}"
    test.text_input(key=f"{key}:name").set_value("Board").run()
    test.color_picker(key=f"{key}:accent").set_value("#8a3b00").run()
    test.color_picker(key=f"{key}:second").set_value("#c0562b").run()
    test.selectbox(key=f"{key}:font_choice").set_value(FontChoice.IBM_PLEX_SANS).run()
    test.selectbox(key=f"{key}:language").set_value("de").run()
    test.segmented_control(key=f"{key}:paper").set_value("Letter").run()
    test.text_input(key=f"{key}:confidentiality").set_value("For the board").run()
    assert not test.exception
    found = held(plumbline, layout_id)
    assert (found.name, found.accent, found.second, found.font_choice) == (
        *("Board", "#8A3B00", "#C0562B"),
        FontChoice.IBM_PLEX_SANS,
    )
    assert (found.language, found.paper, found.confidentiality) == ("de", "Letter", "For the board")
    assert plumbline.layouts.read(LOCAL_ACTOR, layout_id).version == 8
    test.text_input(key=f"{key}:confidentiality").set_value("").run()
    assert held(plumbline, layout_id).confidentiality is None


def test_a_pale_colour_says_its_contrast_is_not_stored_and_the_nearest_can_be_taken(plumbline: Plumbline) -> None:
    layout_id = a_layout(plumbline)
    test = page("layouts")
    test.color_picker(key=f"layouts:{layout_id}:accent").set_value("#ff0000").run()
    assert "#FF0000 stands out from white by 4.0 to 1; text needs 4.5 to 1" in words(test)
    assert "#EE0000" in words(test)
    assert held(plumbline, layout_id).accent == "#0F5C8C"
    test.button(key=f"layouts:{layout_id}:accent:nearest").click().run()
    assert held(plumbline, layout_id).accent == "#EE0000"
    assert "4.5 to 1 on white: stands out enough for text." in words(test)


def test_an_empty_name_is_refused_in_words(plumbline: Plumbline) -> None:
    layout_id = a_layout(plumbline)
    test = page("layouts")
    test.text_input(key=f"layouts:{layout_id}:name").set_value("").run()
    assert not test.exception
    assert "Not saved" in words(test)
    assert held(plumbline, layout_id).name == "Ours"


def test_who_is_late_sees_both_and_chooses(plumbline: Plumbline) -> None:
    layout_id = a_layout(plumbline)
    key = f"layouts:{layout_id}"
    test = page("layouts")
    plumbline.layouts.save(LOCAL_ACTOR, Layout.model_validate(dict(held(plumbline, layout_id)) | {"accent": "#000000"}))
    test.color_picker(key=f"{key}:accent").set_value("#8a3b00").run()
    assert held(plumbline, layout_id).accent == "#000000"
    assert "first colour: #000000" in words(test)
    assert "first colour: #8A3B00" in words(test)
    test.button(key=f"conflict:mine:{key}").click().run()
    assert held(plumbline, layout_id).accent == "#8A3B00"


def test_a_logo_that_is_brought_is_kept_and_a_hostile_one_is_refused_in_words(plumbline: Plumbline) -> None:
    layout_id = a_layout(plumbline)
    key = f"layouts:{layout_id}:file:client-logo"
    test = page("layouts")
    test.file_uploader(key=f"{key}:0").set_value(("logo.svg", made.A_LOGO.encode(), "image/svg+xml")).run()
    assert not test.exception
    assert plumbline.layouts.brand(LOCAL_ACTOR, layout_id).files[0].content == made.A_LOGO.encode()
    assert "Kept: logo.svg" in words(test)
    evil = made.drawing("<script>1</script>")
    test.file_uploader(key=f"{key}:1").set_value(("evil.svg", evil, "image/svg+xml")).run()
    assert "it holds a <script>" in words(test).replace("\\", "")
    assert plumbline.layouts.brand(LOCAL_ACTOR, layout_id).files[0].content == made.A_LOGO.encode()
    test.button(key=f"{key}:out").click().run()
    assert held(plumbline, layout_id).client_logo is None


def test_sections_are_left_out_put_in_and_moved(plumbline: Plumbline) -> None:
    layout_id = a_layout(plumbline, sections=("cover", "groups", "method"))
    key = f"layouts:{layout_id}:section"
    test = page("layouts")
    assert len([box for box in test.checkbox if box.value]) == 3
    assert len(test.checkbox) == len(CHOOSABLE)
    test.button(key=f"{key}:method:up").click().run()
    assert held(plumbline, layout_id).sections == ("cover", "method", "groups")
    test.checkbox(key=f"{key}:cover").uncheck().run()
    assert held(plumbline, layout_id).sections == ("method", "groups")
    test.checkbox(key=f"{key}:owners").check().run()
    assert held(plumbline, layout_id).sections == ("method", "groups", "owners")
    test.button(key=f"{key}:method:down").click().run()
    assert held(plumbline, layout_id).sections == ("groups", "method", "owners")
    test.button(key=f"layouts:{layout_id}:all").click().run()
    assert held(plumbline, layout_id).sections == ()


def test_every_section_of_a_report_has_a_name() -> None:
    assert set(SECTION_NAMES) == set(CHOOSABLE)
    assert len(set(SECTION_NAMES.values())) == len(CHOOSABLE)


def test_a_layout_is_removed_after_it_was_said_what_goes(plumbline: Plumbline) -> None:
    layout_id = a_layout(plumbline)
    test = page("layouts")
    test.button(key=f"layouts:{layout_id}:remove").click().run()
    assert "its logos and its fonts go for good" in words(test)
    test.button(key="layouts:remove:go").click().run()
    assert plumbline.layouts.list_layouts(LOCAL_ACTOR) == ()


def test_a_layout_comes_out_of_a_zip(plumbline: Plumbline) -> None:
    layout_id = a_layout(plumbline, "Ours", language="fr")
    archive = plumbline.layouts.archive(LOCAL_ACTOR, layout_id)
    plumbline.layouts.remove(LOCAL_ACTOR, layout_id)
    test = page("layouts")
    test.file_uploader(key="layouts:file:0").set_value(("ours.zip", archive, "application/zip")).run()
    assert not test.exception
    assert [one.layout.language for one in plumbline.layouts.list_layouts(LOCAL_ACTOR)] == ["fr"]
    test.file_uploader(key="layouts:file:1").set_value(("ours.zip", b"PK", "application/zip")).run()
    assert "it is no .zip, or damaged" in words(test)


def test_the_report_page_prints_by_the_look_that_is_chosen(
    plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch
) -> None:
    assessment_id = an_empty_one(plumbline)
    layout_id = a_layout(plumbline, paper="Letter")
    begun: list[Any] = []

    def start(actor: Any, *order: Any) -> str:
        begun.append(order)
        return "job"

    test = page("report", assessment=assessment_id)
    monkeypatch.setattr(plumbline.reports, "start", start)
    box = test.selectbox(key=f"report:{assessment_id}:look")
    assert box.options == ["Plumbline's own look", "Ours"]
    test.button(key=f"report:{assessment_id}:build").click().run()
    test.selectbox(key=f"report:{assessment_id}:look").set_value(layout_id).run()
    test.button(key=f"report:{assessment_id}:build").click().run()
    assert list(dict.fromkeys((order[0], *order[-2:]) for order in begun)) == [
        (assessment_id, "A4", None),
        (assessment_id, "Letter", layout_id),
    ]
    assert test.query_params["layout"] == layout_id
