"""Releasing what people said, and what became of an answer."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from assessment.domain.answered.assessment import Note, NoteKind, Rating, Role
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.answered.history import AnswerThen
from assessment.domain.answered.kept_out import kept_out
from assessment.domain.authored.framework import Horizon
from assessment.errors import AssessmentLocked, Conflict
from assessment.services.answering import StoredNote
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from assessment.views.history import history_view
from tests.builders import NA, agreed, an_answer, rated, tiny_framework
from tests.services.conftest import begun

ITEM = "planning.deliver-1"


def note(text: str, respondent_id: str = "r1") -> Note:
    return Note(respondent_id=respondent_id, item_id=ITEM, kind=NoteKind.NOTE, text=text)


def states(plumbline: Plumbline, assessment_id: str) -> dict[str, tuple[str, bool, bool]]:
    notes = plumbline.assessments.load(ME, assessment_id).notes
    return {one.respondent_id: (one.text, one.is_released, one.is_reworded) for one in notes}


def release(plumbline: Plumbline, assessment_id: str, seen: tuple[StoredNote, ...], is_released: bool = True) -> None:
    plumbline.answering.release(ME, assessment_id, seen, is_released=is_released)


def test_notes_are_released_as_they_were_seen_and_the_journal_and_an_export_keep_it(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    for one in (note("One."), note("Two.", "r2")):
        plumbline.answering.save_note(ME, assessment_id, one)
    release(plumbline, assessment_id, plumbline.answering.notes(ME, assessment_id))
    assert states(plumbline, assessment_id) == {"r1": ("One.", True, False), "r2": ("Two.", True, False)}

    plumbline.answering.save_note(ME, assessment_id, note("one"))
    plumbline.answering.save_note(ME, assessment_id, note("Two, and more.", "r2"))
    assert states(plumbline, assessment_id) == {"r1": ("one", True, False), "r2": ("Two, and more.", False, True)}

    imported_id = plumbline.exchange.import_json(ME, plumbline.exchange.export_json(ME, assessment_id), "a.json")
    assert states(plumbline, imported_id) == states(plumbline, assessment_id)
    assert '"is_released":1' in str(plumbline.assessments.journal(ME, assessment_id)).replace(" ", "").replace(
        "true", "1"
    )


def test_of_several_notes_none_is_released_where_one_changed_meanwhile(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    for one in (note("One."), note("Two.", "r2")):
        plumbline.answering.save_note(ME, assessment_id, one)
    seen = plumbline.answering.notes(ME, assessment_id)
    plumbline.answering.save_note(ME, assessment_id, note("Not that.", "r2"))

    with pytest.raises(Conflict) as caught:
        release(plumbline, assessment_id, seen)
    assert "Not that." in caught.value.theirs
    assert states(plumbline, assessment_id) == {"r1": ("One.", False, False), "r2": ("Not that.", False, False)}

    plumbline.answering.clear_note(ME, assessment_id, "r2", ITEM, NoteKind.NOTE)
    with pytest.raises(Conflict):
        release(plumbline, assessment_id, seen[1:])
    assert set(states(plumbline, assessment_id)) == {"r1"}


def test_what_a_field_holds_and_nobody_saved_is_not_what_is_released(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    version = plumbline.answering.save_note(ME, assessment_id, note("As stored."))
    release(plumbline, assessment_id, (StoredNote(note=note("As typed."), version=version),))
    assert states(plumbline, assessment_id)["r1"] == ("As stored.", True, False)


def test_a_text_cannot_release_itself(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.answering.save_note(ME, assessment_id, note("One."))
    plumbline.answering.save_note(ME, assessment_id, note("Another.").model_copy(update={"is_released": True}))
    assert states(plumbline, assessment_id)["r1"] == ("Another.", False, False)


def test_nothing_is_released_once_it_is_no_draft(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.answering.save_note(ME, assessment_id, note("One."))
    seen = plumbline.answering.notes(ME, assessment_id)
    plumbline.assessments.validate(ME, assessment_id)
    with pytest.raises(AssessmentLocked):
        release(plumbline, assessment_id, seen)


def test_the_history_of_an_answer_is_its_own_and_the_rooms(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    for rating in (
        rated(ITEM, 2),
        rated(ITEM, 2),
        rated(ITEM, 4),
        rated(ITEM, 1, "r2"),
        rated("planning.deliver-2", 5),
    ):
        plumbline.answering.save(ME, assessment_id, rating)
    plumbline.answering.agree(ME, assessment_id, agreed(ITEM, 3))
    plumbline.answering.agree(ME, assessment_id, agreed(ITEM, 3, present_ids=("r1",)))
    plumbline.answering.save(ME, assessment_id, rated(ITEM, NA))

    def then(value: int | str, *, stands: bool = True) -> AnswerThen:
        answer = an_answer(value)
        reason = None if answer.reason is None else kept_out(answer.reason)
        return AnswerThen(
            kind=answer.kind, code=answer.code, reason=answer.reason if stands else None, reason_kept_out=reason
        )

    while_it_stands = plumbline.answering.history(ME, assessment_id, "r1", ITEM)
    assert while_it_stands[-1].after == then(NA)
    plumbline.answering.clear(ME, assessment_id, "r1", ITEM, Horizon.AS_IS)

    changes = plumbline.answering.history(ME, assessment_id, "r1", ITEM)

    assert [(change.is_agreed, change.before, change.after) for change in changes] == [
        (False, None, then(2)),
        (False, then(2), then(4)),
        (True, None, then(3)),
        (False, then(4), then(NA, stands=False)),
        (False, then(NA, stands=False), None),
    ]
    shown = history_view(tiny_framework(), Role.PRACTITIONER, while_it_stands, lambda moment: moment)
    assert shown.table("history").rows[0].cells[3].note == "Done elsewhere."
    view = history_view(tiny_framework(), Role.PRACTITIONER, changes, lambda _: datetime(2026, 3, 1, 14, 5, tzinfo=UTC))
    assert [[cell.text for cell in row.cells] for row in view.table("history").rows] == [
        ["1 Mar, 14:05", "Practitioner", "Not applicable", "no answer"],
        ["1 Mar, 14:05", "Practitioner", "Point 4", "Not applicable"],
        ["1 Mar, 14:05", "The room", "no answer", "Point 3"],
        ["1 Mar, 14:05", "Practitioner", "Point 2", "Point 4"],
        ["1 Mar, 14:05", "Practitioner", "no answer", "Point 2"],
    ]
    assert (view.finding, view.empty) == ("5 changes, the newest first.", "")
    assert view.table("history").rows[1].cells[3].note == "a reason of 15 characters, no longer kept"


def test_without_a_change_the_history_says_where_it_may_be(plumbline: Plumbline) -> None:
    changes = plumbline.answering.history(ME, begun(plumbline), "r1", ITEM)
    view = history_view(tiny_framework(), Role.OTHER, changes, lambda moment: moment)
    assert view.empty == (
        "No change is recorded. What came with an import or a copy has its history where it came from."
    )


def test_a_reason_is_told_where_it_still_stands_and_by_its_length_where_it_was_changed(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    for reason in ("Done elsewhere.", "Done by nobody."):
        answer = Answer(kind=AnswerKind.NOT_APPLICABLE, reason=reason)
        rating = Rating(respondent_id="r1", item_id=ITEM, horizon=Horizon.AS_IS, answer=answer)
        plumbline.answering.save(ME, assessment_id, rating)
    first, second = plumbline.answering.history(ME, assessment_id, "r1", ITEM)
    assert (first.after and first.after.reason, second.before and second.before.reason) == (None, None)
    assert first.after is not None
    assert first.after.reason_kept_out == kept_out("Done elsewhere.")
    assert second.after is not None
    assert second.after.reason == "Done by nobody."
