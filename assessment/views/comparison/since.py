"""An assessment beside an earlier one: how many processes moved, which way, why, and what became of the plan."""

from __future__ import annotations

from dataclasses import replace

from assessment.domain.comparing.results import Comparison, Movement
from assessment.domain.computed import Computed
from assessment.views.comparison.deltas import deltas_table
from assessment.views.comparison.movement import TABLE_ID, is_in_noise, movement_table, on_paper
from assessment.views.comparison.naming import Naming, naming_of
from assessment.views.comparison.planned import planned_table
from assessment.views.comparison.reasons import reasons_table
from assessment.views.comparison.sides import sides_table
from assessment.views.model import Fact, View
from assessment.views.wording.comparison import since as words
from assessment.views.wording.numbers import score_text, whole_text

VIEW_ID = "since"


def since_view(computed: Computed) -> View:
    """What moved since the assessment that it stands beside; empty where it stands beside none."""
    compared = computed.compared
    if compared is None:
        return View(id=VIEW_ID, question=words.QUESTION, finding=words.NOTHING_EARLIER, empty=words.NOTHING_EARLIER)
    comparison, naming = compared.comparison, naming_of(computed, compared)
    return View(
        id=VIEW_ID,
        question=words.QUESTION,
        finding=since_finding(comparison),
        facts=_facts(comparison),
        tables=(
            movement_table(comparison, naming),
            reasons_table(comparison, naming),
            deltas_table(comparison, naming),
            planned_table(comparison, naming),
            sides_table(comparison, naming),
        ),
        notes=_notes(comparison, naming),
    )


def since_on_paper(computed: Computed) -> View:
    """The same as a page has room for."""
    view = since_view(computed)
    return replace(view, tables=tuple(on_paper(table) if table.id == TABLE_ID else table for table in view.tables))


def since_finding(comparison: Comparison) -> str:
    """How many processes improved, fell and stayed, in one sentence."""
    improved, fell, same = (len(comparison.of(one)) for one in (Movement.IMPROVED, Movement.FELL, Movement.SAME))
    return words.finding(improved, fell, same, comparison.before.assessed_on)


def _facts(comparison: Comparison) -> tuple[Fact, ...]:
    return (
        _moved_fact(comparison, Movement.IMPROVED, words.IMPROVED_LABEL),
        _moved_fact(comparison, Movement.FELL, words.FELL_LABEL),
        _moved_fact(comparison, Movement.SAME, words.SAME_LABEL),
        _at_target_fact(comparison),
        Fact(
            id="mean",
            label=words.MEAN_LABEL,
            text=score_text(comparison.after.mean_score),
            value=comparison.after.mean_score,
            note=words.was(score_text(comparison.before.mean_score)),
        ),
        Fact(
            id="people",
            label=words.PEOPLE_LABEL,
            text=whole_text(comparison.after.respondent_count),
            value=comparison.after.respondent_count,
            note=words.was(whole_text(comparison.before.respondent_count)),
        ),
    )


def _moved_fact(comparison: Comparison, movement: Movement, label: str) -> Fact:
    moves = comparison.of(movement)
    beyond = sum(move.is_beyond_noise is True for move in moves)
    is_noted = bool(moves) and movement is not Movement.SAME
    return Fact(
        id=movement.value,
        label=label,
        text=whole_text(len(moves)),
        value=len(moves),
        note=words.beyond_noise(beyond) if is_noted else "",
    )


def _at_target_fact(comparison: Comparison) -> Fact:
    """At target now and before; where targets are others, how many: reaching one that was lowered is no progress."""
    before, after = comparison.before, comparison.after
    was = words.of_processes(before.at_target_count, before.process_count)
    others = sum(move.target_changed for move in comparison.processes)
    return Fact(
        id="at-target",
        label=words.AT_TARGET_LABEL,
        text=words.of_processes(after.at_target_count, after.process_count),
        value=after.at_target_count,
        note=words.other_targets(was, others) if others else words.was(was),
    )


def _notes(comparison: Comparison, naming: Naming) -> tuple[str, ...]:
    noise = [move.process_id for move in comparison.processes if is_in_noise(move)]
    targets = [
        words.target_change(naming.process(move.process_id), move.before_target, move.after_target)
        for move in comparison.processes
        if move.target_changed and move.before_target is not None and move.after_target is not None
    ]
    named = (
        (words.came, Movement.NEW),
        (words.left, Movement.LEFT),
        (words.without_level, Movement.NOT_COMPARABLE),
    )
    return (
        *((words.not_beyond_noise(naming.processes(noise)),) if noise else ()),
        *((words.targets_changed(targets),) if targets else ()),
        *(
            sentence(naming.processes(move.process_id for move in comparison.of(movement)))
            for sentence, movement in named
            if comparison.of(movement)
        ),
    )
