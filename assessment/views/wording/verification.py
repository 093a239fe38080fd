"""What `verify` says of worked cases."""

from __future__ import annotations

from assessment.views.wording.numbers import plural

NOTHING = "nothing of that name"


def difference(case_id: str, area: str, path: str, expected: str, computed: str) -> str:
    """One value that differs; `path` is empty for a whole output."""
    if path:
        return f"{case_id} ({area}) at {path}: expected {expected}, computed {computed}"
    return f"{case_id} ({area}): expected {expected}, computed {computed}"


def summary(case_count: int, differing_count: int) -> str:
    """How many cases there were and how many of them differ.

    >>> summary(1, 0), summary(118, 2)
    ('1 case, 0 differ', '118 cases, 2 differ')
    """
    return plural(
        case_count,
        {"one": f"{{count}} case, {differing_count} differ", "other": f"{{count}} cases, {differing_count} differ"},
    )
