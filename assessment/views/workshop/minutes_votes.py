"""What was voted on in a workshop: each round as spread, the agreed values, and what is still open.

| column | value | range |
|---|---|---|
| answers | people who answered a round; none where that is not told | 0 up |
| agreement | Tastle-Wierman consensus, share; none where that is not told | 0 to 1 |
| value, counts | code that was agreed, or counts meanwhile | 0 to 5 |
| apart | people who answered otherwise than was agreed; none where that is not told | 0 up |
"""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.authored.framework import Framework, Horizon
from assessment.domain.rating.scale import CODE_COUNT, LETTERS
from assessment.domain.workshop.record import Counts, QuestionOnRecord, RoundOnRecord
from assessment.views.heatmap_scale import BLANK
from assessment.views.items import letter_cell, value_cell
from assessment.views.model import Cell, Column, Kind, LegendEntry, Mark, Row, Segment, Table, Track
from assessment.views.names import item_name, process_name
from assessment.views.wording import answers as answer_words
from assessment.views.wording.numbers import NO_VALUE, share_text
from assessment.views.wording.terms import CERTAINTIES
from assessment.views.wording.workshop import agenda as agenda_words
from assessment.views.wording.workshop import minutes as words

_PLACE = 100 / CODE_COUNT
_FILLED = 0.94
"""Share of its place that a step of the spread fills."""


def votes_table(framework: Framework, questions: Sequence[QuestionOnRecord], floor: int) -> Table:
    """Every round of every question, the first one first."""
    return Table(
        id="minutes-votes",
        title=words.VOTES_TITLE,
        measure=words.VOTES_MEASURE,
        columns=(
            Column(id="question", name=words.QUESTION_COLUMN, width=32),
            Column(id="round", name=words.ROUND_COLUMN, width=15),
            Column(id="spread", name=words.SPREAD_COLUMN, kind=Kind.TRACK, width=20, meaning=words.SPREAD_MEANING),
            Column(id="answers", name=words.ANSWERS_COLUMN, width=22, meaning=answer_words.ANSWERS_MEANING),
            Column(
                id="agreement",
                name=words.AGREEMENT_COLUMN,
                kind=Kind.NUMBER,
                width=11,
                meaning=answer_words.AGREEMENT_MEANING,
            ),
        ),
        rows=tuple(_round_row(framework, question, one, floor) for question in questions for one in question.rounds),
        empty=words.VOTES_EMPTY,
        legend=tuple(
            LegendEntry(style=f"rating-{code}", text=point.name, sign=point.letter.value, marks=frozenset({Mark.CHIP}))
            for code, point in enumerate(framework.scale)
        ),
    )


def agreed_table(framework: Framework, questions: Sequence[QuestionOnRecord], floor: int) -> Table:
    """What was agreed, why, how sure it is, and how many saw it otherwise: that stays on record."""
    return Table(
        id="minutes-agreed",
        title=words.AGREED_TITLE,
        measure=words.AGREED_MEASURE,
        columns=(
            Column(id="question", name=words.QUESTION_COLUMN, width=28),
            Column(id="value", name=words.VALUE_COLUMN, kind=Kind.MARK, width=8),
            Column(id="apart", name=words.APART_COLUMN, width=20),
            Column(id="reason", name=words.REASON_COLUMN, width=30),
            Column(id="certainty", name=words.CERTAINTY_COLUMN, width=14),
        ),
        rows=tuple(_agreed_row(framework, one, floor) for one in questions if one.agreed is not None),
        empty=words.AGREED_EMPTY,
    )


def open_table(framework: Framework, questions: Sequence[QuestionOnRecord]) -> Table:
    """What was voted on and has no agreed value, with what counts meanwhile."""
    return Table(
        id="minutes-open",
        title=words.OPEN_TITLE,
        measure=words.OPEN_MEASURE,
        columns=(
            Column(id="question", name=words.QUESTION_COLUMN, width=46),
            Column(id="counts", name=words.COUNTS_COLUMN, kind=Kind.MARK, width=20),
            Column(id="why", name=words.SPLIT_COLUMN, width=34),
        ),
        rows=tuple(_open_row(framework, one) for one in questions if one.agreed is None),
        empty=words.OPEN_EMPTY,
    )


