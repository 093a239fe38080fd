"""Steps that are carried out: kept, versioned, journaled; not closed unseen; read back from a sheet; erased; due."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from icalendar import Calendar

from assessment.domain.answered.actions import ActionStatus
from assessment.domain.answered.read_back import Fate
from assessment.domain.answered.running import RunningStep
from assessment.domain.authored.framework import Depth, Framework, Horizon
from assessment.domain.erasing import MentionKind
from assessment.domain.journal import JournalFilter
from assessment.domain.planning.planned import planned_steps
from assessment.errors import AssessmentLocked, Conflict, ImportRefused, InvalidInput
from assessment.services.assessments import HeaderChange
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from assessment.services.running import latest_day
from assessment.views.journal.view import journal_view
from assessment.views.sheets.model import Sheet, SheetValue
from assessment.views.sheets.running import running_sheet
from tests.builders import rated
from tests.services.conftest import begun
from tests.services.filled_in import with_cells
from tests.services.test_reading_back import dry_run, fates, row_of, store

DAY = date(2026, 5, 1)
SEEN = "Three reviews, each with its minutes."


@pytest.fixture
def assessment_id(plumbline: Plumbline, framework: Framework) -> str:
    """Planning is answered, so that a step of it is planned; the plan starts in April 2026."""
    own_id = begun(plumbline, respondent_ids=("r1",))
    for item in framework.items("planning", Depth.FULL, Horizon.AS_IS):
        plumbline.answering.save(ME, own_id, rated(item.id, 2))
    plumbline.setup.change_roadmap(ME, own_id, lambda stored: stored.model_copy(update={"start": date(2026, 4, 1)}))
    return own_id


def entry(to_level: int = 1, **changes: Any) -> RunningStep:
    return RunningStep(process_id="planning", to_level=to_level, **changes)


def kept(plumbline: Plumbline, assessment_id: str) -> tuple[RunningStep, ...]:
    return plumbline.assessments.load(ME, assessment_id).running


WHOLE = entry(
    owner="Ada",
    start=date(2026, 4, 2),
    due=date(2026, 4, 28),
    status=ActionStatus.DONE,
    note="Sooner than planned",
    done_on=date(2026, 4, 20),
    evidence=SEEN,
)


def test_a_step_is_kept_with_everything_and_one_that_says_nothing_is_forgotten(
    plumbline: Plumbline, assessment_id: str
) -> None:
    version = plumbline.running.save(ME, assessment_id, WHOLE, DAY, expected_version=0)
    assert kept(plumbline, assessment_id) == (WHOLE,)
    assert plumbline.running.versions(ME, assessment_id) == {("planning", 1): version}
    assert plumbline.running.save(ME, assessment_id, entry(), DAY, expected_version=version) == 0
    assert (kept(plumbline, assessment_id), plumbline.running.versions(ME, assessment_id)) == ((), {})


def test_the_journal_tells_what_became_of_a_step_without_a_word_of_what_people_wrote(
    plumbline: Plumbline, assessment_id: str
) -> None:
    plumbline.running.save(ME, assessment_id, WHOLE, DAY)
    table = journal_view(plumbline.journal.read(ME, assessment_id, JournalFilter()), lambda at: at).table("journal")
    what, after = (next(iter(table.column(one))).text for one in ("what", "after"))
    assert what == "Step of the plan: Planning, to level 1"
    assert {"Owner: Ada", "Due: 28 April 2026", "Done on: 20 April 2026", "Status: Done"} <= set(after.split("; "))
    assert f"What was seen: a text of {len(SEEN)} characters" in after
    assert SEEN not in after


def test_a_step_is_not_closed_without_a_word_on_what_was_seen(plumbline: Plumbline, assessment_id: str) -> None:
    for unseen in (entry(status=ActionStatus.DONE), entry(status=ActionStatus.DONE, done_on=DAY)):
        with pytest.raises(InvalidInput, match="needs a word on what was seen"):
            plumbline.running.save(ME, assessment_id, unseen, DAY)
    assert kept(plumbline, assessment_id) == ()


def test_a_step_is_not_closed_on_a_day_that_has_not_come(plumbline: Plumbline, assessment_id: str) -> None:
    tomorrow = entry(status=ActionStatus.DONE, done_on=date(2026, 5, 2), evidence=SEEN)
    with pytest.raises(InvalidInput, match="the day has not come yet"):
        plumbline.running.save(ME, assessment_id, tomorrow, DAY)
    plumbline.running.save(ME, assessment_id, tomorrow, date(2026, 5, 2))
    assert kept(plumbline, assessment_id) == (tomorrow,)


def test_a_day_has_come_once_it_begins_where_the_sun_rises_first() -> None:
    days = [latest_day(datetime(2026, 5, 1, hour, 59, tzinfo=UTC)) for hour in (9, 10)]
    assert days == [date(2026, 5, 1), date(2026, 5, 2)]


def test_what_somebody_else_saved_meanwhile_is_not_overwritten_and_both_values_are_told(
    plumbline: Plumbline, assessment_id: str
) -> None:
    theirs = plumbline.running.save(ME, assessment_id, entry(owner="Ada", due=DAY), DAY, expected_version=0)
    with pytest.raises(Conflict) as told:
        plumbline.running.save(ME, assessment_id, entry(owner="Ben", due=DAY), DAY, expected_version=0)
    assert (told.value.theirs, told.value.yours, told.value.version) == ("Owner: Ada", "Owner: Ben", theirs)
    assert "The step for Planning" in str(told.value)
    assert [one.owner for one in kept(plumbline, assessment_id)] == ["Ada"]


def test_a_step_of_no_process_and_of_a_locked_assessment_is_refused(plumbline: Plumbline, assessment_id: str) -> None:
    with pytest.raises(InvalidInput):
        plumbline.running.save(ME, assessment_id, RunningStep(process_id="nowhere", to_level=2, owner="Ada"), DAY)
    plumbline.assessments.validate(ME, assessment_id)
    with pytest.raises(AssessmentLocked):
        plumbline.running.save(ME, assessment_id, WHOLE, DAY)


def test_the_owner_of_a_step_is_found_and_erased_everywhere(plumbline: Plumbline, assessment_id: str) -> None:
    plumbline.running.save(ME, assessment_id, WHOLE.model_copy(update={"note": "Ask Ada"}), DAY)
    found = plumbline.erasing.preview(ME, assessment_id, "Ada")
    assert [(one.kind, one.subject_id) for one in found.mentions] == [(MentionKind.STEP_OWNER, "planning")]
    assert [one.text for one in found.texts] == ["Ask Ada"]


# --- as a calendar ----------------------------------------------------------------------------------------------------


def test_the_calendar_is_read_back_by_its_library_with_a_day_for_each_step(
    plumbline: Plumbline, assessment_id: str
) -> None:
    computed = plumbline.results.read(ME, assessment_id)
    steps = [step for step in planned_steps(computed) if step.wave]
    first = steps[0]
    note = "Comma, semicolon; back\\slash\nand a line of its own that is longer than a line of the file may be"
    own = RunningStep(process_id=first.process_id, to_level=first.to_level, owner="Ada", due=DAY, note=note)
    plumbline.running.save(ME, assessment_id, own, DAY)
    content = plumbline.running.calendar(ME, assessment_id, DAY)
    read = Calendar.from_ical(content)
    events = {str(event["uid"]): event for event in read.walk("VEVENT")}
    assert len(events) == len(steps)
    event = events[f"{first.process_id}:{first.to_level}@{assessment_id}.plumbline"]
    assert event.decoded("dtstart") == DAY
    assert str(event["summary"]).startswith("Due: Planning")
    assert str(event["description"]).splitlines() == ["Owner: Ada", "Status: Planned", *note.splitlines()]
    assert max(map(len, content.splitlines())) <= 75
    assert plumbline.running.calendar(ME, assessment_id, DAY) == content


def test_no_name_and_no_day_breaks_the_calendar(plumbline: Plumbline, assessment_id: str) -> None:
    name = "Ada\nBEGIN:VEVENT\x1b"
    plumbline.assessments.update_header(ME, assessment_id, HeaderChange(name=name))
    plumbline.running.save(ME, assessment_id, entry(owner=name, due=date.max), DAY)
    content = plumbline.running.calendar(ME, assessment_id, DAY)
    read = Calendar.from_ical(content)
    last = read.walk("VEVENT")[-1]
    assert str(read["x-wr-calname"]).endswith("Ada\\nBEGIN:VEVENT")  # which the library leaves as it is in the file
    assert str(last["description"]).startswith("Owner: Ada\nBEGIN:VEVENT\n")
    assert last.decoded("dtstart") == date.max
    assert {sign for sign in content.decode() if ord(sign) < ord(" ")} == {"\r", "\n"}


def test_a_plan_without_a_day_has_no_calendar(plumbline: Plumbline, assessment_id: str) -> None:
    plumbline.setup.change_roadmap(ME, assessment_id, lambda stored: stored.model_copy(update={"start": None}))
    with pytest.raises(InvalidInput, match="no step and no action has a day"):
        plumbline.running.calendar(ME, assessment_id, DAY)


# --- as a sheet that comes back ---------------------------------------------------------------------------------------


def steps_of(plumbline: Plumbline, assessment_id: str) -> Sheet:
    return running_sheet(plumbline.results.read(ME, assessment_id))


def filled(plumbline: Plumbline, assessment_id: str, **cells: SheetValue) -> Sheet:
    sheet = steps_of(plumbline, assessment_id)
    return with_cells(sheet, 0, {name.replace("_", "-"): value for name, value in cells.items()})


@pytest.mark.parametrize("format", ["xlsx", "csv"])
def test_a_sheet_of_steps_that_nobody_touched_changes_nothing(
    plumbline: Plumbline, assessment_id: str, format: str
) -> None:
    plumbline.running.save(ME, assessment_id, WHOLE, DAY)
    sheet = steps_of(plumbline, assessment_id)
    run = dry_run(plumbline, assessment_id, sheet, format)
    assert (len(run.lines), fates(run)) == (len(sheet.rows), {})


def test_the_cells_of_a_step_are_stored_field_by_field(plumbline: Plumbline, assessment_id: str) -> None:
    sheet = filled(
        plumbline,
        assessment_id,
        owner=" Ada ",
        start=date(2026, 4, 2),
        due="2026-04-28",
        status="done",
        done_on=date(2026, 4, 20),
        seen=SEEN,
        note="Sooner than planned",
    )
    assert fates(dry_run(plumbline, assessment_id, sheet)) == {"G2": "new"}
    assert store(plumbline, assessment_id, sheet) == 1
    assert kept(plumbline, assessment_id) == (WHOLE,)
    assert fates(dry_run(plumbline, assessment_id, sheet)) == {}
    emptied = with_cells(steps_of(plumbline, assessment_id), 0, dict.fromkeys(("owner", "start", "due", "status")))
    emptied = with_cells(emptied, 0, dict.fromkeys(("done-on", "seen", "note")))
    store(plumbline, assessment_id, emptied)
    assert kept(plumbline, assessment_id) == ()


def test_the_day_alone_says_that_a_step_is_done(plumbline: Plumbline, assessment_id: str) -> None:
    store(plumbline, assessment_id, filled(plumbline, assessment_id, done_on="2026-04-20", seen=SEEN))
    assert [(one.status, one.done_on) for one in kept(plumbline, assessment_id)] == [
        (ActionStatus.DONE, date(2026, 4, 20))
    ]


REFUSED: tuple[tuple[dict[str, SheetValue], str, str], ...] = (
    ({"status": "done"}, "L2", "a step that is done needs a word on what was seen of it"),
    ({"done_on": "2026-04-20"}, "L2", "a step that is done needs a word on what was seen of it"),
    ({"status": "Nearly"}, "J2", "'Nearly' is no status; choose Planned, Started, Waiting or Done"),
    ({"due": "soon"}, "I2", "'soon' is no date; write it as 2026-12-31"),
    ({"start": "2026-05-02", "due": "2026-05-01"}, "I2", "it is due before it starts"),
    ({"id": "planning:5"}, "A2", "neither the plan of this assessment nor an entry has a step of this id"),
    ({"done_on": "9999-04-20", "seen": "x"}, "K2", "the day has not come yet"),
    ({"status": "started", "done_on": "2026-04-20", "seen": "x"}, "J2", "it has a day on which it was done"),
)


def test_a_cell_of_a_step_that_cannot_be_is_refused_with_its_place(plumbline: Plumbline, assessment_id: str) -> None:
    for cells, cell, reason in REFUSED:
        sheet = filled(plumbline, assessment_id, **cells)
        (line,) = dry_run(plumbline, assessment_id, sheet).of(Fate.REFUSED)
        assert (line.cell, line.reason[: len(reason)]) == (cell, reason)
        with pytest.raises(ImportRefused):
            store(plumbline, assessment_id, sheet)
    assert kept(plumbline, assessment_id) == ()


def test_a_step_that_was_changed_on_both_sides_is_told_and_stays(plumbline: Plumbline, assessment_id: str) -> None:
    sheet = filled(plumbline, assessment_id, owner="Ada")
    plumbline.running.save(ME, assessment_id, entry(owner="Ben"), DAY)
    assert fates(dry_run(plumbline, assessment_id, steps_of(plumbline, assessment_id))) == {}
    assert fates(dry_run(plumbline, assessment_id, sheet)) == {"G2": "conflicting"}
    with pytest.raises(ImportRefused, match="1 entry changed on both sides"):
        store(plumbline, assessment_id, sheet)
    assert [one.owner for one in kept(plumbline, assessment_id)] == ["Ben"]


def test_a_step_that_the_plan_no_longer_has_keeps_its_row(plumbline: Plumbline, assessment_id: str) -> None:
    plumbline.running.save(ME, assessment_id, entry(5, owner="Ada"), DAY)
    sheet = steps_of(plumbline, assessment_id)
    at = row_of(sheet, id="planning:5")
    assert (sheet.rows[at][sheet.place("step")], sheet.rows[at][sheet.place("wave")]) == ("to level 5", None)
    store(plumbline, assessment_id, with_cells(sheet, at, {"owner": "Ben"}))
    assert [one.owner for one in kept(plumbline, assessment_id)] == ["Ben"]
