"""Export and import: complete, canonical, and nothing half-way."""

from __future__ import annotations

import codecs
import gzip
import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.catalogue import content_hash
from assessment.domain.answered.assessment import Assessment, AssessmentState, Note, NoteKind
from assessment.domain.authored.framework import Framework
from assessment.errors import AssessmentError, ImportRefused, NotAvailable
from assessment.services import limits, upload
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.export_format import export_schema, to_export
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.settings import Settings, read_settings
from assessment.store.journal import STORE_CHAIN
from tests.builders import an_assessment, answered, rated, tiny_framework
from tests.services.conftest import begun, remove_for_good
from tests.services.folders import distinct, write_framework
from tests.store.drawn import assessments

COUNT = int(os.environ.get("PLUMBLINE_SOAK", "50"))
FUZZ_COUNT = int(os.environ.get("PLUMBLINE_FUZZ", "150"))
FRAMEWORK = distinct(tiny_framework())
ITEM = "planning.deliver-1"
ROOT = Path(__file__).resolve().parents[2]
SCHEMA_FILE = ROOT / "docs" / "assessment-export.schema.json"
Change = Callable[[dict[str, Any]], Any]
CARRIED_LINE = re.compile(rb'\n  "carried_framework": (.*),')
CARRIED_LINES = re.compile(rb'\n  "carried_[a-z_]+": .*,')
QUIET = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


def document_in(export: bytes) -> bytes:
    """The export without the lines that carry something, as docs/export-format.md says it."""
    return CARRIED_LINES.sub(b"", export)


def exported(plumbline: Plumbline) -> bytes:
    assessment_id = begun(plumbline)
    plumbline.answering.save(ME, assessment_id, rated(ITEM, 3))
    content = plumbline.exchange.export_json(ME, assessment_id)
    remove_for_good(plumbline, assessment_id)
    return content


@pytest.mark.soak
@given(assessment=assessments(FRAMEWORK).filter(lambda drawn: drawn.header.id != STORE_CHAIN))
@settings(max_examples=COUNT, deadline=None, suppress_health_check=QUIET)
def test_what_is_imported_is_what_was_exported(plumbline: Plumbline, assessment: Assessment) -> None:
    if assessment.header.state is AssessmentState.SIGNED_OFF:  # see test_signed_imports
        draft = assessment.header.model_copy(update={"state": AssessmentState.DRAFT})
        assessment = assessment.model_copy(update={"header": draft})
    content = to_export(assessment).encode()
    assessment_id = plumbline.exchange.import_json(ME, content, "export.json")
    assert assessment_id == assessment.header.id
    assert plumbline.assessments.load(ME, assessment_id) == assessment
    assert CARRIED_LINE.sub(b"", plumbline.exchange.export_json(ME, assessment_id)) == content
    remove_for_good(plumbline, assessment_id)


def test_an_assessment_called_like_the_journals_own_chain_gets_another_id(plumbline: Plumbline) -> None:
    document = json.loads(exported(plumbline))
    document["assessment"]["header"]["id"] = STORE_CHAIN
    assessment_id = plumbline.exchange.import_json(ME, json.dumps(document).encode(), "export.json")
    assert assessment_id != STORE_CHAIN
    assert plumbline.assessments.load(ME, assessment_id).ratings


def test_an_export_imports_into_another_empty_database(
    new_plumbline: Callable[[str], Plumbline], database_url: str, tmp_path: Path
) -> None:
    content = exported(new_plumbline(f"sqlite:///{tmp_path / 'first.db'}"))
    other = new_plumbline(database_url)
    assessment_id = other.exchange.import_json(ME, content, "export.json")
    assert other.exchange.export_json(ME, assessment_id) == content
    assert other.results.compute(ME, assessment_id).result.processes


