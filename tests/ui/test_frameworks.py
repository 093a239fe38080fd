"""The Frameworks page: everything a framework says can be read, found and checked, and none of it acts."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.catalogue.archive import packed
from assessment.domain.authored.content import Guide, Origin, Process
from assessment.domain.authored.framework import Depth, Framework
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.frameworks import PaperRequest
from assessment.services.plumbline import Plumbline
from assessment.ui.pages.frameworks import Side
from assessment.views.frameworks.actions import actions_view
from assessment.views.frameworks.places import ProcessPart, Topic
from assessment.views.frameworks.questions import questions_view
from assessment.views.frameworks.scales import scales_view
from assessment.views.frameworks.terms import glossary_view, scenarios_view, transitions_view
from tests.builders import fields_of, tiny_framework
from tests.services.folders import distinct, write_framework
from tests.ui.assessed import HOSTILE, framework_of, id_in_url, opened, page, words

PATIENCE_SECONDS = 180


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def choose(test: AppTest, key: str, value: str) -> AppTest:
    """Choose in the switch of that key."""
    switch = next(group for group in test.button_group if group.key == key)
    return switch.set_value(value).run()


def own_page() -> AppTest:
    return choose(page("frameworks"), "frameworks:side", Side.OWN)


def uploaded(content: bytes, name: str = "mine.zip") -> AppTest:
    test = own_page()
    return test.file_uploader[0].set_value((name, content, "application/zip")).run()


def a_folder(folder: Path, **changes: object) -> Path:
    """An author's folder of the invented framework, with changes to its first process."""
    framework = distinct(tiny_framework())
    first = Process(**{**fields_of(framework.processes[0]), **changes})
    changed = Framework(**{**fields_of(framework), "id": "mine", "processes": (first, *framework.processes[1:])})
    return write_framework(changed, folder)


def test_the_first_screen_names_every_process_by_group_with_why_it_matters(plumbline: Plumbline) -> None:
    test = page("frameworks")
    framework = framework_of(plumbline)
    assert not test.exception
    said = words(test)
    for group in framework.groups:
        assert group.name in said
    labels = {button.label for button in test.button}
    for process in framework.processes:
        assert process.name in labels
        assert process.why in said


def shown(test: AppTest) -> list[str]:
    """The Markdown of a page as it stands, its marks of emphasis and labels left in."""
    return [str(element.value) for element in test.markdown]


def labelled(label: str, text: str) -> str:
    return f":small[:gray[{label}]]  \n{text}"


def test_a_process_opens_from_the_list_with_what_it_is_about(plumbline: Plumbline) -> None:
    framework = framework_of(plumbline)
    process = framework.processes[1]
    test = next(button for button in page("frameworks").button if button.label == process.name).click().run()
    assert test.header[0].value == process.name
    assert test.query_params["browse-process"] == process.id
    said = words(test)
    assert process.purpose in said
    for label, text in (
        ("Why it matters", process.why),
        ("Starts when", process.starts),
        ("Ends when", process.ends),
    ):
        assert labelled(label, text) in said
    assert f":small[:gray[In the room]]\n- {process.in_the_room[0]}" in said
    titles = [element.value for element in test.subheader]
    assert titles == ["Indicators worth having", "In other publications"]
    assert "The framework names no indicator." in said


def test_a_process_is_chosen_beside_its_name_and_left_for_the_list(plumbline: Plumbline) -> None:
    test = page("frameworks", **{"browse-process": "planning"})
    test = test.selectbox(key="browse:process").set_value("releasing").run()
    assert test.header[0].value == "Releasing"
    assert id_in_url(test, "browse-process") == "releasing"
    test = test.button(key="browse:all").click().run()
    assert [element.value for element in test.header] == [group.name for group in framework_of(plumbline).groups]
    assert "browse-process" not in test.query_params


