"""Two spellings of an organisation become one; what is signed stays as it was signed."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from assessment.domain.access.account import Scope
from assessment.domain.access.permissions import AccessRole
from assessment.errors import AssessmentLocked, InvalidInput, NotAvailable
from assessment.services.assessments import HeaderChange, NewAssessment
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from tests.services.access import somebody
from tests.services.test_exchange import document_in

DAY = date(2026, 1, 15)


def begun_for(plumbline: Plumbline, organisation: str, unit: str | None = None) -> str:
    new = NewAssessment(name="A round", organisation=organisation, unit=unit, assessed_on=DAY, framework_id="tiny")
    return plumbline.assessments.create(ME, new)


def counted(plumbline: Plumbline) -> dict[str, tuple[int, dict[str, int]]]:
    """Each organisation by name: how many assessments, and how many of each unit."""
    return {
        one.name: (one.assessment_count, {unit.name: unit.assessment_count for unit in one.units})
        for one in plumbline.organisations.list_organisations(ME)
    }


def id_of(plumbline: Plumbline, name: str) -> str:
    return next(one.id for one in plumbline.organisations.list_organisations(ME) if one.name == name)


def unit_id_of(plumbline: Plumbline, organisation: str, name: str) -> str:
    found = next(one for one in plumbline.organisations.list_organisations(ME) if one.name == organisation)
    return next(unit.id for unit in found.units if unit.name == name)


def names(plumbline: Plumbline, assessment_id: str) -> tuple[str, str | None]:
    header = plumbline.assessments.header(ME, assessment_id)
    return header.organisation, header.unit


def test_the_list_is_sorted_by_name_whatever_its_case_and_counts_assessments(plumbline: Plumbline) -> None:
    for organisation, unit in (("beta", None), ("Alpha", "Sales"), ("ALPHA", "it"), ("Gamma", None), ("alpha", "IT")):
        begun_for(plumbline, organisation, unit)
    assert list(counted(plumbline).items()) == [
        ("Alpha", (3, {"it": 2, "Sales": 1})),
        ("beta", (1, {})),
        ("Gamma", (1, {})),
    ]


def test_who_may_read_one_organisation_is_shown_this_one(plumbline: Plumbline) -> None:
    for organisation in ("Acme", "Other"):
        begun_for(plumbline, organisation)
    guest = somebody(plumbline, Scope(role=AccessRole.READER, organisation_id=id_of(plumbline, "Acme")))
    assert [one.name for one in plumbline.organisations.list_organisations(guest)] == ["Acme"]


def test_a_merge_shows_in_the_results_at_once_though_they_were_computed_before(plumbline: Plumbline) -> None:
    kept_id, moved_id = begun_for(plumbline, "Acme", "IT"), begun_for(plumbline, "Acme Limited", "it")
    before = plumbline.results.compute(ME, moved_id)
    assert before.assessment.header.organisation == "Acme Limited"
    plumbline.organisations.merge(ME, id_of(plumbline, "Acme Limited"), id_of(plumbline, "Acme"))
    after = plumbline.results.compute(ME, moved_id)
    assert (after.assessment.header.organisation, after.assessment.header.unit) == ("Acme", "IT")
    assert after.snapshot_hash != before.snapshot_hash
    assert [one.header.organisation for one in plumbline.assessments.list_assessments(ME)] == ["Acme", "Acme"]
    assert names(plumbline, kept_id) == ("Acme", "IT")
    assert counted(plumbline) == {"Acme": (2, {"IT": 2})}


def test_a_validated_assessment_is_merged_too_and_stays_closed(plumbline: Plumbline) -> None:
    begun_for(plumbline, "Acme")
    moved_id = begun_for(plumbline, "Acme Limited")
    plumbline.assessments.validate(ME, moved_id)
    plumbline.organisations.merge(ME, id_of(plumbline, "Acme Limited"), id_of(plumbline, "Acme"))
    assert names(plumbline, moved_id) == ("Acme", None)
    with pytest.raises(AssessmentLocked):
        plumbline.assessments.update_header(ME, moved_id, HeaderChange(name="Another"))


def test_a_signed_off_one_is_listed_under_the_kept_name_and_keeps_its_bytes(plumbline: Plumbline) -> None:
    begun_for(plumbline, "Acme")
    signed_id = begun_for(plumbline, "Acme Limited")
    signed_hash = plumbline.assessments.sign_off(ME, signed_id, "Ann Example")
    content = plumbline.exchange.export_json(ME, signed_id)
    plumbline.organisations.merge(ME, id_of(plumbline, "Acme Limited"), id_of(plumbline, "Acme"))
    assert names(plumbline, signed_id) == ("Acme", None)
    assert document_in(plumbline.exchange.export_json(ME, signed_id)) == document_in(content)
    assert hashlib.sha256(document_in(content)).hexdigest() == signed_hash
    computed = plumbline.results.compute(ME, signed_id)
    assert computed.assessment.header.organisation == "Acme Limited"
    assert computed.snapshot_hash == signed_hash
    assert plumbline.assessments.verify_journal(ME, signed_id) is None


def test_every_merged_assessment_has_it_in_its_journal_and_the_others_do_not(plumbline: Plumbline) -> None:
    kept_id, moved_id = begun_for(plumbline, "Acme"), begun_for(plumbline, "Acme Limited", "IT")
    before = plumbline.assessments.journal(ME, kept_id)
    plumbline.organisations.merge(ME, id_of(plumbline, "Acme Limited"), id_of(plumbline, "Acme"))
    newest = plumbline.assessments.journal(ME, moved_id)[0]
    assert (newest.operation, newest.before, newest.after) == (
        "organisations.merge",
        '{"organisation":"Acme Limited"}',
        '{"organisation":"Acme"}',
    )
    assert plumbline.assessments.journal(ME, kept_id) == before


def test_units_of_an_organisation_are_renamed_and_merged(plumbline: Plumbline) -> None:
    first_id, second_id = begun_for(plumbline, "Acme", "IT"), begun_for(plumbline, "Acme", "Information technology")
    acme = id_of(plumbline, "Acme")
    plumbline.organisations.rename_unit(ME, acme, unit_id_of(plumbline, "Acme", "IT"), "  I.T. ")
    assert names(plumbline, first_id) == ("Acme", "I.T.")
    plumbline.organisations.merge_units(
        ME,
        acme,
        unit_id_of(plumbline, "Acme", "Information technology"),
        unit_id_of(plumbline, "Acme", "I.T."),
    )
    assert names(plumbline, second_id) == ("Acme", "I.T.")
    assert counted(plumbline) == {"Acme": (2, {"I.T.": 2})}


def test_an_organisation_is_renamed_for_all_of_its_assessments(plumbline: Plumbline) -> None:
    ids = [begun_for(plumbline, "Acme"), begun_for(plumbline, "acme", "IT")]
    plumbline.organisations.rename(ME, id_of(plumbline, "Acme"), "ACME")
    assert [names(plumbline, one) for one in ids] == [("ACME", None), ("ACME", "IT")]


@pytest.mark.parametrize("name", ["", "   ", "x" * 301, "a\x00b"])
def test_a_name_that_is_none_is_refused(plumbline: Plumbline, name: str) -> None:
    begun_for(plumbline, "Acme")
    with pytest.raises(InvalidInput, match=r"^Organisation name: it"):
        plumbline.organisations.rename(ME, id_of(plumbline, "Acme"), name)
    assert list(counted(plumbline)) == ["Acme"]


def test_what_cannot_be_merged_is_refused_and_nothing_changes(plumbline: Plumbline) -> None:
    begun_for(plumbline, "Acme", "IT")
    acme, unit = id_of(plumbline, "Acme"), unit_id_of(plumbline, "Acme", "IT")
    with pytest.raises(InvalidInput, match="Organisation: it cannot be merged with itself"):
        plumbline.organisations.merge(ME, acme, acme)
    with pytest.raises(InvalidInput, match="Unit: it cannot be merged with itself"):
        plumbline.organisations.merge_units(ME, acme, unit, unit)
    with pytest.raises(NotAvailable, match="This organisation is not available"):
        plumbline.organisations.merge(ME, acme, "o-none")
    with pytest.raises(NotAvailable, match="This unit is not available"):
        plumbline.organisations.merge_units(ME, acme, unit, "u-none")
    assert counted(plumbline) == {"Acme": (1, {"IT": 1})}


def test_a_header_of_another_spelling_keeps_the_first_one(plumbline: Plumbline) -> None:
    begun_for(plumbline, "Acme", "IT")
    assessment_id = begun_for(plumbline, "Other")
    plumbline.assessments.update_header(ME, assessment_id, HeaderChange(organisation="ACME", unit="it"))
    assert names(plumbline, assessment_id) == ("Acme", "IT")
    assert counted(plumbline) == {"Acme": (2, {"IT": 2})}


def test_a_copy_is_of_the_same_organisation(plumbline: Plumbline) -> None:
    source_id = begun_for(plumbline, "Acme", "IT")
    copy_id = plumbline.assessments.copy(ME, source_id, "A second round", DAY, keep_answers=False)
    assert names(plumbline, copy_id) == ("Acme", "IT")
    assert counted(plumbline) == {"Acme": (2, {"IT": 2})}
