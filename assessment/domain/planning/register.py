"""The register of actions: what the framework advises for each planned step, merged with what the team made of it.

| action | is | told by |
|---|---|---|
| before | what a process needs before its first step: an owner, and what readiness denies | process, question |
| first | the next action of each attribute that the step raises | process, attribute, letter |
| evidence | how one sees that the step is done, an attribute each | process, attribute, letter |
| own | what the team added, of any of the three kinds | its own id |

An id names no step: when new answers plan the same action for another level, what the team noted goes with it. An
entry whose action the plan no longer has stays in the register, with no wave. Own rule.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessment.domain.answered.actions import OWN_PREFIX, ActionKind, PlannedAction
from assessment.domain.answered.assessment import Assessment
from assessment.domain.planning.results import FirstAction, Roadmap, Step
from assessment.domain.rating.scale import CODE_BY_LETTER

ID_LENGTH = 160
_HASH_LENGTH = 8
_OWNER = "owner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Advised:
    """An action that the framework advises in a step: `advice` says what, of evidence its `evidence` alone counts."""

    id: str
    kind: ActionKind
    advice: FirstAction


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterAction:
    """One action of the register.

    `step` is the planned step it belongs to, None where the plan no longer has it; `advised` what the framework says,
    None for one of the team's own and for one that is planned no more; `entry` what the team made of it, None where
    nobody touched it.
    """

    id: str
    process_id: str
    to_level: int
    kind: ActionKind
    step: Step | None
    advised: Advised | None
    entry: PlannedAction | None

    @property
    def is_own(self) -> bool:
        """Whether the team added it."""
        return is_own(self.id)

    @property
    def is_struck(self) -> bool:
        """Whether the team struck it: listed apart, and restorable."""
        return self.entry is not None and self.entry.is_struck

    @property
    def is_reworded(self) -> bool:
        """Whether the team says it in other words than the framework."""
        return not self.is_own and self.entry is not None and self.entry.text is not None

    @property
    def is_planned(self) -> bool:
        """Whether it belongs to a step of the plan, be it funded or not."""
        return self.step is not None and (self.is_own or self.advised is not None)


def is_own(action_id: str) -> bool:
    """Whether an action of this id was added by the team."""
    return action_id.startswith(OWN_PREFIX)


def action_id(process_id: str, kind: ActionKind, subject: str) -> str:
    """The id of an action that a framework advises, at most 160 characters; the end of a long one is a hash.

    >>> action_id("incident", ActionKind.FIRST, "control.2")
    'incident.first.control.2'
    >>> len(action_id("i" * 80, ActionKind.FIRST, "c" * 80))
    160
    """
    whole = f"{process_id}.{kind}.{subject}"
    if len(whole) <= ID_LENGTH and not is_own(whole):
        return whole
    digits = hashlib.sha256(whole.encode()).hexdigest()[:_HASH_LENGTH]
    return f"x.{whole[: ID_LENGTH - _HASH_LENGTH - 3]}.{digits}"


def advised_actions(step: Step) -> tuple[Advised, ...]:
    """What the framework advises in a step, in the order of a register: before, first, evidence."""
    found: list[Advised] = []
    taken: dict[str, int] = {}
    for kind, advice in _advice_of(step):
        own_id = action_id(step.process_id, kind, _subject(advice))
        taken[own_id] = taken.get(own_id, 0) + 1
        if taken[own_id] > 1:  # a framework may advise two actions for one letter
            own_id = action_id(step.process_id, kind, f"{_subject(advice)}.{taken[own_id]}")
        found.append(Advised(id=own_id, kind=kind, advice=advice))
    return tuple(found)


def register_of(assessment: Assessment, roadmap: Roadmap) -> tuple[RegisterAction, ...]:
    """Every action, by wave and step; of a step what comes before, first actions, evidence, own ones last of each kind.

    Then those of steps that are not funded, then those that the plan no longer has. Struck ones stand in their place.
    """
    found = [action for step in roadmap.steps for action in actions_of(assessment, step)]
    seen = {action.id for action in found}
    left = (entry for entry in assessment.actions if entry.id not in seen)
    return (*found, *(_stray(entry) for entry in sorted(left, key=_place)))


def is_default(entry: PlannedAction) -> bool:
    """Whether an entry says nothing beyond what the framework advises, so that it need not be kept."""
    if is_own(entry.id):
        return False
    return entry == PlannedAction(id=entry.id, process_id=entry.process_id, to_level=entry.to_level, kind=entry.kind)


def _advice_of(step: Step) -> Iterator[tuple[ActionKind, FirstAction]]:
    for advice in step.first_actions:
        yield (ActionKind.BEFORE if advice.prepares else ActionKind.FIRST), advice
    for advice in step.last_actions:
        yield ActionKind.EVIDENCE, advice


def _subject(advice: FirstAction) -> str:
    if advice.action is not None:
        return f"{advice.attribute_id}.{CODE_BY_LETTER[advice.action.to]}"
    return advice.question_id or _OWNER


def actions_of(assessment: Assessment, step: Step) -> tuple[RegisterAction, ...]:
    """The actions of one step, struck ones in their place."""
    return tuple(_of_step(step, {entry.id: entry for entry in assessment.actions}))


def _of_step(step: Step, entries: Mapping[str, PlannedAction]) -> Iterator[RegisterAction]:
    advised = advised_actions(step)
    own = [
        entry
        for entry in entries.values()
        if is_own(entry.id) and entry.process_id == step.process_id
        if step.from_level < entry.to_level <= step.to_level
    ]
    for kind in ActionKind:
        for one in advised:
            if one.kind is kind:
                yield _action(step, one.id, kind, one, entries.get(one.id))
        for entry in own:
            if entry.kind is kind:
                yield _action(step, entry.id, kind, None, entry)


def _action(
    step: Step, own_id: str, kind: ActionKind, advised: Advised | None, entry: PlannedAction | None
) -> RegisterAction:
    return RegisterAction(
        id=own_id,
        process_id=step.process_id,
        to_level=step.to_level,
        kind=kind,
        step=step,
        advised=advised,
        entry=entry,
    )


def _stray(entry: PlannedAction) -> RegisterAction:
    return RegisterAction(
        id=entry.id,
        process_id=entry.process_id,
        to_level=entry.to_level,
        kind=entry.kind,
        step=None,
        advised=None,
        entry=entry,
    )


def _place(entry: PlannedAction) -> tuple[str, int, int, str]:
    return entry.process_id, entry.to_level, tuple(ActionKind).index(entry.kind), entry.id
