"""What a service call costs at the size the bars name: saved and computed again, and the list after a restart."""

from __future__ import annotations

import time
from contextlib import closing
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from assessment.catalogue import content_hash
from assessment.domain.answered.assessment import Assessment, FrameworkPin
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.export_format import to_export
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.settings import Settings, read_settings
from assessment.store import sqlite
from benchmarks.domain import RESPONDENT_COUNT, framework, full_assessment
from benchmarks.measuring import Measurement, measured, timed
from tests.builders import rated

ANSWER_COUNT = 60
LISTED_COUNT = 200
LIST_COUNT = 5
LIST_BAR_MILLISECONDS = 1000
WITHOUT = frozenset({"sample", "unit_number"})
"""What a copy does not have: it is no sample, and gets a number of its own."""
AFTER_ANSWER_BAR_MILLISECONDS = 40


def settings_in(folder: Path) -> Settings:
    """Settings of a database of its own."""
    return read_settings({"PLUMBLINE_DATA": str(folder)})


def stored(plumbline: Plumbline) -> Assessment:
    """The full assessment, stored."""
    assessment = full_assessment()
    own = framework()
    pin = FrameworkPin(id=own.id, version=own.version, content_hash=content_hash(own))
    header = assessment.header.model_copy(update={"framework": pin})
    content = to_export(assessment.model_copy(update={"header": header}))
    assessment_id = plumbline.exchange.import_json(LOCAL_ACTOR, content.encode(), "full.json")
    return plumbline.assessments.load(LOCAL_ACTOR, assessment_id)


def measure_after_one_answer(folder: Path) -> Measurement:
    """From the call that saves an answer to the results that count it, an answer of another process each time."""
    plumbline = open_plumbline(settings_in(folder))
    try:
        assessment = stored(plumbline)
        assessment_id = assessment.header.id
        by_process = {rating.item_id.partition(".")[0]: rating for rating in assessment.ratings}
        plumbline.results.compute(LOCAL_ACTOR, assessment_id)
        answers = (
            rated(rating.item_id, ((rating.answer.code or 0) + 1 + number // len(by_process)) % 6, rating.respondent_id)
            for number, rating in enumerate(islice(cycle(by_process.values()), ANSWER_COUNT + 1))
        )

        def answer_and_compute() -> None:
            plumbline.answering.save(LOCAL_ACTOR, assessment_id, next(answers))
            plumbline.results.compute(LOCAL_ACTOR, assessment_id)

        durations = timed(answer_and_compute, ANSWER_COUNT)
    finally:
        plumbline.close()
    return measured(
        f"After one answer: saved and computed again ({RESPONDENT_COUNT} respondents, full depth)",
        durations,
        bar=AFTER_ANSWER_BAR_MILLISECONDS,
    )


def copy_stored(database: Path, assessment_id: str, count: int, prefix: str = "") -> None:
    """Copies of an assessment in a closed SQLite file, rows and all, under ids of their own."""
    with closing(sqlite.MODULE.connect(database)) as connection, connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        columns = {name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")] for name in names}
        owners = {"assessment": "id", "chain": "id", "journal": "chain_id"}
        owners |= {name: "assessment_id" for name in names if "assessment_id" in columns[name] and name not in WITHOUT}
        for number in range(count):
            for name, owner in owners.items():
                selected = ", ".join("?" if column == owner else f'"{column}"' for column in columns[name])
                connection.execute(
                    f'INSERT INTO "{name}" SELECT {selected} FROM "{name}" WHERE "{owner}" = ?',
                    (f"{assessment_id}-{prefix}{number}", assessment_id),
                )


def measure_list(folder: Path) -> list[Measurement]:
    """The list of many large assessments in a process that has just opened their database, and after one answer."""
    settings = settings_in(folder)
    plumbline = open_plumbline(settings)
    try:
        assessment = stored(plumbline)
        plumbline.assessments.list_assessments(LOCAL_ACTOR)
    finally:
        plumbline.close()
    copy_stored(folder / "plumbline.db", assessment.header.id, LISTED_COUNT - 1)
    size = f"{LISTED_COUNT} assessments of {RESPONDENT_COUNT} respondents"
    openings, lists, afterwards, healths = [], [], [], []
    for number in range(LIST_COUNT):
        start = time.perf_counter()
        plumbline = open_plumbline(settings)
        openings.append((time.perf_counter() - start) * 1000)
        list_all = partial(plumbline.assessments.list_assessments, LOCAL_ACTOR)
        try:
            lists += timed(list_all, 1, warm_up=0)
            healths += timed(partial(plumbline.assessments.count, LOCAL_ACTOR), 5)
            rating = assessment.ratings[number * 1000]
            plumbline.answering.save(LOCAL_ACTOR, assessment.header.id, rated(rating.item_id, 0, rating.respondent_id))
            afterwards += timed(list_all, 1, warm_up=0)
        finally:
            plumbline.close()
    return [
        measured(f"Opening the database ({size})", openings, bar=None),
        measured(f"List after a restart ({size})", lists, bar=LIST_BAR_MILLISECONDS),
        measured("The same after one answer, whose assessment is loaded and computed", afterwards, bar=None),
        measured(f"Health ({size})", healths, bar=None),
    ]
