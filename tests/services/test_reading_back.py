"""A filled-in sheet: each cell is new, changed, unchanged, conflicting or refused, and it is stored all or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assessment.domain.answered.actions import ActionKind, ActionStatus, PlannedAction
from assessment.domain.answered.assessment import Note, NoteKind, Rating
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.answered.read_back import ConflictChoice, DryRun, Fate
from assessment.domain.authored.framework import Depth, Framework, Horizon
from assessment.errors import AssessmentLocked, Conflict, ImportRefused
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from assessment.views.read_back import read_back_view
from assessment.views.sheets.model import Sheet, SheetValue
from tests.builders import rated
from tests.services.conftest import begun
from tests.services.filled_in import answers_of, as_file, register_of, with_cells

Cells = dict[str, SheetValue]
ITEM = "planning.deliver-1"


@pytest.fixture
def assessment_id(plumbline: Plumbline, framework: Framework) -> str:
    """One person has answered everything of planning, so that its steps are planned."""
    own_id = begun(plumbline, respondent_ids=("r1",))
    for item in framework.items("planning", Depth.FULL, Horizon.AS_IS):
        plumbline.answering.save(ME, own_id, rated(item.id, 2))
    return own_id


def row_of(sheet: Sheet, **wanted: SheetValue) -> int:
    """The place of the first row with these values, by column ids with _ for -."""
    places = {sheet.place(name.replace("_", "-")): value for name, value in wanted.items()}
    return next(place for place, row in enumerate(sheet.rows) if all(row[at] == value for at, value in places.items()))


def dry_run(plumbline: Plumbline, assessment_id: str, sheet: Sheet, format: str = "csv") -> DryRun:
    assessment = plumbline.assessments.load(ME, assessment_id)
    return plumbline.sheets.preview(ME, assessment_id, as_file(sheet, format, assessment), f"sheet.{format}")


def store(plumbline: Plumbline, assessment_id: str, sheet: Sheet, choice: ConflictChoice | None = None) -> int:
    content = as_file(sheet, "xlsx", plumbline.assessments.load(ME, assessment_id))
    run = plumbline.sheets.preview(ME, assessment_id, content, "sheet.xlsx")
    return plumbline.sheets.apply(ME, assessment_id, content, "sheet.xlsx", expected=run.token, conflicts=choice)


def fates(run: DryRun) -> dict[str, str]:
    """The cells that are anything but unchanged."""
    return {line.cell: line.fate.value for line in run.lines if line.fate is not Fate.UNCHANGED}


def actions(plumbline: Plumbline, assessment_id: str) -> dict[str, PlannedAction]:
    return {one.id: one for one in plumbline.assessments.load(ME, assessment_id).actions}


# --- the register -----------------------------------------------------------------------------------------------------


FIRST = "planning.before.owner"


@pytest.mark.parametrize("format", ["xlsx", "csv"])
def test_a_sheet_that_nobody_touched_changes_nothing(plumbline: Plumbline, assessment_id: str, format: str) -> None:
    for sheet in (register_of(plumbline, assessment_id), answers_of(plumbline, assessment_id)):
        run = dry_run(plumbline, assessment_id, sheet, format)
        assert len(run.lines) == len(sheet.rows) > 5
        assert fates(run) == {}


def test_the_cells_of_the_register_are_stored_field_by_field(plumbline: Plumbline, assessment_id: str) -> None:
    sheet = register_of(plumbline, assessment_id)
    cells: Cells = {
        "owner": " Ada ",
        "start": date(2026, 4, 1),
        "due": "2026-05-01",
        "status": "waiting",
        "done": "40 %",
        "note": "=1+1",
    }
    filled = with_cells(sheet, row_of(sheet, id=FIRST), cells)
    run = dry_run(plumbline, assessment_id, filled)
    assert fates(run) == {"J2": "new"}
    assert store(plumbline, assessment_id, filled) == 1
    assert actions(plumbline, assessment_id) == {
        FIRST: PlannedAction(
            id=FIRST,
            process_id="planning",
            to_level=1,
            kind=ActionKind.BEFORE,
            owner="Ada",
            start=date(2026, 4, 1),
            due=date(2026, 5, 1),
            status=ActionStatus.WAITING,
            done_percent=40,
            note="=1+1",
        )
    }
    assert plumbline.assessments.journal(ME, assessment_id)[0].operation == "sheets.apply"
    assert fates(dry_run(plumbline, assessment_id, filled)) == {}
    emptied = with_cells(register_of(plumbline, assessment_id), 0, dict.fromkeys(cells))
    assert fates(dry_run(plumbline, assessment_id, emptied)) == {"J2": "changed"}
    store(plumbline, assessment_id, emptied)
    assert actions(plumbline, assessment_id) == {}


def test_what_was_changed_in_the_app_stays_where_the_sheet_was_not_touched(
    plumbline: Plumbline, assessment_id: str
) -> None:
    sheet = register_of(plumbline, assessment_id)
    action = PlannedAction(id=FIRST, process_id="planning", to_level=3, kind=ActionKind.BEFORE, owner="Ben")
    plumbline.register.save(ME, assessment_id, action)
    assert fates(dry_run(plumbline, assessment_id, sheet)) == {}
    both = with_cells(sheet, 0, {"owner": "Ada"})
    run = dry_run(plumbline, assessment_id, both)
    assert fates(run) == {"J2": "conflicting"}
    view = read_back_view(run, plumbline.results.compute(ME, assessment_id))
    (row,) = view.table("conflicts").rows
    assert [cell.text for cell in row.cells[-2:]] == ["Owner: Ben", "Owner: Ada"]
    assert row.cells[3].text.startswith("Planning: Appoint the owner")
    with pytest.raises(ImportRefused, match="1 entry changed on both sides"):
        store(plumbline, assessment_id, both)
    assert store(plumbline, assessment_id, both, ConflictChoice.KEEP) == 0
    assert actions(plumbline, assessment_id)[FIRST].owner == "Ben"
    assert store(plumbline, assessment_id, both, ConflictChoice.TAKE) == 1
    assert actions(plumbline, assessment_id)[FIRST].owner == "Ada"


def test_a_row_without_an_id_adds_an_action_once(plumbline: Plumbline, assessment_id: str) -> None:
    sheet = register_of(plumbline, assessment_id)
    new: dict[str, SheetValue] = dict.fromkeys(column.id for column in sheet.columns)
    new |= {"process": "Planning", "action": "Ring the union", "owner": "Ada", "kind": "Before it begins"}
    longer = Sheet(id=sheet.id, name=sheet.name, columns=sheet.columns, rows=(*sheet.rows, tuple(new.values())))
    assert store(plumbline, assessment_id, longer) == 1
    (own,) = actions(plumbline, assessment_id).values()
    assert (own.text, own.owner, own.kind, own.is_own) == ("Ring the union", "Ada", ActionKind.BEFORE, True)
    assert store(plumbline, assessment_id, longer) == 0
    other = {**new, "action": "Ask them", "owner": "Ben"}
    twice = replace(sheet, rows=(*sheet.rows, tuple(other.values()), tuple({**other, "owner": "Cem"}.values())))
    assert sorted(fates(dry_run(plumbline, assessment_id, twice)).values()) == ["new", "refused"]
    lost = {**new, "process": "Nowhere"}
    shorter = Sheet(id=sheet.id, name=sheet.name, columns=sheet.columns, rows=(tuple(lost.values()),))
    (line,) = dry_run(plumbline, assessment_id, shorter).lines
    assert (line.fate, line.cell) == (Fate.REFUSED, "C2")


REFUSED_ACTIONS: tuple[tuple[Cells, str, str], ...] = (
    ({"id": "planning.first.nothing.9"}, "A2", "the register of this assessment has no action of this id"),
    ({"due": "soon"}, "L2", "'soon' is no date; write it as 2026-12-31"),
    ({"due": 10**9}, "L2", "'1000000000' is no date; write it as 2026-12-31"),
    ({"start": "2026-05-02", "due": "2026-05-01"}, "L2", "it is due before it starts"),
    ({"done-on": "9999-01-01"}, "R2", "the day has not come yet"),
    ({"done-on": "2026-05-01", "status": "started"}, "O2", "it has a day on which it was done, and is not done"),
    ({"status": "Nearly"}, "O2", "'Nearly' is no status; choose Planned, Started, Waiting or Done"),
    ({"done": 140}, "P2", "'140' is no whole number from 0 to 100"),
    ({"done": "half"}, "P2", "'half' is no number"),
    ({"owner": "x" * 121}, "J2", "it has 121 characters, at most 120 are allowed"),
)


def test_a_cell_that_cannot_be_is_refused_with_its_place_and_nothing_is_stored(
    plumbline: Plumbline, assessment_id: str
) -> None:
    whole = register_of(plumbline, assessment_id)
    for cells, cell, reason in REFUSED_ACTIONS:
        sheet = with_cells(with_cells(whole, 0, cells), 1, {"owner": "Ada"})
        run = dry_run(plumbline, assessment_id, sheet)
        (line,) = run.of(Fate.REFUSED)
        assert (line.cell, line.reason) == (cell, reason)
        assert len(run.of(Fate.NEW)) == 1
        with pytest.raises(ImportRefused) as refused:
            store(plumbline, assessment_id, sheet)
        assert f"1 cell cannot be stored; the first is Actions, {cell}: " in str(refused.value)
    assert actions(plumbline, assessment_id) == {}


# --- the answers ------------------------------------------------------------------------------------------------------


def answer(plumbline: Plumbline, assessment_id: str, item_id: str = ITEM) -> Answer | None:
    found = [one for one in plumbline.assessments.load(ME, assessment_id).ratings if one.item_id == item_id]
    return found[0].answer if found else None


TYPED: tuple[tuple[Cells, AnswerKind, int | None], ...] = (
    ({"answer": "P+"}, AnswerKind.RATED, 2),
    ({"answer": "l\u2212"}, AnswerKind.RATED, 3),
    ({"answer": 4}, AnswerKind.RATED, 4),
    ({"answer": 5.0}, AnswerKind.RATED, 5),
    ({"answer": "  DON\u2019T know "}, AnswerKind.DONT_KNOW, None),
    ({"answer": "n/a", "reason": "Done elsewhere"}, AnswerKind.NOT_APPLICABLE, None),
)


def test_an_answer_is_told_by_letter_code_or_word(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline, respondent_ids=("r1",))
    for cells, kind, code in TYPED:
        sheet = answers_of(plumbline, assessment_id)
        row = row_of(sheet, item_id=ITEM)
        store(plumbline, assessment_id, with_cells(sheet, row, {"reason": None, **cells}))
        reason = "Done elsewhere" if "reason" in cells else None
        assert answer(plumbline, assessment_id) == Answer(kind=kind, code=code, reason=reason)
        assert len(plumbline.assessments.load(ME, assessment_id).ratings) == 1


def test_a_statement_is_an_answer_by_itself_and_behind_its_letter(plumbline: Plumbline, framework: Framework) -> None:
    assessment_id = begun(plumbline, respondent_ids=("r1",))
    sheet = answers_of(plumbline, assessment_id)
    row = row_of(sheet, item_id=ITEM)
    statement = framework.item_by_id[ITEM].statements[3]
    for said in (statement, f"L-: {statement}", statement.upper().removesuffix(".")):
        (line,) = dry_run(plumbline, assessment_id, with_cells(sheet, row, {"answer": said})).of(Fate.NEW)
        assert isinstance(line.wanted, Rating)
        assert line.wanted.answer.code == 3


def test_notes_and_answers_come_back_and_an_emptied_cell_takes_an_answer_back(
    plumbline: Plumbline, assessment_id: str
) -> None:
    plumbline.answering.save_note(
        ME, assessment_id, Note(respondent_id="r1", item_id=ITEM, kind=NoteKind.NOTE, text="It was late")
    )
    (stored,) = plumbline.answering.notes(ME, assessment_id)
    plumbline.answering.release(ME, assessment_id, [stored], is_released=True)
    sheet = answers_of(plumbline, assessment_id)
    row = row_of(sheet, item_id=ITEM)
    filled = with_cells(sheet, row, {"answer": None, "note": "It was on time"})
    assert set(fates(dry_run(plumbline, assessment_id, filled)).values()) == {"changed"}
    assert store(plumbline, assessment_id, filled) == 2
    assert answer(plumbline, assessment_id) is None
    (note,) = plumbline.assessments.load(ME, assessment_id).notes
    assert (note.text, note.is_released, note.is_reworded) == ("It was on time", False, True)


def test_an_answer_of_the_app_stays_where_the_sheet_kept_what_it_was_written_from(
    plumbline: Plumbline, assessment_id: str
) -> None:
    sheet = answers_of(plumbline, assessment_id)
    row = row_of(sheet, item_id=ITEM)
    plumbline.answering.save(ME, assessment_id, rated(ITEM, 4))
    plumbline.answering.save(ME, assessment_id, rated("building.deliver-1", 4))  # it had no answer
    assert fates(dry_run(plumbline, assessment_id, sheet)) == {}
    both = with_cells(sheet, row, {"answer": "F"})
    (line,) = dry_run(plumbline, assessment_id, both).of(Fate.CONFLICTING)
    assert isinstance(line.stored, Rating)
    assert isinstance(line.wanted, Rating)
    assert (line.stored.answer.code, line.wanted.answer.code) == (4, 5)
    plumbline.answering.clear(ME, assessment_id, "r1", ITEM, Horizon.AS_IS)
    assert dry_run(plumbline, assessment_id, both).of(Fate.CONFLICTING)
    assert fates(dry_run(plumbline, assessment_id, sheet)) == {}


REFUSED_ANSWERS: tuple[tuple[Cells, str, str], ...] = (
    ({"answer": "Perhaps"}, "answer", "'Perhaps' is none of this question's statements, letters or codes"),
    ({"answer": 7}, "answer", "'7' is none of this question's statements, letters or codes"),
    ({"answer": "N/A", "reason": None}, "reason", "not applicable needs a reason in the column beside it"),
    ({"answer": None, "reason": "Because"}, "reason", "there is a reason and no answer"),
    ({"respondent-id": "nobody"}, "respondent-id", "nobody of this id answers in this assessment"),
    ({"item-id": "planning.nothing"}, "item-id", "the framework of this assessment has no question of this id"),
    ({"item-id": "planning.deliver-2"}, "item-id", "row 2 is about the same"),
    ({"horizon-id": "one-day"}, "horizon-id", "a state is as-is or to-be"),
    ({"horizon-id": "to-be"}, "item-id", "this person is not asked this question"),
    ({"note": "x" * 10_001}, "note", "it has 10,001 characters, at most 10,000 are allowed"),
)


def test_an_answer_that_cannot_be_is_refused_with_its_cell(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline, respondent_ids=("r1",))
    sheet = answers_of(plumbline, assessment_id)
    for cells, column, reason in REFUSED_ANSWERS:
        is_double = cells.get("item-id") == "planning.deliver-2"
        row = 1 if is_double else row_of(sheet, item_id=ITEM)
        changed = {"item-id": sheet.rows[0][sheet.place("item-id")]} if is_double else cells
        filled = with_cells(sheet, row, {"answer": "F", **changed})
        (line,) = dry_run(plumbline, assessment_id, filled).of(Fate.REFUSED)
        letter = chr(ord("A") + sheet.place(column))
        assert (line.cell, line.reason) == (f"{letter}{row + 2}", reason)
        with pytest.raises(ImportRefused):
            store(plumbline, assessment_id, filled)
    assert plumbline.assessments.load(ME, assessment_id).ratings == ()


# --- the file ---------------------------------------------------------------------------------------------------------


def test_what_was_shown_is_what_is_stored_or_nothing(plumbline: Plumbline, assessment_id: str) -> None:
    assessment = plumbline.assessments.load(ME, assessment_id)
    content = as_file(with_cells(register_of(plumbline, assessment_id), 0, {"owner": "Ada"}), "xlsx", assessment)
    run = plumbline.sheets.preview(ME, assessment_id, content, "a.xlsx")
    plumbline.answering.save(ME, assessment_id, rated(ITEM, 1))
    with pytest.raises(Conflict, match="The assessment was changed by somebody else meanwhile"):
        plumbline.sheets.apply(ME, assessment_id, content, "a.xlsx", expected=run.token)
    with pytest.raises(Conflict):
        plumbline.sheets.apply(ME, assessment_id, content, "a.xlsx", expected="1:0")
    assert actions(plumbline, assessment_id) == {}


def test_a_sheet_of_another_assessment_or_of_no_kind_is_refused(plumbline: Plumbline, assessment_id: str) -> None:
    other_id = begun(plumbline)
    other = as_file(answers_of(plumbline, other_id), "xlsx", plumbline.assessments.load(ME, other_id))
    for content, reason in (
        (other, "it was written from another assessment"),
        (b"a,b\n1,2\n", "it has neither a sheet of actions nor one of answers"),
        (b"id,owner,start,due,status,OWNER\nx,,,,,\n", "the column 'owner' stands twice"),
    ):
        with pytest.raises(ImportRefused, match=reason):
            plumbline.sheets.preview(ME, assessment_id, content, "a.xlsx")


def test_columns_are_found_wherever_they_stand_and_missing_ones_say_nothing(
    plumbline: Plumbline, assessment_id: str
) -> None:
    content = f"My own list\n\nDUE;Owner;id;STATUS;start\n2026-05-01;Ada;{FIRST};;\n".encode()
    run = plumbline.sheets.preview(ME, assessment_id, content, "list.csv")
    assert [(line.fate, line.cell) for line in run.lines] == [(Fate.NEW, "B4")]
    plumbline.sheets.apply(ME, assessment_id, content, "list.csv", expected=run.token)
    assert actions(plumbline, assessment_id)[FIRST].due == date(2026, 5, 1)


def test_a_failure_halfway_leaves_nothing(
    plumbline: Plumbline, assessment_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from assessment.services import sheets

    calls: Iterator[int] = iter(range(9))
    whole = sheets._store

    def fail_second(draft: Any, line: Any) -> None:
        if next(calls) == 1:
            raise ImportRefused("disk", "", "it is full")
        whole(draft, line)

    monkeypatch.setattr(sheets, "_store", fail_second)
    sheet = register_of(plumbline, assessment_id)
    filled = with_cells(with_cells(sheet, 0, {"owner": "Ada"}), 1, {"owner": "Ben"})
    with pytest.raises(ImportRefused):
        store(plumbline, assessment_id, filled)
    assert actions(plumbline, assessment_id) == {}


def test_a_validated_assessment_takes_no_sheet(plumbline: Plumbline, assessment_id: str) -> None:
    sheet = register_of(plumbline, assessment_id)
    plumbline.assessments.validate(ME, assessment_id)
    with pytest.raises(AssessmentLocked):
        dry_run(plumbline, assessment_id, sheet)
