"""Does what an entry or a scope refers to exist? Every id resolves in the framework, an item is asked at the depth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from functools import singledispatch

from assessment.domain.answered import assessment as ratings
from assessment.domain.answered import evidence, organisation, roadmap_settings, texts, workshop
from assessment.domain.answered.entries import AssessmentModel
from assessment.domain.authored.framework import Depth, Framework, Horizon, Item
from assessment.errors import InvalidInput
from assessment.services.validation import Refusal


@dataclass(frozen=True, kw_only=True)
class FrameworkCheck:
    """Checks entries against a framework at a depth; `respondent_ids` None leaves respondents unchecked."""

    framework: Framework
    depth: Depth
    respondent_ids: Set[str] | None = None
    _asked: dict[tuple[str, Horizon], frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    def refusals(self, entry: AssessmentModel) -> Iterator[Refusal]:
        """Everything in an entry that does not resolve; `where` is a path inside the entry."""
        fields = vars(entry)
        yield from self.respondent_refusals(fields.get("respondent_id"), "respondent_id")
        yield from self.process_refusals(fields.get("process_id"), "process_id")
        yield from _own_references(entry, self)

    def require(self, entry: AssessmentModel) -> None:
        """Raise InvalidInput for the first thing that does not resolve."""
        for refusal in self.refusals(entry):
            raise InvalidInput(refusal.where.replace("_", " "), refusal.reason, refusal.remedy)

    def respondent_refusals(self, respondent_id: str | None, where: str) -> Iterator[Refusal]:
        """Somebody who is not among the respondents, where those are known."""
        if respondent_id is not None and self.respondent_ids is not None and respondent_id not in self.respondent_ids:
            reason = f"there is no respondent '{respondent_id}'"
            yield Refusal(where=where, reason=reason, remedy="Add the person first.")

    def process_refusals(self, process_id: str | None, where: str) -> Iterator[Refusal]:
        """A process that the framework does not have."""
        if process_id is not None and process_id not in self.framework.process_by_id:
            yield _unknown(where, process_id, f"process of {self.framework.name}")

    def attribute_refusals(self, attribute_id: str, where: str) -> Iterator[Refusal]:
        """An attribute that the framework does not have."""
        if attribute_id not in self.framework.attribute_by_id:
            yield _unknown(where, attribute_id, f"attribute of {self.framework.name}")

    def item_refusals(self, item_id: str, horizon: Horizon | None = None) -> Iterator[Refusal]:
        """An item that the framework does not have, or does not ask for the horizon at the depth."""
        item = self.framework.item_by_id.get(item_id)
        if item is None:
            yield _unknown("item_id", item_id, f"item of {self.framework.name}")
        elif horizon is not None and not self._asks(item, horizon):
            yield Refusal(
                where="item_id",
                reason=f"'{item_id}' is not asked for the {horizon} at {self.depth} depth",
                remedy="Answer one of the items that are asked.",
            )

    def _asks(self, item: Item, horizon: Horizon) -> bool:
        place = (item.process_id, horizon)
        if place not in self._asked:
            self._asked[place] = frozenset(one.id for one in self.framework.items(item.process_id, self.depth, horizon))
        return item.id in self._asked[place]

    def linkage_refusals(self, linkage_id: str, where: str) -> Iterator[Refusal]:
        """A linkage that the framework does not have."""
        if linkage_id not in {linkage.id for linkage in self.framework.linkages}:
            yield _unknown(where, linkage_id, f"linkage of {self.framework.name}")


@singledispatch
def _own_references(entry: AssessmentModel, check: FrameworkCheck) -> Iterator[Refusal]:
    """What only this kind of entry refers to."""
    del entry, check
    yield from ()


@_own_references.register
def _(entry: ratings.Assignment, check: FrameworkCheck) -> Iterator[Refusal]:
    for index, attribute_id in enumerate(entry.attribute_ids):
        yield from check.attribute_refusals(attribute_id, f"attribute_ids[{index}]")
    if len(set(entry.attribute_ids)) < len(entry.attribute_ids):
        yield Refusal(where="attribute_ids", reason="an attribute is named twice", remedy="Name each once.")


@_own_references.register
def _(entry: ratings.Rating, check: FrameworkCheck) -> Iterator[Refusal]:
    yield from check.item_refusals(entry.item_id, entry.horizon)


@_own_references.register
def _(entry: ratings.AgreedValue, check: FrameworkCheck) -> Iterator[Refusal]:
    yield from check.item_refusals(entry.item_id, entry.horizon)
    for index, respondent_id in enumerate(entry.present_ids):
        yield from check.respondent_refusals(respondent_id, f"present_ids[{index}]")


@_own_references.register
def _(entry: ratings.Note, check: FrameworkCheck) -> Iterator[Refusal]:
    yield from check.item_refusals(entry.item_id)


@_own_references.register
def _(entry: evidence.EvidenceFile, check: FrameworkCheck) -> Iterator[Refusal]:
    yield from check.item_refusals(entry.item_id)


@_own_references.register
def _(entry: texts.OwnText, check: FrameworkCheck) -> Iterator[Refusal]:
    kind, _, subject = entry.place_id.partition(":")
    if kind == "process" and subject:
        yield from check.process_refusals(subject, "place_id")
    elif kind == "group" and subject not in {group.id for group in check.framework.groups}:
        yield _unknown("place_id", subject, f"group of {check.framework.name}")


@_own_references.register
def _(entry: ratings.Feedback, check: FrameworkCheck) -> Iterator[Refusal]:
    yield from check.item_refusals(entry.item_id)


@_own_references.register
def _(entry: workshop.VoteRound, check: FrameworkCheck) -> Iterator[Refusal]:
    yield from check.item_refusals(entry.item_id, entry.horizon)


@_own_references.register
def _(entry: workshop.ParkedPoint, check: FrameworkCheck) -> Iterator[Refusal]:
    if entry.item_id is not None:
        yield from check.item_refusals(entry.item_id)


@_own_references.register
def _(entry: workshop.HeldSession, check: FrameworkCheck) -> Iterator[Refusal]:
    for index, respondent_id in enumerate(entry.respondent_ids):
        yield from check.respondent_refusals(respondent_id, f"respondent_ids[{index}]")


@_own_references.register
def _(entry: ratings.Flag, check: FrameworkCheck) -> Iterator[Refusal]:
    yield from check.item_refusals(entry.item_id)


@_own_references.register
def _(entry: ratings.CriticalService, check: FrameworkCheck) -> Iterator[Refusal]:
    for index, process_id in enumerate(entry.process_ids):
        yield from check.process_refusals(process_id, f"process_ids[{index}]")
    if len(set(entry.process_ids)) < len(entry.process_ids):
        yield Refusal(where="process_ids", reason="a process is named twice", remedy="Name each once.")


@_own_references.register
def _(entry: ratings.Target, check: FrameworkCheck) -> Iterator[Refusal]:
    for index, cell in enumerate(entry.cells):
        yield from check.attribute_refusals(cell.attribute_id, f"cells[{index}].attribute_id")
    if len({cell.attribute_id for cell in entry.cells}) < len(entry.cells):
        yield Refusal(where="cells", reason="an attribute has two values", remedy="Give each one value.")


@_own_references.register
def _(entry: organisation.Readiness, check: FrameworkCheck) -> Iterator[Refusal]:
    if entry.question_id not in {question.id for question in check.framework.readiness}:
        yield _unknown("question_id", entry.question_id, f"readiness question of {check.framework.name}")


@_own_references.register
def _(entry: organisation.Sourcing, check: FrameworkCheck) -> Iterator[Refusal]:
    if entry.mode_id not in {choice.id for choice in check.framework.sourcing}:
        yield _unknown("mode_id", entry.mode_id, f"sourcing choice of {check.framework.name}")


@_own_references.register
def _(entry: organisation.LinkageRating, check: FrameworkCheck) -> Iterator[Refusal]:
    yield from check.linkage_refusals(entry.linkage_id, "linkage_id")


@_own_references.register
def _(entry: organisation.TransitionPlace, check: FrameworkCheck) -> Iterator[Refusal]:
    if entry.transition_id not in {transition.id for transition in check.framework.transitions}:
        yield _unknown("transition_id", entry.transition_id, f"transition of {check.framework.name}")


@_own_references.register
def _(entry: roadmap_settings.RoadmapSettings, check: FrameworkCheck) -> Iterator[Refusal]:
    for index, pin in enumerate(entry.pins):
        yield from check.process_refusals(pin.process_id, f"pins[{index}].process_id")
    for index, effort in enumerate(entry.efforts):
        yield from check.process_refusals(effort.process_id, f"efforts[{index}].process_id")
    for index, linkage in enumerate(entry.linkages):
        yield from check.linkage_refusals(linkage.linkage_id, f"linkages[{index}].linkage_id")
    steps = {
        "pins": [(pin.process_id, pin.to_level) for pin in entry.pins],
        "efforts": [(effort.process_id, effort.to_level) for effort in entry.efforts],
        "linkages": [(linkage.linkage_id, 0) for linkage in entry.linkages],
    }
    for name, keys in steps.items():
        if len(set(keys)) < len(keys):
            yield Refusal(where=name, reason="a step or linkage is set twice", remedy="Set each once.")


def scope_in_order(framework: Framework, process_ids: Iterable[str] | None) -> tuple[str, ...]:
    """The processes in the model's order; None is all of them. Raises InvalidInput for an unknown one, or for none."""
    order = [process.id for process in framework.processes]
    if process_ids is None:
        return tuple(order)
    chosen = set(process_ids)
    for unknown in sorted(chosen - set(order)):
        raise InvalidInput("Scope", f"'{unknown}' is no process of {framework.name}", "Choose processes of the list.")
    if not chosen:
        raise InvalidInput("Scope", "no process is chosen", "Choose at least one.")
    return tuple(process_id for process_id in order if process_id in chosen)


def _unknown(where: str, given: str, kind: str) -> Refusal:
    return Refusal(where=where, reason=f"'{given}' is no {kind}", remedy="Choose one that is offered.")