def _row(framework: Framework, question: QuestionOnRecord, row_id: str, cells: Sequence[Cell]) -> Row:
    name = item_name(framework, question.item_id)
    told = words.to_be(name) if question.horizon is Horizon.TO_BE else name
    first = Cell(text=told, value=question.item_id)
    return Row(id=row_id, cells=(first, *cells), group=process_name(framework, question.process_id))


def _place_id(question: QuestionOnRecord) -> str:
    return f"{question.item_id}:{question.horizon.value}"


def _round_row(framework: Framework, question: QuestionOnRecord, one: RoundOnRecord, floor: int) -> Row:
    name = Cell(text=words.round_name(one.number, agenda_words.SOURCES[one.source]), value=one.number)
    if one.counts is None:
        told = (Cell(), Cell(text=words.not_shown(floor)), Cell(text=NO_VALUE))
    else:
        text = _counted(one.counts)
        told = (
            Cell(track=spread_track(one.counts), spoken=text),
            Cell(text=text, value=one.counts.total),
            Cell(text=share_text(one.consensus_share), value=one.consensus_share),
        )
    return _row(framework, question, f"{_place_id(question)}:{one.number}", (name, *told))


def spread_track(counts: Counts) -> Track:
    """A place for each answer from N to F, filled where somebody gave it, with how many."""
    return Track(
        ticks=tuple(code * _PLACE for code in range(CODE_COUNT + 1)),
        segments=tuple(
            Segment(start=code * _PLACE, width=_PLACE * _FILLED, style=f"rating-{code}", text=str(count))
            for code, count in enumerate(counts.codes)
            if count
        ),
    )


def _counted(counts: Counts) -> str:
    parts = [
        answer_words.letter_count(count, letter.value)
        for letter, count in zip(LETTERS, counts.codes, strict=True)
        if count
    ]
    if counts.not_applicable:
        parts.append(answer_words.not_applicable_count(counts.not_applicable))
    if counts.dont_know:
        parts.append(answer_words.dont_know_count(counts.dont_know))
    return answer_words.counts(parts)


def _agreed_row(framework: Framework, question: QuestionOnRecord, floor: int) -> Row:
    agreed = question.agreed
    if agreed is None:
        return _row(framework, question, _place_id(question), ())
    code = agreed.answer.code
    value = Cell(text=NO_VALUE, style=BLANK, spoken=answer_words.NOT_APPLICABLE) if code is None else letter_cell(code)
    reason = Cell(text=NO_VALUE) if agreed.note is None else Cell(text=agreed.note or answer_words.reason_kept(floor))
    certainty = Cell(text=CERTAINTIES[agreed.certainty], value=agreed.certainty.value)
    return _row(framework, question, _place_id(question), (value, apart_cell(question, floor), reason, certainty))


def apart_cell(question: QuestionOnRecord, floor: int) -> Cell:
    """How many saw an agreed value otherwise, and how they voted before they voted again."""
    apart, former = question.apart, [_counted(one.counts) for one in question.rounds[:-1] if one.counts is not None]
    if apart is None:
        return Cell(text=NO_VALUE)
    if apart.answer_count is None or apart.near_count is None or apart.far_count is None:
        return Cell(text=words.not_shown(floor))
    return Cell(
        text=words.apart(apart.near_count, apart.far_count, apart.answer_count),
        value=apart.near_count + apart.far_count,
        note=words.voted_before(former) if former else "",
        marks=frozenset({Mark.STRONG}) if apart.far_count else frozenset(),
    )


def _open_row(framework: Framework, question: QuestionOnRecord) -> Row:
    standing = question.standing
    counts = Cell(text=NO_VALUE) if standing is None else value_cell(standing)
    why = Cell(text=words.LOWER_COUNTS)
    if standing is not None and standing.is_split and standing.code is not None and standing.upper_code is not None:
        why = Cell(text=words.split(LETTERS[standing.code].value, LETTERS[standing.upper_code].value))
    return _row(framework, question, _place_id(question), (counts, why))