def test_an_import_over_an_existing_id_gets_a_new_one_and_leaves_the_old_alone(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    content = plumbline.exchange.export_json(ME, assessment_id)
    plumbline.answering.save(ME, assessment_id, rated(ITEM, 3))
    second_id = plumbline.exchange.import_json(ME, content, "export.json")
    assert second_id != assessment_id
    assert len(plumbline.assessments.load(ME, assessment_id).ratings) == 1
    assert plumbline.assessments.load(ME, second_id).ratings == ()


def test_the_export_is_canonical_and_follows_the_published_schema(plumbline: Plumbline) -> None:
    content = exported(plumbline)
    values = json.loads(content)
    document = {key: value for key, value in values.items() if not key.startswith("carried_")}
    written = json.dumps(document, ensure_ascii=False, sort_keys=True, indent=2) + "\n"
    assert document_in(content).decode() == written
    (carried,) = CARRIED_LINE.findall(content)
    assert hashlib.sha256(carried).hexdigest() == values["framework"]["content_hash"] == content_hash(FRAMEWORK)
    assert list(values) == sorted(values)
    assert (values["format"], values["format_version"]) == ("plumbline-assessment", 6)
    assert values["framework"] == values["assessment"]["header"]["framework"]
    jsonschema.validate(values, json.loads(SCHEMA_FILE.read_text(encoding="utf-8")))


def test_the_published_schema_is_that_of_the_models() -> None:
    fresh = json.dumps(export_schema(), ensure_ascii=False, indent=2) + "\n"
    remedy = "write export_schema() of assessment/services/export_format.py to it"
    assert SCHEMA_FILE.read_text(encoding="utf-8") == fresh, f"{SCHEMA_FILE} is out of date: {remedy}"


def test_the_document_names_every_part_of_an_export() -> None:
    text = (ROOT / "docs" / "export-format.md").read_text(encoding="utf-8")
    assert [name for name in Assessment.model_fields if f"`{name}`" not in text] == []


def changed(*steps: Any, value: Any) -> Change:
    """Sets one place of an export to a value."""

    def change(values: dict[str, Any]) -> None:
        place: Any = values
        for step in steps[:-1]:
            place = place[step]
        place[steps[-1]] = value

    return change


def added(*steps: Any, value: Any) -> Change:
    """Appends a value to one list of an export."""

    def change(values: dict[str, Any]) -> None:
        place: Any = values
        for step in steps:
            place = place[step]
        place.append(value)

    return change


RATING = {"respondent_id": "r1", "item_id": ITEM, "horizon": "as-is", "answer": {"kind": "rated", "code": 3}}
NOTE = {"respondent_id": "r1", "item_id": ITEM, "kind": "note", "text": "x", "is_released": False}
AGREED = {"item_id": ITEM, "horizon": "as-is", "answer": {"kind": "rated", "code": 3}, "note": "Talked through"}
DEFECTS: dict[str, tuple[Change, str, str]] = {
    "no export": (lambda values: values.clear(), "format", "no Plumbline export"),
    "newer format": (changed("format_version", value=7), "format_version", "does not read"),
    "true for a version": (changed("format_version", value=True), "format_version", "does not read"),
    "text for a version": (changed("format_version", value="1"), "format_version", "does not read"),
    "unknown key": (changed("surprise", value=1), "surprise", "not known here"),
    "unknown key inside": (changed("assessment", "ratings", 0, "weight", value=2), "assessment.ratings[0].weight", ""),
    "missing part": (lambda values: values["assessment"].pop("header"), "assessment.header", "missing"),
    "two frameworks": (changed("framework", "version", value="9.9.9"), "framework", "differs"),
    "code 6": (
        changed("assessment", "ratings", 0, "answer", "code", value=6),
        "assessment.ratings[0].answer.code",
        "6",
    ),
    "code true": (
        changed("assessment", "ratings", 0, "answer", "code", value=True),
        "assessment.ratings[0].answer.code",
        "whole number",
    ),
    "code as text": (
        changed("assessment", "ratings", 0, "answer", "code", value="3"),
        "assessment.ratings[0].answer.code",
        "whole number",
    ),
    "unknown item": (
        changed("assessment", "ratings", 0, "item_id", value="planning.nothing"),
        "assessment.ratings[0].item_id",
        "'planning.nothing' is no item",
    ),
    "item of the other depth": (
        changed("assessment", "ratings", 0, "item_id", value="planning.delivery"),
        "assessment.ratings[0].item_id",
        "not asked",
    ),
    "unknown person": (
        changed("assessment", "ratings", 0, "respondent_id", value="nobody"),
        "assessment.ratings[0].respondent_id",
        "there is no respondent 'nobody'",
    ),
    "unknown process": (changed("assessment", "scope", 0, value="nothing"), "assessment.scope[0]", "no process"),
    "scope twice": (changed("assessment", "scope", value=["planning", "planning"]), "assessment.scope", "order"),
    "unknown scenario": (
        changed("assessment", "header", "scenario_id", value="nothing"),
        "assessment.header.scenario_id",
        "no scenario",
    ),
    "rating twice": (added("assessment", "ratings", value=RATING), "assessment.ratings[1]", "same ids as entry 0"),
    "empty name": (changed("assessment", "header", "name", value=" "), "assessment.header.name", "empty"),
    "empty person": (
        changed("assessment", "respondents", 0, "name", value=""),
        "assessment.respondents[0].name",
        "empty",
    ),
    "nobody present": (
        added("assessment", "agreed", value={**AGREED, "present_ids": ["r1", "nobody"]}),
        "assessment.agreed[0].present_ids[0]",
        "there is no respondent 'nobody'",
    ),
    "present twice": (
        added("assessment", "agreed", value={**AGREED, "present_ids": ["r1", "r1"]}),
        "assessment.agreed[0].present_ids",
        "twice",
    ),
    "an entry that is none": (added("assessment", "ratings", value=None), "assessment.ratings[1]", "no entry"),
    "a list for an entry": (added("assessment", "ratings", value=[RATING]), "assessment.ratings[1]", "no entry"),
    "the mark of an entry": (added("assessment", "ratings", value=upload.HOLE), "assessment.ratings", "no entry"),
    "entries that are no list": (
        changed("assessment", "ratings", value={"0": RATING}),
        "assessment.ratings",
        "is not a list",
    ),
    "entries where none are": (
        changed("assessment", "scope", value=[RATING]),
        "assessment.scope[0]",
        "does not have the form",
    ),
    "long note": (
        added("assessment", "notes", value={**NOTE, "text": "x" * 100_000}),
        "assessment.notes[0].text",
        "100,000 characters",
    ),
    "invisible character": (
        added("assessment", "notes", value={**NOTE, "text": "a\x00b"}),
        "assessment.notes[0].text",
        "invisible character",
    ),
    "half a character": (added("assessment", "notes", value={**NOTE, "text": "a\ud800b"}), "", ""),
    "unknown linkage": (
        added("assessment", "linkage_ratings", value={"linkage_id": "x", "answer": {"kind": "rated", "code": 1}}),
        "assessment.linkage_ratings[0].linkage_id",
        "'x' is no linkage",
    ),
    "unknown transition": (
        added("assessment", "transitions", value={"transition_id": "x"}),
        "assessment.transitions[0].transition_id",
        "'x' is no transition",
    ),
    "unknown attribute": (
        added(
            "assessment",
            "targets",
            value={"process_id": "planning", "level": 3, "cells": [{"attribute_id": "x", "code": 1}]},
        ),
        "assessment.targets[0].cells[0].attribute_id",
        "'x' is no attribute",
    ),
    "no carry bound": (changed("assessment", "header", "carry_percent", value=70), "assessment.header", "67.5 or 85"),
    "framework of another version": (
        lambda values: [
            changed(*place, "version", value="2.0.0")(values)
            for place in (("framework",), ("assessment", "header", "framework"))
        ],
        "framework",
        "",
    ),
}


@pytest.mark.parametrize("name", DEFECTS)
def test_a_defect_is_named_with_its_place_and_nothing_is_stored(plumbline: Plumbline, name: str) -> None:
    change, where, reason = DEFECTS[name]
    values = json.loads(exported(plumbline))
    change(values)
    before = plumbline.assessments.list_assessments(ME)
    with pytest.raises(ImportRefused, match=r"was not imported") as refused:
        plumbline.exchange.import_json(ME, json.dumps(values).encode(), "export.json")
    assert refused.value.where == where or not where
    assert reason in refused.value.reason
    assert plumbline.assessments.list_assessments(ME) == before


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not valid JSON"),
        (b"\xff\xfe", "not UTF-8"),
        (b"[1, 2", "not valid JSON"),
        (b"null", "no Plumbline export"),
        (b'{"format": "plumbline-assessment", "format": "x"}', "names the key 'format' twice"),
        (b'{"format": NaN}', "holds NaN"),
        (b"[" * 5000 + b"]" * 5000, "nested deeper than 32 levels"),
        (b'{"a":' * 200_000, "nested deeper than 32 levels"),
        (b"1" * 10_000, "cannot be read"),
        (b'"' + b"[" * 100 + b'"', "no Plumbline export"),
        (b'{"format": "\\ud800"}', "no Plumbline export"),
    ],
    ids=range(11),
)
def test_a_file_that_is_no_export_is_refused(plumbline: Plumbline, content: bytes, reason: str) -> None:
    with pytest.raises(ImportRefused, match="was not imported") as refused:
        plumbline.exchange.import_json(ME, content, "upload.json")
    assert reason in refused.value.reason


