"""Saved plans: the present plan kept under a name, one of them chosen as the plan. Answers given later change none."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from assessment.domain.answered.plans import SavedPlan
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.computed import Computed
from assessment.domain.planning.saved import Saving, chosen_plan, kept_plan
from assessment.errors import Conflict, InvalidInput, NotAvailable
from assessment.services.authority import LOCAL_ACTOR, Permission, Permit, Subject, operation
from assessment.services.computing import Computing
from assessment.services.drafts import Draft
from assessment.services.identity import new_id
from assessment.services.references import FrameworkCheck
from assessment.services.repository import stored_header
from assessment.services.validation import validated
from assessment.views.wording import plans as words

TRIES = 3
"""How often a plan is made anew where answers came in while it was planned."""


class PlanService:
    """The saved plans of an assessment."""

    def __init__(self, computing: Computing) -> None:
        self.rights = computing.repository.rights
        self._computing = computing
        self._repository = computing.repository

    @operation("plans.save", Permission.EDIT, on=Subject.ASSESSMENT)
    def save(self, permit: Permit, assessment_id: str, name: str, *, settings: RoadmapSettings | None = None) -> str:
        """Keep the plan of the assessment as it is now under a name; its id. With `settings`, the plan under these.

        InvalidInput where another plan has the name, or there is nothing to plan; Conflict where the assessment was
        changed again and again meanwhile.
        """
        for _ in range(TRIES - 1):
            with suppress(Conflict):
                return self._keep(permit, assessment_id, name, settings)
        return self._keep(permit, assessment_id, name, settings)

    @operation("plans.rename", Permission.EDIT, on=Subject.ASSESSMENT)
    def rename(
        self, permit: Permit, assessment_id: str, plan_id: str, name: str, *, expected_version: int | None = None
    ) -> int:
        """Call a plan otherwise; its new version.

        Conflict where it was changed since `expected_version`, InvalidInput where another one has the name,
        NotAvailable where it is not there.
        """
        with self._repository.changing(permit, assessment_id) as draft:
            plan = validated(_found(draft, plan_id).model_copy(update={"name": name}))
            _require_other_names(draft, plan)
            version, _ = draft.put(plan, expected_version)
        return version

    @operation("plans.choose", Permission.EDIT, on=Subject.ASSESSMENT)
    def choose(self, permit: Permit, assessment_id: str, plan_id: str | None, *, seen_id: str | None) -> None:
        """Make a saved plan the plan, in place of `seen_id`, the one that was the plan so far; None for none.

        Conflict where another one was chosen meanwhile, NotAvailable where the plan is not there.
        """
        with self._repository.changing(permit, assessment_id) as draft:
            plans = [one.entry for one in draft.writer.entries(assessment_id, SavedPlan)]
            wanted = None if plan_id is None else _found(draft, plan_id)
            present = chosen_plan(plans)
            if (None if present is None else present.id) != seen_id:
                theirs, yours = (words.NO_PLAN if one is None else one.name for one in (present, wanted))
                raise Conflict(words.WHICH_IS_THE_PLAN, theirs, yours, draft.stored.revision)
            for plan in plans:
                if plan.is_chosen != (plan.id == plan_id):
                    draft.put(plan.model_copy(update={"is_chosen": plan.id == plan_id}))

    @operation("plans.remove", Permission.EDIT, on=Subject.ASSESSMENT)
    def remove(self, permit: Permit, assessment_id: str, plan_id: str, *, expected_version: int | None = None) -> None:
        """Remove a saved plan; one that is gone already is no error.

        InvalidInput for the chosen one, Conflict where it was changed since `expected_version`.
        """
        with self._repository.changing(permit, assessment_id) as draft:
            stored = draft.writer.find(assessment_id, SavedPlan, plan_id)
            if stored is not None and stored.entry.is_chosen:
                raise InvalidInput(words.called(stored.entry.name), words.IS_THE_PLAN, words.CHOOSE_ANOTHER)
            draft.remove(SavedPlan, plan_id, expected_version=expected_version)

    @operation("plans.versions", Permission.READ, on=Subject.ASSESSMENT)
    def versions(self, permit: Permit, assessment_id: str) -> Mapping[str, int]:
        """The version of each saved plan by its id; for `expected_version`."""
        del permit
        with self._repository.store.reading() as reader:
            stored_header(reader, assessment_id)
            return {key[0]: version for key, version in reader.versions(assessment_id, SavedPlan).items()}

    def _keep(self, permit: Permit, assessment_id: str, name: str, settings: RoadmapSettings | None) -> str:
        """Plan while nobody waits, then store it on the state that was planned; Conflict where it moved on."""
        state, stored = self._computing.compute_state(assessment_id)
        computed = stored if settings is None else self._under(stored, assessment_id, settings)
        if not computed.roadmap.steps:
            raise InvalidInput(words.A_PLAN, words.NOTHING_PLANNED, words.ANSWER_FIRST)
        saving = Saving(
            at=self._repository.store.now(),
            by=None if permit.actor.id == LOCAL_ACTOR.id else permit.actor.name,
            revision=state.revision,
            state_hash=stored.snapshot_hash,
        )
        plan = validated(kept_plan(computed, new_id(), name, saving))
        with self._repository.changing(permit, assessment_id) as draft:
            draft.writer.require_revision(draft.stored, state.revision)
            _require_other_names(draft, plan)
            draft.put(plan, 0)
        return plan.id

    def _under(self, stored: Computed, assessment_id: str, settings: RoadmapSettings) -> Computed:
        """What the assessment comes to under other settings, which fit its framework."""
        settings = validated(settings)
        FrameworkCheck(framework=stored.framework, depth=stored.assessment.header.depth).require(settings)
        return self._computing.preview(assessment_id, settings)


def _found(draft: Draft, plan_id: str) -> SavedPlan:
    stored = draft.writer.find(draft.stored.header.id, SavedPlan, plan_id)
    if stored is None:
        raise NotAvailable("This plan")
    return stored.entry


def _require_other_names(draft: Draft, plan: SavedPlan) -> None:
    """Raise InvalidInput where another plan has the name, in whatever spelling of capitals."""
    for one in draft.writer.entries(draft.stored.header.id, SavedPlan):
        if one.entry.id != plan.id and one.entry.name.casefold() == plan.name.casefold():
            raise InvalidInput(words.A_PLAN, words.name_taken(one.entry.name), words.OTHER_NAME)
