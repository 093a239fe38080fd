"""The organisation around the processes: who owns them and how ready they are to change, and its transitions.

| table | column | value | range |
|---|---|---|---|
| owners | owner, sponsor | name, None for nobody | |
| owners | authority | yes, partly, no, None where not said | |
| owners | ready, partly, not-ready | readiness questions answered so, None where none is answered | 0 up |
| readiness | ready, partly, not-ready | processes in scope answered so | 0 up |
| transitions | as-is, to-be | place between the old end and the new one, None where there is none | 0 to 5 |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assessment.domain.answered.assessment import Assessment
from assessment.domain.answered.organisation import Authority, Readiness, ReadinessState, TransitionPlace
from assessment.domain.authored.content import ReadinessQuestion
from assessment.domain.authored.transition import Transition
from assessment.domain.computed import Computed
from assessment.domain.findings.results import Area
from assessment.views.findings.pictures import load_table
from assessment.views.findings.whole import table_of
from assessment.views.model import Cell, Column, Fact, Kind, Mark, Row, Table, Track, View
from assessment.views.names import process_name, process_names
from assessment.views.wording import organisation as words
from assessment.views.wording.numbers import NO_VALUE, whole_text
from assessment.views.wording.terms import AUTHORITIES

HIGHEST_PLACE = 5
TICKS = tuple(100 * place / HIGHEST_PLACE for place in range(HIGHEST_PLACE + 1))
STATES = (ReadinessState.YES, ReadinessState.PARTLY, ReadinessState.NO)
"""In the order of the columns ready, partly and not ready."""


def owners_view(computed: Computed) -> View:
    """Owner, authority, sponsor and readiness of each process in scope, and each readiness question across them."""
    assessment = computed.assessment
    scope = assessment.scope
    is_recorded = any(owner.process_id in scope for owner in assessment.owners) or bool(_answers(computed))
    owners = _owners_table(computed, is_recorded=is_recorded)
    readiness = _readiness_table(computed)
    return View(
        id="owners",
        question=words.OWNERS_QUESTION,
        finding=owners_finding(assessment),
        facts=_owner_facts(computed) if is_recorded else (),
        tables=(
            *((table_of(computed, Area.OWNERS), load_table(computed)) if is_recorded else ()),
            owners,
            *((readiness,) if readiness.rows else ()),
        ),
        notes=_readiness_notes(computed) if is_recorded else (),
        empty="" if is_recorded else words.OWNERS_EMPTY,
    )


def owners_alone_view(computed: Computed) -> View:
    """The same without the readiness questions, which have a view of their own on paper."""
    whole = owners_view(computed)
    return replace(whole, tables=tuple(table for table in whole.tables if table.id != "readiness"))


def readiness_view(computed: Computed) -> View:
    """Each readiness question across the processes; the risks it makes are those of the plan."""
    table = _readiness_table(computed)
    return View(
        id="readiness",
        question=words.READINESS_TITLE,
        finding=words.readiness_asked(len(table.rows)),
        tables=(table,),
        empty="" if table.rows else words.READINESS_EMPTY,
    )


def _owners_table(computed: Computed, *, is_recorded: bool) -> Table:
    number = Kind.NUMBER
    return Table(
        id="owners",
        title=words.OWNERS_TITLE,
        measure=words.OWNERS_MEASURE,
        columns=(
            Column(id="process", name=words.PROCESS_COLUMN, width=26),
            Column(id="owner", name=words.OWNER_COLUMN, width=20),
            Column(id="authority", name=words.AUTHORITY_COLUMN, width=11, meaning=words.AUTHORITY_MEANING),
            Column(id="sponsor", name=words.SPONSOR_COLUMN, width=22),
            Column(id="ready", name=words.READY_COLUMN, kind=number, width=7, meaning=words.READY_MEANING),
            Column(id="partly", name=words.PARTLY_COLUMN, kind=number, width=7, meaning=words.PARTLY_MEANING),
            Column(id="not-ready", name=words.NOT_READY_COLUMN, kind=number, width=7, meaning=words.NOT_READY_MEANING),
        ),
        rows=tuple(_owner_row(computed, own) for own in computed.assessment.scope) if is_recorded else (),
        empty=words.OWNERS_EMPTY,
    )


def _owner_row(computed: Computed, process_id: str) -> Row:
    owner = computed.assessment.owner_by_process.get(process_id)
    name = None if owner is None else owner.name
    authority = None if owner is None else owner.authority
    sponsor = None if owner is None else owner.sponsor
    states = [answer.state for answer in _answers(computed) if answer.process_id == process_id]
    return Row(
        id=process_id,
        cells=(
            Cell(text=process_name(computed.framework, process_id), value=process_id),
            Cell(text=words.NOBODY, marks=frozenset({Mark.STRONG})) if name is None else Cell(text=name, value=name),
            Cell(text=NO_VALUE) if authority is None else Cell(text=AUTHORITIES[authority], value=authority.value),
            Cell(text=NO_VALUE) if sponsor is None else Cell(text=sponsor, value=sponsor),
            *(_count_cell(states.count(state)) if states else Cell(text=NO_VALUE) for state in STATES),
        ),
    )


def _count_cell(count: int) -> Cell:
    return Cell(text=whole_text(count), value=count)


def _answers(computed: Computed) -> tuple[Readiness, ...]:
    """The readiness answers of processes in scope to questions that the framework asks."""
    scope = frozenset(computed.assessment.scope)
    asked = frozenset(question.id for question in computed.framework.readiness)
    return tuple(
        answer for answer in computed.assessment.readiness if answer.process_id in scope and answer.question_id in asked
    )


def owners_finding(assessment: Assessment) -> str:
    """How many processes in scope nobody owns; said wherever owners are named or shown."""
    scope, owned = assessment.scope, _owned(assessment)
    if not scope:
        return words.none_in_scope()
    return words.without_owner(len(scope) - owned, len(scope)) if owned < len(scope) else words.all_owned(len(scope))


def _owned(assessment: Assessment) -> int:
    owners = assessment.owner_by_process
    return sum(own in owners and owners[own].name is not None for own in assessment.scope)


def _owner_facts(computed: Computed) -> tuple[Fact, ...]:
    scope = computed.assessment.scope
    owners = [computed.assessment.owner_by_process[own] for own in scope if own in computed.assessment.owner_by_process]
    counts = (
        ("owned", words.OWNED_FACT, _owned(computed.assessment)),
        ("authority", words.AUTHORITY_FACT, sum(owner.authority is Authority.YES for owner in owners)),
        ("sponsored", words.SPONSORED_FACT, sum(owner.sponsor is not None for owner in owners)),
    )
    return tuple(
        Fact(id=fact_id, label=label, text=words.of_scope(count, len(scope)), value=count, note=words.FACT_NOTE)
        for fact_id, label, count in counts
    )


def _readiness_notes(computed: Computed) -> tuple[str, ...]:
    answered = {answer.process_id for answer in _answers(computed)}
    silent = [process_name(computed.framework, own) for own in computed.assessment.scope if own not in answered]
    return (words.readiness_open(silent),) if silent else ()


def _readiness_table(computed: Computed) -> Table:
    number = Kind.NUMBER
    answers = _answers(computed)
    asked = {answer.question_id for answer in answers}
    return Table(
        id="readiness",
        title=words.READINESS_TITLE,
        measure=words.READINESS_MEASURE,
        columns=(
            Column(id="question", name=words.QUESTION_COLUMN, width=26),
            Column(id="ready", name=words.READY_COLUMN, kind=number, width=7),
            Column(id="partly", name=words.PARTLY_COLUMN, kind=number, width=7),
            Column(id="not-ready", name=words.NOT_READY_COLUMN, kind=number, width=7),
            Column(id="not-ready-in", name=words.NOT_READY_IN_COLUMN, width=27),
            Column(id="partly-in", name=words.PARTLY_IN_COLUMN, width=26),
        ),
        rows=tuple(
            _readiness_row(computed, question, [answer for answer in answers if answer.question_id == question.id])
            for question in computed.framework.readiness
            if question.id in asked
        ),
        empty=words.READINESS_EMPTY,
    )


def _readiness_row(computed: Computed, question: ReadinessQuestion, answers: Sequence[Readiness]) -> Row:
    states = [answer.state for answer in answers]
    return Row(
        id=question.id,
        cells=(
            Cell(text=question.question, value=question.id),
            *(_count_cell(states.count(state)) for state in STATES),
            *(_where_cell(computed, answers, state) for state in (ReadinessState.NO, ReadinessState.PARTLY)),
        ),
    )


def _where_cell(computed: Computed, answers: Sequence[Readiness], state: ReadinessState) -> Cell:
    """The processes answered so, in the order of the scope."""
    found = {answer.process_id for answer in answers if answer.state is state}
    process_ids = [own for own in computed.assessment.scope if own in found]
    return Cell(text=process_names(computed.framework, process_ids) or NO_VALUE, value=" ".join(process_ids) or None)


def transitions_view(computed: Computed) -> View:
    """Where the organisation stands and should stand in each transition that is placed, in the framework's order."""
    places = {place.transition_id: place for place in computed.assessment.transitions}
    placed = [
        (transition, places[transition.id])
        for transition in computed.framework.transitions
        if transition.id in places and (places[transition.id].as_is, places[transition.id].to_be) != (None, None)
    ]
    return View(
        id="transitions",
        question=words.TRANSITIONS_QUESTION,
        finding=_transitions_finding(computed, placed),
        tables=(
            *((table_of(computed, Area.TRANSITIONS),) if placed else ()),
            _transitions_table(placed),
        ),
        notes=_transition_notes(computed, placed),
        empty="" if placed else words.TRANSITIONS_EMPTY,
    )


