"""`make bench`: the figures Plumbline is held to, measured here and written to results.md with the machine."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import open_plumbline
from assessment.settings import read_settings
from benchmarks import domain, exchange, files, portfolio, printing, services, steering
from benchmarks.clicking import Clicked, browser_page, measure_clicks, measure_switching
from benchmarks.first_report import measure_first_report
from benchmarks.measuring import ROOT, Measurement, commit, machine, processor, row
from benchmarks.serving import measure_restart, served
from benchmarks.team import measure_team

OUTPUT = ROOT / "benchmarks" / "results.md"
CLICKED_PROCESS = "incident-management"
SWITCHED_PROCESSES = (CLICKED_PROCESS, "problem-management")


def measure_pages(data_folder: Path) -> tuple[Measurement, Measurement]:
    """On a process page of the sample, answered by the two who are asked most of it: click to saved, and switching."""
    both, names = _asked_most(data_folder)
    with served(data_folder) as address:
        return (
            measure_clicks(address, both[0]),
            measure_switching(
                address,
                both[0].assessment_id,
                (both[0].respondent_id, both[1].respondent_id),
                CLICKED_PROCESS,
                (names[0], names[1]),
            ),
        )


def measure_as_a_team(data_folder: Path) -> tuple[Measurement, ...]:
    """What a sign-in costs a click, on the same page."""
    both, _ = _asked_most(data_folder)
    return measure_team(data_folder, both[0])


def _asked_most(data_folder: Path) -> tuple[list[Clicked], list[str]]:
    """The page of each who is asked most, the busiest first, and what the two processes are called."""
    plumbline = open_plumbline(read_settings({"PLUMBLINE_DATA": str(data_folder)}))
    try:
        sample_id = plumbline.assessments.ensure_sample(LOCAL_ACTOR)
        assignments = plumbline.assessments.load(LOCAL_ACTOR, sample_id).assignments
        framework = plumbline.assessments.framework(LOCAL_ACTOR, sample_id)
    finally:
        plumbline.close()
    asked = [
        {one.respondent_id: len(one.attribute_ids) for one in assignments if one.process_id == process_id}
        for process_id in SWITCHED_PROCESSES
    ]
    both = sorted(set(asked[0]) & set(asked[1]), key=lambda one: (-asked[0][one], one))
    pages = [Clicked(assessment_id=sample_id, respondent_id=one, process_id=CLICKED_PROCESS) for one in both]
    return pages, [framework.process_by_id[process_id].name for process_id in SWITCHED_PROCESSES]


def measure_first_use(data_folder: Path) -> tuple[Measurement, ...]:
    """From nothing to the PDF, as somebody goes it who has not seen the product."""
    with served(data_folder) as address, browser_page() as page:
        return measure_first_report(page, address, data_folder)


PARTS: Mapping[str, Callable[[Path], Iterable[Measurement]]] = {
    "domain": lambda _: domain.measure(),
    "after-one-answer": lambda folder: (services.measure_after_one_answer(folder),),
    "list": services.measure_list,
    "portfolio": portfolio.measure_portfolio,
    "printing": printing.measure,
    "files": lambda _: files.measure(),
    "steering": lambda folder: (*steering.measure(folder), steering.measure_slider(folder)),
    "restart": lambda folder: (measure_restart(folder),),
    "pages": measure_pages,
    "team": measure_as_a_team,
    "first-use": measure_first_use,
    "exchange": exchange.measure,
}


def main(wanted: Sequence[str]) -> int:
    """Measure the parts that are named, all without a name, one after the other on an otherwise idle machine.

    A row that was not measured keeps what it says, with the commit it was measured on.
    """
    unknown = sorted(set(wanted) - set(PARTS))
    if unknown:
        print(f"no such part: {', '.join(unknown)}; there are: {', '.join(PARTS)}")
        return 2
    rows = rows_of_before() if wanted else {}
    for name, measure in PARTS.items():
        if wanted and name not in wanted:
            continue
        with tempfile.TemporaryDirectory() as folder:
            new = rows_of(name, measure(Path(folder) / name))
        rows = {what: row for what, row in rows.items() if row.split(" | ")[0] != f"| {name}"} | new
        _write(rows)
    return 0


def rows_of(part: str, measurements: Iterable[Measurement]) -> dict[str, str]:
    """A row of the table for each measurement of a part, by what was measured."""
    return {one.what: f"| {part} {row(one)} {commit()}, {processor()} |" for one in measurements}


def rows_of_before() -> dict[str, str]:
    """The rows of the file as it is, by what they measured."""
    lines = OUTPUT.read_text("utf-8").splitlines() if OUTPUT.exists() else []
    found = [line for line in lines if line.startswith("| ") and not line.startswith("| part ")]
    return {line.split(" | ")[1]: line for line in found}


def _write(rows: Mapping[str, str]) -> None:
    order = list(PARTS)
    shown = sorted(rows.values(), key=lambda line: order.index(line.split(" | ")[0].removeprefix("| ")))
    text = [
        "# Measured",
        "",
        f"By `make bench` on {machine()}.",
        "",
        "| part | what | p50 | p95 | runs | bar | holds | commit, processor |",
        "|---|---|---|---|---|---|---|---|",
        *shown,
        "",
        "p50 and p95 over the runs given; a bar holds for the column named. Click to saved: from the click on",
        "a statement to the sign that names this answer, server and Chromium on the same cores. One part alone:",
        "`python -m benchmarks.run printing`.",
    ]
    OUTPUT.write_text("\n".join(text) + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
