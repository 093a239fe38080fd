"""What may be added is what an import takes: the same limits, in the same words, on both sides."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from assessment.catalogue import load_framework
from assessment.domain.answered.assessment import CriticalService, Note, NoteKind, Respondent, Role
from assessment.domain.authored.framework import Depth, Horizon, Item
from assessment.errors import ImportRefused, InvalidInput
from assessment.services import limits
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.export_format import to_export
from assessment.services.limits import respondent_limit
from assessment.services.plumbline import Plumbline
from tests.builders import NA, agreed, an_assessment, rated, tiny_framework
from tests.services.conftest import begun, remove_for_good
from tests.services.test_exchange import document_in
from tests.store.drawn import in_order

ROOT = Path(__file__).resolve().parents[2]
FRAMEWORK = tiny_framework()
ITEM, OTHER_ITEM = "planning.deliver-1", "planning.deliver-2"


def person(number: int) -> Respondent:
    return Respondent(id=f"p{number}", role=Role.OTHER)


def enlarged(plumbline: Plumbline, assessment_id: str, field: str, entry: dict[str, Any]) -> bytes:
    """The export of an assessment with one more entry than it holds."""
    document = json.loads(plumbline.exchange.export_json(ME, assessment_id))
    document["assessment"][field].append(entry)
    return json.dumps(document).encode()


def test_the_shipped_questionnaire_takes_five_hundred_people_at_either_depth() -> None:
    shipped = load_framework(ROOT / "questionnaires" / "itsm-reference")
    assert [respondent_limit(shipped, depth) for depth in Depth] == [500, 500]


def test_a_longer_questionnaire_takes_fewer_people(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of three processes asks 3 + 3 + 6 items as they are at full depth, 8 at quick, and 8 as they should be."""
    monkeypatch.setattr(limits, "ANSWER_LIMIT", 1000)
    assert respondent_limit(FRAMEWORK, Depth.FULL) == 1000 // (36 + 24)
    assert respondent_limit(FRAMEWORK, Depth.QUICK) == 1000 // (24 + 24)
    monkeypatch.setattr(limits, "ANSWER_LIMIT", 5)
    assert respondent_limit(FRAMEWORK, Depth.FULL) == 1


def test_one_person_too_many_is_refused_where_they_are_added_and_where_they_are_imported(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline, respondent_ids=())
    document = json.loads(plumbline.exchange.export_json(ME, assessment_id))
    document["assessment"]["respondents"] = [person(number).model_dump(mode="json") for number in range(500)]
    full_id = plumbline.exchange.import_json(ME, json.dumps(document).encode(), "export.json")
    with pytest.raises(InvalidInput, match="with Tiny framework at full depth holds at most 500 people") as refused:
        plumbline.setup.save(ME, full_id, person(500))
    assert len(plumbline.assessments.load(ME, full_id).respondents) == 500
    larger = enlarged(plumbline, full_id, "respondents", person(500).model_dump(mode="json"))
    with pytest.raises(ImportRefused) as refused_import:
        plumbline.exchange.import_json(ME, larger, "export.json")
    assert refused_import.value.where == "assessment.respondents"
    assert refused_import.value.reason == refused.value.reason
    renamed = Respondent(id="p7", role=Role.CUSTOMER, name="Ann Example")
    plumbline.setup.save(ME, full_id, renamed)
    assert plumbline.assessments.load(ME, full_id).respondent_by_id["p7"] == renamed