def test_a_file_that_is_too_big_is_refused_before_it_is_read(
    plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = exported(plumbline)
    monkeypatch.setattr(upload, "MAX_BYTES", len(content) - 1)
    with pytest.raises(ImportRefused, match="bytes, at most"):
        plumbline.exchange.import_json(ME, content, "export.json")
    with pytest.raises(ImportRefused, match="bytes once it is unpacked"):
        plumbline.exchange.import_json(ME, gzip.compress(content), "export.json.gz")


def test_a_packed_export_or_one_with_a_byte_order_mark_is_imported(plumbline: Plumbline) -> None:
    content = exported(plumbline)
    for written in (gzip.compress(content), codecs.BOM_UTF8 + content):
        assessment_id = plumbline.exchange.import_json(ME, written, "export.json")
        assert plumbline.exchange.export_json(ME, assessment_id) == content
        remove_for_good(plumbline, assessment_id)


def test_commas_and_brackets_in_a_text_count_as_text(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    for kind in NoteKind:
        text = ',[{"' * 2500
        plumbline.answering.save_note(ME, assessment_id, Note(respondent_id="r1", item_id=ITEM, kind=kind, text=text))
    content = plumbline.exchange.export_json(ME, assessment_id)
    remove_for_good(plumbline, assessment_id)
    plumbline.exchange.import_json(ME, content, "export.json")
    assert plumbline.exchange.export_json(ME, assessment_id) == content


@pytest.mark.parametrize("cut", [1, 20, -1, -30], ids=["start", "early", "end", "late"])
def test_a_packed_file_that_is_cut_short_is_refused(plumbline: Plumbline, cut: int) -> None:
    packed = gzip.compress(exported(plumbline))
    with pytest.raises(ImportRefused, match=r"it is damaged|not UTF-8|no JSON|not valid JSON"):
        plumbline.exchange.import_json(ME, packed[cut:] if cut == 1 else packed[:cut], "export.json.gz")
    with pytest.raises(ImportRefused, match="something is missing at its end, or follows it"):
        plumbline.exchange.import_json(ME, packed + b"x", "export.json.gz")
    assert plumbline.assessments.list_assessments(ME) == ()


def test_a_small_export_is_handed_out_plain_and_a_large_one_packed(
    plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch
) -> None:
    assessment_id = begun(plumbline)
    content = plumbline.exchange.export_json(ME, assessment_id)
    assert plumbline.exchange.file_suffix(ME, assessment_id) == "json"
    assert plumbline.exchange.export_file(ME, assessment_id) == content
    for limit in ("PLAIN_ENTRY_LIMIT", "PLAIN_TEXT_LIMIT"):
        monkeypatch.setattr(limits, limit, 1)
        note = Note(respondent_id="r1", item_id=ITEM, kind=NoteKind.NOTE, text="Twice, then")
        plumbline.answering.save_note(ME, assessment_id, note)
        packed = plumbline.exchange.export_file(ME, assessment_id)
        assert plumbline.exchange.file_suffix(ME, assessment_id) == "json.gz"
        assert gzip.decompress(packed) == plumbline.exchange.export_json(ME, assessment_id)
        assert packed == plumbline.exchange.export_file(ME, assessment_id)
        second_id = plumbline.exchange.import_json(ME, packed, "export.json.gz")
        assert plumbline.assessments.load(ME, second_id).notes == (note,)
        monkeypatch.undo()


@pytest.mark.soak
@given(data=st.data())
@settings(max_examples=FUZZ_COUNT, deadline=None, suppress_health_check=QUIET)
def test_a_damaged_file_is_refused_in_words_or_is_a_whole_assessment(plumbline: Plumbline, data: st.DataObject) -> None:
    content = bytearray(FULL)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        kind = data.draw(st.sampled_from(("flip", "cut", "insert", "double")))
        if kind == "flip":
            content[place] ^= 1 << data.draw(st.integers(0, 7))
        elif kind == "cut":
            del content[place : place + data.draw(st.integers(1, 200))]
        elif kind == "insert":
            content[place:place] = data.draw(st.binary(min_size=1, max_size=20))
        else:
            content[place:place] = content[place : place + 120]
        if not content:
            break
    try:
        assessment_id = plumbline.exchange.import_json(ME, bytes(content), "export.json")
    except ImportRefused:
        assert plumbline.assessments.list_assessments(ME) == ()
    else:
        plumbline.results.compute(ME, assessment_id)
        remove_for_good(plumbline, assessment_id)


def _full_export() -> bytes:
    assessment = answered(FRAMEWORK, an_assessment(FRAMEWORK))
    pin = assessment.header.framework.model_copy(update={"content_hash": content_hash(FRAMEWORK)})
    header = assessment.header.model_copy(update={"framework": pin})
    return to_export(assessment.model_copy(update={"header": header})).encode()


FULL = _full_export()


def test_an_import_that_fails_while_storing_leaves_nothing(
    plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch
) -> None:
    from assessment.store import Writer

    content = exported(plumbline)

    def fail(*arguments: object) -> None:
        raise NotAvailable("The disk")

    monkeypatch.setattr(Writer, "record", fail)
    with pytest.raises(AssessmentError):
        plumbline.exchange.import_json(ME, content, "export.json")
    monkeypatch.undo()
    assert plumbline.assessments.list_assessments(ME) == ()
    plumbline.exchange.import_json(ME, content, "export.json")


def other_texts(framework: Framework) -> Framework:
    return framework.model_copy(update={"description": "The same ids and version, other words."})


def test_an_installed_framework_of_the_same_version_stands_in_and_the_journal_says_so(
    plumbline: Plumbline, settings: Settings, new_plumbline: Callable[[str], Plumbline], framework: Framework
) -> None:
    content = document_in(exported(plumbline))
    other = new_plumbline(f"sqlite:///{settings.data_folder / 'other.db'}")
    write_framework(other_texts(framework), settings.data_folder / "data-0" / "questionnaires")
    assessment_id = other.exchange.import_json(ME, content, "export.json")
    pin = other.assessments.header(ME, assessment_id).framework
    assert pin.content_hash == content_hash(other_texts(framework))
    newest = other.assessments.journal(ME, assessment_id)[0]
    assert newest.what == "framework of the import"
    assert content_hash(framework) in (newest.before or "")
    assert pin.content_hash in (newest.after or "")


def test_an_archived_framework_is_enough(plumbline: Plumbline, settings: Settings, framework: Framework) -> None:
    content = exported(plumbline)
    write_framework(framework.model_copy(update={"version": "2.0.0"}), settings.questionnaires_folder)
    assessment_id = plumbline.exchange.import_json(ME, content, "export.json")
    assert plumbline.assessments.framework(ME, assessment_id) == framework


def test_an_export_that_spells_a_known_organisation_otherwise_joins_it(plumbline: Plumbline) -> None:
    content = exported(plumbline)
    first_id = begun(plumbline)
    document = json.loads(content)
    document["assessment"]["header"]["organisation"] = "INVENTED  ltd"
    second_id = plumbline.exchange.import_json(ME, json.dumps(document).encode(), "export.json")
    assert plumbline.assessments.header(ME, second_id).organisation == "Invented Ltd"
    (organisation,) = plumbline.organisations.list_organisations(ME)
    assert (organisation.name, organisation.assessment_count) == ("Invented Ltd", 2)
    assert first_id != second_id


def test_an_export_of_before_of_a_version_that_is_not_installed_says_what_helps_and_both_ways_help(
    plumbline: Plumbline, settings: Settings, framework: Framework, tmp_path: Path
) -> None:
    old = framework.model_copy(update={"version": "0.9.0"})
    document = json.loads(document_in(exported(plumbline)))
    pin = {"id": old.id, "version": old.version, "content_hash": content_hash(old)}
    document["framework"] = document["assessment"]["header"]["framework"] = pin
    written = json.dumps({**document, "format_version": 1}).encode()
    with pytest.raises(ImportRefused, match=r"it answers tiny 0\.9\.0, which is not installed here") as refused:
        plumbline.exchange.import_json(ME, written, "export.json")
    assert refused.value.where == "framework"
    assert "export it again: the file then carries its framework" in refused.value.remedy
    assert "put it beside the other frameworks here and import this file again" in refused.value.remedy
    assert plumbline.assessments.list_assessments(ME) == ()

    made = {"PLUMBLINE_DATA": str(tmp_path / "made"), "PLUMBLINE_QUESTIONNAIRES": str(tmp_path / "old")}
    write_framework(old, tmp_path / "old")
    with closing(open_plumbline(read_settings(made))) as where_it_was_made:
        assessment_id = where_it_was_made.exchange.import_json(ME, written, "export.json")
        again = where_it_was_made.exchange.export_json(ME, assessment_id)
    assessment_id = plumbline.exchange.import_json(ME, again, "again.json")
    assert plumbline.assessments.framework(ME, assessment_id) == old

    with closing(open_plumbline(replace(settings, database_url=f"sqlite:///{tmp_path / 'second.db'}"))) as second:
        shutil.copytree(tmp_path / "old" / old.id, settings.questionnaires_folder / "tiny-old")
        assessment_id = second.exchange.import_json(ME, written, "export.json")
        shutil.rmtree(settings.questionnaires_folder / "tiny-old")
        assert second.assessments.framework(ME, assessment_id) == old


@pytest.mark.parametrize(
    "file", sorted((ROOT / "tests" / "data" / "faults").glob("*.json")), ids=lambda file: file.stem
)
def test_an_assessment_of_the_shipped_questionnaire_is_imported(tmp_path: Path, file: Path) -> None:
    plumbline = open_plumbline(read_settings({"PLUMBLINE_DATA": str(tmp_path)}))
    assessment_id = plumbline.exchange.import_json(ME, file.read_bytes(), file.name)
    loaded = plumbline.assessments.load(ME, assessment_id)
    exported_now = json.loads(loaded.model_dump_json())
    plumbline.close()
    written = json.loads(file.read_bytes())["assessment"]
    written["header"].setdefault("takes_scenario_pain", None)  # the files are older than this field, and than that
    since = ("feedback", "actions", "evidence_files", "texts", "agenda", "rounds", "parked", "decisions", "sessions")
    for part in (*since, "plans", "running"):
        written.setdefault(part, [])
    for field, default in (("budget_unit", "points"), ("budgets", None), ("wave_lengths", None)):
        written["roadmap"].setdefault(field, default)
    written.setdefault("claim", {"doubt": None, "approver": None, "signed_on": None})
    for note in written["notes"]:
        note.setdefault("speaks", None)
    for values in (exported_now, written):
        del values["header"]["framework"]
    assert exported_now == written
