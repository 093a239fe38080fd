"""Many people at once: nothing is lost, nothing is doubled, nobody is shown a busy database."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from assessment.domain.authored.framework import Depth, Framework, Horizon
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from tests.builders import rated
from tests.services.conftest import at_once, begun, remove_for_good

CROWD = int(os.environ.get("PLUMBLINE_CROWD", "8"))


@pytest.mark.soak
def test_a_crowd_answers_everything_at_once(
    new_plumbline: Callable[[str], Plumbline], database_url: str, framework: Framework
) -> None:
    plumbline = new_plumbline(database_url)
    people = tuple(f"r{number}" for number in range(1, CROWD + 1))
    assessment_id = begun(plumbline, respondent_ids=people)
    items = [
        item.id for process in framework.processes for item in framework.items(process.id, Depth.FULL, Horizon.AS_IS)
    ]

    def answer_all(place: int) -> None:
        for number, item_id in enumerate(items):
            plumbline.answering.save(ME, assessment_id, rated(item_id, (number + place) % 6, people[place]))
            plumbline.answering.question(ME, assessment_id, people[place], item_id)

    assert at_once(*(lambda place=place: answer_all(place) for place in range(CROWD))) == []
    expected = {
        (person, item_id): (number + place) % 6
        for place, person in enumerate(people)
        for number, item_id in enumerate(items)
    }
    assessment = plumbline.assessments.load(ME, assessment_id)
    found = {(rating.respondent_id, rating.item_id): rating.answer.code for rating in assessment.ratings}
    assert len(assessment.ratings) == len(expected)
    assert found == expected
    assert plumbline.assessments.verify_journal(ME, assessment_id) is None
    (line,) = plumbline.assessments.list_assessments(ME)
    assert line.figures is not None
    assert line.figures.answered_count == line.figures.asked_count == len(expected)


def test_one_file_imported_twice_at_once_becomes_two_assessments(
    new_plumbline: Callable[[str], Plumbline], database_url: str
) -> None:
    plumbline = new_plumbline(database_url)
    assessment_id = begun(plumbline)
    content = plumbline.exchange.export_json(ME, assessment_id)
    remove_for_good(plumbline, assessment_id)
    assert at_once(*[lambda: plumbline.exchange.import_json(ME, content, "export.json")] * 4) == []
    ids = {line.header.id for line in plumbline.assessments.list_assessments(ME)}
    assert len(ids) == 4
    assert assessment_id in ids
