"""A copy that is taken while people answer, restored elsewhere, is the database as it was at one moment."""

from __future__ import annotations

import os
import random
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from assessment.domain.answered.assessment import Rating
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.authored.framework import Horizon
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.copies import restore_database
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.store import open_store
from tests.durability.setting import new_assessment_in, settings_in
from tests.store.databases import sqlite_url

COPY_COUNT = int(os.environ.get("PLUMBLINE_COPIES", "3"))
PEOPLE_COUNT = 3


@contextmanager
def answered(plumbline: Plumbline, assessment_id: str) -> Iterator[None]:
    """Several people answer at once, each as fast as they can."""
    is_over = threading.Event()
    failures: list[Exception] = []

    def answer(number: int) -> None:
        draw = random.Random(number)
        items = item_ids(plumbline, assessment_id)
        try:
            while not is_over.is_set():
                code = Answer(kind=AnswerKind.RATED, code=draw.randrange(6))
                rating = Rating(
                    respondent_id=f"r{number}", item_id=draw.choice(items), horizon=Horizon.AS_IS, answer=code
                )
                plumbline.answering.save(ME, assessment_id, rating)
        except Exception as error:
            failures.append(error)

    people = [threading.Thread(target=answer, args=(number,)) for number in range(1, PEOPLE_COUNT + 1)]
    for person in people:
        person.start()
    try:
        yield
    finally:
        is_over.set()
        for person in people:
            person.join()
    assert failures == []


def item_ids(plumbline: Plumbline, assessment_id: str) -> list[str]:
    assessment = plumbline.assessments.load(ME, assessment_id)
    framework = plumbline.assessments.framework(ME, assessment_id)
    return [
        item.id
        for process_id in assessment.scope
        for item in framework.items(process_id, assessment.header.depth, Horizon.AS_IS)
    ]


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_copies_taken_under_load_are_equal_to_what_they_are_copies_of(tmp_path: Path) -> None:
    assessment_id = new_assessment_in(tmp_path, PEOPLE_COUNT)
    seqs = []
    with closing(open_plumbline(settings_in(tmp_path))) as plumbline:
        for number in range(COPY_COUNT):
            with answered(plumbline, assessment_id):
                plumbline.copies.back_up(ME, tmp_path / f"under-load-{number}.db")
            at_rest = plumbline.exchange.export_json(ME, assessment_id)
            plumbline.copies.back_up(ME, tmp_path / f"at-rest-{number}.db")
            assert restored(tmp_path, f"at-rest-{number}", assessment_id) == at_rest
            restored(tmp_path, f"under-load-{number}", assessment_id)
            seqs.append(moment_of(tmp_path, tmp_path / f"under-load-{number}", assessment_id))
    assert seqs == sorted(seqs)
    assert seqs[-1] > 0


def moment_of(source: Path, copy: Path, assessment_id: str) -> int:
    """The change after which the copy was taken: its journal ends as the source's did then, and its rows fit it."""
    with closing(open_store(sqlite_url(copy), copy)) as store, store.reading() as reader:
        end = reader.journal(assessment_id, 1)[0]
    with closing(open_store(sqlite_url(source), source)) as store, store.reading() as reader:
        then = {entry.seq: entry for entry in reader.journal(assessment_id, None)}
    assert then[end.seq] == end
    return end.seq


def restored(folder: Path, name: str, assessment_id: str) -> bytes:
    """The canonical export of a copy that was put back elsewhere, with its journal whole and fitting its rows."""
    place = settings_in(folder / name)
    assert restore_database(place, folder / f"{name}.db", as_it_is=False).faults == ()
    with closing(open_plumbline(place)) as plumbline:
        return plumbline.exchange.export_json(ME, assessment_id)