def test_every_question_of_a_process_unfolds_to_its_answers_and_its_guidance(plumbline: Plumbline) -> None:
    view = questions_view(framework_of(plumbline), "building")
    test = choose(page("frameworks", **{"browse-process": "building"}), "browse:part", ProcessPart.QUESTIONS)
    assert [element.value for element in test.subheader] == [section.name for section in view.sections]
    asked = [text for section in view.sections for text in (*section.anchored, *section.activities)]
    assert len(test.expander) == len(asked)
    for fold, text in zip(test.expander, asked, strict=True):
        guidance = text.guidance
        assert fold.label.replace("\\", "").endswith(guidance.question)
        inner = "\n".join(str(element.value) for element in (*fold.markdown, *fold.text)).replace("\\", "")
        assert labelled("What good looks like", guidance.good.text) in inner
        assert ":small[:gray[Ask to see]]\n- A record." in inner
        for statement in text.statements:
            assert f"- **{statement.label}.** {statement.text}" in inner
        assert inner.count("- **Point") == len(text.statements)
        assert all((note in inner) == (not text.statements) for note in guidance.notes)
    assert "At full depth 3 named activities are asked for today's state, on the shared scale:" in words(test)


def test_every_action_stands_under_its_attribute_with_its_facts(plumbline: Plumbline) -> None:
    view = actions_view(framework_of(plumbline), "building")
    test = choose(page("frameworks", **{"browse-process": "building"}), "browse:part", ProcessPart.ACTIONS)
    assert [fold.label for fold in test.expander] == [section.name for section in view.sections]
    assert not any(fold.proto.expanded for fold in test.expander)
    inner = str(test.expander[1].markdown[0].value).replace("\\", "")
    assert inner.split("\n\n")[2] == (
        ":small[:gray[From point 2 to point 3]]  \n**Raise ownership of Building to L-.**\n"
        "- Deliverable: A record of ownership at L-.\n- Done when: ownership seen at L-.\n"
        "- Who: Process owner\n- Effort: up to 20 days of work, 2 points\n- On the calendar: 6 weeks"
    )


def test_linkages_stand_under_their_direction_and_say_whether_they_bind(plumbline: Plumbline) -> None:
    test = choose(page("frameworks", **{"browse-process": "planning"}), "browse:part", ProcessPart.LINKAGES)
    titles = [element.value for element in test.subheader]
    assert titles == ["What it hands over", "What it receives", "With all others"]
    assert [fold.label for fold in test.expander] == ["**Building.** Something.", "**Releasing.** Something."]
    going, coming = ("\n".join(str(element.value) for element in fold.markdown) for fold in test.expander)
    assert labelled("When it works", "It arrives.") in going
    assert "The receiver cannot rise without it." in going
    assert "The receiver cannot rise without it." not in coming
    said = words(test)
    assert labelled("With every process", "Plans.") in said
    assert labelled("From every process", "Wishes.") in said


def test_a_guide_is_shown_where_there_is_one(plumbline: Plumbline, tmp_path: Path) -> None:
    test = choose(page("frameworks", **{"browse-process": "planning"}), "browse:part", ProcessPart.GUIDE)
    assert "No guide is written for this process." in words(test)
    guide = Guide(opening="Begin.", minutes_quick=15, minutes_full=45, probes=("A?", "B?", "C?"), traps=("They nod.",))
    test = uploaded(packed(a_folder(tmp_path / "own", guide=guide))).button(key="preview:open:planning").click().run()
    said = words(choose(test, "preview:part", ProcessPart.GUIDE))
    assert labelled("How to open", "Begin.") in said
    assert labelled("Time", "15 minutes at quick depth, 45 at full depth.") in said
    assert ":small[:gray[Probing questions]]\n- A?\n- B?\n- C?" in said
    assert ":small[:gray[What goes wrong in the room]]\n- They nod." in said


def test_an_extension_is_marked_in_the_list_and_on_its_page(plumbline: Plumbline, tmp_path: Path) -> None:
    mark = "Extension, not one of the paper's sixteen"
    assert mark not in words(page("frameworks"))
    test = uploaded(packed(a_folder(tmp_path / "own", origin=Origin.PAPER, line=1)))
    assert words(test).count(mark) == 2
    assert mark not in words(test.button(key="preview:open:planning").click().run())
    test = test.button(key="preview:all").click().run()
    assert f":small[:gray[Group 1 \u00b7 {mark}]]" in shown(test.button(key="preview:open:building").click().run())


def test_an_id_in_the_url_that_is_no_process_shows_the_list(plumbline: Plumbline) -> None:
    test = page("frameworks", **{"browse-process": "<b>nowhere</b>"})
    assert not test.exception
    assert [element.value for element in test.header] == [group.name for group in framework_of(plumbline).groups]


