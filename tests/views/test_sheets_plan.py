"""The sheets of the plan, and of what is typed in and read back: steps, waves, actions, answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from assessment.domain.answered.actions import ActionKind, ActionStatus, PlannedAction
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.answered.prints import print_of
from assessment.domain.authored.framework import Horizon
from assessment.domain.computed import Computed
from assessment.domain.planning.register import register_of
from assessment.views.register import register_view
from assessment.views.sheets.actions import ENTERED, ActionColumn, actions_sheet
from assessment.views.sheets.answers import AnswerColumn, AskedRow, answer_choices, answers_sheet, choice_of
from assessment.views.sheets.model import Sheet, SheetValue
from assessment.views.sheets.roadmap import after_waves_sheet, roadmap_sheet, waves_sheet
from assessment.views.sheets.source import Source, source_sheet
from assessment.views.steps import step_id, step_row
from tests.computing import computed, mixed, the_sample

DAY, LATER = date(2026, 4, 1), date(2026, 6, 30)
NA = Answer(kind=AnswerKind.NOT_APPLICABLE, reason="Done elsewhere.")


def lines(sheet: Sheet) -> list[Mapping[str, SheetValue]]:
    return [dict(zip((column.id for column in sheet.columns), row, strict=True)) for row in sheet.rows]


def test_steps_are_those_of_the_plan_with_days_and_money() -> None:
    told = the_sample().told
    plan, found = told.roadmap, lines(roadmap_sheet(told))
    assert len(found) == len(plan.steps) == 22
    waves = {wave.number: wave for wave in plan.waves}
    for step, line in zip(plan.steps, found, strict=True):
        wave = waves.get(step.wave)
        assert (line["wave"], line["state"]) == (step.wave or None, "Funded" if wave else "Not funded")
        assert (line["starts"], line["ends"]) == ((wave.starts_on, wave.ends_on) if wave else (None, None))
        assert f"{line['process-id']}:{line['to']}" == step_id(step)
        assert (line["from"], line["score-before"], line["score-after"]) == (
            step.from_level,
            step.score_before,
            step.score_after,
        )
        assert (line["effort"], line["days"], line["cost"]) == (step.effort_count, step.person_day_count, step.cost)
        assert (line["currency"], line["value"], line["owner"]) == ("EUR", step.value, step.owner_name)
        assert line["earliest"] == step.earliest_wave
        assert str(line["reason"]) in step_row(told, step).cells[-1].text
        assert str(line["by-hand"]) == ("Yes" if step.is_effort_set_by_hand else "No")
    assert sum(line["pin-cost"] is not None for line in found) == 1
    assert [line["pinned"] for line in found].count("Yes") == 1


def test_waves_add_up_and_the_last_row_is_what_is_not_funded() -> None:
    told = the_sample().told
    plan, found = told.roadmap, lines(waves_sheet(told))
    *waves, left = found
    for wave, line in zip(plan.waves, waves, strict=True):
        assert (line["wave"], line["starts"], line["ends"]) == (wave.number, wave.starts_on, wave.ends_on)
        assert (line["steps"], line["effort"], line["capacity"]) == (
            len(wave.steps),
            wave.effort_count,
            wave.capacity_count,
        )
        assert (line["days"], line["cost"]) == (wave.person_day_count, wave.cost)
        assert (line["at-target"], line["with-level"]) == (wave.at_target_count, told.result.whole.process_count)
    assert (left["wave"], left["state"], left["steps"]) == (None, "Not funded", len(plan.not_funded))
    assert left["cost"] == sum(step.cost or 0 for step in plan.not_funded)


def test_a_plan_without_a_price_has_empty_days_and_money() -> None:
    (line, *_) = lines(roadmap_sheet(mixed().told))
    assert (line["days"], line["cost"], line["currency"], line["starts"]) == (None, None, None, None)
    assert line["effort"] == mixed().roadmap.steps[0].effort_count


def test_every_process_has_a_line_after_each_wave() -> None:
    whole = mixed()
    found = {(line["wave"], line["process-id"]): line for line in lines(after_waves_sheet(whole.told))}
    assert len(found) == len(whole.roadmap.waves) * 5
    for wave in whole.roadmap.waves:
        for process_id in ("planning", "building"):
            line = found[wave.number, process_id]
            assert (line["level"], line["score"]) == (wave.levels_after[process_id], wave.scores_after[process_id])
        assert found[wave.number, "releasing"]["level"] is None


def with_actions(*actions: PlannedAction) -> Computed:
    whole = mixed()
    return computed(whole.framework, whole.assessment.model_copy(update={"actions": actions}))


def an_action(whole: Computed, kind: ActionKind, **changes: object) -> PlannedAction:
    found = next(one for one in register_of(whole.assessment, whole.roadmap) if one.kind is kind)
    fields = {"id": found.id, "process_id": found.process_id, "to_level": found.to_level, "kind": kind}
    return PlannedAction.model_validate({**fields, **changes})


def test_actions_are_those_of_the_register_with_what_the_team_filled_in() -> None:
    first = an_action(
        mixed(),
        ActionKind.FIRST,
        owner="Ada",
        start=DAY,
        due=LATER,
        status=ActionStatus.STARTED,
        done_percent=40,
        note="Half.",
        done_on=LATER,
    )
    told = with_actions(first).told
    sheet = actions_sheet(told)
    found = {line["id"]: line for line in lines(sheet)}
    register = register_view(told).table("register")
    assert list(found) == [row.id for row in register.rows]
    assert [line["action"] for line in found.values()] == [row.cells[1].text for row in register.rows]
    line = found[first.id]
    entered = ("Ada", DAY, LATER, "Started", 40, "Half.", LATER)
    assert tuple(line[column] for column in ENTERED) == entered
    assert line["written"] == print_of(entered)
    others = [line for own_id, line in found.items() if own_id != first.id]
    assert {tuple(line[column] for column in ENTERED) for line in others} == {(None,) * 7}
    assert {line["written"] for line in others} == {print_of((None,) * 7)}
    assert [column.id for column in sheet.columns if column.is_entered] == list(ENTERED)
    assert next(column for column in sheet.columns if column.id == "status").choices == (
        "Planned",
        "Started",
        "Waiting",
        "Done",
    )


def test_a_struck_action_is_left_out_and_one_no_longer_planned_has_no_wave() -> None:
    struck = an_action(mixed(), ActionKind.FIRST, is_struck=True)
    stray = PlannedAction(
        id="own-1", process_id="releasing", to_level=2, kind=ActionKind.FIRST, text="Ask.", owner="Ben"
    )
    found = {line["id"]: line for line in lines(actions_sheet(with_actions(struck, stray).told))}
    assert struck.id not in found
    assert (found["own-1"]["wave"], found["own-1"]["step"], found["own-1"]["owner"]) == (None, "to level 2", "Ben")


def test_an_answer_is_offered_as_six_statements_behind_their_letters() -> None:
    whole = mixed()
    item = whole.framework.item_by_id["planning.control"]
    choices = answer_choices(item)
    assert choices[:2] == (f"N: {item.statements[0]}", f"P-: {item.statements[1]}")
    assert (len(choices), choices[6:]) == (8, ("Not applicable", "Don't know"))
    assert choice_of(item, Answer(kind=AnswerKind.RATED, code=5)) == choices[5]
    assert choice_of(item, NA) == "Not applicable"
    assert choice_of(item, None) is None


def test_the_sheet_of_answers_has_ids_versions_and_choices_of_each_row() -> None:
    whole = mixed()
    rows = (
        AskedRow(
            respondent_id="r2",
            item_id="planning.control",
            horizon=Horizon.TO_BE,
            answer=NA,
            version=7,
            note="Said so.",
            note_version=9,
        ),
        AskedRow(
            respondent_id="r1",
            item_id="planning.deliver-1",
            horizon=Horizon.AS_IS,
            answer=None,
            version=0,
            note="",
            note_version=0,
        ),
    )
    sheet = answers_sheet(whole.framework, whole.assessment.respondents, rows)
    first, second = lines(sheet)
    assert (first["respondent-id"], first["item-id"], first["horizon-id"]) == ("r2", "planning.control", "to-be")
    assert (first["answer"], first["reason"], first["note"]) == ("Not applicable", "Done elsewhere.", "Said so.")
    assert (first["version"], first["note-version"]) == (7, 9)
    assert (second["answer"], second["note"], second["version"]) == (None, None, 0)
    assert second["question"] == whole.framework.item_by_id["planning.deliver-1"].question
    assert (sheet.list_column, first["list"], second["list"]) == ("list", 1, 2)
    assert sheet.lists[1] == answer_choices(whole.framework.item_by_id["planning.deliver-1"])
    hidden = {column.id for column in sheet.columns if column.is_hidden}
    assert hidden == {"respondent-id", "item-id", "horizon-id", "version", "note-version", "list"}
    assert tuple(column.id for column in sheet.columns) == tuple(AnswerColumn)
    assert tuple(column.id for column in actions_sheet(whole.told).columns) == tuple(ActionColumn)


def test_a_workbook_says_what_it_was_written_from() -> None:
    header = mixed().assessment.header
    found = {line["key"]: line["value"] for line in lines(source_sheet(Source(header=header, revision=12)))}
    assert found["assessment-id"] == header.id
    assert found["framework-hash"] == header.framework.content_hash
    assert (found["revision"], found["format"]) == (12, 1)
    assert "snapshot-hash" not in found
    assert source_sheet(Source(header=header)).is_hidden
