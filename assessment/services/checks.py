"""Does an entry fit the framework its assessment answers? Every id resolves, and an item is asked at this depth."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import singledispatchmethod

from assessment.domain.answered import assessment as ratings
from assessment.domain.answered import organisation, roadmap_settings
from assessment.domain.answered.entries import AssessmentModel
from assessment.domain.authored.framework import Depth, Framework, Horizon
from assessment.errors import InvalidInput
from assessment.services.refusals import Refusal


@dataclass(frozen=True, kw_only=True)
class FrameworkCheck:
    """Checks entries against a framework at a depth; `respondent_ids` None leaves respondents unchecked."""

    framework: Framework
    depth: Depth
    respondent_ids: Set[str] | None = None

    def refusals(self, entry: AssessmentModel) -> Iterator[Refusal]:
        """Everything in an entry that does not resolve; `where` is a path inside the entry."""
        respondent_id = getattr(entry, "respondent_id", None)
        if respondent_id is not None and self.respondent_ids is not None and respondent_id not in self.respondent_ids:
            reason = f"there is no respondent '{respondent_id}'"
            yield Refusal(where="respondent_id", reason=reason, remedy="Add the person first.")
        yield from self._process(getattr(entry, "process_id", None), "process_id")
        yield from self._other(entry)

    def require(self, entry: AssessmentModel) -> None:
        """Raise InvalidInput for the first thing that does not resolve."""
        for refusal in self.refusals(entry):
            raise InvalidInput(refusal.where.replace("_", " "), refusal.reason, refusal.remedy)

    def _process(self, process_id: str | None, where: str) -> Iterator[Refusal]:
        if process_id is not None and process_id not in self.framework.process_by_id:
            yield _unknown(where, process_id, f"process of {self.framework.name}")

    def _attribute(self, attribute_id: str, where: str) -> Iterator[Refusal]:
        if attribute_id not in self.framework.attribute_by_id:
            yield _unknown(where, attribute_id, f"attribute of {self.framework.name}")

    def _item(self, item_id: str, horizon: Horizon | None = None) -> Iterator[Refusal]:
        item = self.framework.item_by_id.get(item_id)
        if item is None:
            yield _unknown("item_id", item_id, f"item of {self.framework.name}")
        elif horizon is not None and item not in self.framework.items(item.process_id, self.depth, horizon):
            yield Refusal(
                where="item_id",
                reason=f"'{item_id}' is not asked for the {horizon} at {self.depth} depth",
                remedy="Answer one of the items that are asked.",
            )

    def _linkage(self, linkage_id: str, where: str) -> Iterator[Refusal]:
        if linkage_id not in {linkage.id for linkage in self.framework.linkages}:
            yield _unknown(where, linkage_id, f"linkage of {self.framework.name}")

    @singledispatchmethod
    def _other(self, entry: AssessmentModel) -> Iterator[Refusal]:
        """What only this kind of entry refers to."""
        del entry
        yield from ()

    @_other.register
    def _(self, entry: ratings.Assignment) -> Iterator[Refusal]:
        for index, attribute_id in enumerate(entry.attribute_ids):
            yield from self._attribute(attribute_id, f"attribute_ids[{index}]")
        if len(set(entry.attribute_ids)) < len(entry.attribute_ids):
            yield Refusal(where="attribute_ids", reason="an attribute is named twice", remedy="Name each once.")

    @_other.register
    def _(self, entry: ratings.Rating) -> Iterator[Refusal]:
        yield from self._item(entry.item_id, entry.horizon)

    @_other.register
    def _(self, entry: ratings.AgreedValue) -> Iterator[Refusal]:
        yield from self._item(entry.item_id, entry.horizon)

    @_other.register
    def _(self, entry: ratings.Note) -> Iterator[Refusal]:
        yield from self._item(entry.item_id)

    @_other.register
    def _(self, entry: ratings.Flag) -> Iterator[Refusal]:
        yield from self._item(entry.item_id)

    @_other.register
    def _(self, entry: ratings.CriticalService) -> Iterator[Refusal]:
        for index, process_id in enumerate(entry.process_ids):
            yield from self._process(process_id, f"process_ids[{index}]")

    @_other.register
    def _(self, entry: ratings.Target) -> Iterator[Refusal]:
        for index, cell in enumerate(entry.cells):
            yield from self._attribute(cell.attribute_id, f"cells[{index}].attribute_id")
        if len({cell.attribute_id for cell in entry.cells}) < len(entry.cells):
            yield Refusal(where="cells", reason="an attribute has two values", remedy="Give each one value.")

    @_other.register
    def _(self, entry: organisation.Readiness) -> Iterator[Refusal]:
        if entry.question_id not in {question.id for question in self.framework.readiness}:
            yield _unknown("question_id", entry.question_id, f"readiness question of {self.framework.name}")

    @_other.register
    def _(self, entry: organisation.Sourcing) -> Iterator[Refusal]:
        if entry.mode_id not in {choice.id for choice in self.framework.sourcing}:
            yield _unknown("mode_id", entry.mode_id, f"sourcing choice of {self.framework.name}")

    @_other.register
    def _(self, entry: organisation.LinkageRating) -> Iterator[Refusal]:
        yield from self._linkage(entry.linkage_id, "linkage_id")

    @_other.register
    def _(self, entry: organisation.TransitionPlace) -> Iterator[Refusal]:
        if entry.transition_id not in {transition.id for transition in self.framework.transitions}:
            yield _unknown("transition_id", entry.transition_id, f"transition of {self.framework.name}")

    @_other.register
    def _(self, entry: roadmap_settings.RoadmapSettings) -> Iterator[Refusal]:
        for index, pin in enumerate(entry.pins):
            yield from self._process(pin.process_id, f"pins[{index}].process_id")
        for index, effort in enumerate(entry.efforts):
            yield from self._process(effort.process_id, f"efforts[{index}].process_id")
        for index, linkage in enumerate(entry.linkages):
            yield from self._linkage(linkage.linkage_id, f"linkages[{index}].linkage_id")
        steps = {
            "pins": [(pin.process_id, pin.to_level) for pin in entry.pins],
            "efforts": [(effort.process_id, effort.to_level) for effort in entry.efforts],
            "linkages": [(linkage.linkage_id, 0) for linkage in entry.linkages],
        }
        for name, keys in steps.items():
            if len(set(keys)) < len(keys):
                yield Refusal(where=name, reason="a step or linkage is set twice", remedy="Set each once.")


def _unknown(where: str, given: str, kind: str) -> Refusal:
    return Refusal(where=where, reason=f"'{given}' is no {kind}", remedy="Choose one that is offered.")