@pytest.mark.parametrize("topic", [Topic.GLOSSARY, Topic.TRANSITIONS, Topic.SCENARIOS, Topic.SCALES])
def test_what_belongs_to_no_process_has_a_topic_of_its_own(plumbline: Plumbline, topic: Topic) -> None:
    framework = framework_of(plumbline)
    wanted = {
        Topic.GLOSSARY: [entry.meaning for entry in framework.glossary],
        Topic.TRANSITIONS: [text for entry in framework.transitions for text in (entry.from_text, entry.to_text)],
        Topic.SCENARIOS: [text for entry in framework.scenarios for text in (entry.story, entry.why)],
        Topic.SCALES: [
            *[point.statement for point in framework.scale],
            *[level.meaning for level in framework.levels],
            *[choice.meaning for choice in (*framework.technology, *framework.sourcing)],
            *[question.risk for question in framework.readiness],
            *[entry.text for entry in framework.owner_checklist],
            framework.independence,
        ],
    }[topic]
    test = choose(page("frameworks"), "browse:view", topic)
    assert not test.exception
    said = words(test)
    assert all(text in said for text in wanted)


@pytest.mark.parametrize("topic", [Topic.GLOSSARY, Topic.TRANSITIONS, Topic.SCENARIOS, Topic.SCALES])
def test_the_tables_of_a_topic_are_those_of_its_view(plumbline: Plumbline, topic: Topic) -> None:
    framework = framework_of(plumbline)
    tables = {
        Topic.GLOSSARY: glossary_view(framework).tables,
        Topic.TRANSITIONS: transitions_view(framework).tables,
        Topic.SCENARIOS: tuple(scenario.table for scenario in scenarios_view(framework).scenarios),
        Topic.SCALES: scales_view(framework).tables,
    }[topic]
    test = choose(page("frameworks"), "browse:view", topic)
    drawn = [
        (list(table.value.columns), [[cell.replace("\\", "") for cell in row] for row in table.value.values.tolist()])
        for table in test.table
    ]
    assert drawn == [
        ([column.name for column in table.columns], [[cell.text for cell in row.cells] for row in table.rows])
        for table in tables
    ]


def test_a_search_result_leads_to_its_process_and_unfolds_its_question(plumbline: Plumbline) -> None:
    framework = framework_of(plumbline)
    item = framework.item_by_id["building.ownership"]
    test = page("frameworks").text_input(key="browse:query").set_value(item.statements[4]).run()
    assert "1 result" in words(test)
    test = test.button(key="browse:hit:0").click().run()
    assert test.header[0].value == framework.process_by_id["building"].name
    assert test.query_params["browse-process"] == "building"
    unfolded = [str(expander.label) for expander in test.expander if expander.proto.expanded]
    assert [label.replace("\\", "") for label in unfolded] == [item.question]
    assert test.text_input(key="browse:query").value == ""


def test_a_search_for_a_term_leads_to_the_glossary(plumbline: Plumbline) -> None:
    test = page("frameworks").text_input(key="browse:query").set_value("one level up").run()
    test = test.button(key="browse:hit:0").click().run()
    assert test.session_state["browse:view"] == Topic.GLOSSARY
    assert "One level up." in words(test)


def test_a_search_for_what_readiness_asks_leads_to_the_scales(plumbline: Plumbline) -> None:
    test = page("frameworks").text_input(key="browse:query").set_value("nobody pays").run()
    test = test.button(key="browse:hit:0").click().run()
    assert test.session_state["browse:view"] == Topic.SCALES
    assert "Nobody pays for it." in words(test)


def test_choosing_a_topic_leaves_the_search(plumbline: Plumbline) -> None:
    test = page("frameworks").text_input(key="browse:query").set_value("elephants").run()
    test = choose(test, "browse:view", Topic.GLOSSARY)
    assert test.text_input(key="browse:query").value == ""
    assert "Nothing has all of these words" not in words(test)
    assert test.query_params["browse-view"] == "glossary"


def test_the_address_names_the_part_and_none_for_the_first(plumbline: Plumbline) -> None:
    test = choose(page("frameworks", **{"browse-process": "planning"}), "browse:part", ProcessPart.ACTIONS)
    assert id_in_url(test, "browse-part") == "actions"
    test = choose(test, "browse:part", ProcessPart.ABOUT)
    assert "browse-part" not in test.query_params


