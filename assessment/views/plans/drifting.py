"""The chosen plan beside what would be best now: a sentence, the steps that drifted, and what keeping it leads to.

| table | column | value | range |
|---|---|---|---|
| drift | plan | wave of the plan as saved, 0 not funded, None no such step | 0 to 12 |
| drift | best | wave of the best plan now, 0 not funded, None no step any more | 0 to 12 |
| drift | kept | present wave if the plan is kept, 0 in none, None no step any more | 0 to 12 |
| drift | became | what became of the step | |
| reached | kept, best | processes at target now and after each present wave | 0 up |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from assessment.domain.computed import Computed
from assessment.domain.planning.drift import Drift, DriftKind, DriftStep, drift_of
from assessment.domain.planning.saved import chosen_plan
from assessment.views.model import Cell, Column, Fact, Kind, Mark, Row, Table, View
from assessment.views.plans.comparing import settings_labels
from assessment.views.plans.listing import step_name
from assessment.views.wording import plans as words
from assessment.views.wording import steps as step_words
from assessment.views.wording.numbers import NO_VALUE, whole_text

ORDER = (
    *(DriftKind.REACHED, DriftKind.NOT_NEEDED, DriftKind.NEW, DriftKind.ENTERS, DriftKind.LEAVES),
    *(DriftKind.EARLIER, DriftKind.LATER),
)


def drift_view(computed: Computed) -> View:
    """How far the chosen plan has drifted; without one, how to choose it."""
    plan = chosen_plan(computed.assessment.plans)
    if plan is None:
        return View(id="drift", question=words.DRIFT_QUESTION, finding=words.NONE_CHOSEN, empty=words.HOW_TO_CHOOSE)
    drift = drift_of(computed, plan)
    return View(
        id="drift",
        question=words.DRIFT_QUESTION,
        finding=_finding(drift),
        facts=tuple(_facts(drift)),
        tables=(_steps(computed, drift), _reached(drift)),
        notes=tuple(_notes(computed, drift)),
    )


def plan_line(computed: Computed) -> str:
    """Which plan a document prints and how far the chosen one has drifted from it; "" where none is chosen."""
    plan = chosen_plan(computed.assessment.plans)
    if plan is None:
        return ""
    drift = drift_of(computed, plan)
    sentence = _finding(drift)
    return words.printed_beside(sentence) if drift.drifted else sentence


def _finding(drift: Drift) -> str:
    name, saved_on = drift.plan.name, drift.plan.saved_at.date()
    if not drift.drifted:
        return words.holds(name, saved_on)
    counts = Counter(step.kind for step in drift.drifted)
    return words.drifted(name, saved_on, counts, drift.lost_worth, drift.best_worth)


def _facts(drift: Drift) -> Iterator[Fact]:
    yield Fact(
        id="drifted",
        label=words.DRIFTED_FACT,
        text=whole_text(len(drift.drifted)),
        value=len(drift.drifted),
    )
    yield Fact(
        id="lost",
        label=words.LOST_FACT,
        text=step_words.value_text(drift.lost_worth),
        value=drift.lost_worth,
        note=words.of_worth(drift.best_worth),
        meaning=words.LOST_MEANING,
    )


def _notes(computed: Computed, drift: Drift) -> Iterator[str]:
    labels = settings_labels(drift.settings_changed)
    if labels:
        yield words.set_otherwise(labels)
    for wave in drift.overfull:
        yield words.overfull(wave.wave, wave.effort_count, wave.capacity_count)
    stuck = [step for step in drift.steps if step.plan_wave and step.kept_wave == 0]
    if stuck:
        yield words.stuck([_title(computed, step) for step in stuck])


def _steps(computed: Computed, drift: Drift) -> Table:
    return Table(
        id="drift",
        title=words.DRIFT_TITLE,
        measure=words.DRIFT_MEASURE,
        columns=(
            Column(id="step", name=words.STEP_COLUMN, width=36),
            Column(id="plan", name=words.PLAN_COLUMN, width=14),
            Column(id="best", name=words.BEST_COLUMN, width=14),
            Column(id="kept", name=words.KEPT_COLUMN, width=14),
            Column(id="became", name=words.BECAME_COLUMN, width=22),
        ),
        rows=tuple(_row(computed, step) for step in sorted(drift.drifted, key=lambda one: ORDER.index(one.kind))),
        empty=words.DRIFT_SAME,
    )


def _row(computed: Computed, step: DriftStep) -> Row:
    why = words.WHY[step.why] if step.why is not None else words.OVERDUE if step.is_overdue else ""
    return Row(
        id=f"{step.process_id}:{step.to_level}",
        cells=(
            Cell(text=_title(computed, step), value=step.process_id),
            Cell(text=words.wave_place(step.plan_wave), value=step.plan_wave),
            *(
                Cell(text=NO_VALUE if wave is None else words.wave_place(wave), value=wave)
                for wave in (step.best_wave, step.kept_wave)
            ),
            Cell(text=words.KINDS[step.kind], value=step.kind.value, note=why, marks=frozenset({Mark.CHIP})),
        ),
    )


def _title(computed: Computed, step: DriftStep) -> str:
    return step_name(computed, step.process_id, step.from_level, step.to_level)


def _reached(drift: Drift) -> Table:
    pairs = zip(drift.kept_at_target_counts, drift.best_at_target_counts, strict=True)
    return Table(
        id="reached",
        title=words.DRIFT_REACHED_TITLE,
        measure=words.REACHED_MEASURE,
        columns=(
            Column(id="wave", name=words.WAVE_COLUMN, width=40),
            Column(id="kept", name=words.KEPT_COLUMN, kind=Kind.NUMBER, width=30),
            Column(id="best", name=words.BEST_COLUMN, kind=Kind.NUMBER, width=30),
        ),
        rows=tuple(
            Row(
                id=f"wave-{wave}",
                cells=(
                    Cell(text=words.wave_row(wave), value=wave),
                    *(
                        Cell(
                            text=words.reached_of(count, drift.process_count),
                            value=count,
                            spoken=words.spoken_reached(name, count, drift.process_count),
                        )
                        for name, count in zip((words.KEPT_COLUMN, words.BEST_COLUMN), pair, strict=True)
                    ),
                ),
            )
            for wave, pair in enumerate(pairs)
        ),
        empty="",
    )
