"""The consultant's own words: kept, journaled, given back to the proposal, and closed at sign-off."""

from __future__ import annotations

import pytest

from assessment.domain.answered.assessment import Target
from assessment.domain.answered.kept_out import kept_out
from assessment.domain.answered.texts import OwnText
from assessment.errors import AssessmentLocked, InvalidInput, NotAvailable
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from assessment.views.commentary.view import TextState
from tests.builders import rated
from tests.services.conftest import begun

PLACE = "process:planning"


def begun_text(plumbline: Plumbline, assessment_id: str, text: str = "Ours.") -> OwnText:
    """A text begun from what is proposed now."""
    proposed = plumbline.texts.read(ME, assessment_id, PLACE).view.proposal
    return OwnText(place_id=PLACE, text=text, facts_hash=proposed.facts_hash)


def test_a_text_is_kept_journaled_exported_and_given_back(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    assert plumbline.texts.read(ME, assessment_id, PLACE).version == 0
    text = begun_text(plumbline, assessment_id)
    version = plumbline.texts.save(ME, assessment_id, text, expected_version=0)

    stored = plumbline.texts.read(ME, assessment_id, PLACE)
    assert (stored.view.own, stored.view.state, stored.version) == (text, TextState.OWN, version)
    assert plumbline.texts.all(ME, assessment_id).finding.startswith("1 of ")
    newest = plumbline.assessments.journal(ME, assessment_id)[0]
    assert (newest.operation, newest.actor_id) == ("texts.save", ME.id)
    assert kept_out(text.text).sha256 in str(newest)
    assert "Ours." not in str(newest)
    assert plumbline.results.read(ME, assessment_id).assessment.texts == (text,)
    copy_id = plumbline.exchange.import_json(ME, plumbline.exchange.export_json(ME, assessment_id), "a.json")
    assert plumbline.texts.read(ME, copy_id, PLACE).view.own == text

    plumbline.texts.remove(ME, assessment_id, PLACE, expected_version=version)
    stored = plumbline.texts.read(ME, assessment_id, PLACE)
    assert (stored.view.own, stored.view.state, stored.version) == (None, TextState.PROPOSAL, 0)
    assert plumbline.assessments.journal(ME, assessment_id)[0].operation == "texts.remove"


def test_new_facts_overtake_a_text_and_change_no_word_of_it(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.texts.save(ME, assessment_id, begun_text(plumbline, assessment_id))
    plumbline.setup.change_scope(ME, assessment_id, "building", is_in=False)
    assert plumbline.texts.read(ME, assessment_id, PLACE).view.state is TextState.OWN
    plumbline.setup.save(ME, assessment_id, Target(process_id="planning", level=5))
    assert plumbline.texts.read(ME, assessment_id, PLACE).view.state is TextState.OWN  # no level yet: nothing to go
    plumbline.answering.save(ME, assessment_id, rated("planning.deliver-1", 4))
    stored = plumbline.texts.read(ME, assessment_id, PLACE)
    assert stored.view.state is TextState.OVERTAKEN
    assert stored.view.own is not None
    assert stored.view.own.text == "Ours."


def test_a_text_moves_no_number_and_the_plan_is_not_made_again(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    before = plumbline.results.compute(ME, assessment_id)
    plan = before.roadmap
    plumbline.texts.save(ME, assessment_id, begun_text(plumbline, assessment_id))
    after = plumbline.results.compute(ME, assessment_id)
    assert after.assessment.texts != before.assessment.texts
    assert after.result == before.result
    assert after.roadmap is plan
    assert after.snapshot_hash != before.snapshot_hash
    plumbline.setup.save(ME, assessment_id, Target(process_id="planning", level=5))
    assert plumbline.results.compute(ME, assessment_id).roadmap is not plan


def test_a_place_that_is_not_there_is_refused_and_nothing_is_kept(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.setup.change_scope(ME, assessment_id, "building", is_in=False)
    for place_id in ("nowhere", "process:nothing", "group:nothing", "process:building"):
        with pytest.raises(NotAvailable):
            plumbline.texts.read(ME, assessment_id, place_id)
        with pytest.raises(NotAvailable):
            plumbline.texts.save(ME, assessment_id, OwnText(place_id=place_id, text="x"))
    with pytest.raises(InvalidInput):
        plumbline.texts.save(ME, assessment_id, OwnText.model_construct(place_id="whole", text="", facts_hash=None))
    assert plumbline.assessments.load(ME, assessment_id).texts == ()


def test_once_validated_or_signed_off_no_text_changes(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    text = begun_text(plumbline, assessment_id)
    plumbline.texts.save(ME, assessment_id, text)
    plumbline.assessments.validate(ME, assessment_id)
    for close in (lambda: plumbline.assessments.sign_off(ME, assessment_id, "Ann Example"), lambda: None):
        with pytest.raises(AssessmentLocked):
            plumbline.texts.save(ME, assessment_id, text.model_copy(update={"text": "Other."}))
        with pytest.raises(AssessmentLocked):
            plumbline.texts.remove(ME, assessment_id, PLACE)
        close()
        assert plumbline.texts.read(ME, assessment_id, PLACE).view.own == text
