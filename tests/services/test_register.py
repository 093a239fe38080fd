"""The team's actions are kept, versioned and journaled; nobody's are overwritten unseen."""

from __future__ import annotations

from datetime import date

import pytest

from assessment.domain.answered.actions import ActionKind, ActionStatus, PlannedAction
from assessment.domain.answered.kept_out import kept_out
from assessment.domain.findings.placing import action_id_of
from assessment.domain.planning.register import register_of
from assessment.errors import AssessmentLocked, Conflict, InvalidInput
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from tests.builders import rated
from tests.services.conftest import begun, counted

ACTION_ID = "planning.first.ownership.2"


def planned(**changes: object) -> PlannedAction:
    values: dict[str, object] = {"id": ACTION_ID, "process_id": "planning", "to_level": 2, "kind": ActionKind.FIRST}
    return PlannedAction.model_validate({**values, **changes})


def kept(plumbline: Plumbline, assessment_id: str) -> tuple[PlannedAction, ...]:
    return plumbline.assessments.load(ME, assessment_id).actions


def test_an_action_is_kept_with_everything_and_journaled_without_the_name(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    whole = planned(
        text="Ask twice",
        owner="Ada Example",
        start=date(2026, 4, 1),
        due=date(2026, 5, 1),
        status=ActionStatus.WAITING,
        done_percent=40,
        note="After the audit",
    )
    version = plumbline.register.save(ME, assessment_id, whole, expected_version=0)
    assert kept(plumbline, assessment_id) == (whole,)
    assert plumbline.register.versions(ME, assessment_id) == {ACTION_ID: version}
    entry = plumbline.assessments.journal(ME, assessment_id)[0]
    assert (entry.operation, entry.what) == ("register.save", f"action {ACTION_ID}")
    assert kept_out("Ask twice").sha256 in str(entry)
    assert not [word for word in ("Ask twice", "After the audit", "Ada Example") if word in str(entry)]


def test_an_action_that_says_nothing_beyond_the_framework_is_no_entry(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    version = plumbline.register.save(ME, assessment_id, planned(is_struck=True))
    assert kept(plumbline, assessment_id) == (planned(is_struck=True),)
    assert plumbline.register.save(ME, assessment_id, planned(), expected_version=version) == 0
    assert kept(plumbline, assessment_id) == ()
    assert plumbline.register.save(ME, assessment_id, planned(), expected_version=0) == 0


def test_two_who_change_one_action_conflict_and_both_are_told(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.register.save(ME, assessment_id, planned(owner="Ada", start=date(2026, 4, 1)), expected_version=0)
    with pytest.raises(Conflict) as found:
        plumbline.register.save(ME, assessment_id, planned(status=ActionStatus.DONE), expected_version=0)
    assert found.value.what == "The action for Planning"
    assert found.value.theirs == "Owner: Ada\nStart: 1 April 2026\nStatus: (nothing)"
    assert found.value.yours == "Owner: (nothing)\nStart: (nothing)\nStatus: Done"
    with pytest.raises(Conflict):
        plumbline.register.save(ME, assessment_id, planned(), expected_version=0)
    assert kept(plumbline, assessment_id)[0].owner == "Ada"


def test_own_actions_are_added_and_removed(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    own_id = plumbline.register.add(ME, assessment_id, "planning", 2, ActionKind.BEFORE, "Ring the union")
    (own,) = kept(plumbline, assessment_id)
    assert (own.id, own.text, own.kind, own.is_own) == (own_id, "Ring the union", ActionKind.BEFORE, True)
    version = plumbline.register.versions(ME, assessment_id)[own_id]
    plumbline.register.save(ME, assessment_id, own.model_copy(update={"owner": "Ada"}), expected_version=version)
    with pytest.raises(Conflict):
        plumbline.register.remove(ME, assessment_id, own_id, expected_version=version)
    plumbline.register.remove(ME, assessment_id, own_id)
    plumbline.register.remove(ME, assessment_id, own_id)
    assert kept(plumbline, assessment_id) == ()


def test_what_cannot_be_is_refused_in_words(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    with pytest.raises(InvalidInput, match="'nothing' is no process of"):
        plumbline.register.save(ME, assessment_id, planned(process_id="nothing", note="Soon"))
    with pytest.raises(InvalidInput, match="due before it starts"):
        plumbline.register.save(
            ME, assessment_id, planned().model_copy(update={"start": date(2026, 5, 1), "due": date(2026, 4, 1)})
        )
    with pytest.raises(InvalidInput, match="it is empty"):
        plumbline.register.add(ME, assessment_id, "planning", 2, ActionKind.FIRST, "  ")
    assert kept(plumbline, assessment_id) == ()


def test_a_signed_off_assessment_keeps_its_register(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.register.save(ME, assessment_id, planned(owner="Ada"))
    plumbline.assessments.validate(ME, assessment_id)
    for change in (
        lambda: plumbline.register.save(ME, assessment_id, planned(owner="Ben")),
        lambda: plumbline.register.add(ME, assessment_id, "planning", 2, ActionKind.FIRST, "More"),
        lambda: plumbline.register.remove(ME, assessment_id, ACTION_ID),
    ):
        with pytest.raises(AssessmentLocked):
            change()
    assert kept(plumbline, assessment_id) == (planned(owner="Ada"),)


def test_a_change_of_the_register_plans_nothing_anew_and_an_answer_does(
    plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch
) -> None:
    from assessment.domain.planning import roadmap

    assessment_id = begun(plumbline)
    for item in ("planning.deliver-1", "planning.deliver-2", "planning.deliver-3"):
        plumbline.answering.save(ME, assessment_id, rated(item, 3))
    before = plumbline.results.read(ME, assessment_id).roadmap
    calls = counted(monkeypatch, (roadmap, "plan_roadmap"))
    plumbline.register.save(ME, assessment_id, planned(owner="Ada"))
    after = plumbline.results.read(ME, assessment_id)
    assert after.roadmap is before
    assert [one.entry for one in register_of(after.assessment, after.roadmap) if one.entry] == [planned(owner="Ada")]
    assert calls["plan_roadmap"] == 0
    plumbline.answering.save(ME, assessment_id, rated("planning.deliver-1", 5))
    assert plumbline.results.read(ME, assessment_id).roadmap is not before
    assert calls["plan_roadmap"] == 1


def taken_up(plumbline: Plumbline, assessment_id: str, text: str = "Connect both.", to_level: int = 2) -> str:
    return plumbline.register.take_up(
        ME, assessment_id, "connect.planning.building", "planning", to_level, ActionKind.FIRST, text
    )


def test_a_finding_becomes_one_action_however_often_it_is_asked(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    own_id = taken_up(plumbline, assessment_id)
    (action,) = kept(plumbline, assessment_id)
    assert (action.id, action.process_id, action.to_level, action.kind) == (own_id, "planning", 2, ActionKind.FIRST)
    assert (action.text, action.is_own) == ("Connect both.", True)
    reworded = action.model_copy(update={"text": "Connect them in May.", "owner": "Ada Example"})
    plumbline.register.save(ME, assessment_id, reworded)
    assert taken_up(plumbline, assessment_id, "Other words.", to_level=3) == own_id
    assert kept(plumbline, assessment_id) == (reworded,)
    assert own_id == action_id_of("connect.planning.building") != action_id_of("connect.building.planning")


def test_a_finding_without_words_or_of_a_process_that_is_not_there_is_refused(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    with pytest.raises(InvalidInput):
        taken_up(plumbline, assessment_id, "")
    with pytest.raises(InvalidInput):
        plumbline.register.take_up(ME, assessment_id, "way.x", "gone", 1, ActionKind.FIRST, "Settle it.")
    assert kept(plumbline, assessment_id) == ()


def test_an_action_is_not_done_on_a_day_to_come_nor_while_its_status_says_it_is_not(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    for changes, reason in (
        ({"done_on": date(9999, 1, 1)}, "the day has not come yet"),
        ({"done_on": date(2026, 4, 1), "status": ActionStatus.STARTED}, "it has a day on which it was done"),
    ):
        with pytest.raises(InvalidInput, match=reason):
            plumbline.register.save(ME, assessment_id, planned(**changes))
    assert kept(plumbline, assessment_id) == ()
    done = planned(done_on=date(2026, 4, 1), status=ActionStatus.DONE)
    plumbline.register.save(ME, assessment_id, done)
    assert kept(plumbline, assessment_id) == (done,)
