"""An export carries its framework: it can be imported where that is not installed, and a hostile one is refused."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assessment.catalogue import content_hash, framework_to_json
from assessment.domain.authored.framework import Framework
from assessment.errors import ImportRefused
from assessment.services import carrying
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.settings import read_settings
from tests.builders import fields_of, rated
from tests.services.conftest import begun
from tests.services.folders import distinct
from tests.services.test_exchange import FRAMEWORK, ITEM, document_in

Values = dict[str, Any]


@pytest.fixture
def elsewhere(tmp_path: Path) -> Plumbline:
    """A Plumbline with no framework at all."""
    (tmp_path / "none").mkdir()
    settings = {"PLUMBLINE_DATA": str(tmp_path / "elsewhere"), "PLUMBLINE_QUESTIONNAIRES": str(tmp_path / "none")}
    return open_plumbline(read_settings(settings))


def export_of(plumbline: Plumbline) -> bytes:
    assessment_id = begun(plumbline)
    plumbline.answering.save(ME, assessment_id, rated(ITEM, 3))
    return plumbline.exchange.export_json(ME, assessment_id)


def test_an_export_is_imported_where_its_framework_is_not_installed_and_is_the_same_again(
    plumbline: Plumbline, elsewhere: Plumbline
) -> None:
    content = export_of(plumbline)
    assessment_id = elsewhere.exchange.import_json(ME, content, "export.json")
    assert elsewhere.assessments.framework(ME, assessment_id) == FRAMEWORK
    assert elsewhere.exchange.export_json(ME, assessment_id) == content
    computed = elsewhere.results.compute(ME, assessment_id)
    assert computed.snapshot_hash == hashlib.sha256(document_in(content)).hexdigest()


def repinned(values: Values, change: Callable[[Values], Any]) -> bytes:
    """The export with another framework, and the hash of that one."""
    change(values["carried_framework"])
    text = json.dumps(values["carried_framework"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    found = hashlib.sha256(text.encode()).hexdigest()
    values["framework"]["content_hash"] = values["assessment"]["header"]["framework"]["content_hash"] = found
    return json.dumps(values).encode()


def place(value: Any, *steps: Any) -> Callable[[Values], Any]:
    """Sets one place of a framework to a value."""

    def change(framework: Any) -> None:
        for step in steps[:-1]:
            framework = framework[step]
        framework[steps[-1]] = value

    return change


HOSTILE: dict[str, tuple[Callable[[Values], Any], str]] = {
    "nothing": (lambda framework: framework.clear(), "is missing"),
    "unknown key": (place(1, "surprise"), "framework.yaml: surprise is not a key of this place"),
    "schema": (place(7, "scale", 0, "code"), "framework.yaml: scale.0.code"),
    "no list": (place("x", "processes"), "the processes are not those of the groups"),
    "no entries": (place([1, 2], "processes"), "processes/None.yaml"),
    "the mark of an entry": (place(["(entry)"], "processes"), "no list of entries"),
    "a process twice": (lambda one: one["processes"].append(one["processes"][0]), "is there twice"),
    "a process gone": (lambda one: one["processes"].pop(), "the processes are not those of the groups"),
    "linter": (place("nowhere", "linkages", 0, "to_process"), "linkages.yaml: process 'nowhere' is not in this"),
    "a path for an id": (place("../../x", "processes", 0, "id"), "x.yaml: id '../../x' has another form"),
    "control character": (place("a\u202eb", "description"), "framework.yaml: holds a control character"),
    "markup is text": (place(7, "processes", 0, "purpose"), "purpose must be text"),
    "spaces that are not kept": (place(" x ", "description"), "would be kept with other texts"),
    "half a character": (place("a\ud800b", "description"), "cannot be stored"),
    "no framework": (lambda framework: framework.update(levels=[]), "levels has 0 entries"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_framework_is_refused_in_words_and_nothing_is_stored(
    plumbline: Plumbline, elsewhere: Plumbline, name: str
) -> None:
    change, reason = HOSTILE[name]
    values = json.loads(export_of(plumbline))
    if name == "half a character":
        change(values["carried_framework"])
        content = json.dumps(values).encode()
    else:
        content = repinned(values, change)
    with pytest.raises(ImportRefused, match="was not imported") as refused:
        elsewhere.exchange.import_json(ME, content, "export.json")
    assert refused.value.where.startswith("carried_framework")
    assert reason in refused.value.reason
    assert elsewhere.assessments.list_assessments(ME) == ()


@pytest.mark.parametrize("is_known", [False, True], ids=["elsewhere", "where it is installed"])
def test_a_framework_of_another_hash_is_refused_wherever_it_comes(
    plumbline: Plumbline, elsewhere: Plumbline, *, is_known: bool
) -> None:
    values = json.loads(export_of(plumbline))
    values["carried_framework"]["description"] = "Changed behind its back."
    with pytest.raises(ImportRefused, match="the content has another hash"):
        (plumbline if is_known else elsewhere).exchange.import_json(ME, json.dumps(values).encode(), "export.json")


@pytest.mark.parametrize(("limit", "reason"), [("SIZE", "has more than 4 bytes"), ("PART", "holds more values than")])
def test_a_framework_that_is_too_large_is_refused_before_it_is_read(
    plumbline: Plumbline, elsewhere: Plumbline, monkeypatch: pytest.MonkeyPatch, limit: str, reason: str
) -> None:
    content = export_of(plumbline)
    monkeypatch.setattr(carrying, f"CARRIED_{limit}_LIMIT", 4)
    with pytest.raises(ImportRefused, match=reason):
        elsewhere.exchange.import_json(ME, content, "export.json")


@pytest.mark.parametrize("carried", [7, "text", []])
def test_what_is_no_framework_at_all_is_refused(plumbline: Plumbline, elsewhere: Plumbline, carried: object) -> None:
    values = {**json.loads(export_of(plumbline)), "carried_framework": carried}
    with pytest.raises(ImportRefused, match="it is no framework"):
        elsewhere.exchange.import_json(ME, json.dumps(values).encode(), "export.json")


def test_a_framework_too_large_to_be_imported_is_not_carried(
    plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = export_of(plumbline)
    monkeypatch.setattr("assessment.services.exchange.CARRIED_SIZE_LIMIT", 100)
    assert export_of(plumbline).count(b"carried_framework") == 0
    assert content.count(b"carried_framework") == 1


def test_two_contents_of_one_version_each_keep_their_own_words(plumbline: Plumbline, elsewhere: Plumbline) -> None:
    values = json.loads(export_of(plumbline))
    reworded = Framework(**{**fields_of(distinct(FRAMEWORK)), "description": "Other words."})
    content = repinned(values, lambda framework: framework.update(json.loads(framework_to_json(reworded))))
    first = elsewhere.exchange.import_json(ME, export_of(plumbline), "first.json")
    second = elsewhere.exchange.import_json(ME, content, "second.json")
    assert elsewhere.assessments.framework(ME, first) == FRAMEWORK
    assert elsewhere.assessments.framework(ME, second).description == "Other words."
    assert elsewhere.assessments.header(ME, second).framework.content_hash == content_hash(reworded)
