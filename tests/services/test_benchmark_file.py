"""A benchmark is read strictly: each fault is named by its line, and a file with one is refused as a whole."""

from __future__ import annotations

import pytest

from assessment.errors import InvalidInput
from assessment.services.benchmark_file import BYTE_LIMIT, read_benchmark

HEAD = "process,median,lower quartile,upper quartile,n,source,year"
PROCESSES = {"change-management": "Change Management", "planning": "Planning"}


def read(*lines: str, head: str = HEAD):  # type: ignore[no-untyped-def]
    return read_benchmark("\n".join((head, *lines)).encode(), "others.csv", PROCESSES)


def refused(*lines: str, head: str = HEAD) -> str:
    with pytest.raises(InvalidInput) as caught:
        read(*lines, head=head)
    assert caught.value.where == "others.csv"
    assert "Nothing was changed" in str(caught.value)
    return caught.value.reason


def test_a_process_is_named_by_its_name_or_its_id_and_values_are_exact() -> None:
    benchmark = read(' CHANGE  management ,2.25,1,3,140,"Survey, the second",2025', "", "planning,0,0,5,1,S,1990")
    change, planning = benchmark.lines
    assert (change.process_id, change.median, change.lower_quartile, change.upper_quartile) == (
        "change-management",
        2.25,
        1.0,
        3.0,
    )
    assert (change.n, change.source, change.year) == (140, "Survey, the second", 2025)
    assert (planning.process_id, planning.n, planning.year) == ("planning", 1, 1990)
    assert benchmark.file_name == "others.csv"


def test_columns_stand_in_any_order_under_a_byte_order_mark() -> None:
    content = "\ufeffYear,n,Source,Upper quartile,Lower quartile,Median,Process\r\n2025,9,S,3,1,2,planning\r\n".encode()
    (line,) = read_benchmark(content, "others.csv", PROCESSES).lines
    assert (line.lower_quartile, line.median, line.upper_quartile) == (1, 2, 3)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("sleeping,2,1,3,9,S,2025", "no unit has a process 'sleeping' in scope"),
        (",2,1,3,9,S,2025", "it names no process"),
        ("planning,2,1,7,9,S,2025", "upper quartile '7' is no level from 0 to 5, such as 2.5"),
        ("planning,2,-1,3,9,S,2025", "lower quartile '-1' is no level from 0 to 5, such as 2.5"),
        ("planning,nan,1,3,9,S,2025", "median 'nan' is no level from 0 to 5, such as 2.5"),
        ("planning,,1,3,9,S,2025", "median is empty"),
        ("planning,4,1,3,9,S,2025", "the median must not lie outside its quartiles"),
        ("planning,0.5,1,3,9,S,2025", "the median must not lie outside its quartiles"),
        ("planning,2,1,3,0,S,2025", "n '0' is no whole number from 1"),
        ("planning,2,1,3,9.5,S,2025", "n '9.5' is no whole number from 1"),
        ("planning,2,1,3,9,,2025", "it names no source"),
        ("planning,2,1,3,9,S,1850", "year '1850' is no whole number from 1990"),
        ("planning,2,1,3,9,S", "it must have 7 values, one for each head"),
        ("planning,2,1,3,9,S,2025,more", "it must have 7 values, one for each head"),
        (f"planning,2,1,3,9,{'S' * 5000},2025", "the source is too long"),
    ],
)
def test_a_fault_is_named_by_its_line(line: str, fault: str) -> None:
    assert refused("change-management,2,1,3,9,S,2025", line) == f"line 3: {fault}"


def test_all_faults_are_named_and_those_past_the_fifth_counted() -> None:
    reason = refused(*(f"nobody-{number},2,1,3,9,S,2025" for number in range(7)))
    assert [part.partition(":")[0] for part in reason.split("; ")[:5]] == [f"line {number}" for number in range(2, 7)]
    assert reason.endswith("; and 2 more lines with faults")


def test_a_process_stands_once() -> None:
    line = "planning,2,1,3,9,S,2025"
    assert refused(line, line.replace("planning", "Planning")) == "line 3: Planning stands in line 2 already"


def test_heads_are_those_and_no_others() -> None:
    assert refused(head="process;median;n").startswith("line 1: process, median, lower quartile")
    assert refused(head=HEAD.replace(",year", "")) == "line 1: year is missing among the heads"
    assert refused(head=f"{HEAD},remark") == "line 1: remark does not belong there"
    assert refused() == "it has no line below its heads"


def test_what_is_no_text_or_too_much_of_it_is_refused() -> None:
    for content, reason in (
        (b"\xff\xfe\x00", "it is no text in UTF-8"),
        (HEAD.encode() + b"\n" * BYTE_LIMIT, "it has more than 100,000 bytes"),
        (f'{HEAD}\nplanning,2,1,3,9,"S'.encode(), "line 2: a quotation mark is opened and not closed"),
    ):
        with pytest.raises(InvalidInput, match=reason):
            read_benchmark(content, "others.csv", PROCESSES)
