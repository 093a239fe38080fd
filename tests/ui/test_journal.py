"""The Journal page: what it shows of this assessment and of everything, filters, pages, and the check."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assessment.domain.answered.assessment import Flag
from assessment.services.assessments import HeaderChange
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from assessment.ui import session
from assessment.ui.pages import journal as journal_page
from assessment.views.wording import journal as journal_words
from assessment.views.wording.pages import journal as page_words
from tests.ui.assessed import opened, page, words
from tests.ui.talked_over import ACTIVITY, a_talked_over_one


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def a_changed_one(plumbline: Plumbline) -> str:
    """An assessment with five entries in its journal; returns its id."""
    assessment_id = a_talked_over_one(plumbline)
    for number in range(4):
        plumbline.answering.flag(LOCAL_ACTOR, assessment_id, Flag(item_id=ACTIVITY, reason=f"Look again {number}"))
    return assessment_id


def rows(test: object) -> list[list[str]]:
    """The texts of the first table, row by row."""
    return [[str(cell) for cell in row] for row in test.table[0].value.to_numpy().tolist()]  # type: ignore[attr-defined]


def key(assessment_id: str, name: str) -> str:
    return f"journal:{assessment_id}:{name}"


def test_the_file_is_made_by_the_click_outside_a_run_where_nobody_knows_who_reads(
    plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Callable[[], bytes]] = []
    with monkeypatch.context() as patched:
        patched.setattr("streamlit.download_button", lambda label, **options: made.append(options["data"]))
        page("journal", assessment=a_changed_one(plumbline))
    monkeypatch.setattr(session, "without_gate", "")
    with ThreadPoolExecutor() as outside:
        assert b"Local user" in outside.submit(made[0]).result()


def test_the_page_shows_this_assessment_then_everything(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    plumbline.assessments.update_header(LOCAL_ACTOR, assessment_id, HeaderChange(name="Called anew"))
    test = page("journal", assessment=assessment_id)
    newest = rows(test)[0]
    assert newest[2:4] == ["Local user", "Set-up of the assessment"]
    assert newest[5] == "Name: Called anew"
    revision = plumbline.assessments.revision(LOCAL_ACTOR, assessment_id)
    assert f"{revision} changes, the newest first." in words(test)
    assert journal_words.TEXTS_NOTE in words(test)
    drawn = [str(getattr(one, "value", "")) for one in test.get("html")]
    (on_a_phone,) = (one for one in drawn if '<ul class="spelled-out"' in one)
    assert "Name: Called anew" in on_a_phone

    test.segmented_control(key=key(assessment_id, "whose")).set_value(page_words.EVERYTHING).run()
    assert len(rows(test)[0]) == 7
    assert {row[3] for row in rows(test)} == {"Called anew", "The installation"}


def test_filters_leave_what_is_wanted_and_say_when_nothing_is(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    plumbline.answering.flag(LOCAL_ACTOR, assessment_id, Flag(item_id=ACTIVITY, reason="Look again"))
    test = page("journal", assessment=assessment_id)
    kind = test.selectbox(key=key(assessment_id, f"{assessment_id}:kind"))
    kind.set_value("flag").run()
    assert [row[3].split(":")[0] for row in rows(test)] == ["Mark for review"]
    test.selectbox(key=key(assessment_id, f"{assessment_id}:kind")).set_value("sourcing").run()
    assert journal_words.EMPTY in words(test)
    assert not test.table
    test.selectbox(key=key(assessment_id, f"{assessment_id}:kind")).set_value("").run()
    (today,) = {row[1].split(",")[0] for row in rows(test)}
    assert today


def test_days_are_those_of_the_reader_and_the_last_one_counts(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    test = page("journal", assessment=assessment_id)
    count, today = len(rows(test)), plumbline._store.now().date()
    for name in ("since", "until"):
        test.date_input(key=key(assessment_id, f"{assessment_id}:{name}")).set_value(today)
    test.run()
    assert len(rows(test)) == count
    test.date_input(key=key(assessment_id, f"{assessment_id}:until")).set_value(today.replace(year=today.year - 1))
    test.run()
    assert journal_words.EMPTY in words(test)


def test_a_long_journal_has_pages(plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch) -> None:
    assessment_id = a_changed_one(plumbline)
    monkeypatch.setattr(journal_page, "ENTRIES_ON_A_PAGE", 3)
    revision = plumbline.assessments.revision(LOCAL_ACTOR, assessment_id)
    test = page("journal", assessment=assessment_id)
    assert [row[0] for row in rows(test)] == [str(revision), str(revision - 1), str(revision - 2)]
    assert f"3 of {revision} changes, the newest first." in words(test)


def test_the_check_says_that_it_is_whole_or_where_it_is_not(plumbline: Plumbline) -> None:
    assessment_id = a_changed_one(plumbline)
    test = page("journal", assessment=assessment_id)
    verify = key(assessment_id, f"verify:{assessment_id}")
    test.button(key=verify).click().run()
    revision = plumbline.assessments.revision(LOCAL_ACTOR, assessment_id)
    assert f"The journal is whole: {revision} entries." in words(test)
    head = plumbline.journal.verify(LOCAL_ACTOR, assessment_id).head
    assert head in str(test.table[1].value.to_numpy().tolist())
    with plumbline._store._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE journal SET actor_id = 'x' WHERE seq = 2")
    test.button(key=verify).click().run()
    assert test.error[0].value.startswith("Not whole: ")