def test_topic_and_part_come_from_the_address_and_nonsense_there_changes_nothing(plumbline: Plumbline) -> None:
    test = page("frameworks", **{"browse-process": "planning", "browse-part": "actions"})
    assert test.session_state["browse:part"] == ProcessPart.ACTIONS
    test = page("frameworks", **{"browse-view": "scales"})
    assert test.session_state["browse:view"] == Topic.SCALES
    test = page("frameworks", **{"browse-view": "<b>", "browse-part": "nothing", "side": "nobody"})
    assert not test.exception
    assert test.session_state["browse:view"] == Topic.PROCESSES


def test_an_uploaded_framework_of_an_installed_id_is_told_to_take_another(plumbline: Plumbline, tmp_path: Path) -> None:
    said = words(uploaded(plumbline.frameworks.archive(LOCAL_ACTOR, "tiny")))
    assert "'tiny' is installed already" in said
    assert "is installed already" not in words(uploaded(packed(a_folder(tmp_path / "own"))))


def test_what_was_printed_is_chosen_again_after_a_reload(plumbline: Plumbline) -> None:
    request = PaperRequest(process_ids=("releasing",), depth=Depth.FULL, paper="Letter", asks_to_be=False)
    job_id = plumbline.frameworks.start_paper(LOCAL_ACTOR, "tiny", request)
    test = run_until_printed(page("frameworks", **{"browse-view": "paper", "browse-sheet": job_id}))
    assert test.multiselect(key="browse:print:processes").value == ["releasing"]
    assert test.button(key="browse:print:go").label == "Make it again"
    assert "What is chosen above differs" not in words(test)


def test_a_search_without_result_says_what_to_try(plumbline: Plumbline) -> None:
    test = page("frameworks").text_input(key="browse:query").set_value("elephants").run()
    assert "Nothing has all of these words" in words(test)


def test_the_own_page_begins_with_a_copy_to_download(plumbline: Plumbline) -> None:
    test = own_page()
    assert not test.exception
    assert [button.label for button in test.download_button] == ["Download tiny.zip"]
    assert not test.error


def test_a_sound_framework_is_previewed_by_the_same_parts(plumbline: Plumbline, tmp_path: Path) -> None:
    test = uploaded(packed(a_folder(tmp_path / "own", why="Mine alone.")))
    assert not test.exception
    said = words(test)
    assert "It can be used" in said
    assert "Mine alone." in said
    test = test.button(key="preview:open:planning").click().run()
    assert "Planning" in [element.value for element in test.header]
    test = choose(test, "preview:part", ProcessPart.QUESTIONS)
    assert "What good looks like" in words(test)


def test_every_fault_is_listed_at_once_with_file_and_line_and_nothing_is_previewed(
    plumbline: Plumbline, tmp_path: Path
) -> None:
    folder = a_folder(tmp_path / "own")
    for name, old, new in (
        ("processes/planning.yaml", '"origin": "extension"', '"origin": "nowhere"'),
        ("scenarios.yaml", '"pain": 5', '"pain": 9'),
    ):
        path = folder / name
        assert old in path.read_text()
        path.write_text(path.read_text().replace(old, new, 1))
    line = (folder / "scenarios.yaml").read_text().split('"pain": 9')[0].count("\n") + 1
    test = uploaded(packed(folder))
    said = words(test)
    assert "cannot be used yet: 2 faults" in said
    assert "processes/planning.yaml" in said
    assert f"line {line}: scenarios.0.processes.0.pain 9 is above 5" in said
    assert not [button for button in test.button if button.key and button.key.startswith("preview:")]


def test_prose_is_listed_beside_the_preview(plumbline: Plumbline, tmp_path: Path) -> None:
    said = words(uploaded(packed(a_folder(tmp_path / "own", why="Word " * 40 + "end."))))
    assert "1 wording to improve" in said
    assert "sentence of 41 words" in said
    assert "Preview: Tiny framework" in said


def test_a_file_that_is_no_archive_is_answered_in_words(plumbline: Plumbline) -> None:
    test = uploaded(b"hello", name="**bold**.zip")
    assert not test.exception
    assert "is not a .zip file" in words(test)


def run_until_printed(test: AppTest) -> AppTest:
    end = time.monotonic() + PATIENCE_SECONDS
    while "Download the PDF" not in [button.label for button in test.download_button]:
        assert time.monotonic() < end, "the questionnaire was not printed in time"
        assert not test.error
        time.sleep(0.3)
        test.run()
    return test


