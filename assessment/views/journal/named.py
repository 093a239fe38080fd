"""What the ids of an entry are called. An id that nothing has any more is said in words, or stands as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from assessment.domain.authored.framework import Framework, Horizon
from assessment.domain.journal import INSTALLATION, ITSELF, ChainNames, JournalNames, Recorded
from assessment.views.commentary.places import place_name
from assessment.views.names import attribute_name, item_name, people_names, process_name
from assessment.views.wording import journal as words
from assessment.views.wording.numbers import listed
from assessment.views.wording.pages.roadmap import linkage as linkage_ends
from assessment.views.wording.register import level_step
from assessment.views.wording.terms import HORIZONS

LOCAL_ID = "local"
ThingT = TypeVar("ThingT")
_KEYS: Mapping[str, tuple[str, ...]] = {
    "respondent": ("respondent",),
    "assignment": ("respondent", "process"),
    "answer": ("respondent", "item", "horizon"),
    "agreed value": ("item", "horizon"),
    "note": ("respondent", "item", "kind"),
    "flag": ("item",),
    "feedback": ("respondent", "item"),
    "opinion": ("respondent", "process"),
    "critical service": ("service",),
    "target": ("process",),
    "owner": ("process",),
    "readiness": ("process", "readiness"),
    "technology": ("process",),
    "sourcing": ("process",),
    "linkage rating": ("linkage",),
    "transition": ("transition",),
    "own text": ("place",),
    "agenda slot": ("process",),
    "step": ("process", "landing"),
    "round of votes": ("item", "horizon"),
}
_ORDER = (
    "process",
    "landing",
    "item",
    "readiness",
    "linkage",
    "transition",
    "place",
    "service",
    "horizon",
    "respondent",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Names for the entries of one chain; `people` are those who answer, by id."""

    names: JournalNames
    chain: ChainNames | None
    people: Mapping[str, str]

    @property
    def framework(self) -> Framework | None:
        """What the assessment answers now; None for the installation's own chain."""
        return None if self.chain is None else self.chain.framework

    def thing(self, entry: Recorded) -> str:
        """What an entry is about."""
        parts = dict(zip(_KEYS.get(entry.noun, ()), entry.key, strict=False))
        kind = words.KINDS.get(entry.noun, words.OTHER_KIND)
        if entry.noun == "note":
            kind = words.OF_NOTE.get(parts.get("kind", ""), kind)
        if parts:
            told = [self._part(name, parts[name]) for name in _ORDER if name in parts]
            if "service" in parts and not any(told):  # it is gone: the entry alone knows its name
                told = [str((entry.after or entry.before or {}).get("name", ""))]
            return words.thing(kind, [*self._process_of(parts), *told])
        return words.thing(kind, self._others(entry))

    def person(self, respondent_id: str) -> str:
        """What a person who answers is called; the id where the chain is of no assessment, which knows no people."""
        return self.people.get(respondent_id, respondent_id if self.chain is None else words.PERSON_GONE)

    def name(self, person_id: str) -> str:
        """A name that stands in no entry."""
        return words.NAME_GONE if self.chain is None else self.chain.people.get(person_id, words.NAME_GONE)

    def process(self, process_id: str) -> str:
        """A process."""
        return self._of_framework(process_name, process_id)

    def attributes(self, attribute_ids: Iterable[str]) -> str:
        """Attributes."""
        return listed([self._of_framework(attribute_name, one) for one in attribute_ids])

    def item(self, item_id: str) -> str:
        """A question."""
        return words.quoted(self._of_framework(item_name, item_id))

    def linkage(self, linkage_id: str) -> str:
        """A linkage by its two ends."""
        found = self._found(() if self.framework is None else self.framework.linkages, linkage_id)
        if found is None:
            return linkage_id
        return linkage_ends(*(self.process(end) for end in (found.from_process, found.to_process)))

    def assessment(self, assessment_id: str) -> str:
        """An assessment; the id of one that is gone."""
        chain = self.names.chains.get(assessment_id)
        removed = self.names.things.get(("assessment", assessment_id))
        name = removed if chain is None else chain.header.name
        return assessment_id if name is None else words.quoted(name)

    def account(self, account_id: str) -> str:
        """Who acts."""
        return account_name(self.names, account_id)

    def _part(self, name: str, value: str) -> str:
        framework = self.framework
        match name:
            case "process":
                return self.process(value)
            case "landing":
                return level_step(int(value))
            case "item":
                return self.item(value)
            case "respondent":
                return self.person(value)
            case "horizon":
                return HORIZONS.get(Horizon(value), value) if value in tuple(Horizon) else value
            case "linkage":
                return self.linkage(value)
            case "service":
                return "" if self.chain is None else self.chain.services.get(value, "")
            case "place":
                return value if framework is None else place_name(framework, value)
            case "transition":
                transition = self._found(() if framework is None else framework.transitions, value)
                return value if transition is None else listed([transition.from_name, transition.to_name])
        question = self._found(() if framework is None else framework.readiness, value)
        return value if question is None else words.quoted(question.question)

    def _process_of(self, parts: Mapping[str, str]) -> Iterator[str]:
        """The process of the question that an entry is about."""
        item = None if self.framework is None else self.framework.item_by_id.get(parts.get("item", ""))
        if item is not None:
            yield self.process(item.process_id)

    def _others(self, entry: Recorded) -> Iterator[str]:
        """What tells entries apart that are about no part of an assessment."""
        content = entry.after or entry.before or {}
        match entry.noun:
            case "action":
                yield self.process(str(content.get("process_id", "")))
            case "parked point" | "decision":
                process_id, item_id = content.get("process_id"), content.get("item_id")
                yield self.process(str(process_id)) if process_id else ""
                yield self.item(str(item_id)) if item_id else ""
            case "evidence file":
                yield self.item(str(content.get("item_id", "")))
            case "assessment" if entry.key:
                name = content.get("name")
                yield words.quoted(name) if name else self.assessment(entry.key[0])
            case "account":
                yield self.account(entry.key[0])
            case "access" | "sign-in" if "account" in content:
                yield self.account(str(content["account"]))
            case "benchmark":
                yield words.quoted(self.names.things.get(("organisation", entry.key[0]), entry.key[0]))
            case "organisation" | "unit" | "layout":
                known = self.names.things.get((entry.noun, entry.key[0]))
                yield words.quoted(known or content.get("name") or (entry.before or {}).get("name") or entry.key[0])

    def _of_framework(self, name: Callable[[Framework, str], str], thing_id: str) -> str:
        """The name of something of the framework; its id where the framework no longer has it."""
        if self.framework is None:
            return thing_id
        try:
            return name(self.framework, thing_id)
        except KeyError:
            return thing_id

    @staticmethod
    def _found(things: Iterable[ThingT], thing_id: str) -> ThingT | None:
        return next((one for one in things if getattr(one, "id", None) == thing_id), None)


def named(names: JournalNames, chain_id: str) -> Named:
    """The names for the entries of a chain."""
    chain = None if chain_id == INSTALLATION else names.chains.get(chain_id)
    return Named(names=names, chain=chain, people=people_names(() if chain is None else chain.respondents))


def account_name(names: JournalNames, account_id: str) -> str:
    """Who acts: an account by its name, whoever works on the machine itself, or Plumbline."""
    fixed = {LOCAL_ID: words.LOCAL_USER, ITSELF: words.ITSELF}
    return fixed.get(account_id) or names.accounts.get(account_id, words.ACCOUNT_GONE)


def chain_name(names: JournalNames, chain_id: str) -> str:
    """What an entry belongs to: an assessment by its name, or the installation."""
    if chain_id == INSTALLATION:
        return words.INSTALLATION
    chain = names.chains.get(chain_id)
    return chain_id if chain is None else chain.header.name
