"""A plan that is run: what is entered of each step, and what is due as a calendar."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from assessment.domain.answered.running import RunningStep
from assessment.domain.planning.running import StepKey, is_closed_unseen, says_nothing
from assessment.errors import InvalidInput
from assessment.services.authority import Permission, Permit, Subject, operation
from assessment.services.computing import Computing
from assessment.services.drafts import Draft
from assessment.services.repository import stored_header
from assessment.services.validation import validated
from assessment.views.board.calendar import calendar_view
from assessment.views.wording import board as words
from assessment.views.wording.register import DONE_ON_COLUMN

_FURTHEST_AHEAD = timedelta(hours=14)
"""How far the clocks of the earliest time zone are ahead of UTC."""


class RunningService:
    """Steps of the plan as they are carried out."""

    def __init__(self, computing: Computing) -> None:
        self.rights = computing.repository.rights
        self._computing = computing
        self._repository = computing.repository

    @operation("running.save", Permission.EDIT, on=Subject.ASSESSMENT)
    def save(
        self, permit: Permit, assessment_id: str, step: RunningStep, day: date, *, expected_version: int | None = None
    ) -> int:
        """Keep who has a step, its days, how far it is and what was seen of it. Returns the new version.

        One that says nothing is not kept: its version is 0, as before it was touched. InvalidInput for one that is
        done without a word on what was seen, or on a day after `day`. Conflict when another was saved since
        `expected_version`, 0 for one that nobody touched.
        """
        require_seen(step, day)
        with self._repository.changing(permit, assessment_id) as draft:
            return put_step(draft, step, expected_version)

    @operation("running.versions", Permission.READ, on=Subject.ASSESSMENT)
    def versions(self, permit: Permit, assessment_id: str) -> Mapping[StepKey, int]:
        """The version of each step that was touched; for `save(..., expected_version=)`."""
        del permit
        with self._repository.store.reading() as reader:
            stored_header(reader, assessment_id)
            found = reader.versions(assessment_id, RunningStep)
        return {(process_id, int(to_level)): version for (process_id, to_level), version in found.items()}

    @operation("running.calendar", Permission.RESULTS, on=Subject.ASSESSMENT)
    def calendar(self, permit: Permit, assessment_id: str, day: date) -> bytes:
        """What is due, as an iCalendar file; InvalidInput where nothing has a day."""
        from assessment.reporting.calendar import calendar_bytes  # read when the first file is asked for

        del permit
        view = calendar_view(self._computing.compute(assessment_id).told, day)
        if not view.entries:
            raise InvalidInput(words.CALENDAR, words.NO_DAY_SET, words.SET_A_DAY)
        return calendar_bytes(view)


def latest_day(now: datetime) -> date:
    """The latest day that it is anywhere: what is done there today may be read back here."""
    return (now + _FURTHEST_AHEAD).date()


def require_seen(step: RunningStep, day: date) -> None:
    """Raise InvalidInput for a step that is done unseen, or on a day that has not come."""
    if step.done_on is not None and step.done_on > day:
        raise InvalidInput(DONE_ON_COLUMN, words.NOT_YET, words.CHOOSE_A_PAST_DAY)
    if is_closed_unseen(step):
        raise InvalidInput(words.EVIDENCE_COLUMN, words.UNSEEN, words.SAY_WHAT_WAS_SEEN)


def put_step(draft: Draft, step: RunningStep, expected_version: int | None) -> int:
    """Store what was entered of a step, or nothing where it says nothing; returns its version, 0 for nothing."""
    step = validated(step)
    if not says_nothing(step):
        version, _ = draft.put(step, expected_version)
        return version
    draft.remove(RunningStep, step.process_id, str(step.to_level), expected_version=expected_version)
    return 0
