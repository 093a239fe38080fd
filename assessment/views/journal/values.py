"""What an entry was before and after: the fields that differ, each under its label, with names in place of ids."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from assessment.domain.answered.entries import AnswerKind
from assessment.domain.answered.kept_out import read_kept_out
from assessment.domain.journal import Recorded
from assessment.views.conflicts import ENUMS
from assessment.views.journal.named import Named
from assessment.views.names import answer_name, level_name, people_listed
from assessment.views.wording import bin as bin_words
from assessment.views.wording import claims as claim_words
from assessment.views.wording import conflicts as conflict_words
from assessment.views.wording import erasing as erasing_words
from assessment.views.wording import journal as words
from assessment.views.wording.layouts import FIELDS as LAYOUT_FIELDS
from assessment.views.wording.numbers import bound_text, decimal_text, listed, long_date, whole_text
from assessment.views.wording.pages.set_up import point
from assessment.views.wording.plan import pin_place
from assessment.views.wording.steps import points_text
from assessment.views.wording.terms import DEPTHS, IMPORTANCE_POINTS, PAIN_POINTS

Content = Mapping[str, Any]
_ANSWER = ("answer_kind", "answer_code", "answer_reason")
_UNTOLD = frozenset({"facts_hash", "content_hash", "id", "saved_at", "settings", "state_hash"})
_OF_PROCESS = ("assignment", "opinion", "target", "owner", "readiness", "technology", "sourcing", "agenda slot", "step")
_KEYS = frozenset({"respondent_id", "item_id", "horizon", "question_id", "linkage_id", "transition_id", "place_id"})
"""Fields that say what the entry is about, which is told already."""
_TOLD = frozenset(
    {("note", "kind"), ("step", "to_level"), ("erasure", "person"), *((noun, "process_id") for noun in _OF_PROCESS)}
)
"""Fields of some kinds that say so too."""
_MODELS: Mapping[str, str] = {"action": "PlannedAction", "agenda slot": "AgendaSlot", "step": "RunningStep"}
"""Kinds some of whose fields are called otherwise than in others."""
_ABOUT_OTHERS = frozenset({"access"})
"""Kinds in which these fields are the content."""
_SHORT_HASH = 12
_SETTINGS = "settings_"
"""Begins the settings that a plan was saved with: the page that shows the plan shows them."""


def before_and_after(entry: Recorded, named: Named) -> tuple[str, str]:
    """Both sides of an entry in words."""
    before, after = _flat(entry.before), _flat(entry.after)
    if entry.before is not None and entry.after is not None:
        if "scope" in before and "scope" in after:
            was, now = before.pop("scope"), after.pop("scope")
            before["scope_out"] = [one for one in was if one not in now]
            after["scope_in"] = [one for one in now if one not in was]
        differing = {name for name in {*before, *after} if before.get(name) != after.get(name)}
        differing |= {name for name in _ANSWER if differing & {*_ANSWER}}
        before, after = ({name: one[name] for name in one if name in differing} for one in (before, after))
    old, new = (words.together(_lines(entry.noun, one, named)) for one in (before, after))
    return (
        words.NOTHING if entry.before is None else old or words.NOTHING,
        (words.GONE if entry.before is not None else words.NOTHING) if entry.after is None else new or words.NOTHING,
    )


def _flat(content: Content | None) -> dict[str, Any]:
    """The fields of an entry; a person with what went along, an assessment with what it began with, as counts."""
    if content is None:
        return {}
    if "respondents" in content:
        (person, *_) = content["respondents"]
        counts = {field: len(found) for field, found in content.items() if field != "respondents"}
        return {**person, "goes": counts}
    if "header" in content:
        counts = {"scope": len(content.get("scope", ())), **content.get("counts", {})}
        return {**content["header"], "counts": counts}
    return dict(content)


def _lines(noun: str, content: Content, named: Named) -> Iterator[str]:
    if _ANSWER[0] in content:
        answer = _answer(content, named)
        yield answer if noun == "answer" else words.labelled(conflict_words.label("answer"), answer)
    if noun == "assessment" and {*content} == {"framework"}:
        yield words.BEGUN
    is_of_import = noun == "framework of the import"
    for name, value in content.items():
        is_told = (
            name in _ANSWER
            or name in _UNTOLD
            or name.startswith(_SETTINGS)
            or (name in _KEYS and noun not in _ABOUT_OTHERS)
        )
        if name == "content_hash" and is_of_import:
            yield words.labelled(words.LABELS["framework"], str(value)[:_SHORT_HASH])
        elif not is_told and value not in (None, [], "", {}) and (noun, name) not in _TOLD:
            text = _value(noun, name, value, named)
            if text:
                yield words.labelled(_label(noun, name), text)


def _label(noun: str, name: str) -> str:
    if noun == "layout":
        return LAYOUT_FIELDS.get(name, name).capitalize()
    model = _MODELS.get(noun, "")
    own = words.LABELS.get(name) if noun in ("snapshot", "access", "assessment") else None
    try:
        return own or conflict_words.label(name, model)
    except KeyError:
        return words.LABELS.get(name, name.replace("_", " ").capitalize())


def _value(noun: str, name: str, value: Any, named: Named) -> str:
    kept_out = read_kept_out(value)
    if kept_out is not None:
        return words.text_of(kept_out.length)
    if name in _WAYS:
        return _WAYS[name](value, named)
    if (noun, name) in _MEANINGS:
        return _MEANINGS[noun, name].get(value, str(value))
    if noun in _PEOPLE.get(name, ()):
        return named.name(value)
    if isinstance(value, bool) or name.startswith("is_"):
        return words.YES if value else words.NO
    if name in ("start", "due", "done_on", "assessed_on", "signed_on", "held_on"):
        return long_date(date.fromisoformat(value))
    if isinstance(value, float):
        return decimal_text(value, 2)
    if isinstance(value, int):
        return whole_text(value)
    return _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return listed([_plain(one) for one in value])
    if isinstance(value, Mapping):
        return words.file_of(str(value.get("kind", "")))
    return words.ACCESS_ROLES.get(value) or DEPTHS.get(value) or ENUMS.get(value) or str(value)


def _answer(content: Content, named: Named) -> str:
    code = content.get("answer_code")
    kind, reason = content["answer_kind"], read_kept_out(content.get("answer_reason"))
    if named.framework is None or kind not in tuple(AnswerKind):
        return str(code)
    told = answer_name(named.framework, AnswerKind(kind), code)
    told = told if code is None else point(code, told)
    return told if reason is None else words.with_text(told, reason.length)


def _level(level: int, named: Named) -> str:
    return str(level) if named.framework is None else point(level, level_name(named.framework, level))


def _cells(cells: Any, named: Named) -> str:
    framework = named.framework
    return listed(
        [
            conflict_words.cell(
                named.attributes([one["attribute_id"]]),
                str(one["code"]) if framework is None else framework.scale[one["code"]].name,
            )
            for one in cells
        ]
    )


def _step(process_id: str, to_level: int, said: str, named: Named) -> str:
    return conflict_words.pin(named.process(process_id), to_level, said)


def _linkages(linkages: Any, named: Named) -> str:
    return listed(
        [
            conflict_words.linkage(
                named.linkage(one["linkage_id"]),
                None if one["strength"] is None else decimal_text(one["strength"], 2),
                one["is_hard"],
            )
            for one in linkages
        ]
    )


def _framework(value: Any, _: Named) -> str:
    """The framework of a header; of the installation's chain the hash alone says nothing to a reader."""
    return words.framework(value["id"], value["version"]) if isinstance(value, Mapping) else ""


