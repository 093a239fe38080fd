"""The register of actions: what the team makes of the framework's actions, and what it adds."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date

from assessment.domain.answered.actions import OWN_PREFIX, ActionKind, ActionStatus, PlannedAction
from assessment.domain.findings.placing import action_id_of
from assessment.domain.planning.register import is_default
from assessment.errors import InvalidInput
from assessment.services.authority import Permission, Permit, Subject, operation
from assessment.services.drafts import Draft
from assessment.services.identity import new_id
from assessment.services.repository import Repository, stored_header
from assessment.services.running import latest_day
from assessment.services.validation import checked, validated
from assessment.views.wording import board as words
from assessment.views.wording.register import DONE_ON_COLUMN

_ID_DIGITS = 20


class RegisterService:
    """Actions of the roadmap as the team has them."""

    def __init__(self, repository: Repository) -> None:
        self.rights = repository.rights
        self._repository = repository

    @operation("register.save", Permission.EDIT, on=Subject.ASSESSMENT)
    def save(
        self, permit: Permit, assessment_id: str, action: PlannedAction, *, expected_version: int | None = None
    ) -> int:
        """Keep what the team makes of an action: other words, that it is struck or back, who does it until when.

        Returns the new version. One that says nothing beyond the framework is not kept: its version is 0, as before it
        was touched. InvalidInput for one done on a day that has not come anywhere, or that its status contradicts.
        Conflict when another was saved since `expected_version`, 0 for one that nobody touched.
        """
        require_done(action, latest_day(self._repository.store.now()))
        with self._repository.changing(permit, assessment_id) as draft:
            return put_action(draft, action, expected_version)

    @operation("register.add", Permission.EDIT, on=Subject.ASSESSMENT)
    def add(
        self, permit: Permit, assessment_id: str, process_id: str, to_level: int, kind: ActionKind, text: str
    ) -> str:
        """Add an action of the team's own to a step; returns its id."""
        own_id = f"{OWN_PREFIX}{new_id()}"
        action = checked(PlannedAction, id=own_id, process_id=process_id, to_level=to_level, kind=kind, text=text)
        with self._repository.changing(permit, assessment_id) as draft:
            draft.put(action, 0)
        return own_id

    @operation("register.take_up", Permission.EDIT, on=Subject.ASSESSMENT)
    def take_up(
        self,
        permit: Permit,
        assessment_id: str,
        finding_id: str,
        process_id: str,
        to_level: int,
        kind: ActionKind,
        text: str,
    ) -> str:
        """Add what a finding asks for to a step, once; returns the id of the action.

        Asked again it changes nothing: the action stands as the team has it by then, its words and its step too.
        """
        own_id = action_id_of(finding_id)
        action = checked(PlannedAction, id=own_id, process_id=process_id, to_level=to_level, kind=kind, text=text)
        with self._repository.changing(permit, assessment_id) as draft:
            if (own_id,) not in draft.writer.versions(assessment_id, PlannedAction):
                draft.put(action, 0)
        return own_id

    @operation("register.remove", Permission.EDIT, on=Subject.ASSESSMENT)
    def remove(
        self, permit: Permit, assessment_id: str, action_id: str, *, expected_version: int | None = None
    ) -> None:
        """Forget what the team made of an action; one of its own is gone, one of the framework is as it was.

        Removing what is gone changes nothing. Conflict as for `save`.
        """
        with self._repository.changing(permit, assessment_id) as draft:
            draft.remove(PlannedAction, action_id, expected_version=expected_version)

    @operation("register.versions", Permission.READ, on=Subject.ASSESSMENT)
    def versions(self, permit: Permit, assessment_id: str) -> Mapping[str, int]:
        """The version of each action that the team touched, by its id; for `save(..., expected_version=)`."""
        del permit
        with self._repository.store.reading() as reader:
            stored_header(reader, assessment_id)
            return {key[0]: version for key, version in reader.versions(assessment_id, PlannedAction).items()}


def require_done(action: PlannedAction, today: date) -> None:
    """Raise InvalidInput for an action done on a day after `today`, or with a day and another status than done."""
    if action.done_on is not None and action.done_on > today:
        raise InvalidInput(DONE_ON_COLUMN, words.NOT_YET, words.CHOOSE_A_PAST_DAY)
    if is_undone(action):
        raise InvalidInput(DONE_ON_COLUMN, words.DAY_AND_NOT_DONE, words.EMPTY_THE_DAY)


def is_undone(action: PlannedAction) -> bool:
    """Whether an action has a day on which it was done, and a status that says it is not."""
    return action.done_on is not None and action.status not in (None, ActionStatus.DONE)


def own_id_of(process_id: str, kind: ActionKind, text: str) -> str:
    """The id of an action that a sheet adds: the same row read twice adds one action."""
    digits = hashlib.sha256("\n".join((process_id, kind, text)).encode("utf-8", "replace")).hexdigest()
    return f"{OWN_PREFIX}{digits[:_ID_DIGITS]}"


def put_action(draft: Draft, action: PlannedAction, expected_version: int | None) -> int:
    """Store an action, or nothing where it says nothing; returns its version, 0 for nothing."""
    action = validated(action)
    if not is_default(action):
        version, _ = draft.put(action, expected_version)
        return version
    draft.remove(PlannedAction, action.id, expected_version=expected_version)
    return 0
