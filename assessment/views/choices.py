"""Decisions by hand: what each takes from the plan or brings it, and the wishes that cannot be, each with its cause.

| table | column | value |
|---|---|---|
| choices | choice | what was decided |
| | worth, value | points the plan would have more without it, below 0 fewer |
| | at-target | processes that would be at target besides |
| wishes | wish, cause | the step wished for, and what rules it out together |
"""

from __future__ import annotations

from assessment.domain.authored.framework import Framework
from assessment.domain.computed import Computed
from assessment.domain.planning.choices import Choice, ChoiceCost, ChoiceKind
from assessment.domain.planning.wishes import Cause, CauseKind, Wish
from assessment.views.model import Cell, Column, Kind, Row, Table, View
from assessment.views.names import process_name
from assessment.views.wording import choices as words


def choices_view(computed: Computed) -> View:
    """What decisions by hand cost, and which wishes cannot be."""
    choices = computed.choices
    if not choices.costs and not choices.wishes:
        return View(id="choices", question=words.QUESTION, finding=words.EMPTY, empty=words.EMPTY)
    return View(
        id="choices",
        question=words.QUESTION,
        finding=" ".join(choice_sentences(computed)),
        tables=(choices_table(computed), wishes_table(computed)),
    )


def choices_table(computed: Computed) -> Table:
    """A row for each decision in force, those on steps first."""
    number = Kind.NUMBER
    return Table(
        id="choices",
        title=words.TABLE_TITLE,
        measure=words.TABLE_MEASURE,
        columns=(
            Column(id="choice", name=words.CHOICE_COLUMN, width=49),
            Column(id="worth", name=words.WORTH_COLUMN, kind=number, width=17),
            Column(id="value", name=words.VALUE_COLUMN, kind=number, width=17),
            Column(id="at-target", name=words.AT_TARGET_COLUMN, kind=number, width=17),
        ),
        rows=tuple(_row(computed.framework, cost) for cost in computed.choices.costs),
        empty=words.EMPTY,
    )


def wishes_table(computed: Computed) -> Table:
    """A row for each wish that cannot be."""
    return Table(
        id="wishes",
        title=words.WISHES_TITLE,
        columns=(
            Column(id="wish", name=words.WISH_COLUMN, width=35),
            Column(id="cause", name=words.CAUSE_COLUMN, width=65),
        ),
        rows=tuple(
            Row(
                id=f"{wish.process_id}:{wish.level}",
                cells=(
                    Cell(text=words.wish(_step(computed.framework, wish.process_id, wish.level), wish.wave)),
                    Cell(text=cause_text(computed.framework, wish)),
                ),
            )
            for wish in computed.choices.wishes
        ),
        empty=words.NO_WISHES,
    )


def wish_lines(computed: Computed) -> tuple[str, ...]:
    """Each wish that cannot be, with its cause behind it; the cause alone where it begins with the step itself."""
    lines: list[str] = []
    for wish in computed.choices.wishes:
        step, cause = _step(computed.framework, wish.process_id, wish.level), cause_text(computed.framework, wish)
        is_said = wish.wave is None and cause.startswith(step)
        lines.append(cause if is_said else words.wish_line(words.wish(step, wish.wave), cause))
    return tuple(lines)


def cause_text(framework: Framework, wish: Wish) -> str:
    """Why a wish cannot be: in one sentence where one need or one step of its own explains it, else link by link."""
    needs = [cause for cause in wish.causes if cause.kind is CauseKind.NEEDS]
    decided = [cause for cause in wish.causes if cause.kind in (CauseKind.EXCLUDED, CauseKind.PINNED)]
    if len(wish.causes) == len(decided) == 1 and decided[0].process_id == wish.process_id:
        return _of_own_step(framework, wish, decided[0])
    if len(wish.causes) == len((*needs, *decided)) and len(needs) == len(decided) == 1:
        need, own = needs[0], decided[0]
        if (need.process_id, own.process_id) == (wish.process_id, need.other_process_id):
            return _of_one_need(framework, wish, need, own)
    return " ".join(_part(framework, cause) for cause in wish.causes)


def choice_text(framework: Framework, choice: Choice) -> str:
    """A decision in words."""
    if choice.linkage_id is not None:
        linkage = next(one for one in framework.linkages if one.id == choice.linkage_id)
        say = words.bound if choice.kind is ChoiceKind.LINKAGE_BOUND else words.freed
        return say(process_name(framework, linkage.from_process), process_name(framework, linkage.to_process))
    step = _step(framework, choice.process_id, choice.level)
    if choice.kind is ChoiceKind.EFFORT:
        return words.effort(step, choice.count or 0, choice.usual_count or 0)
    return words.excluded(step) if choice.kind is ChoiceKind.EXCLUSION else words.pinned(step, choice.wave or 0)


def choice_sentences(computed: Computed) -> tuple[str, ...]:
    """What costs most; how many wishes cannot be, and why the first of them cannot."""
    framework, costs, wishes = computed.framework, computed.choices.costs, computed.choices.wishes
    said: list[str] = []
    if costs:
        dearest = max(costs, key=lambda cost: cost.worth)
        is_dear = words.points_cost(dearest.worth) != words.points_cost(0.0) and dearest.worth > 0
        said.append(
            words.costs_most(choice_text(framework, dearest.choice), dearest.worth)
            if is_dear
            else words.costs_nothing(len(costs))
        )
    if wishes:
        said += [words.cannot_be(len(wishes)), cause_text(framework, wishes[0])]
    return tuple(said)


def _row(framework: Framework, cost: ChoiceCost) -> Row:
    choice = cost.choice
    return Row(
        id=f"{choice.kind}:{choice.linkage_id or f'{choice.process_id}:{choice.level}'}",
        cells=(
            Cell(text=choice_text(framework, choice), value=choice.linkage_id or choice.process_id),
            Cell(text=words.points_cost(cost.worth), value=cost.worth),
            Cell(text=words.points_cost(cost.value), value=cost.value),
            Cell(text=words.processes_cost(cost.at_target_count), value=cost.at_target_count),
        ),
    )


def _step(framework: Framework, process_id: str | None, level: int | None) -> str:
    return words.step_wished(process_name(framework, process_id or ""), level or 0)


def _of_own_step(framework: Framework, wish: Wish, own: Cause) -> str:
    step, level = _step(framework, wish.process_id, wish.level), own.level or 0
    if level == wish.level:
        return _part(framework, own)
    return words.follows_excluded(step, level) if own.wave is None else words.follows_pinned(step, level, own.wave)


def _of_one_need(framework: Framework, wish: Wish, need: Cause, own: Cause) -> str:
    step = _step(framework, wish.process_id, wish.level)
    supplier, level = process_name(framework, need.other_process_id or ""), need.other_level or 0
    if own.wave is None:
        return words.needs_excluded(step, supplier, level)
    return words.needs_pinned(step, supplier, level, own.wave)


def _part(framework: Framework, cause: Cause) -> str:
    if cause.kind is CauseKind.ROOM:
        return words.no_room(cause.count or 0, cause.limit_count or 0, cause.wave)
    if cause.kind is CauseKind.ORDER:
        return words.no_order() if cause.wave is None else words.earliest(cause.wave)
    step = _step(framework, cause.process_id, cause.level)
    if cause.kind is CauseKind.NEEDS:
        return words.needs(step, process_name(framework, cause.other_process_id or ""), cause.other_level or 0)
    return words.you_left_out(step) if cause.wave is None else words.you_put(step, cause.wave)