def _scenario(scenario_id: str, named: Named) -> str:
    scenarios = () if named.framework is None else named.framework.scenarios
    return next((one.title for one in scenarios if one.id == scenario_id), scenario_id)


def _sourcing(mode_id: str, named: Named) -> str:
    modes = () if named.framework is None else named.framework.sourcing
    return next((one.name for one in modes if one.id == mode_id), mode_id)


def _scopes(scopes: Any, named: Named) -> str:
    """What a link gives, role by role."""
    told = []
    for one in scopes:
        organisation_id, assessment_id = one.get("organisation_id"), one.get("assessment_id")
        place = words.EVERYTHING if organisation_id is None else _WAYS["organisation_id"](organisation_id, named)
        place = place if assessment_id is None else named.assessment(assessment_id)
        told.append(words.role_for(words.ACCESS_ROLES.get(one["role"], one["role"]), place))
    return listed(told)


def _removed(what: str, _: Named) -> str:
    """What was removed for good from the bin: its kind, for its name is gone with it."""
    noun = next((one for one in words.KINDS if what.startswith(f"{one} ")), "")
    return words.KINDS.get(noun, words.OTHER_KIND)


_WAYS: Mapping[str, Callable[[Any, Named], str]] = {
    "attribute_ids": lambda ids, named: named.attributes(ids),
    "process_ids": lambda ids, named: listed([named.process(one) for one in ids]),
    "scope_in": lambda ids, named: listed([named.process(one) for one in ids]),
    "scope_out": lambda ids, named: listed([named.process(one) for one in ids]),
    "present_ids": lambda ids, named: people_listed(ids, named.person),
    "respondent_ids": lambda ids, named: people_listed(ids, named.person),
    "process_id": lambda process_id, named: named.process(process_id),
    "respondent_id": lambda respondent_id, named: named.person(respondent_id),
    "assessment_id": lambda assessment_id, named: named.assessment(assessment_id),
    "copied_from": lambda assessment_id, named: named.assessment(assessment_id),
    "account": lambda account_id, named: named.account(account_id),
    "organisation_id": lambda one, named: named.names.things.get(("organisation", one), one),
    "merged_into": lambda one, named: next((name for (_, own), name in named.names.things.items() if own == one), one),
    "cells": _cells,
    "pins": lambda pins, named: listed(
        [_step(one["process_id"], one["to_level"], pin_place(one["wave"]), named) for one in pins]
    ),
    "efforts": lambda efforts, named: listed(
        [_step(one["process_id"], one["to_level"], points_text(one["point_count"]), named) for one in efforts]
    ),
    "linkages": _linkages,
    "steps": lambda steps, _: whole_text(len(steps)),
    "at_target_counts": lambda counts, _: listed([whole_text(one) for one in counts]),
    "level": _level,
    "default_target_level": _level,
    "to_level": _level,
    "pain": lambda code, _: PAIN_POINTS.get(code, str(code)),
    "framework": _framework,
    "scenario_id": _scenario,
    "mode_id": _sourcing,
    "carry_percent": lambda percent, _: bound_text(percent),
    "counts": lambda counts, _: words.begun_with(counts["scope"], bin_words.what_goes(counts)),
    "goes": lambda counts, _: bin_words.what_goes(counts),
    "removed": _removed,
    "scopes": _scopes,
    "ends_at": lambda moment, _: long_date(datetime.fromisoformat(moment).date()),
    "hash": lambda value, _: str(value)[:_SHORT_HASH],
    "head": lambda value, _: words.in_groups(str(value)),
}
_MEANINGS: Mapping[tuple[str, str], Mapping[Any, str]] = {
    ("link", "kind"): words.LINK_KINDS,
    ("opinion", "importance"): IMPORTANCE_POINTS,
    ("sign-off claim", "doubt"): claim_words.DOUBTS,
    ("erasure", "place"): erasing_words.KINDS,
    ("erasure", "answers"): erasing_words.BECOME,
}
"""What the values of some fields mean, by the kind of thing and the field."""
_PEOPLE: Mapping[str, tuple[str, ...]] = {
    "name": ("respondent", "owner"),
    "sponsor": ("owner",),
    "approver": ("target", "snapshot", "sign-off claim"),
    "owner": ("action", "decision", "step"),
    "saved_by": ("saved plan",),
}
"""Fields that hold the id of a name, by the kinds in which they do."""