Placed = tuple[Transition, TransitionPlace]


def _transitions_table(placed: Sequence[Placed]) -> Table:
    number = Kind.NUMBER
    furthest = max((_distance(place) for _, place in placed), default=0)
    return Table(
        id="transitions",
        title=words.TRANSITIONS_TITLE,
        measure=words.TRANSITIONS_MEASURE,
        columns=(
            Column(id="from", name=words.FROM_COLUMN, width=22),
            Column(id="track", name=words.TRACK_COLUMN, kind=Kind.TRACK, width=24),
            Column(id="to", name=words.TO_COLUMN, width=40),
            Column(id="as-is", name=words.NOW_COLUMN, kind=number, width=7, meaning=words.PLACE_MEANING),
            Column(id="to-be", name=words.TO_BE_COLUMN, kind=number, width=7, meaning=words.PLACE_MEANING),
        ),
        rows=tuple(_transition_row(transition, place, furthest) for transition, place in placed),
        empty=words.TRANSITIONS_EMPTY,
    )


def _distance(place: TransitionPlace) -> int:
    """Places still to go; 0 where it is not known, or there is none."""
    return 0 if place.as_is is None or place.to_be is None else max(0, place.to_be - place.as_is)


def _transition_row(transition: Transition, place: TransitionPlace, furthest: int) -> Row:
    is_furthest = 0 < _distance(place) == furthest
    as_is, to_be = (None if code is None else 100 * code / HIGHEST_PLACE for code in (place.as_is, place.to_be))
    track = Track(
        ticks=TICKS, line=None if as_is is None or to_be is None else (as_is, to_be), dot=as_is, diamond=to_be
    )
    return Row(
        id=transition.id,
        cells=(
            Cell(text=transition.from_name),
            Cell(track=track, spoken=words.spoken_place(place.as_is, place.to_be)),
            Cell(
                text=transition.to_name,
                note=place.note or "",
                marks=frozenset({Mark.STRONG}) if is_furthest else frozenset(),
            ),
            Cell(text=words.place_text(place.as_is), value=place.as_is),
            Cell(text=words.place_text(place.to_be), value=place.to_be),
        ),
    )


def _transitions_finding(computed: Computed, placed: Sequence[Placed]) -> str:
    if not placed:
        return words.nothing_placed()
    ways = {
        words.from_to(transition.from_name, transition.to_name): place.to_be - place.as_is
        for transition, place in placed
        if place.as_is is not None and place.to_be is not None
    }
    longest = max(ways.values(), default=0)
    if longest <= 0:
        return words.placed(len(placed), len(computed.framework.transitions))
    return words.longest_way([ends for ends, distance in ways.items() if distance == longest], longest)


def _transition_notes(computed: Computed, placed: Sequence[Placed]) -> tuple[str, ...]:
    if not placed:
        return ()
    known = {transition.id for transition, _ in placed}
    missing = [
        words.from_to(transition.from_name, transition.to_name)
        for transition in computed.framework.transitions
        if transition.id not in known
    ]
    return (*((words.not_placed(missing),) if missing else ()), words.never_scored())
