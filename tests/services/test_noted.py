"""What is written down in a workshop is kept, versioned and journaled without its words; nobody's is overwritten."""

from __future__ import annotations

from datetime import date

import pytest

from assessment.domain.answered.assessment import Respondent, Role
from assessment.domain.answered.kept_out import kept_out
from assessment.domain.answered.workshop import Decision, DecisionKind, ParkedPoint
from assessment.errors import AssessmentLocked, Conflict, InvalidInput
from assessment.services import limits
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.identity import new_noted_id
from assessment.services.plumbline import Plumbline
from tests.services.conftest import begun
from tests.services.places import ITEM

POINT = ParkedPoint(id="n1", text="Ask the auditor", process_id="planning", item_id=ITEM)
ACTION = Decision(
    id="n2",
    kind=DecisionKind.ACTION,
    text="Write it down",
    owner="Ada Example",
    due=date(2026, 5, 1),
    process_id="building",
)


def test_a_point_and_an_action_are_kept_whole_and_journaled_without_their_words(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    first = plumbline.noted.put(ME, assessment_id, POINT, expected_version=0)
    second = plumbline.noted.put(ME, assessment_id, ACTION, expected_version=0)
    loaded = plumbline.assessments.load(ME, assessment_id)
    assert (loaded.parked, loaded.decisions) == ((POINT,), (ACTION,))
    noted = plumbline.noted.read(ME, assessment_id)
    assert (noted.parked, noted.decisions) == (((POINT, first),), ((ACTION, second),))
    entries = plumbline.assessments.journal(ME, assessment_id)[:2]
    assert {(one.operation, one.what) for one in entries} == {
        ("noted.put", "parked point n1"),
        ("noted.put", "decision n2"),
    }
    assert kept_out("Ask the auditor").sha256 in str(entries)
    assert not [word for word in ("Ask the auditor", "Write it down", "Ada Example") if word in str(entries)]


def test_saying_the_same_twice_is_once(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    version = plumbline.noted.put(ME, assessment_id, POINT, expected_version=0)
    assert plumbline.noted.put(ME, assessment_id, POINT, expected_version=0) == version
    assert len(plumbline.noted.read(ME, assessment_id).parked) == 1


def test_two_who_write_at_once_conflict_and_both_are_told(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    version = plumbline.noted.put(ME, assessment_id, ACTION)
    plumbline.noted.put(ME, assessment_id, ACTION.model_copy(update={"owner": "Ben"}), expected_version=version)
    mine = ACTION.model_copy(update={"due": None, "is_done": True})
    with pytest.raises(Conflict) as found:
        plumbline.noted.put(ME, assessment_id, mine, expected_version=version)
    assert found.value.what == "The action for Building"
    assert found.value.theirs == "Owner: Ben\nDue: 1 May 2026\nDone: no"
    assert found.value.yours == "Owner: Ada Example\nDue: (nothing)\nDone: yes"
    point = plumbline.noted.put(ME, assessment_id, POINT)
    plumbline.noted.put(ME, assessment_id, POINT.model_copy(update={"text": "Theirs"}), expected_version=point)
    with pytest.raises(Conflict) as told:
        plumbline.noted.put(ME, assessment_id, POINT.model_copy(update={"text": "Mine"}), expected_version=point)
    assert (told.value.what, told.value.theirs, told.value.yours) == (
        "The parked point to 'Deliver 1'",
        "Theirs",
        "Mine",
    )
    with pytest.raises(Conflict):
        plumbline.noted.remove(ME, assessment_id, ParkedPoint, "n1", expected_version=point)
    assert [one.text for one, _ in plumbline.noted.read(ME, assessment_id).parked] == ["Theirs"]


def test_what_is_removed_is_gone_and_removing_it_again_changes_nothing(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    version = plumbline.noted.put(ME, assessment_id, POINT)
    plumbline.noted.remove(ME, assessment_id, ParkedPoint, "n1", expected_version=version)
    plumbline.noted.remove(ME, assessment_id, ParkedPoint, "n1", expected_version=version)
    assert plumbline.noted.read(ME, assessment_id).parked == ()
    with pytest.raises(Conflict) as found:
        plumbline.noted.put(ME, assessment_id, POINT, expected_version=version)
    assert found.value.theirs == "(removed)"


def test_what_cannot_be_is_refused_in_words(plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch) -> None:
    assessment_id = begun(plumbline)
    with pytest.raises(InvalidInput, match="'nothing' is no process of"):
        plumbline.noted.put(ME, assessment_id, POINT.model_copy(update={"process_id": "nothing"}))
    with pytest.raises(InvalidInput, match=r"'planning\.nothing' is no item of"):
        plumbline.noted.put(ME, assessment_id, POINT.model_copy(update={"item_id": "planning.nothing"}))
    with pytest.raises(InvalidInput, match="it is empty"):
        plumbline.noted.put(ME, assessment_id, ACTION.model_copy(update={"text": " "}))
    with pytest.raises(InvalidInput, match="no parked point and no decision"):
        plumbline.noted.put(ME, assessment_id, Respondent(id="r9", role=Role.OTHER))  # type: ignore[arg-type]
    with pytest.raises(InvalidInput, match="no parked point and no decision"):
        plumbline.noted.remove(ME, assessment_id, Respondent, "r1")  # type: ignore[arg-type]
    monkeypatch.setattr(limits, "PARKED_POINT_LIMIT", 1)
    plumbline.noted.put(ME, assessment_id, POINT)
    with pytest.raises(InvalidInput, match="holds at most 1 parked points"):
        plumbline.noted.put(ME, assessment_id, POINT.model_copy(update={"id": "n3"}))
    assert plumbline.assessments.load(ME, assessment_id).decisions == ()


def test_a_closed_assessment_keeps_what_was_written_down(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.noted.put(ME, assessment_id, POINT)
    plumbline.assessments.validate(ME, assessment_id)
    for change in (
        lambda: plumbline.noted.put(ME, assessment_id, ACTION),
        lambda: plumbline.noted.remove(ME, assessment_id, ParkedPoint, "n1"),
    ):
        with pytest.raises(AssessmentLocked):
            change()
    assert [one for one, _ in plumbline.noted.read(ME, assessment_id).parked] == [POINT]


def test_ids_sort_by_when_they_were_made(monkeypatch: pytest.MonkeyPatch) -> None:
    ids = []
    for moment in (9, 10, 1_000_000):
        monkeypatch.setattr("time.time_ns", lambda moment=moment: moment * 1_000_000)
        ids.append(new_noted_id())
    assert ids == sorted(ids)
    assert ParkedPoint(id=ids[0], text="x").id == ids[0]