def test_what_five_hundred_people_answered_and_wrote_is_exported_and_imported(plumbline: Plumbline) -> None:
    """Everything of one process, and 4,500,000 commas in notes; the same bytes come out again, also packed."""
    people = tuple(person(number) for number in range(500))
    places = [(item.id, horizon) for horizon in Horizon for item in items_of(plumbline, horizon)]
    ratings = tuple(rated(item_id, 3, one.id, horizon) for one in people for item_id, horizon in places)
    notes = tuple(Note(respondent_id=one.id, item_id=ITEM, kind=NoteKind.NOTE, text="," * 9_000) for one in people)
    header = plumbline.assessments.header(ME, begun(plumbline, respondent_ids=()))
    empty = plumbline.assessments.load(ME, header.id)
    content = to_export(in_order(empty.model_copy(update={"respondents": people, "ratings": ratings, "notes": notes})))
    remove_for_good(plumbline, header.id)
    assert len(ratings) == 500 * (12 + 8)
    assessment_id = plumbline.exchange.import_json(ME, content.encode(), "export.json")
    assert document_in(plumbline.exchange.export_json(ME, assessment_id)) == content.encode()
    packed = plumbline.exchange.export_file(ME, assessment_id)
    remove_for_good(plumbline, assessment_id)
    assert plumbline.exchange.import_json(ME, packed, "export.json.gz") == assessment_id


def items_of(plumbline: Plumbline, horizon: Horizon) -> tuple[Item, ...]:
    return plumbline.frameworks.get(ME, "tiny").items("planning", Depth.FULL, horizon)


def test_one_critical_service_too_many_is_refused_on_both_sides(
    plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "CRITICAL_SERVICE_LIMIT", 2)
    assessment_id = begun(plumbline)
    services = [CriticalService(id=f"s{number}", name="Payroll", importance=3) for number in range(3)]
    for service in services[:2]:
        plumbline.setup.save(ME, assessment_id, service)
    with pytest.raises(InvalidInput, match="at most 2 critical services"):
        plumbline.setup.save(ME, assessment_id, services[2])
    larger = enlarged(plumbline, assessment_id, "critical_services", services[2].model_dump(mode="json"))
    with pytest.raises(ImportRefused, match="at most 2 critical services"):
        plumbline.exchange.import_json(ME, larger, "export.json")


def test_texts_count_together_and_one_too_many_is_refused_on_both_sides(
    plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The note has 30 characters, the reason 15 ('Done elsewhere.'), the agreement 16 ('The room agreed.')."""
    monkeypatch.setattr(limits, "TEXT_LIMIT", 61)
    assessment_id = begun(plumbline)
    note = Note(respondent_id="r1", item_id=ITEM, kind=NoteKind.NOTE, text="ü" * 30)
    plumbline.answering.save_note(ME, assessment_id, note)
    plumbline.answering.save(ME, assessment_id, rated(ITEM, NA))
    plumbline.answering.agree(ME, assessment_id, agreed(ITEM, 3))
    content = plumbline.exchange.export_json(ME, assessment_id)
    one_more = Note(respondent_id="r2", item_id=ITEM, kind=NoteKind.NOTE, text="x")
    with pytest.raises(InvalidInput, match="notes, reasons and other texts have more than 61 characters together"):
        plumbline.answering.save_note(ME, assessment_id, one_more)
    assert plumbline.exchange.export_json(ME, assessment_id) == content
    larger = enlarged(plumbline, assessment_id, "notes", one_more.model_dump(mode="json"))
    with pytest.raises(ImportRefused, match="more than 61 characters together"):
        plumbline.exchange.import_json(ME, larger, "export.json")
    plumbline.exchange.import_json(ME, content, "export.json")
    plumbline.answering.save(ME, assessment_id, rated(OTHER_ITEM, 3))
    plumbline.answering.save_note(ME, assessment_id, note.model_copy(update={"text": "ü" * 29}))
    plumbline.answering.save_note(ME, assessment_id, one_more)


def test_an_export_that_is_handed_out_plain_fits_through_the_page() -> None:
    """15,000 entries with the longest ids of people there are, and every character of the texts escaped."""
    ratings = tuple(rated(ITEM, 3, "0" * 64) for _ in range(100))
    few, many = (to_export(an_assessment(FRAMEWORK, ratings=some)) for some in (ratings[:1], ratings))
    entry_bytes = (len(many) - len(few)) / 99
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    longest = limits.PLAIN_ENTRY_LIMIT * (entry_bytes + 160) + limits.PLAIN_TEXT_LIMIT * len("\\u0001")
    assert longest < config["server"]["maxUploadSize"] * 1024**2
