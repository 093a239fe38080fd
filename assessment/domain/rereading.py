"""What a file says, place by place, and what differs from what it should say.

| symbol | name | unit | range |
|---|---|---|---|
| value | one cell, label or number; of a running text, one word | | |
| place | where it stands: `kind` and the names that lead there | | |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


class PlaceKind(StrEnum):
    """What a place is; behind each what its parts are."""

    PAGE = "page"  # number
    CELL = "cell"  # sheet, address
    SLIDE = "slide"  # number, what on it
    ROW = "row"  # file, number of the row, number of the column
    PART = "part"  # what stands above it, and where in it


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place with what stands there. `is_running`: a text of many values, compared word by word."""

    kind: PlaceKind
    parts: tuple[str, ...]
    text: str
    is_running: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceDifference:
    """What a place says and what it should say; None where the file, or what it should be, has no such place."""

    kind: PlaceKind
    parts: tuple[str, ...]
    found: str | None
    wanted: str | None


def value_count(places: Iterable[Place]) -> int:
    """How many values some places hold.

    >>> value_count((Place(kind=PlaceKind.PAGE, parts=("1",), text="two words", is_running=True),))
    2
    """
    return sum(len(place.text.split()) if place.is_running else 1 for place in places)


def compare_places(found: Iterable[Place], wanted: Iterable[Place]) -> tuple[PlaceDifference, ...]:
    """Every place that differs, in the order of what is wanted, then places that only the file has.

    A place that is there several times is compared with its like, in turn.
    """
    by_key = dict(_keyed(found))
    differences: list[PlaceDifference] = []
    for key, place in _keyed(wanted):
        differences += _differing(by_key.pop(key, None), place)
    differences += [_difference(place, place.text, None) for place in by_key.values()]
    return tuple(differences)


def _keyed(places: Iterable[Place]) -> Iterator[tuple[tuple[str, tuple[str, ...], int], Place]]:
    seen: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for place in places:
        key = (place.kind.value, place.parts)
        yield (*key, seen[key]), place
        seen[key] += 1


def _differing(found: Place | None, wanted: Place) -> Iterator[PlaceDifference]:
    if found is None:
        yield _difference(wanted, None, wanted.text)
    elif found.text != wanted.text:
        if wanted.is_running:
            yield from _words_apart(found, wanted)
        else:
            yield _difference(wanted, found.text, wanted.text)


def _words_apart(found: Place, wanted: Place) -> Iterator[PlaceDifference]:
    """The runs of words in which two texts differ."""
    first, second = found.text.split(), wanted.text.split()
    if first == second:
        yield _difference(wanted, found.text, wanted.text)  # only its spaces differ
    for tag, start, end, from_word, to_word in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if tag != "equal":
            yield _difference(wanted, " ".join(first[start:end]), " ".join(second[from_word:to_word]))


def _difference(place: Place, found: str | None, wanted: str | None) -> PlaceDifference:
    return PlaceDifference(kind=place.kind, parts=place.parts, found=found, wanted=wanted)
