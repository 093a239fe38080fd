"""A benchmark read from a CSV file: strictly, every fault named by its line, all of it or nothing."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from assessment.domain.portfolio.benchmark import EARLIEST_YEAR, HIGHEST_LEVEL, LATEST_YEAR, Benchmark, BenchmarkLine
from assessment.errors import InvalidInput
from assessment.services.validation import checked
from assessment.store import folded
from assessment.views.wording import benchmark as words

COLUMNS = ("process", "median", "lower quartile", "upper quartile", "n", "source", "year")
"""The columns, in any order, all of them and no other."""
BYTE_LIMIT = 100_000
FAULTS_NAMED = 5
_LEVEL = re.compile(r"[0-9](\.[0-9]{1,6})?", re.ASCII)


class _FaultError(Exception):
    """What is wrong with a line."""


def read_benchmark(content: bytes, file_name: str, processes: Mapping[str, str]) -> Benchmark:
    """The benchmark in a file; `processes` are the names of those that it may speak of, by their ids.

    Raises InvalidInput, which names each line with a fault.
    """
    lines: list[BenchmarkLine] = []
    faults: list[str] = []
    known = {folded(name): one for one, name in processes.items()} | {folded(one): one for one in processes}
    seen: dict[str, int] = {}
    for number, row in _rows(content, file_name):
        try:
            line = _line(row, known)
            if line.process_id in seen:
                raise _FaultError(words.twice(processes[line.process_id], seen[line.process_id]))
            seen[line.process_id] = number
            lines.append(line)
        except _FaultError as fault:
            faults.append(words.at_line(number, str(fault)))
    if faults:
        raise InvalidInput(file_name, words.faults(faults, FAULTS_NAMED), words.CORRECT_LINES)
    if not lines:
        raise InvalidInput(file_name, words.NO_LINE, words.HOW_TO_WRITE)
    return checked(Benchmark, file_name=file_name, lines=tuple(lines))


def _rows(content: bytes, file_name: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Each line that is not empty, by its number in the file, its values by column."""
    if len(content) > BYTE_LIMIT:
        raise InvalidInput(file_name, words.too_large(BYTE_LIMIT), words.HOW_TO_WRITE)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInput(file_name, words.NOT_TEXT, words.SAVE_AS_UTF8) from error
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        heads = [folded(head) for head in next(reader, [])]
        if sorted(heads) != sorted(COLUMNS):
            raise InvalidInput(file_name, words.wrong_columns(heads, COLUMNS), words.HOW_TO_WRITE)
        for values in reader:
            if any(value.strip() for value in values):
                yield reader.line_num, _row(heads, values)
    except csv.Error as error:
        raise InvalidInput(file_name, words.at_line(reader.line_num, words.NOT_CSV), words.HOW_TO_WRITE) from error


def _row(heads: list[str], values: list[str]) -> Mapping[str, str]:
    """The values by column; a line with another number of them has none, and is refused with its number."""
    return {head: value.strip() for head, value in zip(heads, values, strict=True)} if len(heads) == len(values) else {}


def _line(row: Mapping[str, str], known: Mapping[str, str]) -> BenchmarkLine:
    if not row:
        raise _FaultError(words.value_count(len(COLUMNS)))
    process_id = known.get(folded(row["process"]))
    if process_id is None:
        raise _FaultError(words.unknown_process(row["process"]))
    lower, median, upper = (_level(row, name) for name in ("lower quartile", "median", "upper quartile"))
    if not lower <= median <= upper:
        raise _FaultError(words.NOT_IN_ORDER)
    if not row["source"]:
        raise _FaultError(words.NO_SOURCE)
    try:
        return BenchmarkLine(
            process_id=process_id,
            median=median,
            lower_quartile=lower,
            upper_quartile=upper,
            n=_whole(row, "n", 1, 10**9),
            source=row["source"],
            year=_whole(row, "year", EARLIEST_YEAR, LATEST_YEAR),
        )
    except ValidationError as error:
        raise _FaultError(words.SOURCE_TOO_LONG) from error


def _level(row: Mapping[str, str], name: str) -> float:
    if not _LEVEL.fullmatch(row[name]) or float(row[name]) > HIGHEST_LEVEL:
        raise _FaultError(words.not_a_level(name, row[name]))
    return float(row[name])


def _whole(row: Mapping[str, str], name: str, lowest: int, highest: int) -> int:
    text = row[name]
    value = int(text) if text.isascii() and text.isdigit() and len(text) < 12 else -1
    if not lowest <= value <= highest:
        raise _FaultError(words.not_a_number(name, text, lowest))
    return value
