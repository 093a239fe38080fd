"""How far the plan is on a day, on one page for who pays for it: progress, what is late or blocked, what is done.

| table | rows | columns |
|---|---|---|
| progress-waves | a wave each | steps and points done, share done and due (0 to 100), steps late and blocked |
| attention | what is late or blocked, the longest late first | owner, due, how it stands |
| next | steps that are not done and not late, by the day they are due | owner, due, status |
| done | steps that are done, the newest first | done on, what was seen, the level by the answers |

The last three are cut where a page has no room; their notes count the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assessment.domain.computed import Computed
from assessment.domain.planning.running import Run, RunStep, WaveProgress, effort_of, run_of
from assessment.views.board.lines import (
    Line,
    action_lines,
    by_urgency,
    day_cell,
    due_cell,
    owner_cell,
    status_cell,
    step_line,
    step_lines,
)
from assessment.views.model import Cell, Column, Fact, Kind, Row, Table, Track, View
from assessment.views.wording import board as words
from assessment.views.wording import register as register_words
from assessment.views.wording.numbers import share_text, whole_text

ATTENTION_LIMIT = 8
DONE_LIMIT = 5
NEXT_LIMIT = 5
SEEN_LIMIT = 200
"""Characters of what was seen; the whole text stands on the board."""


def progress_view(computed: Computed, day: date) -> View:
    """How far the plan of an assessment is on a day."""
    run = run_of(computed, day)
    if not run.funded:
        empty = words.NOTHING_FUNDED if computed.roadmap.steps else words.EMPTY
        return View(id="progress", question=words.QUESTION, finding=empty, empty=empty)
    return View(
        id="progress",
        question=words.QUESTION,
        finding=" ".join(progress_sentences(run)),
        facts=_facts(computed, run),
        tables=(
            waves_table(run),
            attention_table(computed, run, ATTENTION_LIMIT),
            _next_table(computed, run),
            _done_table(computed, run),
        ),
        notes=_notes(run),
    )


def waves_table(run: Run) -> Table:
    """A row a wave that has steps: what of it is done."""
    return Table(
        id="progress-waves",
        title=words.WAVES_TITLE,
        measure=words.WAVES_MEASURE,
        columns=(
            Column(id="wave", name=words.WAVE_COLUMN, width=28),
            Column(id="track", name=words.TRACK_COLUMN, kind=Kind.TRACK, width=17),
            Column(id="share", name=words.SHARE_COLUMN, kind=Kind.NUMBER, width=8),
            Column(id="due", name=words.DUE_SHARE_COLUMN, kind=Kind.NUMBER, width=9),
            Column(id="steps", name=words.STEPS_COLUMN, kind=Kind.NUMBER, width=10),
            Column(id="effort", name=words.EFFORT_COLUMN, kind=Kind.NUMBER, width=10),
            Column(id="late", name=words.LATE_COLUMN, kind=Kind.NUMBER, width=7),
            Column(id="blocked", name=words.BLOCKED_COLUMN, kind=Kind.NUMBER, width=9),
        ),
        rows=tuple(_wave_row(run, wave) for wave in run.waves if wave.steps),
        empty=words.NOTHING_FUNDED,
    )


def attention_table(computed: Computed, run: Run, limit: int | None = None) -> Table:
    """Steps and actions that are late or blocked."""
    lines = (*step_lines(computed, run), *action_lines(computed, run))
    found = by_urgency(line for line in lines if line.is_urgent)
    return Table(
        id="attention",
        title=words.ATTENTION_TITLE,
        measure=words.ATTENTION_MEASURE,
        columns=(
            Column(id="what", name=words.WHAT_COLUMN, width=34),
            Column(id="owner", name=register_words.OWNER_COLUMN, width=16),
            Column(id="due", name=register_words.DUE_COLUMN, width=18),
            Column(id="why", name=words.WHY_COLUMN),
        ),
        rows=tuple(
            Row(id=line.id, cells=(Cell(text=line.title), owner_cell(line), due_cell(line), Cell(text=line.stands)))
            for line in found[:limit]
        ),
        empty=words.NO_ATTENTION,
        notes=_left_out(found, limit),
    )


def progress_sentences(run: Run) -> tuple[str, str]:
    """How far it is beside how far it was to be; and what is late or blocked."""
    done, due = run.done_share or 0.0, run.due_share
    said = words.done_alone(done) if due is None else words.done_and_due(done, due, run.day)
    return said, words.troubles(_count(run.funded, "late"), _count(run.funded, "blocked"))


def _count(steps: Sequence[RunStep], what: str) -> int:
    return sum(step.is_late if what == "late" else step.is_blocked for step in steps)


def _facts(computed: Computed, run: Run) -> tuple[Fact, ...]:
    """What is done and was due, what is in trouble, and what the answers say."""
    funded, due = run.funded, run.due_share
    done = [step for step in funded if step.is_done]
    reached = sum(step.is_reached for step in done)
    late, blocked = _count(funded, "late"), _count(funded, "blocked")
    target_note = "" if run.planned_at_target_count is None else words.wanted(run.planned_at_target_count)
    facts = [
        Fact(
            id="done",
            label=words.DONE_FACT,
            text=share_text(run.done_share),
            value=run.done_share,
            note=words.points(effort_of(done), effort_of(funded)),
        ),
        Fact(id="due", label=words.DUE_FACT, text=share_text(due), value=due, note=words.by_day(run.day)),
        Fact(id="late", label=words.LATE_FACT, text=whole_text(late), value=late),
        Fact(id="blocked", label=words.BLOCKED_FACT, text=whole_text(blocked), value=blocked),
        Fact(
            id="at-target",
            label=words.TARGET_FACT,
            text=words.of_count(run.at_target_count, run.process_count),
            value=run.at_target_count,
            note=target_note,
            meaning=words.as_answered(computed.assessment.header.assessed_on),
        ),
        Fact(
            id="confirmed",
            label=words.CONFIRMED_FACT,
            text=words.of_count(reached, len(done)),
            value=reached,
            meaning=words.CONFIRMED_MEANING,
        ),
    ]
    left_out = {*(() if due is not None else ("due",)), *(() if done else ("confirmed",))}
    return tuple(fact for fact in facts if fact.id not in left_out)


def _wave_row(run: Run, wave: WaveProgress) -> Row:
    done = wave.done_share or 0.0
    dated = [step for step in wave.steps if step.span.due is not None]
    due = effort_of(one for one in dated if one.span.due and one.span.due <= run.day) / wave.effort_count
    title = words.wave_title(wave.number, wave.dates.first, wave.dates.last)
    due_text = share_text(due) if dated else ""
    done_count = sum(step.is_done for step in wave.steps)
    late, blocked = _count(wave.steps, "late"), _count(wave.steps, "blocked")
    return Row(
        id=f"wave-{wave.number}",
        cells=(
            Cell(text=title, value=wave.number),
            Cell(
                track=Track(fill=100 * done, ticks=(100 * due,) if dated else ()),
                spoken=words.spoken_wave(title, share_text(done), due_text),
            ),
            Cell(text=share_text(done), value=100 * done),
            Cell(text=due_text, value=100 * due if dated else None),
            Cell(text=words.of_count(done_count, len(wave.steps)), value=done_count),
            Cell(text=words.of_count(wave.done_effort_count, wave.effort_count), value=wave.done_effort_count),
            Cell(text=whole_text(late), value=late),
            Cell(text=whole_text(blocked), value=blocked),
        ),
    )


def _done_table(computed: Computed, run: Run) -> Table:
    found = [step for step in run.steps if step.is_done]
    lines = {step.key: step_line(computed, step) for step in found}
    newest = sorted(found, key=lambda step: lines[step.key].done_on or date.min, reverse=True)
    return Table(
        id="done",
        title=words.DONE_TITLE,
        measure=f"{words.DONE_MEASURE} {words.as_answered(computed.assessment.header.assessed_on)}",
        columns=(
            Column(id="what", name=words.WHAT_COLUMN, width=30),
            Column(id="done-on", name=register_words.DONE_ON_COLUMN, width=18),
            Column(id="evidence", name=words.EVIDENCE_COLUMN, width=36),
            Column(id="answers", name=words.ANSWERS_COLUMN),
        ),
        rows=tuple(_done_row(step, lines[step.key]) for step in newest[:DONE_LIMIT]),
        empty=words.NOTHING_DONE,
        notes=_left_out(newest, DONE_LIMIT),
    )


def _done_row(step: RunStep, line: Line) -> Row:
    return Row(
        id=line.id,
        cells=(
            Cell(text=line.title),
            day_cell(line.done_on),
            Cell(text=words.beginning(line.evidence, SEEN_LIMIT)),
            Cell(text=words.level_seen(step.level_now, is_reached=step.is_reached), value=step.level_now),
        ),
    )


def _next_table(computed: Computed, run: Run) -> Table:
    lines = [line for line in step_lines(computed, run) if not (line.is_done or line.is_late) and line.due is not None]
    found = sorted(lines, key=lambda line: line.due or date.max)
    return Table(
        id="next",
        title=words.NEXT_TITLE,
        measure=words.NEXT_MEASURE,
        columns=(
            Column(id="what", name=words.WHAT_COLUMN, width=38),
            Column(id="owner", name=register_words.OWNER_COLUMN, width=22),
            Column(id="due", name=register_words.DUE_COLUMN, width=20),
            Column(id="status", name=register_words.STATUS_COLUMN),
        ),
        rows=tuple(
            Row(id=line.id, cells=(Cell(text=line.title), owner_cell(line), due_cell(line), status_cell(line)))
            for line in found[:NEXT_LIMIT]
        ),
        empty=words.NOTHING_NEXT,
        notes=_left_out(found, NEXT_LIMIT),
    )


def _notes(run: Run) -> tuple[str, ...]:
    """Which plan it is, and where its days come from."""
    days = [step.span for step in run.funded]
    is_derived = any(span.is_start_derived or span.is_due_derived for span in days)
    without = not any(span.due for span in days)
    said = (words.is_of(run.plan_name), words.DERIVED_NOTE if is_derived else "", words.NO_DATES if without else "")
    return tuple(note for note in said if note)


def _left_out(found: Sequence[object], limit: int | None) -> tuple[str, ...]:
    return (words.more(len(found) - limit),) if limit is not None and len(found) > limit else ()
