"""Votes that are counted in the room: each count, what the newest comes to, and what a line of letters was read as."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessment.domain.answered.workshop import COUNTED_SOURCES, VoteRound
from assessment.domain.authored.framework import Framework
from assessment.domain.rating.results import Outcome
from assessment.domain.workshop.hands import PaperLine, Proposal, Tally, propose, tally_of
from assessment.views.model import Cell, Column, Kind, Row, Table, View
from assessment.views.wording.numbers import NO_VALUE, whole_text
from assessment.views.wording.workshop import hands as words
from assessment.views.wording.workshop.agenda import SOURCES
from assessment.views.wording.workshop.reveal import letter


@dataclass(frozen=True, slots=True, kw_only=True)
class HandsView(View):
    """`proposal` is what the newest count comes to, None before there is one; `take` the words of its button."""

    proposal: Proposal | None
    take: str
    next_number: int


def hands_view(framework: Framework, rounds: Sequence[VoteRound], open_round: int = 0) -> HandsView:
    """The counts of a question for one horizon; `rounds` are all of it, also those of phones, the oldest first.

    The counts of phones are told elsewhere, where the floor is kept: here stand those that were typed in.
    `open_round` is the round that phones are voting in, 0 for none: a count is a round of its own.
    """
    typed = [one for one in rounds if one.source in COUNTED_SOURCES]
    newest = typed[-1] if typed else None
    proposal = None if newest is None else propose(tally_of(newest))
    code = None if proposal is None else proposal.code
    return HandsView(
        id="hands",
        question=words.QUESTION,
        finding=words.NONE_YET if newest is None else " ".join(tally_findings(tally_of(newest))),
        tables=(_table(typed),),
        empty="" if typed else words.NONE_YET,
        proposal=proposal,
        take="" if code is None else words.take(letter(code), framework.scale[code].name),
        next_number=max((open_round, *(one.number for one in rounds))) + 1,
    )


def tally_findings(tally: Tally) -> Iterator[str]:
    """What a count comes to, in sentences."""
    proposal = propose(tally)
    if proposal.outcome is Outcome.NOT_APPLICABLE:
        yield words.NOT_APPLICABLE
    elif proposal.code is None or proposal.upper_code is None:
        yield words.NO_VALUE
    else:
        yield words.proposed(letter(proposal.code), sum(tally.code_counts))
        if proposal.is_split:
            yield words.split(letter(proposal.code), letter(proposal.upper_code))
        elif proposal.upper_code != proposal.code:
            yield words.upper(letter(proposal.upper_code))


def paper_findings(line: PaperLine) -> Iterator[str]:
    """What a line of letters was read as, and what of it was not read."""
    if line.tally.people_count:
        yield words.read(counts_text(line.tally), line.tally.people_count)
    if line.unread:
        yield words.unread(line.unread)


def counts_text(tally: Tally) -> str:
    """The counts as "A 2, C 1 and 1 doesn't know"; what nobody chose is left out."""
    parts = [words.chose(letter(code), count) for code, count in enumerate(tally.code_counts) if count]
    if tally.dont_know_count:
        parts.append(words.dont_know(tally.dont_know_count))
    if tally.not_applicable_count:
        parts.append(words.not_applicable(tally.not_applicable_count))
    return words.counts(parts)


def _table(typed: Sequence[VoteRound]) -> Table:
    return Table(
        id="rounds",
        title=words.ROUNDS_TITLE,
        columns=(
            Column(id="round", name=words.ROUND_COLUMN, kind=Kind.NUMBER),
            Column(id="how", name=words.HOW_COLUMN),
            Column(id="votes", name=words.VOTES_COLUMN),
            Column(id="value", name=words.VALUE_COLUMN),
        ),
        rows=tuple(_row(one) for one in typed),
        empty=words.NONE_YET,
    )


def _row(one: VoteRound) -> Row:
    code = propose(tally_of(one)).code
    return Row(
        id=str(one.number),
        cells=(
            Cell(text=whole_text(one.number), value=one.number),
            Cell(text=SOURCES[one.source], value=one.source.value),
            Cell(text=counts_text(tally_of(one)), value=one.answer_count),
            Cell(text=NO_VALUE if code is None else letter(code), value=code),
        ),
    )
