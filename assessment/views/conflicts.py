"""Two people changed one thing: what it is called, and what differs, in the words of the pages and with names.

A text alone stands as it is. Of anything with several fields only those that differ are told, each with its label, so
that a reader compares what there is to compare.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from assessment.domain.answered import assessment as answered
from assessment.domain.answered import evidence, organisation, roadmap_settings, workshop
from assessment.domain.answered.actions import PlannedAction
from assessment.domain.answered.entries import Answer, AssessmentModel
from assessment.domain.answered.plans import SavedPlan
from assessment.domain.answered.running import RunningStep
from assessment.domain.answered.texts import OwnText
from assessment.domain.authored.framework import Framework
from assessment.views.commentary.places import place_name
from assessment.views.names import (
    answer_name,
    attribute_name,
    item_name,
    level_name,
    people_listed,
    people_names,
    process_name,
)
from assessment.views.wording import conflicts as words
from assessment.views.wording import register as register_words
from assessment.views.wording import terms
from assessment.views.wording.evidence import SPEAKS
from assessment.views.wording.numbers import bound_text, decimal_text, listed, long_date, whole_text
from assessment.views.wording.pages.roadmap import linkage as linkage_ends
from assessment.views.wording.pages.set_up import point
from assessment.views.wording.plan import pin_place
from assessment.views.wording.steps import points_text
from assessment.views.wording.workshop import agenda as agenda_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """What is needed to name things: the framework, and the people of the assessment."""

    framework: Framework
    respondents: tuple[answered.Respondent, ...]

    def person(self, respondent_id: str) -> str:
        """What a person is called; the id of one who is gone."""
        return people_names(self.respondents).get(respondent_id, respondent_id)

    def thing(self, model: type[AssessmentModel], key: tuple[str, ...], entry: AssessmentModel | None) -> str:
        """What an entry is called in a sentence."""
        named = dict(zip(_KEYS[model], key, strict=True))
        kind = words.KINDS[model.__name__] if "kind" not in named else words.TEXTS[named["kind"]]
        if model is answered.Respondent:
            return words.called(kind, self.person(key[0]))
        if isinstance(entry, answered.CriticalService | evidence.EvidenceFile | SavedPlan):
            return words.called(kind, entry.name)
        if isinstance(entry, PlannedAction):
            return words.of_process(kind, process_name(self.framework, entry.process_id))
        if isinstance(entry, workshop.Decision | workshop.ParkedPoint):
            return self._noted(kind, entry)
        if "respondent_id" in named:
            kind = words.of_person(kind, self.person(named["respondent_id"]))
        if "item_id" in named:
            return words.of_item(kind, item_name(self.framework, named["item_id"]))
        if "process_id" in named:
            return words.of_process(kind, process_name(self.framework, named["process_id"]))
        if "place_id" in named:
            return words.called(kind, place_name(self.framework, named["place_id"]))
        if "linkage_id" in named:
            return words.called(kind, self.linkage(named["linkage_id"]))
        if "transition_id" in named:
            ends = {one.id: (one.from_name, one.to_name) for one in self.framework.transitions}
            return words.called(kind, listed(ends[named["transition_id"]]))
        return kind

    def _noted(self, kind: str, entry: workshop.Decision | workshop.ParkedPoint) -> str:
        """What was written down in a workshop, by what it is about."""
        if isinstance(entry, workshop.Decision):
            kind = words.NOTED[entry.kind]
        elif entry.item_id is not None:
            return words.of_item(kind, item_name(self.framework, entry.item_id))
        return (
            kind if entry.process_id is None else words.of_process(kind, process_name(self.framework, entry.process_id))
        )

    def linkage(self, linkage_id: str) -> str:
        """A linkage by the names of its two ends."""
        found = next(one for one in self.framework.linkages if one.id == linkage_id)
        return linkage_ends(*(process_name(self.framework, end) for end in (found.from_process, found.to_process)))

    def both(self, theirs: AssessmentModel | None, yours: AssessmentModel | None) -> tuple[str, str]:
        """Both values, each as far as it differs from the other."""
        if theirs is None:
            return words.REMOVED, self._told(yours, None)
        if yours is None:
            return self._told(theirs, None), words.TO_BE_REMOVED
        return self._told(theirs, yours), self._told(yours, theirs)

    def alone(self, entry: AssessmentModel | None) -> str:
        """One value where nothing stands on the other side: what somebody said in it."""
        if entry is None:
            return words.TO_BE_REMOVED
        unsaid = (*_KEYS[type(entry)], *_UNTOLD, "process_id", "to_level", "kind")
        said = {name: getattr(entry, name) for name in type(entry).model_fields if name not in unsaid}
        shown = {name: value for name, value in said.items() if value not in (None, (), "") and value is not False}
        return str(shown["text"]) if tuple(shown) == ("text",) else self._lines(shown, type(entry).__name__)

    def fields(self, theirs: Mapping[str, Any], yours: Mapping[str, Any]) -> tuple[str, str]:
        """Both values of the fields of a header, or of the scope under "scope"."""
        return self._lines(theirs), self._lines(yours)

    def _told(self, entry: AssessmentModel | None, other: AssessmentModel | None) -> str:
        if entry is None:
            return words.TO_BE_REMOVED
        model = type(entry)
        values = {name: getattr(entry, name) for name in model.model_fields if name not in (*_KEYS[model], *_UNTOLD)}
        shown = {
            name: value
            for name, value in values.items()
            if (other is None and value not in (None, (), "")) or (other is not None and getattr(other, name) != value)
        }
        if tuple(shown) == ("text",):
            return str(shown["text"])
        return self._lines(shown, model.__name__) or words.NOTHING

    def _lines(self, values: Mapping[str, Any], model: str = "") -> str:
        return "\n".join(
            words.labelled(words.label(name, model), self._value(name, value) or words.NOTHING)
            for name, value in values.items()
        )

    def _value(self, name: str, value: Any) -> str:
        """A value in words: the way of its field where it has one, else of its type."""
        if value is None:
            return ""
        if name in _TELLERS:
            return _TELLERS[name](self, value)
        match value:
            case Answer():
                told = answer_name(self.framework, value.kind, value.code)
                return told if value.reason is None else words.labelled(told, value.reason)
            case bool():
                return words.YES if value else words.NO
            case StrEnum():
                return ENUMS[value]
            case date():
                return long_date(value)
            case float():
                return decimal_text(value, 2)
        return str(value)


def _processes(teller: Teller, ids: Iterable[str]) -> str:
    return listed([process_name(teller.framework, one) for one in ids])


def _pins(teller: Teller, pins: Iterable[roadmap_settings.Pin]) -> str:
    framework = teller.framework
    return listed(
        [words.pin(process_name(framework, one.process_id), one.to_level, pin_place(one.wave)) for one in pins]
    )


def _efforts(teller: Teller, efforts: Iterable[roadmap_settings.EffortOverride]) -> str:
    framework = teller.framework
    return listed(
        [
            words.effort(process_name(framework, one.process_id), one.to_level, points_text(one.point_count))
            for one in efforts
        ]
    )


def _linkages(teller: Teller, linkages: Iterable[roadmap_settings.LinkStrength]) -> str:
    return listed(
        [
            words.linkage(
                teller.linkage(one.linkage_id),
                None if one.strength is None else decimal_text(one.strength, 2),
                one.is_hard,
            )
            for one in linkages
        ]
    )


def _cells(teller: Teller, cells: Iterable[answered.TargetCell]) -> str:
    framework = teller.framework
    return listed(
        [words.cell(attribute_name(framework, one.attribute_id), framework.scale[one.code].name) for one in cells]
    )


def _level(teller: Teller, level: int) -> str:
    return point(level, level_name(teller.framework, level))


_TELLERS: Mapping[str, Callable[[Teller, Any], str]] = {
    "attribute_ids": lambda teller, ids: listed([attribute_name(teller.framework, one) for one in ids]),
    "process_ids": _processes,
    "scope": _processes,
    "present_ids": lambda teller, ids: people_listed(ids, teller.person),
    "respondent_ids": lambda teller, ids: people_listed(ids, teller.person),
    "item_id": lambda teller, item_id: item_name(teller.framework, item_id),
    "code_counts": lambda _, counts: listed([whole_text(one) for one in counts]),
    "cells": _cells,
    "pins": _pins,
    "efforts": _efforts,
    "linkages": _linkages,
    "level": _level,
    "default_target_level": _level,
    "pain": lambda _, code: terms.PAIN_POINTS[code],
    "carry_percent": lambda _, percent: bound_text(percent),
    "capacity": lambda _, counts: listed([whole_text(one) for one in counts]),
    "process_id": lambda teller, process_id: process_name(teller.framework, process_id),
    "mode_id": lambda teller, mode_id: next(one.name for one in teller.framework.sourcing if one.id == mode_id),
}
ENUMS: Mapping[str, str] = {
    str(value): text
    for terms_of_one in (
        terms.ROLES,
        terms.CERTAINTIES,
        terms.FEEDBACK_KINDS,
        terms.NATURES,
        terms.CANDIDATES,
        terms.STATES,
        terms.AUTHORITIES,
        terms.READINESS_STATES,
        register_words.KINDS,
        register_words.STATUSES,
        agenda_words.STATES,
        agenda_words.SOURCES,
        terms.NOTED_KINDS,
        terms.ROOM_KINDS,
    )
    for value, text in terms_of_one.items()
} | {str(way): SPEAKS[way] for way in evidence.Speaks}
_KEYS: Mapping[type[AssessmentModel], tuple[str, ...]] = {
    answered.Respondent: ("id",),
    answered.Assignment: ("respondent_id", "process_id"),
    answered.Rating: ("respondent_id", "item_id", "horizon"),
    answered.AgreedValue: ("item_id", "horizon"),
    answered.Note: ("respondent_id", "item_id", "kind"),
    evidence.EvidenceFile: ("id",),
    answered.Flag: ("item_id",),
    answered.Feedback: ("respondent_id", "item_id"),
    answered.Opinion: ("respondent_id", "process_id"),
    answered.CriticalService: ("id",),
    answered.Target: ("process_id",),
    organisation.Owner: ("process_id",),
    organisation.Readiness: ("process_id", "question_id"),
    organisation.Technology: ("process_id",),
    organisation.Sourcing: ("process_id",),
    organisation.LinkageRating: ("linkage_id",),
    organisation.TransitionPlace: ("transition_id",),
    roadmap_settings.RoadmapSettings: (),
    OwnText: ("place_id",),
    PlannedAction: ("id",),
    RunningStep: ("process_id", "to_level"),
    workshop.AgendaSlot: ("process_id",),
    workshop.VoteRound: ("item_id", "horizon", "number"),
    workshop.ParkedPoint: ("id",),
    workshop.Decision: ("id",),
    workshop.HeldSession: ("id",),
    SavedPlan: ("id",),
}
_UNTOLD = (
    *("facts_hash", "saved_at", "saved_by", "revision", "state_hash"),
    *("settings", "steps", "at_target_counts", "process_count"),
)
"""What the product notes beside what people wrote: a reader has nothing to compare in it."""
