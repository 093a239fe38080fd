"""A draft while it is being changed: the one door through which entries get to the disk, and what it refuses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from assessment.domain.answered.assessment import AgreedValue, Rating, Respondent
from assessment.domain.answered.entries import AssessmentModel
from assessment.domain.answered.workshop import VoteRound
from assessment.domain.authored.framework import Framework, Horizon
from assessment.domain.rating.consensus import choice_counts, needs_reason
from assessment.domain.workshop.hands import counted_answers, newest_typed_round
from assessment.errors import InvalidInput, NotAvailable
from assessment.services.limits import COUNTED_KINDS, excess, text_excess
from assessment.services.references import FrameworkCheck
from assessment.services.validation import validated
from assessment.store import StoredHeader, Writer, text_length


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An assessment being changed: nobody else writes to it until the transaction ends."""

    writer: Writer
    stored: StoredHeader
    framework: Framework

    def put(self, entry: AssessmentModel, expected_version: int | None = None) -> tuple[int, datetime]:
        """Store an entry in place of the one with its ids; returns its version and the time of its last change.

        Raises InvalidInput for one that breaks its own rules, does not fit the framework or answers what is not asked,
        NotAvailable for one of somebody who is not there, Outdated when another was saved since `expected_version`.
        """
        stored = self._stored(entry, expected_version)
        self.require_room(entry)
        return stored

    def put_all(self, entries: Sequence[AssessmentModel]) -> None:
        """Store many entries in their order; whether there is room for all of them is looked at once, at the end.

        Raises what `put` raises, and stores nothing then.
        """
        for entry in entries:
            self._stored(entry, None)
        for entry in {(type(one), text_length(one) > 0): one for one in entries}.values():
            self.require_room(entry)

    def _stored(self, entry: AssessmentModel, expected_version: int | None) -> tuple[int, datetime]:
        entry = validated(entry)
        self._require_asked(entry)
        self._require_fit(entry)
        self._require_reason(entry)
        respondent_id = getattr(entry, "respondent_id", None)
        if respondent_id is not None and not self.writer.has_respondent(self.stored.header.id, respondent_id):
            raise NotAvailable("This person")
        return self.writer.put(self.stored.header.id, entry, expected_version=expected_version)

    def remove(self, kind: type[AssessmentModel], *key: str, expected_version: int | None = None) -> None:
        """Remove an entry by its ids; removing one that is gone changes nothing. Outdated as for `put`."""
        self.writer.remove(self.stored.header.id, kind, *key, expected_version=expected_version)

    def require_room(self, entry: AssessmentModel) -> None:
        """Raise InvalidInput where the assessment now holds more than it may, and an import of it would take."""
        assessment_id, kind = self.stored.header.id, type(entry)
        if kind in COUNTED_KINDS:
            count = self.writer.count(assessment_id, kind)
            reason = excess(kind, count, self.framework, self.stored.header.depth)
            if reason is not None:
                raise InvalidInput("Assessment", reason, "Remove another one first, or begin a second assessment.")
        if text_length(entry):
            reason = text_excess(self.writer.text_length(assessment_id))
            if reason is not None:
                raise InvalidInput("Assessment", reason, "Shorten this one, or begin a second assessment.")

    def _require_fit(self, entry: AssessmentModel) -> None:
        """Raise InvalidInput for an id that is not in the framework, or among those present but nobody's."""
        people = None
        if isinstance(entry, AgreedValue) and entry.present_ids:
            people = {key[0] for key in self.writer.versions(self.stored.header.id, Respondent)}
        depth = self.stored.header.depth
        FrameworkCheck(framework=self.framework, depth=depth, respondent_ids=people).require(entry)

    def _require_reason(self, entry: AssessmentModel) -> None:
        """Raise InvalidInput for an agreed value that differs from what people answered, and nobody said why."""
        if not isinstance(entry, AgreedValue) or entry.note or entry.answer.reason:
            return
        ratings = self.writer.entries(self.stored.header.id, Rating, item_id=(entry.item_id,))
        answers = [one.entry.answer for one in ratings if one.entry.horizon is entry.horizon]
        if needs_reason(entry.answer, choice_counts(answers) if answers else self._counted(entry)):
            reason = "it is two steps or more from what people answered, and has no reason"
            raise InvalidInput("The agreement", reason, "Write the reason.")

    def _counted(self, value: AgreedValue) -> tuple[int, ...]:
        """What the newest show of hands or reading of paper counted of an item; nobody where there is none."""
        found = self.writer.entries(self.stored.header.id, VoteRound, item_id=value.item_id)
        newest = newest_typed_round((one.entry for one in found), value.item_id, value.horizon)
        return choice_counts(()) if newest is None else counted_answers(newest)

    def _require_asked(self, entry: AssessmentModel) -> None:
        """Raise InvalidInput for an item out of scope, and for a to-be answer where only the as-is is asked."""
        item = self.framework.item_by_id.get(getattr(entry, "item_id", ""))
        if item is not None and item.process_id not in self.stored.scope:
            name = self.framework.process_by_id[item.process_id].name
            raise InvalidInput(name, "it is not in the scope of this assessment", "Put it in scope in Set-up first.")
        is_to_be = isinstance(entry, Rating) and entry.horizon is Horizon.TO_BE
        if is_to_be and not self.stored.header.asks_to_be:
            raise InvalidInput("Answer", "this assessment does not ask for the to-be", "Switch it on in Set-up first.")
