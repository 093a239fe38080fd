"""How a round of votes came out: dots by statement, what they come to, who is invited to speak.

| column of `votes` | value | range |
|---|---|---|
| letter | code of the statement, its letter as text | 0 to 5, A to F |
| people | how many chose it | 0 up |

Nothing of it names anybody: what too few chose has been left out before it comes here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessment.domain.answered.entries import Answer
from assessment.domain.authored.framework import Horizon, Item
from assessment.domain.rating.results import Outcome
from assessment.domain.workshop.reveal import Revealed
from assessment.views.model import Cell, Column, Fact, Kind, Row, Table, View
from assessment.views.wording.workshop import reveal as words

CLOSE_SHARE = 0.95
"""From this share of votes within one step of the middle on, people are called close (METHOD.md section 8)."""
MOST_DOTS = 30
"""So many dots fit beside a statement; where more chose one, each dot stands for several people."""
_ROUND_NUMBERS = (1, 2, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementVotes:
    """The votes for one statement: its letter, how many, and in words what stands at it.

    `dot_count` dots are drawn of `dot_people` people each. `is_value`: the votes come to it, or the room agreed on it.
    """

    letter: str
    statement: str
    count: int
    text: str
    dot_count: int
    marks: tuple[str, ...]
    is_value: bool
    is_far: bool
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierRound:
    """A round before the one that is shown: its name, the counts of the six statements, all of it in words."""

    name: str
    counts: tuple[int, ...]
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """One round of votes for one horizon.

    `finding` is what it comes to, in a sentence. Unless `is_shown` nothing else stands here but who is asked to speak.
    `beside`: how many don't know or say that it does not apply. `notes`: sides, upper reading, what a dot is.
    """

    horizon: str
    name: str
    round_name: str
    is_shown: bool
    finding: str
    statements: tuple[StatementVotes, ...]
    dot_people: int
    beside: tuple[str, ...]
    facts: tuple[Fact, ...]
    notes: tuple[str, ...]
    invited: str
    agreed: str
    earlier: tuple[EarlierRound, ...]
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealView(View):
    """A reveal: one spread for each horizon, as-is first; a table `votes-<horizon>` of each that is shown."""

    spreads: tuple[Spread, ...]


def reveal_view(
    item: Item, revealed: Sequence[Revealed], floor: int, agreed: Mapping[Horizon, Answer] | None = None
) -> RevealView:
    """What a room is shown of the votes on an item. `agreed`: what it agreed on since, by horizon."""
    spreads = tuple(_spread(item, one, floor, (agreed or {}).get(one.horizon)) for one in revealed)
    return RevealView(
        id="reveal",
        question=item.question,
        finding=" ".join(_named(spread, len(spreads)) for spread in spreads) or words.NOBODY,
        tables=tuple(_table(spread) for spread in spreads if spread.is_shown),
        spreads=spreads,
    )


def _named(spread: Spread, count: int) -> str:
    return spread.finding if count == 1 else words.of_horizon(spread.name, spread.finding)


def _spread(item: Item, one: Revealed, floor: int, agreed: Answer | None) -> Spread:
    dot_people = people_a_dot(max(one.code_counts))
    statements = tuple(_statements(item, one, dot_people, agreed)) if one.is_shown else ()
    beside = tuple(_beside(one))
    name = words.HORIZON_NAMES[one.horizon]
    finding = _finding(one, floor)
    said = [*(vote.spoken for vote in statements if vote.count), *beside]
    return Spread(
        horizon=one.horizon.value,
        name=name,
        round_name=words.round_name(one.round_number),
        is_shown=one.is_shown,
        finding=finding,
        statements=statements,
        dot_people=dot_people,
        beside=beside,
        facts=tuple(_facts(one)),
        notes=tuple(_notes(one, dot_people, floor)),
        invited=words.invited(one.far_codes) if one.is_shown and one.far_codes else "",
        agreed="" if agreed is None else words.agreed(agreed.code),
        earlier=tuple(_earlier(one)),
        spoken=words.spread_spoken(name, finding, said),
    )


def people_a_dot(most: int) -> int:
    """How many people a dot stands for, so that no statement has more than 30: 1, 2, 5, 10, 20, 50 ...

    >>> people_a_dot(12), people_a_dot(31), people_a_dot(400)
    (1, 2, 20)
    """
    power = 1
    while True:
        for number in _ROUND_NUMBERS:
            if most <= MOST_DOTS * number * power:
                return number * power
        power *= 10


def _statements(item: Item, one: Revealed, dot_people: int, agreed: Answer | None) -> Iterator[StatementVotes]:
    total = sum(one.code_counts)
    for code, (count, statement) in enumerate(zip(one.code_counts, item.statements, strict=True)):
        marks = tuple(_marks(one, code, agreed))
        yield StatementVotes(
            letter=words.letter(code),
            statement=statement,
            count=count,
            text=words.people(count),
            dot_count=-(-count // dot_people),
            marks=marks,
            is_value=code == (one.code if agreed is None else agreed.code),
            is_far=code in one.far_codes,
            spoken=words.dot_spoken(code, count, total, marks),
        )


def _marks(one: Revealed, code: int, agreed: Answer | None) -> Iterator[str]:
    if agreed is not None and agreed.code == code:
        yield words.AGREED_MARK
    if one.code == code:
        yield words.VALUE_MARK
    if one.upper_code == code != one.code:
        yield words.UPPER_MARK
    if one.leadership_code == code:
        yield words.LEADERSHIP
    if one.practitioner_code == code:
        yield words.PRACTITIONERS


def _finding(one: Revealed, floor: int) -> str:
    if not one.is_shown:
        return words.not_shown(floor)
    if one.outcome is Outcome.NOT_APPLICABLE:
        return words.mostly_not_applicable(one.not_applicable_count)
    if one.code is None:
        return words.NOBODY_CHOSE
    chosen = [code for code, count in enumerate(one.code_counts) if count]
    if len(chosen) == 1:
        count = sum(one.code_counts)
        return words.unanimous(count, one.code) if count > 1 else words.ALL_ALONE
    if one.is_split and one.upper_code is not None:
        return words.split(one.code, one.upper_code)
    if one.within_one_share is not None and one.within_one_share >= CLOSE_SHARE:
        return words.within_one_step(one.code)
    return words.spread(one.code, chosen[0], chosen[-1])


def _beside(one: Revealed) -> Iterator[str]:
    if one.is_shown and one.dont_know_count:
        yield words.dont_know(one.dont_know_count)
    if one.is_shown and one.not_applicable_count:
        yield words.not_applicable(one.not_applicable_count)


def _facts(one: Revealed) -> Iterator[Fact]:
    if one.code is None:
        return
    yield Fact(id="value", label=words.VALUE_LABEL, text=words.letter(one.code), value=one.code)
    if one.upper_code is not None and one.upper_code != one.code:
        text = words.letter(one.upper_code)
        yield Fact(id="upper", label=words.UPPER_LABEL, text=text, value=one.upper_code)
    if one.consensus_share is not None:
        text = words.agreement(one.consensus_share)
        yield Fact(
            id="agreement",
            label=words.AGREEMENT_LABEL,
            text=text,
            value=one.consensus_share,
            note=words.AGREEMENT_NOTE,
        )
    if one.within_one_share is not None:
        text = words.within_one(one.within_one_share)
        yield Fact(id="within-one", label=words.WITHIN_LABEL, text=text, value=one.within_one_share)


def _notes(one: Revealed, dot_people: int, floor: int) -> Iterator[str]:
    if one.leadership_code is not None and one.practitioner_code is not None:
        yield words.sides(one.leadership_code, one.practitioner_code)
    if one.is_shown and dot_people > 1:
        yield words.several_a_dot(dot_people)
    if one.sealed_count:
        yield words.sealed(one.sealed_count, floor)


def _earlier(one: Revealed) -> Iterator[EarlierRound]:
    """The rounds before, by their number; without one where a round that may not be shown lies between."""
    is_whole = len(one.earlier) == one.round_number - 1
    for number, counts in enumerate(one.earlier, 1):
        chosen = [words.chosen(code, count) for code, count in enumerate(counts) if count]
        name = words.round_name(number) if is_whole else words.EARLIER
        yield EarlierRound(name=name, counts=counts, spoken=words.earlier_round(name, chosen or [words.NONE_CHOSEN]))


def _table(spread: Spread) -> Table:
    return Table(
        id=f"votes-{spread.horizon}",
        title=words.SPREAD_TITLE,
        columns=(
            Column(id="letter", name=words.LETTER_COLUMN, kind=Kind.MARK),
            Column(id="people", name=words.PEOPLE_COLUMN, kind=Kind.NUMBER),
            Column(id="marks", name=words.MARKS_COLUMN),
            Column(id="statement", name=words.STATEMENT_COLUMN),
        ),
        rows=tuple(
            Row(
                id=vote.letter,
                cells=(
                    Cell(text=vote.letter, value=code),
                    Cell(text=vote.text, value=vote.count),
                    Cell(text=words.marks(vote.marks)),
                    Cell(text=vote.statement),
                ),
            )
            for code, vote in enumerate(spread.statements)
        ),
        empty="",
    )
