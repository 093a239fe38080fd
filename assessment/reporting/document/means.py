"""Owners, readiness, technology and sourcing: what each process has to work with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from assessment.domain.answered.organisation import Owner, ReadinessState, Sourcing, SourcingCandidate, Technology
from assessment.domain.authored.content import Choice
from assessment.reporting.document.model import Cell, Chapter, Column, Row, Table, TableChapter
from assessment.reporting.document.parts import Parts
from assessment.reporting.wording import NO_VALUE, counted

READINESS_WORDS = {ReadinessState.NO: "No", ReadinessState.PARTLY: "partly"}
CANDIDATE_WORDS = {
    SourcingCandidate.NONE: "",
    SourcingCandidate.INSOURCE: "insource",
    SourcingCandidate.OUTSOURCE: "outsource",
}
Entry = TypeVar("Entry", Technology, Sourcing)


def build_owners(parts: Parts) -> TableChapter:
    """Who answers for each process and what is not ready."""
    owners = parts.assessment.owner_by_process
    named = [process_id for process_id in parts.assessment.scope if _named(owners.get(process_id))]
    rows = []
    for process_id in parts.assessment.scope:
        owner = owners.get(process_id)
        rows.append(
            Row(
                cells=(
                    Cell(text=parts.process_name(process_id)),
                    Cell(
                        text=owner.name if owner and owner.name else "nobody", style="" if _named(owner) else "strong"
                    ),
                    Cell(text=owner.authority.value if owner and owner.authority else NO_VALUE),
                    Cell(text=owner.sponsor if owner and owner.sponsor else NO_VALUE),
                    Cell(text=_readiness(parts, process_id)),
                )
            )
        )
    table = Table(
        name="owners",
        caption="Who answers for each process from end to end, and what is not ready",
        columns=(
            Column(name="Process", width=24),
            Column(name="Owner", width=18),
            Column(name="Authority", width=11),
            Column(name="Sponsor", width=17),
            Column(name="Not ready", width=30),
        ),
        rows=tuple(rows) if owners or parts.assessment.readiness else (),
        empty="No owner was recorded.",
    )
    count = len(parts.assessment.scope) - len(named)
    lead = (
        f"{counted(count, 'process has', 'processes have')} no owner; to appoint one is the first action."
        if count
        else "Every process has an owner."
    )
    chapter = Chapter(anchor="owners", title="Who owns the processes, and who is ready", lead=(lead,))
    return TableChapter(chapter=chapter, tables=(table,))


def _named(owner: Owner | None) -> bool:
    return owner is not None and owner.name is not None


def _readiness(parts: Parts, process_id: str) -> str:
    answers = [answer for answer in parts.assessment.readiness if answer.process_id == process_id]
    if not answers:
        return NO_VALUE
    said = []
    for state in (ReadinessState.NO, ReadinessState.PARTLY):
        names = [answer.question_id.replace("-", " ") for answer in answers if answer.state is state]
        if names:
            said.append(f"{READINESS_WORDS[state]}: {', '.join(names)}")
    return "; ".join(said) or "all ready"


def _choice(choices: tuple[Choice, ...], code: int | None) -> str:
    return next((f"{choice.code} {choice.name}" for choice in choices if choice.code == code), NO_VALUE)


def build_technology(parts: Parts) -> TableChapter:
    """The tool of each process and how far it is integrated."""
    rows = tuple(
        Row(
            cells=(
                Cell(text=parts.process_name(entry.process_id)),
                Cell(text=entry.tool or NO_VALUE),
                Cell(text=_choice(parts.framework.technology, entry.as_is)),
                Cell(text=_choice(parts.framework.technology, entry.to_be)),
            )
        )
        for entry in _in_scope_order(parts, parts.assessment.technology)
    )
    table = Table(
        name="technology",
        caption="The tool of each process and how far it is integrated, 0 to 5",
        columns=(
            Column(name="Process", width=27),
            Column(name="Tool", width=23),
            Column(name="Now", width=25),
            Column(name="Wanted", width=25),
        ),
        rows=rows,
        empty="No tool was recorded.",
    )
    return TableChapter(chapter=Chapter(anchor="technology", title="Which tools carry the work"), tables=(table,))


def build_sourcing(parts: Parts) -> TableChapter:
    """Who does the work of each process."""
    modes = {choice.id: choice.name for choice in parts.framework.sourcing}
    rows = tuple(
        Row(
            cells=(
                Cell(text=parts.process_name(entry.process_id)),
                Cell(text=modes.get(entry.mode_id, entry.mode_id)),
                Cell(text=entry.nature.value if entry.nature else NO_VALUE),
                Cell(text=CANDIDATE_WORDS[entry.candidate] or NO_VALUE),
                Cell(text=entry.interface or NO_VALUE),
            )
        )
        for entry in _in_scope_order(parts, parts.assessment.sourcing)
    )
    table = Table(
        name="sourcing",
        caption="Who does the work, and the interface it must keep",
        columns=(
            Column(name="Process", width=25),
            Column(name="Done", width=13),
            Column(name="Nature", width=12),
            Column(name="Candidate to", width=14),
            Column(name="Interface", width=36),
        ),
        rows=rows,
        empty="No sourcing was recorded.",
    )
    return TableChapter(chapter=Chapter(anchor="sourcing", title="Who does the work"), tables=(table,), is_short=True)


def _in_scope_order(parts: Parts, entries: Iterable[Entry]) -> list[Entry]:
    order = {process_id: number for number, process_id in enumerate(parts.assessment.scope)}
    return sorted((entry for entry in entries if entry.process_id in order), key=lambda entry: order[entry.process_id])
