"""What is missing, as a facilitator works it off: a table a kind, and for each row the place where it is mended.

| column | value | range |
|---|---|---|
| where | id of the item, process or service, of the person where it is theirs | |
| what | how many of those that it is about | 0 up |
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from assessment.domain.authored.framework import Horizon
from assessment.domain.computed import Computed
from assessment.domain.missing import Missing, MissingKind, find_missing
from assessment.views.model import Cell, Column, Fact, Row, Table, View
from assessment.views.names import item_name, people_names, process_name
from assessment.views.wording import missing as words
from assessment.views.wording.pages import set_up as set_up_words
from assessment.views.wording.terms import HORIZONS

_TABS: Mapping[MissingKind, str] = {
    MissingKind.NOBODY_ASKED: set_up_words.PEOPLE_TAB,
    MissingKind.TARGET: set_up_words.TARGETS_TAB,
    MissingKind.SERVICE: set_up_words.SERVICES_TAB,
}
_FOLDS: Mapping[MissingKind, str] = {
    MissingKind.SPLIT: "agree",
    MissingKind.UNVERIFIED: "agree",
    MissingKind.NO_EVIDENCE: "notes",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Where something is mended: a tab of the set-up, or a question of one person with one of its folds open.

    With a person alone it is the list of their processes; `is_quotes`: where the words of a process are released.
    """

    tab: str = ""
    respondent_id: str = ""
    process_id: str = ""
    item_id: str = ""
    fold: str = ""
    is_quotes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingView(View):
    """What is missing; `openings`: where each row of each table is mended, by the row's id."""

    openings: Mapping[str, Opening]


def missing_view(computed: Computed) -> MissingView:
    """Everything that is missing, by kind; a kind of which nothing is missing has no table."""
    found = find_missing(computed)
    names = people_names(computed.assessment.respondents)
    by_kind = {kind: [one for one in found if one.kind is kind] for kind in MissingKind}
    by_kind = {kind: entries for kind, entries in by_kind.items() if entries}
    return MissingView(
        id="missing",
        question=words.QUESTION,
        finding=words.how_much(len(found)),
        facts=tuple(
            Fact(id=kind.value, label=words.TITLES[kind], text=words.count(len(entries)), value=len(entries))
            for kind, entries in by_kind.items()
        ),
        tables=tuple(_table(computed, kind, entries, names) for kind, entries in by_kind.items()),
        empty="" if found else words.NOTHING,
        openings=MappingProxyType({_row_id(one): _opening(one) for one in found}),
    )


def _table(computed: Computed, kind: MissingKind, entries: list[Missing], names: Mapping[str, str]) -> Table:
    return Table(
        id=kind.value,
        title=words.TITLES[kind],
        measure=words.ADVICE[kind],
        columns=(Column(id="where", name=words.WHERE_COLUMN), Column(id="what", name=words.WHAT_COLUMN)),
        rows=tuple(
            Row(
                id=_row_id(one),
                cells=(
                    Cell(text=_where(computed, one, names), value=one.item_id or one.process_id or one.service_id),
                    Cell(text=_what(one), value=one.count),
                ),
            )
            for one in entries
        ),
        empty=words.NOTHING,
    )


def _row_id(one: Missing) -> str:
    person = one.respondent_id if one.kind is MissingKind.UNANSWERED else None
    horizon = one.horizon.value if one.item_id else None
    parts = (one.kind.value, person, one.process_id, one.item_id, horizon, one.service_id)
    return ":".join(part for part in parts if part)


def _where(computed: Computed, one: Missing, names: Mapping[str, str]) -> str:
    process = process_name(computed.framework, one.process_id) if one.process_id else ""
    if one.kind is MissingKind.UNANSWERED:
        return words.place(names[one.respondent_id or ""], process)
    if one.item_id is not None:
        to_be = HORIZONS[one.horizon] if one.horizon is Horizon.TO_BE else ""
        return words.place(process, item_name(computed.framework, one.item_id), to_be)
    if one.service_id is not None:
        return next(service.name for service in computed.assessment.critical_services if service.id == one.service_id)
    return process or words.OTHER_TARGETS


def _what(one: Missing) -> str:
    match one.kind:
        case MissingKind.UNANSWERED if one.process_id is None:
            return words.nothing_answered(one.of_count)
        case MissingKind.UNANSWERED:
            return words.unanswered(one.count, one.of_count)
        case MissingKind.DONT_KNOW:
            return words.dont_know(one.count, one.of_count)
        case MissingKind.UNRELEASED:
            return words.unreleased(one.count, one.of_count)
        case MissingKind.TARGET if one.process_id is None:
            return words.usual_targets(one.count)
        case MissingKind.TARGET:
            return words.target(lacks_reason=one.lacks_reason, lacks_approver=one.lacks_approver)
    return words.WHAT[one.kind]


def _opening(one: Missing) -> Opening:
    if one.kind in _TABS:
        return Opening(tab=_TABS[one.kind])
    return Opening(
        respondent_id=one.respondent_id or "",
        process_id=one.process_id or "",
        item_id=one.item_id or "",
        fold=_FOLDS.get(one.kind, ""),
        is_quotes=one.kind is MissingKind.UNRELEASED,
    )
