"""Every file of tests/data/cases gives what its line in the README there says, imported into an empty database."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from assessment.catalogue import load_framework
from assessment.cli_text import view_text
from assessment.domain.answered.assessment import Rating
from assessment.domain.authored.framework import Horizon
from assessment.domain.bringing import ItemChangeKind
from assessment.domain.rating.results import ProcessStatus
from assessment.errors import ImportRefused
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline, close_current, open_current
from assessment.views.bringing import bringing_view
from assessment.views.headline import overview_view
from assessment.views.levels import processes_view
from assessment.views.names import people_names
from assessment.views.process import process_view
from assessment.views.wording.files import file_stem
from tests.ui.assessed import page

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "data" / "cases"
SHIPPED = ROOT / "questionnaires" / "itsm-reference"
CONTENT_OF_1_0_0 = "962ad82e872333eaf0f23abe13df76f295c8372afce02d5ab67cd45d61ec889b"


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    """An empty database, with the shipped framework installed in its present version."""
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path))
    monkeypatch.setenv("PLUMBLINE_QUESTIONNAIRES", str(ROOT / "questionnaires"))
    monkeypatch.delenv("PLUMBLINE_DATABASE_URL", raising=False)
    close_current()
    yield open_current()
    close_current()


def imported(plumbline: Plumbline, name: str) -> str:
    return plumbline.exchange.import_json(ME, (CASES / name).read_bytes(), name)


def ratings_of(plumbline: Plumbline, assessment_id: str) -> tuple[Rating, ...]:
    return plumbline.assessments.load(ME, assessment_id).ratings


def test_every_file_has_its_line_and_every_line_its_file() -> None:
    named = set(re.findall(r"^\| ([\w-]+\.json) \|", (CASES / "README.md").read_text(), re.MULTILINE))
    assert named == {path.name for path in CASES.glob("*.json")}


def test_a_file_with_a_byte_order_mark_is_imported(plumbline: Plumbline) -> None:
    assert (CASES / "with-bom.json").read_bytes().startswith(b"\xef\xbb\xbf")
    found = plumbline.assessments.load(ME, imported(plumbline, "with-bom.json"))
    assert (found.header.name, [person.name for person in found.respondents]) == ("Two people", ["Ada", "Bo"])


def test_a_version_that_nobody_has_is_refused_with_what_where_and_what_to_do(plumbline: Plumbline) -> None:
    with pytest.raises(ImportRefused) as refused:
        imported(plumbline, "older-framework.json")
    told = str(refused.value)
    assert "it answers itsm-reference 0.9.0, which is not installed here in that version" in told
    assert "at framework." in told
    assert "export it again: the file then carries its framework" in told
    assert plumbline.assessments.list_assessments(ME) == ()


def test_an_export_of_1_0_0_is_imported_with_the_very_words_it_was_answered_with_and_can_be_brought_over(
    plumbline: Plumbline,
) -> None:
    assessment_id = imported(plumbline, "one-process-not-applicable.json")
    header = plumbline.assessments.header(ME, assessment_id)
    assert (header.framework.version, header.framework.content_hash) == ("1.0.0", CONTENT_OF_1_0_0)
    old, new = plumbline.assessments.framework(ME, assessment_id), load_framework(SHIPPED)
    assert new.version == "1.2.0"
    assert old.item_by_id.keys() <= new.item_by_id.keys()
    before = plumbline.assessments.load(ME, assessment_id)
    preview = plumbline.versions.preview(ME, assessment_id)
    assert {item.kind for item in preview.items} == {ItemChangeKind.REWORDED}
    assert {item.process_id for item in preview.items} == set(before.scope)
    assert (preview.kept_answer_count, preview.lost, preview.trimmed) == (32, (), ())
    levels = bringing_view(preview).tables[0]
    assert [cell.value for cell in levels.row("change-management").cells[1:5]] == [1, 1, 3, 3]
    assert [cell.value for cell in levels.row("incident-management").cells[1:5]] == [None] * 4
    wanted = preview.after.assessment.header.framework
    copy_id = plumbline.versions.bring(ME, assessment_id, wanted, expected_version=preview.revision)
    after = plumbline.assessments.load(ME, assessment_id)
    assert (after.header.framework.version, after.ratings) == ("1.2.0", before.ratings)
    assert copy_id is not None
    assert plumbline.assessments.framework(ME, copy_id) == old


def test_a_process_that_does_not_apply_is_out_of_every_count_and_leaves_nothing_open(plumbline: Plumbline) -> None:
    assessment_id = imported(plumbline, "one-process-not-applicable.json")
    computed = plumbline.results.compute(ME, assessment_id)
    by_id = {process.process_id: process for process in computed.result.processes}
    assert by_id["incident-management"].status is ProcessStatus.NOT_APPLICABLE
    whole = computed.result.whole
    assert (whole.process_count, sum(whole.level_counts), whole.floor_process_ids) == (1, 1, ("change-management",))
    assert computed.result.coverage_share == 1.0
    (row,) = (one for one in processes_view(computed).tables[0].rows if one.id == "incident-management")
    assert row.cells[0].note == "not applicable"
    assert {cell.text for cell in row.cells[1:]} == {"–", ""}
    one = process_view(computed, "incident-management")
    facts = {fact.id: (fact.text, fact.value) for fact in one.facts}
    assert facts["level"] == facts["score"] == facts["target"] == ("–", None)
    said = "\n".join(map(view_text, (overview_view(computed), processes_view(computed), one)))
    assert not re.search(r"\b0 %|Incident Management[^\n]* provisional", said)
    assert all(step.process_id != "incident-management" for step in computed.roadmap.steps)
    for person in computed.assessment.respondents:
        progress = plumbline.answering.progress(ME, assessment_id, person.id)
        assert progress.resume is None


def test_people_of_one_name_are_told_apart_and_the_one_chosen_is_the_one_acted_on(plumbline: Plumbline) -> None:
    assessment_id = imported(plumbline, "namesakes.json")
    names = people_names(plumbline.assessments.load(ME, assessment_id).respondents)
    assert len(set(names.values())) == 3
    assert "Prague desk" in names["n1"]
    assert "Brno desk" in names["n2"]
    test = page("questionnaire", assessment=assessment_id, process="change-management")
    picker = next(box for box in test.selectbox if box.options == list(names.values()))
    picker.set_value("n1").run()
    first = test.radio[0]
    assert (":n1:" in str(first.key), first.value) == (True, None)
    first.set_value("1").run()
    given = {(one.respondent_id, one.item_id): one.answer.code for one in ratings_of(plumbline, assessment_id)}
    assert given.pop(("n1", "change-management.delivery")) == 1
    assert {person for person, _ in given} == {"n2"}
    assert set(given.values()) == {3}
    test = page("set_up", assessment=assessment_id, section="People")
    box = test.selectbox(key=f"set-up:{assessment_id}:remove-person")
    assert box.options == list(names.values())
    box.set_value("n2").run()
    test.button(key=f"set-up:{assessment_id}:remove-respondent:n2:go").click().run()
    left = plumbline.assessments.load(ME, assessment_id)
    assert [person.id for person in left.respondents] == ["n1", "n3"]
    assert [(rating.respondent_id, rating.answer.code) for rating in left.ratings] == [("n1", 1)]


def test_names_of_every_alphabet_are_as_typed_their_lines_kept_and_their_words_apart(plumbline: Plumbline) -> None:
    assessment_id = imported(plumbline, "latin-ext-names.json")
    found = plumbline.assessments.load(ME, assessment_id)
    assert found.header.organisation == "Zakład Usług Łódź S.A."
    assert [person.name for person in found.respondents] == ["Łukasz Żółć-Śmigły", "Jiří Dvořák", "Çağrı Şahin"]
    assert found.notes[0].text == "first line\nsecond line\nthird line"
    agreed = found.agreed_by_item[("change-management.delivery", Horizon.AS_IS)]
    assert (agreed.note or "").splitlines() == [
        "Three things:",
        "- no rota",
        "- mail reopens tickets",
        "- nobody owns the backlog",
    ]
    assert file_stem(found.header) == "zakład-usług-łódź-s-a-przegląd-usług-łódź-2026-03-01"


@pytest.mark.parametrize(("name", "field"), [("arabic-unit.json", "unit"), ("long-cover.json", "organisation")])
def test_a_name_in_another_direction_or_of_three_hundred_letters_is_kept_whole(
    plumbline: Plumbline, name: str, field: str
) -> None:
    header = plumbline.assessments.header(ME, imported(plumbline, name))
    written = re.search(rf'"{field}": "([^"]+)"', (CASES / name).read_text(encoding="utf-8"))
    assert written is not None
    assert getattr(header, field) == written[1].strip()
