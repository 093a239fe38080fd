"""A list says what the results say, is made once for a state and a method, and outlives a restart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assessment.domain.computed import METHOD_VERSION
from assessment.domain.summary import AssessmentSummary, Figures, summarise
from assessment.services import computing, summaries
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.settings import Settings
from tests.builders import rated
from tests.services.conftest import at_once, begun, counted

ITEM = "planning.deliver-1"


def lines(plumbline: Plumbline) -> dict[str, AssessmentSummary]:
    return {line.header.id: line for line in plumbline.assessments.list_assessments(ME)}


def stored_rows(plumbline: Plumbline) -> list[tuple[str, str, int]]:
    with plumbline._store._engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT assessment_id, head, method_version FROM summary").all()
    return [(row[0], row[1], row[2]) for row in rows]


def figures_of(plumbline: Plumbline, assessment_id: str) -> Figures:
    figures = lines(plumbline)[assessment_id].figures
    assert figures is not None
    return figures


def test_a_line_says_what_the_results_say(new_plumbline: Callable[[str], Plumbline], database_url: str) -> None:
    plumbline = new_plumbline(database_url)
    assessment_id = begun(plumbline)
    for answer in (None, rated(ITEM, 3), rated("building.control", "DK", "r2")):
        if answer is not None:
            plumbline.answering.save(ME, assessment_id, answer)
        line = lines(plumbline)[assessment_id]
        assert line.figures == summarise(plumbline.results.compute(ME, assessment_id))
        assert line.header == plumbline.assessments.header(ME, assessment_id)
        assert line.process_count == 3
    assert line.figures is not None
    assert line.figures.answered_count == 2


def test_lines_are_stored_and_a_restart_computes_none_of_them(
    plumbline: Plumbline, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = begun(plumbline), begun(plumbline)
    before = lines(plumbline)
    plumbline.close()
    calls = counted(monkeypatch, (computing, "score_assessment"), (computing, "rescore_processes"))
    again = open_plumbline(settings)
    assert lines(again) == before
    assert not calls
    again.answering.save(ME, first, rated(ITEM, 3))
    assert figures_of(again, first).answered_count == 1
    assert lines(again)[second] == before[second]
    assert calls.total() == 1
    again.close()


def test_a_line_is_kept_by_state_and_method(plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch) -> None:
    assessment_id = begun(plumbline)
    lines(plumbline)
    ((_, first_head, first_version),) = stored_rows(plumbline)
    plumbline.answering.save(ME, assessment_id, rated(ITEM, 3))
    lines(plumbline)
    ((_, second_head, second_version),) = stored_rows(plumbline)
    assert first_head != second_head
    assert first_version == second_version == METHOD_VERSION
    monkeypatch.setattr(summaries, "METHOD_VERSION", second_version + 1)
    calls = counted(monkeypatch, (summaries, "summarise"))
    lines(plumbline)
    lines(plumbline)
    assert calls == {"summarise": 1}
    assert stored_rows(plumbline) == [(assessment_id, second_head, second_version + 1)]


def test_a_stored_line_of_another_form_is_made_anew(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    before = lines(plumbline)
    with plumbline._store._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE summary SET content = '{\"asked_count\": 3}'")
    assert lines(plumbline) == before
    assert figures_of(plumbline, assessment_id).respondent_count == 2


def test_storing_a_line_leaves_no_trace_in_the_journal_and_goes_with_the_assessment(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    before = plumbline.assessments.journal(ME, assessment_id)
    lines(plumbline)
    assert plumbline.assessments.journal(ME, assessment_id) == before
    plumbline.assessments.remove(ME, assessment_id)
    assert lines(plumbline) == {}
    plumbline.bin.forget_assessment(ME, assessment_id)
    assert stored_rows(plumbline) == []


def test_an_assessment_that_cannot_be_computed_hides_no_other(plumbline: Plumbline) -> None:
    altered, sound = begun(plumbline), begun(plumbline)
    plumbline.assessments.sign_off(ME, altered, "Ann Example")
    with plumbline._store._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE snapshot SET content = replace(content, 'First round', 'Best round')")
    assert lines(plumbline)[altered].figures is None
    assert figures_of(plumbline, sound).respondent_count == 2
    assert [row[0] for row in stored_rows(plumbline)] == [sound]


def test_many_who_list_while_others_answer_are_shown_no_error(
    new_plumbline: Callable[[str], Plumbline], database_url: str
) -> None:
    plumbline = new_plumbline(database_url)
    ids = [begun(plumbline) for _ in range(3)]

    def answer() -> None:
        for code in range(6):
            for assessment_id in ids:
                plumbline.answering.save(ME, assessment_id, rated(ITEM, code))

    assert at_once(answer, *[lambda: lines(plumbline)] * 4) == []
    assert [figures_of(plumbline, assessment_id).answered_count for assessment_id in ids] == [1, 1, 1]


def test_a_count_is_of_all_there_are(plumbline: Plumbline) -> None:
    assert plumbline.assessments.count(ME) == 0
    kept, removed = begun(plumbline), begun(plumbline)
    assert plumbline.assessments.count(ME) == 2
    plumbline.assessments.remove(ME, removed)
    assert plumbline.assessments.count(ME) == 1
    assert set(lines(plumbline)) == {kept}
