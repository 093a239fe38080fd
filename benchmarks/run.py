"""`make bench`: the figures Plumbline is held to, measured here and written to results.md with the machine."""

from __future__ import annotations

import tempfile
from pathlib import Path

from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import open_plumbline
from assessment.settings import read_settings
from benchmarks import domain, exchange, files, printing, services
from benchmarks.clicking import browser_page, measure_clicks, measure_switching
from benchmarks.first_report import measure_first_report
from benchmarks.measuring import ROOT, Measurement, machine, table
from benchmarks.serving import measure_restart, served

OUTPUT = ROOT / "benchmarks" / "results.md"
CLICKED_PROCESS = "incident-management"
SWITCHED_PROCESSES = (CLICKED_PROCESS, "problem-management")


def measure_pages(data_folder: Path) -> tuple[Measurement, Measurement]:
    """On a process page of the sample, answered by the two who are asked most of it: click to saved, and switching."""
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
    names = [framework.process_by_id[process_id].name for process_id in SWITCHED_PROCESSES]
    with served(data_folder) as address:
        return (
            measure_clicks(address, sample_id, both[0], CLICKED_PROCESS),
            measure_switching(address, sample_id, (both[0], both[1]), CLICKED_PROCESS, (names[0], names[1])),
        )


def measure_first_use(data_folder: Path) -> tuple[Measurement, ...]:
    """From nothing to the PDF, as somebody goes it who has not seen the product."""
    with served(data_folder) as address, browser_page() as page:
        return measure_first_report(page, address, data_folder)


def main() -> None:
    """Measure one part after the other, on an otherwise idle machine, and write the table."""
    with tempfile.TemporaryDirectory() as folder:
        data_folder, full_folder, many_folder, printing_folder = (
            Path(folder) / name for name in ("sample", "full", "many", "printing")
        )
        measurements = [
            *domain.measure(),
            services.measure_after_one_answer(full_folder),
            *services.measure_list(many_folder),
            *printing.measure(printing_folder),
            *files.measure(),
            measure_restart(data_folder),
            *measure_pages(data_folder),
            *measure_first_use(data_folder),
            *exchange.measure(data_folder / "exchange"),
        ]
    text = "\n".join(
        [
            "# Measured",
            "",
            f"By `make bench` on {machine()}.",
            "",
            table(measurements),
            "",
            "p50 and p95 over the runs given; a bar holds for the column named. Click to saved: from the click on",
            "a statement to the sign that names this answer, server and Chromium on the same cores.",
        ]
    )
    OUTPUT.write_text(text + "\n")
    print(text)


if __name__ == "__main__":
    main()
