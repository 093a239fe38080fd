"""The scale of an item: six codes, their letters and percents, and the bands of a percent (METHOD.md section 1).

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| code | ordinal answer to an item | none | 0 to 5 | higher is better |
| percent | achievement | percent | 0 to 100 | higher is better |
| letter | refined letter of a code or percent | none | N, P-, P+, L-, L+, F | F is best |
| band | plain letter of a percent | none | N, P, L, F | F is best |
| shown score | score as it is printed | none | 0.0 to 5.0 | higher is better |

Letters and band edges: refined rating scale of ISO/IEC 33020:2015 as printed in Automotive SPICE PAM 3.1.
One percent for each code (20 times the code) is an own rule. An edge belongs to the lower band.
"""

from __future__ import annotations

import math
from bisect import bisect_left

from assessment.domain.authored.content import RatingLetter

TOLERANCE = 1e-9
HIGHEST_CODE = 5
CODE_COUNT = 6
PERCENT_PER_CODE = 20.0
PARTLY_BOUND = 15.0
ACHIEVED_BOUND = 50.0
CARRY_BOUND = 67.5
FULLY_BOUND = 85.0
CARRY_BOUNDS = (CARRY_BOUND, FULLY_BOUND)

LETTERS = tuple(RatingLetter)
CODE_BY_LETTER = {letter: code for code, letter in enumerate(LETTERS)}
REFINED_EDGES = (PARTLY_BOUND, 32.5, ACHIEVED_BOUND, CARRY_BOUND, FULLY_BOUND)


def is_above(percent: float, bound: float) -> bool:
    """Whether a percent is above a bound; at the bound (within 1e-9) it is not.

    >>> is_above(50.01, 50.0), is_above(50.0, 50.0), is_above(50.0 + 1e-12, 50.0)
    (True, False, False)
    """
    return percent > bound + TOLERANCE


def letter_of_code(code: int) -> RatingLetter:
    """The letter of a code from 0 (N, not done) to 5 (F, fully).

    >>> [letter_of_code(code).value for code in range(6)]
    ['N', 'P-', 'P+', 'L-', 'L+', 'F']
    """
    return LETTERS[code]


def percent_of_code(code: int) -> float:
    """The percent a code stands for: 20 times the code, 0 to 100. Own rule.

    >>> percent_of_code(4)
    80.0
    """
    return PERCENT_PER_CODE * code


def code_of_percent(percent: float) -> int:
    """The code whose refined band a percent lies in, 0 to 5; 20 times a code falls back on that code.

    >>> [code_of_percent(percent) for percent in (15, 15.01, 32.5, 50, 67.5, 85, 85.01)]
    [0, 1, 1, 2, 3, 4, 5]
    """
    return bisect_left(REFINED_EDGES, percent - TOLERANCE)


def letter_of_percent(percent: float) -> RatingLetter:
    """The refined letter of a percent from 0 to 100.

    >>> letter_of_percent(67.5).value, letter_of_percent(80).value
    ('L-', 'L+')
    """
    return LETTERS[code_of_percent(percent)]


def band_of_percent(percent: float) -> str:
    """The plain letter of a percent: N up to 15, P up to 50, L up to 85, F above.

    >>> [band_of_percent(percent) for percent in (15, 50, 85, 85.01)]
    ['N', 'P', 'L', 'F']
    """
    return letter_of_percent(percent).value[0]


def shown_score(score: float) -> float:
    """A score from 0 to 5 as it is printed: one decimal, rounded down, so that a shown 3.0 is always level 3.

    >>> shown_score(2.99), shown_score(3.0), shown_score(0.1 + 0.2 + 2.0)
    (2.9, 3.0, 2.3)
    """
    return math.floor(score * 10 + TOLERANCE) / 10
