"""What is raised where somebody stored another value since the one a change was made from: facts, for others to say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assessment.domain.answered.entries import AssessmentModel
from assessment.domain.layout.layout import Layout
from assessment.domain.portfolio.benchmark import Benchmark


class Outdated(Exception):
    """An entry is not what it was at the version a change was made from; nothing was changed.

    `theirs` is what is stored, at `version`, None and 0 where it was removed; `yours` is what was to take its place,
    None for a removal. `their_count` entries would have gone with it.
    """

    def __init__(
        self,
        *,
        model: type[AssessmentModel],
        key: tuple[str, ...],
        theirs: AssessmentModel | None,
        yours: AssessmentModel | None,
        version: int,
        their_count: int = 0,
    ) -> None:
        self.model = model
        self.key = key
        self.theirs = theirs
        self.yours = yours
        self.version = version
        self.their_count = their_count
        super().__init__(f"{model.__name__} {key} is at version {version}")


class OutdatedHeader(Exception):
    """Fields of a header, or the scope, are not what they were; nothing was changed. Both hold the same fields."""

    def __init__(self, *, theirs: Mapping[str, Any], yours: Mapping[str, Any], version: int) -> None:
        self.theirs = theirs
        self.yours = yours
        self.version = version
        super().__init__(f"{', '.join(theirs)} changed since; the header is at version {version}")


class OutdatedWhole(Exception):
    """An assessment is not in the state it was looked at: so many changes were made since."""

    def __init__(self, *, name: str, change_count: int, version: int) -> None:
        self.name = name
        self.change_count = change_count
        self.version = version
        super().__init__(f"{change_count} changes since; the assessment is at revision {version}")


class OutdatedName(Exception):
    """An organisation or unit is not called what it was; nothing was changed.

    `kind` is "organisation" or "unit", `theirs` what it is called now, `yours` what it was to be called, None where it
    was to be merged.
    """

    def __init__(self, *, kind: str, theirs: str, yours: str | None, version: int) -> None:
        self.kind = kind
        self.theirs = theirs
        self.yours = yours
        self.version = version
        super().__init__(f"the {kind} was renamed; it is at version {version}")


class OutdatedLayout(Exception):
    """A layout is not what it was at the version a change was made from; nothing was changed.

    `theirs` is what is stored, at `version`, None and 0 where it was removed; `yours` what was to take its place, None
    for a removal.
    """

    def __init__(self, *, theirs: Layout | None, yours: Layout | None, version: int) -> None:
        self.theirs = theirs
        self.yours = yours
        self.version = version
        super().__init__(f"the layout is at version {version}")


class OutdatedBenchmark(Exception):
    """The benchmark of an organisation is not what it was; nothing was changed.

    `theirs` is what is stored, at `version`, None and 0 where there is none; `yours` what was to take its place.
    """

    def __init__(self, *, theirs: Benchmark | None, yours: Benchmark | None, version: int) -> None:
        self.theirs = theirs
        self.yours = yours
        self.version = version
        super().__init__(f"the benchmark is at version {version}")
