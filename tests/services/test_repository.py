"""What is costly to read is read once, kept as far as memory reaches, and read again when it changed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assessment.domain.answered.assessment import Note, NoteKind
from assessment.domain.authored.framework import Framework
from assessment.services import repository
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.services.repository import ENTRY_BYTES, assessment_bytes
from assessment.settings import Settings
from tests.builders import an_assessment, answered, fields_of, rated, respondents
from tests.services.conftest import at_once, begun, counted
from tests.services.folders import write_framework

ITEM = "planning.deliver-1"


def test_an_archived_framework_is_parsed_once_for_all_who_ask_at_once_and_all_its_assessments(
    plumbline: Plumbline, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [begun(plumbline) for _ in range(3)]
    plumbline.close()
    calls = counted(monkeypatch, (repository, "framework_from_json"))
    again = open_plumbline(settings)
    found: list[Framework] = []
    asks = [lambda one=one: found.append(again.assessments.framework(ME, one)) for one in ids * 3]
    assert at_once(*asks) == []
    assert calls == {"framework_from_json": 1}
    assert len({id(one) for one in found}) == 1
    again.close()


def test_frameworks_beyond_what_memory_allows_are_read_again_and_are_right(
    settings: Settings, framework: Framework, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repository, "FRAMEWORK_CACHE_BYTES", repository.PROCESS_BYTES * len(framework.processes))
    plumbline = open_plumbline(settings)
    old_id = begun(plumbline)
    write_framework(Framework(**{**fields_of(framework), "version": "2.0.0"}), settings.questionnaires_folder)
    new_id = begun(plumbline)
    for _ in range(2):
        assert plumbline.assessments.framework(ME, old_id).version == "1.0.0"
        assert plumbline.assessments.framework(ME, new_id).version == "2.0.0"
    plumbline.close()


def test_an_installed_framework_is_read_once_until_a_file_of_it_changes(
    settings: Settings, framework: Framework, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = counted(monkeypatch, (repository, "load_framework"))
    plumbline = open_plumbline(settings)
    for _ in range(3):
        assert plumbline.frameworks.installed(ME) == (framework,)
    assert calls == {"load_framework": 1}
    newer = Framework(**{**fields_of(framework), "version": "1.0.1"})
    write_framework(newer, settings.questionnaires_folder)
    assert plumbline.frameworks.get(ME, "tiny") == newer
    assert calls == {"load_framework": 2}
    plumbline.close()


def test_an_assessment_too_large_to_keep_is_read_each_time_and_is_right(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repository, "CACHE_BYTES", ENTRY_BYTES)
    plumbline = open_plumbline(settings)
    assessment_id = begun(plumbline)
    for code in (1, 2):
        plumbline.answering.save(ME, assessment_id, rated(ITEM, code))
        assert plumbline.assessments.load(ME, assessment_id).ratings == (rated(ITEM, code),)
    plumbline.close()


def test_what_an_assessment_takes_grows_with_its_answers_and_with_the_text_of_its_notes(framework: Framework) -> None:
    empty = an_assessment(framework)
    full = answered(framework, an_assessment(framework, respondents=respondents(10)), gap_share=0.0)
    said = Note(respondent_id="r1", item_id=ITEM, kind=NoteKind.NOTE, text="x" * 10_000)
    assert assessment_bytes(full) - assessment_bytes(empty) == ENTRY_BYTES * (len(full.ratings) + 7)
    noted = empty.model_copy(update={"notes": (said,)})
    assert assessment_bytes(noted) - assessment_bytes(empty) == ENTRY_BYTES + 20_000


@pytest.mark.parametrize("removed", ["r1", "r2"])
def test_what_was_read_before_and_what_has_changed_since_make_the_whole(
    new_plumbline: Callable[[str], Plumbline], database_url: str, removed: str
) -> None:
    plumbline = new_plumbline(database_url)
    assessment_id = begun(plumbline)
    changes: tuple[Callable[[], object], ...] = (
        lambda: plumbline.answering.save(ME, assessment_id, rated("planning.control", 1, "r2")),
        lambda: plumbline.answering.save(ME, assessment_id, rated("building.control", 2)),
        lambda: plumbline.answering.save(ME, assessment_id, rated("releasing.control", 3, "r2")),
        lambda: plumbline.answering.save(ME, assessment_id, rated("building.control", 4)),
        lambda: plumbline.answering.clear(ME, assessment_id, "r2", "planning.control", rated(ITEM, 0).horizon),
        lambda: plumbline.setup.remove(ME, assessment_id, type(respondents(1)[0]), removed),
    )
    for change in changes:
        change()
        read_on = plumbline.assessments.load(ME, assessment_id)
        with plumbline._store.reading() as reader:
            assert read_on == reader.load(assessment_id)
