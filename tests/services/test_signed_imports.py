"""A sign-off that an import claims: kept where this installation signed it, else a draft that says what was claimed."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from assessment.domain.answered.assessment import AssessmentState
from assessment.domain.answered.claim import ClaimDoubt, SignOffClaim
from assessment.domain.answered.running import RunningStep
from assessment.errors import ImportRefused
from assessment.services import signing
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from tests.builders import rated
from tests.services.conftest import begun, remove_for_good
from tests.services.test_exchange import ITEM, document_in

APPROVER = "Ann Example"
Values = dict[str, Any]


def signed_export(plumbline: Plumbline, code: int = 3) -> tuple[str, bytes]:
    assessment_id = begun(plumbline)
    plumbline.answering.save(ME, assessment_id, rated(ITEM, code))
    plumbline.assessments.sign_off(ME, assessment_id, APPROVER)
    return assessment_id, plumbline.exchange.export_json(ME, assessment_id)


def claim_of(plumbline: Plumbline, assessment_id: str) -> SignOffClaim:
    assert plumbline.assessments.snapshot(ME, assessment_id) is None
    assert plumbline.assessments.header(ME, assessment_id).state is AssessmentState.DRAFT
    return plumbline.assessments.load(ME, assessment_id).claim


@pytest.mark.parametrize("packed", [bytes, gzip.compress, lambda content: json.dumps(json.loads(content)).encode()])
def test_what_was_signed_here_comes_back_with_its_hash_approver_time_and_journal(
    plumbline: Plumbline, packed: Callable[[bytes], bytes]
) -> None:
    assessment_id, content = signed_export(plumbline)
    snapshot = plumbline.assessments.snapshot(ME, assessment_id)
    journal = plumbline.assessments.journal(ME, assessment_id)
    remove_for_good(plumbline, assessment_id)
    assert plumbline.exchange.import_json(ME, packed(content), "export.json") == assessment_id
    assert plumbline.assessments.snapshot(ME, assessment_id) == snapshot
    assert plumbline.assessments.journal(ME, assessment_id)[-len(journal) :] == journal
    assert plumbline.assessments.verify_journal(ME, assessment_id) is None
    assert document_in(plumbline.exchange.export_json(ME, assessment_id)) == document_in(content)
    loaded = plumbline.assessments.load(ME, assessment_id)
    assert (loaded.header.state, loaded.claim) == (AssessmentState.SIGNED_OFF, SignOffClaim())
    assert loaded.respondents[0].name is not None
    assert plumbline.results.compute(ME, assessment_id).assessment == loaded


def test_with_an_owner_of_a_step_it_is_shown_exported_and_imported_and_the_database_is_whole(
    plumbline: Plumbline,
) -> None:
    assessment_id = begun(plumbline)
    step = RunningStep(process_id="planning", to_level=2, owner="Bo Builder")
    plumbline.running.save(ME, assessment_id, step, date(2026, 5, 1))
    plumbline.assessments.sign_off(ME, assessment_id, APPROVER)
    assert plumbline.results.compute(ME, assessment_id).assessment.running == (step,)
    content = plumbline.exchange.export_json(ME, assessment_id)
    remove_for_good(plumbline, assessment_id)
    assert plumbline.exchange.import_json(ME, content, "export.json") == assessment_id
    loaded = plumbline.assessments.load(ME, assessment_id)
    assert (loaded.running, loaded.header.state) == ((step,), AssessmentState.SIGNED_OFF)
    assert plumbline.copies.check(ME).faults == ()


def test_it_comes_back_a_second_time_as_well(plumbline: Plumbline) -> None:
    assessment_id, content = signed_export(plumbline)
    signed = plumbline.assessments.snapshot(ME, assessment_id)
    for _ in range(2):
        remove_for_good(plumbline, assessment_id)
        plumbline.exchange.import_json(ME, content, "export.json")
        content = plumbline.exchange.export_json(ME, assessment_id)
    assert plumbline.assessments.snapshot(ME, assessment_id) == signed


def test_beside_the_one_that_is_here_it_is_signed_off_under_its_own_id_and_keeps_the_former_hash(
    plumbline: Plumbline,
) -> None:
    assessment_id, content = signed_export(plumbline)
    first = plumbline.assessments.snapshot(ME, assessment_id)
    second_id = plumbline.exchange.import_json(ME, content, "export.json")
    second = plumbline.assessments.snapshot(ME, second_id)
    assert first is not None
    assert second is not None
    assert second_id != assessment_id
    assert (second.approver, second.signed_at, second.former_hashes) == (APPROVER, first.signed_at, (first.hash,))
    assert second.hash != first.hash
    assert plumbline.assessments.verify_journal(ME, second_id) is None


def set_at(*steps: Any, value: Any) -> Callable[[Values], None]:
    def change(values: Values) -> None:
        place: Any = values
        for step in steps[:-1]:
            place = place[step]
        place[steps[-1]] = value

    return change


TAMPERED: dict[str, Callable[[Values], Any]] = {
    "an answer": set_at("assessment", "ratings", 0, "answer", "code", value=5),
    "the name of the assessment": set_at("assessment", "header", "name", value="Best round"),
    "the name of a person": lambda values: values["carried_names"].update({"respondent r1 name": "Bob Other"}),
    "a name left out": lambda values: values["carried_names"].clear(),
    "the approver": set_at("carried_sign_off", "approver", value="Bob Other"),
    "the time": set_at("carried_sign_off", "signed_at", value="2020-01-01T00:00:00Z"),
    "a former hash": set_at("carried_sign_off", "former_hashes", value=["0" * 64]),
    "the signature": set_at("carried_sign_off", "signature", value="0" * 64),
    "a line of the journal": set_at("carried_sign_off", "journal", 1, "actor_id", value="somebody"),
    "a line of the journal left out": lambda values: values["carried_sign_off"]["journal"].pop(),
    "the journal left out": lambda values: values["carried_sign_off"]["journal"].clear(),
}


@pytest.mark.parametrize("what", TAMPERED)
def test_what_was_changed_since_is_a_draft_that_says_so(plumbline: Plumbline, what: str) -> None:
    assessment_id, content = signed_export(plumbline)
    values = json.loads(content)
    assert values["carried_names"]["respondent r1 name"] == "Person r1"
    TAMPERED[what](values)
    said = values["carried_sign_off"]
    remove_for_good(plumbline, assessment_id)
    plumbline.exchange.import_json(ME, json.dumps(values).encode(), "export.json")
    assert claim_of(plumbline, assessment_id) == SignOffClaim(
        doubt=ClaimDoubt.CHANGED,
        approver=said["approver"],
        signed_on=datetime.fromisoformat(said["signed_at"]).astimezone(UTC).date(),
    )
    assert len(plumbline.assessments.journal(ME, assessment_id)) == 1


def test_what_another_installation_signed_is_a_draft_that_says_so(
    new_plumbline: Callable[[str], Plumbline], plumbline: Plumbline, tmp_path: Any
) -> None:
    _, content = signed_export(new_plumbline(f"sqlite:///{tmp_path / 'other.db'}"))
    claim = claim_of(plumbline, plumbline.exchange.import_json(ME, content, "export.json"))
    assert (claim.doubt, claim.approver) == (ClaimDoubt.FOREIGN, APPROVER)


def test_a_file_that_carries_no_signature_is_a_draft_that_says_so(plumbline: Plumbline) -> None:
    assessment_id, content = signed_export(plumbline)
    remove_for_good(plumbline, assessment_id)
    plumbline.exchange.import_json(ME, document_in(content), "export.json")
    assert claim_of(plumbline, assessment_id) == SignOffClaim(doubt=ClaimDoubt.UNSIGNED)


def test_a_file_of_an_earlier_version_with_names_in_place_is_a_draft_too(plumbline: Plumbline) -> None:
    assessment_id, content = signed_export(plumbline)
    values = json.loads(document_in(content))
    values["format_version"] = 3
    del values["assessment"]["claim"]
    values["assessment"]["respondents"][0]["name"] = "Ann"
    remove_for_good(plumbline, assessment_id)
    plumbline.exchange.import_json(ME, json.dumps(values).encode(), "export.json")
    assert claim_of(plumbline, assessment_id).doubt is ClaimDoubt.UNSIGNED
    assert plumbline.assessments.load(ME, assessment_id).respondents[0].name == "Ann"


MALFORMED: dict[str, tuple[Callable[[Values], Any], str]] = {
    "no sign-off": (set_at("carried_sign_off", value=7), "carried_sign_off"),
    "no journal": (lambda values: values["carried_sign_off"].pop("journal"), "carried_sign_off"),
    "no line": (lambda values: values["carried_sign_off"]["journal"].append(3), "carried_sign_off"),
    "a line with more": (
        set_at("carried_sign_off", "journal", 0, "surprise", value=1),
        "carried_sign_off.journal[0].surprise",
    ),
    "no time": (set_at("carried_sign_off", "signed_at", value="soon"), "carried_sign_off.signed_at"),
    "an empty approver": (set_at("carried_sign_off", "approver", value=" "), "carried_sign_off.approver"),
    "a name of nobody": (lambda values: values["carried_names"].update({"owner x name": "Eve"}), "carried_names"),
    "an empty name": (
        lambda values: values["carried_names"].update({"respondent r1 name": " "}),
        "carried_names.respondent r1 name",
    ),
    "names that are none": (set_at("carried_names", value=["Ann"]), "carried_names"),
}


@pytest.mark.parametrize("what", MALFORMED)
def test_a_sign_off_or_name_that_is_none_is_refused_with_its_place_and_nothing_is_stored(
    plumbline: Plumbline, what: str
) -> None:
    assessment_id, content = signed_export(plumbline)
    remove_for_good(plumbline, assessment_id)
    values = json.loads(content)
    change, where = MALFORMED[what]
    change(values)
    with pytest.raises(ImportRefused) as refused:
        plumbline.exchange.import_json(ME, json.dumps(values).encode(), "export.json")
    assert refused.value.where == where
    assert plumbline.assessments.list_assessments(ME) == ()


def test_signing_it_off_here_takes_the_claim_away(plumbline: Plumbline) -> None:
    assessment_id, content = signed_export(plumbline)
    remove_for_good(plumbline, assessment_id)
    plumbline.exchange.import_json(ME, document_in(content), "export.json")
    copy_id = plumbline.assessments.copy(
        ME, assessment_id, "Copy", plumbline.assessments.header(ME, assessment_id).assessed_on, True
    )
    assert claim_of(plumbline, copy_id) == SignOffClaim()
    plumbline.assessments.sign_off(ME, assessment_id, "Carla Third")
    assert plumbline.assessments.load(ME, assessment_id).claim == SignOffClaim()


def test_a_claim_goes_along_with_the_next_export(plumbline: Plumbline) -> None:
    assessment_id, content = signed_export(plumbline)
    values = json.loads(content)
    TAMPERED["an answer"](values)
    remove_for_good(plumbline, assessment_id)
    plumbline.exchange.import_json(ME, json.dumps(values).encode(), "export.json")
    claim = claim_of(plumbline, assessment_id)
    again = plumbline.exchange.export_json(ME, assessment_id)
    assert APPROVER not in document_in(again).decode()
    second_id = plumbline.exchange.import_json(ME, again, "again.json")
    assert claim_of(plumbline, second_id) == claim


def test_no_export_holds_the_key(plumbline: Plumbline) -> None:
    _, content = signed_export(plumbline)
    with plumbline.exchange._repository.store.reading() as reader:
        assert reader.signing_secret() not in content.decode()


def test_a_journal_that_is_too_long_stays_at_home_and_the_sign_off_holds(
    plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signing, "JOURNAL_BYTES_LIMIT", 10)
    assessment_id, content = signed_export(plumbline)
    assert json.loads(content)["carried_sign_off"]["journal"] == []
    signed = plumbline.assessments.snapshot(ME, assessment_id)
    remove_for_good(plumbline, assessment_id)
    plumbline.exchange.import_json(ME, content, "export.json")
    assert plumbline.assessments.snapshot(ME, assessment_id) == signed
    assert plumbline.assessments.verify_journal(ME, assessment_id) is None
