"""Expected against computed, value by value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from assessment.domain.cases.reading import LONGEST_NAME, MOST_ENTRIES, shortened

AGREEMENT_TOLERANCE = 1e-4


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One value that the method computes otherwise than a case expects; `path` is empty for a whole output.

    `expected` or `computed` is `NOTHING` where that side has no value of that name.
    """

    case_id: str
    area: str
    path: str
    expected: object
    computed: object


class Absence(Enum):
    """Stands for a name that one of the two does not have."""

    NOTHING = "nothing"


NOTHING = Absence.NOTHING


def compare(case_id: str, area: str, expected: object, computed: object) -> Iterator[Difference]:
    """Every difference of two outputs; numbers agree within 1e-4, and everything else has to be the same."""
    for path, expected_part, computed_part in _pairs("", expected, computed):
        if not _agree(expected_part, computed_part):
            yield Difference(case_id=case_id, area=area, path=path, expected=expected_part, computed=computed_part)


def _pairs(path: str, expected: object, computed: object) -> Iterator[tuple[str, object, object]]:
    """The leaves of both, as deep as the computed one goes."""
    if isinstance(expected, dict) and isinstance(computed, dict) and len(expected) <= MOST_ENTRIES:
        for name in dict.fromkeys((*computed, *expected)):
            inner = name if isinstance(name, str) and len(name) <= LONGEST_NAME else shortened(name)
            inner = f"{path}.{inner}" if path else inner
            yield from _pairs(inner, expected.get(name, NOTHING), computed.get(name, NOTHING))
    elif isinstance(expected, list) and isinstance(computed, list) and len(expected) == len(computed):
        for index, parts in enumerate(zip(expected, computed, strict=True)):
            yield from _pairs(f"{path}[{index}]", *parts)
    else:
        yield path, expected, computed


def _agree(expected: object, computed: object) -> bool:
    if isinstance(expected, bool) or isinstance(computed, bool):
        return expected is computed
    if isinstance(expected, (int, float)) and isinstance(computed, (int, float)):
        return computed - AGREEMENT_TOLERANCE <= expected <= computed + AGREEMENT_TOLERANCE
    if isinstance(computed, (dict, list)):
        return False  # what could be compared part by part was
    return type(expected) is type(computed) and expected == computed
