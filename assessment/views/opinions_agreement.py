"""How far people agree on which processes hurt and which matter, beside the priorities that rest on it.

| column | value | range |
|---|---|---|
| w | Kendall's W | 0 to 1, None: not measured or not shown |
| people, processes | counted in it | 0 up |
| apart | mean distance between two people's places | 0 up |
| place | median of people's places, 1 first | 1 up |
"""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.agreement.ranking import (
    STRONG_W,
    ProcessPlaces,
    RankingAgreement,
    RankingState,
)
from assessment.domain.computed import Computed
from assessment.views.model import Cell, Column, Kind, Row, Table, View
from assessment.views.names import process_name
from assessment.views.wording import opinions as words
from assessment.views.wording.numbers import NO_VALUE, coefficient_text, decimal_text, number_text, whole_text

SHOWN_COUNT = 5
"""So many of the processes that people disagree on most are named, for each criterion."""
NAMED_COUNT = 3


def opinions_view(computed: Computed) -> View:
    """How far people agree on pain and importance, and the processes on which they disagree most."""
    is_measured = any(one.w_share is not None for one in computed.opinions.both)
    return View(
        id="opinions",
        question=words.QUESTION,
        finding=" ".join(opinion_sentences(computed)),
        tables=(_agreement_table(computed), _apart_table(computed)),
        notes=_notes(computed) if is_measured else (),
        empty="" if is_measured else words.EMPTY,
    )


def opinion_sentences(computed: Computed) -> tuple[str, ...]:
    """How far people agree, a sentence each for pain and importance."""
    floor = computed.assessment.header.anonymity_floor
    return tuple(_sentence(one, floor) for one in computed.opinions.both)


def _sentence(one: RankingAgreement, floor: int) -> str:
    if one.w_share is not None:
        return words.agreed(one.criterion, one.state, one.w_share, one.people_count)
    if one.state is RankingState.NOT_TOLD:
        return words.not_told(one.criterion, floor)
    return words.not_measured(one.criterion)


def _notes(computed: Computed) -> tuple[str, ...]:
    measured = [one for one in computed.opinions.both if one.w_share is not None]
    apart = tuple(
        words.disagree_most(
            one.criterion,
            [process_name(computed.framework, place.process_id) for place in one.apart[:NAMED_COUNT]],
        )
        for one in measured
        if one.apart and one.apart[0].apart_count > 0
    )
    is_open = any(one.w_share is not None and one.w_share < STRONG_W for one in measured)
    return (*apart, *((words.an_opinion(),) if is_open else ()))


def _agreement_table(computed: Computed) -> Table:
    number = Kind.NUMBER
    return Table(
        id="opinions",
        title=words.AGREEMENT_TITLE,
        measure=words.MEASURE,
        columns=(
            Column(id="criterion", name=words.CRITERION_COLUMN, width=30),
            Column(id="word", name=words.WORD_COLUMN, width=28),
            Column(id="w", name=words.W_COLUMN, kind=number, width=14, meaning=words.W_MEANING),
            Column(id="people", name=words.PEOPLE_COLUMN, kind=number, width=14, meaning=words.PEOPLE_MEANING),
            Column(id="processes", name=words.PROCESSES_COLUMN, kind=number, width=14, meaning=words.PROCESSES_MEANING),
        ),
        rows=tuple(_agreement_row(one) for one in computed.opinions.both),
        empty=words.EMPTY,
    )


def _agreement_row(one: RankingAgreement) -> Row:
    is_measured = one.w_share is not None
    counts = (one.people_count, one.process_count)
    return Row(
        id=one.criterion.value,
        cells=(
            Cell(text=words.CRITERIA[one.criterion], value=one.criterion.value),
            Cell(text=words.WORDS[one.state], value=one.state.value),
            Cell(text=coefficient_text(one.w_share), value=one.w_share),
            *(Cell(text=whole_text(count), value=count) if is_measured else Cell(text=NO_VALUE) for count in counts),
        ),
    )


def _apart_table(computed: Computed) -> Table:
    number = Kind.NUMBER
    ranks = {entry.process_id: entry.rank for entry in computed.result.priorities}
    return Table(
        id="apart",
        title=words.APART_TITLE,
        measure=words.APART_MEASURE,
        columns=(
            Column(id="criterion", name=words.CRITERION_COLUMN, width=18),
            Column(id="process", name=words.PROCESS_COLUMN, width=34),
            Column(id="rank", name=words.RANK_COLUMN, kind=number, width=12, meaning=words.RANK_MEANING),
            Column(id="apart", name=words.APART_COLUMN, kind=number, width=12, meaning=words.APART_MEANING),
            Column(id="place", name=words.PLACE_COLUMN, kind=number, width=12, meaning=words.PLACE_MEANING),
            Column(id="people", name=words.PEOPLE_COLUMN, kind=number, width=12),
        ),
        rows=tuple(
            _apart_row(computed, one, place, ranks)
            for one in computed.opinions.both
            for place in one.apart[:SHOWN_COUNT]
        ),
        empty=words.APART_EMPTY,
    )


def _apart_row(computed: Computed, one: RankingAgreement, place: ProcessPlaces, ranks: Mapping[str, int]) -> Row:
    rank = ranks.get(place.process_id)
    return Row(
        id=f"{one.criterion.value}.{place.process_id}",
        cells=(
            Cell(text=words.CRITERIA[one.criterion], value=one.criterion.value),
            Cell(text=process_name(computed.framework, place.process_id), value=place.process_id),
            Cell(text=number_text(rank), value=rank),
            Cell(text=decimal_text(place.apart_count), value=place.apart_count),
            Cell(text=number_text(place.median_place, 2), value=place.median_place),
            Cell(text=whole_text(place.people_count), value=place.people_count),
        ),
    )
