"""What drawn entries are made of: words, texts, codes, ids and answers."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from assessment.domain.answered.entries import Answer, AnswerKind

Strategy = st.SearchStrategy[Any]
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40).map(str.strip).filter(bool)
LINES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=80)
TEXTS = LINES.map(str.strip).filter(bool)
CODES = st.integers(0, 5)
WEIGHTS = st.floats(0, 1000, allow_nan=False)
RESPONDENT_IDS = ("0-9", "7f3c", "a", "r-1")
HASHES = st.text("0123456789abcdef", min_size=64, max_size=64)
ROW_IDS = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=12)


def maybe(strategy: Strategy) -> Strategy:
    return st.none() | strategy


def answers(*kinds: AnswerKind) -> Strategy:
    made = {
        AnswerKind.RATED: st.builds(Answer, kind=st.just(AnswerKind.RATED), code=CODES, reason=maybe(WORDS)),
        AnswerKind.NOT_APPLICABLE: st.builds(Answer, kind=st.just(AnswerKind.NOT_APPLICABLE), reason=WORDS),
        AnswerKind.DONT_KNOW: st.builds(Answer, kind=st.just(AnswerKind.DONT_KNOW), reason=maybe(WORDS)),
    }
    return st.one_of(*(made[kind] for kind in kinds or AnswerKind))
