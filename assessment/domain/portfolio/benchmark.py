"""Levels of others, as somebody outside published them: a line a process, with its source.

| field | unit | range |
|---|---|---|
| median, lower_quartile, upper_quartile | level | 0 to 5, in order |
| n | organisations behind it | 1 up |
| year | year of the survey | 1990 to 2100 |
"""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from assessment.domain.answered.entries import AssessmentModel, ShortText
from assessment.domain.authored.content import Slug

EARLIEST_YEAR, LATEST_YEAR = 1990, 2100
HIGHEST_LEVEL = 5.0
Level = Annotated[float, Field(ge=0, le=HIGHEST_LEVEL)]


class BenchmarkLine(AssessmentModel):
    """What others have in one process."""

    process_id: Slug
    median: Level
    lower_quartile: Level
    upper_quartile: Level
    n: Annotated[int, Field(ge=1)]
    source: ShortText
    year: Annotated[int, Field(ge=EARLIEST_YEAR, le=LATEST_YEAR)]

    @model_validator(mode="after")
    def _is_in_order(self) -> Self:
        if not self.lower_quartile <= self.median <= self.upper_quartile:
            raise ValueError("the median lies between its quartiles")
        return self


class Benchmark(AssessmentModel):
    """The benchmark of an organisation; `file_name` is what the file was called that it was read from."""

    file_name: ShortText
    lines: Annotated[tuple[BenchmarkLine, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _has_each_process_once(self) -> Self:
        ids = [line.process_id for line in self.lines]
        if len(set(ids)) < len(ids):
            raise ValueError("a process has two lines")
        return self

    def line(self, process_id: str) -> BenchmarkLine | None:
        """The line of a process; None where there is none."""
        return next((one for one in self.lines if one.process_id == process_id), None)
