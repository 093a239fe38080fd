"""A filled-in sheet on the page Report: what it changes is shown first, and stored by the button as it was shown."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.answered.actions import ActionKind, PlannedAction
from assessment.domain.answered.read_back import ConflictChoice, Fate
from assessment.reporting.workbook.csv_files import sheet_csv
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from assessment.views.sheets.actions import actions_sheet
from tests.ui.assessed import an_answered_one, opened, page, words

HOSTILE = "<script>alert(1)</script> [x](http://x) =1+1"


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def filled_in(plumbline: Plumbline, assessment_id: str, **cells: str) -> bytes:
    """The register as a CSV file, with cells of its first row filled in."""
    sheet = actions_sheet(plumbline.results.read(ME, assessment_id))
    rows = list(csv.reader(io.StringIO(sheet_csv(sheet).decode("utf-8-sig"))))
    for column, text in cells.items():
        rows[1][rows[0].index(column)] = text
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue().encode()


def uploaded(assessment_id: str, content: bytes) -> AppTest:
    test = page("report", assessment=assessment_id)
    return test.file_uploader[0].set_value(("actions.csv", content, "text/csv")).run()


def kept(plumbline: Plumbline, assessment_id: str) -> Mapping[str, PlannedAction]:
    return {action.id: action for action in plumbline.assessments.load(ME, assessment_id).actions}


def has_button(test: AppTest, label: str) -> bool:
    return label in [button.label for button in test.button]


def test_what_it_changes_is_shown_and_stored_by_the_button_alone(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = uploaded(assessment_id, filled_in(plumbline, assessment_id, owner="Ada", note=HOSTILE))
    said = words(test)
    assert "The file holds 1 new and" in said
    assert "Owner: Ada" in said
    assert kept(plumbline, assessment_id) == {}
    next(button for button in test.button if button.label == "Store it").click().run()
    (action,) = kept(plumbline, assessment_id).values()
    assert (action.owner, action.note) == ("Ada", HOSTILE)
    assert "1 entry stored." in words(test)
    assert not test.file_uploader[0].value


def test_with_a_cell_that_is_refused_there_is_nothing_to_store(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = uploaded(assessment_id, filled_in(plumbline, assessment_id, owner="Ada", due="soon"))
    assert "'soon' is no date; write it as 2026-12-31" in words(test)
    assert "Nothing is stored until these cells are right." in words(test)
    assert not has_button(test, "Store it")
    assert "damaged" in words(uploaded(assessment_id, b"PK\x03\x04 no archive"))


def test_what_was_changed_meanwhile_is_not_overwritten_unseen(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    content = filled_in(plumbline, assessment_id, owner="Ada")
    test = uploaded(assessment_id, content)
    (action_id,) = [line.key[0] for line in plumbline.sheets.preview(ME, assessment_id, content, "a.csv").of(Fate.NEW)]
    theirs = PlannedAction(id=action_id, process_id="building", to_level=2, kind=ActionKind.FIRST, owner="Theirs")
    plumbline.register.save(ME, assessment_id, theirs)
    next(button for button in test.button if button.label == "Store it").click().run()
    assert kept(plumbline, assessment_id)[action_id].owner == "Theirs"
    assert "Changed on both sides" in words(test)
    test.segmented_control(key=f"report:{assessment_id}:read-back:conflicts").set_value(ConflictChoice.TAKE).run()
    next(button for button in test.button if button.label == "Store it").click().run()
    assert kept(plumbline, assessment_id)[action_id].owner == "Ada"


def test_an_assessment_that_is_no_draft_takes_no_sheet(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    plumbline.assessments.validate(ME, assessment_id)
    assert not page("report", assessment=assessment_id).file_uploader