def test_a_process_is_printed_from_its_own_page_and_can_be_come_back_to(plumbline: Plumbline) -> None:
    test = page("frameworks", **{"browse-process": "building"}).button(key="browse:print").click().run()
    assert test.session_state["browse:view"] == Topic.PAPER
    assert test.multiselect(key="browse:print:processes").value == ["building"]
    test.segmented_control(key="browse:print:depth").set_value(Depth.FULL).run()
    test.button(key="browse:print:go").click().run()
    job_id = id_in_url(test, "browse-sheet")
    again = choose(page("frameworks", **{"browse-sheet": job_id}), "browse:view", Topic.PAPER)
    said = words(run_until_printed(again))
    assert "tiny-building-full-a4.pdf: 1 process, full depth, as-is and to-be." in said
    assert plumbline.frameworks.paper_content(LOCAL_ACTOR, job_id).startswith(b"%PDF-")


def test_nothing_is_printed_before_a_process_is_chosen(plumbline: Plumbline) -> None:
    test = choose(page("frameworks"), "browse:view", Topic.PAPER)
    assert test.button(key="browse:print:go").disabled
    test.multiselect(key="browse:print:processes").set_value(["planning", "building"]).run()
    assert not test.button(key="browse:print:go").disabled


def test_a_choice_that_differs_from_what_is_printed_says_so(plumbline: Plumbline) -> None:
    request = PaperRequest(process_ids=("planning",))
    job_id = plumbline.frameworks.start_paper(LOCAL_ACTOR, "tiny", request)
    test = run_until_printed(choose(page("frameworks", **{"browse-sheet": job_id}), "browse:view", Topic.PAPER))
    test.multiselect(key="browse:print:processes").set_value(["planning"]).run()
    assert "What is chosen above differs" not in words(test)
    assert test.button(key="browse:print:go").label == "Make it again"
    test.toggle(key="browse:print:to-be").set_value(False).run()
    assert "What is chosen above differs" in words(test)
    assert test.button(key="browse:print:go").label == "Make the PDF"


def test_a_printed_questionnaire_that_is_gone_is_said_to_be_gone(plumbline: Plumbline) -> None:
    test = choose(page("frameworks", **{"browse-sheet": "of-last-week"}), "browse:view", Topic.PAPER)
    assert "no longer kept" in words(test)
    assert not test.error
    assert "browse-sheet" not in test.query_params


def test_an_uploaded_framework_is_printed_and_forgotten_with_the_next_upload(
    plumbline: Plumbline, tmp_path: Path
) -> None:
    test = choose(uploaded(packed(a_folder(tmp_path / "own"))), "preview:view", Topic.PAPER)
    test.multiselect(key="preview:print:processes").set_value(["planning"]).run()
    test.button(key="preview:print:go").click().run()
    assert "mine-planning-quick-a4.pdf" in words(run_until_printed(test))
    corrected = packed(a_folder(tmp_path / "corrected", why="Corrected."))
    test = test.file_uploader[0].set_value(("mine.zip", corrected, "application/zip")).run()
    assert "mine-planning-quick-a4.pdf" not in words(test)


def test_what_an_uploaded_framework_says_never_acts(plumbline: Plumbline, tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "own", why=HOSTILE, purpose=HOSTILE, name=HOSTILE[:60])
    test = uploaded(packed(folder)).button(key="preview:open:planning").click().run()
    assert not test.exception
    assert HOSTILE in words(test)
    for element in test.markdown:
        assert "<script>" not in element.value.replace("\\<", "")
        assert "**bold**" not in element.value


def test_a_hostile_key_in_a_finding_is_shown_as_it_stands(plumbline: Plumbline, tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "own")
    path = folder / "glossary.yaml"
    path.write_text(path.read_text().replace('"terms"', '"<b>:red[x]</b>"'))
    test = uploaded(packed(folder))
    shown = [element.value for element in test.text]
    assert any("<b>:red[x]</b> is not a key" in text for text in shown)


def test_an_archive_that_points_outside_is_refused_on_the_page(plumbline: Plumbline) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("../../evil.yaml", "id: evil")
    assert "points outside the folder" in words(uploaded(buffer.getvalue()))


def test_without_any_framework_the_page_says_what_to_do(plumbline: Plumbline, tmp_path: Path) -> None:
    (tmp_path / "questionnaires" / "tiny" / "framework.yaml").unlink()
    assert "No framework is installed" in words(page("frameworks"))
