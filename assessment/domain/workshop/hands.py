"""A show of hands, and letters read from slips of paper, as counts of the six statements.

No rating is made of either: nobody is named, so nothing can be told of people. The value proposed is the lower median
of the counts (METHOD.md section 3), and the number of people counted stands behind a value that is agreed on it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.answered.workshop import COUNTED_SOURCES, VoteRound
from assessment.domain.authored.framework import Horizon
from assessment.domain.rating.consensus import SPLIT_CODES, reach_consensus, upper_median
from assessment.domain.rating.results import Outcome

LETTERS = "ABCDEF"
"""The six statements as they are called on a slip of paper, from the lowest to the highest."""
DONT_KNOW_SIGN, NOT_APPLICABLE_SIGN = "?", "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many people chose each of the six statements, don't know, or say that it does not apply."""

    code_counts: tuple[int, int, int, int, int, int]
    dont_know_count: int = 0
    not_applicable_count: int = 0

    @property
    def people_count(self) -> int:
        """How many people were counted."""
        return sum(self.code_counts) + self.dont_know_count + self.not_applicable_count


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """What a line of letters comes to; `unread` are the signs in it that stand for nothing, each once, as typed."""

    tally: Tally
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a tally comes to: a value, or none where nobody chose a statement and it is not said not to apply.

    `code` is the lower median, None unless `outcome` is rated; `upper_code` the upper reading; split: two codes apart.
    """

    outcome: Outcome
    code: int | None
    upper_code: int | None
    is_split: bool


def read_paper(line: str) -> PaperLine:
    """The counts of a line such as "A A C D ? -": letters in any case, spaces, commas and new lines between or not.

    >>> read_paper("A a, C D ? - X").tally
    Tally(code_counts=(2, 0, 1, 1, 0, 0), dont_know_count=1, not_applicable_count=1)
    >>> read_paper("AB7 b7").unread
    ('7',)
    """
    counts, unread = dict.fromkeys((*LETTERS, DONT_KNOW_SIGN, NOT_APPLICABLE_SIGN), 0), dict[str, None]()
    for sign in unicodedata.normalize("NFKC", line):
        letter = NOT_APPLICABLE_SIGN if unicodedata.category(sign) == "Pd" else sign.upper()
        if letter in counts:
            counts[letter] += 1
        elif not (sign.isspace() or sign in ",;./|"):
            unread[sign] = None
    none, started, partly, largely, mostly, fully = (counts[letter] for letter in LETTERS)
    tally = Tally(
        code_counts=(none, started, partly, largely, mostly, fully),
        dont_know_count=counts[DONT_KNOW_SIGN],
        not_applicable_count=counts[NOT_APPLICABLE_SIGN],
    )
    return PaperLine(tally=tally, unread=tuple(unread))


def propose(tally: Tally) -> Proposal:
    """The value of a tally by the rules of ratings: lower median, or not applicable. METHOD.md section 3.

    >>> propose(Tally(code_counts=(0, 2, 0, 0, 2, 0)))
    Proposal(outcome=<Outcome.RATED: 'rated'>, code=1, upper_code=4, is_split=True)
    >>> propose(Tally(code_counts=(0, 0, 0, 0, 0, 0), dont_know_count=3)).outcome.value
    'unrated'
    """
    outcome, code = reach_consensus(tally.code_counts, tally.not_applicable_count, tally.dont_know_count)
    upper_code = None if code is None else upper_median(tally.code_counts)
    is_split = code is not None and upper_code is not None and upper_code - code >= SPLIT_CODES
    return Proposal(outcome=outcome, code=code, upper_code=upper_code, is_split=is_split)


def newest_typed_round(rounds: Iterable[VoteRound], item_id: str, horizon: Horizon) -> VoteRound | None:
    """The newest round of votes on an item for a horizon that was typed in; None without one."""
    own = (one for one in rounds if (one.item_id, one.horizon) == (item_id, horizon) and one.source in COUNTED_SOURCES)
    return max(own, key=lambda one: one.number, default=None)


def tally_of(one: VoteRound) -> Tally:
    """A round as a tally."""
    none, started, partly, largely, mostly, fully = one.code_counts
    return Tally(
        code_counts=(none, started, partly, largely, mostly, fully),
        dont_know_count=one.dont_know_count,
        not_applicable_count=one.not_applicable_count,
    )


def counted_answers(one: VoteRound) -> tuple[int, ...]:
    """A round as the eight counts of choices: codes 0 to 5, not applicable, don't know."""
    return (*one.code_counts, one.not_applicable_count, one.dont_know_count)


def answer_of(code: int | None, reason: str | None = None) -> Answer:
    """A value that the room can agree on: a code, or not applicable with its reason."""
    if code is None:
        return Answer(kind=AnswerKind.NOT_APPLICABLE, reason=reason)
    return Answer(kind=AnswerKind.RATED, code=code)
