"""Every word of the product is fit to be shown: a label or sentence begins with a capital and has nothing left over."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping

import pytest

from assessment.views import wording

MODULES = sorted(found.name for found in pkgutil.walk_packages(wording.__path__, f"{wording.__name__}."))
BEGINS_SMALL = re.compile(r"[a-zà-ÿ]")


def constants(module: str) -> Iterator[tuple[str, str]]:
    """Name and text of each word a module keeps, those in its tables included."""
    for name, value in vars(importlib.import_module(module)).items():
        if name.isupper() and not name.startswith("_"):
            yield from ((name, text) for text in texts(value))


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from texts(one)


WITHIN = frozenset(
    re.findall(
        r"\S+",
        """
        AGREED AGREEMENT_INCOMPLETE AGREEMENT_NOTE ANSWERED_NOTE APPOINT_EFFORT AS_DRAFT AS_MERGED AS_RENAMED
        AS_SIGNED_OFF AS_VALIDATED AT_TARGET AT_TARGET_NOTE BINDS BROKEN BY_A_SECOND_PERSON BY_THEMSELVES
        CHANGES CONFIDENTIAL COUNTS DEFAULT DIRECTIONS DONT_KNOW EFFORTS EFFORT_BY_HAND EMPTY_REASON EVIDENCE_NOTE
        DAMAGED EVIDENCE_AGAINST
        EXTENSION EXTENSION_MARK FACT_NOTE FICTIONAL FILE_KEPT HIGH_LEVEL HIGH_SCORE HOLDS HORIZONS INDICATIVE KEPT
        KEPT_FEEDBACK KEPT_FLAG LANGUAGE LEGEND_ASSUMED LEGEND_BROKEN LEGEND_LOW_CONFIDENCE LEGEND_NOTHING_RATED
        LEGEND_NOT_APPLICABLE LEGEND_NOT_FUNDED LEGEND_PROPOSED LEGEND_PROVISIONAL LEGEND_SCENARIO MARKED
        MATCHES MEAN_NOTE NO NOTHING_ANSWERED NOUNS
        NOBODY NOTE_ALONE NOTHING NOTHING_HOLDS NOTHING_RATED NOT_APPLICABLE NOT_APPLICABLE_NOTE
        NOT_ASSESSED_NOTE NOT_A_LEVEL NOT_COUNTED NOT_HERE NOT_RATED NOT_SET NO_ANSWER NO_APPROVER NO_EVIDENCE
        NO_EVIDENCE_NEEDED NO_GAP NO_LEVEL_TO_COMPARE NO_OWNER NO_PRICE NO_PROCESS_REASON NO_RATIONALE
        NO_STRENGTH NO_VALUE OWN_BOUND OWN_RULE PINNED POINTS_NOTE PROVISIONAL PROVISIONAL_NOTE QUICK_WIN
        REASON_MISSING SET_BY_HAND SPEAKS SPLIT TOO_FEW UPPER WITHIN_ONE_NOTE YES
        KIND_NAMES PHONES_DID_NOT_BEGIN PHONES_NOT_ALLOWED PHONES_PORT_REFUSED PHONES_PORT_TAKEN
        NOW_KEY AFTER_KEY TARGET_KEY PROVISIONAL_KEY SMALL_NUMBERS
        ACTION_NEEDED ADDED DUE_FIRST NEWER_SHEET NOT_ASKED NOT_THIS_PERSON NO_SHEET NO_STEP REASON_NEEDED
        REASON_WITHOUT_ANSWER TWO_NOTES UNKNOWN_ACTION UNKNOWN_PERSON UNKNOWN_PROCESS UNKNOWN_QUESTION
        UNKNOWN_STATE WRONG_ASSESSMENT
        AS_DISABLED AS_ENABLED AS_GIVEN AS_INVITED AS_SIGNED_OUT AS_TAKEN AS_WITHDRAWN
        AS_MADE AS_REMOVED NOT_ALIKE FIELDS FONTS GIF HOUSE_LANGUAGE ITS_STYLE JPEG LANGUAGES NONE OLD_FONT OLD_OFFICE
        OTHER_PICTURE PACKED PDF REMOVED TO_BE_REMOVED USES
        BEGUN DOUBTS EVERYTHING FILE_STEM NAME_GONE PERSON_GONE THIS WHOLE
        LEGEND_NOISE LEGEND_NOT_THERE NOT_BEYOND_NOISE NOT_DUE NOT_THERE NOT_TOLD_APART NO_CHANGE REASONS SHORT
        AS_READ AS_TAKEN_OUT AT_TARGET_LABEL_NOTE LEGEND_APART NOT_CSV NOT_IN_ORDER NOT_TEXT NO_FORMAT NO_LINE
        NO_ORGANISATION NO_SOURCE QUARTILES_UNTOLD SOURCE_TOO_LONG TO_NOBODY
        AGREED_MEANWHILE OUT_OF_SCOPE VOTES_MEANWHILE CLOSED_ROOM
        FULL LEFT NAME_MISSING NO_CHOICE NO_NUMBER PARK ROLE_MISSING TOO_MUCH
        IS_THE_PLAN MOVES NOTHING_PLANNED NOT_FUNDED NO_STEP PRESENT_ID THE_PLAN TWO_NEEDED
        CONDITIONS NO_INTERFACE
        AFTER_KEY NOW_KEY NO_DAY NO_PERCENT PROVISIONAL_KEY SMALL_NUMBERS STATE_WORDS TARGET_KEY
        EXTENSION_NOTE NOT_SAID
        DERIVED DERIVED_OWNER DERIVED_ACTION_OWNER NO_DAY_SET NOT_YET UNSEEN UNKNOWN_STEP POINTS_UNIT NO_FILE
        DAY_AND_NOT_DONE EXTENSION_NOTE LEGEND_NO_VALUE NOT_SAID REACHES_ALL_NOTE
        """,
    )
)
"""What stands inside a sentence, in a cell or under a figure, and begins small there."""
BARE = frozenset({"SEPARATOR", "SHORTENED", "UNBROKEN", "UPLOAD", "WHO_AND_WHEN"})
"""What is joined to other words, spaces and all."""


@pytest.mark.parametrize("module", MODULES)
def test_a_label_begins_with_a_capital_and_has_nothing_left_over(module: str) -> None:
    for name, text in constants(module):
        if name in BARE:
            continue
        assert text == text.strip(), name
        assert not re.search(r"  |\.\.(?!\.)|\s[.,;]|XX", text), name
        assert name in WITHIN or not BEGINS_SMALL.match(text), f"{name}: {text}"
